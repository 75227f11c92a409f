"""Makes the README's table and pictures anew, from the dossier that ships with selon: `make readme`.

    python tools/readme.py            # the table between its markers in README.md, and docs/images/*.png
    python tools/readme.py --table    # the table alone, without a browser

The pictures are taken by chromium (SELON_CHROMIUM names another than Debian's) of the pages that `selon demo` writes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
IMAGES = ROOT / "docs" / "images"
SELON = [sys.executable, "-m", "selon"]
DISPATCH = "d13"  # a relay, bounds and a denial in a few lines
BEGIN, END = "<!-- table: made by `make readme` -->\n", "<!-- end of table -->\n"
SIZES = {"wide": (1200, 900), "narrow": (390, 844)}


def table() -> str:
    """What ``selon read`` prints of one dispatch, with the dispatch itself."""
    lines = (ROOT / "src" / "selon" / "demo" / "dossier.jsonl").read_text(encoding="utf-8").splitlines()
    (line,) = (line for line in lines if json.loads(line)["id"] == DISPATCH)
    printed = subprocess.run(
        [*SELON, "read", "-"],
        input=line.encode(),
        stdout=subprocess.PIPE,
        check=True,
        env={**os.environ, "COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"},
    ).stdout.decode()
    body = "\n".join(row.rstrip() for row in printed.splitlines()).strip("\n")
    text = "\n".join(f"> {part}" for part in json.loads(line)["text"].splitlines())
    return f"{text}\n\n```text\n{body}\n```\n"


def put_table() -> None:
    readme = README.read_text(encoding="utf-8")
    before, _, rest = readme.partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        sys.exit(f"README.md has no lines {BEGIN!r} and {END!r} to put the table between")
    README.write_text(f"{before}{BEGIN}{table()}{END}{after}", encoding="utf-8")


def put_pictures() -> None:
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("SELON_CHROMIUM", "/usr/bin/chromium")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        demo = Path(folder) / "demo"
        subprocess.run([*SELON, "demo", str(demo)], check=True, stdout=subprocess.DEVNULL)
        questions = json.loads((demo / "questions.json").read_text(encoding="utf-8"))
        articles = json.loads((demo / "articles.json").read_text(encoding="utf-8"))
        question = max((q for q in questions if q["kind"] == "number"), key=lambda q: q["answers"])["id"]
        article = next(a for a in articles if a["name"] == DISPATCH)["id"]
        pages = {"question": f"questions/{question}.html", "reading": f"articles/{article}.html"}
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, page in pages.items():
            for size, (width, height) in SIZES.items():
                view = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
                view.goto((demo / page).as_uri())
                view.screenshot(path=IMAGES / f"{name}-{size}.png")
        browser.close()


if __name__ == "__main__":
    put_table()
    if "--table" not in sys.argv:
        put_pictures()
