"""Gapping: « La préfecture fait état de 81 000 manifestants, le syndicat de 700 000 » — one verb, several sources.

Where a content is a figure, the same clause may go on with a further source and a further figure and no verb of its
own. So may one whose content is a phrase: « La CFDT réclame une table ronde, FO le retrait du projet ». Each pair is a
claim under the same cue; the first content ends before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from selon.analysis.attribution.ranking import Reading
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.document import Draft
from selon.analysis.quotations import QUOTE_MARKS
from selon.model import Span

CONTENT_LENGTH = 8  # tokens of a gapped content


def parted(sx: Syntax, readings: Sequence[Reading]) -> None:
    """« Ils étaient 8 000 selon A, 20 000 selon B »: what B says begins after A's attribution; in place.

    Only of prepositions, which all close their content, and of readings that are to be claims.
    """
    closing = [
        (max(r.cue.last, r.source.last), r)
        for r in readings
        if r.cue.kind == "preposition" and r.source and r.content and r.content.side in ("left", "split")
    ]
    for _, reading in closing:
        content = reading.content
        assert content is not None and content.parts
        first, last = content.parts[0][0], reading.cue.first
        before = [end for end, other in closing if other is not reading and first < other.cue.first and end < last]
        if not before:
            continue
        start = max(before)
        while start < last and sx.tokens[start].text in (",", ";"):
            start += 1
        cut = tuple((max(a, start), b) for a, b in content.parts if b > start)
        if cut:
            reading.content = content._replace(parts=cut)


def gapped(sx: Syntax, drafts: list[Draft]) -> list[Draft]:
    """New drafts from the gapped parts after each figure; the drafts they follow are cut short in place."""
    out: list[Draft] = []
    for draft in drafts:
        if not draft.content or not draft.cue or draft.cue[0].start > draft.content[0].start:
            continue
        start = sx.document.token_at(draft.content[-1].start)
        if not _has_figure(sx, start, min(start + 4, len(sx.tokens))):
            continue
        last = sx.region(start)[1]
        k = start
        while k < last and sx.tokens[k].text != "," and sx.tokens[k].lower not in sx.grammar.joining:
            if sx.finite[k]:
                break
            k += 1
        cut = k
        while k < last:
            found = _pair(sx, k, last)
            if found is None:
                break
            source, content, k = found
            out.append(replace(draft, source=(source,), content=(content,), rivals=[], rule=f"{draft.rule} gapped"))
        if k != cut:
            end = sx.tokens[cut - 1].end
            if draft.content[-1].start < end < draft.content[-1].end:
                draft.content = (*draft.content[:-1], Span(draft.content[-1].start, end))
    return out


def gapped_phrases(sx: Syntax, drafts: list[Draft]) -> list[Draft]:
    """New drafts from « , FO le retrait du projet », « , Montevideo de “précipitation” »: behind a comma one who can
    speak, then at once another phrase, with the preposition of the first content or none, and no verb up to the end.

    The drafts they follow are cut short in place.
    """
    out: list[Draft] = []
    for draft in drafts:
        if draft.cue_kind != "verb" or len(draft.content) != 1 or not draft.cue or not draft.source:
            continue
        if draft.cue[-1].end > draft.content[0].start:
            continue
        start = sx.document.token_at(draft.content[0].start)
        cue_end = sx.document.token_at(draft.cue[-1].end - 1) + 1
        prepositions = {t.lemma for t in sx.tokens[cue_end : start + 1] if t.pos == "ADP"}
        last = sx.region(start)[1]
        for comma in (i for i in range(start + 1, last) if sx.tokens[i].text == "," and sx.quote_of[i] == -1):
            if any(sx.finite[start:comma]):
                break
            found = _phrase_pair(sx, comma, last, prepositions)
            if found is None:
                continue
            source, content = found
            out.append(replace(draft, source=(source,), content=(content,), rivals=[], rule=f"{draft.rule} gapped"))
            end = sx.tokens[comma - 1].end
            if draft.content[0].end > end:
                draft.content = (Span(draft.content[0].start, end),)
            break
    return out


def _phrase_pair(sx: Syntax, comma: int, last: int, prepositions: set[str]) -> tuple[Span, Span] | None:
    """The further source and content behind a comma, up to the end of the region."""
    tokens, first = sx.tokens, comma + 1
    phrase = sx.np_from.get(first)
    if phrase is None or sx.subject[first] or tokens[first].pos == "NUM":
        return None
    end = next((i for i in range(phrase.last, last) if sx.tokens[i].text in ".;"), last)
    if head_class(sx, first, phrase.last, phrase.head) not in ("person", "person-name", "body"):
        return None
    if any(sx.finite[first:end]) or any(tokens[i].text == "," for i in range(phrase.last, end)):
        return None
    b = phrase.last
    while b + 1 < end:
        start = _phrase_start(sx, b, prepositions)
        # « Kerman, la ville natale du défunt » is an apposition, whatever the first content's preposition.
        named = tokens[phrase.head].pos == "PROPN"
        several = tokens[phrase.head].feats.get("Number") == "Plur" and tokens[b].lower in ("de", "d'")
        apposed = tokens[b].lower in sx.grammar.genitives and not (named or several)
        if apposed and start != -1 and tokens[start].text not in QUOTE_MARKS:
            start = -1
        if start != -1 and start < end:
            return Span(tokens[first].start, tokens[b - 1].end), Span(tokens[start].start, tokens[end - 1].end)
        of = tokens[b].lower in sx.grammar.genitives and b + 1 in sx.np_from
        if not of:  # « le Défenseur (des droits) l'interdiction »
            return None
        b = sx.np_from[b + 1].last
    return None


def _phrase_start(sx: Syntax, b: int, prepositions: set[str]) -> int:
    """Where a content begins at once behind a source: its preposition is the first content's, or it has none; -1."""
    token = sx.tokens[b]
    if token.pos == "ADP":
        return -1 if token.lemma not in prepositions else b if sx.tokens[b + 1].infinitive else b + 1
    return b if token.text in QUOTE_MARKS or (b in sx.np_from and token.pos == "DET") else -1


def _pair(sx: Syntax, k: int, last: int) -> tuple[Span, Span, int] | None:
    """A source and a figure that begin at the comma or conjunction at k, and where they end."""
    tokens = sx.tokens
    joint = k
    while k < last and (tokens[k].text == "," or tokens[k].pos == "CCONJ"):
        k += 1
    if k == joint:
        return None
    phrase = sx.np_from.get(k)
    if phrase is None or any(tokens[i].pos == "NUM" for i in range(phrase.first, phrase.last)):
        return _split_phrase(sx, phrase.first, phrase.last, last) if phrase is not None else None
    b = phrase.last
    while b + 1 < last and tokens[b].lower in sx.grammar.genitives and (b + 1) in sx.np_from:
        inner = sx.np_from[b + 1]
        if any(tokens[i].pos == "NUM" for i in range(inner.first, inner.last)):
            break
        b = inner.last
    source_end = b
    if b < last and tokens[b].text == ",":  # a relative clause between commas: « the firm X, which counts for Y, »
        close = next((e for e in range(b + 1, min(b + 20, last)) if tokens[e].text == ","), -1)
        if close != -1 and tokens[b + 1].lower in sx.grammar.relatives:
            source_end, b = close, close + 1
    start = b
    if start < last and tokens[start].pos == "ADP":
        start += 1
    if not _has_figure(sx, start, min(start + 3, last)) or any(sx.finite[i] for i in range(source_end, start)):
        return None
    return _finish(sx, k, source_end, start, last)


def _split_phrase(sx: Syntax, first: int, end: int, last: int) -> tuple[Span, Span, int] | None:
    """ "the union 500,000": the tagger's one phrase is a source and a figure."""
    tokens = sx.tokens
    number = next((i for i in range(first, end) if tokens[i].pos == "NUM"), -1)
    if number <= first or tokens[number - 1].pos not in ("NOUN", "PROPN", "X"):
        return None
    return _finish(sx, first, number, number, last)


def _finish(sx: Syntax, first: int, source_end: int, start: int, last: int) -> tuple[Span, Span, int] | None:
    tokens = sx.tokens
    e = start
    while e < min(start + CONTENT_LENGTH, last) and tokens[e].text not in ",.;:" and tokens[e].pos != "CCONJ":
        if sx.finite[e]:
            return None
        e += 1
    if e == start:
        return None
    return (
        Span(tokens[first].start, tokens[source_end - 1].end),
        Span(tokens[start].start, tokens[e - 1].end),
        e,
    )


def _has_figure(sx: Syntax, a: int, b: int) -> bool:
    return any(sx.tokens[i].pos == "NUM" for i in range(a, b))
