"""``selon add`` of all kinds of sources at once: what is good is kept, the rest is named with its reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from selon.ledger import Ledger
from tests.cli.running import selon
from tests.reading.serving import Site, serving
from tests.reading.test_feed import item, rss
from tests.reading.test_ninjs import FIELDS
from tests.reading.test_warc import PAGES, by_warcio


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


def test_everything_at_once(site: Site, tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    archive = by_warcio(PAGES, packed=True)
    (news / "a.warc.gz").write_bytes(archive)
    (news / "b.warc.gz").write_bytes(archive[: len(archive) * 9 // 10])
    (news / "c.json").write_text(json.dumps([FIELDS, FIELDS | {"uri": "urn:x:2", "pubStatus": "canceled"}]))
    (news / "d.xml").write_bytes(rss(item(1), item(2, inside="")))
    page = site.put("/page", next(iter(PAGES.values())))
    site.redirect("/round", "/round")
    told = ("--ledger", tmp_path / "l.db", "--allow-private")
    done = selon("add", news, page, site.address + "/round", site.address + "/none", *told)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    left = [line.strip().removeprefix(f"{news}/") for line in lines[lines.index("left out: 5") + 1 :]]
    assert left[0].startswith("b.warc.gz: the archive is cut short or damaged after")
    assert left[1] == "c.json:2: was taken back by its agency (pubstatus: canceled)"
    assert left[2].startswith("d.xml#2 (https://jour.example/2): the feed holds no text of it. --follow")
    assert "is sent on in a circle" in left[3] and "the server answers 404" in left[4]
    with Ledger(tmp_path / "l.db") as ledger:
        urls = {stored.article.url for stored in ledger.articles()}
        assert ledger.check() == []
    assert urls >= {*PAGES, FIELDS["uri"], "https://jour.example/1", page}
    again = selon("add", news, page, *told)
    assert again.stdout.startswith("Nothing new")
