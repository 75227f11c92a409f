"""Verb forms: conjugations, and conditionals told from imperfects by their stem."""

from __future__ import annotations

import pytest

from selon.analysis.conditional import is_conditional, is_future
from selon.languages.cues import cues
from selon.languages.verbforms import ALSO, CONJUGATIONS, VerbForm, analyses, conjugate, cue_lemma, is_finite

CONDITIONALS = """
    affirmerait perdrait verrait marquerait comprendrait annoncerait serait seraient aurait auraient ferait irait
    pourrait devrait enverrait finirait viendrait tiendrait courrait mourrait vaudrait faudrait saurait recevrait
    jetterait appellerait lèverait préférerait préfèrerait mettrait croirait écrirait dirait lirait craindrait
    rejoindrait partirait sortirait servirait ouvrirait offrirait cueillerait acquerrait connaîtrait naîtrait
    conduirait conclurait essaierait essayerait nettoierait voudrait prévoirait orbiteraient aurions seriez"""
OTHERS = """
    entrait livrait montraient engendrait centrait désirait admirait tirait respirait virait préparait considérait
    opérait espérait pleurait errait enterrait serrait ferrait rencontrait ouvrait offrait souffrait mourait courait
    filtrait illustrait concentraient registrait libérait déterrait empirait inspirait retirait dorait fleuraient lait
    fait avait était disait étaient vrais relations opérations opinions restait portrait paraît Gerais iras"""
MISSED = "dément doute nie juge estime annonce affirma nia déclara prévient promet craint"


@pytest.mark.parametrize(
    "form",
    CONDITIONALS.split(),
)
def test_conditionals(form: str) -> None:
    assert is_conditional(form)


@pytest.mark.parametrize(
    "form",
    OTHERS.split(),
)
def test_no_conditionals(form: str) -> None:
    assert not is_conditional(form)


@pytest.mark.parametrize("form", MISSED.split())
def test_forms_that_taggers_miss_are_finite_verbs(form: str) -> None:
    assert is_finite(form, "fr")


@pytest.mark.parametrize("form", ["démenti", "affirmant", "affirmer", "maison", "ministre"])
def test_other_forms_are_not(form: str) -> None:
    assert not is_finite(form, "fr")


@pytest.mark.parametrize(
    ("language", "form", "reading"),
    [
        ("fr", "dément", VerbForm("démentir", "Ind", "Pres", "3", "Sing")),
        ("fr", "nia", VerbForm("nier", "Ind", "Past", "3", "Sing")),
        ("fr", "soutînt", VerbForm("soutenir", "Sub", "Imp", "3", "Sing")),
        ("fr", "annonçait", VerbForm("annoncer", "Ind", "Imp", "3", "Sing")),
        ("fr", "jugèrent", VerbForm("juger", "Ind", "Past", "3", "Plur")),
        ("fr", "promises", VerbForm("promettre", "Part", "Past", "", "Plur")),
        ("fr", "reconnait", VerbForm("reconnaître", "Ind", "Pres", "3", "Sing")),
        ("fr", "contredisez", VerbForm("contredire", "Ind", "Pres", "2", "Plur")),
        ("fr", "appelle", VerbForm("appeler", "Ind", "Pres", "3", "Sing")),
        ("en", "hopes", VerbForm("hope", "Ind", "Pres", "3", "Sing")),
        ("en", "denied", VerbForm("deny", "Ind", "Past")),
        ("en", "admitting", VerbForm("admit", "Part", "Pres")),
        ("en", "said", VerbForm("say", "Ind", "Past")),
    ],
)
def test_analyses(language: str, form: str, reading: VerbForm) -> None:
    assert reading in analyses(form, language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_form_is_found_by_how_it_begins(language: str) -> None:
    """Forms are made for the verbs that begin as the word does: none may be missed by that."""
    lexicon = cues(language)
    lemmas = sorted({*lexicon.verbs, *lexicon.reflexives, *(ALSO if language == "fr" else ())})
    made = {(form, reading) for lemma in lemmas for form, reading in CONJUGATIONS[language](lemma)}
    assert len(made) > 2_000
    assert [(form, reading) for form, reading in made if reading not in analyses(form, language)] == []


def test_every_french_verb_has_its_six_persons() -> None:
    forms = {form for form, reading in conjugate("dire") if reading[1:3] == ("Ind", "Pres")}
    assert forms >= {"dis", "dit", "disons", "dites", "disent"}


@pytest.mark.parametrize(
    ("language", "form", "tagged", "lemma"),
    [
        ("fr", "estime", "estime", "estimer"),
        ("fr", "dément", "dément", "démentir"),
        ("fr", "maison", "maison", "maison"),
        ("en", "hopes", "hop", "hope"),
        ("en", "identifies", "identifie", "identify"),
        ("en", "house", "house", "house"),
    ],
)
def test_the_cue_verb_is_found_again_where_the_tagger_lost_it(
    language: str, form: str, tagged: str, lemma: str
) -> None:
    assert cue_lemma(form, tagged, language) == lemma


@pytest.mark.parametrize(("form", "future"), [("céderons", True), ("viendra", True), ("entrons", False), ("a", False)])
def test_futures(form: str, future: bool) -> None:
    assert is_future(form) is future
