"""The windows that the package's encoder learns from: the articles' own, and altered copies of them."""

from __future__ import annotations

from itertools import pairwise

from selon.analysis.attribution.encoder.network import VOCABULARY
from selon.analysis.attribution.encoder.pieces import MOST, Pieces
from selon.analysis.attribution.encoder.windows import LARGEST, windows
from selon.analysis.attribution.syntax import Syntax, build
from selon.analysis.parse import parse
from selon.model import Article
from training.encoder.teacher import COMFORTABLE
from training.encoder.windows import EXCHANGED, Piecewise, every_window

PIECES = Pieces(VOCABULARY)
TEXTS = [
    ("fr", "Le maire dit que la digue tiendra.\n\nLe préfet nie que le barrage cède.\n\nLa ville attend la crue."),
    ("en", "The mayor says the dam holds.\n\nThe prefect denies that a wall breaks.\n\nThe town waits for a flood."),
    ("en", "word " * 2000),
]


def articles() -> list[Syntax]:
    return [build(parse(Article(text=text, language=language))) for language, text in TEXTS]


def test_the_articles_own_windows_come_first() -> None:
    given = articles()
    own = [(w.rows, w.begins) for sx in given for w in windows(sx, PIECES, COMFORTABLE)]
    assert [tuple(w) for w in every_window(given, PIECES, copies=False)] == own
    assert [tuple(w) for w in every_window(given, PIECES)[: len(own)]] == own


def words_of(window: Piecewise) -> list[tuple[int, ...]]:
    """The pieces of each word."""
    return [tuple(window.rows[a:b]) for a, b in pairwise([*window.begins, len(window.rows) - 1])]


def test_a_window_is_one_that_the_encoder_can_read() -> None:
    every = every_window(articles(), PIECES)
    assert len(every) > 3 * len(EXCHANGED)
    for window in every:
        assert len(window.rows) <= LARGEST + 2
        assert window.begins[0] == 1
        assert all(1 <= len(word) <= MOST for word in words_of(window))


def test_copies_say_something_else_in_the_articles_words() -> None:
    given = articles()[:2]
    own = every_window(given, PIECES, copies=False)
    known = {word for window in own for word in words_of(window)}
    copies = [w for seed in range(20) for w in every_window(given, PIECES, seed=seed)[len(own) :]]
    assert {word for window in copies for word in words_of(window)} <= known
    assert any(copy not in own for copy in copies)


def test_the_same_seed_makes_the_same_windows() -> None:
    assert every_window(articles(), PIECES, seed=4) == every_window(articles(), PIECES, seed=4)
