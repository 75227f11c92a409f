"""Words that may attribute: verb groups, prepositions, nouns, a colon before a quotation.

Everything that could be a cue is proposed here, with what the lexicon knows of it; the trained scorer decides.
"""

from __future__ import annotations

from selon.analysis.attribution.encoder.network import Floats
from selon.analysis.attribution.lexicon import Cue, expressions, lexicon, match_tail, prepositions_by_word, states
from selon.analysis.attribution.syntax import Syntax, whose
from selon.analysis.attribution.verb_groups import hidden_verb, verb_group
from selon.languages.hedges import hedges, phrase_at

OWN_VIEW = {"stance": "asserts", "strength": "high"}  # the entry of « à ses yeux »
LONGEST_HEDGE = 4  # tokens behind a preposition
LONGEST_STATE = 8  # tokens from the copula to the last word of the cue


def find_cues(sx: Syntax, heard: Floats | None = None) -> list[Cue]:
    """Every possible cue of the document, by position; ``heard``: how likely each token is one, by the encoder."""
    out: list[Cue] = []
    code = sx.document.language.code
    verbs = lexicon(code)["verbs"]
    for token in sx.tokens:
        i = token.i
        known = token.lemma in verbs
        if token.pos in ("VERB", "AUX") or (known and hidden_verb(sx, i)):
            # "citing X" is both; "have met according to X" no verb
            cue = verb_group(sx, i, code, heard) if known or not names_a_source(sx, i) else None
            if cue is not None:
                out.append(cue)
            cue = _state(sx, i, code)
            if cue is not None:
                out.append(cue)
        elif token.lower in (":", "\u2014", "\u2013"):
            cue = _colon(sx, i)
            if cue is not None:
                out.append(cue)
        if token.pos in ("ADP", "SCONJ", "ADV", "VERB", "NOUN", "PROPN", "CCONJ", "ADJ", "X", "DET"):
            cue = _own_view(sx, i) or _believed(sx, i, code) or _preposition(sx, i, code)
            if cue is not None:
                out.append(cue)
        if token.pos in ("NOUN", "PROPN"):
            cue = _noun(sx, i, code)
            if cue is not None:
                out.append(cue)
    out = _one_a_head(out)
    # « n'a pas voulu confirmer », "declined to say": the governing verb is a part of the cue, not a cue of its own.
    swallowed = {i for cue in out if cue.governed and cue.entry for i in range(cue.first, cue.head)}
    swallowed |= {cue.joint for cue in out}
    out = [cue for cue in out if cue.head not in swallowed or cue.table != "verbs"]
    for cue in out:
        if cue.entry and (cue.kind != "noun"):
            strong = cue.entry.get("strength") == "high"
            sx.cue_strength[cue.head] = max(sx.cue_strength[cue.head], 2 if strong else 1)
    return out


def _one_a_head(found: list[Cue]) -> list[Cue]:
    """Without the states whose last word is a known cue by itself ("were worried"), and without that cue where the
    state has more words ("was quoted as saying")."""
    others = {cue.head for cue in found if not cue.state and cue.entry}
    states = {cue.head for cue in found if cue.state and (cue.head not in others or cue.lemma.count(" ") > 1)}
    return [cue for cue in found if (cue.head in states) == cue.state]


def _state(sx: Syntax, i: int, code: str) -> Cue | None:
    """« n'est pas hostile à P », "were optimistic that P": a copula, what it takes, and the auxiliaries before it."""
    tokens = sx.tokens
    if tokens[i].lemma not in sx.grammar.determiner_copulas:
        return None
    limit = sx.region(i)[1]
    matched = ((match_tail(sx, i + 1, tail, limit), key) for tail, key in states(code)[tokens[i].lemma])
    end, key = next(((end, key) for end, key in matched if 0 < end <= i + LONGEST_STATE), (0, ""))
    if not end:
        return None
    first = i
    while first > sx.region(i)[0] and (
        tokens[first - 1].pos in ("AUX", "ADV", "PART")
        or tokens[first - 1].lower in sx.grammar.negations
        or tokens[first - 1].lower in sx.grammar.object_clitics
    ):
        first -= 1
    negated = "not" not in key.split() and any(t.lower in sx.grammar.negations for t in tokens[first:end])
    finite = any(sx.finite[k] or tokens[k].tag == "MD" for k in range(first, i + 1))
    kind = "verb" if finite else "infinitive" if tokens[i].infinitive or tokens[i].tag == "VB" else "participle"
    return Cue(kind, end - 1, first, end, key, lexicon(code)["verbs"][key], negated, state=True)


def _preposition(sx: Syntax, i: int, code: str) -> Cue | None:
    tokens = sx.tokens
    best: tuple[int, str] | None = None
    for words, key in prepositions_by_word(code).get(tokens[i].lower, ()):
        k = i
        for word in words:
            if (k < len(tokens) and tokens[k].lower == word) or (
                k < len(tokens) and tokens[k].lower in ("du", "des", "au", "aux", "d'") and word in ("de", "à")
            ):
                k += 1
            else:
                break
        else:
            if best is None or k > best[0]:
                best = (k, key)
    if best is None or _hedges(sx, i, best[0], code):
        return None  # « selon toute vraisemblance » is nobody's opinion
    last, key = best
    if key.split()[-1] in sx.grammar.source_nouns:
        last -= 1  # « De (source policière), P »: the noun is who says so
    return Cue("preposition", i, i, last, key, lexicon(code)["prepositions"][key], table="prepositions")


def _own_view(sx: Syntax, i: int) -> Cue | None:
    """« (à) ses (yeux) », "(by) her (own account)": a preposition, whose it is, and a noun of views."""
    tokens = sx.tokens
    if i + 2 >= len(tokens) or not whose(sx, i + 1):
        return None
    for last in range(i + 2, min(i + 4, len(tokens))):  # "by her (own) account"
        key = f"{tokens[i].lower} {tokens[last].lower}"
        if key in sx.grammar.own_views:
            return Cue("preposition", last, i, last + 1, key, OWN_VIEW, table="prepositions", pronoun=i + 1)
        if tokens[last].pos != "ADJ":
            return None
    return None


def _believed(sx: Syntax, i: int, code: str) -> Cue | None:
    """« à (l')en croire », « à (les) entendre »: a preposition with an infinitive, whose object is who says it."""
    tokens, end = sx.tokens, i + 2
    if end >= len(tokens) or tokens[i + 1].lower not in sx.grammar.believed:
        return None
    for words, key in prepositions_by_word(code).get(tokens[i].lower, ()):
        last = i + 1 + len(words)
        if [t.lower for t in tokens[end:last]] == words[1:] and last <= len(tokens) and tokens[last - 1].infinitive:
            entry = lexicon(code)["prepositions"][key]
            return Cue("preposition", last - 1, i, last, key, entry, table="prepositions", pronoun=i + 1)
    return None


def _hedges(sx: Syntax, i: int, end: int, code: str) -> bool:
    """Do the tokens from i on hedge, beyond ``end``, where the preposition would end?"""
    words = [token.lower for token in sx.tokens[i : end + LONGEST_HEDGE]]
    found = phrase_at(hedges(code).adverbs, words, 0)
    return found is not None and i + len(found[0]) > end


def named_by(sx: Syntax, i: int) -> int:
    """Where the source begins that a preposition at token i names for sure ("according to"); -1 where none does."""
    cue = _preposition(sx, i, sx.document.language.code)
    return cue.last if cue is not None and cue.entry.get("strength") == "high" else -1


def names_a_source(sx: Syntax, i: int) -> bool:
    """Does token i begin a preposition that nearly always names a source ("according to", « selon », « d'après »)?"""
    return named_by(sx, i) != -1


def _noun(sx: Syntax, i: int, code: str) -> Cue | None:
    token = sx.tokens[i]
    nouns = lexicon(code)["nouns"]
    for tail, key in expressions(code, "nouns").get(token.lemma, ()):
        end = match_tail(sx, i + 1, tail, sx.region(i)[1])
        if end:
            return Cue("noun", i, i, end, key, nouns[key], table="nouns")
    key = token.lemma if token.lemma in nouns else token.lower
    if key not in nouns:
        return None
    return Cue("noun", i, i, i + 1, key, nouns[key], table="nouns")


def _colon(sx: Syntax, i: int) -> Cue | None:
    """« X : “P” », “X : P” in a headline: the cue stays empty, the words before the colon name the source."""
    first, last = sx.region(i)
    if i + 1 >= last or i == first:
        return None
    return Cue("colon", i, i, i + 1, sx.tokens[i].lower, {}, table="colon")
