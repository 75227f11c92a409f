"""Whether two facets share words, and those that tell: what decides where the actions don't."""

from __future__ import annotations

from selon.questions.actions import classes, near
from selon.questions.likeness import LONG, cosine, name_alike, one_story, overlap, own_cosine
from selon.questions.record import Facet
from selon.questions.verdict import Verdict

SAME = 0.6  # of cosine: most words in common
ALIKE = 0.3  # of cosine: some words in common
PLAINLY = 0.4  # of cosine: enough in common for two that only by their words speak of one thing
FEW = 0.1  # of cosine: hardly a word in common
LONE = 1.5  # what speaks against propositions that share a broad action and not a word beside it
STRANGE = 1.6  # the same in two articles, or for any action where they may tell two stories
AROUND = 0.2  # how much of a likeness counts that only the words around two propositions have
APART_STORIES = 0.35  # of two articles' profiles: with less in common an action alone joins no two claims
APART_BRIEFS = 0.2  # and of two of which one is a brief
TELLING = 1.6  # the norm of a bag of three words: enough to expect one in common
INHERITED = "action from the figure before"


def words(a: Facet, b: Facet) -> Verdict:
    """Concepts in common, by cosine. Without one, an action is not enough; without an action, they decide."""
    value = cosine(a, b)
    if a.kind == "number":
        return Verdict(2.0 * value - _of_two_things(a, b, value), "words in common")
    strong = {a.action, b.action} - classes().weak
    if _one_deed(a, b):
        against = _lone(a, b, value)
        two_deeds = against >= LONE and a.statement.article is b.statement.article and both_say(a, b)
        return Verdict((0.0 if two_deeds else 5.0 * value) - against, "words in common")
    if (a.refers or b.refers) and (len(strong) < 2 or None in strong) and not both_say(a, b):
        return Verdict(7.0 * value - 1.0, "words in common")
    value = _mostly_own(a, b, value)
    if value >= FEW and None not in strong and (a.action in b.actions & strong or b.action in a.actions & strong):
        return Verdict(5.0 * value, "words in common")
    told_apart = not (a.statement.article is b.statement.article or value >= SAME or one_story(a, b))
    return Verdict(7.0 * value - (1.0 + LONE if told_apart else 1.0), "words in common")


def _of_two_things(a: Facet, b: Facet, value: float) -> float:
    """What speaks against two figures that share no action and, besides what they count, not a word."""
    known = bool(a.own and b.own)
    if (own_cosine(a, b) if known else value) >= FEW:
        return 0.0
    if "count" in (a.dimension, b.dimension):
        if a.noun != b.noun and None not in (a.noun, b.noun) and {a.action, b.action} & classes().locative:
            return 1.5  # two buildings and two adults "are found" somewhere
        return 1.5 if a.action is None and b.action is None else 0.0
    inherited = INHERITED in a.hints or INHERITED in b.hints
    if not known or (_one_deed(a, b) and not inherited):
        return 0.0
    return (3.0 if inherited else 1.5) if a.statement.article is b.statement.article else 0.8


def _one_deed(a: Facet, b: Facet) -> bool:
    """Whether both tell of one class of actions, or of two that go together, that is more than being or moving."""
    x, y = a.action, b.action
    return x is not None and y is not None and (x == y or near(x, y)) and not {x, y} & classes().weak


def _shared_beside(a: Facet, b: Facet, value: float) -> bool:
    """Whether two claims share a word beside those that name what is done: of their own, where both have any."""
    one, other = a.own.keys() - a.deed_words, b.own.keys() - b.deed_words
    if one and other:
        return not one.isdisjoint(other)
    return value >= ALIKE and (a.statement.article is b.statement.article or one_story(a, b))


def both_say(a: Facet, b: Facet) -> bool:
    """Whether two claims both have words of their own beside those that name what is done, and in what country."""
    return all(any(len(word) > 2 for word in f.own.keys() - f.deed_words) for f in (a, b))


def _mostly_own(a: Facet, b: Facet, value: float) -> float:
    """The cosine of what two claims say themselves, and a part of what their surroundings add to it."""
    own = own_cosine(a, b)
    return own + AROUND * max(0.0, value - own)


def _apart(a: Facet, b: Facet) -> bool:
    """Whether two articles of one language have too little in common for an action alone to join what they tell.

    In two languages, one may only tell it in words that the bilingual table doesn't have.
    """
    if a.statement.article.language != b.statement.article.language:
        return False
    return overlap(a, b) < (APART_STORIES if min(a.weight, b.weight) >= LONG else APART_BRIEFS)


def _lone(a: Facet, b: Facet, value: float) -> float:
    """What speaks against two propositions that share an action and hardly a word beside it.

    Two articles of the same days, in two languages perhaps, may tell of one deed in different words; one article twice
    of a deed ("agreed", "broke off") most often tells of two.
    """
    one_article = a.statement.article is b.statement.article
    known = one_article or one_story(a, b)
    named = name_alike(a, b)
    broad = {a.action, b.action} <= classes().broad
    told = known and (a.refers or b.refers)
    two_deeds = (one_article or _apart(a, b)) and both_say(a, b)
    if (broad or two_deeds or not known) and not told and not _shared_beside(a, b, value):
        return LONE if named else STRANGE
    return 0.7 if value < FEW and min(a.norm, b.norm) >= TELLING else 0.0
