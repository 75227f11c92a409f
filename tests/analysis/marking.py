"""Sentences with a claim marked in them: ``<s>`` source, ``<c>`` cue, ``<p>`` content, each once or in pieces."""

from __future__ import annotations

import re

from selon.analysis.document import Document, Draft
from selon.analysis.labels import Labels, label
from selon.analysis.parse import parse
from selon.model import Article, Span

MARK = re.compile(r"<(/?)([scp])>")


def marked(language: str, sentence: str) -> tuple[Document, Draft]:
    """The document of a marked sentence, and the draft that its marks describe."""
    text, spans, opened = "", {"s": [], "c": [], "p": []}, {}
    at = 0
    for mark in MARK.finditer(sentence):
        text += sentence[at : mark.start()]
        at = mark.end()
        if mark[1]:
            spans[mark[2]].append(Span(opened.pop(mark[2]), len(text)))
        else:
            opened[mark[2]] = len(text)
    text += sentence[at:]
    document = parse(Article(text=text, language=language, published="2024-10-28"))
    return document, Draft(tuple(spans["s"]), tuple(spans["c"]), tuple(spans["p"]), inferred=not spans["c"])


def labels_of(language: str, sentence: str) -> Labels:
    document, draft = marked(language, sentence)
    return label(draft, document)
