"""kill -9 at every statement of migrating, adding, judging, noting polls: whole afterwards, and a rerun ends alike."""

from __future__ import annotations

import gzip
import os
import random
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from selon.ledger import Ledger
from tests.ledger.samples import article, claims

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the one who dies is a fork")
FIRST = Path(__file__).parents[1] / "data" / "ledgers" / "0001.db.gz"
Work = Callable[[Path], None]


def migrate(path: Path) -> None:
    Ledger(path).close()


def add(path: Path) -> None:
    with Ledger(path) as ledger:
        for n in (5, 6):
            ledger.add(article(n), claims(article(n)), extractor="1")


def new_version(path: Path) -> None:
    one = article(4, "disparaissent", url="https://jour.example/1")
    with Ledger(path) as ledger:
        ledger.add(one, claims(one), extractor="1")


def judge(path: Path) -> None:
    """Judges two claims and takes it back, unless that is there already."""
    with Ledger(path) as ledger:
        a, *_, b = (stored.id for stored in ledger.claims(_first(ledger)))
        of_eve = [j for j in ledger.judgements(taken_back=True) if j.who == "Eve"]
        judgement = of_eve[0] if of_eve else ledger.judge("same", a, b, who="Eve", why="one count")
        ledger.take_back(judgement.id, who="Eve", why="no")


def poll(path: Path) -> None:
    with Ledger(path) as ledger:
        ledger.note_polled("https://jour.example/feed", '"2"', None)


def repair(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE claims SET speaker = 'Nobody' WHERE ordinal = 0")
    connection.close()
    with Ledger(path) as ledger:
        ledger.repair()


def _first(ledger: Ledger) -> str:
    return next(ledger.articles()).id


WORKS: dict[str, Work] = {
    "migrate": migrate,
    "add": add,
    "new version": new_version,
    "judge": judge,
    "poll": poll,
    "repair": repair,
}


def killed(work: Work, path: Path, moment: int) -> bool:
    """Whether ``work``, in a fork, came as far as its ``moment``th statement or commit and was killed there."""
    child = os.fork()
    if child == 0:
        left = [moment]

        def count(*_: object, **__: object) -> None:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

        for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
            event.listen(Engine, name, count)
        code = 1
        try:
            work(path)
            code = 0
        finally:
            sys.stdout.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
    return os.WIFSIGNALED(status)


def contents(path: Path, *, order: bool = True) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the ledger but times and the ids that are drawn by lot; without ``order``, not who came first."""
    with sqlite3.connect(path) as connection:
        out: dict[str, list[tuple[object, ...]]] = {}
        for name in ("articles", "extractions", "claims", "judgements", "polls"):
            left_out = {"added_at", "at", "polled_at", *(("id", "a") if name == "judgements" else ())}
            left_out |= set() if order else {"seq", "extraction"}
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[1] not in left_out]
            out[name] = connection.execute(f"SELECT {', '.join(columns)} FROM {name} ORDER BY 1").fetchall()
        return out


def start(path: Path, work: Work) -> None:
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    if work is not migrate:
        migrate(path)


def again_and_compare(path: Path, work: Work, wanted: dict[str, list[tuple[object, ...]]]) -> None:
    with Ledger(path) as ledger:
        problems = ledger.check()
        # Repair begins with the damage that the test does to it.
        assert [problem for problem in problems if not (work is repair and problem.derived)] == []
    work(path)
    with Ledger(path) as ledger:
        assert ledger.check() == []
    assert contents(path) == wanted


@pytest.mark.parametrize("name", WORKS)
def test_killed_at_every_statement_and_run_again(name: str, path: Path) -> None:
    work = WORKS[name]
    start(path, work)
    work(path)
    wanted = contents(path)
    moments = 0
    start(path, work)
    while killed(work, path, moments):
        again_and_compare(path, work, wanted)
        moments += 1
        start(path, work)
    assert moments > 3, "the work has some statements"


@pytest.mark.parametrize("rounds", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_killed_at_random_in_a_row_of_works(rounds: int, path: Path) -> None:
    chance = random.Random(rounds)
    start(path, add)
    order = [work for name, work in WORKS.items() if name != "repair"]
    for work in order:
        work(path)
    wanted = contents(path, order=False)
    start(path, add)
    for _ in range(rounds):
        killed(chance.choice(order), path, chance.randrange(40))
        with Ledger(path) as ledger:
            assert ledger.check() == []
    for work in order:
        work(path)
    assert contents(path, order=False) == wanted
