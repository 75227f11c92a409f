"""The how-to pages' Python runs as written; what they say of formats and commands is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selon.cli import COMMANDS
from selon.ledger import Ledger
from selon.model import Article, Claim, Span
from selon.views.export import FORMATS

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to"
TEXT = "Séoul compte 3 soldats. Kiev confirme la nouvelle."
SEOUL = Claim(source=(Span(0, 5),), cue=(Span(6, 12),), content=(Span(13, 22),), speaker="Seoul")


def snippets() -> list[object]:
    return [
        pytest.param(found[1], id=f"{page.stem}-{number}")
        for page in sorted(HOW_TO.glob("*.md"))
        for number, found in enumerate(re.finditer(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.S), 1)
    ]


@pytest.mark.parametrize("code", snippets())
def test_a_snippet_runs(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if "claims_frame" in code:
        pytest.importorskip("pandas")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT)
    with Ledger("selon.db") as ledger:
        for text in (TEXT, TEXT.replace("nouvelle", "chose")):
            ledger.add(Article(text, id="a", url="https://jour.example/a", language="fr"), [SEOUL], extractor="t")
    exec(compile(code, "snippet", "exec"), {})


def test_every_format_is_told_of() -> None:
    told = re.findall(r"^\| `([a-z][\w-]+)` \|", (HOW_TO / "export.md").read_text(encoding="utf-8"), re.M)
    assert told == list(FORMATS)


def test_the_commands_named_are_there() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in HOW_TO.glob("*.md"))
    assert set(re.findall(r"^    selon (\w+)", text, re.M)) == {"watch", "export"} <= set(COMMANDS)
