"""Scores by phenomenon: of the gold claims that have it, how many were found, and rightly labelled.

A phenomenon is a property of the gold claim (a relay, a pronoun as its source, a content in two parts, a denial …), so
what is counted is recall and labels; precision has no phenomenon, as a claim that was made up has no gold. The rules of
a right content, source and speaker are those of :mod:`selon.evaluation`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from selon.evaluation import Form, Rows, is_pronoun, pair, source_right, speaker_right
from selon.model import CERTAINTIES, KINDS, STANCES


@dataclass(slots=True)
class Tally:
    """Of the gold claims with a phenomenon: ``claims`` there are, ``found`` (content at 0.5 and source right), whose
    ``speaker`` is right, whose ``stance`` and ``certainty`` are right (of those whose content was ``paired``)."""

    claims: int = 0
    paired: int = 0
    found: int = 0
    speaker: int = 0
    stance: int = 0
    certainty: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


Has = Callable[[Form, str], bool]


def _words(claim: Form, part: str, text: str) -> str:
    return " ".join(text[start:end] for start, end in claim.get(part) or ())


def _is(field: str, value: str) -> Has:
    return lambda claim, text: claim.get(field) == value


PHENOMENA: dict[str, Has] = {
    "all claims": lambda claim, text: True,
    **{f"{kind} speech": _is("kind", kind) for kind in KINDS},
    "source: a pronoun": lambda claim, text: is_pronoun(_words(claim, "source", text)),
    "source: kept unnamed": lambda claim, text: bool(claim.get("anonymous")),
    "source: left out, carried over": lambda claim, text: bool(claim.get("inferred")),
    "source: left out, with a cue": lambda claim, text: not claim.get("source") and not claim.get("inferred"),
    "told through a relay": lambda claim, text: bool(claim.get("relay")),
    "content: in several parts": lambda claim, text: len(claim.get("content") or ()) > 1,
    "content: left out": lambda claim, text: not claim.get("content"),
    "content: over 40 words": lambda claim, text: len(_words(claim, "content", text).split()) > 40,
    "content: with a figure": lambda claim, text: bool(claim.get("quantities")),
    "content: with a date": lambda claim, text: bool(claim.get("times")),
    "in a headline or teaser": lambda claim, text: bool(claim.get("place")),
    **{f"stance: {stance}": _is("stance", stance) for stance in STANCES},
    **{f"certainty: {certainty}": _is("certainty", certainty) for certainty in CERTAINTIES},
}


def by_phenomenon(gold: Iterable[Form], predicted: Iterable[Form]) -> dict[str, Tally]:
    """A tally for each of PHENOMENA; rows are as for :func:`selon.evaluate`."""
    found: Rows = {str(row.get("id") or row.get("doc_id")): row for row in predicted}
    tallies = {name: Tally() for name in PHENOMENA}
    for row in gold:
        text = row["text"]
        others = found.get(str(row.get("id") or row.get("doc_id")), {}).get("claims", [])
        matched = {id(g): p for overlap, g, p in pair(row["claims"], others) if overlap >= 0.5}
        for claim in row["claims"]:
            other = matched.get(id(claim))
            one = Tally(1)
            if other is not None:
                one = Tally(
                    1,
                    1,
                    source_right(claim, other, text),
                    speaker_right(claim, other, text),
                    claim.get("stance") == other.get("stance"),
                    claim.get("certainty") == other.get("certainty"),
                )
            for name, has in PHENOMENA.items():
                if has(claim, text):
                    tallies[name] += one
    return tallies


def as_text(tallies: dict[str, Tally]) -> str:
    """A line for each phenomenon that the gold has."""
    lines = [f"  {'':32}{'claims':>7}{'found':>8}{'speaker':>9}{'stance':>8}{'certainty':>11}"]
    for name, t in tallies.items():
        if t.claims:
            of_all = f"{percent(t.found, t.claims):>8}{percent(t.speaker, t.claims):>9}"
            lines.append(
                f"  {name:32}{t.claims:>7}{of_all}{percent(t.stance, t.paired):>8}{percent(t.certainty, t.paired):>11}"
            )
    return "\n".join(lines)


def percent(right: int, of: int) -> str:
    """A whole per cent, or a dash of nothing."""
    return f"{100 * right / of:.0f} %" if of else "–"
