"""Nouns that can stand for a speaker, found in a document's tokens: persons, bodies, documents, groups."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from selon.analysis.document import Token
from selon.languages import Language, load
from selon.languages.agents import AgentNouns, agents
from selon.languages.speakers import SpeakerWords, speaker_words

ONE = frozenset(("l'", "le", "la", "un", "une", "cet", "cette", "son", "sa", "a", "an"))
IRREGULAR = {"children": "child", "people": "person"}
FORMS = 100_000  # words whose reading is kept
LONGEST = 5  # tokens in a noun of the tables ("services de renseignement", "editor-in-chief")


class Noun(NamedTuple):
    """A speaking noun: tokens ``first`` to ``last`` (excluded); ``kind`` is "person", "body", "document" or "group".

    ``english`` is the one English word for all nouns that mean the same; ``known`` is False where there is none and
    ``english`` is the noun itself.
    """

    first: int
    last: int
    kind: str
    english: str
    written: str
    plural: bool
    known: bool = True


@cache
def nouns_of(code: str) -> Nouns:
    """The nouns of a language, made once."""
    return Nouns(load(code))


class Nouns:
    """The noun tables of one language, asked by position in a list of tokens."""

    def __init__(self, language: Language) -> None:
        self.code = language.code
        self.words: SpeakerWords = speaker_words(language.code)
        self.agents: AgentNouns = agents(language.code)
        self._tables = (
            ("group", self.words.groups),
            ("person", self.words.persons),
            ("body", self.words.bodies),
            ("document", self.words.documents),
        )
        self._single: dict[tuple[str, str, str, str, bool], Noun | None] = {}  # a word's reading, worked out once
        self._longest: dict[str, int] = {}  # a noun's first word to its most tokens
        for _, table in self._tables:
            for written in table:
                parts = written.replace("-", " - ").split()
                self._longest[parts[0]] = min(max(self._longest.get(parts[0], 1), len(parts)), LONGEST)

    def at(self, tokens: list[Token], i: int) -> Noun | None:
        """The longest speaking noun that begins at ``tokens[i]``, or None."""
        if i and tokens[i].pos == "VERB" and (tokens[i - 1].pos == "AUX" or tokens[i - 1].text == ","):
            return None  # « est accusé », « le directeur, accusé par X »
        longest = self._longest.get(tokens[i].lower, 1)
        if longest == 1 and _of_another_kind(tokens[i]):
            return None
        for size in range(min(longest, len(tokens) - i), 0, -1):
            found = self.of(tokens[i : i + size])
            if found is not None:
                one = i > 0 and found.kind != "group" and tokens[i - 1].lower in ONE  # « l'ONG » is no plural
                return found._replace(first=i, last=i + size, plural=found.plural and not one)
        return None

    def of(self, tokens: list[Token]) -> Noun | None:
        """The noun that the tokens spell as a whole, or None."""
        if len(tokens) > 1:
            return self._read(tokens)
        token = tokens[0]
        key = (token.text, token.lemma, token.pos, token.feats.get("Number", ""), token.participle)
        if key not in self._single:
            if len(self._single) > FORMS:
                self._single.clear()
            self._single[key] = self._read(tokens)
        return self._single[key]

    def _read(self, tokens: list[Token]) -> Noun | None:
        last = tokens[-1]
        if len(tokens) == 1 and _of_another_kind(last):
            return None
        head = " ".join(token.lower for token in tokens[:-1])
        if "-" in head:
            head = head.replace(" - ", "-").removesuffix(" -") + ("-" if tokens[-2].text == "-" else "")
        plural = last.feats.get("Number") == "Plur" or (
            last.lower.endswith(("s", "x")) and not last.lower.endswith("ss")
        )
        lemma = last.lower if last.pos == "VERB" else last.lemma  # "economists polled by X" are no poll
        for form in dict.fromkeys((last.lower, lemma, *singulars(last.lower, self.code))):
            written = (head + form) if head.endswith("-") else f"{head} {form}".strip()
            for kind, table in self._tables:
                english = table.get(written)
                if english is not None:
                    many = (plural and form != last.lower) or kind == "group" or last.feats.get("Number") == "Plur"
                    return Noun(0, 0, kind, english, written, many)
        if len(tokens) == 1 and last.pos in ("NOUN", "PROPN"):
            for form in dict.fromkeys((last.lower, last.lemma, *singulars(last.lower, self.code))):
                kinds = self.agents.of(form)
                kind = "person" if "persons" in kinds else "body" if "bodies" in kinds else ""
                kind = kind or ("document" if "documents" in kinds else "group" if "collective" in kinds else "")
                if not kind and form.endswith(self.words.endings):
                    kind = "person"  # « microbiologiste »
                if kind:
                    return Noun(0, 0, kind, form, form, plural, known=False)
        return None


def _of_another_kind(token: Token) -> bool:
    """Is the token no noun by its part of speech, written small? A participle may be one."""
    other = token.pos in ("VERB", "AUX", "ADP", "ADV", "DET", "PRON", "SCONJ") and token.text[0].islower()
    return other and not (token.pos == "VERB" and token.participle)


def singulars(form: str, code: str) -> tuple[str, ...]:
    """What a plural noun may be the plural of, by its ending."""
    if code == "fr":
        if form.endswith("aux"):
            return (form[:-3] + "al", form[:-1])
        return (form[:-1],) if form.endswith(("s", "x")) else ()
    if form in IRREGULAR:
        return (IRREGULAR[form],)
    if form.endswith("ies"):
        return (form[:-3] + "y",)
    if form.endswith("men"):
        return (form[:-3] + "man",)
    if form.endswith("es"):
        return (form[:-1], form[:-2])
    return (form[:-1],) if form.endswith("s") and not form.endswith("ss") else ()
