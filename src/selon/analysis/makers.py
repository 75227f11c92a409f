"""Who made a document: « une étude (menée par) deux chercheurs », "figures compiled by the council"."""

from __future__ import annotations

from selon.analysis.document import Document, Token
from selon.analysis.nouns import Noun, Nouns
from selon.analysis.phrases import made_already, segment
from selon.model import Span, Spans


def made_by(document: Document, source: Spans, noun: Noun, nouns: Nouns) -> Span | None:
    """The words for the maker whom a participle behind the document's noun names, or None.

    Who has seen it, or paid for it, did not make it ("seen by Reuters", « commandé par la région »);
    nor did who disputes or confirms it.
    """
    if noun.kind != "document" or len(source) != 1:
        return None
    tokens = document.tokens
    last = document.token_at(source[0].end - 1) + 1
    body = _issuing_body(tokens, noun, last, nouns)
    if body is not None:
        return body
    for k in range(noun.last, last - 2):
        token = tokens[k]
        if token.lower in nouns.words.relative:
            return None
        if tokens[k + 1].lower not in nouns.words.by or not (token.participle or token.tag == "VBN"):
            continue
        if made_already(token, nouns):
            return None
        stop = segment(tokens, k + 2, last, nouns)
        return Span(tokens[k + 2].start, tokens[stop - 1].end) if stop > k + 2 else None
    return None


def _issuing_body(tokens: list[Token], noun: Noun, last: int, nouns: Nouns) -> Span | None:
    """« un communiqué du (ministère des Affaires étrangères) »: a body by its noun, with the name behind that."""
    k = noun.last
    if nouns.code != "fr" or k + 1 >= last or tokens[k].lower not in nouns.words.of:
        return None
    first = k + 2 if tokens[k + 1].pos == "DET" and k + 2 < last else k + 1
    head = nouns.at(tokens, first)
    if head is None or head.kind != "body" or head.last >= last or tokens[head.last].lower not in nouns.words.of:
        return None
    return Span(tokens[k + 1].start, tokens[segment(tokens, first, last, nouns) - 1].end)
