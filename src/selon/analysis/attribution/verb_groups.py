"""The verb group that a possible cue is: with its auxiliaries, negation, clitics and what governs it."""

from __future__ import annotations

from selon.analysis.attribution.encoder.network import Floats
from selon.analysis.attribution.lexicon import Cue, expressions, lexicon, match_tail
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.morphology import participle_only

HEARD = 0.3  # a governing verb that the encoder gives as much, and more than the governed one, is a cue of its own
SCARE = 6  # tokens, marks included: a shorter quotation may stand inside a verb group (« n'a “jamais vraiment” dit »)


def hidden_verb(sx: Syntax, i: int) -> bool:
    """A cue verb's form that the tagger took for another word (« X dément que », « Séoul doute de »)."""
    token = sx.tokens[i]
    if token.pos in ("VERB", "AUX", "PUNCT", "DET", "ADP", "PRON", "CCONJ", "NUM") or i == 0:
        return False
    before = sx.tokens[i - 1]
    return before.pos in ("PROPN", "NOUN", "PRON", "X", "ADV", "PUNCT", "ADJ") and token.lower != token.lemma


def verb_group(sx: Syntax, i: int, code: str, heard: Floats | None) -> Cue | None:
    """The possible cue whose verb is token i, with its group; None where i is another verb's auxiliary.

    ``heard``: how likely each token is a cue, by the encoder.
    """
    tokens, rules = sx.tokens, sx.grammar
    token = tokens[i]
    if token.pos == "AUX" and i + 1 < len(tokens) and _continues_group(sx, i):
        return None
    region_first, region_last = sx.region(i)
    first, negated, passive, reflexive, finite, pronoun, governed = i, False, False, False, False, -1, False
    hidden = token.pos not in ("VERB", "AUX")
    past = token.participle or (
        hidden and code == "fr" and participle_only(token.lower)
    )  # « une idée jugée “absurde” »
    finite = token.feats.get("VerbForm") == "Fin" or (hidden and not past)
    infinitive = token.infinitive or token.tag == "VB"
    j, helper = i - 1, -1
    solid = i  # the group reaches at least to here
    while j >= region_first:
        t = tokens[j]
        if _speech_ends(sx, j, i):
            break
        if t.pos == "AUX" or j == helper or (t.tag in ("MD", "VBD", "VBZ", "VBP") and t.lemma in ("have", "be", "do")):
            finite = finite or t.feats.get("VerbForm") == "Fin" or t.tag == "MD"
            passive = passive or t.lemma in rules.determiner_copulas
            infinitive = infinitive and not (t.tag == "MD" or t.lemma == "do")
            solid = j
        elif t.lower in rules.inverted_pronouns:
            pronoun = j if t.lower not in ("-t", "t") else pronoun
        elif t.lower in ("-t", "t", "-"):
            pass
        elif t.lower in rules.negations or (t.lower in rules.neither and t.pos == "CCONJ" and token.participle):
            negated = True
            solid = j
        elif t.lower in rules.object_clitics and t.pos in ("PRON", "DET", "ADV", "ADP"):
            reflexive = reflexive or t.lower in ("se", "s'", "me", "m'")
            solid = j
        elif t.pos == "ADV":
            pass
        elif _unfulfilled(sx, j):
            governed, negated, finite, infinitive = True, True, True, False
            j = solid = j - 2
        elif (t.lower in rules.infinitive_markers or solid == j + 1) and _governor(sx, j):
            g = j if t.pos == "VERB" else j - 1
            if heard is not None and infinitive and heard[g] >= max(HEARD, heard[i]):
                break  # « refuse de revenir sur P »: who refuses says so, what he won't do is what he says
            governed = True
            solid = g
            j = g
            finite = finite or tokens[g].feats.get("VerbForm") == "Fin" or tokens[g].tag in ("VBD", "VBZ", "VBP")
            infinitive = False
        else:
            inserted = _insertion(sx, j, region_first)
            if inserted == -1:
                break
            j = helper = inserted
            continue
        j -= 1
    first = solid
    last = i + 1
    entry_key, table = "", "verbs"
    verbs = lexicon(code)["verbs"]
    lemma = token.lemma
    if last < region_last and f"{lemma} {tokens[last].lower}" in rules.phrasal_acts:
        return None  # "called off its search"
    for tail, key in expressions(code, "verbs").get(lemma, ()):
        end = match_tail(sx, i + 1, tail, region_last)
        if end:
            entry_key, last = key, end
            break
    if not entry_key:
        for key in (f"se {lemma}", f"s'{lemma}") if reflexive else ():
            if key in verbs:
                entry_key = key
        entry_key = entry_key or (lemma if lemma in verbs else "")
    if not entry_key:
        entry_key = _made_of(sx, first, i, code)  # « fait valoir », where the tagger has « fait » for an auxiliary
    # « n'affirme pas »; but "says no …", and « assure ne pas savoir », are of what is said.
    if last < region_last and tokens[last].lower in rules.negations - rules.negations_before:
        negated = True
        last += 1
    joint = _joint(sx, last, region_last, governed or negated)
    last = joint + 1 if joint != -1 else last
    if pronoun == -1:
        inside = i + 1 < last and tokens[i + 1].lower.startswith("-")  # « fait-il valoir »
        k = i + 1 if inside else last
        while (
            k < region_last
            and k < last + 2
            and (tokens[k].lower in ("-t", "t", "-") or tokens[k].lower in rules.inverted_pronouns)
        ):
            if tokens[k].lower in rules.inverted_pronouns:
                pronoun = k
                break
            k += 1
    if reflexive:
        passive = False
    if past and not finite and not (token.tag == "VBG" or token.lower.endswith("ant")):
        passive = True
    if token.feats.get("Tense") != "Past" and token.tag not in ("VBN", "VBD") and not (past and hidden):
        passive = False
    kind = "verb" if finite else "infinitive" if infinitive else "participle"
    # The encoder may hear another word of the cue: « n'a ni confirmé ni démenti », « pointe du doigt ».
    loudest = i if heard is None or (joint == -1 and " " not in entry_key) else i + int(heard[i:last].argmax())
    louder = loudest == joint
    return Cue(
        kind,
        loudest,
        first,
        last,
        entry_key or lemma,
        verbs.get(entry_key, {}),
        negated,
        passive,
        reflexive,
        pronoun,
        governed,
        table,
        joint=i if louder else joint,
    )


def _speech_ends(sx: Syntax, j: int, i: int) -> bool:
    """ "…what to do," he told X: no part of a quotation of some length belongs to a verb behind it."""
    quote = sx.quote_of[j]
    return quote not in (-1, sx.quote_of[i]) and sx.quotes[quote][1] - sx.quotes[quote][0] > SCARE


def _insertion(sx: Syntax, j: int, region_first: int) -> int:
    """« a pour sa part indiqué », « avait, jeudi, annoncé »: the auxiliary before a short insertion, or -1.

    What a comma ends a comma must open: "were not in danger, said X" is no verb group.
    """
    tokens = sx.tokens
    comma = tokens[j].text == ","
    for k in range(j, max(j - 5, region_first), -1):
        t = tokens[k]
        if sx.subject[k] or t.text in ";:" or (t.text == "," and not comma):
            return -1  # "may be in hospital, he said", "is in hospital, Smith said": the subject of a clause of its own
        if t.pos in ("VERB", "AUX", "CCONJ") or sx.finite[k] or t.lower in sx.grammar.complementizers:
            return -1  # "any were in Kursk, but added": another verb's auxiliary
        opener = k < j and t.text == ","
        if not comma:
            opener = (
                t.pos == "ADP" or t.lower in sx.grammar.reference_nouns or t.lower in ("lui", "elle", "eux", "quant")
            )
        helper = tokens[k - 1].pos == "AUX" or _auxiliary(sx, k - 1) or tokens[k - 1].lower in sx.grammar.negations
        if opener and helper and k - 1 >= region_first:
            return k - 1  # "does not, however, list": the negation is the group's too
    return -1


def _auxiliary(sx: Syntax, i: int) -> bool:
    """« a pour sa part indiqué »: to the tagger a verb of its own, as no participle follows at once."""
    return sx.tokens[i].pos == "VERB" and sx.tokens[i].lemma in sx.grammar.auxiliaries


def _continues_group(sx: Syntax, i: int) -> bool:
    """Is the auxiliary at i followed by its own verb? Then the verb, not the auxiliary, is the possible cue."""
    tokens, rules = sx.tokens, sx.grammar
    limit = min(i + 7, sx.region(i)[1])
    opener = i + 1 < limit and (tokens[i + 1].pos == "ADP" or tokens[i + 1].text == ",")
    for k in range(i + 1, limit):
        t = tokens[k]
        if t.pos in ("VERB", "AUX"):
            return t.participle or t.infinitive or t.tag in ("VB", "VBN", "VBG") or t.pos == "AUX"
        if not (
            t.pos == "ADV"
            or t.lower in rules.negations
            or t.lower in rules.neither
            or t.lower in rules.inverted_pronouns
            or t.lower in ("-t", "t", "-")
        ):
            if opener and t.pos in ("ADP", "DET", "NOUN", "ADJ", "PUNCT", "PRON") and t.text not in ".;:":
                continue
            return False
    return False


def _unfulfilled(sx: Syntax, j: int) -> bool:
    """ "has yet (to) comment": he has not."""
    tokens = sx.tokens
    pending = (
        j > 1 and tokens[j].lower in sx.grammar.infinitive_markers and tokens[j - 1].lower in sx.grammar.unfulfilled
    )
    return pending and tokens[j - 2].lemma in sx.grammar.auxiliaries


def _governor(sx: Syntax, j: int) -> bool:
    tokens, rules = sx.tokens, sx.grammar
    if tokens[j].pos != "VERB" and tokens[j].lower not in rules.infinitive_markers:
        return False  # "would continue, adding": a comma ends the group
    k = j if tokens[j].pos == "VERB" else j - 1
    return k >= 0 and tokens[k].pos == "VERB" and tokens[k].lemma in rules.governors and k >= j - 1


def _joint(sx: Syntax, at: int, limit: int, denies: bool) -> int:
    """« n'a ni confirmé (ni démenti) P », "would not confirm (or deny) P": the second verb, or -1."""
    k = at - (sx.tokens[at - 1].lower in sx.grammar.neither)  # "nor" was taken for a negation of the first
    if not denies or k + 1 >= limit or sx.tokens[k].lower not in sx.grammar.alternatives:
        return -1
    return k + 1 if sx.tokens[k + 1].pos == "VERB" and not sx.tokens[k + 1].lower.endswith("ing") else -1


def _made_of(sx: Syntax, first: int, i: int, code: str) -> str:
    """The key of an expression that begins before its last verb at i: "faire valoir"; "" where there is none."""
    for k in range(first, i):
        for tail, key in expressions(code, "verbs").get(sx.tokens[k].lemma, ()):
            if tail == (sx.tokens[i].lemma,):
                return key
    return ""
