"""The pins: everything that pyproject.toml, dev.in and bench.in ask for, each file by hash, no registry named."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PINS = ROOT / "requirements"


def name(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def asked(file: str) -> set[str]:
    if file == "bench.txt":
        return _lines("bench.in")
    if file == "followthemoney.txt":
        return {"followthemoney"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    out = {name(one) for one in project["dependencies"]}
    if file == "dev.txt":
        out |= _lines("dev.in")
        out |= {name(one) for extra in project["optional-dependencies"].values() for one in extra}
    return out


def _lines(file: str) -> set[str]:
    lines = (PINS / file).read_text(encoding="utf-8").splitlines()
    return {name(line) for line in lines if line and not line.startswith("#")}


@pytest.mark.parametrize("file", ["run.txt", "dev.txt", "bench.txt", "followthemoney.txt"])
def test_pins_are_whole_hashed_and_name_no_registry(file: str) -> None:
    text = (PINS / file).read_text(encoding="utf-8")
    entries = [entry.strip() for entry in re.split(r"\n(?=\S)", text.strip()) if not entry.startswith("#")]
    assert asked(file) <= {name(entry) for entry in entries}, "run `make pins`"
    for entry in entries:
        assert re.fullmatch(r"[\w.-]+==[^\s]+( ;[^\\]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\\n|$))+", entry), entry
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|--trusted-host| @ ", text)


def test_what_is_measured_against_changes_no_other_pin() -> None:
    bench, dev = (
        dict(re.findall(r"^([\w.-]+)==(\S+)", (PINS / f).read_text(), re.M)) for f in ("bench.txt", "dev.txt")
    )
    assert {name: version for name, version in bench.items() if name in dev} == {n: dev[n] for n in bench if n in dev}


def test_what_runs_is_pinned_alike_for_development() -> None:
    files = ("run.txt", "dev.txt", "followthemoney.txt")
    run, dev, more = (set(re.findall(r"^[\w.-]+==\S+", (PINS / f).read_text(), re.M)) for f in files)
    assert run <= dev
    known = dict(one.split("==") for one in dev)
    assert all(known.get(one.split("==")[0], one.split("==")[1]) == one.split("==")[1] for one in more)
