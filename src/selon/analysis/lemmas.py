"""Lemmas by the tables of spaCy's packages: the same as its rule lemmatizers give, with the index in sets.

spaCy keeps the index of known lemmas in lists and walks them for every new word: a fifth of the time of reading French.
A lemma here depends on a word's text, its part of speech (UD, upper case) and its features.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

_PARTS = ("noun", "verb", "adj", "adp", "adv", "aux", "cconj", "det", "pron", "punct", "sconj", "propn")


class LemmaTables:
    """The tables of one package: known lemmas, exceptions and rules by part of speech (lower case); forms by hash."""

    def __init__(self, path: Path) -> None:
        """``path`` is a lemmatizer's ``lookups.bin``."""
        import srsly
        from spacy.strings import get_string_id

        raw: dict[str, Any] = srsly.msgpack_loads(path.read_bytes())
        named = {part: get_string_id(part) for part in _PARTS}

        def by_part(table: str) -> dict[str, Any]:
            return {part: raw[table][key] for part, key in named.items() if key in raw.get(table, {})}

        self.index = {part: frozenset(words) for part, words in by_part("lemma_index").items()}
        self.exceptions: dict[str, Mapping[str, Sequence[str]]] = by_part("lemma_exc")
        self.rules: dict[str, Sequence[tuple[str, str]]] = by_part("lemma_rules")
        self._forms: Mapping[int, Sequence[str]] = raw.get("lemma_lookup", {})
        self._key = get_string_id

    def form(self, word: str) -> str:
        """The lemma of a form whatever its part of speech, else the form itself."""
        found = self._forms.get(self._key(word))
        return found[0] if found else word

    def by_rules(self, word: str, part: str) -> tuple[list[str], list[str]]:
        """What the rules make of a lower-case word: lemmas that are known or no words at all, and unknown ones."""
        index = self.index.get(part, frozenset())
        known: list[str] = []
        unknown: list[str] = []
        for old, new in self.rules.get(part, ()):
            if word.endswith(old) and (lemma := word[: len(word) - len(old)] + new):
                (known if lemma in index or not lemma.isalpha() else unknown).append(lemma)
        return known, unknown


def french_lemma(tables: LemmaTables, text: str, pos: str, feats: Mapping[str, str]) -> str:
    """As spaCy's FrenchLemmatizer: known lemma, exception, rule, then the table of forms."""
    part, word = pos.lower(), text.lower()
    if part not in _PARTS or part == "propn":
        return word if part in ("", "eol", "space") else tables.form(text)
    if word in tables.index.get(part, ()):
        return word
    if found := tables.exceptions.get(part, {}).get(word):
        return found[0]
    known, unknown = tables.by_rules(word, part)
    return known[0] if known else unknown[0] if unknown else tables.form(word)


def english_lemma(tables: LemmaTables, text: str, pos: str, feats: Mapping[str, str]) -> str:
    """As spaCy's EnglishLemmatizer: base forms by their features, exceptions, rules (known lemmas first)."""
    part, word = pos.lower(), text.lower()
    if part in ("", "eol", "space") or _is_base(part, feats):
        return word
    if not any(table.get(part) for table in (tables.index, tables.exceptions, tables.rules)):
        return text if part == "propn" else word
    known, unknown = tables.by_rules(word, part)
    index = tables.index.get(part, frozenset())
    # The last known lemma goes first, before what is no word; an exception before both, the last one first of all.
    forms = [*dict.fromkeys([*(f for f in reversed(known) if f in index), *(f for f in known if f not in index)])]
    for form in tables.exceptions.get(part, {}).get(word, ()):
        if form not in forms:
            forms.insert(0, form)
    return forms[0] if forms else unknown[0] if unknown else text


def _is_base(part: str, feats: Mapping[str, str]) -> bool:
    return (
        (part == "noun" and feats.get("Number") == "Sing")
        or (
            part == "verb"
            and feats.get("VerbForm") == "Fin"
            and feats.get("Tense") == "Pres"
            and feats.get("Number") is None
        )
        or feats.get("VerbForm") in ("Inf", "None")
        or feats.get("Degree") == "Pos"
    )


LEMMA_OF: dict[str, Callable[[LemmaTables, str, str, Mapping[str, str]], str]] = {
    "fr": french_lemma,
    "en": english_lemma,
}
