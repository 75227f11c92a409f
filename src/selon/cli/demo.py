"""``selon demo``: the dossier that ships with selon, into a ledger and pages to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from selon.cli.console import left_out, progress, read_in_part


def command(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where to write.")] = Path("demo"),
) -> None:
    """Read the dossier that ships with selon.

    22 dispatches in two languages, two stories, into FOLDER/selon.db and FOLDER/index.html.
    """
    from selon.cli.add import Adding
    from selon.demo import DOSSIER
    from selon.ledger import Ledger
    from selon.reading import units
    from selon.views.report import write_report

    folder.mkdir(parents=True, exist_ok=True)
    with Ledger(folder / "selon.db") as ledger:
        adding = Adding(ledger)
        adding.run(units(DOSSIER), workers=1)
        print(adding.summary())
        read_in_part(adding.troubles, adding.lost)
        left_out(adding.reasons)
        with progress("writing") as tick:
            pages = write_report(ledger, folder, progress=lambda n: tick(f"page {n}"))
    print(f"Wrote {pages} pages. Open {folder / 'index.html'}, or: selon serve --ledger {folder / 'selon.db'}")
