"""Verbs that the tagger takes for nouns and adverbs, and the encoder hears: « la fédération juge le plan “délirant” ».

The French tagger reads many third persons as nouns ("juge", "compte", "table", "presse"), the more surely the more such
nouns there are. The encoder knows no parts of speech, only whether a word brings in what somebody says: where it hears
one, and the word is a form of a cue verb and stands where a noun can't, it is that verb.
"""

from __future__ import annotations

from selon.analysis.attribution.encoder.network import Floats
from selon.analysis.attribution.lexicon import expression_end, lexicon
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.document import Token
from selon.analysis.morphology import features, third_person

LONGEST = 4  # tokens of an expression
LOUD = 0.8  # … where what stands before it could open a noun phrase as well
PARTLY = 0.3  # … where it makes an expression with the word behind it
FAINT = 0.15  # … where the clause has no other verb
SURE = 0.5  # how likely the encoder must find it that the word brings in what somebody says
NEVER_VERBS = frozenset({"VERB", "AUX", "PUNCT", "DET", "ADP", "PRON", "CCONJ", "NUM"})
BEFORE_NOUNS = frozenset({"DET", "ADP", "NUM", "CCONJ", "SCONJ", "AUX", "VERB"})


def verbs_heard(sx: Syntax, heard: Floats) -> bool:
    """Make verbs of the words that are, in place; whether there were any (the skeleton must be built anew then)."""
    if sx.document.language.code == "en":
        return any([_verbless_clauses(sx, heard), _joined_verbs(sx, heard)])
    found = False
    for token in sx.tokens:
        if heard[token.i] >= FAINT and _no_participle(sx, token):
            found = True
            continue
        if token.pos in NEVER_VERBS or not token.text.islower():
            continue
        if heard[token.i : token.i + LONGEST].max() < SURE:
            continue
        reading = third_person(token.lower)
        if reading is None or heard[token.i : _end(sx, token.i, reading.lemma)].max() < SURE:
            continue
        before = sx.tokens[token.i - 1] if token.i else token
        joined = before.pos == "CCONJ" and heard[token.i] >= LOUD  # « salue P et juge Q »
        latter = _after_deictic(sx, token.i)
        if joined or latter or _after_subject(sx.tokens, token.i):
            token.pos, token.tag, token.lemma, token.feats = "VERB", "VERB", reading.lemma, features(reading)
            found = True
    return found


def _no_participle(sx: Syntax, token: Token) -> bool:
    """« La compagnie mise sur une reprise »: a participle that is a form of a verb which takes what follows, in a
    clause without another verb; makes a verb of it, in place."""
    reading = third_person(token.lower) if token.pos == "VERB" and token.participle else None
    if reading is None or reading.lemma == token.lemma or token.i + 1 >= len(sx.tokens):
        return False
    takes = lexicon("fr")["verbs"].get(reading.lemma, {}).get("takes", ())
    first, last = sx.region(token.i)
    end = next((i for i in range(token.i, last) if sx.tokens[i].text in ",;:"), last)
    if sx.tokens[token.i + 1].lower not in takes or any(sx.finite[first:end]) or first == token.i:
        return False
    if not _after_subject(sx.tokens, token.i):
        return False
    token.tag, token.lemma, token.feats = "VERB", reading.lemma, features(reading)
    return True


def _verbless_clauses(sx: Syntax, heard: Floats) -> bool:
    """ "The authors, however, urge caution", where the tagger saw two nouns: elsewhere English nouns are let be
    ("government claims that P"), but a sentence without a verb has one."""
    found = False
    verbs = lexicon("en")["verbs"]
    for first, last in sx.regions:
        if first >= last or any(sx.finite[first:last]) or sx.tokens[last - 1].text != ".":
            continue
        loudest = max(range(first, last), key=lambda i: heard[i])
        token = sx.tokens[loudest]
        if heard[loudest] < SURE or token.pos != "NOUN" or token.lemma not in verbs or loudest == first:
            continue
        before = sx.tokens[loudest - 1]
        if before.pos in ("NOUN", "PROPN", "PRON", "ADV") or before.text == ",":
            _make_verb(token)
            found = True
    return found


def _joined_verbs(sx: Syntax, heard: Floats) -> bool:
    """ "denies that P and points to Q": a noun behind a conjunction that the encoder hears loud."""
    found = False
    verbs = lexicon("en")["verbs"]
    for before, token, after in zip(sx.tokens, sx.tokens[1:], sx.tokens[2:], strict=False):
        if token.tag != "NNS" or heard[token.i] < PARTLY or token.pos != "NOUN" or token.lemma not in verbs:
            continue
        if heard[token.i] < LOUD and f"{token.lemma} {after.lower}" not in verbs:  # "points to"
            continue
        first = sx.region(token.i)[0]
        goes_on = after.lower != "of" and (after.pos in ("DET", "PRON", "SCONJ", "ADP") or after.tag == "TO")
        if before.pos == "CCONJ" and goes_on and any(sx.finite[first : token.i]):
            _make_verb(token)
            found = True
    return found


def _make_verb(token: Token) -> None:
    number = "Plur" if token.tag == "NN" else "Sing"
    token.pos, token.tag = "VERB", "VBP" if token.tag == "NN" else "VBZ"
    token.feats = {"VerbForm": "Fin", "Tense": "Pres", "Number": number, "Person": "3"}


def _end(sx: Syntax, i: int, lemma: str) -> int:
    """Where the expression ends that begins at token i (« pointe du doigt »: the encoder may hear its last word)."""
    limit = min(i + LONGEST, len(sx.tokens))
    return max(expression_end(sx, i, lemma, limit), i + 1)


def _after_deictic(sx: Syntax, i: int) -> bool:
    """« Celui-ci dément », « Ce dernier dément »; makes a pronoun of the "ci" that the tagger takes for a verb."""
    before, opener = sx.tokens[i - 1], sx.tokens[i - 2]
    if i < 2 or before.lower not in sx.grammar.deictics or opener.sentence != sx.tokens[i].sentence:
        return False
    if opener.text == "-":
        before.pos, before.tag, before.feats = "PRON", "PRON", opener.feats
        return True
    return opener.feats.get("PronType") == "Dem"


def _after_subject(tokens: list[Token], i: int) -> bool:
    """May what stands before token i be a subject, an insertion or a clitic? Nouns follow what opens a noun phrase."""
    k = i - 1
    while k >= 0 and tokens[k].pos == "ADV" and tokens[k].sentence == tokens[i].sentence:
        k -= 1
    if k < 0 or tokens[k].sentence != tokens[i].sentence:
        return False
    if k and tokens[k].pos == "CCONJ" and tokens[k - 1].text == ",":
        return True  # « dit P, mais juge Q »; a list of nouns has a determiner before each
    if tokens[k].pos == "ADJ":  # « La Fédération étudiante revendique », not « une nouvelle demande »
        return k > 0 and tokens[k - 1].pos in ("NOUN", "PROPN", "ADJ")
    return tokens[k].pos not in BEFORE_NOUNS
