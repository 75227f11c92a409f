"""Titles of questions: in good French and English, each quotation mark with its partner."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from selon.languages import load
from selon.model import Article, Claim, Span
from selon.questions.quoted import in_marks, without_lead
from selon.questions.record import Facet, QuestionKind, Statement
from selon.questions.wording import worded


def facet(text: str = "some words", language: str = "fr", spans: tuple[Span, ...] = (), **more: Any) -> Facet:
    claim = Claim(source=(), cue=(), content=spans or (Span(0, len(text)),), speaker="Ann")
    statement = Statement(Article(text, language=language, published="2024-05-06"), claim, "c")
    fields: dict[str, Any] = {"kind": "number", "figure": True, **more}
    return Facet(id="c#0", statement=statement, **fields)


def title(code: str, facet: Facet, kind: QuestionKind = "number") -> str:
    return worded([facet], kind)[code].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("code", "told", "words"),
    [
        ("fr", {"noun": "child", "action": "die"}, "Combien d’enfants sont morts ?"),
        ("fr", {"noun": "woman", "action": "hurt"}, "Combien de femmes ont été blessées ?"),
        ("fr", {"noun": "person", "action": "hostage"}, "Combien de personnes ont été prises en otage ?"),
        ("fr", {"noun": "soldier", "action": "hostage"}, "Combien de soldats ont été pris en otage ?"),
        (
            "fr",
            {"noun": "person", "action": "die", "nations": frozenset({"CD"})},
            "Combien de personnes congolaises sont mortes ?",
        ),
        ("fr", {"noun": "person", "action": "layoff"}, "Combien de personnes ont été licenciées ?"),
        ("fr", {"noun": "job", "action": "layoff"}, "Combien d’emplois ont été supprimés ou licenciés ?"),
        ("fr", {"noun": "house", "change": True}, "Combien de maisons (en plus) ?"),
        ("en", {"noun": "house", "change": True}, "How many houses (in addition)?"),
        ("en", {"noun": "child"}, "How many children?"),
        # Bridges don't die, accidents are not sent, metres do nothing; journalists are not sold.
        ("en", {"noun": "bridge", "action": "die"}, "How many bridges?"),
        ("en", {"noun": "accident", "action": "deploy"}, "How many accidents?"),
        ("fr", {"noun": "~metr", "unit": "mètre", "action": "be"}, "Quel chiffre : « some words » ?"),
        ("en", {"noun": "time", "unit": "times", "action": "infect", "language": "en"}, "What figure: “some words”?"),
        ("en", {"noun": "magnitude", "unit": "magnitude"}, "What figure: “some words”?"),
        # Who is put under a concept by a stem or a synonym keeps the article's own word.
        ("en", {"noun": "joint", "unit": "commune"}, "How many “communes”?"),
        ("fr", {"noun": "joint", "unit": "commune"}, "Combien de communes ?"),
        ("fr", {"noun": "official", "unit": "fonctionnaire"}, "Combien de fonctionnaires ?"),
        ("en", {"noun": "official", "unit": "fonctionnaire"}, "How many officials?"),
        ("fr", {"noun": "nurse", "unit": "infirmier"}, "Combien d’infirmiers ?"),
        ("en", {"noun": "nurse", "unit": "infirmier"}, "How many nurses?"),
        (
            "en",
            {"noun": "civilian", "unit": "civilian death", "action": "die", "language": "en"},
            "How many civilians have died?",
        ),
        ("fr", {"noun": "~mb", "unit": "Mb/s"}, "Combien de Mb/s ?"),
        ("en", {"noun": "crew", "unit": "crew member", "language": "en"}, "How many crew members?"),
        ("en", {"noun": "pray", "unit": "prayer", "language": "en"}, "How many prayers?"),
        ("en", {"noun": "cocaine", "unit": "drug", "language": "en"}, "How many drugs?"),
        ("en", {"noun": "child", "unit": "child", "language": "en"}, "How many children?"),
        ("en", {"noun": "journalist", "action": "sell"}, "How many journalists?"),
        ("en", {"noun": "cow", "action": "die"}, "How many cows have died?"),
        # Words of the other language are quoted, in the plural of their own.
        ("en", {"noun": "~troupe", "unit": "troupeau"}, "How many “troupeaux”?"),
        ("fr", {"noun": "~troupe", "unit": "troupeau"}, "Combien de troupeaux ?"),
        # A concept that the table names by a verb is counted in the article's own word.
        ("fr", {"noun": "examine", "unit": "examen"}, "Combien d’examens ?"),
        (
            "en",
            {
                "noun": "person",
                "action": "protest",
                "day": ("2023-03-01", "2023-03-01"),
                "place": "p",
                "place_name": "Paris",
            },
            "How many people marched in Paris on 1 March 2023?",
        ),
        (
            "fr",
            {"noun": "person", "action": "protest", "day": ("2023-03-01", "2023-03-01")},
            "Combien de personnes ont manifesté le 1er mars 2023 ?",
        ),
        (
            "en",
            {"noun": "soldier", "action": "deploy", "place": "p", "place_name": "GENEVA", "modality": "planned"},
            "How many soldiers are to be sent to Geneva in all?",
        ),
        ("en", {"action": "inflation"}, "What is the inflation?"),
        ("en", {"action": "find"}, "What figure: “some words”?"),
        ("en", {"dimension": "money"}, "How much money: “some words”?"),
    ],
)
def test_how_many(code: str, told: dict[str, Any], words: str) -> None:
    assert title(code, facet(**told)) == words


def test_people_are_asked_for_where_few_claims_are_of_children() -> None:
    nouns = ["person", "person", "child"]
    assert worded([facet(noun=noun, action="die") for noun in nouns], "number")["en"] == "How many people have died?"
    assert (
        worded([facet(noun=noun, action="die") for noun in nouns[1:]], "number")["en"] == "How many children have died?"
    )


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("« Nous partirons demain. »", "Nous partirons demain"),
        ("« Nous partirons demain", "Nous partirons demain"),
        ("Nous partirons demain »", "Nous partirons demain"),
        ("il « claquera la porte » en cas d'alliance", "il ‘claquera la porte’ en cas d'alliance"),
        (
            "la mobilisation est « au-delà de ce que l’on pensait",
            "la mobilisation est ‘au-delà de ce que l’on pensait’",
        ),
        ('every drop of blood" would be answered for', "‘every drop of blood’ would be answered for"),
        ('"First the roof" […] "then the kitchen."', "‘First the roof’ […] ‘then the kitchen.’"),
        ('the "coronavirus 2" strain', "the ‘coronavirus 2’ strain"),
        ("d'« une humiliation »", "d'‘une humiliation’"),
        ("It came. It went.", "It came. It went."),
        ("in the U.S.", "in the U.S."),
        ("The money is gone,”", "The money is gone"),
    ],
)
def test_each_mark_has_its_partner(words: str, inside: str) -> None:
    assert in_marks(words, load("en").table("asked")["marks"]["inner"]) == inside


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("qu’ils partent", "ils partent"),
        ("d'ici là des analyses", "d'ici là des analyses"),
        ("s'il prépare une sortie", "il prépare une sortie"),
        ("d’avoir menti", "avoir menti"),
        ("d'aucuns affirment", "d'aucuns affirment"),
    ],
)
def test_what_the_verb_took_is_left_out(words: str, left: str) -> None:
    assert without_lead(words, "fr") == left


def test_a_title_says_what_it_leaves_out() -> None:
    text = "La vérité, dit-elle, « est dans l'abricot ». Il pleut."
    apart = facet(text, spans=(Span(0, 9), Span(21, 43)), kind="yes-no", figure=False)
    assert title("fr", apart, "yes-no") == "Est-ce exact : « La vérité […] “est dans l'abricot” » ?"


def test_long_words_are_cut_and_still_balanced() -> None:
    cut = title("fr", facet("Elle parle de « " + "mots " * 60 + "»", kind="yes-no"), "yes-no")
    assert len(cut) < 150 and cut.count("“") == cut.count("”") == 1 and "…" in cut


@pytest.mark.parametrize(
    ("speaker", "english", "french"),
    [
        ("founders", "What is intended by founders: “to go”?", "Quelles intentions chez founders : « to go » ?"),
        ("Ann; Bob", "What is intended by Ann and Bob: “to go”?", "Quelles intentions chez Ann et Bob : « to go » ?"),
        ("", "What is said of this: “to go”?", "Que dit-on de ceci : « to go » ?"),
    ],
)
def test_intentions_agree_with_one_and_with_several(speaker: str, english: str, french: str) -> None:
    made = facet("to go", language="en", kind="yes-no", figure=False)
    claim = replace(made.statement.claim, stance="intends", speaker=speaker)
    made = replace(made, statement=replace(made.statement, claim=claim))
    assert (title("en", made, "open"), title("fr", made, "open")) == (english, french)
