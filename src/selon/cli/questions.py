"""``selon questions``: every question of a ledger, with its answers in short."""

from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption, count


def _wording(value: str) -> str:
    from selon.views.i18n import LOCALES

    if value not in LOCALES:
        raise typer.BadParameter(f"questions are worded in {' and '.join(LOCALES)}, not in {value!r}")
    return value


TextLanguage = Annotated[
    str, typer.Option("--language", metavar="fr|en", callback=_wording, help="Language of the wording.")
]


def command(
    ledger: LedgerOption = DEFAULT_LEDGER,
    json: Annotated[bool, typer.Option("--json", help="As data: a list of questions with their answers.")] = False,
    all: Annotated[bool, typer.Option("--all", help="Also those that one claim alone answers.")] = False,
    language: TextLanguage = "en",
) -> None:
    """List the questions that the ledger's claims answer.

    Each with its span of values, answers, independent origins, conflicts and last change.
    """
    from selon.ledger import Ledger
    from selon.questions import question_form, questions_in
    from selon.views.archive import Archive
    from selon.views.i18n import interface

    with Ledger(ledger, create=False) as opened:
        found = questions_in(opened)
        if json:
            import json as form

            print(form.dumps([question_form(q, language) for q in found], ensure_ascii=False))
            return
        archive = Archive(opened, found)  # values are told in the order and words of the pages
    from rich.console import Console

    from selon.views.question_tables import questions_table

    shown = found if all else [q for q in found if len(q.answers) > 1]
    Console().print(questions_table(shown, archive, interface(language)))
    if len(shown) < len(found):
        more = len(found) - len(shown)
        have = "has one answer" if more == 1 else "have one answer each"
        print(f"{count(more, 'more question')} {have} (--all shows them).")
