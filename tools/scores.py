"""Writes docs/how-good.md and the README's table of scores: `make scores`.

    python tools/scores.py            # reads the gold sets that are here and writes both (some two minutes)
    python tools/scores.py --gate     # only what comes from the floors of tests/data/gate.toml (at once)

A test holds both against the floors, so that a page can't go on telling last month's figures.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
GATE = ROOT / "tests" / "data" / "gate.toml"
PAGE = ROOT / "docs" / "how-good.md"
README = ROOT / "README.md"
SETS = {
    "seed": ("the article the project starts from (fr)", SHARED / "seed" / "gold.json"),
    "dossier": ("our dossier, 22 dispatches (fr, en)", ROOT / "src" / "selon" / "demo" / "dossier.gold.jsonl"),
    "wikinews_fr": ("Wikinews, French", SHARED / "gold" / "wikinews_fr.dev.jsonl"),
    "wikinews_en": ("Wikinews, English", SHARED / "gold" / "wikinews_en.dev.jsonl"),
}
CLAIMS = {"seed": 19, "dossier": 81, "wikinews_fr": 112, "wikinews_en": 123}
COLUMNS = {
    "content_source_f": "content and source",
    "speaker_f": "speaker",
    "stance": "stance",
    "certainty": "certainty",
    "relay_f": "relays",
    "quantities_f": "figures",
}


def gate_table() -> str:
    """The floors, a row a set."""
    gate = tomllib.loads(GATE.read_text(encoding="utf-8"))
    head = ["set", "claims", *COLUMNS.values()]
    rows = [[told, str(CLAIMS[name]), *(f"{gate[name][c]:.1f}" for c in COLUMNS)] for name, (told, _) in SETS.items()]
    return _table(head, rows)


def readme_table() -> str:
    """The README's rows: the two figures that matter most, in whole per cent."""
    gate = tomllib.loads(GATE.read_text(encoding="utf-8"))
    rows = [
        [told, str(CLAIMS[name]), *(f"{gate[name][c]:.0f}" for c in ("content_source_f", "speaker_f"))]
        for name, (told, _) in SETS.items()
    ]
    return _table(["set", "claims", "content and source", "speaker"], rows)


def measured() -> dict[str, str]:
    """The tables that need an evaluation: of each set, by phenomenon, of the questions."""
    from selon.analysis.pipeline import EXTRACTOR_VERSION, extract_many
    from selon.evaluation import evaluate, load_rows
    from selon.model import Article, claim_form
    from selon.phenomena import Tally, by_phenomenon, percent
    from selon.questions.evaluation import score_rows

    sets, tallies = [], {"fr": {}, "en": {}}  # type: tuple[list[list[str]], dict[str, dict[str, Tally]]]
    questions: list[list[str]] = []
    for name, (told, path) in SETS.items():
        if not path.exists():
            sys.exit(f"{path} isn't here: the page needs every set of the gate")
        rows = load_rows(path)
        articles = [Article(r["text"], str(r["id"]), r["language"], r["published"]) for r in rows]
        found = [
            {"id": a.id, "claims": [claim_form(c) for c in claims]}
            for a, claims in zip(articles, extract_many(articles), strict=True)
        ]
        figures = evaluate(rows, found).figures
        if figures["gold"] != CLAIMS[name]:
            sys.exit(f"{path} has {figures['gold']} claims; CLAIMS says {CLAIMS[name]}")
        sets.append([told, *_prf(figures["claims"]["+source@0.5"]), *_prf(figures["claims"]["content@0.5"]),
                     *(_f(figures[part], rows, part) for part in ("quantities", "times"))])  # fmt: skip
        for language, of in tallies.items():
            mine = [r for r in rows if r["language"] == language]
            for phenomenon, tally in by_phenomenon(mine, found).items():
                of[phenomenon] = of.get(phenomenon, Tally()) + tally
        for label, claims in (("gold claims", None), ("extracted claims", found)):
            if scores := score_rows(rows, claims):
                questions.append([told, label, *(f"{getattr(scores[0], x):.1f}" for x in ("precision", "recall", "f"))])
    phenomena = []
    for name in tallies["fr"]:
        both = tallies["fr"][name] + tallies["en"][name]
        if both.claims:
            cells = [
                cell
                for of in (tallies["fr"][name], tallies["en"][name])
                for cell in (str(of.claims or "–"), percent(of.found, of.claims), percent(of.speaker, of.claims))
            ]
            phenomena.append([name, *cells, percent(both.stance, both.paired), percent(both.certainty, both.paired)])
    parts = ("claims", "found", "speaker")
    return {
        "version": f"Measured with the extractor of version `{EXTRACTOR_VERSION}`.\n",
        "sets": _table(["set", "P", "R", "F", "content alone: P", "R", "F", "figures F", "dates F"], sets),
        "phenomena": _table(
            ["phenomenon", *(f"{code}: {part}" for code in tallies for part in parts), "stance", "certainty"], phenomena
        ),
        "questions": _table(["set", "grouped from", "P", "R", "F"], questions),
    }


def _f(score: dict[str, float], rows: Sequence[Mapping[str, Any]], part: str) -> str:
    """F, or a dash where the gold doesn't annotate it."""
    return f"{score['f']:.1f}" if any(claim.get(part) for row in rows for claim in row["claims"]) else "–"


def _prf(score: dict[str, float]) -> list[str]:
    return [f"{score[name]:.1f}" for name in "prf"]


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def put(path: Path, name: str, text: str) -> None:
    """Put ``text`` between the lines that name it in ``path``."""
    begin, end = f"<!-- {name}: made by `make scores` -->\n", f"<!-- end of {name} -->\n"
    page = path.read_text(encoding="utf-8")
    if begin not in page or end not in page:
        sys.exit(f"{path} has no lines {begin!r} and {end!r} to put the table between")
    path.write_text(
        re.sub(re.escape(begin) + "(?s:.*?)" + re.escape(end), lambda _: begin + text + end, page), encoding="utf-8"
    )


def main() -> None:
    put(PAGE, "floors", "\n" + gate_table() + "\n")
    put(README, "scores", "\n" + readme_table() + "\n")
    if "--gate" not in sys.argv:
        for name, text in measured().items():
            put(PAGE, name, "\n" + text + "\n")


if __name__ == "__main__":
    main()
