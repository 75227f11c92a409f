"""``selon datasette``: a ledger made ready for Datasette and for SQL."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption, count, writing


def command(
    ledger: LedgerOption = DEFAULT_LEDGER,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="FILE", help="Metadata for Datasette; else beside the ledger."),
    ] = None,
) -> None:
    """Make a ledger ready for Datasette and for SQL.

    Computes the questions and writes them into the ledger's tables questions, answers, origins and relations, which
    views join with the articles; and a metadata file that tells Datasette what each table and column holds, with
    queries to begin with. Run it again after adding articles: the tables are then made anew.
    """
    import json

    from selon.ledger import Ledger
    from selon.questions import tabulate
    from selon.views.datasette import datasette_metadata

    with Ledger(ledger, create=False) as opened:
        found = tabulate(opened)
        name = opened.name
    answers = sum(len(q.answers) for q in found)
    print(f"Wrote {count(len(found), 'question')} with {count(answers, 'answer')} into {name}.")
    if "://" in ledger:
        print("Datasette opens SQLite files alone; the tables and views can be read with SQL.")
        return
    path = out or Path(ledger).with_suffix(".datasette.json")
    told = datasette_metadata(Path(ledger).stem)
    with writing(path):
        path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"Now: datasette {ledger} --metadata {path}")
