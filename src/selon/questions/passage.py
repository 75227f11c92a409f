"""An article read once for the comparators: tokens, sentences, actions, concepts, mentions, each with offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import cached_property
from typing import TypeVar

from selon.analysis.sentences import sentence_spans
from selon.analysis.times import find_times
from selon.languages import load
from selon.model import Article, Claim, Span, Time
from selon.questions.actions import Action, classes, find_actions
from selon.questions.mentions import BODY, COUNTRY, NAME, PERSON, PLACE, Mention, find_mentions, speakers_among
from selon.questions.places import located
from selon.questions.words import Token, concepts, cues, language_of, plain, telling, tokens

Range = tuple[int, int]


class Reading:
    """An article's text as tokens with what they name. Ranges are offsets into the text, end excluded."""

    def __init__(self, article: Article, speakers: Set[str] = frozenset()) -> None:
        self.article = article
        self.text = article.text
        self.language = language_of(article.language)
        self.cues = cues(self.language)
        self.words = tokens(self.text, self.language)
        self.index = {token.start: i for i, token in enumerate(self.words)}
        told = self.cues.told
        deeds = [a for a in find_actions(self.words, self.language) if self.words[a.at].word not in told]
        self.mentions = find_mentions(
            self.words, self.language, self.cues.stop | set(self.cues.lists["places.compass"]) | {"far"}
        )
        self.names = {m.id.split(":", 1)[1]: self._whole_name(at) for at, m in reversed([*enumerate(self.mentions)])}
        self.mentions = speakers_among(self.mentions, speakers)
        named = {start for m in self.mentions for start in self._starts_inside(m)}
        found = [(name, self.words[i].start) for name, i in concepts(self.words, self.language)]
        self.concepts = [(name, start) for name, start in found if name[0] != "~" or start not in named]
        self._word_starts = [w.start for w in self.words]
        self._mention_starts = [m.start for m in self.mentions]
        self._concept_starts = [start for _, start in self.concepts]
        self.sentences = [span for span, _ in sentence_spans(self.text, load(self.language))]
        self._sentence_starts = [s.start for s in self.sentences]
        self.actions = [a for a in deeds if not self.means_others(a, self.words[a.at].start)]
        self._action_starts = [self.words[a.at].start for a in self.actions]
        self.common = Counter(action.name for action in self.actions)
        countries = Counter(m.country for m in self.mentions if m.country)
        self.country = min(countries, key=lambda c: (-countries[c], c)) if countries else None

    def _whole_name(self, at: int) -> str:
        """A mention's name with those that follow it directly ("General | Santos", "San | Pedro")."""
        start, end = self.mentions[at].start, self.mentions[at].end
        for after in self.mentions[at + 1 :]:
            if after.kind != self.mentions[at].kind or self.text[end : after.start] not in (" ", "\u00a0"):
                break
            end = after.end
        return self.text[start:end]

    def _starts_inside(self, mention: Mention) -> list[int]:
        at = self.index[mention.start]
        out = []
        while at < len(self.words) and self.words[at].start < mention.end:
            out.append(self.words[at].start)
            at += 1
        return out

    def means_others(self, action: Action, offset: int) -> bool:
        """Whether its company tells that a word for people at ``offset`` means others (a club's « licenciés »)."""
        company = classes().homographs.get(action.name) if action.form == "people" else None
        if not company:
            return False
        start, end = self.sentence_at(offset)
        return not company.isdisjoint(self.concepts_in([(start, end)]))

    def word_at(self, offset: int) -> int | None:
        """The number of the first word that starts at ``offset`` or after."""
        at = bisect_left(self._word_starts, offset)
        return at if at < len(self.words) else None

    def tokens_in(self, ranges: Iterable[Range]) -> list[Token]:
        return _within(self.words, self._word_starts, ranges)

    def actions_in(self, ranges: Iterable[Range]) -> list[Action]:
        return _within(self.actions, self._action_starts, ranges)

    def mentions_in(self, ranges: Iterable[Range]) -> list[Mention]:
        return _within(self.mentions, self._mention_starts, ranges)

    def concepts_at(self, ranges: Iterable[Range]) -> list[tuple[str, int]]:
        """Concepts with their offsets; unknown words that are part of a name are left out."""
        return _within(self.concepts, self._concept_starts, ranges)

    def concepts_in(self, ranges: Iterable[Range]) -> list[str]:
        return [name for name, _ in self.concepts_at(ranges)]

    def located_in(self, ranges: Iterable[Range]) -> list[Mention]:
        """The mentions of the ranges that a locative preposition governs."""
        return [m for m in self.mentions_in(ranges) if located(m, self.words, self.index, self.cues)]

    def is_owner(self, mention: Mention) -> bool:
        """Whether "of" leads to a mention, an article between them or none ("mayor of Larra", « maire du Havre »)."""
        at = self.index[mention.start]
        before = [w.word for w in self.words[max(0, at - 2) : at]]
        return any(word in self.cues.lists["places.of"] for word in before)

    @cached_property
    def times(self) -> list[Time]:
        """The times that the text speaks of, relative to its day of publication."""
        return sorted(find_times(self.text, self.language, self.article.published_date()), key=lambda t: t.span)

    def times_in(self, start: int, end: int) -> list[Time]:
        """The times whose words stand in ``text[start:end]``."""
        return [t for t in _within(self.times, self._time_starts, [(start, end)]) if t.span.end <= end]

    @cached_property
    def _time_starts(self) -> list[int]:
        return [t.span.start for t in self.times]

    def words_of(self, ranges: Iterable[Range]) -> str:
        return " … ".join(self.text[a:b] for a, b in ranges)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds ``offset`` (the whole text where none does)."""
        at = bisect_right(self._sentence_starts, offset) - 1
        if at >= 0 and offset < self.sentences[at].end:
            return self.sentences[at]
        return Span(0, max(1, len(self.text)))

    def bag(self, ranges: Sequence[Range], weight: float = 1.0) -> dict[str, float]:
        """Concepts, actions and mentions of the ranges, weighted by how much they tell."""
        out: dict[str, float] = {}
        for name in self.concepts_in(ranges):
            out[name] = max(out.get(name, 0.0), weight * telling(name))
        for action in self.actions_in(ranges):
            key = f"!{action.name}"
            out[key] = max(out.get(key, 0.0), weight)
        for mention in self.mentions_in(ranges):
            value = weight * (0.7 if mention.kind == COUNTRY else 1.0)
            out[mention.id.split(":", 1)[1]] = max(out.get(mention.id.split(":", 1)[1], 0.0), value)
        return out

    def profile(self, speakers: Iterable[str]) -> dict[str, float]:
        """What the article is about: names, speakers, countries, actions, for telling its story from others."""
        title = self.article.title or ""
        out: dict[str, float] = {f"@{plain(name)}": 1.0 for name in speakers if name}
        for mention in self.mentions:
            weight = {COUNTRY: 0.6, PLACE: 0.8, BODY: 0.8, NAME: 1.0, PERSON: 1.0}[mention.kind]
            key = mention.id.split(":", 1)[1]
            out[key] = max(out.get(key, 0.0), weight)
        for name, count in self.common.items():
            out[f"!{name}"] = 0.3 if count == 1 else 0.5
        for name, _ in self.concepts:
            if name[0] != "~":
                out.setdefault(name, 0.25)
        for name, _ in concepts(tokens(title, self.language), self.language):
            out[name] = max(out.get(name, 0.0), 0.4)
        return out


T = TypeVar("T")


def _within(items: Sequence[T], starts: Sequence[int], ranges: Iterable[Range]) -> list[T]:
    """The items that start inside the ranges, in order; ``starts`` are their sorted offsets."""
    out: list[T] = []
    last = 0
    for a, b in sorted(ranges):
        first = max(last, bisect_left(starts, a))
        last = max(first, bisect_left(starts, b))
        out += items[first:last]
    return out


def ranges_of(spans: Sequence[Span]) -> list[Range]:
    return [(s.start, s.end) for s in spans]


def start_of(claim: Claim) -> int:
    """Where a claim stands: the start of its content, or of its cue or source where that is empty."""
    return min((s.start for s in claim.content or claim.cue or claim.source), default=0)
