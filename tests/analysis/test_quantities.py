"""Quantities: one table per phenomenon, French and English side by side; what is in brackets is what must be found."""

from __future__ import annotations

import re

import pytest

from selon.analysis.quantities import find_numbers, find_quantities
from selon.languages import Language, LanguageError, load
from selon.languages.numbers import numbers, numbers_from

Bounds = tuple[float | None, float | None]


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A sentence without its brackets, and the spans that they marked."""
    text, spans, start = "", [], 0
    for piece in re.split(r"([\[\]])", marked):
        if piece == "[":
            start = len(text)
        elif piece == "]":
            spans.append((start, len(text)))
        else:
            text += piece
    return text, spans


def check(marked: str, language: str, bounds: list[Bounds], units: list[str]) -> None:
    text, spans = unmarked(marked)
    found = find_quantities(text, language)
    assert [(tuple(q.span), (q.low, q.high), q.unit) for q in found] == list(zip(spans, bounds, units, strict=True))


# Each row: a French sentence, an English one, the bounds of each figure (the same in both), the units in each.
Row = tuple[str, str, list[Bounds], list[str], list[str]]


def table(rows: list[Row]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(("fr", "en", "bounds", "fr_units", "en_units"), rows)


def both(fr: str, en: str, bounds: list[Bounds], fr_units: list[str], en_units: list[str]) -> None:
    check(fr, "fr", bounds, fr_units)
    check(en, "en", bounds, en_units)


@table(
    [
        ("[10 000 soldats] sont là.", "[10,000 soldiers] are there.", [(10000, 10000)], ["soldat"], ["soldier"]),
        ("[10.000 soldats] sont là.", "[10 000 soldiers] are there.", [(10000, 10000)], ["soldat"], ["soldier"]),
        ("[10,000 soldats] sont là.", "[10.000 soldiers] are there.", [(10000, 10000)], ["soldat"], ["soldier"]),
        ("[10\u202f000 soldats] sont là.", "[10\u00a0000 soldiers] here.", [(10000, 10000)], ["soldat"], ["soldier"]),
        ("[1 234 567 voix] pour lui.", "[1,234,567 votes] for him.", [(1234567, 1234567)], ["voix"], ["vote"]),
        ("[1,5 million de morts] en tout.", "[1.5 million deaths] in all.", [(1.5e6, 1.5e6)], ["mort"], ["death"]),
        ("[1,089 million de voix] en tout.", "[1.089 million votes] in all.", [(1.089e6, 1.089e6)], ["voix"], ["vote"]),
        ("Il y a [12k soldats].", "There are [12k soldiers].", [(12000, 12000)], ["soldat"], ["soldier"]),
        ("Un taux de [2,5].", "A rate of [2.5].", [(2.5, 2.5)], [""], [""]),
        ("[2 1/2 tonnes] de riz.", "[2 1/2 tonnes] of rice.", [(2.5, 2.5)], ["tonne"], ["tonne"]),
        ("[3 milliards d'hommes] ont faim.", "[3 billion men] are hungry.", [(3e9, 3e9)], ["homme"], ["man"]),
    ],
)
def test_digits_in_every_style(
    fr: str, en: str, bounds: list[Bounds], fr_units: list[str], en_units: list[str]
) -> None:
    both(fr, en, bounds, fr_units, en_units)


@table(
    [
        ("[dix mille soldats]", "[ten thousand soldiers]", [(10000, 10000)], ["soldat"], ["soldier"]),
        ("[quatre-vingt-dix-neuf chars]", "[ninety-nine tanks]", [(99, 99)], ["char"], ["tank"]),
        ("[vingt et un pays]", "[twenty-one countries]", [(21, 21)], ["pays"], ["country"]),
        ("[deux cent cinq morts]", "[two hundred and five deaths]", [(205, 205)], ["mort"], ["death"]),
        ("[soixante et onze navires]", "[seventy-one ships]", [(71, 71)], ["navire"], ["ship"]),
        ("[mille deux cents hommes]", "[twelve hundred men]", [(1200, 1200)], ["homme"], ["man"]),
        ("[deux millions et demi d'euros]", "[two and a half million euros]", [(2.5e6, 2.5e6)], ["euro"], ["euro"]),
        ("[deux douzaines de chars]", "[two dozen tanks]", [(24, 24)], ["char"], ["tank"]),
        ("[une demi-douzaine de chars]", "[half a dozen tanks]", [(6, 6)], ["char"], ["tank"]),
        ("[un demi-million de morts]", "[half a million deaths]", [(5e5, 5e5)], ["mort"], ["death"]),
        (
            "[cinq hommes] et [une femme]",
            "[five men] and [one woman]",
            [(5, 5), (1, 1)],
            ["homme", "femme"],
            ["man", "woman"],
        ),
        (
            "[un mort] et [deux blessés]",
            "[one death] and [two wounded]",
            [(1, 1), (2, 2)],
            ["mort", "blessé"],
            ["death", "wounded"],
        ),
        ("[une seule maternité] reste", "[a single hospital] remains", [(1, 1)], ["maternité"], ["hospital"]),
    ],
)
def test_number_words(fr: str, en: str, bounds: list[Bounds], fr_units: list[str], en_units: list[str]) -> None:
    both(fr, en, bounds, fr_units, en_units)


@table(
    [
        ("[des dizaines de missiles]", "[dozens of missiles]", [(20, 99)], ["missile"], ["missile"]),
        ("[des centaines de morts]", "[hundreds of deaths]", [(200, 999)], ["mort"], ["death"]),
        ("[plusieurs centaines de morts]", "[several hundred deaths]", [(200, 999)], ["mort"], ["death"]),
        ("[quelques milliers d'hommes]", "[a few thousand men]", [(2000, 9999)], ["homme"], ["man"]),
        (
            "[des centaines de milliers de morts]",
            "[hundreds of thousands of deaths]",
            [(2e5, 999999)],
            ["mort"],
            ["death"],
        ),
        ("[des dizaines de milliers de morts]", "[tens of thousands of deaths]", [(20000, 99999)], ["mort"], ["death"]),
        ("[des millions d'hommes]", "[millions of men]", [(2e6, None)], ["homme"], ["man"]),
        ("[plusieurs personnes] mortes", "[several people] dead", [(2, None)], ["personne"], ["person"]),
    ],
)
def test_vague_numbers(fr: str, en: str, bounds: list[Bounds], fr_units: list[str], en_units: list[str]) -> None:
    both(fr, en, bounds, fr_units, en_units)


@pytest.mark.parametrize(
    ("marked", "language", "bounds", "unit"),
    [
        ("[un millier de soldats]", "fr", (900, 1100), "soldat"),
        ("[une trentaine de navires]", "fr", (27, 33), "navire"),
        ("[plus d'un millier de morts]", "fr", (1000, None), "mort"),
        ("[près d’une centaine de morts]", "fr", (90, 100), "mort"),
        ("[une dizaine de milliers de morts]", "fr", (9000, 11000), "mort"),
        ("[une douzaine de chars]", "fr", (12, 12), "char"),
        ("[a couple of thousand troops]", "en", (1500, 3000), "troop"),
        ("[a couple of guns]", "en", (2, 2), "gun"),
        ("[more than a dozen ships]", "en", (12, None), "ship"),
        ("a death toll [in the hundreds]", "en", (200, 999), "death"),
    ],
)
def test_what_one_language_alone_says(marked: str, language: str, bounds: Bounds, unit: str) -> None:
    check(marked, language, [bounds], [unit])


BOUNDS: list[tuple[str, str, Bounds]] = [
    ("environ", "about", (2700, 3300)),
    ("quelque", "some", (2700, 3300)),
    ("autour de", "around", (2700, 3300)),
    ("à peu près", "roughly", (2700, 3300)),
    ("proche de", "close to", (2700, 3300)),
    ("~", "~", (2700, 3300)),
    ("près de", "nearly", (2700, 3000)),
    ("presque", "almost", (2700, 3000)),
    ("un peu moins de", "just under", (2700, 3000)),
    ("au moins", "at least", (3000, None)),
    ("plus de", "more than", (3000, None)),
    ("pas moins de", "no fewer than", (3000, None)),
    ("un peu plus de", "just over", (3000, None)),
    ("au-delà de", "over", (3000, None)),
    ("jusqu’à", "up to", (0, 3000)),
    ("au plus", "at most", (0, 3000)),
    ("moins de", "fewer than", (0, 3000)),
    ("au maximum", "as many as", (0, 3000)),
    ("à peine", "barely", (3000, 3000)),
    ("seulement", "only", (3000, 3000)),
    ("un total de", "a total of", (3000, 3000)),
]


@pytest.mark.parametrize(("fr", "en", "bounds"), BOUNDS)
def test_approximators_before(fr: str, en: str, bounds: Bounds) -> None:
    check(f"Il y a [{fr} 3 000 hommes] ici.", "fr", [bounds], ["homme"])
    check(f"There are [{en} 3,000 men] here.", "en", [bounds], ["man"])


@table(
    [
        ("[3 000 hommes environ]", "[3,000 men or so]", [(2700, 3300)], ["homme"], ["man"]),
        ("[3 000 hommes ou plus]", "[3,000 men or more]", [(3000, None)], ["homme"], ["man"]),
        ("[3 000 hommes au moins]", "[3,000 men at least]", [(3000, None)], ["homme"], ["man"]),
        ("[3 000 hommes au maximum]", "[3,000 men at most]", [(0, 3000)], ["homme"], ["man"]),
        ("a [dépassé 3 000 hommes]", "has [exceeded 3,000 men]", [(3000, None)], ["homme"], ["man"]),
        ("[approche les 3 000 hommes]", "[approaching 3,000 men]", [(2700, 3000)], ["homme"], ["man"]),
        ("[près de la moitié]", "[nearly half] of them", [(45, 50)], ["%"], ["%"]),
        (
            "[près de 180 km/h] ([285 mph])",
            "[near 180 mph] ([285 km/h])",
            [(162, 180), (256.5, 285)],
            ["km/h", "mile par heure"],
            ["mile per hour", "kilometre per hour"],
        ),
    ],
)
def test_approximators_elsewhere(
    fr: str, en: str, bounds: list[Bounds], fr_units: list[str], en_units: list[str]
) -> None:
    both(fr, en, bounds, fr_units, en_units)


@table(
    [
        ("[entre 10 et 12 000 hommes]", "[between 10 and 12,000 men]", [(10000, 12000)], ["homme"], ["man"]),
        ("[10 000 à 12 000 hommes]", "[10,000 to 12,000 men]", [(10000, 12000)], ["homme"], ["man"]),
        ("[10 à 15 %] des voix", "[10 to 15%] of votes", [(10, 15)], ["%"], ["%"]),
        ("[entre 45 % et 60 %]", "[from 45% to 60%]", [(45, 60)], ["%"], ["%"]),
        ("[trois ou quatre navires]", "[three or four ships]", [(3, 4)], ["navire"], ["ship"]),
        ("[cent ou deux cents têtes]", "[one or two hundred men]", [(100, 200)], ["tête"], ["man"]),
        ("[5,5 à 7 mètres]", "[5.5 to 7 metres]", [(5.5, 7)], ["mètre"], ["metre"]),
        ("[15-20 millions d'euros]", "[15–20 million euros]", [(15e6, 20e6)], ["euro"], ["euro"]),
        ("[environ 30 à 40 chars]", "[about 30 to 40 tanks]", [(27, 44)], ["char"], ["tank"]),
        ("[de 15 à 25 chars environ]", "[from 15 to 25 tanks or so]", [(13.5, 27.5)], ["char"], ["tank"]),
        (
            "[entre 500 000 et 1 million d'hommes]",
            "[between 500,000 and 1 million men]",
            [(5e5, 1e6)],
            ["homme"],
            ["man"],
        ),
    ],
)
def test_ranges(fr: str, en: str, bounds: list[Bounds], fr_units: list[str], en_units: list[str]) -> None:
    both(fr, en, bounds, fr_units, en_units)


@table(
    [
        (
            "est passé de [200] à [300 morts]",
            "rose from [200] to [300 deaths]",
            [(200, 200), (300, 300)],
            ["mort", "mort"],
            ["death", "death"],
        ),
        ("[1 500 soldats] de plus", "[a further 1,500 soldiers]", [(1500, 1500)], ["soldat"], ["soldier"]),
        ("[trois fois plus] de morts", "[three times more] deaths", [(3, 3)], ["fois"], ["times"]),
        ("[2,3 points] d'écart", "[2.3 points] ahead", [(2.3, 2.3)], ["point"], ["point"]),
    ],
)
def test_changes(fr: str, en: str, bounds: list[Bounds], fr_units: list[str], en_units: list[str]) -> None:
    both(fr, en, bounds, fr_units, en_units)


@table(
    [
        ("[la moitié] des élèves", "[half] of the pupils", [(50, 50)], ["%"], ["%"]),
        ("[un tiers] des élèves", "[a third] of the pupils", [(33.3, 33.3)], ["%"], ["%"]),
        ("[deux tiers] des élèves", "[two-thirds] of the pupils", [(66.7, 66.7)], ["%"], ["%"]),
        ("[trois quarts] des élèves", "[three quarters] of the pupils", [(75, 75)], ["%"], ["%"]),
        ("[environ deux tiers] des élèves", "[roughly two-thirds] of the pupils", [(60, 73.3)], ["%"], ["%"]),
        ("[un Français sur trois] vote", "[one in three] votes", [(33.3, 33.3)], ["%"], ["%"]),
        ("[30 %] des élèves", "[30 per cent] of the pupils", [(30, 30)], ["%"], ["%"]),
        ("[vingt pour cent] des voix", "[twenty percent] of votes", [(20, 20)], ["%"], ["%"]),
    ],
)
def test_parts_of_a_whole(fr: str, en: str, bounds: list[Bounds], fr_units: list[str], en_units: list[str]) -> None:
    both(fr, en, bounds, fr_units, en_units)


@table(
    [
        ("[3 000 euros] par an", "[€3,000] a year", [(3000, 3000)], ["euro"], ["euro"]),
        ("[5 millions de personnes]", "[5m people]", [(5e6, 5e6)], ["personne"], ["person"]),
        ("[45 millions d'euros]", "[45m euros]", [(45e6, 45e6)], ["euro"], ["euro"]),
        ("[12 M€] d'aide", "[€12m] of aid", [(12e6, 12e6)], ["euro"], ["euro"]),
        ("[2,5 Md€] d'aide", "[€2.5bn] of aid", [(2.5e9, 2.5e9)], ["euro"], ["euro"]),
        ("[US$2 m] d'aide", "[US$2 m] of aid", [(2e6, 2e6)], ["dollar"], ["US dollar"]),
        ("[700 000 $] de dettes", "[$700,000] of debts", [(7e5, 7e5)], ["dollar"], ["dollar"]),
        ("[plus de 3 millions d'euros]", "[over €3 million]", [(3e6, None)], ["euro"], ["euro"]),
    ],
)
def test_money(fr: str, en: str, bounds: list[Bounds], fr_units: list[str], en_units: list[str]) -> None:
    both(fr, en, bounds, fr_units, en_units)


@table(
    [
        (
            "[757 000 manifestants], dont [57 000] à Paris",
            "[757,000 marchers], [57,000 of them] in Paris",
            [(757000, 757000), (57000, 57000)],
            ["manifestant"] * 2,
            ["marcher"] * 2,
        ),
        (
            "[81 morts], selon lui ; [70] selon elle",
            "[81 deaths], he said; [70] according to her",
            [(81, 81), (70, 70)],
            ["mort"] * 2,
            ["death"] * 2,
        ),
        (
            "Il porte à [75] le nombre de morts.",
            "He puts at [75] the number of deaths.",
            [(75, 75)],
            ["mort"],
            ["death"],
        ),
        ("Le nombre de morts est de [75].", "The number of deaths is [75].", [(75, 75)], ["mort"], ["death"]),
        (
            "[deux policiers] et [trois autres]",
            "[two guards] and [three others]",
            [(2, 2), (3, 3)],
            ["policier"] * 2,
            ["guard"] * 2,
        ),
        (
            "[10] des [17 ministères]",
            "[10] of the [17 ministries]",
            [(10, 10), (17, 17)],
            ["ministère"] * 2,
            ["ministry"] * 2,
        ),
    ],
)
def test_left_out_nouns(fr: str, en: str, bounds: list[Bounds], fr_units: list[str], en_units: list[str]) -> None:
    both(fr, en, bounds, fr_units, en_units)


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("trois millions d’obus d’artillerie", "fr", "obus d'artillerie"),
        ("27 centres de détention", "fr", "centre de détention"),
        ("12 missiles balistiques", "fr", "missile balistique"),
        ("3 000 soldats nord-coréens", "fr", "soldat"),
        ("cinq grandes banques belges", "fr", "banque"),
        ("20 chevaux", "fr", "cheval"),
        ("20 bateaux", "fr", "bateau"),
        ("12 cas confirmés", "fr", "cas confirmé"),
        ("3 000 Nord-Coréens", "fr", "Nord-Coréen"),
        ("1,500 North Korean special forces soldiers", "en", "soldier"),
        ("123 police officers", "en", "police officer"),
        ("25 wounded people", "en", "wounded person"),
        ("2741 confirmed cases", "en", "confirmed case"),
        ("12 new deaths", "en", "death"),
        ("12 women", "en", "woman"),
        ("12 countries", "en", "country"),
    ],
)
def test_units(text: str, language: str, unit: str) -> None:
    assert [q.unit for q in find_quantities(text, language)] == [unit]


@pytest.mark.parametrize(
    ("fr", "en"),
    [
        ("le 3 mars 2024", "on March 3, 2024"),
        ("les 27 et 28 octobre", "October 8 and 13"),
        ("dès le 1er novembre", "on the 1st of November"),
        ("en 2012, entre 2008 et 2009", "in 2012, between 2008 and 2009"),
        ("l'élection de 2020", "the 2020 caucuses"),
        ("à 14 h 30, vers 8h10", "at 2:30 p.m., at 8.10am, 0100 UTC"),
        ("l'article 5, la catégorie 3, la phase deux", "Article 5, Category 3, phase two"),
        ("un homme de 45 ans", "a 45-year-old man"),
        ("âgés de 18 à 25 ans", "aged 18 to 25"),
        ("Anne Roux, 49, a disparu", "Ann Ross, 49, went away"),
        ("un quart d'heure", "33 Earth days, a quarter of an hour"),
        ("pendant trois jours et deux semaines", "for three days and two weeks"),
        ("les vingt dernières minutes", "the last twenty minutes"),
        ("la une du journal", "the one he wanted"),
        ("le G7, le Covid-19, le vol 610", "the G7, COVID-19, Flight 610"),
        ("ouvert 24/7, 24 heures sur 24", "open 24/7"),
        ("un Boeing 737, France 24", "a Boeing 737, News 12"),
        ("battu 3-0", "lost 3-0"),
        ("la version 3.11.2", "version 3.11.2"),
        ("au 01 23 45 67 89", "on 555-123-4567"),
        ("le 21e siècle, la 3è fois", "the 21st century, the 3rd time"),
        ("un appareil neuf", "one of those days"),
        ("pays tiers, au profit d'un tiers", "a third party"),
        ("tous deux sont morts", "no one came"),
        ("chaque groupe de trente hommes", "each group of thirty men"),
        ("un demi de mêlée", "the half back"),
        ("les années 1990", "the 1990s"),
        ("http://exemple.fr/12/300?x=40", "https://example.org/12/300?x=40"),
        ("un mortier de 81 mm", "phase 2"),
    ],
)
def test_no_quantities(fr: str, en: str) -> None:
    assert find_quantities(fr, "fr") == []
    assert find_quantities(en, "en") == []


def test_a_number_that_was_a_name_stays_one() -> None:
    text = "A Boeing 707 crashed. The 707 was a freighter with 16 people."
    assert [q.span.of(text) for q in find_quantities(text, "en")] == ["16 people"]


def test_formations_only_repeat_a_headcount() -> None:
    check("[12 000 hommes], soit quatre brigades", "fr", [(12000, 12000)], ["homme"])
    check("[12,000 troops] in four brigades", "en", [(12000, 12000)], ["troop"])
    check("[quatre brigades] ont été détruites", "fr", [(4, 4)], ["brigade"])


# The tables themselves


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_approximator_of_the_tables_moves_the_bounds(language: str) -> None:
    noun = {"fr": "hommes", "en": "men"}[language]
    expected: dict[str, Bounds] = {
        "about": (2700, 3300),
        "nearly": (2700, 3000),
        "at_least": (3000, None),
        "at_most": (0, 3000),
        "exactly": (3000, 3000),
    }
    for phrase, bound in numbers(language).before.items():
        text = " ".join(phrase).replace("' ", "'") + f" 3000 {noun}"
        found = find_quantities("Or, " + text, language)
        assert [(q.low, q.high) for q in found] == [expected[bound]], text


def test_a_table_that_is_amiss_says_where() -> None:
    class Broken(Language):
        def table(self, name: str) -> dict[str, object]:
            return {key: value for key, value in super().table(name).items() if key != "cardinals"}

    good = load("fr")
    with pytest.raises(LanguageError, match=r"fr/numbers\.toml: 'cardinals' is missing"):
        numbers_from(Broken(good.code, good.folder))


def test_unknown_language() -> None:
    with pytest.raises(LanguageError, match="xx"):
        find_quantities("3 chats", "xx")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("quatre-vingt-quinze et deux tiers", [95 + 2 / 3]),
        ("-9,25 ou 3/4", [-9.25, 0.75]),
        ("un sur trois", [1 / 3]),
        ("un vingt-cinquième", [0.04]),
        ("deux cent virgule cinquante deux", [200.52]),
        ("1e10 et 2,5^-1", [1e10, 0.4]),
        ("10k, 10G, 322 cent", [10000, 1e10, 32200]),
        ("le liquide de 180ml", []),
        ("un million et demi", [1.5e6]),
    ],
)
def test_plain_numbers(text: str, values: list[float]) -> None:
    assert [n.value for n in find_numbers(text, "fr")] == pytest.approx(values)


@table(
    [
        (
            "On attendait [150 mm] ; il en est tombé [près de 300].",
            "They forecast [150 mm]; [nearly 300] fell.",
            [(150, 150), (270, 300)],
            ["mm", "mm"],
            ["millimetre", "millimetre"],
        ),
        (
            "Elle comptait [9 000 abonnés], puis [14 500] l'an dernier.",
            "It had [9,000 subscribers], then [14,500] last year.",
            [(9000, 9000), (14500, 14500)],
            ["abonné", "abonné"],
            ["subscriber", "subscriber"],
        ),
        ("Il en coûte [4 milliards de nairas].", "It costs [4 billion naira].", [(4e9, 4e9)], ["naira"], ["naira"]),
    ],
)
def test_what_a_bare_figure_counts(
    fr: str, en: str, bounds: list[Bounds], fr_units: list[str], en_units: list[str]
) -> None:
    both(fr, en, bounds, fr_units, en_units)
