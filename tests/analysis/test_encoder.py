"""The encoder: every token is read once, the same words give the same figures."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.analysis.attribution.encoder import read_signals
from selon.analysis.attribution.encoder.network import (
    BLOCK,
    COMFORTABLE,
    LAYERS,
    TABLES,
    VOCABULARY,
    network,
    unpacked,
)
from selon.analysis.attribution.encoder.pieces import MOST, Pieces
from selon.analysis.attribution.encoder.windows import LARGEST, windows
from selon.analysis.attribution.syntax import Syntax, build
from selon.analysis.parse import parse
from selon.model import Article
from training.encoder.teacher import load_teacher

SAID = "« La digue tiendra », a déclaré jeudi Fatima Belkacem, la maire de Lorient. Il pleut sur la ville."
PIECES = Pieces(VOCABULARY)


def syntax(text: str, language: str = "fr") -> Syntax:
    return build(parse(Article(text=text, language=language)))


def test_the_weights_stay_small() -> None:
    size = sum(path.stat().st_size for path in (LAYERS, TABLES, VOCABULARY))
    assert size < 20e6, f"{size / 1e6:.1f} MB"


def test_what_a_sentence_says_is_heard() -> None:
    sx = syntax(SAID)
    signals = read_signals(sx)
    said = next(t.i for t in sx.tokens if t.text == "déclaré")
    rain = next(t.i for t in sx.tokens if t.text == "pleut")
    assert signals.cue[said] > 0.5 > signals.cue[rain]
    first, source, content = signals.pair(said)
    by_word = {t.text: (source[t.i - first], content[t.i - first]) for t in sx.tokens if t.i - first < len(source)}
    assert by_word["Fatima"][0] > 0.5 > by_word["Fatima"][1]
    assert by_word["digue"][1] > 0.5 > by_word["digue"][0]
    assert max(by_word["ville"]) < 0.5


def test_an_article_is_read_the_same_alone_and_among_others() -> None:
    first, again = read_signals(syntax(SAID)), read_signals(syntax(SAID))
    read_signals(syntax("The dam held. " * 40, "en"))
    assert np.array_equal(first.cue, again.cue)
    assert all(np.array_equal(a, b) for a, b in zip(first.pair(3), again.pair(3), strict=True))


def test_a_word_is_put_together_of_its_pieces() -> None:
    (window,) = windows(syntax(SAID), PIECES, COMFORTABLE)
    net = network()
    found = net.summed(window.rows, window.begins)
    ends = [*window.begins, len(window.rows) - 1]
    assert len(found) == 1 + len(window.begins)
    for place, (a, b) in enumerate(zip([0, *window.begins], ends, strict=True)):
        pieces = net.vectors[window.rows[a:b]] * net.scale[: b - a]
        word = pieces[0] + pieces[1:].sum(0) @ net.rest.T + net.places[place]
        assert np.allclose(found[place], word, atol=1e-4)
    assert any(b - a > 1 for a, b in zip(window.begins, ends[1:], strict=True))  # some word has several
    assert len(net.hidden(window.rows, window.begins)) == len(window.begins)


def test_it_hears_what_its_teacher_hears() -> None:
    sx = syntax(SAID)
    wanted, found = read_signals(sx, load_teacher()), read_signals(sx)
    assert np.abs(wanted.cue - found.cue).sum() < 0.3 * wanted.cue.sum()
    said = next(t.i for t in sx.tokens if t.text == "déclaré")
    for a, b in zip(wanted.pair(said)[1:], found.pair(said)[1:], strict=True):
        assert np.abs(a - b).sum() < 0.3 * a.sum()


def test_no_token_no_signal() -> None:
    assert len(read_signals(syntax("")).cue) == 0


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=30), max_size=60))
def test_windows_hold_every_token_once(words: list[str]) -> None:
    sx = syntax(" ".join(words))
    tokens = [k for w in windows(sx, PIECES, COMFORTABLE) for k in range(w.first, w.last)]
    assert tokens == list(range(len(sx.tokens)))
    for window in windows(sx, PIECES, COMFORTABLE):
        assert len(window.rows) <= LARGEST + MOST + 2
        assert len(window.begins) == window.last - window.first
        assert window.begins == sorted(set(window.begins))


def test_a_sentence_without_end_is_cut_into_windows() -> None:
    found = list(windows(syntax("et encore " * 3000), PIECES, COMFORTABLE))
    assert len(found) > 5
    assert max(len(w.rows) for w in found) <= LARGEST + 2


@given(st.text(max_size=200), st.booleans())
def test_a_word_has_one_to_eight_pieces(word: str, after_space: bool) -> None:
    rows = PIECES.of(word, after_space)
    assert 1 <= len(rows) <= MOST
    assert all(0 <= row < len(network().vectors) for row in rows)


def test_unpacking_is_the_blocks_definition() -> None:
    scale = np.array([[0.5]], np.float16)
    nibbles = np.array([[k | ((15 - k) << 4) for k in range(16)]], np.uint8)
    values = unpacked(scale, nibbles)
    assert values.shape == (1, BLOCK)
    assert [float(v) for v in values[0, :16]] == [0.5 * (k - 8) for k in range(16)]
    assert [float(v) for v in values[0, 16:]] == [0.5 * (7 - k) for k in range(16)]


def test_the_vocabulary_is_the_tables() -> None:
    lines = VOCABULARY.read_text(encoding="utf-8").split("\n")[:-1]
    assert len(lines) == len(network().vectors)
    assert len({line.rsplit("\t", 1)[0] for line in lines}) == len(lines)
