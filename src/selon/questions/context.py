"""An article's claims in their context: what stands around a claim and what was told before it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from selon.model import Article, Claim, Quantity, Time
from selon.questions import places, setting
from selon.questions.actions import Action, classes
from selon.questions.mentions import COUNTRY, Mention, capital_of
from selon.questions.passage import Range, Reading, ranges_of, start_of
from selon.questions.record import Facet, Modality, Statement
from selon.questions.words import lowered, plain

EXISTENTIAL = re.compile(r"\bthere (?:had|has|have|is|are|was|were|will|would|may|might|could)\b")  # names no place
LEFT_OPEN = frozenset({"declines", "does-not-deny", "doubts"})  # "refused to say" rejects nothing
CONTEXT = 0.35  # weight of the words around a claim, beside its own
LOOK_BACK = 1500  # characters that "in that region" looks back over


class Context:
    """An article read once, and the facets found so far; ``figures`` and ``propositions`` add to them."""

    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        speakers = {s.claim.speaker for s in statements}
        self.reading = Reading(article, speakers)
        self.profile = self.reading.profile(speakers)
        first = [(span.start, span.end) for span in self.reading.sentences[:1]]
        self.home = places.place_in(
            self.reading.mentions_in(first),
            self.reading.words,
            self.reading.index,
            self.reading.cues,
            self.reading.words_of(first),
        )[0]
        self.numbers: list[Facet] = []  # figures told so far that set the topic (no parts, no comparisons)
        self.lead: Facet | None = None  # the first figure of the last claim that told any: what "police say 13" is of
        self.told: list[tuple[Facet, str]] = []  # propositions and figures so far, with the side that told them
        self.contents = sorted(r for s in statements for r in ranges_of(s.claim.content))
        self.owned = sorted(
            (r, s.id, sum(b - a for a, b in ranges_of(s.claim.content)))
            for s in statements
            for r in ranges_of(s.claim.content)
        )
        self.sides = {s.id: self._side(s.claim) for s in statements}
        by_speaker: dict[str, str] = {}
        for s in statements:
            if self.sides[s.id]:
                by_speaker.setdefault(s.claim.speaker, self.sides[s.id])
        self.side_of = by_speaker

    def _side(self, claim: Claim) -> str:
        """Whose side a speaker is on: the country that its own words name, else the speaker's name."""
        mentions = self.reading.mentions_in(ranges_of(claim.source))
        return next((m.country for m in mentions if m.country), "")

    def _in_content(self, offset: int) -> bool:
        at = bisect_right(self.contents, (offset, 1 << 60)) - 1
        return any(a <= offset < b for a, b in self.contents[max(0, at - 3) : at + 1])

    def _contents_near(self, sentence: Range) -> list[Range]:
        """The contents that may reach into a sentence."""
        first = bisect_left(self.contents, (sentence[0], 0))
        last = bisect_left(self.contents, (sentence[1], 0))
        return self.contents[max(0, first - 3) : last]

    def _place(self, ranges: list[Range]) -> tuple[str | None, bool, bool]:
        r = self.reading
        found = places.place_in(r.mentions_in(ranges), r.words, r.index, r.cues, r.words_of(ranges))
        if not found[1] and ranges and r.cues.has("places.anaphora", EXISTENTIAL.sub("", lowered(r.words_of(ranges)))):
            before = [m for m in r.mentions_in([(max(0, ranges[0][0] - LOOK_BACK), ranges[0][0])]) if m.kind != COUNTRY]
            named = [m for m in before if places.located(m, r.words, r.index, r.cues)]
            regions = [m for m in named if self._is_region(m)]
            if "region" in plain(r.words_of(ranges)) and regions:
                named = regions
            if named:
                return named[-1].id.split(":", 1)[1], True, False
        return self._capital(*found)

    def _is_region(self, mention: Mention) -> bool:
        at = self.reading.index.get(mention.start, 0)
        near = self.reading.words[max(0, at - 3) : at + 3]
        return any(w.word in self.reading.cues.lists["places.region"] for w in near)

    def _capital(self, place: str | None, own: bool, national: bool) -> tuple[str | None, bool, bool]:
        if place == "capital":
            place = (capital_of(self.reading.country) if self.reading.country else None) or "capital"
        return place, own, national

    def _cue_actions(self, claim: Claim) -> list[Action]:
        """The deeds that a cue tells besides saying so ("has approved", "a condamné … à"), not "has recalled"."""
        if claim.stance in LEFT_OPEN:
            return []
        found = self.reading.actions_in(ranges_of(claim.cue))
        return [
            a
            for a in found
            if a.form == "verbs" and a.name not in classes().weak | classes().spoken and self._is_deed(a)
        ]

    def _is_deed(self, action: Action) -> bool:
        """ "according to" is no agreement."""
        return self.reading.words[action.at].word != "according"

    def _times(self, statement: Statement, ranges: list[Range]) -> list[Time]:
        given = [t for t in statement.claim.times if any(a <= t.span.start < b for a, b in ranges)]
        if given or not ranges:
            return given
        return [t for a, b in ranges for t in self.reading.times_in(a, b)]

    def _as_of(self, statement: Statement, event: tuple[str, str] | None) -> str | None:
        """The day that an answer holds for: the event's, or the day it was said, or that of publication.

        A pluperfect cue without a day ("avait d'abord parlé de") was said earlier, nobody knows when: None.
        """
        if event:
            return event[1]
        r, claim = self.reading, statement.claim
        sentence = r.sentence_at(min((s.start for s in claim.cue), default=start_of(claim)))
        outside = minus([(sentence.start, sentence.end)], self._contents_near(sentence))
        published = (r.article.published or "")[:10]
        said = [setting.day_of([t]) for a, b in outside for t in r.times_in(a, b)]
        days = [d[1] for d in said if d and d[0] == d[1] and (not published or d[1] <= published)]
        if days:
            return days[0]
        first = next((w.word for w in r.tokens_in(ranges_of(claim.cue))), "")
        if self._is_superseded(claim):
            return None
        return None if first in r.cues.lists["words.pluperfect"] else published or None

    def _is_superseded(self, claim: Claim) -> bool:
        """Whether a claim's source or content is a count that another has taken the place of ("the previous toll")."""
        lists = self.reading.cues.lists
        words = [w.word for w in self.reading.tokens_in([*ranges_of(claim.source), *ranges_of(claim.content)])]
        pairs = [(a, b) for one, other in pairwise(words) for a, b in ((one, other), (other, one))]
        return any(a in lists["figures.earlier"] and b in lists["figures.estimate"] for a, b in pairs)

    def _modality(self, text: str, cue: str, claim: Claim, times: list[Time]) -> Modality:
        return setting.modality(text, cue, claim, times, self.reading.article, self.reading.cues)


def quantities_in(claim: Claim) -> list[Quantity]:
    """A claim's figures that stand in its content."""
    spans = ranges_of(claim.content)
    return [q for q in claim.quantities if any(a <= q.span.start < b for a, b in spans)]


def said(bag: dict[str, float]) -> dict[str, float]:
    """The bag without its actions, which are compared by themselves."""
    return {k: v for k, v in bag.items() if k[0] != "!"}


def joined(bag: dict[str, float], other: Mapping[str, float], weight: float) -> dict[str, float]:
    return {
        k: max(bag.get(k, 0.0), v * weight if k in other and k not in bag else bag.get(k, 0.0))
        for k, v in (dict(other) | bag).items()
    }


def minus(ranges: Sequence[Range], taken: Sequence[Range]) -> list[Range]:
    out = list(ranges)
    for a, b in taken:
        out = [piece for s, e in out for piece in ((s, min(e, a)), (max(s, b), e)) if piece[0] < piece[1]]
    return out
