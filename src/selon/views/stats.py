"""Counts and series over claims in Parquet, as `selon extract` writes them by shards and `selon export` in one piece.

DuckDB reads the files where they lie, a column at a time: ten million claims are counted in seconds, none is loaded.
A claim that several files hold counts once; one in a headline or teaser counts where it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selon.views.export.errors import ExportError, needed

Row = dict[str, Any]

# What claims may be counted by, and the column or expression that it is.
DIMENSIONS: dict[str, str] = {
    "year": "substr(published, 1, 4)",
    "month": "substr(published, 1, 7)",
    "day": "substr(published, 1, 10)",
    "speaker": "nullif(speaker, '')",
    "actor": "actor",
    "stance": "stance",
    "certainty": "certainty",
    "kind": "kind",
    "publisher": "publisher",
    "language": "language",
}
PERIODS = ("year", "month", "day")
SUMMARISED = ("language", "stance", "certainty", "kind", "publisher", "speaker")


class StatsError(Exception):
    """What can't be counted; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Only:
    """Which claims count: those with all that is given. ``since`` and ``until`` are ISO days, both included."""

    speaker: str | None = None
    stance: str | None = None
    certainty: str | None = None
    publisher: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None
    headlines: bool = False

    def where(self) -> tuple[str, list[str]]:
        """The condition, with its values apart."""
        parts, values = ([] if self.headlines else ["place IS NULL"]), []
        for name in ("speaker", "stance", "certainty", "publisher", "language"):
            if (value := getattr(self, name)) is not None:
                parts.append(f"lower({name}) = lower(?)")
                values.append(value)
        for sign, day in ((">=", self.since), ("<=", self.until)):
            if day is not None:
                parts.append(f"{DIMENSIONS['day']} {sign} ?")
                values.append(day)
        return " AND ".join(parts) or "true", values


EVERYTHING = Only()


def counts(folder: Path, by: Sequence[str], only: Only = EVERYTHING, *, limit: int | None = None) -> list[Row]:
    """Claims, articles and speakers for each value of ``by`` (names of DIMENSIONS; several are crossed).

    Periods come in their order, everything else with most claims first; what is unknown is None. Raises StatsError for
    an unknown dimension or a folder without claims, ExportError without DuckDB.
    """
    where, values = only.where()
    numbers = "count(DISTINCT claim) AS claims, count(DISTINCT article_id) AS articles"
    sql = f"""
        SELECT {_columns(by)}{numbers}, count(DISTINCT speaker) AS speakers
        FROM claims WHERE {where} {_grouped(by, "claims")} {_limited(limit)}"""
    return _rows(folder, sql, values)


def figures(
    folder: Path, by: Sequence[str] = (), only: Only = EVERYTHING, *, unit: str | None = None, limit: int | None = None
) -> list[Row]:
    """Figures for each unit (or the one given) and each value of ``by``: how many claims, lowest, median and highest.

    A figure with two bounds stands at their middle in the median; an open one at the bound that it has.
    """
    where, values = only.where()
    sql = f"""
        SELECT {_columns(by)}unit, count(DISTINCT claim) AS claims, min(coalesce(low, high)) AS lowest,
               median(coalesce((low + high) / 2, low, high)) AS median, max(coalesce(high, low)) AS highest
        FROM (SELECT DISTINCT c.*, q.ordinal AS n, q.unit, q.low, q.high
              FROM claims AS c JOIN quantities AS q USING (claim))
        WHERE {where} AND unit <> '' {"AND lower(unit) = lower(?)" if unit else ""}
        {_grouped([*by, "unit"], "claims")} {_limited(limit)}"""
    return _rows(folder, sql, [*values, *([unit] if unit else [])])


def summary(folder: Path, only: Only = EVERYTHING, *, limit: int = 5) -> Row:
    """The whole in short: claims, articles, speakers, first and last day; the commonest values of SUMMARISED."""
    where, values = only.where()
    sql = f"""
        SELECT count(DISTINCT claim) AS claims, count(DISTINCT article_id) AS articles,
               count(DISTINCT speaker) AS speakers, min({DIMENSIONS["day"]}) AS first, max({DIMENSIONS["day"]}) AS last
        FROM claims WHERE {where}"""
    (whole,) = _rows(folder, sql, values)
    return whole | {
        "by": {name: {r[name]: r["claims"] for r in counts(folder, [name], only, limit=limit)} for name in SUMMARISED}
    }


def _columns(by: Sequence[str]) -> str:
    for name in by:
        if name not in DIMENSIONS:
            raise StatsError(f"claims can't be counted by {name!r}; there are: {', '.join(DIMENSIONS)}")
    return "".join(f'{DIMENSIONS[name]} AS "{name}", ' for name in by)


def _grouped(by: Sequence[str], number: str) -> str:
    if not by:
        return ""
    places = {name: str(place) for place, name in enumerate(by, 1)}
    order = [f"{places[name]} NULLS LAST" for name in by if name in PERIODS]
    order += [f"{number} DESC", *(f"{places[name]} NULLS LAST" for name in by if name not in PERIODS)]
    return f"GROUP BY {', '.join(places.values())} ORDER BY {', '.join(order)}"


def _limited(limit: int | None) -> str:
    return "" if limit is None else f"LIMIT {int(limit)}"


def _rows(folder: Path, sql: str, values: Sequence[str]) -> list[Row]:
    with _opened(folder) as connection:
        found = connection.execute(sql, list(values))
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


@contextmanager
def _opened(folder: Path) -> Iterator[Any]:
    """The folder's tables as views ``claims`` and ``quantities``."""
    try:
        duckdb = needed("duckdb", "stats")
    except ExportError as error:
        raise StatsError(str(error)) from None
    # Nothing is fetched: what DuckDB needs is in the package.
    settings = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    with duckdb.connect(config=settings) as connection:
        try:
            for table in ("claims", "quantities"):
                files = _files(folder, table)
                connection.read_parquet(files).create_view(table)
            yield connection
        except duckdb.Error as error:
            told = str(error).splitlines()[0]
            raise StatsError(f"{folder} can't be read: {told}") from None


def _files(folder: Path, table: str) -> list[str]:
    whole = folder / f"{table}.parquet"
    found = [whole] if whole.is_file() else sorted((folder / table).glob("[!.]*.parquet"))
    if not found:
        raise StatsError(
            f"{folder} holds no table of {table}: give a folder that `selon extract … --out {folder}/` or "
            "`selon export --format parquet` wrote"
        )
    return [str(path) for path in found]
