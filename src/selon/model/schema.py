"""The JSON Schema of a row of claims, generated from the records: ``python -m selon.model.schema FILE`` writes it."""

from __future__ import annotations

import json
import sys
import typing
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from selon.model.records import Claim, Place, Quantity, Relay, Span, Time

RECORDS: tuple[type, ...] = (Relay, Quantity, Time, Place)

# What a type can't say.
NOTES = {
    "speaker": "The name that a reader would look up, in English.",
    "source": "Where the source's words stand; empty where the text leaves it out.",
    "cue": "The words that attribute: verb group, preposition or noun.",
    "content": "The reported words, with conjunction and quotation marks.",
    "relay": "Through whom the words reached the article, the nearest first.",
    "place": "Set where the claim stands in a headline or a teaser.",
    "rule": "The construction and cue that made the claim.",
    "actor": "The speaker's id in the registry.",
    "also": "Other names that are right too (in gold).",
    "low": "Inclusive; null: open.",
    "high": "Inclusive; null: open.",
    "start": "ISO date, inclusive; null: open.",
    "end": "ISO date, inclusive; null: open.",
    "country": "ISO 3166 alpha-2.",
}


def schema() -> dict[str, Any]:
    """The schema (2020-12) of one line of ``selon extract`` and of the gold files."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The claims of one article",
        "description": "A line of `selon extract` or a gold file. Spans are [start, end), in code points of the text.",
        "type": "object",
        "properties": {
            "id": {"type": ["string", "integer", "null"], "description": "The article's id, as its input gave it."},
            "text": {"type": "string", "description": "The text that the spans count in (in gold files)."},
            "claims": {"type": "array", "items": {"$ref": "#/$defs/Claim"}},
        },
        "required": ["id", "claims"],
        "$defs": {
            "Span": {
                "type": "array",
                "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}],
                "minItems": 2,
                "maxItems": 2,
                "items": False,
            },
            **{record.__name__: _record(record) for record in (Claim, *RECORDS)},
        },
    }


def _record(record: type) -> dict[str, Any]:
    hints = get_type_hints(record)
    properties: dict[str, Any] = {}
    required = []
    for field in fields(record):
        properties[field.name] = _type(hints[field.name])
        if field.name == "id":  # gold files number their claims
            properties["id"] = {"type": ["string", "integer"]}
        if note := NOTES.get(field.name):
            properties[field.name] |= {"description": note}
        if field.default is MISSING and field.default_factory is MISSING:
            required.append(field.name)
    if record is Claim:
        required += ["kind", "stance", "certainty"]  # always written, whatever their defaults
    if record is Relay:
        required = ["speaker"]
    summary = (record.__doc__ or "").split("\n\n")[0]
    return {"type": "object", "description": summary, "properties": properties, "required": sorted(required)}


def _type(hint: Any) -> dict[str, Any]:
    plain = {str: "string", bool: "boolean", int: "integer", float: "number"}
    if hint in plain:
        return {"type": plain[hint]}
    if hint is Span:
        return {"$ref": "#/$defs/Span"}
    if hint in RECORDS:
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0])}
    if type(None) in get_args(hint):
        inner = _type(next(one for one in get_args(hint) if one is not type(None)))
        if "enum" in inner:
            return {"enum": [*inner["enum"], None]}
        return {"type": [inner["type"], "null"]}
    raise TypeError(f"no schema for {hint}: {typing.get_origin(hint)}")


def main() -> None:
    path = Path(sys.argv[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
