"""A question's page: the ladder, the answers with their words, where they come from, what disagrees, why together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from markupsafe import Markup

from selon.ledger import Judgement
from selon.questions.origins import NO_SOURCE
from selon.questions.record import Question
from selon.views import wording
from selon.views.answer_rows import AnswerRow, AnswerRows, answer_rows
from selon.views.archive import Archive, Note
from selon.views.i18n import Interface
from selon.views.ladder import ladder
from selon.views.links import Links
from selon.views.paging import Pages, paged
from selon.views.reasons import reason, why_together
from selon.views.render import Page, render
from selon.views.style import speaker_style

ANSWERS_A_PAGE = 50
RELATIONS = 40  # conflicts that are shown, and updates
SPEAKERS = 24  # that the chart's list names
ORIGINS = 60  # first sources that the tree shows
LEAVES = 160  # articles that it shows, each first source having its share


@dataclass(frozen=True, slots=True)
class Relation:
    """Two answers and what is between them, in words."""

    a: AnswerRow
    b: AnswerRow
    why: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of the tree of origins: a first source, a teller, or (with ``note``) an article; ``more`` articles of it
    aren't shown."""

    name: str
    note: Note | None
    children: tuple[Branch, ...]
    more: int = 0


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
    text = question_text(question, speech)
    shown: Pages[AnswerRow] = paged(rows, page, size)
    days = [day.isoformat() for day in rows.days or ()]
    speakers = [(speech.name(name), slot, rows.numbers[name]) for name, slot in islice(rows.slots.items(), SPEAKERS)]
    values: dict[str, Any] = {
        "question": question,
        "text": text,
        "rows": shown,
        "count": len(rows),
        "chart": chart(rows, speech, text),
        "period": wording.period(speech, *days) if days else "",
        "span": rows.span,
        "conflicts": relations(question.conflicts, rows, rows.at),
        "updates": relations(question.updates, rows, rows.at),
        "clashing": rows.clashing,
        "reasons": why_together(question, speech),
        "tree": tree(question, archive, speech),
        "judgements": _judged(archive, question),
        "read_only": archive.ledger.read_only,
        "offered": [
            (other, question_text(other, speech), answer_rows(other, archive, speech)[:6]) for other in related
        ],
        "speakers": speakers,
    }
    coloured = {slot for _, slot, _ in speakers} | {row.slot for row in shown.items} | {p.slot for p in rows.points}
    return render("question.html", speech, links, speaker_style(sorted(coloured)), **values)


def chart(rows: AnswerRows, speech: Interface, title: str) -> Markup:
    """The ladder; a question without figures and without yes or no has none."""
    if rows.question.kind == "open" and not any(lane in ("yes", "no", "") for lane in rows.lanes):
        return Markup("")
    return ladder(rows.points, speech, title)


def relations(found: Sequence[Any], rows: AnswerRows, at: Mapping[str, int]) -> list[Relation]:
    """The first conflicts or updates with the rows that they are between; ``at`` tells where a claim's row is."""
    known = (each for each in found if each.a in at and each.b in at)
    return [
        Relation(rows[at[each.a]], rows[at[each.b]], reason(rows.speech, each.why)) for each in islice(known, RELATIONS)
    ]


def tree(question: Question, archive: Archive, speech: Interface) -> list[Branch]:
    """First source, then tellers, then articles: the first ORIGINS sources, each with its share of LEAVES articles."""
    shown = dict(islice(question.origins.tree.items(), ORIGINS))
    share = max(2, LEAVES // max(1, len(shown)))
    wanted = {name for tellers in shown.values() for articles in tellers.values() for name in articles[:share]}
    named = {a.article: archive.note_of(a) for a in question.answers if a.article in wanted}
    branches = []
    for origin, tellers in shown.items():
        children: list[Branch] = []
        room, more = share, 0
        for teller, articles in tellers.items():
            leaves = tuple(Branch(name, named.get(name), ()) for name in articles[:room])
            unseen = len(articles) - len(leaves)
            room -= len(leaves)
            outlets = {name for leaf in leaves for name in (leaf.name, leaf.note.publisher if leaf.note else "")}
            # Told to the article itself: no one between. Nor is a teller named of whom no article is shown.
            if not teller or not leaves or teller == origin or teller in outlets:
                children.extend(leaves)
                more += unseen
            else:
                children.append(Branch(speech.name(teller), None, leaves, unseen))
        name = speech.text("of unknown origin") if origin == NO_SOURCE else speech.name(origin)
        branches.append(Branch(name, None, tuple(children), more))
    return branches


def _judged(archive: Archive, question: Question) -> list[Judgement]:
    return archive.judgements(question, taken_back=True)
