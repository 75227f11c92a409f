"""What must not stand under one question though it stands close together, and what must though it is far apart.

Each case is news in which two claims are marked: in one article, or in two of the days given.
"""

from __future__ import annotations

import pytest

from selon.model import article_from, claim_from
from selon.questions import Question, build_questions
from tests.questions.marked import rows

Dated = tuple[str, str]


def asked(language: str, *articles: Dated) -> list[Question]:
    """The questions of articles, each a day and its marked text; claims are numbered through, ``p`` and ``q`` speak."""
    told = "\n\n".join(
        f"## id=a{n} language={language} published={day}\n{text}\n"
        + "\n".join(f"= {k} {who}" for k, who in ((1, "P"), (2, "Q")) if f"{{k{k}|" in text)
        for n, (day, text) in enumerate(articles)
    )
    return build_questions((article_from(row), [claim_from(c) for c in row["claims"]]) for row in rows(told))


def together(language: str, *articles: Dated) -> bool:
    return any(len(question.answers) == 2 for question in asked(language, *articles))


ONE_ARTICLE = [
    # two things said one after the other, which share only the words around them
    ("en", "The mayor {c1|said} {k1|they had been warned}. "
     "She {c2|thanked} {k2|the volunteers for their soup}.", False),
    ("fr", "Le maire {c1|dit} {k1|qu'il regrette la date}. Il {c2|salue} {k2|le courage de ses voisins}.", False),
    # sums and shares of two things
    ("en", "{k1|{q1 40 percent|40 %} of the orders came from car makers}, he {c1|said}. "
     "{k2|Exports make up {q2 50 percent|50 %} of the harvest}, she {c2|said}.", False),
    ("fr", "{k1|{q1 76 percent|76 %} des habitants soutiennent la loi}, {c1|selon} lui. "
     "{k2|{q2 90 percent|90 %} des lits sont vides}, {c2|selon} elle.", False),
    ("en", "He {c1|offered} {k1|a bonus of {q1 300 pound|£300}}. She {c2|warned} "
     "{k2|that the repair would need {q2 20000 pound|£20,000}}.", False),
    # a fire and an explosion
    ("en", "{k1|The fire at the depot was not put out}, he {c1|said}. "
     "She {c2|spoke} of {k2|an explosion in Sarn}.", False),
    ("fr", "{k1|L'incendie du dépôt n'était pas éteint}, {c1|dit}-il. "
     "Elle {c2|parle} d'{k2|une explosion à Sarn}.", False),
    # one verb, of two things each
    ("en", "{k1|An inquiry was opened into the fire}, he {c1|said}. "
     "She {c2|denied} {k2|that a bank account had been opened abroad}.", False),
    ("fr", "Il {c1|demande} {k1|une négociation sur l'emploi des jeunes}. "
     "Elle {c2|dit} {k2|qu'ils ont mal négocié le paiement des journées perdues}.", False),
    # one thing
    ("en", "He {c1|said} {k1|the bridge in Orsk had collapsed}. "
     "She {c2|denied} {k2|the collapse of the bridge}.", True),
    ("fr", "Il {c1|dit} {k1|que le pont d'Orsk s'est effondré}. Elle {c2|nie} {k2|l'effondrement du pont}.", True),
    ("en", "{k1|{q1 36 percent|36 %} of the staff were on strike}, he {c1|said}. "
     "{k2|{q2 58 percent|58 %} of the staff were on strike}, she {c2|said}.", True),
    ("fr", "{k1|{q1 36 percent|36 %} des agents étaient en grève}, {c1|selon} lui. "
     "{k2|{q2 58 percent|58 %} des agents étaient en grève}, {c2|selon} elle.", True),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "one"), ONE_ARTICLE)
def test_in_one_article(language: str, text: str, one: bool) -> None:
    assert together(language, ("2024-05-06", text)) is one


TWO_ARTICLES = [
    # one deed, two stories: no name in common
    ("en", "{k1|The vote was a mistake}, Anna Berg of the Harbour Union {c1|said}.",
     "{k2|Nobody had voted before}, Karl Oste of the Chess Club {c2|said}.", 4, False),
    ("fr", "{k1|Le vote était une erreur}, {c1|dit} Anna Berg, du syndicat Havre.",
     "{k2|Personne n'avait voté avant}, {c2|dit} Karl Oste, du club Échec.", 4, False),
    # tolls of two towns on one day, told apart by who speaks alone
    ("en", "{k1|{q1 17 person|17 people} were killed}, {s1|the mayor of Tarlo} {c1|said}.",
     "{k2|{q2 19 person|19 people} were killed}, {s2|the mayor of Besk} {c2|said}.", 0, False),
    ("fr", "{k1|{q1 17 person|17 personnes} ont été tuées}, {c1|dit} {s1|le maire de Tarlo}.",
     "{k2|{q2 19 person|19 personnes} ont été tuées}, {c2|dit} {s2|le maire de Besk}.", 0, False),
    # one toll
    ("en", "{k1|{q1 40 person|40 people} died in Tarlo}, the mayor {c1|said}.",
     "{k2|{q2 44 person|44 people} died in Tarlo}, the mayor {c2|said}.", 2, True),
    ("fr", "{k1|{q1 40 person|40 personnes} sont mortes à Tarlo}, {c1|dit} le maire.",
     "{k2|{q2 44 person|44 personnes} sont mortes à Tarlo}, {c2|dit} le maire.", 2, True),
]  # fmt: skip


@pytest.mark.parametrize(("language", "first", "second", "days", "one"), TWO_ARTICLES)
def test_in_two_articles(language: str, first: str, second: str, days: int, one: bool) -> None:
    assert together(language, ("2024-05-06", first), (f"2024-05-{6 + days:02}", second)) is one


# What stands under one question and may yet be no conflict.
NO_CONFLICT = [
    # shepherds are some of the dead
    ("fr", "{k1|{q1 7 person|Sept personnes} sont mortes}, {c1|dit} le préfet. "
     "{k2|{q2 2 berger|Deux bergers} sont morts}, {c2|dit} le maire."),
    # sums of another size
    ("en", "{k1|The plan saves {q1 65000000000 euro|65 billion euros}}, he {c1|said}. "
     "{k2|The plan saves {q2 111000000 euro|111 million euros}}, she {c2|said}."),
    # neither answers the other, and they share no more than a deed
    ("en", "She {c1|said} {k1|the club had not promised the player a new deal}. "
     "He {c2|said} {k2|he had promised his daughter a pony}."),
    # a part: his own patients
    ("en", "{k1|Measles killed {q1 40 person|40 people}}, she {c1|said}. "
     "He {c2|insisted} {k2|that none of his patients had died}."),
    # of a long quotation only one part says no
    ("en", "{k1|The bridge is closed}, he {c1|said}. {k2|The bridge is a fine bridge and all of us who grew up in Orsk "
     "love it, my father built its second arch and my mother sold bread at its foot for thirty years, nobody will ever "
     "tell me that the bridge isn't closed because of the river and the cold and the lorries}, she {c2|said}."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NO_CONFLICT)
def test_no_conflict(language: str, text: str) -> None:
    assert not any(question.conflicts for question in asked(language, ("2024-05-06", text)))


# A negation elsewhere in the sentence, or of a mere circumstance, is no "no".
ANSWERS = [
    ("en", "{k1|The bridge wasn't closed}, he {c1|said}.", "no"),
    ("fr", "{k1|Le pont n'était pas fermé}, {c1|dit}-il.", "no"),
    ("en", "He {c1|said} {k1|it cannot be verified}.", "no"),
    ("en", "{k1|The bridge was closed without warning}, he {c1|said}.", "yes"),
    ("fr", "{k1|Le pont a été fermé sans préavis}, {c1|dit}-il.", "yes"),
    ("en", "{k1|The bridge was closed; trains did not run}, he {c1|said}.", "yes"),
    ("fr", "{k1|Le pont a été fermé ; les trains ne roulaient pas}, {c1|dit}-il.", "yes"),
    ("en", "He {c1|said} {k1|it was hard to imagine an accident}.", "no"),
    ("fr", "Il {c1|dit} {k1|qu'il est difficile d'imaginer un accident}.", "no"),
    ("fr", "{k1|Nous sommes prêts à tout sauf à négocier}, {c1|dit}-il.", "no"),
    ("en", "{k1|Not a single case of cholera was found}, he {c1|said}.", "no"),
    ("fr", "{k1|Aucun cas de choléra n'a été détecté}, {c1|dit}-il.", "no"),
    ("en", "{k1|If they joined the fighting, it would be very serious}, he {c1|said}.", None),
    ("fr", "{k1|S'ils rejoignaient les combats, ce serait très grave}, {c1|dit}-il.", None),
]


@pytest.mark.parametrize(("language", "text", "answer"), ANSWERS)
def test_answers(language: str, text: str, answer: str | None) -> None:
    (question,) = asked(language, ("2024-05-06", text))
    assert question.answers[0].answer == answer


MODES = [
    ("fr", "{k1|{q1 41 person|41 personnes} sont mortes près de Larra}, {c1|dit} P.", "done"),  # no future tense
    ("fr", "{k1|{q1 41 person|41 personnes} mourront}, {c1|dit} P.", "planned"),
    ("en", "{k1|{q1 41 person|41 people} died near Larra}, P {c1|said}.", "done"),
]


@pytest.mark.parametrize(("language", "text", "mode"), MODES)
def test_a_name_is_no_tense(language: str, text: str, mode: str) -> None:
    (question,) = asked(language, ("2024-05-06", text))
    assert question.facets[0].modality == mode


def test_a_bare_number_inherits_no_currency() -> None:
    first = "{k1|The navy spent {q1 340 dollar|$340} on paint}, he {c1|said}. "
    text = first + "She {c2|said} {k2|that {q2 29|29} lacked crews}."
    assert not together("en", ("2024-05-06", text))


IN_ONE_BREATH = [
    ("en", "She {c1|asked} {k1|that the bridge be closed}. {k2|The bridge will be closed}, she {c2|said}."),
    ("fr", "Elle {c1|demande} {k1|que le pont soit fermé}. {k2|Le pont sera fermé}, {c2|dit}-elle."),
]


@pytest.mark.parametrize(("language", "text"), IN_ONE_BREATH)
def test_two_things_said_in_one_breath_are_no_change_of_mind(language: str, text: str) -> None:
    told = f"## id=a language={language} published=2024-05-06\n{text}\n= 1 P; stance=asks\n= 2 P"
    found = build_questions((article_from(row), [claim_from(c) for c in row["claims"]]) for row in rows(told))
    assert any(len(question.answers) == 2 for question in found)
    assert not any(question.updates for question in found)
