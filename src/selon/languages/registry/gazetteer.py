"""Reads the gazetteer: towns (GeoNames, CC BY 4.0; built by tools/build_gazetteer.py) and regions (hand-written)."""

from __future__ import annotations

import csv
import gzip
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from selon.languages.registry.tables import HERE, LANGUAGES, RegistryError


class Town(NamedTuple):
    """A town: GeoNames' name, its country's code, the first-level code where it tells towns apart, degrees, people."""

    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class Region:
    """A region with a name of its own: names by language, country, first-level code, a point inside."""

    name: str
    names: Mapping[str, tuple[str, ...]]
    country: str
    admin1: str
    lat: float
    lon: float


class Towns(Mapping[str, tuple[Town, ...]]):
    """Towns by name, read from their lines when a name is first asked for: an article needs a few of the 30,000."""

    def __init__(self, lines: Mapping[str, list[str]]) -> None:
        self._lines = lines
        self._read: dict[str, tuple[Town, ...]] = {}

    def __getitem__(self, key: str) -> tuple[Town, ...]:
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = tuple(_town(line) for line in self._lines[key])
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """As a dict's: the usual answer is that there is no such town, and that without an exception."""
        return self[key] if key in self._lines else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _town(line: str) -> Town:
    _keys, name, country, admin1, lat, lon, population = line.split("\t")
    return Town(name, country, admin1, float(lat), float(lon), int(population))


@dataclass(frozen=True)
class Gazetteer:
    """Towns by name (folded words, one space between), the largest first; ``longest`` words of a name by its first."""

    towns: Towns
    longest: Mapping[str, int]


@cache
def gazetteer() -> Gazetteer:
    """The towns. Raises RegistryError where the file is missing (the package was not built whole)."""
    path = HERE / "gazetteer.tsv.gz"
    try:
        lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
    except FileNotFoundError:
        raise RegistryError(f"{path} is missing: build it with python tools/build_gazetteer.py") from None
    never = never_towns()
    towns: dict[str, list[str]] = {}
    longest: dict[str, int] = {}
    for line in lines:
        for key in line[: line.index("\t")].split(";"):
            if key in never:
                continue
            towns.setdefault(key, []).append(line)
            first, _, rest = key.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if length > longest.get(first, 0):
                longest[first] = length
    return Gazetteer(Towns(towns), longest)


@cache
def regions() -> tuple[Region, ...]:
    """The regions."""
    lines = (HERE / "regions.tsv").read_text(encoding="utf-8").split("\n")
    rows = csv.DictReader((line for line in lines if line and not line.startswith("#")), delimiter="\t", quoting=3)
    out = []
    for row in rows:
        names = {code: tuple(name for name in row[code].split(";") if name) for code in LANGUAGES}
        out.append(Region(names["en"][0], names, row["country"], row["admin1"], float(row["lat"]), float(row["lon"])))
    return tuple(out)


@cache
def _common_words() -> dict[str, list[str]]:
    return tomllib.loads((HERE / "common_words.toml").read_text(encoding="utf-8"))


@cache
def common_words() -> frozenset[str]:
    """Names of towns, folded, that are words or people's names as well."""
    return frozenset(_common_words()["towns"])


@cache
def never_towns() -> frozenset[str]:
    """Names of towns, folded, that news hardly ever means: "March", "Asia"."""
    return frozenset(_common_words()["never"])
