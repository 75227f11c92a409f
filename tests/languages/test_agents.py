"""Nouns that can speak."""

from __future__ import annotations

from pathlib import Path

import pytest

from selon.languages import LanguageError, loader
from selon.languages import agents as tables
from selon.languages.agents import KINDS, agents


@pytest.mark.parametrize("language", ["fr", "en"])
def test_there_are_hundreds_of_every_sort(language: str) -> None:
    kinds = agents(language).kinds
    assert len(kinds) >= 300
    for kind in KINDS:
        assert sum(kind in found for found in kinds.values()) >= 30, kind


@pytest.mark.parametrize(
    ("language", "noun", "kind"),
    [
        ("fr", "ministre", "persons"),
        ("en", "minister", "persons"),
        ("fr", "députée", "persons"),
        ("fr", "gouvernement", "bodies"),
        ("en", "government", "bodies"),
        ("fr", "rapport", "documents"),
        ("en", "report", "documents"),
        ("fr", "témoin", "anonymous"),
        ("en", "eyewitness", "anonymous"),
        ("fr", "manifestants", "collective"),
    ],
)
def test_kinds(language: str, noun: str, kind: str) -> None:
    assert kind in agents(language).of(noun)


@pytest.mark.parametrize(
    ("language", "noun"), [("fr", "table"), ("fr", "lundi"), ("en", "bridge"), ("en", "yesterday")]
)
def test_things_do_not_speak(language: str, noun: str) -> None:
    assert not agents(language).speaks(noun)


def test_words_of_the_unnamed_must_all_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "agents.toml").write_text('persons = ["guard"]\n[unnamed]\nalone = ["some"]', encoding="utf-8")
    monkeypatch.setattr(tables, "load", lambda code: loader.Language(code, tmp_path))
    with pytest.raises(LanguageError, match=r"agents\.toml, \[unnamed\].*not_after"):
        agents.__wrapped__("xx")
