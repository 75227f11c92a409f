"""A tagger's first layer is asked once a word, and what it made of the word stays the same."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from selon.analysis import known_words
from selon.analysis.known_words import KnownWords
from selon.analysis.tagging import tagger

TEXTS = {
    "fr": ["L'armée n'a rien dit. L'armée, elle, n'a  rien nié\n\naujourd'hui.", "Rien.", ""],
    "en": ["The army can't say. It cannot, they can't; gonna wait.\n\n The army's spokesman didn't.", "Nothing.", ""],
}


def first_layer(code: str) -> tuple[Any, Any]:
    """What makes documents of texts, and the package's own first layer."""
    import importlib

    from selon.analysis.model_files import package_of
    from selon.languages import load

    nlp = importlib.import_module(package_of(load(code))).load()
    return nlp, nlp.get_pipe("tok2vec").model.layers[0]


@pytest.mark.parametrize("code", ["fr", "en"])
def test_vectors_are_those_of_the_first_layer(code: str) -> None:
    nlp, layer = first_layer(code)
    docs = [nlp.make_doc(text) for text in TEXTS[code]]
    known = KnownWords(layer.predict, nlp.vocab)
    for _ in range(2):
        for made, wanted in zip(known.vectors(docs), layer.predict(docs), strict=True):
            assert made.shape == wanted.shape
            assert np.allclose(made, wanted, atol=1e-5)


def test_a_word_is_read_once() -> None:
    nlp, layer = first_layer("en")
    read: list[str] = []

    def counting(docs: list[Any]) -> Any:
        read.extend(word.text for doc in docs for word in doc)
        return layer.predict(docs)

    known = KnownWords(counting, nlp.vocab)
    known.vectors([nlp.make_doc("the dam held and the dam held")])
    # "held" once with a space after it, once without.
    assert sorted(read) == ["and", "dam", "held", "held", "the"]
    known.vectors([nlp.make_doc("and the dam held")])
    assert len(read) == 5


def test_what_was_forgotten_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp, layer = first_layer("en")
    monkeypatch.setattr(known_words, "MOST", 6)
    known = KnownWords(layer.predict, nlp.vocab)
    for text in ("a dam held", "a lake rose slowly", "one text of more than six different words", "a dam held"):
        doc = nlp.make_doc(text)
        (made,) = known.vectors([doc])
        assert np.allclose(made, layer.predict([doc])[0], atol=1e-5)


@pytest.mark.parametrize("code", ["fr", "en"])
def test_the_tagger_asks_it(code: str) -> None:
    assert tagger(code)._nlp.get_pipe("tok2vec").model.layers[0].name == "known_words"
