"""Makes canonical English actors of parts: a kind of body and its country, an office and what it is of, a group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from selon.analysis.registry.fold import slug
from selon.analysis.registry.units import Unit, shared_offices
from selon.languages import load
from selon.languages.registry.tables import countries
from selon.model import Actor

if TYPE_CHECKING:
    from selon.analysis.registry.registry import Registry


class Setting(NamedTuple):
    """What the passage gives to a phrase that leaves it out: its country, day and town."""

    country: str | None = None
    published: str | None = None
    place: str | None = None


class Composer:
    """Composes actors. ``explicit``: the phrase itself names the country, so that the name may take its adjective."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._shared = shared_offices()

    def adjective(self, code: str) -> str:
        """The English adjective of a country, or its name where it has none."""
        override: str | None = self._shared["adjectives"].get(code)
        if override:
            return override
        forms = load("en").table("demonyms").get(code)
        return str(forms[0]) if forms else countries()[code].name

    def _filled(self, template: str, code: str) -> str:
        country = countries()[code]
        of = f"the {country.name}" if country.article else country.name
        return template.format(of=of, country=country.name, adjective=self.adjective(code))

    def body(self, key: str, code: str | None, place: str | None = None) -> Actor:
        """A body such as a ministry, of a country; without one its bare name."""
        if key.startswith("ministry:"):
            return self._ministry(key.removeprefix("ministry:"), code)
        entry = self._shared["bodies"][key]
        local = self._local(key, code, place)
        if local:
            return local
        if code is None:
            return Actor(f"org:{key}", entry["base"], "institution")
        special = entry.get("for", {}).get(code)
        if special:
            return self._registry.actors[f"org:{special}"]
        return Actor(f"org:{entry.get('same', key)}@{code}", self._filled(entry["name"], code), "institution", code)

    def local_body(self, key: str, place: str) -> Actor:
        """A body of a town or region: "Government of Catalonia", "prosecutor's office of Bobigny"."""
        base = self.body(key, None)
        template = "" if key.startswith("ministry:") else self._shared["bodies"][key]["name"]
        name = template.format(of=place) if "{of}" in template else f"{base.name} of {place}"
        return Actor(f"{base.id}@{slug(place)}", name, "institution", None)

    def _local(self, key: str, code: str | None, place: str | None) -> Actor | None:
        if not place or code not in (None, "FR"):
            return None
        local: dict[str, str] = self._shared["local"].get(key, {})
        name = local.get(place)
        if name is None:
            return None
        known = next((a for a in self._registry.actors.values() if a.name == name), None)
        return known or Actor(f"org:{slug(name)}", name, "institution", "FR")

    def _ministry(self, portfolio: str, code: str | None) -> Actor:
        name = f"Ministry of {self._shared['portfolios'][portfolio]}"
        if code is None:
            return Actor(f"org:ministry-{portfolio}", name, "institution")
        special = self._shared["ministries"].get(portfolio, {}).get(code)
        if special:
            return self._registry.actors[f"org:{special}"]
        if code == "US":
            name = f"United States Department of {self._shared['portfolios'][portfolio]}"
            return Actor(f"org:ministry-{portfolio}@US", name, "institution", code)
        return Actor(f"org:ministry-{portfolio}@{code}", f"{name} ({countries()[code].name})", "institution", code)

    def is_local(self, role: str) -> bool:
        """Whether the role is of a town or region: a mayor's, a governor's."""
        return bool(self._shared["roles"].get(role, {}).get("local"))

    def role(
        self, key: str, holder: Actor | None, explicit: str | None, code: str | None, setting: Setting, definite: bool
    ) -> Actor | None:
        """An office of a country or body; its holder of the day where the table knows one.

        An office of state may take its country from the passage (``code``), others only from the phrase
        (``explicit``).
        """
        if key.startswith(("minister:", "deputy-minister:")):
            return self._minister(key, code, setting, definite)
        entry = self._shared["roles"][key]
        code = entry.get("country", code)
        if "body" in entry:
            holder = self._registry.actors[f"org:{entry['body']}"]
        if entry.get("speaks"):
            return self._registry.actors[f"country:{explicit}"] if explicit else holder
        if not entry.get("state"):
            code = explicit
        if holder is None and code is None:
            return None
        of = holder.id.removeprefix("org:").removeprefix("country:") if holder else str(code)
        if definite:
            for office in entry.get("same", [key]):
                person = self._registry.holder(office, of, setting.published)
                if person:
                    return person
        where = holder.country if holder else code
        if holder:
            name = entry["of"].format(of=holder.name, country=holder.name)
        else:
            name = self._filled(entry["of"], str(code))
        return Actor(f"role:{key}@{of}", name, "person", where)

    def _minister(self, key: str, code: str | None, setting: Setting, definite: bool) -> Actor | None:
        rank, portfolio = key.split(":")
        if code is None:
            return None
        if definite and rank == "minister":
            person = self._registry.holder(key, code, setting.published)
            if person:
                return person
        deputy = "Deputy " if rank.startswith("deputy") else ""
        what: str = self._shared["portfolios"][portfolio]
        if code == "US":
            name = f"{deputy}United States Secretary of {self._shared['secretaries'].get(portfolio, what)}"
        else:
            name = f"{deputy}Minister of {what} ({countries()[code].name})"
        return Actor(f"role:{key}@{code}", name, "person", code)

    def group(
        self, unit: Unit, code: str | None, explicit: bool, of: Actor | None, where: str | None, kind: str = ""
    ) -> Actor:
        """Unnamed people: "Ukrainian officials" where the phrase has the adjective, else "witnesses (Syria)"."""
        singular, plural = self._shared["groups"][unit.key]
        noun = f"{kind} {plural if unit.plural else singular}".lstrip()
        tail = ("s" if unit.plural else "") + (f"-{slug(kind)}" if kind else "")
        if of is not None:
            return Actor(
                f"group:{unit.key}{tail}@{of.id.split(':', 1)[-1]}", f"{noun} of {of.name}", "group", of.country
            )
        if where:
            return Actor(f"group:{unit.key}{tail}@{slug(where)}", f"{noun} in {where}", "group", code)
        if code is None:
            return Actor(f"group:{unit.key}{tail}", noun, "group")
        adjectival = explicit or unit.key in self._shared["adjectival"]["groups"]
        name = f"{self.adjective(code)} {noun}" if adjectival else f"{noun} ({countries()[code].name})"
        return Actor(f"group:{unit.key}{tail}@{code}", name, "group", code)

    def people(self, code: str) -> Actor:
        """A country's people: "81 % des Espagnols"."""
        return Actor(f"group:people@{code}", f"{self.adjective(code)} people", "group", code)

    def base(self, unit: Unit) -> str:
        """The bare English word for a role or group, for the record of a named person's role."""
        if unit.key.startswith(("minister:", "deputy-minister:")):
            rank, portfolio = unit.key.split(":")
            return (
                f"{'deputy ' if rank.startswith('deputy') else ''}Minister of {self._shared['portfolios'][portfolio]}"
            )
        table: dict[str, Any] = self._shared["roles" if unit.kind == "role" else "groups"]
        entry = table[unit.key]
        return str(entry["base"] if unit.kind == "role" else entry[int(unit.plural)])
