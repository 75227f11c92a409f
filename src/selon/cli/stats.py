"""``selon stats``: counts and series over a folder of claims in Parquet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from selon.cli.console import count, one_of

DIMENSIONS = "year, month, day, speaker, actor, stance, certainty, kind, publisher, language"


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="As `extract --out DIR/` or `export` (Parquet) wrote it.")
    ],
    by: Annotated[list[str] | None, typer.Option("--by", metavar="NAME", help=f"{DIMENSIONS}; again to cross.")] = None,
    figures: Annotated[bool, typer.Option("--figures", help="Figures of each unit, not claims.")] = False,
    unit: Annotated[str | None, typer.Option("--unit", metavar="UNIT", help="Figures of this unit alone.")] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", metavar="NAME", help="Only this speaker's.")] = None,
    stance: Annotated[str | None, typer.Option("--stance", metavar="STANCE", help="Only these.")] = None,
    certainty: Annotated[str | None, typer.Option("--certainty", metavar="CERTAINTY", help="Only these.")] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Only this publisher's.")] = None,
    language: Annotated[str | None, typer.Option("--language", metavar="fr|en", help="Only this language's.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="From this day of publication on.")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DAY", help="Up to this day.")] = None,
    headlines: Annotated[bool, typer.Option("--headlines", help="Count claims in headlines and teasers too.")] = False,
    limit: Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="At most N rows.")] = None,
    json: Annotated[bool, typer.Option("--json", help="As data.")] = False,
) -> None:
    """Count claims, or follow figures over time.

    Without --by, the whole in short. With it, claims, articles and speakers for each value: `--by day --by stance`.
    `--figures --by month --unit soldats` gives the lowest, median and highest figure of each month.
    """
    from selon.languages import supported
    from selon.model import CERTAINTIES, STANCES
    from selon.views import stats

    # What no claim can have would count none, and look like an answer.
    by = [name for given in by or () if (name := one_of(given, stats.DIMENSIONS, "--by"))]
    stance = one_of(stance, STANCES, "--stance")
    certainty = one_of(certainty, CERTAINTIES, "--certainty")
    language = one_of(language, supported(), "--language")
    since, until = _day(since, "--since"), _day(until, "--until")
    only = stats.Only(speaker, stance, certainty, publisher, language, since, until, headlines)
    if not (by or figures or unit):
        whole = stats.summary(folder, only, limit=limit or 5)
        if json:
            _as_data(whole)
        else:
            _in_short(whole)
        return
    if figures or unit:
        rows = stats.figures(folder, by or (), only, unit=unit, limit=limit)
    else:
        rows = stats.counts(folder, by or (), only, limit=limit)
    if json:
        _as_data(rows)
    elif rows:
        _table(rows)
    else:
        print("No claim fits.")


def _day(value: str | None, option: str) -> str | None:
    """The day as the tables write it: days are compared as text."""
    import datetime as dt

    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no day; want YYYY-MM-DD", param_hint=option) from None


def _as_data(value: Any) -> None:
    import json as form

    print(form.dumps(value, ensure_ascii=False, indent=1))


def _table(rows: Sequence[Mapping[str, Any]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD)
    for name, value in rows[0].items():
        numeric = isinstance(value, (int, float)) or name in ("lowest", "median", "highest")
        table.add_column(name, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(value)) for value in row.values()))
    Console().print(table)


def _cell(value: Any) -> str:
    if value is None:
        return "unknown"
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:,.10g}" if isinstance(value, float) else str(value)


def _in_short(whole: Mapping[str, Any]) -> None:
    days = f", {whole['first']} to {whole['last']}" if whole["first"] else ""
    claims, articles, speakers = (count(whole[f"{noun}s"], noun) for noun in ("claim", "article", "speaker"))
    print(f"{claims} in {articles} by {speakers}{days}")
    for name, values in whole["by"].items():
        print(f"  {name}: " + ", ".join(f"{_cell(value)} {count:,}" for value, count in values.items()))
