"""The docs build without a warning, need nothing from elsewhere, and tell of every command and public name."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import selon
from selon.cli import COMMANDS
from selon.ledger.schema import VIEWS, metadata
from selon.model.schema import schema
from tests.docs.reading import DOCS, MADE, ROOT


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make docs` builds it."""
    folder = tmp_path_factory.mktemp("site")
    build = ["sphinx", "-W", "--keep-going", "-q", "-b", "html", "-d", folder / "trees", DOCS, folder / "html"]
    done = subprocess.run([sys.executable, "-m", *map(str, build)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "html"


class Fetched(HTMLParser):
    """What a browser fetches by itself for a page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = dict(attributes)
        if tag == "link" and (told.get("rel") or "") not in ("index", "search", "next", "prev", "canonical"):
            self.addresses.append(told.get("href") or "")
        if tag in ("script", "img", "iframe", "source", "video", "object"):
            self.addresses.append(told.get("src") or told.get("data") or "")


def test_nothing_comes_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        found = Fetched()
        found.feed(page.read_text(encoding="utf-8"))
        assert found.addresses
        for address in filter(None, found.addresses):
            assert not re.match(r"(?:\w+:)?//", address), f"{page.name} fetches {address}"
            assert (page.parent / address.partition("?")[0].partition("#")[0]).exists(), f"{page.name}: {address}"
    for style in site.rglob("*.css"):
        assert not re.search(r"@import|url\(['\"]?(?:https?:)?//", style.read_text(encoding="utf-8")), style


def test_every_page_can_be_reached(site: Path) -> None:
    index = (site / "index.html").read_text(encoding="utf-8")
    for page in DOCS.rglob("*.md"):
        assert f'href="{page.relative_to(DOCS).with_suffix(".html")}"' in index or page.stem == "index", page


def test_the_reference_is_what_its_command_writes() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "reference.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def headings(page: str) -> list[str]:
    return re.findall(r"^##+ (.+)$", (MADE / f"{page}.md").read_text(encoding="utf-8"), re.M)


def test_every_command_is_in_the_reference() -> None:
    assert headings("command-line") == [f"selon {name}" for name in COMMANDS]


def test_every_public_name_is_in_the_reference() -> None:
    assert set(selon.__all__) <= set(headings("python"))
    told = (MADE / "python.md").read_text(encoding="utf-8")
    for room in ("selon.reading", "selon.ledger", "selon.questions", "selon.views.export"):
        for name in importlib.import_module(room).__all__:
            assert f"### {name}\n" in told or f"`{name}` — see" in told, f"{room}.{name}"


def test_every_table_view_and_field_is_in_the_reference() -> None:
    told = (MADE / "ledger.md").read_text(encoding="utf-8")
    assert set(metadata.tables) <= set(headings("ledger"))
    assert all(f"| `{view}` |" in told for view in VIEWS)
    assert set(headings("claim")) >= {"Claim", "Relay", "Quantity", "Time", "Place"}
    claim = (MADE / "claim.md").read_text(encoding="utf-8")
    for record in schema()["$defs"].values():
        assert all(f"| `{field}` |" in claim for field in record.get("properties", ()))


def test_the_scores_are_the_floors() -> None:
    scores = importlib.import_module("tools.scores")
    for path, table in ((scores.PAGE, scores.gate_table()), (scores.README, scores.readme_table())):
        assert table in path.read_text(encoding="utf-8"), f"{path.name}: the floors were raised; run `make scores`"
