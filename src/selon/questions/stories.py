"""Whether the articles of two facets tell one story: what they name alike, and how many days apart."""

from __future__ import annotations

from selon.questions.actions import classes
from selon.questions.likeness import DAYS, LONG, days_between, name_alike, overlap, own_cosine
from selon.questions.record import Facet
from selon.questions.shared_words import ALIKE, both_say
from selon.questions.verdict import APART, SILENT, Verdict

WEEKS = 14  # days within which two articles may tell one story by different names
MONTHS = 45  # days after which a story must share more than a name
SEASONS = 200  # days after which a story must be told by much the same names
ONE_TALE = {"number": 0.25, "yes-no": 0.27}  # of two articles' profiles: with less in common they tell two stories
ROUNDUP = 150.0  # the weight of an article from which it names so much that it shares names with any other of its days
AFAR = 0.45  # of cosine: what two propositions say alike themselves, days apart, where they answer one question
NEARBY = 0.25  # and in one language, on the same days
ONE_TOLL = 0.5  # what they must share for one to tell a toll of the other, months later
ONE_SEASON = 0.6  # what they must share to tell one story more than SEASONS apart


def story(a: Facet, b: Facet) -> Verdict:
    """Whether the two articles tell one story: names, countries and actions in common, not months apart."""
    if a.statement.article is b.statement.article:
        return Verdict(0.5, "one article")
    value = overlap(a, b)
    gap = days_between(a, b)
    if gap > SEASONS and value < ONE_SEASON:
        return Verdict(APART, "two stories")
    lacks = ONE_TALE[a.kind] - value
    if lacks > 0.0 and min(a.weight, b.weight) >= LONG:
        return Verdict(max(-4.0, -40.0 * lacks), "hardly one story")
    if (value < 0.1 and gap > WEEKS) or value < 0.02:
        return Verdict(-4.0, "hardly one story")
    if value < 0.2 and gap > MONTHS:
        return Verdict(-3.0, "hardly one story")
    if value < 0.06:
        return Verdict(-2.0, "hardly a name in common")
    if value < 0.12:
        return Verdict(-0.5, "hardly one story")
    return Verdict(min(1.0, 2.5 * (value - 0.1)), "one story")


def strangers(a: Facet, b: Facet) -> Verdict:
    """Articles days apart that name nobody and no place alike tell two stories, unless two claims share their words."""
    toll = a.kind == "number" and a.action in classes().states
    long = min(a.weight, b.weight) >= LONG  # the toll of one town told with that of another, of one storm
    if toll and days_between(a, b) > MONTHS and long and overlap(a, b) < ONE_TOLL:
        return Verdict(-3.0, "a toll of months before")
    if not a.names or not b.names or not (a.names.isdisjoint(b.names) or (toll and not name_alike(a, b))):
        return SILENT
    if (days_between(a, b) <= DAYS and not (toll and long)) or (a.kind == "yes-no" and own_cosine(a, b) >= ALIKE):
        return SILENT
    if toll:
        return Verdict(-3.0, "no name in common")  # tolls are told in much the same words everywhere
    return Verdict(-1.5, "no name in common")


def afar(a: Facet, b: Facet) -> Verdict:
    """Propositions of two articles, days apart or in one language, must share words that they say themselves.

    A deed, a name and a country in common ("elected", "Washington") are a season's, not a question's. On the same days
    and in two languages a deed may do: the bilingual table doesn't have every word. So it may between briefs, which
    tell little else. A round-up of a month is days apart from everything. Days apart they must name somebody or some
    place alike too, or share much else.
    """
    if a.kind != "yes-no" or a.statement.article is b.statement.article or a.weight + b.weight < 2 * LONG:
        return SILENT
    days = days_between(a, b) > DAYS or max(a.weight, b.weight) >= ROUNDUP
    if days and not name_alike(a, b) and overlap(a, b) < ONE_TALE[a.kind]:
        return Verdict(-4.0, "days apart and no name in common")
    if min(a.weight, b.weight) < LONG:
        return SILENT
    if not days and a.statement.article.language != b.statement.article.language:
        return SILENT
    beside = a.own.keys() - a.deed_words, b.own.keys() - b.deed_words
    two_deeds = days and both_say(a, b) and beside[0].isdisjoint(beside[1])  # "to stop work", "to stop drinking"
    if own_cosine(a, b) >= (AFAR if days else NEARBY) and not two_deeds:
        return SILENT
    return Verdict(-3.0, "days apart, or in a round-up, and in other words" if days else "in other words")
