"""Small invented sets of articles, French and English mixed: which claims answer one question, and which conflict."""

from __future__ import annotations

import pytest

from selon.model import article_from, claim_from
from selon.questions import Question, build_questions
from tests.questions.marked import rows

TOLL = """
## id=t1 language=fr published=2024-03-04 publisher=Écho
{k1|{q1 41 person|Quarante et une personnes} sont mortes lundi dans le déraillement d'un train près de Larra}, {c1|selon} {s1|le préfet}. {s2|Le maire de Larra} {c2|a assuré} {k2|que la voie avait été contrôlée en février}.
= 1 prefect
= 2 Mayor of Larra

## id=t2 language=en published=2024-03-04 publisher=Post
{k3|{q3 38.. person|At least 38 people} died when a train derailed near Larra on Monday}, {s3|the fire service} {c3|said}. {s4|The mayor of Larra} {c4|said} {k4|the track had been inspected in February}.
= 3 fire service
= 4 Mayor of Larra

## id=t3 language=en published=2024-03-05 publisher=Herald
{k5|A bus fell into a ravine on Monday, killing {q5 17 person|17 people}}, {s5|the mayor of Bosco} {c5|said}.
= 5 Mayor of Bosco

## id=t4 language=fr published=2024-03-06 publisher=Écho
Deux jours après le déraillement de Larra, {s6|le syndicat des cheminots} {c6|affirme} {k6|que la voie n'avait pas été contrôlée depuis un an}.
= 6 rail union
"""  # noqa: E501
MEETING = """
## id=m1 language=fr published=2024-11-12 publisher=Jour
{k1|Le président Adam Rell a rencontré à Genève le chef rebelle Joss Meran}, {c1|affirme} {s1|le Tribun}. {s2|La présidence} {c2|dément} {k2|toute rencontre avec M. Meran}.
= 1 Tribun
= 2 presidency; stance=denies; certainty=denied

## id=m2 language=en published=2024-11-12 publisher=News
{k3|President Adam Rell met rebel leader Joss Meran in Geneva}, {s3|the newspaper Tribun} {c3|reported}.
= 3 Tribun

## id=m3 language=fr published=2024-11-14 publisher=Écho
{s4|Le porte-parole des rebelles} {c4|a assuré} {k4|que l'incendie du dépôt de Sarn n'était pas éteint}. {s5|L'armée} {c5|parle} d'{k5|une explosion à Sarn}.
= 4 rebels
= 5 army
"""  # noqa: E501
PRICES = """
## id=x1 language=fr published=2025-01-15 publisher=Marchés
{k1|Le prix du pain a augmenté de {q1 8 percent|8 %} en un an}, {c1|selon} {s1|l'institut statistique}.
= 1 statistics office

## id=x2 language=en published=2025-01-15 publisher=Wire
{k2|Bread prices rose {q2 8 percent|8%} in a year}, {s2|the statistics office} {c2|said}. {k3|Inflation was {q3 3.1 percent|3.1%} in December}, {c3|according to} {s3|the central bank}.
= 2 statistics office
= 3 central bank

## id=x3 language=en published=2025-01-16 publisher=Globe
{s4|The bakers' federation} {c4|said} {k4|that {q4 40 percent|40%} of bakeries were losing money}.
= 4 bakers

## id=x4 language=fr published=2025-01-17 publisher=Gazette
{k5|L'inflation s'est établie à {q5 3.1 percent|3,1 %} en décembre}, {c5|selon} {s5|la banque centrale}.
= 5 central bank
"""  # noqa: E501
TROOPS = """
## id=p1 language=en published=2024-09-02 publisher=Post
{k1|Ravenia has {q1 5000 soldier|5,000 soldiers} in the Oster valley}, {s1|the defence minister} {c1|said}. {s2|Ravenia} {c2|denied} {k2|that it had sent any soldiers to the valley}.
= 1 defence minister
= 2 Ravenia; stance=denies; certainty=denied

## id=p2 language=fr published=2024-09-02 publisher=Écho
{c3|Selon} {s3|le ministre de la Défense}, {k3|{q3 5000 soldat|5 000 soldats} se trouvent dans la vallée d'Oster}. {s4|La Ravénie} {c4|dément} {k4|avoir envoyé des soldats dans la vallée}.
= 3 defence minister
= 4 Ravenia; stance=denies; certainty=denied

## id=p3 language=en published=2024-09-05 publisher=Herald
{k5|If they joined the fighting, it would be very serious}, {s5|the foreign minister} {c5|said}.
= 5 foreign minister
"""  # noqa: E501
COACH = """
## id=h1 language=en published=2024-05-06 publisher=Post
{s1|The captain} {c1|insisted} {k1|that the coach had not been sacked}. {s2|The coach} {c2|confirmed} {k2|this}. {s3|The owner} {c3|denied} {k3|this}. {s4|A fan} {c4|said}: {k4|"We had everything."}
= 1 captain
= 2 coach; stance=confirms
= 3 owner; stance=denies; certainty=denied
= 4 fan; kind=direct

## id=h2 language=fr published=2024-05-06 publisher=Écho
{s5|Le ravisseur} {c5|a menacé} {k5|de tuer les otages de Bosco si personne ne libérait ses frères}. {s6|La police} {c6|confirme} {k6|que le ravisseur veut tuer les otages de Bosco}.
= 5 kidnapper; stance=intends
= 6 police
"""  # noqa: E501
TOLLS = """
## id=g1 language=en published=2024-05-06 publisher=Post
{k1|{q1 11 person|Eleven people} died in the landslide at Bosco}, {s1|the prefect} {c1|said}. {s2|The previous toll} {c2|put} {k2|the dead of Bosco at {q2 6 person|six}}.
= 1 prefect
= 2 previous toll

## id=g2 language=en published=2024-05-06 publisher=Herald
{s3|Survivors} {c3|said} {k3|{q3 150 person|150 people} were aboard the ferry Halla}. {s4|The port} {c4|said} {k4|the ferry Halla was licensed to carry {q4 90 person|90 people}}.
= 3 survivors
= 4 port
"""  # noqa: E501
SETS = [
    (TOLL, [{"1", "3"}, {"2", "4", "6"}, {"5"}], {("2", "6")}),
    (MEETING, [{"1", "2", "3"}, {"4"}, {"5"}], {("1", "2")}),
    (PRICES, [{"1", "2"}, {"3", "5"}, {"4"}], set()),
    (COACH, [{"1", "2", "3"}, {"4"}, {"5", "6"}], {("1", "3"), ("2", "3")}),
    (TOLLS, [{"1", "2"}, {"3"}, {"4"}], set()),
    (TROOPS, [{"1", "3"}, {"2", "4"}, {"5"}], set()),
]


def questions(text: str) -> list[Question]:
    return build_questions((article_from(row), [claim_from(c) for c in row["claims"]]) for row in rows(text))


@pytest.mark.parametrize(("text", "groups", "conflicts"), SETS)
def test_a_set(text: str, groups: list[set[str]], conflicts: set[tuple[str, str]]) -> None:
    found = questions(text)
    assert sorted(sorted({a.claim for a in q.answers}) for q in found) == sorted(sorted(group) for group in groups)
    assert {tuple(sorted((c.a, c.b))) for q in found for c in q.conflicts} == conflicts
