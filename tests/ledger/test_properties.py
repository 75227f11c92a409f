"""Invariants 1 and 2 of the design: spans inside their text, ids by content, adding twice changes nothing."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selon.ledger import Ledger, article_id, with_ids
from selon.model import CERTAINTIES, STANCES, Article, Claim, InvariantError, Relay, Span

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=60)


@st.composite
def read(draw: st.DrawFn) -> tuple[Article, list[Claim]]:
    """An article with claims whose spans lie in its text."""
    text = draw(TEXT)
    article = Article(
        text,
        id=draw(st.none() | st.sampled_from(["a", "b", "é"])),
        url=draw(st.none() | st.sampled_from(["https://x.example/1", "https://x.example/2"])),
        language="fr",
    )
    bounds = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    spans = st.lists(bounds.map(lambda pair: Span(*pair)), max_size=2).map(tuple)
    claim = st.builds(
        Claim,
        source=spans,
        cue=spans,
        content=spans,
        speaker=TEXT,
        stance=st.sampled_from(STANCES),
        certainty=st.sampled_from(CERTAINTIES),
        relay=st.lists(st.builds(Relay, speaker=TEXT, source=spans), max_size=2).map(tuple),
        anonymous=st.booleans(),
    )
    return article, draw(st.lists(claim, max_size=4))


@settings(max_examples=40, deadline=None)
@given(news=st.lists(read(), max_size=6), order=st.randoms(use_true_random=False))
def test_adding_again_in_any_order_changes_nothing(
    news: list[tuple[Article, list[Claim]]], order: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with Ledger(tmp_path_factory.mktemp("p") / "l.db") as ledger:
        for article, claims in news:
            ledger.add(article, claims, extractor="1")
        before = list(ledger.articles(all_versions=True)), list(ledger.claims()), ledger.counts()
        again = list(news)
        order.shuffle(again)  # type: ignore[attr-defined]
        assert not any(ledger.add(article, claims, extractor="1").new for article, claims in again)
        assert (list(ledger.articles(all_versions=True)), list(ledger.claims()), ledger.counts()) == before
        assert ledger.check() == []
        for stored in ledger.claims():
            stored.claim.check_against(ledger.article(stored.article_id).article.text)


@given(read=read())
def test_ids_depend_on_content_alone(read: tuple[Article, list[Claim]]) -> None:
    article, claims = read
    id = article_id(article)
    assert id == article_id(dataclasses.replace(article, title="Another", published="2024-01-01"))
    assert id != article_id(dataclasses.replace(article, text=article.text + "."))
    ids = [claim.id for claim in with_ids(id, claims, "1")]
    assert len(set(ids)) == len(ids)
    assert ids == [claim.id for claim in with_ids(id, claims, "1")]
    assert not set(ids) & {claim.id for claim in with_ids(id, claims, "2")}


@given(read=read(), beyond=st.integers(1, 5))
def test_a_span_that_leaves_the_text_is_refused(read: tuple[Article, list[Claim]], beyond: int) -> None:
    article, _ = read
    out = Span(0, len(article.text) + beyond)
    with pytest.raises(InvariantError):
        Claim(source=(), cue=(), content=(out,), speaker="X").check_against(article.text)
