"""The words of a tree of HTML or NITF, a line a block."""

from __future__ import annotations

import re
from typing import Any

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "block",
        "blockquote",
        "body",
        "body.content",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hl1",
        "hl2",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_LEFT_OUT = frozenset(("script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head"))


def lines_of(root: Any) -> list[str]:
    """The words of an element of lxml's, a line a block, without empty lines."""
    lines = (" ".join(line.split()) for line in _flat(root).split("\n"))
    return [line for line in lines if line]


def _flat(root: Any) -> str:
    """The words of the tree, blocks apart; without recursion, however deep it is."""
    out: list[str] = []
    skipped = 0
    from lxml import etree

    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = element.tag.lower() if isinstance(element.tag, str) else ""
        if event == "start":
            skipped += name in _LEFT_OUT
            out.append("\n" if name in _BLOCKS else "")
            if not skipped:
                out.append(_spaced(element.text))
            continue
        if event == "end":
            skipped -= name in _LEFT_OUT
            out.append("\n" if name in _BLOCKS else "")
        if not skipped and element is not root:  # what follows the root is no part of it
            out.append(_spaced(element.tail))
    return "".join(out)


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
