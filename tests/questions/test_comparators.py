"""Pairs of sentences and whether they answer one question, with the comparator that settles it."""

from __future__ import annotations

import re

import pytest

from selon.model import Article, Claim, Quantity, Span
from selon.questions.comparators import compare
from selon.questions.facets import facets_of
from selon.questions.grouping import THRESHOLD
from selon.questions.record import Facet, Statement
from selon.questions.verdict import APART

FIGURE = re.compile(r"\d[\d,]*(?: (?!were|are|will|had|ont|in\b|at\b|for\b)[\w%]+)*")


def quantity(m: re.Match[str]) -> Quantity:
    figure, _, noun = m.group().partition(" ")
    value = float(figure.replace(",", ""))
    return Quantity(Span(*m.span()), value, value, noun.split()[-1] if noun else "")


def facet(words: str, language: str, n: int, **labels: object) -> Facet:
    """The first facet of a claim that is the whole of an article; its figures are those in digits."""
    quantities = tuple(quantity(m) for m in FIGURE.finditer(words))
    claim = Claim(source=(), cue=(), content=(Span(0, len(words)),), speaker=f"S{n}", quantities=quantities, **labels)  # type: ignore[arg-type]
    article = Article(text=words, id=f"a{n}", language=language, published="2024-05-06")
    return facets_of(article, [Statement(article, claim, f"c{n}")])[0]


def verdict(a: str, b: str, languages: str = "en en") -> tuple[float, str]:
    one, other = languages.split()
    score, said = compare(facet(a, one, 1), facet(b, other, 2))
    return score, " / ".join(v.why for v in said)


ONE = [
    ("5 people were killed in Orsk", "in Orsk 7 people died"),
    ("Ravia attacked Orsk", "Orsk was attacked by Ravia"),
    ("the bridge in Orsk had collapsed", "the collapse of the bridge in Orsk"),
    ("12 miners were rescued in Orsk", "in Orsk 14 miners were saved"),
]
ONE_ACROSS = [
    ("400 people were arrested in Orsk", "380 personnes ont été interpellées à Orsk"),
    ("the factory in Orsk would close", "l’usine d’Orsk fermera"),
    ("90 homes were destroyed in Orsk", "95 maisons ont été détruites à Orsk"),
    ("the minister would resign over Orsk", "la démission du ministre après Orsk"),
    ("20 firefighters were injured in Orsk", "22 pompiers ont été blessés à Orsk"),
]
APART_PAIRS = [
    ("Ravia attacked Valmont", "Valmont attacked Ravia", "roles are swapped"),
    ("3,000 soldiers are in Orsk", "10,000 soldiers will be sent to Orsk", "done is not planned"),
    ("40 people were killed in Orsk", "40 people were injured in Orsk", "'die' is not 'hurt'"),
    ("40 people were killed in Orsk", "40 people were killed in Velm", "is not"),
    ("40 French soldiers were killed", "90 Italian soldiers were killed", "FR are not IT"),
    ("12 children were killed in Orsk", "15 firefighters were killed in Orsk", "is not"),
]


# What a sum or a share measures, for when, whose, and whether it was asked for or given.
MEASURES = [
    ("unemployment rose to 5 % in Ravia", "the jobless rate in Ravia is 6 %", True),
    ("inflation in Ravia rose to 5 %", "unemployment in Ravia rose to 5 %", False),
    ("inflation in Ravia is 5 %", "inflation in Ravia will be 3 %", False),
    ("the deficit of Ravia was 5 % in 2022", "the deficit of Ravia was 6 % in 2023", False),
    ("turnout in Ravia was 21 % at noon", "turnout in Ravia was 58 %", False),
    ("the Socialists won 98 seats in Ravia", "in Ravia the Socialists hold 101 seats", True),
    ("the Socialists won 98 seats in Ravia", "the Conservatives won 91 seats in Ravia", False),
    ("the storm claimed 57 lives in Orsk", "84 people died in Orsk", True),
    ("12 passengers are missing in Orsk", "12 passengers were rescued in Orsk", False),
]


@pytest.mark.parametrize(("a", "b", "one"), MEASURES)
def test_measures(a: str, b: str, one: bool) -> None:
    score, why = verdict(a, b)
    assert (score >= THRESHOLD) == one, (score, why)


def test_what_is_asked_for_is_not_what_is_given() -> None:
    words = "3 years in prison for Malvy"
    asked, given = facet(words, "en", 1, stance="asks"), facet(words, "en", 2)
    assert compare(asked, given)[0] == APART


@pytest.mark.parametrize(("a", "b"), ONE)
def test_one_question(a: str, b: str) -> None:
    score, why = verdict(a, b)
    assert score >= THRESHOLD, why


@pytest.mark.parametrize(("a", "b"), ONE_ACROSS)
def test_one_question_in_two_languages(a: str, b: str) -> None:
    score, why = verdict(a, b, "en fr")
    assert score >= THRESHOLD, why


@pytest.mark.parametrize(("a", "b", "reason"), APART_PAIRS)
def test_two_questions(a: str, b: str, reason: str) -> None:
    score, why = verdict(a, b)
    assert score < THRESHOLD and reason in why, (score, why)


def test_symmetric() -> None:
    for a, b in ONE:
        assert verdict(a, b)[0] == pytest.approx(verdict(b, a)[0])


def test_swapped_roles_are_apart_for_good() -> None:
    assert verdict("Ravia attacked Valmont", "Valmont attacked Ravia")[0] == APART
