"""Whom a description stands for: "the agency", "le ministre", "the French president" → somebody the article names."""

from __future__ import annotations

from functools import cache

from selon.analysis.apposition import gender_of
from selon.analysis.document import Document
from selon.analysis.mentions import Entity, Mention, Mentions
from selon.analysis.nouns import Noun
from selon.languages.speakers import fold, kinds, speaker_words

WINDOW = 60  # mentions that we look back, and ahead, over
NO_BODIES = ("person", "country", "place", "document", "media")
RECENT = 3  # sentences within which a noun may be new for a person already named


def definite(document: Document, noun: Noun) -> bool:
    """Whether the noun's phrase points at something known: "the", "ce", "the same", or a title's bare noun."""
    words = speaker_words(document.language.code)
    tokens = document.tokens
    for k in range(noun.first - 1, max(noun.first - 6, -1), -1):
        token = tokens[k]
        if token.lower in words.indefinite:
            return token.lower in ("d'", "de")
        if token.lower in words.definite or token.lower in words.demonstrative:
            return True
        if token.pos not in ("ADJ", "NOUN", "PROPN", "NUM") and token.lower not in ("'s", "’s", "-", "."):
            return False
    return False


def described(
    found: Mentions,
    document: Document,
    noun: Noun,
    place: int,
    context: set[str],
    country: str | None = None,
    *,
    owned: bool = False,
    forward: bool = False,
) -> Entity | None:
    """The named entity that a definite description at ``place`` stands for, or None.

    The nearest before it whose own noun fits, its complement (``context``) agreeing; with ``forward``, else one named
    after it ("Un juge fédéral du Texas …" in a headline, whom the text then names), else the body or person most
    spoken of, where the noun can be said of anybody.
    """
    here = document.tokens[noun.first].sentence
    plain = _plain_modifiers(document.language.code)
    headline = here == 0 and len(document.sentences) > 1
    if noun.english in kinds().places or not (definite(document, noun) or headline or owned):
        return None
    best: tuple[float, Entity] | None = None
    aside = -1  # the sentence where the best one is only spoken of beside another
    for order, mention in enumerate(found.before(place, WINDOW)):
        told = mention.noun if noun.kind == "body" and not mention.entity.named else None
        if told is not None and told.english == noun.english and _new(document, told):
            if aside == mention.sentence:
                best = None  # "A Swedish company has looked at Brannock's pumps. The company"
            break  # "Hollister … A Swedish company … The company": nobody from before
        score = _fit(mention, noun, context, country, plain)
        if score is not None and (score >= 2 or not owned):
            score -= 0.08 * order + 0.1 * min(here - mention.sentence, 10)
            if best is None or score > best[0]:
                best = (score, mention.entity)
                aside = mention.sentence if mention.possessor or mention.oblique else -1
    just = _just_told(found, place, here) if noun.english in kinds().broad and not context else None
    if best is not None and just is not None and not any(m.entity is best[1] for m in _near(found, place, here)):
        return just  # « L'association A … Human Rights Watch … L'organisation »
    if best is not None:
        return best[1]
    if forward or headline:
        behind = document.tokens[noun.last - 1].end  # not "the (Detroit) company" itself
        for mention in (m for m in found.after(place + 1, WINDOW) if m.end > behind):
            score = _fit(mention, noun, set() if headline else context, country, plain)
            if score is not None and score >= 2:
                return mention.entity
    if forward and noun.kind == "body":
        return _any_body(found, document, noun, place) if not context else None
    if noun.english in kinds().tried:
        gender = gender_of(document.tokens, noun.first, speaker_words("fr")) if document.language.code == "fr" else ""
        return _on_trial(found, place, gender)
    if forward and noun.kind == "person" and noun.english not in kinds().offices and not context:
        return _any_person(found, place, here)
    return None


def met(found: Mentions, place: int, one: Entity, other: Entity) -> bool:
    """Was ``one`` spoken of before ``place`` with ``other`` or since? « Me Sophie Vidal … Un gérant … son avocat »."""
    near = found.before(place, WINDOW)
    since = min((m.sentence for m in near if m.entity is other), default=0)
    return any(m.entity is one and m.sentence >= since for m in near)


def _near(found: Mentions, place: int, here: int) -> list[Mention]:
    """The mentions of this sentence and the two before it, nearest first."""
    return [m for m in found.before(place, WINDOW) if here - m.sentence <= 2]


def _just_told(found: Mentions, place: int, here: int) -> Entity | None:
    """The registered body that is the subject of the sentence before: it needs no noun to be called "the group"."""
    for mention in found.before(place, WINDOW):
        entity = mention.entity
        if mention.sentence < here - 1:
            return None
        body = entity.named and entity.actor is not None and entity.kind in ("institution", "group", "body")
        if mention.sentence == here - 1 and mention.subject and body and not entity.roles and not mention.depth:
            return entity
    return None


@cache
def _plain_modifiers(code: str) -> frozenset[str]:
    """The modifiers that tell nobody from another ("syndical"), folded."""
    return frozenset(fold(word) for word in speaker_words(code).modifiers)


def fits(role: str, entity: Entity) -> int:
    """How well the noun ``role`` (in English) can stand for the entity: 2 its own noun, 1 one that can be, 0 not."""
    if role in entity.roles and entity.kind != "country":
        return 2
    table = kinds()
    if entity.kind == "country":
        return 1 if role in ("country", "state", "kingdom") else 0
    if entity.person:
        return 1 if table.persons.get(role, frozenset()) & entity.roles else 0
    wider = table.bodies.get(role, frozenset({role}))
    words = {fold(w) for w in entity.name.replace("'", " ").replace("(", " ").replace(")", " ").split()}
    if role in words or f"{role}s" in words:
        return 2
    return 1 if wider & entity.roles or any(fold(w) in words for w in wider) else 0


def _fit(
    mention: Mention, noun: Noun, context: set[str], country: str | None, modifiers: frozenset[str]
) -> float | None:
    entity = mention.entity
    if mention.modifier and not entity.stands:
        return None  # "an AI chip"
    if not entity.named or entity.number == "p" or (noun.kind == "person") != entity.person or noun.kind == "document":
        return None
    degree = fits(noun.english, entity)
    if not degree or (country is not None and entity.country not in (None, country)):
        return None
    if country is not None and entity.country == country:
        return degree + 1.0
    extra = context - {fold(w) for w in entity.name.split()} - modifiers
    if extra and entity.context:
        return degree + 1.0 if extra & entity.context else None
    if extra and noun.english in kinds().divided and _of_another(entity, noun, extra):
        return None  # "the Interior Ministry … the Health Ministry"
    if extra and noun.english in kinds().press:
        return degree - 0.5  # "The Aviation Herald … The industry publication"
    if extra:
        return degree - 1.0 if degree > 1 else None
    return float(degree)


def _of_another(entity: Entity, noun: Noun, told: set[str]) -> bool:
    """Does the entity's own name say another field than the words beside the noun do?"""
    name = entity.name.partition(" (")[0]
    own = {fold(word) for word in name.split()} - {fold(noun.english), "of", "the", "for", "and"}
    return bool(own) and not own & told


def _new(document: Document, noun: Noun) -> bool:
    """Does the noun's phrase bring up somebody new: "a group", not the apposition of "Korvath, a group"?"""
    tokens, k = document.tokens, noun.first - 1
    while k > 0 and tokens[k].pos in ("ADJ", "NOUN", "NUM"):
        k -= 1
    return tokens[k].lower in speaker_words(document.language.code).indefinite and (not k or tokens[k - 1].text != ",")


def _any_body(found: Mentions, document: Document, noun: Noun, place: int) -> Entity | None:
    """A broad noun ("the group", "l'organisation") with nothing that fits: the body most spoken of, if none is told."""
    trade = noun.english in kinds().trades  # "Oddo BHF advised its clients. The bank": of who has just been named
    if noun.english not in kinds().broad and not trade:
        return None
    here = document.tokens[noun.first].sentence
    best: tuple[float, Entity] | None = None
    for mention in found.before(place, WINDOW):
        entity, told = mention.entity, mention.noun
        if told is not None and told.english == noun.english and not entity.named and _new(document, told):
            return None  # "a group of lenders … the group"
        if (mention.modifier and not entity.stands) or (trade and here - mention.sentence > RECENT):
            continue
        if entity.named and entity.number != "p" and entity.kind not in NO_BODIES:
            if noun.english not in kinds().official and kinds().seats & {fold(w) for w in entity.name.split()}:
                continue  # "Downing Street … The union"
            if noun.english in kinds().trading and kinds().labour & {fold(w) for w in entity.name.split()}:
                continue  # « Renault … la CGT … Le groupe »
            # "Calder Power said P. The company"
            heads = mention.subject and len(entity.words) > 1 and noun.english in kinds().trading
            if trade and not any(word.isupper() for word in entity.words):
                continue  # perhaps a person, or a town
            heads |= trade
            if entity.roles or (not entity.kind and entity.mentions < 2 and not heads):
                continue
            score = entity.mentions - 0.3 * (here - mention.sentence) + 2.0 * mention.subject - 1.2 * mention.oblique
            if best is None or score > best[0]:
                best = (score, entity)
    return best[1] if best else None


def _any_person(found: Mentions, place: int, here: int) -> Entity | None:
    """A noun for a person that fits nobody: the last person spoken of who has no noun yet."""
    for mention in found.before(place, WINDOW):
        if here - mention.sentence > RECENT:
            return None
        entity = mention.entity
        if entity.named and entity.person and not entity.roles and not mention.possessor and not mention.depth:
            return entity
    return None


def _on_trial(found: Mentions, place: int, gender: str) -> Entity | None:
    """« le prévenu »: the one person named before, of that ``gender`` if it is told, who neither pleads nor tries."""
    court = kinds().counsel | kinds().trying
    named = {id(m.entity): m.entity for m in found.before(place, WINDOW) if m.entity.named and m.entity.person}
    able = [entity for entity in named.values() if not court & entity.roles]
    tried = [entity for entity in able if not (gender and entity.gender and entity.gender != gender)]
    return tried[0] if len(tried) == 1 else None


def link_descriptions(found: Mentions, document: Document) -> None:
    """Make singular definite descriptions mentions of the named entities that they stand for."""
    for mention in found.all:
        if mention.noun is None or mention.entity.number != "s" or mention.entity.named:
            continue
        entity = described(found, document, mention.noun, mention.start, mention.entity.context)
        if entity is not None:
            entity.mentions += 1
            if not entity.gender and mention.noun.kind == "body":
                entity.gender = mention.entity.gender
            mention.entity = entity
