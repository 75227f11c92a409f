"""Tables for a terminal of 80 columns and more (rich). Text from outside never reaches the terminal's controls."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from selon.model import Article, Claim
from selon.views import wording
from selon.views.headline import headline
from selon.views.i18n import Interface, interface
from selon.views.page_models import Card, anchors, in_order
from selon.views.reading_view import card
from selon.views.visible import shortened, visible

LONGEST_HEADLINE = 160  # characters
_WORDS = 220  # characters of a claim's words in a table; --json has them all


def claims_table(
    article: Article, claims: Sequence[Claim], language: str = "en", explain: bool = False
) -> RenderableType:
    """The article's headline and date, then a row a claim: who, stance and certainty, the words, figures and dates.

    ``explain`` adds the rule and cue that made each claim. Print it with ``rich.console.Console().print(…)``.
    """
    speech = interface(language)
    ordered = in_order(claims)
    cards = [
        card(article, c, n, a, 0, speech) for n, (c, a) in enumerate(zip(ordered, anchors(ordered), strict=True), 1)
    ]
    told = " · ".join(
        part
        for part in (
            article.publisher or "",
            wording.published(speech, article.published),
            speech.plural("{n} claim", "{n} claims", len(cards)),
        )
        if part
    )
    heading = _text(headline(article, LONGEST_HEADLINE) or speech.text("Untitled"), "bold")
    if not cards:
        return Group(heading, _text(told, "dim"), Text(speech.text("No attributed claim was found in this article.")))
    return Group(heading, _text(told, "dim"), _table(article, cards, speech, explain))


def _table(article: Article, cards: Sequence[Card], speech: Interface, explain: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("", justify="right", style="dim", no_wrap=True)
    table.add_column(speech.text("Who"), min_width=14, max_width=24, overflow="fold")
    table.add_column(speech.text("How"), min_width=11, max_width=16, overflow="fold")
    table.add_column(speech.text("The words, figures and dates"), min_width=30, overflow="fold")
    for place, each in enumerate(cards, 1):
        who = _text(each.speaker, "bold")
        if each.chain:
            who.append("\n" + visible(speech.text("via {names}", names=" → ".join(each.chain[1:-1]))), "not bold dim")
        how = Text.assemble(each.stance, "\n", (each.certainty, "italic"))
        for noted, word in (
            (each.claim.anonymous, speech.text("unnamed source")),
            (each.claim.inferred, speech.text("carried over")),
            (each.claim.place == "teaser", speech.text("related link")),
            (each.claim.place == "headline", speech.text("headline")),
        ):
            if noted:
                how.append(f"\n{word}", "dim")
        words = _text(shortened(each.words, _WORDS) or speech.text("(the text leaves out what)"))
        if values := wording.join((*(shortened(f, 80) for f in each.figures), *each.times)):
            words.append(f"\n{visible(values)}", "bold")
        if explain:
            cue = " … ".join(span.of(article.text) for span in each.claim.cue)
            words.append(visible(f"\n[{each.claim.rule or speech.text('no rule named')}: {cue or '–'}]"), "dim")
        if place < len(cards):  # a blank line between two claims, whichever column is the longest
            for cell in (who, how, words):
                cell.append("\n")
        table.add_row(str(each.number), who, how, words)
    return table


def _text(words: str, style: str = "") -> Text:
    return Text(visible(words), style=style)
