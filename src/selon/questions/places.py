"""Where a passage counts: the place that a preposition governs, the whole country, or what came before."""

from __future__ import annotations

from collections.abc import Sequence

from selon.questions.mentions import COUNTRY, NAME, PLACE, Mention
from selon.questions.words import Cues, Token, lowered

REACH = 4  # how many words may stand between a locative preposition and the place that it governs


def located(mention: Mention, words: Sequence[Token], index: dict[int, int], cues: Cues) -> bool:
    """Whether a locative preposition or a word like "region" governs the mention ("in the Kursk region")."""
    at = index.get(mention.start)
    if at is None:
        return False
    near = cues.lists["places.region"]
    after = [w.word for w in words[at : at + 3]]
    for back in range(1, REACH + 1):
        if at - back < 0:
            break
        word = words[at - back].word
        if word in near:
            return True
        if word in cues.lists["places.at"]:
            return True
        if not word[0].isalpha() or (
            back > 1
            and word in cues.stop
            and word
            not in ("the", "la", "le", "les", "l", "de", "d", "its", "his", "her", "their", "son", "sa", "leur", "s")
        ):
            break
    return any(w in near for w in after)


def place_in(
    mentions: Sequence[Mention], words: Sequence[Token], index: dict[int, int], cues: Cues, text: str
) -> tuple[str | None, bool, bool]:
    """The place that a passage counts in: its id, whether the passage names one, whether it says "nationwide".

    A compass word before a country ("eastern Russia", "l'est de la Russie") names no place of its own.
    """
    lower = lowered(text)
    if cues.has("places.national", lower):
        return None, True, True
    if cues.has("places.capital", lower):
        return "capital", True, False
    best = None
    for mention in mentions:
        if mention.kind in (PLACE, NAME) and located(mention, words, index, cues):
            best = mention
    if best is not None:
        return best.id.split(":", 1)[1], True, False
    countries = any(m.kind == COUNTRY and located(m, words, index, cues) for m in mentions)
    return None, countries, False
