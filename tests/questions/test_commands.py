"""``selon questions`` and ``selon question``: tables and the public JSON form, from a ledger of the dossier."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selon.cli import app
from selon.ledger import Ledger
from tests.questions.test_origins import dossier

FIELDS = {"id", "text", "kind", "claims", "origins", "articles", "conflicts", "updates"}
CLAIM = {"article", "content", "claim", "speaker", "as_of", "low", "high", "answer", "certainty", "origin"}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("questions") / "selon.db"
    with Ledger(path) as opened:
        for article, claims in dossier():
            opened.add(article, [dataclasses.replace(c, id=None, question=None, answer=None) for c in claims])
    return str(path)


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments))
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_public_form(ledger: str) -> None:
    found = json.loads(run("questions", "--ledger", ledger, "--json"))
    for question in found:
        assert set(question) >= FIELDS and question["kind"] in ("number", "yes-no", "open")
        named = {c["claim"] for c in question["claims"]}
        for claim in question["claims"]:
            assert set(claim) >= CLAIM and all(len(span) == 2 for span in claim["content"])
        for pair in (*question["conflicts"], *question["updates"]):
            assert {pair["a"], pair["b"]} <= named and pair["why"]
    articles = {c["article"] for q in found for c in q["claims"]}
    assert articles == {article.id for article, _ in dossier()}, "an article is named as the input named it"


def test_one_question_by_its_id_or_a_claims(ledger: str) -> None:
    first = json.loads(run("questions", "--ledger", ledger, "--json"))[0]
    assert json.loads(run("question", first["id"], "--ledger", ledger, "--json")) == first
    claim = first["claims"][0]["claim"]
    assert json.loads(run("question", claim, "--ledger", ledger, "--json"))["id"] == first["id"]


def test_tables_for_a_person(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    table = run("questions", "--ledger", ledger)
    assert "How many North Korean soldiers" in table and "1,500 → 10,000" in table
    assert "Combien de soldats nord-coréens" in run("questions", "--ledger", ledger, "--language", "fr")
    first = json.loads(run("questions", "--ledger", ledger, "--json"))[0]
    page = run("question", first["id"], "--ledger", ledger)
    assert "independent origins" in page and "Where the answers come from" in page and "Conflicts" in page


def test_no_such_question(ledger: str) -> None:
    done = CliRunner().invoke(app, ["question", "nothing", "--ledger", ledger])
    assert done.exit_code == 1 and "selon questions" in done.output


def test_judgements_from_the_command(ledger: str) -> None:
    def together(a: str, b: str) -> bool:
        found = json.loads(run("questions", "--ledger", ledger, "--json"))
        return any({a, b} <= {c["claim"] for c in q["claims"]} for q in found)

    found = json.loads(run("questions", "--ledger", ledger, "--json"))
    a, b = (c["claim"] for c in found[0]["claims"][-2:])
    assert together(a, b)
    run("different", a, b, "--ledger", ledger, "--why", "other soldiers")
    assert not together(a, b)
    with Ledger(ledger) as opened:
        opened.take_back(opened.judgements()[0].id)
    assert together(a, b)


def test_evaluate_tells_b_cubed(tmp_path: Path) -> None:
    from selon.demo import GOLD

    rows = [json.loads(line) for line in Path(str(GOLD)).read_text(encoding="utf-8").splitlines()]
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("\n".join(json.dumps({"id": r["id"], "claims": r["claims"]}) for r in rows), encoding="utf-8")
    scores = json.loads(run("evaluate", str(GOLD), str(predicted), "--json"))["questions"]
    assert scores["gold"] == scores["extracted"] and scores["gold"]["f"] >= 97
