"""What the ledger hands out: frozen records of its rows."""

from __future__ import annotations

from dataclasses import dataclass

from selon.model import Article, Claim


class LedgerError(Exception):
    """The ledger can't be opened, read or written. The message says where and what to do."""


class ReadOnly(LedgerError):
    """The ledger, or the part of it that was to be written to, may only be read."""


class NotInLedger(LedgerError, KeyError):
    """An id that the ledger doesn't know."""

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Added:
    """What adding one article did.

    ``new`` is False where nothing was written: the text is already kept at this address, read by this extractor.
    ``new_article`` is True where the text is new; then ``version`` over 1 says that other words were known before.
    ``claims`` counts the claims written.
    """

    article_id: str
    new: bool
    new_article: bool = False
    version: int = 1
    claims: int = 0


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article (one version of it) as kept. ``article.id`` is the id that the input gave, ``id`` the ledger's own."""

    id: str
    article: Article
    sha256: str
    series: str
    version: int
    added_at: str
    source: str | None = None

    @property
    def name(self) -> str:
        """What to call it before a person: the input's id, else the file that it was read from, else its own id."""
        return self.article.id or (self.source or "").rstrip("/").rpartition("/")[2] or self.id


@dataclass(frozen=True, slots=True)
class StoredClaim:
    """A claim as kept. ``claim.id`` is ``id``; ``words`` are the content's words (spans joined by " … ")."""

    id: str
    article_id: str
    claim: Claim
    words: str
    ordinal: int
    seq: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's word that two claims are (``same``) or aren't (``different``) about one question.

    ``a`` and ``b`` are ids of current claims where the judged ones are found again, else the ids that were judged.
    """

    id: str
    kind: str
    a: str
    b: str
    who: str
    why: str
    at: str
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class Polled:
    """What a server said when an address was last asked, so that it need not send again what hasn't changed."""

    url: str
    etag: str | None
    last_modified: str | None
    polled_at: str


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the ledger went when something was computed from it: ``seq`` of its newest claim and judgement, or 0."""

    claim: int
    judgement: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that ``check`` found wrong: in which table, at which id, what. ``derived``: ``repair`` can mend it."""

    table: str
    id: str
    what: str
    derived: bool = False

    def __str__(self) -> str:
        return f"{self.table} {self.id}: {self.what}" if self.id else f"{self.table}: {self.what}"
