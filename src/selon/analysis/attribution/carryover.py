"""Carried-over sources: sentences that go on with the words of the claim before them without naming the source.

Only where the text marks it: a quotation that nobody in its sentence says; the French journalistic conditional; an
adverb of hearsay ("reportedly").
"""

from __future__ import annotations

from bisect import bisect_right, insort

from selon.analysis.attribution.lexicon import lexicon
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.document import Document, Draft, Sentence
from selon.analysis.known import known_names
from selon.languages.cues import cues
from selon.languages.grammar import grammar
from selon.model import Span

QUOTED_TOKENS = 4  # a shorter quotation is a name or an irony
SAID_TOKENS = 10  # of a sentence that only names who said the quotation before it
PATIENCE = 2  # sentences that may lie between a claim and what goes on from it


def quoted(sx: Syntax, drafts: list[Draft]) -> list[Draft]:
    """The drafts with the quotations that none has: said by the subject before a colon, or going on from the speaker
    before.

    "P," said X. "Q." is one content in English (drafts are lengthened in place), two claims in French.
    """
    document = sx.document
    ends = _ends_of(drafts)
    by_sentence: dict[int, list[tuple[Span, Draft]]] = {}
    for draft in drafts:
        for taken in (*draft.content, *draft.source):
            for k in document.sentences_under(taken):
                by_sentence.setdefault(k, []).append((taken, draft))
    resumes = document.language.table("grammar")["resumed_quotations"] == "same"
    out: list[Draft] = []
    replaced: set[int] = set()
    for first, last, quotation in sx.quotes:
        span = Span(*quotation.span)
        if not any(sx.finite[first:last]):
            continue
        a, b = sx.regions[sx.region_of[first]]
        whole = _whole(sx, first, last, a, b)
        if last - first - 2 < QUOTED_TOKENS and not whole:
            continue
        taken_by = [
            draft
            for k in document.sentences_under(span)
            for other, draft in by_sentence.get(k, ())
            if _shared(span, other)
        ]
        own = [draft for draft in taken_by if whole and _in_first_person(document, draft, span)]
        if len(own) < len(taken_by):
            continue
        said = _said_behind(sx, drafts, last) if whole else None
        if said is not None:
            said.content = (span,)
            continue
        if whole:
            before = _speaker_before(document, ends, span.start)
            if before is None:
                continue
            replaced.update(id(draft) for draft in own)
            if resumes and _closed_by_attribution(sx, before, a):
                before.content = (*before.content, span)
            else:
                out.append(_inferred(before, span, "carried over: quotation"))
                insort(ends, (span.end, len(drafts) + len(out), out[-1]), key=lambda end: end[:2])
        elif first - 1 > a and sx.tokens[first - 1].text == ":" and last >= b - 1:
            here = [draft for _span, draft in by_sentence.get(sx.tokens[a].sentence, ())]
            source = _told_already(sx, here, a, first - 1) or subject_before(sx, a, first - 1)
            if source is not None:
                out.append(Draft(source=(source,), cue=(), content=(span,), rule="colon: subject", cue_kind="colon"))
    return [draft for draft in drafts if id(draft) not in replaced] + out


def _in_first_person(document: Document, draft: Draft, quotation: Span) -> bool:
    """« Paul a nuancé les chiffres. “On a constaté 261 cas.” »: he says so, "on" is no other speaker."""
    rules = grammar(document.language.code)
    inside = all(quotation.start <= s.start and s.end <= quotation.end for s in (*draft.source, *draft.cue))
    words = document.tokens_in(*draft.source[0]) if draft.source else []
    return inside and len(words) == 1 and words[0].lower in rules.first_person | rules.first_person_perhaps


def _shared(span: Span, other: Span) -> bool:
    """Does ``other`` cover at least half of ``span``?"""
    return 2 * (min(span.end, other.end) - max(span.start, other.start)) >= span.end - span.start


def _closed_by_attribution(sx: Syntax, draft: Draft, a: int) -> bool:
    """Is the draft a quotation whose attribution ends the sentence right before token a?"""
    if not draft.content or not draft.cue or draft.content[0].start > draft.cue[0].start or a == 0:
        return False
    first = sx.document.token_at(draft.content[0].start)
    end = max(span.end for span in (*draft.cue, *draft.source))
    return sx.quote_of[first] != -1 and sx.document.sentence_of(end - 1).last == a


def _told_already(sx: Syntax, drafts: list[Draft], a: int, colon: int) -> Span | None:
    """« X dit n'attendre rien : « P » »: whom the clause before the colon has say something already, by the drafts of
    its sentence."""
    start, end = sx.tokens[a].start, sx.tokens[colon].start
    sources = [d.source[0] for d in drafts if len(d.source) == 1 and d.cue and d.cue_kind in ("verb", "participle")]
    return next((s for s in sources if start <= s.start and s.end <= end and _opens(sx, a, s.start)), None)


def _opens(sx: Syntax, a: int, offset: int) -> bool:
    """Does the clause from token ``a`` begin at the offset, but for an adjunct?"""
    at = sx.document.token_at(offset)
    return at == _behind_adjunct(sx, a, at + 1)


def _behind_adjunct(sx: Syntax, a: int, end: int) -> int:
    """« Sur Twitter, (M. Trump) s'en est pris … », "Asked about it, (the owner) was": where the clause from token ``a``
    begins without its adjunct."""
    if sx.tokens[a].pos != "ADP" and not sx.tokens[a].participle and sx.tokens[a].tag != "VBN":
        return a
    comma = next((i for i in range(a, end) if sx.tokens[i].text == ","), -1)
    return a if comma == -1 or any(sx.finite[a:comma]) else comma + 1


def subject_before(sx: Syntax, a: int, colon: int) -> Span | None:
    """« X s'est montré prudent : « P » »: the subject of the clause before the colon, where it can speak."""
    tokens = sx.tokens
    a = _behind_adjunct(sx, a, colon)
    phrase = next((sx.np_from[i] for i in range(a, min(a + 3, colon)) if i in sx.np_from), None)
    if phrase is None:
        return None
    end = next((i for i in range(phrase.last, colon) if sx.finite[i]), -1)
    alone = end == -1 and phrase.first == a
    if alone and head_class(sx, phrase.first, colon, phrase.head) in ("person-name", "person"):
        end = colon  # « Paul Ferrand : « P » »: nothing before the colon but the name
        end = next((i for i in range(phrase.last + 1, colon) if tokens[i].pos == "PRON"), end)  # « L'UDC(, elle, …) »
        name = sx.document.text[tokens[phrase.first].start : tokens[end - 1].end]
        if any(known.actor.kind == "country" for known in known_names(name, sx.document.language.code)):
            return None  # « Népal : « on manque de tout » »: where it was said
    if end == -1 or head_class(sx, phrase.first, end, phrase.head) not in ("person-name", "person", "body", "pronoun"):
        return None
    while end > phrase.last and (
        tokens[end - 1].text == ","
        or tokens[end - 1].lower in sx.grammar.negations
        or tokens[end - 1].lower in sx.grammar.object_clitics
        or (tokens[end - 1].pos == "PRON" and tokens[end - 2].text == ",")
    ):
        end -= 1  # « Le préfet (s’)est montré prudent »
    return Span(tokens[phrase.first].start, tokens[end - 1].end)


def _whole(sx: Syntax, first: int, last: int, a: int, b: int) -> bool:
    """Is the quotation all of its sentence, but for marks and a conjunction before it?"""
    outside = [i for i in (*range(a, first), *range(last, b)) if sx.tokens[i].pos not in ("PUNCT", "CCONJ", "ADV")]
    return not outside


def _said_behind(sx: Syntax, drafts: list[Draft], after: int) -> Draft | None:
    """ "“P.” Pelosi said.": a sentence that holds who says so and no more, behind what is said."""
    if after >= len(sx.tokens):
        return None
    sentence = sx.document.sentences[sx.tokens[after].sentence]
    if sentence.first != after or sentence.last - sentence.first > SAID_TOKENS:
        return None
    within = (d for d in drafts if d.source and d.cue and not d.content and d.cue_kind == "verb")
    draft = next((d for d in within if sentence.span.start <= d.cue[0].start < sentence.span.end), None)
    if draft is None or min(draft.source[0].start, draft.cue[0].start) != sx.tokens[after].start:
        return None
    takes = lexicon(sx.document.language.code)["verbs"].get(draft.cue_lemma, {}).get("takes", ())
    words = [token for span in draft.cue for token in sx.document.tokens_in(*span)]
    silent = any(t.lemma in sx.grammar.refusing or t.lower in sx.grammar.negations for t in words)
    return draft if "quote" in takes and not silent else None


def carried(sx: Syntax, drafts: list[Draft]) -> list[Draft]:
    """Sentences in the journalistic conditional, or with an adverb of hearsay, that go on from the claim before."""
    document = sx.document
    hearsay = frozenset(
        entry.words[0]
        for entries in cues(document.language.code).adverbs.values()
        for entry in entries
        if len(entry.words) == 1 and entry.certainty == "reported"
    )
    out: list[Draft] = []
    ends = _ends_of(drafts)
    taken = {k for draft in drafts for span in (*draft.content, *draft.cue) for k in document.sentences_under(span)}
    for number, sentence in enumerate(document.sentences):
        if number in taken:
            continue
        first, last = sentence.first, sentence.last
        if not _journalistic(sx, sentence):
            adverb = _hearsay(sx, sentence, hearsay)
            if adverb == -1:
                continue
            first, last = _clause_of(sx, sentence, adverb)
        before = _speaker_before(document, ends, sentence.span.start)
        if before is None:
            continue
        out.append(_inferred(before, _content(sx, first, last), "carried over: conditional"))
        insort(ends, (sentence.span.end, len(drafts) + len(out), out[-1]), key=lambda end: end[:2])
    return out


def _journalistic(sx: Syntax, sentence: Sentence) -> bool:
    """A main verb in the conditional (« seraient déjà présents ») with no "if" and no modal that explains it."""
    if sx.document.language.code != "fr":
        return False
    for i in range(sentence.first, sentence.last):
        token = sx.tokens[i]
        if token.lower in ("si", "s'") and token.pos == "SCONJ":
            return False
        if token.feats.get("Mood") == "Cnd":
            return token.lemma not in ("pouvoir", "devoir", "vouloir", "falloir", "aimer", "souhaiter") and (
                token.feats.get("Person", "3") == "3"
            )
    return False


def _hearsay(sx: Syntax, sentence: Sentence, adverbs: frozenset[str]) -> int:
    """The adverb of hearsay that goes with a verb of the sentence or opens it; -1 without one. Not one with less of it
    ("for allegedly providing the weapon", "reportedly 19 deaths a year")."""
    tokens = sx.tokens
    for i in range(sentence.first, sentence.last):
        if tokens[i].lower not in adverbs:
            continue
        beside = any(sx.finite[k] or tokens[k].pos == "AUX" for k in (i - 1, i + 1) if 0 <= k < sentence.last)
        if beside or i == sentence.first or tokens[i - 1].text == ";":
            return i
    return -1


def _clause_of(sx: Syntax, sentence: Sentence, at: int) -> tuple[int, int]:
    """The tokens between the semicolons around token ``at``."""
    stops = [i for i in range(sentence.first, sentence.last) if sx.tokens[i].text == ";"]
    first = max((i + 1 for i in stops if i < at), default=sentence.first)
    return first, min((i for i in stops if i > at), default=sentence.last)


Ends = list[tuple[int, int, Draft]]  # (end of the draft's last span, a tie-breaker, the draft), in order


def _ends_of(drafts: list[Draft]) -> Ends:
    ends = [(max(s.end for s in (*d.source, *d.cue, *d.content)), k, d) for k, d in enumerate(drafts)]
    return sorted(ends, key=lambda end: end[:2])


def _speaker_before(document: Document, ends: Ends, offset: int) -> Draft | None:
    """The draft that the sentence at ``offset`` may go on from: the last before it, in the same paragraph, near."""
    k = bisect_right(ends, offset, key=lambda end: end[0]) - 1
    if k < 0:
        return None
    end, _, draft = ends[k]
    here = document.tokens[document.token_at(offset)].sentence
    there = document.tokens[document.token_at(end - 1)].sentence
    same_line = document.sentences[here].line == document.sentences[there].line
    return draft if here - there <= PATIENCE and same_line else None


def _content(sx: Syntax, first: int, last: int) -> Span:
    """The tokens without a final mark."""
    while last > first + 1 and sx.tokens[last - 1].text in ".!?…":
        last -= 1
    return Span(sx.tokens[first].start, sx.tokens[last - 1].end)


def _inferred(before: Draft, content: Span, rule: str) -> Draft:
    origin = before.follows or before
    return Draft(source=(), cue=(), content=(content,), rule=rule, inferred=True, follows=origin, cue_kind="inferred")
