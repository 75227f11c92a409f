"""Words that may attribute: verb groups, prepositions, nouns, a colon before a quotation.

Everything that could be a cue is proposed here, with what the lexicon knows of it; the trained scorer decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from selon.analysis.attribution.encoder.network import Floats
from selon.analysis.attribution.syntax import Syntax
from selon.languages import load
from selon.languages.grammar import grammar
from selon.languages.loader import LanguageError

CLITIC_SKIP = frozenset({"ADV", "PART"})


@dataclass(slots=True)
class Cue:
    """A possible cue: tokens ``first`` to ``last``, its head, the lexicon key and entry (empty where it has none).

    ``kind``: "verb" (finite), "participle", "infinitive", "noun", "preposition" or "colon".
    ``pronoun``: the index of an inverted subject pronoun inside the group, or -1.
    """

    kind: str
    head: int
    first: int
    last: int
    lemma: str
    entry: Mapping[str, Any] = field(default_factory=dict)
    negated: bool = False
    passive: bool = False
    reflexive: bool = False
    pronoun: int = -1
    governed: bool = False
    table: str = "verbs"
    joint: int = -1  # the other verb of « n'a ni confirmé ni démenti », "declined to confirm or deny"
    state: bool = False  # what the source is, not does: « être favorable »; the head is the last word

    @property
    def takes(self) -> frozenset[str]:
        return frozenset(self.entry.get("takes", ()))


HEARD = 0.3  # a governing verb that the encoder gives as much, and more than the governed one, is a cue of its own
LONGEST_STATE = 8  # tokens from the copula to the last word of the cue
SCARE = 6  # tokens, marks included: a shorter quotation may stand inside a verb group (« n'a “jamais vraiment” dit »)


@cache
def lexicon(code: str) -> dict[str, dict[str, Mapping[str, Any]]]:
    """The cue tables of a language: verbs, nouns, prepositions … → key → entry."""
    try:
        table = load(code).table("cues")
    except LanguageError:
        table = {}
    return {name: dict(table.get(name, {})) for name in ("verbs", "nouns", "prepositions", "adverbs", "echo")}


@cache
def _expressions(code: str, table: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Keys of several words by their first content word: (the words after it, the key), longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key in lexicon(code)[table]:
        words = key.replace("'", "' ").split()
        while len(words) > 1 and words[0] in ("se", "s'", "en", "y", "be", "être"):
            words = words[1:]
        if len(words) > 1:
            out.setdefault(words[0], []).append((tuple(words[1:]), key))
    for entries in out.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return out


@cache
def _states(code: str) -> list[tuple[str, tuple[str, ...], str]]:
    """(« être », the words after it, the key) of the keys that say what one is: « être favorable », "be against"."""
    copulas = grammar(code).determiner_copulas
    split = ((key.replace("'", "' ").split(), key) for key in lexicon(code)["verbs"])
    states = [(words[0], tuple(words[1:]), key) for words, key in split if words[0] in copulas and len(words) > 1]
    return sorted(states, key=lambda state: -len(state[1]))


def expression_end(sx: Syntax, i: int, lemma: str, limit: int) -> int:
    """Where the expression of the verb ``lemma`` at token i ends (« pointer du doigt »); 0 where there is none."""
    tails = _expressions(sx.document.language.code, "verbs").get(lemma, ())
    return next((end for tail, _ in tails if (end := _match_tail(sx, i + 1, tail, limit))), 0)


def find_cues(sx: Syntax, heard: Floats | None = None) -> list[Cue]:
    """Every possible cue of the document, by position; ``heard``: how likely each token is one, by the encoder."""
    out: list[Cue] = []
    code = sx.document.language.code
    for token in sx.tokens:
        i = token.i
        if token.pos in ("VERB", "AUX") or (token.lemma in lexicon(code)["verbs"] and _verb_place(sx, i)):
            cue = _verb(sx, i, code, heard)
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
            cue = _preposition(sx, i, code)
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


def _verb_place(sx: Syntax, i: int) -> bool:
    """A cue verb's form that the tagger took for another word (« X dément que », « Séoul doute de »)."""
    token = sx.tokens[i]
    if token.pos in ("VERB", "AUX", "PUNCT", "DET", "ADP", "PRON", "CCONJ", "NUM") or i == 0:
        return False
    before = sx.tokens[i - 1]
    return before.pos in ("PROPN", "NOUN", "PRON", "X", "ADV", "PUNCT", "ADJ") and token.lower != token.lemma


def _speech_ends(sx: Syntax, j: int, i: int) -> bool:
    """ "…what to do," he told X: no part of a quotation of some length belongs to a verb behind it."""
    quote = sx.quote_of[j]
    return quote not in (-1, sx.quote_of[i]) and sx.quotes[quote][1] - sx.quotes[quote][0] > SCARE


def _state(sx: Syntax, i: int, code: str) -> Cue | None:
    """« n'est pas hostile à P », "were optimistic that P": a copula, what it takes, and the auxiliaries before it."""
    tokens = sx.tokens
    if tokens[i].lemma not in sx.grammar.determiner_copulas:
        return None
    limit = sx.region(i)[1]
    matched = (
        (_match_tail(sx, i + 1, tail, limit), key) for copula, tail, key in _states(code) if copula == tokens[i].lemma
    )
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


def _verb(sx: Syntax, i: int, code: str, heard: Floats | None) -> Cue | None:
    tokens, rules = sx.tokens, sx.grammar
    token = tokens[i]
    if token.pos == "AUX" and i + 1 < len(tokens) and _continues_group(sx, i):
        return None
    region_first, region_last = sx.region(i)
    first, negated, passive, reflexive, finite, pronoun, governed = i, False, False, False, False, -1, False
    finite = token.feats.get("VerbForm") == "Fin" or token.pos not in ("VERB", "AUX")
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
    for tail, key in _expressions(code, "verbs").get(lemma, ()):
        end = _match_tail(sx, i + 1, tail, region_last)
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
        k = last
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
    if token.participle and not finite and not (token.tag == "VBG" or token.lower.endswith("ant")):
        passive = True
    if token.feats.get("Tense") != "Past" and token.tag not in ("VBN", "VBD"):
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


def _made_of(sx: Syntax, first: int, i: int, code: str) -> str:
    """The key of an expression that begins before its last verb at i: "faire valoir"; "" where there is none."""
    for k in range(first, i):
        for tail, key in _expressions(code, "verbs").get(sx.tokens[k].lemma, ()):
            if tail == (sx.tokens[i].lemma,):
                return key
    return ""


def _joint(sx: Syntax, at: int, limit: int, denies: bool) -> int:
    """« n'a ni confirmé (ni démenti) P », "would not confirm (or deny) P": the second verb, or -1."""
    k = at - (sx.tokens[at - 1].lower in sx.grammar.neither)  # "nor" was taken for a negation of the first
    if not denies or k + 1 >= limit or sx.tokens[k].lower not in sx.grammar.alternatives:
        return -1
    return k + 1 if sx.tokens[k + 1].pos == "VERB" and not sx.tokens[k + 1].lower.endswith("ing") else -1


def _insertion(sx: Syntax, j: int, region_first: int) -> int:
    """« a pour sa part indiqué », « avait, jeudi, annoncé »: the auxiliary before a short insertion, or -1.

    What a comma ends a comma must open: "were not in danger, said X" is no verb group.
    """
    tokens = sx.tokens
    comma = tokens[j].text == ","
    for k in range(j, max(j - 5, region_first), -1):
        t = tokens[k]
        if sx.subject[k] or (t.text == "," and not comma):
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


def _governor(sx: Syntax, j: int) -> bool:
    tokens, rules = sx.tokens, sx.grammar
    if tokens[j].pos != "VERB" and tokens[j].lower not in rules.infinitive_markers:
        return False  # "would continue, adding": a comma ends the group
    k = j if tokens[j].pos == "VERB" else j - 1
    return k >= 0 and tokens[k].pos == "VERB" and tokens[k].lemma in rules.governors and k >= j - 1


def _match_tail(sx: Syntax, at: int, tail: tuple[str, ...], limit: int) -> int:
    """The end of ``tail`` (lemmas or words) from token ``at`` on, adverbs, clitics and negation passed over; 0: no."""
    tokens = sx.tokens
    k = at
    for word in tail:
        skipped = 0
        while k < limit and not (tokens[k].lemma == word or tokens[k].lower == word):
            t = tokens[k]
            if skipped >= 3 or not (
                t.pos in ("ADV", "ADJ") or t.lower in sx.grammar.negations or t.lower.startswith("-")
            ):
                return 0
            skipped += 1
            k += 1
        if k >= limit:
            return 0
        k += 1
    return k


def _preposition(sx: Syntax, i: int, code: str) -> Cue | None:
    tokens = sx.tokens
    best: tuple[int, str] | None = None
    for key in _prepositions_by_word(code).get(tokens[i].lower, ()):
        words = key.replace("'", "' ").split()
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
    if best is None:
        return None
    last, key = best
    if key.split()[-1] in sx.grammar.source_nouns:
        last -= 1  # « De (source policière), P »: the noun is who says so
    return Cue("preposition", i, i, last, key, lexicon(code)["prepositions"][key], table="prepositions")


def names_a_source(sx: Syntax, i: int) -> bool:
    """Does token i begin a preposition that nearly always names a source ("according to", « selon », « d'après »)?"""
    cue = _preposition(sx, i, sx.document.language.code)
    return cue is not None and cue.entry.get("strength") == "high"


@cache
def _prepositions_by_word(code: str) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for key, entry in lexicon(code)["prepositions"].items():
        # "par", "in", "on" are cues too seldom; « selon les informations de X » is « selon » before a document of X's.
        if (entry.get("strength") == "low" and key not in ("pour", "as")) or key.startswith(("selon ", "suivant ")):
            continue
        out.setdefault(key.replace("'", "' ").split()[0], []).append(key)
    return out


def _noun(sx: Syntax, i: int, code: str) -> Cue | None:
    token = sx.tokens[i]
    nouns = lexicon(code)["nouns"]
    for tail, key in _expressions(code, "nouns").get(token.lemma, ()):
        end = _match_tail(sx, i + 1, tail, sx.region(i)[1])
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
