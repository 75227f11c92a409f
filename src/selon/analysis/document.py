"""What the layers share while they read one article: tokens, sentences, quotations, and the drafts of its claims."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from selon.languages import Language
from selon.model import Article, Place, Quantity, Relay, Span, Spans, Time


@dataclass(slots=True)
class Token:
    """One word or mark. ``start`` and ``end`` are offsets into the article's text; ``i`` is its index in the document.

    ``lower`` is lower case with straight apostrophes; ``pos`` a Universal Dependencies part of speech; ``feats`` the
    UD features ("VerbForm": "Fin", "Mood": "Ind", …); ``tag`` the tagger's own fine tag.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    feats: Mapping[str, str]
    sentence: int = 0

    @property
    def finite(self) -> bool:
        return self.feats.get("VerbForm") == "Fin"

    @property
    def participle(self) -> bool:
        return self.feats.get("VerbForm") == "Part"

    @property
    def infinitive(self) -> bool:
        return self.feats.get("VerbForm") == "Inf"


class Sentence(NamedTuple):
    """Tokens ``first`` to ``last`` (excluded) and the characters that they cover; ``line`` counts from 0."""

    first: int
    last: int
    span: Span
    line: int


class Quotation(NamedTuple):
    """Words in quotation marks: ``span`` with the marks, ``inner`` without; not ``closed`` where no mark ends it."""

    span: Span
    inner: Span
    style: str
    closed: bool = True
    depth: int = 0


class Line(NamedTuple):
    """A line of the text and the part it plays: "body", or a furniture role ("headline", "teaser", "byline" …)."""

    span: Span
    role: str


@dataclass(slots=True)
class Draft:
    """A claim in the making; the layers after attribution fill in what they know."""

    source: Spans
    cue: Spans
    content: Spans
    rule: str = ""
    cue_lemma: str = ""
    stance: str = ""
    certainty: str = ""
    kind: str = "indirect"
    anonymous: bool = False
    inferred: bool = False
    place: str | None = None
    speaker: str = ""
    actor: str | None = None
    relay: tuple[Relay, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    score: float = 1.0
    cue_kind: str = ""  # "verb", "preposition", "noun" …, as attribution read it
    rivals: list[Draft] = field(default_factory=list)  # surely read cues that have the same content: relays, perhaps
    topic: Spans = ()  # what the content is said of, told in another clause; then a part of the content
    follows: Draft | None = None  # an inferred claim: the claim that it goes on from


@dataclass(slots=True)
class Document:
    """An article under analysis. Offsets everywhere are those of ``text``, which is the article's own."""

    article: Article
    language: Language
    text: str
    tokens: list[Token]
    sentences: list[Sentence]
    quotations: list[Quotation]
    lines: list[Line]
    drafts: list[Draft] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _opened: list[int] = field(default_factory=list)
    _longest: int = 0

    def __post_init__(self) -> None:
        self._starts = [token.start for token in self.tokens]
        self._opened = [quotation.span.start for quotation in self.quotations]
        self._longest = max((q.span.end - q.span.start for q in self.quotations), default=0)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that begin in the characters ``start`` to ``end`` (excluded)."""
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def token_at(self, offset: int) -> int:
        """The index of the last token that begins at or before ``offset`` (0 where there is none)."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def sentence_of(self, offset: int) -> Sentence:
        """The sentence that holds the character ``offset``."""
        return self.sentences[self.tokens[self.token_at(offset)].sentence]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The innermost quotation around the character ``offset``, marks included."""
        found = None
        for k in range(bisect_right(self._opened, offset) - 1, -1, -1):
            quotation = self.quotations[k]
            if offset - quotation.span.start > self._longest:
                break  # the ones before this began too early to reach here
            if offset < quotation.span.end and (found is None or quotation.depth > found.depth):
                found = quotation
        return found

    def sentences_under(self, span: Span) -> range:
        """The numbers of the sentences that ``span`` touches."""
        first = self.tokens[self.token_at(span.start)].sentence
        return range(first, self.tokens[self.token_at(span.end - 1)].sentence + 1)

    def words(self, spans: Spans) -> str:
        """The words under ``spans``, joined by a space."""
        return " ".join(self.text[a:b] for a, b in spans)
