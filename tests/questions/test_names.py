"""One speaker under several spellings: the fullest of them, and one origin."""

from __future__ import annotations

import pytest

from selon.model import article_from, claim_from
from selon.questions import build_questions
from selon.questions.names import fullest
from tests.questions.marked import rows

SPELT = [
    (["Éric Lanoy", "Eric Lanoy", "Lanoy"], {"Éric Lanoy"}),
    (["The Inquirer", "Inquirer"], {"The Inquirer"}),
    (["Le Monde", "Monde"], {"Le Monde"}),
    (["Anna Berg", "Karl Berg", "Berg"], {"Anna Berg", "Karl Berg", "Berg"}),  # which of the two nobody knows
    (["White House", "House"], {"White House", "House"}),
    (["Tarvia", "President of Tarvia"], {"Tarvia", "President of Tarvia"}),
    (["Ursula von der Leyen", "Leyen"], {"Ursula von der Leyen"}),
    (["minister", "Prime minister"], {"minister", "Prime minister"}),
    (["Ministry of Defence (France)", "France"], {"Ministry of Defence (France)", "France"}),
]


@pytest.mark.parametrize(("names", "kept"), SPELT)
def test_the_fullest_spelling(names: list[str], kept: set[str]) -> None:
    assert set(fullest(names).values()) == set(fullest(reversed(names)).values()) == kept


def test_spellings_of_one_name_are_one_origin() -> None:
    told = """
## id=a language=fr published=2024-05-06 publisher=Jour
{k1|L'usine d'Orsk fermera}, {c1|dit} {s1|Éric Lanoy}.
= 1 Éric Lanoy

## id=b language=en published=2024-05-06 publisher=Post
{k2|The Orsk plant will close}, {s2|Lanoy} {c2|said}.
= 2 Lanoy
"""
    (question,) = build_questions((article_from(r), [claim_from(c) for c in r["claims"]]) for r in rows(told))
    assert question.origins.independent == 1 and set(question.origins.tree) == {"Éric Lanoy"}
