"""Bad input: one clear message with the place, and the rest of the batch goes on."""

from __future__ import annotations

import gzip
import io
import json
import re
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from selon.reading import Given, ReadingError, read, read_many, units
from selon.reading.formats import units_of
from selon.reading.stream import Stream

GOOD = {"id": "ok", "language": "fr", "published": "2024-10-18", "text": "Selon Séoul, 1 500 soldats sont partis."}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "empty.txt: is empty"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("invisible.txt", "\u200b\u00ad".encode(), "holds no text"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "is a PNG image"),
        ("paper.txt", b"%PDF-1.7 ...", "is a PDF"),
        ("noise.txt", b"Selon\x00\x01 lui", r"is binary \(byte 0x00 at offset 5\)"),
        ("latin.txt", "Un\nministre a déclaré".encode("latin-1"), r"is not utf-8: byte 0xe9 at offset 15 \(line 2\)"),
        ("lone.txt", b"\xff\xfeS\x00e", "utf-16"),
        ("page.html", b"<!DOCTYPE html><html><head><title>x</title></he", "page without an article.*cut short"),
        ("script.html", b"<html><body><script>alert(1)</script></body></html>", "page without an article"),
        ("bad.jsonl", b'{"text": "Selon lui', r"bad.jsonl:1: is not JSON: .* \(column 10\)"),
        ("list.jsonl", b'["text"]\n', "list.jsonl:1: is a JSON list, not an object"),
        ("none.jsonl", b'{"id": 1}\n', 'has no "text" that is a string .it has: id'),
        ("number.jsonl", b'{"text": 5}\n', 'has no "text"'),
        ("blank.jsonl", b'{"text": "  "}\n', "holds no text"),
        ("title.jsonl", b'{"text": "Selon lui", "title": ["x"]}\n', '"title" is no string'),
        ("deep.jsonl", b'{"text": ' + b"[" * 100_000, "deep.jsonl:1: is not JSON"),
        ("de.jsonl", b'{"text": "Er kommt", "language": "de"}', "is in 'de'.*en .English., fr .French."),
        (
            "german.txt",
            "Der Minister sagte am Freitag, die Regierung habe über den Abzug noch nicht entschieden.".encode(),
            "seems to be in 'de'.*--language",
        ),
    ],
)
def test_each_gets_one_clear_message(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ReadingError, match=message) as raised:
        read(tmp_path / name)
    assert "\n" not in str(raised.value)
    assert str(raised.value).startswith(str(tmp_path / name))


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(ReadingError, match=r"nowhere\.txt: there is no such file\. Give a file"):
        read("nowhere.txt")


def test_a_line_over_the_limit_is_passed_over_and_the_next_is_read() -> None:
    lines = [json.dumps(GOOD), json.dumps({"text": "a" * 3_000_000}), json.dumps(GOOD | {"id": "last"})]
    stream = Stream(io.BytesIO("\n".join(lines).encode()))
    found = list(units_of(stream, Given("big.jsonl", max_bytes=1_000_000)))
    assert [unit.article and unit.article.id for unit in found] == ["ok", None, "last"]
    assert str(found[1].error).startswith("big.jsonl:2: holds 3 MB, over the limit of 1 MB for one article")


def test_a_text_over_the_limit_of_characters_is_refused_whatever_its_bytes() -> None:
    lines = [json.dumps(GOOD | {"text": "é " * 600}), json.dumps(GOOD | {"text": "a " * 500})]
    stream = Stream(io.BytesIO("\n".join(lines).encode()))
    found = list(units_of(stream, Given("long.jsonl", max_characters=1_000)))
    assert [unit.article is None for unit in found] == [True, False]
    assert "long.jsonl:1: holds 1,200 characters of text, over the limit of 1,000" in str(found[0].error)


class OneLetter(io.RawIOBase):
    """A stream of ``size`` times the letter a, made as it is read."""

    def __init__(self, size: int) -> None:
        self.left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        given = min(len(buffer), self.left)  # type: ignore[arg-type]
        buffer[:given] = b"a" * given  # type: ignore[index]
        self.left -= given
        return given


@pytest.mark.parametrize("start", [b"", b'{"text": "', b"<html><body><p>"], ids=["text", "JSON line", "HTML"])
def test_a_gigabyte_of_one_letter_costs_no_more_than_the_limit(start: bytes) -> None:
    endless = OneLetter(1_000_000_000)
    raw = io.BufferedReader(_Chained(start, endless))
    tracemalloc.start()
    found = list(units_of(Stream(raw), Given("big", language="fr", max_bytes=2_000_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [unit.article for unit in found] == [None]
    assert "over the limit of 2 MB for one article" in str(found[0].error)
    assert peak < 20_000_000


class _Chained(io.RawIOBase):
    def __init__(self, start: bytes, rest: io.RawIOBase) -> None:
        self.start, self.rest = start, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        if self.start:
            given = len(self.start)
            buffer[:given] = self.start  # type: ignore[index]
            self.start = b""
            return given
        return self.rest.readinto(buffer)  # type: ignore[arg-type, no-any-return, attr-defined]


def test_a_zip_or_gzip_bomb_as_a_file_is_refused_unopened(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", bytes(100_000_000))
    (tmp_path / "bomb.txt").write_bytes(gzip.compress(bytes(100_000_000)))
    tracemalloc.start()
    found = list(units(tmp_path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [str(unit.error).partition(": ")[2].split(",")[0] for unit in found] == [
        "is gzipped",
        "is a zip archive (or an office document)",
    ]
    assert peak < 50_000_000, "what is read at once, not what it would unpack to"


@pytest.mark.parametrize(
    ("tag", "times"),
    # Paragraphs close each other: as many elements beside one another, each of them read.
    [*((tag, 1_000_000) for tag in ("div", "b", "blockquote", "table><tr><td", "svg")), ("p", 50_000)],
)
def test_a_million_nested_tags_are_read_or_refused(tag: str, times: int) -> None:
    page = f"<html><body>{f'<{tag}>' * times}Selon lui, la mission est finie.".encode()
    (unit,) = units(page, language="fr")
    assert (unit.article is None) != (unit.error is None)
    assert unit.error is None or "\n" not in str(unit.error)


def test_a_batch_goes_on_with_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "bad.jsonl").write_text(f"{json.dumps(GOOD)}\nnot json\n\n{json.dumps(GOOD)}\n")
    (tmp_path / "b.txt").write_bytes(b"\x00\x00")
    (tmp_path / "c.txt").write_text("Selon Séoul, les soldats sont partis.")
    (tmp_path / ".hidden").write_bytes(b"\x00")
    places = [unit.place.removeprefix(f"{tmp_path}/") for unit in units(tmp_path)]
    assert places == ["a/bad.jsonl:1", "a/bad.jsonl:2", "a/bad.jsonl:4", "b.txt", "c.txt"]
    kinds = [isinstance(one, ReadingError) for one in read_many([tmp_path, "nowhere"])]
    assert kinds == [False, True, False, True, False, True]


def test_an_article_without_a_date_is_read_with_a_note() -> None:
    (unit,) = units(b"Selon lui, la mission est finie.\n", language="fr")
    assert unit.article is not None and unit.article.published is None
    assert "no date of publication" in unit.notes[0]


def test_a_date_that_is_none_is_noted() -> None:
    (unit,) = units(json.dumps(GOOD | {"published": "hier soir"}).encode())
    assert unit.article is not None and unit.article.published is None
    assert "'hier soir'" in unit.notes[0]


def test_only_one_article_is_one_article(tmp_path: Path) -> None:
    (tmp_path / "two.jsonl").write_text(f"{json.dumps(GOOD)}\n" * 2)
    with pytest.raises(ReadingError, match=r"two\.jsonl: holds more than one article"):
        read(tmp_path / "two.jsonl")


def test_bad_elements_of_an_array_are_told_singly() -> None:
    found = list(units(json.dumps([GOOD, {"id": "x"}, "text", None, GOOD | {"id": "last"}]).encode()))
    assert [unit.article and unit.article.id for unit in found] == ["ok", None, None, None, "last"]
    assert [str(unit.error) for unit in found if unit.error] == [
        'bytes:2: has no "text" that is a string (it has: id)',
        "bytes:3: is a JSON str, not an object. Each element is one article",
        "bytes:4: is a JSON NoneType, not an object. Each element is one article",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (json.dumps([GOOD, GOOD])[:-30], r"bytes: is not JSON: .* \(column \d+\)"),
        ('[{"text": "a"}]\n[{"text": "b"}]\n', r"bytes: is not JSON: Extra data \(line 2, column 1\)"),
        ('[{"text": "a", "n": ' + "[" * 100_000, "bytes: is not JSON"),
        ('[{"text": "a", "n": ' + "1" * 5_000 + "}]", "bytes: is not JSON that can be read: a number of too many"),
        ("[ ]", "bytes: is empty"),
    ],
    ids=["cut short", "two", "deep", "long number", "empty"],
)
def test_an_array_that_is_none(content: str, message: str) -> None:
    (unit,) = units(content.encode())
    assert unit.error is not None
    assert re.match(message, str(unit.error))


def test_a_number_of_thousands_of_digits_costs_its_line() -> None:
    """Python refuses to make an int of it, with an error that is not one of JSON's."""
    bad = json.dumps(GOOD)[:-1] + f', "n": {"7" * 5_000}}}'
    found = list(units(f"{bad}\n{json.dumps(GOOD)}\n".encode()))
    assert [unit.article and unit.article.id for unit in found] == [None, "ok"]
    assert str(found[0].error) == "bytes:1: is not JSON that can be read: a number of too many digits"


@pytest.mark.parametrize("year", ["99999999999 10:00:00 +0200", "2024 10:00:00 +99999999999999"])
def test_an_absurd_date_costs_the_date(year: str) -> None:
    (unit,) = units(json.dumps(GOOD | {"published": f"Fri, 18 Oct {year}"}).encode())
    assert unit.article is not None and unit.article.published is None
    assert "none that selon can read" in unit.notes[0]


# ---- names that are none, folders without end


@pytest.mark.parametrize(
    "name",
    ["a" * 300, "a" * 300 + "/*", "x\x00y", "x\x00/*", "deux mots" + "a" * 300],
    ids=["long", "long pattern", "null", "null pattern", "words"],
)
def test_a_name_that_no_file_can_have_is_a_file_that_is_not_there(name: str) -> None:
    for source in (name, Path(name)):
        (unit,) = units(source)
        assert unit.error is not None
        assert unit.error.what == "there is no such file"


def test_a_long_text_of_one_line_is_a_text() -> None:
    text = "Selon Séoul, les soldats sont partis pour la frontière du pays voisin. " * 8
    assert 300 < len(text) < 1000
    assert read(text).text == text.strip()


def test_folders_that_lead_to_each_other_are_read_once(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).mkdir()
        (tmp_path / name / "it.txt").write_text("Selon Séoul, les soldats sont partis.", encoding="utf-8")
    for name in "abc":
        for other in "abc":
            (tmp_path / name / f"to-{other}").symlink_to(tmp_path / other, target_is_directory=True)
        (tmp_path / name / "up").symlink_to(tmp_path, target_is_directory=True)
    for source in (tmp_path, *(f"{tmp_path}/{end}" for end in ("?", "**", "**/*", "**/*.txt", "?/**/it.*", "**/**"))):
        found = []
        for unit in units(source):
            found.append(Path(unit.place).resolve().relative_to(tmp_path).as_posix())
            assert len(found) < 10, "it goes round"
        assert sorted(found) == ["a/it.txt", "b/it.txt", "c/it.txt"]
