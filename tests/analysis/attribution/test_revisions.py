"""Forecasts revised and counted on: what the bank now expects, what the mayor counts on."""

from __future__ import annotations

import pytest

from selon.api import extract
from selon.model import Article
from tests.analysis.attribution.marked_claims import Table, check, marked_in

REVISED: Table = [
    ("fr", "{s1|La Banque centrale} {c1|abaisse} {k1|sa prévision de croissance à 2 %}."),
    ("fr", "{s1|Le FMI} {c1|a revu} à la baisse {k1|sa prévision pour le Japon, à 1,1 %}."),
    ("fr", "{s1|L'Insee} {c1|abaisse} {k1|à 0,8 % sa prévision de croissance pour 2025}."),
    ("fr", "{s1|La banque} {c1|a ramené} {k1|son estimation de 3 à 2,4 %}."),
    ("en", "{s1|The central bank} {c1|cut} {k1|its growth forecast to 2 percent}."),
    (
        "en",
        "{s1|{s2|The IMF}} {c1|lowered} {k1|its forecast for Japan to 1.1%} but {c2|warned} {k2|that it could fall}.",
    ),
    ("en", "{s1|The agency} {c1|kept} {k1|its forecast unchanged at 2 percent}."),
]

COUNTED_ON: Table = [
    ("fr", "{s1|Le maire} {c1|mise} sur {k1|l'achèvement du chantier en juin}."),
    ("fr", "{s1|La compagnie} {c1|mise} sur {k1|une reprise}."),
    ("fr", "{s1|Le gouvernement} {c1|table} sur {k1|4 %}."),
]

# What is set is no forecast; a forecast without a figure says nothing of itself.
NOT_FORECAST: Table = [
    ("fr", "Le gouvernement a porté le salaire minimum à 12 euros."),
    ("fr", "Le fabricant a révisé ses prévisions pour la deuxième fois en trois mois."),
    ("fr", "La somme mise sur la table par l'État a surpris."),
    ("en", "The government raised the minimum wage to 12 euros."),
]


@marked_in(globals())
def test_claims_are_found(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Bruxelles maintient sa prévision à 2 %."),
        ("en", "The central bank cut its growth forecast to 2 percent."),
    ],
)
def test_a_forecast_is_probable(language: str, text: str) -> None:
    (claim,) = extract(Article(text, language=language))
    assert (claim.stance, claim.certainty) == ("asserts", "probable")
