"""The terminal table: fits 80 columns, tells all that is asked of it, and passes no control on."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from selon.model import Article, Claim, Quantity, Relay, Span, Time
from selon.views import claims_table
from tests.views.newsroom import gold, hostile


def shown(article: Article, claims: list[Claim], width: int = 80, **more: object) -> str:
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(claims_table(article, claims, **more))  # type: ignore[arg-type]
    return out.getvalue()


def claim() -> Claim:
    return Claim(
        source=(Span(0, 3),),
        cue=(Span(4, 8),),
        content=(Span(9, 40),),
        speaker="Ann",
        certainty="probable",
        quantities=(Quantity(Span(14, 16), 9, 11, "soldier"),),
        times=(Time(Span(30, 39), "2024-10-24", "2024-10-24"),),
        relay=(Relay("AP"), Relay("Bob")),
        rule="verb-that",
    )


TEXT = "Ann said that about 10 soldiers left on Thursday."


def test_it_has_headline_speaker_stance_certainty_words_figures_and_dates() -> None:
    told = shown(Article(TEXT, title="Ten leave", published="2024-10-25", language="en"), [claim()])
    for part in (
        "Ten leave",
        "25 October 2024",
        "1 claim",
        "Ann",
        "via Bob → AP",
        "asserts",
        "probable",
        "~10 soldiers",
    ):
        assert part in told
    assert "24 October 2024" in told and "that about 10 soldiers" in " ".join(told.split())


@pytest.mark.parametrize("width", [80, 100, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for article, claims in [*gold(), hostile()]:
        assert max(map(len, shown(article, claims, width).splitlines())) <= width


def test_explain_names_rule_and_cue() -> None:
    assert "[verb-that: said]" in shown(Article(TEXT), [claim()], explain=True)
    assert "verb-that" not in shown(Article(TEXT), [claim()])


def test_an_article_without_a_title_is_called_by_its_first_line_alone() -> None:
    told = shown(Article("Three dead in Leeds\nBy Ann Lee\nThe fire is out, police said."), [])
    assert told.splitlines()[0].strip() == "Three dead in Leeds"


def test_it_speaks_french() -> None:
    told = shown(Article(TEXT, published="2024-10-25"), [replace(claim(), anonymous=True)], language="fr")
    assert "25 octobre 2024" in told and "affirme" in told and "source non nommée" in " ".join(told.split())


def test_escapes_never_reach_the_terminal() -> None:
    text = "\x1b[2J\x1b]0;owned\x07 said [bold]x[/bold]"
    told = shown(Article(text, title=text), [Claim((), (), (Span(0, len(text)),), "\x1b[31mAnn")])
    assert "\x1b" not in told and "\x07" not in told and "[U+001B]" in told
    assert "[bold]x[/bold]" in " ".join(told.split())


def test_an_article_without_claims_says_so() -> None:
    assert "No attributed claim was found" in shown(Article("Nothing."), [])
