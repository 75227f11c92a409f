"""What a figure counts, of what whole and where: read from an article's own words."""

from __future__ import annotations

import pytest

from selon.model import Article, Claim, Quantity, Span
from selon.questions import build_questions
from selon.questions.record import Facet

Given = tuple[str, float, str]  # the figure's words, its value, its unit


def facets(text: str, *given: Given, language: str = "en", speaker: str = "Mayor") -> list[Facet]:
    """The facets of one claim whose content is the whole text after its first line."""
    start = text.index("\n") + 1 if "\n" in text else 0
    at = [(text.index(words, start), words, value, unit) for words, value, unit in given]
    quantities = tuple(Quantity(Span(a, a + len(w)), value, value, unit) for a, w, value, unit in at)
    claim = Claim((), (), (Span(start, len(text) - 1),), speaker=speaker, quantities=quantities, id="c")
    found = build_questions([(Article(text, language=language, published="2024-05-06"), [claim])])
    return [f for q in found for f in q.facets]


NOUNS = [
    ("fr", "On supprime vingt postes d'infirmiers.", ("vingt postes d'infirmiers", 20, "poste d'infirmiers"), "job"),
    ("fr", "Trois bateaux de migrants ont coulé.", ("Trois bateaux de migrants", 3, "bateau de migrants"), "ship"),
    ("en", "Some 128 vaccination teams took part.", ("128 vaccination teams", 128, "vaccination team"), "team"),
    ("en", "Some 12 cholera deaths were counted.", ("12 cholera deaths", 12, "cholera death"), "person"),
    ("fr", "On compte 40 cas de rougeole.", ("40 cas de rougeole", 40, "cas de rougeole"), "person"),
    ("fr", "On compte vingt infirmiers.", ("vingt infirmiers", 20, "infirmier"), "nurse"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "given", "noun"), NOUNS)
def test_the_head_of_a_unit_is_what_is_counted(language: str, text: str, given: Given, noun: str) -> None:
    (facet,) = facets(text, given, language=language)
    assert facet.noun == noun


LABELS = [
    ("en", "The gang held ward 5.", ("5", 5, "")),
    ("fr", "La bande tenait le pavillon 5.", ("5", 5, "")),
    ("en", "A woman of 55 was hurt.", ("55", 55, "")),
]


@pytest.mark.parametrize(("language", "text", "given"), LABELS)
def test_a_number_that_names_counts_nothing(language: str, text: str, given: Given) -> None:
    (facet,) = facets(text, given, language=language)
    assert facet.kind == "yes-no"


PARTS = [
    ("en", "There were 523 new infections.", ("523 new infections", 523, "new infection"), "change"),
    ("en", "The flu infected 165 people in a single day.", ("165 people", 165, "person"), "change"),
    ("fr", "La grippe a contaminé 165 personnes en 24 heures.", ("165 personnes", 165, "personne"), "change"),
    ("en", "Six victims were of one family.", ("Six victims", 6, "victim"), "part"),
    ("fr", "Six victimes étaient des pêcheurs.", ("Six victimes", 6, "victime"), "part"),
    ("en", "The flu infected 165 people.", ("165 people", 165, "person"), ""),
    ("en", "Six victims were found.", ("Six victims", 6, "victim"), ""),
]


@pytest.mark.parametrize(("language", "text", "given", "kind"), PARTS)
def test_some_and_all_of_a_toll(language: str, text: str, given: Given, kind: str) -> None:
    (facet,) = facets(text, given, language=language)
    assert (facet.change, facet.part) == (kind == "change", kind == "part")


def test_losses_of_ones_own() -> None:
    (own,) = facets("Four of its soldiers died.", ("Four of its soldiers", 4, "soldier"), speaker="Ravia")
    (all_,) = facets("Four soldiers died.", ("Four soldiers", 4, "soldier"), speaker="Ravia")
    assert own.holders == {"@ravia"} and not all_.holders


PLACES = [
    ("Fire in Ravia\nSixty-three people died.", ("Sixty-three people", 63, "person"), ""),
    ("Fire\nLosses in People magazine: 63 people died.", ("63 people", 63, "person"), ""),
    ("Fire\nSome 63 people died in General Santos.", ("63 people", 63, "person"), "General Santos"),
    ("Fire\nSome 63 people died in Orsk.", ("63 people", 63, "person"), "Orsk"),
]


@pytest.mark.parametrize(("text", "given", "name"), PLACES)
def test_where_is_a_name_and_the_whole_of_it(text: str, given: Given, name: str) -> None:
    (facet,) = facets(text, given)
    assert facet.place_name == name
