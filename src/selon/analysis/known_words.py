"""What a tagger's first layer makes of a word, kept: it sees the word and the space after it, nothing else of its text.

The first layer (hashes of a word's norm, prefix, suffix and shape, its vector, one product) takes near a third of a
tagger's time, and nine of ten words have been read before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

MOST = 30_000  # words that are kept: 400 bytes each; then all are forgotten

Floats = npt.NDArray[np.float32]
_Key = tuple[int, int, int]  # the word, its norm (a part of a contraction has its own), whether a space follows


def keep_words(model: Any, vocab: Any) -> None:
    """Have a tok2vec's ``model`` (its first layer, then those that look around) ask its first layer once a word."""
    first = model.layers[0]
    model.replace_node(first, _layer(KnownWords(first.predict, vocab)))


class KnownWords:
    """The vectors of words by what ``read`` makes of a document (words × width)."""

    def __init__(self, read: Callable[[list[Any]], list[Floats]], vocab: Any) -> None:
        self._read, self._vocab = read, vocab
        self._row: dict[_Key, int] = {}
        self._table: Floats | None = None

    def vectors(self, docs: Sequence[Any]) -> list[Floats]:
        """The vectors of each document's words."""
        keys = [_keys(doc) for doc in docs]
        new = self._unknown(keys, docs)
        if len(self._row) + len(new) > MOST:
            self._row.clear()
            new = self._unknown(keys, docs)
        if new or self._table is None:
            self._learn(new)
        assert self._table is not None
        row, table = self._row, self._table
        return [table[[row[key] for key in own]] for own in keys]

    def _unknown(self, keys: list[list[_Key]], docs: Sequence[Any]) -> dict[_Key, Any]:
        """The words that are not known, each where it stands first."""
        known = self._row
        out: dict[_Key, Any] = {}
        for own, doc in zip(keys, docs, strict=True):
            for i, key in enumerate(own):
                if key not in known and key not in out:
                    out[key] = doc[i]
        return out

    def _learn(self, new: dict[_Key, Any]) -> None:
        from spacy.tokens import Doc

        words = list(new.values())
        doc = Doc(self._vocab, [word.text for word in words], [bool(word.whitespace_) for word in words])
        for word, own in zip(words, doc, strict=True):
            if own.norm != word.norm:
                own.norm_ = word.norm_
        (made,) = self._read([doc])
        first = len(self._row)
        self._row.update(zip(new, range(first, first + len(new)), strict=True))
        if self._table is None or len(self._row) > len(self._table):
            table = np.zeros((min(2 * len(self._row), max(MOST, len(self._row))), made.shape[1]), np.float32)
            if self._table is not None:
                table[:first] = self._table[:first]
            self._table = table
        self._table[first : len(self._row)] = made


def _keys(doc: Any) -> list[_Key]:
    columns = doc.to_array(["ORTH", "NORM", "SPACY"]).T.tolist()
    return list(zip(*columns, strict=True))


def _layer(known: KnownWords) -> Any:
    from thinc.api import Model

    def forward(_model: Any, docs: list[Any], is_train: bool) -> tuple[list[Floats], Callable[[Any], Any]]:
        return known.vectors(docs), lambda change: change

    return Model("known_words", forward)
