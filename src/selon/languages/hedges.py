"""The hedges of a language, ``hedges.toml`` read into typed tables: what makes a statement probable, possible, reported
or conditional."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from selon.languages.cues import words_of
from selon.languages.loader import LanguageError, load

LEVELS = ("possible", "probable", "reported")
LEVELLED = ("adverbs", "adjectives", "nouns", "verbs", "modals", "passives", "conditional_verbs")
SECTIONS = (*LEVELLED, "conditions", "future_stems", "sure", "parts")
Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class Hedges:
    """Words to the certainty they give; ``adjectives``, ``nouns``, ``verbs``, ``modals`` … by lemma.

    ``adverbs`` are phrases by their first word, (words, certainty), the longest first; so ``conditions`` (certainty
    "conditional") and ``excluded``, phrases that look like conditions and are none ("même si").

    ``future_stems`` are what the conditional of a conditional verb begins with. No hedge is what follows a word of
    ``compared``, nor a phrase of ``sure_after`` behind one of its words. ``asked`` open a question that is the content
    itself; before ``part_openers`` an adverb is a part's.
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
    asked: frozenset[str]
    future_stems: Mapping[str, str]
    compared: frozenset[str]
    sure_after: Mapping[tuple[str, ...], frozenset[str]]
    part_openers: frozenset[str]


@cache
def hedges(language: str) -> Hedges:
    """The hedges of ``language``.

    Raises LanguageError where the table is missing, names an unknown certainty, or its sections don't fit each other.
    """
    table = load(language).table("hedges")
    unknown = set(table) - set(SECTIONS)
    if unknown:
        raise LanguageError(f"{language}/hedges.toml: unknown sections {sorted(unknown)}; known: {', '.join(SECTIONS)}")
    for section in LEVELLED:
        strange = set(table.get(section, {})) - set(LEVELS)
        if strange:
            raise LanguageError(f"{language}/hedges.toml, [{section}]: {sorted(strange)}; it has {', '.join(LEVELS)}")
    stems, sure = table.get("future_stems", {}), table.get("sure", {})
    after = {words_of(phrase): frozenset(words) for phrase, words in sure.get("after", {}).items()}
    flat = {name: {word: level for level, words in table.get(name, {}).items() for word in words} for name in LEVELLED}
    _check(language, flat, stems, after)
    conditions = table.get("conditions", {})
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
        frozenset(conditions.get("asked", ())),
        stems,
        frozenset(sure.get("compared", ())),
        after,
        frozenset(table.get("parts", {}).get("openers", ())),
    )


def _check(
    language: str,
    flat: Mapping[str, Mapping[str, str]],
    stems: Mapping[str, str],
    after: Iterable[tuple[str, ...]],
) -> None:
    """Every conditional verb has its stem, and what is sure after a word is a hedge elsewhere."""
    if set(stems) != set(flat["conditional_verbs"]):
        raise LanguageError(f"{language}/hedges.toml: [future_stems] and [conditional_verbs] must name the same verbs")
    strange = set(after) - {words_of(phrase) for phrase in flat["adverbs"]}
    if strange:
        raise LanguageError(f"{language}/hedges.toml, [sure.after]: {sorted(strange)} are no adverbs")


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
