"""Facets of propositions: what a claim says is, was or will be so, and what it only refers back to."""

from __future__ import annotations

from selon.model import Claim
from selon.questions import measure, setting
from selon.questions.actions import classes
from selon.questions.context import CONTEXT, joined, minus, said
from selon.questions.mentions import COUNTRY, NAME, spelling
from selon.questions.passage import Range, ranges_of, start_of
from selon.questions.record import Facet, Statement
from selon.questions.replies import Replies
from selon.questions.words import lowered, parents

OPEN_STANCES = frozenset({"asks", "declines", "does-not-deny", "denies", "doubts", "fears"})
STANDS = frozenset({"them", "they", "any", "some", "en", "ils", "elles", "eux"})  # "the first of them in Kursk"
LEAST = 3  # words that a main clause has before another follows it
FULL_BAG = 3  # a proposition with fewer concepts of its own leans on the claim before it


class Propositions(Replies):
    """Reads a claim as one proposition."""

    def _proposition(self, statement: Statement, content: list[Range]) -> Facet:
        r, claim = self.reading, statement.claim
        words = r.tokens_in(content)
        none = self._none_of_them(statement, content)
        if none is not None:
            return none
        answer = self._answer(claim, content)
        content = self._told_content(content)
        words = r.tokens_in(content)
        bag = r.bag(content)
        names = [k for k in bag if not k.startswith("!")]
        about_told = any(w.word in r.cues.told for w in words) and any(
            w.word in r.cues.lists["anaphora.demonstratives"] for w in words
        )
        if about_told and not {a.name for a in r.actions_in(content)} - classes().weak:
            names = []
        if self._only_judges(claim, content):
            names, bag = [], {}
        elif self._denies_guilt(claim, content) and (accused := self._denied(claim, bare=False)) is not None:
            return self._about(accused, statement, answer)
        if not names and not [k for k in bag if k[1:] not in classes().weak]:
            target = self._denied(claim) if self._replies(claim, content) else None
            if target is not None:
                return self._about(target, statement, answer)
        said_itself = said(bag)
        place, own, national = self._place(content)
        leans = len(names) < FULL_BAG or any(w.word in r.cues.lists["anaphora.pronouns"] for w in words)
        hints: list[str] = []
        sentence = r.sentence_at(start_of(claim))
        outside = [(sentence.start, sentence.end)]
        own_ranges = content + ranges_of(claim.cue) + ranges_of(claim.source)
        around = {k: v for k, v in r.bag(minus(outside, own_ranges), CONTEXT).items() if k not in bag}
        if leans:
            bag = bag | around
            if self.told and (names or self._replies(claim, content)):
                bag = joined(bag, self.told[-1][0].bag, CONTEXT)
                hints.append("words from the claim before")
        action = measure.nearest_action(r, None, self._main_clause(content))
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
        deeds = [a.name for a in self._cue_actions(claim)]
        found = frozenset(a.name for a in r.actions_in(self._main_clause(content))) | frozenset(deeds)
        if deeds and (name is None or name in classes().weak):
            name = deeds[0]
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
            period=setting.span_of(self._times(statement, content)),
            modality=self._modality(r.words_of(content), r.words_of(ranges_of(claim.cue)), claim, times),
            answer=answer,
            agents=agents,
            patients=patients,
            bag=said(bag),
            own=said_itself,
            deed_words=self._deed_words(content, name),
            refers=self._refers(said_itself, content, name),
            profile=self.profile,
            as_of=self._as_of(statement, None),
            speaker=claim.speaker,
            hints=tuple(hints),
        )

    def _refers(self, own: dict[str, float], content: list[Range], action: str | None) -> bool:
        """Whether a content says nothing itself, or only names a deed of somebody told before ("their presence")."""
        if action is None or action in classes().weak:
            return not own
        pronouns = self.reading.cues.lists["anaphora.pronouns"]
        leans = any(w.word in pronouns for w in self.reading.tokens_in(content))
        return leans and not own.keys() - self._deed_words(content, action)

    def _main_clause(self, content: list[Range]) -> list[Range]:
        """A content without the condition or cause before or after it: "if they joined, | it would be very serious"."""
        words = self.reading.tokens_in(content)
        end = next((w.end for w in words if w.word == ","), None)
        if end is not None and setting.is_supposed(words, self.reading.cues):
            content = [(max(a, end), b) for a, b in content if b > end]
        return self._without_clause(content)

    def _without_clause(self, content: list[Range]) -> list[Range]:
        """A content up to the condition, cause or contrast that ends it: "to kill them | if nobody was released"."""
        out: list[Range] = []
        for start, end in content:
            text = lowered(self.reading.text[start:end])
            found = self.reading.cues.find("words.subordinate", text)
            if found and (out or len(text[: found.start()].split()) >= LEAST):
                return [*out, (start, start + found.start())]
            out.append((start, end))
        return out

    def _answer(self, claim: Claim, content: list[Range]) -> str | None:
        """What a proposition says to what it speaks of: "yes", "no", or None where it leaves it open."""
        if setting.is_supposed(self.reading.tokens_in(content), self.reading.cues):
            return None
        content = self._without_clause(content)
        words = self.reading.tokens_in(content)
        action = measure.nearest_action(self.reading, None, content)
        verb = action is not None and action.form != "nouns" and action.name not in classes().weak
        at = words.index(self.reading.words[action.at]) if action is not None and verb else None
        return setting.answer_of(claim, setting.polarity(words, self.reading.cues, at))

    def _none_of_them(self, statement: Statement, content: list[Range]) -> Facet | None:
        """ "No pupil was killed", "aucun blessé": none of them is a number too, where people are what is counted."""
        r = self.reading
        words = r.tokens_in(content)[:4]
        at = next((k for k, w in enumerate(words) if w.word in r.cues.lists["figures.none"]), None)
        if at is None:
            return None
        action = measure.nearest_action(r, None, content)
        if action is None or action.name not in classes().states or statement.claim.stance in OPEN_STANCES:
            return None
        place, own, national = self._place(content)
        return Facet(
            id=f"{statement.id}#0",
            statement=statement,
            kind="number",
            action=action.name,
            actions=frozenset({action.name}),
            low=0.0,
            high=0.0,
            figure=True,
            noun=self._subject(content) or "person",
            place=place,
            place_own=own,
            home=self.home,
            place_name=r.names.get(place or "", ""),
            national=national,
            nations=self._nations_of(content),
            day=setting.day_of(self._times(statement, content)),
            among=words[at + 1 : at + 2] != [] and words[at + 1].word in r.cues.lists["words.of"],  # "none of his"
            bag=said(r.bag(content)),
            own=said(r.bag(content)),
            profile=self.profile,
            as_of=self._as_of(statement, None),
            speaker=statement.claim.speaker,
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
