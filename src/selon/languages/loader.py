"""Finds a language's folder and reads its tables (TOML), each once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


class LanguageError(ValueError):
    """A language that selon has no folder for, or a table in one that is amiss."""


class Language:
    """One language's data. ``table(name)`` is the parsed ``NAME.toml`` of its folder, read once."""

    def __init__(self, code: str, folder: Path) -> None:
        self.code = code
        self.folder = folder
        self._tables: dict[str, dict[str, Any]] = {}

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def table(self, name: str) -> dict[str, Any]:
        """The table ``name``; raises LanguageError where the file is missing or is no TOML."""
        if name not in self._tables:
            path = self.folder / f"{name}.toml"
            try:
                self._tables[name] = tomllib.loads(path.read_text(encoding="utf-8"))
            except FileNotFoundError:
                raise LanguageError(f"the language {self.code!r} has no table {name}.toml (looked in {path})") from None
            except tomllib.TOMLDecodeError as error:
                raise LanguageError(f"{path}: {error}") from None
        return self._tables[name]


@cache
def supported() -> tuple[str, ...]:
    """The codes of the languages that have a folder, in order."""
    return tuple(sorted(path.parent.name for path in HERE.glob("*/language.toml")))


@cache
def load(code: str) -> Language:
    """The language ``code`` (ISO 639-1); raises LanguageError naming the supported ones."""
    if code not in supported():
        raise LanguageError(f"selon does not read the language {code!r}; it reads: {', '.join(supported())}")
    return Language(code, HERE / code)
