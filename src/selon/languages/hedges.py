"""The hedges of a language, ``hedges.toml`` read into typed tables: what makes a statement probable, possible, reported
or conditional."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from selon.languages.cues import words_of
from selon.languages.loader import LanguageError, load

LEVELS = ("possible", "probable", "reported")
SECTIONS = ("adverbs", "adjectives", "nouns", "verbs", "modals", "passives", "conditional_verbs", "conditions")
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Hedges:
    """Words to the certainty they give; ``adjectives``, ``nouns``, ``verbs``, ``modals`` … by lemma.

    ``adverbs`` are phrases by their first word, (words, certainty), the longest first; so ``conditions`` (certainty
    "conditional") and ``excluded``, phrases that look like conditions and are none ("même si").
    """

    language: str
    adverbs: Phrases
    adjectives: Mapping[str, str]
    nouns: Mapping[str, str]
    verbs: Mapping[str, str]
    modals: Mapping[str, str]
    passives: Mapping[str, str]
    conditional_verbs: Mapping[str, str]
    conditions: Phrases
    excluded: frozenset[tuple[str, ...]]


@cache
def hedges(language: str) -> Hedges:
    """The hedges of ``language``; raises LanguageError where the table is missing or names an unknown certainty."""
    table = load(language).table("hedges")
    unknown = set(table) - set(SECTIONS)
    if unknown:
        raise LanguageError(f"{language}/hedges.toml: unknown sections {sorted(unknown)}; known: {', '.join(SECTIONS)}")
    for section in SECTIONS[:-1]:
        strange = set(table.get(section, {})) - set(LEVELS)
        if strange:
            raise LanguageError(f"{language}/hedges.toml, [{section}]: {sorted(strange)}; it has {', '.join(LEVELS)}")
    conditions = table.get("conditions", {})
    flat = {
        name: {word: level for level, words in table.get(name, {}).items() for word in words} for name in SECTIONS[:-1]
    }
    return Hedges(
        language,
        _phrases(flat["adverbs"].items()),
        flat["adjectives"],
        flat["nouns"],
        flat["verbs"],
        flat["modals"],
        flat["passives"],
        flat["conditional_verbs"],
        _phrases((words, "conditional") for words in conditions.get("markers", ())),
        frozenset(words_of(words) for words in conditions.get("not", ())),
    )


def phrase_at(phrases: Phrases, words: Sequence[str], at: int) -> tuple[tuple[str, ...], str] | None:
    """The phrase that begins at ``words[at]`` (in small letters), and its certainty; its last letters may be elided:
    "à condition que P", "à condition qu'il P"."""
    for phrase, level in phrases.get(words[at], ()):
        there = words[at : at + len(phrase)]
        if len(there) == len(phrase) and all(
            word in (wanted, wanted[:-1] + "'") for wanted, word in zip(phrase, there, strict=True)
        ):
            return phrase, level
    return None


def _phrases(entries: Iterable[tuple[str, str]]) -> Phrases:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, level in entries:
        words = words_of(key)
        table.setdefault(words[0], []).append((words, level))
    return {first: tuple(sorted(found, key=lambda phrase: -len(phrase[0]))) for first, found in table.items()}
