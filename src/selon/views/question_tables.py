"""Questions for a terminal of 80 columns and more (rich): a ledger's as a table, and one whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from selon.questions.brief import last_change
from selon.questions.record import Conflict, Question, Update
from selon.views import wording
from selon.views.answer_rows import AnswerRow, AnswerRows, answer_rows
from selon.views.archive import Archive
from selon.views.i18n import Interface
from selon.views.question_view import Branch, question_text, relations, tree
from selon.views.reasons import why_together
from selon.views.visible import shortened, visible

_WORDS = 220  # characters of an answer's words; --json has where all of them stand
_TITLE = 50  # characters of an article's title


def questions_table(questions: Sequence[Question], archive: Archive, speech: Interface) -> Table:
    """A row a question: its id, the question with what stands behind it, the values."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 1, 0), pad_edge=False)
    table.add_column("id", no_wrap=True)
    table.add_column(speech.text("Question"), ratio=1, overflow="fold")
    table.add_column(speech.text("Values"), max_width=22, overflow="fold")
    for question in questions:
        counts = [
            speech.plural("{n} answer", "{n} answers", len(question.answers)),
            speech.plural("{n} independent origin", "{n} independent origins", question.origins.independent),
        ]
        if question.conflicts:
            counts.append(speech.plural("{n} conflict", "{n} conflicts", len(question.conflicts)))
        # Counts stand under the question, so that the table can be read in 80 columns.
        words = _text(question_text(question, speech))
        words.append("\n" + wording.join((*counts, last_change(question))), "dim")
        table.add_row(question.id, words, _text(answer_rows(question, archive, speech).span))
    return table


def question_whole(question: Question, archive: Archive, speech: Interface) -> RenderableType:
    """The question, its answers by date, the tree of origins, conflicts and updates by the answers' numbers, and why.

    Every answer has its claim's id, which ``selon same`` and ``selon different`` take. Print it with
    ``rich.console.Console().print(…)``.
    """
    rows = answer_rows(question, archive, speech)
    return Group(
        _text(question_text(question, speech), "bold"),
        _text(f"{question.id} · {origins_in_words(question, speech)}", "dim"),
        _answers(rows, speech),
        *_origins(question, archive, speech),
        *_relations(speech.text("Conflicts"), "↔", question.conflicts, rows),
        *_relations(speech.text("Updates"), "→", question.updates, rows),
        *_why(question, speech),
    )


def origins_in_words(question: Question, speech: Interface) -> str:
    """ "14 articles · 9 outlets · 4 independent origins · 1 unnamed origin · 2 of unknown origin"."""
    found = question.origins
    told = [
        speech.plural("{n} article", "{n} articles", found.articles),
        speech.plural("{n} outlet", "{n} outlets", found.outlets),
        speech.plural("{n} independent origin", "{n} independent origins", found.independent),
    ]
    if found.anonymous:
        told.append(speech.plural("{n} unnamed origin", "{n} unnamed origins", found.anonymous))
    if found.unknown:
        told.append(speech.plural("{n} of unknown origin", "{n} of unknown origin", found.unknown))
    return wording.join(told)


def _answers(rows: AnswerRows, speech: Interface) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column(speech.text("Answer"), min_width=11, max_width=17, overflow="fold")
    table.add_column(speech.text("Speaker"), min_width=14, max_width=24, overflow="fold")
    table.add_column(speech.text("Words, article, claim"), min_width=30, overflow="fold")
    for row in rows:
        table.add_row(str(row.number), *_cells(row, speech))
    return table


def _cells(row: AnswerRow, speech: Interface) -> Iterator[Text]:
    """What is answered and as of when; who says so and how; the words. A blank line ends the longest of them."""
    answer = row.answer
    yield _lines((row.value, "bold"), (row.when, ""))
    via = speech.text("via {names}", names=" → ".join(row.via)) if row.via else ""
    how = wording.join((wording.stance(speech, answer.stance), wording.certainty(speech, answer.certainty)))
    yield _lines((row.speaker, "bold"), (via, ""), (how, "italic"))
    words = shortened(answer.words, _WORDS) or speech.text("(the text leaves out what)")
    yield _lines((words, ""), (answer.article, "dim"), (answer.claim, "dim"))


def _lines(*lines: tuple[str, str]) -> Text:
    return Text.assemble(*((visible(words) + "\n", style) for words, style in lines if words))


def _origins(question: Question, archive: Archive, speech: Interface) -> Iterator[RenderableType]:
    yield _text(speech.text("Where the answers come from"), "bold")
    for branch in tree(question, archive, speech):
        yield Padding(_grown(Tree(_label(branch), guide_style="dim"), branch, speech), (0, 0, 0, 2))


def _grown(node: Tree, branch: Branch, speech: Interface) -> Tree:
    for child in branch.children:
        _grown(node.add(_label(child)), child, speech)
    if branch.more:
        node.add(_text(speech.plural("and {n} more", "and {n} more", branch.more), "dim"))
    return node


def _label(branch: Branch) -> Text:
    title = shortened(branch.note.title, _TITLE) if branch.note else ""
    return _text(branch.name).append(f" {visible(title)}" if title != branch.name else "", "dim")


def _relations(title: str, sign: str, told: Sequence[Conflict | Update], rows: AnswerRows) -> Iterator[RenderableType]:
    if found := relations(told, rows, rows.at):
        yield _text(title, "bold")
        yield _pairs([(f"{each.a.number} {sign} {each.b.number}", each.why) for each in found])
    if more := len(told) - len(found):
        yield _text("  " + rows.speech.plural("and {n} more", "and {n} more", more), "dim")


def _why(question: Question, speech: Interface) -> Iterator[RenderableType]:
    if found := why_together(question, speech):
        yield _text(speech.text("Why these claims are together"), "bold")
        yield _pairs(found)


def _pairs(rows: Sequence[tuple[str, str]]) -> Padding:
    """Two columns without lines: what goes on wraps under its own beginning."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, told in rows:
        grid.add_row(_text(label), _text(told))
    return Padding(grid, (0, 0, 0, 2))


def _text(words: str, style: str = "") -> Text:
    return Text(visible(words), style=style)
