"""Which deeds a passage names, and which words only share a verb's stem."""

from __future__ import annotations

import pytest

from selon.questions.actions import find_actions
from selon.questions.words import tokens

CASES = [
    # forms of a verb, and nouns for what it tells
    ("fr", "Le site a été fermé", {"close"}),
    ("fr", "la fermeture du site", {"close"}),
    ("fr", "Le versement aura lieu lundi", {"pay"}),
    ("fr", "trois salariées licenciées", {"layoff"}),
    ("en", "The firm paid a fine", {"pay", "fine"}),
    ("en", "pollution of the river", {"infect"}),
    ("en", "the railway was privatised", {"privatise"}),
    # words of its stem that name something else
    ("fr", "une licence d'exportation", {"trade"}),
    ("fr", "le rapport du père", set()),
    ("fr", "un bâtiment du pays", set()),
    ("en", "the national authorities", set()),
    ("en", "an important nation", set()),
    ("fr", "le port du pays", set()),
    ("fr", "une petite place publique", set()),
    ("en", "a process like any other", set()),
]


@pytest.mark.parametrize(("language", "text", "names"), CASES)
def test_the_deeds_that_words_name(language: str, text: str, names: set[str]) -> None:
    assert {action.name for action in find_actions(tokens(text, language), language)} == names
