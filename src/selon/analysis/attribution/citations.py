"""Cited sources: "Y, citing X, reported that P"; "Y reported P, quoting X, which quoted Z"; "he quoted X as saying P".

The one who is cited is the source; those who cite are relays, the one nearest to the article first.
"""

from __future__ import annotations

from typing import NamedTuple

from selon.analysis.attribution.lexicon import lexicon
from selon.analysis.attribution.noun_phrases import Phrase
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.syntax import Syntax, with_genitives
from selon.analysis.document import Draft, Token
from selon.analysis.quotations import QUOTE_MARKS
from selon.model import Relay, Span

APPOSITION = 16  # tokens


class _Citation(NamedTuple):
    """Tokens of the citing cue and of the source that it cites."""

    cue: tuple[int, int]
    source: tuple[int, int]


def cited(sx: Syntax, drafts: list[Draft]) -> list[Draft]:
    """The drafts, those of a region with a citation turned to the cited source; citing verbs make no claim."""
    regions: dict[int, list[_Citation]] = {}
    for token in sx.tokens:
        cites = token.lemma in sx.grammar.citing or _invokes(sx, token)
        if cites and token.pos in ("VERB", "AUX") and sx.quote_of[token.i] == -1:
            found = _citation(sx, token.i)
            if found is not None:
                regions.setdefault(sx.region_of[token.i], []).append(found)
    for region, citations in regions.items():
        first, last = sx.regions[region]
        inside = [d for d in drafts if _in(sx, d, first, last)]
        own = [d for d in inside if any(_touches(sx, d, c) for c in citations)]
        saying = _as_saying(sx, citations[-1], last)
        if saying is not None:
            made = _said(sx, citations[-1], saying, inside, first, last)
            if made is not None:
                words = _span(sx, saying)[0]
                told = [d for d in inside if any(words.start <= span.start < words.end for span in d.cue)]
                drafts = [d for d in drafts if d not in own and d not in told] + [made]
            continue
        teller = _teller(sx, [d for d in inside if d not in own], citations[0])
        if teller is None:
            drafts = _from_document(sx, citations[0], inside, own, drafts)
            continue
        if _asks(sx, teller):
            drafts = [d for d in drafts if d not in own]
            continue
        at = sx.tokens[citations[0].cue[0]].start
        before = tuple(Span(s.start, _bare_end(sx, s.start, min(s.end, at))) for s in teller.source if s.start < at)
        chain = [Relay("", before or teller.source, teller.cue)]
        chain += [Relay("", _span(sx, c.source), _span(sx, c.cue)) for c in citations[:-1]]
        final = citations[-1]
        teller.relay = (*chain, *teller.relay)
        teller.source, teller.cue = _span(sx, final.source), _span(sx, final.cue)
        teller.rule = f"{teller.rule} citing"
        teller.content = _without(
            teller.content, sx.tokens[citations[0].cue[0]].start, sx.tokens[final.source[1] - 1].end
        )
        drafts = [d for d in drafts if d not in own or d is teller]
    return drafts


def handed_on(sx: Syntax, drafts: list[Draft]) -> list[Draft]:
    """« un rescapé, cité par la radio Anfani », "the mayor, quoted by Interfax", "via Interfax": relays.

    The source is given up to there, and the citing participle makes no claim of its own.
    """
    citing: list[_Citation] = []
    for draft in drafts:
        if not draft.source or draft.relay:
            continue
        first = sx.document.token_at(draft.source[0].start)
        last = sx.document.token_at(draft.source[-1].end - 1) + 1
        limit = sx.region(first)[1]
        after = last + 1 if last < limit and sx.tokens[last].text == "," else last
        for i in (*range(first + 1, last), after, *_between(sx, draft), *_opening(sx, first)):
            found = _hander(sx, i, limit, draft.cue_kind == "preposition")
            if found is not None:
                draft.relay = (Relay("", _span(sx, found.source), _span(sx, found.cue)),)
                end = _bare_end(sx, draft.source[0].start, sx.tokens[i].start)
                if first < i < last and len(draft.source) == 1:
                    draft.source = (Span(draft.source[0].start, end),)
                citing.append(found)
                break
    return [draft for draft in drafts if not any(_touches(sx, draft, citation) for citation in citing)]


def _invokes(sx: Syntax, token: Token) -> bool:
    """« Le Figaro annonce P, en évoquant une source proche du dossier »: it cites that source."""
    if token.lemma not in sx.grammar.invoking or sx.finite[token.i] or token.infinitive:
        return False
    after = [t for t in sx.tokens[token.i + 1 : token.i + 4] if t.pos != "DET" and t.text not in QUOTE_MARKS]
    return bool(after) and after[0].lemma == "source"


def _publishes(sx: Syntax, token: Token) -> bool:
    return token.lemma in sx.grammar.publishing and token.feats.get("VerbForm") == "Part"


def _between(sx: Syntax, draft: Draft) -> range:
    """The tokens between a verb and what it says: « a déclaré, dans des propos rapportés par X, que P »."""
    if draft.cue_kind != "verb" or not draft.content or draft.content[0].start < draft.cue[-1].end:
        return range(0)
    first = sx.document.token_at(draft.cue[-1].end - 1) + 1
    return range(first, sx.document.token_at(draft.content[0].start))


def _opening(sx: Syntax, first: int) -> range:
    """« (Citée par Interfax,) la porte-parole a jugé P »: the token that opens the region, where the source that begins
    at ``first`` follows a comma."""
    opening = sx.region(first)[0]
    behind = first > opening + 2 and sx.tokens[first - 1].text == ","
    return range(opening, opening + 1) if behind else range(0)


def _from_document(
    sx: Syntax, citation: _Citation, inside: list[Draft], own: list[Draft], drafts: list[Draft]
) -> list[Draft]:
    """ "P, according to a report citing X": one claim of X's, whichever of the two was read."""
    at = sx.tokens[citation.cue[0]].start
    holding = [d for d in inside if d.source and d.source[0].start < at < d.source[-1].end]
    document = _document(sx, citation) or _whole(sx, citation, holding)
    if document is None:
        return drafts
    told = next((d for d in (*holding, *own) if d.content), None)
    if told is None:
        return drafts
    told.source, told.cue = _span(sx, citation.source), _span(sx, citation.cue)
    told.relay = (document, *told.relay)
    return [d for d in drafts if d is told or not (d in own or d in holding)]


def _whole(sx: Syntax, citation: _Citation, holding: list[Draft]) -> Relay | None:
    """« D'après le journal Le Monde, qui cite X, P »: the source up to its relative clause is the relay."""
    at = citation.cue[0]
    draft = next((d for d in holding if d.cue_kind == "preposition" and len(d.source) == 1), None)
    if draft is None or sx.tokens[at - 1].lower not in sx.grammar.relatives:
        return None
    end = _bare_end(sx, draft.source[0].start, sx.tokens[at - 1].start)
    if end <= draft.source[0].start:
        return None
    return Relay("", (Span(draft.source[0].start, end),), draft.cue)


def _document(sx: Syntax, citation: _Citation) -> Relay | None:
    """ "P, according to a report citing X", "According to AFP, which cited X, P": the report is the relay."""
    tokens, end = sx.tokens, citation.cue[0]
    if end > 1 and tokens[end - 1].lower in sx.grammar.relatives:
        end -= 2 if tokens[end - 2].text == "," else 1
    phrase = next((p for p in sx.phrases if p.last == end), None)
    if phrase is None:
        return None
    for key, entry in lexicon(sx.document.language.code)["prepositions"].items():
        words = key.replace("'", "' ").split()
        first = phrase.first - len(words)
        before = [t.lower for t in sx.tokens[max(first, 0) : phrase.first]]
        if entry.get("strength") == "high" and before == words:
            return Relay("", _span(sx, (phrase.first, phrase.last)), _span(sx, (first, phrase.first)))
    return None


def _hander(sx: Syntax, i: int, limit: int, by_way: bool) -> _Citation | None:
    """The citation that begins at token i: a participle and its agent, or "via" behind a source (``by_way``)."""
    tokens = sx.tokens
    if i + 1 >= limit:
        return None
    if (
        (tokens[i].lemma in sx.grammar.citing or _publishes(sx, tokens[i]) or tokens[i].lower in sx.grammar.cited)
        and tokens[i + 1].lower in sx.grammar.agent_prepositions
        and not sx.finite[i]
    ):
        phrase, end = sx.np_from.get(i + 2), i + 2
    elif by_way and tokens[i].lower == "via":
        phrase, end = sx.np_from.get(i + 1), i + 1
    else:
        return None
    if phrase is None or phrase.last > limit:
        return None
    if head_class(sx, phrase.first, phrase.last, phrase.head) == "other" or _unsaid(sx, i):
        return None  # « que son nom ne soit pas cité par crainte de P »
    return _Citation((i, end), (phrase.first, phrase.last))


def _unsaid(sx: Syntax, i: int) -> bool:
    return any(t.lower in sx.grammar.negations for t in sx.tokens[max(i - 2, 0) : i])


def _citation(sx: Syntax, i: int) -> _Citation | None:
    tokens = sx.tokens
    first = i
    while first > 0 and (tokens[first - 1].pos == "AUX" or tokens[first - 1].lower == "en") and first > i - 2:
        first -= 1
    phrase = sx.np_from.get(i + 1)
    before = tokens[max(i - 2, 0) : i]
    if tokens[i].tag == "VB" or tokens[i].infinitive or any(t.lower in sx.grammar.negations for t in before):
        return None  # "must not cite any person", « refuse de citer ses sources »
    subject = sx.finite[i] and sx.subject[i + 1] and tokens[i + 1].pos not in ("NUM", "DET")
    if phrase is None or tokens[i + 1].text in QUOTE_MARKS or subject:
        return None
    end = phrase.last
    limit = sx.region(i)[1]
    if not _can_speak(sx, phrase):
        return None  # "citing the cost of cocoa", « cite trois précédents »: a reason or an example, nobody
    if end < limit and sx.quote_of[end] != -1 and sx.quote_of[i + 1] == -1:
        end = min(sx.quotes[sx.quote_of[end]][1], limit)  # « une “source proche du dossier” »
    if end + 1 < limit and tokens[end].pos == "ADP" and end + 1 in sx.np_from and tokens[end - 1].pos == "ADJ":
        end = sx.np_from[end + 1].last  # "sources close (to the investigation)"
    end = with_genitives(sx, end, limit)
    if end < limit and tokens[end].text == "(":
        close = next((k for k in range(end, min(end + 6, limit)) if tokens[k].text == ")"), -1)
        end = close + 1 if close != -1 else end
    return _Citation((first, i + 1), (phrase.first, end))


def _can_speak(sx: Syntax, phrase: Phrase) -> bool:
    return head_class(sx, phrase.first, phrase.last, phrase.head) not in ("other", "number")


def _asks(sx: Syntax, teller: Draft) -> bool:
    """ "Citing the letter, two senators called for P", « saisira le juge, citant X »: what is asked or will be done is
    not in what they cite."""
    entry = lexicon(sx.document.language.code)["verbs"].get(teller.cue_lemma, {})
    return entry.get("stance") in ("asks", "intends")


def _as_saying(sx: Syntax, citation: _Citation, last: int) -> tuple[int, int] | None:
    """The tokens of "as saying" right after the cited source."""
    k = citation.source[1]
    if k < last and sx.tokens[k].text == ",":  # "cited Budi Gunawan, chief of the agency, as saying"
        k = next((i + 1 for i in range(k + 1, min(k + APPOSITION, last)) if sx.tokens[i].text == ","), k)
    if k + 1 < last and sx.tokens[k].lower in sx.grammar.likening and sx.tokens[k + 1].lower in sx.grammar.saying:
        return k, k + 2
    return None


def _said(
    sx: Syntax, citation: _Citation, cue: tuple[int, int], inside: list[Draft], first: int, last: int
) -> Draft | None:
    """ "P, he quoted Cho as saying" or "It cited the Air Force as stating P"."""
    tokens = sx.tokens
    start = citation.cue[0]
    subject = max((p for p in sx.phrases if first <= p.first < start), key=lambda p: p.first, default=None)
    a, b = cue[1], last
    while b > a and tokens[b - 1].pos == "PUNCT" and tokens[b - 1].text not in QUOTE_MARKS:
        b -= 1
    cut = next(
        (k for k in range(a, b) if tokens[k].text in (",", ";") and k + 1 < b and tokens[k + 1].pos == "CCONJ"), b
    )
    content = (a, cut) if cut > a else (first, subject.first if subject is not None else start)
    while content[1] > content[0] and tokens[content[1] - 1].text == ",":
        content = (content[0], content[1] - 1)
    if content[1] <= content[0]:
        return None
    teller = _span(sx, (subject.first, start)) if subject is not None and subject.last <= start else ()
    return Draft(
        source=_span(sx, citation.source),
        cue=_span(sx, cue),
        content=_span(sx, content),
        rule="cited as saying",
        cue_lemma="say",
        cue_kind="participle",
        relay=(Relay("", teller, _span(sx, citation.cue)),) if teller else (),
    )


def _teller(sx: Syntax, drafts: list[Draft], citation: _Citation) -> Draft | None:
    """The claim whose source does the citing: the nearest one with a cue verb outside quotations, none that another
    tells ("she claimed [members backed the plan], citing a survey")."""
    at = sx.tokens[citation.cue[0]].start
    able = [d for d in drafts if d.cue and d.source and d.content and d.cue_kind in ("verb", "participle")]
    able = [d for d in able if not any(o is not d and _told_in(d, o) and o.cue[0].start < at for o in able)]
    return min(able, key=lambda d: abs(d.cue[0].start - at), default=None)


def _told_in(draft: Draft, outer: Draft) -> bool:
    """Do the source and the cue of a claim lie in what another says?"""
    return all(
        any(span.start <= part.start and part.end <= span.end for span in outer.content)
        for part in (*draft.source, *draft.cue)
    )


def _bare_end(sx: Syntax, start: int, end: int) -> int:
    """``end`` without the comma and spaces before it."""
    return start + len(sx.document.text[start:end].rstrip(" ,\u00a0"))


def _in(sx: Syntax, draft: Draft, first: int, last: int) -> bool:
    spans = draft.cue or draft.content
    return bool(spans) and sx.tokens[first].start <= spans[0].start < sx.tokens[last - 1].end


def _touches(sx: Syntax, draft: Draft, citation: _Citation) -> bool:
    a, b = sx.tokens[citation.cue[0]].start, sx.tokens[citation.cue[1] - 1].end
    return any(span.start < b and a < span.end for span in draft.cue)


def _span(sx: Syntax, tokens: tuple[int, int]) -> tuple[Span, ...]:
    return (Span(sx.tokens[tokens[0]].start, sx.tokens[tokens[1] - 1].end),)


def _without(content: tuple[Span, ...], a: int, b: int) -> tuple[Span, ...]:
    """The content up to the citation, where it runs into it."""
    out = []
    for span in content:
        end = a if span.start < a < span.end and b >= span.end - 2 else span.end
        out.append(Span(span.start, end))
    return tuple(out)
