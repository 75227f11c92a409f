"""``selon add``: files and folders into the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from selon.cli.console import (
    DEFAULT_LEDGER,
    AllowPrivateOption,
    LanguageOption,
    LedgerOption,
    PublishedOption,
    count,
    in_part,
    left_out,
    progress,
    read_in_part,
    say,
)

if TYPE_CHECKING:
    from selon.ledger import Added, Ledger
    from selon.model import Article, Claim
    from selon.reading import Unit


def command(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, addresses, - or what extract wrote.")
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    workers: Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Processes.")] = 1,
    published: PublishedOption = None,
    language: LanguageOption = None,
    follow: Annotated[bool, typer.Option("--follow", help="Of a feed, fetch each entry's page.")] = False,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Read articles and keep them with their claims.

    What is there already is passed over, so a stop costs nothing: run it again and it goes on. A folder that
    `selon extract` wrote is added with the claims that it holds.
    """
    from itertools import chain

    from selon.engines.parts import is_parts
    from selon.ledger import Ledger
    from selon.reading import units

    made = [path for path in paths if is_parts(Path(path))]
    given: Iterator[Unit] = (
        unit
        for path in paths
        if path not in made
        for unit in units(
            _source(path), language=language, published=published, allow_private=allow_private, follow=follow
        )
    )
    if not made and "://" not in ledger and not Path(ledger).exists():
        # A mistyped path is no reason to leave an empty ledger behind: one is made once there is an article for it.
        first = list(_until_readable(given))
        if not first or first[-1].article is None:
            say(f"selon: nothing could be read, so no ledger was made at {ledger}")
            left_out([_reason(unit.place, str(unit.error or "holds no article")) for unit in first], failed=True)
        given = chain(first, given)
    with Ledger(ledger) as opened:
        adding = Adding(opened)
        for path in made:
            adding.take(Path(path))
        if len(made) < len(paths):
            adding.run(given, workers)
    for note in adding.notes:
        say(f"selon: {note}")
    print(adding.summary())
    read_in_part(adding.troubles, adding.lost)
    left_out(adding.reasons)


def _source(path: str) -> str | Path:
    return path if path == "-" or "://" in path else Path(path)


def _until_readable(units: Iterator[Unit]) -> Iterator[Unit]:
    """The units up to the first with an article."""
    for unit in units:
        yield unit
        if unit.article is not None:
            return


def _reason(place: str, error: str) -> str:
    return error if error.startswith(place) else f"{place}: {error}"


class Adding:
    """One run of add: counts, reasons for what was left out, notes."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.new = self.versions = self.known = self.claims = self.undated = 0
        self.reasons: list[str] = []
        self.notes: list[str] = []
        self.troubles: list[str] = []  # articles of which sentences were lost
        self.lost = 0

    def run(self, units: Iterator[Unit], workers: int, on_added: Callable[[str, int], None] | None = None) -> None:
        """Add every article of ``units`` that the ledger doesn't know.

        ``on_added`` is called with the id and version of each new one.
        """
        self._count(self.ledger.add_many(self._found(units, workers)), on_added)

    def take(self, folder: Path) -> None:
        """Add the articles of a folder of `selon extract`, with the claims that were found then."""
        from selon.engines.parts import articles_in, manifest

        told = manifest(folder)
        if not told["finished"]:
            self.notes.append(f"{folder}: not finished; what is there was added. `selon extract` goes on with it")
        self._count(self.ledger.add_many(articles_in(folder), extractor=told["extractor"]))

    def _count(self, each: Iterator[Added], on_added: Callable[[str, int], None] | None = None) -> None:
        with progress("adding") as tick:
            for added in each:
                self.new += added.new
                self.versions += added.new_article and added.version > 1
                self.known += not added.new
                self.claims += added.claims
                if on_added and added.new_article:
                    on_added(added.article_id, added.version)
                new, claims = count(self.new, "new article"), count(self.claims, "claim")
                tick(f"{new}, {claims}; {self.known} known, {len(self.reasons)} left out")

    def _found(self, units: Iterator[Unit], workers: int) -> Iterator[tuple[Article, list[Claim], str | None]]:
        from selon.engines.local import extract_all

        for done in extract_all(self._unknown(units), workers=workers):
            place, article = done.unit.place, done.unit.article
            if article is None or done.claims is None:
                self.reasons.append(_reason(place, done.error or ""))
                continue
            if done.troubles:
                self.lost += done.troubles
                self.troubles.append(in_part(place, done.troubles))
            yield article, done.claims, place

    def _unknown(self, units: Iterator[Unit]) -> Iterator[Unit]:
        """The units that need work: reading an article that is kept already is spared."""
        for unit in units:
            if unit.article and self.ledger.knows(unit.article):
                self.known += 1
                continue
            self.notes += unit.notes[:1] if len(self.notes) < 20 else ()
            yield unit

    def summary(self) -> str:
        if not self.new and not self.known:
            return "Nothing new: no article could be read." if self.reasons else "Nothing new."
        if not self.new:
            were = "was" if self.known == 1 else "were"
            return f"Nothing new: {count(self.known, 'article')} {were} in {self.ledger.name} already."
        parts = [f"{count(self.new, 'new article')} with {count(self.claims, 'claim')}"]
        if self.versions:
            parts.append(
                "it is a new version of a known one"
                if self.new == 1
                else f"{self.versions} of them new versions of known ones"
            )
        parts += [f"{self.known} known already"] if self.known else []
        return f"Added to {self.ledger.name}: {', '.join(parts)}."
