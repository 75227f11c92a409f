"""Base noun phrases of a document's tokens, from parts of speech alone."""

from __future__ import annotations

from typing import NamedTuple

from selon.analysis.document import Token
from selon.analysis.quotations import QUOTE_MARKS
from selon.languages.cues import cues
from selon.languages.grammar import Grammar

NOMINAL = frozenset({"NOUN", "PROPN", "X", "NUM", "SYM"})
OPENING = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "X", "SYM"})


class Phrase(NamedTuple):
    """A base noun phrase: tokens ``first`` to ``last``, its head noun's index."""

    first: int
    last: int
    head: int


def noun_phrases(tokens: list[Token], rules: Grammar, code: str) -> list[Phrase]:
    """Base noun phrases, left to right: determiner, numbers, adjectives, nouns; pronouns that are no clitics."""
    out: list[Phrase] = []
    i, n = 0, len(tokens)
    while i < n:
        token = tokens[i]
        if token.pos == "PRON" or (token.lower in rules.subject_pronouns and i + 1 < n and _conjugated(tokens[i + 1])):
            if not (token.lower in rules.relatives or token.lower in rules.object_clitics) or (
                token.lower in rules.subject_pronouns
            ):
                out.append(Phrase(i, i + 1, i))
            i += 1
            continue
        if token.text in QUOTE_MARKS or not (token.pos in OPENING or _partitive(tokens, i, rules)):
            i += 1
            continue
        if token.lower in rules.relatives:
            i += 1
            continue
        j, noun, last_noun = i, -1, -1
        while j < n:
            t = tokens[j]
            if t.sentence != token.sentence or (t.lower in rules.relatives and j > i):
                break
            if j == i and t.pos == "ADP":
                j += 1
            elif t.text in QUOTE_MARKS and j > i and (j + 1 >= n or t.pos == "PUNCT"):
                # Quoted words inside a phrase: le « cessez-le-feu » — the phrase goes on where a noun follows at once.
                if noun == -1 and t.text not in "»”" and j + 1 < n and tokens[j + 1].pos in OPENING:
                    j += 1
                    continue
                break
            elif t.pos in NOMINAL:
                if noun != -1 and _apart(tokens, i, j, rules, code):
                    break
                if noun == -1 and t.pos != "NUM":
                    noun = j
                last_noun = j
                j += 1
            elif (
                t.pos == "ADJ"
                or (t.pos == "DET" and (j == i or (noun == -1 and tokens[j - 1].pos in ("DET", "ADJ"))))
                or _name_particle(tokens, j, i, rules)
            ):
                j += 1
            elif j > i and _joined(tokens, j):
                j += 2  # « Park Sun-won », « Censor.NET »: one name, whatever the tagger says of its parts
            elif (
                (t.pos == "ADV" and j + 1 < n and tokens[j + 1].pos == "ADJ" and j > i)
                or (
                    t.pos == "VERB"
                    and t.participle
                    and noun == -1
                    and j > i
                    and j + 1 < n
                    and tokens[j + 1].pos in NOMINAL
                )
                or (t.tag == "POS" and j > i)
                or (t.text in "-–/&" and 0 < j < n - 1 and tokens[j + 1].pos in NOMINAL and _tight(tokens, j))
            ):
                j += 1
            else:
                break
        while j > i + 1 and tokens[j - 1].pos in ("DET", "ADV") and not tokens[j - 1].text[:1].isupper():
            j -= 1
        head = (noun if code == "fr" else last_noun) if noun != -1 else max(last_noun, j - 1 if j > i else i)
        out.append(Phrase(i, max(j, i + 1), max(head, i)))
        i = max(j, i + 1)
    return out


def _apart(tokens: list[Token], first: int, j: int, rules: Grammar, code: str) -> bool:
    """ "a decision | campaigners vowed to appeal": no plural is the head of "a", but for measures ("a dozen men");
    ", a charge | Damascus has rejected"."""
    if tokens[first].lower not in rules.singular_articles or tokens[j - 1].tag != "NN":
        return False
    if tokens[j].tag in ("NNP", "NNPS") and first and tokens[first - 1].text == ",":
        return _opens_clause(tokens, j, said=tokens[j - 1].lemma in cues(code).nouns, code=code)
    if tokens[j].tag != "NNS":
        return False
    ends = j + 1 >= len(tokens) or tokens[j + 1].pos not in NOMINAL
    return ends and not any(t.lower in rules.measures - rules.totals for t in tokens[first + 1 : j])


def _opens_clause(tokens: list[Token], j: int, said: bool, code: str) -> bool:
    """Does a finite verb follow the name that begins at token j, perhaps behind adverbs: any, behind what is ``said``
    ("a charge | Alemu dismissed"), or one of saying ("a move | Ashdown said was hard")?"""
    while j < len(tokens) and tokens[j].pos in ("PROPN", "ADV"):
        j += 1
    if j >= len(tokens) or not (_conjugated(tokens[j]) or (said and tokens[j].tag == "VBN")):
        return False
    surname = tokens[j - 1].pos == "PROPN" and tokens[j - 2].pos == "NOUN"  # not "an attendee Om Prakash said"
    return said or (surname and tokens[j].lemma in cues(code).verbs)


def _partitive(tokens: list[Token], i: int, rules: Grammar) -> bool:
    """« Des leaders ont indiqué », « De Santis a parlé »: a preposition that opens a phrase itself."""
    token = tokens[i]
    if token.pos != "ADP" or token.lower not in rules.genitives or token.lower == "of" or i + 1 >= len(tokens):
        return False
    before = tokens[i - 1] if i else None
    opening = before is None or before.sentence != token.sentence or before.pos in ("PUNCT", "CCONJ", "SCONJ", "VERB")
    opening = opening or (before is not None and before.lower in rules.relatives)
    if not opening or tokens[i + 1].pos not in ("NOUN", "PROPN", "ADJ", "X"):
        return False
    return token.lower == "des" or (token.text[0].isupper() and tokens[i + 1].text[0].isupper())


def _joined(tokens: list[Token], j: int) -> bool:
    """A hyphen or dot with no space on either side, between parts of a capitalised name."""
    if not 0 < j < len(tokens) - 1 or tokens[j].text not in ("-", "‑", "."):
        return False
    before, token, after = tokens[j - 1], tokens[j], tokens[j + 1]
    return before.end == token.start and token.end == after.start and before.text[:1].isupper()


def _name_particle(tokens: list[Token], j: int, first: int, rules: Grammar) -> bool:
    """« Jean-Marie Le Pen », « Ursula von der Leyen »: a particle between two parts of a name."""
    if not first < j < len(tokens) - 1:
        return False
    before, token, after = tokens[j - 1], tokens[j], tokens[j + 1]
    capitals = before.text[:1].isupper() and after.text[:1].isupper()
    small = token.lower in rules.name_particles
    return (
        capitals
        and after.pos in ("PROPN", "X", "NOUN")
        and ((token.text in rules.name_articles) or (small and token.pos in ("PROPN", "X", "DET")))
    )


def _conjugated(token: Token) -> bool:
    """« Beaucoup ont peur », "All agree": the next word is a finite verb."""
    return token.pos in ("VERB", "AUX") and token.feats.get("VerbForm") == "Fin"


def _tight(tokens: list[Token], j: int) -> bool:
    return tokens[j - 1].end == tokens[j].start or tokens[j].text == "&"
