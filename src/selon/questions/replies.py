"""Replies: which claim "denied this" and "declined to comment" are about, and what they say to it."""

from __future__ import annotations

import dataclasses
import re

from selon.model import Claim
from selon.questions.actions import classes
from selon.questions.context import Context, said
from selon.questions.mentions import spelling
from selon.questions.passage import Range, ranges_of, start_of
from selon.questions.record import Facet, Statement
from selon.questions.words import is_common

REPLIES = frozenset({"denies", "confirms", "declines", "does-not-deny", "doubts"})
NEAR_CLAIMS = 4  # claims back among which a reply that names nothing looks for one about the replier
AS = frozenset({"as", "comme"})


class Replies(Context):
    """Finds what a claim without words of its own replies to."""

    def _denied(self, claim: Claim, bare: bool = True) -> Facet | None:
        """What "such reports" are: what another side told last (nobody denies their own words), of the replier if any.

        What the same sentence tells comes first ("A says P, B denies it"), then, for a denial, what accuses somebody,
        then what names the replier. Who denies more than "this" (``bare``) replies to no other claim: an audit that
        found no wrongdoing answers nobody.
        """
        side = self.side_of.get(claim.speaker) or claim.speaker
        named = self._names_of(claim)
        near: list[Facet] = []
        for facet, other in reversed(self.told):
            own_words = facet.answer is not None and (other == side or self._speaks_for(facet.statement.claim, named))
            if not own_words and (facet.action is not None or facet.figure):
                near.append(facet)
                if len(near) == NEAR_CLAIMS:
                    break
        accused = claim.stance in ("denies", "doubts")
        start, end = self.reading.sentence_at(start_of(claim))
        here = [f for f in near if start <= start_of(f.statement.claim) < end]
        about = [f for f in near if not named.isdisjoint(f.own)]
        blamed = [f for f in near if accused and f.statement.claim.stance == "criticises"]
        both = [f for f in blamed if f in about]
        return next(iter([*here, *both, *(blamed if bare else []), *about, *(near if bare else [])]), None)

    def _speaks_for(self, claim: Claim, named: frozenset[str]) -> bool:
        """Whether a claim's source names one of ``named`` ("Huaxing's lawyers" speak for Huaxing)."""
        words = self.reading.tokens_in(ranges_of(claim.source))
        return any(w.upper and spelling(w.word) in named for w in words)

    def _names_of(self, claim: Claim) -> frozenset[str]:
        """The names that a claim's source and speaker have, as the bags of others' words hold them."""
        words = [w.word for w in self.reading.tokens_in(ranges_of(claim.source)) if w.upper]
        words += [word for word in re.findall(r"[^\W\d_]+", claim.speaker) if word[0].isupper()]
        return frozenset(spelling(word) for word in words if len(word) > 2 and not is_common(word))

    def _only_judges(self, claim: Claim, content: list[Range]) -> bool:
        """Whether a denial only says what it thinks of what was told ("dismissed this | as scaremongering")."""
        words = self.reading.tokens_in(content)[:2]
        if claim.stance != "denies" or len(words) < 2:
            return False
        points = {*self.reading.cues.lists["anaphora.demonstratives"], *self.reading.cues.lists["anaphora.pronouns"]}
        return words[0].word in points and words[1].word in AS

    def _denies_guilt(self, claim: Claim, content: list[Range]) -> bool:
        """Whether a denial names no more than guilt ("denies any wrongdoing"): of what was told that one had done."""
        if claim.stance != "denies":
            return False
        deeds = {a.name for a in self.reading.actions_in(content)}
        own = said(self.reading.bag(content)).keys() - {w for d in deeds for w in self._deed_words(content, d)}
        return bool(deeds) and deeds <= classes().accusing and not own

    def _replies(self, claim: Claim, content: list[Range]) -> bool:
        """Whether a claim of no words of its own answers what was told before, or points at it ("denies this").

        A quotation that tells nothing known ("We'll see.") answers nothing by that alone.
        """
        if claim.stance in REPLIES:
            return True
        lists = self.reading.cues.lists
        pointing = {*lists["anaphora.demonstratives"], *self.reading.cues.told}
        if claim.kind != "direct":
            pointing |= set(lists["anaphora.pronouns"])
        return any(w.word in pointing for w in self.reading.tokens_in(content))

    def _about(self, target: Facet, statement: Statement, answer: str | None) -> Facet:
        """An answer to what was told before: who confirms a "no" says no, who rejects one, without denying, yes."""
        told = target.statement.claim
        if target.kind == "yes-no" and target.answer == "no" and told.stance != "denies" and answer is not None:
            answer = "no" if answer == "yes" else "yes"
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
            refers=True,
            hints=("what was told before",),
        )

    def _deed_words(self, content: list[Range], action: str | None) -> frozenset[str]:
        """The concepts of the words that name an action ("agree" of "agreed to stay")."""
        r = self.reading
        at = [r.words[a.at + k] for a in r.actions_in(content) if a.name == action for k in range(a.length)]
        return frozenset(r.concepts_in([(w.start, w.end) for w in at]))
