"""What the pages show, as plain records between the rooms below (model, ledger, questions) and the templates."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from selon.model import Article, Claim
from selon.views.changes import Changes
from selon.views.profile import Profile
from selon.views.visible import fragment


@lru_cache(maxsize=100_000)
def speaker_key(name: str) -> str:
    """A speaker's stable address: the name in plain letters and a few digits that tell like names apart."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48].rstrip("-")
    digits = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{slug}-{digits}" if slug else digits


def speaker_slots(names: Iterable[str]) -> dict[str, int]:
    """A colour's number for each speaker of a page, in order of appearance."""
    slots: dict[str, int] = {}
    for name in names:
        slots.setdefault(name, len(slots))
    return slots


@dataclass(frozen=True, slots=True)
class Card:
    """A claim on a reading page, in words. ``anchor`` ends the ids of its mark (``c-…``) and card (``k-…``)."""

    number: int
    anchor: str
    claim: Claim
    slot: int
    speaker: str
    key: str
    stance: str
    certainty: str
    figures: tuple[str, ...]
    times: tuple[str, ...]
    chain: tuple[str, ...]
    words: str
    question: tuple[str, str] | None = None  # id and text of the question that it answers


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of the article on the page: its marked words, its role and the cards of the claims that begin in it."""

    html: Markup
    role: str  # "" for the body, "sub" for a heading between, else the furniture's role
    cards: tuple[Card, ...]
    lines: float  # an estimate of its cards' height, in their lines


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's page."""

    article: Article
    headline: Markup
    passages: tuple[Passage, ...]
    cards: tuple[Card, ...]
    profile: Profile
    slots: dict[str, int]
    digest: str
    set_aside: int
    identity: str = ""  # its address among other pages
    changed: Changes | None = None  # in the version before this one


def in_order(claims: Sequence[Claim]) -> list[Claim]:
    """Claims by the place of their words in the text (content, else cue, else source)."""
    return sorted(
        claims, key=lambda c: ((c.content or c.cue or c.source or ((0, 0),))[0][0], (c.cue or ((0, 0),))[0][0])
    )


def anchors(claims: Sequence[Claim]) -> list[str]:
    """For each claim a name that is unique on its page: its id where that is plain, else its number."""
    taken: set[str] = set()
    names = []
    for number, claim in enumerate(claims, 1):
        name = fragment(claim.id or "", number)
        while name in taken:
            name = f"{name}-{number}"
        taken.add(name)
        names.append(name)
    return names
