"""``selon read``: one article, and who said what in it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from selon.cli.console import AllowPrivateOption, LanguageOption, PublishedOption, count, progress, say, writing


def command(
    source: Annotated[str, typer.Argument(metavar="FILE|URL|-", help="Text, HTML or JSON; - is standard input.")],
    json: Annotated[bool, typer.Option("--json", help="The article and its claims as data.")] = False,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="OUT", help="Write one page with each claim marked in place.")
    ] = None,
    published: PublishedOption = None,
    language: LanguageOption = None,
    explain: Annotated[bool, typer.Option("--explain", help="Say which rule and cue made each claim.")] = False,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Print who said what in an article.

    A table of speaker, stance and certainty, the words, figures and dates; or a page, or data.
    """
    from itertools import islice

    from selon import collector, views
    from selon.analysis.pipeline import extract
    from selon.reading import ReadingError, units

    given = source if source == "-" or "://" in source else Path(source)
    found = list(islice(units(given, language=language, published=published, allow_private=allow_private), 2))
    for note in (note for unit in found for note in unit.notes):
        say(f"selon: {note}")
    if not found:  # a folder without files, or a pattern that only folders match
        raise ReadingError(source, "holds nothing to read", "Give a file, or a folder with one article in it")
    article = found[0].article
    if found[0].error or article is None:
        raise found[0].error or ReadingError(source, "holds no article")
    if len(found) > 1:
        raise ReadingError(source, "holds more than one article", "selon extract and selon add take them all")
    with progress("reading") as tick, collector.paused():  # what is loaded for it stays
        tick(count(len(article.text), "character"))
        claims = extract(article)
    if html:
        with writing(html):
            html.write_text(views.reading_page(article, claims, article.language or "en"), encoding="utf-8")
        say(f"selon: wrote {html}")
    if json:
        import json as form

        print(form.dumps(views.reading_form(article, claims), ensure_ascii=False, indent=1))
    elif not html:
        from rich.console import Console

        Console().print(views.claims_table(article, claims, language or "en", explain=explain))
