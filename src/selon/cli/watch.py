"""``selon watch``: feeds and pages, asked again and again; what is new is added."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from selon.cli.console import (
    DEFAULT_LEDGER,
    AllowPrivateOption,
    LanguageOption,
    LedgerOption,
    count,
    left_out,
    read_in_part,
    say,
)

if TYPE_CHECKING:
    from selon.ledger import Ledger
    from selon.model import Article
    from selon.reading import Given, Unit
    from selon.reading.fetch import Fetched, FetchError, Rules

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
GONE = 410


def _seconds(value: str) -> float:
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([smhd]?)", value.strip())
    if not found or not float(found[1]):
        raise typer.BadParameter(f"{value!r} is no length of time; want 30s, 10m, 2h or 1d", param_hint="--every")
    return float(found[1]) * _UNITS[found[2] or "s"]


def command(
    feeds: Annotated[list[str], typer.Argument(metavar="FEED…", help="Addresses of feeds, or of pages.")],
    every: Annotated[str, typer.Option("--every", metavar="TIME", help="Between two rounds: 30s, 10m, 2h.")] = "10m",
    rounds: Annotated[int, typer.Option("--rounds", min=0, metavar="N", help="Then stop; 0: go on for ever.")] = 0,
    follow: Annotated[bool, typer.Option("--follow", help="Fetch the page of each entry.")] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
    language: LanguageOption = None,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Ask feeds again and again, and add what is new.

    A server is told what was had already, so what hasn't changed isn't sent again; that is kept in the ledger, so a
    stop costs nothing. An article seen again with other words becomes a new version of it. A feed that fails is
    named, the others go on; one that is gone for good is asked no more.
    """
    from selon.ledger import Ledger
    from selon.reading import Given
    from selon.reading.fetch import Rules

    wait = _seconds(every)
    for feed in feeds:
        if not feed.startswith(("http://", "https://")):
            raise typer.BadParameter(f"{feed!r} is no web address; selon add reads files", param_hint="FEED")
    with Ledger(ledger) as opened:
        given = Given("", language=language, allow_private=allow_private, follow=follow)
        watching = Watching(opened, given, Rules(allow_private=allow_private))
        done = 0
        while True:
            reasons = watching.round(feeds)
            done += 1
            if rounds and done >= rounds:
                break
            for reason in reasons:
                say(f"  {reason}")
            time.sleep(wait)
    left_out(reasons)


class Watching:
    """Rounds of polls of one ledger."""

    def __init__(self, ledger: Ledger, given: Given, rules: Rules) -> None:
        self.ledger, self.given, self.rules = ledger, given, rules
        self.gone: set[str] = set()

    def round(self, feeds: list[str]) -> list[str]:
        """Ask each feed once, add what is new and print what came of it; returns why what was left out was."""
        from selon.cli.add import Adding

        adding = Adding(self.ledger)
        unchanged = 0
        for url in feeds:
            if url in self.gone:
                continue
            answers: list[tuple[str, Fetched]] = []  # to be remembered once what they brought is kept
            pages: dict[str, Article] = {}  # what each page of an entry was read as
            before = len(adding.reasons)
            adding.run(self._units(url, answers, pages), workers=1, on_added=self._tell)
            unchanged += any(answer.status == 304 for asked, answer in answers if asked == url)
            # An entry whose page failed is tried again the next time: then the feed must be sent again, and so must a
            # page that came but couldn't be read or analysed.
            whole = len(adding.reasons) == before
            for asked, answer in answers:
                kept = whole if asked == url else asked in pages and self.ledger.knows(pages[asked])
                if kept and answer.status != 304:
                    self.ledger.note_polled(asked, answer.etag, answer.last_modified)
        print(adding.summary() + (f" {count(unchanged, 'feed')} unchanged." if unchanged else ""), flush=True)
        read_in_part(adding.troubles, adding.lost)
        return adding.reasons

    def _units(self, url: str, answers: list[tuple[str, Fetched]], pages: dict[str, Article]) -> Iterator[Unit]:
        import io
        from dataclasses import replace

        from selon.reading import Unit
        from selon.reading.errors import ReadingError, unforeseen
        from selon.reading.feed import matches
        from selon.reading.fetch import FetchError
        from selon.reading.formats import units_of
        from selon.reading.stream import Stream

        try:
            answer = self._ask(url, answers)
            if answer is None:
                return
            given = replace(self.given, place=url, url=answer.url, charset=answer.charset)
            if self.given.follow and matches(answer.body[:65536], url):
                yield from self._pages(answer.body, given, answers, pages)
            else:
                yield from units_of(Stream(io.BytesIO(answer.body)), given)
        except FetchError as error:
            yield Unit(url, error=self._gone(url, error))
        except ReadingError as error:
            yield Unit(url, error=error)
        except Exception as error:
            yield Unit(url, error=unforeseen(url, error))

    def _pages(
        self, body: bytes, given: Given, answers: list[tuple[str, Fetched]], pages: dict[str, Article]
    ) -> Iterator[Unit]:
        """The pages of a feed's entries, where the server has something new to say of them."""
        from dataclasses import replace

        from selon.reading import Unit
        from selon.reading.errors import ReadingError, unforeseen
        from selon.reading.feed import entry_unit, link_of, page_unit, parsed
        from selon.reading.fetch import FetchError

        feed = parsed(body, given)
        if not feed.entries:
            raise ReadingError(given.place, "is a feed without entries, or broken before its first one")
        for number, entry in enumerate(feed.entries, 1):
            link = link_of(entry, given)
            if link is None:
                yield entry_unit(feed, entry, number, given)
                continue
            try:
                if link not in self.gone and (answer := self._ask(link, answers)) is not None:
                    page = replace(given, place=link, url=answer.url, charset=answer.charset)
                    unit = page_unit(answer.body, page, entry)
                    if unit.article:
                        pages[link] = unit.article
                    yield unit
            except FetchError as error:
                yield Unit(link, error=self._gone(link, error))
            except ReadingError as error:
                yield Unit(link, error=error)
            except Exception as error:
                yield Unit(link, error=unforeseen(link, error))

    def _gone(self, url: str, error: FetchError) -> FetchError:
        """The error as it was, or what is said of an address that is gone for good: once."""
        from selon.reading.fetch import FetchError

        if error.status != GONE:
            return error
        self.gone.add(url)
        return FetchError(url, "is gone for good (410), and asked no more")

    def _ask(self, url: str, answers: list[tuple[str, Fetched]]) -> Fetched | None:
        """The answer of the server, None where nothing has changed."""
        from selon.reading.fetch import fetch

        known = self.ledger.polled(url)
        answer = fetch(
            url,
            self.rules,
            etag=known.etag if known else None,
            last_modified=known.last_modified if known else None,
        )
        answers.append((url, answer))
        return None if answer.status == 304 else answer

    def _tell(self, article_id: str, version: int) -> None:
        """Say what a new version of a known article changed."""
        if version < 2:
            return
        from selon.views.changes import changes

        *_, before, after = self.ledger.versions(article_id)
        old, new = ([each.claim for each in self.ledger.claims(one.id)] for one in (before, after))
        told = changes(before.article, old, after.article, new)
        print(f"{after.article.url or after.name}: version {version}: {told}", flush=True)
