"""Tables and charts as data: the same rows as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from selon.model import Article, Claim, article_form, claim_form
from selon.views.page_models import in_order, speaker_key
from selon.views.reading_view import words_of

if TYPE_CHECKING:  # `selon read` opens no ledger and asks no question
    from selon.ledger import StoredClaim
    from selon.questions import Question
    from selon.views.archive import Archive

Row = dict[str, Any]


def reading_form(article: Article, claims: Sequence[Claim]) -> Row:
    """An article with its claims in the gold files' form; each claim has its exact ``words`` too."""
    told = [claim_form(claim) | {"words": words_of(article, claim)} for claim in in_order(claims)]
    return article_form(article) | {"claims": told}


def reading_rows(article: Article, claims: Sequence[Claim]) -> list[Row]:
    """One flat row a claim, for a spreadsheet; several values of a claim are joined by " | "."""
    return [claim_row(article, claim) for claim in in_order(claims)]


def claim_row(article: Article, claim: Claim) -> Row:
    """A claim as one flat row."""
    return {
        "article": article.id or "",
        "published": article.published or "",
        "language": article.language or "",
        "claim": claim.id or "",
        **_attributed(claim),
        "place": claim.place or "",
        "words": words_of(article, claim),
        **_figures(claim),
        "from": " | ".join(t.start or "" for t in claim.times),
        "to": " | ".join(t.end or "" for t in claim.times),
    }


def _attributed(claim: Claim) -> Row:
    return {
        "speaker": claim.speaker,
        "via": " | ".join(relay.speaker for relay in claim.relay),
        "stance": claim.stance,
        "certainty": claim.certainty,
        "kind": claim.kind,
        "anonymous": claim.anonymous,
        "inferred": claim.inferred,
    }


def _figures(claim: Claim) -> Row:
    return {
        "low": " | ".join(_number(q.low) for q in claim.quantities),
        "high": " | ".join(_number(q.high) for q in claim.quantities),
        "unit": " | ".join(q.unit for q in claim.quantities),
    }


def _number(value: float | None) -> str:
    return (
        "" if value is None else f"{value:g}" if abs(value) < 1e5 and not float(value).is_integer() else f"{value:.0f}"
    )


def as_json(value: Any) -> str:
    """JSON with a line end; what is in an article's text can't end a script or break a line of it."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"


def as_csv(rows: Sequence[Row]) -> str:
    """CSV (RFC 4180) with a header. A cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def question_summary(question: Question, language: str = "en") -> Row:
    """A question as one flat row."""
    days = sorted(a.as_of for a in question.answers if a.as_of)
    bounds = [b for a in question.answers for b in (a.low, a.high) if b is not None]
    return {
        "id": question.id,
        "question": question.text.get(language) or next(iter(question.text.values()), ""),
        "kind": question.kind,
        "answers": len(question.answers),
        "articles": question.origins.articles,
        "origins": question.origins.independent,
        "conflicts": len(question.conflicts),
        "updates": len(question.updates),
        "lowest": min(bounds, default=""),
        "highest": max(bounds, default=""),
        "first": days[0] if days else "",
        "last": days[-1] if days else "",
    }


def answers_rows(question: Question) -> list[Row]:
    """A question's answers, one flat row each."""
    return [
        {
            "as_of": answer.as_of or "",
            "speaker": answer.speaker,
            "via": " | ".join(answer.relay),
            "low": "" if answer.low is None else answer.low,
            "high": "" if answer.high is None else answer.high,
            "answer": answer.answer or "",
            "stance": answer.stance,
            "certainty": answer.certainty,
            "origin": answer.origin or "",
            "words": answer.words,
            "article": answer.article,
            "claim": answer.claim,
        }
        for answer in sorted(question.answers, key=lambda a: (a.as_of or "9999", a.article, a.content))
    ]


def article_rows(archive: Archive) -> list[Row]:
    """The archive's articles, one flat row each."""
    return [
        {
            "id": note.id,
            "name": note.name,
            "published": note.published,
            "title": note.title,
            "publisher": note.publisher,
            "language": note.language,
            "claims": note.claims,
        }
        for note in archive.articles
    ]


def speaker_rows(archive: Archive) -> list[Row]:
    """The archive's speakers, one flat row each."""
    return [
        {
            "key": speaker_key(name),
            "speaker": name,
            "claims": len(archive.by_speaker[name]),
            "questions": len(archive.questions_of_speaker.get(name, ())),
        }
        for name in archive.speakers
    ]


def claims_rows(archive: Archive, claims: Sequence[StoredClaim]) -> list[Row]:
    """Claims of many articles, one flat row each."""
    rows = []
    for stored in claims:
        note = archive.notes.get(stored.article_id)
        claim = stored.claim
        rows.append(
            {
                "article": note.name if note else stored.article_id,
                "published": note.published if note else "",
                "language": note.language if note else "",
                "claim": stored.id,
                **_attributed(claim),
                "words": stored.words,
                **_figures(claim),
                "questions": " | ".join(archive.of_claim.get(stored.id, ())),
            }
        )
    return rows
