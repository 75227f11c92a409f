"""Speakers' names as several articles spell them: with or without their article, accents and first names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from selon.questions.words import is_common, plain

PARTICLES = frozenset({"von", "van", "der", "den", "bin", "ben", "al", "el"})  # "of" and « de » make titles and bodies
ARTICLE = re.compile(r"^(?:the |le |la |les |l['’])(?=\w)")


@lru_cache(maxsize=50_000)
def bare_name(name: str) -> str:
    """A name in plain letters without its article: "The Inquirer" and "Inquirer", "Éric" and "Eric" are one."""
    return ARTICLE.sub("", plain(name))


def fullest(names: Iterable[str]) -> dict[str, str]:
    """For each of the names the fullest spelling among them: "Lanoy" and "Eric Lanoy" are "Éric Lanoy".

    A last name by itself stands for the one who has it; where two have, or none, for itself. "Tarvia" is no last name
    of the "President of Tarvia".
    """
    told = sorted(set(names), key=lambda name: (-len(name), name.isascii(), name))
    spelt: dict[str, str] = {}
    families: dict[str, set[str]] = {}
    for name in told:
        bare = bare_name(name)
        spelt.setdefault(bare, name)
        if _is_whole(name):
            families.setdefault(bare.rpartition(" ")[2], set()).add(bare)
    out = {}
    for name in told:
        alone = name[:1].isupper() and not is_common(name.lower())  # "House" is not the "White House"
        whole = families.get(bare_name(name), set()) if alone else set()
        out[name] = spelt[next(iter(whole)) if len(whole) == 1 else bare_name(name)]
    return out


def _is_whole(name: str) -> bool:
    """Whether a name may be a first and a last one: two words and more, all with a capital but for a particle."""
    parts = ARTICLE.sub("", name).split()
    return len(parts) > 1 and all(part[0].isupper() or part in PARTICLES for part in parts)
