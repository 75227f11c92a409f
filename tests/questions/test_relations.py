"""Same, compatible, in conflict, updated: pairs of answers with the relation that they must have."""

from __future__ import annotations

import pytest

from selon.model import Article, Claim, Span
from selon.questions.origins import Source
from selon.questions.reasons import Figure
from selon.questions.record import Facet, Statement
from selon.questions.relations import Told, attitude, relation, relations
from tests.questions.test_origins import CGT, INTERIOR, NIS, by_gold


def told(
    who: str, day: str, low: float | None, high: float | None, action: str = "die", event: str | None = None
) -> Told:
    claim = Claim(source=(), cue=(), content=(Span(0, 4),), speaker=who)
    article = Article(text="Text.", published=day)
    facet = Facet(
        id=f"{who}{day}{low}#0",
        statement=Statement(article, claim, f"{who}{day}{low}"),
        kind="number",
        action=action,
        low=low,
        high=high,
        figure=True,
        day=(event, event) if event else None,
        as_of=event or day,
    )
    return Told(facet, Source(f"actor:{who}", who))


CASES = [
    (("A", "2024-01-01", 120, 120), ("B", "2024-01-01", 120, 120), "same"),
    (("A", "2024-01-01", 1_089_000, 1_089_000), ("A", "2024-01-02", 1_080_000, 1_080_000), "same"),  # rounded
    (("A", "2024-01-01", 100, None), ("B", "2024-01-01", 120, 120), "compatible"),  # at least 100 includes 120
    (("A", "2024-01-01", 90, 110), ("B", "2024-01-01", 105, 130), "compatible"),
    (("A", "2024-01-01", 41, 41), ("B", "2024-01-01", 60, 60), "conflict"),
    (("A", "2024-01-01", 41, 41), ("B", "2024-01-09", 60, 60), "compatible"),  # a week later
    (("A", "2024-01-01", 41, 41), ("A", "2024-01-03", 60, 60), "update"),
    (("A", "2024-01-01", 40, 50), ("B", "2024-01-02", 50, None), "compatible"),  # the bounds touch
    (("A", "2024-01-01", None, None), ("B", "2024-01-01", 60, 60), "compatible"),
]


def test_bounds_in_words() -> None:
    assert [str(Figure(*pair)) for pair in ((0, 0), (0, 8_000), (3_000, None), (90, 110))] == [
        "0",
        "up to 8,000",
        "at least 3,000",
        "90–110",
    ]


@pytest.mark.parametrize(("one", "other", "kind"), CASES)
def test_figures(one: tuple[str, str, float, float], other: tuple[str, str, float, float], kind: str) -> None:
    found = relation(told(*one), told(*other))
    assert found.kind == kind and found.why


def says(
    who: str, answer: str, stance: str, words: str, action: str | None = "close", hints: tuple[str, ...] = ()
) -> Told:
    claim = Claim(source=(), cue=(), content=(Span(0, 4),), speaker=who, stance=stance)  # type: ignore[arg-type]
    facet = Facet(
        id=f"{who}#0",
        statement=Statement(Article(text="Text.", published="2024-01-01"), claim, who),
        kind="yes-no",
        action=action,
        answer=answer,
        own=dict.fromkeys(words, 1.0),
        as_of="2024-01-01",
        hints=hints,
    )
    return Told(facet, Source(f"actor:{who}", who))


REPLY = ("what was told before",)
SAID = [
    # "the plant will close", "it won't"
    (says("A", "yes", "asserts", "xy"), says("B", "no", "asserts", "xyz"), "conflict"),
    # nobody answers anybody: a deed and a word in common
    (says("A", "yes", "asserts", "xyz"), says("B", "no", "asserts", "xuvw"), "compatible"),
    # no deed in common, and most words
    (says("A", "yes", "asserts", "xyz", None), says("B", "no", "asserts", "xyw"), "compatible"),
    (says("A", "yes", "asserts", "xyz", None), says("B", "no", "asserts", "xyz"), "conflict"),
    # "they had not", "it does not want it"
    (says("A", "yes", "asserts", "xyz"), says("B", "no", "asserts", "xyz", hints=REPLY), "conflict"),
    (says("A", "yes", "asserts", "xyz"), says("B", "no", "intends", "xyz", hints=REPLY), "compatible"),
    # a denial answers in few words, but not what another means to do or is glad of
    (says("A", "yes", "asserts", "xyz"), says("B", "no", "denies", "u"), "conflict"),
    (says("A", "yes", "intends", "xyz"), says("B", "no", "denies", "xyz"), "compatible"),
    (says("A", "yes", "approves", "xyz"), says("B", "no", "denies", "xyz"), "compatible"),
    (says("A", "yes", "asserts", "xyz"), says("B", "no", "denies", "xuvw", "agree"), "compatible"),
]


@pytest.mark.parametrize(("one", "other", "kind"), SAID)
def test_words(one: Told, other: Told, kind: str) -> None:
    assert relation(one, other).kind == relation(other, one).kind == kind


def test_counts_of_one_march_stay_in_conflict_however_late_they_are_told() -> None:
    police = told("Police", "2024-01-01", 80_000, 80_000, "protest", "2024-01-01")
    union = told("Union", "2024-01-20", 400_000, 400_000, "protest", "2024-01-01")
    assert relation(police, union).kind == "conflict"


def pairs(name: str, speakers: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset({speakers[c.a], speakers[c.b]}) for c in by_gold()[name].conflicts}


def speakers(name: str) -> dict[str, str]:
    return {a.claim: a.origin or a.speaker for a in by_gold()[name].answers}


def test_police_and_union_are_in_conflict_with_both_bounds() -> None:
    question = by_gold()["march-0119-paris"]
    assert frozenset({CGT, INTERIOR}) in pairs("march-0119-paris", speakers("march-0119-paris"))
    assert any("80,000" in c.why and "400,000" in c.why for c in question.conflicts)


def test_one_ministry_told_in_two_languages_is_one_answer() -> None:
    found = [a for a in by_gold()["march-0119-france"].answers if a.origin == INTERIOR]
    assert {a.article for a in found} == {"p01", "p02"} and {(a.low, a.high) for a in found} == {(1_120_000, 1_120_000)}
    assert not by_gold()["march-0119-france"].updates


def test_washington_updates_its_figure_and_does_not_contradict_itself() -> None:
    question = by_gold()["troops-sent"]
    by_claim = {a.claim: a for a in question.answers}
    assert any((by_claim[u.a].speaker, by_claim[u.b].speaker) == ("John Kirby", "Pentagon") for u in question.updates)
    american = {"John Kirby", "Pentagon", "Sabrina Singh", "United States"}
    assert not any({by_claim[c.a].speaker, by_claim[c.b].speaker} <= american for c in question.conflicts)
    assert any(u.why.startswith(NIS) and "1,500" in u.why for u in question.updates)


def test_kyiv_and_seoul_conflict_only_where_the_time_agrees() -> None:
    question = by_gold()["troops-sent"]
    by_claim = {a.claim: a for a in question.answers}
    for c in question.conflicts:
        days = sorted((by_claim[c.a].as_of or "", by_claim[c.b].as_of or ""))
        assert days[1] <= f"{days[0][:8]}{int(days[0][8:]) + 1:02}"


def test_the_kremlins_line_over_time() -> None:
    changes = [u.why for u in by_gold()["present"].updates]
    assert any("Kremlin" in why and "Putin" in why and "no → not denied" in why for why in changes)


def test_a_statement_has_an_attitude() -> None:
    claim = Claim(source=(), cue=(), content=(Span(0, 4),), speaker="A", stance="does-not-deny", certainty="unasserted")
    facet = Facet(id="a#0", statement=Statement(Article(text="Text."), claim, "a"), kind="yes-no")
    assert attitude(facet) == "not denied"


def test_who_is_only_a_pronoun_contradicts_nobody() -> None:
    one, other = says("A", "yes", "asserts", "xyz"), says("B", "no", "asserts", "xyz")
    assert relations([one, other])[0]
    assert not relations([one, says("They", "no", "asserts", "xyz")])[0]
