"""Words as the comparators see them: tokens with offsets, stems, and concepts that two languages share.

No parser is needed here: a token folds to its Snowball stem, a stem to a concept of ``lexicon.tsv`` where it has one,
and an unknown stem to its first letters, so that cognates meet (``magnitude``, ``quarantine``/``quarantaine``).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import snowballstemmer

from selon.languages import load, supported
from selon.languages.numbers import numbers
from selon.languages.verbforms import CONJUGATIONS

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|[%€$£]|[,;:.!?«»“”\"()–—]")
COGNATE = 6
ALGORITHMS = {"fr": "french", "en": "english"}


class Token(NamedTuple):
    """A word, figure or mark of the text: ``word`` in lower case, ``stem`` folded; offsets into the article's text."""

    word: str
    stem: str
    start: int
    end: int
    upper: bool
    capitals: bool = False


@lru_cache(maxsize=200_000)
def plain(word: str) -> str:
    """A word in lower case without accents, its ligatures opened."""
    folded = unicodedata.normalize("NFKD", word.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in folded if not unicodedata.combining(c))


def language_of(code: str | None) -> str:
    """The language to read with: the article's own, or English where it is unknown or has no folder."""
    return code if code in supported() else "en"


@cache
def _stemmer(language: str) -> Any:
    return snowballstemmer.stemmer(ALGORITHMS.get(language, "english"))


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The folded stem of a lower-case word ("déployés", "déployer" → "deploi")."""
    root = plain(_stemmer(language).stemWord(word.replace("’", "'")))
    if language == "fr" and word.endswith("ent") and root.endswith("ent") and len(root) > 6:
        root = root[:-3]  # "s'entraînent": the stemmer leaves the third person plural of some verbs
    return root[:-1] + "i" if root.endswith("y") and len(root) > 3 else root


INFINITIVES = {"fr": ("er", "ir", "re")}


def all_forms(lemma: str, language: str) -> set[str]:
    """The forms of a verb; none for what is no infinitive."""
    if language not in CONJUGATIONS or not lemma.isalpha() or not lemma.endswith(INFINITIVES.get(language, "")):
        return set()
    return {form for form, _ in CONJUGATIONS[language](lemma) if form.isalpha()}


def forms_apart(lemma: str, language: str) -> list[str]:
    """The forms of a verb that its stem does not reach ("sold", "tiendra"); none for what is no infinitive."""
    if language not in CONJUGATIONS or not lemma.isalpha() or not lemma.endswith(INFINITIVES.get(language, "")):
        return []
    own = stem(lemma, language)
    made = {form for form, read in CONJUGATIONS[language](lemma) if read.person in ("", "3") and form.isalpha()}
    return sorted(form for form in made if len(form) > 3 and stem(form, language) != own)


def tokens(text: str, language: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, with offsets into ``text``."""
    stop = len(text) if end is None else end
    return [
        Token(word.lower(), stem(word.lower(), language), m.start(), m.end(), word[0].isupper(), word.isupper())
        for m in WORD.finditer(text, start, stop)
        if (word := m.group())
    ]


Phrase = tuple[str, ...]


@lru_cache(maxsize=100_000)
def singular(noun: str) -> str:
    """A noun without its plural's mark."""
    word = plain(noun)
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _singular_of(token: Token) -> str:
    return singular(token.word)


def _stem_of(token: Token) -> str:
    return token.stem


class PhraseTable:
    """Finds word sequences (single words too) in tokens, the longest first; each carries a value.

    They are matched by stem, or ``exact``ly but for number: "manifestants" are people, "ont manifesté" is what they do.
    """

    def __init__(self, entries: Iterable[tuple[str, Any]], language: str, exact: bool = False) -> None:
        self.key = _singular_of if exact else _stem_of
        self.written: set[tuple[str, Any]] = set()
        self.by_head: dict[str, list[tuple[Phrase, Any]]] = {}
        for phrase, value in entries:
            stems = tuple(self.key(t) for t in tokens(phrase.lower(), language))
            if not isinstance(value, tuple):
                self.written.add((phrase.lower().rstrip("sx"), value))
            if stems:
                self.by_head.setdefault(stems[0], []).append((stems, value))
        for found in self.by_head.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Sequence[Token], index: int) -> list[tuple[int, Any]]:
        """Length and value of each longest entry that starts at ``index`` (several where a word has several values)."""
        out: list[tuple[int, Any]] = []
        for stems, value in self.by_head.get(self.key(words[index]), ()):
            n = len(stems)
            if out and n < out[0][0]:
                break
            if n == 1 or tuple(self.key(w) for w in words[index : index + n]) == stems:
                out.append((n, value))
        return out


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists of one language's ``questions.toml``, ready to look up."""

    stop: frozenset[str]
    told: frozenset[str]
    negation: frozenset[str]
    lists: dict[str, tuple[str, ...]]

    def has(self, name: str, text: str) -> bool:
        """Whether a phrase of the list ``section.name`` stands in ``text`` (in lower case, straight apostrophes)."""
        return _pattern(self.lists[name]).search(text) is not None

    def find(self, name: str, text: str) -> re.Match[str] | None:
        return _pattern(self.lists[name]).search(text)


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    if not phrases:
        return re.compile(r"(?!)")
    longest = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(p) for p in longest) + r")(?![\w-])")


def lowered(text: str) -> str:
    """Text for :meth:`Cues.has`: lower case, straight apostrophes; the same length as ``text`` almost always."""
    return text.lower().replace("’", "'")


@cache
def cues(language: str) -> Cues:
    """The cue lists of ``language``."""
    table = load(language).table("questions")
    lists = {f"{section}.{name}": tuple(values) for section, part in table.items() for name, values in part.items()}
    words = table["words"]
    return Cues(frozenset(words["stop"]), frozenset(words["told"]), frozenset(words["negation"]), lists)


@cache
def _lexicon_rows() -> tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]:
    path = Path(__file__).with_name("lexicon.tsv")
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            concept, parent, english, french = line.split("\t")
            rows.append((concept, parent, tuple(english.split("|")), tuple(french.split("|"))))
    return tuple(rows)


@cache
def parents() -> dict[str, str]:
    """The broader concept of each concept that has one ("soldier" → "person")."""
    return {concept: parent for concept, parent, _, _ in _lexicon_rows() if parent}


def is_person(noun: str | None) -> bool:
    """Whether a counted noun's concept is of people; "!protest" are those who protest."""
    return noun == "person" or (noun or "")[:1] == "!" or parents().get(noun or "") == "person"


@cache
def _common_words() -> frozenset[str]:
    """The bilingual table's words, as they are written and in the plural, of every language."""
    written = {plain(word) for row in _lexicon_rows() for column in row[2:] for word in column if " " not in word}
    return frozenset(written | {f"{word}s" for word in written})


def is_common(word: str) -> bool:
    """Whether a lower-case word is one of the bilingual table's, or a number in words, and so no name by itself."""
    return plain(word) in _common_words() or all(part in _number_words() for part in word.split("-"))


@cache
def _number_words() -> frozenset[str]:
    return frozenset(word for language in supported() for word in numbers(language).cardinals)


@cache
def words_for(concepts: frozenset[str]) -> frozenset[str]:
    """The words of concepts in every language, without their plural's mark."""
    rows = (row for row in _lexicon_rows() if row[0] in concepts)
    return frozenset(singular(word) for row in rows for column in row[2:] for word in column)


@lru_cache(maxsize=65_536)  # words of the articles, without end
def word_for(concept: str, language: str) -> str:
    """A concept's first word in a language; empty where the table has none."""
    column = {"en": 2, "fr": 3}.get(language, 2)
    return next((row[column][0] for row in _lexicon_rows() if row[0] == concept), "")


@cache
def known_concepts() -> frozenset[str]:
    """The concepts of the bilingual table."""
    return frozenset(row[0] for row in _lexicon_rows())


@cache
def commonness() -> dict[str, float]:
    """In what share of news articles the commoner concepts stand, and of a language's the commoner stems without one.

    ``common.tsv`` and ``common_stems.tsv``; of a stem that both languages have, the larger share.
    """
    shares: dict[str, float] = {}
    for table in ("common.tsv", "common_stems.tsv"):
        for line in Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines():
            if line[0] != "#":
                *_, name, share = line.split("\t")
                shares[name] = max(shares.get(name, 0.0), float(share))
    return shares


@lru_cache(maxsize=20_000)
def telling(concept: str) -> float:
    """How much a concept tells: 1, less for those that many articles have (``government``: a third)."""
    share = commonness().get(concept)
    return 1.0 if share is None else max(0.25, math.log(share) / math.log(0.03))


@cache
def lexicon(language: str, people: bool = False) -> PhraseTable:
    """The bilingual table's words in ``language``, each with its concept; those for ``people`` match exactly."""
    column = {"en": 2, "fr": 3}.get(language, 2)
    rows = [row for row in _lexicon_rows() if (row[1] == "person" or row[0] == "person") == people]
    entries = [(word, row[0]) for row in rows for word in row[column] if word]
    if not people and language == "en":  # which words are verbs the irregular ones tell; the stemmer knows the others
        irregular = load("en").table("conjugation")["irregular"]
        entries += [(form, name) for word, name in entries if word in irregular for form in irregular[word].split()]
    return PhraseTable(entries, language, exact=people)


def concepts(words: Sequence[Token], language: str) -> list[tuple[str, int]]:
    """The concepts of the content words, each with the index of its first token; figures and stop words left out."""
    table, people, known = lexicon(language), lexicon(language, True), cues(language)
    out: list[tuple[str, int]] = []
    index = 0
    while index < len(words):
        word = words[index]
        if not (word.word[0].isalpha() or word.word[0] in "%€$£"):
            index += 1
            continue
        found = sorted(people.at(words, index) + table.at(words, index), key=lambda entry: -entry[0])
        found = [entry for entry in found if entry[0] == found[0][0]]
        if len(found) > 1:  # "la mer" is no mother, though the stemmer makes the two one
            form = word.word.rstrip("sx")
            found = [e for e in found if (form, e[1]) in table.written or (form, e[1]) in people.written] or found
        if found and not (found[0][0] == 1 and (word.word in known.stop or word.word in known.told)):
            out += [(str(value), index) for _, value in found[:2]]
            index += found[0][0]
            continue
        said = word.word not in known.stop and word.word not in known.told and word.word not in _number_words()
        if said and len(word.word) > 2:
            out.append(("~" + plain(word.stem)[:COGNATE], index))
        index += 1
    return out
