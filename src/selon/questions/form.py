"""A question's JSON form, as ``selon questions --json`` and ``selon question ID --json`` print it."""

from __future__ import annotations

from typing import Any

from selon.questions.record import Answer, Conflict, Question, Update


def question_form(question: Question, language: str = "en") -> dict[str, Any]:
    """The public form: ``claims`` are the answers, ``origins`` and ``articles`` their counts."""
    return {
        "id": question.id,
        "text": question.text.get(language) or next(iter(question.text.values()), ""),
        "kind": question.kind,
        "claims": [answer_form(answer) for answer in question.answers],
        "origins": question.origins.independent,
        "anonymous": question.origins.anonymous,
        "unknown": question.origins.unknown,
        "outlets": question.origins.outlets,
        "articles": question.origins.articles,
        "conflicts": [_pair_form(c) for c in question.conflicts],
        "updates": [_pair_form(u) for u in question.updates],
        "why": list(question.why),
    }


def answer_form(answer: Answer) -> dict[str, Any]:
    return {
        "article": answer.article,
        "content": [list(span) for span in answer.content],
        "claim": answer.claim,
        "speaker": answer.speaker,
        "as_of": answer.as_of,
        "low": _plain(answer.low),
        "high": _plain(answer.high),
        "answer": answer.answer,
        "certainty": answer.certainty,
        "stance": answer.stance,
        "origin": answer.origin,
    }


def _pair_form(found: Conflict | Update) -> dict[str, Any]:
    return {"a": found.a, "b": found.b, "why": found.why}


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value
