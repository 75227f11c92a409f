"""Speakers' names as several articles spell them: with or without their article, accents and first names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from selon.questions.words import plain

ARTICLE = re.compile(r"^(?:the |le |la |les |l['’])(?=\w)")


@lru_cache(maxsize=50_000)
def bare_name(name: str) -> str:
    """A name in plain letters without its article: "The Inquirer" and "Inquirer", "Éric" and "Eric" are one."""
    return ARTICLE.sub("", plain(name))


def fullest(names: Iterable[str]) -> dict[str, str]:
    """For each of the names the fullest spelling among them: "Lanoy" and "Eric Lanoy" are "Éric Lanoy".

    A last name by itself stands for the one who has it; where two have, or none, for itself.
    """
    told = sorted(set(names), key=lambda name: (-len(name), name.isascii(), name))
    spelt: dict[str, str] = {}
    families: dict[str, set[str]] = {}
    for name in told:
        bare = bare_name(name)
        spelt.setdefault(bare, name)
        if " " in bare and "(" not in bare:
            families.setdefault(bare.rpartition(" ")[2], set()).add(bare)
    out = {}
    for name in told:
        whole = families.get(bare_name(name), set()) if name[:1].isupper() else set()
        out[name] = spelt[next(iter(whole)) if len(whole) == 1 else bare_name(name)]
    return out
