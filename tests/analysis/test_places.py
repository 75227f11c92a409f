"""Places: countries, regions and towns in French and English, with the right country."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.analysis.places import find_places
from selon.languages.registry import countries
from selon.languages.registry.gazetteer import gazetteer, regions

SHARED = Path(__file__).parents[3] / "shared"
LANGUAGES = ("fr", "en")
# CLDR has names nobody writes; the way news writes them is tested instead.
_CLDR_CODES = sorted(countries())


def found(text: str, language: str, given: tuple[str, ...] = ()) -> list[tuple[str, str | None, str]]:
    return [(p.span.of(text), p.country, p.precision) for p in find_places(text, language, given)]


SENTENCES = {"fr": "Ils sont arrivés hier de {} par avion.", "en": "They came yesterday from {} by plane."}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", _CLDR_CODES)
def test_every_country_by_its_cldr_name(code: str, language: str) -> None:
    name = Locale(language).territories[code]
    text = SENTENCES[language].format(name)
    assert [(c, p) for _, c, p in found(text, language) if p == "country"] == [(code, "country")], name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", _CLDR_CODES)
def test_every_capital_with_its_country(code: str, language: str) -> None:
    country = countries()[code]
    for name in country.capitals[language]:
        text = SENTENCES[language].format(name)
        places = find_places(text, language, (code,))
        assert [p.country for p in places] == [code], name
        assert places[0].lat is not None and places[0].span.of(text) in (name, name.removeprefix("Le ")), name


HIDDEN = "NF"  # Kingston is Jamaica's


@pytest.mark.parametrize("language", LANGUAGES)
def test_capitals_of_states_need_no_context(language: str) -> None:
    """Without a word on the country, a capital is the capital, but for those that a better-known town hides."""
    hidden = HIDDEN.split()
    wrong = []
    for code in sorted(set(_CLDR_CODES) - set(hidden)):
        for name in countries()[code].capitals[language][:1]:
            text = SENTENCES[language].format(name)
            if [p.country for p in find_places(text, language)] != [code]:
                wrong.append((code, name, found(text, language)))
    assert wrong == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "dans la région russe de Koursk, a dit Kiev", [("Koursk", "RU", "region"), ("Kiev", "UA", "city")]),
        ("en", "troops in the Kursk region and in Kursk itself", [("Kursk", "RU", "region"), ("Kursk", "RU", "city")]),
        ("fr", "Des soldats nord-coréens et des officiers russes", []),
        ("en", "North Korean soldiers met Russian officers", []),
        ("fr", "le ministre s'est rendu au Havre puis au Caire", [("Havre", "FR", "city"), ("Caire", "EG", "city")]),
        ("fr", "Une manifestation à Nice et une autre à Tours", [("Nice", "FR", "city"), ("Tours", "FR", "city")]),
        ("en", "Nice people read. Reading is good. It was a nice Tour.", []),
        ("en", "Lloyd Austin and Jack London said so. Austin left.", []),
        ("en", "The rally in Austin, Texas, was large", [("Austin", "US", "city"), ("Texas", "US", "region")]),
        ("en", "He read the New York Times and the Washington Post", []),
        ("fr", "d'après le Quotidien du peuple et la préfecture de police de Paris", []),
        ("fr", "Londres et Édimbourg", [("Londres", "GB", "city"), ("Édimbourg", "GB", "city")]),
        ("fr", "des frappes sur Soumy et Briansk", [("Soumy", "UA", "city"), ("Briansk", "RU", "city")]),
        ("fr", "les États-Unis et l'Ukraine", [("États-Unis", "US", "country"), ("Ukraine", "UA", "country")]),
        ("en", "the U.S. and the UK", [("U.S.", "US", "country"), ("UK", "GB", "country")]),
        ("en", "they told us and asked us", []),
        ("fr", "dans la bande de Gaza", [("bande de Gaza", "PS", "region")]),
        ("en", "to Russia's Far East", [("Russia's Far East", "RU", "region")]),
        ("en", "In March and in May", []),
        ("en", "the telescope ALMA and the MAGA crowd", []),
        ("en", "riots in LONDON", [("LONDON", "GB", "city")]),
        ("fr", "Jordan Bardella et Maurice Ravel", []),
        ("fr", "Il vit à Maurice, puis en Jordanie.", [("Maurice", "MU", "country"), ("Jordanie", "JO", "country")]),
        ("en", "In Rome, US Defense Secretary Lloyd Austin said", [("Rome", "IT", "city"), ("US", "US", "country")]),
    ],
)  # fmt: skip
def test_places(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "given", "country"),
    [
        ("the mayor of Birmingham said", (), "GB"),
        ("the mayor of Birmingham said", ("US",), "US"),
        ("a court in Birmingham, Alabama, said", (), "US"),
        ("a march in Paris", ("US",), "FR"),
        ("Canadian police in London, Ontario, said", (), "CA"),
        ("a march in Tripoli, Lebanon, today", (), "LB"),
        ("a march in Tripoli", (), "LY"),
    ],
)
def test_ambiguity(text: str, given: tuple[str, ...], country: str) -> None:
    towns = [p for p in find_places(text, "en", given) if p.precision == "city"]
    assert [p.country for p in towns] == [country]


def test_georgia_the_state_and_the_country() -> None:
    state = "American voters in Georgia, said the governor of Florida, a US senator and American officials"
    assert ("Georgia", "US", "region") in found(state, "en")
    assert ("Georgia", "GE", "country") in found("Tbilisi says that Georgia will vote", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_region_is_found_as_one(language: str) -> None:
    for region in regions():
        for name in region.names[language]:
            text = SENTENCES[language].format(name)
            countries_of = {p.country for p in find_places(text, language, (region.country,))}
            assert countries_of == {region.country}, name


DOSSIER = {
    "d03": {("Pyongyang", "KP"), ("Russie", "RU"), ("Vladivostok", "RU")},
    "d04": {("Russia", "RU"), ("Ukraine", "UA"), ("Kursk", "RU")},
    "d05": {("North Korea", "KP"), ("Russia", "RU"), ("Rome", "IT"), ("US", "US")},
    "d07": {("Pyongyang", "KP"), ("Moscou", "RU")},
    "d09": {("Koursk", "RU"), ("Bruxelles", "BE")},
    "d11": {("Russie", "RU"), ("Islande", "IS")},
    "d14": {("Corée du Nord", "KP"), ("Koursk", "RU"), ("Budapest", "HU")},
    "p02": {("France", "FR"), ("Paris", "FR")},
    "p07": {("France", "FR"), ("Paris", "FR"), ("Marseille", "FR")},
}


@pytest.mark.skipif(not (SHARED / "dossier").exists(), reason="the dossier is not beside the repository")
def test_the_dossier() -> None:
    for line in (SHARED / "dossier" / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if article["id"] in DOSSIER:
            got = {(name, country) for name, country, _ in found(article["text"], article["language"])}
            assert got == DOSSIER[article["id"]], article["id"]


@pytest.mark.skipif(not (SHARED / "seed").exists(), reason="the seed is not beside the repository")
def test_the_seed() -> None:
    text = (SHARED / "seed" / "article.fr.txt").read_text(encoding="utf-8")
    expected = {
        ("Bruxelles", "BE"), ("Corée du Nord", "KP"), ("Russie", "RU"), ("Ukraine", "UA"), ("Italie", "IT"),
        ("Kiev", "UA"),
        ("Corée du Sud", "KR"), ("Moscou", "RU"), ("Séoul", "KR"), ("Pyongyang", "KP"), ("Washington", "US"),
    }  # fmt: skip
    assert {(name, country) for name, country, _ in found(text, "fr")} == expected


def test_the_gazetteer_is_small_and_whole() -> None:
    path = Path(gazetteer.__wrapped__.__code__.co_filename).parent / "gazetteer.tsv.gz"
    assert path.stat().st_size < 10_000_000
    assert len(gazetteer().towns) > 30_000


NAMES = st.sampled_from(
    ["Paris", "Koursk", "New", "York", "U.S.", "L'", "Le", "Havre", "de", "Saint-", "’", "(", ", ", "Texas"]
)


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.text(), st.lists(st.one_of(NAMES, st.text(max_size=3))).map(" ".join)), st.sampled_from(LANGUAGES))
def test_any_string_gives_places_inside_it(text: str, language: str) -> None:
    end = 0
    for place in find_places(text, language):
        assert end <= place.span.start < place.span.end <= len(text)
        end = place.span.end
