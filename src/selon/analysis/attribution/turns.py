"""Turns of a conversation: interviews and debates, where a label before each paragraph names who speaks.

    Wikinews : Pourquoi ce sujet ?
    Michael Siegel : Parce que plusieurs travaux signalaient un lien.

    Mme Roy. – Le pont est sûr.

Each turn is a claim of its label's, without a cue, unless it is a question. Labels are told from other words before a
colon ("Image: …", "Toulouse : 27 000") by their coming again: two of them at least take the word twice or more.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from selon.analysis.attribution.syntax import Syntax
from selon.analysis.document import Document, Draft
from selon.languages.speakers import fold
from selon.model import Span

LABEL = re.compile(r"[-–—•*\s]*(?P<label>[^\W\d_][^:\n–—]{0,48}?)(?:\s?:|\.? [–—])\s+(?=\S)")
MOST_WORDS = 6  # of a label
SHORTEST = 12  # characters of a turn that says something
LONGEST = 6  # sentences of a content: a claim never swallows an article


class _Turn(NamedTuple):
    label: Span
    said: Span


def turns(sx: Syntax, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the turns of a conversation, if the document is one; a turn takes its colon's place."""
    document = sx.document
    found = _found(document)
    if not found:
        return drafts
    made = [
        Draft(source=(turn.label,), cue=(), content=(content,), rule="turn of a conversation", cue_kind="colon")
        for turn in found
        if (content := _content(document, turn)) is not None
    ]
    labels = {draft.source[0].start for draft in made}
    kept = [draft for draft in drafts if draft.cue or not draft.source or draft.source[0].start not in labels]
    return kept + made


def _found(document: Document) -> list[_Turn]:
    """The lines whose labels come again, as they are or in initials, where two labels or more do."""
    out: list[_Turn] = []
    for line in document.lines:
        match = LABEL.match(document.text, line.span.start, line.span.end)
        if match is not None and _names(match["label"]):
            out.append(_Turn(Span(*match.span("label")), Span(match.end(), line.span.end)))
    names = [turn.label.of(document.text) for turn in out]
    short = {_key(name) for name in names if name.isupper()}
    who = [initials if (initials := _initials(name)) in short else _key(name) for name in names]
    again = {key for key, number in Counter(who).items() if number > 1}
    return [turn for turn, key in zip(out, who, strict=True) if key in again] if len(again) > 1 else []


def _names(label: str) -> bool:
    """Capitals, or a title and a capital: « Mme Roy », "M. S.", "Wikinews"; not "He asked"."""
    words = label.split()
    ends = (words[0][0], words[-1][0])
    return len(words) <= MOST_WORDS and all(letter.isupper() or not letter.isalpha() for letter in ends)


def _key(label: str) -> str:
    """The label without what may be left out: "M. S." is "ms"."""
    return re.sub(r"\W+", "", fold(label)) if label.isupper() else fold(label)


def _initials(label: str) -> str:
    """ "Michael Siegel": "ms"."""
    return fold("".join(word[0] for word in label.split()))


def _content(document: Document, turn: _Turn) -> Span | None:
    """What is said in the turn, its first sentences; None for a question and for a word or two."""
    text = turn.said.of(document.text).rstrip()
    if len(text) < SHORTEST or text.endswith("?"):
        return None
    numbers = document.sentences_under(turn.said)
    end = min(document.sentences[numbers[min(len(numbers), LONGEST) - 1]].span.end, turn.said.start + len(text))
    said = document.text[turn.said.start : end].rstrip(" .")
    return Span(turn.said.start, turn.said.start + len(said))
