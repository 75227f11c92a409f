"""Counted nouns: plurals, genders, and « de » before a vowel."""

from __future__ import annotations

import pytest

from selon.languages.nouns import counted, feminine, is_feminine, of


@pytest.mark.parametrize(
    ("unit", "language", "plural"),
    [
        ("child", "en", "children"),
        ("schoolchild", "en", "schoolchildren"),
        ("policeman", "en", "policemen"),
        ("human", "en", "humans"),
        ("analysis", "en", "analyses"),
        ("jackal calf", "en", "jackal calves"),
        ("ditch", "en", "ditches"),
        ("children", "en", "children"),
        ("tube de gouache", "fr", "tubes de gouache"),
        ("festival", "fr", "festivals"),
        ("hôpital", "fr", "hôpitaux"),
        ("vitrail", "fr", "vitraux"),
        ("franc CFA", "fr", "francs CFA"),
        ("missile", "xx", "missile"),
    ],
)
def test_plurals(unit: str, language: str, plural: str) -> None:
    assert counted(unit, language) == plural


@pytest.mark.parametrize(
    ("noun", "words"),
    [
        ("soldats", "de soldats"),
        ("enfants", "d’enfants"),
        ("écoles", "d’écoles"),
        ("Ouïgours", "d’Ouïgours"),
        ("hommes", "d’hommes"),
        ("hameaux", "de hameaux"),
        ("yeux", "d’yeux"),
        ("yens", "de yens"),
        ("« private herds »", "de « private herds »"),
    ],
)
def test_de_is_elided_before_a_vowel(noun: str, words: str) -> None:
    assert of(noun, "fr") == words


def test_english_has_no_such_word() -> None:
    assert of("children", "en") == "" and not is_feminine("women", "en")


def test_genders() -> None:
    for noun in ("personnes", "familles", "fusées", "explosions", "usines de gaz", "écoles"):
        assert is_feminine(noun, "fr"), noun
    for noun in ("soldats", "lycées", "comités", "parapluies", "employés", "hôpitaux", ""):
        assert not is_feminine(noun, "fr"), noun
    made = [feminine(word, "fr") for word in ("congolais", "italien", "turc", "letton", "belge", "américain")]
    assert made == ["congolaise", "italienne", "turque", "lettonne", "belge", "américaine"]
