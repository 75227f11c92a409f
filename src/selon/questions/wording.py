"""A question in plain words, in French and English, from the parts of its facets and ``languages/*/asked.toml``."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from babel.dates import format_date

from selon.languages import load, supported
from selon.languages.nouns import counted, feminine, is_feminine, of
from selon.languages.registry import countries
from selon.questions.actions import classes
from selon.questions.quoted import quoted
from selon.questions.record import Facet, QuestionKind
from selon.questions.words import concepts, is_person, known_concepts, language_of, parents, singular, tokens, word_for

_ACRONYM = 4  # letters at most: a longer name in capitals is a dateline's


def worded(facets: Sequence[Facet], kind: QuestionKind) -> dict[str, str]:
    """The question in each language that has a table of wordings."""
    return {code: _ask(facets, kind, code) for code in supported()}


def common(values: Iterable[Hashable]) -> Any:
    """The commonest value that says something, ties by their order; None where there is none."""
    found = Counter(v for v in values if v)
    return min(found, key=lambda v: (-found[v], str(v))) if found else None


def _ask(facets: Sequence[Facet], kind: QuestionKind, code: str) -> str:
    frame: dict[str, str] = load(code).table("asked")["frame"]
    if kind == "number":
        return _how_many(facets, frame, code)
    words = quoted(facets, code)
    speakers = facets[0].statement.claim.speaker
    if kind == "open" and speakers and all(f.statement.claim.stance == "intends" for f in facets):
        return frame["intends"].format(speaker=frame["and"].join(speakers.split("; ")), words=words)
    return frame["open" if kind == "open" else "whether"].format(words=words)


def _how_many(facets: Sequence[Facet], frame: dict[str, str], code: str) -> str:
    dimension = common(f.dimension for f in facets if f.figure) or "count"
    if dimension in ("money", "percent"):
        return frame[dimension].format(words=quoted(facets, code))
    action = common(f.action for f in facets if f.action not in classes().weak) or common(f.action for f in facets)
    day, place = _day(facets, action, code), _place(facets, code)
    where = frame["in"].format(place=place) if place else ""
    noun = _noun(facets, code)
    if not noun:
        return _measure(facets, action, where, day, code)
    parts = {
        "noun": noun,
        "of_noun": of(noun, code),
        "place": where,
        "day": frame["on"].format(day=day) if day else "",
        "tail": (frame["part"] if any(f.part for f in facets) else "")
        + (frame["change"] if any(f.change for f in facets) else ""),
    }
    told = _told(facets, action, bool(day), place, noun, code)
    if not told and _measures(facets):
        return frame["figure"].format(words=quoted(facets, code))  # "How many times?" asks nothing
    if not told:
        return frame["number_bare"].format(**parts)
    if place and action in load(code).table("asked").get("told_in", {}):
        parts["place"] = ""
    modality = common(f.modality for f in facets) or "done"
    return frame["number" if modality == "done" else modality].format(**parts, told=told[0], base=told[1])


def _measure(facets: Sequence[Facet], action: str | None, where: str, day: str, code: str) -> str:
    """Where nothing is counted: the measure by its name, else the words with the figure."""
    frame = load(code).table("asked")["frame"]
    name = word_for(action, code) if action in classes().measures else ""
    if not name:
        return str(frame["figure"]).format(words=quoted(facets, code))
    return str(frame["measure"]).format(measure=name, place=where, day=frame["on"].format(day=day) if day else "")


def _told(
    facets: Sequence[Facet], action: str | None, dated: bool, place: str, noun: str, code: str
) -> tuple[str, str] | None:
    """What was done and what may be done, in words that fit the noun; None where they don't fit or there are none."""
    table = load(code).table("asked")
    people = is_person(_concept(facets))
    fits = action not in classes().goods if people else action is not None and _may(facets, action)
    if action not in table["told"] or not fits:
        return None
    done, base = table["told"][action]
    if people:
        done, base = table["told_people"].get(action, (done, base))
    if place:
        done, base = table.get("told_in", {}).get(action, (done, base))
    if dated:
        done = table.get("told_on", {}).get(action, done)
    agreed = {"e": "e", "es": "es"} if is_feminine(noun, code) else {"e": "", "es": ""}
    return done.format(place=place, **agreed), base.format(place=place, **agreed)


def _may(facets: Sequence[Facet], action: str) -> bool:
    """Whether what is no person can do or suffer it: bridges don't die, pages are not sent there, metres do nothing."""
    if action in classes().locative or _measures(facets):
        return False
    concept = _concept(facets)
    return action not in classes().living or concept not in known_concepts() or parents().get(concept) == "animal"


def _measures(facets: Sequence[Facet]) -> bool:
    """Whether the unit measures or numbers ("300 metres", "3 times"): nothing is done to it."""
    unit = common(f.unit for f in facets)
    return any(unit in load(code).table("asked")["nouns"]["measures"] for code in supported())


def _concept(facets: Sequence[Facet]) -> str | None:
    """What is counted: a narrower concept than people where it is that of half the claims, or more."""
    nouns = [f.noun for f in facets if f.noun]
    narrow: str | None = common(noun for noun in nouns if noun != "person")
    of_people = is_person(narrow) and "person" in nouns and sum(n == narrow for n in nouns) * 2 < len(nouns)
    concept = "person" if of_people else narrow or common(nouns)
    return "person" if concept and concept[0] == "~" and any(is_person(f.noun) for f in facets) else concept


def _noun(facets: Sequence[Facet], code: str) -> str:
    frame = load(code).table("asked")["frame"]
    concept = _concept(facets)
    if concept is None:
        return ""
    if concept == "person":
        noun = str(frame["people"])
    elif concept in known_concepts() and not _is_verb(concept) and _named(facets, concept, code):
        noun = counted(word_for(concept, code), code)
    else:
        named = is_person(concept) and concept in known_concepts()
        noun = _unit([f for f in facets if f.noun == concept] if named else facets, code)
    nation = common(next(iter(sorted(f.nations))) for f in facets if len(f.nations) == 1)
    if nation and is_person(concept):
        demonym = _demonym(nation, noun, code)
        if demonym:
            return str(frame["of"]).format(noun=noun, nation=demonym)
    return noun


def _named(facets: Sequence[Facet], concept: str, code: str) -> bool:
    """Whether the concept's own noun will do: people whom no article of the language counts by another noun of theirs,
    things that an article counts by the table's first word.

    A stem or a synonym brings others under a concept ("commune" under « commun », "drug" under "cocaine", "civil
    servants" under "officials"). What is counted then keeps the article's word.
    """
    units = {(language_of(f.statement.article.language), singular(f.unit)) for f in facets if f.unit}
    if is_person(concept):
        own = {unit for language, unit in units if language == code and _people_of(unit, code) == [concept]}
        return not own or singular(word_for(concept, code)) in own
    return not units or any(singular(word_for(concept, code)) == unit for code, unit in units)


def _people_of(unit: str, code: str) -> list[str]:
    """The concepts of a unit ("crew member"): "civilian deaths", which have two, count no civilians by their name."""
    return [name for name, _ in concepts(tokens(unit, code), code)]


def _is_verb(concept: str) -> bool:
    """Whether the bilingual table names the concept by a verb, which can't be counted ("examiner")."""
    endings = {code: load(code).table("asked")["nouns"].get("verb") for code in supported()}
    return any(end and re.search(end, word_for(concept, code)) for code, end in endings.items())


def _unit(facets: Sequence[Facet], code: str) -> str:
    """The noun as the articles have it; in quotation marks where none of them is in the reader's language."""
    units = [(language_of(f.statement.article.language), f.unit) for f in facets if f.unit]
    own = common(unit for language, unit in units if language == code)
    if own:
        return _several(own, code)
    if not units:
        return ""
    language, unit = common(units)
    return str(load(code).table("asked")["frame"]["foreign"]).format(noun=_several(unit, language))


def _several(unit: str, code: str) -> str:
    """A unit's plural; a sign ("km/h") has none."""
    return unit if "/" in unit else counted(unit, code)


def _demonym(country: str, noun: str, code: str) -> str:
    """The country's adjective, in the noun's gender and number where adjectives agree."""
    words = load(code).table("demonyms").get(country, [])
    if not words:
        return ""
    word = str(words[0])
    if not load(code).table("asked").get("feminine"):
        return word
    return counted(feminine(word, code) if is_feminine(noun, code) else word, code)


def _place(facets: Sequence[Facet], code: str) -> str:
    """The place as an article of the reader's language spells it, or the one country that the facets name."""
    place = common(f.place for f in facets)
    if place and sum(f.place == place for f in facets) * 2 > len(facets):
        spelled = [(language_of(f.statement.article.language), f.place_name) for f in facets if f.place == place]
        own = [name for language, name in spelled if language == code] or [name for _, name in spelled]
        name = str(common(own) or "")
        return name.title() if name.isupper() and len(name) > _ACRONYM else name
    named = [next(iter(f.countries)) for f in facets if len(f.countries - f.nations) == 1 and len(f.countries) == 1]
    country = common(named)
    if country and country in countries():
        found = countries()[country]
        return ("the " if found.article and code == "en" else "") + found.names.get(code, (found.name,))[0]
    return ""


def _day(facets: Sequence[Facet], action: str | None, code: str) -> str:
    if action not in classes().episodic:
        return ""
    day = common(f.day for f in facets)
    if not day or day[0] != day[1]:
        return ""
    date, frame = dt.date.fromisoformat(day[0]), load(code).table("asked")["frame"]
    return str(format_date(date, frame["first_day"] if date.day == 1 else frame["day"], locale=code))
