"""A proper name in a text: its words, its kind, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from selon.analysis.document import Token
from selon.analysis.known import Known


@dataclass(slots=True)
class Name:
    """One name in the text: tokens ``first`` to ``last`` (excluded).

    ``kind`` is "person", "body", "country" … or "" where nothing tells. ``roles`` are the English nouns beside it.
    """

    first: int
    last: int
    words: tuple[str, ...]
    kind: str = ""
    gender: str = ""
    roles: list[str] = field(default_factory=list)
    context: set[str] = field(default_factory=set)
    known: Known | None = None
    beside: int = -1  # the token of the noun that it is set beside, past a comma
    begin: int = 0  # the first token of the whole noun phrase, where roles and titles stand before the name
    title: bool = False
    plural: bool = False

    @property
    def text(self) -> str:
        return " ".join(self.words)


def capital(token: Token) -> bool:
    """Whether the token is written as part of a name ("Xi", "al-Quaety", "iTunes", "U.S."; not "pro-European")."""
    text = token.text
    if text.islower():
        return False
    if text[0].isupper():
        return text[0].isalpha() or any(c.isalpha() for c in text)
    if not text[0].isalpha() or not any(c.isupper() for c in text[1:]):
        return False
    return "-" not in text or len(text.split("-")[0]) == 2
