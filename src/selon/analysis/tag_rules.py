"""The rules that a spaCy package adds to its tagger (``attribute_ruler``): from tags to parts of speech and features.

All but a handful look at one word: what they make of it holds for every word of that text and those tags. The others
("let 's": the second is "us") look at two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

Facts = Mapping[str, Any]  # of a word: TAG, POS and LOWER (strings), IS_SPACE, and DEP, which is "": nothing is parsed
Test = Mapping[str, Any]  # what a rule asks of a word: a value, or {"IN": […]}, {"NOT_IN": […]}, {"REGEX": "…"}


class Labels(NamedTuple):
    """What a word is: UD part of speech, the package's own tag, UD features as "A=b|C=d", and a lemma if rules say."""

    pos: str
    tag: str
    morph: str
    lemma: str | None = None


class TagRules:
    """The rules of one package; raises ValueError where one looks at more than two words."""

    def __init__(self, path: Path) -> None:
        """``path`` is the ``patterns`` file of the package's attribute ruler."""
        import srsly

        # By the tag that a rule asks for, "" for any: a word is held against a dozen rules, not all.
        self._single: dict[str, list[tuple[int, Test, Mapping[str, str]]]] = defaultdict(list)
        self._around: list[Any] = []
        self._double: list[tuple[int, Test, Test, Mapping[str, str], int]] = []
        for number, rule in enumerate(srsly.msgpack_loads(path.read_bytes())):
            for pattern in rule["patterns"]:
                if not all(_fits(test.get("DEP", ""), "") for test in pattern):
                    continue  # asks for an arc; nothing is parsed
                if len(pattern) == 1:
                    tag = pattern[0].get("TAG", "")
                    self._single[tag if isinstance(tag, str) else ""].append((number, pattern[0], rule["attrs"]))
                elif len(pattern) == 2:
                    self._around += [test["LOWER"] for test in pattern if "LOWER" in test]
                    self._double.append((number, *pattern, rule["attrs"], rule["index"]))
                else:
                    raise ValueError(f"{path}: rule {number} looks at {len(pattern)} words; selon knows one and two")

    def looks_around(self, lower: str) -> bool:
        """Whether a rule for two words may concern the word ``lower``: then its neighbours matter."""
        return any(_fits(wanted, lower) for wanted in self._around)

    def label(self, word: Facts, before: Facts | None = None, after: Facts | None = None) -> Labels:
        """What the rules make of a word as the tagger left it (features in ``MORPH``); a later rule outranks."""
        rules = (rule for tag in {word["TAG"], ""} for rule in self._single.get(tag, ()))
        fired = [(number, attrs) for number, test, attrs in rules if _holds(test, word)]
        for number, one, two, attrs, index in self._double:
            first, second = (before, word) if index else (word, after)
            if first and second and _holds(one, first) and _holds(two, second):
                fired.append((number, attrs))
        made: dict[str, str] = {name: word[name] for name in ("POS", "TAG", "MORPH")}
        for _number, attrs in sorted(fired, key=lambda pair: pair[0]):
            made |= attrs
        return Labels(made["POS"], made["TAG"], made["MORPH"], made.get("LEMMA"))


def _holds(test: Test, word: Facts) -> bool:
    return all(_fits(wanted, word[name]) for name, wanted in test.items())


def _fits(wanted: Any, value: Any) -> bool:
    if not isinstance(wanted, dict):
        return bool(wanted == value)
    return all(
        (operator == "IN" and value in given)
        or (operator == "NOT_IN" and value not in given)
        or (operator == "REGEX" and re.search(given, value) is not None)
        for operator, given in wanted.items()
    )
