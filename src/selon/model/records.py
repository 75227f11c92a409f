"""The records that every other room exchanges: frozen, typed, checked when made.

Offsets are code points of an article's kept ``text``, end excluded: ``text[start:end]`` is what the reader sees.
Labels and spans follow ``docs/guidelines.md`` (the annotation guidelines).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

Kind = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "asserts",
    "confirms",
    "denies",
    "does-not-deny",
    "doubts",
    "declines",
    "fears",
    "asks",
    "intends",
    "criticises",
    "approves",
]
Certainty = Literal["certain", "probable", "possible", "conditional", "reported", "denied", "unasserted"]
Position = Literal["headline", "teaser"]
FurnitureRole = Literal["headline", "teaser", "byline", "dateline", "caption"]

KINDS: tuple[str, ...] = get_args(Kind)
STANCES: tuple[str, ...] = get_args(Stance)
CERTAINTIES: tuple[str, ...] = get_args(Certainty)


class InvariantError(ValueError):
    """A record would break one of the model's invariants (a span outside its text, bounds the wrong way round)."""


class Span(NamedTuple):
    """A half-open range of code points, ``0 <= start < end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers in ``text``."""
        return text[self.start : self.end]


Spans = tuple[Span, ...]


def spans_of(pairs: Sequence[Sequence[int]] | None) -> Spans:
    """Spans from pairs as JSON has them; raises InvariantError where one is empty, negative or not a pair."""
    out = []
    for pair in pairs or ():
        if len(pair) != 2 or not 0 <= pair[0] < pair[1]:
            raise InvariantError(f"not a span: {list(pair)!r} (want [start, end] with 0 <= start < end)")
        out.append(Span(int(pair[0]), int(pair[1])))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: ``low`` and ``high`` are inclusive bounds in units of ``unit`` (null: open on that side)."""

    span: Span
    low: float | None
    high: float | None
    unit: str = ""

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvariantError(f"a quantity's low bound {self.low} lies above its high bound {self.high}")


@dataclass(frozen=True, slots=True)
class Time:
    """When, of what a claim speaks about: ``start`` and ``end`` are ISO dates, inclusive (null: open).

    ``type`` and ``value`` follow TimeML's TIMEX3 (DATE, TIME, DURATION, SET).
    """

    span: Span
    start: str | None
    end: str | None
    type: str = "DATE"
    value: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a gazetteer entry for a name in the text. ``country`` is ISO 3166 alpha-2; degrees are WGS 84."""

    span: Span
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str = ""  # "country" | "region" | "city"


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, body, country or document, the same whatever the language. ``id`` is stable across articles."""

    id: str
    name: str
    kind: str = ""  # "person" | "country" | "institution" | "media" | "document" | "group"
    country: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Relay:
    """A teller through whom a claim's words reached the article."""

    speaker: str
    source: Spans = ()
    cue: Spans = ()
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line of the kept text that is not the article's body: marked, never deleted."""

    span: Span
    role: FurnitureRole


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution: a source is reported to say, write, think, fear, ask, deny … a content.

    ``relay`` lists the tellers, the one nearest to this article first. ``rule`` names the construction and cue that
    made the claim (``selon read --explain``); ``actor`` is the registry id of the speaker where one is known.
    """

    source: Spans
    cue: Spans
    content: Spans
    speaker: str
    kind: Kind = "indirect"
    stance: Stance = "asserts"
    certainty: Certainty = "certain"
    relay: tuple[Relay, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    anonymous: bool = False
    inferred: bool = False
    place: Position | None = None
    actor: str | None = None
    rule: str | None = None
    id: str | None = None
    question: str | None = None
    answer: str | None = None
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, value, allowed in (
            ("kind", self.kind, KINDS),
            ("stance", self.stance, STANCES),
            ("certainty", self.certainty, CERTAINTIES),
        ):
            if value not in allowed:
                raise InvariantError(f"{name} is {value!r}; it is one of {', '.join(allowed)}")

    def spans(self) -> Iterator[Span]:
        """Every span of the claim, its relays' and values' included."""
        yield from (*self.source, *self.cue, *self.content)
        for relay in self.relay:
            yield from (*relay.source, *relay.cue)
        values: tuple[Quantity | Time | Place, ...] = (*self.quantities, *self.times, *self.places)
        yield from (value.span for value in values)

    def check_against(self, text: str) -> None:
        """Raise InvariantError where a span of the claim leaves ``text``."""
        for span in self.spans():
            if not 0 <= span.start < span.end <= len(text):
                raise InvariantError(f"span {tuple(span)} lies outside the article's text of {len(text)} characters")


@dataclass(frozen=True, slots=True)
class Article:
    """A kept text with what is known of it. ``published`` is an ISO date (or date and time); ``id`` the input's id."""

    text: str
    id: str | None = None
    language: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    furniture: tuple[Furniture, ...] = field(default=(), repr=False)

    def published_date(self) -> dt.date | None:
        """The day of publication, or None where it is unknown or not an ISO date."""
        try:
            return dt.date.fromisoformat((self.published or "")[:10])
        except ValueError:
            return None
