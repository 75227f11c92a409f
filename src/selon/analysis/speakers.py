"""Who it is: gives every draft, and every relay, the one name of its speaker.

Reads the drafts' source spans and the whole document; writes ``draft.speaker``, ``draft.actor``, ``draft.anonymous``
and the speakers of ``draft.relay``.
"""

from __future__ import annotations

from dataclasses import replace

from selon.analysis.anonymity import is_anonymous
from selon.analysis.coordination import conjuncts
from selon.analysis.coreference import Discourse, agrees, antecedent
from selon.analysis.descriptions import described, link_descriptions, met
from selon.analysis.document import Document, Draft
from selon.analysis.known import Setting, country, described_of, named, person, registered
from selon.analysis.makers import made_by
from selon.analysis.mentions import Entity, Mentions, find_mentions, phrase_end
from selon.analysis.nesting import outer_drafts, place_of
from selon.analysis.nouns import Noun, nouns_of
from selon.analysis.phrases import Phrase, describe, read_phrase
from selon.analysis.pointing import accuser, pointed_at, points_back, seat_of_one, spoken_for, told_of
from selon.analysis.sharing import sharing
from selon.languages.speakers import Agreement, kinds
from selon.model import Actor, Relay, Span, Spans

OWN_WORDS = frozenset(("de aveu", "by admission", "by account", "by telling", "selon dires"))
Choice = tuple[Draft, int, Agreement, Discourse]


def resolve(document: Document) -> None:
    """Name the speaker of every draft and relay of the document, in place."""
    if document.drafts:
        Speakers(document).resolve()


class Speakers:
    """The speakers of one document while they are being worked out."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.nouns = nouns_of(document.language.code)
        self.setting = Setting.of(document.text, document.language.code, document.article.published)
        self.mentions: Mentions = find_mentions(document, self.nouns)
        link_descriptions(self.mentions, document)
        self.order = sorted(document.drafts, key=place_of)
        self.places = [place_of(draft) for draft in self.order]
        self.index = {id(draft): i for i, draft in enumerate(self.order)}
        self.found: dict[int, list[Entity]] = {}
        self.open: set[int] = set()
        self.choices: list[Choice] = []  # the antecedents that were asked for: what training learns from
        self.spoke: set[int] = set()
        self.made: dict[str, Entity] = {}
        self.pronouns: set[int] = set()  # the drafts whose source is a pronoun
        self.unnamed: set[int] = set()  # the entities that a source introduced without naming them
        self.sources: set[int] = set()
        self.owners: dict[str, Entity] = {}
        self.outer = outer_drafts(self.order)

    def resolve(self) -> None:
        for draft in self.order:
            for place, entity in self._heads(draft.source):
                self.sources.add(place)
                self.spoke.add(id(entity))
        for draft in self.order:
            entities = [self._final(entity) for entity in self.entities(draft)]
            draft.speaker = "; ".join(dict.fromkeys(entity.name for entity in entities))
            draft.actor = entities[0].actor if len(entities) == 1 else None
            draft.anonymous = draft.anonymous or (bool(entities) and all(e.kind == "anonymous" for e in entities))
            if entities and all(e.named and e.actor and e.kind not in ("person", "country") for e in entities):
                draft.anonymous = False  # « Médecins sans frontières » is a body, whatever its first noun
            self._keep_unnamed(draft, entities)
            relays = [(self._relay(relay, draft), self._claims(relay, draft)) for relay in draft.relay]
            # « L'ONG publie un rapport où elle révèle que P »: who only tells her own words is no relay.
            draft.relay = tuple(relay for relay, claims in relays if claims or relay.speaker != draft.speaker)

    def _keep_unnamed(self, draft: Draft, entities: list[Entity]) -> None:
        """A pronoun is as anonymous as what it stands for, and so is a claim that goes on without a source."""
        if draft.source and id(draft) not in self.pronouns:
            if draft.anonymous:
                self.unnamed.update(id(entity) for entity in entities)
        elif entities and all(self._stays_unnamed(entity) for entity in entities):
            draft.anonymous = True

    def _stays_unnamed(self, entity: Entity) -> bool:
        if entity.named or entity.actor is not None:
            return False
        if id(entity) in self.unnamed or entity.kind == "anonymous":
            return True
        return entity.noun is not None and is_anonymous(self.document, (self._whole(entity.noun),))

    def _whole(self, noun: Noun) -> Span:
        """The phrase around a noun: from its determiner to the end of its name or the word that describes it."""
        tokens = self.document.tokens
        sentence = self.document.sentences[tokens[noun.first].sentence]
        first, stop = noun.first, phrase_end(tokens, noun, sentence.last, self.nouns)
        while first > sentence.first and tokens[first - 1].pos in ("DET", "ADJ", "NUM"):
            first -= 1
        return Span(tokens[first].start, tokens[min(stop, sentence.last - 1)].end)

    def _relay(self, relay: Relay, draft: Draft) -> Relay:
        """The relay with its name: that of the claim which it is from, where there is one."""
        outer = self.outer.get(id(draft))
        if outer is not None and self._claims(relay, draft):
            found = self.entities(outer)
        else:
            found = self.of(relay.source, draft, relay=True) if relay.source else []
        entities = [self._final(entity) for entity in found]
        return replace(
            relay,
            speaker="; ".join(dict.fromkeys(e.name for e in entities)) or relay.speaker,
            actor=entities[0].actor if len(entities) == 1 else None,
        )

    def _claims(self, relay: Relay, draft: Draft) -> bool:
        """Is the relay of a draft the source of a claim that holds it?"""
        outer = self.outer.get(id(draft))
        return outer is not None and outer.source == relay.source and outer.cue == relay.cue

    @staticmethod
    def _final(entity: Entity) -> Entity:
        """The entity with its registered name and id, where it is a person with a full name."""
        if entity.person and entity.named and entity.actor is None:
            actor = person(entity.name)
            if actor is not None:
                entity.actor, entity.name = actor.id, actor.name
        return entity

    def entities(self, draft: Draft) -> list[Entity]:
        """The speakers of a draft, worked out once; empty where they can't be told."""
        key = id(draft)
        if key in self.found:
            return self.found[key]
        if key in self.open:
            return []
        self.open.add(key)
        self.found[key] = self.of(draft.source, draft) if draft.source else self._unnamed(draft)
        self.open.discard(key)
        return self.found[key]

    # ---- sources that are there

    def of(self, source: Spans, draft: Draft, relay: bool = False) -> list[Entity]:
        """Whom the words under ``source`` stand for."""
        each = sharing(self.document, source, self.nouns)
        if each:
            return [self._one_of(words) for words in each]
        phrase = read_phrase(self.document, source, self.mentions, self.nouns)
        parts = conjuncts(self.document, source, self.nouns)
        if len(parts) > max(1, len(phrase.names)):
            return [entity for part in parts for entity in self.of(part, draft, relay)]
        if phrase.pronoun:
            if not relay:
                self.pronouns.add(id(draft))
            entity = self._pronoun(phrase, draft, relay)
            return [entity] if entity else []
        if phrase.names:
            if len(phrase.names) > 1:
                return [
                    Entity(m.capital, m.entity.kind, actor=m.entity.actor) if m.capital else m.entity
                    for m in phrase.names
                ]
            return [self._named(mention.entity, phrase) for mention in phrase.names]
        maker = made_by(self.document, source, phrase.noun, self.nouns) if phrase.noun is not None else None
        if maker is not None and phrase.noun is not None:
            makers = self.of((maker,), draft, relay)
            if len(makers) == 1:
                self.owners[phrase.noun.english] = makers[0]
            if makers:
                return makers
        entity = self._described(phrase, draft, relay)
        if phrase.noun is not None:
            place = self.document.tokens[phrase.noun.first].start
            for mention in self.mentions.inside(place, place + 1):
                if mention.noun is not None:
                    mention.entity = entity
                    self.spoke.add(id(entity))
        return [entity]

    def _one_of(self, words: str) -> Entity:
        """Whom the words stand for of several that a plural tells apart: the registry's name, or the words."""
        made = named(words, self.setting)
        return self._actor(made.actor) if made is not None else Entity(words)

    def _pronoun(self, phrase: Phrase, draft: Draft, relay: bool) -> Entity | None:
        outer = self.outer.get(id(draft))
        outer_speakers = self.entities(outer) if outer is not None and not relay else []
        mode = phrase.pronoun
        if mode == "pair":
            return self._pair(draft)
        if mode == "anyone":
            body = self._where_one_speaks(phrase, draft)
            draft.anonymous = draft.anonymous and body is None
            return body or Entity(phrase.text, "anonymous")
        if mode in ("first", "we") and outer_speakers:
            return outer_speakers[0]
        quoted = self.mentions.depths.at(phrase.start) > 0
        inside = mode == "third" and outer_speakers and not quoted
        if inside and agrees(outer_speakers[0], phrase.agreement, self.document.language.code):
            return outer_speakers[0]
        without = outer_speakers[0] if outer_speakers and quoted else None
        if relay and without is None:
            own = self.entities(draft)
            behind = bool(draft.content) and phrase.start > draft.content[-1].end and draft.cue_kind == "verb"
            if own and behind and agrees(own[0], phrase.agreement, self.document.language.code):
                return own[0]  # "Human Rights Watch has documented P, it said"
            without = own[0] if own else None  # "he quoted Cho as saying": whoever he is, he is not Cho
        barred: frozenset[str] = frozenset()
        if without is None and not relay:
            i = self.index[id(draft)]
            other = accuser(draft, self.order[i - 1] if i else None)
            others = self.entities(other) if other is not None else []
            without = others[0] if len(others) == 1 else None
            taken_up = self.mentions.inside(*draft.content[0]) if without is not None else []
            barred = frozenset(m.noun.english for m in taken_up if m.noun is not None)  # « une accusation qu'elle … »
        last = self._last(draft)
        concerned = mode == "concerned"  # « L'intéressé nie »: a person
        mode = "third" if mode == "third" else "latter"
        found = self._antecedent(phrase, phrase.agreement, draft, without, mode, persons=concerned, barred=barred)
        if found is not None and found.noun is not None:
            found.name = self._name(found.noun) or found.name
        if found is None and draft.cue_lemma in OWN_WORDS:
            found = told_of(self.document, self.mentions, draft, phrase.agreement)
        agreeing = last if last is not None and agrees(last, phrase.agreement, self.document.language.code) else None
        return found or agreeing

    def _where_one_speaks(self, phrase: Phrase, draft: Draft) -> Entity | None:
        """The body or the state at whose seat « on » speaks, if the sentence says where."""
        seat = seat_of_one(self.document, phrase)
        if seat is None:
            return None
        places = [m for m in self.mentions.inside(seat.start, seat.end) if m.entity.named and not m.entity.person]
        if places:
            return self._named(places[0].entity, phrase) if len(places) == 1 else None
        noun = read_phrase(self.document, (seat,), self.mentions, self.nouns).noun
        able = noun is not None and noun.kind in ("body", "group")  # « Au rectorat, on », « Chez les écologistes, on »
        bodies = self.of((seat,), draft) if able or (noun is not None and noun.plural) else []
        return bodies[0] if len(bodies) == 1 else None

    def _name(self, noun: Noun) -> str:
        """What an entity without a name is called, from the noun that describes it."""
        tokens = self.document.tokens
        sentence = self.document.sentences[tokens[noun.first].sentence]
        stop = phrase_end(tokens, noun, sentence.last, self.nouns)
        return describe(self.document, noun, noun.first, stop, self.mentions, self.nouns)

    def _described(self, phrase: Phrase, draft: Draft, relay: bool = False) -> Entity:
        entity = Entity(phrase.english, phrase.kind, phrase.gender, phrase.number)
        noun = phrase.noun
        if phrase.possessive is not None:
            role, agreement = phrase.possessive
            owner = self._owner(phrase, role, agreement, draft, relay)
            if owner is not None:
                if noun is None or noun.kind == "document":
                    return owner
                own = described(self.mentions, self.document, noun, phrase.start, set(), owned=True)
                if own is not None and own is not owner and met(self.mentions, phrase.start, own, owner):
                    return own
                stately = owner.person or owner.kind in ("country", "group") or "@" in (owner.actor or "")
                land = owner.country if stately else None  # a company's finance chief is no minister
                office = described_of(phrase.bare, self.setting, land)
                if office is not None:
                    return self._actor(office)
                entity.name = f"{phrase.english} of {owner.name}"
                return entity
        if noun is not None and noun.kind == "document":
            if phrase.maker is not None:
                self.owners[noun.english] = phrase.maker.entity
                return phrase.maker.entity
            issuer = named(phrase.issuer, self.setting) if phrase.issuer else None
            if issuer is not None:
                self.owners[noun.english] = self._actor(issuer.actor)
                return self.owners[noun.english]
            if phrase.group is not None:
                entity.name, entity.kind, entity.number = self._name(phrase.group), phrase.group.kind, "p"
                return entity
            if phrase.definite and not phrase.context and noun.english in self.owners:
                return self.owners[noun.english]
        if phrase.country is not None and noun is not None and noun.english == "representative":
            state = country(phrase.country)  # a state's representative speaks for it
            return self._actor(state) if state is not None else entity
        if phrase.country is not None and phrase.possessive is None and (noun is None or noun.kind == "body"):
            made = named(phrase.text, self.setting)
            if made is not None:
                return self._actor(made.actor)
        if noun is not None and phrase.number == "s":
            found = described(
                self.mentions, self.document, noun, phrase.start, phrase.context, phrase.country, forward=True
            )
            if found is not None:
                return found
        if points_back(self.document, self.nouns, phrase):
            pointed = pointed_at(self.document, self.mentions, phrase, self._last(draft))
            if pointed is not None:
                return pointed
        body = spoken_for(self.document, self.mentions, phrase)
        if body is not None:
            return body
        if phrase.possessive is None and self._nameable(phrase):
            made = named(phrase.text, self.setting)
            if made is not None and (noun is None or (noun.kind == "person") == (made.actor.kind == "person")):
                return self._actor(made.actor)
        return entity

    def _nameable(self, phrase: Phrase) -> bool:
        """Whether the registry may name the phrase by the article's country: not "the authorities" or "officials",
        nor a body whose complement it would drop ("le gouvernement du Parti québécois").
        """
        noun = phrase.noun
        if noun is None or phrase.country is not None:
            return True
        if noun.kind == "group" or (noun.kind == "person" and phrase.number == "p"):
            return False
        return not (phrase.context and noun.english in kinds().collective)

    def _actor(self, actor: Actor) -> Entity:
        """The entity of an actor that the registry made of a phrase, one for each actor."""
        entity = self.made.get(actor.id)
        if entity is None:
            whole = registered(actor.id)  # "French police" is no name that "the service" could stand for
            entity = Entity(actor.name, actor.kind, named=whole, actor=actor.id, country=actor.country)
            self.made[actor.id] = entity
        return entity

    def _named(self, entity: Entity, phrase: Phrase) -> Entity:
        """A body that the registry knows by its whole phrase: "the French Interior Ministry"."""
        if entity.actor is None and not entity.person and len(phrase.names) == 1:
            made = named(phrase.text, self.setting)
            if made is not None and made.actor.kind not in ("person", "country", "group"):
                entity.name, entity.actor, entity.country = made.actor.name, made.actor.id, made.actor.country
        return entity

    def _owner(
        self, phrase: Phrase, role: str, agreement: Agreement, draft: Draft, relayed: bool = False
    ) -> Entity | None:
        for relay in draft.relay[:1] if role == "third" and not relayed else ():
            tellers = self.of(relay.source, draft, relay=True) if relay.source else []
            if len(tellers) == 1 and tellers[0].person:
                return tellers[0]
        outer = self.outer.get(id(draft))
        if role == "first":
            speakers = self.entities(outer) if outer is not None else []
            if not speakers and self.mentions.depths.at(phrase.start) == 0:
                return None  # « selon nos informations »: those of the paper itself
            return speakers[0] if speakers else self._last(draft)
        want = agreement if self.document.language.code == "en" else Agreement("", agreement.number)
        person = phrase.noun is not None and phrase.noun.kind == "person"  # « son père »: no toll's
        at_law = phrase.noun is not None and phrase.noun.english in kinds().counsel
        court = kinds().trying | kinds().counsel if at_law else frozenset()
        return self._antecedent(phrase, want, draft, animate=person, barred=court)

    def _antecedent(
        self,
        phrase: Phrase,
        want: Agreement,
        draft: Draft,
        without: Entity | None = None,
        mode: str = "third",
        animate: bool = False,
        persons: bool = False,
        barred: frozenset[str] = frozenset(),
    ) -> Entity | None:
        discourse = Discourse(self.sources, self.spoke, self._last(draft), without, mode, animate, persons, barred)
        if phrase.pronoun:
            self.choices.append((draft, phrase.start, want, discourse))
        return antecedent(self.mentions, self.document, phrase.start, want, discourse)

    def _pair(self, draft: Draft) -> Entity | None:
        """The last two who spoke: "the two agree that …"."""
        names: dict[str, Entity] = {}
        i = self.index[id(draft)]
        for previous in reversed(self.order[max(i - 6, 0) : i]):
            for entity in self.entities(previous):
                names.setdefault(entity.name, entity)
            if len(names) >= 2:
                pair = list(names.values())[:2][::-1]
                return Entity("; ".join(self._final(e).name for e in pair), "group", number="p")
        return None

    # ---- sources that are not

    def _unnamed(self, draft: Draft) -> list[Entity]:
        """An inferred claim goes on with the speaker before it; a headline's noun cue with the one after."""
        if draft.follows is not None:
            return self.entities(draft.follows)
        i = self.index[id(draft)]
        for previous in reversed(self.order[max(i - 6, 0) : i]):
            speakers = self.entities(previous)
            if speakers:
                return speakers
        for following in self.order[i + 1 : i + 4]:
            speakers = self.entities(following)
            if speakers:
                return speakers
        named = [m.entity for m in self.mentions.before(place_of(draft)) if m.entity.named] or [
            m.entity for m in self.mentions.after(place_of(draft)) if m.entity.named and m.entity.kind != "country"
        ]
        return named[:1]

    def _last(self, draft: Draft) -> Entity | None:
        """Who spoke last before this draft."""
        i = self.index[id(draft)]
        for previous in reversed(self.order[max(i - 4, 0) : i]):
            if previous is self.outer.get(id(draft)):
                continue
            speakers = self.entities(previous)
            if len(speakers) == 1:
                return speakers[0]
        return None

    def _heads(self, source: Spans) -> list[tuple[int, Entity]]:
        """The mentions that head a source: their offsets and entities."""
        if not source:
            return []
        phrase = read_phrase(self.document, source, self.mentions, self.nouns)
        if phrase.names:
            return [(m.start, m.entity) for m in phrase.names]
        if phrase.noun is not None:
            place = self.document.tokens[phrase.noun.first].start
            return [(m.start, m.entity) for m in self.mentions.inside(place, place + 1)]
        return []
