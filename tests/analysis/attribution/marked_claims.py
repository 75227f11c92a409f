"""Claims marked in a sentence, to be found: what the tables of this folder are made of.

``{s1|…}`` is claim 1's source, ``{c1|…}`` its cue, ``{k1|…}`` its content, as in ``training.inline``; a content may be
in two pieces, and a claim with a content alone is carried over from the one before. Every marked claim must be found,
and no other: content at 0.8 (Jaccard over its characters), source at 0.5.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from selon.analysis.pipeline import extract_many
from selon.evaluation import jaccard
from selon.model import Article, Claim
from training.inline import parse_markup

Table = list[tuple[str, str]]  # language, marked sentence


def marked_in(tables: Mapping[str, object]) -> pytest.MarkDecorator:
    """A case for each sentence of the tables (a test module's capitals), all of which are extracted in one go."""
    named = {name.lower(): table for name, table in tables.items() if name.isupper() and isinstance(table, list)}
    every = tuple(sorted(row for table in named.values() for row in table))
    return pytest.mark.parametrize(
        ("language", "marked", "every"),
        [
            pytest.param(*row, every, id=f"{name}-{row[0]}-{number}")
            for name, table in named.items()
            for number, row in enumerate(table)
        ],
    )


def check(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    text, wanted = parse_markup(marked, "here")
    claims = _found(every)[language, marked]
    for gold in wanted:
        assert any(_matches(gold, claim) for claim in claims), f"not found: {gold} among\n{_shown(text, claims)}"
    assert len(claims) == len(wanted), _shown(text, claims)


@cache
def _found(every: tuple[tuple[str, str], ...]) -> dict[tuple[str, str], list[Claim]]:
    """The claims of every sentence (articles of a language are tagged together)."""
    articles = [Article(text=parse_markup(m, "here")[0], language=code, published="2024-10-24") for code, m in every]
    return dict(zip(every, extract_many(articles), strict=True))


def _shown(text: str, claims: list[Claim]) -> str:
    return "\n".join(
        " | ".join("…".join(text[a:b] for a, b in spans) for spans in (claim.source, claim.cue, claim.content))
        for claim in claims
    )


def _matches(gold: dict[str, Any], claim: Claim) -> bool:
    if (gold["content"] and jaccard(gold["content"], claim.content) < 0.8) or (not gold["content"] and claim.content):
        return False
    if gold["cue"] and not jaccard(gold["cue"], claim.cue):
        return False
    return jaccard(gold["source"], claim.source) >= 0.5 if gold["source"] else not claim.source
