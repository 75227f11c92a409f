"""The ledger: articles and their claims, kept for good."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select
from sqlalchemy.exc import DBAPIError

from selon.ledger import checking, dialects, judging, manifest, polling, rights, tabulating
from selon.ledger.identity import article_id
from selon.ledger.keeping import keep, lock
from selon.ledger.records import (
    Added,
    Judgement,
    LedgerError,
    Mark,
    NotInLedger,
    Polled,
    Problem,
    ReadOnly,
    StoredArticle,
    StoredClaim,
)
from selon.ledger.rows import stored_article, stored_claim
from selon.ledger.schema import articles, claims, current_articles, current_claims, extractions
from selon.ledger.upgrade import require_current, upgrade
from selon.model import Article, Claim

BATCH = 100  # articles a transaction, at most
BATCH_SECONDS = 1.0  # and at most this long, so that a stop costs a second's work


class Ledger:
    """A ledger in a SQLite file (made where it doesn't exist) or a PostgreSQL database.

    ``where`` is a path, ``":memory:"`` or a ``postgresql://`` URL. Opening migrates an older schema. Raises
    LedgerError, with what to do, where the place can't be used. Use it in a ``with`` or call ``close``. Several
    processes may write to one ledger: each waits for its turn. Evidence is only ever added: no method changes or
    deletes a row.

    With ``create=False`` the ledger must be there, and one that may only be read is opened all the same: never
    migrated, ``read_only``, and what would write to it raises ReadOnly.
    """

    def __init__(self, where: str | Path, *, create: bool = True) -> None:
        self.name = dialects.shown(where)  # a password is nobody's business
        self._engine = dialects.engine_for(where, create=create)
        self._sealed: Path | None = None  # the file, where it may only be read
        file = dialects.file_of(where)
        if file and rights.is_closed(file):
            if create:
                raise self._refusal()
            self._seal(file)
            return
        try:
            upgrade(self._engine, self.name)
        except LedgerError as error:
            if file is None or not file.exists() or not rights.may_not_write(error.__cause__):
                raise
            if create:
                raise LedgerError(f"{error}. {rights.ADVICE}") from error.__cause__
            self._seal(file)

    def _seal(self, file: Path) -> None:
        self._engine.dispose()
        self._sealed, self._engine = file, rights.reading_engine(file, dialects.BUSY_SECONDS)
        require_current(self._engine, self.name)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, _t: type[BaseException] | None, _e: BaseException | None, _b: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Ledger({self.name!r})"

    def close(self) -> None:
        self._engine.dispose()

    def _refusal(self) -> ReadOnly:
        return ReadOnly(f"{self.name} may only be read, and nothing can be kept in it. {rights.ADVICE}")

    @cached_property
    def read_only(self) -> bool:
        """Whether no judgement can be kept in it, for want of the right to write."""
        if self._sealed:
            return True
        with self._reading() as connection:
            return not rights.takes_judgements(connection)

    # ---- adding

    def add(
        self, article: Article, claims: Iterable[Claim], *, extractor: str | None = None, source: str | None = None
    ) -> Added:
        """Keep an article and its claims, in one transaction: all or nothing.

        ``extractor`` is the version that found the claims (by default the analysis's own; give another for claims made
        elsewhere, such as ``"gold"``); ``source`` names the file or feed. An article whose text is already kept at its
        address, read by this extractor, changes nothing. Other words at an address that is known (the same URL, or the
        same input id and a text that shares much of its words) become a new version of that article. Raises
        InvariantError where a claim's span leaves the text.
        """
        return next(iter(self.add_many([(article, claims, source)], extractor=extractor)))

    def add_many(
        self, items: Iterable[tuple[Article, Iterable[Claim], str | None]], *, extractor: str | None = None
    ) -> Iterator[Added]:
        """Like ``add`` for each ``(article, claims, source)``, many to a transaction, in order.

        Yields what each did once it is committed. Items are drawn before the transaction begins, so a slow stream
        doesn't keep other writers waiting.
        """
        reader = extractor or current_extractor()
        batch: list[tuple[Article, list[Claim], str | None]] = []
        began = time.monotonic()
        for article, found, source in items:
            batch.append((article, list(found), source))
            if len(batch) >= BATCH or time.monotonic() - began > BATCH_SECONDS:
                yield from self._add_batch(batch, reader)
                batch, began = [], time.monotonic()
        if batch:
            yield from self._add_batch(batch, reader)

    def _add_batch(self, batch: list[tuple[Article, list[Claim], str | None]], extractor: str) -> list[Added]:
        for article, found, _source in batch:
            for claim in found:
                claim.check_against(article.text)
        with self._writing() as connection:
            lock(connection, (article for article, _found, _source in batch))
            at = _now()
            return [keep(connection, article, found, source, extractor, at) for article, found, source in batch]

    def knows(self, article: Article, *, extractor: str | None = None) -> bool:
        """Whether adding ``article`` with claims of ``extractor`` would change nothing: reading it can be spared."""
        statement = select(extractions.c.seq).where(
            extractions.c.article_id == article_id(article),
            extractions.c.extractor == (extractor or current_extractor()),
        )
        with self._reading() as connection:
            return connection.execute(statement).first() is not None

    # ---- reading

    def articles(self, *, all_versions: bool = False) -> Iterator[StoredArticle]:
        """The articles in order of arrival; only the latest version of each unless ``all_versions``."""
        rows = articles if all_versions else current_articles
        yield from (stored_article(row) for row in self._pages(select(rows), rows.c.seq))

    def article(self, id: str) -> StoredArticle:
        """The article (version) with this ledger id, or the latest that the input gave this id. Raises NotInLedger."""
        by_input = select(articles).where(articles.c.input_id == id).order_by(articles.c.seq.desc()).limit(1)
        with self._reading() as connection:
            row = connection.execute(select(articles).where(articles.c.id == id)).mappings().first()
            row = row or connection.execute(by_input).mappings().first()
        if row is None:
            raise NotInLedger(f"{self.name} has no article {id!r}")
        return stored_article(row)

    def versions(self, id: str) -> list[StoredArticle]:
        """All versions of the article with this id, the oldest first. Raises NotInLedger."""
        series = self.article(id).series
        statement = select(articles).where(articles.c.series == series).order_by(articles.c.version)
        with self._reading() as connection:
            return [stored_article(row) for row in connection.execute(statement).mappings()]

    def claims(self, article: str | None = None) -> Iterator[StoredClaim]:
        """The claims in order of arrival: the current ones of all articles, or those of one article (version) by id.

        Current are the claims of the latest version of each article by its latest extraction.
        """
        if article is None:
            yield from (stored_claim(row) for row in self._pages(select(current_claims), current_claims.c.seq))
            return
        latest = select(func.max(extractions.c.seq)).where(extractions.c.article_id == article).scalar_subquery()
        statement = select(claims).where(claims.c.article_id == article, claims.c.extraction == latest)
        yield from (stored_claim(row) for row in self._pages(statement, claims.c.seq))

    def articles_of(self, ids: Collection[str]) -> dict[str, StoredArticle]:
        """The articles (versions) with these ledger ids, asked for at once; one that isn't there is left out."""
        with self._reading() as connection:
            rows = connection.execute(select(articles).where(articles.c.id.in_(ids))).mappings()
            return {stored.id: stored for stored in map(stored_article, rows)}

    def claims_of(self, ids: Collection[str]) -> dict[str, list[StoredClaim]]:
        """The current claims of each of these articles (versions), in order of arrival, asked for at once."""
        found: dict[str, list[StoredClaim]] = {id: [] for id in ids}
        statement = select(current_claims).where(current_claims.c.article_id.in_(ids)).order_by(current_claims.c.seq)
        with self._reading() as connection:
            for row in connection.execute(statement).mappings():
                found[row["article_id"]].append(stored_claim(row))
        return found

    def claim(self, id: str) -> StoredClaim:
        """The claim with this id, current or not. Raises NotInLedger."""
        with self._reading() as connection:
            row = connection.execute(select(claims).where(claims.c.id == id)).mappings().first()
        if row is None:
            raise NotInLedger(f"{self.name} has no claim {id!r}")
        return stored_claim(row)

    def search(self, words: str, *, limit: int = 100) -> list[StoredClaim]:
        """The current claims in which all ``words`` occur (in content, source or speaker; case and accents don't
        matter; a word finds those that it begins), best first."""
        with self._reading() as connection:
            found = dialects.found(connection, words, limit)
            rows = connection.execute(select(claims).where(claims.c.seq.in_(found))).mappings()
            by_seq = {row["seq"]: row for row in rows}
        return [stored_claim(by_seq[seq]) for seq in found]

    def counts(self) -> dict[str, int]:
        """How many current ``articles`` and ``claims`` there are, and ``versions`` of articles in all."""
        parts = {"articles": current_articles, "claims": current_claims, "versions": articles}
        with self._reading() as connection:
            return {
                name: connection.execute(select(func.count()).select_from(rows)).scalar_one()
                for name, rows in parts.items()
            }

    def stamp(self) -> tuple[int, int]:
        """What changes whenever an article, a version or an extraction is added; asked for in no time."""
        with self._reading() as connection:
            return dialects.stamp(connection)

    # ---- a person's word

    def judge(self, kind: str, a: str, b: str, who: str, why: str) -> Judgement:
        """Note that ``who`` holds the claims ``a`` and ``b`` to answer the ``"same"`` question or ``"different"`` ones.

        Raises NotInLedger for an unknown claim, ValueError for another kind, or a claim judged against itself.
        """
        with self._writing() as connection:
            return judging.judge(connection, kind, a, b, who, why, _now())

    def take_back(self, id: str, who: str = "", why: str = "") -> Judgement:
        """Take back the judgement ``id`` (by a row of its own: nothing is deleted). Raises NotInLedger."""
        with self._writing() as connection:
            return judging.take_back(connection, id, who, why, _now())

    def judgements(self, *, taken_back: bool = False) -> list[Judgement]:
        """The judgements that stand, in order; with ``taken_back`` those taken back too (marked so).

        Their ``a`` and ``b`` are current claims: a claim that a newer extractor found again keeps its judgements.
        """
        with self._reading() as connection:
            return judging.judgements(connection, taken_back=taken_back)

    # ---- watching

    def polled(self, url: str) -> Polled | None:
        """What the server said when ``url`` was last asked, None where it never was."""
        with self._reading() as connection:
            return polling.polled(connection, url)

    def note_polled(self, url: str, etag: str | None, last_modified: str | None) -> None:
        """Remember what the server said of ``url``; to be called once what it sent is kept."""
        with self._writing() as connection:
            polling.note(connection, Polled(url, etag, last_modified, _now()))

    # ---- what is computed from it, for SQL

    def mark(self) -> Mark:
        """How far the ledger goes now; to be taken before what ``tabulate`` is given is computed."""
        with self._reading() as connection:
            return tabulating.mark(connection)

    def tabulate(self, tables: Mapping[str, Iterable[Mapping[str, Any]]], seen: Mark) -> None:
        """Replace the rows of ``questions``, ``answers``, ``origins`` and ``relations``, all together or not at all.

        ``tables`` has the rows of each (schema.py names the columns), ``seen`` how far the ledger went when they were
        computed. ``selon.questions.tabulate`` makes them.
        """
        with self._writing() as connection:
            tabulating.tabulate(connection, tables, seen, version("selon"), _now())

    # ---- proof

    @property
    def checks_search(self) -> bool:
        """Whether ``check`` looks at the search index too: SQLite's is asked by writing to it."""
        return self._sealed is None

    def check(self) -> list[Problem]:
        """All that is wrong with the ledger, an empty list where nothing is: hashes, ids, spans, references, index."""
        with self._writing() if self.checks_search else self._reading() as connection:
            return list(checking.check(connection, search=self.checks_search))

    def repair(self) -> list[str]:
        """Rebuild what is derived (the search index, the columns that repeat a claim); never the evidence.

        Returns what was done. What ``check`` still reports afterwards needs a backup.
        """
        with self._writing() as connection:
            return checking.repair(connection)

    def manifest(self) -> Iterator[str]:
        """The hash of every row of evidence, as lines of text to keep elsewhere (``selon.ledger.manifest``)."""
        with self._reading() as connection:
            yield from manifest.manifest(connection)

    def verify(self, lines: Iterable[str], name: str = "the manifest") -> list[Problem]:
        """What a manifest made earlier, or of another copy, tells that this ledger doesn't bear out.

        Rows added since are no problem. Raises LedgerError, with the manifest's ``name``, where that itself is damaged.
        """
        with self._reading() as connection:
            return list(manifest.verify(connection, lines, name))

    # ---- inside

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        steady = rights.unchanged(self._sealed, self.name) if self._sealed else nullcontext()
        with steady, self._errors(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._sealed:
            raise self._refusal()
        with (
            self._errors(),
            self._engine.connect().execution_options(selon_write=True) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            if rights.may_not_write(error):
                raise ReadOnly(f"{self.name}: {error.orig}. {rights.advice(self._engine)}") from error
            raise LedgerError(f"{self.name}: {error.orig}. What was added before is safe") from error

    def _pages(self, statement: Select[Any], key: Any, size: int = 2000) -> Iterator[RowMapping]:
        # A page at a time by key: a reader that takes its time holds no transaction open.
        after = -1
        while True:
            with self._reading() as connection:
                page: Sequence[RowMapping] = (
                    connection.execute(statement.where(key > after).order_by(key).limit(size)).mappings().all()
                )
            yield from page
            if len(page) < size:
                return
            after = page[-1]["seq"]


def current_extractor() -> str:
    """The version of the extractor that this selon has."""
    from selon.analysis.pipeline import EXTRACTOR_VERSION

    return EXTRACTOR_VERSION


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
