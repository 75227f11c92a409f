"""News agencies' items, made from the fields of IPTC ninjs 2 and 3 and checked against them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from selon.model import Furniture, Span
from selon.reading import ReadingError, read, units

# The fields of the standard that are read here, as its schemas define them (only "uri" is required). Version 2 writes
# its names in lower case, version 3 in camel case; neither takes names that it doesn't know.
_STRING = {"type": "string"}
_DATE = {"type": "string", "format": "date-time"}
_TYPES = ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]


def schema(names: Callable[[str], str]) -> dict[str, Any]:
    def listed(*fields: str) -> dict[str, Any]:
        one = {
            "type": "object",
            "properties": {names(f): {"type": "integer"} if f.endswith("Count") else _STRING for f in fields},
            "additionalProperties": False,
            "required": ["value"] if "value" in fields else [],
        }
        return {"type": "array", "items": one}

    texts = ("version", "title", "by", "located", "copyrightHolder", "copyrightNotice", "language", "slugline")
    return {
        "type": "object",
        "required": ["uri"],
        "additionalProperties": False,
        "properties": {
            "uri": {"type": "string", "format": "uri"},
            "type": {"enum": _TYPES if names("pubStatus") == "pubStatus" else _TYPES[:-2]},
            names("pubStatus"): {"enum": ["usable", "withheld", "canceled"]},
            "urgency": {"type": "integer", "minimum": 1, "maximum": 9},
            **{names(name): _STRING for name in texts},
            **{names(name): _DATE for name in ("versionCreated", "firstCreated", "contentCreated", "embargoed")},
            "headlines": listed("role", "value", "contentType"),
            "bodies": listed("role", "value", "contentType", "charCount", "wordCount"),
            names("infoSources"): listed("name", "uri", "role", "literal"),
            "people": listed("name", "rel", "uri", "literal"),
            "places": listed("name", "rel", "uri", "literal"),
        },
    }


BODY = [
    "SÉOUL - La Corée du Nord a envoyé 1 500 soldats, a annoncé vendredi le NIS.",
    "Le ministre a « refusé de commenter » cette information.",
]
FIELDS: dict[str, Any] = {
    "uri": "http://tna.example/items/20241018-7",
    "type": "text",
    "version": "2",
    "versionCreated": "2024-10-18T12:34:00+02:00",
    "firstCreated": "2024-10-18T10:00:00+02:00",
    "pubStatus": "usable",
    "urgency": 4,
    "language": "fr-FR",
    "by": "Anne Exemple",
    "located": "Séoul",
    "copyrightHolder": "The News Agency",
    "headlines": [{"role": "short", "value": "Soldats"}, {"role": "main", "value": "1 500 soldats partis"}],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": " ".join(BODY), "charCount": 120},
        {
            "role": "richtext",
            "contentType": "application/xhtml+xml",
            "value": f"<p>{BODY[0]}</p><p>{BODY[1].replace('refusé', '<i>refusé</i>').replace('« ', '«&nbsp;')}</p>",
        },
    ],
    "infoSources": [{"role": "infosrctype:publisher", "name": "TNA"}],
}


def camel(name: str) -> str:
    return name


def renamed(value: Any, names: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {names(name): renamed(field, names) for name, field in value.items()}
    return [renamed(one, names) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("names", [str.lower, camel], ids=["ninjs 2", "ninjs 3"])
def test_an_item_of_all_fields(names: Callable[[str], str]) -> None:
    item = renamed(FIELDS, names)
    jsonschema.validate(item, schema(names))
    article = read(json.dumps(item).encode())
    assert article.text == "\n".join(["1 500 soldats partis", *BODY])
    assert article.title == "1 500 soldats partis"
    assert article.furniture == (Furniture(Span(0, 20), "headline"),)
    assert (article.id, article.url) == (FIELDS["uri"], FIELDS["uri"])
    assert (article.published, article.language, article.publisher) == ("2024-10-18T12:34:00+02:00", "fr", "TNA")


def test_the_schema_tells_the_versions_apart() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(renamed(FIELDS, str.lower), schema(camel))


def test_the_least_that_an_item_can_be() -> None:
    item = {"uri": "urn:newsml:tna.example:20241018:7", "bodies": [{"value": " ".join(BODY)}]}
    jsonschema.validate(item, schema(camel))
    article = read(json.dumps(item).encode(), language="fr")
    assert (article.text, article.title, article.url) == (" ".join(BODY), None, None)
    assert article.id == item["uri"]


def test_a_body_in_nitf() -> None:
    body = f"<body.content><block><p>{BODY[0]}</p><p>{BODY[1]}</p></block></body.content>"
    item = {"uri": "urn:x:1", "bodies": [{"contentType": "application/nitf+xml", "role": "main", "value": body}]}
    assert read(json.dumps(item).encode()).text == "\n".join(BODY)


def test_the_bodies_of_version_1() -> None:
    item = {"uri": "urn:x:1", "headline": "Soldats", "body_text": "a", "body_xhtml": f"<p>{BODY[0]}</p>"}
    assert read(json.dumps(item).encode()).text == f"Soldats\n{BODY[0]}"


@pytest.mark.parametrize(
    "write", [json.dumps, lambda items: "\n".join(json.dumps(item) for item in items)], ids=["a list", "lines"]
)
def test_many_items(write: Callable[[Any], str]) -> None:
    items = [
        FIELDS | {"uri": "urn:x:1"},
        {"uri": "urn:x:2", "type": "picture", "headlines": [{"value": "A picture"}]},
        FIELDS | {"uri": "urn:x:3", "pubStatus": "canceled"},
        {"type": "text", "bodies": [{"value": "x"}]},
        FIELDS | {"uri": "urn:x:5"},
    ]
    found = list(units(write(items).encode()))
    assert [unit.article and unit.article.id for unit in found] == ["urn:x:1", None, None, None, "urn:x:5"]
    assert [str(unit.error) for unit in found if unit.error] == [
        "bytes:2: is a picture item without a text",
        "bytes:3: was taken back by its agency (pubstatus: canceled)",
        'bytes:4: is no ninjs item: it has no "uri" that is a string',
    ]


def test_lines_of_which_one_is_broken() -> None:
    good = json.dumps(FIELDS)
    found = list(units(f"{good}\n{good[:200]}\n{good}\n".encode()))
    assert [unit.error is None for unit in found] == [True, False, True]
    assert "bytes:2: is not JSON" in str(found[1].error)


def test_an_item_cut_short() -> None:
    data = json.dumps(FIELDS, indent=2).encode()
    with pytest.raises(ReadingError, match="bytes:1: is not JSON"):
        read(data[:-300])


def test_json_lines_with_a_text_stay_json_lines() -> None:
    line = {"uri": "x", "headlines": [], "text": "Selon lui, la mission est finie.", "id": "a1"}
    assert read(json.dumps(line).encode()).id == "a1"


@pytest.mark.parametrize("field", ["bodies", "headlines", "infoSources", "language", "versionCreated"])
@pytest.mark.parametrize("value", [None, 5, "x", ["x"], [5], {"a": 1}, [{"value": 5}], [{"role": 5, "name": 5}]])
def test_fields_of_other_types_cost_no_more_than_themselves(field: str, value: Any) -> None:
    (unit,) = units(json.dumps(FIELDS | {field: value}).encode())
    assert unit.error is None or "without a text" in str(unit.error) or "language" in str(unit.error)
