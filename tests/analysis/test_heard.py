"""What the forests see of the encoder: columns of agreement are what they say; spans that it draws are candidates."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selon.analysis.attribution.contents import find_contents
from selon.analysis.attribution.cues import find_cues
from selon.analysis.attribution.encoder import read_signals
from selon.analysis.attribution.encoder.agreement import COLUMNS, Heard, Parts, agreement
from selon.analysis.attribution.heard import heard_contents, heard_sources
from selon.analysis.attribution.sources import find_sources
from selon.analysis.attribution.syntax import build
from selon.analysis.parse import parse
from selon.model import Article

WORDS = st.lists(st.tuples(st.floats(0, 1, width=32), st.integers(1, 9)), min_size=1, max_size=30)


def column(heard: Heard, lengths: list[int], candidates: list[Parts], name: str) -> list[float]:
    (rows,) = agreement([heard], np.asarray(lengths, np.int64), [candidates])
    return [float(value) for value in rows[:, COLUMNS.index(name)]]


def running(sizes: list[int]) -> list[int]:
    return [0, *(int(n) for n in np.cumsum(sizes))]


@given(WORDS, st.data())
def test_expected_overlap_is_the_overlap_where_all_is_sure(words: list[tuple[float, int]], data: st.DataObject) -> None:
    sure = np.array([float(p > 0.5) for p, _ in words], np.float32)
    size = [n for _, n in words]
    a = data.draw(st.integers(0, len(words) - 1))
    b = data.draw(st.integers(a + 1, len(words)))
    inside, span = {k for k, p in enumerate(sure) if p}, set(range(a, b))
    both, either = (sum(size[k] for k in ks) for ks in (span & inside, span | inside))
    (value,) = column(Heard(0, sure), running(size), [((a, b),)], "overlap")
    assert abs(value - both / either) < 1e-5


@given(WORDS, st.integers(0, 5), st.data())
def test_columns_are_what_a_slow_reading_finds(
    words: list[tuple[float, int]], before: int, data: st.DataObject
) -> None:
    """With words before the window; a span in one or two parts."""
    p = [0.0] * before + [x for x, _ in words] + [0.0]
    size = [1] * before + [n for _, n in words] + [1]
    cuts = sorted(data.draw(st.sets(st.integers(0, len(p) - 1), min_size=2, max_size=4)))
    parts = tuple((a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))
    heard = Heard(before, np.asarray([x for x, _ in words], np.float32))
    under = [i for a, b in parts for i in range(a, b)]
    between = range(parts[0][1], parts[-1][0])
    likely = sum(x * n for x, n in zip(p, size, strict=True))
    shared = sum(p[i] * size[i] for i in under)
    expected = {
        "inside": shared / sum(size[i] for i in under),
        "share": shared / max(likely, 1e-9),
        "first": p[parts[0][0]],
        "before": p[parts[0][0] - 1] if parts[0][0] else 0.0,
        "last": p[parts[-1][1] - 1],
        "after": p[parts[-1][1]],
        "least": min(p[i] for i in under),
        "gap": max((p[i] for i in between), default=0.0),
        "none": 1 - max(p),
        "mass": likely,
    }
    for name, value in expected.items():
        assert abs(column(heard, running(size), [parts], name)[0] - value) < 1e-3, name


@given(st.lists(st.tuples(st.integers(0, 4), WORDS, st.data()), min_size=1, max_size=4))
def test_readings_worked_out_together_get_what_each_gets_alone(
    readings: list[tuple[int, list[tuple[float, int]], st.DataObject]],
) -> None:
    heard, options = [], []
    for first, words, data in readings:
        heard.append(Heard(first, np.asarray([p for p, _ in words], np.float32)))
        cuts = st.sets(st.integers(0, 35), max_size=4).map(sorted)
        spans = cuts.map(lambda at: tuple(zip(at[::2], at[1::2], strict=False)))
        options.append(data.draw(st.lists(spans, max_size=3)))
    lengths = np.asarray(running([3, 1, 4, 1, 5, 9, 2, 6] * 5), np.int64)
    together = agreement(heard, lengths, options)
    for one, own, rows in zip(heard, options, together, strict=True):
        assert np.array_equal(rows, agreement([one], lengths, [own])[0])


def test_no_span_is_as_good_as_the_likeliest_word_is_unlikely() -> None:
    heard = Heard(0, np.array([0.1, 0.2], np.float32))
    assert np.allclose(column(heard, [0, 3, 6], [()], "overlap"), [0.8])


def test_the_best_candidate_is_behind_none() -> None:
    heard = Heard(0, np.array([0.9, 0.9, 0.1], np.float32))
    behind = column(heard, [0, 3, 6, 9], [((0, 1),), ((0, 2),), ()], "behind")
    assert behind[1] == 0 < min(behind[0], behind[2])


def test_what_is_drawn_is_no_known_candidate_and_leaves_the_cue_out() -> None:
    text = "Le skipper a annoncé son abandon en début de matinée, a indiqué Fatima Belkacem, la maire de Lorient."
    sx = build(parse(Article(text=text, language="fr")))
    signals = read_signals(sx)
    for cue in find_cues(sx):
        pair = signals.pair(cue.head)
        sources = find_sources(sx, cue)
        for source in heard_sources(sx, cue, Heard(pair.first, pair.source), sources):
            assert (source.first, source.last) not in {(s.first, s.last) for s in sources}
            assert source.last <= cue.first or cue.last <= source.first
        known = find_contents(sx, cue, sources[-1])
        for content in heard_contents(sx, cue, sources[-1], Heard(pair.first, pair.content), known):
            assert content.parts not in {c.parts for c in known}
            assert all(b <= cue.first or cue.last <= a for a, b in content.parts)


def test_a_noun_phrase_may_end_before_an_adjunct_that_no_table_names() -> None:
    text = "Le skipper annonce son abandon en début de matinée."
    sx = build(parse(Article(text=text, language="fr")))
    cue = next(cue for cue in find_cues(sx) if cue.lemma == "annoncer")
    words = [token.text for token in sx.tokens]
    a, b = words.index("son"), words.index("abandon") + 1
    inside = np.zeros(len(sx.tokens), np.float32)
    inside[a:b] = 0.9
    source = find_sources(sx, cue)[0]
    known = find_contents(sx, cue, source)
    assert ((a, b),) not in {content.parts for content in known}
    assert ((a, b),) in {content.parts for content in heard_contents(sx, cue, source, Heard(0, inside), known)}


def test_an_article_without_any_reading_has_no_rows() -> None:
    assert agreement([], np.zeros(1, np.int64), []) == []
