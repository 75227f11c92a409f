"""The cue lexicon of a language: ``cues.toml`` read into typed entries, validated once.

A cue brings in reported speech or thought: a verb ("affirmer"), an expression ("faire état"), a noun ("annonce"), a
preposition ("selon"), an adverb ("reportedly"), an echo ("même son de cloche"). An entry says what the cue takes as its
content and what it says of it (stance, certainty); the head of ``fr/cues.toml`` explains the fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from selon.languages.loader import LanguageError, load
from selon.model import CERTAINTIES, STANCES

SECTIONS = ("verbs", "nouns", "prepositions", "adverbs", "echo", "refusal")
STRENGTHS = ("high", "mid", "low")
COMPLEMENTS = frozenset(
    (
        "clause",
        "whether",
        "infinitive",
        "gerund",
        "noun",
        "quote",
        "small",
        "person+infinitive",
        "person+clause",
        "person+whether",
        "person+noun",
        "person+for",
        "progressive",
        "saying",
    )
)
FIELDS = frozenset(
    ("takes", "stance", "strength", "certainty", "negated", "negated_certainty", "reflexive", "agent", "when", "note")
)


@dataclass(frozen=True, slots=True)
class Sense:
    """What a cue says of its content: a stance and, where the cue itself settles it, a certainty."""

    stance: str
    certainty: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry. ``words`` are its lemmas in order; ``section`` is the table it stands in (``SECTIONS``).

    ``takes`` holds names of ``COMPLEMENTS`` and prepositions; ``when`` the senses that differ by complement ("soutenir
    que P" asserts, "soutenir X" approves); ``under_negation`` the sense of the negated cue, None where unchanged.
    """

    key: str
    section: str
    words: tuple[str, ...]
    takes: frozenset[str]
    sense: Sense
    strength: str = "high"
    under_negation: Sense | None = None
    reflexive: bool = False
    agent: tuple[str, ...] = ()
    when: Mapping[str, Sense] = field(default_factory=dict, hash=False)

    @property
    def stance(self) -> str:
        return self.sense.stance

    @property
    def certainty(self) -> str | None:
        return self.sense.certainty

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions that may stand before the content."""
        return self.takes - COMPLEMENTS

    def sense_with(self, complement: str) -> Sense:
        """The sense of the cue with the complement named."""
        return self.when.get(complement, self.sense)


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """All cues of a language.

    ``verbs`` are the single verbs by lemma, ``reflexives`` the reflexive ones by theirs ("plaindre": "se plaindre").
    ``expressions`` are the verbal cues of several words by the first of them, the longest first ("se dire prêt" under
    "dire"); so ``noun_expressions``, ``prepositions``, ``adverbs``, ``echoes`` and ``refusals``, single words included.
    ``happenings`` are nouns of what befalls and nobody intends ("death"), ``falsehoods``
    words that call something untrue ("fake").
    """

    language: str
    verbs: Mapping[str, Cue]
    reflexives: Mapping[str, Cue]
    expressions: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, Cue]
    noun_expressions: Mapping[str, tuple[Cue, ...]]
    prepositions: Mapping[str, tuple[Cue, ...]]
    adverbs: Mapping[str, tuple[Cue, ...]]
    echoes: Mapping[str, tuple[Cue, ...]]
    refusals: Mapping[str, tuple[Cue, ...]]
    possessives: frozenset[str]
    contractions: Mapping[str, str]
    happenings: frozenset[str]
    falsehoods: frozenset[str]

    def __iter__(self) -> Iterator[Cue]:
        yield from self.verbs.values()
        yield from self.reflexives.values()
        yield from self.nouns.values()
        for table in (
            self.expressions,
            self.noun_expressions,
            self.prepositions,
            self.adverbs,
            self.echoes,
            self.refusals,
        ):
            for entries in table.values():
                yield from entries

    def verb(self, lemma: str, reflexive: bool = False) -> Cue | None:
        """The entry of a verb; of the reflexive verb first where ``reflexive``."""
        return (self.reflexives.get(lemma) if reflexive else None) or self.verbs.get(lemma)

    def fits(self, word: str, form: str, lemma: str) -> bool:
        """Does a word of an entry fit a token? By form, lemma, plural, feminine or contraction, as a possessive."""
        return (
            word in (form, lemma)
            or self.contractions.get(form) == word
            or (len(word) > 3 and form in (word + "e", word + "s", word + "es"))
            or (word in self.possessives and form in self.possessives)
        )

    def match(self, cue: Cue, forms: Sequence[str], lemmas: Sequence[str], at: int) -> int:
        """Do the words of ``cue`` stand in a row from token ``at``? The index after the last one, or 0."""
        end = at + len(cue.words)
        if end > len(forms):
            return 0
        fit = all(map(self.fits, cue.words, forms[at:end], lemmas[at:end]))
        return end if fit else 0


def words_of(key: str) -> tuple[str, ...]:
    """The words of a key as the tokenisers cut them: "s'attarder sur" is s', attarder, sur."""
    return tuple(re.sub(r"(?<=\w)'(?=\w)", "' ", key).split())


@cache
def cues(language: str) -> CueLexicon:
    """The cue lexicon of ``language``; raises LanguageError where the table is missing or an entry is amiss."""
    table = load(language).table("cues")
    unknown = set(table) - {*SECTIONS, "words"}
    if unknown:
        raise LanguageError(f"{language}/cues.toml: unknown sections {sorted(unknown)}; known: {', '.join(SECTIONS)}")
    parts = {
        name: [_entry(language, name, key, value) for key, value in table.get(name, {}).items()] for name in SECTIONS
    }
    words = table.get("words", {})
    verbs = {cue.key: cue for cue in parts["verbs"] if len(cue.words) == 1}
    reflexives = {cue.words[1]: cue for cue in parts["verbs"] if cue.reflexive and len(cue.words) == 2}
    return CueLexicon(
        language,
        verbs,
        reflexives,
        _by_first(cue for cue in parts["verbs"] if len(cue.words) > 1 + cue.reflexive),
        {cue.key: cue for cue in parts["nouns"] if len(cue.words) == 1},
        _by_first(cue for cue in parts["nouns"] if len(cue.words) > 1),
        _by_first(iter(parts["prepositions"])),
        _by_first(iter(parts["adverbs"])),
        _by_first(iter(parts["echo"])),
        _by_first(iter(parts["refusal"])),
        frozenset(words.get("possessives", ())),
        dict(words.get("contractions", {})),
        frozenset(words.get("happenings", ())),
        frozenset(words.get("falsehoods", ())),
    )


def _by_first(entries: Iterator[Cue]) -> dict[str, tuple[Cue, ...]]:
    """By the first word that a reader of the text meets: "se dire prêt" stands under "dire"."""
    table: dict[str, list[Cue]] = {}
    for cue in entries:
        first = cue.words[1] if cue.reflexive and cue.words[0] in ("se", "s'") else cue.words[0]
        table.setdefault(first, []).append(cue)
    return {first: tuple(sorted(found, key=lambda cue: -len(cue.words))) for first, found in table.items()}


def _entry(language: str, section: str, key: str, value: Any) -> Cue:
    where = f"{language}/cues.toml, [{section}] {key!r}"
    if not isinstance(value, dict) or not value.get("stance"):
        raise LanguageError(f"{where}: an entry is a table with at least a stance")
    unknown = set(value) - FIELDS
    if unknown:
        raise LanguageError(f"{where}: unknown fields {sorted(unknown)}; known: {', '.join(sorted(FIELDS))}")
    strength = value.get("strength", "high")
    if strength not in STRENGTHS:
        raise LanguageError(f"{where}: strength is {strength!r}; it is one of {', '.join(STRENGTHS)}")
    sense = _sense(where, value["stance"], value.get("certainty"))
    negated = value.get("negated")
    if negated is None and "negated_certainty" in value:
        raise LanguageError(f"{where}: negated_certainty without negated")
    takes = frozenset(value.get("takes", ()))
    when = {name: _sense(where, **other) for name, other in value.get("when", {}).items()}
    if not set(when) <= takes:
        raise LanguageError(f"{where}: 'when' names complements that 'takes' lacks: {sorted(set(when) - takes)}")
    return Cue(
        key,
        section,
        words_of(key),
        takes,
        sense,
        strength,
        _sense(where, negated, value.get("negated_certainty")) if negated else None,
        bool(value.get("reflexive")),
        tuple(value.get("agent", ())),
        when,
    )


def _sense(where: str, stance: str, certainty: str | None = None) -> Sense:
    if stance not in STANCES:
        raise LanguageError(f"{where}: stance is {stance!r}; it is one of {', '.join(STANCES)}")
    if certainty is not None and certainty not in CERTAINTIES:
        raise LanguageError(f"{where}: certainty is {certainty!r}; it is one of {', '.join(CERTAINTIES)}")
    return Sense(stance, certainty)
