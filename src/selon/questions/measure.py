"""What a figure counts: its dimension, the counted noun's concept, and the class of actions that befell the counted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from selon.model import Quantity
from selon.questions.actions import Action, classes, find_actions, unit_action
from selon.questions.mentions import COUNTRY
from selon.questions.passage import Range, Reading
from selon.questions.words import concepts, cues, is_person, known_concepts, parents, plain, tokens

CURRENCIES = {"euro", "dollar", "pound", "yen", "yuan", "franc", "rouble", "ruble"}
SPEEDS = ("km/h", "mph", "an hour", "per hour", "a l'heure", "a l’heure", "par heure", "kmh", "knot", "noeud")
DURATIONS = {"year", "month", "week", "day", "hour", "minute", "second"}
LENGTHS_OF_TIME = {
    "an": "year", "ans": "year", "annee": "year", "year": "year", "years": "year",
    "mois": "month", "month": "month", "months": "month",
    "semaine": "week", "semaines": "week", "week": "week", "weeks": "week",
    "jour": "day", "jours": "day", "day": "day", "days": "day",
    "heure": "hour", "heures": "hour", "hour": "hour", "hours": "hour",
}  # fmt: skip
UNITS = {
    "hectare": "area",
    "mile": "length",
    "metre": "length",
    "ton": "mass",
    "degree": "temperature",
    "percent": "percent",
}
COMPOUNDING = {"en"}  # languages that put one noun before another: "vaccination teams"
FORM_WEIGHT = {"phrases": 3.0, "verbs": 3.0, "people": 3.0, "nouns": 1.5}
DISTANCE = 0.12
JOINED = 4  # words after "joined" or "entered" among which an event is what was joined
EACH = frozenset({"a", "an", "per", "each", "every", "par", "chaque"})


@lru_cache(maxsize=10_000)
def _actions_of(unit: str, language: str) -> tuple[Action, ...]:
    words = tokens(unit, language)
    found = unit_action(words, language)
    return (found,) if found else tuple(find_actions(words, language))


def _deeds_of(reading: Reading, quantity: Quantity) -> list[Action]:
    """The actions that a figure's unit names, where it stands."""
    found = _actions_of(quantity.unit, reading.language)
    return [a for a in found if not reading.means_others(a, quantity.span.start)]


@lru_cache(maxsize=10_000)
def _concepts_of(unit: str, language: str) -> tuple[str, ...]:
    return tuple(name for name, _ in concepts(tokens(unit, language), language))


@lru_cache(maxsize=10_000)
def _thing_of(unit: str, language: str) -> str | None:
    """The thing that heads a unit of several words ("vaccination team", "poste d'infirmier"), whoever else it names.

    What comes before "of" heads it, or else, in a compound of nouns, its last word.
    """
    words = tokens(unit, language)
    links = [i for i, word in enumerate(words) if word.word in cues(language).lists["figures.unit_of"]]
    start, end = (0, links[0]) if links else (len(words) - 1, len(words))
    if len(words) < 2 or (not links and language not in COMPOUNDING):
        return None
    if any(start <= a.at < end for a in _actions_of(unit, language)):
        return None  # "cas de rougeole", "cholera deaths": the head says what befell them
    heads = [name for name, at in concepts(words, language) if start <= at < end]
    return heads[-1] if heads and heads[-1] in known_concepts() and not is_person(heads[-1]) else None


def phrase_of(reading: Reading, quantity: Quantity) -> Range:
    """The figure with the noun that follows where its span is the bare number ("15 000 sans-abri")."""
    start, end = quantity.span
    if any(c.isalpha() for c in reading.text[start:end]):
        return start, end
    at = reading.word_at(end)
    if at is not None and at < len(reading.words):
        word = reading.words[at]
        close = reading.text[end : word.start].strip() == ""
        if close and word.word[0].isalpha() and word.word not in reading.cues.stop:
            return start, word.end
    return start, end


def is_lent(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure stands bare: its unit, if any, was filled in from the figures before ("police: 1,800")."""
    start, end = phrase_of(reading, quantity)
    return not reading.concepts_in([(start, end)]) and not is_measured(reading, quantity)


def is_reading(reading: Reading, quantity: Quantity, ranges: Sequence[Range]) -> bool:
    """Whether the words before a bare figure name what it is of ("the magnitude was 6.1", "the dead at 13")."""
    before = [a for a in reading.actions_in(ranges) if reading.words[a.at].start < quantity.span.start]
    named = classes().measures | classes().states
    said = [a for a in before if a.name in named]
    return bool(said) and said[-1].form in ("nouns", "people")


def noun_of(reading: Reading, quantity: Quantity, status: str | None = None) -> str | None:
    """The counted noun's concept; None where the figure stands alone.

    People told by what they did are ``person``, or "!protest" where something else (``status``) befell them.
    """
    span = [phrase_of(reading, quantity)]
    if dimension_of(reading, quantity, None) == "duration":
        return "time"
    if thing := _thing_of(quantity.unit, reading.language):
        return thing
    inside = reading.concepts_in(span)
    given = span[0][1] == quantity.span.end or not inside
    unit = list(_concepts_of(quantity.unit, reading.language)) if given else []
    named = unit or [c for c in inside if c in parents()] or inside[-1:]
    told = [*reading.actions_in(span), *_deeds_of(reading, quantity)]
    demonym = any(m.kind == COUNTRY for m in reading.mentions_in(span)) and all(c[0] == "~" for c in named)
    if demonym and (not unit or plain(quantity.unit).replace("-", " ").split()[0] in _demonyms_of(reading, span)):
        return "person"  # "3 000 Nord-Coréens"
    known = [c for c in named if parents().get(c) == "person" or c == "person"]
    doers = [a.name for a in told if a.form == "people" and a.name not in classes().states and a.name != status]
    if doers and status and not known:
        return f"!{doers[-1]}"
    if any(a.form == "people" or a.name in classes().people for a in told) and not known:
        return "person"
    if known:
        return next((c for c in known if c != "person"), "person")
    return named[-1] if named else None


def _demonyms_of(reading: Reading, span: Sequence[Range]) -> set[str]:
    said = [reading.text[m.start : m.end] for m in reading.mentions_in(span) if m.kind == COUNTRY]
    return {word for name in said for word in plain(name).replace("-", " ").split()}


def dimension_of(reading: Reading, quantity: Quantity, noun: str | None) -> str:
    """ "count", or what the unit measures: "money", "percent", "area", "duration" …"""
    words = plain(reading.text[quantity.span.start : quantity.span.end] + " " + quantity.unit)
    if noun in CURRENCIES or any(c in words for c in "€$£"):
        return "money"
    if "%" in words or noun == "percent":
        return "percent"
    if any(speed in words for speed in SPEEDS):
        return "speed"
    if noun in DURATIONS or set(words.replace("-", " ").split()) & LENGTHS_OF_TIME.keys():
        return "duration"
    return UNITS.get(noun or "", "count")


def rate_of(reading: Reading, quantity: Quantity, ranges: Sequence[Range]) -> str | None:
    """The stretch of time that a figure is told for each of ("15 million a day", "280 births each year")."""
    words = [w.word for w in reading.tokens_in(ranges) if w.start >= quantity.span.start]
    for one, other in pairwise(words):
        if one in EACH and plain(other) in LENGTHS_OF_TIME:
            return LENGTHS_OF_TIME[plain(other)]
    return None


def is_imperial(unit: str) -> bool:
    """Whether a unit is one of those that differ from the metric one of the same concept: 30 mph are not 30 km/h."""
    return not classes().imperial.isdisjoint(plain(unit).replace("'", " ").split())


def is_measured(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure is a sum, a share or a reading, and not a count."""
    noun = next((c for c in _concepts_of(quantity.unit, reading.language) if c in CURRENCIES | {"percent"}), None)
    return dimension_of(reading, quantity, noun) not in ("count", "duration")


def status_of(reading: Reading, quantity: Quantity, ranges: Sequence[Range]) -> str | None:
    """The class that the counted noun tells ("morts", "demonstrators"), unless its sentence tells what befell them."""
    span = [phrase_of(reading, quantity)]
    unit = unit_action(tokens(reading.text[span[0][0] : span[0][1]], reading.language), reading.language)
    if unit is not None:
        return unit.name
    inside = [a for a in reading.actions_in(span) if a.name not in classes().weak]
    if is_measured(reading, quantity):
        nearest = nearest_action(reading, quantity, ranges)
        return nearest.name if nearest is not None and nearest.name not in classes().weak else None
    inside = inside or [a for a in _deeds_of(reading, quantity) if a.name not in classes().weak]
    start, end = span[0]
    befell = [
        a
        for a in reading.actions_in(ranges)
        if a.name in classes().states and a.form != "nouns" and not start <= reading.words[a.at].start < end
    ]
    states = [a.name for a in inside if a.name in classes().states and not (befell and a.name in classes().named_by)]
    if states:
        return states[0]
    doers = [a.name for a in inside if a.form == "people" or a.name in classes().people]
    if befell and doers:  # "twelve passengers are missing"
        at = reading.word_at(quantity.span.start) or 0
        return min(befell, key=lambda a: (abs(a.at - at), a.at)).name
    nearest = nearest_action(reading, quantity, ranges)
    if not doers:
        deed = nearest is not None and nearest.form in ("verbs", "phrases") and nearest.name not in classes().weak
        return nearest.name if nearest is not None and deed else inside[0].name if inside else None
    if nearest is not None and nearest.name in classes().states and nearest.form in ("verbs", "people", "phrases"):
        return nearest.name
    return doers[0]


def bare(reading: Reading, quantity: Quantity, ranges: Sequence[Range]) -> bool:
    """Whether the words around a figure add nothing to it ("80,000 of them in Paris", "bringing it to 3,000")."""
    acts = {reading.words[a.at + k].start for a in reading.actions_in(ranges) for k in range(a.length)}
    start, end = quantity.span
    unknown = [at for name, at in reading.concepts_at(ranges) if name[0] == "~" and at not in acts]
    return all(start <= at < end for at in unknown)


def nearest_action(reading: Reading, quantity: Quantity | None, ranges: Sequence[Range]) -> Action | None:
    """The action that a figure (or, without one, the passage) is most likely about."""
    found = reading.actions_in(ranges)
    if not found:
        return None
    at = None
    measured = False
    if quantity is not None:
        at = reading.word_at(quantity.span.start)
        measured = is_measured(reading, quantity)

    events = [a.at for a in found if a.form == "nouns" and a.name in classes().episodic]

    def worth(action: Action) -> tuple[float, int]:
        value = FORM_WEIGHT[action.form] - (3.0 if action.name in classes().weak else 0.0)
        if action.name in classes().locative and any(0 < at - action.at <= JOINED for at in events):
            value -= 3.0  # "4,000 joined Saturday's march" counts who marched
        if quantity is None and (action.form == "people" or action.name == "be"):
            value -= 1.8  # "the search for survivors will end" is about an end
        if quantity is not None and action.name in classes().causal:
            value -= 2.0  # "116 people died due to the quake"
        if action.length > 1:
            value += 0.5
        if action.name in classes().measures:
            value += 2.0 if measured else -1.0 if quantity else -2.5
        if at is not None:
            value -= DISTANCE * abs(action.at - at)
        else:
            value -= DISTANCE / 2 * action.at if action.form == "nouns" else 0
        value += 0.4 if reading.common[action.name] > 1 else 0.0
        if quantity is not None and action.name == "turnout":  # of a march, or of a vote
            value += 0.5 if "%" in quantity.unit or "percent" in quantity.unit.replace(" ", "") else -0.5
        return value, -action.at

    return max(found, key=worth)
