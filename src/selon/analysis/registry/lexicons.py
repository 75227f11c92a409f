"""The names of one language: who each means, and what it is in a phrase ("the South Korean defence minister")."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from selon.analysis.registry.fold import fold
from selon.analysis.registry.lexicon import Case, Lexicon
from selon.analysis.registry.units import Unit, add_offices, demonym_forms
from selon.languages import load
from selon.languages.registry.tables import Body, bodies, countries, people

DOTTED = range(3, 5)  # letters of an acronym that is also written with stops: "F.D.A."
MentionKind = Literal["name", "acronym", "metonym", "demonym"]

# Capitals that stand for something else than their country.
_METONYMS = {"BE": "org:eu"}


class Lexicons:
    """Two lexicons of the language ``code``: ``names`` (an actor's id and the kind of name) and ``units``."""

    def __init__(self, code: str, extra: Iterable[Body] = ()) -> None:
        """``extra`` are a user's own bodies: they go before all others of their name."""
        self.names: Lexicon[tuple[str, MentionKind]] = Lexicon()
        self.units: Lexicon[Unit] = Lexicon()
        self._code = code
        for body in extra:
            self._add_body(body)
        self._add_countries()
        for body in bodies():
            self._add_body(body)
        self._add_people()
        add_offices(self.units, code)

    def _enter(self, name: str, actor: str, kind: MentionKind, unit: Unit, case: Case) -> None:
        self.names.add(name, (actor, kind), case)
        self.units.add(name, unit, case)

    def _add_body(self, body: Body) -> None:
        unit = Unit("person" if body.kind == "person" else "actor", body.id)
        english = body.name.removeprefix("The ").split(" (")[0]
        usual = (body.name, english) if len(english) > 3 and not english.islower() and _telling(body, english) else ()
        for name in (*body.names.get(self._code, ()), *usual):
            self._enter(name, body.id, "name", unit, Case.CAPITALS)
            if self._code == "fr" and name[0].islower():
                self._enter(name[0].upper() + name[1:], body.id, "name", unit, Case.CAPITALS)
        for name in body.acronyms:
            self._enter(name, body.id, "acronym", unit, Case.EXACT)
            if name.isupper() and name.isalpha() and len(name) in DOTTED:
                self._enter(".".join(name), body.id, "acronym", unit, Case.EXACT)

    def _add_countries(self) -> None:
        code = self._code
        for country in countries().values():
            for name in country.names[code]:
                acronym = len(name) <= 6 and name.replace(".", "").isupper()
                case = Case.EXACT if acronym else Case.CAPITALS
                kind: MentionKind = "acronym" if acronym else "name"
                self._enter(name, f"country:{country.code}", kind, Unit("country", country.code), case)
        for country in countries().values():
            meant = _METONYMS.get(country.code, f"country:{country.code}")
            for name in country.capitals[code]:
                if fold(name) in {fold(n) for n in country.names[code]}:
                    continue
                self._enter(name, meant, "metonym", Unit("metonym", country.code), Case.CAPITALS)
            for form in demonym_forms(code, load(code).table("demonyms").get(country.code, [])):
                case = Case.EXACT if form.replace(".", "").isupper() else Case.CAPITALS
                if code == "fr":
                    case = Case.ANY
                unit = Unit("demonym", country.code, form.endswith("s"))
                self._enter(form, f"country:{country.code}", "demonym", unit, case)

    def _add_people(self) -> None:
        for known in people():
            for name in (known.name, *known.spellings, *known.surnames):
                self._enter(name, known.id, "name", Unit("person", known.id), Case.CAPITALS)


def _telling(body: Body, name: str) -> bool:
    """Whether a canonical name cut of its bracket is safe to look for.

    Not "Time" or "Senate"; no ministry: every state has one, "the Ministry of Health" is that of the article's own.
    """
    return " (" not in body.name or (len(name.split()) > 2 and not name.startswith("Ministry "))
