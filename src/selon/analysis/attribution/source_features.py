"""The features of a source candidate, which the ranker reads."""

from __future__ import annotations

from array import array
from typing import NamedTuple, TypeAlias

from selon.analysis.attribution.agency import agent_class
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.attribution.word_classes import WORD_CLASSES, word_class
from selon.analysis.quotations import QUOTE_MARKS

POSITIONS = ("subject", "inverted", "object", "clitic", "agent", "genitive", "possessive", "relative", "none")
CUE_KINDS = ("verb", "participle", "infinitive", "noun", "preposition", "colon")
HEADS = ("person-name", "person", "body", "document", "other", "pronoun", "relative", "number")

SOURCE_FEATURES = (
    *(f"position:{name}" for name in POSITIONS),
    *(f"cue:{name}" for name in CUE_KINDS),
    *(f"head:{name}" for name in HEADS),
    "distance",
    "phrases between",
    "finite verbs between",
    "commas between",
    "quote between",
    "conjunction between",
    "length",
    "adjacent to cue",
    "opens the region",
    "after comma",
    "after preposition",
    "after quote",
    "after conjunction",
    "after complementizer",
    "after verb",
    "in quotation",
    "cue in quotation",
    "same quotation",
    "has apposition",
    "ends before comma",
    "ends before verb",
    "ends before preposition",
    "ends before genitive",
    "ends before relative",
    "ends the region",
    "ends before quote",
    "capital",
    "plural agrees",
    "indefinite",
    "passive cue",
    "negated cue",
    "reflexive cue",
    "comma before cue",
    "quote before cue",
    "extension",
    "phrase starts extended name",
    "cue governed",
    "names",
    "phrase rank",
    "takes clause",
    "takes quote",
    "cue before that",
    "cue before quote",
    "cue ends region",
    *(f"before:{name}" for name in WORD_CLASSES),
    *(f"after:{name}" for name in WORD_CLASSES),
    *(f"before cue:{name}" for name in WORD_CLASSES),
    *(f"after cue:{name}" for name in WORD_CLASSES),
    "next segment finite",
    "last segment finite",
    "joined subject",
    "main subject",
    "after place or time word",
    "place or time word inside",
    "after attaching word",
    "next phrase closed by comma",
    "apposed to a name before",
)
INDEX = {name: k for k, name in enumerate(SOURCE_FEATURES)}
Row: TypeAlias = "array[float]"  # of 32 bits: half the time of a list that numpy would have to convert
NO_FEATURES: Row = array("f")  # of a candidate that a construction settles and no forest ranks


class Beside(NamedTuple):
    """What all candidates beside a cue have in common: their row, that of no source at all, and facts of the verb."""

    row: Row
    none: Row
    number: str | None  # that the verb shows
    joins: bool  # a conjunction, comma or adverb stands before the verb


def beside_cue(sx: Syntax, cue: Cue, first: int, last: int) -> Beside:
    """For ``source_features`` of a cue in the region ``first`` to ``last``."""
    tokens, index = sx.tokens, INDEX
    row = array("f", bytes(4 * len(SOURCE_FEATURES)))
    class_before = word_class(sx, cue.first - 1, first, last)
    before = tokens[cue.first - 1].text if cue.first > first else ""
    row[index[f"cue:{cue.kind}"]] = 1.0
    row[index["before cue:edge"] + class_before] = 1.0
    row[index["after cue:edge"] + word_class(sx, cue.last, first, last)] = 1.0
    row[index["cue in quotation"]] = sx.quote_of[cue.head] != -1
    row[index["passive cue"]] = cue.passive
    row[index["comma before cue"]] = before == ","
    none = row[:]
    none[index["position:none"]] = 1.0
    none[index["opens the region"]] = cue.first == first
    none[index["distance"]] = -1.0
    behind_comma = before == "," and cue.first - 2 >= first
    values = {
        "negated cue": cue.negated,
        "reflexive cue": cue.reflexive,
        "quote before cue": before in QUOTE_MARKS or (behind_comma and tokens[cue.first - 2].text in QUOTE_MARKS),
        "cue governed": cue.governed,
        "takes clause": "clause" in cue.takes,
        "takes quote": "quote" in cue.takes,
        "cue before that": cue.last < last and tokens[cue.last].lower in sx.grammar.complementizers,
        "cue before quote": cue.last < last and tokens[cue.last].text in QUOTE_MARKS,
        "cue ends region": cue.last >= last or tokens[cue.last].text == ".",
    }
    for name, value in values.items():
        row[index[name]] = value
    shown = (tokens[i].feats.get("Number") for i in range(cue.first, cue.last) if sx.finite[i])
    joins = cue.kind == "verb" and WORD_CLASSES[class_before] in ("and", "but", "comma", "adverb")
    return Beside(row, none, next(filter(None, shown), None), joins)


def source_features(
    sx: Syntax,
    cue: Cue,
    shared: Beside,
    a: int,
    b: int,
    position: str,
    extension: int,
    first: int,
    last: int,
) -> Row:
    """The row of a candidate of tokens ``a`` to ``b`` in the region ``first`` to ``last``."""
    tokens, rules, index, counts = sx.tokens, sx.grammar, INDEX, sx.counts
    row = shared.row[:]
    row[index[f"position:{position}"]] = 1.0
    head = _head(sx, a)
    row[index[f"head:{head_class(sx, a, b, head)}"]] = 1.0
    lo, hi = (b, cue.first) if b <= cue.first else (cue.last, a)
    hi = max(lo, hi)
    before = tokens[a - 1] if a > first else None
    after = tokens[b] if b < last else None
    qa, qc = sx.quote_of[a], sx.quote_of[cue.head]
    number = tokens[head].feats.get("Number")
    at = index["distance"]
    row[at : at + 29] = array(
        "f",
        (
            min(hi - lo, 40),
            counts.phrases[hi] - counts.phrases[lo],
            counts.finite[hi] - counts.finite[lo],
            counts.commas[hi] - counts.commas[lo],
            counts.marks[hi] > counts.marks[lo],
            counts.conjunctions[hi] > counts.conjunctions[lo],
            b - a,
            hi == lo,
            before is None,
            before is not None and before.text == ",",
            before is not None and before.pos == "ADP",
            before is not None and before.text in QUOTE_MARKS,
            before is not None and before.lower in rules.conjunctions,
            before is not None and (before.lower in rules.complementizers or before.lower in rules.subordinators),
            before is not None and before.pos in ("VERB", "AUX"),
            qa != -1,
            qc != -1,
            qa == qc,
            counts.commas[b] > counts.commas[a],
            after is not None and after.text == ",",
            after is not None and after.pos in ("VERB", "AUX"),
            after is not None and after.pos == "ADP",
            after is not None and after.lower in rules.genitives,
            after is not None and after.lower in rules.relatives,
            after is None or after.text in ".;",
            after is not None and after.text in QUOTE_MARKS,
            tokens[head].text[:1].isupper(),
            number is None or shared.number is None or number == shared.number,
            tokens[a].feats.get("Definite") == "Ind" or tokens[a].lower in rules.indefinite,
        ),
    )
    row[index["extension"]] = extension
    row[index["phrase starts extended name"]] = a > 0 and sx.np_of[a] != -1 and sx.phrases[sx.np_of[a]].first != a
    row[index["names"]] = min([token.pos for token in tokens[a:b]].count("PROPN"), 6)
    row[index["phrase rank"]] = max(counts.phrases[a] - counts.phrases[first], 0) if a < cue.first else -1.0
    at = index["next segment finite"]
    row[at : at + 8] = array("f", _clause_features(sx, cue, shared.joins, a, b, first, last))
    if a - 2 >= first and tokens[a - 1].text == "," and tokens[a - 2].pos in ("PROPN", "X"):
        row[index["apposed to a name before"]] = 1.0
    row[index["before:edge"] + word_class(sx, a - 1, first, last)] = 1.0
    row[index["after:edge"] + word_class(sx, b, first, last)] = 1.0
    return row


def _clause_features(sx: Syntax, cue: Cue, joins: bool, a: int, b: int, first: int, last: int) -> tuple[float, ...]:
    tokens, finite, loose, commas = sx.tokens, sx.counts.finite, sx.counts.loose, sx.counts.commas
    k = b + 1 if b < last and tokens[b].text == "," else b
    e = k
    while e < min(k + 25, last) and tokens[e].text not in (",", ";", ":", "."):
        e += 1
    next_finite = finite[e] > finite[k]
    closed = e < last and tokens[e].text in ",:" and k > b
    c = max(i for i in range(a, b) if tokens[i].text == ",") if commas[b] > commas[a] else a
    takes_verb = b < cue.first and finite[min(b + 3, cue.first)] > finite[b]
    opens = finite[a] <= finite[first]
    return (
        next_finite,
        finite[b] > finite[c],
        joins and takes_verb,
        takes_verb and opens,
        b < last and tokens[b].lower in sx.grammar.loose_prepositions,
        loose[b] > loose[a],
        b < last and tokens[b].lower in sx.grammar.attaching_prepositions,
        closed and not next_finite,
    )


def _head(sx: Syntax, a: int) -> int:
    k = sx.np_of[a]
    return sx.phrases[k].head if k != -1 and sx.phrases[k].head >= a else a


def head_class(sx: Syntax, a: int, b: int, head: int) -> str:
    """What kind of thing the phrase names: a person by name or by role, a body, a document, something else."""
    tokens = sx.tokens
    token = tokens[head]
    if token.lower in sx.grammar.subject_relatives and b - a == 1:
        return "relative"
    if token.pos == "PRON" or token.lower in sx.grammar.inverted_pronouns:
        return "pronoun"
    code = sx.document.language.code
    for i in range(a, min(b, a + 12)):
        found = agent_class(tokens[i].lemma, code) or agent_class(tokens[i].lower, code)
        if found:
            return found
        if tokens[i].pos == "ADP" and i > head:
            break
    if token.pos in ("PROPN", "X") or (token.text[:1].isupper() and head != sx.region(a)[0]):
        return "person-name"
    if token.pos == "NUM":
        return "number"
    return "other"
