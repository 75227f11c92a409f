"""The features of a content candidate, which the ranker reads."""

from __future__ import annotations

from typing import NamedTuple

from selon.analysis.attribution.breaks import breaks_inside
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.source_features import CUE_KINDS, POSITIONS
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.attribution.word_classes import WORD_CLASSES, word_class
from selon.analysis.quotations import QUOTE_MARKS

Parts = tuple[tuple[int, int], ...]
STARTS = ("that", "whether", "quote", "infinitive", "colon", "phrase", "pronoun", "preposition", "gerund", "other")
SIDES = ("right", "left", "split", "quote", "none")
ENDS = (
    "region",
    "quote",
    "comma",
    "colon",
    "conjunction",
    "relative",
    "subordinator",
    "preposition",
    "dash",
    "gerund",
    "bracket",
    "heard",  # where the encoder lets it end
)

CONTENT_FEATURES = (
    *(f"side:{name}" for name in SIDES),
    *(f"start:{name}" for name in STARTS),
    *(f"end:{name}" for name in ENDS),
    *(f"cue:{name}" for name in CUE_KINDS),
    *(f"source:{name}" for name in POSITIONS),
    "takes start",
    "takes clause",
    "takes noun",
    "takes infinitive",
    "takes quote",
    "in lexicon",
    "low",
    "high",
    "distance",
    "length",
    "share of the region",
    "finite verbs",
    "commas",
    "quoted share",
    "quote cut",
    "bracket cut",
    "rest",
    "rest has finite verb",
    "rest starts with subject",
    "rest starts with verb",
    "rest has other cue",
    "first start",
    "start number",
    "last end",
    "end number",
    "opens the region",
    "after comma",
    "after conjunction",
    "after colon or dash",
    "source between",
    "inverted",
    "comma before cue",
    "comma after attribution",
    "quote before cue",
    "passive",
    "reflexive",
    "negated",
    "verb in quotation",
    "starts in cue's quotation",
    "begins upper",
    "subject verb order",
    "skipped phrase",
    "skipped finite",
    "next comma",
    "next is et/and + finite",
    "has subject",
    "participle cue",
    "next conj is mais/but",
    "cues inside",
    "strong cues inside",
    "strong cue in rest within 5",
    "length to longest",
    "quoted start",
    "right of source",
    "quotation outside",
    "semicolons inside",
    "joined verbs inside",
    "gerund cues inside",
    "relatives after comma inside",
    "but inside",
    "second sentence inside",
    "content after quotation",
    *(f"before:{name}" for name in WORD_CLASSES),
    *(f"first:{name}" for name in WORD_CLASSES),
    *(f"last:{name}" for name in WORD_CLASSES),
    *(f"next:{name}" for name in WORD_CLASSES),
    *(f"next but one:{name}" for name in WORD_CLASSES),
    "cue opens the region",
    "addressee start",
    "bare preposition start",
    "begins with a figure",
    "bare clause",
    *(f"before attribution:{name}" for name in WORD_CLASSES),
    *(f"after attribution:{name}" for name in WORD_CLASSES),
    "next is a loose preposition",
    "loose preposition inside",
    "next is a time",
)
INDEX = {name: k for k, name in enumerate(CONTENT_FEATURES)}


class Start(NamedTuple):
    """Where a content may begin: a token, the kind of complement that it opens, its number among the starts."""

    at: int
    kind: str
    number: int


def content_features(
    sx: Syntax,
    cue: Cue,
    source: Source,
    parts: Parts,
    side: str,
    start: Start,
    end: str,
    number: int,
    is_last: bool,
    first: int,
    last: int,
    a0: int,
    b0: int,
) -> tuple[float, ...]:
    """The row of a candidate: its ``parts`` (token ranges), the side of the cue, how it starts and where it ends.

    ``first`` to ``last`` is the region, ``a0`` to ``b0`` the attribution (cue and source side by side).
    """
    tokens, rules, ix = sx.tokens, sx.grammar, INDEX
    row = [0.0] * len(CONTENT_FEATURES)
    row[ix[f"side:{side}"]] = 1.0
    row[ix[f"cue:{cue.kind}"]] = 1.0
    row[ix[f"source:{source.position}"]] = 1.0
    takes = cue.takes
    n = ix["takes start"]
    strength = cue.entry.get("strength", "")
    row[n + 1 : n + 8] = (
        float("clause" in takes),
        float("noun" in takes),
        float("infinitive" in takes or "person+infinitive" in takes),
        float("quote" in takes),
        float(bool(cue.entry)),
        float(strength == "low"),
        float(strength == "high"),
    )
    before_cue = tokens[a0 - 1] if a0 > first else None
    row[ix["inverted"]] = float(source.position in ("inverted", "clitic"))
    row[ix["comma before cue"]] = float(before_cue is not None and before_cue.text == ",")
    row[ix["quote before cue"]] = float(
        before_cue is not None
        and (
            before_cue.text in QUOTE_MARKS
            or (before_cue.text == "," and a0 - 2 >= first and tokens[a0 - 2].text in QUOTE_MARKS)
        )
    )
    row[ix["comma after attribution"]] = float(b0 < last and tokens[b0].text == ",")
    row[ix["passive"]] = float(cue.passive)
    row[ix["reflexive"]] = float(cue.reflexive)
    row[ix["negated"]] = float(cue.negated)
    row[ix["verb in quotation"]] = float(sx.quote_of[cue.head] != -1)
    row[ix["participle cue"]] = float(cue.kind == "participle")
    if not parts:
        return tuple(row)
    row[ix[f"start:{start.kind}"]] = 1.0
    row[ix[f"end:{end}"]] = 1.0
    a, b = parts[0][0], parts[-1][1]
    length = sum(e - s for s, e in parts)
    counts = sx.counts

    def inside(running: list[int], skipped: int = 0) -> int:
        count = 0
        for s, e in parts:  # asked eight times a candidate
            count += running[e] - running[min(s + skipped, e) if skipped else s]
        return count

    quoted = inside(counts.quoted)
    cut = 0.0
    for s, e in parts:
        for i, inner in ((s, s - 1), (e - 1, e)):
            if 0 <= inner < len(tokens) and sx.quote_of[i] != -1 and sx.quote_of[i] == sx.quote_of[inner]:
                cut += 1.0
    rest = range(b, last)
    nxt = tokens[b] if b < last else None
    nxt2 = tokens[b + 1] if b + 1 < last else None
    before = tokens[a - 1] if a > first else None
    row[n] = float(takes_complement(takes, start.kind, tokens[a].lower))
    early = any(sx.finite[i] for i in range(a, min(a + 14, b)))
    bare = start.kind in ("phrase", "pronoun")
    person = any(t.startswith("person+") for t in takes)
    at = ix["cue opens the region"]
    row[at : at + 5] = (
        float(a0 == first),
        float(bare and person and "noun" not in takes and start.number == 0 and side == "right"),
        float(start.kind == "preposition" and side == "right" and not row[n] and not early),
        float(any(tokens[i].pos == "NUM" for i in range(a, min(a + 3, b)))),
        float(bare and early and not {"noun", "small"} & takes),
    )
    at = ix["next is a loose preposition"]
    row[at : at + 3] = (
        float(nxt is not None and nxt.lower in rules.loose_prepositions),
        float(inside(counts.loose, 1) > 0),
        float(any(tokens[i].lower in rules.reference_nouns for i in range(b, min(b + 3, last)))),
    )
    row[ix["before attribution:edge"] + word_class(sx, a0 - 1, first, last)] = 1.0
    row[ix["after attribution:edge"] + word_class(sx, b0, first, last)] = 1.0
    row[ix["distance"]] = float(min(max(a - cue.last, cue.first - b, 0), 40))
    row[ix["length"]] = float(min(length, 120))
    row[ix["share of the region"]] = length / max(last - first, 1)
    row[ix["finite verbs"]] = float(min(inside(counts.finite), 8))
    row[ix["commas"]] = float(min(inside(counts.commas), 8))
    row[ix["quoted share"]] = quoted / max(length, 1)
    row[ix["quote cut"]] = cut
    row[ix["bracket cut"]] = float(inside(counts.brackets) != 0)
    row[ix["rest"]] = float(min(len(rest), 60))
    any_finite = counts.finite[max(last, b)] > counts.finite[b]
    rest_finite = next(i for i in rest if sx.finite[i]) if any_finite else -1
    row[ix["rest has finite verb"]] = float(rest_finite != -1)
    k = b
    while k < last and (tokens[k].text == "," or tokens[k].pos in ("CCONJ", "ADV")):
        k += 1
    row[ix["rest starts with subject"]] = float(
        k < last and (sx.subject[k] or k in sx.np_from) and rest_finite != -1 and rest_finite - k <= 12
    )
    row[ix["rest starts with verb"]] = float(k < last and tokens[k].pos in ("VERB", "AUX"))
    row[ix["first start"]] = float(start.number == 0)
    row[ix["start number"]] = float(start.number)
    row[ix["last end"]] = float(is_last)
    row[ix["end number"]] = float(number)
    row[ix["opens the region"]] = float(a == first)
    row[ix["after comma"]] = float(before is not None and before.text == ",")
    row[ix["after conjunction"]] = float(before is not None and before.lower in rules.conjunctions)
    row[ix["after colon or dash"]] = float(before is not None and before.text in (":", "—", "–", ";"))
    row[ix["source between"]] = float(source.first != -1 and min(a, cue.first) < source.first < max(b, cue.last))
    row[ix["starts in cue's quotation"]] = float(sx.quote_of[a] == sx.quote_of[cue.head])
    row[ix["begins upper"]] = float(tokens[a].text[:1].isupper())
    row[ix["has subject"]] = float(any(sx.subject[i] for i in range(a, min(a + 4, b))))
    between = range(cue.last, a) if a >= cue.last else range(b, cue.first)
    row[ix["skipped phrase"]] = float(
        sum(1 for i in between if i in sx.np_from and not source.first <= i < source.last)
    )
    row[ix["skipped finite"]] = float(sum(1 for i in between if sx.finite[i] and not source.first <= i < source.last))
    row[ix["next comma"]] = float(nxt is not None and nxt.text == ",")
    row[ix["next is et/and + finite"]] = float(
        nxt is not None and nxt.lower in ("et", "and") and any(sx.finite[i] for i in range(b + 1, min(b + 4, last)))
    )
    row[ix["next conj is mais/but"]] = float(
        (nxt is not None and nxt.lower in ("mais", "but"))
        or (nxt2 is not None and nxt2.lower in ("mais", "but", "while", "tandis", "alors"))
    )
    row[ix["cues inside"]] = float(min(inside(counts.cues), 5))
    row[ix["strong cues inside"]] = float(min(inside(counts.strong), 4))
    row[ix["strong cue in rest within 5"]] = float(any(sx.cue_strength[i] > 1 for i in range(b, min(b + 5, last))))
    other = counts.cues[max(last, b)] - counts.cues[b]
    own_first, own_last = max(cue.first, b), min(cue.last, last)
    if own_first < own_last:
        other -= counts.cues[own_last] - counts.cues[own_first]
    row[ix["rest has other cue"]] = float(other > 0)
    at = ix["semicolons inside"]
    row[at : at + 6] = breaks_inside(sx, parts)
    row[ix["quoted start"]] = float(tokens[a].text in QUOTE_MARKS)
    row[ix["right of source"]] = float(source.first != -1 and a >= source.last)
    row[ix["quotation outside"]] = float(
        counts.quoted[last] - counts.quoted[first]
        > sum(counts.quoted[max(min(e, last), first)] - counts.quoted[min(max(s, first), last)] for s, e in parts)
    )
    row[ix["content after quotation"]] = float(a > first and sx.quote_of[a - 1] != -1 and sx.quote_of[a] == -1)
    row[ix["before:edge"] + word_class(sx, a - 1, first, last)] = 1.0
    row[ix["first:edge"] + word_class(sx, a, first, last)] = 1.0
    row[ix["last:edge"] + word_class(sx, b - 1, first, last)] = 1.0
    row[ix["next:edge"] + word_class(sx, b, first, last)] = 1.0
    row[ix["next but one:edge"] + word_class(sx, b + 1, first, last)] = 1.0
    finite_in = next((i for i in range(a, b) if sx.finite[i]), -1)
    row[ix["subject verb order"]] = float(finite_in != -1 and finite_in - a <= 14)
    return tuple(row)


def takes_complement(takes: frozenset[str], kind: str, word: str) -> bool:
    """Does a cue that takes ``takes`` take a complement of this kind that begins with ``word``?"""
    if kind == "that":
        return bool(takes & {"clause", "person+clause"})
    if kind in ("phrase", "pronoun"):
        return bool(takes & {"noun", "clause", "small", "person+noun"})
    if kind == "infinitive":
        return bool(takes & {"infinitive", "person+infinitive"})
    if kind in ("quote", "colon"):
        return "quote" in takes
    if kind == "preposition":
        return (
            word in takes or (word in ("du", "des", "d'") and "de" in takes) or (word in ("au", "aux") and "à" in takes)
        )
    return kind in takes
