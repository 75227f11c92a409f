"""Where a content may begin: behind a cue, before it, and where a sentence goes on after an attribution."""

from __future__ import annotations

from selon.analysis.attribution.content_features import Start
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.quotations import QUOTE_MARKS


def start_kind(sx: Syntax, i: int, after_colon: bool = False) -> str:
    t, rules = sx.tokens[i], sx.grammar
    nxt = sx.tokens[i + 1] if i + 1 < len(sx.tokens) else None
    if t.lower in rules.complementizers:
        return "that"
    if t.text in QUOTE_MARKS:
        return "quote"
    if after_colon:
        return "colon"
    if (
        t.lower in rules.question_words
        and t.pos != "ADP"
        and not (t.lower == "s'" and nxt is not None and nxt.pos == "VERB")
    ):
        return "whether"
    if (
        t.lower in rules.infinitive_markers
        and nxt is not None
        and (nxt.infinitive or nxt.tag == "VB" or nxt.lower in rules.object_clitics or nxt.lower in ("ne", "se", "s'"))
    ) or t.infinitive:
        return "infinitive"
    if t.tag == "VBG":
        return "gerund"
    if sx.subject[i]:
        return "pronoun"
    if i in sx.np_from or sx.np_of[i] != -1:
        return "phrase"
    if t.pos == "ADP":
        return "preposition"
    return "other"


def right_starts(sx: Syntax, cue: Cue, source: Source, b0: int, last: int) -> list[Start]:
    """Where a content to the right may begin: at once, after adverbs or addressees, at a conjunction or quotation."""
    tokens = sx.tokens
    marks: dict[int, str] = {}
    i = max(cue.last, cue.pronoun + 1)
    if cue.kind in ("preposition",) or (source.first >= cue.last):
        i = max(i, b0)
    if cue.kind == "preposition" and i < last and tokens[i].lower in sx.grammar.subject_relatives:
        i += 1  # « le maire, pour qui (rien n'a changé) »
    i = max(i, after_insertion(sx, i, last))
    n_finite = 0
    colon = False
    steps = 0
    after_phrase = False
    while i < last and steps < 28 and len(marks) < 6:
        t = tokens[i]
        if cue.kind == "colon" and i == cue.head:
            i += 1
            continue
        kind = start_kind(sx, i, colon)
        if t.text == ":":
            colon = True
        elif t.text in (",", "—", "–", "(", ")", ";"):
            after_phrase = True
        elif kind in ("that", "quote", "whether", "infinitive", "colon"):
            marks.setdefault(i, kind)
            if kind in ("quote", "colon", "that"):
                break
        elif (not marks or after_phrase or (kind in ("preposition", "gerund") and len(marks) < 2)) and (
            t.pos != "ADV" or cue.kind == "preposition" or not marks
        ):
            marks.setdefault(i, kind)
            after_phrase = False
        if i in sx.np_from and kind != "pronoun":
            phrase = sx.np_from[i]
            # An addressee or an adjunct may stand first: told reporters that …, a dit à l'AFP que …
            i = max(phrase.last, i + 1)
            after_phrase = True
            steps += 1
            continue
        if sx.finite[i]:
            n_finite += 1
            if n_finite > 1 or (marks and not _skippable(sx, source, i)):
                break
        if t.pos == "ADV":
            after_phrase = True
        i += 1
        steps += 1
    return [Start(at, kind, number) for number, (at, kind) in enumerate(sorted(marks.items()))]


def after_insertion(sx: Syntax, at: int, last: int) -> int:
    """ "hinted(, but did not say outright,) that P": where the content begins behind a second cue between commas; -1
    where there is none."""
    tokens = sx.tokens
    if at + 1 >= last or tokens[at].text != "," or tokens[at + 1].pos != "CCONJ":
        return -1
    comma = next((i for i in range(at + 1, last) if tokens[i].text in ",;:"), last)
    that = comma + 1 < last and tokens[comma + 1].lower in sx.grammar.complementizers
    return comma + 1 if that and tokens[comma].text == "," else -1


def _skippable(sx: Syntax, source: Source, i: int) -> bool:
    return source.first <= i < source.last


def left_starts(sx: Syntax, first: int, end: int) -> list[Start]:
    """Where a content to the left may begin: the region's start, a quotation's, after a colon, conjunction or comma."""
    tokens, rules = sx.tokens, sx.grammar
    starts: dict[int, str] = {}
    i = first
    while i < end and tokens[i].text in (",", "-", "–", "—", ")", ";"):
        i += 1
    starts[i] = start_kind(sx, i) if i < end else "other"
    opener = i
    if i < end and (tokens[i].lower in rules.conjunctions or tokens[i].pos == "ADV"):
        k = i + 1
        while k < end and tokens[k].text == ",":
            k += 1
        if k < end:
            starts[k] = start_kind(sx, k)
    for k in range(opener + 1, end):
        t = tokens[k - 1]
        q = sx.quote_of[k]
        if q != -1 and sx.quotes[q][0] == k:
            starts[k] = "quote"
        elif q != -1 and sx.quotes[q][0] < k and sx.quote_of[end - 1] != q:
            continue
        elif (
            t.text in (",", ";", ":", "—", "–", ")")
            or (t.pos == "CCONJ" and t.lower in rules.conjunctions)
            or t.lower in rules.complementizers
        ):
            starts[k] = start_kind(sx, k)
    ordered = sorted(starts.items())
    if len(ordered) > 8:
        ordered = ordered[:3] + ordered[-5:]
    return [Start(at, kind, number) for number, (at, kind) in enumerate(ordered)]


def after_attribution(sx: Syntax, b0: int, last: int) -> int | None:
    """The first word after a parenthetical attribution, where the sentence goes on; None where it ends there."""
    i = b0
    skipped = 0
    while (
        i < last
        and skipped < 8
        and sx.tokens[i].text not in (",", ";", ":", "—", "–", ")", ".")
        and sx.tokens[i].text not in QUOTE_MARKS
    ):
        if sx.finite[i]:
            return b0
        i += 1
        skipped += 1
    apart = False
    while i < last and sx.tokens[i].text in (",", ":", "—", "–", ")", ";", "."):
        apart = apart or sx.tokens[i].text in ":;"
        i += 1
    if apart and i < last and sx.tokens[i].text not in QUOTE_MARKS:
        return None  # « 1,28 million selon le ministère : jamais … » goes on in the article's own voice
    return i if i < last - 1 else None
