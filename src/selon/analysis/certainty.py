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
        finite = token.finite or token.tag in ("VBD", "VBZ", "VBP", "MD")
        if k and _relative(token, before, code):
            depth, verbs = "relative", 0
        elif k > 2 and word in SUBORDINATORS[code] and token.pos in ("SCONJ", "CCONJ", "ADV", "ADP") and stated:
            depth = "adverbial"
        elif depth and word in (",", ";", "—", "–", ")"):
            depth = ""
        elif depth == "relative" and finite:
            verbs += 1
            if verbs > 1 and before.pos not in ("CCONJ", "PUNCT") and before.lower not in ("et", "and"):
                depth = ""
        elif (
            not depth and stated and token.pos == "CCONJ" and before.lower in (",", ";") and _clause_follows(tokens, k)
        ):
            break
        if not depth:
            stated = stated or finite
            out.append(token)
    return out


def _relative(token: Token, before: Token, code: str) -> bool:
    if token.lower in RELATIVES[code]:
        return before.pos in ("NOUN", "PROPN", "PUNCT", "ADJ", "ADP", "PRON", "NUM")
    return token.lower in ("que", "qu'", "that") and token.pos == "PRON" and before.pos in ("NOUN", "PROPN")


def _clause_follows(tokens: Sequence[Token], k: int) -> bool:
    return any(t.finite or t.tag in ("VBD", "VBZ", "VBP", "MD") for t in tokens[k + 1 : k + 6])


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
        follower = main[k + 1].lower if k + 1 < len(main) else ""
        if token.lower == "s'" and follower not in ("il", "ils"):
            continue  # "s'en sont approchés"
        if found[0] in (("si",), ("if",)) and k == 0 and not _comma_or_two_clauses(main):
            continue  # "a demandé si P": the content is the question itself
        return True
    return False


def _comma_or_two_clauses(main: Sequence[Token]) -> bool:
    return sum(token.finite or token.tag in ("VBD", "VBZ", "VBP", "MD") for token in main) >= 2


def _hedged(table: Hedges, main: Sequence[Token], code: str) -> str:
    """The strongest hedge of a main clause ("" where there is none); ``ORDER`` ranks them."""
    found: set[str] = set()
    verbless = not any(token.finite or token.tag in ("VBD", "VBZ", "VBP", "MD") for token in main)
    for k, token in enumerate(main):
        after = main[k + 1] if k + 1 < len(main) else None
        phrase = _match(table.adverbs, main, k)
        if phrase and not _of_a_number(main, k + len(phrase[0])):
            found.add(phrase[1])
        if token.tag == "MD":
            found.add(_modal(table, main, k))
        if code == "fr" and is_conditional(token.lower):
            level = next(
                (v for lemma, v in table.conditional_verbs.items() if token.lower.startswith(FUTURES[lemma])), ""
            )
            past_duty = token.lower.startswith("devr") and after is not None and after.lower == "avoir"
            found.add("" if past_duty else level)
        if code == "fr" and token.lemma == "pouvoir" and token.participle and k and is_conditional(main[k - 1].lower):
            found.add("possible")  # "aurait pu composer avec P"
        if (
            token.pos in ("VERB", "AUX")
            and token.lemma in table.verbs
            and (after is None or after.pos != "ADP" or after.lower in ("to", "à", "de"))
        ):
            found.add(table.verbs[token.lemma])
        if token.pos == "ADJ" and (token.lemma in table.adjectives or token.lower in table.adjectives):
            level = table.adjectives.get(token.lemma) or table.adjectives[token.lower]
            if level == "reported" or (verbless and k < 4) or _predicate(main, k):
                found.add(level)
        if token.pos == "NOUN" and token.lemma in table.nouns and (verbless or _predicate(main, k)):
            found.add(table.nouns[token.lemma])
    return next((level for level in ORDER if level in found), "")


def _of_a_number(main: Sequence[Token], k: int) -> bool:
    """ "reportedly 85 %", "within probably 15 seconds": the hedge is the number's, not the clause's."""
    return k < len(main) and (main[k].pos == "NUM" or main[k].lower in ("aged", "about", "over", "environ", "quelque"))


def _modal(table: Hedges, main: Sequence[Token], k: int) -> str:
    """may, might, could; should where it foresees ("should be ready"), not where it bids ("should accept P")."""
    rest = [token for token in main[k + 1 : k + 4] if token.pos != "ADV"]
    if main[k].lower == "could" and rest and rest[0].lower in ("not", "n't"):
        return ""  # past ability: "could not find P"
    if main[k].lower == "should":
        foresees = len(rest) > 1 and rest[0].lemma == "be" and rest[1].tag not in ("VBN", "VBD")
        return table.modals.get("should", "") if foresees else ""
    return table.modals.get(main[k].lower, "")


def _predicate(main: Sequence[Token], k: int) -> bool:
    """Is the word said of the subject ("il est possible que", "there is a possibility", "j'ai l'impression")?"""
    return any(
        token.lemma in ("be", "être", "avoir", "exister", "have", "there", "'s") for token in main[max(k - 4, 0) : k]
    )


FUTURES = {"pouvoir": "pourr", "devoir": "devr", "sembler": "sembler", "paraître": "paraîtr"}


def _conditional_mood(
    document: Document, content: Spans, main: Sequence[Token], reading: CueReading, inferred: bool
) -> str:
    """The French conditional without "si": journalistic, hypothetical or the future of a past.

    Journalistic: "Selon X, P aurait eu lieu", an inferred "P seraient présents". Hypothetical: "« Ce serait une erreur »",
    "exécuter X ne lui rendrait pas sa fille". Future of a past: "a dit qu'il viendrait" (certain).
    """
    k = next((k for k, token in enumerate(main) if token.pos != "PROPN" and is_conditional(token.lower)), -1)
    if k == -1:
        return "certain"
    verb = main[k]
    later = main[k + 1 : k + 5]
    perfect = verb.lower.startswith(("aur", "ser")) and any(t.participle for t in later[:3])
    if any(token.lemma in ("devoir", "pouvoir") for token in main[k : k + 3]):
        return "certain"  # "Ils auraient dû s'inquiéter"
    entry = reading.entry
    clause = entry is not None and entry.section == "verbs" and main[0].lower in ("que", "qu'")
    if clause and reading.past and not (perfect and verb.lower.startswith("aur")):
        return "certain"
    if document.quotation_at(verb.start) is not None or main[0].infinitive:
        return "conditional"
    return "reported"
