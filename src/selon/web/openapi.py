"""The OpenAPI document of the server, at ``/openapi.json``: every address, what it takes, what it answers.

It is data alone and asks for nothing from elsewhere. What an address doesn't understand in its query it passes over, so
the query's values are plain strings here.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from selon.ledger.judging import KINDS
from selon.model import schema as records
from selon.views.export import FORMATS

Form = dict[str, Any]


def _each(names: tuple[str, ...], form: Form) -> Form:
    return {name: dict(form) for name in names}


_TEXT = {"type": "string"}
_NAMED = {"type": "string", "minLength": 1}
FIELDS = ("kind", "a", "b", "who", "why", "question")  # of the two forms
LONGEST_FIELD = 600  # characters of a form's field that are read

# The rows of the lists, by their columns.
_ROWS: dict[str, dict[str, Form]] = {
    "QuestionRow": {
        **_each(("id", "question", "kind", "first", "last"), _TEXT),
        **_each(("answers", "articles", "origins", "conflicts", "updates"), {"type": "integer", "minimum": 0}),
        **_each(("lowest", "highest"), {"type": ["number", "string"]}),
    },
    "ArticleRow": {
        **_each(("id", "name", "published", "title", "publisher", "language"), {"type": ["string", "null"]}),
        "claims": {"type": "integer", "minimum": 0},
    },
    "SpeakerRow": {
        **_each(("key", "speaker"), _TEXT),
        **_each(("claims", "questions"), {"type": "integer", "minimum": 0}),
    },
    "ClaimRow": {
        **_each(
            ("article", "published", "language", "claim", "speaker", "via", "stance", "certainty", "kind", "words"),
            {"type": ["string", "null"]},
        ),
        **_each(("low", "high", "unit", "questions"), _TEXT),
        **_each(("anonymous", "inferred"), {"type": "boolean"}),
    },
}


@cache
def document() -> Form:
    """The document (OpenAPI 3.1)."""
    from selon import __version__

    return {
        "openapi": "3.1.0",
        "info": {
            "title": "selon",
            "version": __version__,
            "summary": "Who said what in the news: the pages of a ledger, and their data.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": _paths(),
        "components": {"schemas": _schemas()},
    }


def _paths() -> Form:
    filters = _query("speaker", "place", "since", "until", "conflict", "language")
    paging, asked = _query("page"), _query("q")
    return {
        "/": _page("The questions, narrowed and a page at a time", [*filters, *paging]),
        "/questions": {"get": {"summary": "To the questions", "responses": _answers({"308": _to("/")})}},
        **_list("/questions", "QuestionRow", "The questions"),
        "/questions/{identity}": _page("A question with its answers", [_path("identity"), *paging], 404),
        **_one("/questions/{identity}", "Question", "A question"),
        "/articles": _page("The articles", paging),
        **_list("/articles", "ArticleRow", "The articles"),
        "/articles/{identity}": _page("An article, its claims marked", [_path("identity")], 404),
        **_one("/articles/{identity}", "Reading", "An article with its claims"),
        "/speakers": _page("The speakers", paging),
        **_list("/speakers", "SpeakerRow", "The speakers"),
        "/speakers/{key}": _page("What a speaker is reported to have said", [_path("key"), *paging], 404),
        **_one("/speakers/{key}", "ClaimRow", "A speaker's claims", many=True),
        "/search": _page("Claims in which words occur", [*asked, *paging]),
        **_list("/search", "ClaimRow", "Claims in which words occur", asked),
        "/export/{format}": _export(),
        "/judgements": _form("A person's word on two claims", [], ("kind", "a", "b"), (400, 404)),
        "/judgements/{identity}/take-back": _form("Take a judgement back", [_path("identity")], (), (400, 404)),
        "/openapi.json": {
            "get": {"summary": "This document", "responses": _answers({"200": _json({"type": "object"})})}
        },
    }


def _page(summary: str, parameters: list[Form], *more: int) -> Form:
    answers = {"200": _content("text/html; charset=utf-8"), **{str(status): _problem(status) for status in more}}
    return {"get": {"summary": summary, "parameters": [*parameters, *_query("lang")], "responses": _answers(answers)}}


def _list(path: str, row: str, summary: str, parameters: list[Form] | None = None) -> Form:
    rows = _json({"type": "array", "items": _ref(row)})
    return {
        f"{path}.{ending}": {
            "get": {
                "summary": f"{summary}, as {ending.upper()}",
                "parameters": [*(parameters or ()), *_query("lang")],
                "responses": _answers({"200": content}),
            }
        }
        for ending, content in (("json", rows), ("csv", _content("text/csv; charset=utf-8; header=present")))
    }


def _one(path: str, form: str, summary: str, *, many: bool = False) -> Form:
    whole = _json({"type": "array", "items": _ref(form)} if many else _ref(form))
    name = path.partition("{")[2].rstrip("}")
    return {
        f"{path}.{ending}": {
            "get": {
                "summary": f"{summary}, as {ending.upper()}",
                "parameters": [_path(name), *_query("lang")],
                "responses": _answers({"200": content, "404": _problem(404)}),
            }
        }
        for ending, content in (("json", whole), ("csv", _content("text/csv; charset=utf-8; header=present")))
    }


def _export() -> Form:
    files = {name: form for name, form in FORMATS.items() if not form.folder}
    contents: Form = {form.media_type: {"schema": {}} for form in files.values()}
    return {
        "get": {
            "summary": "All current claims in a format of `selon export` that is one file",
            "parameters": [{**_path("format"), "schema": {"enum": list(files)}}],
            "responses": _answers(
                {
                    "200": {"description": "The file", "content": contents},
                    "404": _problem(404),
                    "501": _problem(501),
                }
            ),
        }
    }


def _form(summary: str, parameters: list[Form], required: tuple[str, ...], failures: tuple[int, ...]) -> Form:
    fields: Form = _each(FIELDS, {**_TEXT, "maxLength": LONGEST_FIELD})
    if "kind" in required:
        fields["kind"] = {"enum": list(KINDS)}
    body = {
        "schema": {"type": "object", "properties": fields, "required": list(required), "additionalProperties": False}
    }
    answers = {"303": _to("the question"), **{str(status): _problem(status) for status in (*failures, 403, 413)}}
    return {
        "post": {
            "summary": f"{summary}; only from these pages themselves (Origin, or Sec-Fetch-Site)",
            "parameters": parameters,
            "requestBody": {"content": {"application/x-www-form-urlencoded": body}, "required": bool(required)},
            "responses": _answers(answers),
        }
    }


def _answers(own: Form) -> Form:
    """An address's own answers and those of the guard, which stands before all of them."""
    guard = {401: "The token is asked for", 414: "The query is too long", 421: "The server has another name"}
    return {**own, **{str(status): {"description": what} for status, what in guard.items()}}


def _content(kind: str) -> Form:
    return {"description": "Found", "content": {kind: {"schema": _TEXT}}}


def _json(schema: Form) -> Form:
    return {"description": "Found", "content": {"application/json": {"schema": schema}}}


def _problem(status: int) -> Form:
    what = {400: "Not understood", 403: "Asked for from elsewhere", 413: "Too large", 501: "A package is missing"}
    kind = "text/plain; charset=utf-8" if status == 403 else "text/html; charset=utf-8"
    contents: Form = {kind: {"schema": _TEXT}}
    if status == 413:  # the guard's, by the length that was told; or the page's, by what came
        contents["text/plain; charset=utf-8"] = {"schema": _TEXT}
    return {"description": what.get(status, "Not there"), "content": contents}


def _to(where: str) -> Form:
    return {"description": f"On to {where}", "headers": {"Location": {"required": True, "schema": _TEXT}}}


def _query(*names: str) -> list[Form]:
    return [{"name": name, "in": "query", "required": False, "schema": _TEXT} for name in names]


def _path(name: str) -> Form:
    return {"name": name, "in": "path", "required": True, "schema": _NAMED}


def _ref(name: str) -> Form:
    return {"$ref": f"#/components/schemas/{name}"}


def _schemas() -> Form:
    rows = {
        name: {"type": "object", "properties": columns, "required": sorted(columns), "additionalProperties": False}
        for name, columns in _ROWS.items()
    }
    return {**rows, **_of_records(), "Question": _question()}


def _of_records() -> Form:
    """The claim and its parts as `docs/schema/claim.schema.json` has them, and an article with its claims."""
    whole = _moved(records.schema())
    parts: Form = whole.pop("$defs")
    del whole["$schema"]
    return {**parts, "Reading": whole}


def _moved(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: one.replace("#/$defs/", "#/components/schemas/") if key == "$ref" else _moved(one)
            for key, one in value.items()
        }
    return [_moved(one) for one in value] if isinstance(value, list) else value


def _question() -> Form:
    count = {"type": "integer", "minimum": 0}
    pair = {
        "type": "object",
        "properties": {"a": _TEXT, "b": _TEXT, "why": {}},
        "required": ["a", "b", "why"],
        "additionalProperties": False,
    }
    maybe = {"type": ["string", "null"]}
    answer = {
        **_each(("article", "claim", "speaker", "certainty", "stance"), _TEXT),
        **_each(("as_of", "answer", "origin"), maybe),
        **_each(("low", "high"), {"type": ["number", "null"]}),
        "content": {"type": "array", "items": _ref("Span")},
    }
    columns: Form = {
        **_each(("id", "text", "kind"), _TEXT),
        **_each(("origins", "anonymous", "unknown", "outlets", "articles"), count),
        **_each(("conflicts", "updates"), {"type": "array", "items": pair}),
        "why": {"type": "array"},
        "claims": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": answer,
                "required": sorted(answer),
                "additionalProperties": False,
            },
        },
    }
    return {"type": "object", "properties": columns, "required": sorted(columns), "additionalProperties": False}
