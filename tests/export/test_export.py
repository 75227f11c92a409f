"""Each export is valid by its own format's library or schema, and read back it gives the same claims."""

from __future__ import annotations

import importlib
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from selon.ledger import Ledger
from selon.model import Article, Claim, Place, Quantity, Relay, Span, Time, claim_from
from selon.reading import read_many
from selon.views.export import (
    FORMATS,
    ExportError,
    claims_frame,
    export,
    followthemoney,
    frames,
    geojson,
    parts,
    schema_org,
    web_annotation,
)
from selon.views.export import csv as as_csv
from selon.views.export import parquet as as_parquet
from selon.views.export import rdf as as_rdf
from tests.views.newsroom import dossier, hostile

TEXT = (
    "=Dossier « é 😀 »\nSelon un député citant le NIS, au moins 1 500 soldats sont à Koursk depuis jeudi.\n"
    "« Non », a dit le Kremlin. « Non », répète-t-il.\n"
)


def _span(words: str, text: str = TEXT, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


RICH = Claim(
    source=(_span("le NIS"),),
    cue=(_span("Selon"), _span("citant")),
    content=(_span("au moins 1 500 soldats"), _span("sont à Koursk depuis jeudi")),
    speaker="NIS (South Korea)",
    kind="indirect",
    certainty="reported",
    relay=(Relay("a South Korean MP", (_span("un député"),), (_span("citant"),)), Relay("Yonhap", actor="org:yonhap")),
    quantities=(Quantity(_span("au moins 1 500 soldats"), 1500, None, "soldat"),),
    times=(Time(_span("depuis jeudi"), "2024-10-17", None, "DATE", "2024-10-17"),),
    places=(Place(_span("Koursk"), "Kursk", "RU", 51.73, 36.19, "city"), Place(_span("Koursk"), "-nowhere")),
    actor="org:nis-kr",
    rule="preposition: selon",
)
SECOND = Claim(
    source=(_span("le Kremlin"),),
    cue=(_span("a dit"),),
    content=(_span("« Non »", nth=1),),
    speaker="=HYPERLINK('x')\"\r\n,'",
    kind="direct",
    stance="denies",
    certainty="denied",
    inferred=True,
    question="troops-kursk",
    answer="no",
    also=("Moscow",),
)
THIRD = Claim(source=(), cue=(_span("répète"),), content=(), speaker="", anonymous=True, place="teaser")
ARTICLE = Article(
    text=TEXT,
    id="d1",
    language="fr",
    published="2024-10-18",
    title="=Dossier « é 😀 »",
    url="https://jour.example/a?b=<c>&d=1 2",
    publisher="Le Jour",
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "selon.db") as opened:
        opened.add(Article(text="Rien.", id="old", url="https://jour.example/v"), [THIRD_OLD], extractor="t")
        opened.add(Article(text="Rien du tout.", id="old", url="https://jour.example/v"), [], extractor="t")
        opened.add(ARTICLE, [RICH, SECOND, THIRD], extractor="t")
        opened.add(Article(text="Il pleut, dit-on.", id="d2", language="fr"), [PLAIN], extractor="t")
        yield opened


THIRD_OLD = Claim(source=(), cue=(Span(0, 4),), content=(), speaker="of an older version")
PLAIN = Claim(source=(Span(10, 16),), cue=(), content=(Span(0, 8),), speaker="people")


def kept(ledger: Ledger) -> list[tuple[str, Claim]]:
    found = [(stored.article_id, stored.claim) for stored in ledger.claims()]
    assert len(found) == 4
    return found


def text_of(ledger: Ledger, format: str) -> str:
    out = io.StringIO()
    assert export(ledger, format, out) == 4
    return out.getvalue()


def test_json_lines_are_what_selon_reads(ledger: Ledger, tmp_path: Path) -> None:
    export(ledger, "jsonl", tmp_path / "out.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [claim_from(c) for line in lines for c in line["claims"]] == [claim for _, claim in kept(ledger)]
    articles = list(read_many([tmp_path / "out.jsonl"]))
    assert articles[1] == ARTICLE
    from selon.model.schema import schema

    for line in lines:
        jsonschema.validate(line, schema())


@pytest.mark.parametrize("name", ["jsonl", "schema-org", "web-annotation"])
def test_an_export_asks_for_many_articles_at_once(news: Ledger, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    asked: list[None] = []
    reading = Ledger._reading

    def counted(ledger: Ledger) -> object:
        asked.append(None)
        return reading(ledger)

    monkeypatch.setattr(Ledger, "_reading", counted)
    articles = sum(1 for _ in news.articles())
    asked.clear()
    assert list(parts(news, name))
    assert 0 < len(asked) < articles / 2


def test_csv_tables_read_back(ledger: Ledger, tmp_path: Path) -> None:
    export(ledger, "csv", tmp_path / "tables")
    assert sorted(p.name for p in (tmp_path / "tables").iterdir()) == [
        f"{name}.csv" for name in ("claims", "places", "quantities", "relays", "times")
    ]
    assert list(as_csv.claims_in(tmp_path / "tables")) == kept(ledger)


def test_csv_of_claims_alone_holds_no_formula(ledger: Ledger) -> None:
    import csv

    rows = list(csv.DictReader(io.StringIO(text_of(ledger, "csv"), newline="")))
    assert len(rows) == 4
    assert all(not (cell or "").startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert rows[0]["content"] == "au moins 1 500 soldats … sont à Koursk depuis jeudi"
    annotated = '{"question": "troops-kursk", "answer": "no", "also": ["Moscow"]}'
    assert [row["annotated"] for row in rows] == ["", annotated, "", ""]
    assert not {"question", "answer"} & rows[0].keys(), "which only annotators fill"


def test_parquet_reads_back(ledger: Ledger, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export(ledger, "parquet", tmp_path / "tables")
    assert list(as_parquet.claims_in(tmp_path / "tables")) == kept(ledger)
    quantities = parquet.read_table(tmp_path / "tables" / "quantities.parquet")
    assert str(quantities.schema.field("low").type) == "double"
    assert quantities.to_pylist()[0] | {"claim": ""} == {
        "claim": "", "ordinal": 0, "start": RICH.quantities[0].span.start, "end": RICH.quantities[0].span.end,
        "words": "au moins 1 500 soldats", "low": 1500.0, "high": None, "unit": "soldat",
    }  # fmt: skip


def test_parquet_of_an_empty_ledger(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    with Ledger(tmp_path / "empty.db") as empty:
        assert export(empty, "parquet", tmp_path / "tables") == 0
    assert parquet.read_table(tmp_path / "tables" / "claims.parquet").num_rows == 0


# ---- Web Annotations: the model's musts (W3C Web Annotation Data Model, 2017), as a schema

_SELECTOR = {
    "oneOf": [
        {
            "type": "object",
            "required": ["type", "start", "end"],
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
        },
        {
            "type": "object",
            "required": ["type", "exact", "prefix", "suffix"],
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                **{name: {"type": "string"} for name in ("exact", "prefix", "suffix")},
            },
        },
    ]
}
_ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["describing", "identifying", "commenting", "tagging", "linking"]},
        "created": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"},
        "body": {"type": "array", "items": {"required": ["type"]}},
        "target": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["type", "source", "selector"],
                "properties": {
                    "type": {"const": "SpecificResource"},
                    "source": {"required": ["id"]},
                    "selector": {"type": "array", "items": _SELECTOR},
                },
            },
        },
    },
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "first"],
    "properties": {
        "@context": {"type": "array", "prefixItems": [{"const": "http://www.w3.org/ns/anno.jsonld"}]},
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer"},
        "first": {
            "required": ["type", "items"],
            "properties": {"type": {"const": "AnnotationPage"}, "items": {"type": "array", "items": _ANNOTATION}},
        },
    },
}


def test_web_annotations_are_valid_and_read_back(ledger: Ledger) -> None:
    found = json.loads(text_of(ledger, "web-annotation"))
    jsonschema.validate(found, COLLECTION)
    assert found["total"] == len(found["first"]["items"]) == 4
    assert list(web_annotation.claims_in(found)) == kept(ledger)


def test_web_annotations_anchor_exactly(ledger: Ledger) -> None:
    found = json.loads(text_of(ledger, "web-annotation"))
    anchors = 0
    for item in found["first"]["items"]:
        for target in item["target"]:
            article = ledger.article(target["state"]["cached"].removeprefix("urn:selon:article:"))
            position, quote = target["selector"]
            (at,) = web_annotation.anchored(position, article.article.text)
            assert web_annotation.anchored(quote, article.article.text) == [at]
            assert at.of(article.article.text) == quote["exact"]
            anchors += 1
    assert anchors == 12
    twice = next(i for i in found["first"]["items"] if i["body"][1]["claim"]["kind"] == "direct")["target"][0]
    assert twice["selector"][1]["exact"] == "« Non »" and twice["role"] == "content"


# ---- linked data


def followthemoney_itself() -> Any:
    """The package, which needs ICU to be built: `make followthemoney` installs it, and CI always has it."""
    if os.environ.get("CI"):
        return importlib.import_module("followthemoney")
    return pytest.importorskip("followthemoney")


def test_schema_org_parses_as_rdf_and_tells_the_same(ledger: Ledger) -> None:
    rdflib = pytest.importorskip("rdflib")
    text = text_of(ledger, "schema-org")
    graph = rdflib.Graph().parse(data=text, format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    told = {(kind, str(graph.value(node, schema.text))) for kind in ("Quotation", "Claim") for node in
            graph.subjects(rdflib.RDF.type, schema[kind])}  # fmt: skip
    assert told == {
        ("Claim", "au moins 1 500 soldats … sont à Koursk depuis jeudi"), ("Quotation", "« Non »"),
        ("Claim", "répète"), ("Claim", "Il pleut"),
    }  # fmt: skip
    names = {str(graph.value(o, schema.name)) for o in graph.objects(None, schema.author)}
    assert names == {"NIS (South Korea)", "people"}
    assert {str(o) for o in graph.objects(None, schema.identifier)} >= {claim.id for _, claim in kept(ledger)}
    assert "</" not in text
    assert list(schema_org.claims_in(json.loads(text))) == kept(ledger)


def test_schema_org_has_every_word_that_is_used(ledger: Ledger) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=text_of(ledger, "schema-org"), format="json-ld")
    used = {p for p in graph.predicates() if p != rdflib.RDF.type} | set(graph.objects(None, rdflib.RDF.type))
    assert len(used) > 15
    assert [word for word in used if word not in rdflib.SDO] == []


def test_rdf_reads_back(ledger: Ledger) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=text_of(ledger, "rdf"), format="turtle")
    by_id = {claim.id: (article, claim) for article, claim in as_rdf.claims_in(graph)}
    assert by_id == {claim.id: (article, claim) for article, claim in kept(ledger)}
    rows = graph.query(
        "PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX s: <https://schema.org/> PREFIX selon: <urn:selon:ns:> "
        "SELECT ?teller WHERE { ?c prov:wasAttributedTo/s:name 'NIS (South Korea)' ; prov:wasQuotedFrom ?a ; "
        "prov:qualifiedAttribution ?q . ?a a s:NewsArticle . "
        "?q prov:hadRole selon:teller ; selon:order ?n ; prov:agent/s:name ?teller } ORDER BY ?n"
    )
    assert [str(row[0]) for row in rows] == ["a South Korean MP", "Yonhap"]
    used = {word for triple in graph for word in triple if str(word).startswith(str(rdflib.PROV))}
    assert len(used) > 5 and [word for word in used if word not in rdflib.PROV] == []


def test_followthemoney_entities_are_valid(ledger: Ledger) -> None:
    model = followthemoney_itself().model
    lines = [json.loads(line) for line in text_of(ledger, "followthemoney").splitlines()]
    entities = [model.get_proxy(line) for line in lines]
    for entity, line in zip(entities, lines, strict=True):
        entity.schema.validate(line)
        cleaned = model.make_entity(entity.schema)
        for name, values in line["properties"].items():  # the model's own cleaning takes all and changes nothing
            cleaned.add(name, values)
            assert sorted(cleaned.get(name)) == sorted(values), name
    by_id = {entity.id: entity for entity in entities}
    notes = {entity.id: entity for entity in entities if entity.schema.name == "Note"}
    assert set(notes) == {f"selon-claim-{claim.id}" for _, claim in kept(ledger)}
    for article, claim in kept(ledger):
        note = notes[f"selon-claim-{claim.id}"]
        assert note.get("proof") == [f"selon-article-{article}"]
        assert set(note.get("keywords")) == {claim.stance, claim.certainty, claim.kind}
        named = [by_id[key].caption for key in note.get("entity")]
        assert [name.split() for name in named] == ([] if claim.anonymous else [claim.speaker.split()])
    rich = next(note for note in notes.values() if "told by: Yonhap" in note.get("notes"))
    assert rich.get("description") == ["au moins 1 500 soldats … sont à Koursk depuis jeudi"]
    through_it = [json.dumps(entity.to_dict()) for entity in entities]
    assert list(followthemoney.claims_in(through_it)) == kept(ledger)


def test_followthemoney_reads_back_without_its_package(ledger: Ledger) -> None:
    assert list(followthemoney.claims_in(text_of(ledger, "followthemoney").splitlines())) == kept(ledger)


_POINT = {
    "type": "object",
    "required": ["type", "coordinates"],
    "properties": {
        "type": {"const": "Point"},
        "coordinates": {
            "type": "array",
            "prefixItems": [
                {"type": "number", "minimum": -180, "maximum": 180}, {"type": "number", "minimum": -90, "maximum": 90},
            ],
            "items": False,
            "minItems": 2,
        },
    },
}  # fmt: skip


def test_geojson_follows_the_rfc(ledger: Ledger) -> None:
    found = json.loads(text_of(ledger, "geojson"))
    feature = {
        "required": ["type", "geometry", "properties"],
        "properties": {"type": {"const": "Feature"}, "geometry": {"anyOf": [_POINT, {"type": "null"}]}},
    }
    jsonschema.validate(
        found,
        {
            "required": ["type", "features"],
            "properties": {"type": {"const": "FeatureCollection"}, "features": {"type": "array", "items": feature}},
        },
    )
    kursk, nowhere = found["features"]
    assert kursk["geometry"]["coordinates"] == [36.19, 51.73] and nowhere["geometry"] is None
    properties = kursk["properties"]
    assert (properties["speaker"], properties["words"], properties["name"]) == ("NIS (South Korea)", "Koursk", "Kursk")
    assert TEXT[properties["start"] : properties["end"]] == "Koursk"
    assert list(geojson.claims_in(found)) == [(id, claim) for id, claim in kept(ledger) if claim.places]


# ---- all of them, on news


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The dossier's claims, and an article that is hostile wherever a stranger can put text."""
    with dossier(tmp_path_factory.mktemp("news") / "news.db") as opened:
        article, claims = hostile()
        opened.add(article, claims, extractor="gold")
        yield opened


def read_back(format: str, path: Path) -> list[tuple[str, Claim]]:
    """The claims of an export, with the ledger's ids of their articles."""
    if format in ("csv", "parquet"):
        return list({"csv": as_csv, "parquet": as_parquet}[format].claims_in(path))
    text = path.read_text(encoding="utf-8")
    if format == "jsonl":
        lines = [json.loads(line) for line in text.splitlines()]
        return [(line["ledger"]["id"], claim_from(claim)) for line in lines for claim in line["claims"]]
    if format == "followthemoney":
        return list(followthemoney.claims_in(text.splitlines()))
    if format == "rdf":
        return list(as_rdf.claims_in(importlib.import_module("rdflib").Graph().parse(data=text, format="turtle")))
    return list(
        {"web-annotation": web_annotation, "schema-org": schema_org, "geojson": geojson}[format].claims_in(
            json.loads(text)
        )
    )


@pytest.mark.parametrize("format", FORMATS)
def test_reading_back_gives_the_same_claims(news: Ledger, tmp_path: Path, format: str) -> None:
    out = tmp_path / ("tables" if format in ("csv", "parquet") else f"claims{FORMATS[format].ending}")
    assert export(news, format, out) > 80
    wanted = [(stored.article_id, stored.claim) for stored in news.claims()]
    if format == "geojson":
        wanted = [(article, claim) for article, claim in wanted if claim.places]
    assert sorted(read_back(format, out), key=repr) == sorted(wanted, key=repr)


# ---- notebooks


def test_a_frame_of_claims(ledger: Ledger) -> None:
    pandas = pytest.importorskip("pandas")
    frame = claims_frame(ledger)
    assert list(frame.index) == [claim.id for _, claim in kept(ledger)]
    assert list(frame["speaker"]) == [claim.speaker for _, claim in kept(ledger)]
    assert frame["anonymous"].sum() == 1
    tables = frames(ledger)
    assert tables["quantities"].merge(frame, left_on="claim", right_index=True)["low"].tolist() == [1500.0]
    assert pandas.isna(tables["quantities"]["high"].iloc[0])


# ---- what can go wrong


def test_a_folder_format_has_no_place_on_standard_output(ledger: Ledger) -> None:
    with pytest.raises(ExportError, match="parquet is a folder of tables: give one with --out"):
        export(ledger, "parquet", io.StringIO())


def test_a_package_that_is_not_there(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "rdflib", None)
    with pytest.raises(ExportError, match=r"pip install 'selon\[rdf\]'"):
        export(ledger, "rdf", tmp_path / "out.ttl")
    assert not list(tmp_path.glob("*out*")), "no half a file is left"


def test_a_failed_export_leaves_the_last_one(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "claims.geojson"
    export(ledger, "geojson", out)
    before = out.read_bytes()

    def failing(*_: Any) -> Iterator[Any]:
        raise OSError("disk full")

    monkeypatch.setattr("selon.views.export.geojson.cited", failing)
    with pytest.raises(OSError, match="disk full"):
        export(ledger, "geojson", out)
    assert out.read_bytes() == before


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_an_empty_ledger(tmp_path: Path, name: str) -> None:
    with Ledger(tmp_path / "empty.db") as empty:
        assert export(empty, name, tmp_path / "out") == 0
    if (tmp_path / "out").is_file() and name in ("web-annotation", "schema-org", "geojson"):
        json.loads((tmp_path / "out").read_text())
