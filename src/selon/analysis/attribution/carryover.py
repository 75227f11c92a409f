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
        if last - first - 2 < QUOTED_TOKENS or not any(sx.finite[first:last]):
            continue
        a, b = sx.regions[sx.region_of[first]]
        whole = _whole(sx, first, last, a, b)
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
            source = _subject(sx, a, first - 1)
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


def _subject(sx: Syntax, a: int, colon: int) -> Span | None:
    """« X s'est montré prudent : « P » »: the subject of the clause before the colon, where it can speak."""
    phrase = next((sx.np_from[i] for i in range(a, min(a + 3, colon)) if i in sx.np_from), None)
    if phrase is None:
        return None
    end = next((i for i in range(phrase.last, colon) if sx.finite[i]), -1)
    if (
        end == -1
        and phrase.first == a
        and head_class(sx, phrase.first, colon, phrase.head) in ("person-name", "person")
    ):
        end = colon  # « Paul Ferrand : « P » »: nothing before the colon but the name
    if end == -1 or head_class(sx, phrase.first, end, phrase.head) not in ("person-name", "person", "body", "pronoun"):
        return None
    while end > phrase.last and (
        sx.tokens[end - 1].text == ","
        or sx.tokens[end - 1].lower in sx.grammar.negations
        or sx.tokens[end - 1].lower in sx.grammar.object_clitics
    ):
        end -= 1  # « Le préfet (s’)est montré prudent »
    return Span(sx.tokens[phrase.first].start, sx.tokens[end - 1].end)


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
    return draft if "quote" in takes else None


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
        if not (_journalistic(sx, sentence) or _hearsay(sx, sentence, hearsay)):
            continue
        before = _speaker_before(document, ends, sentence.span.start)
        if before is None:
            continue
        out.append(_inferred(before, _content(sx, sentence), "carried over: conditional"))
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


def _hearsay(sx: Syntax, sentence: Sentence, adverbs: frozenset[str]) -> bool:
    return any(sx.tokens[i].lower in adverbs for i in range(sentence.first, sentence.last))


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


def _content(sx: Syntax, sentence: Sentence) -> Span:
    """The sentence without its final mark and opening conjunction."""
    tokens = sx.tokens[sentence.first : sentence.last]
    while len(tokens) > 1 and tokens[-1].text in ".!?…":
        tokens = tokens[:-1]
    return Span(tokens[0].start, tokens[-1].end)


def _inferred(before: Draft, content: Span, rule: str) -> Draft:
    origin = before.follows or before
    return Draft(source=(), cue=(), content=(content,), rule=rule, inferred=True, follows=origin, cue_kind="inferred")
