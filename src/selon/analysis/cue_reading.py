"""Reads a cue in its sentence: which entry of the lexicon it is, negated, refused, conditional, and what it takes.

"n'a pas voulu confirmer" is the entry "confirmer", refused; "dit espérer" is "espérer" (the last cue verb of the group
decides); "aurait affirmé" is "affirmer" in the conditional.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from selon.analysis.clauses import is_finite, main_clause
from selon.analysis.conditional import is_conditional
from selon.analysis.document import Document, Token
from selon.languages.cues import Cue, CueLexicon, cues
from selon.languages.grammar import grammar
from selon.languages.verbforms import analyses
from selon.model import Spans

NOBODY = frozenset(("neither", "no", "none", "nobody"))
REFLEXIVES = frozenset(("se", "s'", "me", "m'", "nous", "vous"))
OTHER = frozenset(("autre", "moindre", "further", "other"))  # « faire d'autre commentaire »
SHORT = 5  # tokens of « faire d'autre commentaire »
PAST_TAGS = frozenset(("VBD", "VBN"))


@dataclass(frozen=True, slots=True)
class CueReading:
    """``entry`` is None where the lexicon has no such cue; ``complement`` names what the content is (see cues.toml).

    ``negated``: the cue's own negation ("ne dément pas"); ``refused``: it is what somebody will not do ("declined to
    say"); ``conditional``: in the journalistic conditional ("aurait dit"); ``past``: in a past tense.
    """

    entry: Cue | None
    tokens: tuple[Token, ...] = ()
    negated: bool = False
    refused: bool = False
    conditional: bool = False
    past: bool = False
    complement: str = ""
    run_on: bool = False  # the expression ends inside the content: "se dit « très inquiet »"


def read_cue(document: Document, cue: Spans, content: Spans, lemma: str = "", source: Spans = ()) -> CueReading:
    """What the cue is and how it is put. Never raises: a cue of which nothing is known reads as an empty one.

    ``source`` may negate it: "Neither Paris nor Berlin confirmed P".
    """
    code = document.language.code
    tokens = [token for span in cue for token in document.tokens_in(*span)]
    inside = [token for span in content for token in document.tokens_in(*span)]
    ahead = _run_on(document, tokens, inside)
    entry = _entry(document, tokens, ahead) or _by_key(cues(code), lemma)
    complement = _complement(document, cue, content, inside, entry)
    if not tokens:
        return CueReading(entry, complement=complement)
    negated = _negated(tokens, inside, code)
    negated = negated or _nobody(document, source, code)
    if entry is not None and grammar(code).negatives & set(entry.words):
        negated = False  # "pleaded not guilty", "be not sure": the entry holds the negation
    refused = _refused(document, tokens, inside, negated) or (
        entry is None and tokens[0].lower in grammar(code).privatives
    )
    finite = [token for token in tokens if token.pos in ("VERB", "AUX")]
    conditional = code == "fr" and bool(finite) and is_conditional(finite[0].lower)
    past = any(t.tag in PAST_TAGS or t.feats.get("Tense") in ("Past", "Imp") for t in finite)
    run_on = bool(ahead) and entry is not None and entry != _entry(document, tokens)
    return CueReading(entry, tuple(tokens), negated, refused, conditional, past, complement, run_on)


def _by_key(lexicon: CueLexicon, key: str) -> Cue | None:
    return lexicon.verb(key.removeprefix("se "), key.startswith("se ")) or lexicon.nouns.get(key) if key else None


def lemma_in(token: Token, code: str) -> str:
    """The verb's lemma where the tagger lost it ("dément", "estime" taken for nouns); else the token's own."""
    lexicon = cues(code)
    if token.lemma in lexicon.verbs and token.pos in ("VERB", "AUX"):
        return token.lemma
    readings = [r for r in analyses(token.lower, code) if r.lemma in lexicon.verbs or r.lemma in lexicon.reflexives]
    if token.pos == "AUX":
        return token.lemma  # "étaient" is être, not étayer
    if readings and (token.pos == "VERB" or (code == "fr" and token.lemma not in lexicon.nouns)):
        return readings[0].lemma
    return token.lemma


def _run_on(document: Document, tokens: list[Token], inside: list[Token]) -> list[Token]:
    """The words of the content that follow the cue at once: "se disent | prêts à P", "a plaidé | non coupable"."""
    if not tokens or not inside or not 0 < inside[0].i - tokens[-1].i <= 2:
        return []
    return [token for token in inside[:4] if token.pos != "PUNCT"][:3]


def _entry(document: Document, tokens: list[Token], ahead: list[Token] | None = None) -> Cue | None:
    """The entry of a cue's tokens; ``ahead``: words after it that may complete an expression, never begin one."""
    if not tokens:
        return None
    code = document.language.code
    lexicon = cues(code)
    forms = [token.lower for token in tokens]
    lemmas = [lemma_in(token, code) for token in tokens]
    for table in (lexicon.prepositions, lexicon.adverbs):
        for cue in table.get(forms[0], ()):
            end = lexicon.match(cue, forms, lemmas, 0)
            if end and (end >= len(forms) - 1 or len(cue.words) > 2):
                return cue
    more = [*tokens, *(ahead or [])]
    expression = _expression(
        lexicon, more, [t.lower for t in more], lemmas + [lemma_in(t, code) for t in ahead or []], len(tokens)
    )
    if expression:
        return expression
    found: Cue | None = None
    for k in reversed(range(len(tokens))):
        if lemmas[k] in grammar(code).cue_auxiliaries and len(tokens) > 1:
            continue
        reflexive = any(form in REFLEXIVES for form in forms[max(k - 3, 0) : k])
        if tokens[k].pos in ("VERB", "AUX") or lemmas[k] != tokens[k].lemma or tokens[k].pos in ("ADV", "ADJ", "X"):
            found = lexicon.verb(lemmas[k], reflexive)
        if found:
            break
    heads = [lemma for lemma, token in zip(lemmas, tokens, strict=True) if token.pos == "NOUN"]
    noun = next((lexicon.nouns[lemma] for lemma in heads if lemma in lexicon.nouns), None)
    if found and not (found.strength == "low" and noun is not None):
        return found  # "demands include P": the noun says more than a general verb
    if noun is not None:
        return noun
    for lemma, form in zip(lemmas, forms, strict=True):
        found = lexicon.nouns.get(lemma) or lexicon.nouns.get(form) or lexicon.verb(lemma)
        if found and lemma not in grammar(code).cue_auxiliaries:
            return found
    for cue in lexicon.echoes.get(forms[0], ()):
        if lexicon.match(cue, forms, lemmas, 0):
            return cue
    return None


def _expression(
    lexicon: CueLexicon, tokens: list[Token], forms: list[str], lemmas: list[str], starts: int
) -> Cue | None:
    """The longest expression in the group; adverbs, clitics and auxiliaries may stand between its words."""
    best: Cue | None = None
    for k in range(starts):
        for table in (lexicon.expressions, lexicon.noun_expressions):
            for cue in (*table.get(lemmas[k], ()), *table.get(forms[k], ())):
                words = cue.words[1:] if cue.reflexive and cue.words[0] in ("se", "s'") else cue.words
                if (best is None or len(words) > len(best.words)) and _in_order(
                    lexicon, words, forms, lemmas, tokens, k
                ):
                    best = cue
    return best


def _in_order(
    lexicon: CueLexicon, words: tuple[str, ...], forms: list[str], lemmas: list[str], tokens: list[Token], at: int
) -> bool:
    k = at
    for number, word in enumerate(words):
        gap = 0
        while k < len(tokens) and not lexicon.fits(word, forms[k], lemmas[k]):
            loose = tokens[k].pos in ("ADV", "AUX", "PRON", "PUNCT", "PART", "DET", "ADP") or forms[k] in ("-t", "t")
            loose = loose or lemmas[k] in OTHER
            gap += 1
            k += 1
            if number == 0 or not loose or gap > 4:
                return False
        if k >= len(tokens):
            return number == len(words) - 1 and number >= 2 and words[-1] in ("de", "que", "à", "sur")
        k += 1
    return True


def _negated(tokens: list[Token], inside: list[Token], code: str) -> bool:
    words = [token.lower for token in tokens]
    if words and words[0] in grammar(code).privatives:
        return True
    if code == "en":
        negative = any(word in grammar("en").negatives for word in words) and "only" not in words
        return negative or any(pair == ("yet", "to") for pair in pairwise(words))
    if words[:1] and words[0] in grammar(code).no_such and not any(token.pos in ("VERB", "AUX") for token in tokens):
        return True  # « aucun commentaire de X »
    if "ne" not in words and "n'" not in words:
        return False
    if any(word in grammar("fr").negatives for word in words):
        return "moins" not in words[words.index("pas") :] if "pas" in words else True
    # "ne prévoit que P", "n'autorise P que si" only restrict; "n'a constaté aucun P", "ne précise pas P" deny
    follows = [token.lower for token in inside]
    return not (grammar("fr").complementizers & set(follows) and not grammar("fr").negatives & set(follows))


def _nobody(document: Document, source: Spans, code: str) -> bool:
    """ "Neither X nor Y confirmed P", "no official would say", "Not all agree": in French the verb is negated too."""
    if code != "en" or not source:
        return False
    at = document.token_at(source[0].start)
    return document.tokens[at].lower in NOBODY or (at > 0 and document.tokens[at - 1].lower == "not")


def _refused(document: Document, tokens: list[Token], inside: list[Token], negated: bool) -> bool:
    code = document.language.code
    verbs = [lemma_in(token, code) for token in tokens]
    spoken = [lemma for lemma, t in zip(verbs, tokens, strict=True) if t.pos == "VERB" and lemma in cues(code).verbs]
    if negated and len(spoken) > 1 and grammar(code).neither & {token.lower for token in tokens}:
        return True  # "n'a ni confirmé ni démenti"
    for k, lemma in enumerate(verbs):
        rest = [other for other, token in zip(verbs[k + 1 :], tokens[k + 1 :], strict=True) if token.pos == "VERB"]
        # "a refusé de commenter", "declined to endorse P": a cue follows, in the group or as the content's own
        # infinitive; whatever it would say, it isn't said
        unsaid = cues(code).verb(rest[-1]) if rest else _first_infinitive(document, inside)
        if lemma in grammar(code).unsaying and unsaid is not None:
            return not negated
        passive = lemma == "être" and tokens[-1].participle  # « n'a pas été démentie »
        if negated and lemma in grammar(code).unwilling and not passive and rest and cues(code).verb(rest[-1]):
            return True
        if negated and lemma in grammar(code).unwilling and not rest and _comments(inside, code):
            return True
    return False


def _comments(inside: list[Token], code: str) -> bool:
    """« ne souhaite pas (faire d'autre commentaire) », "would not (make any comment)"."""
    does = bool(inside) and any(token.infinitive or token.tag == "VB" for token in inside[:2])
    return does and len(inside) <= SHORT and inside[-1].lemma in grammar(code).replies


def _first_infinitive(document: Document, inside: list[Token]) -> Cue | None:
    code = document.language.code
    for token in inside[:3]:
        if token.infinitive or token.tag == "VB":
            return cues(code).verb(token.lemma)
    return None


def _complement(document: Document, cue: Spans, content: Spans, inside: list[Token], entry: Cue | None) -> str:
    """The name of the content's form, as "takes" has it; a preposition before it is named by its own lemma."""
    code = document.language.code
    words = [token for token in inside if token.pos != "PUNCT"]
    if not words:
        return ""
    first = words[0]
    second = words[1] if len(words) > 1 else first
    if document.text[content[0].start] in '«“"„‘':
        return "quote"
    if first.lower in grammar(code).complementizers:
        return "clause"
    if first.lower in grammar(code).asked_words and code + first.lower not in ("ens'",):
        return "whether"
    if _after_clitics(words) or (
        first.lower in grammar(code).infinitive_markers and (second.infinitive or second.tag == "VB" or _clitic(words))
    ):
        return "infinitive"
    if first.tag == "VBG":
        return "gerund"
    if code == "en" and _progressive(document, cue):
        return "progressive"
    before = document.tokens[first.i - 1] if first.i else None
    if before is not None and before.pos == "ADP" and cue and cue[-1].end <= before.end:
        return _plain(before.lower)
    if entry is not None and "small" in entry.takes and _named(document, content, words):
        return "small"
    verb = next((t for t in words if t.pos in ("VERB", "AUX") and not t.participle), None)
    if code == "fr" and verb is not None and verb.infinitive and words.index(verb) < 6 and first.pos in ("ADP", "ADV"):
        return "infinitive"  # "souhaite à long terme doubler P"
    if any(is_finite(token) and token.lower != "soit" for token in main_clause(words, code)):
        return "clause"
    object_does = entry is not None and "person+infinitive" in entry.takes
    if object_does and code == "en" and any(a.lower == "to" and b.tag == "VB" for a, b in pairwise(words)):
        return "person+infinitive"  # "wanted the politicians to stop"
    return "noun"


def _named(document: Document, content: Spans, words: list[Token]) -> bool:
    """« a appelé X “la châtelaine” », « l'a appelé la “châtelaine” »: a name in quotation marks ends the content."""
    quoted = document.quotation_at(content[-1].end - 1)
    verbs = [t for t in words if t.pos in ("VERB", "AUX") and document.quotation_at(t.start) is None]
    return quoted is not None and words[0].pos in ("DET", "PROPN", "NOUN", "PRON") and not verbs


def _progressive(document: Document, cue: Spans) -> bool:
    """ "is considering P": a form of be and a present participle."""
    tokens = [token for span in cue for token in document.tokens_in(*span)]
    return bool(tokens) and tokens[-1].tag == "VBG" and any(token.lemma == "be" for token in tokens)


def _after_clitics(words: list[Token]) -> bool:
    """An infinitive first, but for clitics and adverbs: "compte se rendre à P"."""
    verb = next((k for k, token in enumerate(words[:4]) if token.infinitive), -1)
    return verb >= 0 and all(token.pos in ("PRON", "ADV") for token in words[:verb])


def _clitic(words: list[Token]) -> bool:
    """de ne pas faire, d'y aller, de le dire: an infinitive after clitics."""
    return any(token.infinitive or token.tag == "VB" for token in words[2:5]) and words[1].pos in ("PRON", "ADV", "DET")


def _plain(preposition: str) -> str:
    return {"d'": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}.get(preposition, preposition)
