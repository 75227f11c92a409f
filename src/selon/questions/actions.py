"""What is done: the classes of actions that a passage names, by the tables of ``languages/*/actions.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from selon.languages import load
from selon.questions.words import (
    INFINITIVES,
    PhraseTable,
    Token,
    all_forms,
    cues,
    forms_apart,
    is_common,
    plain,
    singular,
)

NONE = "none"
MARKS = frozenset('.!?:«“"…—')
DEED = ("tion", "sion")  # of nouns that name what a verb tells, in both languages
MADE = ("ment", "ing", "age", "al")  # of such nouns too, and of things that were made: a "building", « un bâtiment »


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
    broad: frozenset[str]
    spoken: frozenset[str]
    decided: frozenset[str]
    directed: frozenset[str]
    people: frozenset[str]
    locative: frozenset[str]
    states: frozenset[str]
    attitudes: frozenset[str]
    named_by: frozenset[str]
    measures: frozenset[str]
    foretold: frozenset[str]
    terms: frozenset[str]
    judged: frozenset[str]
    spread: frozenset[str]
    whether: frozenset[str]
    shared_out: frozenset[str]
    lasting: frozenset[str]
    momentary: frozenset[str]
    imperial: frozenset[str]
    living: frozenset[str]
    goods: frozenset[str]
    parties: frozenset[str]
    bodies: frozenset[str]
    causal: frozenset[str]
    accusing: frozenset[str]
    homographs: Mapping[str, frozenset[str]]
    near: frozenset[frozenset[str]]


@cache
def classes() -> Classes:
    """``classes.toml``, read once."""
    table = tomllib.loads(Path(__file__).with_name("classes.toml").read_text(encoding="utf-8"))
    return Classes(
        frozenset(table["episodic"]),
        frozenset(table["weak"]),
        frozenset(table["broad"]),
        frozenset(table["spoken"]),
        frozenset(table["decided"]),
        frozenset(table["directed"]),
        frozenset(table["people"]),
        frozenset(table["locative"]),
        frozenset(table["states"]),
        frozenset(table["attitudes"]),
        frozenset(table["named_by"]),
        frozenset(table["measures"]),
        frozenset(table["foretold"]),
        frozenset(table["terms"]),
        frozenset(table["judged"]),
        frozenset(table["spread"]),
        frozenset(table["whether"]),
        frozenset(table["shared_out"]),
        frozenset(table["lasting"]),
        frozenset(table["momentary"]),
        frozenset(table["imperial"]),
        frozenset(table["living"]),
        frozenset(table["goods"]),
        frozenset(table["parties"]),
        frozenset(table["bodies"]),
        frozenset(table["causal"]),
        frozenset(table["accusing"]),
        {name: frozenset(company) for name, company in table["homographs"].items()},
        frozenset(frozenset(pair) | frozenset(other) for group in table["near"] for pair, other in _pairs(group)),
    )


def _pairs(group: Sequence[str]) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [(frozenset({a}), frozenset({b})) for i, a in enumerate(group) for b in group[i + 1 :]]


@cache
def _tables(language: str) -> tuple[PhraseTable, PhraseTable]:
    rows = load(language).table("actions")

    def entries(*wanted: str) -> list[tuple[str, tuple[str, str]]]:
        return [
            (form, (name, f))
            for name, forms in rows.items()
            for f in wanted
            for word in forms.get(f, ())
            for form in (word, *(forms_apart(word, language) if f == "verbs" else ()))
        ]

    return PhraseTable(entries("people"), language, exact=True), PhraseTable(
        entries("phrases", "verbs", "nouns"), language
    )


@cache
def _units(language: str) -> PhraseTable:
    rows = load(language).table("actions")
    return PhraseTable(
        ((word, (name, "people")) for name, forms in rows.items() for word in forms.get("units", ())),
        language,
        exact=True,
    )


def unit_action(unit: Sequence[Token], language: str) -> Action | None:
    """The action that a counted noun tells, and tells only where it is counted ("57 lives")."""
    for index in range(len(unit)):
        for length, (name, form) in _units(language).at(unit, index):
            return Action(name, index, length, form)
    return None


@cache
def action_word(name: str, language: str) -> str:
    """A class of actions in a word or two of the language: as questions ask for it, else its first noun or verb.

    The class's own name where the language's tables don't have it.
    """
    asked = load(language).table("asked")["told"].get(name)
    if asked:
        return str(asked[1]).format(e="", es="")
    forms = load(language).table("actions").get(name, {})
    return next((str(forms[form][0]) for form in ("nouns", "verbs", "phrases") if forms.get(form)), name)


@cache
def _exact(language: str) -> tuple[dict[str, frozenset[str]], frozenset[tuple[str, str]]]:
    """The classes of each noun as written (without its plural), and verbs' bare forms with their class."""
    nouns: dict[str, set[str]] = {}
    bare: set[tuple[str, str]] = set()
    for name, forms in load(language).table("actions").items():
        for word in forms.get("nouns", ()):
            nouns.setdefault(singular(word), set()).add(name)
        bare |= {(word, name) for word in forms.get("verbs", ())}
    return {word: frozenset(names) for word, names in nouns.items()}, frozenset(bare)


@cache
def _written(language: str) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Of each class the words as they are written, without a plural's mark, and how its verbs begin."""
    out: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {}
    for name, forms in load(language).table("actions").items():
        verbs = [plain(verb) for verb in forms.get("verbs", ())]
        made = {form for verb in forms.get("verbs", ()) for form in (verb, *all_forms(verb, language))}
        roots = tuple(verb[:-2] if language in INFINITIVES else verb.removesuffix("e") for verb in verbs)
        out[name] = frozenset(singular(word) for word in (*made, *forms.get("nouns", ()))), roots
    return out


def _is_kin(word: str, name: str, language: str) -> bool:
    """Whether a word that shares its stem with a class's verb or noun is a form of it, or names the deed.

    "Authorities" accept nothing, though "authorise" has their stem; « un rapport » n'a rien rapporté.
    """
    one = singular(word)
    written, roots = _written(language)[name]
    if one in written or (one[-1:] == "e" and one[:-1] in written) or re.sub("ie$", "y", one) in written:
        return True  # "sold", "licenciées", "losses", "subsidies"
    return one.startswith(roots) and (one.endswith(DEED) or (one.endswith(MADE) and not is_common(word)))


def _form(words: Sequence[Token], index: int, name: str, form: str, language: str) -> str | None:
    """Verb or noun: "rescue teams" names no deed as "to rescue them" does; None where the class has no such noun.

    A word that is written like a noun of some class is that noun, but after an auxiliary or "to".
    """
    if form in ("verbs", "nouns") and not _is_kin(words[index].word, name, language):
        return None
    if form != "verbs":
        return form
    nouns, bare = _exact(language)
    lists = cues(language).lists
    before = words[index - 1].word if index else ""
    word = words[index].word
    if before in lists["words.before_verb"]:
        return form
    named = nouns.get(singular(word))
    if named:
        return "nouns" if name in named else None
    if before in lists["words.determiners"] and (word, name) in bare:
        return None
    return form


def _names(words: Sequence[Token], index: int) -> bool:
    """Whether a noun is part of a name ("the International Monetary Fund")."""
    return words[index].upper and index > 0 and words[index - 1].word not in MARKS


def find_actions(words: Sequence[Token], language: str) -> list[Action]:
    """The actions that ``words`` name, in order; a word of several classes gives each of them."""
    people, table = _tables(language)
    out: list[Action] = []
    index = 0
    while index < len(words):
        found = people.at(words, index) + table.at(words, index)
        longest = max((length for length, _ in found), default=1)
        seen = {NONE} if any(value[0] == NONE and length == longest for length, value in found) else set()
        for length, (name, listed) in found:
            if length == longest and name not in seen and NONE not in seen:
                form = _form(words, index, name, listed, language) if length == 1 else listed
                if form is not None and not (form == "nouns" and _names(words, index)):
                    seen.add(name)
                    out.append(Action(name, index, length, form))
        index += longest
    return out


def near(one: str, other: str) -> bool:
    """Whether two classes may answer one question ("sent to Russia", "present in Russia")."""
    return frozenset({one, other}) in classes().near
