"""Who is pointed at by what stands around a source: the place where « on » speaks, « cette mère », an aside."""

from __future__ import annotations

from selon.analysis.coreference import agrees
from selon.analysis.document import Document, Draft
from selon.analysis.mentions import Entity, Mentions
from selon.analysis.nouns import Nouns
from selon.analysis.phrases import Phrase
from selon.languages.speakers import Agreement, speaker_words
from selon.model import Span

BESIDE = 5  # characters from an accusation to the noun that takes it up
WHERE = frozenset(("où",))


def seat_of_one(document: Document, phrase: Phrase) -> Span | None:
    """« À l'Élysée, on assure que P », « Au ministère de la Santé, on dit P et on rappelle Q »: the words for the seat
    that opens the sentence, where the pronoun ``phrase`` speaks from one."""
    tokens = document.tokens
    here = document.token_at(phrase.start)
    first = document.sentences[tokens[here].sentence].first
    where = next((k for k in range(here - 1, max(here - 3, first), -1) if tokens[k].lower in WHERE), -1)
    if where > first + 1 and tokens[where - 1].text == ",":  # « à la CFDT, où l'on juge P »
        k, of = where - 2, speaker_words(document.language.code).of
        while k > first and (tokens[k].pos in ("DET", "NOUN", "PROPN", "ADJ") or tokens[k].lower in of):
            k -= 1  # « dans l'entourage du ministre, où l'on rappelle que P »
        return Span(tokens[k + 1].start, tokens[where - 2].end) if tokens[k].pos == "ADP" else None
    comma = next((k for k in range(first, here) if tokens[k].text == ","), -1)
    if comma - first < 2 or tokens[first].pos != "ADP" or tokens[comma + 1].lower != tokens[here].lower:
        return None
    return Span(tokens[first + 1].start, tokens[comma - 1].end)


def accuser(draft: Draft, before: Draft | None) -> Draft | None:
    """ "accused by Khartoum of P, a charge it denies": the draft of who accuses, whom the pronoun that denies it can't
    mean."""
    denied = draft.stance in ("denies", "doubts") and before is not None and before.stance == "criticises"
    if not denied or before is None or not (before.source and before.content and draft.content):
        return None
    return before if 0 <= draft.content[0].start - before.content[-1].end <= BESIDE else None


def told_of(document: Document, mentions: Mentions, draft: Draft, want: Agreement) -> Entity | None:
    """ "By his own admission, the coach lied": whom the clause behind it is about."""
    end = draft.cue[-1].end
    sentence = document.sentences[document.tokens[document.token_at(end - 1)].sentence]
    behind = mentions.inside(end, document.tokens[sentence.last - 1].end)
    agreeing = (m.entity for m in behind if agrees(m.entity, want, document.language.code))
    return next(agreeing, None)


def points_back(document: Document, nouns: Nouns, phrase: Phrase) -> bool:
    """« (Cette mère de trois enfants) assure que Q »: whether the phrase points at one person with a demonstrative."""
    noun = phrase.noun
    if noun is None or noun.kind != "person" or phrase.number != "s" or phrase.possessive is not None:
        return False
    return document.tokens[document.token_at(phrase.start)].lower in nouns.words.demonstrative


def pointed_at(document: Document, mentions: Mentions, phrase: Phrase, last: Entity | None) -> Entity | None:
    """« … », témoigne Amina. (Cette mère de trois enfants) assure que Q»: whoever has just spoken (``last``), if the
    noun is new and nobody without a name has been called by it."""
    noun = phrase.noun
    if noun is None or last is None or not last.named or last.kind not in ("person", ""):
        return None
    here = document.tokens[document.token_at(phrase.start)].sentence
    near = [m for m in mentions.before(phrase.start) if m.sentence >= here - 2]
    called = any(m.noun is not None and m.noun.english == noun.english and m.entity is not last for m in near)
    spoken_of = any(m.entity is last for m in near)
    want = Agreement(phrase.gender, "s")
    return last if spoken_of and not called and agrees(last, want, document.language.code) else None


def spoken_for(document: Document, mentions: Mentions, phrase: Phrase) -> Entity | None:
    """« la porte-parole de la fédération »: whom the article has named before, if the spokesperson has no name."""
    noun = phrase.noun
    if noun is None or noun.english != "spokesperson" or phrase.possessive is not None:
        return None
    after = document.tokens[noun.last - 1].end
    bodies = (m.entity for m in mentions.inside(after, phrase.start + len(phrase.text)) if m.noun is not None)
    return next((entity for entity in bodies if entity.named and not entity.person), None)
