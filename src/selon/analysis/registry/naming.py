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
from selon.analysis.registry.phrase import Item, items_of
from selon.model import Actor

if TYPE_CHECKING:
    from selon.analysis.registry.registry import Registry

_ADJACENT = ("unit", "title", "name", "org")


class Named(NamedTuple):
    """What a phrase names.

    ``role`` is in English ("Minister of Defence"); ``holder`` the id of the body that the role is of; ``country`` a
    code; ``anonymous``: people kept unnamed; ``plural``: several; ``sure`` is False where only context made the name.
    """

    actor: Actor
    role: str | None = None
    holder: str | None = None
    country: str | None = None
    anonymous: bool = False
    plural: bool = False
    sure: bool = True


@dataclass(frozen=True)
class _Scene:
    language: str
    setting: Setting
    phrase: str


class Namer:
    """Names the sources of phrases for a registry."""

    def __init__(self, registry: Registry, composer: Composer) -> None:
        self._registry = registry
        self._composer = composer

    def describe(
        self, phrase: str, language: str, country: str | None, published: str | None, place: str | None
    ) -> Named | None:
        """See Registry.describe."""
        scene = _Scene(language, Setting(country, published, place), phrase)
        segments = _segments(items_of(self._registry, phrase, language))
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
        if first and first.actor.kind == "person" and not first.actor.id.startswith("role:"):
            role = next((n for n in named[1:] if n and (n.role or n.actor.id.startswith("role:"))), None)
            return first if first.role or not role else _with_role(first, role)
        bodily = first is not None and first.role is None and first.actor.kind not in ("group", "person")
        for segment, other in zip(segments[1:], named[1:], strict=True):
            person = other and other.actor.kind == "person" and not other.actor.id.startswith("role:")
            if other and person and not bodily and segment[0].kind not in ("prep", "rel"):
                return _with_role(other, first) if first else other
        return first or next((n for n, s in zip(named, segments, strict=True) if n and s[0].kind != "prep"), None)

    def _joint(self, segments: list[list[Item]], scene: _Scene) -> Named | None:
        """Several sources in one phrase: "Washington et l'Otan", "Senators Durbin and Schiff"."""
        if not any(item.kind == "and" for item in segments[-1 if len(segments) > 1 else 0]):
            return None
        parts: list[list[Item]] = []
        for segment in segments:
            parts += _split(segment, "and")
        parts = [part for part in parts if part]
        named = [self._segment(part, scene) for part in parts]
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
        for index, item in enumerate(items):
            if not self._names_person(items, index) or _governed(items, index):
                continue
            if index + 1 < len(items) and items[index + 1].kind == "poss" and _headed_after(items, index):
                return None
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
        country = _country_of(rest)
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
                if unknown and _prepositions(items[:index]):
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
            owner = front[heads[-2]]
            if owner.kind != "doc":
                return self._headed(front, heads[-2], back, scene)
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
        explicit = _country_of(rest)
        country = explicit or scene.setting.country
        if unit.kind == "actor":
            actor = self._registry.actors[unit.key]
            return Named(actor, country=actor.country)
        if unit.kind in ("country", "metonym"):
            actor = self._registry.actors[
                "org:eu" if (unit.kind, unit.key) == ("metonym", "BE") else f"country:{unit.key}"
            ]
            return Named(actor, country=actor.country)
        if unit.kind == "demonym":
            if any(item.kind == "word" for item in items[:index]) or not unit.plural:
                return None
            return Named(self._composer.people(unit.key), country=unit.key, plural=True)
        if unit.kind == "body":
            town = self._town(rest, scene)
            if town and not explicit:
                base = self._composer.body(unit.key, None)
                return Named(Actor(f"{base.id}@{slug(town)}", f"{base.name} of {town}", "institution", None))
            actor = self._composer.body(unit.key, country, scene.setting.place)
            return Named(actor, country=country, sure=bool(explicit) or actor.country is not None)
        if unit.kind == "group":
            holder = None if explicit else self._holder(rest, unit.key, scene)
            where = None if explicit or holder else self._town(rest, scene)
            group = self._composer.group(unit, country, bool(explicit), holder, where)
            return Named(group, self._composer.base(unit), None, country, True, unit.plural, bool(explicit or holder))
        return self._role(head, rest, explicit, country, scene, items[:index])

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
        if holder is None and not explicit and not ministerial:
            town = self._town(rest, scene)
            if town:
                holder = Actor(f"place:{slug(town)}", town, "institution", None)
        definite = not any(
            item.form in ("un", "une", "a", "an", "des", "several", "plusieurs") for item in before
        ) and not any(item.kind == "former" for item in before)
        if unit.plural and unit.key != "representative" and unit.key != "delegation":
            definite = False
        actor = self._composer.role(unit.key, holder, country, scene.setting, definite)
        if actor is None:
            return None
        anonymous = not definite and actor.id.startswith("role:")
        sure = bool(explicit or holder)
        holder_id = holder.id if holder else None
        return Named(
            actor, self._composer.base(unit), holder_id, actor.country or country, anonymous, unit.plural, sure
        )

    def _organisation(self, items: list[Item], head: Item, rest: Sequence[Item], scene: _Scene) -> Named | None:
        """A body of a kind that the registry does not know, by the words as they stand: "université de Caen"."""
        names = [item for item in rest if item.kind == "name" and item.start > head.start]
        if names:
            text = scene.phrase[head.start : names[-1].end]
            return Named(Actor(f"org:{slug(text)}", text, "institution", None))
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
            if unit.kind == "body":
                country = _country_of(items) or scene.setting.country
                return self._composer.body(unit.key, country, scene.setting.place)
            if unit.kind == "person" and group is None and index:
                return self._registry.actors[unit.key]
            if unit.kind == "metonym" and unit.key == "BE" and group is None:
                return self._registry.actors["org:eu"]
        for index, item in enumerate(items):
            if item.run is not None and item.run.person and group is None and index and items[index - 1].kind != "det":
                return self._registry.person(scene.phrase[item.start : item.end])
        return None

    def _town(self, items: Sequence[Item], scene: _Scene) -> str | None:
        for index, item in enumerate(items):
            if item.kind == "name" and index and items[index - 1].kind in ("prep", "det"):
                return scene.phrase[item.start : item.end]
        return None


# Groups whose noun is a body's as well: a capitalised word after it is the body's name ("le parti Ensemble").
_BODILY = frozenset({"ngo", "association", "party", "company", "source", "people"})


def _with_role(person: Named, office: Named) -> Named:
    country = person.country or office.country
    actor = person.actor
    if actor.country is None and country:
        actor = Actor(actor.id, actor.name, actor.kind, country, actor.wikidata)
    return Named(actor, office.role, office.holder, country)


def _segments(items: list[Item]) -> list[list[Item]]:
    """The phrase's parts between commas and brackets, as far as its first relative clause."""
    cut: list[Item] = []
    for index, item in enumerate(items):
        if item.kind == "rel" and index:
            break
        cut.append(item)
    return [segment for segment in _split(cut, "break") if segment]


def _split(items: list[Item], kind: str) -> list[list[Item]]:
    out: list[list[Item]] = [[]]
    for item in items:
        if item.kind == kind:
            out.append([])
        else:
            out[-1].append(item)
    return out


def _prepositions(items: Sequence[Item]) -> bool:
    return any(item.kind == "prep" for item in items[1:])


def _governed(items: list[Item], index: int) -> bool:
    """Whether the name at ``index`` depends on a preposition: "of Alexei Navalny", "du président Vladimir Poutine"."""
    before = index - 1
    while before >= 0 and (
        items[before].kind in ("title", "det", "former")
        or (items[before].unit is not None and items[before].unit.kind in ("role", "group"))  # type: ignore[union-attr]
    ):
        before -= 1
    if before < 0:
        return False
    if items[before].kind == "prep":
        return before > 0 or index == before + 1
    if items[before].kind in ("word", "org"):
        return any(item.kind == "prep" for item in items[:before])
    return False


def _headed_after(items: list[Item], index: int) -> bool:
    return any(item.kind in ("unit", "name", "word", "org") for item in items[index + 2 :])


def _country_of(items: Sequence[Item]) -> str | None:
    """The country that the items name: by adjective or name first, else by its capital."""
    for item in items:
        if item.unit is not None and item.unit.kind in ("demonym", "country"):
            return item.unit.key
    for item in items:
        if item.unit is not None and item.unit.kind == "metonym":
            return item.unit.key
    return None
