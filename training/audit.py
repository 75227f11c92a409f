"""Why gold claims are missed, and what is found too much:  python -m training.audit [FILE …] [-o MISSES.jsonl]

What the program misses in articles that it has learnt from must be a fault of structure: a verb that the tagger hides,
a rule that throws a content away. Reads annotated articles (default: training/data), prints the causes, and writes each
miss with what was found in its place. Never read ``training/unseen`` with it: who has looked moves those articles to
the data.

Causes, in the order in which they are asked:

    no reading      no cue is proposed where the claim has its own
    no cue          the claim has none: it is carried over from another, or stands by a colon
    below           its reading is scored below the threshold
    source          the content is found, under another source
    content         its reading passes, and the content is another, or the claim was dropped afterwards
    too much        a claim that no gold claim is like
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from selon.analysis.attribution.attribute import attribute
from selon.analysis.attribution.encoder import read_signals
from selon.analysis.attribution.ranking import judge, model
from selon.analysis.document import Draft
from selon.model import Claim, Span
from training.dataset import DATA, FILES, Example, annotated, examples, overlap, reread

ALIKE, SAME_SOURCE = 0.5, 0.3  # Jaccard over characters, of contents and of sources
NEAR = 60  # characters of context on either side


def audited(item: Example) -> Iterator[dict[str, Any]]:
    """One row for each claim that is missed in an article, and for each found that should not be."""
    trained = model()
    signals = read_signals(item.syntax)
    ranked = reread(item, signals)  # drafts come last: attribution raises the scores of what it settles
    judge(ranked.syntax, ranked.readings, trained, signals)
    threshold = trained.thresholds[item.document.language.code]
    drafts = attribute(item.document)
    for claim in item.claims:
        best = max(drafts, key=lambda draft: _alike(draft, claim), default=None)
        near = best is not None and _alike(best, claim) >= ALIKE
        if near and best is not None and _same_source(best, claim):
            continue
        score = next((r.score for r, g in zip(ranked.readings, ranked.gold, strict=True) if g is claim), None)
        if score is None:
            cause = "no reading" if claim.cue else "no cue"
        else:
            cause = "below" if score < threshold else "source" if near else "content"
        row = _row(item, cause, claim.source, claim.cue, claim.content)
        found = best if best is not None and _alike(best, claim) > 0 else None
        yield row | {"score": score, "found": _row(item, "", found.source, found.cue, found.content) if found else None}
    for draft in drafts:
        if not any(_alike(draft, claim) >= ALIKE for claim in item.claims):
            yield _row(item, "too much", draft.source, draft.cue, draft.content) | {"rule": draft.rule}


def _alike(draft: Draft, claim: Claim) -> float:
    return overlap(draft.content or draft.cue, claim.content or claim.cue)


def _same_source(draft: Draft, claim: Claim) -> bool:
    return overlap(draft.source, claim.source) >= SAME_SOURCE if claim.source else not draft.source


def _row(
    item: Example, cause: str, source: Sequence[Span], cue: Sequence[Span], content: Sequence[Span]
) -> dict[str, Any]:
    text = item.document.text
    names = {"source": source, "cue": cue, "content": content}
    row: dict[str, Any] = {name: " … ".join(span.of(text) for span in spans) for name, spans in names.items()}
    if not cause:
        return row
    spans = [*content, *cue, *source]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    return {"cause": cause, "article": item.article.id, **row, "text": text[max(first - NEAR, 0) : last + NEAR]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, help="annotated articles (default: all of training/data)")
    parser.add_argument("-o", "--out", type=Path, default=Path("build/misses.jsonl"))
    arguments = parser.parse_args()
    causes: Counter[str] = Counter()
    claims = 0
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    with arguments.out.open("w", encoding="utf-8") as out:
        for path in arguments.files or [DATA / name for name in FILES]:
            for item in examples(annotated(path)):
                claims += len(item.claims)
                for row in audited(item):
                    causes[row["cause"]] += 1
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
    missed = sum(number for cause, number in causes.items() if cause != "too much")
    print(f"{claims:,} claims, {missed:,} missed; {arguments.out}")
    for cause, number in causes.most_common():
        print(f"{number:>7,}  {cause}")


if __name__ == "__main__":
    main()
