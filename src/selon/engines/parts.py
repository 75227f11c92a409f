"""A folder of claims in Parquet: what each shard gave, and a manifest of the whole.

    manifest.json               what was read by which extractor, counts, shards that failed
    articles/SHARD.parquet      a row an article: text, what is known of it, claims as JSON or why there are none
    claims/, relays/, quantities/, times/, places/SHARD.parquet     the tables of `selon export --format parquet`

A shard's articles are written last, under their name only when they are whole: a shard whose file is there is done.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

from selon.engines.local import Extracted
from selon.ledger import StoredArticle, StoredClaim, article_id
from selon.ledger.identity import text_hash, with_ids
from selon.ledger.rows import repeated_columns
from selon.model import Article, Claim, Furniture, Span, article_form, claim_form, claim_from
from selon.views.export.cited import Cited
from selon.views.export.errors import needed
from selon.views.export.parquet import schema
from selon.views.export.tables import COLUMNS, Row, rows_about

MANIFEST = "manifest.json"
FORMAT = 1  # of the folder; raised when its tables change
BATCH = 2_000  # rows of a table held in memory
TOLD = 50  # reasons kept of what a shard left out

ARTICLE_COLUMNS: dict[str, type] = {
    "article_id": str,  # the ledger's id: a hash of text and address
    "article": str,  # what to call it before a person: the input's id, else its place
    "id": str,  # the input's own id
    "place": str,  # the file and line that it came from
    "url": str,
    "publisher": str,
    "title": str,
    "published": str,
    "language": str,
    "text": str,
    "furniture": str,  # JSON: lines that are not the article's body
    "text_sha256": str,
    "claims": str,  # JSON list in the form of docs/schema/claim.schema.json; null where the article failed
    "count": int,
    "error": str,  # why it has no claims
    "troubles": int,  # parts of the analysis that failed on it
}


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one shard. ``error`` says why it has no files; ``reasons`` are the first of those ``left_out``."""

    name: str
    place: str
    articles: int = 0
    claims: int = 0
    left_out: int = 0
    reasons: tuple[str, ...] = ()
    error: str | None = None


class Part:
    """Writes one shard's tables into ``folder``; in a ``with``, which undoes what isn't finished."""

    def __init__(self, folder: Path, name: str, place: str, extractor: str) -> None:
        self._parquet, self._arrow = needed("pyarrow.parquet", "parquet"), needed("pyarrow", "parquet")
        self._folder, self._extractor = folder, extractor
        self._report = Report(name, place)
        self._rows: dict[str, list[Row]] = {table: [] for table in (*COLUMNS, "articles")}
        self._schemas = {table: schema(table) for table in COLUMNS} | {"articles": article_schema()}
        self._stack = ExitStack()
        self._files: dict[str, Any] = {}

    def __enter__(self) -> Part:
        for table in self._rows:
            path = self._unfinished(table)
            path.parent.mkdir(parents=True, exist_ok=True)
            writer = self._parquet.ParquetWriter(path, self._schemas[table], compression="zstd")
            self._files[table] = self._stack.enter_context(writer)
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _b: TracebackType | None) -> None:
        self._stack.close()
        for table in self._rows:
            with suppress(FileNotFoundError):
                self._unfinished(table).unlink()

    def add(self, done: Extracted) -> None:
        """The next article of the shard, with its claims or its error."""
        report, article = self._report, done.unit.article
        row: Row = dict.fromkeys(ARTICLE_COLUMNS)
        row |= {"place": done.unit.place, "troubles": done.troubles, "count": 0, "article": done.unit.place}
        if article is None or done.claims is None:
            error = done.error or ""
            row["error"] = error if error.startswith(done.unit.place) else f"{done.unit.place}: {error}"
            report = replace(report, left_out=report.left_out + 1, reasons=(*report.reasons, row["error"])[:TOLD])
        else:
            report = replace(report, claims=report.claims + len(done.claims))
            row["claims"] = json.dumps([claim_form(claim) for claim in done.claims], ensure_ascii=False)
            row["count"] = len(done.claims)
        if article is not None:
            form = article_form(article)
            stored = _stored(article, done.unit.place)
            row |= {
                name: form.get(name) for name in ("id", "url", "publisher", "title", "published", "language", "text")
            }
            row |= {"article": stored.name, "article_id": stored.id, "text_sha256": stored.sha256}
            row["furniture"] = json.dumps(form["furniture"]) if "furniture" in form else None
            for table, value in _claim_rows(stored, done.claims or [], self._extractor):
                self._rows[table].append(value)
        self._rows["articles"].append(row)
        self._report = replace(report, articles=report.articles + 1)
        if max(map(len, self._rows.values())) >= BATCH:
            self._flush()

    def finish(self) -> Report:
        """All written and under its name: the shard is done."""
        self._flush()
        told = {"selon": json.dumps(asdict(self._report), ensure_ascii=False)}
        self._files["articles"].add_key_value_metadata(told)
        self._stack.close()
        for table in (*COLUMNS, "articles"):
            self._unfinished(table).replace(self._folder / table / f"{self._report.name}.parquet")
        return self._report

    def _unfinished(self, table: str) -> Path:
        return self._folder / table / f".{self._report.name}.{os.getpid()}"

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            if rows:
                self._files[table].write_table(self._arrow.Table.from_pylist(rows, schema=self._schemas[table]))
                rows.clear()


def _stored(article: Article, place: str) -> StoredArticle:
    id = article_id(article)
    return StoredArticle(id, article, text_hash(article.text), series=id, version=1, added_at="", source=place)


def _claim_rows(article: StoredArticle, claims: list[Claim], extractor: str) -> Iterator[tuple[str, Row]]:
    for n, claim in enumerate(with_ids(article.id, claims, extractor)):
        words = repeated_columns(claim, article.article.text)["words"]
        yield from rows_about(Cited(StoredClaim(claim.id or "", article.id, claim, words, n, n), article))


def article_schema() -> Any:
    """The Arrow schema of the table of articles."""
    arrow = needed("pyarrow", "parquet")
    types = {str: arrow.string(), int: arrow.int64()}
    return arrow.schema([(name, types[kind]) for name, kind in ARTICLE_COLUMNS.items()])


# ---- reading


class ManifestError(ValueError):
    """A manifest that isn't one of selon's, or of a later selon; the message says which file and what to do."""


def is_parts(path: Path) -> bool:
    """Whether ``path`` is such a folder, of this selon or another: many programs keep a file of the manifest's name."""
    try:
        _told(path)
    except (OSError, ManifestError):
        return False
    return True


def manifest(folder: Path) -> dict[str, Any]:
    """The folder's manifest. Raises OSError or ManifestError where it has none that can be read."""
    found = _told(folder)
    if found["format"] != FORMAT:
        raise ManifestError(
            f"{folder / MANIFEST}: format {found['format']!r}, this selon knows {FORMAT}; upgrade selon"
        )
    return found


def _told(folder: Path) -> dict[str, Any]:
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        found = None
    if (
        not isinstance(found, dict)
        or "format" not in found
        or not isinstance(found.get("extractor"), str)
        or not isinstance(found.get("shards"), list)
    ):
        raise ManifestError(f"{folder / MANIFEST}: is no manifest of selon's; give a folder that selon extract wrote")
    return found


def write_manifest(folder: Path, value: dict[str, Any]) -> None:
    """Put the manifest into ``folder``, whole or not at all."""
    unfinished = folder / f".{MANIFEST}.{os.getpid()}"
    unfinished.write_text(
        json.dumps({"format": FORMAT, **value}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    unfinished.replace(folder / MANIFEST)


def report_of(folder: Path, name: str) -> Report | None:
    """What became of the shard ``name``; None where it isn't done."""
    path = folder / "articles" / f"{name}.parquet"
    if not path.exists():
        return None
    told = needed("pyarrow.parquet", "parquet").read_metadata(path).metadata
    found = json.loads(told[b"selon"])
    return Report(**{**found, "reasons": tuple(found["reasons"])})


def rows_in(folder: Path) -> Iterator[Row]:
    """The articles of all shards that are done, in the manifest's order, as rows of ``ARTICLE_COLUMNS``."""
    parquet = needed("pyarrow.parquet", "parquet")
    for shard in manifest(folder)["shards"]:
        path = folder / "articles" / f"{shard['name']}.parquet"
        for batch in parquet.ParquetFile(path).iter_batches(batch_size=BATCH):
            yield from batch.to_pylist()


def articles_in(folder: Path) -> Iterator[tuple[Article, list[Claim], str]]:
    """The articles that were read, with claims and place; those that failed are left out."""
    for row in rows_in(folder):
        if row["claims"] is None:
            continue
        furniture = tuple(Furniture(Span(*f["span"]), f["role"]) for f in json.loads(row["furniture"] or "[]"))
        known = {name: row[name] for name in ("id", "language", "published", "title", "url", "publisher")}
        article = Article(row["text"], furniture=furniture, **known)
        yield article, [claim_from(form) for form in json.loads(row["claims"])], row["place"]


def lines_in(folder: Path) -> Iterator[str]:
    """What `selon extract` writes: a line of JSON for each article that was read."""
    for row in rows_in(folder):
        if row["claims"] is not None:
            id = json.dumps(row["id"] or row["place"], ensure_ascii=False)
            yield f'{{"id": {id}, "claims": {row["claims"]}}}'
