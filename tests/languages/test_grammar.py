"""The closed classes of a language are all there, and no others."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest

from selon.languages import LanguageError, grammar, loader
from selon.languages.grammar import Grammar
from selon.languages.grammar import grammar as grammar_of


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"manner_endings": None}, "manner_endings must be a list"),
        ({"manner_endings": "ly"}, "manner_endings must be a list"),
        ({"manners": ["ly"]}, "unknown classes.*manners"),
    ],
)
def test_a_bad_table_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, object], complaint: str
) -> None:
    classes = {field.name: ["x"] for field in fields(Grammar)} | change
    lines = (f"{name} = {json.dumps(words)}" for name, words in classes.items() if words is not None)
    (tmp_path / "grammar.toml").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(grammar, "load", lambda code: loader.Language(code, tmp_path))
    with pytest.raises(LanguageError, match=complaint):
        grammar_of.__wrapped__("xx")
