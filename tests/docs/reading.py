"""What the tests read off the docs' pages: code blocks, and the commands that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MADE = DOCS / "reference"  # generated: signatures, no snippets
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.S | re.M)


def pages() -> list[Path]:
    """Every page that people write."""
    return [path for path in sorted(DOCS.rglob("*.md")) if MADE not in path.parents]


def blocks(page: Path, language: str) -> list[str]:
    return [code for kind, code in _BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def commands(text: str) -> Iterator[str]:
    """The lines that are a command of selon's: in a block for a shell, indented, or alone in backquotes."""
    shell = "\n".join(code for kind, code in _BLOCK.findall(text) if kind == "bash")
    for line in [*re.findall(r"^    (selon [a-z].*)$", text, re.M), *re.findall(r"^(selon [a-z].*)$", shell, re.M)]:
        yield line.partition("  #")[0].strip()
    yield from (re.sub(r"\s+", " ", found) for found in re.findall(r"`(selon [a-z][^`]*)`", text))
