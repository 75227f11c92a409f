"""The files that a path stands for: itself, those of a folder all the way down, those of a pattern; by name.

Hidden ones are passed over in folders. Each folder is opened once, wherever links lead to it: they may go round.
"""

from __future__ import annotations

import errno
import glob
from collections.abc import Iterator
from pathlib import Path

from selon.reading.errors import ReadingError


def files(path: Path) -> Iterator[Path | ReadingError]:
    """The files of ``path``, and an error in the place of each folder that can't be opened.

    What isn't there is given back as it is: opening it says so.
    """
    seen: set[Path] = set()
    found = _matching(path) if glob.has_magic(str(path)) and not exists(path) else []
    if not found:
        yield from _under(path, seen)
    told: set[Path | ReadingError] = set()  # "news/**/*" is folders and the files in them
    for one in found:
        for file in _under(one, seen):
            if file not in told:
                told.add(file)
                yield file


def exists(path: Path) -> bool:
    """Whether there is such a file or folder, or may be one in a folder that is closed."""
    try:
        return path.exists()
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG


def no_file(path: Path) -> ReadingError | None:
    """Why what was met in a folder is not opened: nobody may ever write to a pipe, and opening it waits for that."""
    if not path.exists() or path.is_file():
        return None
    return ReadingError(str(path), "is a pipe, socket or device, no file", "Name it itself to have it read")


def unopened(path: Path, error: OSError | ValueError, advice: str) -> ReadingError:
    """Why a file can't be opened: no file is so called (then ``advice`` follows), or ``error`` says what is amiss."""
    if isinstance(error, OSError) and error.errno not in (errno.ENOENT, errno.ENAMETOOLONG):
        return ReadingError(str(path), f"can't be opened: {error.strerror or error}")
    return ReadingError(str(path), "there is no such file", advice)


def _under(path: Path, seen: set[Path]) -> Iterator[Path | ReadingError]:
    if not _is_folder(path):
        yield path
        return
    real = path.resolve()
    if real in seen:
        return
    seen.add(real)
    try:
        inside = _inside(path)
    except OSError as error:
        yield unopened(path, error, "")
        return
    for one in inside:
        yield from _under(one, seen)


def _matching(pattern: Path) -> list[Path]:
    """What matches, by name. ``**`` is walked here: glob follows links round and round."""
    parts = pattern.parts
    try:
        if "**" not in parts:
            return [Path(name) for name in sorted(glob.glob(str(pattern)))]  # noqa: PTH207 (absolute patterns too)
        at = parts.index("**")
        start, rest = Path(*parts[:at]), parts[at + 1 :]
        starts = _matching(start) if glob.has_magic(str(start)) else [start]
        seen: set[Path] = set()
        folders = [folder for one in starts for folder in _folders(one, seen)]
        if not rest:
            return folders
        found = {one for folder in folders for one in _matching(Path(glob.escape(str(folder)), *rest))}
    except ValueError:  # a null byte: no file's name has one
        return []
    return sorted(found, key=str)


def _folders(path: Path, seen: set[Path]) -> Iterator[Path]:
    """``path`` and the folders in it, all the way down."""
    if not _is_folder(path) or (real := path.resolve()) in seen:
        return
    seen.add(real)
    yield path
    try:
        inside = _inside(path)
    except OSError:  # as glob does, of what may hold no match
        return
    for one in inside:
        yield from _folders(one, seen)


def _inside(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
