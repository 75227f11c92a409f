"""Reads a source's noun phrase as a row of items: units of the registry, runs of capitals, small words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from selon.analysis.registry.fold import Token, fold, tokens
from selon.analysis.registry.persons import NameRun, PersonNames
from selon.analysis.registry.units import Unit, Words, words_of

if TYPE_CHECKING:
    from selon.analysis.registry.registry import Registry

ItemKind = Literal[
    "unit", "name", "title", "org", "doc", "det", "former", "prep", "and", "rel", "poss", "break", "word"
]


class Item(NamedTuple):
    """One part of a phrase with its offsets; ``unit`` for a unit, ``run`` for a run of capitals."""

    kind: ItemKind
    start: int
    end: int
    form: str
    unit: Unit | None = None
    run: NameRun | None = None


def items_of(registry: Registry, phrase: str, language: str) -> list[Item]:
    """The items of ``phrase`` in order; "break" stands for a comma, dash or bracket between two words."""
    words = tokens(phrase)
    small = words_of(language if language in ("en", "fr") else "en")
    hits = {hit.first: hit for hit in registry.units(phrase, language, words)}
    finder = PersonNames(language if language in ("en", "fr") else "en")
    hits = {
        first: hit for first, hit in hits.items() if not _swallowed(phrase, words, hit.first, hit.last, hits, finder)
    }
    covered = {number for hit in hits.values() for number in range(hit.first, hit.last + 1)}
    starts = {word.start: number for number, word in enumerate(words)}
    runs = {starts[run.start]: run for run in finder.runs(phrase, words, covered)}
    out: list[Item] = []
    number = 0
    while number < len(words):
        word = words[number]
        if number and _breaks(phrase, words[number - 1], word):
            out.append(Item("break", words[number - 1].end, word.start, ""))
        if number in hits:
            hit = hits[number]
            out.append(Item("unit", hit.start, hit.end, fold(phrase[hit.start : hit.end]), hit.payloads[0]))
            number = hit.last + 1
            continue
        if number in runs:
            run = runs[number]
            out.append(Item("name", run.start, run.end, fold(phrase[run.start : run.end]), None, run))
            while number < len(words) and words[number].start < run.end:
                number += 1
            continue
        out.append(Item(_small(phrase, words, number, small), word.start, word.end, word.form))
        number += 1
    return out


def _swallowed(
    phrase: str, words: list[Token], first: int, last: int, hits: dict[int, object], finder: PersonNames
) -> bool:
    """Whether a hit is but the first word of a name: "Marine Tondelier" is no navy."""
    if first != last or last + 1 >= len(words) or last + 1 in hits:
        return False
    unit = hits[first].payloads[0]  # type: ignore[attr-defined]
    following = words[last + 1]
    return (
        unit.kind == "body"
        and phrase[words[first].start].isupper()
        and phrase[following.start].isupper()
        and phrase[words[first].end : following.start] in (" ", "-")
        and last + 2 not in hits
    )


def _breaks(phrase: str, before: Token, after: Token) -> bool:
    gap = phrase[before.end : after.start]
    return any(mark in gap for mark in ",;:()–—[]\n") or " - " in gap


def _small(phrase: str, words: list[Token], number: int, small: Words) -> ItemKind:
    word = words[number]
    gap = phrase[words[number - 1].end : word.start] if number else ""
    if word.form == "s" and gap in ("'", "’"):
        return "poss"
    follows_name = number + 1 < len(words) and phrase[words[number + 1].start].isupper()
    if word.form in small.titles and (phrase[word.start].isupper() or follows_name):
        return "title"
    if word.form in small.and_:
        return "and"
    if word.form in small.relatives:
        return "rel"
    if word.form in small.prepositions:
        return "prep"
    if word.form in small.determiners:
        return "det"
    if word.form in small.former:
        return "former"
    if word.form in small.documents:
        return "doc"
    if word.form in small.organisations:
        return "org"
    return "word"
