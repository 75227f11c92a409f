"""What a figure counts, of what whole and where: read from an article's own words."""

from __future__ import annotations

import pytest

from selon.model import Article, Claim, Quantity, Span, article_from, claim_from
from selon.questions import build_questions
from selon.questions.record import Facet
from tests.questions.marked import rows

Given = tuple[str, float, str]  # the figure's words, its value, its unit


def facets(text: str, *given: Given, language: str = "en", speaker: str = "Mayor") -> list[Facet]:
    """The facets of one claim whose content is the whole text after its first line."""
    start = text.index("\n") + 1 if "\n" in text else 0
    at = [(text.index(words, start), words, value, unit) for words, value, unit in given]
    quantities = tuple(Quantity(Span(a, a + len(w)), value, value, unit) for a, w, value, unit in at)
    claim = Claim((), (), (Span(start, len(text) - 1),), speaker=speaker, quantities=quantities, id="c")
    found = build_questions([(Article(text, language=language, published="2024-05-06"), [claim])])
    return [f for q in found for f in q.facets]


NOUNS = [
    ("fr", "On supprime vingt postes d'infirmiers.", ("vingt postes d'infirmiers", 20, "poste d'infirmiers"), "job"),
    ("fr", "Trois bateaux de migrants ont coulé.", ("Trois bateaux de migrants", 3, "bateau de migrants"), "ship"),
    ("en", "Some 128 vaccination teams took part.", ("128 vaccination teams", 128, "vaccination team"), "team"),
    ("en", "Some 12 cholera deaths were counted.", ("12 cholera deaths", 12, "cholera death"), "person"),
    ("fr", "On compte 40 cas de rougeole.", ("40 cas de rougeole", 40, "cas de rougeole"), "person"),
    ("fr", "On compte vingt infirmiers.", ("vingt infirmiers", 20, "infirmier"), "nurse"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "given", "noun"), NOUNS)
def test_the_head_of_a_unit_is_what_is_counted(language: str, text: str, given: Given, noun: str) -> None:
    (facet,) = facets(text, given, language=language)
    assert facet.noun == noun


LABELS = [
    ("en", "The gang held ward 5.", ("5", 5, "")),
    ("fr", "La bande tenait le pavillon 5.", ("5", 5, "")),
    ("en", "A woman of 55 was hurt.", ("55", 55, "")),
    # a bare number's unit was filled in from the figures before
    ("fr", "La bande tenait le pavillon 5.", ("5", 5, "disparu")),
    ("en", "Boys of 16 and 17 years were hurt.", ("16", 16, "boy")),
    ("fr", "Des garçons de 16 et 17 ans ont été blessés.", ("16", 16, "garçon")),
]


@pytest.mark.parametrize(("language", "text", "given"), LABELS)
def test_a_number_that_names_counts_nothing(language: str, text: str, given: Given) -> None:
    (facet,) = facets(text, given, language=language)
    assert facet.kind == "yes-no"


PARTS = [
    ("en", "There were 523 new infections.", ("523 new infections", 523, "new infection"), "change"),
    ("en", "The flu infected 165 people in a single day.", ("165 people", 165, "person"), "change"),
    ("fr", "La grippe a contaminé 165 personnes en 24 heures.", ("165 personnes", 165, "personne"), "change"),
    ("en", "Six victims were of one family.", ("Six victims", 6, "victim"), "part"),
    ("fr", "Six victimes étaient des pêcheurs.", ("Six victimes", 6, "victime"), "part"),
    ("en", "The flu infected 165 people.", ("165 people", 165, "person"), ""),
    ("en", "Six victims were found.", ("Six victims", 6, "victim"), ""),
]


@pytest.mark.parametrize(("language", "text", "given", "kind"), PARTS)
def test_some_and_all_of_a_toll(language: str, text: str, given: Given, kind: str) -> None:
    (facet,) = facets(text, given, language=language)
    assert (facet.change, facet.part) == (kind == "change", kind == "part")


READINGS = [
    ("en", "The magnitude was 6.1.", ("6.1", 6.1, "dead"), "magnitude"),
    ("fr", "La magnitude était de 6,1.", ("6,1", 6.1, "mort"), "magnitude"),
    ("fr", "Sa magnitude a atteint 6,1.", ("6,1", 6.1, "mort"), "magnitude"),
    ("en", "She put the dead at 13.", ("13", 13, "wounded"), "die"),
    ("fr", "Elle porte le nombre de morts à 13.", ("13", 13, "blessé"), "die"),
    ("en", "The 6.1 dead.", ("6.1 dead", 6.1, "dead"), "die"),
    # why it happened is not what is counted
    ("en", "At least 116 people died due to the quake.", ("116 people", 116, "person"), "die"),
    # an event that people joined
    ("en", "Some 4,000 people joined the march.", ("4,000 people", 4000, "person"), "protest"),
    ("fr", "Quelque 4 000 personnes ont rejoint la manifestation.", ("4 000 personnes", 4000, "personne"), "protest"),
    # the members of a club, and the dismissed
    ("fr", "Le club compte 950 licenciés.", ("950 licenciés", 950, "licencié"), "amount"),
    ("fr", "L'usine compte 950 licenciés.", ("950 licenciés", 950, "licencié"), "layoff"),
]


@pytest.mark.parametrize(("language", "text", "given", "action"), READINGS)
def test_what_is_counted(language: str, text: str, given: Given, action: str) -> None:
    (facet,) = facets(text, given, language=language)
    assert facet.action == action


RATES = [
    ("en", "They lose 15 million euros a day.", ("15 million euros", 15e6, "euro"), "day"),
    ("fr", "Ils perdent 15 millions d'euros par jour.", ("15 millions d'euros", 15e6, "euro"), "day"),
    ("en", "Some 280 babies are born there each year.", ("280 babies", 280, "baby"), "year"),
    ("fr", "On y compte 280 naissances par an.", ("280 naissances", 280, "naissance"), "year"),
    ("en", "They lost 15 million euros in a year.", ("15 million euros", 15e6, "euro"), "year"),
    ("en", "They lost 15 million euros last year.", ("15 million euros", 15e6, "euro"), None),
    ("fr", "Ils ont perdu 15 millions d'euros l'an dernier.", ("15 millions d'euros", 15e6, "euro"), None),
]


@pytest.mark.parametrize(("language", "text", "given", "rate"), RATES)
def test_what_a_figure_is_told_for_each_of(language: str, text: str, given: Given, rate: str | None) -> None:
    (facet,) = facets(text, given, language=language)
    assert facet.rate == rate


SOME = [
    ("en", "He blamed 47 of them.", ("47", 47, ""), True),
    ("fr", "Il a accusé 47 d'entre eux.", ("47", 47, ""), True),
    ("en", "They will sell 11 of 38 hospitals.", ("38 hospitals", 38, "hospital"), True),
    ("fr", "Ils vendront 11 des 38 hôpitaux.", ("38 hôpitaux", 38, "hôpital"), True),
    ("en", "They will sell 38 hospitals.", ("38 hospitals", 38, "hospital"), False),
    ("fr", "Ils vendront 38 hôpitaux.", ("38 hôpitaux", 38, "hôpital"), False),
]


@pytest.mark.parametrize(("language", "text", "given", "among"), SOME)
def test_some_of_a_whole_and_the_whole(language: str, text: str, given: Given, among: bool) -> None:
    (facet,) = facets(text, given, language=language)
    assert facet.among is among


LEADS = [
    ("en", "{k1|{q1 11 person|Eleven people} died and {q1 40 wounded|40} were hurt}, he {c1|said}. "
     "Another source {c2|gave} {k2|the figure of {q2 13 wounded|13}}."),
    ("fr", "{k1|{q1 11 personne|Onze personnes} sont mortes et {q1 40 blessé|40} ont été blessées}, {c1|dit}-il. "
     "Une autre source {c2|donne} {k2|le chiffre de {q2 13 blessé|13}}."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), LEADS)
def test_a_bare_figure_is_of_what_the_claim_before_counts_first(language: str, text: str) -> None:
    told = f"## id=a language={language} published=2024-05-06\n{text}\n= 1 P\n= 2 Q"
    found = build_questions((article_from(row), [claim_from(c) for c in row["claims"]]) for row in rows(told))
    assert [f.action for q in found for f in q.facets if f.statement.id == "2"] == ["die"]


def test_losses_of_ones_own() -> None:
    (own,) = facets("Four of its soldiers died.", ("Four of its soldiers", 4, "soldier"), speaker="Ravia")
    (all_,) = facets("Four soldiers died.", ("Four soldiers", 4, "soldier"), speaker="Ravia")
    assert own.holders == {"@ravia"} and not all_.holders


PLACES = [
    ("Fire in Ravia\nSixty-three people died.", ("Sixty-three people", 63, "person"), ""),
    ("Fire\nLosses in People magazine: 63 people died.", ("63 people", 63, "person"), ""),
    ("Fire\nSome 63 people died in General Santos.", ("63 people", 63, "person"), "General Santos"),
    ("Fire\nSome 63 people died in Orsk.", ("63 people", 63, "person"), "Orsk"),
    ("Fire\nSome 63 people died in Rell's reign.", ("63 people", 63, "person"), ""),
    ("Fire\nSome 63 people owned shares in Orsk Bank.", ("63 people", 63, "person"), ""),
    ("Fire\nSome 63 people appealed to Adam Rell.", ("63 people", 63, "person"), ""),
]


@pytest.mark.parametrize(("text", "given", "name"), PLACES)
def test_where_is_a_name_and_the_whole_of_it(text: str, given: Given, name: str) -> None:
    (facet,) = facets(text, given, speaker="Adam Rell")
    assert facet.place_name == name
