"""A text's language by its frequent words alone, where they leave no doubt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from selon.reading import language
from selon.reading.language import language_of, told_by_words

DISPATCHES = Path(__file__).parents[2] / "src" / "selon" / "demo" / "dossier.jsonl"


def test_dispatches_are_told_by_their_words_as_by_the_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [json.loads(line) for line in DISPATCHES.read_text(encoding="utf-8").splitlines()]
    told = [told_by_words(row["text"]) for row in rows]
    assert [code for code in told if code] == [row["language"] for row, code in zip(rows, told, strict=True) if code]
    assert sum(code is not None for code in told) >= len(rows) / 2
    monkeypatch.setattr(language, "told_by_words", lambda sample: None)
    assert [language_of(row["text"], "here") for row in rows] == [row["language"] for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Selon lui, c’est faux.",  # too short to be sure
        "El ministre ha dit que les negociacions es faran dimarts i que no hi haurà més retards per a les obres. " * 5,
        "Il ministro ha detto che le trattative si terranno martedì e che non ci saranno altri ritardi per i lavori. "
        * 5,
        "The minister said that the talks were on and that they would be held. Le ministre a dit que les pourparlers "
        "ont été tenus et que ce sont des gens qui se parlent.",
    ],
)
def test_in_doubt_the_words_tell_nothing(text: str) -> None:
    assert told_by_words(text) is None
