"""``selon questions``: every question of a ledger, with its answers in short."""

from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption

TextLanguage = Annotated[str, typer.Option("--language", metavar="fr|en", help="Language of the wording.")]


def command(
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: Annotated[bool, typer.Option("--json", help="As data: a list of questions with their answers.")] = False,
    all: Annotated[bool, typer.Option("--all", help="Also those that one claim alone answers.")] = False,
    language: TextLanguage = "en",
) -> None:
    """List the questions that the ledger's claims answer.

    One line a question: answers, span of values, independent origins, conflicts, last change.
    """
    from selon.ledger import Ledger
    from selon.questions import question_form, questions_in

    with Ledger(ledger, create=False) as opened:
        found = questions_in(opened)
    if json:
        import json as form

        print(form.dumps([question_form(q, language) for q in found], ensure_ascii=False))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from selon.questions.brief import last_change, span_of_values

    shown = found if all else [q for q in found if len(q.answers) > 1]
    table = Table(box=box.SIMPLE_HEAD)
    for name, justify in (("id", "left"), ("question", "left"), ("answers", "right"), ("values", "left")):
        table.add_column(name, justify=justify, overflow="fold")  # type: ignore[arg-type]
    for name in ("origins", "conflicts", "last change"):
        table.add_column(name, justify="right", no_wrap=True)
    for q in shown:
        cells = (q.id, q.text.get(language, ""), str(len(q.answers)), span_of_values(q), str(q.origins.independent))
        table.add_row(*(Text(c) for c in (*cells, str(len(q.conflicts) or ""), last_change(q))))
    Console().print(table)
    if len(shown) < len(found):
        print(f"{len(found) - len(shown)} more questions have one answer each (--all shows them).")
