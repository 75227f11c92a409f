"""Can it speak? The class of a noun: person by role, body, document, or none of them (agents.toml)."""

from __future__ import annotations

from functools import cache

from selon.languages import load
from selon.languages.loader import LanguageError

CLASSES = {"persons": "person", "anonymous": "person", "bodies": "body", "collective": "body", "documents": "document"}


@cache
def _classes(code: str) -> dict[str, str]:
    try:
        table = load(code).table("agents")
    except LanguageError:
        return {}
    out: dict[str, str] = {}
    for section, name in CLASSES.items():
        words = table.get(section, ())
        if isinstance(words, dict):
            words = words.get("nouns", words)
        for word in words:
            out.setdefault(word, name)
    return out


def agent_class(word: str, code: str) -> str:
    """ "person", "body", "document", or "" for a lower-case lemma that the table does not have."""
    return _classes(code).get(word, "")
