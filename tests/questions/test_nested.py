"""A claim told inside another's content is one answer, with the outer speaker as its relay."""

from __future__ import annotations

import pytest

from selon.model import Article, Claim, Span
from selon.questions import Question, build_questions

INSIDE = [
    ("en", "The clerk says that Anna Berg said the bridge in Orsk had collapsed.", "Anna Berg said",
     "the bridge in Orsk had collapsed"),
    ("fr", "Le greffier dit que Anna Berg a dit que le pont d'Orsk s'était effondré.", "Anna Berg a dit",
     "que le pont d'Orsk s'était effondré"),
]  # fmt: skip


def asked(language: str, text: str, lead: str, words: str, stance: str = "asserts", more: str = "") -> list[Question]:
    """Questions of a claim of the clerk whose content runs from ``lead`` on, and of what ``lead`` tells inside it."""
    whole = text[:-1] + more + "."
    at, inner = text.index(lead), text.index(words)
    outer = Claim((Span(0, 9),), (), (Span(at, len(whole) - 1),), speaker="Clerk", stance=stance, id="outer")
    told = Claim((Span(at, at + 9),), (), (Span(inner, inner + len(words)),), speaker="Anna Berg", id="inner")
    return build_questions([(Article(whole, language=language, published="2024-05-06"), [outer, told])])


@pytest.mark.parametrize(("language", "text", "lead", "words"), INSIDE)
def test_one_answer_with_its_relay(language: str, text: str, lead: str, words: str) -> None:
    (question,) = asked(language, text, lead, words)
    assert [(a.claim, a.relay) for a in question.answers] == [("inner", ("Clerk",))]
    assert question.claims == ("inner", "outer")
    assert {f.statement.id for f in question.facets} == {"inner", "outer"}, "the outer claim still stands under it"


@pytest.mark.parametrize(("language", "text", "lead", "words"), INSIDE)
def test_who_denies_what_was_said_answers_too(language: str, text: str, lead: str, words: str) -> None:
    (question,) = asked(language, text, lead, words, stance="denies")
    assert len(question.answers) == 2 and len(question.conflicts) == 1


def test_who_says_more_answers_too_and_contradicts_nobody() -> None:
    language, text, lead, words = INSIDE[0]
    more = ", and that no engineer had seen the bridge in Orsk since the collapse of the dam in the valley above"
    found = asked(language, text, lead, words, more=more)
    assert {a.claim for q in found for a in q.answers} == {"inner", "outer"}
    assert not any(q.conflicts for q in found)
