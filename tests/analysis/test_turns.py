"""Interviews and debates: who speaks stands before each paragraph."""

from __future__ import annotations

import pytest

from selon.analysis.pipeline import extract
from selon.model import Article

INTERVIEW = """Des armes et des chiffres
Wikinews : Pourquoi ce sujet ?
Michael Siegel : Plusieurs travaux signalaient un lien. Notre étude devait l'éprouver.
Wikinews : Et les données de 2004 ?
M. S. : Nous avons refait le calcul avec celles de 2015.
"""
DEBATE = """Committee of Works
Mrs Roy. – The bridge is safe.
Mr Morel. – It was closed twice this year.
Mrs Roy. – And opened twice.
Mr Morel. – Who told you so?
"""
LIST = """Marches
- Toulouse : 27 000 manifestants.
- Nantes : 30 000 manifestants.
- Marseille : 40 000 manifestants.
"""


def said(text: str, language: str) -> list[tuple[str, str]]:
    """(label, content) of the claims that are turns."""
    claims = extract(Article(text=text, language=language, published="2024-10-24"))
    turns = [claim for claim in claims if claim.rule == "turn of a conversation"]
    return [(claim.source[0].of(text), claim.content[0].of(text)) for claim in turns]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        (
            INTERVIEW,
            "fr",
            [
                ("Michael Siegel", "Plusieurs travaux signalaient un lien. Notre étude devait l'éprouver"),
                ("M. S.", "Nous avons refait le calcul avec celles de 2015"),
            ],
        ),
        (
            DEBATE,
            "en",
            [
                ("Mrs Roy", "The bridge is safe"),
                ("Mr Morel", "It was closed twice this year"),
                ("Mrs Roy", "And opened twice"),
            ],
        ),
        (LIST, "fr", []),
    ],
)
def test_turns(text: str, language: str, wanted: list[tuple[str, str]]) -> None:
    assert said(text, language) == wanted


def test_a_long_turn_is_cut_after_a_few_sentences() -> None:
    long = "".join(f"The pump number {n} was broken. " for n in range(30))
    text = f"Ann Wu: {long}\nBob Lee: All of them?\nAnn Wu: All of them, every one.\nBob Lee: I see them now.\n"
    assert [content.count("pump") for label, content in said(text, "en") if "pump" in content] == [6]
