"""A question's page: the ladder, the answers with their words, where they come from, what disagrees, why together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from selon.ledger import Judgement
from selon.questions.record import Question
from selon.views import wording
from selon.views.answer_rows import AnswerRow, answer_rows, points, span_of_values
from selon.views.archive import Archive, Note, day_of
from selon.views.i18n import Interface
from selon.views.ladder import ladder
from selon.views.links import Links
from selon.views.paging import Pages, paged
from selon.views.render import Page, render
from selon.views.style import speaker_style

ANSWERS_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Relation:
    """Two answers and what is between them, in words."""

    a: AnswerRow
    b: AnswerRow
    why: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of the tree of origins: a first source, a teller, or (with ``note``) an article."""

    name: str
    note: Note | None
    children: tuple[Branch, ...]


def question_text(question: Question, speech: Interface) -> str:
    """The question in the interface's language, or in any that it has."""
    return question.text.get(speech.language) or next(iter(question.text.values()), question.id)


def question_page(
    speech: Interface,
    links: Links,
    archive: Archive,
    question: Question,
    page: int = 1,
    related: Sequence[Question] = (),
    size: int = ANSWERS_A_PAGE,
) -> Page:
    """The question's page as HTML. ``related`` are offered for a judgement beside the question's own answers;
    ``size`` answers a page (0: all)."""
    rows = answer_rows(question, archive, speech)
    by_claim: dict[str, AnswerRow] = {}
    for row in rows:
        by_claim.setdefault(row.answer.claim, row)
    text = question_text(question, speech)
    shown: Pages[AnswerRow] = paged(rows, page, size)
    days = [day for row in rows if (day := day_of(row.answer.as_of))]
    values: dict[str, Any] = {
        "question": question,
        "text": text,
        "rows": shown,
        "all_rows": rows,
        "chart": chart(question, rows, speech, text),
        "period": wording.period(speech, min(days).isoformat(), max(days).isoformat()) if days else "",
        "span": span_of_values(rows, speech),
        "conflicts": relations(question.conflicts, by_claim),
        "updates": relations(question.updates, by_claim),
        "clashing": {claim for conflict in question.conflicts for claim in (conflict.a, conflict.b)},
        "reasons": reasons(question, speech),
        "tree": tree(question, archive),
        "judgements": _judged(archive, question),
        "offered": [
            (other, question_text(other, speech), answer_rows(other, archive, speech)[:6]) for other in related
        ],
        "slots": {row.speaker: row.slot for row in rows},
    }
    slots = 1 + max((row.slot for row in rows), default=0)
    return render("question.html", speech, links, speaker_style(slots), **values)


def chart(question: Question, rows: Sequence[AnswerRow], speech: Interface, title: str) -> Markup:
    """The ladder; a question without figures and without yes or no has none."""
    if question.kind == "open" and not any(row.lane in ("yes", "no", "") for row in rows):
        return Markup("")
    return ladder(points(rows), speech, title)


def relations(found: Sequence[Any], by_claim: Mapping[str, AnswerRow]) -> list[Relation]:
    """Conflicts or updates with the rows that they are between."""
    return [
        Relation(by_claim[each.a], by_claim[each.b], each.why)
        for each in found
        if each.a in by_claim and each.b in by_claim
    ]


def reasons(question: Question, speech: Interface) -> list[tuple[str, str]]:
    """Why the claims are together, as pairs of a label and what is meant; countries by their names."""
    labels = {
        "action": speech.text("what is done"),
        "counted": speech.text("what is counted"),
        "place": speech.text("where"),
        "day": speech.text("on which day"),
        "of": speech.text("of which country"),
        "modality": speech.text("done or planned"),
        "words": speech.text("words in common"),
    }
    found = []
    for reason in question.why:
        label, parted, told = reason.partition(": ")
        if not parted:
            found.append(("", reason))
            continue
        parts = (speech.locale.territories.get(part, part) for part in told.split(", "))
        found.append((labels.get(label, label), ", ".join(parts)))
    return found


def tree(question: Question, archive: Archive) -> list[Branch]:
    """First source, then tellers, then articles."""
    named = {answer.article: archive.note_of(answer) for answer in question.answers}
    branches = []
    for origin, tellers in question.origins.tree.items():
        children: list[Branch] = []
        for teller, articles in tellers.items():
            leaves = tuple(Branch(name, named.get(name), ()) for name in articles)
            outlets = {name for leaf in leaves for name in (leaf.name, leaf.note.publisher if leaf.note else "")}
            if not teller or teller == origin or teller in outlets:  # told to the article itself: no one between
                children.extend(leaves)
            else:
                children.append(Branch(teller, None, leaves))
        branches.append(Branch(origin, None, tuple(children)))
    return branches


def _judged(archive: Archive, question: Question) -> list[Judgement]:
    return archive.judgements(question, taken_back=True)
