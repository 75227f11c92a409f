"""`make sbom`: what selon is made of, as a CycloneDX document in JSON.

    python tools/sbom.py [OUT]              # by default dist/selon.cdx.json

The components are the pins of requirements/run.txt with the hash of every file that may be installed for them, and what
each says of its licence and of what it needs. The same pins give the same document, to the byte.
"""

from __future__ import annotations

import re
import sys
import warnings
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

sys.path.insert(0, str(Path(__file__).parents[1]))
from tools.pins import ROOT, Pin, licence, needs, normal, pins


def main() -> None:
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / "selon.cdx.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    bom = document(pins())
    out.write_text(written(bom), encoding="utf-8")
    print(f"{out}: {len(bom.components)} components")


def document(found: list[Pin]) -> Bom:
    """The bill of materials of selon on the pins ``found``."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    root = Component(
        type=ComponentType.APPLICATION,
        name="selon",
        version=project["version"],
        description=project["description"],
        bom_ref="selon",
        licenses=[LicenseFactory().make_from_string(project["license"])],
    )
    components = {pin.name: _component(pin) for pin in found}
    bom = Bom(components=components.values())
    bom.metadata.component = root
    asked = {normal(re.split(r"[\[<>=!~; ]", line, maxsplit=1)[0]) for line in project["dependencies"]}
    bom.register_dependency(root, [components[name] for name in sorted(asked & set(components))])
    for pin in found:
        wanted = needs(pin.installed) if pin.installed else set()
        bom.register_dependency(components[pin.name], [components[n] for n in sorted(wanted & set(components))])
    return bom


def _component(pin: Pin) -> Component:
    return Component(
        type=ComponentType.LIBRARY,
        name=pin.name,
        version=pin.version,
        purl=PackageURL("pypi", None, pin.name, pin.version),
        bom_ref=f"{pin.name}@{pin.version}",
        licenses=[LicenseFactory().make_from_string(licence(pin.installed))] if pin.installed else [],
        # A component's own hashes would be those of one file; these are of every file that the pin lets in.
        properties=[Property(name="selon:file:sha256", value=sha256) for sha256 in pin.sha256],
    )


def written(bom: Bom) -> str:
    """The document in JSON, without what changes from one run to the next (serial number and time)."""
    import json

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        form = json.loads(JsonV1Dot6(bom).output_as_string())
    form.pop("serialNumber", None)
    form["metadata"].pop("timestamp", None)
    return json.dumps(form, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    main()
