"""Pages: body, headline, date, publisher, language and address, from real pages and from what pages declare."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from lxml import html

from selon.analysis.parse import parse
from selon.analysis.pipeline import extract
from selon.languages import load, supported
from selon.model import Furniture, Span
from selon.reading import read, units
from selon.reading.blockquotes import name_speakers
from selon.reading.headed import headed
from selon.reading.page_top import furniture_of

DATA = Path(__file__).parent.parent / "data" / "html"
BODY = (
    "<p>Le ministre a affirmé jeudi que les soldats étaient partis pour la frontière du pays voisin.</p>"
    "<p>Son porte-parole a précisé que le gouvernement attendait une réponse avant la fin de la semaine.</p>"
)


def page(head: str = "", body: str = BODY, attributes: str = "") -> bytes:
    return f"<!DOCTYPE html><html{attributes}><head>{head}</head><body>{body}</body></html>".encode()


def test_a_real_page_with_soft_hyphens_and_a_standfirst() -> None:
    article = read(DATA / "43971.html")
    headline, standfirst, first, *rest = article.text.split("\n")
    assert headline == article.title == "États-Unis : Lancement réussi pour Space X Dragon"
    assert standfirst.startswith("La fusée Falcon 9")
    assert first.startswith("22 mai 2012. - Prévu") and "premier étage du lanceur" in first
    assert rest[-1].endswith("vols habités en orbite basse.")
    assert (article.published, article.language) == ("2012-05-22", "fr")
    assert article.furniture == (Furniture(Span(0, len(headline)), "headline"),)


def test_another_real_page() -> None:
    article = read(DATA / "44586.html")
    assert article.published == "2012-07-07"
    assert "« des suites d'une longue maladie », a révélé son avocate à l'AFP" in article.text


JSON_LD = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"],
"headline": "Des soldats partis", "datePublished": "2024-10-18T08:30:00+02:00", "inLanguage": "fr-FR",
"publisher": {"@type": "Organization", "name": "Le Jour"}, "url": "https://jour.example/1"}]}</script>"""
META = """<meta property="og:title" content="Des soldats partis | Le Jour">
<meta property="og:site_name" content="Le Jour">
<meta property="article:published_time" content="2024-10-18T08:30:00+02:00">
<link rel="canonical" href="https://jour.example/1">"""


@pytest.mark.parametrize(
    "source",
    [
        page(JSON_LD + "<title>Autre</title>", attributes=' lang="fr"'),
        page(META, "<h1>Des soldats partis</h1>" + BODY, ' lang="fr"'),
        page(META, "<h1>Des soldats partis</h1>" + BODY, ' lang="en"'),
    ],
    ids=["json-ld", "meta", "the wrong language declared"],
)
def test_what_a_page_says_of_itself(source: bytes) -> None:
    article = read(source)
    assert article.text.startswith("Des soldats partis\nLe ministre a affirmé")
    assert (article.title, article.publisher, article.language) == ("Des soldats partis", "Le Jour", "fr")
    assert (article.published, article.url) == ("2024-10-18T08:30:00+02:00", "https://jour.example/1")


def test_broken_json_ld_costs_its_facts_and_not_the_article() -> None:
    article = read(page('<script type="application/ld+json">{"headline": </script><title>Un titre</title>'))
    assert article.text.startswith("Un titre\nLe ministre")


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-8", "utf-16", None])
def test_charsets(charset: str | None) -> None:
    declared = f'<meta charset="{charset}">' if charset else ""
    text = page(declared).decode().encode(charset or "windows-1252")
    assert "affirmé jeudi" in read(text).text


def test_a_page_cut_short_is_read_with_a_note() -> None:
    (unit,) = units(page()[:-70])
    assert unit.article is not None
    assert unit.article.text.startswith("Le ministre a affirmé")
    assert any("cut short" in note for note in unit.notes)


def test_scripts_and_menus_are_no_text() -> None:
    article = read(page(body=f"<nav><a href='/'>Accueil</a></nav><script>alert('x')</script><article>{BODY}</article>"))
    assert "Accueil" not in article.text
    assert "alert" not in article.text


def test_a_lead_that_begins_with_the_headlines_words_keeps_them() -> None:
    headline = "North Korea sends troops to Russia"
    lead = f"{headline}, Seoul said on Friday, and the minister called on both of them to stop at once."
    more = "His spokesman added that the government expected an answer before the end of the week."
    article = read(page(f"<title>{headline}</title>", f"<article><p>{lead}</p><p>{more}</p></article>", ' lang="en"'))
    assert article.text == f"{headline}\n{lead}\n{more}"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Un titre\n\nLe ministre part.", "Un titre\nLe ministre part."),
        ("Un titre", "Un titre"),
        ("Un titre, dit-il.\nEt puis ?", "Un titre\nUn titre, dit-il.\nEt puis ?"),
    ],
    ids=["a line of its own", "nothing else", "the beginning of a sentence"],
)
def test_a_headline_that_the_body_repeats(body: str, text: str) -> None:
    article = headed("Un titre", body)
    assert (article.text, article.furniture) == (text, (Furniture(Span(0, 8), "headline"),))


@pytest.mark.parametrize("charset", ["hex", "rot13", "zip", "base64", "punycode", "undefined", "no-such-thing"])
def test_a_charset_that_is_none_of_text_counts_for_nothing(charset: str) -> None:
    (unit,) = units(page(f'<meta charset="{charset}">'))
    assert unit.article is not None and "affirmé jeudi" in unit.article.text


@pytest.mark.parametrize(
    ("title", "heading", "byline", "dateline"),
    [
        ("Des soldats partis - ce que l'on sait", "Les soldats ont quitté la ville, dit le ministre",
         "Par Anne Roux et Paul Vert", "Publié le 18 octobre 2024 à 10h30, modifié à 11h"),
        ("Soldiers gone - what we know", "Troops have left the city, the minister says",
         "By Anne Russell and Paul Green", "Published on 18 October 2024 at 10:30, updated at 11:00"),
    ],
)  # fmt: skip
def test_what_stands_above_the_first_paragraph_is_no_teaser(
    title: str, heading: str, byline: str, dateline: str
) -> None:
    top = f"<article><h1>{heading}</h1><p>{byline}</p><p>{dateline}</p>{BODY}</article>"
    article = read(page(f"<title>{title}</title>", top, ' lang="fr"'))
    roles = {f.span.of(article.text): f.role for f in article.furniture}
    assert roles[title] == roles[heading] == "headline"
    assert all(
        roles[line] == role for line, role in ((byline, "byline"), (dateline, "dateline")) if line in article.text
    )
    assert dateline in roles and {line.role for line in parse(article).lines[:3]} <= {"headline", "byline", "dateline"}


@pytest.mark.parametrize("code", supported())
def test_bylines_and_datelines_begin_as_the_languages_tables_say(code: str) -> None:
    words = load(code).table("language")["page_lines"]
    lines = {f"{word.capitalize()} Anne Roux": "byline" for word in words["bylines"]}
    lines |= {f"{word.capitalize()} 18/10/2024": "dateline" for word in words["datelines"]}
    tree = html.document_fromstring("<p>")
    for line, role in lines.items():
        assert [(f.span.of(f"-\n{line}"), f.role) for f in furniture_of(f"-\n{line}", "", tree)] == [(line, role)]


QUOTED = "Nous n'avons jamais vu une telle tempête en quarante ans."


@pytest.mark.parametrize(
    "markup",
    [
        f"<blockquote><p>{QUOTED}</p><cite>Jeanne Roy, maire</cite></blockquote>",
        f"<blockquote><p>{QUOTED} <cite>Jeanne Roy, maire</cite></p></blockquote>",
        f"<blockquote>« {QUOTED} » — <cite>Jeanne Roy, maire</cite></blockquote>",
        f"<blockquote><p>{QUOTED}</p><footer>— <cite>Jeanne Roy</cite>, maire</footer></blockquote>",
        f"<blockquote><p>{QUOTED}</p><p>– Jeanne Roy, maire</p></blockquote>",
        f"<blockquote class=post><p>{QUOTED}</p>— Jeanne Roy, <a href=x>maire</a></blockquote>",
        f"<figure><blockquote><p>{QUOTED}</p></blockquote><figcaption>Jeanne Roy, maire</figcaption></figure>",
        f"<figure><blockquote>“{QUOTED}”<cite>Jeanne Roy, maire</cite></blockquote></figure>",
    ],
)
def test_a_blockquote_with_its_speaker_is_a_quotation_of_hers(markup: str) -> None:
    *_, line, last = read(page(body=BODY + markup + "<p>Les routes sont fermées jusqu'à jeudi.</p>")).text.split("\n")
    marked = f"« {QUOTED} »" if "«" in markup else f"“{QUOTED}”"
    assert line == f"Jeanne Roy, maire: {marked}"
    assert last == "Les routes sont fermées jusqu'à jeudi."


@pytest.mark.parametrize(
    "markup",
    [
        f"<blockquote><p>{QUOTED}</p></blockquote>",
        f"<blockquote><p>{QUOTED}</p><p>Elle l'a lu dans <cite>Le Monde</cite></p></blockquote>",
        f"<blockquote><p>{QUOTED}</p><cite>https://jour.example/1</cite></blockquote>",
        f"<blockquote><p>{QUOTED}</p><cite>{'Jeanne Roy, maire, ' * 10}</cite></blockquote>",
        f"<blockquote><p>{QUOTED}</p><p>— Et vous ?</p></blockquote>",
        "<blockquote><cite>Jeanne Roy</cite></blockquote>",
        f"<figure><blockquote>{QUOTED}</blockquote><p>Avis</p><figcaption>Jeanne Roy</figcaption></figure>",
    ],
)
def test_a_blockquote_whose_speaker_is_not_told_stays_what_it_is(markup: str) -> None:
    assert "“" not in read(page(body=BODY + markup)).text


def test_characters_that_xml_has_not_cost_no_article() -> None:
    markup = f"<blockquote>{QUOTED}&#1;&#11;<cite>Jeanne Roy, maire&#3;</cite></blockquote>après &#2;"
    assert f"Jeanne Roy, maire: “{QUOTED}”" in read(page(body=BODY + markup)).text


def test_the_speaker_of_a_blockquote_has_the_claim() -> None:
    markup = f"<blockquote><p>{QUOTED}</p><footer>Jeanne Roy, maire de Tampa</footer></blockquote>"
    article = read(page(body=BODY + markup))
    assert [claim.speaker for claim in extract(article) if QUOTED in claim.content[0].of(article.text)] == [
        "Jeanne Roy"
    ]


def test_a_figure_of_many_blockquotes_takes_no_time_for_each_pair() -> None:
    tree = html.document_fromstring("<figure>" + "<blockquote>A</blockquote>" * 20_000 + "<figcaption>B</figcaption>")
    began = time.process_time()
    assert not name_speakers(tree)
    assert time.process_time() - began < 5
