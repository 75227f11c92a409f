"""English names of towns and regions that a phrase names in another language."""

from __future__ import annotations

from functools import cache

from selon.analysis.registry.fold import tokens
from selon.languages.registry.gazetteer import gazetteer, regions


def _key(name: str) -> str:
    return " ".join(token.form for token in tokens(name))


@cache
def _regions() -> dict[str, str]:
    return {_key(name): region.name for region in regions() for name in region.names["fr"]}


def english_place(name: str, language: str) -> str:
    """``name`` in English where the gazetteer knows it ("Catalogne", "Londres"), else as it stands."""
    if language == "en":
        return name
    key = _key(name)
    region = _regions().get(key)
    if region:
        return region
    towns = gazetteer().towns.get(key, ())
    if not towns:
        return name
    largest = max(towns, key=lambda town: town.population)
    return name if _key(largest.name) == key else largest.name


def is_place(name: str) -> bool:
    """Whether the gazetteer knows a town or a region by this English name."""
    return _key(name) in gazetteer().towns or is_region(name, "en")


def is_region(name: str, language: str) -> bool:
    """Whether it is the name of a region ("Wisconsin", « Catalogne »)."""
    return _key(name) in _region_names(language)


@cache
def _region_names(language: str) -> frozenset[str]:
    return frozenset(_key(name) for region in regions() for name in region.names[language])
