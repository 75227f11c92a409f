"""Everything in the docs that can be run is run, as written; what they say of commands and formats is true.

No snippet is compared with an output: the extraction may get better without a page being wrong.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selon.cli import COMMANDS, Commands, app
from selon.ledger import Ledger
from selon.model import Article, Claim, Span
from selon.questions import questions_in
from selon.views.export import FORMATS
from tests.docs.reading import DOCS, ROOT, blocks, commands, pages

TEXT = "Séoul compte 3 soldats. Kiev confirme la nouvelle."
SEOUL = Claim(source=(Span(0, 5),), cue=(Span(6, 12),), content=(Span(13, 22),), speaker="Seoul")
TUTORIAL = DOCS / "tutorial.md"


def snippets() -> list[object]:
    return [
        pytest.param(code, id=f"{page.relative_to(DOCS).with_suffix('')}-{number}")
        for page in pages()
        if page != TUTORIAL
        for number, code in enumerate(blocks(page, "python"), 1)
    ]


@pytest.mark.parametrize("code", snippets())
def test_a_snippet_runs(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXT)
    with Ledger("selon.db") as ledger:
        for text in (TEXT, TEXT.replace("nouvelle", "chose")):
            ledger.add(Article(text, id="a", url="https://jour.example/a", language="fr"), [SEOUL], extractor="t")
        ledger.add(Article(TEXT, id="b", url="https://gazette.example/b", language="fr"), [SEOUL], extractor="t")
    exec(compile(code, "snippet", "exec"), {"__name__": "snippet"})


def test_the_tutorial_from_its_first_line_to_its_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for code in blocks(TUTORIAL, "bash"):
        for command in re.split(r"\n(?=selon )", code):
            if command.startswith("selon "):
                selon(command)
            else:
                subprocess.run(["bash", "-euo", "pipefail", "-c", command], check=True)
    for code in blocks(TUTORIAL, "python"):
        exec(compile(code, "tutorial", "exec"), {"__name__": "tutorial"})
    assert {path.name for path in tmp_path.iterdir()} >= {
        "news.db", "monday.html", "pages", "claims.csv", "news.datasette.json",
    }  # fmt: skip
    with Ledger("news.db") as ledger:
        assert ledger.counts()["articles"] == 4
        assert max(q.origins.articles for q in questions_in(ledger)) > 1, "something stands side by side"


def selon(command: str) -> None:
    """Run a command in this process, so that the models are loaded once. ID, A and B stand for the ledger's own."""
    if " ID " in command or " A B " in command:
        with Ledger("news.db") as ledger:
            a, b, *_ = [stored.id for stored in ledger.claims()]
            command = command.replace(" ID ", f" {questions_in(ledger)[0].id} ").replace(" A B ", f" {a} {b} ")
    done = CliRunner().invoke(app, shlex.split(command)[1:])
    assert done.exit_code == 0, f"{command}: {done.output}"


def options(name: str) -> set[str]:
    command = Commands().get_command(None, name)
    return {option for parameter in command.params for option in parameter.opts} | {"--help"}


@pytest.mark.parametrize("page", [ROOT / "README.md", *pages()], ids=lambda page: page.stem)
def test_commands_and_options_that_are_named_are_there(page: Path) -> None:
    for told in commands(page.read_text(encoding="utf-8")):
        name, *rest = told.removeprefix("selon ").split()
        assert name in COMMANDS, told
        assert {word for word in rest if re.match("--?[a-z]", word)} <= options(name), told


def test_every_format_is_told_of() -> None:
    told = re.findall(r"^\| `([a-z][\w-]+)` \|", (DOCS / "how-to" / "export.md").read_text(encoding="utf-8"), re.M)
    assert told == list(FORMATS)


def test_every_door_has_its_page() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in (DOCS / "how-to").glob("*.md"))
    for door in ("plain text", "JSON lines", "HTML", "RSS", "Atom", "ninjs", "WARC", "standard input", "glob"):
        assert door in text, door
