"""What must hold whatever the news: order, copies, judgements and their taking back, growth article by article."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.made_up_news import news
from selon.model import Article, Claim
from selon.questions import Question, QuestionIndex, build_questions
from selon.questions.build import statements_of
from tests.questions.test_origins import dossier

Told = list[tuple[Article, list[Claim]]]


@dataclass(frozen=True)
class Word:
    """A judgement."""

    kind: str
    a: str
    b: str
    taken_back: bool = False


def shape(questions: list[Question]) -> list[tuple[str, str, tuple[str, ...]]]:
    return sorted((q.id, q.text["fr"], tuple(f.id for f in q.facets)) for q in questions)


def made_up(seed: int, claims: int = 60) -> Told:
    return list(news(claims, seed=seed, claims_a_story=20))


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10_000), shuffle=st.randoms(use_true_random=False))
def test_any_order_gives_the_same_questions(seed: int, shuffle: random.Random) -> None:
    told = made_up(seed)
    mixed = [(article, shuffle.sample(claims, len(claims))) for article, claims in shuffle.sample(told, len(told))]
    assert shape(build_questions(mixed)) == shape(build_questions(told))


@pytest.mark.parametrize("seed", [3, 4])
def test_two_articles_with_one_id_are_two(seed: int) -> None:
    """Feeds and files number their articles alike: claims stay with the text that they are of."""
    told = made_up(seed)
    alike = [(replace(article, id="1"), claims) for article, claims in told]

    def texts(questions: list[Question]) -> list[tuple[str, list[str]]]:
        said = (
            (q.text["en"], sorted(f.statement.article.text + str(f.statement.claim.content) for f in q.facets))
            for q in questions
        )
        return sorted(said)

    assert texts(build_questions(alike)) == texts(build_questions(told))
    index = QuestionIndex()
    for article, claims in alike:
        index.add(article, claims)
    assert texts(index.questions()) == texts(build_questions(told))
    assert {q.origins.articles for q in build_questions(alike)} == {q.origins.articles for q in build_questions(told)}


def test_articles_without_a_name_are_outlets_of_their_own() -> None:
    told = [(replace(article, id=None, url=None, publisher=None), claims) for article, claims in made_up(5)]
    assert all(q.origins.outlets == q.origins.articles for q in build_questions(told))


def test_any_order_of_the_dossier() -> None:
    expected = build_questions(dossier())
    for seed in range(3):
        mixed = dossier()
        random.Random(seed).shuffle(mixed)
        assert build_questions(mixed) == expected


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000), copies=st.integers(1, 4))
def test_copies_leave_origins_unchanged(seed: int, copies: int) -> None:
    import dataclasses

    told = made_up(seed, 20)
    copied = told + [
        (
            dataclasses.replace(article, id=f"{article.id}-copy{n}", publisher=f"Copier {n}"),
            [dataclasses.replace(c, id=f"{c.id}-copy{n}") for c in claims],
        )
        for n in range(copies)
        for article, claims in told
    ]
    before = {f.id: q.origins.independent for q in build_questions(told) for f in q.facets}
    after = {f.id: q.origins.independent for q in build_questions(copied) for f in q.facets}
    assert {i: after[i] for i in before} == before


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10_000), shuffle=st.randoms(use_true_random=False))
def test_growing_article_by_article_ends_in_the_same(seed: int, shuffle: random.Random) -> None:
    told = made_up(seed)
    index = QuestionIndex()
    for article, claims in shuffle.sample(told, len(told)):
        index.add(article, claims)
    assert shape(index.questions()) == shape(build_questions(told))


def test_growing_past_the_size_of_a_block(monkeypatch: pytest.MonkeyPatch) -> None:
    from selon.questions import candidates

    monkeypatch.setattr(candidates, "LARGEST", 6)
    monkeypatch.setattr(candidates, "RARE", 3)
    told = made_up(5, 120)
    index = QuestionIndex()
    for article, claims in told:
        index.add(article, claims)
        index.questions()
    assert shape(index.questions()) == shape(build_questions(told))


def test_growing_the_dossier() -> None:
    index = QuestionIndex()
    for article, claims in dossier():
        index.add(article, claims)
        index.questions()
    assert shape(index.questions()) == shape(build_questions(dossier()))


def test_an_index_of_many_at_once_grows_on() -> None:
    from selon.questions import statements_of

    told = made_up(11, 120)
    index = QuestionIndex.of(statements_of(told[5:]))
    for article, claims in told[:5]:
        index.add(article, claims)
    assert shape(index.questions()) == shape(build_questions(told))


def holding(questions: list[Question], claim: str) -> set[str]:
    return {q.id for q in questions for a in q.answers if a.claim == claim}


def test_a_judgement_outranks_the_comparators_and_can_be_taken_back() -> None:
    plain = build_questions(dossier())
    assert not holding(plain, "d01/1") & holding(plain, "p01/1")
    joined = build_questions(dossier(), [Word("same", "d01/1", "p01/1")])
    assert holding(joined, "d01/1") & holding(joined, "p01/1")
    assert build_questions(dossier(), [Word("same", "d01/1", "p01/1", taken_back=True)]) == plain

    assert holding(plain, "d06/1") & holding(plain, "d08/1")
    parted = build_questions(dossier(), [Word("different", "d06/1", "d08/1")])
    assert not holding(parted, "d06/1") & holding(parted, "d08/1")
    assert build_questions(dossier(), []) == plain


def test_a_judgement_in_a_growing_index() -> None:
    index = QuestionIndex()
    for article, claims in dossier():
        index.add(article, claims)
    before = index.questions()
    for words in ([Word("different", "d06/1", "d08/1")], [Word("same", "d01/1", "p01/1")]):
        index.judge(words)
        assert shape(index.questions()) == shape(build_questions(dossier(), words))
    index.judge([])
    assert shape(index.questions()) == shape(before)


def copies_of_the_dossier(number: int) -> Told:
    import dataclasses

    return [
        (
            dataclasses.replace(article, id=f"{article.id}-{n}", publisher=f"Paper {n}"),
            [dataclasses.replace(c, id=f"{c.id}-{n}") for c in claims],
        )
        for n in range(number)
        for article, claims in dossier()
    ]


def test_thousands_that_say_the_same_stand_together_and_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from selon.questions import grouping

    compared = 0
    plain = grouping.score

    def counted(*arguments: object) -> float:
        nonlocal compared
        compared += 1
        return plain(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(grouping, "score", counted)
    build_questions(dossier())
    once, compared = compared, 0
    many = build_questions(copies_of_the_dossier(60))
    assert compared == once
    groups = {frozenset(a.claim.rpartition("-")[0] for a in q.answers) for q in many}
    assert groups == {frozenset(a.claim for a in q.answers) for q in build_questions(dossier())}
    assert all(len(q.answers) % 60 == 0 for q in many)


def test_copies_in_a_growing_index_and_words_on_them() -> None:
    told = copies_of_the_dossier(3)
    index = QuestionIndex()
    for article, claims in reversed(told):
        index.add(article, claims)
    assert shape(index.questions()) == shape(build_questions(told))
    for words in (
        [Word("different", "d06/1-0", "d08/1-2")],  # of two claims: holds for all their copies
        [Word("different", "d06/1-0", "d06/1-2")],  # of two copies: holds for these two
        [],
    ):
        index.judge(words)
        assert shape(index.questions()) == shape(build_questions(told, words))
        if words:
            a, b = words[0].a, words[0].b
            assert not holding(index.questions(), a) & holding(index.questions(), b)


def test_claims_are_never_changed() -> None:
    told = dossier()
    for question in build_questions(told):
        for facet in question.facets:
            claims = next(claims for article, claims in told if article.id == facet.statement.article.id)
            assert facet.statement.claim in claims


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.integers(0, 70), st.sampled_from(["fr", "en", None, "de"]))
def test_no_text_breaks_it(text: str, at: int, language: str | None) -> None:
    from selon.model import Span

    if not text:
        return
    start = min(at, len(text) - 1)
    claim = Claim(source=(), cue=(), content=(Span(start, len(text)),), speaker="A", id="c")
    (question,) = build_questions([(Article(text=text, id="a", language=language), [claim])])
    assert question.text["en"] and question.text["fr"]


def test_work_shared_between_processes_gives_the_same_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    told = made_up(7, 200)
    alone = build_questions(told)
    monkeypatch.setattr("selon.questions.parallel.MANY", 0)
    assert build_questions(told, workers=3) == alone
    assert QuestionIndex.of(statements_of(told), workers=3).questions() == alone
