"""Names of one article put together under entities.

A surname with its full name, an acronym with its expansion, spellings that differ little. Look-ups go through tables
by word, so it is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from selon.analysis.document import Document
from selon.analysis.known import known_names
from selon.analysis.mentions.depths import Depths
from selon.analysis.mentions.entities import Entity, Mention
from selon.analysis.mentions.parts import mention_of
from selon.analysis.nouns import Nouns
from selon.analysis.proper import Name, capital
from selon.languages.speakers import fold, given_names, kinds

SIMILAR = 0.8  # likeness of two spellings of one given name


class Cluster:
    """Puts the names of one article together under entities."""

    def __init__(self, document: Document, nouns: Nouns, depths: Depths) -> None:
        self.document, self.nouns, self.depths = document, nouns, depths
        self.known: dict[str, Entity] = {}
        self.whole: dict[str, Entity] = {}
        self.by_word: dict[str, list[Entity]] = {}
        self.acronyms: dict[str, Entity] = {}
        self.initials: dict[str, Entity] = {}
        self.alone: dict[str, int] = {}  # single words to where they first stand for a body, headlines apart

    def mentions(self, names: list[Name]) -> list[Mention]:
        entities: dict[int, Entity] = {}
        for i, name in enumerate(names):
            if self._surname(name) or self._expanded(name):
                name.known, name.kind = None, ""
            if name.known is not None or len(name.words) > 1:
                entities[i] = self._full(name)
                self._acronym(name, entities[i])
            elif not name.title and self.document.tokens[name.first].sentence:
                self.alone.setdefault(fold(name.words[0]), self.document.tokens[name.first].start)
        for i, name in enumerate(names):
            if i not in entities:
                entities[i] = self._short(name)
        out = []
        for i, name in enumerate(names):
            entity = entities[i]
            entity.mentions += 1
            self._learn(entity, name)
            if name.known is not None and not entity.person and self._plural(name):
                entity.number = ""  # « Les FSR … Elles … Le groupe »
            mention = mention_of(self.document, self.depths, name.begin, name.first, name.last, entity)
            mention.proper = True
            behind = self.document.tokens[name.last] if name.last < len(self.document.tokens) else None
            noun = behind is not None and behind.pos == "NOUN" and behind.text[0].islower()
            mention.modifier = noun and self.nouns.code == "en" and name.known is None and entity.kind != "person"
            entity.stands |= not mention.modifier
            mention.capital = name.known.capital if name.known is not None else None
            out.append(mention)
        return out

    def _plural(self, name: Name) -> bool:
        """« les FSR », « aux États-Unis »: does a plural article stand before the name?"""
        before = self.document.tokens[name.first - 1].lower if name.first else ""
        return self.nouns.code == "fr" and before in self.nouns.words.definite & self.nouns.words.plural

    def _surname(self, name: Name) -> bool:
        """ "Sudesh Amman … Amman": a capital's name that is the surname of somebody named before."""
        if name.known is None or name.known.capital is None or len(name.words) > 1:
            return False
        word = fold(name.words[0])
        return any(e.person and len(e.words) > 1 and fold(e.words[-1]) == word for e in self.by_word.get(word, ()))

    def _expanded(self, name: Name) -> bool:
        """ "the Rapid Support Forces (RSF) … RSF", and without the brackets: the article's own acronym, whatever body
        the registry knows by it."""
        if name.known is None or len(name.words) > 1 or not name.words[0].isupper():
            return False
        acronym = _letters(name.words[0])
        own = self.acronyms.get(acronym) or self.initials.get(acronym)
        if own is None or own.actor == name.known.actor.id:
            return False
        return acronym in self.acronyms or (len(acronym) > 2 and len(acronym) == len(own.words))

    def _acronym(self, name: Name, entity: Entity) -> None:
        """Note "(NIS)" after a name."""
        tokens = self.document.tokens
        i = name.last
        if i + 2 < len(tokens) and tokens[i].text == "(" and tokens[i + 2].text == ")" and capital(tokens[i + 1]):
            acronym = tokens[i + 1].text
            if _of_a_party(name, acronym, self.nouns):
                entity.kind = entity.kind or "person"
                return
            self.acronyms.setdefault(_letters(acronym), entity)
            if entity.actor is None and not entity.person and acronym.isupper() and acronym not in entity.name:
                entity.name = f"{entity.name} ({acronym})"

    def _full(self, name: Name) -> Entity:
        if name.known is not None:
            actor = name.known.actor
            entity = self.known.get(actor.id)
            if entity is None:
                entity = Entity(
                    actor.name,
                    actor.kind or "body",
                    named=True,
                    actor=actor.id,
                    country=actor.country,
                    words=name.words,
                )
                entity.first = self.document.tokens[name.first].start
                if entity.person:
                    entity.gender = given_names().get(fold(actor.name.split(" ")[0].split("-")[0]), "")
                elif self.nouns.code == "fr" and name.first:
                    entity.gender = self._article_gender(self.document.tokens[name.first - 1].lower)
                self.known[actor.id] = entity
                self._index(entity, name.words)
            else:
                self._index(entity, name.words)
            return entity
        key = fold(name.text)
        entity = self.whole.get(key) or self._same_person(name)
        if entity is None:
            entity = self._new(name)
        elif len(name.words) > len(entity.words) and entity.actor is None and name.kind == entity.kind:
            entity.name, entity.words = name.text, name.words
        self.whole[key] = entity
        self._index(entity, name.words)
        return entity

    def _article_gender(self, before: str) -> str:
        """« la CFDT », « du FMI »: the gender that a definite article gives."""
        words = self.nouns.words
        if before not in words.definite:
            return ""
        return "m" if before in words.masculine else "f" if before in words.feminine else ""

    def _new(self, name: Name) -> Entity:
        entity = Entity(name.text, name.kind, name.gender, named=True, words=name.words)
        entity.number = "p" if name.plural else "s"
        entity.first = self.document.tokens[name.first].start
        return entity

    def _index(self, entity: Entity, words: Iterable[str]) -> None:
        words = tuple(words)
        if not entity.person and len(words) > 1:
            first = [fold(w)[0] for w in words if len(w) > 3 or w[0].isupper()]
            for size in range(2, len(first) + 1):
                self.initials.setdefault("".join(first[:size]), entity)
        for word in words:
            for part in {fold(word), *fold(word).split("-")}:
                entities = self.by_word.setdefault(part, [])
                if entity not in entities and len(entities) < 12:
                    entities.append(entity)

    def _same_person(self, name: Name) -> Entity | None:
        """One person under two spellings or with a name left out: "John Luk", "John Luk Jok"; "Dmitri", "Dmitry"."""
        if name.kind not in ("person", ""):
            return None
        words = [fold(w) for w in name.words]
        for entity in self.by_word.get(words[-1], ()):
            if entity.kind not in ("person", "") or (entity.actor is not None and not entity.person):
                continue
            others = [fold(w) for w in entity.words]
            short, long = sorted((words, others), key=len)
            if _inside(short, long) and len(short) > 1:
                return entity
            if others[-1] == words[-1] and len(others) > 1:
                a, b = words[0].rstrip("."), others[0].rstrip(".")
                if a.startswith(b) or b.startswith(a) or SequenceMatcher(None, a, b).ratio() >= SIMILAR:
                    return entity
        for entity in self.by_word.get(words[0], ()):
            others = [fold(w) for w in entity.words]
            short, long = sorted((words, others), key=len)
            if entity.kind in ("person", "") and len(short) > 1 and _inside(short, long):
                return entity
            alike = entity.person and len(others) == len(words) and others[0] == words[0] and len(words[-1]) > 3
            if alike and SequenceMatcher(None, others[-1], words[-1]).ratio() >= SIMILAR:
                return entity
        return None

    def _short(self, name: Name) -> Entity:
        """A single word: a surname, an acronym, a first name, or a name of its own."""
        word = fold(name.words[0])
        if name.kind != "person" and name.words[0].isupper():
            letters = _letters(name.words[0])
            found = self.acronyms.get(letters) or self.initials.get(letters)
            if found is not None:
                short = name.words[0].replace(".", "")
                if found.actor is None and f"({short})" not in found.name:
                    found.name = f"{found.name} ({short})"
                return found
        place = self.document.tokens[name.first].start
        candidates = [e for e in self.by_word.get(word, ()) if _agrees(e, name) and not self._offshoot(e, word)]
        field = self._field(name) if word in kinds().divided else set()
        if field:  # "the Interior Ministry … the Health Ministry"
            candidates = [e for e in candidates if field & ({fold(w) for w in e.words} | e.context)]
        if candidates:

            def rank(entity: Entity) -> tuple[bool, bool, bool, int]:
                words = [fold(w) for w in entity.words]
                return (
                    entity.person,
                    words[-1] == word or words[0] == word,
                    entity.first <= place,
                    entity.mentions - (entity.first > place),
                )

            best = max(candidates, key=rank)
            if best.person or not name.title:
                return best
        key = " ".join((*sorted(field), word))
        entity = self.whole.get(key)
        if entity is None or (name.kind and entity.kind and name.kind != entity.kind):
            entity = self._new(name)
            if field:
                entity.context |= field
                tokens = self.document.tokens
                entity.name = self.document.text[tokens[name.begin].start : tokens[name.last - 1].end]
            self.whole[key] = entity
        return entity

    def _offshoot(self, entity: Entity, word: str) -> bool:
        """ "Rovers … the Rovers Trust": a body called after one that the article has named before, alone."""
        if entity.person or len(entity.words) < 2 or self.alone.get(word, entity.first) >= entity.first:
            return False
        return entity.words[-1].lower() in self.nouns.words.offshoots and fold(entity.words[0]) == word

    def _field(self, name: Name) -> set[str]:
        """The words between a name's article and itself: "(Health) Ministry"."""
        before = self.document.tokens[name.begin : name.first]
        return {fold(token.text) for token in before if token.pos != "DET"}

    def _learn(self, entity: Entity, name: Name) -> None:
        open_kind = entity.kind in ("", "place") and name.kind != "place"
        if name.kind and (open_kind or (entity.kind == "body" and name.kind == "person" and entity.actor is None)):
            entity.kind = name.kind
        if not entity.gender or name.title:
            entity.gender = name.gender or entity.gender
        entity.roles.update(name.roles)
        if name.title and self.document.tokens[name.first - 1].lower in kinds().advocates:
            entity.roles |= kinds().counsel
        entity.context |= name.context


def _letters(acronym: str) -> str:
    """ "F.D.A.", "FDA": an acronym without its stops, folded."""
    return fold(acronym).replace(".", "")


def _of_a_party(name: Name, acronym: str, nouns: Nouns) -> bool:
    """ "Marine Delpech (RN)": the registry's party behind two words, none of which begins with its first letter."""
    if len(name.words) != 2 or name.kind not in ("", "person") or any(word[0] == acronym[0] for word in name.words):
        return False
    found = known_names(acronym, nouns.code)
    return bool(found) and found[0].actor.kind == "group"


def _inside(short: list[str], long: list[str]) -> bool:
    """Whether the words of ``short`` stand in ``long`` in the same order."""
    rest = iter(long)
    return all(any(word.rstrip(".") == other.rstrip(".") for other in rest) for word in short)


def _agrees(entity: Entity, name: Name) -> bool:
    if name.kind == "person" and entity.kind not in ("person", ""):
        return False
    if name.title and name.gender and entity.gender and name.gender != entity.gender:
        return False
    if entity.kind not in ("person", "") and name.kind == "" and entity.actor is None:
        return len(entity.words) == 1 or fold(entity.words[0]) == fold(name.words[0])
    return not (entity.actor is not None and not entity.person)
