"""The hedge tables hold together and are refused where they name an unknown certainty."""

from __future__ import annotations

from pathlib import Path

import pytest

from selon.languages import LanguageError, hedges, loader
from selon.languages.hedges import LEVELS
from selon.languages.hedges import hedges as hedges_of


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_hedge_gives_a_known_certainty(language: str) -> None:
    table = hedges_of(language)
    levels = {level for found in table.adverbs.values() for _, level in found}
    levels |= {*table.adjectives.values(), *table.nouns.values(), *table.verbs.values(), *table.modals.values()}
    assert levels == set(LEVELS)
    assert {level for found in table.conditions.values() for _, level in found} == {"conditional"}


def test_an_unknown_certainty_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hedges.toml").write_text('[adverbs]\nmaybe = ["perhaps"]', encoding="utf-8")
    monkeypatch.setattr(hedges, "load", lambda code: loader.Language(code, tmp_path))
    with pytest.raises(LanguageError, match="maybe"):
        hedges_of.__wrapped__("xx")


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ('[conditional_verbs]\npossible = ["pouvoir"]', "future_stems"),
        ('[future_stems]\npouvoir = "pourr"', "conditional_verbs"),
        ('[sure]\nafter = { "no doubt" = ["there"] }', "no adverbs"),
    ],
)
def test_sections_that_do_not_fit_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str, complaint: str
) -> None:
    (tmp_path / "hedges.toml").write_text(table, encoding="utf-8")
    monkeypatch.setattr(hedges, "load", lambda code: loader.Language(code, tmp_path))
    with pytest.raises(LanguageError, match=complaint):
        hedges_of.__wrapped__("xx")
