"""Canonical names as French readers know them; whatever has no French form stays as it is."""

from __future__ import annotations

import pytest

from selon.analysis.registry.readers_names import readers_name
from selon.analysis.registry.registry import registry
from selon.analysis.registry.units import shared_offices
from selon.languages import load

FRENCH = [
    # whole names: bodies, countries, capitals, persons
    ("NATO", "Otan"),
    ("National Intelligence Service (South Korea)", "Service national du renseignement (Corée du Sud)"),
    ("Ministry of Foreign Affairs (France)", "Ministère des Affaires étrangères (France)"),
    ("South Korea", "Corée du Sud"),
    ("Moscow", "Moscou"),
    ("Vladimir Putin", "Vladimir Poutine"),
    # bodies of a country: with its adjective, which agrees; in brackets where the canonical name has them
    ("Government of the United Kingdom", "Gouvernement britannique"),
    ("Ukrainian authorities", "Autorités ukrainiennes"),
    ("South Korean intelligence", "Renseignement sud-coréen"),
    ("Turkish police", "Police turque"),
    ("Ministry of the Interior (France)", "Ministère de l'Intérieur (France)"),
    ("Prosecutor's Office (Spain)", "Parquet (Espagne)"),
    ("Government of Aruba", "Gouvernement arubais"),
    ("Government of Vatican City", "Gouvernement (État de la Cité du Vatican)"),
    # offices, whosesoever they are
    ("Prime Minister of Japan", "Premier ministre japonais"),
    ("Minister of Defence (Iraq)", "Ministre de la Défense (Irak)"),
    ("Spokesperson of Armed Forces of Ukraine", "Porte-parole des forces armées ukrainiennes"),
    ("Spokesperson of Kremlin", "Porte-parole du Kremlin"),
    ("Spokesperson of Gazprom", "Porte-parole (Gazprom)"),
    ("Mayor of London", "Maire de Londres"),
    ("Prefecture of Ain", "Préfecture de l'Ain"),
    # people without a name
    ("US officials", "responsables américains"),
    ("witnesses (Syria)", "témoins (Syrie)"),
    ("diplomatic sources", "sources diplomatiques"),
    ("residents in Kursk", "habitants (Koursk)"),
    ("lawyers of James Fields", "avocats de James Fields"),
    ("researchers of university of Lyon", "chercheurs de l'université de Lyon"),
    ("local authorities", "autorités locales"),
    ("former officials", "former officials"),  # « ancien » would stand before its noun
    ("organisers", "organisateurs"),
    # several speakers of one claim
    ("NATO; Ukrainian police", "Otan; Police ukrainienne"),
]


@pytest.mark.parametrize(("canonical", "french"), FRENCH)
def test_a_french_reader_s_name(canonical: str, french: str) -> None:
    assert readers_name(canonical, "fr") == french


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Philippe Martinez",
        "The New York Times",
        "DGSE",
        "University of Southern Denmark Press",
        "Spokesperson of some unheard-of thing",
        "committee of strange words",
        "Ann (Marie)",
        "ministère",
    ],
)
def test_what_has_no_french_form_stays(name: str) -> None:
    assert readers_name(name, "fr") == name


def test_english_and_languages_without_names_keep_the_canonical_one() -> None:
    assert readers_name("Ukrainian police", "en") == readers_name("Ukrainian police", "xx") == "Ukrainian police"


def test_every_body_and_office_has_a_french_frame() -> None:
    table, shared = load("fr").table("names"), shared_offices()
    assert set(table["bodies"]) == set(shared["bodies"])
    without = {"representative", "delegation", "whip"}  # who speak for their body; what no French parliament has
    assert set(table["roles"]) == set(shared["roles"]) - without
    assert set(table["groups"]) <= set(shared["groups"])


def test_every_entry_names_an_actor_of_the_registry() -> None:
    actors = registry().actors
    assert [key for key in load("fr").table("names")["actors"] if f"org:{key}" not in actors] == []
