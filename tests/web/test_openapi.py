"""The OpenAPI document tells of every address, and schemathesis finds nothing that breaks it."""

from __future__ import annotations

import contextlib
import copy
import json
import os
import re
from typing import Any

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given, settings
from hypothesis.errors import Unsatisfiable
from starlette.routing import Route
from starlette.testclient import TestClient

from selon.web.app import create_app
from selon.web.guard import Guard
from selon.web.openapi import document
from tests.views.newsroom import dossier, hostile

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
EXAMPLES = int(os.environ.get("SELON_EXAMPLES", "10"))  # for each address and method
HERE = {"origin": "http://localhost", "host": "localhost"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Guard:
    ledger = dossier(tmp_path_factory.mktemp("openapi") / "selon.db")
    article, claims = hostile()
    ledger.add(article, claims, extractor="gold")
    return create_app(ledger)


@pytest.fixture(scope="module")
def described(app: Guard) -> Any:
    """The document with ids that are there among those that are tried, so that more than a 404 is looked at."""
    archive = app.shelf.archive  # type: ignore[attr-defined]
    ids = {
        "/questions": sorted(archive.questions)[:5],
        "/articles": [note.id for note in archive.articles],
        "/speakers": sorted(archive.names)[:5],
        "/judgements": ["none"],
    }
    told = copy.deepcopy(document())
    for path, methods in told["paths"].items():
        for parameter in (p for method in methods.values() for p in method.get("parameters", ()) if p["in"] == "path"):
            if parameter["name"] in ("identity", "key"):
                real = next(some for start, some in ids.items() if path.startswith(start))
                parameter["schema"] = {"anyOf": [{"enum": real}, parameter["schema"]]}
    form = told["paths"]["/judgements"]["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
    for side in ("a", "b"):
        form["properties"][side] = {"anyOf": [{"enum": sorted(archive.pointers)[:5]}, form["properties"][side]]}
    schema = schemathesis.openapi.from_dict(told)
    schema.app = app
    return schema


def addresses() -> list[tuple[str, str]]:
    return [(path, method) for path, methods in document()["paths"].items() for method in methods]


@pytest.mark.parametrize("mode", ["positive", "negative"], ids=["as told", "other than told"])
@pytest.mark.parametrize(("path", "method"), addresses())
def test_schemathesis_finds_nothing(described: Any, path: str, method: str, mode: str) -> None:
    cases = described[path][method.upper()].as_strategy(generation_mode=schemathesis.GenerationMode(mode))

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=cases)
    def ask(case: Any) -> None:
        body = case.body if isinstance(case.body, dict) else {}
        assume("a" not in body or body["a"] != body.get("b"))  # no schema can say that they differ; it is a 400
        case.call_and_validate(headers=HERE)

    with contextlib.suppress(Unsatisfiable):  # an address that takes nothing can't be asked otherwise
        ask()


def test_the_document_is_served_and_names_nothing_elsewhere(app: Guard) -> None:
    client = TestClient(app, base_url="http://localhost")
    answer = client.get("/openapi.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == json.loads(json.dumps(document()))
    assert "://" not in answer.text.replace("http://www.w3.org/ns/anno.jsonld", ""), "a profile's name"


def test_it_tells_of_every_address_and_of_no_other(app: Guard) -> None:
    routes = [route for route in app.app.routes if isinstance(route, Route)]  # type: ignore[attr-defined]
    there = {
        (path, method)
        for route in routes
        for method in route.methods or ()
        if method != "HEAD"
        for path in (
            [route.path.replace("{form}", form) for form in ("json", "csv")] if "{form}" in route.path else [route.path]
        )
    }
    told = {(path, method.upper()) for path, methods in document()["paths"].items() for method in methods}
    assert told == there


def test_what_is_answered_is_as_told(app: Guard) -> None:
    """Every article, question, speaker and list of the dossier, against the schema of its address."""
    client = TestClient(app, base_url="http://localhost")
    archive = app.shelf.archive  # type: ignore[attr-defined]
    addresses = [
        *(("/questions/{identity}.json", f"/questions/{id}.json") for id in archive.questions),
        *(("/articles/{identity}.json", f"/articles/{note.id}.json") for note in archive.articles),
        *(("/speakers/{key}.json", f"/speakers/{key}.json") for key in archive.names),
        *((f"/{name}.json", f"/{name}.json") for name in ("questions", "articles", "speakers")),
        ("/search.json", "/search.json?q=soldats"),
    ]
    told = document()
    for path, address in addresses:
        content = told["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**content, "components": told["components"]}
        jsonschema.Draft202012Validator(whole).validate(client.get(address).json())
    assert len(addresses) > 50
    assert all(re.fullmatch(r"[\w$]+", name) for name in told["components"]["schemas"])
