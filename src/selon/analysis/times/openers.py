"""Which words a pattern can start with: the rest of the text need not be tried against it."""

from __future__ import annotations

DIGITS = "0"  # stands for any word that starts with a digit
GAP = ""  # stands for what is no word: a space, an apostrophe


def openers(pattern: str) -> frozenset[str]:
    """The first words of all that ``pattern`` matches; DIGITS for a number, ``x*`` for any word that starts with x.

    ``pattern`` is an expanded pattern of a times table: groups, classes, alternatives, bounded repetition. Raises
    ValueError where it may start with any word at all (``\\w``).
    """
    words, _, _ = _alternatives(pattern, 0)
    return frozenset(words - {GAP})


def _alternatives(pattern: str, at: int) -> tuple[set[str], bool, int]:
    """(first words, whether it may be empty, where it ends) of the alternatives from ``at`` to the closing bracket."""
    words, empty, at = _branch(pattern, at)
    while at < len(pattern) and pattern[at] == "|":
        more, blank, at = _branch(pattern, at + 1)
        words, empty = words | more, empty or blank
    return words, empty, at


def _branch(pattern: str, at: int) -> tuple[set[str], bool, int]:
    words: set[str] = set()
    begun: set[str] = set()  # words under way
    first = True  # nothing has been matched for sure
    while at < len(pattern) and pattern[at] not in "|)":
        start, (kind, inner, at) = at, _atom(pattern, at)
        optional, at = _optional(pattern, at)
        if not first and not begun:
            continue
        if begun:
            if kind == "letter":
                longer = {word + pattern[start] for word in begun}
                begun = begun | longer if optional else longer
            else:
                glued = bool(inner - {GAP}) or (kind == "gap" and optional)
                words |= {word[0] + "*" for word in begun} if glued else begun
                begun, first = set(), False
        elif kind == "letter" and not optional:
            begun, first = {pattern[start]}, False
        elif kind != "zero":
            words |= {pattern[start] + "*"} if kind == "letter" else inner
            first = optional or kind == "blank"
    return words | begun, first, at


def _atom(pattern: str, at: int) -> tuple[str, set[str], int]:
    """(kind, first words, where it ends) of the atom at ``at``."""
    char = pattern[at]
    if char == "(":
        return _group(pattern, at)
    if char == "[":
        end = pattern.index("]", at + 2) + 1
        inside = pattern[at + 1 : end - 1]
        if r"\d" in inside or any(c.isdigit() for c in inside):
            return "digit", {DIGITS}, end
        letters = {c + "*" for c in inside if c.isalpha()}
        return ("class", letters, end) if letters and inside[0] != "^" else ("gap", {GAP}, end)
    if char == "\\":
        escaped = pattern[at + 1]
        if escaped == "d":
            return "digit", {DIGITS}, at + 2
        if escaped in "bBAZ":
            return "zero", set(), at + 2
        if escaped in "wWsSD":
            raise ValueError(f"a time pattern may not start with \\{escaped}: {pattern[:80]}")
        return "gap", {GAP}, at + 2
    if char in "^$":
        return "zero", set(), at + 1
    if char.isdigit():
        return "digit", {DIGITS}, at + 1
    return ("letter", {char}, at + 1) if char.isalpha() else ("gap", {GAP}, at + 1)


def _group(pattern: str, at: int) -> tuple[str, set[str], int]:
    if pattern.startswith(("(?=", "(?!", "(?<=", "(?<!"), at):
        return "zero", set(), _closing(pattern, at) + 1
    inner = pattern.index(">", at) + 1 if pattern.startswith("(?P<", at) else at + 3
    words, empty, end = _alternatives(pattern, inner)
    return ("group" if not empty else "blank"), words, end + 1


def _closing(pattern: str, at: int) -> int:
    """Where the bracket that opens at ``at`` closes."""
    depth = 0
    while True:
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = pattern.index("]", at + 2)
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth == 0:
                return at
        at += 1


def _optional(pattern: str, at: int) -> tuple[bool, int]:
    """Whether a quantifier at ``at`` allows for none, and where it ends."""
    if at < len(pattern) and pattern[at] in "?*":
        return True, at + 1
    if at < len(pattern) and pattern[at] == "+":
        return False, at + 1
    if at < len(pattern) and pattern[at] == "{":
        end = pattern.index("}", at) + 1
        return pattern[at + 1] == "0", end
    return False, at
