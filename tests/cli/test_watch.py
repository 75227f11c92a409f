"""``selon watch`` against a server on loopback: new, changed, unchanged, gone, slow and broken feeds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from selon.ledger import Ledger
from selon.model import Article, Claim
from selon.reading import Given
from selon.reading.fetch import Rules
from tests.cli.running import selon
from tests.reading.serving import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "selon.db"


def feed(*entries: tuple[str, str, str]) -> str:
    """An Atom feed of (id, link, text)."""
    told = "".join(
        f'<entry><title></title><id>{id}</id><link href="{link}"/><published>2024-10-18T10:00:00Z</published>'
        + (f'<content type="text">{text}</content>' if text else "")
        + "</entry>"
        for id, link, text in entries
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Le Jour</title>{told}</feed>'


def page(words: str) -> str:
    return f"<html><head><title>Page</title></head><body><article><p>{words}</p></article></body></html>"


ONE = ("e1", "https://jour.example/1", "Séoul compte 1500 soldats en Russie. Kiev confirme la nouvelle de ce matin.")
TWO = ("e2", "https://jour.example/2", "Moscou dément la nouvelle de ce matin. Paris attend la suite des choses.")


def watch(path: Path, *feeds: str, rounds: int = 1, extra: tuple[str, ...] = ()) -> tuple[int, str, str]:
    told = (
        "--ledger",
        path,
        "--rounds",
        str(rounds),
        "--every",
        "0.01s",
        "--allow-private",
        "--language",
        "fr",
        *extra,
    )
    done = selon("watch", *feeds, *told)
    return done.returncode, done.stdout, done.stderr


def articles(path: Path) -> list[tuple[str | None, int]]:
    with Ledger(path, create=False) as ledger:
        assert ledger.check() == []
        return [(stored.article.id, stored.version) for stored in ledger.articles()]


def test_new_then_unchanged_then_more(site: Site, path: Path) -> None:
    url = site.put(
        "/feed", feed(ONE), "application/atom+xml", ETag='"1"', Last_Modified="Fri, 18 Oct 2024 10:00:00 GMT"
    )
    assert watch(path, url) == (0, f"Added to {path}: 1 new article with 2 claims.\n", "")
    # Another process: what the server said survived.
    assert watch(path, url) == (0, "Nothing new. 1 feed unchanged.\n", "")
    assert site.asked[-1][1]["if-none-match"] == '"1"'
    assert site.asked[-1][1]["if-modified-since"] == "Fri, 18 Oct 2024 10:00:00 GMT"
    site.put("/feed", feed(TWO, ONE), "application/atom+xml", ETag='"2"')
    assert watch(path, url)[:2] == (0, f"Added to {path}: 1 new article with 2 claims, 1 known already.\n")
    assert articles(path) == [("e1", 1), ("e2", 1)]


def test_a_server_without_validators_is_asked_in_full(site: Site, path: Path) -> None:
    url = site.put("/feed", feed(ONE), "application/atom+xml")
    watch(path, url, rounds=3)
    assert len(site.asked) == 3 and articles(path) == [("e1", 1)]


def test_other_words_are_a_new_version(site: Site, path: Path) -> None:
    url = site.put("/feed", feed(ONE), "application/atom+xml")
    watch(path, url)
    other = "Séoul compte 3000 soldats en Russie. Berlin attend. Kiev confirme la nouvelle de ce matin."
    site.put("/feed", feed(("e1", ONE[1], other)), "application/atom+xml")
    code, out, _ = watch(path, url)
    assert code == 0
    assert "https://jour.example/1: version 2: 2 passages changed, 1 claims came\n" in out
    assert "it is a new version of a known one" in out
    assert articles(path) == [("e1", 2)]


def test_pages_of_entries_that_change_or_do_not(site: Site, path: Path) -> None:
    words = "Séoul compte 1500 soldats en Russie. Kiev confirme la nouvelle de ce matin."
    a = site.put("/a", page(words), ETag='"a1"')
    b = site.put("/b", page(TWO[2]), ETag='"b1"')
    url = site.put("/feed", feed(("e1", a, ""), ("e2", b, "")), "application/atom+xml")
    follow = ("--follow",)
    assert watch(path, url, extra=follow)[0] == 0
    site.asked.clear()
    site.put("/a", page(words.replace("1500", "3000")), ETag='"a2"')
    code, out, _ = watch(path, url, extra=follow)
    assert code == 0 and f"{a}: version 2: 1 passages changed" in out
    assert [(path, headers.get("if-none-match")) for path, headers in site.asked] == [
        ("/feed", None),
        ("/a", '"a1"'),
        ("/b", '"b1"'),
    ]
    with Ledger(path) as ledger:
        assert sorted((s.article.url, s.version) for s in ledger.articles()) == [(a, 2), (b, 1)]


def test_an_entry_whose_page_failed_is_tried_again(site: Site, path: Path) -> None:
    link = site.address + "/late"
    url = site.put("/feed", feed(("e1", link, "")), "application/atom+xml", ETag='"1"')
    code, _, errors = watch(path, url, extra=("--follow",))
    assert code == 1 and f"{link}: the server answers 404" in errors
    site.put("/late", page(ONE[2]))
    assert "1 new article" in watch(path, url, extra=("--follow",))[1], "the feed itself hasn't changed"


def test_an_entry_whose_page_could_not_be_analysed_is_sent_and_tried_again(
    site: Site, path: Path, analysis: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tests.cli.fake_selon as fake

    whole = fake.extract

    def failing(article: Article) -> list[Claim]:
        if "Moscou" in article.text:
            raise ValueError("no verb in sight")
        return whole(article)

    good, bad = site.put("/a", page(ONE[2]), ETag='"a1"'), site.put("/b", page(TWO[2]), ETag='"b1"')
    url = site.put("/feed", feed(("e1", good, ""), ("e2", bad, "")), "application/atom+xml", ETag='"1"')
    with monkeypatch.context() as patch:
        for module in (fake, fake.pipeline):
            patch.setattr(module, "extract", failing)
        ((reason,),) = run(path, Rules(allow_private=True), 1, url, follow=True)
    assert reason.startswith(f"{bad}: the analysis failed")
    site.asked.clear()
    assert run(path, Rules(allow_private=True), 2, url, follow=True) == [[], []]
    assert [(asked, headers.get("if-none-match")) for asked, headers in site.asked] == [
        ("/feed", None),
        ("/a", '"a1"'),
        ("/b", None),
        ("/feed", '"1"'),
    ]
    with Ledger(path) as ledger:
        assert {stored.article.url for stored in ledger.articles()} == {good, bad}


def test_broken_and_missing_feeds_do_not_stop_the_others(site: Site, path: Path) -> None:
    good = site.put("/feed", feed(ONE), "application/atom+xml")
    broken = site.put("/broken", "<rss><channel><item><title>a", "application/rss+xml")
    nothing = site.put("/nothing", b"\x00\x01\x02", "application/rss+xml")
    site.pages["/bye"] = lambda handler: handler.connection.close()
    code, out, errors = watch(path, broken, nothing, site.address + "/none", site.address + "/bye", good)
    assert code == 1
    assert "1 new article" in out
    lines = errors.splitlines()
    assert lines[0].startswith("left out: ")
    for name, why in (("broken", ""), ("nothing", "is binary"), ("none", "404 Not Found"), ("bye", "can't be fetched")):
        assert any(f"/{name}" in line and why in line for line in lines), name


def test_a_feed_cut_in_the_middle_is_asked_in_full_again(site: Site, path: Path) -> None:
    whole = feed(ONE, TWO)
    url = site.put("/feed", whole[: whole.index("Moscou")], "application/atom+xml", ETag='"1"')
    assert watch(path, url)[0] == 1
    site.put("/feed", whole, "application/atom+xml", ETag='"1"')
    assert watch(path, url)[0] == 0
    assert articles(path)[-1][0] == "e2"


def test_a_page_is_watched_like_a_feed(site: Site, path: Path) -> None:
    url = site.put("/a", page(ONE[2]), ETag='"1"')
    assert "1 new article" in watch(path, url)[1]
    assert "1 feed unchanged" in watch(path, url)[1]
    site.put("/a", page(ONE[2].replace("1500", "3000")), ETag='"2"')
    assert f"{url}: version 2: 1 passages changed" in watch(path, url)[1]


def run(path: Path, rules: Rules, rounds: int, *feeds: str, follow: bool = False) -> list[list[str]]:
    """Rounds in this process, with the fake analysis."""
    import tests.cli.fake_selon  # noqa: F401 (takes the analysis's place)
    from selon.cli.watch import Watching

    with Ledger(path) as ledger:
        watching = Watching(ledger, Given("", language="fr", allow_private=True, follow=follow), rules)
        return [watching.round(list(feeds)) for _ in range(rounds)]


@pytest.fixture
def analysis(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts back, at the end, whatever analysis was there."""
    import sys

    for name in ("selon.analysis.pipeline", "tests.cli.fake_selon"):
        monkeypatch.setitem(sys.modules, name, sys.modules.get(name))
        monkeypatch.delitem(sys.modules, name)


def test_a_feed_that_hangs_costs_its_time_only(site: Site, path: Path, analysis: None) -> None:
    good = site.put("/feed", feed(ONE), "application/atom+xml")
    site.pages["/slow"] = lambda handler: site.over.wait(20)
    slow = site.address + "/slow"
    rules = Rules(allow_private=True, seconds=3.0)  # the good one gets as long, on a machine however busy
    assert run(path, rules, 1, slow, good) == [[f"{slow}: took more than 3 s; given up. Try again later"]]
    assert articles(path) == [("e1", 1)]


def test_a_feed_that_is_gone_is_asked_no_more(site: Site, path: Path, analysis: None) -> None:
    site.pages["/feed"] = (410, {}, b"")
    url = site.address + "/feed"
    first, second = run(path, Rules(allow_private=True), 2, url)
    assert first == [f"{url}: is gone for good (410), and asked no more"] and second == []
    assert len(site.asked) == 1


def test_an_entry_whose_page_is_gone_is_asked_no_more(site: Site, path: Path, analysis: None) -> None:
    site.pages["/bye"] = (410, {}, b"")
    link = site.address + "/bye"
    there = site.put("/a", page(ONE[2]), ETag='"a1"')
    url = site.put("/feed", feed(("e1", link, ""), ("e2", there, "")), "application/atom+xml", ETag='"1"')
    first, second, third = run(path, Rules(allow_private=True), 3, url, follow=True)
    assert first == [f"{link}: is gone for good (410), and asked no more"] and second == third == []
    assert [asked for asked, _ in site.asked].count("/bye") == 1
    assert site.asked[-1] == ("/feed", site.asked[-1][1]) and site.asked[-1][1]["if-none-match"] == '"1"'


def test_a_stop_before_the_articles_are_kept_loses_none(
    site: Site, path: Path, analysis: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = site.put("/feed", feed(ONE), "application/atom+xml", ETag='"1"')

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Ledger, "_add_batch", stopped)
        run(path, Rules(allow_private=True), 1, url)
    assert run(path, Rules(allow_private=True), 1, url) == [[]]
    assert articles(path) == [("e1", 1)]


def test_private_addresses_are_refused_by_default(site: Site, path: Path) -> None:
    done = selon("watch", site.put("/feed", feed(ONE)), "--rounds", "1", "--ledger", path)
    assert done.returncode == 1 and "is not a public address" in done.stderr
    assert site.asked == []


@pytest.mark.parametrize(
    ("args", "message"),
    [(("news.xml",), "is no web address"), (("http://a.example/", "--every", "soon"), "is no length of time")],
)
def test_wrong_use(args: tuple[str, ...], message: str) -> None:
    done = selon("watch", *args)
    assert done.returncode == 2 and message in " ".join(done.stderr.split())


def test_the_view_for_sql(site: Site, path: Path) -> None:
    watch(path, site.put("/feed", feed(ONE), "application/atom+xml"))
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT speaker, publisher, article, url FROM claims_with_articles").fetchall()
    assert rows == [("Séoul", "Le Jour", "e1", ONE[1]), ("Kiev", "Le Jour", "e1", ONE[1])]
