"""Claims come in the order of the input; what fails costs its article and nothing else."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Iterator

import pytest

from selon.engines.local import Extracted, extract_all
from selon.model import Article
from selon.reading import ReadingError, Unit

FAKE = "tests.engines.fakes:extract_many"


def units(*texts: str) -> list[Unit]:
    return [Unit(f"in:{n}", Article(text, id=str(n), language="fr")) for n, text in enumerate(texts, 1)]


def speakers(results: list[Extracted]) -> list[str | None]:
    return [result.claims[0].speaker if result.claims else None for result in results]


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("batch", [1, 4])
def test_results_come_in_order(workers: int, batch: int) -> None:
    texts = [f"text {n}" for n in range(100)]
    results = list(extract_all(units(*texts), workers=workers, extractor=FAKE, batch=batch))
    assert speakers(results) == texts
    assert [result.unit.place for result in results] == [f"in:{n}" for n in range(1, 101)]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_exception_costs_its_article(workers: int) -> None:
    results = list(extract_all(units("a", "fail", "b", "c"), workers=workers, extractor=FAKE))
    assert speakers(results) == ["a", None, "b", "c"]
    assert results[1].error == "the analysis failed: ValueError (-v says where)", "what it says may quote the article"


@pytest.mark.parametrize("batch", [1, 16])
def test_a_worker_that_dies_costs_its_article_and_is_replaced(batch: int) -> None:
    texts = ["a", "die", "b", "die", *(f"text {n}" for n in range(40)), "die"]
    results = list(extract_all(units(*texts), workers=2, extractor=FAKE, batch=batch))
    assert speakers(results) == [None if text == "die" else text for text in texts]
    assert {r.error for r in results if r.error} == {"the worker died over it (exit code -9)"}


def test_an_article_that_takes_too_long_is_stopped() -> None:
    results = list(extract_all(units("a", "hang", "b"), workers=2, extractor=FAKE, seconds=1.5))
    assert speakers(results) == ["a", None, "b"]
    assert results[1].error is not None and results[1].error.startswith("the analysis took too long and was stopped")


def test_in_this_process_too_an_article_that_takes_too_long_is_stopped() -> None:
    results = list(extract_all(units("a", "turn", "b"), workers=1, extractor=FAKE, seconds=0.3))
    assert speakers(results) == ["a", None, "b"]
    assert results[1].error is not None and "SELON_MAX_SECONDS" in results[1].error


def test_beside_the_main_thread_there_is_no_alarm_and_nothing_breaks() -> None:
    done: list[list[str | None]] = []
    thread = threading.Thread(
        target=lambda: done.append(speakers(list(extract_all(units("a", "b"), extractor=FAKE, seconds=0.3))))
    )
    thread.start()
    thread.join()
    assert done == [["a", "b"]]


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is Linux's")
def test_an_article_that_takes_too_much_memory_costs_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELON_MAX_MEMORY_MB", "500")
    results = list(extract_all(units("a", "eat", "b"), workers=2, extractor=FAKE))
    assert speakers(results) == ["a", None, "b"]
    assert results[1].error == "the analysis failed: MemoryError (-v says where)"


@pytest.mark.parametrize("workers", [1, 2])
def test_units_that_are_errors_keep_their_place(workers: int) -> None:
    error = ReadingError("in:2", "is empty")
    mixed = [*units("a"), Unit("in:2", error=error), *units("b")]
    results = list(extract_all(mixed, workers=workers, extractor=FAKE))
    assert speakers(results) == ["a", None, "b"]
    assert results[1].error == "in:2: is empty"


@pytest.mark.parametrize("workers", [1, 2])
def test_lost_sentences_are_counted(workers: int) -> None:
    results = list(extract_all(units("a", "lose", "b"), workers=workers, extractor=FAKE))
    assert [result.troubles for result in results] == [0, 2, 0]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_result_does_not_wait_for_the_next_article(workers: int) -> None:
    seen = threading.Event()

    def slow() -> Iterator[Unit]:
        yield from units("first")
        assert seen.wait(60), "the first result came only with the second article"
        yield from units("second")

    results = []
    for result in extract_all(slow(), workers=workers, extractor=FAKE):
        results.append(result)
        seen.set()
    assert speakers(results) == ["first", "second"]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_input_is_drawn_no_further_than_a_window(workers: int) -> None:
    drawn = 0

    def endless() -> Iterator[Unit]:
        nonlocal drawn
        while True:
            drawn += 1
            yield from units(f"text {drawn}")

    results = extract_all(endless(), workers=workers, extractor=FAKE, batch=4)
    for _ in range(10):
        next(results)
    assert drawn < 250
    results.close()  # type: ignore[attr-defined]


def test_an_input_that_raises_is_not_swallowed() -> None:
    def broken() -> Iterator[Unit]:
        yield from units("a")
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk is gone"):
        list(extract_all(broken(), workers=1, extractor=FAKE))


def test_a_worker_that_died_while_it_had_nothing_to_do_costs_no_article() -> None:
    go_on = threading.Event()

    def in_two_parts() -> Iterator[Unit]:
        yield from units("a")
        assert go_on.wait(60)
        yield from units("b", "c", "d")

    results = []
    for result in extract_all(in_two_parts(), workers=2, extractor=FAKE, batch=1):
        results.append(result)
        if not go_on.is_set():
            for worker in multiprocessing.active_children():
                worker.kill()
                worker.join()
            go_on.set()
    assert [result.error for result in results] == [None] * 4
    assert speakers(results) == ["a", "b", "c", "d"]
