"""Stories with their claims marked inline: ``python -m tests.questions.marked STORY.txt > GOLD.jsonl``.

    ? dead: How many people died?
    ## id=a1 language=en published=2024-03-05 publisher=The_Harbour_Post
    {k1|{q1 12.. person|At least 12 people} died}, {s1|the mayor} {c1|told} {r1|Reuters}.
    = 1 Mayor of Orsk; question=dead; relay=Reuters

``{s1|…}`` is claim 1's source, ``{c1|…}`` its cue, ``{k1|…}`` its content, ``{r1|…}`` the source of its relay,
``{q1 LOW..HIGH UNIT|…}`` a figure of it (one bound may be open). A claim with a cue and no source shares the source
before it. Lines that begin with ``=`` give its speaker and labels (``asserts`` and ``certain`` where none is given);
times are those that :func:`selon.analysis.times.find_times` sees in the content.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from selon.analysis.times import find_times

STORIES = Path(__file__).parents[1] / "data" / "stories"
TAG = re.compile(r"\{([sckrq])(\d+)(?: ([^|}]*))?\|")
FIELDS = {"s": "source", "c": "cue", "k": "content", "r": "relay"}


def story(name: str) -> list[dict[str, Any]]:
    """The rows of a marked story, in the form of the gold files."""
    return list(rows((STORIES / f"{name}.txt").read_text(encoding="utf-8")))


def rows(text: str) -> Iterator[dict[str, Any]]:
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        head, *lines = part.strip().split("\n")
        body = "\n".join(line for line in lines if not line.startswith("= "))
        bare, claims = parsed(body)
        row = {k: v.replace("_", " ") for k, v in (pair.split("=", 1) for pair in head.split())}
        labels = dict(labelled(line[2:]) for line in lines if line.startswith("= "))
        assert labels.keys() == claims.keys(), f"{row['id']}: claims {sorted(claims)}, labels {sorted(labels)}"
        day = dt.date.fromisoformat(row["published"])
        yield row | {"text": bare, "claims": [whole(n, claims, labels[n], bare, row["language"], day) for n in labels]}


def parsed(marked: str) -> tuple[str, dict[int, dict[str, list[Any]]]]:
    """The bare text and, by number, each claim's spans and quantities."""
    text: list[str] = []
    claims: dict[int, dict[str, list[Any]]] = {}
    stack: list[tuple[str, int, str, int]] = []
    length = i = 0
    while i < len(marked):
        tag = TAG.match(marked, i)
        if tag:
            stack.append((tag[1], int(tag[2]), tag[3] or "", length))
            i = tag.end()
        elif marked[i] == "}":
            kind, number, value, start = stack.pop()
            claim = claims.setdefault(number, {k: [] for k in ("source", "cue", "content", "relay", "quantities")})
            if kind == "q":
                claim["quantities"].append({"span": [start, length], **figure(value)})
            else:
                claim[FIELDS[kind]].append([start, length])
            i += 1
        else:
            text.append(marked[i])
            length += 1
            i += 1
    assert not stack, stack
    return "".join(text), claims


def figure(value: str) -> dict[str, Any]:
    bounds, _, unit = value.partition(" ")
    low, two, high = bounds.partition("..")
    top = high if two else low
    return {"low": float(low) if low else None, "high": float(top) if top else None, "unit": unit}


def labelled(line: str) -> tuple[int, dict[str, Any]]:
    number, _, rest = line.partition(" ")
    parts = rest.split("; ")
    labels: dict[str, Any] = dict(p.split("=", 1) for p in parts if "=" in p)
    labels["speaker"] = "; ".join(p for p in parts if "=" not in p and p != "anonymous")
    return int(number), labels | ({"anonymous": True} if "anonymous" in parts else {})


def whole(
    number: int, claims: dict[int, dict[str, list[Any]]], labels: dict[str, Any], text: str, language: str, day: dt.date
) -> dict[str, Any]:
    claim = claims[number]
    source = claim["source"]
    if not source and claim["cue"]:
        before = [claims[n]["source"] for n in sorted(claims) if n < number and claims[n]["source"]]
        source = before[-1] if before else []
    words = "".join(text[a:b] for a, b in claim["content"]).strip()
    quoted = words[:1] in '«“"' and words[-1:] in '»”"'
    relay = labels.pop("relay", None)
    times = [
        {"span": [t.span.start, t.span.end], "start": t.start, "end": t.end}
        for t in find_times(text, language, day)
        if any(a <= t.span.start and t.span.end <= b for a, b in claim["content"])
    ]
    return (
        {"id": number, "kind": "direct" if quoted else "indirect", "stance": "asserts", "certainty": "certain"}
        | labels
        | {k: v for k, v in claim.items() if k != "relay"}
        | {"source": source, "times": times}
        | ({"relay": [{"speaker": relay, "source": claim["relay"], "cue": []}]} if relay else {})
    )


if __name__ == "__main__":
    for row in rows(Path(sys.argv[1]).read_text(encoding="utf-8")):
        print(json.dumps(row, ensure_ascii=False))
