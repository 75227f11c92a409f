"""Relays: through whom the words reached the article, the teller nearest to the article first.

Three constructions: two attributions of one content ("P, X told parliament, according to Y"); a source that another
cites ("Y, citing X, reported that P"); a claim inside another's content (« X a dit que Y promet P »).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from selon.analysis.attribution.agency import agent_class
from selon.analysis.document import Document, Draft
from selon.analysis.quotations import QUOTE_MARKS
from selon.languages.cues import cues
from selon.languages.grammar import grammar
from selon.languages.speakers import speaker_words
from selon.model import Relay, Span, Spans

COMMENTS = frozenset(("approves", "criticises", "doubts", "denies", "declines"))
MERGED = 0.7  # a teller's content that is so far one inner claim makes it that claim's relay, and no claim of its own


def relayed(document: Document, drafts: list[Draft], tellers: Sequence[Draft] = ()) -> list[Draft]:
    """The drafts with their relays; tellers that only hand on another's claim are relays and no longer drafts.

    ``tellers`` are no claims in any case, and relays where they tell of one claim whole and of little else.
    """
    drafts = [_merged(document, draft) for draft in drafts]
    tellers = [teller for teller in tellers if _speaks(document, teller.source)]
    silent = {id(teller) for teller in tellers}
    by_length = sorted((d for d in (*drafts, *tellers) if d.content), key=_length)
    outer: dict[int, Draft] = {}
    place = {id(draft): k for k, draft in enumerate(by_length)}
    reach: dict[int, list[Draft]] = {}  # sentence → the drafts whose content touches it, the shortest first
    for draft in by_length:
        for k in sorted({k for span in draft.content for k in document.sentences_under(span)}):
            reach.setdefault(k, []).append(draft)
    for inner in by_length:
        for draft in reach[document.sentences_under(inner.content[0])[0]]:
            if _names_teller(draft, inner):
                outer[id(inner)] = draft
                break
            if draft.topic and draft is not inner:
                continue  # « sa prévision, jugée optimiste par X »: X judges it, and hands nothing on
            if place[id(draft)] <= place[id(inner)]:
                continue
            if draft.content[0].start > inner.content[0].start:
                continue
            if id(draft) in silent and not _tells_of(draft, inner):
                continue
            if draft.cue and _cover(draft.cue) <= _cover(inner.content):
                continue  # "questioned his power to do as he proposed": a word of what is said tells nothing of it
            if _qualifies(document, inner, draft) or _comments(document, draft):
                continue
            if (inner.source or inner.cue) and _holds(draft.content, inner):
                outer[id(inner)] = draft
                break
    gone = set(silent)
    for inner in drafts:
        chain: list[Relay] = []
        teller = outer.get(id(inner))
        if teller is not None and not _speaks(document, inner.source):
            gone.add(id(inner))
            continue
        while teller is not None and len(chain) < 4:
            if _only_hands_on(document, teller, inner):
                gone.add(id(teller))
                if teller.cue_kind == "preposition" and _owned(document, teller, inner):
                    _cite(inner, teller)
                    teller = outer.get(id(teller))
                    continue
            if id(teller) in silent and inner.relay:
                break  # whom it cites is settled
            chain.append(_relay(teller))
            chain += list(teller.relay)
            teller = outer.get(id(teller))
        if chain:
            inner.relay = _each_once((*reversed(chain), *inner.relay))
    drafts = [draft for draft in drafts if id(draft) not in gone]
    _shared(document, drafts)
    return drafts


def _shared(document: Document, drafts: list[Draft]) -> None:
    """ "According to Reuters, he said P, adding Q": Q came the same way."""
    told: dict[tuple[int, Spans], tuple[Relay, ...]] = {}
    for draft in sorted((d for d in drafts if d.source and d.cue), key=lambda d: d.cue[0].start):
        key = (document.sentences_under(draft.cue[0])[0], draft.source)
        if draft.relay and draft.relay[0].source and draft.relay[0].source[0].start < draft.source[0].start:
            told.setdefault(key, draft.relay)
        elif not draft.relay and draft.cue_kind == "participle":
            draft.relay = told.get(key, ())


def _qualifies(document: Document, inner: Draft, teller: Draft) -> bool:
    """« X s'oppose au gouvernement qui veut P », "the judge issued a verdict which X called Q": the relative clause is
    the article's, the teller says none of it."""
    if not (inner.source and inner.cue):
        return False
    rules, tokens = grammar(document.language.code), document.tokens
    first, at = document.token_at(teller.content[0].start), document.token_at(inner.cue[0].start)
    k = document.token_at(min(inner.source[0].start, inner.cue[0].start)) - 1
    if not (
        first < k and tokens[k].lower in rules.object_relatives and tokens[first].lower not in rules.complementizers
    ):
        own = document.token_at(inner.source[-1].end - 1)
        k = next((i for i in range(max(first, at - 3), at) if tokens[i].lower in rules.subject_relatives), -1)
        if not first < k or k < own:
            return False
    if inner.content[-1].end < teller.content[-1].end:
        return False
    return not any(t.text in QUOTE_MARKS or t.feats.get("VerbForm") == "Fin" for t in tokens[first:k])


def _comments(document: Document, draft: Draft) -> bool:
    """« X critique l'idée, que Y a qualifiée de P », "X seconded Y's call", "X said P, which Y confirmed": who judges
    words hands on none."""
    if draft.content and draft.source and draft.content[-1].end < draft.source[0].start:
        between = document.tokens_in(draft.content[-1].end, draft.source[0].start)
        if between and between[-1].lower in grammar(document.language.code).relatives:
            return True
    refusing = grammar(document.language.code).refusing
    if any(t.lemma in refusing for span in draft.cue for t in document.tokens_in(*span)):
        return True  # "refused to discuss a report that P"
    entry = cues(document.language.code).verb(draft.cue_lemma)
    return entry is not None and entry.stance in COMMENTS


def _told_by(inner: Draft, teller: Draft) -> bool:
    """ "The Pentagon believes that P, Singh said": a claim that a parenthetical verb of another hands on whole.

    What the parenthetical closes may have been read as P alone.
    """
    if not (teller.content and teller.cue and teller.source and inner.cue_kind == teller.cue_kind == "verb"):
        return False
    if teller.content[0].start >= teller.cue[0].start:
        return False
    before = inner.source and inner.source[0].start < inner.cue[0].start < inner.content[0].start
    closed = inner.content[-1].end <= min(teller.cue[0].start, teller.source[0].start)
    return _holds(teller.content, inner) or bool(before and closed)


def _speaks(document: Document, source: Spans) -> bool:
    """Is the source someone or something that can say? « cette évolution souligne P » is its teller's word."""
    code = document.language.code
    tokens = [token for span in source for token in document.tokens_in(*span)]
    return not tokens or any(
        token.pos in ("PROPN", "PRON", "X", "NUM")
        or (token.text[:1].isupper() and token.pos != "DET")
        or agent_class(token.lemma, code)
        for token in tokens
    )


def _merged(document: Document, draft: Draft) -> Draft:
    """One claim from two attributions of the same content: who is quoted is the source, who quotes the relay."""
    for rival in draft.rivals:
        if not draft.source or not rival.source or not draft.cue or not rival.cue:
            continue
        if _cover(draft.source) & _cover(rival.source) or _cover(draft.cue) & _cover(rival.cue):
            continue
        if {draft.cue_lemma, rival.cue_lemma} & grammar(document.language.code).opinions or not _speaks(
            document, rival.source
        ):
            continue
        if _told_by(draft, rival):
            draft.relay = (_relay(rival), *draft.relay)
            break
        if not any(d.cue_kind == "preposition" or _cites(document, d) for d in (draft, rival)):
            continue  # two verbs of one content: one of them is misread
        source, teller = _order(document, draft, rival)
        content = min(draft.content, rival.content, key=lambda spans: sum(b - a for a, b in spans))
        draft.relay = (_relay(teller), *draft.relay)
        draft.source, draft.cue, draft.content = source.source, source.cue, content
        draft.cue_lemma, draft.cue_kind = source.cue_lemma, source.cue_kind
        draft.rule = f"{source.rule} relayed by {teller.rule}"
        break
    return draft


def _order(document: Document, a: Draft, b: Draft) -> tuple[Draft, Draft]:
    """(source, teller): the cited one is the source; "according to his agencies" cites; else a preposition tells.

    Of two prepositions the first names the source: « Selon lui, P, d’après le New York Times ».
    """
    for one, other in ((a, b), (b, a)):
        if _cites(document, one):
            return one, other
    for one, other in ((a, b), (b, a)):
        if one.cue_kind == "preposition" and _owned(document, one, other):
            return one, other
    for one, other in ((a, b), (b, a)):
        if one.cue_kind == "preposition" and _after_conjunction(document, one):
            return one, other  # « a assuré que, selon l'agence, P »: nearer to the words
    prepositions = [draft for draft in (a, b) if draft.cue_kind == "preposition"]
    if len(prepositions) == 1:
        return (a, b) if prepositions[0] is b else (b, a)
    return (a, b) if a.cue[0].start < b.cue[0].start else (b, a)


def _cites(document: Document, draft: Draft) -> bool:
    rules = grammar(document.language.code)
    return draft.cue_lemma in rules.citing or draft.cue_lemma in rules.citing_prepositions


def _owned(document: Document, draft: Draft, speaker: Draft) -> bool:
    """Does the source belong to whom the words before it name: "Zelensky said P, according to his agencies"? (« Nos
    informations » are the article's; "According to his memoir, the president feared P" is told by the memoir.)"""
    if not speaker.cue or draft.cue[0].start < speaker.cue[0].start:
        return False
    code = document.language.code
    words = document.tokens_in(draft.source[0].start, draft.source[0].end) if draft.source else []
    if not words or words[0].lower not in cues(code).possessives:
        return False
    owner, _ = speaker_words(code).possessives.get(words[0].lower, ("third", None))
    return owner != "first"


def _cite(inner: Draft, cited: Draft) -> None:
    """ "Zelensky said that P, according to his agencies": theirs are the words, he hands them on."""
    inner.relay = (_relay(inner), *inner.relay)
    inner.source, inner.cue = cited.source, cited.cue
    inner.cue_lemma, inner.cue_kind = cited.cue_lemma, cited.cue_kind
    inner.rule = f"{cited.rule} relayed by {inner.rule}"


def _after_conjunction(document: Document, draft: Draft) -> bool:
    """Does the cue stand right after « que » or "that", a comma between them or not?"""
    k = document.token_at(draft.cue[0].start) - 1
    while k >= 0 and document.tokens[k].text == ",":
        k -= 1
    return k >= 0 and document.tokens[k].lower in grammar(document.language.code).complementizers


def _only_hands_on(document: Document, teller: Draft, inner: Draft) -> bool:
    """« P, rapporte Y » around « X a dit que Q »: nothing of P is left but X's claim, which Y only hands on."""
    if teller.cue_lemma in grammar(document.language.code).opinions:
        return False
    if _names_teller(teller, inner):
        return True
    if teller.cue_kind != "preposition" and not (
        teller.content
        and teller.cue
        and teller.content[0].start < teller.cue[0].start
        and document.quotation_at(teller.content[0].start) is None  # whose words are quoted says them
    ):
        return False
    return _tells_of(teller, inner)


def _names_teller(teller: Draft, inner: Draft) -> bool:
    """ "P, Reuters reported the governor said": all that the teller says is who says P."""
    if teller is inner or not (teller.content and inner.source and inner.cue):
        return False
    own = _cover(inner.source) | _cover(inner.cue)
    return len(_cover(teller.content) - own) <= 1 and own <= _cover(teller.content) | {teller.content[0].end}


def _tells_of(teller: Draft, inner: Draft) -> bool:
    """Is the teller's content little else than the inner claim?"""
    own = _cover(teller.content)
    spans = (*inner.source, *inner.cue, *inner.content)
    if not spans:
        return False
    reach = range(min(span.start for span in spans), max(span.end for span in spans))
    return len(own & set(reach)) >= MERGED * len(own)


def _each_once(relays: Iterable[Relay]) -> tuple[Relay, ...]:
    """The relays, none twice: the one nearest to the claim stays."""
    return tuple({relay.source: relay for relay in reversed(tuple(relays))}.values())[::-1]


def _relay(draft: Draft) -> Relay:
    return Relay(speaker=draft.speaker, source=draft.source, cue=draft.cue)


def _holds(content: Spans, inner: Draft) -> bool:
    """Does ``content`` hold the inner claim's source and cue?"""
    own = [*inner.source, *inner.cue]
    return all(any(a <= span.start and span.end <= b for a, b in content) for span in own)


def _length(draft: Draft) -> int:
    return draft.content[-1].end - draft.content[0].start


def _cover(spans: Spans) -> set[int]:
    return {i for span in spans for i in range(*Span(*span))}
