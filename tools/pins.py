"""The pinned packages that selon runs on, with what their installed metadata says. Used by sbom.py and audit.py."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parents[1]
PINS = ROOT / "requirements" / "run.txt"


@dataclass(frozen=True)
class Pin:
    """One package: its name and version, and the sha256 of each file that may be installed for it."""

    name: str
    version: str
    sha256: tuple[str, ...]

    @property
    def installed(self) -> Distribution | None:
        """What is installed under this name, whatever its version."""
        try:
            return distribution(self.name)
        except PackageNotFoundError:
            return None


def pins(path: Path = PINS) -> list[Pin]:
    """The pins of a requirements file, in its order."""
    entry = re.compile(r"^([\w.-]+)==(\S+?)(?: ;[^\\\n]*)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n?)+)", re.M)
    return [
        Pin(normal(found[1]), found[2], tuple(re.findall(r"sha256:([0-9a-f]{64})", found[3])))
        for found in entry.finditer(path.read_text(encoding="utf-8"))
    ]


def normal(name: str) -> str:
    """A package's name as registries compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence(of: Distribution) -> str:
    """The licence as the package states it: an SPDX expression, a classifier's, or its own words' first line."""
    stated = of.metadata.get("License-Expression") or ""
    classified = [
        line.rpartition(" :: ")[2] for line in of.metadata.get_all("Classifier") or () if line.startswith("License :: ")
    ]
    own = (of.metadata.get("License") or "").strip().split("\n")[0]
    return stated or " or ".join(c for c in classified if c != "OSI Approved") or own[:60] or "not stated"


def needs(of: Distribution) -> set[str]:
    """The names that a package asks for without extras, here."""
    from packaging.requirements import Requirement

    asked = (Requirement(line) for line in of.requires or ())
    return {normal(one.name) for one in asked if one.marker is None or one.marker.evaluate({"extra": ""})}


def damaged(of: Distribution) -> Iterator[str]:
    """The installed files that aren't what the wheel's own list (RECORD) says, missing ones included."""
    for file in of.files or ():
        if file.hash is None or file.hash.mode != "sha256":
            continue  # what Python compiled, and the list itself
        path = Path(str(file.locate()))
        if not path.is_file() or _digest(path) != file.hash.value:
            yield str(file)


def _digest(path: Path) -> str:
    """A file's sha256 as RECORD writes it."""
    return base64.urlsafe_b64encode(hashlib.sha256(path.read_bytes()).digest()).decode().rstrip("=")
