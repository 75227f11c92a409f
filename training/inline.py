"""Articles annotated inline, as people write them:  python -m training.inline FILE.txt > FILE.jsonl

    ## id=own-fr-001 language=fr published=2024-03-05
    {s1|Le préfet} {c1|a assuré} {k1|que la route rouvrirait lundi}, {c2|selon} {s2|France Bleu}.

``{s1|…}`` is claim 1's source, ``{c1|…}`` its cue, ``{k1|…}`` its content. A tag may come again (a content in two
parts) and may hold others (a claim inside a claim). A claim with a content alone is carried over ("inferred").
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HEAD = re.compile(r"^## (.*)$")
TAG = re.compile(r"\{([sck])(\d+)\|")
FIELDS = {"s": "source", "c": "cue", "k": "content"}


class MarkupError(ValueError):
    """A brace that nothing closes, or a tag in a place where none can be; says the article and where."""


def parse_markup(marked: str, where: str) -> tuple[str, list[dict[str, Any]]]:
    """The bare text and its claims, by number, spans in offsets of the bare text."""
    text: list[str] = []
    claims: dict[int, dict[str, Any]] = {}
    stack: list[tuple[str, int, int]] = []
    length = i = 0
    while i < len(marked):
        tag = TAG.match(marked, i)
        if tag:
            stack.append((FIELDS[tag[1]], int(tag[2]), length))
            i = tag.end()
        elif marked[i] == "}":
            if not stack:
                raise MarkupError(f"{where}: a closing brace with no tag open, after {''.join(text)[-40:]!r}")
            name, number, start = stack.pop()
            claim = claims.setdefault(number, {"source": [], "cue": [], "content": []})
            if start < length:
                claim[name].append([start, length])
            i += 1
        else:
            text.append(marked[i])
            length += 1
            i += 1
    if stack:
        raise MarkupError(f"{where}: tag {stack[-1][0]} {stack[-1][1]} is not closed")
    out = []
    for number in sorted(claims):
        claim = claims[number]
        words = " ".join("".join(text)[a:b] for a, b in claim["source"])
        labels = {"speaker": words, "kind": "indirect", "stance": "asserts", "certainty": "certain"}
        out.append(
            {"id": number, **labels, **claim} | ({"inferred": True} if not claim["source"] and not claim["cue"] else {})
        )
    return "".join(text), out


def articles(lines: list[str], name: str) -> Iterator[dict[str, Any]]:
    """The annotated articles of a file's lines; raises MarkupError where one is amiss."""
    head: dict[str, str] = {}
    body: list[str] = []
    for line in [*lines, "## end"]:
        found = HEAD.match(line)
        if not found:
            body.append(line)
            continue
        if head:
            marked = "\n".join(body).strip()
            text, claims = parse_markup(marked, f"{name}: {head.get('id')}")
            yield {**head, "text": text, "claims": claims}
        head = dict(pair.split("=", 1) for pair in found[1].split() if "=" in pair)
        body = []


def main() -> None:
    for path in map(Path, sys.argv[1:]):
        for row in articles(path.read_text(encoding="utf-8").splitlines(), path.name):
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
