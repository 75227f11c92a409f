"""What the naming of sources is made of: names, bodies, offices and groups, as units that a lexicon finds."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from selon.analysis.registry.fold import fold
from selon.analysis.registry.lexicon import Case, Lexicon
from selon.languages import load
from selon.languages.registry.tables import HERE

UnitKind = Literal["actor", "country", "demonym", "metonym", "person", "body", "role", "group", "title"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of a source's name. ``key``: a country's code, an actor's id, or the key of a body, role or group."""

    kind: UnitKind
    key: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A language's small words that part and mark a noun phrase, folded."""

    titles: frozenset[str]
    former: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    relatives: frozenset[str]
    and_: frozenset[str]
    particles: frozenset[str]
    organisations: frozenset[str]
    documents: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]


@cache
def shared_offices() -> Mapping[str, Any]:
    """registry/offices.toml: what bodies, roles and groups are called in English."""
    return tomllib.loads((HERE / "offices.toml").read_text(encoding="utf-8"))


@cache
def namesakes() -> frozenset[str]:
    """Folded names of places that people bear too."""
    table = tomllib.loads((HERE / "namesakes.toml").read_text(encoding="utf-8"))
    return frozenset(fold(name) for name in table["given"])


@cache
def sovereign() -> dict[str, str]:
    """The country (code) that a territory without bodies of its own is a part of, by the territory's code."""
    table = tomllib.loads((HERE / "integral.toml").read_text(encoding="utf-8"))
    return {territory: country for country, territories in table.items() for territory in territories}


@cache
def worldwide() -> frozenset[str]:
    """The ids of bodies of one country that speak of the whole world."""
    return frozenset(tomllib.loads((HERE / "worldwide.toml").read_text(encoding="utf-8"))["actors"])


@cache
def words_of(language: str) -> Words:
    """The small words of ``language``."""
    table = load(language).table("offices")["words"]

    def folded(name: str) -> frozenset[str]:
        return frozenset(fold(word).rstrip(".") for word in table[name])

    return Words(
        titles=folded("titles"),
        former=folded("former"),
        determiners=folded("determiners"),
        prepositions=folded("prepositions"),
        relatives=folded("relatives"),
        and_=folded("and"),
        particles=folded("particles"),
        organisations=folded("organisations"),
        documents=folded("documents"),
        definite=folded("definite"),
        indefinite=folded("indefinite"),
        possessive=folded("possessive"),
    )


def demonym_forms(language: str, forms: list[str]) -> list[str]:
    """Every inflected form of a country's adjectives and people: "coréen" gives coréenne, coréens, coréennes."""
    out: list[str] = []
    for form in forms:
        out += inflected(form) if language == "fr" else _english(form)
    return list(dict.fromkeys(out))


_FEMININE = (("éen", "éenne"), ("ien", "ienne"), ("ain", "aine"), ("ais", "aise"), ("ois", "oise"), ("an", "ane"),
             ("in", "ine"), ("and", "ande"), ("ol", "ole"), ("ard", "arde"), ("ar", "are"))  # fmt: skip


def inflected(form: str) -> list[str]:
    """A French adjective's masculine and feminine singular and plural by rule; a form that is a plural stays alone."""
    if form.endswith("s") and not form.endswith(("ais", "ois")):
        return [form]
    feminine = next((form[: -len(end)] + new for end, new in _FEMININE if form.endswith(end)), form)
    plural = form if form.endswith("s") else form + "s"
    return [form, feminine, plural, feminine + "s"]


def _english(form: str) -> list[str]:
    if form.endswith(("ese", "sh", "ch", "s", "ss", "man", "men", "woman", "UK", "US", ".", "Philippine", "Danish")):
        return [form]
    return [form, form + "s"]


def plural_forms(language: str, word: str) -> list[tuple[str, bool]]:
    """``word`` and its regular plural, each with whether it is plural; a French phrase's first noun takes the -s."""
    if word.endswith(("s", "x", "z")) or (language == "en" and word in {"policemen", "troops", "congressmen", "staff"}):
        return [(word, True)]
    if language == "en":
        if word.endswith("y") and word[-2] not in "aeou":
            return [(word, False), (word[:-1] + "ies", True)]
        return [(word, False), (word + "s", True)]
    first, _, rest = word.partition(" ")
    if rest:
        return [(word, False), (f"{first}s {rest}", True)]
    return [(word, False), (word + "s", True)]


def add_offices(lexicon: Lexicon[Unit], language: str) -> None:
    """Enter the bodies, roles and groups that ``language`` has words for; KeyError for one that is not shared."""
    table = load(language).table("offices")
    shared = shared_offices()
    for portfolio, phrases in table["portfolios"].items():
        _known(shared["portfolios"], portfolio)
        for phrase in phrases:
            filled = _fillings(language, phrase)
            for frame in table["frames"]["ministry"]:
                lexicon.add(frame.format(**filled), Unit("body", f"ministry:{portfolio}"), Case.ANY)
                lexicon.add(
                    _plural_first(language, frame.format(**filled)), Unit("body", f"ministry:{portfolio}"), Case.ANY
                )
            for frame in table["frames"]["minister"]:
                lexicon.add(frame.format(**filled), Unit("role", f"minister:{portfolio}"), Case.ANY)
            for frame in table["frames"]["deputy"]:
                lexicon.add(frame.format(**filled), Unit("role", f"deputy-minister:{portfolio}"), Case.ANY)
    for portfolio, phrases in table["capital"].items():
        for phrase in phrases:
            lexicon.add(phrase, Unit("body", f"ministry:{portfolio}"), Case.CAPITALS)
    for body, words in table["bodies"].items():
        _known(shared["bodies"], body)
        for word in words:
            lexicon.add(word, Unit("body", body), Case.ANY)
    for role, words in table["roles"].items():
        if not role.startswith("minister:"):
            _known(shared["roles"], role)
        for word in words:
            for form, plural in plural_forms(language, word):
                lexicon.add(form, Unit("role", role, plural), Case.EXACT if word.isupper() else Case.ANY)
    for group, words in table["groups"].items():
        _known(shared["groups"], group)
        for word in words:
            for form, plural in plural_forms(language, word):
                lexicon.add(form, Unit("group", group, plural), Case.EXACT if word.isupper() else Case.ANY)


def _known(table: Mapping[str, Any], key: str) -> None:
    if key not in table:
        raise KeyError(f"registry/offices.toml has no entry {key!r}")


def _fillings(language: str, phrase: str) -> dict[str, str]:
    if language == "en":
        return {"p": phrase}
    for of, to in (("de la ", "à la "), ("de l'", "à l'"), ("du ", "au "), ("des ", "aux ")):
        if phrase.startswith(of):
            return {"d": phrase, "a": to + phrase.removeprefix(of)}
    raise ValueError(f"offices.toml: a portfolio begins with de la, de l', du or des, unlike {phrase!r}")


def _plural_first(language: str, phrase: str) -> str:
    if language == "fr":
        return phrase.replace("ministère ", "ministères ", 1)
    return phrase.replace("ministry", "ministries", 1) if phrase.startswith("ministry") else phrase
