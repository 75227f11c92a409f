"""Reads a source's noun phrase as a row of items: units of the registry, runs of capitals, small words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

from selon.analysis.registry.fold import Token, fold, tokens
from selon.analysis.registry.lexicon import Hit
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


def items_of(registry: Registry, phrase: str, language: str, country: str | None = None) -> list[Item]:
    """The items of ``phrase`` in order; "break" stands for a comma, dash or bracket between two words."""
    words = tokens(phrase)
    small = words_of(language if language in ("en", "fr") else "en")
    hits = {hit.first: hit for hit in registry.units(phrase, language, words)}
    finder = PersonNames(language if language in ("en", "fr") else "en")
    hits = {first: hit for first, hit in hits.items() if not _swallowed(phrase, words, hit.first, hit.last, hits)}
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
            out.append(
                Item("unit", hit.start, hit.end, fold(phrase[hit.start : hit.end]), _meant(registry, hit, country))
            )
            number = hit.last + 1
            continue
        if number in runs:
            run = runs[number]
            out.append(_named(phrase, words, number, run, small, out))
            if phrase[run.end : run.end + 2] in ("' ", "’ "):
                out.append(Item("poss", run.end, run.end + 1, "s"))
            while number < len(words) and words[number].start < run.end:
                number += 1
            continue
        out.append(Item(_small(phrase, words, number, small), word.start, word.end, word.form))
        number += 1
    return _merged(phrase, out) if language != "fr" else out


def unfolded(registry: Registry, phrase: str) -> str:
    """A French phrase with a country's adjective moved behind the office that it parts.

    "le ministère russe de la Défense" becomes "le ministère de la Défense russe".
    """
    for hit in registry.units(phrase, "fr", tokens(phrase)):
        if hit.payloads[0].kind != "demonym" or not hit.start:
            continue
        cut = phrase[: hit.start] + phrase[hit.end :].lstrip()
        for other in registry.units(cut, "fr", tokens(cut)):
            if other.start < hit.start < other.end and other.payloads[0].kind in ("body", "role"):
                return f"{cut[: other.end]} {phrase[hit.start : hit.end]}{cut[other.end :]}"
    return phrase


def _meant(registry: Registry, hit: Hit[Unit], country: str | None) -> Unit:
    """Which of several meanings: the passage's country first; a plural office is a group ("les dirigeants")."""
    for unit in hit.payloads:
        if country and unit.kind == "actor" and registry.actors[unit.key].country == country:
            return unit
    first = hit.payloads[0]
    if first.kind == "role" and first.plural:
        return next((unit for unit in hit.payloads if unit.kind == "group"), first)
    return first


def _named(phrase: str, words: list[Token], number: int, run: NameRun, small: Words, before: list[Item]) -> Item:
    """The item for a run of capitals: no name where it is a phrase's first word ("Estimates by …") or indefinite."""
    form = fold(phrase[run.start : run.end])
    alone = number + 1 >= len(words) or words[number].end < run.end
    kind: ItemKind = "name"
    if form in small.organisations:
        kind = "org"
    elif form in small.documents:
        kind = "doc"
    elif before and before[-1].kind == "det" and before[-1].form in ("a", "an", "une", "un"):
        kind = "word"
    elif not before and not alone:
        gap = phrase[run.end : words[number + 1].start]
        if gap == " " and phrase[words[number + 1].start].islower() and words[number + 1].form not in small.and_:
            kind = "word"
    return Item(kind, run.start, run.end, form, None, run if kind == "name" else None)


def _merged(phrase: str, items: list[Item]) -> list[Item]:
    """English bodies named by more than the registry knows: "Hampshire Police", "University of Montreal"."""
    out: list[Item] = []
    for item in items:
        before = out[-1] if out else None
        if before is not None and before.run is not None and phrase[before.end : item.start] == " ":
            capital = phrase[item.start].isupper()
            if item.unit is not None and item.unit.kind in ("body", "group") and capital:
                out[-1] = _joined(phrase, before, item)
                continue
        linked = len(out) > 1 and out[-1].form in ("of", "for") and out[-2].run is not None and out[-2].run.body
        if linked and phrase[item.start].isupper():
            out.pop()
            out[-1] = _joined(phrase, out[-1], item)
            continue
        out.append(item)
    return out


def _joined(phrase: str, first: Item, last: Item) -> Item:
    run = NameRun(first.start, last.end, person=False, words=2, body=True)
    return Item("name", first.start, last.end, fold(phrase[first.start : last.end]), None, run)


def _swallowed(phrase: str, words: list[Token], first: int, last: int, hits: Mapping[int, Hit[Unit]]) -> bool:
    """Whether a hit is but the first word of a name: "Marine Tondelier" is no navy."""
    if first != last or last + 1 >= len(words) or last + 1 in hits:
        return False
    unit = hits[first].payloads[0]
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
