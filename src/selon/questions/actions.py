"""What is done: the classes of actions that a passage names, by the tables of ``languages/*/actions.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from selon.languages import load
from selon.questions.words import PhraseTable, Token, cues

NONE = "none"


class Action(NamedTuple):
    """A class of actions found at word ``at``; ``form`` tells whether a verb, a noun, a noun for people or a phrase."""

    name: str
    at: int
    length: int
    form: str


class Classes(NamedTuple):
    """What classes imply, whatever the language."""

    episodic: frozenset[str]
    weak: frozenset[str]
    decided: frozenset[str]
    directed: frozenset[str]
    people: frozenset[str]
    locative: frozenset[str]
    near: frozenset[frozenset[str]]


@cache
def classes() -> Classes:
    """``classes.toml``, read once."""
    table = tomllib.loads(Path(__file__).with_name("classes.toml").read_text(encoding="utf-8"))
    return Classes(
        frozenset(table["episodic"]),
        frozenset(table["weak"]),
        frozenset(table["decided"]),
        frozenset(table["directed"]),
        frozenset(table["people"]),
        frozenset(table["locative"]),
        frozenset(frozenset(pair) | frozenset(other) for group in table["near"] for pair, other in _pairs(group)),
    )


def _pairs(group: Sequence[str]) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [(frozenset({a}), frozenset({b})) for i, a in enumerate(group) for b in group[i + 1 :]]


@cache
def _tables(language: str) -> tuple[PhraseTable, PhraseTable]:
    rows = load(language).table("actions")

    def entries(*wanted: str) -> list[tuple[str, tuple[str, str]]]:
        return [(word, (name, f)) for name, forms in rows.items() for f in wanted for word in forms.get(f, ())]

    return PhraseTable(entries("people"), language, exact=True), PhraseTable(
        entries("phrases", "verbs", "nouns"), language
    )


@cache
def _bare_nouns(language: str) -> frozenset[tuple[str, str]]:
    """Nouns that look like their verb ("rescue", "strike"), with their class."""
    return frozenset(
        (word, name) for name, forms in load(language).table("actions").items() for word in forms.get("nouns", ())
    )


def _form(words: Sequence[Token], index: int, name: str, form: str, language: str) -> str:
    """ "rescue teams" names no deed as "to rescue them" does: a bare form is a noun but after an auxiliary or "to"."""
    if form != "verbs" or (words[index].word, name) not in _bare_nouns(language):
        return form
    before = words[index - 1].word if index else ""
    return form if before in cues(language).lists["words.before_verb"] else "nouns"


def find_actions(words: Sequence[Token], language: str) -> list[Action]:
    """The actions that ``words`` name, in order; a word of several classes gives each of them."""
    people, table = _tables(language)
    out: list[Action] = []
    index = 0
    while index < len(words):
        found = people.at(words, index) + table.at(words, index)
        longest = max((length for length, _ in found), default=1)
        seen = {NONE} if any(value[0] == NONE and length == longest for length, value in found) else set()
        for length, (name, form) in found:
            if length == longest and name not in seen and NONE not in seen:
                seen.add(name)
                out.append(Action(name, index, length, _form(words, index, name, form, language)))
        index += longest
    return out


def near(one: str, other: str) -> bool:
    """Whether two classes may answer one question ("sent to Russia", "present in Russia")."""
    return frozenset({one, other}) in classes().near
