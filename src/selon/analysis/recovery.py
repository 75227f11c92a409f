"""What a layer that raises costs: the sentences that it fails on, never the article.

A layer that has raised over a whole document is run again over parts of it, halved until the sentences that fail alone
are known, and then once over the document without them, so that all the others are read in their context. Each
sentence lost is logged with the article and its offsets (never its words), and counted: a record's ``lost`` says how
many sentences it stands for.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

from selon.analysis.document import Document, Draft, Sentence, Token
from selon.analysis.model_files import ModelError
from selon.languages import LanguageError, load
from selon.model import Article, Span

MOST = 40  # sentences lost to one layer in one article; past that it is no sentence's fault, and all are lost

log = logging.getLogger("selon.analysis")

Layer = Callable[[Document], None]
State = list[tuple[Draft, tuple[Any, ...]]]

_NAMES = tuple(field.name for field in fields(Draft))
_values = attrgetter(*_NAMES)


class _Everywhere(Exception):
    """More sentences fail than MOST; ``error`` is what the last of them raised."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


def run(name: str, layer: Layer, document: Document) -> list[Draft]:
    """Run a layer over the document, in place; the drafts that it could not be run on (none, if it doesn't raise)."""
    before = _state(document.drafts)
    try:
        layer(document)
    except Exception as error:
        return _Recovery(name, layer, document, before).recovered(error)
    return []


def parsed(parse_many: Callable[[list[Article]], Iterator[Document]], article: Article) -> Document:
    """An article on which parsing has raised, parsed without the sentences that make it raise (they are blanked).

    Raises LanguageError, and what the parse raises where even the article without them can't be parsed.
    """
    from selon.analysis.sentences import sentence_spans

    text = article.text
    spans = [span for span, _ in sentence_spans(text, load(article.language or ""))]

    def works(first: int, last: int) -> None:
        piece = text[spans[first].start : spans[last - 1].end]
        next(parse_many([replace(article, text=piece, furniture=())]))

    try:
        failing = _failing(len(spans), works)
    except _Everywhere as everywhere:
        raise everywhere.error from None
    for number in failing:
        start, end = spans[number]
        blank = "\n" + " " * (end - start - 2) + "\n" if end - start > 1 else " " * (end - start)
        text = text[:start] + blank + text[end:]
    document = next(parse_many([replace(article, text=text, furniture=())]))
    document.article = article
    for number, error in failing.items():
        _tell("parse", article, spans[number], error)
    return document


def _failing(count: int, works: Callable[[int, int], None]) -> dict[int, Exception]:
    """The units, of ``count``, on which ``works(first, last)`` raises even alone, each with its error.

    About 2·k·log2(count/k) calls for k of them. Raises _Everywhere past MOST.
    """
    found: dict[int, Exception] = {}
    waiting = [(0, count)] if count else []
    while waiting:
        first, last = waiting.pop()
        try:
            works(first, last)
        except (LanguageError, ModelError):
            raise
        except Exception as error:
            if last - first == 1:
                found[first] = error
                if len(found) > MOST:
                    raise _Everywhere(error) from None
                continue
            middle = (first + last) // 2
            waiting += [(middle, last), (first, middle)]
    return found


class _Recovery:
    """One layer's second try on one document. ``before`` are the drafts' fields as the layer met them."""

    def __init__(self, name: str, layer: Layer, document: Document, before: State) -> None:
        self.name, self.layer, self.document, self.before = name, layer, document, before
        self.drafts = [draft for draft, _ in before]
        self.masked = masked(document.text)
        self.pieces: dict[tuple[int, int], tuple[State, list[Draft]]] = {}

    def recovered(self, error: Exception) -> list[Draft]:
        try:
            failing = _failing(len(self.document.sentences), self._piece)
        except _Everywhere:
            self._put_back(self.before)
            self.document.drafts = self.drafts
            count = len(self.document.sentences)
            log.error(
                "layer %s failed all over article %s: nothing comes of it (%d sentences)",
                self.name,
                label(self.document.article),
                count,
                exc_info=error,
                extra={"lost": count},
            )
            return list(self.drafts)
        made = self._whole(failing, error)
        for number, why in failing.items():
            _tell(self.name, self.document.article, self.document.sentences[number].span, why)
        if not self.drafts:  # the layer makes them
            self.document.drafts = made
            return []
        self.document.drafts = self.drafts
        done = {id(draft) for draft in made}
        return [draft for draft in self.drafts if id(draft) not in done]

    def _piece(self, first: int, last: int) -> None:
        part = part_of(self.document, range(first, last), self.masked)
        given = _state(part.drafts)
        try:
            self.layer(part)
        except Exception:
            self._put_back(given)
            raise
        self.pieces[first, last] = _state(part.drafts), part.drafts

    def _whole(self, failing: Collection[int], error: Exception) -> list[Draft]:
        """The drafts of the document without the sentences that fail; where it fails even so, those of its parts."""
        kept = {number for number in range(len(self.document.sentences)) if number not in failing}
        part = part_of(self.document, kept, self.masked)
        self._put_back(self.before)
        try:
            self.layer(part)
        except Exception as again:
            self._put_back(self.before)
            for state, _ in self.pieces.values():
                self._put_back(state)
            log.error(
                "layer %s failed on article %s as a whole: it was read in %d parts, with less context",
                self.name,
                label(self.document.article),
                len(self.pieces),
                exc_info=again,
                extra={"lost": 0 if failing else 1},
            )
            return [draft for _, (_, drafts) in sorted(self.pieces.items()) for draft in drafts]
        return part.drafts

    @staticmethod
    def _put_back(state: State) -> None:
        for draft, values in state:
            for name, value in zip(_NAMES, values, strict=True):
                setattr(draft, name, value)


def _state(drafts: Sequence[Draft]) -> State:
    return [(draft, _values(draft)) for draft in drafts]


def part_of(document: Document, kept: Collection[int], hidden: str) -> Document:
    """The document with only the sentences whose numbers are ``kept``; every offset stays what it was.

    So do the sentences' numbers: the layers count how far apart two of them are, and take the first for a headline. One
    that isn't kept has no tokens; its text is that of ``hidden`` (the whole text ``masked``), its quotations and drafts
    are left out. A draft is left out too if it goes on from one that is (``follows``).
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    text: list[str] = []
    at = 0
    for number, sentence in enumerate(document.sentences):
        first = len(tokens)
        if number in kept:
            for token in document.tokens[sentence.first : sentence.last]:
                tokens.append(replace(token, i=len(tokens)))
            text += [hidden[at : sentence.span.start], sentence.span.of(document.text)]
            at = sentence.span.end
        sentences.append(sentence._replace(first=first, last=len(tokens)))
    text.append(hidden[at:])

    def stands(span: Span) -> bool:
        return all(number in kept for number in document.sentences_under(span))

    def whole(draft: Draft) -> bool:
        spans = (*draft.source, *draft.cue, *draft.content)
        return all(map(stands, spans)) and (draft.follows is None or whole(draft.follows))

    return Document(
        document.article,
        document.language,
        "".join(text),
        tokens,
        sentences,
        [quotation for quotation in document.quotations if stands(quotation.span)] if tokens else [],
        document.lines,
        [draft for draft in document.drafts if whole(draft)] if tokens else [],
    )


def masked(text: str) -> str:
    """Words that mean nothing, as long as those of ``text``. (A long run of blanks is dear to some expressions.)"""
    return re.sub(r"\S", "x", text)


def label(article: Article) -> str:
    """What a log calls an article: its id, else its address; never its words."""
    return article.id or article.url or "without an id"


def _tell(name: str, article: Article, span: Span, error: Exception) -> None:
    log.error(
        "layer %s failed on article %s at %d-%d: that sentence is lost to it",
        name,
        label(article),
        *span,
        exc_info=error,
        extra={"lost": 1},
    )
