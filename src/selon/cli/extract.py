"""``selon extract``: many articles to their claims, as JSON lines, or as a folder of Parquet here or on a cluster."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TextIO

import typer

from selon.cli.console import LanguageOption, count, in_part, left_out, progress, read_in_part, say, writing

if TYPE_CHECKING:
    from selon.engines.sharded import Engine


def command(
    source: Annotated[str, typer.Argument(metavar="IN", help="JSON lines, Parquet, WARC; any file, folder or -.")],
    out: Annotated[
        str | None,
        typer.Option("-o", "--out", metavar="OUT", help="A file or, ending in /, a folder; else standard output."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, metavar="N", help="Processes: 1, or on Ray one a core.")
    ] = None,
    engine: Annotated[Literal["local", "ray"], typer.Option("--engine", help="Where the work is done.")] = "local",
    address: Annotated[
        str | None, typer.Option("--address", metavar="HOST:PORT", help="The Ray cluster; else this machine alone.")
    ] = None,
    shard_mb: Annotated[
        float, typer.Option("--shard-mb", min=0.001, metavar="MB", help="Of input, to a shard of a folder.")
    ] = 8.0,
    language: LanguageOption = None,
) -> None:
    """Write the claims of many articles, as JSON lines or into a folder.

    JSON lines: one an article, {"id": …, "claims": […]}, in the order of the input, each as soon as it is ready. An
    article that can't be read or analysed has no line; it is named at the end, as is one of which sentences were lost,
    and the exit code is 1.

    A folder (OUT/, always so on Ray) takes Parquet by shards of the input, and a manifest. Run it again after a stop
    and it goes on; `selon add OUT` brings it into a ledger, `selon stats OUT` counts.
    """
    if address and engine != "ray":
        raise typer.BadParameter("only the Ray engine has an address: --engine ray", param_hint="--address")
    if engine == "ray":
        if out is None or source == "-":
            raise typer.BadParameter("on Ray, IN is a file or folder, and the claims go into a folder: --out DIR")
        from selon.engines.cluster import extract_on_ray

        _into_folder(source, Path(out), language, extract_on_ray(address, workers), shard_mb)
    elif out and (out.endswith("/") or Path(out).is_dir()):
        if source == "-":
            raise typer.BadParameter("standard input can't be read by shards; give a file or folder", param_hint="IN")
        from selon.engines.sharded import extract_here

        _into_folder(source, Path(out), language, extract_here(workers or 1), shard_mb)
    else:
        _as_lines(source, Path(out) if out else None, language, workers or 1)


def _as_lines(source: str, out: Path | None, language: str | None, workers: int) -> None:
    import json

    from selon.engines.local import extract_all
    from selon.model import claim_form
    from selon.reading import units

    if out and source != "-" and out.exists() and Path(source).exists() and out.samefile(source):
        raise typer.BadParameter(f"{out} is the input; give another file", param_hint="-o")
    reasons: list[str] = []
    troubles: list[str] = []
    lost = 0
    with ExitStack() as stack:
        target: TextIO = sys.stdout
        if out:
            with writing(out):
                target = stack.enter_context(out.open("w", encoding="utf-8"))
        tick = stack.enter_context(progress("extracting"))
        given = units(source if source == "-" else Path(source), language=language)
        for number, done in enumerate(extract_all(given, workers=workers), 1):
            tick(count(number, "article"))
            if done.claims is None or done.unit.article is None:
                reasons.append(_named(done.unit.place, done.error or ""))
                continue
            if done.troubles:
                troubles.append(in_part(done.unit.place, done.troubles))
                lost += done.troubles
            row = {"id": done.unit.article.id or done.unit.place, "claims": [claim_form(c) for c in done.claims]}
            print(json.dumps(row, ensure_ascii=False), file=target, flush=True)
    read_in_part(troubles, lost)
    left_out(reasons, failed=bool(troubles))


def _into_folder(source: str, folder: Path, language: str | None, engine: Engine, shard_mb: float) -> None:
    from selon.engines.parts import manifest
    from selon.engines.sharded import extract_shards

    reasons: list[str] = []
    before = 0
    with progress("extracting") as tick:
        results = extract_shards(source, folder, engine, language=language, shard_bytes=int(shard_mb * 1_000_000))
        for report, done, shards in results:
            before = before or done
            tick(f"{done} of {shards} shards")
            reasons += [f"{report.place}: {report.error}"] if report.error else report.reasons
            reasons += [f"{report.place}: {more} more"] if (more := report.left_out - len(report.reasons)) > 0 else []
    told = manifest(folder)
    if before > 1:
        say(f"selon: went on after {before - 1} shards that were done")
    claims, articles = count(told["claims"], "claim"), count(told["articles"], "article")
    print(f"{folder}: {claims} of {articles} in {count(len(told['shards']), 'shard')}.")
    left_out(reasons)


def _named(place: str, error: str) -> str:
    return error if error.startswith(place) else f"{place}: {error}"
