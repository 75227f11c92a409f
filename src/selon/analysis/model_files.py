"""Proves that a language's tagger is the one this selon was made with, file by file, before anything of it is loaded.

A wheel's hash is checked when it is installed, and never again; these are the hashes of the installed files
(``model.toml`` in the language's folder, made by ``python tools/model_hashes.py``). To check what is loaded takes some
hundredths of a second.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Collection, Iterator
from pathlib import Path

from selon.languages import Language


class ModelError(RuntimeError):
    """A tagger that isn't there, or isn't the one that this selon was made with."""


def folder_of(language: Language) -> Path:
    """Where the language's spaCy package lies; it isn't imported. Raises ModelError where it isn't installed."""
    package = package_of(language)
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModelError(f"{language.code}: the package {package} isn't installed; make setup installs it")
    return Path(spec.origin).parent


def package_of(language: Language) -> str:
    """The name of the language's spaCy package."""
    return str(language.table("language")["model"]["package"])


def verify(language: Language, *, unused: Collection[str] = ()) -> int:
    """Check every pinned file but those of the components ``unused``; returns how many bytes were right.

    Raises ModelError, which names the first file that is missing or isn't what it was, and what to do.
    """
    for what in problems(language, unused=unused):
        raise ModelError(f"{what}. Install it anew: pip install --force-reinstall --require-hashes …, or make setup")
    folder = folder_of(language)
    return sum((folder / name).stat().st_size for name in _pinned(language, unused))


def problems(language: Language, *, unused: Collection[str] = ()) -> Iterator[str]:
    """What is wrong with the files of the language's tagger, one line each."""
    folder = folder_of(language)
    for name, wanted in _pinned(language, unused).items():
        try:
            with (folder / name).open("rb") as file:
                actual = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            yield f"{folder / name}: {error.strerror}"
            continue
        if actual != wanted:
            yield f"{folder / name}: its sha256 is {actual}, this selon was made with {wanted}"


def hashes(folder: Path) -> dict[str, str]:
    """The sha256 of every file of an installed package, by its path in it; what Python compiles is left out."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def _pinned(language: Language, unused: Collection[str]) -> dict[str, str]:
    files: dict[str, str] = language.table("model")["files"]
    return {name: sha256 for name, sha256 in files.items() if not set(Path(name).parts[1:-1]) & set(unused)}
