"""What a figure leaves out, taken from what stands around it: its action, hour, place and day."""

from __future__ import annotations

from selon.model import Claim, Quantity
from selon.questions import measure, places, setting
from selon.questions.actions import classes
from selon.questions.context import Context, minus, quantities_in
from selon.questions.mentions import NAME, PERSON, PLACE
from selon.questions.passage import ranges_of, start_of
from selon.questions.record import Facet, Statement
from selon.questions.words import lowered, parents


class Surroundings(Context):
    """Fills in what a figure's own words don't tell."""

    def _action_around(self, claim: Claim, quantity: Quantity) -> str | None:
        """What a sum measures, told outside its content ("raised its key rate to | 4.25 %"), or the deed of a term."""
        r = self.reading
        deeds = self._cue_actions(claim)
        if measure.dimension_of(r, quantity, None) == "duration":
            return next((a.name for a in deeds if a.name in classes().terms), None)
        if not measure.is_measured(r, quantity):
            return None
        sentence = r.sentence_at(start_of(claim))
        lead = minus([(sentence.start, sentence.end)], [*self._contents_near(sentence), *ranges_of(claim.source)])
        named = [a for a in r.actions_in(lead) if a.name in classes().measures]
        at = r.word_at(quantity.span.start) or 0
        if named:
            return min(named, key=lambda a: (abs(a.at - at), a.at)).name
        return next((a.name for a in deeds if a.name in classes().decided), None)  # "will pay | 50,000 dollars"

    def _clock_around(self, statement: Statement, action: str | None) -> str | None:
        """The hour that a turnout is told for, where the sentence opens with it ("At noon 21 % had voted")."""
        if action not in classes().shared_out | {"turnout"}:
            return None
        sentence = self.reading.sentence_at(start_of(statement.claim))
        lead = self.reading.text[sentence.start : start_of(statement.claim)]
        return setting.clock_of(lowered(lead), self.reading.cues)

    def _earlier(self, noun: str | None) -> Facet | None:
        """The last figure of the article that may be of the same things."""
        person = noun in (None, "person") or parents().get(noun or "") == "person"
        for facet in reversed(self.numbers):
            of_persons = facet.noun in (None, "person") or parents().get(facet.noun or "") == "person"
            if facet.noun == noun or (person and of_persons):
                return facet
        return None

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
        town = self._town_of(statement.claim)
        return town, False, "place from the speaker" if town else ""

    def _town_of(self, claim: Claim) -> str | None:
        """The place that a local office names ("the mayor of Larra", « le préfet de la Drôme »)."""
        r = self.reading
        source = ranges_of(claim.source)
        heads = [w.end for w in r.tokens_in(source) if w.word in r.cues.lists["places.offices"]]
        named = [m for m in r.mentions_in(source) if heads and m.kind in (PLACE, NAME, PERSON) and m.start > heads[0]]
        return next((m.id.split(":", 1)[1] for m in named if r.is_owner(m)), None)

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
