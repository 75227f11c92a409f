"""The faster encoder of training/encoder/words reads words, and hears what the package's does."""

from __future__ import annotations

import numpy as np

from selon.analysis.attribution.encoder import read_signals
from selon.analysis.attribution.encoder.network import VOCABULARY, network
from selon.analysis.attribution.encoder.pieces import Pieces
from selon.analysis.attribution.encoder.windows import windows
from selon.analysis.attribution.syntax import build
from selon.analysis.parse import parse
from selon.analysis.pipeline import extract
from selon.model import Article
from training.encoder.words import LAYERS, TABLES, by_words, load_words

SAID = "« La digue tiendra », a déclaré jeudi Fatima Belkacem, la maire de Lorient. Il pleut sur la ville."


def test_a_word_is_put_together_of_its_pieces() -> None:
    (window,) = windows(build(parse(Article(text=SAID, language="fr"))), Pieces(VOCABULARY))
    net, *_ = load_words()
    found = net.summed(window.rows, window.begins)
    ends = [*window.begins, len(window.rows) - 1]
    assert len(found) == 1 + len(window.begins)
    for place, (a, b) in enumerate(zip([0, *window.begins], ends, strict=True)):
        pieces = net.vectors[window.rows[a:b]] * net.scale[: b - a]
        word = pieces[0] + pieces[1:].sum(0) @ net.rest.T + net.places[place]
        assert np.allclose(found[place], word, atol=1e-4)
    assert any(b - a > 1 for a, b in zip(window.begins, ends[1:], strict=True))  # some word has several
    assert len(net.hidden(window.rows, window.begins)) == len(window.begins)


def test_it_hears_what_the_package_hears() -> None:
    sx = build(parse(Article(text=SAID, language="fr")))
    wanted, found = read_signals(sx), read_signals(sx, load_words()[0])
    assert np.abs(wanted.cue - found.cue).sum() < 0.3 * wanted.cue.sum()
    said = next(t.i for t in sx.tokens if t.text == "déclaré")
    for a, b in zip(wanted.pair(said)[1:], found.pair(said)[1:], strict=True):
        assert np.abs(a - b).sum() < 0.3 * a.sum()


def test_the_pipeline_runs_with_it() -> None:
    article = Article(text=SAID, language="fr")
    with by_words():
        (claim,) = extract(article)
    assert (claim.speaker, claim.kind) == ("Fatima Belkacem", "direct")
    assert [c.speaker for c in extract(article)] == ["Fatima Belkacem"]  # and without it afterwards


def test_it_is_half_of_the_package() -> None:
    from selon.analysis.attribution.encoder import network as own

    assert LAYERS.stat().st_size < 0.6 * own.LAYERS.stat().st_size
    assert TABLES.stat().st_size < 2e6
    assert load_words()[0].vectors is network().vectors
