"""Times: one table, French and English side by side; each row is a phenomenon, the time stands in [brackets]."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
import time as clock
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.analysis.times import dated, find_times
from selon.analysis.times.grammar import folded, grammar, lowered
from selon.analysis.times.openers import openers
from selon.languages import LanguageError, supported

ROOT = Path(__file__).parents[2]
THURSDAY = "2024-10-24"

# (French, English, start, end, type, value), all published on Thursday 24 October 2024;
# "-" for a language that has no such form.
TABLE = [
    # dates
    ("signé [le 5 mai 2013]", "signed [on May 5, 2013]", "2013-05-05", "2013-05-05", "DATE", "2013-05-05"),
    ("signé [le 1er novembre 1994]", "signed [on 1 November 1994]", "1994-11-01", "1994-11-01", "DATE", "1994-11-01"),
    ("[mardi 8 octobre], à Kiev", "[Tuesday, October 8], in Kyiv", "2024-10-08", "2024-10-08", "DATE", "2024-10-08"),
    ("[le 27 mai 98].", "-", "1998-05-27", "1998-05-27", "DATE", "1998-05-27"),
    ("[Le 23/10/2024]", "[10/23/2024]", "2024-10-23", "2024-10-23", "DATE", "2024-10-23"),
    ("[2012-05-04]", "[2012-05-04]", "2012-05-04", "2012-05-04", "DATE", "2012-05-04"),
    ("élu [le 6 mai dernier]", "-", "2024-05-06", "2024-05-06", "DATE", "2024-05-06"),
    ("[le 22 décembre de l'année dernière]",
     "[on December 22, last year]", "2023-12-22", "2023-12-22", "DATE", "2023-12-22"),
    # a day without its year: the nearest, unless a verb says otherwise
    ("a été tué [le 5 novembre]", "was killed [on November 5]", "2024-11-05", "2024-11-05", "DATE", "2024-11-05"),
    ("sera jugé [le 5 mars]", "will be tried [on March 5]", "2025-03-05", "2025-03-05", "DATE", "2025-03-05"),
    ("a été condamné [le 20 mars]", "was sentenced [on March 20]", "2024-03-20", "2024-03-20", "DATE", "2024-03-20"),
    # weekdays: the verb decides between past and future; the day of publication is itself
    ("a été arrêté [mardi]", "was arrested [on Tuesday]", "2024-10-22", "2024-10-22", "DATE", "2024-10-22"),
    ("se réunira [mardi]", "will meet [on Tuesday]", "2024-10-29", "2024-10-29", "DATE", "2024-10-29"),
    ("parti à [quatre heures du matin]", "left [at four in the morning]",
     "2024-10-24", "2024-10-24", "TIME", "2024-10-24T04:00"),
    ("dément que le pont doive fermer [mardi]",
     "denies the bridge must close [on Tuesday]", "2024-10-29", "2024-10-29", "DATE", "2024-10-29"),
    ("devrait arriver [mardi]", "is expected to arrive [on Tuesday]", "2024-10-29", "2024-10-29", "DATE", "2024-10-29"),
    ("ont manifesté [jeudi]", "marched [on Thursday]", "2024-10-24", "2024-10-24", "DATE", "2024-10-24"),
    # what was said would be, and what is called for, planned, promised or threatened, is to come
    ("a prévenu qu'il n'y aurait aucun train [mardi]",
     "warned there would be no trains [on Tuesday]", "2024-10-29", "2024-10-29", "DATE", "2024-10-29"),
    ("a averti que l'école n'aurait plus de professeur [lundi]",
     "warned the school would have no teacher [on Monday]", "2024-10-28", "2024-10-28", "DATE", "2024-10-28"),
    ("appellent à la grève [mardi]",
     "call for a strike [on Tuesday]", "2024-10-29", "2024-10-29", "DATE", "2024-10-29"),
    ("ont appelé à une journée de grève [mardi]",
     "called for a strike [on Tuesday]", "2024-10-29", "2024-10-29", "DATE", "2024-10-29"),
    ("appelle les cheminots à cesser le travail [mardi]",
     "calls on drivers to walk out [on Tuesday]", "2024-10-29", "2024-10-29", "DATE", "2024-10-29"),
    ("promet une réponse [vendredi]",
     "promises an answer [on Friday]", "2024-10-25", "2024-10-25", "DATE", "2024-10-25"),
    ("menacent de bloquer la rocade [lundi]",
     "threaten to block the road [on Monday]", "2024-10-28", "2024-10-28", "DATE", "2024-10-28"),
    ("invite la presse à une visite [vendredi]",
     "invites the press to a visit [on Friday]", "2024-10-25", "2024-10-25", "DATE", "2024-10-25"),
    ("aurait volé une voiture [mardi]",
     "may have stolen a car [on Tuesday]", "2024-10-22", "2024-10-22", "DATE", "2024-10-22"),
    ("a appelé au calme [mardi]",
     "called for calm [on Tuesday]", "2024-10-22", "2024-10-22", "DATE", "2024-10-22"),
    ("La CGT a appelé [mardi] à la grève",
     "The union called [on Tuesday] for a strike", "2024-10-22", "2024-10-22", "DATE", "2024-10-22"),
    ("[jeudi dernier]", "[last Thursday]", "2024-10-17", "2024-10-17", "DATE", "2024-10-17"),
    ("[lundi prochain]", "[next Monday]", "2024-10-28", "2024-10-28", "DATE", "2024-10-28"),
    ("arrêté [mardi soir]", "arrested [on Tuesday evening]", "2024-10-22", "2024-10-22", "TIME", "2024-10-22TEV"),
    # deictic days and parts of days
    ("[hier]", "[yesterday]", "2024-10-23", "2024-10-23", "DATE", "2024-10-23"),
    ("[avant-hier]", "[the day before yesterday]", "2024-10-22", "2024-10-22", "DATE", "2024-10-22"),
    ("[aujourd’hui]", "[today]", "2024-10-24", "2024-10-24", "DATE", "2024-10-24"),
    ("[demain matin]", "[tomorrow morning]", "2024-10-25", "2024-10-25", "TIME", "2024-10-25TMO"),
    ("[ce soir]", "[this evening]", "2024-10-24", "2024-10-24", "TIME", "2024-10-24TEV"),
    ("[la nuit dernière]", "[last night]", "2024-10-23", "2024-10-23", "TIME", "2024-10-23TNI"),
    ("[dans la nuit de lundi à mardi]",
     "[on the night of Monday to Tuesday]", "2024-10-21", "2024-10-22", "TIME", "2024-10-21TNI"),
    # weeks, months, years
    ("[cette semaine]", "[this week]", "2024-10-21", "2024-10-27", "DATE", "2024-W43"),
    ("[la semaine dernière]", "[last week]", "2024-10-14", "2024-10-20", "DATE", "2024-W42"),
    ("[la semaine prochaine]", "[next week]", "2024-10-28", "2024-11-03", "DATE", "2024-W44"),
    ("[le mois dernier]", "[last month]", "2024-09-01", "2024-09-30", "DATE", "2024-09"),
    ("[l'an prochain]", "[next year]", "2025-01-01", "2025-12-31", "DATE", "2025"),
    ("s'est tenu [ce week-end]", "was held [this weekend]", "2024-10-19", "2024-10-20", "DATE", "2024-W42-WE"),
    ("en [juin 2012]", "[in June 2012]", "2012-06-01", "2012-06-30", "DATE", "2012-06"),
    ("en [septembre dernier]", "[last September]", "2024-09-01", "2024-09-30", "DATE", "2024-09"),
    ("seront livrés en [mars]", "will be delivered [in March]", "2025-03-01", "2025-03-31", "DATE", "2025-03"),
    ("ont été livrés en [mars]", "were delivered [in March]", "2024-03-01", "2024-03-31", "DATE", "2024-03"),
    ("en [1975]", "[in 1975]", "1975-01-01", "1975-12-31", "DATE", "1975"),
    # parts of periods
    ("[fin octobre]", "[in late October]", "2024-10-22", "2024-10-31", "DATE", "2024-10"),
    ("[début 2013]", "[early 2013]", "2013-01-01", "2013-05-02", "DATE", "2013"),
    ("[mi-mars 2023]", "[mid-March 2023]", "2023-03-11", "2023-03-21", "DATE", "2023-03"),
    ("[à la fin de l'année dernière]", "[at the end of last year]", "2023-09-01", "2023-12-31", "DATE", "2023"),
    # seasons, quarters, decades, centuries
    ("[l'été dernier]", "[last summer]", "2024-06-01", "2024-08-31", "DATE", "2024-SU"),
    ("[l'hiver prochain]", "[next winter]", "2024-12-01", "2025-02-28", "DATE", "2024-WI"),
    ("[au premier trimestre 2013]", "[in the first quarter of 2013]", "2013-01-01", "2013-03-31", "DATE", "2013-Q1"),
    ("dans [les années 1990]", "[in the 1990s]", "1990-01-01", "1999-12-31", "DATE", "199"),
    ("[au XIXe siècle]", "[in the 19th century]", "1801-01-01", "1900-12-31", "DATE", "18"),
    # relations
    ("déployés [d’ici à décembre]", "deployed [by December]", "2024-10-24", "2024-12-31", "DATE", "2024-12"),
    ("prêts [dès le 1er novembre]", "ready [starting November 1]", "2024-11-01", None, "DATE", "2024-11-01"),
    ("fermé [depuis vendredi]", "closed [since Friday]", "2024-10-18", None, "DATE", "2024-10-18"),
    ("[depuis 1998]", "[since 1998]", "1998-01-01", None, "DATE", "1998"),
    ("ouvert [jusqu'au 2 novembre]", "open [until November 2]", None, "2024-11-02", "DATE", "2024-11-02"),
    ("[jusqu’en 1967]", "[until 1967]", None, "1967-12-31", "DATE", "1967"),
    ("[avant le 30 octobre]", "[before October 30]", None, "2024-10-29", "DATE", "2024-10-30"),
    ("[après le 30 octobre]", "[after October 30]", "2024-10-31", None, "DATE", "2024-10-30"),
    ("[d'ici la fin de l'année]", "[by the end of the year]", "2024-10-24", "2024-12-31", "DATE", "2024"),
    # ranges
    ("[entre le 8 et le 13 octobre]",
     "[between October 8 and 13]", "2024-10-08", "2024-10-13", "DATE", "2024-10-08/2024-10-13"),
    ("[les 27 et 28 octobre]", "[October 27 and 28]", "2024-10-27", "2024-10-28", "DATE", "2024-10-27/2024-10-28"),
    ("[du 28 octobre au 3 novembre]",
     "[from October 28 to November 3]", "2024-10-28", "2024-11-03", "DATE", "2024-10-28/2024-11-03"),
    ("[2010-2018]", "[2010-2018]", "2010-01-01", "2018-12-31", "DATE", "2010/2018"),
    ("[entre 2010 et 2015]", "[between 2010 and 2015]", "2010-01-01", "2015-12-31", "DATE", "2010/2015"),
    ("[de janvier à mars 2023]", "[from January to March 2023]", "2023-01-01", "2023-03-31", "DATE", "2023-01/2023-03"),
    ("[de lundi à vendredi]", "[from Monday to Friday]", "2024-10-21", "2024-10-25", "DATE", "2024-10-21/2024-10-25"),
    ("[entre mardi et jeudi dernier]", "-", "2024-10-15", "2024-10-17", "DATE", "2024-10-15/2024-10-17"),
    ("[du 15 août 2022 au 3 mars]", "[from 15 August 2022 to 3 March]", "2022-08-15", "2023-03-03", "DATE",
     "2022-08-15/2023-03-03"),
    ("[avant la fin de l’année]", "[before the end of the year]", "2024-10-24", "2024-12-31", "DATE", "2024"),
    # counted from publication
    ("[il y a trois jours]", "[three days ago]", "2024-10-21", "2024-10-21", "DATE", "2024-10-21"),
    ("[il y a deux ans]", "[two years ago]", "2022-01-01", "2022-12-31", "DATE", "2022"),
    ("[il y a un an et demi]", "[a year and a half ago]", "2023-01-01", "2023-12-31", "DATE", "2023"),
    ("[il y a deux ans et demi]", "[two and a half years ago]", "2022-01-01", "2022-12-31", "DATE", "2022"),
    ("-", "[a year-and-a-half ago]", "2023-01-01", "2023-12-31", "DATE", "2023"),
    ("[depuis deux ans et demi]", "-", "2022-04-24", None, "DURATION", "P2.5Y"),
    ("[il y a quelques mois]", "[a few months ago]", None, "2024-10-24", "DURATION", "PXM"),
    ("partira [dans trois semaines]", "will leave [in three weeks]", "2024-11-11", "2024-11-17", "DATE", "2024-W46"),
    ("[ces dix derniers jours]", "[the past ten days]", "2024-10-14", "2024-10-24", "DURATION", "P10D"),
    ("[depuis trois ans]", "-", "2021-10-24", None, "DURATION", "P3Y"),
    ("[les trois dernières années]", "[the past three years]", "2021-10-24", "2024-10-24", "DURATION", "P3Y"),
    ("[d'ici à dix ans]", "[within ten years]", "2024-10-24", "2034-10-24", "DURATION", "P10Y"),
    # how long, how often
    ("pendant [six mois]", "for [six months]", None, None, "DURATION", "P6M"),
    ("[une heure et demie]", "[an hour and a half]", None, None, "DURATION", "PT1.5H"),
    ("un contrat de [dix ans]", "a [ten-year] contract", None, None, "DURATION", "P10Y"),
    ("[chaque année]", "[every year]", None, None, "SET", "P1Y"),
    ("[tous les jeudis]", "[every Thursday]", None, None, "SET", "XXXX-WXX-4"),
    # hours
    ("[vers 18 h 30]", "[at 6:30 p.m.]", "2024-10-24", "2024-10-24", "TIME", "2024-10-24T18:30"),
    ("[hier à 10 h]", "[yesterday at 10 a.m.]", "2024-10-23", "2024-10-23", "TIME", "2024-10-23T10:00"),
    ("[mardi à midi]", "[Tuesday at noon]", "2024-10-22", "2024-10-22", "TIME", "2024-10-22T12:00"),
    ("[dans la soirée de mardi]", "[on Tuesday evening]", "2024-10-22", "2024-10-22", "TIME", "2024-10-22TEV"),
    # no bounds of their own
    ("la ville est [désormais] calme", "the city is [now] calm", None, None, "DATE", "PRESENT_REF"),
    ("aurait [déjà] fourni des obus", "may have [already] supplied shells", None, "2024-10-24", "DATE", "PAST_REF"),
]  # fmt: skip

# What looks like a time and is none.
NONE = [
    ("fr", "un homme de 38 ans"),
    ("fr", "Alain, 53 ans, employé"),
    ("fr", "les moins de 17 ans"),
    ("fr", "une fillette âgée de 6 ans"),
    ("fr", "il a été élu par 2000 voix"),
    ("fr", "10 000 soldats et 1 500 officiers"),
    ("fr", "soldats déjà présents, ils ont déjà combattu"),
    ("fr", "au 37, rue de la Libération"),
    ("fr", "la réunion du G7, l'article 4"),
    ("fr", "il a gagné 3-2, une hausse de 2,5 %"),
    ("en", "a 38-year-old man"),
    ("en", "he was 38 years old"),
    ("en", "they may march on, the sun rises, a fall in prices"),
    ("en", "1,500 soldiers, 2000 people and 12 tanks"),
    ("en", "some have already moved closer"),
    ("en", "they won 3-2, up 2.5%"),
]


Row = tuple[str, str | None, str | None, str, str]


def found(text: str, language: str, published: str | None = THURSDAY) -> list[Row]:
    return [(t.span.of(text), t.start, t.end, t.type, t.value) for t in find_times(text, language, published)]


CASES = [
    pytest.param(language, sentence, *row[2:], id=f"{language}: {sentence}")
    for row in TABLE
    for language, sentence in zip(("fr", "en"), row[:2], strict=True)
    if sentence != "-"
]


@pytest.mark.parametrize(("language", "marked", "start", "end", "kind", "value"), CASES)
def test_table(language: str, marked: str, start: str | None, end: str | None, kind: str, value: str) -> None:
    words = marked[marked.index("[") + 1 : marked.index("]")]
    text = marked.replace("[", "").replace("]", "")
    assert found(text, language) == [(words, start, end, kind, value)]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_time(language: str, text: str) -> None:
    assert found(text, language) == []


# Told from the time spoken of last: (French, English, what the last time in it is).
ANAPHORA = [
    ("La marche de samedi a réuni peu de monde. Quatre jours plus tôt, elle avait fait mieux.",
     "Saturday's march drew few. Four days earlier it had done better.", "2024-10-15"),
    ("Il a signé le 3 mai 2012. Une semaine plus tard, il a démissionné.",
     "He signed on May 3, 2012. A week later he resigned.", "2012-05-10"),
    ("Il est arrivé mardi. Le même jour, il est reparti.",
     "He arrived on Tuesday. The same day he left.", "2024-10-22"),
    ("Il est arrivé le 3 mai 2012. Le lendemain, il est reparti.", "He arrived on May 3, 2012. The next day he left.",
     "2012-05-04"),
    ("Il est arrivé le 3 mai 2012. La veille, il avait signé.", "He arrived on May 3, 2012. The day before, he signed.",
     "2012-05-02"),
    # days are counted from a day, never from a month or a year
    ("La marche de samedi est la plus faible depuis janvier. Quatre jours plus tôt, elle avait fait mieux.",
     "Saturday's march was the smallest since January. Four days earlier it had done better.", "2024-10-15"),
    ("C'est le plus bas depuis 2019. Quatre jours plus tôt, il avait monté.",
     "It is the lowest since 2019. Four days earlier it had risen.", "2024-10-20"),
]  # fmt: skip


@pytest.mark.parametrize(("french", "english", "day"), ANAPHORA)
def test_anaphora(french: str, english: str, day: str) -> None:
    for language, text in (("fr", french), ("en", english)):
        assert [(t.start, t.end) for t in find_times(text, language, THURSDAY)][-1] == (day, day), text


def test_years_are_counted_from_a_year_and_days_after_a_month_from_nothing() -> None:
    for language, text in (
        ("fr", "Élu en 1998. Quatre ans plus tard, il part."),
        ("en", "Elected in 1998. Four years later he left."),
    ):
        assert [t.start for t in find_times(text, language, THURSDAY)] == ["1998-01-01", "2002-01-01"], language
    for language, text in (
        ("fr", "Élu en mars 2012. Trois jours plus tard, il part."),
        ("en", "Elected in March 2012. Three days later he left."),
    ):
        assert [t.start for t in find_times(text, language, THURSDAY)] == ["2012-03-01", None], language


def test_an_hour_belongs_to_the_day_spoken_of() -> None:
    text = "Il a été secouru mardi vers 21 h 45. Vers 0 h 40, mercredi, il est mort."
    assert [t.value for t in find_times(text, "fr", THURSDAY)] == [
        "2024-10-22",
        "2024-10-22T21:45",
        "2024-10-23T00:40",
        "2024-10-23",
    ]


def test_days_apart_stay_apart() -> None:
    assert [(t.start, t.end) for t in find_times("les 6 et 13 octobre", "fr", THURSDAY)] == [
        ("2024-10-06", "2024-10-06"),
        ("2024-10-13", "2024-10-13"),
    ]


def test_saying_and_happening_take_the_verb_next_to_them() -> None:
    french = "Il a déclaré mardi que le sommet aura lieu vendredi."
    english = "He said on Tuesday that the summit will be held on Friday."
    for language, text in (("fr", french), ("en", english)):
        assert [t.start for t in find_times(text, language, THURSDAY)] == ["2024-10-22", "2024-10-25"], language


def test_an_event_named_by_its_day_is_no_day() -> None:
    assert found("after Monday's vote", "en")[0][1:3] == ("2024-10-21", "2024-10-21")


def test_without_publication_what_depends_on_it_stays_open() -> None:
    assert found("jeudi ; le 5 mai ; en juin 2012", "fr", None) == [
        ("jeudi", None, None, "DATE", "XXXX-WXX-4"),
        ("le 5 mai", None, None, "DATE", "XXXX-05-05"),
        ("juin 2012", "2012-06-01", "2012-06-30", "DATE", "2012-06"),
    ]


def test_published_is_a_date_an_iso_string_or_an_instant() -> None:
    forms = [dt.date(2024, 10, 24), "2024-10-24", "2024-10-24T09:12:00Z", dt.datetime(2024, 10, 24, 9)]
    assert {find_times("hier", "fr", form)[0].start for form in forms} == {"2024-10-23"}
    assert find_times("hier", "fr", "not a date")[0].start is None


def test_typography_does_not_matter() -> None:
    spaces = ("d’ici\u00a0à\u202fdécembre", "d’ici à\ndécembre")
    for text in ("d’ici à décembre", "d'ici à décembre", "D’ICI À DÉCEMBRE", *spaces):
        assert found(text, "fr")[0][1:] == ("2024-10-24", "2024-12-31", "DATE", "2024-12"), text


def test_dated_leaves_out_what_bounds_nothing() -> None:
    times = find_times("désormais, chaque jour, pendant six mois, depuis trois ans et hier", "fr", THURSDAY)
    assert [t.value for t in dated(times)] == ["P3Y", "2024-10-23"]


def test_unknown_language_names_the_known_ones() -> None:
    with pytest.raises(LanguageError, match="en, fr"):
        find_times("hier", "xx", THURSDAY)


# ── whatever the text ───────────────────────────────────────────────────────────────────────────────────────────────

PIECES = {
    "fr": "le 5 mai 2012 jeudi d'ici à dès depuis jusqu'au du au entre et 31 30 février 99 h 30 mi- fin de l'année "
    "dernière il y a trois ans plus tôt dans la nuit 29/2 2015-13-40 T1 9999 0 mille cents siècles XXe , . \n « »",
    "en": "the 5 May 2012 Thursday by since until from to between and 31 30 February 99 p.m. 12:61 mid- end of year "
    "last ago three years earlier in the night 29/2 2015-13-40 Q1 9999 0 hundred thousand centuries 20th , . \n ' \"",
}
PUBLISHED = st.one_of(st.none(), st.dates(), st.text(max_size=12))


def check(text: str, language: str, published: str | dt.date | None) -> None:
    last = 0
    for time in find_times(text, language, published):
        assert last <= time.span.start < time.span.end <= len(text)
        last = time.span.end
        assert time.type in {"DATE", "TIME", "DURATION", "SET"} and time.value
        bounds = [dt.date.fromisoformat(when) for when in (time.start, time.end) if when]
        assert bounds == sorted(bounds)


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=200), language=st.sampled_from(supported()), published=PUBLISHED)
def test_any_text(text: str, language: str, published: str | dt.date | None) -> None:
    check(text, language, published)


@settings(max_examples=700, deadline=None)
@given(data=st.data(), published=PUBLISHED)
def test_any_heap_of_time_words(data: st.DataObject, published: str | dt.date | None) -> None:
    language = data.draw(st.sampled_from(sorted(PIECES)))
    words = st.lists(st.sampled_from(PIECES[language].split(" ")), max_size=14)
    check(data.draw(st.sampled_from([" ", "", "-"])).join(data.draw(words)), language, published)


@pytest.mark.slow
@settings(max_examples=100_000, deadline=None)
@given(text=st.text(max_size=80), language=st.sampled_from(supported()))
def test_a_hundred_thousand_texts(text: str, language: str) -> None:
    check(text, language, THURSDAY)


@given(st.text(max_size=60))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(folded(lowered(text))) == len(text)


@pytest.mark.parametrize("unit", ["le 5 mai ", "1 ", "jeudi ", "a", "d'ici à ", "un ", "12:", "entre le ", "e\n"])
def test_linear_in_the_length(unit: str) -> None:
    def cost(times: int) -> float:
        text = unit * times
        best = 1e9
        for _ in range(3):
            start = clock.process_time()
            find_times(text, "fr", THURSDAY)
            best = min(best, clock.process_time() - start)
        return best

    cost(100)
    assert cost(8000) < 8 * 2.5 * cost(1000) + 0.05


# ── the tables ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("(?:le|ce) jour", {"le", "ce"}),
        ("(?:le )?jours?", {"le", "jour", "jours"}),
        ("(?:(?:un|une) )?(?P<n>trois|\\d{2}) ans", {"un", "une", "trois", "0"}),
        ("l'an(?! x)", {"l"}),
        ("[ivx]{1,5}(?=e)", {"i*", "v*", "x*"}),
        ("t[1-4] (?:a|b)", {"t*"}),
        ("(?=mai)(?:mars|mai)(?!\\w)", {"mars", "mai"}),
        ("h(?:eures)?", {"h*"}),
    ],
)
def test_openers(pattern: str, words: set[str]) -> None:
    assert openers(pattern) == words


@pytest.mark.parametrize("language", supported())
def test_every_rule_can_fire(language: str) -> None:
    rules = grammar(language)
    tables = [t for family in rules.families.values() for t in (family.by_word, family.by_initial)]
    reachable = {id(c.rule) for table in tables for constructions in table.values() for c in constructions}
    assert [rule.pattern for rule in rules.calendar.rules if id(rule) not in reachable] == []


# ── gold ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("times_gold", ROOT / "benchmarks" / "times_gold.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["times_gold"] = module
    spec.loader.exec_module(module)
    if not module.SHARED.is_dir():
        pytest.skip("../shared is not here")
    return module


def test_timebank_floor() -> None:
    gold = scorer()
    figures = gold.timebank(gold.rows(gold.SHARED / "gold" / "fr_timebank.dev.jsonl"))
    assert figures["span F"] >= 95.0 and figures["value right of all"] >= 88.5, figures


def test_recognizers_floor() -> None:
    gold = scorer()
    cases = [row for row in gold.rows(gold.SHARED / "gold" / "recognizers_fr.datetime.jsonl") if gold.in_scope(row)]
    figures = gold.recognizers(cases)
    assert figures["cases"] == 187 and figures["percent"] >= 78.5, figures


def test_dossier_and_seed_floors() -> None:
    gold = scorer()
    assert gold.claim_times(gold.dossier())["F"] >= 96.0
    assert gold.claim_times(gold.seed())["F"] == 100.0
