"""A name with a dot inside it is one word: the taggers cut what stands in capitals behind the dot."""

from __future__ import annotations

import pytest

from selon.analysis.parse import parse
from selon.model import Article

SENTENCES = [
    ("en", "The site Censor.NET reported it.", ["Censor.NET"]),
    ("fr", "Le site Censor.NET l'a rapporté.", ["Censor.NET"]),
    ("en", "Lenta.ru and Booking.com sued.", ["Lenta.ru", "Booking.com"]),
    ("fr", "Lenta.ru et Booking.com portent plainte.", ["Lenta.ru", "Booking.com"]),
    # A full stop without its space ends a sentence all the same.
    ("en", "He spoke of the war.The army denied it.", []),
    ("fr", "Il a parlé de la guerre.L'armée a démenti.", []),
]


@pytest.mark.parametrize(("language", "text", "names"), SENTENCES)
def test_words_with_a_dot(language: str, text: str, names: list[str]) -> None:
    document = parse(Article(text, language=language))
    assert [t.text for t in document.tokens if "." in t.text.strip(".")] == names
    assert all(document.text[t.start : t.end] == t.text for t in document.tokens)
    assert [t.i for t in document.tokens] == list(range(len(document.tokens)))
