"""The records' JSON form: exactly that of the gold files, both ways (``claim_from(claim_form(c)) == c``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from selon.model.records import Article, Claim, Furniture, InvariantError, Place, Quantity, Relay, Span, Time, spans_of

Form = dict[str, Any]


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _span(value: Any) -> Span:
    return spans_of([value])[0]


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and float(value).is_integer() else value


def quantity_form(q: Quantity) -> Form:
    return {"span": list(q.span), "low": _plain(q.low), "high": _plain(q.high), "unit": q.unit}


def time_form(t: Time) -> Form:
    form: Form = {"span": list(t.span), "start": t.start, "end": t.end}
    if t.type != "DATE":
        form["type"] = t.type
    if t.value:
        form["value"] = t.value
    return form


def place_form(p: Place) -> Form:
    form: Form = {"span": list(p.span), "name": p.name, "country": p.country, "lat": p.lat, "lon": p.lon}
    if p.precision:
        form["precision"] = p.precision
    return form


def relay_form(r: Relay) -> Form:
    form: Form = {"speaker": r.speaker, "source": _pairs(r.source), "cue": _pairs(r.cue)}
    if r.actor:
        form["actor"] = r.actor
    return form


def claim_form(claim: Claim) -> Form:
    """A claim as a JSON object: labels always, optional fields only where they say something."""
    form: Form = {}
    if claim.id is not None:
        form["id"] = claim.id
    form |= {
        "speaker": claim.speaker,
        "source": _pairs(claim.source),
        "cue": _pairs(claim.cue),
        "content": _pairs(claim.content),
        "kind": claim.kind,
        "stance": claim.stance,
        "certainty": claim.certainty,
    }
    lists = (
        ("relay", [relay_form(r) for r in claim.relay]),
        ("quantities", [quantity_form(q) for q in claim.quantities]),
        ("times", [time_form(t) for t in claim.times]),
        ("places", [place_form(p) for p in claim.places]),
        ("also", list(claim.also)),
    )
    form |= {name: values for name, values in lists if values}
    form |= {name: True for name in ("anonymous", "inferred") if getattr(claim, name)}
    optional = ("place", "actor", "rule", "question", "answer")
    form |= {name: getattr(claim, name) for name in optional if getattr(claim, name) is not None}
    return form


def claim_from(form: Mapping[str, Any]) -> Claim:
    """A claim from its JSON object; unknown fields are passed over. Raises InvariantError where a field is amiss."""
    try:
        return Claim(
            source=spans_of(form.get("source")),
            cue=spans_of(form.get("cue")),
            content=spans_of(form.get("content")),
            speaker=form.get("speaker") or "",
            kind=form.get("kind", "indirect"),
            stance=form.get("stance", "asserts"),
            certainty=form.get("certainty", "certain"),
            relay=tuple(
                Relay(r.get("speaker") or "", spans_of(r.get("source")), spans_of(r.get("cue")), r.get("actor"))
                for r in form.get("relay") or ()
            ),
            quantities=tuple(
                Quantity(_span(q["span"]), _number(q.get("low")), _number(q.get("high")), q.get("unit") or "")
                for q in form.get("quantities") or ()
            ),
            times=tuple(
                Time(_span(t["span"]), t.get("start"), t.get("end"), t.get("type") or "DATE", t.get("value") or "")
                for t in form.get("times") or ()
            ),
            places=tuple(
                Place(
                    _span(p["span"]),
                    p["name"],
                    p.get("country"),
                    p.get("lat"),
                    p.get("lon"),
                    p.get("precision") or "",
                )
                for p in form.get("places") or ()
            ),
            anonymous=bool(form.get("anonymous")),
            inferred=bool(form.get("inferred")),
            place=form.get("place"),
            actor=form.get("actor"),
            rule=form.get("rule"),
            id=None if form.get("id") is None else str(form["id"]),
            question=form.get("question"),
            answer=form.get("answer"),
            also=tuple(form.get("also") or ()),
        )
    except (KeyError, TypeError) as error:
        raise InvariantError(f"not a claim: {error!r}") from error


def article_form(article: Article) -> Form:
    form: Form = {"id": article.id, "text": article.text}
    optional = ("language", "published", "title", "url", "publisher")
    form |= {name: getattr(article, name) for name in optional if getattr(article, name) is not None}
    if article.furniture:
        form["furniture"] = [{"span": list(f.span), "role": f.role} for f in article.furniture]
    return form


def article_from(form: Mapping[str, Any]) -> Article:
    """An article from its JSON object (``text`` must be there; ``id`` and ``doc_id`` are both read)."""
    text = form.get("text")
    if not isinstance(text, str):
        raise InvariantError('an article needs a "text" that is a string')
    identity = form.get("id", form.get("doc_id"))
    return Article(
        text=text,
        id=None if identity is None else str(identity),
        furniture=tuple(Furniture(_span(f["span"]), f["role"]) for f in form.get("furniture") or ()),
        **{name: form.get(name) for name in ("language", "published", "title", "url", "publisher")},
    )
