"""Web archives, written by fastwarc and by warcio from real pages."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from selon.reading import Given, Unit, read, read_many, units
from selon.reading.formats import units_of
from selon.reading.stream import Stream

DATA = Path(__file__).parent.parent / "data" / "html"
PAGES = {f"https://news.example/{path.name}": path.read_bytes() for path in sorted(DATA.glob("*.html"))}
HTML = ("Content-Type", "text/html; charset=utf-8")


def by_warcio(pages: dict[str, bytes], *, packed: bool, headers: tuple[tuple[str, str], ...] = (HTML,)) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("test.warc", {"software": "tests"}))
    for url, body in pages.items():
        writer.write_record(writer.create_warc_record(url, "request", payload=io.BytesIO(b"GET / HTTP/1.1\r\n\r\n")))
        told = StatusAndHeaders("200 OK", list(headers), protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=told))
    return out.getvalue()


def by_fastwarc(pages: dict[str, bytes], *, packed: bool) -> bytes:
    parts = []
    for url, body in pages.items():
        record = WarcRecord()
        record.init_headers(record_type=WarcRecordType.response)
        record.headers["WARC-Target-URI"] = url
        record.headers["Content-Type"] = "application/http; msgtype=response"
        record.set_bytes_content(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body)
        out = io.BytesIO()
        record.write(out)
        parts.append(gzip.compress(out.getvalue()) if packed else out.getvalue())
    return b"".join(parts)


def found(data: bytes, **given: int) -> list[Unit]:
    return list(units_of(Stream(io.BytesIO(data)), Given("a.warc", **given)))  # type: ignore[arg-type]


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzipped"])
@pytest.mark.parametrize("write", [by_warcio, by_fastwarc])
def test_the_pages_are_read_as_from_their_files(write: object, packed: bool) -> None:
    archived = found(write(PAGES, packed=packed))  # type: ignore[operator]
    alone = {path.name: next(units(path)).article for path in DATA.glob("*.html")}
    assert [unit.place for unit in archived] == [f"a.warc#{url}" for url in PAGES]
    for unit, url in zip(archived, PAGES, strict=True):
        of_file = alone[url.rpartition("/")[2]]
        assert unit.article is not None and of_file is not None
        assert (unit.article.text, unit.article.published) == (of_file.text, of_file.published)
        assert unit.article.url is not None and unit.article.url.startswith("https://news.example/")


def test_the_real_pages_of_others() -> None:
    folder = Path(__file__).parents[2] / ".." / "shared" / "raw" / "html"
    if not folder.is_dir():
        pytest.skip("the shared pages are not on this machine")
    pages = {f"https://news.example/{path.stem}": path.read_bytes() for path in sorted(folder.glob("*.html"))}
    alone = [read(path) for path in sorted(folder.glob("*.html"))]
    assert all(len(article.text) > 500 and article.published for article in alone)
    for archive in (by_warcio(pages, packed=True), by_fastwarc(pages, packed=True)):
        archived = found(archive)
        assert len(archived) == len(pages) > 4
        for unit, article in zip(archived, alone, strict=True):
            assert unit.article is not None
            assert (unit.article.text, unit.article.published) == (article.text, article.published)


def test_from_files_folders_globs_and_pipes(tmp_path: Path) -> None:
    (tmp_path / "one.warc.gz").write_bytes(by_warcio(PAGES, packed=True))
    (tmp_path / "two.warc").write_bytes(by_warcio(PAGES, packed=False))
    assert len(list(read_many([tmp_path]))) == 2 * len(PAGES)
    assert len(list(read_many([tmp_path / "*.gz"]))) == len(PAGES)
    reader, writer = os.pipe()
    os.write(writer, by_fastwarc(dict([next(iter(PAGES.items()))]), packed=True))
    os.close(writer)
    with os.fdopen(reader, "rb", buffering=0) as pipe:
        (unit,) = units_of(Stream(pipe), Given("standard input"))  # type: ignore[arg-type]
    assert unit.article is not None


@pytest.mark.parametrize(
    "headers",
    [(("Content-Type", "image/png"),), (("Content-Type", "application/json"),), ()],
)
def test_what_is_no_page_is_passed_over(headers: tuple[tuple[str, str], ...]) -> None:
    (unit,) = found(by_warcio(PAGES, packed=True, headers=headers))
    assert unit.article is None
    assert str(unit.error) == "a.warc: is an archive that holds no HTML page"


def test_charset_by_header_meta_and_guess() -> None:
    words = "<article><p>Le ministre a affirmé jeudi que les soldats étaient partis pour la Corée.</p></article>"
    plain = f"<html><body>{words}</body></html>".encode("cp1252")
    head = "<head><meta charset=iso-8859-2></head>"
    by_meta = f"<html>{head}<body>{words}</body></html>".encode("iso-8859-2", "replace")
    for body, charset in ((plain, "; charset=windows-1252"), (by_meta, ""), (plain, ""), (plain, "; charset=utf-8")):
        data = by_warcio({"https://a.example/": body}, packed=True, headers=(("Content-Type", f"text/html{charset}"),))
        (unit,) = found(data)
        assert unit.article is not None and "affirmé jeudi" in unit.article.text, charset


def test_packed_and_chunked_bodies() -> None:
    (url, body), *_ = PAGES.items()
    packed = by_warcio({url: gzip.compress(body)}, packed=True, headers=(HTML, ("Content-Encoding", "gzip")))
    unpacked = by_warcio({url: body}, packed=True, headers=(HTML, ("Content-Encoding", "gzip")))
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (body[:100], body[100:])) + b"0\r\n\r\n"
    chunked = by_warcio({url: chunks}, packed=True, headers=(HTML, ("Transfer-Encoding", "chunked")))
    texts = {unit.article.text for data in (packed, unpacked, chunked) for unit in found(data) if unit.article}
    assert len(texts) == 1


def test_a_bomb_in_a_record_costs_that_record() -> None:
    (url, body), *_ = PAGES.items()
    pages = {"https://bomb.example/": b"<html>" + b"a" * 5_000_000, url: body}
    bomb, good = found(by_warcio(pages, packed=True), max_bytes=1_000_000)
    assert "a.warc#https://bomb.example/: holds more, over the limit of 1 MB" in str(bomb.error)
    assert good.article is not None
    inner = by_warcio({url: gzip.compress(bytes(5_000_000))}, packed=True, headers=(HTML, ("Content-Encoding", "gzip")))
    (unit,) = found(inner, max_bytes=1_000_000)
    assert "over the limit of 1 MB" in str(unit.error)


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzipped"])
@pytest.mark.parametrize("left", [0.6, 0.9, 0.97])
def test_an_archive_cut_in_the_middle(packed: bool, left: float) -> None:
    data = by_fastwarc(PAGES, packed=packed)
    *before, last = found(data[: int(len(data) * left)])
    assert last.error is not None and "the archive is cut short or damaged after" in str(last.error)
    assert [unit.article is not None for unit in before] == [True] * len(before)
    assert len(before) < len(PAGES)


def test_an_archive_damaged_in_the_middle() -> None:
    data = bytearray(by_fastwarc(PAGES, packed=True))
    data[len(data) // 2 + 200 : len(data) // 2 + 240] = bytes(40)
    assert any(unit.error for unit in found(bytes(data)))


def test_a_packed_body_of_two_members_and_of_one_with_a_tail() -> None:
    (url, body), *_ = PAGES.items()
    packed = (HTML, ("Content-Encoding", "gzip"))
    two = gzip.compress(body[:900]) + gzip.compress(body[900:])
    tailed = gzip.compress(body) + b"tail" * 50_000
    texts = set()
    for payload in (two, tailed):
        (unit,) = found(by_warcio({url: payload}, packed=True, headers=packed))
        assert unit.article is not None, unit.error
        texts.add(unit.article.text)
    assert texts == {next(u.article.text for u in units(body) if u.article)}
