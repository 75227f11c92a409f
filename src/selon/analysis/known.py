"""What the registry of actors knows of a text: the one door from speakers to ``selon.analysis.actors``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from selon.analysis.actors import Named, registry
from selon.analysis.registry.composition import Composer
from selon.languages.registry.tables import countries
from selon.model import Actor


class Known(NamedTuple):
    """A name of the registry in a text: characters ``start`` to ``end`` stand for ``actor``."""

    start: int
    end: int
    actor: Actor
    capital: str | None = None  # the English name of the capital, where one stands for its country


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article gives to the phrases in it: its language, the country it speaks of most, its day."""

    language: str
    country: str | None = None
    published: str | None = None

    @classmethod
    def of(cls, text: str, language: str, published: str | None) -> Setting:
        return cls(language, registry().main_country(text[:FAR], language), published)


FAR = 20_000  # characters that tell which country a text is about


def known_names(text: str, code: str) -> list[Known]:
    """The registry's names in ``text``, in order, none inside another; no demonyms ("the French president")."""
    out = []
    for m in registry().find(text, code):
        if m.kind != "demonym":
            capitals = countries()[m.actor.country].capitals["en"] if m.kind == "metonym" and m.actor.country else ()
            out.append(Known(*m.span, m.actor, capitals[0] if capitals else None))
    return out


def named(words: str, setting: Setting) -> Named | None:
    """What the registry makes of a source's words, where it surely knows them: a registered actor, one of the common
    bodies of a country, the holder of an office on the day; None otherwise.
    """
    found = registry().describe(words, setting.language, setting.country, published=setting.published)
    if found is None or not found.sure:
        return None
    actor = found.actor
    if "+" in actor.id:
        return None  # several: each is named by itself
    if actor.id.startswith("role:"):
        return found if found.holder in registry().actors else None
    made = "@" in actor.id and not actor.id.startswith("group:")
    return found if made or actor.id in registry().actors else None


def described_of(words: str, setting: Setting, country: str | None) -> Actor | None:
    """The office or body of a country that the words describe ("chef du renseignement" of Ukraine), or None."""
    if country is None:
        return None
    found = registry().describe(words, setting.language, country)
    if found is None or found.actor.country != country or not found.actor.id.startswith(("role:", "org:")):
        return None
    return found.actor


def person(name: str) -> Actor | None:
    """The registered or new actor for a person's full name; None for a single word that the registry doesn't know."""
    actor = registry().person(name)
    return actor if actor.id in registry().actors or " " in name.strip() else None


def country(code: str) -> Actor | None:
    """The actor of a country's code."""
    return registry().actors.get(f"country:{code}")


def registered(actor: str | None) -> bool:
    return actor in registry().actors


@lru_cache(maxsize=65_536)  # words of the articles, without end
def country_of(word: str, code: str) -> str | None:
    """The country (code) that a single word names or that it is the adjective of, or None."""
    return next((m.actor.country for m in registry().find(word, code) if m.actor.kind == "country"), None)


@lru_cache(maxsize=65_536)  # words of the articles, without end
def demonym(word: str, code: str) -> str | None:
    """The English adjective for a country's adjective in another language ("ukrainiens": "Ukrainian"), or None."""
    for mention in registry().find(word, code):
        if mention.kind == "demonym" and mention.span == (0, len(word)) and mention.actor.country:
            return Composer(registry()).adjective(mention.actor.country)
    return None
