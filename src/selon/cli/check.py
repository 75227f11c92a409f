"""``selon check``: prove that the ledger is whole."""

from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption, say


def command(
    ledger: LedgerOption = DEFAULT_LEDGER,
    repair: Annotated[
        bool, typer.Option("--repair", help="Make derived parts again; evidence is never touched.")
    ] = False,
) -> None:
    """Prove that a ledger is whole.

    Verifies every hash, span, id, reference and judgement, and the search index; exit code 1 if anything is wrong.
    """
    from selon.ledger import Ledger

    with Ledger(ledger, create=False) as opened:
        if repair:
            for done in opened.repair():
                print(done)
        problems = opened.check()
        counts = opened.counts()
        name = opened.name
    for problem in problems:
        say(str(problem))
    if problems:
        mendable = sum(problem.derived for problem in problems)
        advice = "selon check --repair mends what is derived" if mendable else "it needs a backup"
        say(f"{name}: {len(problems)} problems, {mendable} of them in derived parts; {advice}")
        raise typer.Exit(1)
    print(f"{name} is whole: {counts['articles']} articles, {counts['claims']} claims, all hashes and spans right.")
