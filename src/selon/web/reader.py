"""Which language a visitor reads: for pages and for refusals alike."""

from __future__ import annotations

from starlette.requests import HTTPConnection

from selon.views.i18n import LOCALES, Interface, interface


def reader(asked: HTTPConnection) -> Interface:
    """The interface's language: as asked in the address, else as chosen before, else as the browser says."""
    wishes = [asked.query_params.get("lang", ""), asked.cookies.get("lang", "")]
    wishes += [part.split(";")[0].strip()[:2].lower() for part in asked.headers.get("accept-language", "").split(",")]
    return interface(next((wish for wish in wishes if wish in LOCALES), "en"))


def message(text: str) -> str:
    """Marks a message for the catalogue; it is translated where it is shown."""
    return text
