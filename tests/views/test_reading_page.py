"""The reading page: whole in one file, each claim in place, hostile text as text."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from selon.model import Article, Claim, Furniture, Relay, Span
from selon.views import reading_page
from selon.views.i18n import interface
from selon.views.profile import profile
from selon.views.reading_view import reading
from tests.views.newsroom import HOSTILE, LONG_WORD, gold, hostile


def words(html: str) -> str:
    """The page's visible words, its style left out."""
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"<style>.*?</style>", "", html, flags=re.S)))


def elements_of(html: str) -> list[tuple[str, list[str]]]:
    """The page's elements with the names of their attributes, as a browser would read them."""

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, [name for name, _ in attrs]))

    found: list[tuple[str, list[str]]] = []
    Reader().feed(html)
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_claim_of_the_dossier_is_marked_and_has_its_card(language: str) -> None:
    for article, claims in gold():
        page = reading_page(article, claims, language)
        for claim in claims:
            assert f'id="c-{claim.id}"' in page and f'href="#k-{claim.id}"' in page
            assert f'id="k-{claim.id}"' in page and f'href="#c-{claim.id}"' in page
        assert len(re.findall(r'id="[ck]-', page)) == 2 * len(claims)


def test_the_text_stands_whole_on_the_page() -> None:
    for article, claims in gold():
        page = re.sub(r'<a class="n[ "].*?</a>', "", reading_page(article, claims))
        plain = " ".join(words(page).split())
        for line in article.text.splitlines():
            assert " ".join(line.split()) in plain


def test_the_page_needs_nothing_from_elsewhere() -> None:
    page = reading_page(*next(gold()))
    assert not re.search(r"<(script|link|img|iframe|object)\b", page)
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert "url(" not in page and "@import" not in page


def test_the_policy_lets_in_its_own_style_and_nothing_else() -> None:
    page = reading_page(*next(gold()))
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1])  # type: ignore[index]
    styles = re.findall(r"<style>(.*?)</style>", page, re.S)
    assert len(styles) == 2
    for style in styles:
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy and "default-src 'none'" in policy
    assert " style=" not in page.split("</head>")[1]


def test_hostile_text_is_shown_as_text() -> None:
    article, claims = hostile()
    page = reading_page(article, claims)
    elements = elements_of(page)
    assert not {"script", "img", "i"} & {tag for tag, _ in elements}
    assert not [name for _, attributes in elements for name in attributes if name.startswith("on") or name == "style"]
    assert HOSTILE in words(page) and LONG_WORD in words(page)
    assert "\u202e" not in page and "[U+202E]" in page
    assert 'id="c-1"' in page  # an id from outside that isn't plain never becomes one here


def test_surrogates_and_controls_can_be_written() -> None:
    page = reading_page(Article("a \ud800 b \x00 c"), [])
    assert "[U+D800]" in page and "[U+0000]" in page
    page.encode("utf-8")


def test_an_article_without_claims_or_text_still_makes_a_page() -> None:
    assert "No attributed claim" in reading_page(Article(""), [])
    assert "Aucun propos" in reading_page(Article("Rien."), [], "fr")


def test_a_claim_without_content_is_marked_at_its_cue() -> None:
    text = "The same echo from Ann."
    claim = Claim(source=(Span(19, 22),), cue=(Span(0, 18),), content=(), speaker="Ann", stance="confirms")
    page = reading_page(Article(text), [claim])
    assert re.search(r'<span class="cue s0 certain" id="c-1">The same echo from', page)
    assert "the text leaves out what" in page


def test_a_relay_is_shown_as_a_chain_first_source_first() -> None:
    claim = Claim((), (), (Span(0, 3),), "NIS", relay=(Relay("AP"), Relay("Park")))
    page = words(reading_page(Article("It is so."), [claim]))
    assert " ".join(page.split()).count("NIS → Park → AP → this article") == 1


def test_the_headline_comes_from_its_marked_line_with_its_claim() -> None:
    text = "It rains, says Ann\nIt has rained since Monday."
    claim = Claim((Span(15, 18),), (Span(10, 14),), (Span(0, 8),), "Ann", place="headline")
    page = reading_page(Article(text, title="Another", furniture=(Furniture(Span(0, 18), "headline"),)), [claim])
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", page, re.S)[1]  # type: ignore[index]
    assert '<mark class="m s0 certain" id="c-1">It rains' in heading and "Another" not in page
    assert 'id="k-1"' in page


def test_the_first_line_of_a_plain_text_is_its_headline_and_not_told_twice() -> None:
    page = reading(Article("Trois morts à Lyon\nLe feu a pris lundi, dit Ann.\n"), [], interface("fr"))
    assert page.headline == "Trois morts à Lyon"
    assert [p.html for p in page.passages] == ["Le feu a pris lundi, dit Ann."]


@pytest.mark.parametrize(
    "text", ["Le feu a pris lundi, dit Ann.\nIl est éteint.", "Trois morts à Lyon", "a" * 200 + "\nb"]
)
def test_a_first_line_that_is_text_stays_in_it(text: str) -> None:
    page = reading(Article(text), [], interface("fr"))
    assert text.splitlines()[0] in page.passages[0].html


def test_teasers_are_set_aside_and_not_counted() -> None:
    text = "Ann said it rains.\nSun is back, says Bob\nThe end of the story is here."
    claims = [
        Claim((Span(0, 3),), (Span(4, 8),), (Span(9, 17),), "Ann"),
        Claim((Span(37, 40),), (Span(32, 36),), (Span(19, 30),), "Bob", place="teaser"),
    ]
    page = reading(Article(text), claims, interface("en"))
    assert [p.role for p in page.passages] == ["", "teaser", ""]
    assert page.set_aside == 1
    assert {s.speaker for s in page.profile.shares} == {"Ann"}


def test_the_profile_counts_each_word_once_for_the_innermost_speaker() -> None:
    text = "Ann said that Bob said that it rained."
    claims = [
        Claim((Span(0, 3),), (Span(4, 8),), (Span(9, 37),), "Ann"),
        Claim((Span(14, 17),), (Span(18, 22),), (Span(23, 37),), "Bob", certainty="reported"),
    ]
    told = profile(Article(text), claims)
    assert told.words == 8
    assert {s.speaker: s.words for s in told.shares} == {"Ann": 3, "Bob": 3}
    assert told.own == pytest.approx(2 / 8)
    assert told.distant == pytest.approx(3 / 6)
    assert (told.named, told.anonymous, told.documents) == (2, 0, 0)


def test_named_unnamed_and_documentary_sources_are_told_apart() -> None:
    base = Claim((), (), (Span(0, 2),), "Ann")
    claims = [base, replace(base, speaker="an official", anonymous=True), replace(base, speaker="Paris Agreement")]
    told = profile(Article("It is."), claims)
    assert (told.named, told.anonymous, told.documents) == (1, 1, 1)
