"""What the lexicon knows of possible cues: the entries of a language, and where keys of several words stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from selon.analysis.attribution.syntax import Syntax
from selon.languages import load
from selon.languages.grammar import grammar
from selon.languages.loader import LanguageError


@dataclass(slots=True)
class Cue:
    """A possible cue: tokens ``first`` to ``last``, its head, the lexicon key and entry (empty where it has none).

    ``kind``: "verb" (finite), "participle", "infinitive", "noun", "preposition" or "colon".
    ``pronoun``: the index of who says it inside the cue, an inverted pronoun or a possessive (« à ses yeux »), or -1.
    """

    kind: str
    head: int
    first: int
    last: int
    lemma: str
    entry: Mapping[str, Any] = field(default_factory=dict)
    negated: bool = False
    passive: bool = False
    reflexive: bool = False
    pronoun: int = -1
    governed: bool = False
    table: str = "verbs"
    joint: int = -1  # the other verb of « n'a ni confirmé ni démenti », "declined to confirm or deny"
    state: bool = False  # what the source is, not does: « être favorable »; the head is the last word

    @property
    def takes(self) -> frozenset[str]:
        return frozenset(self.entry.get("takes", ()))


@cache
def lexicon(code: str) -> dict[str, dict[str, Mapping[str, Any]]]:
    """The cue tables of a language: verbs, nouns, prepositions … → key → entry."""
    try:
        table = load(code).table("cues")
    except LanguageError:
        table = {}
    names = ("verbs", "nouns", "prepositions", "adverbs", "echo")
    return {name: {key: _asked_often(entry) for key, entry in table.get(name, {}).items()} for name in names}


def _asked_often(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """The entry with what it takes as the set that ``Cue.takes`` gives: made here, not each time that it is asked."""
    return {**entry, "takes": frozenset(entry["takes"])} if "takes" in entry else entry


@cache
def expressions(code: str, table: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Keys of several words by their first content word: (the words after it, the key), longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key in lexicon(code)[table]:
        words = key.replace("'", "' ").split()
        while len(words) > 1 and words[0] in ("se", "s'", "en", "y", "be", "être"):
            words = words[1:]
        if len(words) > 1:
            out.setdefault(words[0], []).append((tuple(words[1:]), key))
    for entries in out.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return out


@cache
def states(code: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """By copula, (the words after it, the key) of the keys that say what one is: « être favorable », "be against"."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {copula: [] for copula in grammar(code).determiner_copulas}
    for key in lexicon(code)["verbs"]:
        copula, *words = key.replace("'", "' ").split()
        if copula in out and words:
            out[copula].append((tuple(words), key))
    return {copula: sorted(found, key=lambda state: -len(state[0])) for copula, found in out.items()}


@cache
def prepositions_by_word(code: str) -> dict[str, list[tuple[list[str], str]]]:
    """By their first word, (all their words, the key)."""
    out: dict[str, list[tuple[list[str], str]]] = {}
    for key, entry in lexicon(code)["prepositions"].items():
        # "par", "in", "on" are cues too seldom; « selon les informations de X » is « selon » before a document of X's.
        if (entry.get("strength") == "low" and key not in ("pour", "as")) or key.startswith(("selon ", "suivant ")):
            continue
        words = key.replace("'", "' ").split()
        out.setdefault(words[0], []).append((words, key))
    return out


def expression_end(sx: Syntax, i: int, lemma: str, limit: int) -> int:
    """Where the expression of the verb ``lemma`` at token i ends (« pointer du doigt »); 0 where there is none."""
    tails = expressions(sx.document.language.code, "verbs").get(lemma, ())
    return next((end for tail, _ in tails if (end := match_tail(sx, i + 1, tail, limit))), 0)


def match_tail(sx: Syntax, at: int, tail: tuple[str, ...], limit: int) -> int:
    """The end of ``tail`` (lemmas or words) from token ``at`` on, adverbs, clitics and negation passed over; 0: no."""
    tokens = sx.tokens
    k = at
    for word in tail:
        skipped = 0
        while k < limit and not (tokens[k].lemma == word or tokens[k].lower == word):
            t = tokens[k]
            if skipped >= 3 or not (
                t.pos in ("ADV", "ADJ") or t.lower in sx.grammar.negations or t.lower.startswith("-")
            ):
                return 0
            skipped += 1
            k += 1
        if k >= limit:
            return 0
        k += 1
    return k
