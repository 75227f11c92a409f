"""Short echoes: "So does her deputy", « son adjoint aussi »: another says the same, and the verb is left out.

What is echoed is a claim that stands right before; the echo's own content is empty (GUIDELINES.md).
"""

from __future__ import annotations

from typing import NamedTuple

from selon.analysis.attribution.content_ends import SPEAKERS
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.syntax import Syntax, owned_phrase, with_joined
from selon.analysis.document import Draft, Token
from selon.model import Span

CLOSING = frozenset(".,;:!?)—–")
ADJUNCT = 6  # tokens between what is echoed and its echo


class _Echo(NamedTuple):
    """Tokens of an echo: where it begins, its cue, its source, and the auxiliary that stands for the verb, or -1."""

    first: int
    cue: tuple[int, int]
    source: tuple[int, int]
    auxiliary: int


def short_echoes(sx: Syntax, drafts: list[Draft]) -> list[Draft]:
    """A draft for each short echo of one of ``drafts``, whose contents are cut before it, in place."""
    out: list[Draft] = []
    told = [d for d in drafts if d.cue_kind in ("verb", "participle") and d.source and d.cue and not d.inferred]
    for echo in _found(sx):
        draft = _echoed(sx, echo, told)
        if draft is None:
            continue
        _cut(sx, draft, echo.first)
        out.append(
            Draft(
                source=(_span(sx, echo.source),),
                cue=(_span(sx, echo.cue),),
                content=(),
                rule="echo:short",
                cue_lemma=draft.cue_lemma,
                cue_kind="echo",
                follows=draft,
            )
        )
    return out


def _found(sx: Syntax) -> list[_Echo]:
    if sx.document.language.code == "en":
        found = (_inverted(sx, i) or _with_auxiliary(sx, i) for i in range(len(sx.tokens) - 2))
    else:
        found = (_verbless(sx, i) for i in range(len(sx.tokens) - 1))
    out: list[_Echo] = []
    for echo in found:
        if echo is not None and not (out and out[-1].cue == echo.cue):  # not « (Berlin et) Rome aussi »
            out.append(echo)
    return out


def _inverted(sx: Syntax, i: int) -> _Echo | None:
    """ "(So does) her deputy", "(as did) France and Germany"."""
    tokens = sx.tokens
    if tokens[i].lower not in sx.grammar.echo_openers or not _auxiliary(sx, i + 1) or not _opens(sx, i):
        return None
    end = _speaker_end(sx, i + 2)
    return None if end == -1 else _Echo(i, (i, i + 2), (i + 2, end), i + 1)


def _with_auxiliary(sx: Syntax, i: int) -> _Echo | None:
    """ "and her lawyer (did too)"."""
    end = _speaker_end(sx, i, closed=False) if _opens(sx, i) else -1
    if end == -1 or not _auxiliary(sx, end):
        return None
    last = _closer(sx, end + 1)
    return None if last == -1 else _Echo(i, (end, last), (i, end), end)


def _verbless(sx: Syntax, i: int) -> _Echo | None:
    """« son adjoint (aussi) », « Chypre (de même) »."""
    if not _opens(sx, i) or sx.tokens[i].lower in sx.grammar.indefinite:
        return None  # « réclame des policiers, (des pompiers aussi) »
    end = _speaker_end(sx, i, closed=False)
    last = _closer(sx, end) if end != -1 else -1
    return None if last == -1 else _Echo(i, (end, last), (i, end), -1)


def _auxiliary(sx: Syntax, i: int) -> bool:
    return i < len(sx.tokens) and sx.tokens[i].lemma in sx.grammar.auxiliaries | sx.grammar.determiner_copulas


def _opens(sx: Syntax, i: int) -> bool:
    """Does a sentence, or a clause behind a mark or a conjunction, begin at token i, outside quotations?"""
    if sx.quote_of[i] != -1:
        return False
    return i == sx.region(i)[0] or sx.tokens[i - 1].text in (",", ";") or sx.tokens[i - 1].pos == "CCONJ"


def _speaker_end(sx: Syntax, i: int, closed: bool = True) -> int:
    """Where one who can speak ends, who begins at token i, with those joined to them; -1 where nobody does.

    ``closed``: a mark, or an adjunct, must follow.
    """
    phrase, limit = owned_phrase(sx, i), sx.region(i)[1]
    if phrase is None or head_class(sx, phrase.first, phrase.last, phrase.head) not in SPEAKERS:
        return -1
    end = with_joined(sx, phrase.last, limit)
    ends = end >= limit or sx.tokens[end].text in CLOSING or sx.tokens[end].pos == "ADP"
    return end if ends or not closed else -1


def _closer(sx: Syntax, at: int) -> int:
    """Where « aussi », "as well" ends that begins at token ``at`` and closes a clause; -1 where none does."""
    for words in (phrase.split() for phrase in sx.grammar.echo_closers):
        end = at + len(words)
        if [token.lower for token in sx.tokens[at:end]] != words:
            continue
        after = sx.tokens[end] if end < len(sx.tokens) else None
        if after is None or after.text in CLOSING or after.sentence != sx.tokens[at].sentence:
            return end
    return -1


def _echoed(sx: Syntax, echo: _Echo, told: list[Draft]) -> Draft | None:
    """The claim right before an echo, or around it, if its verb is what is echoed; None where it may be another's."""
    first, start = sx.region(echo.first)[0], sx.tokens[echo.first].start
    opens = first == echo.first
    if opens and first == 0:
        return None
    reach = sx.region(first - 1)[0] if opens else first
    before = [d for d in told if sx.tokens[reach].start <= d.cue[0].start < start]
    outer = [d for d in before if not any(_holds(other, d) for other in before if other is not d)]
    if not outer:
        return None
    draft = max(outer, key=_end)
    at = sx.document.token_at(min(_end(draft), start) - 1) + 1
    between = range(at, echo.first)
    if len(between) > ADJUNCT or any(sx.finite[i] for i in between):
        return None
    cue = [token for span in draft.cue for token in sx.document.tokens_in(*span)]
    inside = [t for span in draft.content for t in sx.document.tokens_in(span.start, min(span.end, start))]
    verbs = [t for t in inside if t.pos in ("VERB", "AUX") and t.finite and sx.quote_of[t.i] == -1]
    if echo.auxiliary == -1:
        return draft if opens or not verbs else None  # « affirme que la mère est partie, le père aussi »
    stands = _stand_in(sx.tokens[echo.auxiliary])
    said = next((t for t in cue if t.pos in ("VERB", "AUX")), None)
    if said is None or _stand_in(said) != stands:
        return None
    return None if any(_stand_in(verb) == stands for verb in verbs) else draft


def _stand_in(verb: Token) -> tuple[str, bool]:
    """The auxiliary that stands for a verb group by its first verb, and whether it is past: "said" → did."""
    lemma = verb.lemma if (verb.pos == "AUX" and verb.lemma in ("be", "have")) or verb.tag == "MD" else "do"
    return lemma, verb.tag in ("VBD", "VBN") or verb.feats.get("Tense") == "Past"


def _holds(outer: Draft, inner: Draft) -> bool:
    return any(span.start <= inner.cue[0].start < span.end for span in outer.content)


def _end(draft: Draft) -> int:
    return max(span.end for span in (*draft.source, *draft.cue, *draft.content))


def _cut(sx: Syntax, draft: Draft, at: int) -> None:
    """End the draft's content before token ``at``, and the marks and conjunctions there."""
    while at > 0 and (sx.tokens[at - 1].text in (",", ";") or sx.tokens[at - 1].pos == "CCONJ"):
        at -= 1
    end = sx.tokens[at - 1].end
    draft.content = tuple(Span(s.start, min(s.end, end)) for s in draft.content if s.start < end)


def _span(sx: Syntax, tokens: tuple[int, int]) -> Span:
    return Span(sx.tokens[tokens[0]].start, sx.tokens[tokens[1] - 1].end)
