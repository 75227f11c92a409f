"""The pages that list: questions (home), speakers, articles, what a search finds; and a speaker's own."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from markupsafe import Markup

from selon.languages.speakers import fold
from selon.ledger import StoredClaim
from selon.questions.record import Question
from selon.views import wording
from selon.views.answer_rows import AnswerRow, answer_rows
from selon.views.archive import Archive, Note, day_of, last_day
from selon.views.glance import glance
from selon.views.i18n import Interface
from selon.views.links import Links
from selon.views.page_models import speaker_key
from selon.views.paging import Pages, paged
from selon.views.question_view import Relation, question_text, relations
from selon.views.render import Page, render
from selon.views.style import speaker_style
from selon.views.visible import fragment

S = TypeVar("S")
T = TypeVar("T")

QUESTIONS_A_PAGE = 25
SPEAKERS_A_PAGE = 100
ARTICLES_A_PAGE = 60
CLAIMS_A_PAGE = 30
MOST_KEPT = 4_000  # rows of questions and the like that an archive keeps ready, before it forgets them
SPEAKERS_OFFERED = 8  # by a search
ANSWERS_OF_A_SPEAKER = 25  # to one question, on the speaker's page


@dataclass(frozen=True, slots=True)
class Filters:
    """What the home page is narrowed to; an empty field doesn't narrow."""

    speaker: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    conflict: bool = False
    language: str = ""

    def query(self) -> dict[str, str]:
        """The fields that narrow, for an address."""
        told = {"speaker": self.speaker, "place": self.place, "since": self.since, "until": self.until}
        told |= {"conflict": "1" if self.conflict else "", "language": self.language}
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question in a list."""

    question: Question
    text: str
    glance: Markup
    span: str
    speakers: tuple[str, ...]
    more: int
    last: str
    claims: int
    keys: str  # the speakers' addresses, like the next fields for narrowing without a server
    places: str
    languages: str
    days: str  # first and last, ISO


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list, with where it stands."""

    stored: StoredClaim
    note: Note | None
    anchor: str
    value: str


def home_page(
    speech: Interface, links: Links, archive: Archive, filters: Filters | None = None, page: int = 1, size: int = 0
) -> Page:
    """The questions, narrowed by ``filters``; ``size`` questions a page (0: the usual number)."""
    filters = filters or Filters()
    kept = narrowed(archive, filters)
    shown = paged(kept, page, size or QUESTIONS_A_PAGE)
    rows = replace_items(shown, [question_row(q, archive, speech) for q in shown.items])
    return render(
        "home.html",
        speech,
        links,
        rows=rows,
        filters=filters,
        choices=_choices(archive, speech),
        counts={"questions": len(archive.questions), "articles": len(archive.notes), "claims": len(archive.pointers)},
    )


def replace_items(pages: Pages[S], items: Sequence[T]) -> Pages[T]:
    """The same page with other items."""
    return Pages(items, pages.number, pages.count, pages.total)


def question_row(question: Question, archive: Archive, speech: Interface) -> QuestionRow:
    """A question in a list, with its values at a glance; worked out once for an archive and language."""
    known = archive.kept.get((question.id, speech.language))
    if known is None:
        if len(archive.kept) >= MOST_KEPT:
            archive.kept.clear()
        known = archive.kept[question.id, speech.language] = _question_row(question, archive, speech)
    assert isinstance(known, QuestionRow)
    return known


def _question_row(question: Question, archive: Archive, speech: Interface) -> QuestionRow:
    rows = answer_rows(question, archive, speech)
    names = Counter(answer.speaker for answer in rows.answers).most_common(3)
    last = last_day(question)
    return QuestionRow(
        question=question,
        text=question_text(question, speech),
        glance=glance(rows.points),
        span=rows.span,
        speakers=tuple(speech.name(name) for name, _ in names),
        more=max(0, len(rows.slots) - 3),
        last=wording.day(speech, last) if last else speech.text("no date"),
        claims=len(rows),
        keys=" ".join(speaker_key(name) for name in rows.named),
        places=" ".join(sorted(archive.countries[question.id])),
        languages=" ".join(sorted(archive.languages[question.id])),
        days=" ".join(day.isoformat() for day in rows.days or ()),
    )


def narrowed(archive: Archive, filters: Filters) -> list[Question]:
    """The questions that pass the filters, in the archive's order."""
    since, until = day_of(filters.since), day_of(filters.until)
    asked = archive.asked
    if filters.conflict:
        asked = archive.in_conflict
    if filters.place:
        asked = _fewer(asked, archive.of_place.get(filters.place, []))
    if filters.speaker:
        asked = _fewer(asked, archive.questions_of_speaker.get(archive.names.get(filters.speaker, ""), []))
    if not filters.query():
        return asked
    name = archive.names.get(filters.speaker)
    return [
        question
        for question in asked
        if (not filters.speaker or any(a.speaker == name for a in question.answers))
        and (not filters.place or filters.place in archive.countries[question.id])
        and (not filters.conflict or question.conflicts)
        and (not filters.language or filters.language in archive.languages[question.id])
        and ((since is None and until is None) or _within(archive.days[question.id], since, until))
    ]


def _fewer(one: list[Question], other: list[Question]) -> list[Question]:
    return one if len(one) <= len(other) else other


def _within(days: Sequence[dt.date], since: dt.date | None, until: dt.date | None) -> bool:
    first = bisect_left(days, since) if since else 0
    return first < len(days) and (until is None or days[first] <= until)


def _choices(archive: Archive, speech: Interface) -> Mapping[str, list[tuple[str, str]]]:
    """What the filters offer: the speakers of most claims, the countries, the languages."""
    known: Mapping[str, list[tuple[str, str]]] | None = archive.kept.get(("choices", speech.language))
    if known is not None:
        return known
    countries: Counter[str] = Counter(c for found in archive.countries.values() for c in found)
    territories = speech.locale.territories
    languages = sorted({note.language for note in archive.notes.values() if note.language})
    made = {
        "speaker": sorted(
            ((speaker_key(n), speech.name(n)) for n in archive.speakers[:80]), key=lambda pair: fold(pair[1])
        ),
        "place": sorted(((c, territories.get(c, c)) for c, _ in countries.most_common(60)), key=lambda pair: pair[1]),
        "language": [(code, speech.locale.languages.get(code, code)) for code in languages],
    }
    archive.kept["choices", speech.language] = made
    return made


def articles_page(speech: Interface, links: Links, archive: Archive, page: int = 1, size: int = 0) -> Page:
    """The articles, the latest first."""
    return render("articles.html", speech, links, rows=paged(archive.articles, page, size or ARTICLES_A_PAGE))


def speakers_page(speech: Interface, links: Links, archive: Archive, page: int = 1, size: int = 0) -> Page:
    """The speakers, those with most claims first."""
    shown = paged(archive.speakers, page, size or SPEAKERS_A_PAGE)
    rows = [(n, len(archive.by_speaker[n]), len(archive.questions_of_speaker.get(n, ()))) for n in shown.items]
    return render("speakers.html", speech, links, rows=replace_items(shown, rows))


def search_page(
    speech: Interface, links: Links, archive: Archive, query: str, found: Sequence[StoredClaim], page: int = 1
) -> Page:
    """What a search found, best first; a speaker whose name holds the words is offered above."""
    shown = paged(found, page, CLAIMS_A_PAGE)
    names = list(islice(speakers_called(query, archive, speech), SPEAKERS_OFFERED))
    rows = replace_items(shown, claim_rows(shown.items, archive, speech))
    return render("search.html", speech, links, rows=rows, query=query, names=names)


def speakers_called(query: str, archive: Archive, speech: Interface) -> Iterator[str]:
    """The speakers whose name, canonical or as this language's readers know it, holds all words; most claims first."""
    words = fold(query).split()
    known: list[tuple[str, str]] | None = archive.kept.get(("called", speech.language))
    if known is None:
        known = [(fold(f"{name}\n{speech.name(name)}"), name) for name in archive.speakers]
        archive.kept["called", speech.language] = known
    return (name for folded, name in known if words and all(word in folded for word in words))


def claims_found(query: str, archive: Archive, speech: Interface, most: int) -> list[StoredClaim]:
    """At most ``most`` claims: those that hold the words, best first, then those of speakers who are called so in the
    reader's language, which the ledger doesn't know."""
    if not query:
        return []
    found = archive.ledger.search(query, limit=most)
    seen = {claim.id for claim in found}
    called = (i for name in speakers_called(query, archive, speech) for i in archive.by_speaker[name] if i not in seen)
    return [*found, *archive.claims(islice(called, most - len(found)))]


def claim_rows(claims: Sequence[StoredClaim], archive: Archive, speech: Interface) -> list[ClaimRow]:
    """Claims in a list. The anchor is the one that the article's page gives a claim of this id."""
    return [
        ClaimRow(
            stored=each,
            note=archive.notes.get(each.article_id),
            anchor=fragment(each.id, each.ordinal + 1),
            value=wording.join(
                wording.quantity(speech, q, note.language if (note := archive.notes.get(each.article_id)) else None)
                for q in each.claim.quantities
            ),
        )
        for each in claims
    ]


def speaker_page(
    speech: Interface, links: Links, archive: Archive, key: str, page: int = 1, size: int = CLAIMS_A_PAGE
) -> Page:
    """All that a speaker is reported to have said: by question and date, then the rest.

    ``size`` claims a page (0: all). Raises KeyError for an unknown key.
    """
    name = archive.names[key]
    sections: list[tuple[Question, str, list[AnswerRow], list[Relation]]] = []
    asked = archive.questions_of_speaker.get(name, [])
    shown_questions = paged(asked, page, size and 12)
    for question in shown_questions.items:
        rows = answer_rows(question, archive, speech)
        at = {rows.answers[number - 1].claim: number - 1 for number in rows.numbers.get(rows.named.get(name, ""), ())}
        own = relations(question.updates, rows, at)
        sections.append((question, question_text(question, speech), rows.of(name, ANSWERS_OF_A_SPEAKER), own))
    answered = {question.id for question in asked}
    rest = [i for i in archive.by_speaker[name] if answered.isdisjoint(archive.of_claim.get(i, ()))]
    rest.sort(key=lambda i: _published(archive, i), reverse=True)
    shown = paged(rest, page, size)
    others = replace_items(shown, claim_rows(archive.claims(shown.items), archive, speech))
    tellers = Counter(
        teller for question in asked for a in question.answers if a.speaker == name for teller in a.relay
    ).most_common(8)
    claims = archive.by_speaker[name]
    return render(
        "speaker.html",
        speech,
        links,
        speaker_style((0,)),
        name=name,
        speaker_key=key,
        sections=sections,
        questions=len(asked),
        others=others,
        pages=max(shown_questions.count, shown.count),
        page=page,
        tellers=tellers,
        counts={"claims": len(claims), "articles": len({archive.pointers[i].article for i in claims})},
    )


def _published(archive: Archive, claim: str) -> str:
    note = archive.notes.get(archive.pointers[claim].article)
    return note.published if note else ""
