"""The first layer: words with their part of speech, form and lemma; sentences; quotations; lines.

The tagger reads a copy of the same length in which quotation marks and apostrophes are the plain ones (curly marks
are tagged as nouns otherwise), so every offset is an offset into the article's own text. No dependency parser and no
entity recogniser: arcs were worth 0 to 1 F and cost half the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from selon.analysis.document import Document, Line, Sentence, Token
from selon.analysis.lines import line_roles, told_roles
from selon.analysis.morphology import repair
from selon.analysis.quotations import find_quotations
from selon.analysis.sentences import sentence_spans
from selon.analysis.tagging import Word, tagger
from selon.analysis.title_case import sentence_cased
from selon.languages import Language, load
from selon.model import Article, Span

PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‟": '"', "’": "'", "‘": "'", "‚": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
)
APOSTROPHES = frozenset(("'", "’"))
ELIDED = {"d": "de", "l": "le", "qu": "que", "n": "ne", "s": "se", "j": "je", "m": "me", "t": "te", "c": "ce"}
DASHES = frozenset(("–", "—", "―", "…"))  # tagged as names or adjectives in French
# A run of so many characters without a space is no word, and the tokenizer takes quadratic time over it (20,000
# quotation marks in a row: half a minute). In the tagger's copy a space stands at each such length.
ENDING = re.compile(r"[A-Z]{2,4}")  # of an address in capitals
ENDLESS = re.compile(r"(\S{200})\S")


def parse(article: Article) -> Document:
    """One article to a Document. The article's language must be set; raises LanguageError otherwise."""
    return next(parse_many([article]))


def parse_many(articles: Iterable[Article]) -> Iterator[Document]:
    """Articles to Documents, in order; those of one language that follow each other are tagged in one batch."""
    batch: list[Article] = []
    for article in articles:
        if batch and (article.language != batch[0].language or len(batch) >= 16):
            yield from _parse_batch(batch)
            batch = []
        batch.append(article)
    if batch:
        yield from _parse_batch(batch)


def _parse_batch(batch: list[Article]) -> Iterator[Document]:
    code = batch[0].language or ""
    language = load(code)
    written = [sentence_cased(article.text, language) for article in batch]
    for article, text, words in zip(batch, written, tagger(code).words(map(_plain, written)), strict=True):
        yield _document(article, text, language, words)


def _plain(text: str) -> str:
    """The copy that the tagger reads, of the same length."""
    return ENDLESS.sub(r"\1 ", text.translate(PLAIN))


def _document(article: Article, written: str, language: Language, words: list[Word]) -> Document:
    """The document of an article whose ``words`` were read in ``written``, a copy of the same length."""
    text = article.text
    tokens: list[Token] = []
    for start, end, lower, lemma, pos, tag, feats in words:
        if lower in APOSTROPHES and tokens and tokens[-1].end == start and tokens[-1].lower in ELIDED:
            _elide(tokens[-1], text, end)
            continue
        if _joins_address(tokens, text, start, end):
            tokens[-2:] = [_address(tokens[-2], text, end)]
            continue
        i = len(tokens)
        mark = "PUNCT" if lower in DASHES else "NUM" if lower.isdigit() else pos  # « 81 000 » comes out as DET
        word = written[start:end]
        if word == "-" and text[start - 1 : start] == text[end : end + 1] == " ":
            word = lower = lemma = "–"  # what typewriters put for a dash
        tokens.append(Token(i, start, end, word, lower, (lemma or lower).lower(), mark, tag, feats))
    sentences = _sentences(text, language, tokens)
    repair(tokens, language.code)
    roles = told_roles(line_roles(text, language), article.furniture)
    return Document(article, language, text, tokens, sentences, find_quotations(text), roles)


def _elide(token: Token, text: str, end: int) -> None:
    """« d'« accès régulé » »: before a quotation the tagger cuts the apostrophe from its word."""
    token.lemma = ELIDED[token.lower]
    token.end, token.text, token.lower = end, text[token.start : end], token.lower + "'"


def _joins_address(tokens: list[Token], text: str, start: int, end: int) -> bool:
    """ "Censor.NET": capitals right behind a dot right behind a name, which the tagger cuts in three."""
    if len(tokens) < 2 or tokens[-1].text != "." or not ENDING.fullmatch(text, start, end):
        return False
    name, dot = tokens[-2], tokens[-1]
    return name.end == dot.start and dot.end == start and name.pos == "PROPN" and len(name.text) > 1


def _address(name: Token, text: str, end: int) -> Token:
    """The name with what is behind its dot."""
    whole = text[name.start : end]
    return replace(name, end=end, text=whole, lower=whole.lower(), lemma=whole.lower())


def _sentences(text: str, language: Language, tokens: list[Token]) -> list[Sentence]:
    sentences: list[Sentence] = []
    first = 0
    for span, line in sentence_spans(text, language):
        last = first
        while last < len(tokens) and tokens[last].start < span.end:
            tokens[last].sentence = len(sentences)
            last += 1
        if last > first:
            sentences.append(Sentence(first, last, span, line))
            first = last
    for token in tokens[first:]:
        token.sentence = max(len(sentences) - 1, 0)
    return sentences or [Sentence(0, len(tokens), Span(0, max(len(text), 1)), 0)]


__all__ = ["Line", "parse", "parse_many"]
