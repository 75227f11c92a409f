"""Persons by name: names within a phrase, one key for many spellings, and who may be the same."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from selon.analysis.registry.fold import Token, fold, tokens
from selon.analysis.registry.units import words_of
from selon.languages.registry.tables import HERE

# How surnames that were transliterated to French, English or German come under one spelling, in this order.
# "Chevtchenko" and "Shevchenko" both become "xevxenko"; hushers are not told apart, as the languages' "ch" differ.
_TRANSLITERATION: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"shch|chtch|schtsch|tsch|tch|sch|sh|ch|cz", "x"),
        (r"dzh|dj|zh|j", "j"),
        (r"kh", "h"),
        (r"gu(?=[eiy])", "g"),
        (r"h(?=[aeiou])", "h"),
        (r"iou|you|yu|iu|ou|oo", "u"),
        (r"(?<=[a-z])[iy]e", "e"),
        (r"^[iy]e", "e"),
        (r"[iy]a", "a"),
        (r"[iy]o", "o"),
        (r"[iy]+", "i"),
        (r"w", "v"),
        (r"f+$", "v"),
        (r"ine$", "in"),
        (r"(.)\1", r"\1"),
    )
)

Same = Literal["same", "open", "other"]


class NameRun(NamedTuple):
    """A run of capitalised words: offsets, and whether it looks like a person's name rather than a body's."""

    start: int
    end: int
    person: bool
    words: int  # without particles and initials
    body: bool = False


@cache
def _spellings() -> tuple[dict[str, str], frozenset[str]]:
    table = tomllib.loads((HERE / "spellings.toml").read_text(encoding="utf-8"))
    one: dict[str, str] = {}
    for names in (table["slavic"], table["other"]):
        for name, others in names.items():
            one |= dict.fromkeys((fold(other) for other in (*others, name)), name)
    slavic = frozenset(fold(form) for name, forms in table["slavic"].items() for form in (name, *forms))
    return one, slavic


def _transliterated(surname: str) -> str:
    for pattern, by in _TRANSLITERATION:
        surname = pattern.sub(by, surname)
    return surname


def name_parts(name: str) -> list[str]:
    """The words of a person's name as they are compared: folded, one spelling each, middle initials left out."""
    one, slavic = _spellings()
    words = [token.form for token in tokens(name)]
    if words and words[-1] in {"s"} and name.rstrip().endswith(("'s", "’s")):
        words.pop()
    if len(words) > 2:
        words = [words[0], *(word for word in words[1:-1] if len(word) > 1), words[-1]]
    if len(words) > 1 and words[-1] in {"jr", "sr", "junior", "senior"}:
        words.pop()
    russian = bool(words) and words[0] in slavic
    return [
        one.get(word, word) if number == 0 or not russian else _transliterated(word)
        for number, word in enumerate(words)
    ]


def person_key(name: str) -> str:
    """A key that is the same for all spellings of a full name ("Dmitri Peskov", "Dmitry Peskov")."""
    return "-".join(name_parts(name))


def compare(a: str, b: str) -> Same:
    """Whether two names may be one person's: "same" by full name, "open" by a surname or initial alone."""
    x, y = name_parts(a), name_parts(b)
    if not x or not y:
        return "other"
    if x == y:
        return "same" if len(x) > 1 else "open"
    if len(x) > len(y):
        x, y = y, x
    if len(x) == 1:
        return "open" if x[0] in (y[-1], "-".join(y[1:])) or (len(y) > 2 and x[0] in y[1:]) else "other"
    if x[-1] != y[-1]:
        return "other"
    if x[0] == y[0]:
        return "same"  # "Joe R. Biden", "Luiz Inácio Lula da Silva" and a shorter form of it
    if len(x[0]) == 1 or len(y[0]) == 1:
        return "open" if x[0][0] == y[0][0] else "other"
    return "other"


class PersonNames:
    """Finds the names of persons (and other runs of capitals) in a phrase."""

    def __init__(self, language: str) -> None:
        self._words = words_of(language)

    def runs(self, text: str, words: list[Token] | None = None, covered: Iterable[int] = ()) -> list[NameRun]:
        """The runs of capitalised words of ``text`` but for the words numbered in ``covered`` (known units).

        A run takes particles between capitals ("Charles de Gaulle"), initials ("John G. Roberts"), hyphens
        ("Jean-Marc") and apostrophes ("O'Rourke").
        """
        if words is None:
            words = tokens(text)
        taken = set(covered)
        out: list[NameRun] = []
        number = 0
        while number < len(words):
            if number in taken or not self._capital(text, words, number):
                number += 1
                continue
            last = number
            while True:
                following = self._continues(text, words, last, taken)
                if following is None:
                    break
                last = following
            out.append(self._run(text, words, number, last))
            number = last + 1
        return out

    def find(self, text: str) -> list[tuple[int, int]]:
        """The offsets of what looks like persons' names in ``text``."""
        return [(run.start, run.end) for run in self.runs(text) if run.person]

    def _capital(self, text: str, words: list[Token], number: int) -> bool:
        word = words[number]
        if not text[word.start].isupper() or word.form in self._words.titles:
            return False
        # A sentence's or phrase's first word in capitals is no name if it is a small word: "Le", "The", "Selon".
        return not (word.form in self._words.determiners or word.form in self._words.prepositions) or (
            len(word.form) > 1
            and number > 0
            and text[words[number - 1].start].isupper()
            and word.form in self._words.particles
        )

    def _continues(self, text: str, words: list[Token], last: int, taken: set[int]) -> int | None:
        following = last + 1
        while following < len(words) and following not in taken and following <= last + 4:
            gap = text[words[following - 1].end : words[following].start]
            initial = words[following - 1].end - words[following - 1].start == 1
            if gap not in (" ", "-", "'", "’", "‑", "\u00a0", ".") and not (gap == ". " and initial):
                return None
            if gap == "." and not initial:
                return None
            if gap in ("'", "’") and words[following].form == "s":
                return None
            word = words[following]
            if text[word.start].isupper():
                return following
            if word.form not in self._words.particles and gap not in ("-", "‑"):
                return None
            if gap in ("-", "‑") and word.form not in self._words.particles:
                return following  # "Kim Yong-hyun"
            following += 1
        return None

    def _run(self, text: str, words: list[Token], first: int, last: int) -> NameRun:
        inside = words[first : last + 1]
        full = [word for word in inside if word.end - word.start > 1 and word.form not in self._words.particles]
        before = words[first - 1].form if first else ""
        gap = text[words[first - 1].end : words[first].start] if first else ""
        determined = (
            before in self._words.determiners and before not in self._words.particles and gap.strip() in ("", "'", "’")
        )
        bodily = any(word.form in self._words.organisations for word in inside)
        shouting = all(text[word.start : word.end].isupper() for word in full) if full else False
        count = len(full)
        initials = len(inside) > count
        person = not determined and not bodily and not shouting and (2 <= count <= 5 or (count == 1 and initials))
        return NameRun(inside[0].start, inside[-1].end, person, count, bodily)
