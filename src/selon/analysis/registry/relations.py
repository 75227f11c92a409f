"""How the items of a noun phrase depend on one another: what a name is governed by, what belongs to the head."""

from __future__ import annotations

from collections.abc import Sequence

from selon.analysis.registry.phrase import Item


def owns(items: Sequence[Item], index: int) -> bool:
    """Whether the head is of the item: "the lawyers of James Fields", "Fields' lawyers", "du président Poutine"."""
    if index + 1 < len(items) and items[index + 1].kind == "poss":
        return True
    before = index - 1
    while before >= 0 and (items[before].kind in ("title", "det") or items[before].unit is not None):
        before -= 1
    return before >= 0 and items[before].kind == "prep"


def segments_of(items: list[Item]) -> list[list[Item]]:
    """The phrase's parts between commas and brackets, as far as its first relative clause."""
    cut: list[Item] = []
    for index, item in enumerate(items):
        if item.kind == "rel" and index:
            break
        cut.append(item)
    return [segment for segment in split(cut, "break") if segment]


def split(items: list[Item], kind: str) -> list[list[Item]]:
    """The items between those of ``kind``, which are left out."""
    out: list[list[Item]] = [[]]
    for item in items:
        if item.kind == kind:
            out.append([])
        else:
            out[-1].append(item)
    return out


def premodifiers(items: Sequence[Item], phrase: str) -> str:
    """The words that an English noun has before it: "security" of "Yemeni security officials"."""
    words: list[str] = []
    for item in reversed(items):
        if item.kind != "word" or phrase[item.start].isdigit():
            break
        words.insert(0, phrase[item.start : item.end].lower())
    return " ".join(words)


def unknown_complement(items: Sequence[Item]) -> bool:
    """Whether the first thing after a preposition is a name or body that the registry does not know."""
    for index, item in enumerate(items):
        if item.kind == "prep":
            after = next((i for i in items[index + 1 :] if i.kind not in ("det", "former", "title")), None)
            return after is not None and (after.kind in ("org", "word") or after.run is not None)
    return False


def has_preposition(items: Sequence[Item]) -> bool:
    """Whether a preposition stands among the items after the first."""
    return any(item.kind == "prep" for item in items[1:])


def names_government(items: Sequence[Item], index: int) -> bool:
    """Whether a body bears the name: "le gouvernement Ayrault", "the Trump administration"."""
    beside = [items[n].unit for n in (index - 1, index + 1) if 0 <= n < len(items)]
    return any(unit is not None and unit.kind == "body" for unit in beside)


def governed(items: list[Item], index: int) -> bool:
    """Whether the name at ``index`` depends on a preposition: "of Alexei Navalny", "du président Vladimir Poutine"."""
    before = index - 1
    while before >= 0 and (
        items[before].kind in ("title", "det", "former")
        or (items[before].unit is not None and items[before].unit.kind in ("role", "group"))  # type: ignore[union-attr]
    ):
        before -= 1
    if before < 0:
        return False
    if items[before].kind == "prep":
        return before > 0 or index == before + 1
    if items[before].kind in ("word", "org"):
        return any(item.kind == "prep" for item in items[:before])
    return False


def headed_after(items: list[Item], index: int) -> bool:
    """Whether a head follows the genitive after the name at ``index``: "Fields' lawyers", not "Trump's"."""
    return any(item.kind in ("unit", "name", "word", "org") for item in items[index + 2 :])


def country_of(items: Sequence[Item]) -> str | None:
    """The country that the items name: by adjective or name first, else by its capital."""
    for item in items:
        if item.unit is not None and item.unit.kind in ("demonym", "country"):
            return item.unit.key
    for item in items:
        if item.unit is not None and item.unit.kind == "metonym":
            return item.unit.key
    return None
