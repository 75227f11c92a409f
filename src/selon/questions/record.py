"""The records of this room: a claim in its article, the facet of it that answers one question, and the question."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from selon.model import Article, Claim
from selon.questions.words import known_concepts

FacetKind = Literal["number", "yes-no"]
QuestionKind = Literal["number", "yes-no", "open"]
Modality = Literal["done", "planned", "possible"]


def key_of(article: Article) -> str:
    """What names an article: the id that the input gave, else its address, else its text's hash."""
    return article.id or article.url or "sha256:" + hashlib.sha256(article.text.encode()).hexdigest()[:16]


@lru_cache(maxsize=1024)  # asked for every claim: a long article has many
def _mark(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim with the article that reports it. ``id`` names the claim, unique over all articles."""

    article: Article
    claim: Claim
    id: str

    @property
    def article_key(self) -> str:
        """What names the article: the id that the input gave, else its address, else its text's hash."""
        return key_of(self.article)

    @property
    def home(self) -> str:
        """What tells the article from all others: two files may both have one of the id "1"."""
        return f"{self.article_key}\n{_mark(self.article.text)}"


@dataclass(frozen=True, slots=True)
class Facet:
    """What one claim (or one figure of it) says, in terms that two languages share.

    ``place`` is the scope of a count inside a country (None: the country, or unknown), ``home`` the place that the
    article's first sentence names; ``day`` the day of an event that has one, ``stretch`` the day, month or year that a
    figure's own words name, ``since_when`` the day that it is told since, ``rate`` what it is told for each of ("day");
    ``among``: it is of some of a whole that is told beside it, or is that whole ("47 of them", "11 of its 38");
    ``bag`` the weighted concepts of the words (``norm`` its length), ``own`` those that the claim itself says
    (``own_norm``), ``deed_words`` those of them that name its action; ``refers``: it only points at what was told
    before; ``profile`` what its article tells (``weight`` its sum, ``names`` its names); ``hints`` say what was
    taken from the text around.
    """

    id: str
    statement: Statement
    kind: FacetKind
    action: str | None = None
    actions: frozenset[str] = frozenset()
    told_by_verb: bool = True
    low: float | None = None
    high: float | None = None
    figure: bool = False
    unit: str = ""
    dimension: str = "count"
    noun: str | None = None
    place: str | None = None
    place_own: bool = False
    home: str | None = None
    national: bool = False
    countries: frozenset[str] = frozenset()
    nations: frozenset[str] = frozenset()
    day: tuple[str, str] | None = None
    period: tuple[str, str] | None = None
    stretch: tuple[str, str] | None = None
    rate: str | None = None
    since_when: str | None = None
    clock: str | None = None
    holders: frozenset[str] = frozenset()
    modality: Modality = "done"
    change: bool = False
    part: bool = False
    among: bool = False
    since: bool = False
    answer: str | None = None
    agents: frozenset[str] = frozenset()
    patients: frozenset[str] = frozenset()
    bag: Mapping[str, float] = field(default_factory=dict)
    own: Mapping[str, float] = field(default_factory=dict)
    deed_words: frozenset[str] = frozenset()
    refers: bool = False
    profile: Mapping[str, float] = field(default_factory=dict, repr=False)
    as_of: str | None = None
    speaker: str = ""
    hints: tuple[str, ...] = ()
    place_name: str = ""
    norm: float = field(default=0.0, repr=False)
    own_norm: float = field(default=0.0, repr=False)
    weight: float = field(default=0.0, repr=False)
    names: frozenset[str] = field(default=frozenset(), repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "norm", sum(v * v for v in self.bag.values()) ** 0.5)
        object.__setattr__(self, "own_norm", sum(v * v for v in self.own.values()) ** 0.5)
        object.__setattr__(self, "weight", sum(self.profile.values()))
        object.__setattr__(self, "names", _kept_once(frozenset(k for k in self.profile if is_name(k))))
        for name in ("actions", "countries", "nations", "holders", "agents", "patients", "deed_words"):
            object.__setattr__(self, name, _kept_once(getattr(self, name)))


def middle(facet: Facet) -> float | None:
    """A figure's middle, or its one known bound."""
    bounds = [v for v in (facet.low or None, facet.high) if v is not None]
    return sum(bounds) / len(bounds) if bounds else None


@lru_cache(maxsize=200_000)
def is_name(key: str) -> bool:
    """Whether a key of a profile names somebody or some place: speakers too: no deed, no word."""
    return key[0] not in "!~" and key not in known_concepts()


@lru_cache(maxsize=100_000)
def _kept_once(names: frozenset[str]) -> frozenset[str]:
    """Equal sets as one object: they were a fifth of what a ledger's questions hold in memory."""
    return names


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim's answer to a question. ``origin`` names the first source, or is None where it is unknown."""

    article: str
    claim: str
    content: tuple[tuple[int, int], ...]
    speaker: str
    as_of: str | None
    low: float | None
    high: float | None
    answer: str | None
    certainty: str
    stance: str
    origin: str | None
    relay: tuple[str, ...] = ()
    words: str = ""
    anonymous: bool = False
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two answers (claim ids) of one scope that can't both hold, with the reason in words."""

    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class Update:
    """A later answer (``b``) of the speaker who gave ``a``, with the reason in words."""

    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class Origins:
    """Articles, the outlets that print them, and the first sources behind them; what can't be shown is ``unknown``."""

    articles: int
    outlets: int
    independent: int
    anonymous: int = 0
    unknown: int = 0
    tree: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """Claims that answer one question, side by side. ``text`` holds a wording for each language of the interface."""

    id: str
    kind: QuestionKind
    text: Mapping[str, str]
    answers: tuple[Answer, ...]
    origins: Origins
    conflicts: tuple[Conflict, ...] = ()
    updates: tuple[Update, ...] = ()
    why: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = field(default=(), repr=False)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that stand under it: those of its answers, then those told as another's relay."""
        told = (facet.statement.id for facet in self.facets)
        return tuple(dict.fromkeys([*(answer.claim for answer in self.answers), *told]))

    def _repr_html_(self) -> str:
        """What a notebook shows: the question and a table of its answers, in the order of their days."""
        from html import escape

        heads = ("as of", "speaker", "low", "high", "answer", "certainty", "origin", "words")
        rows = [
            (a.as_of, a.speaker, a.low, a.high, a.answer, a.certainty, a.origin, a.words)
            for a in sorted(self.answers, key=lambda a: (a.as_of or "9999", a.article, a.content))
        ]
        told = escape(self.text.get("en") or next(iter(self.text.values()), self.id))
        counted = f"{len(rows)} answers, {self.origins.independent} origins, {len(self.conflicts)} conflicts"
        head = "".join(f"<th>{name}</th>" for name in heads)
        body = "".join(
            "<tr>" + "".join(f"<td>{'' if cell is None else escape(str(cell))}</td>" for cell in row) + "</tr>"
            for row in rows
        )
        return f"<p><b>{told}</b> {counted}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
