"""What the doors of the room give: paths, texts, bytes, streams; language and date found or given."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from selon.reading import Given, read, units
from selon.reading.dates import iso_date
from selon.reading.formats import units_of
from selon.reading.language import code_of
from selon.reading.stream import Stream

FR = "Le porte-parole du Kremlin a démenti vendredi la présence de soldats nord-coréens.\nIl n'a rien ajouté."
EN = "The Kremlin's spokesman denied on Friday that North Korean soldiers were present.\nHe had nothing to add."


@pytest.mark.parametrize(("text", "language"), [(FR, "fr"), (EN, "en"), ("Oui.\n", "fr"), (FR.upper(), "fr")])
def test_the_language_is_found(text: str, language: str) -> None:
    if text == "Oui.\n":
        assert read(text).language in ("fr", "en"), "too short to tell, too short to refuse"
    else:
        assert read(text).language == language


def test_what_is_given_outranks_what_is_found() -> None:
    article = read(FR, language="en", published="2024-10-18")
    assert (article.language, article.published) == ("en", "2024-10-18")


@pytest.mark.parametrize("name", ["fr", "FR", "fr-CA", "fr_FR", "French", "français"])
def test_names_of_a_language(name: str) -> None:
    assert code_of(name, "here") == "fr"


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2024-10-18", "2024-10-18"),
        ("20241018", "2024-10-18"),
        ("2024-10-18T08:30:00Z", "2024-10-18T08:30:00+00:00"),
        ("2024-10-18 08:30", "2024-10-18T08:30:00"),
        ("Fri, 18 Oct 2024 08:30:00 +0200", "2024-10-18T08:30:00+02:00"),
        ("2024-10-18 around noon", "2024-10-18"),
        ("2024-02-31", None),
        ("hier", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(value: str | None, iso: str | None) -> None:
    assert iso_date(value) == iso


def test_one_json_object_over_several_lines_is_one_article() -> None:
    article = read(json.dumps({"doc_id": 7, "text": FR, "published": "2024-10-18", "claims": []}, indent=1).encode())
    assert (article.id, article.text) == ("7", FR)


def test_json_lines_are_known_by_content_and_standard_input_is_read_as_it_comes() -> None:
    class Drops(io.RawIOBase):
        """A pipe that gives a line at a time, and would wait for ever after the second."""

        def __init__(self) -> None:
            self.lines = [json.dumps({"id": n, "text": FR}).encode() + b"\n" for n in (1, 2)]

        def readable(self) -> bool:
            return True

        def read1(self, _size: int) -> bytes:
            return self.lines.pop(0)

    found = units_of(Stream(Drops()), Given("standard input"))  # type: ignore[arg-type]
    first = next(found)
    assert first.article is not None and (first.place, first.article.id) == ("standard input:1", "1")


def test_a_text_in_a_file_keeps_its_lines(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + FR.replace("\n", "\r\n").encode())
    (unit,) = units(tmp_path / "a.txt")
    assert unit.article is not None
    assert (unit.article.text, unit.article.id) == (FR, None)


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("start", ["", "\ufeff", "\n "])
def test_a_json_array_is_its_articles(indent: int | None, start: str) -> None:
    rows = [{"id": n, "text": FR, "published": "2024-10-18"} for n in (1, 2, 3)]
    found = list(units((start + json.dumps(rows, indent=indent)).encode()))
    assert [(unit.place, unit.article and unit.article.id) for unit in found] == [
        (f"bytes:{n}", str(n)) for n in (1, 2, 3)
    ]


def test_a_text_in_brackets_is_no_json() -> None:
    text = "[Reuters] The Kremlin's spokesman denied on Friday that North Korean soldiers were present.\n"
    assert read(text).text == text.strip()
