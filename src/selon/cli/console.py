"""What the commands share in speaking to a person: messages, progress, the list of what was left out."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Protocol

import typer

LedgerOption = Annotated[
    str,
    typer.Option("--ledger", metavar="FILE|URL", envvar="SELON_LEDGER", help="A SQLite file or a postgresql:// URL."),
]
DEFAULT_LEDGER = "selon.db"


def one_of(value: str | None, known: Iterable[str], option: str) -> str | None:
    """The value in small letters, where it is one of those that are ``known`` (or none was given)."""
    if value is None:
        return None
    names = list(known)
    if value.lower() not in names:
        raise typer.BadParameter(f"{value!r} is none of {', '.join(names)}", param_hint=option)
    return value.lower()


def _language(value: str | None) -> str | None:
    from selon.languages import supported

    if value is not None and value not in supported():
        raise typer.BadParameter(f"selon reads {' and '.join(supported())}, not {value!r}")
    return value


def _date(value: str | None) -> str | None:
    import datetime as dt

    if value is not None:
        try:
            dt.datetime.fromisoformat(value)
        except ValueError:
            raise typer.BadParameter(f"{value!r} is no date; want YYYY-MM-DD") from None
    return value


LanguageOption = Annotated[
    str | None, typer.Option("--language", metavar="fr|en", callback=_language, help="Else it is found.")
]
PublishedOption = Annotated[
    str | None, typer.Option("--published", metavar="DATE", callback=_date, help="Day of publication, YYYY-MM-DD.")
]
AllowPrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from this machine and its network too, not only from the web.")
]

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def say(message: str) -> None:
    """A line for the person, beside the output proper. Controls in names of files and articles stay harmless."""
    print(_CONTROLS.sub("\ufffd", message), file=sys.stderr)


def count(n: int, noun: str) -> str:
    """ "1 claim", "2 claims"."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


class Unusable(Exception):
    """A file or folder that can't be read or written; the message says which, why and what to do."""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Say of the system's errors inside that it is ``path`` that can't be read."""
    try:
        yield
    except FileNotFoundError:
        raise Unusable(f"{path}: there is no such file. Give the path of one that is there") from None
    except IsADirectoryError:
        raise Unusable(f"{path}: is a folder. Give a file") from None
    except OSError as error:
        raise Unusable(f"{path}: can't be read: {error.strerror or error}") from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say of the system's errors inside that it is ``path`` that can't be written, whatever file was tried."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError, FileExistsError, IsADirectoryError, PermissionError) as error:
        above = next((folder for folder in path.parents if folder.exists()), path)
        if path.is_dir() and isinstance(error, IsADirectoryError):
            raise Unusable(f"{path}: is a folder. Give a file in it") from None
        if path.is_file() and not isinstance(error, PermissionError):
            raise Unusable(f"{path}: is a file. Give a folder") from None
        if not above.is_dir():
            raise Unusable(f"{path}: {above} is a file, no folder. Give another path") from None
        if not path.parent.exists() and not isinstance(error, PermissionError):
            raise Unusable(f"{path}: the folder {path.parent} doesn't exist. Make it, or give another path") from None
        raise Unusable(f"{path}: can't be written: {error.strerror}. Give a path where you may write") from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Unusable(f"{path}: can't be written: {error.strerror or error}") from error


def left_out(reasons: list[str], *, failed: bool = False) -> None:
    """Say at the end what a batch left out and why, and end with exit code 1 if it was anything (or ``failed``)."""
    if reasons:
        say(f"left out: {len(reasons)}")
        _listed(reasons)
    if reasons or failed:
        raise typer.Exit(1)


def in_part(place: str, lost: int) -> str:
    """What is said of an article of which the analysis lost ``lost`` sentences."""
    return f"{place}: the analysis failed on {lost} of its sentences"


def read_in_part(troubles: list[str], lost: int) -> None:
    """Say at the end which articles were read but in part, and how many sentences were lost."""
    if troubles:
        articles, sentences = count(len(troubles), "article"), count(lost, "sentence")
        say(f"read but in part: {articles}, {sentences} lost (each is in the log; -v says why)")
        _listed(troubles)


def _listed(lines: list[str], most: int = 50) -> None:
    for line in lines[:most]:
        say(f"  {line}")
    if len(lines) > most:
        say(f"  … and {len(lines) - most} more")


class Tick(Protocol):
    def __call__(self, message: str) -> None: ...


@contextmanager
def progress(what: str) -> Iterator[Tick]:
    """A line that moves on a terminal, with what is passed to the yielded function; silent elsewhere."""
    if not sys.stderr.isatty():
        yield lambda message: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what)
        yield lambda message: bar.update(task, description=f"{what} {_CONTROLS.sub(' ', message)}")
