"""The layers that look around a word make of it what spaCy's own make, at the ends of texts too."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np
import pytest

from selon.analysis import word_windows
from selon.analysis.model_files import package_of
from selon.analysis.word_windows import use_numpy
from selon.languages import load

TEXTS = {
    "fr": ["L'armée n'a rien dit, selon M. Durand ; elle n'a rien nié non plus.", "Rien.", ""],
    "en": ["The army, Mr Smith said, can't say; its spokesman didn't deny it either.", "Nothing.", ""],
}


def tok2vec(code: str) -> tuple[Any, Any]:
    """The package's own pipeline, and its model of words with their neighbours."""
    nlp = importlib.import_module(package_of(load(code))).load()
    return nlp, nlp.get_pipe("tok2vec").model


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize("rows", [5, word_windows.ROWS])
def test_vectors_are_those_of_the_package(code: str, rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_windows, "ROWS", rows)
    nlp, model = tok2vec(code)
    docs = [nlp.make_doc(text) for text in TEXTS[code]]
    wanted = model.predict(docs)
    use_numpy(model)
    assert model.layers[-1].name == "word_windows"
    for made, want in zip(model.predict(docs), wanted, strict=True):
        assert made.shape == want.shape
        assert np.allclose(made, want, atol=1e-4)
    assert model.layers[-1].predict([]) == []


def test_layers_that_look_farther_stay() -> None:
    _, model = tok2vec("en")
    next(node for node in model.walk() if node.name == "expand_window").attrs["window_size"] = 2
    use_numpy(model)
    assert model.layers[-1].name.startswith("with_array(")
