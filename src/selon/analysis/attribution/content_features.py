"""The features of a content candidate, which the ranker reads."""

from __future__ import annotations

from array import array
from typing import NamedTuple

from selon.analysis.attribution.breaks import breaks_inside
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.source_features import CUE_KINDS, POSITIONS, Row
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
_CLASSES_AT = {name.removesuffix(":edge"): k for name, k in INDEX.items() if name.endswith(":edge")}


class Start(NamedTuple):
    """Where a content may begin: a token, the kind of complement that it opens, its number among the starts."""

    at: int
    kind: str
    number: int


class Beside(NamedTuple):
    """What all candidates beside a cue and its source have in common: their row, region and attribution.

    ``first`` to ``last`` is the region, ``a0`` to ``b0`` the attribution (cue and source side by side).
    """

    row: Row
    first: int
    last: int
    a0: int
    b0: int


def beside_source(sx: Syntax, cue: Cue, source: Source, first: int, last: int, a0: int, b0: int) -> Beside:
    """For ``content_features``: see ``Beside``."""
    tokens, ix, takes = sx.tokens, INDEX, cue.takes
    row = array("f", bytes(4 * len(CONTENT_FEATURES)))
    row[ix[f"cue:{cue.kind}"]] = 1.0
    row[ix[f"source:{source.position}"]] = 1.0
    strength = cue.entry.get("strength", "")
    before = tokens[a0 - 1].text if a0 > first else ""
    marked = before in QUOTE_MARKS or (before == "," and a0 - 2 >= first and tokens[a0 - 2].text in QUOTE_MARKS)
    values = {
        "takes clause": "clause" in takes,
        "takes noun": "noun" in takes,
        "takes infinitive": "infinitive" in takes or "person+infinitive" in takes,
        "takes quote": "quote" in takes,
        "in lexicon": bool(cue.entry),
        "low": strength == "low",
        "high": strength == "high",
        "inverted": source.position in ("inverted", "clitic"),
        "comma before cue": before == ",",
        "comma after attribution": b0 < last and tokens[b0].text == ",",
        "quote before cue": marked,
        "passive": cue.passive,
        "reflexive": cue.reflexive,
        "negated": cue.negated,
        "verb in quotation": sx.quote_of[cue.head] != -1,
        "participle cue": cue.kind == "participle",
    }
    for name, value in values.items():
        row[ix[name]] = value
    return Beside(row, first, last, a0, b0)


def content_features(
    sx: Syntax,
    cue: Cue,
    source: Source,
    shared: Beside,
    parts: Parts,
    side: str,
    start: Start,
    end: str,
    number: int,
    is_last: bool,
) -> Row:
    """The row of a candidate: its ``parts`` (one or two token ranges), the side of the cue, how it starts and where it
    ends."""
    tokens, rules, ix, counts = sx.tokens, sx.grammar, INDEX, sx.counts
    finite, quote_of, takes = counts.finite, sx.quote_of, cue.takes
    row, first, last, a0, b0 = shared.row[:], *shared[1:]
    row[ix[f"side:{side}"]] = 1.0
    if not parts:
        return row
    row[ix[f"start:{start.kind}"]] = 1.0
    row[ix[f"end:{end}"]] = 1.0
    a, b = parts[0][0], parts[-1][1]
    c, d = (parts[0][1], parts[1][0]) if len(parts) > 1 else (b, b)  # what lies between two parts
    length = b - a - (d - c)

    def inside(running: list[int]) -> int:
        return running[b] - running[a] - (running[d] - running[c])

    rest = max(last - b, 0)
    nxt = tokens[b] if rest else None
    nxt2 = tokens[b + 1] if rest > 1 else None
    before = tokens[a - 1] if a > first else None
    rest_finite = sx.finite.index(True, b, last) if rest and finite[last] > finite[b] else -1
    k = b
    while k < last and (tokens[k].text == "," or tokens[k].pos in ("CCONJ", "ADV")):
        k += 1
    lo, hi = (cue.last, a) if a >= cue.last else (b, cue.first)  # skipped between cue and content
    quoted = inside(counts.quoted)
    starts_well = takes_complement(takes, start.kind, tokens[a].lower)
    early = finite[min(a + 14, b)] > finite[a]
    bare = start.kind in ("phrase", "pronoun")
    row[ix["takes start"]] = starts_well
    at = ix["distance"]
    row[at : at + 22] = array(
        "f",
        (
            min(max(a - cue.last, cue.first - b, 0), 40),
            min(length, 120),
            length / max(last - first, 1),
            min(inside(finite), 8),
            min(inside(counts.commas), 8),
            quoted / max(length, 1),
            sum(_within(quote_of, s) + _within(quote_of, e) for s, e in parts),
            inside(counts.brackets) != 0,
            min(rest, 60),
            rest_finite != -1,
            k < last and (sx.subject[k] or k in sx.np_from) and rest_finite != -1 and rest_finite - k <= 12,
            k < last and tokens[k].pos in ("VERB", "AUX"),
            _apart(counts.cues, b, last, cue.first, cue.last) > 0,
            start.number == 0,
            start.number,
            is_last,
            number,
            a == first,
            before is not None and before.text == ",",
            before is not None and before.lower in rules.conjunctions,
            before is not None and before.text in (":", "—", "–", ";"),
            source.first != -1 and min(a, cue.first) < source.first < max(b, cue.last),
        ),
    )
    at = ix["starts in cue's quotation"]
    row[at : at + 8] = array(
        "f",
        (
            quote_of[a] == quote_of[cue.head],
            tokens[a].text[:1].isupper(),
            finite[min(a + 15, b)] > finite[a],
            _apart(counts.phrases, lo, hi, source.first, source.last),
            _apart(finite, lo, hi, source.first, source.last),
            nxt is not None and nxt.text == ",",
            nxt is not None and nxt.lower in ("et", "and") and True in sx.finite[b + 1 : min(b + 4, last)],
            True in sx.subject[a : min(a + 4, b)],
        ),
    )
    at = ix["next conj is mais/but"]
    row[at : at + 15] = array(
        "f",
        (
            (nxt is not None and nxt.lower in ("mais", "but"))
            or (nxt2 is not None and nxt2.lower in ("mais", "but", "while", "tandis", "alors")),
            min(inside(counts.cues), 5),
            min(inside(counts.strong), 4),
            counts.strong[min(b + 5, last)] > counts.strong[b],
            0.0,
            tokens[a].text in QUOTE_MARKS,
            source.first != -1 and a >= source.last,
            counts.quoted[last] - counts.quoted[first]
            > sum(counts.quoted[max(min(e, last), first)] - counts.quoted[min(max(s, first), last)] for s, e in parts),
            *breaks_inside(sx, parts),
            a > first and quote_of[a - 1] != -1 and quote_of[a] == -1,
        ),
    )
    at = ix["cue opens the region"]
    row[at : at + 5] = array(
        "f",
        (
            a0 == first,
            bare
            and start.number == 0
            and side == "right"
            and "noun" not in takes
            and any(t.startswith("person+") for t in takes),
            start.kind == "preposition" and side == "right" and not starts_well and not early,
            "NUM" in [token.pos for token in tokens[a : min(a + 3, b)]],
            bare and early and "noun" not in takes and "small" not in takes,
        ),
    )
    at = ix["next is a loose preposition"]
    row[at : at + 3] = array(
        "f",
        (
            nxt is not None and nxt.lower in rules.loose_prepositions,
            any(counts.loose[e] > counts.loose[s + 1] for s, e in parts),
            not rules.reference_nouns.isdisjoint([token.lower for token in tokens[b : min(b + 3, last)]]),
        ),
    )
    for name, i in (
        ("before", a - 1),
        ("first", a),
        ("last", b - 1),
        ("next", b),
        ("next but one", b + 1),
        ("before attribution", a0 - 1),
        ("after attribution", b0),
    ):
        row[_CLASSES_AT[name] + word_class(sx, i, first, last)] = 1.0
    return row


def _within(quote_of: list[int], i: int) -> bool:
    """Are the tokens on both sides of the border before token ``i`` in one quotation?"""
    return 0 < i < len(quote_of) and quote_of[i] != -1 and quote_of[i] == quote_of[i - 1]


def _apart(running: list[int], lo: int, hi: int, first: int, last: int) -> int:
    """What is counted from ``lo`` to ``hi`` without what stands from ``first`` to ``last``."""
    if lo >= hi:
        return 0
    first, last = max(first, lo), min(last, hi)
    return running[hi] - running[lo] - (running[last] - running[first] if first < last else 0)


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
