"""Bad input: one clear message with the place, and the rest of the batch goes on."""

from __future__ import annotations

import io
import json
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
