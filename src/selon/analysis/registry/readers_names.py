"""What a reader calls an actor: the canonical English name in another language, where the registry has a form for it.

    >>> from selon.analysis.registry.readers_names import readers_name
    >>> readers_name("Ministry of the Interior (France)", "fr")
    "Ministère de l'Intérieur (France)"

The composer (``selon.analysis.registry.composition``) makes a canonical name from a template and a country; here the
name is taken apart by the same templates and put together by the language's own (``readers_frames``).
"""

from __future__ import annotations

from functools import cache, lru_cache

from selon.analysis.registry.readers_frames import Frame, Frames, Phrase
from selon.languages import LanguageError, load

MOST_OF = 4  # " of " in a name at which it may be parted
LONGEST_ADJECTIVE = 3  # words of a country's adjective


@lru_cache(maxsize=100_000)
def readers_name(name: str, language: str) -> str:
    """``name`` (canonical, English) as readers of ``language`` know it; itself where no form is known.

    A language without a table ``names.toml`` keeps all names. Speakers of one claim are parted by "; ", here as there.
    """
    names = _names_in(language)
    if names is None or not name:
        return name
    return "; ".join(names.shown(part) for part in name.split("; "))


@cache
def _names_in(language: str) -> _Names | None:
    try:
        load(language).table("names")
    except LanguageError:
        return None
    return _Names(Frames(language))


class _Names:
    """Takes canonical names apart and puts them together in one language."""

    def __init__(self, frames: Frames) -> None:
        self._frames = frames

    def shown(self, name: str) -> str:
        """The name in this language, or as it is."""
        found = self._phrase(name)
        if found is None:
            return name
        return found.text[0].upper() + found.text[1:] if found.capital else found.text

    def _phrase(self, name: str) -> Phrase | None:
        known = self._frames.whole.get(name)
        return known or self._with_bracket(name) or self._with_adjective(name) or self._with_owner(name)

    def _with_bracket(self, name: str) -> Phrase | None:
        """ "Prosecutor's Office (France)", "witnesses (Syria)"."""
        base, bracket, country = name.removesuffix(")").partition(" (")
        frame = self._frames.beside_bracket.get(base)
        if not bracket or frame is None or country not in self._frames.codes:
            return None
        return self._frames.bracketed(frame, self._proper(country).text)

    def _with_adjective(self, name: str) -> Phrase | None:
        """ "Ukrainian intelligence", "South Korean officials"."""
        words = name.split(" ")
        for length in range(1, min(LONGEST_ADJECTIVE, len(words) - 1) + 1):
            code = self._frames.adjectives.get(" ".join(words[:length]))
            frame = self._frames.behind_adjective.get(" ".join(words[length:]))
            if code and frame:
                return self._frames.of_country(frame, code)
        return self._with_modifier(name)

    def _with_modifier(self, name: str) -> Phrase | None:
        """ "local authorities", "regional officials"."""
        word, _, noun = name.partition(" ")
        frame = self._frames.behind_adjective.get(noun)
        own = self._frames.modifier(word, frame.slot) if frame else None
        return Phrase(f"{frame.head} {own}", frame.article) if frame and own else None

    def _with_owner(self, name: str) -> Phrase | None:
        """ "Government of Canada", "Spokesperson of Armed Forces of Ukraine", "residents in Lyon"."""
        parts = name.split(" of ")
        for count in range(1, min(len(parts), MOST_OF + 1)):
            frame, owner = self._frames.before_of.get(" of ".join(parts[:count])), " of ".join(parts[count:])
            if frame is not None:
                code = self._frames.codes.get(owner.removeprefix("the "))
                return self._frames.of_country(frame, code) if code else self._owned(frame, owner)
        noun, _, town = name.partition(" in ")
        group = self._frames.groups.get(noun)
        return self._frames.bracketed(group, self._proper(town).text) if group and town else None

    def _owned(self, frame: Frame, owner: str) -> Phrase | None:
        known = self._phrase(owner)
        if known is None and not owner[:1].isupper():
            return None  # an English noun would stand in the middle of the name
        return self._frames.owned(frame, known or self._proper(owner))

    def _proper(self, name: str) -> Phrase:
        return self._frames.whole.get(name) or self._frames.proper(name)
