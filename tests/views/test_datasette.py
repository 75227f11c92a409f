"""Datasette itself opens a ledger: every table and view, the queries, the search; what it is told of them is true."""

from __future__ import annotations

import asyncio
import html
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from selon.ledger import Ledger
from selon.ledger.schema import VIEWS, metadata
from selon.questions import tabulate
from selon.views.datasette import QUERIES, TABLES, datasette_metadata
from tests.cli.running import selon
from tests.views.newsroom import dossier, hostile

Get = Callable[..., Awaitable[Any]]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the dossier and of an article that is hostile wherever it can be, with its questions."""
    path = tmp_path_factory.mktemp("datasette") / "news.db"
    with dossier(path) as ledger:
        article, claims = hostile()
        ledger.add(article, claims, extractor="gold")
        tabulate(ledger)
    return path


def opened(path: Path, ask: Callable[[Get], Awaitable[None]]) -> None:
    """``ask`` with a function that asks Datasette for an address, in this process."""
    from datasette.app import Datasette

    async def go() -> None:
        datasette = Datasette([str(path)], metadata=datasette_metadata(path.stem))
        await datasette.invoke_startup()

        async def get(address: str, **values: str) -> Any:
            answer = await datasette.client.get(f"/{path.stem}{address}", params=values)
            assert answer.status_code == 200, f"{address}: {answer.text[:300]}"
            return answer

        await ask(get)

    asyncio.run(go())


def test_every_table_and_view_opens(path: Path) -> None:
    async def ask(get: Get) -> None:
        inside = (await get(".json")).json()
        shown = {table["name"] for table in inside["tables"] if not table["hidden"]}
        assert shown == {"articles", "claims", "judgements", "questions", "answers", "origins", "relations"}
        assert {view["name"] for view in inside["views"]} == set(VIEWS)
        for name in (*metadata.tables, *VIEWS):
            page = await get(f"/{name}")
            assert "<script>document.title" not in page.text, name
        page = await get("/answers_with_articles")
        assert VIEWS["answers_with_articles"] in html.unescape(page.text)

    opened(path, ask)


def test_answers_and_origins_are_those_of_the_questions(path: Path) -> None:
    with Ledger(path) as ledger:
        question = max(tabulate(ledger), key=lambda q: len(q.answers))

    async def ask(get: Get) -> None:
        answers = await get("/answers_with_articles.json", question=question.id, _shape="array", _sort="ordinal")
        assert [(row["speaker"], row["words"]) for row in answers.json()] == [
            (a.speaker, a.words) for a in question.answers
        ]
        origins = await get("/origins_with_articles.json", question=question.id, _shape="array", _size="max")
        assert {row["origin"] for row in origins.json()} == set(question.origins.tree)
        # A foreign key is shown as a link that reads like the question.
        assert question.text["en"][:20] in (await get("/answers", question=question.id)).text

    opened(path, ask)


def test_the_queries_and_the_search(path: Path) -> None:
    async def ask(get: Get) -> None:
        for name in QUERIES:
            assert (await get(f"/{name}.json", _shape="array", question="soldiers")).json(), name
        for table in ("claims", "claims_with_articles"):
            found = await get(f"/{table}.json", _search="officiers coreens", _shape="array")
            assert all("coréen" in row["words"].lower() for row in found.json()) and found.json()

    opened(path, ask)


def test_everything_is_described() -> None:
    assert set(TABLES) == set(metadata.tables)
    told = datasette_metadata("x")["databases"]["x"]["tables"]
    assert set(told) >= set(VIEWS) | set(TABLES)
    assert all(each.get("description") or each.get("hidden") for each in told.values())


def test_the_command(path: Path, tmp_path: Path) -> None:
    with dossier(tmp_path / "a.db"):
        pass
    done = selon("datasette", "--ledger", tmp_path / "a.db")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"datasette {tmp_path / 'a.db'} --metadata {tmp_path / 'a.datasette.json'}" in done.stdout
    told = json.loads((tmp_path / "a.datasette.json").read_text(encoding="utf-8"))
    assert told == datasette_metadata("a")
    with Ledger(tmp_path / "a.db") as ledger:
        assert done.stdout.startswith(f"Wrote {len(tabulate(ledger))} questions with ")
    missing = selon("datasette", "--ledger", tmp_path / "none.db")
    assert missing.returncode == 1 and "no such ledger" in missing.stderr
