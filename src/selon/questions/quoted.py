"""The words that a question quotes: the plainest of its claims', cut to length, each mark with its partner."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selon.languages import load
from selon.model import Span
from selon.questions.record import Facet
from selon.questions.words import cues, language_of, plain

FEWEST = 4  # words of a claim that tell what it is about: "the closure" doesn't
LONGEST = 110  # characters of a claim's words that a question quotes
GAP = " […] "

_SPACE = " \u00a0\u202f"
_OPENS, _CLOSES = "«“", "»”"
_STRAIGHT = re.compile(r'(?:^|(?<=[\s(\[’\'—–«“]))"(?=\S)')  # a straight mark that opens; any other closes


def quoted(facets: Sequence[Facet], code: str) -> str:
    """The plainest words among the claims: affirmed, certain, short, in the reader's language where there are any.

    They come without marks around them; marks inside are those that the language has inside others.
    """

    def worth(facet: Facet) -> tuple[object, ...]:
        claim, article = facet.statement.claim, facet.statement.article
        words = _content(facet)
        return (
            not words,
            language_of(article.language) != code,
            _leans(words, language_of(article.language)),
            len(words.split()) < FEWEST,
            facet.answer != "yes",
            claim.certainty != "certain",
            bool(facet.hints),
            abs(len(words) - 60),
            facet.id,
        )

    chosen = min(facets, key=worth)
    words = without_lead(_content(chosen), language_of(chosen.statement.article.language))
    inner = load(code).table("asked")["marks"]["inner"]
    return in_marks(_shortened(words), inner)


def in_marks(words: str, inner: Sequence[str]) -> str:
    """Words to be put in quotation marks: none around them, those inside in pairs and of the kind ``inner``.

    A passage that begins or ends within a quotation has one mark of two; the other is where the passage's end is.
    """
    paired = _paired(_unpointed(words))
    while paired.startswith("«") and _partner_of_first(paired) == len(paired) - 1:
        paired = _paired(_unpointed(paired[1:-1]))
    return paired.replace("«", inner[0]).replace("»", inner[1])


def _paired(words: str) -> str:
    """The words with « and » for every kind of mark, without space inside them, and a partner for each."""
    words = _STRAIGHT.sub("«", words)
    words = words.translate(str.maketrans(_OPENS + _CLOSES + '"', "««»»»"))
    words = re.sub(f"«[{_SPACE}]+", "«", words)
    words = re.sub(f"[{_SPACE}]+»", "»", words)
    depth = lone = 0
    for mark in re.findall("[«»]", words):
        depth += 1 if mark == "«" else -1
        if depth < 0:
            depth, lone = 0, lone + 1
    return "«" * lone + words + "»" * depth


def _partner_of_first(words: str) -> int:
    depth = 0
    for at, char in enumerate(words):
        depth += (char == "«") - (char == "»")
        if not depth:
            return at
    return len(words)


def _unpointed(words: str) -> str:
    """Without the stop or comma at the end of one sentence; several keep theirs, and so does an abbreviation."""
    words = words.strip(_SPACE + ",;:")
    one = words.endswith(".") and not words.endswith("..") and "." not in words[:-1]
    return words[:-1] if one else words


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else words[: words.rfind(" ", 0, LONGEST)].rstrip(_SPACE + ",;:") + "…"


def without_lead(words: str, language: str) -> str:
    """The words without the conjunction or preposition that their verb took ("that it had collapsed")."""
    return re.sub(load(language).table("asked")["marks"]["lead"], "", words, count=1, flags=re.IGNORECASE)


def _leans(words: str, language: str) -> bool:
    """Whether words can't stand alone: "it had collapsed", "such claims", "reports of a deployment"."""
    opening = plain(without_lead(words, language)).replace("'", " ").replace("’", " ").split()[:2]
    known = cues(language)
    return any(w in known.lists["anaphora.pronouns"] for w in opening[:1]) or any(w in known.told for w in opening)


def _content(facet: Facet) -> str:
    """The claim's words; what stands between two parts of them is left out, and said to be unless it is a mark."""
    text, parts = facet.statement.article.text, facet.statement.claim.content
    told = ""
    before: Span | None = None
    for part in parts:
        if before is not None:
            told += GAP if re.search(r"\w", text[before.end : part.start]) else " "
        told += part.of(text)
        before = part
    return told
