"""The registry of actors: who is who, the same whatever the language.

    >>> from selon.analysis.actors import registry
    >>> registry().name_source("le ministre de la Défense sud-coréen", "fr").name
    'Minister of Defence (South Korea)'

``registry(user_file)`` is made once; ``Registry.find`` gives all registered names in a text, ``Registry.name_source``
the canonical English actor that a source's noun phrase names, ``Registry.describe`` the same with its role and country,
``Registry.same_person`` and ``Registry.link`` tell persons apart.
"""

from __future__ import annotations

from selon.analysis.registry.naming import Named
from selon.analysis.registry.registry import Mention, Registry, registry

__all__ = ["Mention", "Named", "Registry", "find_actors", "registry"]


def find_actors(text: str, language: str) -> list[Mention]:
    """The registered actors named in ``text``: ``Registry.find`` of the registry without a user's entries."""
    return registry().find(text, language)
