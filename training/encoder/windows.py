"""Windows for the package's encoder to learn from: those of the annotated articles, and altered copies of them.

What a teacher hears in articles that it was trained on is nearly what was annotated. It is heard on other text by those
who ask the package, so most windows here are ones that no teacher was trained on: other regions together, some left
out, words exchanged for others of their part of speech and form.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from selon.analysis.attribution.encoder.pieces import END, START, Pieces
from selon.analysis.attribution.encoder.windows import LARGEST, windows
from selon.analysis.attribution.syntax import Syntax
from training.encoder.teacher import COMFORTABLE

OPEN = frozenset(("NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "NUM"))  # classes whose words are exchanged
FEWEST = 4  # different words of a form, or they are left as they are
EXCHANGED = (0.08, 0.15, 0.25)  # of the words, in each copy
LEFT_OUT = 0.12  # of the regions
SIZES = (150, 220, 300, 300, 340)  # pieces of an altered window, at most

_Form = tuple[object, ...]


class Word(NamedTuple):
    """A word of an article, whether a space stands before it, and its form: what may stand for it has the same."""

    text: str
    spaced: bool
    form: _Form


class Piecewise(NamedTuple):
    """A window as the encoder reads it: the rows of its pieces, and at which of them each word begins."""

    rows: list[int]
    begins: list[int]


def every_window(articles: Sequence[Syntax], pieces: Pieces, copies: bool = True, seed: int = 0) -> list[Piecewise]:
    """The articles' own windows, then those of altered copies of them."""
    chance = random.Random(seed)
    own = [Piecewise(w.rows, w.begins) for sx in articles for w in windows(sx, pieces, COMFORTABLE)]
    told = [[list(group) for _, group in groupby(_words(sx), key=lambda pair: pair[1])] for sx in articles]
    regions = [[[word for word, _ in pairs] for pairs in article] for article in told]
    exchange = _Exchange((word for article in regions for region in article for word in region), chance)
    altered = [
        window
        for share in (EXCHANGED if copies else ())
        for article in regions
        for window in _altered(article, share, exchange, pieces, chance)
    ]
    return own + altered


def _words(sx: Syntax) -> Iterator[tuple[Word, int]]:
    """The words of an article with the number of their region."""
    text, language = sx.document.text, sx.document.language.code
    for token, region in zip(sx.tokens, sx.region_of, strict=True):
        spaced = token.start == 0 or text[token.start - 1].isspace()
        form = (language, token.pos, tuple(sorted(token.feats.items())), token.text[:1].isupper())
        yield Word(token.text, spaced, form), region


class _Exchange:
    """Words for words of the same form, drawn by the root of how often they are there."""

    def __init__(self, words: Iterable[Word], chance: random.Random) -> None:
        found: defaultdict[_Form, Counter[str]] = defaultdict(Counter)
        for word in words:
            if word.form[1] in OPEN:
                found[word.form][word.text] += 1
        self._chance = chance
        self._words: Mapping[_Form, tuple[list[str], list[float]]] = {
            form: (list(counts), [n**0.5 for n in counts.values()])
            for form, counts in found.items()
            if len(counts) >= FEWEST
        }
        self._drawn: defaultdict[_Form, list[str]] = defaultdict(list)

    def other(self, word: Word) -> Word:
        """Another word in its place, or the word where no others have its form."""
        if word.form not in self._words:
            return word
        drawn = self._drawn[word.form]
        if not drawn:
            drawn += self._chance.choices(*self._words[word.form], k=200)
        return word._replace(text=drawn.pop())


def _altered(
    article: Iterable[Sequence[Word]], share: float, exchange: _Exchange, pieces: Pieces, chance: random.Random
) -> Iterator[Piecewise]:
    most = chance.choice(SIZES)
    rows: list[tuple[int, ...]] = []
    size = 0
    for region in article:
        if chance.random() < LEFT_OUT:
            continue
        words = [exchange.other(word) if chance.random() < share else word for word in region]
        own = [pieces.of(word.text, word.spaced) for word in words]
        while sum(map(len, own)) > LARGEST:
            own = own[: len(own) * 2 // 3]
        length = sum(map(len, own))
        if rows and size + length > most:
            yield _joined(rows)
            rows, size = [], 0
        rows += own
        size += length
    if rows:
        yield _joined(rows)


def _joined(words: Iterable[tuple[int, ...]]) -> Piecewise:
    rows, begins = [START], []
    for own in words:
        begins.append(len(rows))
        rows += own
    return Piecewise([*rows, END], begins)
