"""What the pages read: a snapshot of a ledger's index and its questions, with texts fetched as they are shown.

The snapshot holds no article's text and no claim's words: it stays small, and the ledger stays the one place of record.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from selon.ledger import Judgement, Ledger, NotInLedger, StoredArticle, StoredClaim
from selon.model import Article
from selon.questions import Answer, Question, questions_in
from selon.views.changes import Changes, changes
from selon.views.headline import headline
from selon.views.page_models import speaker_key

LONGEST_TITLE = 300  # characters


@dataclass(frozen=True, slots=True)
class Note:
    """What a list tells of an article."""

    id: str
    name: str
    title: str
    publisher: str
    language: str
    published: str
    claims: int


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where a claim is, and who speaks in it."""

    id: str
    article: str
    speaker: str
    counts: bool  # not in a headline or teaser


class _Spoken(dict[str, list[str]]):
    """Claims by speaker, none of one who is known by an answer alone; unlike a defaultdict, asking adds nobody."""

    def __missing__(self, name: str) -> list[str]:
        return []


class Archive:
    """Questions, articles and speakers of one ledger at one moment."""

    def __init__(self, ledger: Ledger, questions: Sequence[Question], before: Archive | None = None) -> None:
        """``before``, an archive of the same claims, spares reading them again when only their grouping changed."""
        self.ledger = ledger
        self.pointers: dict[str, Pointer] = before.pointers if before else {}
        self.by_speaker: dict[str, list[str]] = before.by_speaker if before else _Spoken()
        self.notes: dict[str, Note] = before.notes if before else {}
        if before is None:
            self._read()
        self.questions = {question.id: question for question in questions}
        self.of_claim: dict[str, list[str]] = defaultdict(list)
        for question in questions:
            for claim in question.claims:
                self.of_claim[claim].append(question.id)
        told = (answer.speaker for question in questions for answer in question.answers)
        self.names: dict[str, str] = {speaker_key(name): name for name in (*self.by_speaker, *told)}

    def _read(self) -> None:
        counted: dict[str, int] = defaultdict(int)
        for stored in self.ledger.claims():
            claim = stored.claim
            self.pointers[stored.id] = Pointer(stored.id, stored.article_id, claim.speaker, claim.place is None)
            self.by_speaker.setdefault(claim.speaker, []).append(stored.id)
            counted[stored.article_id] += 1
        self.notes |= {stored.id: _note(stored, counted[stored.id]) for stored in self.ledger.articles()}

    @cached_property
    def articles(self) -> list[Note]:
        """All articles, the latest first."""
        return sorted(self.notes.values(), key=lambda n: (n.published, n.id), reverse=True)

    @cached_property
    def asked(self) -> list[Question]:
        """The questions, those of most first sources, then answers, then the latest first."""
        return sorted(
            self.questions.values(),
            key=lambda q: (-min(q.origins.independent, 9), -len(q.answers), _negative(last_day(q)), q.id),
        )

    @cached_property
    def speakers(self) -> list[str]:
        """The speakers' names, those with most claims first."""
        named = (name for name in self.by_speaker if name)
        return sorted(named, key=lambda name: (-len(self.by_speaker[name]), name))

    @cached_property
    def questions_of_speaker(self) -> Mapping[str, list[Question]]:
        """For each speaker the questions that they answer."""
        found: dict[str, list[Question]] = defaultdict(list)
        for question in self.asked:
            for name in dict.fromkeys(answer.speaker for answer in question.answers):
                found[name].append(question)
        return found

    @cached_property
    def countries(self) -> Mapping[str, frozenset[str]]:
        """The countries (ISO 3166 alpha-2) that each question's claims speak of."""
        one: dict[frozenset[str], frozenset[str]] = {}  # few sets, of very many questions
        found = ((question.id, _countries(question)) for question in self.questions.values())
        return {identity: one.setdefault(countries, countries) for identity, countries in found}

    @cached_property
    def languages(self) -> Mapping[str, frozenset[str]]:
        """The languages of the articles that each question's claims are in."""
        one: dict[frozenset[str], frozenset[str]] = {}  # few sets, of very many questions
        found = (
            (question.id, frozenset(note.language for a in question.answers if (note := self.note_of(a))))
            for question in self.questions.values()
        )
        return {identity: one.setdefault(languages, languages) for identity, languages in found}

    @cached_property
    def of_place(self) -> Mapping[str, list[Question]]:
        """For each country the questions whose claims speak of it."""
        found: dict[str, list[Question]] = defaultdict(list)
        for question in self.asked:
            for country in self.countries[question.id]:
                found[country].append(question)
        return found

    @cached_property
    def in_conflict(self) -> list[Question]:
        """The questions that have answers in conflict."""
        return [question for question in self.asked if question.conflicts]

    @cached_property
    def days(self) -> Mapping[str, tuple[dt.date, ...]]:
        """The days that each question's answers hold for, in order."""
        return {
            question.id: tuple(sorted({day for a in question.answers if (day := day_of(a.as_of))}))
            for question in self.questions.values()
        }

    def ready(self) -> Archive:
        """This archive with all that its lists need worked out, so that nobody waits for it at their first page."""
        for name in ("articles", "of_place", "in_conflict", "days", "languages", "speakers", "questions_of_speaker"):
            getattr(self, name)
        return self

    @cached_property
    def kept(self) -> dict[object, Any]:
        """What a page has worked out once and may use again while this archive lasts."""
        return {}

    def article(self, identity: str) -> tuple[StoredArticle, list[StoredClaim]]:
        """An article with its claims, by the ledger's id or the input's. Raises NotInLedger."""
        stored = self.ledger.article(identity)
        return stored, list(self.ledger.claims(stored.id))

    def changes(self, stored: StoredArticle, claims: Sequence[StoredClaim]) -> Changes | None:
        """What this version of an article changed in the one before it; None for a first version."""
        if stored.version < 2:
            return None
        before = next((one for one in self.ledger.versions(stored.id) if one.version == stored.version - 1), None)
        if before is None:
            return None
        old = [each.claim for each in self.ledger.claims(before.id)]
        return changes(before.article, old, stored.article, [each.claim for each in claims])

    def claims(self, ids: Iterable[str]) -> list[StoredClaim]:
        """The claims with these ids; one that is gone is left out."""
        found = []
        for identity in ids:
            try:
                found.append(self.ledger.claim(identity))
            except NotInLedger:
                continue
        return found

    def text(self, article: str) -> Article | None:
        """The article with its text, or None where it is gone."""
        try:
            return self.ledger.article(article).article
        except NotInLedger:
            return None

    def note_of(self, answer: Answer) -> Note | None:
        """The article of an answer."""
        pointer = self.pointers.get(answer.claim)
        return self.notes.get(pointer.article) if pointer else None

    def judgements(self, question: Question | None = None, *, taken_back: bool = False) -> list[Judgement]:
        """The judgements, or those about a question's claims."""
        judged = self.ledger.judgements(taken_back=taken_back)
        if question is None:
            return judged
        own = {answer.claim for answer in question.answers}
        return [j for j in judged if j.a in own or j.b in own]


def archive_of(ledger: Ledger) -> Archive:
    """The archive of a ledger as it is now, its claims grouped under questions."""
    return Archive(ledger, questions_in(ledger))


def _note(stored: StoredArticle, claims: int) -> Note:
    article = stored.article
    return Note(
        id=stored.id,
        name=stored.name,
        title=headline(article, LONGEST_TITLE) or stored.name,
        publisher=article.publisher or "",
        language=article.language or "",
        published=article.published or "",
        claims=claims,
    )


@lru_cache(maxsize=50_000)  # a question with many answers asks for few days many times
def day_of(value: str | None) -> dt.date | None:
    """The day of an ISO date or date and time; None for anything else."""
    try:
        return dt.date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def last_day(question: Question) -> dt.date | None:
    """The day of a question's latest answer."""
    return max((day for a in question.answers if (day := day_of(a.as_of))), default=None)


def _negative(day: dt.date | None) -> int:
    return -day.toordinal() if day else 0


def _countries(question: Question) -> frozenset[str]:
    found: set[str] = set()
    for facet in question.facets:
        found |= facet.countries | facet.nations
        found |= {place.country for place in facet.statement.claim.places if place.country}
    return frozenset(found)
