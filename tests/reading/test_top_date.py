"""The day that a plain text gives at its top."""

from __future__ import annotations

import pytest

from selon.reading import units
from selon.reading.top_date import top_date

REST = "Les routes sont fermées depuis le 3 janvier 2024, a dit la mairie de Morlaix.\n"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publié le 12 mars 2025", "2025-03-12"),
        ("Publié le 1er mars 2025 à 14h30", "2025-03-01"),
        ("Par Anne Le Roy, le 12 août 2025 à 9 h", "2025-08-12"),
        ("14 March 2025", "2025-03-14"),
        ("By Tom Hale | March 14, 2025 10:30 GMT", "2025-03-14"),
        ("Friday 2025-03-14", "2025-03-14"),
    ],
)
def test_a_line_of_its_own_gives_the_day(line: str, day: str) -> None:
    assert top_date(f"Trois morts à Morlaix\n\n{line}\n\n{REST}") == day


@pytest.mark.parametrize(
    "text",
    [
        f"Attentat du 13 novembre 2015 : le procès\n{REST}",  # the headline
        f"Titre\nLe tunnel rouvrira le 3 mai 2025.\n{REST}",  # a sentence
        f"Titre\nCe que l'on sait de ce qui s'est passé le 3 mai 2025\n{REST}",  # many words
        f"Titre\n31 février 2025\n{REST}",  # no day
        "Titre\n" + "Un\n" * 6 + "12 mars 2025\n",  # far from the top
        "",
    ],
)
def test_other_days_are_what_is_told_of(text: str) -> None:
    assert top_date(text) is None


def test_it_is_the_day_of_the_article_unless_another_is_given() -> None:
    text = f"Trois morts à Morlaix\nPublié le 12 mars 2025\n{REST}".encode()
    (unit,) = units(text)
    assert unit.article is not None and unit.article.published == "2025-03-12" and unit.notes == ()
    (unit,) = units(text, published="2025-03-13")
    assert unit.article is not None and unit.article.published == "2025-03-13"
