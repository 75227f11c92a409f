"""``selon serve``: the pages of a ledger, on this machine."""

from __future__ import annotations

from typing import Annotated

import typer

from selon.cli.console import DEFAULT_LEDGER, LedgerOption, say


def command(
    ledger: LedgerOption = DEFAULT_LEDGER,
    host: Annotated[str, typer.Option("--host", help="Where to listen. Beyond loopback a token is asked for.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes any that is free.")] = 8420,
    token: Annotated[
        str | None, typer.Option("--token", envvar="SELON_TOKEN", help="What visitors must bring; else one is made.")
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="HOST", help="A further name that it answers to.")
    ] = None,
) -> None:
    """Serve the pages: questions, articles, speakers, search, and your judgements."""
    from selon.ledger import Ledger
    from selon.web.serve import serve

    with Ledger(ledger, create=False) as opened:
        if opened.read_only:
            say(f"{opened.name} may only be read here: judgements can't be kept.")
        serve(opened, host, port, token=token, names=name or (), say=say)
