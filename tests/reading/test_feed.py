"""RSS and Atom, from bytes and served on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from selon.model import Furniture, Span
from selon.reading import ReadingError, Unit, read, units
from tests.reading.serving import Site, serving

PAGE = (Path(__file__).parent.parent / "data" / "html" / "43971.html").read_bytes()
FULL = (
    "<p>La Corée du Nord a envoyé 1&#160;500 soldats en Russie, a annoncé vendredi le NIS.</p>"
    "<p>Le Kremlin <b>dément</b>.</p><script>alert(1)</script>"
)
TEXT = "La Corée du Nord a envoyé 1 500 soldats en Russie, a annoncé vendredi le NIS.\nLe Kremlin dément."


def rss(*items: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Le Jour</title>'
        f"<link>https://jour.example/</link><description>d</description>{''.join(items)}</channel></rss>"
    ).encode()


def item(n: int = 1, link: str = "", inside: str = f"<content:encoded><![CDATA[{FULL}]]></content:encoded>") -> str:
    return (
        f"<item><title>Soldats &amp; démenti {n}</title><link>{link or f'https://jour.example/{n}'}</link>"
        f'<guid isPermaLink="false">jour-{n}</guid><pubDate>Fri, 18 Oct 2024 10:30:00 +0200</pubDate>{inside}</item>'
    )


ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- a comment -->
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Jour</title><id>urn:jour</id>
<updated>2024-10-18T10:30:00Z</updated>
<entry><title>Soldats &amp; démenti 1</title><link href="https://jour.example/1"/><id>jour-1</id>
<published>2024-10-18T10:30:00+02:00</published><updated>2024-10-19T10:30:00Z</updated>
<content type="html"><![CDATA[{FULL}]]></content></entry></feed>""".encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as one:
        yield one


def errors(found: list[Unit]) -> list[str]:
    return [str(unit.error) for unit in found if unit.error]


@pytest.mark.parametrize("data", [rss(item()), ATOM], ids=["RSS", "Atom"])
def test_a_full_text_entry(data: bytes) -> None:
    article = read(data)
    assert article.text == f"Soldats & démenti 1\n{TEXT}"
    assert article.furniture == (Furniture(Span(0, 19), "headline"),)
    assert (article.id, article.url, article.publisher) == ("jour-1", "https://jour.example/1", "Le Jour")
    assert (article.published, article.language) == ("2024-10-18T10:30:00+02:00", "fr")


def test_a_signed_blockquote_of_an_entry_has_its_speaker_in_words() -> None:
    quoted = "<blockquote><p>Nous n&#39;avons jamais vu cela.</p><cite>Jeanne Roy, maire</cite></blockquote>"
    (unit,) = units(rss(item(inside=f"<content:encoded><![CDATA[{FULL}{quoted}]]></content:encoded>")))
    assert unit.article is not None
    assert unit.article.text.endswith("\nJeanne Roy, maire: “Nous n'avons jamais vu cela.”")


def test_a_feed_by_its_address(site: Site) -> None:
    url = site.put("/feed", rss(item(1), item(2)), "application/rss+xml")
    found = list(units(url, allow_private=True))
    assert [unit.place for unit in found] == [f"{url}#{n} (https://jour.example/{n})" for n in (1, 2)]
    assert all(unit.article for unit in found)
    assert len(site.asked) == 1


def test_entries_fetched_on_request(site: Site) -> None:
    page = site.put("/1.html", PAGE.replace(b"2012", b"----"))
    feed = site.put("/feed", rss(item(1, page, ""), item(2, site.address + "/none", "")), "application/rss+xml")
    first, second = units(feed, allow_private=True, follow=True)
    assert first.article is not None and "La fusée Falcon 9" in first.article.text
    assert (first.article.url, first.article.published) == (page, "2024-10-18T10:30:00+02:00")
    assert str(second.error) == f"{site.address}/none: the server answers 404 Not Found"


def test_an_entry_cannot_lead_inside(site: Site) -> None:
    site.put("/secret", PAGE)
    (unit,) = units(rss(item(1, site.address + "/secret", "")), follow=True)
    assert "which is not a public address" in str(unit.error)
    assert site.asked == []


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("", "the feed holds no text of it. --follow fetches the page"),
        ("<description>Des soldats.</description>", "the feed holds but a summary of it. --follow fetches the page"),
    ],
)
def test_an_entry_without_a_text(inside: str, message: str) -> None:
    found = list(units(rss(item(1, inside=inside), item(2))))
    assert errors(found) == [f"bytes#1 (https://jour.example/1): {message}"]
    assert found[1].article is not None


def test_a_description_as_long_as_an_article_is_one() -> None:
    words = "Le ministre a affirmé que les soldats étaient partis. " * 10
    assert read(rss(item(inside=f"<description>{words}</description>"))).text.endswith(words.strip())


def test_a_feed_cut_in_the_middle() -> None:
    data = rss(item(1), item(2), item(3))
    found = list(units(data[: data.index(b"jour-3")]))
    assert [unit.article.id for unit in found if unit.article][:2] == ["jour-1", "jour-2"]
    assert any("the feed is broken XML at line 1" in error for error in errors(found))


@pytest.mark.parametrize(
    "data", [b"<rss", b"<rss><channel>", b'<feed xmlns="x"><entry', b"<rss version='2.0'>\xff\xfe</rss>"]
)
def test_feeds_that_are_not(data: bytes) -> None:
    found = list(units(data + b" "))
    assert not any(unit.article for unit in found)
    assert all("\n" not in message for message in errors(found))


def test_a_feed_of_nothing() -> None:
    (unit,) = units(rss())
    assert str(unit.error) == "bytes: is a feed without entries"


def test_entities_that_grow_without_end() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
    )
    data = (bomb + "]><rss><channel><title>&m;</title>" + item() + "</channel></rss>").encode()
    assert all(len(unit.article.text) < 1000 for unit in units(data) if unit.article)


def test_a_file_of_the_machine_is_not_drawn_in(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret words")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    feed = rss(item(inside=f"<description>{'a b ' * 100} &x;</description>")).decode()
    data = feed.replace("<rss", f"{entity}<rss", 1)
    assert "the secret words" not in repr(list(units(data.encode(), language="fr")))


def test_a_charset_that_lies() -> None:
    data = rss(item()).replace(b"UTF-8", b"ISO-8859-7")
    assert data.decode("iso-8859-7")
    latin = rss(item()).decode().replace("UTF-8", "ISO-8859-1").encode("iso-8859-1")
    assert read(latin).text.endswith(TEXT)


def test_an_html_page_with_a_feed_in_its_words_is_a_page() -> None:
    words = "Le ministre a parlé de &lt;rss&gt; hier soir."
    article = read(f"<html><body><article><p>{words}</p></article></body></html>".encode())
    assert "Le ministre a parlé de <rss> hier soir." in article.text


def test_nothing_to_read_is_one_error() -> None:
    with pytest.raises(ReadingError):
        read(b"<rss>")
