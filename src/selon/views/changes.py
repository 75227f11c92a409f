"""What changed between two versions of an article: its words, and the claims that came, went or moved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from selon.model import Article, Claim, Spans

ALIKE = 0.5  # of the words of two contents of one speaker: below it they are two claims


class Edit(NamedTuple):
    """Words that were replaced; ``before`` is empty where they came, ``after`` where they went."""

    before: str
    after: str


class Moved(NamedTuple):
    """A claim of both versions whose stance or certainty isn't the same; ``before`` and ``after`` are the claims."""

    before: Claim
    after: Claim


@dataclass(frozen=True, slots=True)
class Changes:
    """``edits`` in the order of the text; ``came`` are claims of the later version, ``went`` of the earlier one."""

    edits: tuple[Edit, ...]
    came: tuple[Claim, ...]
    went: tuple[Claim, ...]
    moved: tuple[Moved, ...]

    def __str__(self) -> str:
        parts = [f"{len(self.edits)} passages changed"]
        for name, claims in (("came", self.came), ("went", self.went), ("moved", self.moved)):
            parts += [f"{len(claims)} claims {name}"] if claims else []
        return ", ".join(parts)


def changes(before: Article, old: Sequence[Claim], after: Article, new: Sequence[Claim]) -> Changes:
    """The changes from one version, with its claims, to the next."""
    left = list(new)
    went, moved = [], []
    for claim in old:
        best = max(left, key=lambda one: _likeness(before, claim, after, one), default=None)
        if best is None or _likeness(before, claim, after, best) < ALIKE:
            went.append(claim)
            continue
        left.remove(best)
        if (claim.stance, claim.certainty) != (best.stance, best.certainty):
            moved.append(Moved(claim, best))
    return Changes(tuple(_edits(before.text, after.text)), tuple(left), tuple(went), tuple(moved))


def _edits(before: str, after: str) -> list[Edit]:
    a, b = (re.findall(r"\S+|\n", text) for text in (before, after))
    steps = SequenceMatcher(None, a, b, autojunk=len(a) > 5000).get_opcodes()
    edits = [Edit(" ".join(a[i:j]).strip(), " ".join(b[k:m]).strip()) for tag, i, j, k, m in steps if tag != "equal"]
    return [edit for edit in edits if edit.before or edit.after]


def _likeness(before: Article, claim: Claim, after: Article, other: Claim) -> float:
    """How much two claims of one speaker share of their words, from 0 to 1."""
    if (claim.actor or claim.speaker) != (other.actor or other.speaker):
        return 0.0
    one = _words(before, claim.content or claim.cue)
    two = _words(after, other.content or other.cue)
    return len(one & two) / len(one | two) if one or two else 1.0


def _words(article: Article, spans: Spans) -> set[str]:
    return {word.lower() for span in spans for word in re.findall(r"\w+", span.of(article.text))}
