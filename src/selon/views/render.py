"""Fills the templates: one environment for the server, the folder of files and the page that stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from selon.views import wording
from selon.views.i18n import LOCALES, Interface, interface
from selon.views.links import Links
from selon.views.page_models import speaker_key
from selon.views.style import house_style, policy
from selon.views.visible import shortened, visible

TEMPLATES = Path(__file__).parent / "templates"


def _finalize(value: Any) -> Any:
    """Text from outside shows what can't be seen; markup that we made ourselves passes."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def environment(language: str) -> Environment:
    """The templates with the messages, numbers and words of one interface language."""
    speech = interface(language)
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_callables(speech.translations.gettext, speech.translations.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals |= {"speech": speech, "languages": tuple(LOCALES), "key": speaker_key, "chain": chain}
    made.filters |= {
        "named": speech.name,
        "number": speech.number,
        "share": speech.share,
        "stance": lambda value: wording.stance(speech, value),
        "certainty": lambda value: wording.certainty(speech, value),
        "answered": lambda value: wording.answer(speech, value),
        "published": lambda value: wording.published(speech, value),
        "shortened": shortened,
    }
    return made


def chain(names: Sequence[str]) -> Markup:
    """Tellers with arrows between them, each kept from turning its neighbours' direction."""
    arrow = Markup(' <span aria-hidden="true">→</span> ')
    return arrow.join(Markup("<bdi>{}</bdi>").format(escape(visible(name))) for name in names)


class Page(str):
    """A whole page as HTML. ``policy`` is the Content-Security-Policy that it also carries within."""

    policy: str = ""


def render(template: str, speech: Interface, links: Links, own_style: str = "", **values: Any) -> Page:
    """A whole page: ``template`` within the frame, with the page's own style let in by the policy."""
    shared = Markup(house_style()) if links.alone else ""
    allowed = policy(own_style, str(shared))
    page = Page(
        environment(speech.language)
        .get_template(template)
        .render(
            links=links,
            own_style=Markup(own_style),
            shared_style=shared,
            policy=allowed,
            **values,
        )
    )
    page.policy = allowed
    return page
