"""Pins the files of the installed taggers: ``model.toml`` in each language's folder. Run it after a change of model.

    python tools/model_hashes.py

Install the wheels by their pinned hashes first (``make setup``): what lies there now is what will be asked for.
"""

from __future__ import annotations

from selon.analysis.model_files import folder_of, hashes, package_of
from selon.languages import load, supported


def main() -> None:
    for code in supported():
        language = load(code)
        lines = [
            f"# The sha256 of every file of {package_of(language)}, as its pinned wheel installs them.",
            "# Made by `python tools/model_hashes.py`; checked before the tagger is loaded.",
            "[files]",
            *(f'"{name}" = "{sha256}"' for name, sha256 in hashes(folder_of(language)).items()),
        ]
        path = language.folder / "model.toml"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{path}: {len(lines) - 3} files")


if __name__ == "__main__":
    main()
