"""The frames that a language's names of actors are put together with: its ``names.toml`` beside the shared templates.

``Frames`` holds, by what the canonical English template leaves beside the country, how the language says the same.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from selon.analysis.english import plural_of
from selon.analysis.registry.units import inflected, plural_forms, shared_offices
from selon.languages import load
from selon.languages.registry.gazetteer import regions
from selon.languages.registry.tables import HERE, Body, bodies, countries, people
from selon.languages.speakers import speaker_words

SLOTS = ("ms", "fs", "mp", "fp")  # where a country's adjective agrees with the noun


class Phrase(NamedTuple):
    """A name, with the article that it has within a phrase ("" for a town's, a person's, or where it isn't known)."""

    text: str
    article: str = ""
    capital: bool = False  # standing alone it begins with one


class Frame(NamedTuple):
    """What a body, an office or a group is called; ``slot``: its country's adjective follows, agreeing so."""

    head: str
    article: str = ""
    slot: str = ""
    capital: bool = True


class Frames:
    """One language's names and frames.

    ``whole``: names that are known as they stand. ``before_of``, ``beside_bracket``, ``behind_adjective``: frames by
    what is left of "Government of Canada", "Senate (Chile)", "Ukrainian police". ``groups``: unnamed people.
    ``codes``: countries by English name; ``adjectives``: countries by English adjective.
    """

    def __init__(self, code: str) -> None:
        self._code = code
        self._table = load(code).table("names")
        self._articles: dict[str, str] = {
            word: article for article, words in self._table["articles"].items() for word in words
        }
        self.codes = {country.name: country.code for country in countries().values()}
        self.adjectives = dict(_english_adjectives())
        self.whole: dict[str, Phrase] = {}
        self.before_of: dict[str, Frame] = {}
        self.beside_bracket: dict[str, Frame] = {}
        self.behind_adjective: dict[str, Frame] = {}
        self.groups: dict[str, Frame] = {}
        self._learn_places()
        self._learn_actors()
        self._learn_offices()
        self._learn_ministries()
        self._learn_groups()
        self._learn_nouns()

    # -- putting together ----------------------------------------------------------------------------------------

    def of_country(self, frame: Frame, code: str) -> Phrase:
        """The body or people of a country: with its adjective, else with its name in brackets."""
        forms = self._adjective_forms(code)
        if frame.slot and forms:
            return Phrase(f"{frame.head} {forms[SLOTS.index(frame.slot)]}", frame.article, frame.capital)
        return self.bracketed(frame, countries()[code].names[self._code][0])

    def owned(self, frame: Frame, owner: Phrase) -> Phrase:
        """What belongs to ``owner``: « porte-parole des forces armées ukrainiennes », « parquet de Bobigny »."""
        if owner.capital and not owner.article:
            return self.bracketed(frame, owner.text)  # nobody told us whether it takes an article
        joints = self._table["of"]
        plain = "vowel" if owner.text[:1].lower() in self._table["vowels"]["letters"] else "else"
        return Phrase(f"{frame.head} {joints[owner.article or plain]}{owner.text}", frame.article, frame.capital)

    @staticmethod
    def bracketed(frame: Frame, name: str) -> Phrase:
        """The frame with what it is of in brackets."""
        return Phrase(f"{frame.head} ({name})", frame.article, frame.capital)

    def proper(self, name: str) -> Phrase:
        """A name that is the same in both languages, with its article."""
        return Phrase(name, self._article(name))

    # -- learning ------------------------------------------------------------------------------------------------

    def _learn_places(self) -> None:
        for country in countries().values():
            self.whole[country.name] = Phrase(country.names[self._code][0])
            for english, own in zip(country.capitals["en"], country.capitals[self._code], strict=False):
                self.whole.setdefault(english, Phrase(own))
        for region in regions():
            for own in region.names.get(self._code, ())[:1]:
                self.whole.setdefault(region.name, Phrase(own))
        for english, own in _exonyms():
            self.whole.setdefault(english, Phrase(own))

    def _learn_actors(self) -> None:
        usual: dict[str, str] = self._table["actors"]
        for body in sorted(bodies(), key=lambda b: b.id.removeprefix("org:") not in usual):
            if name := usual.get(body.id.removeprefix("org:")) or self._first_form(body):
                self.whole.setdefault(body.name, Phrase(name, self._article(name), capital=True))
        for person in people():
            self.whole.setdefault(person.name, Phrase(person.name))
        self.whole |= {english: Phrase(own, self._article(own)) for english, own in self._table["whole"].items()}

    def _first_form(self, body: Body) -> str | None:
        if body.kind == "media" or body.name in body.acronyms:
            return None  # a newspaper is called the same everywhere, DGSE is how everybody knows it
        return next(iter(body.names.get(self._code, ())), None)

    def _learn_offices(self) -> None:
        shared = shared_offices()
        for kind, template in (("bodies", "name"), ("roles", "of")):
            for key, entry in shared[kind].items():
                if key in self._table[kind]:
                    frame = _frame(self._table[kind][key])
                    self._enter(entry[template], frame)
                    self._enter(entry["base"], frame)
                    for base in (entry["base"], entry["base"][0].upper() + entry["base"][1:]):  # "Prefecture of Ain"
                        self.before_of.setdefault(base, frame)

    def _enter(self, template: str, frame: Frame) -> None:
        """By what the canonical template leaves beside its placeholder."""
        if template.startswith("{adjective} "):
            self.behind_adjective.setdefault(template.removeprefix("{adjective} "), frame)
        elif template.endswith(" of {of}"):
            self.before_of.setdefault(template.removesuffix(" of {of}"), frame)
        elif template.endswith(" ({country})"):
            self.beside_bracket.setdefault(template.removesuffix(" ({country})"), frame)
        elif "{" not in template:
            self.whole.setdefault(template, Phrase(frame.head, frame.article))

    def _learn_ministries(self) -> None:
        shared, titles = shared_offices(), self._table["titles"]
        for portfolio, phrases in load(self._code).table("offices")["portfolios"].items():
            what = shared["portfolios"][portfolio]
            own = {name: _frame(title.format(d=phrases[0])) for name, title in titles.items()}
            self._enter(f"Ministry of {what} ({{country}})", own["ministry"])
            self._enter(f"Minister of {what} ({{country}})", own["minister"])
            self._enter(f"Deputy Minister of {what} ({{country}})", own["deputy"])
            secretary = shared["secretaries"].get(portfolio, what)
            for english, frame in (
                (f"Ministry of {what}", own["ministry"]),
                (f"United States Department of {what}", own["department"]),
                (f"United States Secretary of {secretary}", own["secretary"]),
            ):
                self.whole.setdefault(english, Phrase(frame.head, frame.article, capital=True))

    def _learn_groups(self) -> None:
        for key, english in shared_offices()["groups"].items():
            own = self._group_forms(key)
            if not own:
                continue
            gender = "f" if own[0].split(" ")[0] in self._table["feminine"]["words"] else "m"
            for plural, (noun, head) in enumerate(zip(english, own, strict=True)):
                frame = Frame(head, "les" if plural else "", f"{gender}{'sp'[plural]}", capital=False)
                self.groups[noun] = frame
                for table in (self.before_of, self.beside_bracket, self.behind_adjective):
                    table.setdefault(noun, frame)
                self.whole.setdefault(noun, Phrase(head, frame.article))

    def _group_forms(self, key: str) -> list[str]:
        """Singular and plural of a group's usual noun, the first of the language's; empty where it has none."""
        given: list[str] = self._table["groups"].get(key, [])
        words: list[str] = load(self._code).table("offices")["groups"].get(key, [])
        if given or not words:
            return given
        head = words[0].split(" ")[0]
        regular = {plural: form for form, plural in plural_forms(self._code, words[0])}
        plural = next((word for word in words if word.split(" ")[0] == f"{head}s"), regular[True])
        return [words[0], plural]

    def _learn_nouns(self) -> None:
        """The nouns that describe who has no name, where one of the language alone means the English one."""
        words = speaker_words(self._code)
        for table in (words.bodies, words.documents, words.persons):
            meant: dict[str, list[str]] = {}
            for own, english in table.items():
                meant.setdefault(english, []).append(own)
            for english, candidates in meant.items():
                if len({own[:4] for own in candidates}) == 1:  # « chercheur, chercheuse » are one
                    self._describe(english, Frame(candidates[0], self._article(candidates[0]), capital=False))
                    several = next((form for form, many in plural_forms(self._code, candidates[0]) if many), "")
                    self._describe(plural_of(english), Frame(several, "les", capital=False))

    def _describe(self, english: str, frame: Frame) -> None:
        self.before_of.setdefault(english, frame)
        self.whole.setdefault(english, Phrase(frame.head, frame.article))

    # -- words ---------------------------------------------------------------------------------------------------

    def modifier(self, english: str, slot: str) -> str | None:
        """The adjective that an English one is in this language, agreeing as ``slot`` says; None where that isn't sure.

        A form's ending tells what it agrees with: « local, locale, locaux, locales ».
        """
        words = speaker_words(self._code).modifiers
        forms = [own for own, meant in words.items() if meant == english and own not in self._table["before"]["words"]]
        if not slot or len({own[:4] for own in forms}) != 1:
            return None
        ending = {"ms": r"[^esx]$", "fs": r"e$", "mp": r"[^e]s$|x$", "fp": r"es$"}[slot]
        return next((own for own in forms if re.search(ending, own)), None)

    def _article(self, name: str) -> str:
        whole = name.lower()
        return self._articles.get(whole) or self._articles.get(whole.split(" ")[0].split("'")[0], "")

    def _adjective_forms(self, code: str) -> list[str] | None:
        """Masculine and feminine singular, then plural; given in full where the rule doesn't make them."""
        given: list[str] = load(self._code).table("demonyms").get(code, [])
        if not given:
            return None
        return given[:4] if len(given) > 3 and given[2] == f"{given[0]}s" else inflected(given[0])


def _frame(words: str) -> Frame:
    """« la police {fs} » and the like: article, noun, slot."""
    before, brace, slot = words.partition(" {")
    article, parted, head = before.partition("'") if before.startswith("l'") else before.partition(" ")
    return Frame(head, article + parted.strip(), slot.removesuffix("}") if brace else "")


def _english_adjectives() -> Iterator[tuple[str, str]]:
    for code, forms in load("en").table("demonyms").items():
        yield str(forms[0]), code
    for code, form in shared_offices()["adjectives"].items():
        yield form, code


def _exonyms() -> Iterator[tuple[str, str]]:
    """GeoNames' name of a town and the first of its other names."""
    lines = (HERE / "exonyms.tsv").read_text(encoding="utf-8").splitlines()
    rows: Any = csv.DictReader((line for line in lines if line and not line.startswith("#")), delimiter="\t", quoting=3)
    for row in rows:
        yield row["city"], row["names"].split(";")[0]
