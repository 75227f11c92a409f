"""Headlines In Which Every Word Has a Capital: the copy that the tagger reads has them as a sentence would.

A tagger takes "Mayor Blasts Critics as Council Says Talks Stall" for names. Capitals stay where the article's body has
them inside sentences, where the registry or a title knows a name, and behind a given name; all others go. A name that
stands in no other line is lost to the small letters: its words are the article's all the same.
"""

from __future__ import annotations

import re

from selon.analysis.known import known_names
from selon.languages import Language
from selon.languages.agents import agents
from selon.languages.speakers import fold, given_names, speaker_words

WORD = re.compile(r"[^\W\d_][\w'’.-]*")
INSIDE = re.compile(r"(?<=[^\W\d_A-Z] |[,;\d] )[A-Z]\w+")  # a capital inside a sentence
FEWEST, LONGEST = 4, 200  # words, and characters, of such a line
SHORT = 3  # letters of words that stay small in a title: "of", "the"


def sentence_cased(text: str, language: Language) -> str:
    """``text`` with its lines in title case written as sentences, of the same length; most texts stay as they are."""
    telling = language.table("language").get("title_case", {}).get("words", ())
    if not telling:
        return text
    lines, telling = text.split("\n"), frozenset(telling)
    titles = [k for k, line in enumerate(lines) if _in_title_case(line, telling)]
    if not titles:
        return text
    names = set(INSIDE.findall("\n".join(line for k, line in enumerate(lines) if k not in titles)))
    for k in titles:
        lines[k] = _as_sentence(lines[k], names, telling, language.code)
    return "\n".join(lines)


def _in_title_case(line: str, telling: frozenset[str]) -> bool:
    """Has every longer word a capital, and one a capital that no name has ("Is", "Says", "After")?"""
    if len(line) > LONGEST or line.rstrip().endswith("."):
        return False
    words = WORD.findall(line)
    long = [word for word in words if len(word) > SHORT]
    if len(words) < FEWEST or len(long) < SHORT or not all(word[0].isupper() for word in long):
        return False
    return not line.isupper() and any(word in telling for word in words[1:])


def _as_sentence(line: str, names: set[str], telling: frozenset[str], code: str) -> str:
    given, words = given_names(), speaker_words(code)
    common = agents(code)  # "Council" is nobody's name
    hits = [hit for hit in known_names(line, code) if not common.speaks(line[hit.start : hit.end].lower())]
    known = {found.start() for hit in hits for found in WORD.finditer(line, hit.start, hit.end)}
    out, before = line, ""  # the given name or title that stands before, folded
    for found in WORD.finditer(line):
        word, at = found.group(), found.start()
        if not word[0].isupper():
            before = ""
            continue
        small = word.lower()
        plain = word.removesuffix("'s").removesuffix("’s")
        opens = line[:at].rstrip()[-1:] in ("", *':?!"“‘')
        first_name = fold(plain) in given and at not in known and not common.speaks(small)
        first_name = first_name and line[found.end() + 1 :][:1].isupper()
        title = small.rstrip(".") in words.titles and (word.endswith(".") or len(word) <= SHORT)
        kept = opens or not word[1:].islower() or plain in names or at in known or small in words.calendar
        if (not kept and not before and not first_name and not title) or (word in telling and not opens):
            out = out[:at] + (small if len(small) == len(word) else word) + out[found.end() :]
        before = fold(plain) if (first_name and not before and word not in telling) or title else ""
    return out
