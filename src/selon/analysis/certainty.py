"""How sure a content is put: certain, probable, possible, conditional, reported (GUIDELINES.md), read off its words.

A hedge touches the clause that it governs: only the main clause of the content counts, not its relative and adverbial
clauses ("le plan, qui pourrait échouer, sera voté" is certain). The rules name their example sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from selon.analysis.clauses import is_finite, main_clause
from selon.analysis.conditional import is_conditional
from selon.analysis.cue_reading import CueReading
from selon.analysis.document import Document, Token
from selon.languages.grammar import grammar
from selon.languages.hedges import Hedges, hedges, phrase_at
from selon.model import Spans

ORDER = ("possible", "probable", "reported")  # the strongest first


def content_certainty(document: Document, content: Spans, reading: CueReading) -> str:
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
        return _conditional_mood(document, content, main, reading)
    return "certain"


def _condition(table: Hedges, tokens: Sequence[Token], main: Sequence[Token]) -> bool:
    """A condition on the main clause: "S'il partait, …", "…, à condition que P". Not "demander si", "même si"."""
    places = {token.i: k for k, token in enumerate(tokens)}
    words = [token.lower for token in main]
    for k, token in enumerate(main):
        if phrase_at(table.conditions, words, k) is None:
            continue
        at = places[token.i]
        if any(
            tuple(t.lower for t in tokens[j : j + len(words)]) == words
            for words in table.excluded
            for j in range(at - len(words) + 1, at + 1)
        ):
            continue
        if k == 0 and token.lower in table.asked and sum(is_finite(t) for t in main) < 2:
            continue  # "a vérifié si P": the content is the question itself
        return True
    return False


def _hedged(table: Hedges, main: Sequence[Token], code: str) -> str:
    """The strongest hedge of a main clause ("" where there is none); ``ORDER`` ranks them."""
    found: set[str] = set()
    verbless = not any(is_finite(token) for token in main)
    words = [token.lower for token in main]
    for k, token in enumerate(main):
        if k and words[k - 1] in table.compared:
            continue  # "faster than expected" is sure
        phrase = phrase_at(table.adverbs, words, k)
        if phrase and table.sure_after.get(phrase[0], frozenset()) & set(words[max(k - 2, 0) : k]):
            continue  # "there is no doubt"
        if phrase and not _of_a_part(table, main, k, k + len(phrase[0]), verbless):
            found.add(phrase[1])
        if token.tag == "MD":
            found.add(_modal(table, main, k))
        if code == "fr" and is_conditional(token.lower):
            found.update(
                v for lemma, v in table.conditional_verbs.items() if token.lower.startswith(table.future_stems[lemma])
            )
        if (
            token.lemma == "pouvoir"
            and token.participle
            and any(is_conditional(t.lower) for t in main[max(k - 3, 0) : k])
        ):
            found.add("possible")  # "aurait pu composer avec P", "aurait très bien pu composer avec P"
        if token.pos in ("VERB", "AUX") and token.lemma in table.verbs and _governs(main, k):
            found.add(table.verbs[token.lemma])
        if token.lemma in table.passives and _passive_with_infinitive(main, k):
            found.add(table.passives[token.lemma])
        if token.pos == "ADJ" and token.lemma in table.adjectives and ((verbless and k < 4) or _predicate(main, k)):
            found.add(table.adjectives[token.lemma])
        if token.lemma in table.nouns and (verbless or _predicate(main, k)):
            found.add(table.nouns[token.lemma])
    return next((level for level in ORDER if level in found), "")


def _governs(main: Sequence[Token], k: int) -> bool:
    """Does the verb hedge what follows ("semble à l'abri"), or is it another ("appeared in court")?"""
    return all(after.pos != "ADP" or after.lower in ("to", "à", "de") for after in main[k + 1 : k + 2])


def _of_a_part(table: Hedges, main: Sequence[Token], k: int, end: int, verbless: bool) -> bool:
    """Is the adverb at ``k`` a part's and not the clause's?

    "reportedly 85 %", "a potentially habitable planet", "a good start, probably the best" (an apposition).
    """
    if end >= len(main):
        return False
    after = main[end]
    if main[k].pos == "ADJ" and after.pos in ("NOUN", "PROPN"):
        return True  # "among likely voters"
    if after.pos == "NUM" or after.lower in table.part_openers:
        return True
    if after.pos == "ADJ":
        return not verbless and k > 0 and main[k - 1].pos in ("DET", "NOUN", "ADJ")
    stated = any(is_finite(token) for token in main[:k])
    return stated and main[k - 1].pos == "PUNCT" and after.pos in ("DET", "ADP")


def _passive_with_infinitive(main: Sequence[Token], k: int) -> bool:
    """ "is believed to have left", "est supposé partir"."""
    be = any(token.lemma in ("be", "être") for token in main[max(k - 3, 0) : k])
    return be and any(token.lower == "to" or token.infinitive for token in main[k + 1 : k + 2])


def _modal(table: Hedges, main: Sequence[Token], k: int) -> str:
    """may, might, could; should where it foresees ("should be ready"), not where it bids ("should accept P")."""
    rest = [token for token in main[k + 1 : k + 4] if token.pos != "ADV"]
    if main[k].lower == "could" and rest and rest[0].lower in ("not", "n't"):
        return ""  # past ability: "could not find P"
    if main[k].text == "May" and k <= 1:
        return ""  # "May God protect them": a wish
    if main[k].lower == "should":
        foresees = len(rest) > 1 and rest[0].lemma == "be" and rest[1].tag not in ("VBN", "VBD")
        return table.modals.get("should", "") if foresees else ""
    if main[k].lower == "must":
        return "probable" if rest and rest[0].lemma == "have" else ""  # "must have fallen"; not "must resign"
    return table.modals.get(main[k].lower, "")


def _predicate(main: Sequence[Token], k: int) -> bool:
    """Is the word said of the subject ("il est possible que", "there is a possibility", "j'ai l'impression")?"""
    before = main[max(k - 4, 0) : k]
    if any(token.lemma in ("be", "être", "exister", "there") for token in before):
        return True
    perfect = any(token.participle for token in before)  # "a interrogé de possibles témoins"
    return not perfect and any(token.lemma in ("avoir", "have") for token in before)


def _conditional_mood(document: Document, content: Spans, main: Sequence[Token], reading: CueReading) -> str:
    """The French conditional without "si": journalistic, hypothetical or the future of a past.

    Journalistic: "Selon X, P aurait eu lieu", an inferred "P seraient présents". Hypothetical: "« Ce serait une
    erreur »", "exécuter X ne lui rendrait pas sa fille". Future of a past: "a dit qu'il viendrait" (certain).
    """
    k = next((k for k, token in enumerate(main) if token.pos != "PROPN" and is_conditional(token.lower)), -1)
    if k == -1:
        return _of_a_fragment(document, content, main)
    verb = main[k]
    later = main[k + 1 : k + 4]
    if any(token.lemma == "devoir" and token.participle for token in later):
        return "certain"  # "Ils auraient dû s'inquiéter"
    entry = reading.entry
    clause = entry is not None and entry.section == "verbs" and main[0].lower in grammar("fr").complementizers
    perfect = verb.lower.startswith("aur") and any(token.participle for token in later)
    gerund = any(t.participle and t.feats.get("Tense") == "Pres" for t in reading.tokens)
    if clause and (reading.past or gerund) and not perfect:
        return "certain"  # "a dit qu'il viendrait", "en assurant qu'il viendrait"
    if document.quotation_at(verb.start) is not None or main[0].infinitive:
        return "conditional"
    return "reported"


def _of_a_fragment(document: Document, content: Spans, main: Sequence[Token]) -> str:
    """A noun phrase has the mood of its relative clause: "du matériel qui aurait contribué à P" is reported."""
    if any(is_finite(token) or token.infinitive for token in main):
        return "certain"
    tokens = [token for span in content for token in document.tokens_in(*span)]
    contrast = next((k for k, token in enumerate(tokens) if token.lower == "tandis"), len(tokens))
    tokens = tokens[:contrast]  # « un plan de 556 départs, tandis que SFR pourrait … » says nothing of the plan
    verb = next((t for t in tokens if t.pos in ("VERB", "AUX") and (t.finite or is_conditional(t.lower))), None)
    outside = verb is not None and document.quotation_at(verb.start) is None
    return "reported" if verb is not None and outside and is_conditional(verb.lower) else "certain"
