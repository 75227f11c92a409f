"""``selon export``: the ledger's claims in the formats that others read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption, count, say, writing

NAMES = "jsonl, csv, parquet, web-annotation, schema-org, followthemoney, geojson or rdf"


def command(
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"One of {NAMES}.")],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="OUT", help="A file or, for tables, a folder; else stdout.")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write the ledger's current claims for spreadsheets, notebooks, archives and other people's tools.

    csv gives one file with a row a claim or, where OUT is a folder, a table each for relays, quantities, times and
    places too; parquet is always such a folder. Every row leads back to the exact words of its article.
    """
    from selon.ledger import Ledger
    from selon.views.export import FORMATS, export

    if format not in FORMATS:
        raise typer.BadParameter(f"{format!r} is none of {NAMES}", param_hint="--format")
    with Ledger(ledger, create=False) as opened:
        if out is None:
            export(opened, format, sys.stdout)
            return
        with writing(out):
            written = export(opened, format, out)
    say(f"Wrote {count(written, 'claim')} to {out}")
