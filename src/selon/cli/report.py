"""``selon report``: the pages of a ledger as a folder of files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption, count, progress, writing


def _interface(value: str) -> str:
    from selon.views.i18n import LOCALES

    if value not in LOCALES:
        raise typer.BadParameter(f"the pages speak {' and '.join(LOCALES)}, not {value!r}")
    return value


def _refuse_foreign(out: Path) -> None:
    """A report replaces files such as index.html: only its own, known by the style sheet that it writes first."""
    with writing(out):
        if not out.is_dir() or (out / "selon.css").is_file():
            return
        held = sorted(path.name for path in out.iterdir() if not path.name.startswith("."))
    if held:
        raise typer.BadParameter(
            f"{out} holds {held[0]} and is no report of selon; give an empty or a new folder", param_hint="--out"
        )


def command(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to write.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    language: Annotated[
        str, typer.Option("--language", metavar="fr|en", callback=_interface, help="Of the pages themselves.")
    ] = "en",
) -> None:
    """Write the pages as files: opened from the disk they work whole, without a server."""
    from selon.ledger import Ledger
    from selon.views.report import write_report

    _refuse_foreign(out)
    with Ledger(ledger, create=False) as opened, progress("writing") as tick, writing(out):
        pages = write_report(opened, out, language, progress=lambda n: tick(f"page {n}"))
    print(f"Wrote {count(pages, 'page')}; open {out / 'index.html'}")
