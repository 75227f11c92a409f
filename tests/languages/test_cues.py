"""The cue lexicon: the shipped tables hold together, entries read as meant, bad tables are refused with the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from selon.languages import LanguageError, cues, loader
from selon.languages.cues import COMPLEMENTS, Sense
from selon.languages.cues import cues as lexicon_of

PREPOSITIONS = {
    "fr": {"de", "à", "sur", "pour", "contre", "comme", "avec", "à ce que", "quant à", "en", "dans"},
    "en": {"of", "about", "for", "on", "to", "against", "with", "at", "as", "over", "in", "upon", "out", "that"},
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_lexicon_is_wide_and_its_complements_are_known(language: str) -> None:
    lexicon = lexicon_of(language)
    assert len(lexicon.verbs) + len(lexicon.reflexives) >= 450
    assert len(lexicon.nouns) >= 150
    assert sum(len(found) for found in lexicon.expressions.values()) >= 100
    strange = {(cue.key, take) for cue in lexicon for take in cue.takes - COMPLEMENTS - PREPOSITIONS[language]}
    assert strange == set()


@pytest.mark.parametrize(
    ("language", "verb", "stance", "negated"),
    [
        ("fr", "dire", "asserts", "declines"),
        ("en", "say", "asserts", "declines"),
        ("fr", "démentir", "denies", "does-not-deny"),
        ("en", "deny", "denies", "does-not-deny"),
        ("fr", "croire", "asserts", "denies"),
        ("en", "believe", "asserts", "denies"),
        ("fr", "douter", "doubts", "asserts"),
        ("en", "doubt", "doubts", "asserts"),
        ("fr", "confirmer", "confirms", "declines"),
        ("en", "confirm", "confirms", "declines"),
    ],
)
def test_stances_of_verbs_and_of_their_negation(language: str, verb: str, stance: str, negated: str) -> None:
    cue = lexicon_of(language).verb(verb)
    assert cue is not None and cue.under_negation is not None
    assert (cue.stance, cue.under_negation.stance) == (stance, negated)


def test_a_sense_may_hang_on_the_complement() -> None:
    support = lexicon_of("fr").verb("soutenir")
    assert support is not None
    assert support.sense_with("clause") == Sense("asserts")  # soutenir que P
    assert support.sense_with("noun") == Sense("approves", "certain")  # soutenir P


def test_the_reflexive_verb_comes_first_where_it_is_reflexive() -> None:
    lexicon = lexicon_of("fr")
    assert lexicon.verb("plaindre") is None
    complains = lexicon.verb("plaindre", reflexive=True)
    assert complains is not None and complains.stance == "criticises"
    asks = lexicon.verb("demander")
    wonders = lexicon.verb("demander", reflexive=True)
    assert asks is not None and wonders is not None and asks != wonders


@pytest.mark.parametrize(
    ("language", "table", "words", "key"),
    [
        ("fr", "prepositions", ["aux", "yeux", "du"], "aux yeux de"),
        ("fr", "prepositions", ["d'", "après"], "d'après"),
        ("en", "prepositions", ["in", "the", "words", "of"], "in the words of"),
        ("fr", "expressions", ["faire", "part", "de", "leur", "intention"], "faire part de son intention"),
        ("en", "expressions", ["make", "clear"], "make clear"),
    ],
)
def test_expressions_match_words_in_a_row(language: str, table: str, words: list[str], key: str) -> None:
    lexicon = lexicon_of(language)
    entries = getattr(lexicon, table).get(words[0]) or getattr(lexicon, table)[{"d'": "d'", "aux": "aux"}[words[0]]]
    found = [cue.key for cue in entries if lexicon.match(cue, words, words, 0) == len(words)]
    assert key in found


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        ('[verbs]\nfoo = { takes = ["clause"] }', "at least a stance"),
        ('[verbs]\nfoo = { stance = "sings" }', "'sings'"),
        ('[verbs]\nfoo = { stance = "asserts", colour = "red" }', "colour"),
        ('[verbs]\nfoo = { stance = "asserts", strength = "huge" }', "huge"),
        ('[verbs]\nfoo = { stance = "asserts", certainty = "maybe" }', "maybe"),
        ('[verbs]\nfoo = { stance = "asserts", negated_certainty = "denied" }', "without negated"),
        ('[verbs]\nfoo = { stance = "asserts", when = { noun = { stance = "denies" } } }', "noun"),
        ("[verb]\n", "verb"),
    ],
)
def test_a_bad_table_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str, complaint: str) -> None:
    (tmp_path / "cues.toml").write_text(table, encoding="utf-8")
    monkeypatch.setattr(cues, "load", lambda code: loader.Language(code, tmp_path))
    with pytest.raises(LanguageError, match=complaint):
        lexicon_of.__wrapped__("xx")
