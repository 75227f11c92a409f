"""Labels of a claim: kind, stance, certainty, anonymous, as GUIDELINES.md defines them.

``label`` reads a draft's spans in its document; it needs no score and changes nothing. What belongs to a language
stands in cues.toml, hedges.toml and agents.toml.
"""

from __future__ import annotations

from typing import NamedTuple

from selon.analysis.anonymity import is_anonymous
from selon.analysis.certainty import content_certainty
from selon.analysis.cue_reading import CueReading, read_cue
from selon.analysis.document import Document, Draft
from selon.analysis.stance import sense_of
from selon.languages.cues import Sense
from selon.languages.hedges import hedges, phrase_at
from selon.model import Spans

HEARSAY = 3  # tokens before a cue that may hold "(reported) to"
SETTLED = {
    "asks": "unasserted",
    "denies": "denied",
    "does-not-deny": "unasserted",
    "declines": "unasserted",
    "doubts": "unasserted",
}


class Labels(NamedTuple):
    """The four labels of one claim."""

    kind: str
    stance: str
    certainty: str
    anonymous: bool


def label(draft: Draft, document: Document) -> Labels:
    """The labels of ``draft`` (its source, cue and content spans; ``inferred`` and ``follows`` are read too)."""
    if draft.cue_kind == "echo" and draft.follows is not None:
        return _of_an_echo(draft, draft.follows, document)
    reading = read_cue(document, draft.cue, draft.content, draft.cue_lemma, draft.source)
    sense = sense_of(document, draft, reading)
    certainty = _certainty(document, draft, reading, sense)
    return Labels(kind_of(document, draft.content), sense.stance, certainty, is_anonymous(document, draft.source))


def _of_an_echo(draft: Draft, echoed: Draft, document: Document) -> Labels:
    """ "So does her deputy": what is asserted once is confirmed, anything else is said again."""
    again = label(echoed, document)
    stance = "confirms" if again.stance == "asserts" else again.stance
    return Labels("indirect", stance, again.certainty, is_anonymous(document, draft.source))


def label_drafts(document: Document) -> None:
    """The layer: label every draft of the document, in place."""
    for draft in document.drafts:
        draft.kind, draft.stance, draft.certainty, draft.anonymous = label(draft, document)


def _certainty(document: Document, draft: Draft, reading: CueReading, sense: Sense) -> str:
    if sense.stance == "doubts" and content_certainty(document, draft.content, reading) == "reported":
        return "reported"  # « ils auraient piraté …, un chiffre relativisé par X »: hearsay stays hearsay
    if sense.stance in SETTLED:
        return SETTLED[sense.stance]
    if reading.conditional or _hearsay(document, draft):
        return "reported"  # "auraient été préoccupés": the article does not vouch for the saying itself
    own = content_certainty(document, draft.content, reading)
    if sense.stance == "intends" and own == "possible":
        return own
    if sense.stance in ("intends", "approves", "criticises"):
        return own if own == "conditional" else sense.certainty or "certain"
    if sense.stance == "fears":
        return sense.certainty or own
    return sense.certainty if own == "certain" and sense.certainty else own


def _hearsay(document: Document, draft: Draft) -> bool:
    """ "The chain reportedly plans P", "the suspect allegedly confessed P", "X is reported to have told Y P": the
    saying itself is hearsay."""
    if not draft.cue:
        return False
    first = document.token_at(draft.cue[0].start)
    last = document.token_at(draft.cue[-1].end - 1)
    table, before = hedges(document.language.code), document.tokens[max(first - HEARSAY, 0) : first]
    passive = next((t for t in reversed(before) if t.pos not in ("ADV", "PART") and t.lower != "to"), None)
    if passive is not None and passive is not before[-1] and table.passives.get(passive.lemma) == "reported":
        return passive.participle and before[-1].lower == "to"
    words = [token.lower for token in document.tokens[max(first - 1, 0) : last + 1]]
    adverbs = table.adverbs
    found = (phrase_at(adverbs, words, k) for k in range(len(words)))
    return any(phrase is not None and phrase[1] == "reported" for phrase in found)


def kind_of(document: Document, content: Spans) -> str:
    """direct: all of the content in quotation marks; indirect: none; mixed: some ("que « P »" is mixed)."""
    inside = outside = 0
    for span in content:
        for token in document.tokens_in(*span):
            if token.pos in ("PUNCT", "SYM") or not any(c.isalnum() for c in token.text):
                continue
            if document.quotation_at(token.start) is not None:
                inside += 1
            else:
                outside += 1
    if inside and not outside:
        return "direct"
    return "mixed" if inside else "indirect"
