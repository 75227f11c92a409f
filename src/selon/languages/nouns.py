"""Counted nouns in words: their plural, their gender, and "de" before them, by the tables of each language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selon.languages.loader import LanguageError, load


def counted(unit: str, language: str | None) -> str:
    """The counted noun in the plural, by the language's table: "missile balistique" → "missiles balistiques".

    A noun phrase turns plural up to its first preposition (French) or in its last word before one (English). Without
    a table, or where the unit has no letters, it stays as it is.
    """
    try:
        table = load(language or "").table("plurals")
    except LanguageError:
        return unit
    words = unit.split(" ")
    stops, each = table["stops"], bool(table["each_word"])
    # "d’artillerie": an elided preposition counts as one.
    head = next(
        (i for i, word in enumerate(words) if i and re.split("(?<=['’])", word.lower())[0] in stops), len(words)
    )
    first = 0 if each else head - 1
    return " ".join(_plural(word, table) if first <= i < head else word for i, word in enumerate(words))


def _plural(word: str, table: dict[str, object]) -> str:
    irregular, endings = table["irregular"], table["endings"]
    assert isinstance(irregular, dict) and isinstance(endings, list)
    if word.lower() in irregular:
        return str(irregular[word.lower()])
    if not word[-1:].isalpha() or (len(word) > 1 and word.isupper()):  # "250 m²", "francs CFA"
        return word
    return next((word[: len(word) - len(old)] + new for old, new in endings if word.endswith(old)), word + "s")


def is_feminine(noun: str, language: str) -> bool:
    """Whether a noun in the singular or plural is feminine, by list and ending; False where genders are not told."""
    table = load(language).table("asked").get("feminine")
    if not table or not noun:
        return False
    head = noun.split()[0].lower()
    forms = {head, head.removesuffix("s"), head.removesuffix("x")}
    if forms & set(table["masculine"]):
        return False
    return bool(forms & set(table["nouns"])) or head.removesuffix("s").endswith(tuple(table["endings"]))


def feminine(adjective: str, language: str) -> str:
    """The feminine singular of a masculine adjective by the language's endings ("congolais" → "congolaise")."""
    endings: Sequence[Sequence[str]] = load(language).table("asked")["feminine"]["adjectives"]
    return next((adjective[: len(adjective) - len(old)] + new for old, new in endings if adjective.endswith(old)), "")


def of(noun: str, language: str) -> str:
    """ "de" with the noun, elided before a vowel or a silent h: "de soldats", "d’enfants", "d’hommes", "de hérons".

    Empty for a language that has no such preposition in its table.
    """
    table = load(language).table("asked").get("of")
    if not table:
        return ""
    start = noun.lower()
    elided = start.startswith(tuple(table["elides"])) and not start.startswith(tuple(table["keeps"]))
    return str(table["elided" if elided else "whole"]) + noun
