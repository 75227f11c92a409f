"""Where within a span another statement may begin. Each sentence is one span; its breaks are marked by their kind:

s a semicolon, j a joined verb, g a gerund of saying, r a relative behind a comma, b « mais », "but", n a sentence.
"""

from __future__ import annotations

import re

import pytest

from selon.analysis.attribution.breaks import breaks_inside
from selon.analysis.attribution.cues import find_cues
from selon.analysis.attribution.syntax import build
from selon.analysis.parse import parse
from selon.model import Article

KINDS = "sjgrbn"
SENTENCES = [
    ("fr", "La digue tient {s|;} la ville attend."),
    ("en", "The dam holds{s|;} the town waits."),
    ("fr", "La digue tient {j|et} elle tiendra."),
    ("en", "The dam holds {j|and} it will hold."),
    ("fr", "La digue et le vieux pont de pierre tiennent."),
    ("en", "The dam and the old stone bridge hold."),
    ("fr", "Le maire promet une digue, {g|affirmant} que la ville est sûre."),
    ("en", "The mayor promised a dam, {g|saying} the town was safe."),
    ("fr", "La digue, {r|qui} est vieille, tient."),
    ("en", "The dam, {r|which} is old, holds."),
    ("fr", "La digue est vieille {b|mais} solide."),
    ("en", "The dam is old {b|but} solid."),
    ("fr", "La digue tient. {n|La} ville attend."),
    ("en", "The dam holds. {n|The} town waits."),
    ("fr", "Le maire a lu « la digue tient ; elle tiendra » hier."),
    ("en", 'The mayor read "the dam holds; it will hold" aloud.'),
    ("fr", "La digue tient {s|;} la ville {s|;} le pont {s|;} la gare {s|;} le port ; le parc."),
]


@pytest.mark.parametrize(("language", "marked"), SENTENCES, ids=[text for _, text in SENTENCES])
def test_breaks_are_counted_by_kind(language: str, marked: str) -> None:
    sx = build(parse(Article(text=re.sub(r"\{\w\|([^}]*)\}", r"\1", marked), language=language)))
    find_cues(sx)
    wanted = [float(len(re.findall(rf"\{{{kind}\|", marked))) for kind in KINDS]
    assert breaks_inside(sx, [(0, len(sx.tokens) - 1)]) == wanted


def test_a_break_counts_where_it_is_in_the_span() -> None:
    sx = build(parse(Article(text="La digue tient ; la ville attend ; il pleut.", language="fr")))
    find_cues(sx)
    first, second = (t.i for t in sx.tokens if t.text == ";")
    assert breaks_inside(sx, [(0, first)])[0] == 0
    assert breaks_inside(sx, [(0, first + 1)])[0] == 1
    assert breaks_inside(sx, [(first, second)])[0] == 0  # a span's own first token is none
    assert breaks_inside(sx, [(0, first + 1), (first + 1, second + 1)])[0] == 2
