"""Reads and checks the registry's tables (TSV) and a user's own entries (TOML).

A user's file holds any number of entries::

    [[actor]]
    name = "Prefecture of Finistère"      # the canonical name, in English
    kind = "institution"                  # person, country, institution, media, document or group
    country = "FR"                        # ISO 3166-1 alpha-2; may be left out
    wikidata = "Q12345"                   # an item's id; may be left out
    id = "org:prefecture-finistere"       # may be left out: made of the name
    fr = ["préfecture du Finistère"]      # the names in each language; capitals where the name needs them
    en = ["Finistère prefecture"]
    acronyms = ["PREF29"]                 # matched letter for letter
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ACTOR_KINDS = ("person", "country", "institution", "media", "document", "group")
LANGUAGES = ("en", "fr")

_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


class RegistryError(ValueError):
    """An entry of the registry, ours or a user's, that is amiss; says the file and the entry."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ``names`` and ``capitals`` by language, the first the usual one. ``article``: English says "the"."""

    code: str
    names: Mapping[str, tuple[str, ...]]
    capitals: Mapping[str, tuple[str, ...]]
    article: bool

    @property
    def name(self) -> str:
        """The usual English name, without article."""
        return self.names["en"][0]


@dataclass(frozen=True, slots=True)
class Body:
    """An entry with fixed names: institution, medium, party, armed group, or whatever a user adds."""

    id: str
    name: str
    kind: str
    country: str | None = None
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    acronyms: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A well-known person. ``spellings``: other full names; ``surnames``: those that alone mean this person."""

    id: str
    name: str
    country: str | None
    spellings: tuple[str, ...]
    surnames: tuple[str, ...]
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Holder:
    """``person`` (canonical name) held ``office`` of ``of`` (a country's code or body's slug), ``start`` to ``end``.

    ISO dates or beginnings of them ("2019", "2019-05"), compared as strings; an open end is "".
    """

    office: str
    of: str
    person: str
    start: str
    end: str


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _rows(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    path = HERE / name
    lines = path.read_text(encoding="utf-8").split("\n")
    comments = sum(1 for line in lines if line.startswith("#"))
    reader = csv.DictReader((line for line in lines if line and not line.startswith("#")), delimiter="\t", quoting=3)
    for number, row in enumerate(reader, comments + 2):
        if None in row or None in row.values():
            raise RegistryError(f"{path}, line {number}: want {len(reader.fieldnames or ())} cells, tab between them")
        yield number, row


@cache
def countries() -> Mapping[str, Country]:
    """Every country and territory by its code."""
    out = {}
    for _, row in _rows("countries.tsv"):
        english = row["en"].removeprefix("the ")
        out[row["code"]] = Country(
            code=row["code"],
            names={"en": (english, *_cells(row["en_other"])), "fr": (row["fr"], *_cells(row["fr_other"]))},
            capitals={code: _cells(row[f"capital_{code}"]) for code in LANGUAGES},
            article=row["en"].startswith("the "),
        )
    return out


@cache
def bodies() -> tuple[Body, ...]:
    """The institutions and the media, in the order of their files."""
    out = []
    for name in ("institutions.tsv", "media.tsv"):
        for number, row in _rows(name):
            if row["kind"] not in ACTOR_KINDS or (row["country"] and row["country"] not in countries()):
                raise RegistryError(
                    f"{HERE / name}, line {number}: no such kind or country: {row['kind']}, {row['country']}"
                )
            out.append(
                Body(
                    id=f"org:{row['id']}",
                    name=row["name"],
                    kind=row["kind"],
                    country=row["country"] or None,
                    names={code: _cells(row[code]) for code in LANGUAGES},
                    acronyms=_cells(row["acronyms"]),
                    wikidata=row["wikidata"] or None,
                )
            )
    return tuple(out)


@cache
def people() -> tuple[Known, ...]:
    """The well-known persons."""
    return tuple(
        Known(
            id=f"person:{row['id']}",
            name=row["name"],
            country=row["country"] or None,
            spellings=_cells(row["spellings"]),
            surnames=_cells(row["surnames"]),
            wikidata=row["wikidata"] or None,
        )
        for _, row in _rows("people.tsv")
    )


@cache
def holders() -> tuple[Holder, ...]:
    """Who held which office, from when to when."""
    out = []
    for number, row in _rows("holders.tsv"):
        for date in (row["start"], row["end"]):
            if date and not _DATE.fullmatch(date):
                raise RegistryError(f"{HERE / 'holders.tsv'}, line {number}: not a date: {date!r}")
        out.append(Holder(row["office"], row["of"], row["person"], row["start"], row["end"]))
    return tuple(out)


def user_bodies(path: Path) -> tuple[Body, ...]:
    """The entries of a user's TOML file; raises RegistryError that names the entry and what is wrong with it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RegistryError(f"{path}: there is no such file") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RegistryError(f"{path}: {error}") from None
    entries = table.get("actor")
    if not isinstance(entries, list) or set(table) != {"actor"}:
        raise RegistryError(f"{path}: want entries that begin with [[actor]] and nothing else at the top")
    return tuple(_user_body(entry, f"{path}, actor {number}") for number, entry in enumerate(entries, 1))


def _user_body(entry: Any, where: str) -> Body:
    if not isinstance(entry, dict):
        raise RegistryError(f"{where}: want a table")
    if extra := set(entry) - {"id", "name", "kind", "country", "wikidata", "acronyms", *LANGUAGES}:
        raise RegistryError(f"{where}: no such field: {', '.join(sorted(extra))}")
    for name in ("name", "kind", "country", "wikidata", "id"):
        if name in entry and (not isinstance(entry[name], str) or not entry[name].strip()):
            raise RegistryError(f"{where}: {name} must be a text that is not empty")
    for name in ("acronyms", *LANGUAGES):
        values = entry.get(name, [])
        if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
            raise RegistryError(f"{where}: {name} must be a list of texts")
    if "name" not in entry:
        raise RegistryError(f"{where}: name is missing (the canonical name, in English)")
    kind = entry.get("kind", "institution")
    if kind not in ACTOR_KINDS:
        raise RegistryError(f"{where}: kind is {kind!r}; it is one of {', '.join(ACTOR_KINDS)}")
    country = entry.get("country")
    if country is not None and country not in countries():
        raise RegistryError(f"{where}: country is {country!r}; want a code of ISO 3166-1, such as FR")
    wikidata = entry.get("wikidata")
    if wikidata is not None and not re.fullmatch(r"Q[1-9]\d*", wikidata):
        raise RegistryError(f"{where}: wikidata is {wikidata!r}; want an item's id, such as Q142")
    prefix = "person" if kind == "person" else "org"
    slug = "-".join(re.findall(r"\w+", entry["name"].lower()))
    return Body(
        id=entry.get("id", f"{prefix}:{slug}"),
        name=entry["name"],
        kind=kind,
        country=country,
        names={code: tuple(entry.get(code, ())) for code in LANGUAGES},
        acronyms=tuple(entry.get("acronyms", ())),
        wikidata=wikidata,
    )
