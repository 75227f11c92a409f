"""Features that tell a cue at work from the same word elsewhere, given its best source and content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from selon import model
from selon.analysis.attribution.content_features import CONTENT_FEATURES, SIDES, STARTS
from selon.analysis.attribution.content_starts import start_kind
from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.source_features import CUE_KINDS, HEADS, POSITIONS, SOURCE_FEATURES
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.attribution.word_classes import WORD_CLASSES, word_class
from selon.analysis.quotations import QUOTE_MARKS

STRENGTHS = ("", "low", "mid", "high")
STANCES = ("", *model.STANCES)

# What the encoder hears: of the cue's head and the words near it, of the source and the content that were chosen.
HEARD = (
    "cue",
    "cue beside",
    "source overlap",
    "no source",
    "source mass",
    "content overlap",
    "no content",
    "content mass",
)

CUE_FEATURES = (
    *(f"cue:{name}" for name in CUE_KINDS),
    *(f"strength:{name}" for name in STRENGTHS),
    *(f"stance:{name}" for name in STANCES),
    *(f"next:{name}" for name in STARTS),
    *(f"position:{name}" for name in POSITIONS),
    *(f"head:{name}" for name in HEADS),
    *(f"side:{name}" for name in SIDES),
    *(f"start:{name}" for name in STARTS),
    "rate",
    "count",
    "in lexicon",
    "expression",
    "negated",
    "passive",
    "reflexive",
    "governed",
    "inverted pronoun",
    "french",
    "source score",
    "content score",
    "source margin",
    "content length",
    "content finite",
    "content takes",
    "content quoted",
    "source length",
    "source indefinite",
    "comma before",
    "comma after",
    "quote before",
    "quote after",
    "in quotation",
    "in relative clause",
    "first person",
    "past",
    "present",
    "imperfect or past participle",
    "headline",
    "opens the region",
    "number in content",
    "conditional",
    "takes clause",
    "takes noun",
    "takes quote",
    "in table",
    "content kept in lexicon",
    "tag verb",
    "subject capital",
    "colon after",
    "dash",
    "after complementizer",
    "after subordinator",
    "strong cue inside",
    "weak cue inside",
    "inside quotation content",
    "region cues",
    "phrases to source",
    "source verbs between",
    "source agrees",
    "source names",
    "content ends region",
    "content length ratio",
    *(f"before:{name}" for name in WORD_CLASSES),
    *(f"two before:{name}" for name in WORD_CLASSES),
    *(f"after:{name}" for name in WORD_CLASSES),
    *(f"two after:{name}" for name in WORD_CLASSES),
    "source before comma",
    "next segment finite",
    "content begins with a figure",
    "bare preposition start",
    "addressee start",
    "bare clause",
    "joined subject",
    "main subject",
    *(f"heard:{name}" for name in HEARD),
)
_INDEX = {name: k for k, name in enumerate(CUE_FEATURES)}


def cue_features(
    sx: Syntax,
    cue: Cue,
    source: Source,
    source_score: float,
    source_margin: float,
    content: Content,
    content_score: float,
    rates: Mapping[str, tuple[float, float]],
    heard: Sequence[float],
) -> tuple[float, ...]:
    """One row; ``rates`` gives for "table:lemma" how often it was a cue in training, and on how many sightings;
    ``heard`` are the values of HEARD."""
    tokens, ix = sx.tokens, _INDEX
    row = [0.0] * len(CUE_FEATURES)
    first, last = sx.region(cue.head)
    strength, stance = str(cue.entry.get("strength", "")), str(cue.entry.get("stance", ""))
    row[ix[f"cue:{cue.kind}"]] = 1.0
    row[ix[f"strength:{strength}"]] = 1.0
    row[ix[f"stance:{stance}"]] = 1.0
    if cue.last < last:
        row[ix[f"next:{start_kind(sx, cue.last)}"]] = 1.0
    row[ix[f"position:{source.position}"]] = 1.0
    if source.features:
        for name in HEADS:
            row[ix[f"head:{name}"]] = source.features[_HEAD_AT[name]]
    row[ix[f"side:{content.side}"]] = 1.0
    if content.parts:
        row[ix[f"start:{start_kind(sx, content.parts[0][0])}"]] = 1.0
    rate, count = rates.get(rate_key(cue), (-1.0, 0.0))
    before = tokens[cue.first - 1] if cue.first > first else None
    after = tokens[cue.last] if cue.last < last else None
    finite = next((tokens[i] for i in range(cue.first, cue.last) if sx.finite[i]), None)
    tense = finite.feats.get("Tense", "") if finite is not None else ""
    words = [i for a, b in content.parts for i in range(a, b)]
    relative = any(tokens[i].lower in sx.grammar.subject_relatives for i in range(max(first, cue.first - 2), cue.first))
    start = ix["rate"]
    values = (
        rate,
        min(count, 50.0),
        float(bool(cue.entry)),
        float(" " in cue.lemma),
        float(cue.negated),
        float(cue.passive),
        float(cue.reflexive),
        float(cue.governed),
        float(cue.pronoun != -1),
        float(sx.document.language.code == "fr"),
        source_score,
        content_score,
        source_margin,
        float(min(len(words), 80)),
        float(any(sx.finite[i] for i in words)),
        content.features[_TAKES] if content.parts else 0.0,
        sum(1 for i in words if sx.quote_of[i] != -1) / max(len(words), 1),
        float(source.last - source.first),
        float(source.first != -1 and tokens[source.first].lower in sx.grammar.indefinite),
        float(before is not None and before.text == ","),
        float(after is not None and after.text == ","),
        float(before is not None and before.text in QUOTE_MARKS),
        float(after is not None and after.text in QUOTE_MARKS),
        float(sx.quote_of[cue.head] != -1),
        float(relative),
        float(source.first != -1 and tokens[source.first].lower in sx.grammar.first_person),
        float(tense == "Past"),
        float(tense == "Pres"),
        float(tense == "Imp"),
        float(sx.document.lines[0].span.end >= tokens[cue.head].end if sx.document.lines else 0),
        float(cue.first == first),
        float(any(tokens[i].pos == "NUM" for i in words)),
        float(finite is not None and finite.feats.get("Mood") == "Cnd"),
        float("clause" in cue.takes),
        float("noun" in cue.takes),
        float("quote" in cue.takes),
        float(cue.table == "verbs"),
        float(bool(cue.entry) and (content.features[_TAKES] > 0 if content.parts else False)),
        float(tokens[cue.head].pos == "VERB"),
        float(source.first != -1 and tokens[source.first].text[:1].isupper() and source.first != first),
        float(after is not None and after.text == ":"),
        float(cue.lemma in ("—", "–")),
        float(before is not None and before.lower in sx.grammar.complementizers),
        float(before is not None and before.lower in sx.grammar.subordinators),
    )
    row[start : start + len(values)] = values
    n = ix["strong cue inside"]
    words_at = source.features
    row[n : n + 10] = (
        float(any(sx.cue_strength[i] > 1 for i in words)),
        float(any(sx.cue_strength[i] == 1 for i in words)),
        float(sx.quote_of[cue.head] != -1 and bool(words) and sx.quote_of[words[0]] == sx.quote_of[cue.head]),
        float(min(sum(1 for i in range(first, last) if sx.cue_strength[i]), 8)),
        words_at[_BETWEEN],
        words_at[_BETWEEN + 1],
        words_at[_AGREES],
        words_at[_NAMES],
        float(bool(words) and words[-1] >= last - 2),
        len(words) / max(last - first, 1),
    )
    n = ix["source before comma"]
    row[n : n + 2] = (words_at[_BEFORE_COMMA], words_at[_NEXT_FINITE])
    if content.parts:
        row[n + 2 : n + 6] = [content.features[k] for k in (_FIGURE, _BARE_PREPOSITION, _ADDRESSEE, _BARE_CLAUSE)]
    row[n + 6 : n + 8] = (words_at[_NEXT_FINITE + 2], words_at[_NEXT_FINITE + 3])
    for name, at in (
        ("before", cue.first - 1),
        ("two before", cue.first - 2),
        ("after", cue.last),
        ("two after", cue.last + 1),
    ):
        row[ix[f"{name}:edge"] + word_class(sx, at, first, last)] = 1.0
    row[-len(HEARD) :] = heard
    return tuple(row)


def rate_key(cue: Cue) -> str:
    return f"{cue.table}:{cue.lemma}"


_HEAD_AT = {name: SOURCE_FEATURES.index(f"head:{name}") for name in HEADS}
_BETWEEN, _AGREES, _NAMES, _BEFORE_COMMA, _NEXT_FINITE = (
    SOURCE_FEATURES.index(name)
    for name in ("phrases between", "plural agrees", "names", "ends before comma", "next segment finite")
)
_TAKES, _FIGURE, _BARE_PREPOSITION, _ADDRESSEE, _BARE_CLAUSE = (
    CONTENT_FEATURES.index(name)
    for name in ("takes start", "begins with a figure", "bare preposition start", "addressee start", "bare clause")
)
