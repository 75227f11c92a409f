"""``selon report``: the pages of a ledger as a folder of files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption, progress


def _interface(value: str) -> str:
    from selon.views.i18n import LOCALES

    if value not in LOCALES:
        raise typer.BadParameter(f"the pages speak {' and '.join(LOCALES)}, not {value!r}")
    return value


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

    with Ledger(ledger, create=False) as opened, progress("writing") as tick:
        count = write_report(opened, out, language, progress=lambda n: tick(f"page {n}"))
    print(f"Wrote {count} pages; open {out / 'index.html'}")
