"""B³ (Bagga and Baldwin 1998) of questions against gold: do the claims that belong together stand together?

Only claims with a gold ``question`` count. A claim under several questions is scored by its first figure's; the
extended measure of Amigó and others (2009), which charges every further one, is given beside it.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from selon.model import article_from, claim_from
from selon.questions.build import questions_of
from selon.questions.record import Question, Statement

OVERLAP = 0.5  # of the characters of two contents, for an extracted claim to stand for a gold one
Row = Mapping[str, Any]


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


def score_rows(gold: Sequence[Row], predicted: Sequence[Row] | None = None) -> tuple[BCubed, BCubed] | None:
    """B³ and extended B³ of rows with gold questions; None where no claim has one.

    The claims are those of ``predicted`` (rows of id and claims, as ``selon extract`` prints), or else the gold ones
    themselves. A gold claim that nothing extracted overlaps enough stands alone.
    """
    wanted: dict[str, str] = {}
    statements: list[Statement] = []
    stands_for: dict[str, str] = {}
    found = {str(r.get("id") or r.get("doc_id")): r for r in predicted or ()}
    for row in gold:
        article = article_from(row)
        name = article.id or ""
        claims = row["claims"] if predicted is None else found.get(name, {}).get("claims", [])
        for number, form in enumerate(claims):
            statements.append(Statement(article, claim_from(form), f"{name}/{number}"))
        for number, form in enumerate(row["claims"]):
            if form.get("question"):
                mark = f"gold {name}/{number}"
                wanted[mark] = form["question"]
                best = number if predicted is None else _match(form, claims)
                if best is not None:
                    stands_for[mark] = f"{name}/{best}"
    if not wanted:
        return None
    groups = groups_of(questions_of(statements))
    answers = {mark: groups[stands_for[mark]] for mark in wanted if stands_for.get(mark) in groups}
    return b_cubed(answers, wanted), b_cubed_extended(answers, wanted)


def _match(gold: Row, claims: Sequence[Row]) -> int | None:
    """The number of the claim whose content (or cue, where the gold content is empty) overlaps most, if enough."""

    def covered(form: Row) -> set[int]:
        spans = form.get("content") if gold.get("content") else form.get("cue")
        return {i for a, b in spans or () for i in range(a, b)}

    mine = {i for a, b in (gold.get("content") or gold.get("cue") or ()) for i in range(a, b)}
    rows = [(covered(form), -number) for number, form in enumerate(claims)]
    shares = [(len(mine & theirs) / len(mine | theirs), number) for theirs, number in rows if theirs]
    best = max(shares, default=(0.0, 0))
    return -best[1] if best[0] >= OVERLAP else None
