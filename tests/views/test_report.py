"""The static site: every link leads to a file that is there, every fragment to an element, and twice the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from selon.ledger import Ledger
from selon.views.archive import Archive
from selon.views.i18n import interface
from selon.views.links import Filed
from selon.views.report import site, write_report
from tests.views.newsroom import dossier, hostile


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with dossier(tmp_path_factory.mktemp("report") / "selon.db") as opened:
        opened.add(*hostile(), extractor="gold")
        yield opened


@pytest.fixture(scope="module", params=["en", "fr"])
def folder(ledger: Ledger, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out: Path = tmp_path_factory.mktemp("site") / "not" / "there yet"
    assert write_report(ledger, out, request.param) == len(list(out.rglob("*.html"))) > 60
    return out


def test_every_link_leads_to_a_file_and_every_fragment_to_an_element(folder: Path) -> None:
    ids = {path: set(re.findall(r'\bid="([^"]+)"', path.read_text("utf-8"))) for path in folder.rglob("*.html")}
    checked = 0
    for path in ids:
        for link in re.findall(r'(?:href|src)="([^"]*)"', path.read_text("utf-8")):
            address, _, fragment = unescape(link).partition("#")
            assert not re.match(r"\w+:|/", address), link
            target = (path.parent / unquote(address)).resolve() if address else path
            assert target.is_file() and target.is_relative_to(folder.resolve()), (path, link)
            if fragment:
                own = next(p for p in ids if p.resolve() == target.resolve())
                assert fragment in ids[own], (path, link)
            checked += 1
    assert checked > 1000


def test_no_name_of_a_file_comes_from_outside_as_it_is(folder: Path) -> None:
    for path in folder.rglob("*"):
        assert re.fullmatch(r"[A-Za-z0-9._~-]+", path.name), path


def test_every_page_of_a_question_an_article_or_a_speaker_has_its_data(folder: Path) -> None:
    for kind in ("questions", "articles", "speakers"):
        pages = list((folder / kind).glob("*.html"))
        assert pages
        for page in pages:
            assert page.with_suffix(".csv").stat().st_size > 20
            json.loads(page.with_suffix(".json").read_text("utf-8"))


def test_it_is_the_same_each_time(ledger: Ledger) -> None:
    from selon.views.archive import archive_of

    first, second = (dict(site(archive_of(ledger), interface("en"))) for _ in range(2))
    assert first == second


def test_an_empty_ledger_makes_a_site_too(tmp_path: Path) -> None:
    with Ledger(tmp_path / "selon.db") as empty:
        assert write_report(empty, tmp_path / "site") == 3
        assert "0 questions" in (tmp_path / "site" / "index.html").read_text("utf-8")
        assert Archive(empty, ()).articles == []


@pytest.mark.parametrize("identity", ["../../etc/passwd", "a/b", "C:\\x", "é", "", "x" * 400, "."])
def test_a_file_s_name_is_plain_whatever_the_id(identity: str) -> None:
    name = Filed.name(identity)
    assert re.fullmatch(r"[A-Za-z0-9_~-]{0,120}", name)
