"""B³ (Bagga and Baldwin 1998) of questions against gold: do the claims that belong together stand together?

Only claims with a gold ``question`` count. A claim under several questions is scored by its first figure's; the
extended measure of Amigó and others (2009), which charges every further one, is given beside it.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from selon.questions.record import Question


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision, recall and F, in percent, over ``claims`` claims."""

    precision: float
    recall: float
    f: float
    claims: int


def b_cubed(predicted: Mapping[str, Sequence[Hashable]], gold: Mapping[str, Hashable]) -> BCubed:
    """B³ where each claim stands in one group: the first of ``predicted[claim]``; one without a group stands alone."""
    first = {claim: (predicted.get(claim) or (("alone", claim),))[0] for claim in gold}
    return _mean(
        [
            (
                sum(gold[o] == gold[c] for o in gold if first[o] == first[c]) / sum(first[o] == first[c] for o in gold),
                sum(first[o] == first[c] for o in gold if gold[o] == gold[c]) / sum(gold[o] == gold[c] for o in gold),
            )
            for c in sorted(gold)
        ]
    )


def b_cubed_extended(predicted: Mapping[str, Sequence[Hashable]], gold: Mapping[str, Hashable]) -> BCubed:
    """B³ over every group that a claim stands in."""
    groups = {claim: set(predicted.get(claim) or (("alone", claim),)) for claim in gold}
    rows = []
    for c in sorted(gold):
        near = [(len(groups[c] & groups[o]), int(gold[c] == gold[o])) for o in sorted(gold)]
        precision = [min(p, g) / p for p, g in near if p]
        recall = [min(p, g) / g for p, g in near if g]
        rows.append((sum(precision) / len(precision), sum(recall) / len(recall)))
    return _mean(rows)


def _mean(rows: Sequence[tuple[float, float]]) -> BCubed:
    if not rows:
        return BCubed(0.0, 0.0, 0.0, 0)
    p = sum(row[0] for row in rows) / len(rows)
    r = sum(row[1] for row in rows) / len(rows)
    f = 2 * p * r / (p + r) if p + r else 0.0
    return BCubed(round(100 * p, 1), round(100 * r, 1), round(100 * f, 1), len(rows))


def groups_of(questions: Sequence[Question]) -> dict[str, list[str]]:
    """For each claim id the questions that it stands under, its first figure's first."""
    found: dict[str, list[tuple[int, str]]] = {}
    for question in questions:
        for facet in question.facets:
            number = int(facet.id.rpartition("#")[2])
            found.setdefault(facet.statement.id, []).append((number, question.id))
    return {claim: [q for _, q in sorted(entries)] for claim, entries in found.items()}
