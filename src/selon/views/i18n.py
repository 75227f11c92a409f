"""The interface's languages: messages through gettext, numbers and dates by CLDR (babel).

The catalogues are ``locale/<code>/LC_MESSAGES/selon.po`` and ``.mo``; ``tools/messages.py`` collects the messages from
templates and code, merges them and compiles.
"""

from __future__ import annotations

import gettext
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal, format_percent

from selon.analysis.registry.readers_names import readers_name

LOCALES = {"en": "en_GB", "fr": "fr_FR"}
CATALOGUES = Path(__file__).parent / "locale"


class InterfaceError(ValueError):
    """An interface language that selon doesn't speak."""


class Interface:
    """What a page needs to speak one language: ``text`` and ``plural`` for messages, ``number``, ``share``."""

    def __init__(self, language: str) -> None:
        if language not in LOCALES:
            raise InterfaceError(f"the interface does not speak {language!r}; it speaks: {', '.join(LOCALES)}")
        self.language = language
        self.locale = Locale.parse(LOCALES[language])
        self.translations = gettext.translation("selon", CATALOGUES, [language], fallback=language == "en")

    def text(self, message: str, /, **values: object) -> str:
        """The message in this language, with ``{name}`` fields filled in."""
        translated = self.translations.gettext(message)
        return translated.format(**values) if values else translated

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form of the message for ``n``, which fills ``{n}`` (written by locale)."""
        return self.translations.ngettext(one, many, n).format(n=self.number(n), **values)

    def name(self, speaker: str) -> str:
        """What readers of this language call a speaker of this canonical name; "someone unnamed" for none."""
        return readers_name(speaker, self.language) or self.text("someone unnamed")

    def number(self, value: float) -> str:
        """A number by locale, with no more than three decimals."""
        return _number(value, LOCALES[self.language])

    def share(self, part: float) -> str:
        """A share of 1 as whole percent."""
        return format_percent(part, "#,##0%" if self.language == "en" else "#,##0\u202f%", locale=self.locale)


@lru_cache(maxsize=10_000)
def _number(value: float, locale: str) -> str:
    return format_decimal(value, locale=locale)


@cache
def interface(language: str) -> Interface:
    """The interface in ``language`` ("en" or "fr"); raises InterfaceError for another."""
    return Interface(language)


__all__ = ["LOCALES", "Interface", "InterfaceError", "format_date", "format_interval", "format_skeleton", "interface"]
