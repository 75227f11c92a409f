"""``selon evaluate``: how good the claims are, against gold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from selon.cli.console import reading, say


def command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help='Rows of {"id", "text", "claims"}.')],
    predicted: Annotated[
        Path | None, typer.Argument(metavar="[PREDICTED]", help="Output of extract; else GOLD's texts are read now.")
    ] = None,
    misses: Annotated[int, typer.Option("--misses", metavar="N", help="Show N missed and N made-up claims.")] = 0,
    phenomena: Annotated[
        bool, typer.Option("--phenomena", help="Also by kind of source, content, stance, certainty.")
    ] = False,
    workers: Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Processes.")] = 1,
    json: Annotated[bool, typer.Option("--json", help="As data.")] = False,
) -> None:
    """Score claims against a gold file.

    Precision, recall and F of content, source and speaker, and the labels' accuracy, by docs/guidelines.md.
    """
    from selon import evaluation
    from selon.phenomena import as_text, by_phenomenon

    with reading(gold):
        rows = evaluation.load_gold(gold)
    if predicted:
        with reading(predicted):
            found = evaluation.load_rows(predicted)
    else:
        from selon.engines.local import extract_all
        from selon.model import claim_form
        from selon.reading import units

        results = list(extract_all(units(gold), workers=workers))
        if len(results) != len(rows):  # a form that reading takes for something else than JSON lines
            raise evaluation.GoldError(
                f"{gold}: {len(rows)} rows, but reading finds {len(results)} articles in it; write it as JSON lines"
            )
        found = [
            {"id": row.get("id") or row.get("doc_id"), "claims": [claim_form(c) for c in done.claims or ()]}
            for row, done in zip(rows, results, strict=True)
        ]
        for done in results:
            if done.error:
                say(f"selon: {done.error}")
    result = evaluation.evaluate(rows, found)
    questions = _questions(rows, found)
    tallies = by_phenomenon(rows, found) if phenomena else {}
    if json:
        import json as form
        from dataclasses import asdict

        more = {"questions": questions, "phenomena": {name: asdict(tally) for name, tally in tallies.items()}}
        print(form.dumps(result.figures | {name: told for name, told in more.items() if told}, ensure_ascii=False))
        return
    print(evaluation.as_text(result))
    for name, score in questions.items():
        print(f"  questions B³, {name:9} P {score['p']:5} R {score['r']:5} F {score['f']:5}")
    if tallies:
        print(as_text(tallies))
    texts = {str(row.get("id") or row.get("doc_id")): row["text"] for row in rows}
    for name, claims in (("missed", result.misses), ("extra", result.extras)):
        for id, claim in claims[:misses]:
            words = [
                " … ".join(texts[id][a:b] for a, b in claim.get(part) or ()) for part in ("source", "cue", "content")
            ]
            print(f"  {name} {id}: [{words[0]}] [{words[1]}] {words[2][:90]}")


def _questions(rows: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, float]]:
    """B³ of the questions from gold and from found claims, where the gold has a ``question``."""
    from selon.questions.evaluation import score_rows

    out = {}
    for name, claims in (("gold", None), ("extracted", found)):
        scores = score_rows(rows, claims)
        if scores is not None:
            out[name] = {"p": scores[0].precision, "r": scores[0].recall, "f": scores[0].f}
    return out
