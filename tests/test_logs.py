"""What the log says, and that it doesn't quote the articles unless everything was asked for."""

from __future__ import annotations

import io
import json
import logging
import os
import re
from collections.abc import Iterator

import pytest

from selon import logs
from selon.analysis import pipeline
from selon.analysis.document import Document
from selon.analysis.pipeline import extract
from selon.model import Article
from selon.reading import units

TEXT = "Le préfet Anselme Grandpierre a assuré que la route rouvrirait lundi.\nLa neige tombe."


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    root, own = logging.getLogger(), logging.getLogger("selon")
    handlers, level, own_level = root.handlers[:], root.level, own.level
    monkeypatch.delenv(logs.VARIABLE, raising=False)
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    own.setLevel(own_level)
    os.environ.pop(logs.VARIABLE, None)


def configured(verbose: int, form: str) -> io.StringIO:
    logs.configure(verbose, form)
    out = io.StringIO()
    (handler,) = logging.getLogger().handlers
    handler.setStream(out)  # type: ignore[attr-defined]
    return out


def quotes(log: str) -> bool:
    """Whether any word of five letters or more of the article is in the log."""
    return any(word in log for word in re.findall(r"\w{5,}", TEXT))


@pytest.mark.parametrize("form", logs.FORMATS)
@pytest.mark.parametrize("verbose", [0, 1, 2])
@pytest.mark.parametrize("name", [name for name, _ in pipeline.LAYERS])
def test_a_failing_layer_s_record(name: str, verbose: int, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(document: Document) -> None:
        if document.tokens:
            try:
                {}[document.text]  # type: ignore[index]
            except KeyError as error:
                raise ValueError(f"no verb in {document.text!r}") from error

    monkeypatch.setattr(pipeline, "LAYERS", [(n, fails if n == name else f) for n, f in pipeline.LAYERS])
    out = configured(verbose, form)
    extract(Article(TEXT, id="a1", language="fr", published="2024-10-24"))
    log = out.getvalue()
    assert f"layer {name} failed on article a1 at 0-69" in log and "ValueError" in log
    assert quotes(log) is (verbose == 2)
    assert ("test_logs.py" in log) is (verbose > 0), "where it was raised"
    if form == "json":
        rows = [json.loads(line) for line in log.splitlines()]
        assert [(row["level"], row["logger"], row["error"]) for row in rows] == [
            ("ERROR", "selon.analysis", "ValueError")
        ] * 2
        assert all(("traceback" in row) is (verbose > 0) for row in rows)
    elif not verbose:
        assert log.count("\n") == 2, "a line a record"


@pytest.mark.parametrize("verbose", [0, 1, 2])
def test_a_library_s_record_is_shown_without_what_was_put_in_it(verbose: int) -> None:
    out = configured(verbose, "text")
    logging.getLogger("trafilatura.core").warning("can't parse %s", TEXT)
    assert "trafilatura.core: can't parse" in out.getvalue()
    assert quotes(out.getvalue()) is (verbose == 2)


def test_a_fault_while_reading_names_the_place_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    import selon.reading.text as module

    def fails(*_: object) -> object:
        raise ValueError(TEXT)

    monkeypatch.setattr(module, "clean", fails)
    out = configured(1, "text")
    (unit,) = units(TEXT.encode(), language="fr")
    assert unit.error is not None and not quotes(str(unit.error))
    assert "reading failed at" in out.getvalue() and not quotes(out.getvalue())


def test_errors_that_came_of_errors_are_told_in_order_and_circles_end() -> None:
    out = configured(1, "text")
    first, second = KeyError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    logging.getLogger("selon").error("failed", exc_info=second)
    assert out.getvalue() == "ERROR selon: failed\nKeyError\nand then\nValueError\n"


def test_the_form_is_handed_on_to_workers() -> None:
    logs.configure(0, "json")
    out = configured(0, os.environ[logs.VARIABLE])
    logging.getLogger("selon").warning("ready")
    assert json.loads(out.getvalue())["message"] == "ready"
