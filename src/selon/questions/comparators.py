"""Small pure functions over two facets. Each returns a score and its reason; ``APART`` settles that they never meet.

After nomenklatura's comparators: every one looks at one thing, and none looks anything up.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from selon.questions.actions import classes, near
from selon.questions.likeness import days_between
from selon.questions.record import Facet, middle
from selon.questions.scope import years_apart
from selon.questions.shared_words import words
from selon.questions.stories import WEEKS, afar, story, strangers
from selon.questions.verdict import APART, SILENT, Verdict
from selon.questions.words import is_person

CODE = 2  # letters of a country's code among an article's names
NEAREST = 0.8  # what one place speaks for one question, the most that any two places do
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
    """Whose: North Korean soldiers are not Ukrainian ones, nor one country's sick those of others."""
    moved = {a.action, b.action} & classes().locative
    if a.kind == "number" and not moved and a.statement.article is not b.statement.article:
        for one, other in ((a, b), (b, a)):
            if one.countries and _names_countries(other.names) and one.countries.isdisjoint(other.names):
                return Verdict(APART, f"the other article doesn't name {', '.join(sorted(one.countries))}")
    if not a.nations or not b.nations:
        return SILENT
    if a.nations & b.nations:
        return Verdict(0.8, "of " + ", ".join(sorted(a.nations & b.nations)))
    why = f"{', '.join(sorted(a.nations))} are not {', '.join(sorted(b.nations))}"
    return Verdict(APART if a.kind == "number" else -0.5, why)


@lru_cache(maxsize=100_000)
def _names_countries(names: frozenset[str]) -> bool:
    """Whether an article's names hold a country's code."""
    return any(len(name) == CODE and name.isupper() for name in names)


def roles(a: Facet, b: Facet) -> Verdict:
    """ "A attacks B" is not "B attacks A"."""
    if a.agents and a.patients and a.agents & b.patients and b.agents & a.patients and not a.agents & b.agents:
        return Verdict(APART, "the roles are swapped")
    return SILENT


def day(a: Facet, b: Facet) -> Verdict:
    """Events of a day: Tuesday's march is not Thursday's."""
    told = {a.action, b.action}
    if a.kind == "number" and told & classes().momentary and days_between(a, b) > WEEKS:
        return Verdict(APART, "readings weeks apart")
    if not told & classes().episodic:
        return SILENT
    if a.day is None or b.day is None:
        far = a.kind == "number" and days_between(a, b) > WEEKS
        return Verdict(APART, "weeks apart, and one names no day") if far else SILENT
    if a.day[0] <= b.day[1] and b.day[0] <= a.day[1]:
        return Verdict(1.0, f"both on {a.day[0]}")
    return Verdict(APART if a.kind == "number" else -2.5, f"{a.day[0]} is not {b.day[0]}")


def period(a: Facet, b: Facet) -> Verdict:
    """What a measure is told for: this year's deficit is not next year's, a turnout at noon is not that of the day."""
    if a.kind == "yes-no" and b.kind == "yes-no":
        return Verdict(0.8, f"both of {a.period[0]}") if a.period and a.period == b.period else SILENT
    if a.kind == "number" and years_apart(a, b):
        return Verdict(APART, "one is told since years")
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
    """ "a further 1,500" and "80,000 of them" are no totals; 15 million a day is no 60 million."""
    if a.change != b.change or a.part != b.part:
        return Verdict(APART, "a part is not the whole")
    if a.rate and b.rate and a.rate != b.rate:
        return Verdict(APART, f"for each {a.rate} is not for each {b.rate}")
    one = a.rate or b.rate
    if a.rate != b.rate and a.figure and b.figure and (a.low, a.high) != (b.low, b.high):
        bare = a.dimension == "money" and one != "year"  # "annual savings" leaves the year to the noun
        return Verdict(APART if bare else -1.0, f"for each {one} on one side only")
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
    afar,
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
