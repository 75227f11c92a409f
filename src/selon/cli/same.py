"""``selon same`` (and, with it, ``selon different``): a person's word on two claims."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption

WhoOption = Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who says so; else your user name.")]
WhyOption = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, kept with it.")]
First = Annotated[str, typer.Argument(metavar="A", help="A claim's id.")]
Second = Annotated[str, typer.Argument(metavar="B", help="Another claim's id.")]


def command(
    a: First, b: Second, ledger: LedgerOption = DEFAULT_LEDGER, who: WhoOption = None, why: WhyOption = ""
) -> None:
    """Note that two claims answer one question."""
    judge("same", a, b, ledger, who, why)


def judge(kind: str, a: str, b: str, ledger: str, who: str | None, why: str) -> None:
    from selon.ledger import Ledger

    if a == b:
        raise typer.BadParameter("the two claims are one and the same", param_hint="B")
    with Ledger(ledger, create=False) as opened:
        made = opened.judge(kind, a, b, who=who or getpass.getuser(), why=why)
    print(f"Noted {made.id}: {a} and {b} answer {'the same question' if kind == 'same' else 'different questions'}.")
