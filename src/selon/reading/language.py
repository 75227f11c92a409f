"""Which language a text is in: only those that selon has data for; another one is an error that names them."""

from __future__ import annotations

import re
import threading
from collections import Counter
from functools import cache
from typing import Any

from selon.languages import load, supported
from selon.reading.errors import ReadingError

SAMPLE = 4000  # characters looked at
SURE = 0.9  # a guess at another language, at least this sure, is an error; below it the best of ours is taken
# By its frequent words alone a text is one of ours where it has this many, this share of them, and ten to one.
TELLING, TELLING_SHARE, TELLING_ODDS = 6, 0.08, 10
_WORD = re.compile(r"[^\W\d_]+")
_lock = threading.Lock()


def code_of(name: str, place: str) -> str:
    """The code for what an input calls its language: ``fr-CA``, ``fr_FR``, ``French``, ``français`` are all ``fr``.

    Raises ReadingError, naming the supported ones, for another language.
    """
    wanted = name.strip().lower().replace("_", "-")
    for code in supported():
        facts = load(code).table("language")
        if wanted.partition("-")[0] == code or wanted in (facts["name"].lower(), facts["english_name"].lower()):
            return code
    raise ReadingError(place, f"is in {name!r}, a language that selon doesn't read", f"It reads: {_ours()}")


def language_of(text: str, place: str) -> str:
    """The language of ``text``, by its words. Raises ReadingError where it is surely one that selon doesn't read."""
    sample = text[:SAMPLE]
    if (told := told_by_words(sample)) is not None:
        return told  # the identifier would say the same, but takes half a second to load
    with _lock:  # the identifier is narrowed and widened: one at a time
        identifier = _identifier()
        identifier.set_languages(None)
        best, sure = identifier.classify(sample)
        if best in supported():
            return str(best)
        identifier.set_languages(supported())
        ours, _ = identifier.classify(sample)
    if sure >= SURE and len(sample) >= 60:
        raise ReadingError(
            place,
            f"seems to be in {best!r}, a language that selon doesn't read",
            f"It reads: {_ours()}. If the guess is wrong, say so with --language",
        )
    return str(ours)


def told_by_words(sample: str) -> str | None:
    """The language whose frequent words fill ``sample``, where that is beyond doubt; else None."""
    words = Counter(_WORD.findall(sample.lower()))
    counts = {
        code: sum(words[word] for word in load(code).table("language").get("told_by", {}).get("words", ()))
        for code in supported()
    }
    (best, most), *others = sorted(counts.items(), key=lambda pair: -pair[1])
    sure = most >= TELLING and most >= TELLING_SHARE * words.total()
    return best if sure and all(count * TELLING_ODDS <= most for _code, count in others) else None


def _ours() -> str:
    return ", ".join(f"{code} ({load(code).table('language')['english_name']})" for code in supported())


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
