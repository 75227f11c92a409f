"""``selon question``: one question, its answers in order, where they come from, what is in conflict, why together."""

from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption, say
from selon.cli.questions import TextLanguage


def command(
    id: Annotated[str, typer.Argument(metavar="ID", help="A question's id, its beginning, or a claim's id.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: Annotated[bool, typer.Option("--json", help="As data.")] = False,
    language: TextLanguage = "en",
) -> None:
    """Show one question: the series of answers, the tree of origins, conflicts and updates.

    Answers are numbered by date; conflicts and updates name them by number. Each has its claim's id.
    """
    from selon.ledger import Ledger
    from selon.questions import question_form, questions_in
    from selon.views.archive import Archive

    with Ledger(ledger, create=False) as opened:
        found = questions_in(opened)
        archive = None if json else Archive(opened, found)
    exact = [q for q in found if q.id == id] or [q for q in found if id in q.claims]
    matching = exact or [q for q in found if q.id.startswith(id)]
    if not matching:
        say(f"selon: no question or claim {id!r} in {ledger}; `selon questions` lists them")
        raise typer.Exit(1)
    if archive is None:
        import json as form

        print(form.dumps(question_form(matching[0], language), ensure_ascii=False))
        return
    from rich.console import Console

    from selon.views.i18n import interface
    from selon.views.question_tables import question_whole

    Console().print(question_whole(matching[0], archive, interface(language)))
    for other in matching[1:]:
        print(f"also: {other.id}  {other.text.get(language, '')}")
