"""Facets of figures: what each number of a claim counts, where, when and how real."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Sequence

from selon.model import Claim, Quantity
from selon.questions import counts, measure, places, setting
from selon.questions.actions import classes
from selon.questions.context import CONTEXT, joined, minus, quantities_in, said
from selon.questions.mentions import COUNTRY, NAME, PERSON
from selon.questions.passage import Range, ranges_of, start_of
from selon.questions.record import Facet, Statement
from selon.questions.scope import SIZES
from selon.questions.segments import segments
from selon.questions.surroundings import Surroundings
from selon.questions.words import lowered

WHOLE = 100  # percent


def _may_be_of(quantity: Quantity, lead: Facet) -> bool:
    """Whether a bare figure may count what another does: of a size with it, and no share above the whole."""
    value = quantity.high or quantity.low or 0.0
    if lead.dimension == "percent":
        return value <= WHOLE
    low, high = sorted((value, lead.high or lead.low or 0.0))
    return high <= SIZES * low


class Figures(Surroundings):
    """Reads the figures of a claim."""

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

    def _is_adjunct(self, claim: Claim, quantity: Quantity, content: list[Range]) -> bool:
        """Whether the figure only says where or how ("in four brigades", "dans trois provinces")."""
        at = self.reading.word_at(quantity.span.start)
        before = self.reading.words[at - 1].word if at else ""
        inside = any(a < quantity.span.start < b for a, b in content)
        told = {a.name for a in self.reading.actions_in(content)}
        if "stake" in told and told & {"sell", "buy"}:
            return True  # "the state will sell its 18 % stake" is about a sale
        nearest = measure.nearest_action(self.reading, quantity, content)
        if nearest is not None and nearest.name in classes().spread and len(quantities_in(claim)) == 1:
            return False
        return (
            inside and before in self.reading.cues.lists["figures.adjunct"] and bool(self.reading.actions_in(content))
        )

    def _all_durations(self, quantities: Sequence[Quantity]) -> bool:
        r = self.reading
        return all(measure.dimension_of(r, q, measure.noun_of(r, q)) == "duration" for q in quantities)

    def _asks_how_long(self, claim: Claim, content: list[Range]) -> bool:
        """Whether a length of time is what the claim tells: a prison term, a ban, or nothing besides."""
        told = {a.name for a in self.reading.actions_in(content)}
        return not told or bool((told | {a.name for a in self._cue_actions(claim)}) & classes().terms)

    def _asks_whether(self, content: list[Range], quantities: Sequence[Quantity]) -> bool:
        """Whether a claim's figures only tell how far something goes of which the question is whether it is so."""
        told = {a.name for a in self.reading.actions_in(content)} - classes().weak
        nearest = measure.nearest_action(self.reading, quantities[0], content)
        return (
            nearest is not None
            and nearest.name in classes().whether
            and not told & classes().measures - {"ballotshare"}
        )

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
        self.lead = next((f for f in out if not (f.part or f.since or f.change)), self.lead)
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
        lent = measure.is_lent(r, quantity)
        if lent and measure.is_reading(r, quantity, ranges):
            quantity = dataclasses.replace(quantity, unit="")  # "the magnitude was 6.1" counts none of the dead before
        lead = self.lead if lent and len(quantities_in(claim)) == 1 and self._is_bare(quantity, content) else None
        if lead is not None and not _may_be_of(quantity, lead):
            lead = None
        if lead is not None:
            quantity = dataclasses.replace(quantity, unit=lead.unit)
        before = lowered(r.text[max(0, quantity.span.start - 24) : quantity.span.start])
        own = lowered(r.text[quantity.span.start : quantity.span.end])
        part = number > 0 and r.cues.has("figures.among", text)
        since = number > 0 and bool((m := r.cues.find("figures.since", before)) and len(before) - m.end() < 4)
        rate = measure.rate_of(r, quantity, ranges)
        each = rate is None and r.cues.has("figures.each", lowered(r.text[quantity.span.end : quantity.span.end + 12]))
        hints: list[str] = []
        status = measure.status_of(r, quantity, ranges)
        noun = measure.noun_of(r, quantity, status)
        nearest = measure.nearest_action(r, quantity, ranges)
        action = status or (nearest.name if nearest else None)
        strong = action if action and action not in classes().weak else None
        if strong is None:
            action = strong = self._action_around(claim, quantity) or action
            strong = None if strong in classes().weak else strong
        earlier = first or lead or self._earlier(noun)
        deeds = [a for a in r.actions_in(ranges) if a.name not in classes().weak]
        if strong is not None and not deeds and earlier is not None and earlier.action == strong:
            strong = None  # the words name no action, only the unit does, which was filled in from before
        if strong is None and number > 0 and not part and not measure.bare(r, quantity, ranges):
            earlier = None
        befell = nearest is not None and nearest.name in classes().people and nearest.form == "verbs"
        if strong is None and earlier is not None and not befell and not self._is_presence(text, ranges):
            action = earlier.action or action
            hints.append("action from the figure before")
        elif strong is None and action is None and self._is_presence(text, ranges):
            action = "be"
        fits = earlier is not None and (earlier.dimension == "count" or self._is_alone(quantity, content))
        if noun in (None, "person") and earlier is not None and fits and "action from the figure before" in hints:
            noun = earlier.noun or noun  # but "29 of 71 ships" are no dollars
        if noun is None and action in classes().people:
            noun = "person"
        change = r.cues.has("figures.further", own) or (action in classes().states and counts.of_late(r, own, text))
        part = part or (action in classes().states and counts.only_described(r, quantity))
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
            bag = joined(bag, earlier.bag, CONTEXT)
        cue = r.words_of(ranges_of(claim.cue))
        mode = self._modality(
            r.words_of(ranges if number or len(quantities_in(claim)) > 1 else content), cue, claim, times
        )
        if action in classes().foretold and claim.certainty == "probable":
            mode = "planned"
        if since:
            mode = "done" if earlier is None else earlier.modality
        if part and earlier is not None:
            mode = earlier.modality
        if mode == "done" and earlier is not None and hints and self._is_alone(quantity, content):
            mode = earlier.modality  # "the Fund predicts 0.6 %, the ministry 1.1 %"
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
            period=setting.period_of(times),
            stretch=setting.span_of(times),
            rate=rate,
            since_when=setting.since_when(times) or (earlier.since_when if earlier is not None and hints else None),
            clock=setting.clock_of(text, r.cues) or self._clock_around(statement, action),
            holders=self._holders(quantity, ranges, action)
            or (counts.owner(r, claim, quantity, ranges) if action in classes().states else frozenset()),
            modality=mode,
            change=change,
            part=(each and not measure.is_measured(r, quantity))
            or (part and place is None and (earlier is None or noun == earlier.noun)),
            among=counts.among(r, quantity),
            since=since,
            agents=frozenset(),
            patients=frozenset(),
            bag=said(bag),
            own=said(r.bag(minus(ranges, [measure.phrase_of(r, quantity), *self._figure_words(ranges)]))),
            profile=self.profile,
            as_of=self._as_of(statement, day if since or (action in classes().episodic) else None),
            speaker=self._speaker(claim, number),
            hints=tuple(hints),
        )

    def _figure_words(self, ranges: list[Range]) -> list[Range]:
        """The words that only lead to a passage's figure ("puts the *number* at 400", "*bringing* it to 3,000")."""
        named = {*self.reading.cues.lists["figures.estimate"], *self.reading.cues.lists["figures.breaks"]}
        return [(w.start, w.end) for w in self.reading.tokens_in(ranges) if w.word in named]

    def _is_bare(self, quantity: Quantity, content: list[Range]) -> bool:
        """Whether a content is a figure alone, or beside words that only lead to one ("the figure of 13")."""
        return self._is_alone(quantity, minus(content, self._figure_words(content)))

    def _is_alone(self, quantity: Quantity, content: list[Range]) -> bool:
        """Whether a content is its figure and hardly a word more ("1,1 %", "the toll at 86")."""
        return all(quantity.span.start <= at < quantity.span.end for _, at in self.reading.concepts_at(content))

    def _holders(self, quantity: Quantity, ranges: list[Range], action: str | None) -> frozenset[str]:
        """Whose share a figure is, where many share one whole ("98 seats for the Socialists, 91 for the Union")."""
        if action not in classes().shared_out:
            return frozenset()
        r = self.reading
        people = frozenset(c for c in r.concepts_in(ranges) if c in classes().parties)
        where = {m.start for m in r.located_in(ranges)}
        span = quantity.span
        named = [m for m in r.mentions_in(ranges) if m.kind in (NAME, PERSON) and not span.start <= m.start < span.end]
        names = frozenset(m.id.split(":", 1)[1] for m in named if m.start not in where)
        return people | names

    def _is_presence(self, text: str, ranges: list[Range]) -> bool:
        """Whether the figure's words place what is counted somewhere ("a couple of thousand were in Kursk")."""
        place, named, _ = places.place_in(
            self.reading.mentions_in(ranges), self.reading.words, self.reading.index, self.reading.cues, text
        )
        auxiliary = self.reading.cues.lists["passive.auxiliary"]
        return named and place is not None and any(t.word in auxiliary for t in self.reading.tokens_in(ranges))

    def _nations(self, quantity: Quantity) -> frozenset[str]:
        """The countries that the counted noun is told by ("11 000 soldats de la Corée du Nord")."""
        mentions = self.reading.mentions_in([(quantity.span.start, quantity.span.end)])
        return frozenset(m.country for m in mentions if m.country)

    def _speaker(self, claim: Claim, number: int) -> str:
        """Whose figure it is, where two speakers give one each ("the two had counted 1.28 million and 3.5 million")."""
        parts = [p.strip() for p in claim.speaker.split(";")]
        return parts[number] if len(parts) > 1 and len(parts) == len(quantities_in(claim)) else claim.speaker

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
        lead = " ".join(w.word for w in r.tokens_in(content)[:4])
        back = same or r.cues.has("figures.anaphora", lead) or (not content and bool(sentence))
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
