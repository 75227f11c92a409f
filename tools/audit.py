"""`make audit`: what is known of the packages that selon runs on, in docs/supply-chain.md. It needs no network.

    python tools/audit.py [--check]

Proves that each pin of requirements/run.txt is installed in the pinned version with the files that its wheel lists, and
asks pip-audit's vulnerability services; where none answers, the page says so, and an audit is still owed. Exit code 1
where something is damaged, of another version, or known to be vulnerable. With ``--check`` nothing is asked or written:
only whether the page tells of the present pins.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from tools.pins import PINS, ROOT, Pin, damaged, licence, pins

PAGE = ROOT / "docs" / "supply-chain.md"
BEGIN, END = "<!-- report: made by `make audit` -->", "<!-- end of report -->"
SERVICES = ("pypi", "osv")


@dataclass(frozen=True)
class Answer:
    """What one vulnerability service said: of how many pins it knew anything, and what it knew."""

    service: str
    audited: int
    vulnerable: tuple[str, ...] = ()


def main() -> int:
    found = pins()
    if sys.argv[1:] == ["--check"]:
        missing = [pin.name for pin in found if f"| {pin.name} | {pin.version} |" not in PAGE.read_text("utf-8")]
        print(f"{PAGE}: {', '.join(missing) or 'no pin'} missing")
        return bool(missing)
    answers = [ask(service) for service in SERVICES]
    wrong = [line for pin in found for line in faults(pin)]
    report = told(found, answers, wrong)
    text = PAGE.read_text(encoding="utf-8")
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n{report}\n{END}{after}", encoding="utf-8")
    print("\n".join(report.split("\n\n")[:3]))
    return bool(wrong or any(answer.vulnerable for answer in answers))


def ask(service: str) -> Answer:
    """What pip-audit learns from a service; one that can't be reached audits nothing."""
    command = [sys.executable, "-m", "pip_audit", "--service", service, "--requirement", str(PINS), "--no-deps"]
    options = ["--disable-pip", "--format", "json", "--progress-spinner", "off", "--timeout", "15"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False)
    return answered(service, done.stdout)


def answered(service: str, output: str) -> Answer:
    """Read pip-audit's JSON. A package "not found" was not audited, and a service that failed printed nothing."""
    try:
        rows = json.loads(output)["dependencies"]
    except (ValueError, KeyError):
        return Answer(service, 0)
    known = [row for row in rows if "skip_reason" not in row]
    bad = [f"{row['name']} {row['version']}: {vuln['id']}" for row in known for vuln in row.get("vulns", ())]
    return Answer(service, len(known), tuple(bad))


def faults(pin: Pin) -> list[str]:
    """What is wrong with the pin as installed here."""
    of = pin.installed
    if of is None:
        return [f"{pin.name}: not installed"]
    if of.version != pin.version:
        return [f"{pin.name}: {of.version} is installed, {pin.version} pinned"]
    return [f"{pin.name}: {file} is not what its wheel lists" for file in damaged(of)]


def told(found: list[Pin], answers: list[Answer], wrong: list[str]) -> str:
    """The report, in Markdown."""
    day = dt.datetime.now(dt.UTC).date().isoformat()
    files = sum(len(list(pin.installed.files or ())) for pin in found if pin.installed)
    hashes = sum(len(pin.sha256) for pin in found)
    rows = [
        f"| {pin.name} | {pin.version} | {licence(pin.installed) if pin.installed else ''} | {len(pin.sha256)} |"
        for pin in found
    ]
    lines = [
        f"{day}: {len(found)} packages are pinned, by {hashes} hashes; none is without. Installed here: "
        + (f"{files:,} files, every one as its wheel lists it." if not wrong else f"{len(wrong)} faults:"),
        *(f"- {line}" for line in wrong),
        *(_said(answer, len(found)) for answer in answers),
        "\n".join(["| package | version | licence as stated | files pinned |", "|---|---|---|---|", *rows]),
    ]
    return "\n\n".join(lines)


def _said(answer: Answer, pinned: int) -> str:
    asked = f"pip-audit, service `{answer.service}`"
    if not answer.audited:
        return f"{asked}: **gave no answer, so nothing was audited against it**. Run `make audit` where it can be."
    known = ", ".join(answer.vulnerable) or "none known to be vulnerable"
    return f"{asked}: {answer.audited} of {pinned} audited; {known}."


if __name__ == "__main__":
    sys.exit(main())
