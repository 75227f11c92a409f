"""Values in words: one table a kind of value, both interface languages."""

from __future__ import annotations

import datetime as dt

import pytest

from selon.model import Quantity, Span, Time
from selon.views import wording
from selon.views.i18n import InterfaceError, interface

AT = Span(0, 1)


@pytest.mark.parametrize(
    ("low", "high", "unit", "language", "english", "french"),
    [
        (9000, 11000, "soldat", "fr", "~10,000 soldats", "~10 000 soldats"),
        (10000, 10000, "soldier", "en", "10,000 soldiers", "10 000 soldiers"),
        (3e6, None, "obus d’artillerie", "fr", "at least 3,000,000 obus d’artillerie",
         "au moins 3 000 000 obus d’artillerie"),
        (0, 6000, "person", "en", "up to 6,000 people", "jusqu’à 6 000 people"),
        (None, 50, "house", "en", "up to 50 houses", "jusqu’à 50 houses"),
        (20, 99, "tir bref", "fr", "dozens (20–99) tirs brefs", "des dizaines (20–99) tirs brefs"),
        (2, 2, "missile balistique", "fr", "2 missiles balistiques", "2 missiles balistiques"),
        (2700, 3000, "man", "en", "nearly 3,000 men", "près de 3 000 men"),
        (5, 8, "city", "en", "5–8 cities", "5–8 cities"),
        (1, 1, "member of parliament", "en", "1 member of parliament", "1 member of parliament"),
        (3, 3, "member of parliament", "en", "3 members of parliament", "3 members of parliament"),
        (1.5, 1.5, "million", "fr", "1.5 million", "1,5 million"),
        (12.3, 12.3, "%", "fr", "12.3 %", "12,3 %"),
        (4, 4, "journal régional", "fr", "4 journaux régionaux", "4 journaux régionaux"),
        (9, 11, "", None, "~10", "~10"),
    ],
)  # fmt: skip
def test_a_quantity_is_put_as_a_person_would(
    low: float | None, high: float | None, unit: str, language: str | None, english: str, french: str
) -> None:
    value = Quantity(AT, low, high, unit)
    assert wording.quantity(interface("en"), value, language) == english
    assert wording.quantity(interface("fr"), value, language).replace("\u202f", " ") == french


@pytest.mark.parametrize(
    ("low", "high", "unit", "english", "french"),
    [
        (8, 8, "percent", "8%", "8 %"),
        (45, 55, "percent", "~50%", "~50 %"),
        (9e6, 9e6, "euro", "€9,000,000", "9 000 000 €"),
        (5, 8, "dollar", "$5–$8", "5 $–8 $"),
        (8, 8, "soldier", "8", "8"),
    ],
)
def test_shares_and_sums_have_their_sign(low: float, high: float, unit: str, english: str, french: str) -> None:
    assert wording.bounds(interface("en"), low, high, unit) == english
    told = wording.bounds(interface("fr"), low, high, unit)
    assert told.replace("\u202f", " ").replace("\u00a0", " ") == french


@pytest.mark.parametrize(
    ("start", "end", "english", "french"),
    [
        ("2024-10-24", "2024-10-24", "24 October 2024", "24 octobre 2024"),
        ("2024-11-01", None, "from 1 November 2024", "à partir du 1er novembre 2024"),
        (None, "2024-12-31", "until 31 December 2024", "jusqu’au 31 décembre 2024"),
        ("2024-10-01", "2024-10-31", "October 2024", "octobre 2024"),
        ("2024-01-01", "2024-12-31", "2024", "2024"),
        ("2019-01-01", "2024-12-31", "2019–2024", "2019–2024"),
        ("next week", None, "", ""),
    ],
)
def test_a_time_is_put_as_a_person_would(start: str | None, end: str | None, english: str, french: str) -> None:
    assert wording.time(interface("en"), Time(AT, start, end)) == english
    assert wording.time(interface("fr"), Time(AT, start, end)) == french


def test_a_range_within_a_month_names_the_month_once() -> None:
    said = wording.period(interface("en"), "2024-10-08", "2024-10-13")
    assert said.startswith("8–13 Oct") and said.count("2024") == 1


def test_an_article_without_a_date_says_so() -> None:
    assert wording.published(interface("fr"), None) == "sans date"
    assert wording.published(interface("en"), "long ago") == "long ago"
    assert wording.day(interface("fr"), dt.date(2024, 5, 2)) == "2 mai 2024"


def test_another_interface_language_is_refused_by_name() -> None:
    with pytest.raises(InterfaceError, match="en, fr"):
        interface("de")
