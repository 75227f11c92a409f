"""Fetching: what comes back, what is refused, and every limit, against a server on loopback."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from selon.reading import ReadingError, read, units
from selon.reading.fetch import FetchError, Rules, fetch, is_public, unpacked
from tests.reading.serving import Site, serving

PAGE = (Path(__file__).parent.parent / "data" / "html" / "43971.html").read_bytes()
HERE = Rules(allow_private=True, seconds=5)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


def test_a_page_by_its_address(site: Site) -> None:
    url = site.put("/a.html", PAGE)
    (unit,) = units(url, allow_private=True)
    assert unit.article is not None
    assert unit.article.title == "États-Unis : Lancement réussi pour Space X Dragon"
    assert (unit.article.url, unit.article.published, unit.place) == (url, "2012-05-22", url)


@pytest.mark.parametrize(
    ("canonical", "kept"),
    [("/b.html", True), ("/", False), ("https://elsewhere.example/b.html", False)],
    ids=["its own", "the front page", "another site's"],
)
def test_the_address_that_a_page_gives_itself(site: Site, canonical: str, kept: bool) -> None:
    said = canonical if "://" in canonical else site.address + canonical
    url = site.put("/a.html?from=feed", PAGE.replace(b"<head>", f'<head><link rel="canonical" href="{said}">'.encode()))
    (unit,) = units(url, allow_private=True)
    assert unit.article is not None and unit.article.url == (said if kept else url)


def test_the_charset_of_the_header_is_believed(site: Site) -> None:
    page = "<html><body><article><p>Le ministre a affirmé jeudi que les soldats étaient partis en Corée.</p></article>"
    url = site.put("/a.html", page.encode("iso-8859-15"), "text/html; charset=iso-8859-15")
    (unit,) = units(url, allow_private=True)
    assert unit.article is not None and "affirmé jeudi que les soldats étaient" in unit.article.text


def test_a_charset_that_lies_is_mended_by_the_bytes(site: Site) -> None:
    page = "<html><body><article><p>Le ministre a affirmé jeudi que les soldats étaient partis en Corée.</p></article>"
    (unit,) = units(site.put("/a.html", page.encode(), "text/html; charset=ascii-but-not-really"), allow_private=True)
    assert unit.article is not None and "affirmé jeudi" in unit.article.text


def test_unpacked_bodies(site: Site) -> None:
    for name, packed in (("gzip", gzip.compress(PAGE)), ("deflate", zlib.compress(PAGE))):
        assert fetch(site.put(f"/{name}", packed, Content_Encoding=name), HERE).body == PAGE


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    url = site.put("/a.html", PAGE, ETag='"1"', Last_Modified="Fri, 18 Oct 2024 10:00:00 GMT")
    first = fetch(url, HERE)
    again = fetch(url, HERE, etag=first.etag, last_modified=first.last_modified)
    assert (again.status, again.body) == (304, b"")
    assert site.asked[-1][1]["if-none-match"] == '"1"'
    assert site.asked[-1][1]["if-modified-since"] == "Fri, 18 Oct 2024 10:00:00 GMT"


# ---- private addresses


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "fec0::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "64:ff9b:1:fffe:7f:0:100:0",
        "::127.0.0.1",
        "::1.1.1.1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "nonsense",
    ],
)
def test_an_address_that_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1"])
def test_an_address_that_is(address: str) -> None:
    assert is_public(address)


def test_loopback_is_refused_unless_allowed(site: Site) -> None:
    url = site.put("/a.html", PAGE)
    with pytest.raises(ReadingError, match=r"127\.0\.0\.1, which is not a public address\. --allow-private"):
        read(url)
    assert site.asked == []


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f000001", "[::1]", "[::ffff:127.0.0.1]"])
def test_other_ways_to_write_loopback(site: Site, host: str) -> None:
    with pytest.raises(FetchError, match=r"not a public address|can't be fetched|no address"):
        fetch(site.address.replace("127.0.0.1", host) + "/", Rules(seconds=5))
    assert site.asked == []


def test_a_name_that_leads_to_a_private_address(site: Site) -> None:
    rules = Rules(resolve=lambda host, port: ["93.184.216.34", "127.0.0.1"])
    with pytest.raises(FetchError, match=r"news\.example is at 127\.0\.0\.1, which is not a public address"):
        fetch(f"http://news.example:{site.address.rpartition(':')[2]}/", rules)
    assert site.asked == []


def test_a_redirect_to_a_private_address(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host passes for public here (by a stub), the second, in the redirect, doesn't."""
    from selon.reading import fetch as module

    port = site.address.rpartition(":")[2]
    site.redirect("/go", f"http://inside.example:{port}/secret")
    site.put("/secret", b"the intranet")
    monkeypatch.setattr(module, "is_public", lambda address: address == "127.0.0.1")
    rules = Rules(resolve=lambda host, port: ["10.0.0.7" if host.startswith("inside") else "127.0.0.1"], seconds=5)
    with pytest.raises(FetchError, match=r"inside\.example is at 10\.0\.0\.7, which is not a public address"):
        fetch(f"http://outside.example:{port}/go", rules)
    assert [path for path, _ in site.asked] == ["/go"]


def test_the_address_called_is_the_one_judged(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: a name that gives another address the second time is asked but once for each connection."""
    from selon.reading import fetch as module

    answers = iter([["127.0.0.1"], ["10.0.0.7"]])
    monkeypatch.setattr(module, "is_public", lambda address: address == "127.0.0.1")
    url = f"http://news.example:{site.address.rpartition(':')[2]}/a"
    site.put("/a", b"here")
    assert fetch(url, Rules(resolve=lambda host, port: next(answers), seconds=5)).body == b"here"
    assert next(answers) == ["10.0.0.7"], "it was not asked again"


def test_a_proxy_of_the_environment_is_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", site.address)
    with pytest.raises(FetchError, match=r"not a public address"):
        fetch("http://news.example/", Rules(resolve=lambda host, port: ["10.0.0.1"]))
    assert site.asked == []


# ---- limits and broken servers


def test_redirects_in_a_circle(site: Site) -> None:
    site.redirect("/a", "/b")
    site.redirect("/b", "/a")
    with pytest.raises(FetchError, match=r"sent on in a circle .*/a → .*/b → .*/a"):
        fetch(site.address + "/a", HERE)
    assert len(site.asked) == 2


def test_too_many_redirects(site: Site) -> None:
    for n in range(9):
        site.redirect(f"/{n}", f"/{n + 1}")
    with pytest.raises(FetchError, match="sent on more than 5 times"):
        fetch(site.address + "/0", HERE)
    assert len(site.asked) == 6


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://news.example/", "gopher://127.0.0.1:70/"])
def test_a_redirect_out_of_the_web(site: Site, to: str) -> None:
    with pytest.raises(FetchError, match=r"which is no web address|no address that can be fetched"):
        fetch(site.redirect("/a", to), HERE)


def test_more_bytes_than_the_limit(site: Site) -> None:
    rules = Rules(allow_private=True, max_bytes=1_000_000)
    with pytest.raises(FetchError, match=r"holds more than the limit of 1 MB.*SELON_MAX_MB"):
        fetch(site.put("/big", b"a" * 1_000_001), rules)
    assert len(fetch(site.put("/fits", b"a" * 1_000_000), rules).body) == 1_000_000


def test_a_gzip_bomb_costs_no_more_than_the_limit(site: Site) -> None:
    import tracemalloc

    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb") as file:
        for _ in range(300):
            file.write(bytes(1_000_000))
    url = site.put("/bomb", bomb.getvalue(), Content_Encoding="gzip")
    fetch(site.put("/a", PAGE), HERE)  # what is imported for it
    tracemalloc.start()
    with pytest.raises(FetchError, match="holds more than the limit of 2 MB"):
        fetch(url, Rules(allow_private=True, max_bytes=2_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12_000_000


def test_packed_data_that_is_none_or_ends_early(site: Site) -> None:
    with pytest.raises(FetchError, match="is not gzip, as it says"):
        fetch(site.put("/lie", PAGE, Content_Encoding="gzip"), HERE)
    with pytest.raises(FetchError, match="ends in the middle"):
        fetch(site.put("/cut", gzip.compress(PAGE)[:-30], Content_Encoding="gzip"), HERE)
    with pytest.raises(FetchError, match="encoded as 'br', which nobody asked for"):
        fetch(site.put("/br", PAGE, Content_Encoding="br"), HERE)


def test_a_server_that_hangs(site: Site) -> None:
    site.pages["/slow"] = lambda handler: site.over.wait(20)
    with pytest.raises(FetchError, match=r"took more than 0\.3 s; given up"):
        fetch(site.address + "/slow", Rules(allow_private=True, seconds=0.3))


@pytest.mark.parametrize("piece", [b"X-Drop: 1\r\n", b""], ids=["headers", "body"])
def test_a_server_that_drips(site: Site, piece: bytes) -> None:
    def drip(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"" if piece else b"Content-Length: 1000\r\n\r\n"))
        while not site.over.wait(0.05):
            try:
                handler.wfile.write(piece or b"a")
            except OSError:
                return

    site.pages["/drip"] = drip
    with pytest.raises(FetchError, match=r"took more than 0\.4 s"):
        fetch(site.address + "/drip", Rules(allow_private=True, seconds=0.4))


def test_a_server_that_hangs_up(site: Site) -> None:
    site.pages["/bye"] = lambda handler: handler.connection.close()
    with pytest.raises(FetchError, match="can't be fetched"):
        fetch(site.address + "/bye", HERE)


def test_a_body_shorter_than_it_says(site: Site) -> None:
    def short(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc")

    site.pages["/short"] = short
    with pytest.raises(FetchError, match="can't be fetched"):
        fetch(site.address + "/short", HERE)


def test_what_the_server_refuses(site: Site) -> None:
    with pytest.raises(FetchError, match=r"/none: the server answers 404 Not Found") as raised:
        fetch(site.address + "/none", HERE)
    assert raised.value.status == 404


@pytest.mark.parametrize("url", ["http://", "http://[", "http://:99999/", "http://a b/", "http://\x00/"])
def test_addresses_that_are_none(url: str) -> None:
    (unit,) = units(url)
    assert unit.article is None and unit.error is not None and "\n" not in str(unit.error)


def test_a_name_that_nobody_knows() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(FetchError, match=r"no address is known for nowhere\.example \(Name or service not known\)"):
        fetch("http://nowhere.example/", Rules(resolve=unknown))


def test_a_batch_goes_on(site: Site) -> None:
    good = site.put("/a.html", PAGE)
    found = [unit for url in (site.address + "/none", good) for unit in units(url, allow_private=True)]
    assert [unit.article is None for unit in found] == [True, False]


# ---- what follows the end of packed data


def test_packed_members_one_after_the_other(site: Site) -> None:
    half = len(PAGE) // 2
    members = gzip.compress(PAGE[:half]) + gzip.compress(b"") + gzip.compress(PAGE[half:]) + bytes(600)
    assert fetch(site.put("/members", members, Content_Encoding="gzip"), HERE).body == PAGE
    for size in (1, 2, 7, 100_000):  # wherever the network cuts them
        pieces = (members[at : at + size] for at in range(0, len(members), size))
        assert b"".join(unpacked(pieces, "gzip", "here")) == PAGE


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress], ids=["gzip", "deflate"])
def test_what_is_no_member_after_the_last_is_passed_over(pack: Callable[[bytes], bytes]) -> None:
    assert b"".join(unpacked([pack(PAGE) + b"<!-- cached -->", b"\x1f\x8b more"], "gzip", "here")) == PAGE


def test_a_second_member_that_is_cut_or_broken_is_said() -> None:
    member = gzip.compress(PAGE)
    with pytest.raises(FetchError, match="ends in the middle"):
        list(unpacked([member, member[:-30]], "gzip", "here"))
    with pytest.raises(FetchError, match="is not gzip, as it says"):
        list(unpacked([member, b"\x1f\x8b\x08" + b"\xff" * 60], "gzip", "here"))


def test_the_limit_is_for_all_members_together(site: Site) -> None:
    rules = Rules(allow_private=True, max_bytes=1_000_000)
    with pytest.raises(FetchError, match="holds more than the limit of 1 MB"):
        fetch(site.put("/many", gzip.compress(bytes(300_000)) * 4, Content_Encoding="gzip"), rules)


def test_an_endless_tail_costs_no_memory() -> None:
    import tracemalloc

    tail = iter([gzip.compress(PAGE), *[b"junk" * 16_384] * 300])
    tracemalloc.start()
    assert b"".join(unpacked(tail, "gzip", "here")) == PAGE
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2_000_000
