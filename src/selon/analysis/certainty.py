"""How sure a content is put: certain, probable, possible, conditional, reported (GUIDELINES.md), read off its words.

A hedge touches the clause that it governs: only the main clause of the content counts, not its relative and adverbial
clauses ("le plan, qui pourrait échouer, sera voté" is certain). The rules name their example sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from selon.analysis.conditional import is_conditional
from selon.analysis.cue_reading import CueReading
from selon.analysis.document import Document, Token
from selon.languages.hedges import Hedges, Phrases, hedges
from selon.model import Spans

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
ORDER = ("conditional", "possible", "probable", "reported")


def content_certainty(document: Document, content: Spans, reading: CueReading, inferred: bool = False) -> str:
    """The certainty of ``content`` by its own words, "certain" where none of them weakens it."""
    code = document.language.code
    tokens = [token for span in content for token in document.tokens_in(*span)]
    main = main_clause(tokens, code)
    table = hedges(code)
    if _condition(table, tokens, main):
        return "conditional"
    found = _hedged(table, main, code)
    if found:
        return found
    if code == "fr":
        return _conditional_mood(document, content, main, reading, inferred)
    return "certain"


def main_clause(tokens: Sequence[Token], code: str) -> list[Token]:
    """The tokens of the first sentence's main clause: relative and adverbial clauses left out up to their comma."""
    out: list[Token] = []
    skipping = False
    for k, token in enumerate(tokens):
        if k and token.sentence != tokens[0].sentence:
            break
        word = token.lower
        if (
            k
            and word in RELATIVES[code]
            and tokens[k - 1].pos in ("NOUN", "PROPN", "PUNCT", "ADJ", "ADP", "PRON", "NUM")
        ):
            skipping = True
        elif k and word in ("que", "qu'", "that") and tokens[k - 1].pos in ("NOUN", "PROPN") and token.pos == "PRON":
            skipping = True
        elif k > 2 and word in SUBORDINATORS[code] and tokens[k - 1].pos in ("NOUN", "PUNCT", "ADJ", "PROPN", "VERB"):
            skipping = token.pos in ("SCONJ", "CCONJ", "ADV")
        elif skipping and word in (",", ";", "—", "–", ")"):
            skipping = False
        if not skipping:
            out.append(token)
    return out


def _match(phrases: Phrases, tokens: Sequence[Token], at: int) -> tuple[tuple[str, ...], str] | None:
    for words, level in phrases.get(tokens[at].lower, ()):
        if len(words) <= len(tokens) - at and all(
            word == token.lower or (word[-1:] != "'" and token.lower == word[:-1] + "'")
            for word, token in zip(words, tokens[at:], strict=False)
        ):
            return words, level
    return None


def _condition(table: Hedges, tokens: Sequence[Token], main: Sequence[Token]) -> bool:
    """A condition on the main clause: "S'il partait, …", "…, à condition que P". Not "demander si", "même si"."""
    places = {token.i: k for k, token in enumerate(tokens)}
    for k, token in enumerate(main):
        found = _match(table.conditions, main, k)
        if found is None:
            continue
        if any(
            tuple(t.lower for t in tokens[max(j, 0) : max(j, 0) + len(words)]) == words
            for words in table.excluded
            for j in range(places[token.i] - len(words) + 1, places[token.i] + 1)
        ):
            continue
        if found[0] == ("s'",) and not (k + 1 < len(main) and main[k + 1].lower in ("il", "ils")):
            continue
        if found[0] in (("si",), ("if",)) and k == 0 and not _comma_or_two_clauses(main):
            continue  # "a demandé si P": the content is the question itself
        return True
    return False


def _comma_or_two_clauses(main: Sequence[Token]) -> bool:
    return sum(token.finite or token.tag in ("VBD", "VBZ", "VBP", "MD") for token in main) >= 2


def _hedged(table: Hedges, main: Sequence[Token], code: str) -> str:
    found: set[str] = set()
    for k, token in enumerate(main):
        phrase = _match(table.adverbs, main, k)
        if phrase:
            found.add(phrase[1])
        if token.tag == "MD" and token.lower in table.modals and not _negation_after(main, k):
            found.add(table.modals[token.lower])
        if code == "fr" and token.pos in ("VERB", "AUX") and is_conditional(token.lower):
            level = next(
                (v for lemma, v in table.conditional_verbs.items() if token.lower.startswith(FUTURES[lemma])), ""
            )
            if level:
                found.add(level)
        if token.pos in ("VERB", "AUX") and token.lemma in table.verbs:
            found.add(table.verbs[token.lemma])
        if token.pos == "ADJ" and token.lemma in table.adjectives:
            found.add(table.adjectives[token.lemma])
        if token.pos == "NOUN" and token.lemma in table.nouns:
            found.add(table.nouns[token.lemma])
    return next((level for level in ORDER if level in found), "")


FUTURES = {"pouvoir": "pourr", "devoir": "devr", "sembler": "sembler", "paraître": "paraîtr"}


def _negation_after(main: Sequence[Token], k: int) -> bool:
    """ "could not find": past ability, not possibility."""
    return main[k].lower == "could" and k + 1 < len(main) and main[k + 1].lower in ("not", "n't")


def _conditional_mood(
    document: Document, content: Spans, main: Sequence[Token], reading: CueReading, inferred: bool
) -> str:
    """The French conditional without "si": journalistic, hypothetical or the future of a past.

    Journalistic: "Selon X, P aurait eu lieu", an inferred "P seraient présents". Hypothetical: "« Ce serait une erreur »",
    "exécuter X ne lui rendrait pas sa fille". Future of a past: "a dit qu'il viendrait" (certain).
    """
    verb = next((t for t in main if t.pos in ("VERB", "AUX") and is_conditional(t.lower)), None)
    if verb is None:
        return "certain"
    if document.quotation_at(verb.start) is not None:
        return "conditional"
    if (
        reading.entry is not None
        and reading.entry.section == "verbs"
        and reading.complement == "clause"
        and reading.past
    ):
        return "certain"
    if main[0].infinitive:
        return "conditional"
    return "reported"
