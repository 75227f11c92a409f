"""Bad input: no crash, every span inside the text, and no claim that swallows the article."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selon.analysis.pipeline import extract, extract_many
from selon.engines.local import extract_all
from selon.model import Article, Claim
from selon.reading import Unit

PARAGRAPH = {
    "fr": "Le préfet a assuré que la route rouvrirait lundi. La neige tombe depuis lundi. Les écoles sont fermées.",
    "en": "The governor said that the road would reopen on Monday. Snow has fallen for three days. Schools are closed.",
}
HOSTILE = {
    "unbalanced guillemet": ("fr", "Il a dit : « nous viendrons demain.\n" + "\n".join([PARAGRAPH["fr"]] * 20)),
    "unbalanced curly mark": ("en", "He said: “we will come tomorrow.\n" + "\n".join([PARAGRAPH["en"]] * 20)),
    "only closing marks": ("fr", "Le maire » a dit » que » la ville ”” dort.\n" + PARAGRAPH["fr"]),
    "all capitals": ("fr", "\n".join([PARAGRAPH["fr"].upper()] * 5)),
    "all capitals, English": ("en", "\n".join([PARAGRAPH["en"].upper()] * 5)),
    "table": ("fr", "\n".join(f"Ville {n}\t{n * 10}\t{n * 7} %\tselon\tINSEE" for n in range(60))),
    "poem": ("fr", "\n".join(["Il pleure dans mon cœur", "comme il pleut sur la ville", "dit la pluie", ""] * 20)),
    "transcript": ("fr", "\n".join(["M. Morel. – Je demande à parler.", "Mme Roy. – Soit, dit le président."] * 20)),
    "mixed languages": ("fr", "\n".join([PARAGRAPH["fr"], PARAGRAPH["en"], "Der Minister sagte, dass es regnet."] * 5)),
    "no sentence": ("en", "said according to the the said that " * 40),
    "no punctuation": ("fr", "le maire a dit que la ville dort et que " * 40),
    "one word": ("fr", "a" * 10_000),
    "marks alone": ("en", "\"'“”«»—…!?" * 100),
    "control characters": ("en", "The\x00 mayor\u200b said\ufeff that\u2028 it rains.\r\n\r\n" + PARAGRAPH["en"]),
    "empty": ("fr", ""),
    "blank": ("en", " \n\t\n "),
}  # fmt: skip
LONGEST = 600  # characters, of a content that stands in no one quotation: a few sentences


def check(text: str, claims: list[Claim]) -> None:
    for claim in claims:
        for span in (*claim.source, *claim.cue, *claim.content):
            assert 0 <= span.start < span.end <= len(text)
        for relay in claim.relay:
            assert all(0 <= a < b <= len(text) for a, b in (*relay.source, *relay.cue))
        if claim.content:
            words = text[claim.content[0].start : claim.content[-1].end]
            assert words.count("\n") <= 1, f"a content over paragraphs: {words!r}"


@cache
def extracted() -> dict[str, list[Claim]]:
    articles = [Article(text=text, language=code, published="2024-10-24") for code, text in HOSTILE.values()]
    return dict(zip(HOSTILE, extract_many(articles), strict=True))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_articles(name: str) -> None:
    text = HOSTILE[name][1]
    claims = extracted()[name]
    check(text, claims)
    if name not in ("no punctuation", "no sentence"):
        lengths = [claim.content[-1].end - claim.content[0].start for claim in claims if claim.content]
        assert max(lengths, default=0) <= LONGEST


def test_the_paragraphs_after_an_unbalanced_mark_are_read() -> None:
    assert len(extracted()["unbalanced guillemet"]) >= 20
    assert len(extracted()["unbalanced curly mark"]) >= 20


def test_a_thousand_quotations() -> None:
    text = "« Oui », dit-il.\n" * 1_000
    claims = extract(Article(text=text, language="fr", published="2024-10-24"))
    assert max((c.content[-1].end - c.content[0].start for c in claims if c.content), default=0) <= LONGEST


PIECES = st.lists(
    st.sampled_from(
        ["Le maire", " a dit", " que", " selon", " la police", ", ", ".", "\n", "« ", " »", "“", "”", '"', " il pleut",
         " (", ")", " – ", " : ", " 12 000", " n'a pas", " aurait", " ajoutant", " SAID", " citant", " l'AFP"]
    ), max_size=40,
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PIECES.map("".join), st.sampled_from(["fr", "en"]))
def test_any_pieces_in_any_order(text: str, code: str) -> None:
    for claim in extract(Article(text=text, language=code, published="2024-10-24")):
        for span in (*claim.source, *claim.cue, *claim.content):
            assert 0 <= span.start < span.end <= len(text)


ENDLESS = {
    "marks": '"' * 100_000, "marks apart": "« " * 50_000, "quotations": "« Oui », dit-il.\n" * 3_000,
    "apostrophes": "'" * 100_000, "one letter": "a" * 1_000_000, "digits": "1" * 100_000, "numbers": "1 000 " * 15_000,
    "cues": "selon dit " * 2_000, "clauses": "il dit que " * 2_000, "colons": "a : " * 1_500, "brackets": "(" * 50_000,
    "blanks": "Il dit" + " " * 200_000 + "que non.", "dots": "." * 100_000, "names": "Anne Morel " * 5_000,
    "dates": "lundi 3 mai " * 5_000, "places": "Paris, Lyon " * 5_000, "commas": "oui, " * 20_000,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", ENDLESS)
def test_what_has_no_end_is_read_within_the_limit(name: str) -> None:
    """The limit is the engine's own (60 s and one for 2,000 characters): past it the article would be an error."""
    article = Article(text=ENDLESS[name], id=name, language="fr", published="2024-10-24")
    (result,) = extract_all([Unit(name, article)], workers=2)
    assert result.error is None and result.troubles == 0
    check(article.text, result.claims or [])
