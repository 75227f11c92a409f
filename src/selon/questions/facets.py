"""From an article and its claims to facets: each figure, or each proposition, in terms that two languages share.

News writes its context once: "1.12 million marched on Thursday. The CGT counted two million." What a claim leaves out
is taken from its sentence, then from the claims before it in the same article; ``Facet.hints`` tell what was taken.
"""

from __future__ import annotations

import dataclasses
import logging
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from selon.model import Article, Claim, Quantity, Time
from selon.questions import measure, places, setting
from selon.questions.actions import classes
from selon.questions.mentions import COUNTRY, NAME, Mention, capital_of, spelling
from selon.questions.passage import Range, Reading, ranges_of, start_of
from selon.questions.record import Facet, Modality, Statement
from selon.questions.segments import segments
from selon.questions.words import lowered, parents, plain

log = logging.getLogger("selon.questions")

CONTEXT = 0.35  # weight of the words around a claim, beside its own
EXISTENTIAL = re.compile(r"\bthere (?:had|has|have|is|are|was|were|will|would|may|might|could)\b")  # names no place
LOOK_BACK = 1500  # characters that "in that region" looks back over
STANDS = frozenset({"them", "they", "any", "some", "en", "ils", "elles", "eux"})  # "the first of them in Kursk"
FULL_BAG = 3  # a proposition with fewer concepts of its own leans on the claim before it


def facets_of(article: Article, statements: Iterable[Statement]) -> list[Facet]:
    """The facets of an article's claims, in order of the text; the same whatever the order of ``statements``."""
    ordered = sorted(statements, key=lambda s: (start_of(s.claim), s.id))
    if not ordered:
        return []
    reader = _Reader(article, ordered)
    out: list[Facet] = []
    for statement in ordered:
        try:
            out += reader.read(statement)
        except Exception:  # one claim that can't be read costs itself, never the article
            log.exception("claim %s of article %s can't be compared", statement.id, statement.article_key)
            out.append(
                Facet(id=f"{statement.id}#0", statement=statement, kind="yes-no", speaker=statement.claim.speaker)
            )
    return out


class _Reader:
    """Walks an article's claims in order, keeping what was said last."""

    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        self.reading = Reading(article)
        self.profile = self.reading.profile({s.claim.speaker for s in statements})
        first = [(span.start, span.end) for span in self.reading.sentences[:1]]
        self.home = places.place_in(
            self.reading.mentions_in(first),
            self.reading.words,
            self.reading.index,
            self.reading.cues,
            self.reading.words_of(first),
        )[0]
        self.numbers: list[Facet] = []  # figures told so far that set the topic (no parts, no comparisons)
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

    def read(self, statement: Statement) -> list[Facet]:
        claim = statement.claim
        content = ranges_of(claim.content)
        quantities = sorted(claim.quantities, key=lambda q: q.span)
        quantities = [q for q in quantities if any(a <= q.span.start < b for a, b in content)]
        quantities = [q for q in quantities if not self._is_adjunct(q, content)]
        quantities = self._told_here(statement, quantities, content)
        if quantities and self._all_durations(quantities) and self.reading.actions_in(content):
            quantities = []
        if quantities:
            found = self._figures(statement, content, quantities)
        elif facet := self._same_figure(statement, content):
            found = [facet]
        else:
            found = [self._proposition(statement, content)]
        side = self.side_of.get(claim.speaker) or claim.speaker
        self.told += [(f, side) for f in found]
        return found

    def _told_here(self, statement: Statement, quantities: list[Quantity], content: list[Range]) -> list[Quantity]:
        """The figures that no claim inside this one tells ("of the 10,000 sent, says X, 8,000 are in Kursk").

        Where that would leave none, all of them: the claim inside may just as well be the same one, found twice.
        """
        size = sum(b - a for a, b in content)
        if not content:
            return quantities
        start, end = min(a for a, _ in content), max(b for _, b in content)
        first = bisect_left(self.owned, ((start, 0), "", 0))
        inner: list[Range] = []
        for (a, b), owner, total in self.owned[first:] if len(quantities) > 1 else []:
            if a >= end:
                break
            if owner != statement.id and total < size and any(s <= a and b <= e for s, e in content):
                inner.append((a, b))
        kept = [q for q in quantities if not any(a <= q.span.start < b for a, b in inner)]
        return kept or quantities

    def _is_adjunct(self, quantity: Quantity, content: list[Range]) -> bool:
        """Whether the figure only says where or how ("in four brigades", "dans trois provinces")."""
        at = self.reading.word_at(quantity.span.start)
        before = self.reading.words[at - 1].word if at else ""
        inside = any(a < quantity.span.start < b for a, b in content)
        return (
            inside and before in self.reading.cues.lists["figures.adjunct"] and bool(self.reading.actions_in(content))
        )

    def _all_durations(self, quantities: Sequence[Quantity]) -> bool:
        r = self.reading
        return all(measure.dimension_of(r, q, measure.noun_of(r, q)) == "duration" for q in quantities)

    # figures

    def _figures(self, statement: Statement, content: list[Range], quantities: Sequence[Quantity]) -> list[Facet]:
        parts = segments(self.reading, content, quantities)
        out: list[Facet] = []
        first: Facet | None = None
        for number, (quantity, ranges) in enumerate(zip(quantities, parts, strict=True)):
            facet = self._figure(statement, content, quantity, ranges, number, first)
            out.append(facet)
            if facet.change and first is None:
                first = dataclasses.replace(facet, change=False)
            if not (facet.part or facet.since or facet.change):
                first = first if first and not out[0].change else facet
                self.numbers.append(facet)
        if any(f.change for f in out) and any(not f.change and not f.part for f in out):
            out = [f for f in out if not f.change]  # "a further 1,500, bringing the total to 3,000": the total answers
        return out

    def _figure(
        self,
        statement: Statement,
        content: list[Range],
        quantity: Quantity,
        ranges: list[Range],
        number: int,
        first: Facet | None,
    ) -> Facet:
        r, claim = self.reading, statement.claim
        text = lowered(r.words_of(ranges))
        before = lowered(r.text[max(0, quantity.span.start - 24) : quantity.span.start])
        own = lowered(r.text[quantity.span.start : quantity.span.end])
        part = number > 0 and r.cues.has("figures.among", text)
        since = number > 0 and bool((m := r.cues.find("figures.since", before)) and len(before) - m.end() < 4)
        change = r.cues.has("figures.further", own)
        each = r.cues.has("figures.each", lowered(r.text[quantity.span.end : quantity.span.end + 12]))
        hints: list[str] = []
        status = measure.status_of(r, quantity, ranges)
        noun = measure.noun_of(r, quantity, status)
        nearest = measure.nearest_action(r, quantity, ranges)
        action = status or (nearest.name if nearest else None)
        strong = action if action and action not in classes().weak else None
        earlier = first or self._earlier(noun)
        said = [a for a in r.actions_in(ranges) if a.name not in classes().weak]
        if strong is not None and not said and earlier is not None and earlier.action == strong:
            strong = None  # the words name no action, only the unit does, which was filled in from before
        if strong is None and number > 0 and not part and not measure.bare(r, quantity, ranges):
            earlier = None
        if strong is None and earlier is not None and not self._is_presence(text, ranges):
            action = earlier.action or action
            hints.append("action from the figure before")
        elif strong is None and action is None and self._is_presence(text, ranges):
            action = "be"
        if noun in (None, "person") and earlier is not None and "action from the figure before" in hints:
            noun = earlier.noun or noun
        if noun is None and action in classes().people:
            noun = "person"
        place, own_place, national = self._place(ranges)
        countries = frozenset(m.country for m in r.located_in(ranges) if m.kind == COUNTRY and m.country)
        if not own_place and not part:
            place, national, hint = self._setting_place(statement, earlier if hints else None)
            if hint:
                hints.append(hint)
        times = self._times(statement, ranges)
        day = setting.day_of(times)
        if day is None and not since:
            day = self._day_around(statement, earlier, hints)
        nations = self._nations(quantity)
        if not nations and earlier is not None and (hints or part):
            nations = earlier.nations
        bag = r.bag(ranges)
        if hints and earlier is not None:
            bag = _joined(bag, earlier.bag, CONTEXT)
        cue = r.words_of(ranges_of(claim.cue))
        mode = self._modality(
            r.words_of(ranges if number or len(quantities_in(claim)) > 1 else content), cue, claim, times
        )
        if since:
            mode = "done" if earlier is None else earlier.modality
        if part and earlier is not None:
            mode = earlier.modality
        return Facet(
            id=f"{statement.id}#{number}",
            statement=statement,
            kind="number",
            action=action,
            actions=frozenset(a.name for a in r.actions_in(ranges)) | ({action} if action else set()),
            low=quantity.low,
            high=quantity.high,
            figure=True,
            unit=quantity.unit,
            dimension=measure.dimension_of(r, quantity, noun),
            noun=noun,
            place=place,
            place_own=own_place,
            home=self.home,
            place_name=r.names.get(place or "", ""),
            national=national,
            countries=countries,
            nations=nations,
            day=day,
            modality=mode,
            change=change,
            part=each or (part and place is None and (earlier is None or noun == earlier.noun)),
            since=since,
            agents=frozenset(),
            patients=frozenset(),
            bag=_said(bag),
            profile=self.profile,
            as_of=self._as_of(statement, day if since or (action in classes().episodic) else None),
            speaker=self._speaker(claim, number),
            hints=tuple(hints),
        )

    def _is_presence(self, text: str, ranges: list[Range]) -> bool:
        """Whether the figure's words place what is counted somewhere ("a couple of thousand were in Kursk")."""
        place, named, _ = places.place_in(
            self.reading.mentions_in(ranges), self.reading.words, self.reading.index, self.reading.cues, text
        )
        auxiliary = self.reading.cues.lists["passive.auxiliary"]
        return named and place is not None and any(t.word in auxiliary for t in self.reading.tokens_in(ranges))

    def _earlier(self, noun: str | None) -> Facet | None:
        """The last figure of the article that may be of the same things."""
        person = noun in (None, "person") or parents().get(noun or "") == "person"
        for facet in reversed(self.numbers):
            of_persons = facet.noun in (None, "person") or parents().get(facet.noun or "") == "person"
            if facet.noun == noun or (person and of_persons):
                return facet
        return None

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

    def _in_content(self, offset: int) -> bool:
        at = bisect_right(self.contents, (offset, 1 << 60)) - 1
        return any(a <= offset < b for a, b in self.contents[max(0, at - 3) : at + 1])

    def _contents_near(self, sentence: Range) -> list[Range]:
        """The contents that may reach into a sentence."""
        first = bisect_left(self.contents, (sentence[0], 0))
        last = bisect_left(self.contents, (sentence[1], 0))
        return self.contents[max(0, first - 3) : last]

    def _is_region(self, mention: Mention) -> bool:
        at = self.reading.index.get(mention.start, 0)
        near = self.reading.words[max(0, at - 3) : at + 3]
        return any(w.word in self.reading.cues.lists["places.region"] for w in near)

    def _capital(self, place: str | None, own: bool, national: bool) -> tuple[str | None, bool, bool]:
        if place == "capital":
            place = (capital_of(self.reading.country) if self.reading.country else None) or "capital"
        return place, own, national

    def _setting_place(self, statement: Statement, earlier: Facet | None) -> tuple[str | None, bool, str]:
        """The place that opens the sentence ("À Paris, la préfecture …"), or else that of the figure before."""
        r = self.reading
        sentence = r.sentence_at(start_of(statement.claim))
        opening = r.tokens_in([sentence])[:1]
        if opening and opening[0].word in r.cues.lists["places.at"]:
            end = sentence.start + 60
            for t in r.tokens_in([(sentence.start + 1, sentence.end)]):
                if t.word in ",;:" or self._in_content(t.start):
                    end = t.start
                    break
            ranges = [(sentence.start, min(end, sentence.end))]
            mentions = r.mentions_in(ranges)[:1]
            place, own, national = self._capital(
                *places.place_in(mentions, r.words, r.index, r.cues, r.words_of(ranges))
            )
            if own:
                return place, national, "place from the sentence's opening"
        if earlier is not None and (earlier.place or earlier.national):
            return earlier.place, earlier.national, "place from the figure before"
        return None, False, ""

    def _nations(self, quantity: Quantity) -> frozenset[str]:
        """The countries that the counted noun is told by ("11 000 soldats de la Corée du Nord")."""
        mentions = self.reading.mentions_in([(quantity.span.start, quantity.span.end)])
        return frozenset(m.country for m in mentions if m.country)

    def _nations_of(self, content: list[Range]) -> frozenset[str]:
        """The countries that a proposition is about, those where it happens apart."""
        r = self.reading
        where = {m.start for m in r.located_in(content)}
        named = [m for m in r.mentions_in(content) if m.kind == COUNTRY and m.country and m.start not in where]
        return frozenset(m.country for m in named if m.country)

    def _subject(self, content: list[Range]) -> str | None:
        """The first people that a proposition names ("des officiers nord-coréens")."""
        named = self.reading.concepts_in(content)
        return next((c for c in named if parents().get(c) == "person"), None)

    # times and modality

    def _times(self, statement: Statement, ranges: list[Range]) -> list[Time]:
        given = [t for t in statement.claim.times if any(a <= t.span.start < b for a, b in ranges)]
        if given or not ranges:
            return given
        return [t for a, b in ranges for t in self.reading.times_in(a, b)]

    def _day_around(self, statement: Statement, earlier: Facet | None, hints: list[str]) -> tuple[str, str] | None:
        r = self.reading
        content = ranges_of(statement.claim.content)
        day = setting.day_of([t for t in statement.claim.times if not any(a <= t.span.start < b for a, b in content)])
        if day is None and len(quantities_in(statement.claim)) <= 1:
            day = setting.day_of(statement.claim.times)
        if day is None:
            sentence = r.sentence_at(start_of(statement.claim))
            lead = min((a for a, _ in ranges_of(statement.claim.content)), default=sentence.start)
            day = setting.day_of(r.times_in(sentence.start, lead))
        if day is None and earlier is not None:
            day = earlier.day
            if day:
                hints.append("day from the figure before")
        return day

    def _as_of(self, statement: Statement, event: tuple[str, str] | None) -> str | None:
        """The day that an answer holds for: the event's, or the day it was said, or that of publication.

        A pluperfect cue without a day ("avait d'abord parlé de") was said earlier, nobody knows when: None.
        """
        if event:
            return event[1]
        r, claim = self.reading, statement.claim
        sentence = r.sentence_at(min((s.start for s in claim.cue), default=start_of(claim)))
        outside = _minus([(sentence.start, sentence.end)], self._contents_near(sentence))
        published = (r.article.published or "")[:10]
        said = [setting.day_of([t]) for a, b in outside for t in r.times_in(a, b)]
        days = [d[1] for d in said if d and d[0] == d[1] and (not published or d[1] <= published)]
        if days:
            return days[0]
        first = next((w.word for w in r.tokens_in(ranges_of(claim.cue))), "")
        return None if first in r.cues.lists["words.pluperfect"] else published or None

    def _speaker(self, claim: Claim, number: int) -> str:
        """Whose figure it is, where two speakers give one each ("the two had counted 1.28 million and 3.5 million")."""
        parts = [p.strip() for p in claim.speaker.split(";")]
        return parts[number] if len(parts) > 1 and len(parts) == len(quantities_in(claim)) else claim.speaker

    def _modality(self, text: str, cue: str, claim: Claim, times: list[Time]) -> Modality:
        return setting.modality(text, cue, claim, times, self.reading.article, self.reading.cues)

    # what goes back to a claim before

    def _same_figure(self, statement: Statement, content: list[Range]) -> Facet | None:
        """ "that number", "ce chiffre", "the same estimate", or an echo without content: the figure told before."""
        r, claim = self.reading, statement.claim
        text = lowered(r.words_of(content))
        sentence = r.sentence_at(start_of(claim))
        same = bool(content) and r.cues.has("figures.same", text)
        if not same and content:
            words = r.tokens_in(content)
            same = any(w.word in r.cues.lists["figures.same_words"] for w in words) and any(
                w.word in r.cues.lists["figures.estimate"] for w in words
            )
        short = len(r.tokens_in(content)) <= 4
        back = same or (short and r.cues.has("figures.anaphora", text)) or (not content and bool(sentence))
        if content and r.cues.has("figures.how_many", text) and not back:
            return None
        earlier = next((f for f, _ in reversed(self.told) if f.kind == "number"), None) if back else None
        if earlier is None or (not content and self.told and self.told[-1][0].kind != "number"):
            return None
        return dataclasses.replace(
            earlier,
            id=f"{statement.id}#0",
            statement=statement,
            speaker=claim.speaker,
            as_of=self._as_of(statement, earlier.day if earlier.action in classes().episodic else None),
            low=earlier.low if same else None,
            high=earlier.high if same else None,
            figure=same,
            answer=None,
            hints=("the figure told before",),
        )

    # propositions

    def _proposition(self, statement: Statement, content: list[Range]) -> Facet:
        r, claim = self.reading, statement.claim
        words = r.tokens_in(content)
        sign = setting.polarity(words, r.cues)
        answer = setting.answer_of(claim, sign)
        content = self._told_content(content)
        words = r.tokens_in(content)
        bag = r.bag(content)
        names = [k for k in bag if not k.startswith("!")]
        about_told = any(w.word in r.cues.told for w in words) and any(
            w.word in r.cues.lists["anaphora.demonstratives"] for w in words
        )
        if about_told and not {a.name for a in r.actions_in(content)} - classes().weak:
            names = []
        if not names and not [k for k in bag if k[1:] not in classes().weak]:
            target = self._denied(claim)
            if target is not None:
                return self._about(target, statement, answer)
        place, own, national = self._place(content)
        leans = len(names) < FULL_BAG or any(w.word in r.cues.lists["anaphora.pronouns"] for w in words)
        hints: list[str] = []
        sentence = r.sentence_at(start_of(claim))
        outside = [(sentence.start, sentence.end)]
        own_ranges = content + ranges_of(claim.cue) + ranges_of(claim.source)
        around = {k: v for k, v in r.bag(_minus(outside, own_ranges), CONTEXT).items() if k not in bag}
        if leans:
            bag = bag | around
            if self.told:
                bag = _joined(bag, self.told[-1][0].bag, CONTEXT)
                hints.append("words from the claim before")
        action = measure.nearest_action(r, None, content)
        name = action.name if action else None
        strong = {a.name for a in r.actions_in(content)} - classes().weak
        if (
            strong
            and strong <= classes().attitudes
            and self.told
            and any(w.word in r.cues.lists["anaphora.demonstratives"] for w in words)
        ):
            name = self.told[-1][0].action or name
        if name is None and own and any(w.word in STANDS | set(r.cues.lists["passive.auxiliary"]) for w in words):
            name = "be"
        found = frozenset(a.name for a in r.actions_in(content))
        agents, patients = self._roles(content)
        times = self._times(statement, content) or list(claim.times)
        how_many = r.cues.has("figures.how_many", lowered(r.words_of(content)))
        return Facet(
            id=f"{statement.id}#0",
            statement=statement,
            kind="number" if how_many else "yes-no",
            action=name,
            actions=found,
            told_by_verb=action is None or action.form != "nouns",
            place=place,
            place_own=own,
            home=self.home,
            place_name=r.names.get(place or "", ""),
            national=national,
            countries=frozenset(m.country for m in r.located_in(content) if m.kind == COUNTRY and m.country),
            nations=self._nations_of(content),
            noun=self._subject(content),
            day=setting.day_of(times),
            modality=self._modality(r.words_of(content), r.words_of(ranges_of(claim.cue)), claim, times),
            answer=answer,
            agents=agents,
            patients=patients,
            bag=_said(bag),
            profile=self.profile,
            as_of=self._as_of(statement, None),
            speaker=claim.speaker,
            hints=tuple(hints),
        )

    def _told_content(self, content: list[Range]) -> list[Range]:
        """What "reports of …" and "des preuves de …" are of: the words after, where there are any."""
        words = self.reading.tokens_in(content)
        links = self.reading.cues.lists["words.of"]
        for at in range(len(words) - 2, 0, -1):
            if words[at].word in links and words[at - 1].word in self.reading.cues.told:
                start = words[at].end
                return [(max(a, start), b) for a, b in content if b > start]
        return content

    def _denied(self, claim: Claim) -> Facet | None:
        """What "such reports" are: the last thing told by another side (nobody denies their own words)."""
        side = self.side_of.get(claim.speaker) or claim.speaker
        for facet, other in reversed(self.told):
            own_words = other == side and facet.answer is not None
            if own_words or (facet.action is None and not facet.figure):
                continue
            return facet
        return None

    def _about(self, target: Facet, statement: Statement, answer: str | None) -> Facet:
        return dataclasses.replace(
            target,
            id=f"{statement.id}#0",
            statement=statement,
            speaker=statement.claim.speaker,
            as_of=self._as_of(statement, None),
            kind="yes-no",
            low=None,
            high=None,
            figure=False,
            place_own=False,
            answer=answer,
            hints=("what was told before",),
        )

    def _opening_name(self, content: list[Range]) -> frozenset[str]:
        """A capitalised word that opens the content: a name, or just the first word; enough to tell who acts."""
        first = next(iter(self.reading.tokens_in(content)), None)
        if first is None or not first.upper or first.word in self.reading.cues.stop:
            return frozenset()
        return frozenset({f"{NAME}:{spelling(first.word)}"})

    def _roles(self, content: list[Range]) -> tuple[frozenset[str], frozenset[str]]:
        """Who acts on whom, where an action has a direction: names before it and after it, turned by a passive."""
        r = self.reading
        action = next((a for a in r.actions_in(content) if a.name in classes().directed and a.form == "verbs"), None)
        if action is None:
            return frozenset(), frozenset()
        at = r.words[action.at].start
        mentions = r.mentions_in(content)
        before = frozenset(m.id for m in mentions if m.start < at) | self._opening_name(content)
        after = frozenset(m.id for m in mentions if m.start > at)
        words = r.words[max(0, action.at - 3) : action.at]
        following = r.words[action.at + 1 : action.at + 3]
        passive = any(w.word in r.cues.lists["passive.auxiliary"] for w in words) and any(
            w.word in r.cues.lists["passive.by"] for w in following
        )
        return (after, before) if passive else (before, after)


def quantities_in(claim: Claim) -> list[Quantity]:
    """A claim's figures that stand in its content."""
    spans = ranges_of(claim.content)
    return [q for q in claim.quantities if any(a <= q.span.start < b for a, b in spans)]


def _said(bag: dict[str, float]) -> dict[str, float]:
    """The bag without its actions, which are compared by themselves."""
    return {k: v for k, v in bag.items() if k[0] != "!"}


def _joined(bag: dict[str, float], other: Any, weight: float) -> dict[str, float]:
    return {
        k: max(bag.get(k, 0.0), v * weight if k in other and k not in bag else bag.get(k, 0.0))
        for k, v in (dict(other) | bag).items()
    }


def _minus(ranges: Sequence[Range], taken: Sequence[Range]) -> list[Range]:
    out = list(ranges)
    for a, b in taken:
        out = [piece for s, e in out for piece in ((s, min(e, a)), (max(s, b), e)) if piece[0] < piece[1]]
    return out
