"""``selon question``: one question, its answers in order, where they come from, what is in conflict, why together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption, say
from selon.cli.questions import TextLanguage

if TYPE_CHECKING:
    from selon.questions import Question


def command(
    id: Annotated[str, typer.Argument(metavar="ID", help="A question's id, its beginning, or a claim's id.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: Annotated[bool, typer.Option("--json", help="As data.")] = False,
    language: TextLanguage = "en",
) -> None:
    """Show one question: the series of answers, the tree of origins, conflicts and changes."""
    from selon.ledger import Ledger
    from selon.questions import question_form, questions_in

    with Ledger(ledger, create=False) as opened:
        found = questions_in(opened)
    exact = [q for q in found if q.id == id] or [q for q in found if any(a.claim == id for a in q.answers)]
    matching = exact or [q for q in found if q.id.startswith(id)]
    if not matching:
        say(f"selon: no question or claim {id!r} in {ledger}; `selon questions` lists them")
        raise typer.Exit(1)
    if json:
        import json as form

        print(form.dumps(question_form(matching[0], language), ensure_ascii=False))
        return
    _show(matching[0], language)
    for other in matching[1:]:
        print(f"also: {other.id}  {other.text.get(language, '')}")


def _show(q: Question, language: str) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from selon.questions.brief import origins_in_words, value_of

    console = Console()
    console.print(Text(q.text.get(language, ""), style="bold"))
    console.print(Text(f"{q.id} · {origins_in_words(q)}"))
    table = Table(box=box.SIMPLE_HEAD)
    for name in ("as of", "answer", "speaker", "through", "certainty", "article", "words"):
        table.add_column(name, overflow="fold")
    for a in q.answers:
        cells = (a.as_of or "earlier", value_of(a), a.speaker, " → ".join(reversed(a.relay)), a.certainty)
        table.add_row(*(Text(c) for c in (*cells, a.article, a.words)))
    console.print(table)
    console.print(Text("First source → tellers → articles", style="bold"))
    for origin, tellers in q.origins.tree.items():
        for teller, articles in tellers.items():
            way = (origin, teller, ", ".join(articles))  # no teller where an article names no outlet
            console.print(Text("  " + " → ".join(filter(None, way))))
    for title, rows in (("Conflicts", q.conflicts), ("Changes", q.updates)):
        if rows:
            console.print(Text(title, style="bold"))
            for row in rows:
                console.print(Text(f"  {row.a} – {row.b}: {row.why}"))
    if q.why:
        console.print(Text("Together because of " + "; ".join(q.why)))
