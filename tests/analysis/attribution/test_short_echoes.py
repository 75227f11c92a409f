"""Short echoes: another says the same, the verb is left out, and so is what is said."""

from __future__ import annotations

import pytest

from selon.api import extract
from selon.model import Article
from tests.analysis.attribution.marked_claims import Table, check, marked_in

ECHOED: Table = [
    ("fr", "{s1|Le maire} {c1|nie} {k1|avoir touché de l'argent}, {s2|son adjoint} {c2|aussi}."),
    ("fr", "{s1|Berlin} {c1|assure} {k1|que l'accord tient}. {s2|Paris} {c2|aussi}."),
    ("fr", "{s1|Paris} {c1|réclame} {k1|une enquête}, {s2|Berlin et Rome} {c2|également}."),
    ("fr", "{s1|Le ministre} {c1|n'a pas souhaité commenter}, {s2|la préfecture} {c2|non plus}."),
    ("en", "{s1|The mayor} {c1|denied} {k1|taking money}, {c2|as did} {s2|her husband}."),
    ("en", "{s1|France} {c1|says} {k1|the deal is dead}. {c2|So does} {s2|Germany}."),
    ("en", '{k1|"The deal is dead,"} {c1|said} {s1|Mr Lang}. {c2|So did} {s2|his deputy}.'),
    ("en", "{s1|The firm} {c1|has not commented}. {c2|Neither has} {s2|its owner}."),
    ("en", "{s1|Ms Reyes} {c1|rejected} {k1|the claim}, and {s2|her lawyer} {c2|did too}."),
]

# What was done is no saying; what may be a part of what is said stays there.
NOT_ECHOED: Table = [
    ("fr", "Elle a gagné la course, sa sœur aussi."),
    ("fr", "{s1|Le maire} {c1|affirme} {k1|que les médecins sont partis, les infirmières aussi}."),
    ("fr", "{s1|Le maire} {c1|dénonce} {k1|l'abandon}. Les pompiers aussi étaient là."),
    ("en", "The minister resigned in protest, and so did her deputy."),
    ("en", "{s1|She} {c1|says} {k1|that her brother left, and so did her mother}."),
]


@marked_in(globals())
def test_claims_are_found(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)


@pytest.mark.parametrize(
    ("language", "text", "stance"),
    [
        ("fr", "Berlin assure que l'accord tient. Paris aussi.", "confirms"),
        ("fr", "Le maire nie avoir touché de l'argent, son adjoint aussi.", "denies"),
        ("en", "France says the deal is dead. So does Germany.", "confirms"),
        ("en", "The mayor denied taking money, as did her husband.", "denies"),
    ],
)
def test_an_echo_takes_the_stance_of_what_it_echoes(language: str, text: str, stance: str) -> None:
    assert extract(Article(text, language=language))[-1].stance == stance
