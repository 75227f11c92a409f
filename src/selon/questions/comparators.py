"""Small pure functions over two facets. Each returns a score and its reason; ``APART`` settles that they never meet.

After nomenklatura's comparators: every one looks at one thing, and none looks anything up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from selon.questions.actions import classes, near
from selon.questions.likeness import DAYS, cosine, days_between, name_alike, one_story, overlap, own_cosine
from selon.questions.record import Facet
from selon.questions.words import is_person

APART = -100.0
WEEKS = 14  # days within which two articles may tell one story by different names
MONTHS = 45  # days after which a story must share more than a name
SEASONS = 200  # days after which a story must be told by much the same names
SAME = 0.6  # of cosine: most words in common
ALIKE = 0.3  # of cosine: some words in common
PLAINLY = 0.4  # of cosine: enough in common for two that only by their words speak of one thing
FEW = 0.1  # of cosine: hardly a word in common
NEAREST = 0.8  # what one place speaks for one question, the most that any two places do
LONE = 1.5  # what speaks against propositions that share a broad action and not a word beside it
STRANGE = 1.6  # the same in two articles, or for any action where they may tell two stories
ONE_TALE = {"number": 0.25, "yes-no": 0.27}  # of two articles' profiles: with less in common they tell two stories
ONE_TOLL = 0.4  # what they must share for one to tell a toll of the other, months later
LONG = 19.0  # the weight of an article's profile from which it names enough for that: a brief of four sentences doesn't
AROUND = 0.2  # how much of a likeness counts that only the words around two propositions have
TELLING = 1.6  # the norm of a bag of three words: enough to expect one in common


class Verdict(NamedTuple):
    """How much a comparator speaks for one question (or against, below 0), and why."""

    score: float
    why: str


SILENT = Verdict(0.0, "")
Scopes = frozenset[frozenset[str | None]]


def kind(a: Facet, b: Facet) -> Verdict:
    """A figure answers "how many", a proposition "whether"."""
    return SILENT if a.kind == b.kind else Verdict(APART, "one tells how many, the other whether")


def dimension(a: Facet, b: Facet) -> Verdict:
    if not (a.figure and b.figure) or a.dimension == b.dimension:
        return Verdict(0.5, f"both in {a.dimension}") if a.dimension != "count" and a.figure and b.figure else SILENT
    return Verdict(APART, f"{a.dimension} is not {b.dimension}")


def noun(a: Facet, b: Facet) -> Verdict:
    """The counted noun: soldiers are people, children are not demonstrators."""
    if not (a.figure or a.noun) or not (b.figure or b.noun):
        return SILENT
    if a.noun == b.noun and a.figure and b.figure and a.dimension != "count":
        return Verdict(0.7 if a.own and b.own else 1.5, f"both in {a.noun}")
    if a.noun == b.noun:
        return (
            Verdict(1.5, f"both count {a.noun}")
            if a.noun and a.noun != "person"
            else Verdict(0.7, "both count people")
            if a.noun
            else SILENT
        )
    if a.noun is None or b.noun is None:
        return SILENT
    if a.kind == "yes-no":
        return Verdict(-0.3, f"{a.noun} and {b.noun}")
    if is_person(a.noun) and is_person(b.noun):
        if "person" in (a.noun, b.noun):
            return Verdict(0.5, f"{a.noun} and {b.noun} are people")
        return Verdict(APART, f"{a.noun} is not {b.noun}")
    if a.action == b.action and a.action:
        return Verdict(-0.5, f"{a.noun} and {b.noun}")
    return Verdict(-2.5, f"{a.noun} is not {b.noun}")


def action(a: Facet, b: Facet) -> Verdict:
    """What is done: the same class, near ones, or another."""
    x, y = a.action, b.action
    if x is None or y is None:
        return SILENT
    if x == y:
        return Verdict(1.0 if x in classes().weak else 2.2, f"both tell of '{x}'")
    if near(x, y):
        if a.kind == "yes-no" and {x, y} & classes().weak:
            return Verdict(1.4, f"'{x}' and '{y}'")
        return Verdict(1.7, f"'{x}' and '{y}' go together")
    if x in classes().weak or y in classes().weak:
        return Verdict(0.8 if x in b.actions or y in a.actions else -0.5, f"'{x}' and '{y}'")
    if a.kind == "yes-no":
        if x in b.actions or y in a.actions:
            return Verdict(0.8, f"'{x}' and '{y}' in one breath")
        for one in sorted(a.actions - classes().weak):
            if one in b.actions or any(near(one, other) for other in (b.actions - classes().weak)):
                return Verdict(0.4, f"'{one}' on both sides")
    things = a.noun == b.noun and a.noun is not None and a.dimension == "count" and not is_person(a.noun)
    if things and a.figure and b.figure and (a.low, a.high) == (b.low, b.high):
        return Verdict(-0.8, f"'{x}' and '{y}' of as many")  # "seven hospitals were hit", "broke into seven hospitals"
    against = -2.0 if a.told_by_verb and b.told_by_verb else -0.8
    return Verdict(APART if a.kind == "number" else against, f"'{x}' is not '{y}'")


def modality(a: Facet, b: Facet) -> Verdict:
    """3,000 present and 10,000 planned are two questions; whether a thing is so or will be is one."""
    asked = {f.statement.claim.stance == "asks" for f in (a, b)}
    if a.kind == "number" and len(asked) == 2 and {a.action, b.action} & classes().judged:
        return Verdict(APART, "asked for is not given")
    if a.kind == "yes-no" or a.modality == b.modality:
        return SILENT
    foretold = classes().foretold
    if {a.action, b.action} & foretold and "done" in (a.modality, b.modality):
        return Verdict(APART, f"{a.modality} is not {b.modality}")
    settled = classes().decided
    if {a.action, b.action} & settled or a.dimension in ("money", "percent"):
        return SILENT
    return Verdict(APART, f"{a.modality} is not {b.modality}")


def nations(a: Facet, b: Facet) -> Verdict:
    """Whose: North Korean soldiers are not Ukrainian ones."""
    if not a.nations or not b.nations:
        return SILENT
    if a.nations & b.nations:
        return Verdict(0.8, "of " + ", ".join(sorted(a.nations & b.nations)))
    why = f"{', '.join(sorted(a.nations))} are not {', '.join(sorted(b.nations))}"
    return Verdict(APART if a.kind == "number" else -0.5, why)


def roles(a: Facet, b: Facet) -> Verdict:
    """ "A attacks B" is not "B attacks A"."""
    if a.agents and a.patients and a.agents & b.patients and b.agents & a.patients and not a.agents & b.agents:
        return Verdict(APART, "the roles are swapped")
    return SILENT


def day(a: Facet, b: Facet) -> Verdict:
    """Events of a day: Tuesday's march is not Thursday's."""
    if not ({a.action, b.action} & classes().episodic) or a.day is None or b.day is None:
        return SILENT
    if a.day[0] <= b.day[1] and b.day[0] <= a.day[1]:
        return Verdict(1.0, f"both on {a.day[0]}")
    return Verdict(APART if a.kind == "number" else -2.5, f"{a.day[0]} is not {b.day[0]}")


def period(a: Facet, b: Facet) -> Verdict:
    """What a measure is told for: this year's deficit is not next year's, a turnout at noon is not that of the day."""
    if a.kind == "yes-no" and b.kind == "yes-no":
        return Verdict(0.8, f"both of {a.period[0]}") if a.period and a.period == b.period else SILENT
    if a.clock != b.clock and "turnout" in (a.action, b.action):
        return Verdict(APART, f"at {a.clock or b.clock} o'clock is not in the end")
    if a.period and b.period and {a.action, b.action} & classes().measures:
        if a.period[0] <= b.period[1] and b.period[0] <= a.period[1]:
            return Verdict(0.5, "for one time")
        return Verdict(APART, f"{a.period[0]} is not {b.period[0]}")
    return SILENT


def holders(a: Facet, b: Facet) -> Verdict:
    """Whose share of one whole: the Socialists' seats are not the Union's."""
    if not a.holders or not b.holders:
        return SILENT
    if a.holders & b.holders:
        return Verdict(0.8, "of the same")
    return Verdict(APART, f"{', '.join(sorted(a.holders))} are not {', '.join(sorted(b.holders))}")


def place(a: Facet, b: Facet, scopes: Scopes) -> Verdict:
    """Where: the same, apart, or one inside the other. ``scopes`` are pairs of places that some article tells apart."""
    x, y = a.place, b.place
    told = a.kind == "number" or (a.place_own and b.place_own)
    if x == y:
        return Verdict(NEAREST, f"both in {x}") if x else SILENT
    if not told and not (a.place_own or b.place_own):
        return SILENT
    if frozenset({x, y}) in scopes:
        both = (a.place_own or a.countries) and (b.place_own or b.countries)
        return Verdict(APART if told else -4.0 if both else -1.5, f"{x or 'the whole'} is not {y or 'the whole'}")
    if x and y:
        return Verdict(APART if told else -1.5, f"{x} is not {y}")
    if a.action in classes().locative and b.action in classes().locative and _where(a) and _where(b):
        if a.kind == "yes-no" or not (a.figure and b.figure and (a.low, a.high) == (b.low, b.high)):
            return Verdict(-3.5 if a.kind == "yes-no" else -1.5, f"where it is is what is asked: {x or y}")
        return SILENT
    if (a.national and y) or (b.national and x):
        return Verdict(APART, f"{x or y} is only a part")
    unplaced = a if x is None else b
    if unplaced.home == (x or y):
        return SILENT
    return Verdict(-1.5 if unplaced.home else -0.3, f"{x or y} on one side only")


def _where(f: Facet) -> bool:
    return f.place_own or bool(f.countries)


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
    two_deeds = one_article and both_say(a, b)
    if (broad or two_deeds or not known) and not told and not _shared_beside(a, b, value):
        return LONE if named else STRANGE
    return 0.7 if value < FEW and min(a.norm, b.norm) >= TELLING else 0.0


def figures(a: Facet, b: Facet) -> Verdict:
    """Equal figures speak for one question, all the more from one speaker; figures far apart against it."""
    if not (a.figure and b.figure):
        return SILENT
    one = a.statement.claim.speaker == b.statement.claim.speaker
    if (a.low, a.high) == (b.low, b.high):
        return Verdict(1.5 if one else 1.0, "the same figure" + (" by the same speaker" if one else ""))
    x, y = middle(a), middle(b)
    if x and y and max(x, y) > 30 * min(x, y):
        return Verdict(-1.0, "figures of another size")
    return SILENT


def middle(facet: Facet) -> float | None:
    """A figure's middle, or its one known bound."""
    bounds = [v for v in (facet.low or None, facet.high) if v is not None]
    return sum(bounds) / len(bounds) if bounds else None


def story(a: Facet, b: Facet) -> Verdict:
    """Whether the two articles tell one story: names, countries and actions in common, not months apart."""
    if a.statement.article is b.statement.article:
        return Verdict(0.5, "one article")
    value = overlap(a, b)
    gap = days_between(a, b)
    if gap > SEASONS and value < 0.4:
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


INHERITED = "action from the figure before"


def strangers(a: Facet, b: Facet) -> Verdict:
    """Articles days apart that name nobody and no place alike tell two stories, unless two claims share their words."""
    toll = a.kind == "number" and a.action in classes().states
    if toll and days_between(a, b) > MONTHS and min(a.weight, b.weight) >= LONG and overlap(a, b) < ONE_TOLL:
        return Verdict(-3.0, "a toll of months before")
    if not a.names or not b.names or not (a.names.isdisjoint(b.names) or (toll and not name_alike(a, b))):
        return SILENT
    if days_between(a, b) <= DAYS or (a.kind == "yes-no" and own_cosine(a, b) >= ALIKE):
        return SILENT
    if toll:
        return Verdict(-3.0, "no name in common")  # tolls are told in much the same words everywhere
    return Verdict(-1.5, "no name in common")


def breath(a: Facet, b: Facet) -> Verdict:
    """One claim's figures answer different questions, and hardly anybody says the same thing twice in one article."""
    if a.statement.article is not b.statement.article or a.speaker != b.speaker:
        return SILENT
    if "told before" in " ".join((*a.hints, *b.hints)) or a.since or b.since:
        return SILENT
    if a.statement.id == b.statement.id:
        return Verdict(APART, "two figures of one claim")
    return Verdict(-1.5, "two claims of one speaker in one article")


def whole(a: Facet, b: Facet) -> Verdict:
    """ "a further 1,500" and "80,000 of them" are no totals."""
    if a.change != b.change or a.part != b.part:
        return Verdict(APART, "a part is not the whole")
    return SILENT


# The cheap ones that settle most pairs come first.
PLAIN: tuple[Callable[[Facet, Facet], Verdict], ...] = (
    kind,
    action,
    modality,
    dimension,
    whole,
    nations,
    day,
    period,
    holders,
    noun,
    roles,
    figures,
    story,
    strangers,
    breath,
    words,
)


def compare(a: Facet, b: Facet, scopes: Scopes = frozenset()) -> tuple[float, list[Verdict]]:
    """The comparators' sum and what each said; one ``APART`` ends it."""
    total = 0.0
    said: list[Verdict] = []
    for comparator in PLAIN:
        verdict = comparator(a, b)
        if verdict is not SILENT:
            said.append(verdict)
            total += verdict.score
            if verdict.score <= APART:
                return APART, said
    verdict = place(a, b, scopes)
    said.append(verdict)
    return (APART, said) if verdict.score <= APART else (total + verdict.score, said)


def score(a: Facet, b: Facet, known: dict[tuple[int, int, str], float] | None = None) -> float:
    """The sum of all comparators but that of places; ``APART`` where one settles it.

    ``known`` keeps what :func:`story` said of two articles, for the next pair of theirs.
    """
    total = 0.0
    for comparator in PLAIN:
        if comparator is story and known is not None:
            key = (id(a.statement.article), id(b.statement.article), a.kind)
            value = known.get(key)
            if value is None:
                value = known[key] = story(a, b).score
        else:
            value = comparator(a, b).score
        if value <= APART:
            return APART
        total += value
    return total
