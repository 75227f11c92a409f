"""Questions in a terminal: every answer can be found by its number and its claim's id, and 80 columns are enough."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from rich.console import Console, RenderableType

from selon.views.archive import Archive, archive_of
from selon.views.i18n import Interface, interface
from selon.views.question_tables import question_whole, questions_table
from tests.views.newsroom import dossier


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with dossier(tmp_path_factory.mktemp("terminal") / "selon.db") as ledger:
        yield archive_of(ledger)


@pytest.fixture(params=["en", "fr"])
def speech(request: pytest.FixtureRequest) -> Interface:
    return interface(request.param)


def shown(what: RenderableType, width: int = 80) -> list[str]:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(what)
    return out.getvalue().splitlines()


def test_every_claim_has_its_id_whole_in_80_columns(archive: Archive, speech: Interface) -> None:
    for question in archive.asked:
        lines = shown(question_whole(question, archive, speech))
        assert max(map(len, lines)) <= 80
        for answer in question.answers:
            assert any(answer.claim in line.split() for line in lines), answer.claim


def test_conflicts_and_updates_name_rows_by_number(archive: Archive) -> None:
    numbered = 0
    for question in archive.asked:
        lines = shown(question_whole(question, archive, interface("en")), 200)
        rows = {found[1] for line in lines if (found := re.match(r" *(\d+)  ", line))}
        named = [
            number for line in lines for number in re.findall(r"\d+", (re.match(r"  \d+ [↔→] \d+", line) or [""])[0])
        ]
        assert set(named) <= rows
        assert len(named) == 2 * (len(question.conflicts) + len(question.updates))
        numbered += len(named)
    assert numbered > 20


def test_the_list_speaks_the_readers_language(archive: Archive) -> None:
    french = " ".join(shown(questions_table(archive.asked, archive, interface("fr")), 200))
    assert "origines indépendantes" in french and "désaccord" in french and "conflict" not in french
    assert "1 conflict" in " ".join(shown(questions_table(archive.asked, archive, interface("en")), 200))
