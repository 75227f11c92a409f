"""Nouns that can speak: the agent test for sources ("is it a person, a body, a document?"), from ``agents.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from selon.languages.loader import LanguageError, load

KINDS = ("persons", "bodies", "documents", "anonymous", "collective")


@dataclass(frozen=True, slots=True)
class Unnamed:
    """The words around a person kept unnamed, as they stand in texts (``people`` and ``always`` by lemma)."""

    alone: frozenset[str]  # a source by themselves
    some: frozenset[str]  # determiners of persons left unnamed
    indefinite: frozenset[str]
    definite: frozenset[str]
    not_after: frozenset[str]  # before a noun they make a body of it: "media officials"
    people: frozenset[str]  # unnamed where counted, or said to know
    always: frozenset[str]  # unnamed with a definite article too: a spokesperson has no name to take up


@dataclass(frozen=True, slots=True)
class AgentNouns:
    """The speaking nouns of a language, by kind. ``kinds`` maps a lemma, or words joined by spaces, to its kinds.

    "témoin" is both a person and, unnamed, anonymous; ``anonymous`` alone says nothing: the noun phrase decides.
    """

    language: str
    kinds: Mapping[str, frozenset[str]]
    unnamed: Unnamed

    def of(self, lemma: str) -> frozenset[str]:
        """The kinds of a noun (empty where it is none that speaks); the feminine counts as its masculine."""
        return self.kinds.get(lemma, frozenset())

    def speaks(self, lemma: str) -> bool:
        return lemma in self.kinds


@cache
def agents(language: str) -> AgentNouns:
    """The speaking nouns of ``language``; raises LanguageError where the table is missing or has an unknown section."""
    table = load(language).table("agents")
    unknown = set(table) - {*KINDS, "feminine", "unnamed"}
    if unknown:
        raise LanguageError(f"{language}/agents.toml: unknown sections {sorted(unknown)}; known: {', '.join(KINDS)}")
    kinds: dict[str, set[str]] = {}
    for kind in KINDS:
        for noun in table.get(kind, ()):
            kinds.setdefault(noun, set()).add(kind)
    for feminine, masculine in table.get("feminine", {}).items():
        if masculine not in kinds:
            raise LanguageError(f"{language}/agents.toml: the masculine of {feminine!r}, {masculine!r}, is not listed")
        kinds.setdefault(feminine, set()).update(kinds[masculine])
    unnamed = _unnamed(language, table.get("unnamed", {}))
    return AgentNouns(language, {noun: frozenset(found) for noun, found in kinds.items()}, unnamed)


def _unnamed(language: str, table: Mapping[str, list[str]]) -> Unnamed:
    names = [field.name for field in fields(Unnamed)]
    if set(table) != set(names):
        raise LanguageError(
            f"{language}/agents.toml, [unnamed]: it has {sorted(table)}; it must have {', '.join(names)}"
        )
    return Unnamed(**{name: frozenset(words) for name, words in table.items()})
