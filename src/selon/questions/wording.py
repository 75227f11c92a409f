"""A question in plain words, in French and English, from the parts of its facets and ``languages/*/asked.toml``."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from babel.dates import format_date

from selon.languages import load, supported
from selon.languages.registry import countries
from selon.questions.actions import classes
from selon.questions.comparators import is_person
from selon.questions.record import Facet, QuestionKind
from selon.questions.words import cues, language_of, plain, word_for

LONGEST = 110  # characters of a claim's words that a question quotes
FEMININE = frozenset({"personnes", "troupes", "victimes", "femmes", "forces", "maisons", "entreprises"})
PARTICIPLES = ("és", "is", "us", "ts")


def worded(facets: Sequence[Facet], kind: QuestionKind) -> dict[str, str]:
    """The question in each language that has a table of wordings."""
    return {code: _ask(facets, kind, code) for code in supported()}


def common(values: Iterable[Hashable]) -> Any:
    """The commonest value that says something, ties by their order; None where there is none."""
    counted = Counter(v for v in values if v)
    return min(counted, key=lambda v: (-counted[v], str(v))) if counted else None


def _ask(facets: Sequence[Facet], kind: QuestionKind, code: str) -> str:
    table = load(code).table("asked")
    frame, told = table["frame"], table["told"]
    action = common(f.action for f in facets if f.action not in classes().weak) or common(f.action for f in facets)
    place = _place(facets, code)
    day = _day(facets, action, code)
    if kind != "number":
        words = _quoted(facets, code)
        if kind == "open" and all(f.statement.claim.stance == "intends" for f in facets):
            return str(frame["intends"]).format(speaker=facets[0].statement.claim.speaker, words=words)
        return str(frame["open" if kind == "open" else "whether_words"]).format(words=words)
    where = str(frame["in"]).format(place=place) if place else ""
    when = str(frame["on"]).format(day=day) if day else ""
    dimension = common(f.dimension for f in facets if f.figure) or "count"
    if dimension in ("money", "percent"):
        return str(frame[dimension]).format(words=_quoted(facets, code))
    noun = _noun(facets, code)
    tail = (frame["part"] if any(f.part for f in facets) else "") + (
        frame["change"] if any(f.change for f in facets) else ""
    )
    modality = common(f.modality for f in facets) or "done"
    if not noun:
        measure = word_for(action or "", code) or _quoted(facets, code)
        return str(frame["measure"]).format(measure=measure, place=where, day=when)
    if action not in told:
        return (
            str(frame["number_bare"]).format(noun=noun, place=where, day=when).replace("?", tail + "?" if tail else "?")
        )
    participle, base = told[action]
    if code == "fr" and noun.split()[0] in FEMININE:
        participle, base = _feminine(participle), _feminine(base)
    if modality == "done":
        text = str(frame["number"]).format(noun=noun, told=_told(participle, code), place=where, day=when)
    else:
        text = str(frame[modality]).format(noun=noun, base=base, place=where)
    return text.replace(" ?", f"{tail} ?").replace("?", "?") if code == "fr" else text.replace("?", f"{tail}?")


def _told(participle: str, code: str) -> str:
    return f"have {participle}" if code == "en" else participle


def _feminine(words: str) -> str:
    if not words.startswith(("ont été", "sont", "être", "se sont")):
        return words
    return " ".join(
        w[:-1] + "es" if w.endswith(PARTICIPLES) and len(w) > 4 and w != "sont" else w for w in words.split()
    )


def _noun(facets: Sequence[Facet], code: str) -> str:
    frame = load(code).table("asked")["frame"]
    concept = common(f.noun for f in facets if f.noun != "person") or common(f.noun for f in facets)
    if concept is None:
        return ""
    if concept == "person" or (concept[0] == "~" and any(is_person(f.noun) for f in facets)):
        noun = str(frame["people"])
    elif concept[0] == "~":
        noun = _unit(facets, code) or concept[1:]
    else:
        noun = _plural(word_for(concept, code) or concept, code)
    nation = common(next(iter(sorted(f.nations))) for f in facets if len(f.nations) == 1)
    if nation and is_person(concept):
        demonym = _demonym(nation, code)
        if demonym:
            return str(frame["of"]).format(noun=noun, nation=demonym)
    return noun


def _unit(facets: Sequence[Facet], code: str) -> str:
    unit = common(f.unit for f in facets if language_of(f.statement.article.language) == code) or common(
        f.unit for f in facets
    )
    return _plural(str(unit), code) if unit else ""


def _plural(noun: str, code: str) -> str:
    if not noun or noun.endswith(("s", "x")) or noun in ("people", "police", "%"):
        return noun
    if code == "en" and noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if code == "fr" and noun.endswith("al"):
        return noun[:-2] + "aux"
    return noun + ("x" if code == "fr" and noun.endswith(("eau", "eu")) else "s")


def _demonym(country: str, code: str) -> str:
    words = load(code).table("demonyms").get(country, [])
    if not words:
        return ""
    word = str(words[0])
    return word + "s" if code == "fr" and word[-1] not in "sx" else word


def _place(facets: Sequence[Facet], code: str) -> str:
    """The place as an article of the reader's language spells it, or the one country that the facets name."""
    place = common(f.place for f in facets)
    if place and sum(f.place == place for f in facets) * 2 > len(facets):
        spelled = [(language_of(f.statement.article.language), f.place_name) for f in facets if f.place == place]
        own = [name for language, name in spelled if language == code] or [name for _, name in spelled]
        return str(common(own) or "")
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
    return str(format_date(dt.date.fromisoformat(day[0]), "d MMMM y", locale=code))


def _quoted(facets: Sequence[Facet], code: str) -> str:
    """The plainest words among the claims: affirmed, certain, short, in the reader's language where there are any."""

    def worth(facet: Facet) -> tuple[object, ...]:
        claim, article = facet.statement.claim, facet.statement.article
        words = _content(facet)
        return (
            not words,
            language_of(article.language) != code,
            _leans(words, language_of(article.language)),
            facet.answer != "yes",
            claim.certainty != "certain",
            bool(facet.hints),
            abs(len(words) - 60),
            facet.id,
        )

    words = _content(min(facets, key=worth))
    words = _without_lead(words)
    words = words.strip(" «»“”\"'\u00a0\u202f")
    return words if len(words) <= LONGEST else words[: words.rfind(" ", 0, LONGEST)] + "…"


LEADS = ("that ", "que ", "qu’", "qu'", "whether ", "if ", "si ", "de ", "d’", "d'")


def _without_lead(words: str) -> str:
    lead = next((lead for lead in LEADS if words.lower().startswith(lead)), "")
    return words[len(lead) :]


def _leans(words: str, language: str) -> bool:
    """Whether words can't stand alone: "it had collapsed", "such claims", "reports of a deployment"."""
    opening = plain(_without_lead(words)).replace("'", " ").replace("’", " ").split()[:2]
    known = cues(language)
    return any(w in known.lists["anaphora.pronouns"] for w in opening[:1]) or any(w in known.told for w in opening)


def _content(facet: Facet) -> str:
    article, claim = facet.statement.article, facet.statement.claim
    return " ".join(article.text[s.start : s.end] for s in claim.content)
