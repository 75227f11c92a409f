"""Clauses by their words alone: what in a passage is its main clause, and what is subordinate to it."""

from __future__ import annotations

from collections.abc import Sequence

from selon.analysis.document import Token
from selon.languages.cues import cues

RELATIVES = {
    "fr": frozenset(("qui", "dont", "où", "lequel", "laquelle", "lesquels", "lesquelles", "duquel", "auquel")),
    "en": frozenset(("which", "who", "whose", "whom", "where")),
}
SUBORDINATORS = {
    "fr": frozenset(
        ("parce", "alors", "tandis", "lorsque", "lorsqu'", "puisque", "puisqu'", "afin", "quand", "comme", "car")
    ),
    "en": frozenset(
        ("because", "while", "whereas", "when", "since", "although", "though", "after", "before", "until", "as")
    ),
}
IF = frozenset(("si", "s'", "if", "whether"))
UNSURE = frozenset(("sûr", "certain", "incertain", "sure", "uncertain", "unsure", "unclear", "unknown"))
OPENING = {  # subordinate clauses before the main one, up to their comma
    "fr": frozenset(("bien", "alors", "lorsque", "lorsqu'", "puisque", "quoique", "tandis", "comme")),
    "en": frozenset(("while", "although", "though", "when", "because", "since", "whereas")),
}


def is_finite(token: Token) -> bool:
    if token.lower == token.lemma and token.lower.endswith(("er", "ir")) and token.tag in ("VERB", "AUX"):
        return False  # an infinitive that the French tagger took for a finite form
    return token.finite or token.tag in ("VBD", "VBZ", "VBP", "MD")


def main_clause(tokens: Sequence[Token], code: str) -> list[Token]:
    """The tokens of the first sentence's main clause, without what is subordinate to it.

    A relative or adverbial clause ends at its comma, a relative at the verb that takes up the main clause ("ceux qui
    souffrent | en seraient dispensés"); a second main clause (", and they might not …") is left out too.
    """
    out: list[Token] = []
    depth = ""  # "", "relative" or "adverbial": what is being skipped
    verbs = 0  # finite verbs of the relative so far
    stated = False  # the main clause has its verb
    for k, token in enumerate(tokens):
        if k and token.sentence != tokens[0].sentence:
            break
        before = tokens[k - 1]
        word = token.lower
        if k and _relative(token, before, code):
            depth, verbs = "relative", 0
        elif (k and word in IF and _asks_whether(before, code)) or _adverbial(token, code, stated, bare(out)):
            depth = "adverbial"
        elif depth and word in (",", ";", "—", "–", ")"):
            depth = ""
        elif depth == "relative" and word in ("que", "qu'", "that"):
            verbs = 0
        elif depth == "relative" and is_finite(token):
            verbs += 1
            if verbs > 1 and before.pos not in ("CCONJ", "PUNCT") and before.lower not in ("et", "and"):
                depth = ""
        elif (
            not depth and stated and token.pos == "CCONJ" and before.lower in (",", ";") and _clause_follows(tokens, k)
        ):
            break
        if not depth:
            stated = stated or is_finite(token)
            out.append(token)
    return out


def bare(tokens: Sequence[Token]) -> bool:
    return all(token.pos == "PUNCT" for token in tokens)


def _asks_whether(before: Token, code: str) -> bool:
    """ "afin d'établir | si P", "to see | if P", "uncertain | whether P": a question, no condition."""
    entry = cues(code).verb(before.lemma)
    return before.lemma in UNSURE or (before.pos == "VERB" and entry is not None and "whether" in entry.takes)


def _adverbial(token: Token, code: str, stated: bool, first: bool) -> bool:
    if first:
        return token.lower in OPENING[code]
    if token.lower in ("tandis", "whereas"):
        return True  # « un plan de 556 départs, tandis que SFR pourrait en supprimer 1 000 »: a contrast needs no verb
    return stated and token.lower in SUBORDINATORS[code] and token.pos in ("SCONJ", "CCONJ", "ADV", "ADP")


def _relative(token: Token, before: Token, code: str) -> bool:
    if token.lower in RELATIVES[code]:
        return before.pos in ("NOUN", "PROPN", "PUNCT", "ADJ", "ADP", "PRON", "NUM")
    if token.lower == "that" and token.pos == "PRON" and before.pos == "VERB":
        return before.tag in ("VB", "VBP")  # "lessons we can learn that could help"
    return token.lower in ("que", "qu'", "that") and token.pos == "PRON" and before.pos in ("NOUN", "PROPN")


def _clause_follows(tokens: Sequence[Token], k: int) -> bool:
    return any(is_finite(t) for t in tokens[k + 1 : k + 6])
