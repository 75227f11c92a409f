"""Names a source: from a noun phrase, French or English, to the actor that a reader would look up.

The head decides. French has it first ("le porte-parole du ministère de la Défense sud-coréen"), English last before
the first preposition ("South Korea's Defence Ministry spokesman"). A person named in apposition wins over the office
("le ministre de la défense Kim Yong-hyun"), but not one that depends on the head ("the lawyers of James Fields").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from selon.analysis.registry.composition import Composer, Setting
from selon.analysis.registry.fold import slug
from selon.analysis.registry.localities import english_place, is_place
from selon.analysis.registry.phrase import Item, items_of, unfolded
from selon.analysis.registry.relations import (
    country_of,
    governed,
    has_preposition,
    headed_after,
    names_government,
    owns,
    premodifiers,
    segments_of,
    split,
    unknown_complement,
)
from selon.analysis.registry.units import Words, words_of
from selon.model import Actor

if TYPE_CHECKING:
    from selon.analysis.registry.registry import Registry


class Named(NamedTuple):
    """What a phrase names.

    ``role`` is in English ("Minister of Defence"); ``holder`` the id of the body that the role is of; ``country`` a
    code; ``anonymous``: people kept unnamed; ``plural``: several; ``sure`` is False where only context made the name;
    ``known``: a country or body of the registry; ``held``: the person is whoever held the office that day.
    """

    actor: Actor
    role: str | None = None
    holder: str | None = None
    country: str | None = None
    anonymous: bool = False
    plural: bool = False
    sure: bool = True
    known: bool = False
    held: bool = False


@dataclass(frozen=True)
class _Scene:
    language: str
    setting: Setting
    phrase: str

    @property
    def small(self) -> Words:
        return words_of(self.language if self.language in ("fr", "en") else "en")


class Namer:
    """Names the sources of phrases for a registry."""

    def __init__(self, registry: Registry, composer: Composer) -> None:
        self._registry = registry
        self._composer = composer

    def describe(
        self, phrase: str, language: str, country: str | None, published: str | None, place: str | None
    ) -> Named | None:
        """See Registry.describe."""
        if language == "fr":
            phrase = unfolded(self._registry, phrase)
        scene = _Scene(language, Setting(country, published, place), phrase)
        segments = segments_of(items_of(self._registry, phrase, language, country))
        if not segments:
            return None
        joint = self._joint(segments, scene)
        if joint:
            return joint
        named = [self._segment(segment, scene) for segment in segments]
        return self._chosen(segments, named)

    # -- segments ------------------------------------------------------------------------------------------------

    def _chosen(self, segments: list[list[Item]], named: list[Named | None]) -> Named | None:
        first = named[0]
        if first and _is_person(first):
            role = next((n for n in named[1:] if n and n.role and not _is_person(n)), None)
            return first if first.role or not role else _with_role(first, role)
        bodily = first is not None and first.role is None and first.known
        for segment, other in zip(segments[1:], named[1:], strict=True):
            if other and _is_person(other) and not bodily and segment[0].kind not in ("prep", "rel"):
                return _with_role(other, first) if first else other
        return first or next((n for n, s in zip(named, segments, strict=True) if n and s[0].kind != "prep"), None)

    def _joint(self, segments: list[list[Item]], scene: _Scene) -> Named | None:
        """Several sources in one phrase: "Washington et l'Otan", "Senators Durbin and Schiff"."""
        if not any(item.kind == "and" for item in segments[-1 if len(segments) > 1 else 0]):
            return None
        parts: list[list[Item]] = []
        for segment in segments:
            parts += split(segment, "and")
        parts = [part for part in parts if part]
        named = [self._segment(part, scene) for part in parts]
        for index, part in enumerate(parts):
            ministry = _ministry_word(parts[0], scene)
            if index and part[0].kind == "prep" and ministry:
                named[index] = self.describe(f"{ministry} {_text(part, scene)}", scene.language, *scene.setting)
            elif index and part[0].kind == "prep":
                return None
        if len(named) < 2 or not all(n and n.sure and n.actor.kind not in ("group", "") for n in named):
            return None
        actors: dict[str, Actor] = {n.actor.id: n.actor for n in named if n}
        if len(actors) < 2 or any(actor.id.startswith("role:") for actor in actors.values()):
            return None
        names = [actor.name for actor in actors.values()]
        name = f"{', '.join(names[:-1])} and {names[-1]}"
        lands = {actor.country for actor in actors.values()}
        country = lands.pop() if len(lands) == 1 else None
        return Named(Actor("+".join(sorted(actors)), name, "group", country), country=country, plural=True)

    def _segment(self, items: list[Item], scene: _Scene) -> Named | None:
        while items and items[-1].kind in ("poss", "prep", "det"):
            items = items[:-1]
        core = [item for item in items if item.kind in ("unit", "name", "org", "doc")]
        if not core:
            return None
        person = self._person(items, scene)
        if person:
            return person
        if scene.language == "fr":
            return self._french(items, scene)
        return self._english(items, scene)

    # -- persons -------------------------------------------------------------------------------------------------

    def _person(self, items: list[Item], scene: _Scene) -> Named | None:
        order = list(enumerate(items))
        if scene.language != "fr":
            order.reverse()  # "Scripps Oceanography director Margaret Leinen"
        for index, item in order:
            if not self._names_person(items, index) or governed(items, index) or names_government(items, index):
                continue
            if index + 1 < len(items) and items[index + 1].kind == "poss" and headed_after(items, index):
                continue
            if index + 1 < len(items) and items[index + 1].kind in ("doc",):
                return Named(self._person_actor(item, scene, None))
            return self._with_office(items[:index] + items[index + 1 :], item, scene)
        return None

    def _names_person(self, items: list[Item], index: int) -> bool:
        item = items[index]
        if item.unit is not None:
            return item.unit.kind == "person"
        if item.run is None:
            return False
        if item.run.person:
            return True
        before = items[index - 1] if index else None
        if item.run.words != 1 or before is None:
            return False
        if before.kind in ("title",):
            return True
        return before.unit is not None and (
            before.unit.kind == "role"
            or (before.unit.kind == "group" and not before.unit.plural and before.unit.key not in _BODILY)
        )

    def _person_actor(self, item: Item, scene: _Scene, country: str | None) -> Actor:
        if item.unit is not None:
            return self._registry.actors[item.unit.key]
        return self._registry.person(scene.phrase[item.start : item.end], country)

    def _with_office(self, rest: list[Item], item: Item, scene: _Scene) -> Named:
        unit = next((i.unit for i in rest if i.unit and i.unit.kind in ("role", "group")), None)
        country = country_of(rest)
        holder = self._holder(rest, None, scene)
        if country is None and holder is not None:
            country = holder.country
        actor = self._person_actor(item, scene, country)
        if actor.country is None and country:
            actor = Actor(actor.id, actor.name, actor.kind, country, actor.wikidata)
        role = self._composer.base(unit) if unit else None
        return Named(actor, role, holder.id if holder else None, actor.country or country)

    # -- heads ---------------------------------------------------------------------------------------------------

    def _french(self, items: list[Item], scene: _Scene) -> Named | None:
        for index, item in enumerate(items):
            if item.kind in ("unit", "name", "org", "doc"):
                unknown = [i for i in items[:index] if i.kind == "word"]
                if unknown and has_preposition(items[:index]):
                    return None  # "le musée de la Russie": the head is not known
                if unknown and item.unit and item.unit.kind == "demonym":
                    following = items[index + 1 :]
                    return self._french(following, scene) if any(i.kind == "name" for i in following) else None
                return self._headed(items, index, items[index + 1 :], scene)
        return None

    def _english(self, items: list[Item], scene: _Scene) -> Named | None:
        cut = next((n for n, item in enumerate(items) if item.kind == "prep" and n), len(items))
        front, back = items[:cut], items[cut:]
        heads = [n for n, item in enumerate(front) if item.kind in ("unit", "name", "org", "doc")]
        if not heads:
            return None
        index = heads[-1]
        tail = [item for item in front[index + 1 :] if item.kind == "word"]
        head = front[index]
        if head.kind == "doc" and len(heads) > 1:
            owners = [n for n in heads[:-1] if n + 1 < len(front) and front[n + 1].kind == "poss"] or heads[-2:-1]
            if front[owners[0]].kind != "doc":
                return self._headed(front, owners[0], back, scene)
        if tail and not (head.unit and head.unit.kind in ("actor", "person")):
            return None
        return self._headed(front, index, front[:index] + back, scene)

    def _headed(self, items: list[Item], index: int, rest: Sequence[Item], scene: _Scene) -> Named | None:
        head = items[index]
        if head.kind == "doc":
            actor = self._holder(rest, None, scene)
            return Named(actor, country=actor.country, sure=False) if actor else None
        if head.kind == "org":
            return self._organisation(items, head, rest, scene)
        if head.run is not None:
            text = scene.phrase[head.start : head.end]
            known = "institution" if head.run.words > 1 or head.start else ""
            return Named(Actor(f"org:{slug(text)}", text, known, None))
        unit = head.unit
        assert unit is not None
        explicit = country_of(rest)
        country = explicit or scene.setting.country
        if unit.kind == "actor":
            actor = self._registry.actors[unit.key]
            return Named(actor, country=actor.country, known=True)
        if unit.kind in ("country", "metonym"):
            actor = self._registry.actors[
                "org:eu" if (unit.kind, unit.key) == ("metonym", "BE") else f"country:{unit.key}"
            ]
            return Named(actor, country=actor.country, known=True)
        if unit.kind == "demonym":
            if any(item.kind == "word" for item in items[:index]) or not unit.plural:
                return None
            return Named(self._composer.people(unit.key), country=unit.key, plural=True)
        if unit.kind == "body":
            town = self._town(rest, scene)
            if town and not explicit:
                if scene.language == "en" and not any(i.kind == "prep" for i in rest) and not is_place(town):
                    return None  # "the Scottish government": an adjective is no place's name
                return Named(self._composer.local_body(unit.key, town))
            if not explicit and any(i.unit is not None and i.unit.kind == "actor" for i in rest):
                return None  # « l'opposition à l'Assemblée du Québec »: not that of the article's country
            if unit.key == "government" and not explicit:
                country = self._land_of_person(rest) or country
            actor = self._composer.body(unit.key, country, scene.setting.place)
            return Named(actor, country=actor.country, sure=bool(explicit) or actor.country is not None, known=True)
        if unit.kind == "group":
            holder = None if explicit else self._holder(rest, unit.key, scene)
            where = None if explicit or holder else self._town(rest, scene)
            before = items[:index]
            definite = not unit.plural and any(i.kind == "det" and i.form in scene.small.definite for i in before)
            owned = any(i.kind == "det" and i.form in scene.small.possessive for i in before)
            if (definite or owned) and not (explicit or holder or where):
                return None  # "ses avocats", "le chercheur", "the company": somebody whom the article has named before
            kind = premodifiers(before, scene.phrase) if scene.language != "fr" else ""
            group = self._composer.group(unit, country, bool(explicit), holder, where, kind)
            return Named(group, self._composer.base(unit), None, country, True, unit.plural, bool(explicit or holder))
        return self._role(head, rest, explicit, country, scene, items[:index])

    def _land_of_person(self, items: Sequence[Item]) -> str | None:
        person = next((i.unit for i in items if i.unit is not None and i.unit.kind == "person"), None)
        return self._registry.actors[person.key].country if person else None

    def _role(
        self,
        head: Item,
        rest: Sequence[Item],
        explicit: str | None,
        country: str | None,
        scene: _Scene,
        before: list[Item],
    ) -> Named | None:
        unit = head.unit
        assert unit is not None
        ministerial = unit.key.startswith(("minister:", "deputy-minister:"))
        holder = None if ministerial else self._holder(rest, None, scene)
        local = self._composer.is_local(unit.key)
        if local:
            holder = explicit = None  # "the mayor of London": of the town, not of the United Kingdom
        if holder is None and not explicit and not ministerial:
            town = self._town(rest, scene, capitals=local)
            if local and town is None:
                return None
            if town:
                holder = Actor(f"place:{slug(town)}", town, "institution", None)
        definite = not unit.plural and not any(
            item.form in scene.small.indefinite or item.kind == "former" for item in before
        )
        # "le président de l'Union française des pétroles": the adjective is the union's, and the union is not known.
        strange = holder is None and unknown_complement(rest)
        actor = self._composer.role(unit.key, holder, explicit, country, scene.setting, definite and not strange)
        if actor is None or (strange and not ministerial):
            return None
        if actor.id.startswith("role:") and any(i.kind == "former" and i.form in PAST for i in before):
            # « l'ancien patron de Renault » is another than its head.
            actor = Actor(f"role:former-{actor.id[5:]}", f"former {actor.name}", actor.kind, actor.country)
        anonymous = not definite and actor.id.startswith("role:")
        sure = bool(explicit or holder)
        holder_id = holder.id if holder else None
        role = None if actor.kind != "person" else self._composer.base(unit)
        held = actor.kind == "person" and not actor.id.startswith("role:")
        return Named(
            actor, role, holder_id, actor.country or country, anonymous, unit.plural, sure, actor.kind != "person", held
        )

    def _organisation(self, items: list[Item], head: Item, rest: Sequence[Item], scene: _Scene) -> Named | None:
        """A body of a kind that the registry does not know, by the words as they stand: "université de Caen"."""
        after = [item for item in items if item.start > head.start]
        for index, item in enumerate(after):
            if item.kind in ("prep", "det"):
                continue
            if index == 0 and item.unit is not None and item.unit.kind == "actor":
                return self._headed(after, index, after[1:], scene)  # "le groupe Samsung"
            if item.run is not None:
                start = item.start if index == 0 and scene.language == "fr" else head.start
                text = scene.phrase[start : item.end]
                return Named(Actor(f"org:{slug(text)}", text, "institution", None))
            break
        return None

    # -- what depends on the head --------------------------------------------------------------------------------

    def _holder(self, items: Sequence[Item], group: str | None, scene: _Scene) -> Actor | None:
        """The body, medium or person among the dependents that the head is of; its own country goes with it."""
        for index, item in enumerate(items):
            unit = item.unit
            if unit is None:
                continue
            if unit.kind == "actor":
                return self._registry.actors[unit.key]
            if unit.kind == "body" and unit.key != "media":
                country = country_of(items) or scene.setting.country
                return self._composer.body(unit.key, country, scene.setting.place)
            if unit.kind == "person" and owns(items, index):
                return self._registry.actors[unit.key]
            if unit.kind == "metonym" and unit.key == "BE" and group is None:
                return self._registry.actors["org:eu"]
        for index, item in enumerate(items):
            if item.run is None:
                continue
            text = scene.phrase[item.start : item.end]
            if owns(items, index) and (
                item.run.person or (items[index + 1 : index + 2] and items[index + 1].kind == "poss")
            ):
                return self._registry.person(text)
            if item.run.body and scene.language != "fr":
                return Actor(f"org:{slug(text)}", text, "institution", None)
        return None

    def _town(self, items: Sequence[Item], scene: _Scene, capitals: bool = False) -> str | None:
        for index, item in enumerate(items):
            if capitals and item.unit is not None and item.unit.kind == "metonym":
                return english_place(scene.phrase[item.start : item.end], scene.language)
            if item.kind == "name" and index and items[index - 1].kind in ("prep", "det"):
                text = scene.phrase[item.start : item.end]
                return english_place(text, scene.language)
        return None


PAST = frozenset(("ancien", "ancienne", "anciens", "anciennes", "ex", "former"))  # who held it, and does no longer

# Groups whose noun is a body's as well: a capitalised word after it is the body's name ("le parti Ensemble").
_BODILY = frozenset({"ngo", "association", "party", "company", "source", "people"})


def _is_person(named: Named) -> bool:
    return named.actor.kind == "person" and not named.held and not named.actor.id.startswith("role:")


def _with_role(person: Named, office: Named) -> Named:
    country = person.country or office.country
    actor = person.actor
    if actor.country is None and country:
        actor = Actor(actor.id, actor.name, actor.kind, country, actor.wikidata)
    return Named(actor, office.role, office.holder, country)


def _text(items: Sequence[Item], scene: _Scene) -> str:
    return scene.phrase[items[0].start : items[-1].end]


def _ministry_word(items: Sequence[Item], scene: _Scene) -> str | None:
    """The word for a ministry that "les ministères des Affaires étrangères et de la Défense" says but once."""
    unit = next((item for item in items if item.unit and item.unit.key.startswith("ministry:")), None)
    if unit is None:
        return None
    return "ministère" if scene.language == "fr" else "ministry"
