"""Typed views of the tables that say who speaks: a language's ``speakers.toml``, and the two tables that all share."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import Any

from selon.languages.loader import HERE, LanguageError, load


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a pronoun agrees with: ``gender`` "m", "f", "n" or "" (any), ``number`` "s", "p" or "" (any)."""

    gender: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """One language's words for speakers. Every noun table maps the noun (lower case, singular) to its English."""

    pronouns: Mapping[str, tuple[str, Agreement]]  # form: ("third" | "latter" | "first" …, what it agrees with)
    possessives: Mapping[str, tuple[str, Agreement]]
    definite: frozenset[str]
    demonstrative: frozenset[str]
    indefinite: frozenset[str]
    masculine: frozenset[str]  # determiners by the gender and number of their noun
    feminine: frozenset[str]
    plural: frozenset[str]
    amalgams: frozenset[str]  # determiners that hold a preposition: "du"
    titles: Mapping[str, str]  # title: gender
    genders: Mapping[str, str]  # noun whose gender is the person's own
    of: frozenset[str]
    by: frozenset[str]
    meant_for: frozenset[str]  # before those for whom a document was made
    accessed: frozenset[str]  # before "by": who saw the document, not who made it
    joiners: frozenset[str]
    foreign: frozenset[str]  # another language's small words, which stand in names alone: « Bank of America »
    conjunctions: frozenset[str]
    called: frozenset[str]  # bodies (in English) whose names are words: « l'association Loire vivante »
    at_work: frozenset[str]  # between a person and where he works
    endings: tuple[str, ...]  # of nouns of persons that no table has
    offshoots: frozenset[str]  # the last word of a body called after another: "the Rovers Trust"
    selves: tuple[str, ...]  # what the pronouns end in that only stress: « le ministre lui-même »
    correlatives: frozenset[str]
    anonymity: frozenset[str]
    places: frozenset[str]
    relative: frozenset[str]
    calendar: frozenset[str]
    persons: Mapping[str, str]
    bodies: Mapping[str, str]
    documents: Mapping[str, str]
    groups: Mapping[str, str]
    modifiers: Mapping[str, str]
    domains: Mapping[str, str]
    trade: frozenset[str]  # what only a company has: shares, a turnover, plants
    sites: frozenset[str]  # of these, what a town has too: « l'usine de Gand »

    @property
    def determiners(self) -> frozenset[str]:
        return self.definite | self.demonstrative | self.indefinite


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which nouns (in English) can stand for which: ``persons["leader"]`` holds "president"; each holds itself.

    ``collective`` bodies are known well enough by their noun ("police"); ``broad`` nouns can be said of any body.
    """

    persons: Mapping[str, frozenset[str]]
    bodies: Mapping[str, frozenset[str]]
    collective: frozenset[str]
    divided: frozenset[str]  # bodies of which a country has several, each for its field
    one_each: frozenset[str]  # of which each country, town or party has one
    broad: frozenset[str]
    trading: frozenset[str]  # of these, those that a business is called by
    labour: frozenset[str]  # in the names of trade unions, which are no business
    trades: frozenset[str]  # bodies' nouns for who has just been named: "the bank"
    owned: frozenset[str]
    places: frozenset[str]
    offices: frozenset[str]
    counsel: frozenset[str]  # who speak for somebody at law
    advocates: frozenset[str]  # titles of counsel: « Me Vidal »
    tried: frozenset[str]
    trying: frozenset[str]  # who bring and judge cases, and have no counsel
    societies: frozenset[str]  # what people form: a country's name before one is part of its own
    peoples: frozenset[str]  # and what else is called after the people whose it is: "Children's Hospital"
    press: frozenset[str]  # by its names ("Herald", "Times") known whatever is said of it: "the industry publication"
    suffixes: frozenset[str]  # of companies' names
    seats: frozenset[str]  # words in the names of those who govern, who are no club or company
    official: frozenset[str]  # broad nouns that those who govern may be called by
    designators: frozenset[str]  # the last words of companies' names
    issued: frozenset[str]  # documents whose maker's name may stand before them: "a Courier report"
    either: frozenset[str]  # persons' nouns that a company may be called by as well
    others: frozenset[str]  # who is never the one whose they are: « son homologue »


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case without accents, apostrophes straight: how names are compared."""
    plain = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _agreements(table: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, Agreement]]:
    out: dict[str, tuple[str, Agreement]] = {}
    for role, forms in table.items():
        for form, code in forms.items():
            gender = next((c for c in code if c in "mfn"), "")
            number = next((c for c in code if c in "sp"), "")
            out[form] = (role, Agreement(gender, number))
    return out


def _read(name: str) -> dict[str, Any]:
    path = HERE / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"{path}: {error}") from None


@cache
def speaker_words(code: str) -> SpeakerWords:
    """The words of the language ``code``; raises LanguageError where the table lacks a part."""
    table = load(code).table("speakers")
    try:
        links = table["links"]
        titles = {
            t: g for key, g in (("masculine", "m"), ("feminine", "f"), ("either", "")) for t in table["titles"][key]
        }
        return SpeakerWords(
            pronouns=_agreements(table["pronouns"]),
            possessives=_agreements(table["possessives"]),
            definite=frozenset(table["determiners"]["definite"]),
            demonstrative=frozenset(table["determiners"]["demonstrative"]),
            indefinite=frozenset(table["determiners"]["indefinite"]),
            masculine=frozenset(table["determiners"]["masculine"]),
            feminine=frozenset(table["determiners"]["feminine"]),
            plural=frozenset(table["determiners"]["plural"]),
            amalgams=frozenset(table["determiners"]["amalgams"]),
            titles=titles,
            genders={noun: g for g, nouns in table.get("genders", {}).items() for noun in nouns},
            of=frozenset(links["of"]),
            by=frozenset(links["by"]),
            meant_for=frozenset(links["meant_for"]),
            accessed=frozenset(links["accessed"]),
            joiners=frozenset(links["joiners"]),
            foreign=frozenset(links["foreign"]),
            conjunctions=frozenset(links["and"]),
            called=frozenset(links["called"]),
            at_work=frozenset(links["at_work"]),
            endings=tuple(links["endings"]),
            offshoots=frozenset(links["offshoots"]),
            selves=tuple(links["selves"]),
            correlatives=frozenset(links["correlatives"]),
            anonymity=frozenset(links["anonymity"]),
            places=frozenset(links["places"]),
            relative=frozenset(links["relative"]),
            calendar=frozenset(table.get("calendar", {}).get("names", ())),
            persons=table["persons"],
            bodies=table["bodies"],
            documents=table["documents"],
            groups=table["groups"],
            modifiers=table["modifiers"],
            domains=table["domains"],
            trade=frozenset(table["companies"]["own"] + table["companies"]["sites"]),
            sites=frozenset(table["companies"]["sites"]),
        )
    except KeyError as error:
        raise LanguageError(f"{load(code).folder / 'speakers.toml'}: the part {error} is missing") from None


@cache
def kinds() -> Kinds:
    """The table of nouns that can stand for others (the same in every language)."""
    table = _read("speaker_kinds")

    def closed(part: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
        return {noun: frozenset({noun, *(k.lower() for k in others)}) for noun, others in part.items()}

    others = {field.name for field in fields(Kinds)} - {"persons", "bodies"}
    sets: dict[str, Any] = {name: frozenset(table[name]) for name in others}
    return Kinds(persons=closed(table["persons"]), bodies=closed(table["bodies"]), **sets)


@cache
def given_names() -> Mapping[str, str]:
    """Given names, folded, to the gender that they are mostly given to: "m", "f" or "" (either)."""
    table = _read("given_names")
    genders = (("male", "m"), ("female", "f"), ("either", ""))
    return {name: gender for key, gender in genders for name in table[key].split()}
