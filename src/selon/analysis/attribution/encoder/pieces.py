"""A word's pieces: the likeliest way to write it with a unigram vocabulary (Kudo 2018)."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

MOST_WORDS = 60_000  # different words that are remembered: some 1 KB each; the rest of a corpus is cut anew
MOST = 8  # pieces of one word that are read; a longer one is a web address or a row of letters
LONGEST = 64  # characters of a word that are looked at
START, END, UNKNOWN = 0, 2, 3  # rows of the vocabulary: <s>, </s>, <unk>
SPACE = "\u2581"  # stands before a word that follows a space
PLAIN = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})


class Pieces:
    """The vocabulary of a file: one piece and its score a line, the line number its row."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known: dict[str, tuple[int, ...]] = {}

    @cached_property
    def _model(self) -> object:
        from tokenizers.models import Unigram  # imported when a first word is read

        lines = self.path.read_text(encoding="utf-8").rstrip("\n").split("\n")
        vocabulary = [(piece, float(score)) for piece, score in (line.rsplit("\t", 1) for line in lines)]
        return Unigram(vocabulary, unk_id=UNKNOWN, byte_fallback=False)

    def of(self, word: str, after_space: bool) -> tuple[int, ...]:
        """The rows of the pieces of ``word``, at least one and at most eight."""
        key = (SPACE if after_space else "") + (word[:LONGEST].translate(PLAIN).strip() or "?")
        rows = self._known.get(key)
        if rows is None:
            tokens = self._model.tokenize(key)  # type: ignore[attr-defined]
            rows = tuple(token.id for token in tokens[:MOST]) or (UNKNOWN,)
            if len(self._known) < MOST_WORDS:
                self._known[key] = rows
        return rows
