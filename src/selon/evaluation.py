"""Predicted claims against gold claims: the figures of ``selon evaluate``.

Within an article, gold and predicted claims are paired one to one, best content overlap first (Jaccard over the
characters covered). A pair counts at a threshold where the overlap reaches it; with ``+source`` the source spans must
overlap too, by at least half, or by less where the speakers agree; for inferred claims, which have no source span, the
speakers must agree; with ``+speaker`` the speakers must agree after folding case, accents and punctuation: one name is
the other, or contains it word by word. A claim with empty content (an echo) is paired by its cue. Labels are scored on
the pairs found at 0.5; relays, quantities and times over all claims.

The same figures, to the decimal, as the scorer that the gold files came with, whose rules these are.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selon.model import KINDS, claim_from

Form = Mapping[str, Any]
Rows = dict[str, Form]
Pairs = Sequence[Sequence[int]]

THRESHOLDS = ("content@0.5", "content@0.8", "+source@0.5", "+source@0.8", "+speaker@0.5")
LABELS = ("kind", "stance", "certainty", "anonymous")
VALUES = ("relay", "quantities", "times")
_SMALL = {"of", "the", "de", "la", "le", "l", "d", "des", "du", "and", "et", "s"}


class GoldError(ValueError):
    """A gold or predicted file that isn't one. The message names the file and line."""


@dataclass(slots=True)
class Score:
    """The figures, in the form that ``--json`` prints, and what was missed or made up: (article id, claim)."""

    figures: dict[str, Any]
    misses: list[tuple[str, Form]] = field(default_factory=list)
    extras: list[tuple[str, Form]] = field(default_factory=list)


def evaluate(gold: Iterable[Form], predicted: Iterable[Form]) -> Score:
    """Score ``predicted`` against ``gold``, both rows of ``{"id", "claims"}`` (the gold with ``text``).

    Raises GoldError for a gold row without its text, or a claim without its kind.
    """
    gold = [_gold_row(row, f"gold row {number}") for number, row in enumerate(gold, 1)]
    return score(_by_id(gold), _by_id(predicted))


def load_gold(path: Path) -> list[Form]:
    """The rows of a gold file. Raises GoldError, naming the line, also for a file without any; OSError."""
    rows = _placed_rows(path)
    if not rows:
        raise GoldError(f'{path}: holds no row; a gold row is {{"id": …, "text": …, "claims": [claim, …]}}, one a line')
    return [_gold_row(row, place) for place, row in rows]


def load_rows(path: Path) -> list[Form]:
    """The rows of a JSON-lines file, or the one of a JSON file. Raises GoldError naming the line, OSError."""
    return [row for _place, row in _placed_rows(path)]


def _placed_rows(path: Path) -> list[tuple[str, Form]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: is not UTF-8: byte 0x{error.object[error.start]:02x} at {error.start}") from None
    try:
        return [(f"{path}", _row(json.loads(text), f"{path}"))]
    except json.JSONDecodeError:
        pass  # not one object, so lines
    out = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                out.append((place := f"{path}:{number}", _row(json.loads(line), place)))
            except json.JSONDecodeError as error:
                raise GoldError(f"{path}:{number}: is not JSON: {error.msg} (column {error.colno})") from None
    return out


def _row(value: Any, place: str) -> Form:
    if not isinstance(value, dict) or not isinstance(value.get("claims"), list):
        raise GoldError(f'{place}: has no "claims"; a row is {{"id": …, "claims": [claim, …]}}')
    for number, claim in enumerate(value["claims"], 1):
        if not isinstance(claim, dict):
            raise GoldError(f"{place}: claim {number} is no object; docs/schema/claim.schema.json says what one holds")
        try:
            claim_from(claim)
        except (ValueError, AttributeError) as error:  # InvariantError, and what is no object inside
            raise GoldError(f"{place}: claim {number}: {error}") from None
    return value


def _gold_row(row: Form, place: str) -> Form:
    """The row, if it has what only gold needs."""
    if not isinstance(row.get("text"), str):
        raise GoldError(f'{place}: a gold row needs its "text"')
    for number, claim in enumerate(row["claims"], 1):
        if claim.get("kind") not in KINDS:
            raise GoldError(f'{place}: claim {number} needs its "kind", one of {", ".join(KINDS)}')
    return row


def _by_id(rows: Iterable[Form]) -> Rows:
    return {str(row.get("id") or row.get("doc_id")): row for row in rows}


# ---- pairing


def cover(spans: Pairs | None) -> set[int]:
    return {n for start, end in spans or () for n in range(start, end)}


def jaccard(a: Pairs | None, b: Pairs | None) -> float:
    one, other = cover(a), cover(b)
    return len(one & other) / len(one | other) if one or other else 0.0


def fold(name: str | None) -> frozenset[str]:
    """The words of a name without case, accents, punctuation and small words."""
    decomposed = unicodedata.normalize("NFKD", (name or "").lower())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return frozenset(re.findall(r"\w+", plain)) - _SMALL


_PRONOUNS = {
    fold(word)
    for word in [
        "il",
        "elle",
        "ils",
        "elles",
        "lui",
        "eux",
        "celui-ci",
        "celle-ci",
        "ce",
        "dernier",
        "cette",
        "dernière",
        "he",
        "she",
        "they",
        "it",
        "him",
        "her",
        "them",
    ]
}


def same_speaker(a: str | None, b: str | None) -> bool:
    one, other = fold(a), fold(b)
    return bool(one and other) and (one <= other or other <= one)


def is_pronoun(words: str) -> bool:
    """Whether a source's words are a pronoun, which names nobody by itself."""
    return fold(words) in _PRONOUNS


def speaker_right(gold: Form, predicted: Form, text: str) -> bool:
    surface = " ".join(text[start:end] for start, end in gold.get("source") or ())
    names = [gold.get("speaker"), *gold.get("also", ())]
    if fold(surface) and not is_pronoun(surface):
        names.append(surface)
    return any(same_speaker(name, predicted.get("speaker")) for name in names)


def source_right(gold: Form, predicted: Form, text: str) -> bool:
    if not gold.get("source"):
        return not predicted.get("source") and speaker_right(gold, predicted, text)
    if jaccard(gold["source"], predicted.get("source")) >= 0.5:
        return True
    return bool(cover(gold["source"]) & cover(predicted.get("source"))) and speaker_right(gold, predicted, text)


def pair(gold: Sequence[Form], predicted: Sequence[Form]) -> list[tuple[float, Form, Form]]:
    """Overlap, gold claim, predicted claim: one to one, best overlap first."""
    candidates = sorted(
        ((jaccard(_key(g), _key(p)), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)), reverse=True
    )
    taken_gold: set[int] = set()
    taken: set[int] = set()
    out = []
    for overlap, i, j in candidates:
        if overlap > 0 and i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            out.append((overlap, gold[i], predicted[j]))
    return out


def _key(claim: Form) -> Pairs:
    return claim.get("content") or claim.get("cue") or []


# ---- counting


def score(gold: Rows, predicted: Rows) -> Score:
    in_gold = in_predicted = 0
    hits = dict.fromkeys(THRESHOLDS, 0)
    by_kind: dict[str, list[int]] = {}
    labels = {name: [0, 0] for name in LABELS}
    values = {name: [0, 0, 0] for name in VALUES}  # right, predicted, gold
    out = Score({})
    for id, row in gold.items():
        wanted, found, text = row["claims"], predicted.get(id, {}).get("claims", []), row["text"]
        in_gold += len(wanted)
        in_predicted += len(found)
        paired_gold: set[int] = set()
        paired: set[int] = set()
        for claim in wanted:
            by_kind.setdefault(claim["kind"], [0, 0])[1] += 1
        for overlap, g, p in pair(wanted, found):
            if overlap < 0.5:
                continue
            paired_gold.add(id_of(g))
            paired.add(id_of(p))
            source, speaker = source_right(g, p, text), speaker_right(g, p, text)
            for name, hit in zip(
                THRESHOLDS, (True, overlap >= 0.8, source, source and overlap >= 0.8, speaker), strict=True
            ):
                hits[name] += hit
            by_kind[g["kind"]][0] += source
            for name, counts in labels.items():
                counts[1] += 1
                counts[0] += (g.get(name) or False) == (p.get(name) or False)
            for name, counts in values.items():
                _count_values(name, counts, list(g.get(name) or []), list(p.get(name) or []))
        missed = [c for c in wanted if id_of(c) not in paired_gold]
        extra = [c for c in found if id_of(c) not in paired]
        out.misses += [(id, c) for c in missed]
        out.extras += [(id, c) for c in extra]
        for name, counts in values.items():
            counts[2] += sum(len(c.get(name) or []) for c in missed)
            counts[1] += sum(len(c.get(name) or []) for c in extra)
    out.figures = {
        "gold": in_gold,
        "predicted": in_predicted,
        "claims": {name: _prf(right, in_predicted, in_gold) for name, right in hits.items()},
        "recall_by_kind": {kind: round(100 * right / n, 1) for kind, (right, n) in sorted(by_kind.items())},
        "labels": {name: round(100 * right / n, 1) if n else None for name, (right, n) in labels.items()},
        **{name: _prf(*counts) for name, counts in values.items()},
    }
    return out


def id_of(claim: Form) -> int:
    # Claims are mappings and can't be hashed; two of one article may be equal, so each counts as itself.
    return id(claim)


def _count_values(name: str, counts: list[int], gold: list[Form], predicted: list[Form]) -> None:
    counts[1] += len(predicted)
    counts[2] += len(gold)
    for g in gold:
        for p in predicted:
            if _value_right(name, g, p):
                counts[0] += 1
                predicted.remove(p)
                break


def _value_right(name: str, gold: Form, predicted: Form) -> bool:
    if name == "relay":
        return same_speaker(gold.get("speaker"), predicted.get("speaker"))
    if not cover([gold["span"]]) & cover([predicted["span"]]):
        return False
    if name == "times":
        return (gold.get("start"), gold.get("end")) == (predicted.get("start"), predicted.get("end"))
    return all(_close(gold.get(side), predicted.get(side)) for side in ("low", "high"))


def _close(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(float(a) - float(b)) <= 0.02 * max(abs(float(a)), abs(float(b)), 1)


def _prf(hit: int, predicted: int, gold: int) -> dict[str, float]:
    p = hit / predicted if predicted else 0.0
    r = hit / gold if gold else 0.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(100 * p, 1), "r": round(100 * r, 1), "f": round(100 * f, 1)}


def as_text(result: Score) -> str:
    """The figures as lines for a terminal."""
    figures = result.figures
    lines = [f"{figures['gold']} gold claims, {figures['predicted']} predicted"]
    lines += [_line(name, value) for name, value in figures["claims"].items()]
    lines.append(f"  +source recall by kind: {figures['recall_by_kind']}")
    lines.append(f"  label accuracy on pairs: {figures['labels']}")
    lines += [_line(name, figures[name]) for name in VALUES]
    return "\n".join(lines)


def _line(name: str, value: Mapping[str, float]) -> str:
    return f"  {name:14} P {value['p']:5} R {value['r']:5} F {value['f']:5}"
