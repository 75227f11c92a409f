"""The features of a source candidate, which the ranker reads."""

from __future__ import annotations

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


def source_features(
    sx: Syntax, cue: Cue, a: int, b: int, position: str, extension: int, first: int, last: int
) -> tuple[float, ...]:
    """The row of a candidate of tokens ``a`` to ``b`` (-1: no source) in the region ``first`` to ``last``."""
    tokens, rules = sx.tokens, sx.grammar
    row = [0.0] * len(SOURCE_FEATURES)
    index = INDEX
    row[index[f"position:{position}"]] = 1.0
    row[index[f"cue:{cue.kind}"]] = 1.0
    row[index["before cue:edge"] + word_class(sx, cue.first - 1, first, last)] = 1.0
    row[index["after cue:edge"] + word_class(sx, cue.last, first, last)] = 1.0
    n = index["distance"]
    if a == -1:
        row[index["passive cue"]] = float(cue.passive)
        row[index["cue in quotation"]] = float(sx.quote_of[cue.head] != -1)
        row[index["opens the region"]] = float(cue.first == first)
        row[index["comma before cue"]] = float(cue.first > first and tokens[cue.first - 1].text == ",")
        row[n] = -1.0
        return tuple(row)
    head = _head(sx, a)
    row[index[f"head:{head_class(sx, a, b, head)}"]] = 1.0
    lo, hi = (b, cue.first) if b <= cue.first else (cue.last, a)
    between = range(lo, hi) if hi > lo else range(0)
    text_between = [tokens[i].text for i in between]
    before = tokens[a - 1] if a > first else None
    after = tokens[b] if b < last else None
    qa, qc = sx.quote_of[a], sx.quote_of[cue.head]
    values = (
        float(min(len(between), 40)),
        float(sum(1 for i in between if i in sx.np_from)),
        float(sum(sx.finite[lo:hi]) if hi > lo else 0),
        float(text_between.count(",")),
        float(any(t in QUOTE_MARKS for t in text_between)),
        float(any(tokens[i].lower in rules.conjunctions for i in between)),
        float(b - a),
        float(hi <= lo),
        float(before is None),
        float(before is not None and before.text == ","),
        float(before is not None and before.pos == "ADP"),
        float(before is not None and before.text in QUOTE_MARKS),
        float(before is not None and before.lower in rules.conjunctions),
        float(before is not None and (before.lower in rules.complementizers or before.lower in rules.subordinators)),
        float(before is not None and before.pos in ("VERB", "AUX")),
        float(qa != -1),
        float(qc != -1),
        float(qa == qc),
        float(any(tokens[i].text == "," for i in range(a, b))),
        float(after is not None and after.text == ","),
        float(after is not None and after.pos in ("VERB", "AUX")),
        float(after is not None and after.pos == "ADP"),
        float(after is not None and after.lower in rules.genitives),
        float(after is not None and after.lower in rules.relatives),
        float(after is None or after.text in ".;"),
        float(after is not None and after.text in QUOTE_MARKS),
        float(tokens[head].text[:1].isupper()),
        float(_agrees(sx, head, cue)),
        float(tokens[a].feats.get("Definite") == "Ind" or tokens[a].lower in sx.grammar.indefinite),
        float(cue.passive),
        float(cue.negated),
        float(cue.reflexive),
        float(cue.first > first and tokens[cue.first - 1].text == ","),
        float(
            cue.first > first
            and (
                tokens[cue.first - 1].text in QUOTE_MARKS
                or (
                    cue.first - 2 >= first
                    and tokens[cue.first - 1].text == ","
                    and tokens[cue.first - 2].text in QUOTE_MARKS
                )
            )
        ),
        float(extension),
        float(a > 0 and sx.np_of[a] != -1 and sx.phrases[sx.np_of[a]].first != a),
        float(cue.governed),
        float(min(sum(tokens[i].pos == "PROPN" for i in range(a, b)), 6)),
        float(sum(1 for i in range(first, a) if i in sx.np_from)) if a < cue.first else -1.0,
        float("clause" in cue.takes),
        float("quote" in cue.takes),
        float(cue.last < last and tokens[cue.last].lower in rules.complementizers),
        float(cue.last < last and tokens[cue.last].text in QUOTE_MARKS),
        float(cue.last >= last or tokens[cue.last].text == "."),
    )
    row[n : n + len(values)] = values
    at = index["next segment finite"]
    row[at : at + 8] = _clause_features(sx, cue, a, b, first, last)
    if a - 2 >= first and tokens[a - 1].text == "," and tokens[a - 2].pos in ("PROPN", "X"):
        row[index["apposed to a name before"]] = 1.0
    row[index["before:edge"] + word_class(sx, a - 1, first, last)] = 1.0
    row[index["after:edge"] + word_class(sx, b, first, last)] = 1.0
    return tuple(row)


def _clause_features(sx: Syntax, cue: Cue, a: int, b: int, first: int, last: int) -> tuple[float, ...]:
    tokens = sx.tokens
    k = b + 1 if b < last and tokens[b].text == "," else b
    e = k
    while e < min(k + 25, last) and tokens[e].text not in (",", ";", ":", "."):
        e += 1
    next_finite = any(sx.finite[k:e])
    closed = e < last and tokens[e].text in ",:" and k > b
    c = max((i for i in range(a, b) if tokens[i].text == ","), default=a)
    before_cue = WORD_CLASSES[word_class(sx, cue.first - 1, first, last)]
    joins = before_cue in ("and", "but", "comma", "adverb") and cue.kind == "verb"
    takes_verb = b < cue.first and any(sx.finite[i] for i in range(b, min(b + 3, cue.first)))
    opens = not any(sx.finite[i] for i in range(first, a))
    return (
        float(next_finite),
        float(any(sx.finite[c:b])),
        float(joins and takes_verb),
        float(takes_verb and opens),
        float(b < last and tokens[b].lower in sx.grammar.loose_prepositions),
        float(any(tokens[i].lower in sx.grammar.loose_prepositions for i in range(a, b))),
        float(b < last and tokens[b].lower in sx.grammar.attaching_prepositions),
        float(closed and not next_finite),
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


def _agrees(sx: Syntax, head: int, cue: Cue) -> bool:
    """Do subject and verb agree in number, as far as both show it?"""
    want = next(
        (
            sx.tokens[i].feats["Number"]
            for i in range(cue.first, cue.last)
            if sx.finite[i] and "Number" in sx.tokens[i].feats
        ),
        None,
    )
    have = sx.tokens[head].feats.get("Number")
    return want is None or have is None or want == have
