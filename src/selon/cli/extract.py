"""``selon extract``: many articles to their claims, as JSON lines."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Literal

import typer

from selon.cli.console import LanguageOption, in_part, left_out, progress, read_in_part


def command(
    source: Annotated[str, typer.Argument(metavar="IN.jsonl", help="JSON lines with text; or any file, folder or -.")],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="OUT", help="Else standard output.")] = None,
    workers: Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Processes.")] = 1,
    engine: Annotated[Literal["local", "ray"], typer.Option("--engine", help="Where the work is done.")] = "local",
    language: LanguageOption = None,
) -> None:
    """Write the claims of many articles as JSON lines.

    One line an article, {"id": …, "claims": […]}, in the order of the input, each as soon as it is ready. An article
    that can't be read or analysed has no line; it is named at the end, as is one of which sentences were lost, and the
    exit code is 1.
    """
    import json

    from selon.engines.local import extract_all
    from selon.model import claim_form
    from selon.reading import units

    if engine == "ray":
        raise typer.BadParameter("this selon has no Ray engine", param_hint="--engine")
    if out and source != "-" and out.exists() and Path(source).exists() and out.samefile(source):
        raise typer.BadParameter(f"{out} is the input; give another file", param_hint="-o")
    reasons: list[str] = []
    troubles: list[str] = []
    lost = 0
    with ExitStack() as stack:
        target = stack.enter_context(out.open("w", encoding="utf-8")) if out else sys.stdout
        tick = stack.enter_context(progress("extracting"))
        given = units(source if source == "-" else Path(source), language=language)
        for count, done in enumerate(extract_all(given, workers=workers), 1):
            tick(f"{count} articles")
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


def _named(place: str, error: str) -> str:
    return error if error.startswith(place) else f"{place}: {error}"
