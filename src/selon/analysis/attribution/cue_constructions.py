"""How a cue stands in its clause, and so on which side its source is."""

from __future__ import annotations

from selon.analysis.attribution.lexicon import Cue, lexicon
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.syntax import Syntax, with_genitives
from selon.analysis.quotations import QUOTE_MARKS

AS = frozenset({"comme"})
PARTED = 12  # tokens from a verb between commas to the second of them
LIKENED = 14  # tokens from a verb of describing to "as"
NARRATED = 6  # tokens from a narrative infinitive to the colon before what was said


def narrated(sx: Syntax, cue: Cue) -> bool:
    """« Et d'ajouter que P », « Et le maire de conclure : “P” »: an infinitive that tells on, of whoever spoke
    before, or of who stands before it."""
    tokens, first = sx.tokens, sx.region(cue.head)[0]
    at = cue.first - 1
    if sx.document.language.code != "fr" or cue.kind != "infinitive" or at <= first or tokens[first].pos != "CCONJ":
        return False
    subject = sx.np_from.get(first + 1)
    opens = tokens[at].lower in ("de", "d'") and at in (first + 1, subject.last if subject is not None else -1)
    after = tokens[cue.last : cue.last + NARRATED]
    said = bool(after) and (after[0].lower in sx.grammar.complementizers or after[0].text in QUOTE_MARKS)
    colon = next((i for i, token in enumerate(after) if token.text == ":"), -1)  # « Et de conclure, amère : “P” »
    said = said or (colon != -1 and not any(sx.finite[cue.last : cue.last + colon]))
    return opens and said and bool({"clause", "quote"} & cue.takes)


def gerund(sx: Syntax, cue: Cue) -> bool:
    """« Tout en insistant sur le bilan du président, le candidat … »: what follows is the object."""
    feats = sx.tokens[cue.head].feats
    return sx.document.language.code == "fr" and cue.kind == "participle" and feats.get("Tense") == "Pres"


def as_said(sx: Syntax, cue: Cue) -> bool:
    """« P, comme l’a annoncé X »: the source follows the verb, the content stands before."""
    first = sx.region(cue.head)[0]
    return cue.kind == "verb" and cue.first > first and sx.tokens[cue.first - 1].lower in AS


def closes_clause(sx: Syntax, cue: Cue) -> bool:
    """« Le bilan pourrait s'alourdir, redoutent les secours »: a clause of its own before the comma, and behind the
    verb, up to the end, one who can speak, or who agrees with it where the clause's subject doesn't.

    Not an enumeration of verbs (« il crie, accuse la police de P »): what follows goes on, or the verb takes a person.
    """
    first, last = sx.region(cue.head)
    tokens = sx.tokens
    if sx.document.language.code != "fr" or cue.kind != "verb" or cue.passive or cue.pronoun != -1:
        return False
    if cue.first - 2 < first or tokens[cue.first - 1].text != "," or "clause" not in cue.takes:
        return False
    subject = sx.np_from.get(cue.last)
    if subject is None or any(taken.startswith("person+") for taken in cue.takes):
        return False
    end = with_genitives(sx, subject.last, last)
    if end < last and tokens[end].text not in ",.;:—–" and tokens[end].pos != "ADP":
        return False
    verb = next((i for i in range(first, cue.first) if sx.finite[i]), -1)
    if verb == -1 or any(t.lower in sx.grammar.relatives for t in tokens[first:verb]):
        return False
    before = next((p for p in map(sx.np_from.get, range(first, verb)) if p is not None), None)
    agrees = before is not None and tokens[before.head].feats.get("Number") == tokens[cue.head].feats.get("Number")
    speaks = head_class(sx, subject.first, end, subject.head) in ("person", "person-name", "body", "document")
    return speaks or not agrees


def inverted_relative(sx: Syntax, cue: Cue) -> bool:
    """« une version que contestent les élus »: what stands before the pronoun is the object, the subject follows."""
    if sx.document.language.code != "fr" or cue.kind != "verb" or cue.passive or not cue.first:
        return False
    before = sx.tokens[cue.first - 1]
    return before.lower in sx.grammar.object_relatives and before.lower in sx.grammar.complementizers


def parts_from_subject(sx: Syntax, cue: Cue) -> bool:
    """« Londres, croient des diplomates à Bruxelles, est favorable »: between commas the verb, then who says it, and
    behind them the verb of what stands before."""
    tokens, (first, last) = sx.tokens, sx.region(cue.head)
    if sx.document.language.code != "fr" or cue.kind != "verb" or cue.passive or cue.pronoun != -1:
        return False
    if cue.first <= first + 1 or tokens[cue.first - 1].text != "," or "clause" not in cue.takes:
        return False
    who = sx.np_from.get(cue.last)
    if who is None or any(sx.finite[first : cue.first]):
        return False
    if head_class(sx, who.first, who.last, who.head) not in ("person", "person-name", "body", "document"):
        return False  # « Le délégué, Luc Grandjean, pointe le manque d'effectifs, … »
    near = range(cue.last + 1, min(cue.last + PARTED, last - 1))
    comma = next((i for i in near if tokens[i].text in ",;:" or sx.finite[i]), -1)
    return comma != -1 and tokens[comma].text == "," and resumes(sx, comma + 1, last)


def resumes(sx: Syntax, at: int, last: int) -> bool:
    """Does a finite verb, or what the tagger takes for its participle ("left"), stand at token ``at``, perhaps behind
    its negation and clitics?"""
    while at < last and sx.tokens[at].lower in sx.grammar.negations | sx.grammar.object_clitics:
        at += 1
    return at < last and (sx.finite[at] or sx.tokens[at].tag == "VBN")


def takes_what_follows(sx: Syntax, cue: Cue) -> bool:
    """ "After asking for his release, X …": behind an expression's preposition stands what is asked for."""
    return " " in cue.lemma and sx.tokens[cue.last - 1].pos == "ADP"


def set_off(sx: Syntax, cue: Cue) -> bool:
    """Does a mark part the cue from what stands before it? Not « Le ministre dit-il vrai ? »."""
    before = sx.tokens[cue.first - 1] if cue.first else None
    return before is not None and (before.text in (",", "—", "–") or before.text in QUOTE_MARKS)


def denies_a_saying(sx: Syntax, cue: Cue) -> bool:
    """ "quashed (rumours that P)", « dissipe (les rumeurs d'une pénurie) »: a verb of denial before what is said.

    Not before what a court may quash, or the wind.
    """
    phrase = sx.np_from.get(cue.last)
    denial = cue.kind == "verb" and not cue.passive and cue.entry.get("stance") == "denies"
    return denial and phrase is not None and sx.tokens[phrase.head].lemma in sx.grammar.hearsay_nouns


def commits(sx: Syntax, cue: Cue) -> bool:
    """« a accepté (de le recevoir) », "agreed (to pay)": a verb of promising or consenting, and what they will do.

    Not "might agree to P", nor « a accepté de parler », "agreed to answer questions": so it was that they were asked.
    """
    tokens, rules, k = sx.tokens, sx.grammar, cue.last + 1
    if cue.lemma not in rules.committing or cue.kind != "verb" or cue.negated or cue.passive or cue.governed:
        return False
    if k >= len(tokens) or tokens[cue.last].lower not in rules.infinitive_markers:
        return False
    if any(t.tag == "MD" or t.feats.get("Mood") in ("Cnd", "Sub") for t in tokens[cue.first : cue.last]):
        return False
    while k + 1 < len(tokens) and tokens[k].lower in rules.object_clitics | rules.negations:
        k += 1
    known = lexicon(sx.document.language.code)["verbs"].get(tokens[k].lemma, {})
    speaks = tokens[k].lemma in rules.answering | rules.commenting or known.get("stance") == "asserts"
    return (tokens[k].infinitive or tokens[k].tag == "VB") and not speaks


def likened(sx: Syntax, cue: Cue) -> int:
    """« décrivent l'accord (comme) une trahison », "describe (as) a recluse": the token that likens, near a verb that
    only tells what something is like; -1 elsewhere."""
    if cue.lemma not in sx.grammar.describing or cue.kind != "verb" or cue.passive or cue.negated:
        return -1
    near = range(cue.last, min(cue.last + LIKENED, sx.region(cue.head)[1]))
    stop = next((i for i in near if sx.tokens[i].text in ",;:" or sx.finite[i]), near.stop)
    likens = (i for i in range(cue.last, stop) if sx.tokens[i].lower in sx.grammar.likening)
    return next((i for i in likens if not any(sx.subject[i + 1 : stop])), -1)  # not "described, as she left, P"


def past_participle(sx: Syntax, cue: Cue) -> bool:
    """« des élus (accusés) d'avoir menti », "a man (suspected) of P": is it a past participle without an auxiliary?"""
    token = sx.tokens[cue.head]
    past = token.tag == "VBN" or (token.participle and token.feats.get("Tense") == "Past")
    return cue.kind == "participle" and past
