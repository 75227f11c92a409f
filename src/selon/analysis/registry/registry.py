"""The registry: every known actor by id, the names that mean it in each language, and persons told apart."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from selon.analysis.registry.composition import Composer
from selon.analysis.registry.fold import Token, fold, plain, slug, tokens
from selon.analysis.registry.lexicon import Hit
from selon.analysis.registry.lexicons import Lexicons, MentionKind
from selon.analysis.registry.naming import Named, Namer
from selon.analysis.registry.persons import compare, person_key
from selon.analysis.registry.units import Unit, namesakes, sovereign, worldwide
from selon.languages.registry.tables import (
    LANGUAGES,
    Body,
    Holder,
    bodies,
    countries,
    holders,
    people,
    user_bodies,
)
from selon.model import Actor, Span

_FALLBACK_LANGUAGE = "en"
_OFTEN = 3  # a country named so often is what a text is about, whatever else it names
_NAME = 50  # characters from an adjective to the acronym of the body whose name it belongs to


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named in a text: where, who, how, and who else the words may mean (the likeliest first is ``actor``)."""

    span: Span
    actor: Actor
    kind: MentionKind
    others: tuple[Actor, ...] = ()


class Registry:
    """All actors known beforehand. Made by ``registry()``; a language's names are entered when it is first read."""

    def __init__(self, extra: Iterable[Body] = ()) -> None:
        self.actors: dict[str, Actor] = {}
        self._person_ids: dict[str, str] = {}
        self._holders: dict[tuple[str, str], list[Holder]] = {}
        self._surnames: dict[str, str] = {}
        self._extra = tuple(extra)
        self._lexicons: dict[str, Lexicons] = {}
        known: dict[tuple[str, str | None], Actor] = {}
        self._know_bodies(self._extra, known)
        for country in countries().values():
            key = f"country:{country.code}"
            self.actors[key] = actor = Actor(key, country.name, "country", country.code)
            known.setdefault((actor.name, actor.country), actor)
        self._know_bodies(bodies(), known)
        self._know_people()
        for holder in holders():
            self._holders.setdefault((holder.office, holder.of), []).append(holder)
        self._namer = Namer(self, Composer(self))

    # -- building ------------------------------------------------------------------------------------------------

    def _know_bodies(self, those: Iterable[Body], known: dict[tuple[str, str | None], Actor]) -> None:
        for body in those:
            # Two names of one body ("Quai d'Orsay" and the ministry) share a canonical name, and so an actor.
            actor = known.get((body.name, body.country))
            actor = actor or Actor(body.id, body.name, body.kind, body.country, body.wikidata)
            known.setdefault((actor.name, actor.country), self.actors.setdefault(body.id, actor))
            if body.kind == "person":
                for name in (body.name, *body.names.get("fr", ()), *body.names.get("en", ())):
                    self._person_ids.setdefault(person_key(name), body.id)

    def _know_people(self) -> None:
        for known in people():
            self.actors.setdefault(known.id, Actor(known.id, known.name, "person", known.country, known.wikidata))
            for name in (known.name, *known.spellings):
                self._person_ids.setdefault(person_key(name), known.id)
            for surname in known.surnames:
                self._surnames.setdefault(fold(surname), known.id)

    def _of(self, language: str) -> Lexicons:
        """The names of ``language``; another than those that the registry knows is read as English."""
        code = language if language in LANGUAGES else _FALLBACK_LANGUAGE
        found = self._lexicons.get(code)
        if found is None:  # two threads may both make it; they make the same
            found = self._lexicons[code] = Lexicons(code, self._extra)
        return found

    # -- finding -------------------------------------------------------------------------------------------------

    def find(self, text: str, language: str, countries: Sequence[str] = ()) -> list[Mention]:
        """All registered names in ``text``, from left to right, the longest at each word, none overlapping.

        ``language`` is a code ("fr"); another than those that the registry knows is read as English. Where a name
        means several actors, one of ``countries`` (codes, the likeliest first) goes before the registry's order.
        Time is linear in the text's length.
        """
        words = tokens(text)
        out = []
        for hit in self.hits(text, language, words, plain(text)):
            candidates = [(self.actors[actor], kind) for actor, kind in hit.payloads]
            if countries and len(candidates) > 1:
                ranks = {code: rank for rank, code in enumerate(countries)}
                candidates.sort(key=lambda c: ranks.get(c[0].country or "", len(ranks)))
            (actor, kind), *others = candidates
            out.append(Mention(Span(hit.start, hit.end), actor, kind, tuple(other for other, _ in others)))
        return out

    def hits(
        self, text: str, language: str, words: list[Token], written: str
    ) -> Iterator[Hit[tuple[str, MentionKind]]]:
        """As ``find``, in the lexicon's own terms: ids and kinds, with the numbers of the words that were given."""
        for hit in self._of(language).names.find(text, words, written):
            if not self._is_person_part(text, words, hit):
                yield hit

    def units(self, text: str, language: str, words: list[Token]) -> list[Hit[Unit]]:
        """The names, bodies, offices and groups of a phrase, longest first; what ``describe`` is made of."""
        return [hit for hit in self._of(language).units.find(text, words) if not self._is_person_part(text, words, hit)]

    @staticmethod
    def _is_person_part(text: str, words: list[Token], hit: Hit[Any]) -> bool:
        """Whether a place's name begins a person's: "Jordan Bardella", "Chad Wolf"."""
        if hit.first != hit.last or words[hit.first].form not in namesakes() or hit.last + 1 >= len(words):
            return False
        following = words[hit.last + 1]
        return (
            text[hit.end : following.start] == " " and text[following.start].isupper() and not following.form.isdigit()
        )

    def main_country(self, text: str, language: str) -> str | None:
        """The country (code) that ``text`` names most, by itself, its capital, people or bodies; None where none is,
        or none more than the others together and fewer than three times.

        Media don't count: what the BBC reports is seldom of the United Kingdom; nor do bodies that speak of the whole
        world: « l'Institut américain de géophysique (USGS) » measures everybody's earthquakes.
        """
        counts: Counter[str] = Counter()
        towns: Counter[str] = Counter()
        found = list(self.find(text, language))
        for mention, following in itertools.zip_longest(found, found[1:]):
            if mention.actor.country and mention.actor.kind != "media" and not _of_the_world(mention, following, text):
                country = sovereign().get(mention.actor.country, mention.actor.country)
                counts[country] += 1
                towns[country] += mention.kind == "metonym"
        most = counts.most_common(1)
        if not most or most[0][1] == towns[most[0][0]] == 1:
            return None  # "an activist based in Paris"
        told = most[0][1] >= _OFTEN or 2 * most[0][1] > counts.total()
        return most[0][0] if told else None

    # -- naming --------------------------------------------------------------------------------------------------

    def name_source(
        self,
        words: str,
        language: str,
        country_context: str | None = None,
        *,
        published: str | None = None,
        place: str | None = None,
    ) -> Actor | None:
        """The actor that a source's noun phrase names, with its canonical English name; None where it names none.

        ``words`` is the phrase as it stands ("le ministre de la Défense sud-coréen"); ``country_context`` the code of
        the country that the passage is about, for phrases that name none ("le ministère de l'Intérieur");
        ``published`` (ISO date) lets an office name its holder of that day ("le président ukrainien"); ``place`` the
        town that the passage is set in, for local bodies ("la préfecture").
        """
        named = self.describe(words, language, country_context, published=published, place=place)
        return named.actor if named else None

    def describe(
        self,
        words: str,
        language: str,
        country_context: str | None = None,
        *,
        published: str | None = None,
        place: str | None = None,
    ) -> Named | None:
        """As ``name_source``, with the role, country and holder that the phrase gives, and whether it is anonymous."""
        return self._namer.describe(words, language, country_context, published, place)

    def person(self, name: str, country: str | None = None) -> Actor:
        """The person called ``name``: the registered one, or a new actor whose id is the same for all spellings."""
        key = person_key(name)
        known = self._person_ids.get(key)
        if known is None and "-" not in key:
            known = self._surnames.get(fold(name.strip()))
        if known is not None:
            return self.actors[known]
        return Actor(f"person:{key or slug(name)}", name, "person", country)

    def holder(self, office: str, of: str, published: str | None) -> Actor | None:
        """Who held ``office`` of ``of`` (a country's code or a body's slug) on the day ``published``, if known."""
        if not published:
            return None
        day = published[:10]
        for entry in self._holders.get((office, of), ()):
            if entry.start <= day and (not entry.end or day < entry.end):
                return self.person(entry.person)
        return None

    def person_id(self, name: str) -> str:
        """An id that is the same for every spelling of a full name, in either language."""
        return self.person(name).id

    def same_person(self, a: str, b: str) -> bool:
        """Whether two names are surely one person's. A surname alone is not enough but for the registered ones."""
        return self.person_id(a) == self.person_id(b) or compare(a, b) == "same"

    def link(self, name: str, candidates: Sequence[Actor]) -> Actor | None:
        """The one of ``candidates`` that ``name`` means: by full name, else by surname or initial if only one fits."""
        sure = [actor for actor in candidates if self.same_person(name, actor.name)]
        if sure:
            return sure[0]
        known = self.person(name)
        if known.id in self.actors and "-" in person_key(name):
            return None
        open_ = {actor.id: actor for actor in candidates if compare(name, actor.name) == "open"}
        return next(iter(open_.values())) if len(open_) == 1 else None


@cache
def registry(user_file: Path | None = None) -> Registry:
    """The registry, with a user's own entries (see selon.languages.registry.tables) where ``user_file`` names some.

    Made once for each file. Raises RegistryError where the file is amiss.
    """
    return Registry(user_bodies(user_file) if user_file else ())


def _of_the_world(mention: Mention, following: Mention | None, text: str) -> bool:
    """A body that speaks of the whole world, or the adjective in its name: « l'Institut (américain) … (USGS) »?"""
    if mention.actor.id in worldwide():
        return True
    if mention.kind != "demonym" or following is None or following.actor.id not in worldwide():
        return False
    between = text[mention.span[1] : following.span[0]]
    return len(between) <= _NAME and not any(mark in between for mark in ",;.:")
