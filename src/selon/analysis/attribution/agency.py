"""Can it speak? The class of a noun: person by role, body, document, or none of them (agents.toml)."""

from __future__ import annotations

from functools import cache

from selon.languages.agents import agents
from selon.languages.loader import LanguageError

CLASSES = {"persons": "person", "anonymous": "person", "bodies": "body", "collective": "body", "documents": "document"}


@cache
def _classes(code: str) -> dict[str, str]:
    """The class of each noun, feminines with their masculines: the first of CLASSES that it belongs to."""
    try:
        kinds = agents(code).kinds
    except LanguageError:
        return {}
    return {noun: next(CLASSES[kind] for kind in CLASSES if kind in own) for noun, own in kinds.items()}


def agent_class(word: str, code: str) -> str:
    """ "person", "body", "document", or "" for a lower-case lemma that the table does not have."""
    return _classes(code).get(word, "")
