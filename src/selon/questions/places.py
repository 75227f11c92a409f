"""Where a passage counts: the place that a preposition governs, the whole country, or what came before."""

from __future__ import annotations

from collections.abc import Sequence

from selon.questions.actions import classes
from selon.questions.mentions import COUNTRY, NAME, PERSON, PLACE, Mention
from selon.questions.words import Cues, Token, is_common, lowered, singular, words_for

ARTICLES = frozenset(
    (
        "the",
        "la",
        "le",
        "les",
        "l",
        "de",
        "d",
        "of",
        "du",
        "des",
        "its",
        "his",
        "her",
        "their",
        "son",
        "sa",
        "leur",
        "s",
    )
)
TOWARDS = frozenset({"à", "to", "at", "from", "sur", "vers"})
FUSED = frozenset({"au", "aux"})  # "à Beira" is where, "aux Verts" and "à l'Union" are to whom
WITHIN = frozenset({"in", "dans", "near", "près"})
REACH = 4  # how many words may stand between a locative preposition and the place that it governs


def located(mention: Mention, words: Sequence[Token], index: dict[int, int], cues: Cues) -> bool:
    """Whether a locative preposition or a word like "region" governs the mention ("in the Kursk region").

    A word that the bilingual table knows as a common one is no place by its capital alone ("in | People who …").
    """
    at = index.get(mention.start)
    named = mention.kind in (NAME, PERSON)
    if at is None or (named and (_is_word(words, at) or _owns(words, at) or _is_body(words, at))):
        return False
    near = cues.lists["places.region"]
    for back in range(1, REACH + 1):
        if at - back < 0:
            break
        word = words[at - back].word
        if word in near:
            return True
        if word in cues.lists["places.at"]:
            between = {w.word for w in words[at - back + 1 : at]}
            if mention.kind == PERSON and word not in WITHIN:
                return False  # "an appeal to Rell", who speaks in the article
            return not (named and (word in FUSED or (word in TOWARDS and between & ARTICLES)))
        if not word[0].isalpha() or (word in cues.stop and word not in ARTICLES):
            break
    return any(w.word in near for w in words[at : at + 3])


def _is_word(words: Sequence[Token], at: int) -> bool:
    """Whether a name of one word is a common word or a number, with nothing beside it that makes it a name."""
    beside = words[at + 1] if at + 1 < len(words) else None
    if beside is not None and beside.upper and beside.start == words[at].end + 1:
        return False
    return is_common(words[at].word)


def _owns(words: Sequence[Token], at: int) -> bool:
    """Whether a name is an owner's ("in | Kimura's death"): what it owns is where."""
    return [w.word for w in words[at + 1 : at + 2]] == ["s"] and words[at + 1].start == words[at].end + 1


def _is_body(words: Sequence[Token], at: int) -> bool:
    """Whether a name of several words ends with a word for a body ("in | Allegheny Valley Bank")."""
    end = at
    while end + 1 < len(words) and words[end + 1].upper and words[end + 1].start == words[end].end + 1:
        end += 1
    return end > at and singular(words[end].word) in words_for(classes().bodies)


def _describes(mention: Mention, words: Sequence[Token], index: dict[int, int], cues: Cues) -> bool:
    """ "the Sarran city of Port Lumley": the first name only says of which people the city is."""
    at = index.get(mention.start, 0)
    after = [w.word for w in words[at + 1 : at + 3]]
    return len(after) == 2 and after[0] in cues.lists["places.region"] and after[1] in ("of", "de", "d")


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
    for mention in mentions:
        inside = mention.kind in (PLACE, NAME, PERSON) and located(mention, words, index, cues)
        if inside and not _describes(mention, words, index, cues):
            return mention.id.split(":", 1)[1], True, False
    countries = any(m.kind == COUNTRY and located(m, words, index, cues) for m in mentions)
    return None, countries, False
