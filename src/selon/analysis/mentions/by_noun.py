"""Mentions by a noun ("the agency", "un porte-parole"): of the name it stands beside, or of an entity of its own."""

from __future__ import annotations

from selon.analysis.apposition import gender_of, set_off
from selon.analysis.document import Document, Token
from selon.analysis.mentions.complements import complement, phrase_end, phrase_text
from selon.analysis.mentions.depths import Depths
from selon.analysis.mentions.entities import Entity, Mention
from selon.analysis.mentions.parts import mention_of
from selon.analysis.nouns import Noun, Nouns


def described_mentions(
    document: Document,
    depths: Depths,
    nouns: Nouns,
    taken: set[int],
    names: dict[int, Entity],
    beside: dict[int, Entity],
    commas: dict[int, Entity],
) -> list[Mention]:
    """Noun phrases that tell a speaker without a name, and the plural subjects of sentences."""
    tokens = document.tokens
    out: list[Mention] = []
    for sentence in document.sentences:
        i = sentence.first
        while i < sentence.last:
            if i in taken:
                i += 1
                continue
            noun = nouns.at(tokens, i)
            if (
                noun is not None
                and tokens[i].pos == "ADJ"
                and i > sentence.first
                and tokens[i - 1].pos in ("NOUN", "PROPN", "ADJ")
            ):
                noun = None  # "une aide militaire"
            if noun is not None and nouns.code == "fr" and not noun.plural and tokens[i - 1].lower == "comme" and i:
                noun = None  # « entendu comme témoin »: what somebody else is
            if noun is not None and nouns.code == "en":
                following = (
                    nouns.at(tokens, noun.last) if noun.last < sentence.last and noun.last not in taken else None
                )
                if following is not None and tokens[noun.last - 1].feats.get("Number") != "Plur":
                    i = noun.last  # "police officer", "government spokesman": the last noun is the head
                    continue
            if noun is None or any(k in taken for k in range(noun.first, noun.last)):
                generic = _plural_subject(document, sentence.first, i, nouns)
                if generic is not None:
                    out.append(mention_of(document, depths, i, i, i + 1, generic))
                i += 1
                continue
            if nouns.code == "fr" and not noun.plural and out and _bare_apposition(document, noun, out[-1]):
                i = noun.last
                continue
            apposed = beside.get(noun.first) or _apposed(tokens, noun, commas, sentence.first)
            if apposed is not None:
                apposed.roles.add(noun.english)
                out.append(mention_of(document, depths, noun.first, noun.first, noun.last, apposed))
                i = noun.last
                continue
            entity = _described(tokens, noun, sentence.last, nouns)
            entity = _with_acronym(document, entity, noun, names, sentence.last) or entity
            if nouns.code == "en" and noun.written in nouns.words.genders:
                entity.gender = nouns.words.genders[noun.written]
            out.append(mention_of(document, depths, noun.first, noun.first, noun.last, entity, noun))
            i = noun.last
    return out


def _described(tokens: list[Token], noun: Noun, stop: int, nouns: Nouns) -> Entity:
    """An entity of its own for what the noun's phrase, before ``stop``, describes."""
    return Entity(
        phrase_text(tokens, noun.first, phrase_end(tokens, noun, stop, nouns)),
        noun.kind,
        gender_of(tokens, noun.first, nouns.words) if nouns.code == "fr" else nouns.words.genders.get(noun.written, ""),
        "p" if noun.plural else "s",
        roles={noun.english},
        context=complement(tokens, noun, stop, nouns),
        first=tokens[noun.first].start,
        noun=noun,
    )


def _apposed(tokens: list[Token], noun: Noun, commas: dict[int, Entity], first: int) -> Entity | None:
    """The name that a noun is in apposition to: "Jean-Michel Larqué, ancien footballeur et joueur mythique"."""
    for k in range(noun.first - 1, max(noun.first - 6, first - 1), -1):
        if k in commas:
            entity = commas[k]
            same = noun.kind == "person" if entity.person else noun.kind == "body" and entity.kind != "country"
            return entity if same and not noun.plural else None
        if tokens[k].pos not in ("DET", "ADJ", "NOUN", "CCONJ", "ADV", "NUM") and tokens[k].lower not in ("'s", "’s"):
            return None
    return None


def _with_acronym(document: Document, entity: Entity, noun: Noun, names: dict[int, Entity], stop: int) -> Entity | None:
    """The body that "le service national de renseignement (NIS)" expands: the acronym's own entity, now with roles."""
    tokens = document.tokens
    for k in range(noun.last, min(noun.last + 9, stop - 2)):
        if tokens[k].text == "(":
            named = names.get(tokens[k + 1].start)
            if (
                named is None
                or tokens[k + 2].text != ")"
                or not tokens[k + 1].text[:2].isupper()
                or named.person
                or noun.kind != "body"
            ):
                return None
            if named.actor is None and not named.roles:
                named.name = f"{entity.name} ({tokens[k + 1].text})"
                named.gender = named.gender or entity.gender
            named.roles |= entity.roles
            named.kind = named.kind or "body"
            return named
        if tokens[k].pos in ("PUNCT", "VERB", "AUX"):
            return None
    return None


def commas_after(document: Document, mentions: list[Mention]) -> dict[int, Entity]:
    """The tokens of a comma right after a name, to the name's entity: an apposition may begin there."""
    tokens = document.tokens
    out = {}
    for mention in mentions:
        i = document.token_at(mention.end - 1) + 1
        last = document.sentences[mention.sentence].last
        if i < len(tokens) and tokens[i].text == "," and set_off(tokens, i, last):
            out[i] = mention.entity
    return out


def _bare_apposition(document: Document, noun: Noun, before: Mention) -> bool:
    """« Le ministère, (propriétaire) des collections, suit P »: without an article it is nobody new."""
    tokens, i = document.tokens, noun.first
    if i < 2 or tokens[i - 1].text != "," or before.noun is None or before.entity.number == "p":
        return False
    return before.end == tokens[i - 2].end and set_off(tokens, i - 1, document.sentences[before.sentence].last)


def _plural_subject(document: Document, start: int, i: int, nouns: Nouns) -> Entity | None:
    """Any plural noun that opens a sentence can be "they": "Des locuteurs …", "The Arapaho …"."""
    token = document.tokens[i]
    if i - start > 4 or token.pos not in ("NOUN", "PROPN") or token.feats.get("Number") != "Plur":
        return None
    if i > start and document.tokens[i - 1].pos == "ADP":
        return None
    gender = gender_of(document.tokens, i, nouns.words) if nouns.code == "fr" else ""
    return Entity(token.text, "", gender, "p", first=token.start)
