"""``selon different``: a person's word that two claims don't belong together."""

from __future__ import annotations

from selon.cli.console import DEFAULT_LEDGER, LedgerOption
from selon.cli.same import First, Second, WhoOption, WhyOption, judge


def command(
    a: First, b: Second, ledger: LedgerOption = DEFAULT_LEDGER, who: WhoOption = None, why: WhyOption = ""
) -> None:
    """Note that two claims answer two questions."""
    judge("different", a, b, ledger, who, why)
