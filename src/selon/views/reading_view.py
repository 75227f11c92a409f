"""The reading page: an article with its claims marked in place and their cards beside them."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from selon.model import Article, Claim, Span, Spans
from selon.views import wording
from selon.views.headline import headline
from selon.views.i18n import Interface, interface
from selon.views.links import Alone, Links
from selon.views.marks import Mark, Role, marked, paragraphs, spread
from selon.views.page_models import Card, Passage, Reading, anchors, in_order, speaker_key, speaker_slots
from selon.views.profile import profile
from selon.views.render import Page, render
from selon.views.style import card_style, speaker_style
from selon.views.visible import visible

_ENDS = re.compile(r"[.!?…:;,»”\"')\]]\s*$")
_LONGEST_HEADLINE = 160  # characters
_CARD_MEASURE = 44  # characters in a line of a card


def reading_page(article: Article, claims: Sequence[Claim], language: str = "en") -> Page:
    """One self-contained HTML page: the article in good type, each claim marked in place, its card beside it.

    ``language`` is the interface's ("en" or "fr"). The page needs no script and no other file.
    """
    speech = interface(language)
    return article_page(speech, Alone(), reading(article, claims, speech))


def article_page(speech: Interface, links: Links, page: Reading) -> Page:
    """The reading page as HTML, alone or among the other pages."""
    own_style = speaker_style(range(len(page.slots))) + card_style(page.passages)
    return render("article.html", speech, links, own_style, page=page)


def reading(
    article: Article,
    claims: Sequence[Claim],
    speech: Interface,
    questions: Mapping[str, tuple[str, str]] | None = None,
    identity: str = "",
) -> Reading:
    """The page's record. ``questions`` leads from a claim's id to the id and text of the question it answers;
    ``identity`` is the article's address among other pages."""
    ordered = in_order(claims)
    slots = speaker_slots(claim.speaker for claim in ordered)
    cards = [
        card(article, claim, number, anchor, slots[claim.speaker], speech, (questions or {}).get(claim.id or ""))
        for number, (claim, anchor) in enumerate(zip(ordered, anchors(ordered), strict=True), 1)
    ]
    lines = list(paragraphs(article.text))
    roles = _roles(article, lines, ordered)
    by_line = spread(lines, [mark for each in cards for mark in _marks(each, speech)])
    homes: list[list[Card]] = [[] for _ in lines]
    for each in cards:
        start = _start(each.claim)
        home = next((i for i, line in enumerate(lines) if start < line.end), len(lines) - 1)
        if homes:
            homes[home].append(each)
    title: Markup | None = None
    passages = []
    for i, line in enumerate(lines):
        html = marked(article.text, line, by_line[i])
        if roles[i] == "headline" and title is None:
            title = html
            if homes[i]:
                passages.append(Passage(Markup(""), "headline", tuple(homes[i]), 0))
            continue
        passages.append(Passage(html, roles[i], tuple(homes[i]), sum(_height(each) for each in homes[i])))
    if title is None:
        title = escape(visible(headline(article, 120) or speech.text("Untitled")))
    aside = [line for line, role in zip(lines, roles, strict=True) if role not in ("", "sub")]
    return Reading(
        article=article,
        headline=title,
        passages=tuple(passages),
        cards=tuple(cards),
        profile=profile(article, ordered, aside),
        slots=slots,
        digest=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        set_aside=sum(role == "teaser" for role in roles),
        identity=identity or article.id or "",
    )


def card(
    article: Article,
    claim: Claim,
    number: int,
    anchor: str,
    slot: int,
    speech: Interface,
    question: tuple[str, str] | None = None,
) -> Card:
    """A claim in words."""
    return Card(
        number=number,
        anchor=anchor,
        claim=claim,
        slot=slot,
        speaker=speech.name(claim.speaker),
        key=speaker_key(claim.speaker),
        stance=wording.stance(speech, claim.stance),
        certainty=wording.certainty(speech, claim.certainty),
        figures=tuple(wording.quantity(speech, q, article.language) for q in claim.quantities),
        times=tuple(when for t in claim.times if (when := wording.time(speech, t))),
        chain=tuple(wording.chain(speech, claim)) if claim.relay else (),
        words=words_of(article, claim),
        question=question,
    )


def words_of(article: Article, claim: Claim) -> str:
    """The claim's exact words; parts that stand apart in the text are joined by an ellipsis in brackets."""
    return " […] ".join(article.text[span.start : span.end] for span in claim.content)


def _start(claim: Claim) -> int:
    spans = claim.content or claim.cue or claim.source
    return spans[0].start if spans else 0


def _marks(each: Card, speech: Interface) -> list[Mark]:
    """The claim's marks; the first part of its content (or of its cue, where it has none) carries the id."""
    claim, label = each.claim, speech.text("claim {n}: {speaker}", n=each.number, speaker=visible(each.speaker))
    groups: tuple[tuple[Role, Spans], ...] = (
        ("content", claim.content),
        ("cue", claim.cue),
        ("source", claim.source),
    )
    lead = next((role for role, spans in groups if spans), "")
    marks = []
    for role, spans in groups:
        kind = {"content": "m", "cue": "cue", "source": "src"}[role]
        for i, span in enumerate(spans):
            classes = f"{kind} s{each.slot}" + (f" {claim.certainty}" if role == "content" or role == lead else "")
            first, last = role == lead and i == 0, role == lead and i == len(spans) - 1
            marks.append(Mark(span, role, each.number, classes, each.anchor, label, f"s{each.slot}", first, last))
    for relay in claim.relay:
        marks += [Mark(span, "source", each.number, f"rel s{each.slot}", each.anchor, label) for span in relay.source]
    return marks


def _roles(article: Article, lines: Sequence[Span], claims: Sequence[Claim]) -> list[str]:
    """Each line's role: furniture as the reader or a claim in it says; a short line without a stop is a heading."""
    roles: list[str] = []
    told: list[tuple[Span, str]] = [
        (span, claim.place) for claim in claims if claim.place for span in (*claim.content, *claim.cue)
    ]
    told += [(f.span, f.role) for f in article.furniture]
    for i, line in enumerate(lines):
        role = next((r for span, r in told if span.start < line.end and line.start < span.end), None)
        if role is None and i == 0 and not article.title and _heads(lines, article.text):
            role = "headline"
        if role is None and 0 < i < len(lines) - 1 and len(line.of(article.text)) < 80:
            role = "" if _ENDS.search(line.of(article.text)) else "sub"
        roles.append(role or "")
    return roles


def _heads(lines: Sequence[Span], text: str) -> bool:
    """Whether the first of several lines is a headline that nobody marked: short, and no sentence with its stop."""
    first = lines[0].of(text)
    return len(lines) > 1 and len(first) <= _LONGEST_HEADLINE and not _ENDS.search(first)


def _height(each: Card) -> float:
    """A card's height with the room below it, in its own lines, by its characters."""
    value = " · ".join((each.stance, each.certainty, *each.figures, *each.times))
    rows = [each.speaker, value, " → ".join(each.chain), each.question[1] if each.question else ""]
    return 0.7 + sum(math.ceil(len(row) / _CARD_MEASURE) for row in rows if row)
