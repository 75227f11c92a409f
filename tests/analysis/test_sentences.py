"""Where sentences end, and what part each line plays."""

from __future__ import annotations

import pytest

from selon.analysis.lines import line_roles
from selon.analysis.sentences import sentence_spans
from selon.languages import load

SENTENCES = [
    ("fr", "M. Morel est parti. Mme Roy reste.", ["M. Morel est parti.", "Mme Roy reste."]),
    ("en", "Mr. Bell has left. Mrs. Roy stays.", ["Mr. Bell has left.", "Mrs. Roy stays."]),
    ("fr", "« Quoi ? » a-t-il dit. Rien.", ["« Quoi ? » a-t-il dit.", "Rien."]),
    ("en", '"What?" he said. Nothing.', ['"What?" he said.', "Nothing."]),
    ("fr", "J. K. Morel écrit… puis se tait.", ["J. K. Morel écrit… puis se tait."]),
    ("en", "It cost 3.5 million. Too much!", ["It cost 3.5 million.", "Too much!"]),
    ("fr", "Un titre sans point\n\n  Un corps.", ["Un titre sans point", "Un corps."]),
    ("en", "", []),
]


@pytest.mark.parametrize(("language", "text", "wanted"), SENTENCES)
def test_sentences(language: str, text: str, wanted: list[str]) -> None:
    assert [span.of(text) for span, _ in sentence_spans(text, load(language))] == wanted


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_parts_of_lines(language: str) -> None:
    text = "Le pont fermé\n24 octobre 2024\nLe pont est fermé depuis mardi.\nLire le récit de la nuit\nIl rouvrira."
    lines = line_roles(text, load(language))
    assert [line.role for line in lines] == ["headline", "dateline", "body", "teaser", "body"]
    assert "\n".join(line.span.of(text) for line in lines) == text
