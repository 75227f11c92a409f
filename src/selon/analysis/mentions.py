"""Who is spoken of in an article: entities, and their mentions in order.

Names are clustered first (a surname with its full name, an acronym with its expansion, spellings that differ little),
then the descriptions ("the agency", "un porte-parole de la police") become mentions of a named entity that they fit,
or entities of their own. One pass over the tokens; look-ups go through tables by word, so it is linear in the text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import accumulate

from selon.analysis.apposition import gender_of, set_off
from selon.analysis.document import Document, Token
from selon.analysis.known import known_names
from selon.analysis.names import find_names
from selon.analysis.nouns import Noun, Nouns
from selon.analysis.proper import Name, capital
from selon.languages.speakers import fold, given_names, kinds

WINDOW = 60  # mentions that we look back over for whom a description stands for
SIMILAR = 0.8  # likeness of two spellings of one given name


ARTICLES = {"le": "m", "du": "m", "au": "m", "la": "f"}


@dataclass(slots=True, eq=False)
class Entity:
    """Someone or something that can speak. ``name`` is what a reader would look up, in English where we know it."""

    name: str
    kind: str = ""
    gender: str = ""
    number: str = "s"
    named: bool = False
    actor: str | None = None
    country: str | None = None
    roles: set[str] = field(default_factory=set)
    context: set[str] = field(default_factory=set)
    words: tuple[str, ...] = ()
    mentions: int = 0
    first: int = 0
    noun: Noun | None = None  # what describes it, where it has no name

    @property
    def person(self) -> bool:
        return self.kind == "person"


@dataclass(slots=True)
class Mention:
    """A place where an entity is spoken of: characters ``start`` to ``end``, in sentence ``sentence``."""

    start: int
    end: int
    entity: Entity
    sentence: int
    subject: bool
    oblique: bool
    possessor: bool
    depth: int  # how many quotations stand around it
    noun: Noun | None = None
    proper: bool = False  # by its name, not by a noun
    capital: str | None = None  # the capital that stands for a country here


@dataclass(slots=True)
class Mentions:
    """The mentions of an article in order of their place; ``before`` and ``inside`` ask for them by offset."""

    all: list[Mention]
    names: list[Name]
    depths: Depths
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.all.sort(key=lambda m: (m.start, -m.end))
        self.starts = [m.start for m in self.all]

    def before(self, offset: int, limit: int = WINDOW) -> list[Mention]:
        """The last ``limit`` mentions that begin before ``offset``, nearest first."""
        i = bisect_left(self.starts, offset)
        return self.all[max(i - limit, 0) : i][::-1]

    def after(self, offset: int, limit: int = WINDOW) -> list[Mention]:
        i = bisect_left(self.starts, offset)
        return self.all[i : i + limit]

    def inside(self, start: int, end: int) -> list[Mention]:
        return self.all[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def find_mentions(document: Document, nouns: Nouns) -> Mentions:
    """Every mention of a possible speaker in the document."""
    names = find_names(document, nouns, known_names(document.text, document.language.code))
    depths = Depths(document)
    people = _Cluster(document, nouns, depths)
    out = people.mentions(names)
    taken = {i for name in names for i in range(name.begin, name.last)}
    beside = {name.beside: m.entity for name, m in zip(names, out, strict=True) if name.beside >= 0}
    out.extend(
        _described(
            document, depths, nouns, taken, {m.start: m.entity for m in out}, beside, _after_names(document, out)
        )
    )
    return Mentions(out, names, depths)


class Depths:
    """How many quotations stand around an offset, asked in time that grows with the logarithm of their number."""

    def __init__(self, document: Document) -> None:
        steps: dict[int, int] = {}
        for quotation in document.quotations:
            steps[quotation.span.start] = steps.get(quotation.span.start, 0) + 1
            steps[quotation.span.end] = steps.get(quotation.span.end, 0) - 1
        self._offsets = sorted(steps)
        self._depths = list(accumulate(steps[offset] for offset in self._offsets))

    def at(self, offset: int) -> int:
        i = bisect_right(self._offsets, offset)
        return self._depths[i - 1] if i else 0


class _Cluster:
    """Puts the names of one article together under entities."""

    def __init__(self, document: Document, nouns: Nouns, depths: Depths) -> None:
        self.document, self.nouns, self.depths = document, nouns, depths
        self.known: dict[str, Entity] = {}
        self.whole: dict[str, Entity] = {}
        self.by_word: dict[str, list[Entity]] = {}
        self.acronyms: dict[str, Entity] = {}
        self.initials: dict[str, Entity] = {}

    def mentions(self, names: list[Name]) -> list[Mention]:
        entities: dict[int, Entity] = {}
        for i, name in enumerate(names):
            if self._surname(name):
                name.known, name.kind = None, ""
            if name.known is not None or len(name.words) > 1:
                entities[i] = self._full(name)
                self._acronym(name, entities[i])
        for i, name in enumerate(names):
            if i not in entities:
                entities[i] = self._short(name)
        out = []
        for i, name in enumerate(names):
            entity = entities[i]
            entity.mentions += 1
            self._learn(entity, name)
            mention = mention_of(self.document, self.depths, name.begin, name.first, name.last, entity)
            mention.proper = True
            mention.capital = name.known.capital if name.known is not None else None
            out.append(mention)
        return out

    def _surname(self, name: Name) -> bool:
        """ "Sudesh Amman … Amman": a capital's name that is the surname of somebody named before."""
        if name.known is None or name.known.capital is None or len(name.words) > 1:
            return False
        word = fold(name.words[0])
        return any(e.person and len(e.words) > 1 and fold(e.words[-1]) == word for e in self.by_word.get(word, ()))

    def _acronym(self, name: Name, entity: Entity) -> None:
        """Note "(NIS)" after a name."""
        tokens = self.document.tokens
        i = name.last
        if i + 2 < len(tokens) and tokens[i].text == "(" and tokens[i + 2].text == ")" and capital(tokens[i + 1]):
            acronym = tokens[i + 1].text
            self.acronyms.setdefault(fold(acronym), entity)
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
                    entity.gender = ARTICLES.get(self.document.tokens[name.first - 1].lower, "")  # « la CFDT »
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
            found = self.acronyms.get(word) or self.initials.get(word)
            if found is not None:
                if found.actor is None and f"({name.words[0]})" not in found.name:
                    found.name = f"{found.name} ({name.words[0]})"
                return found
        place = self.document.tokens[name.first].start
        candidates = [e for e in self.by_word.get(word, ()) if _agrees(e, name)]
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
        entity.context |= name.context


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


def _before_phrase(tokens: list[Token], k: int, start: int) -> int:
    """The token before the phrase of an English noun: "(the truck's) driver", "(his environment) minister"."""
    while k >= start and (
        tokens[k].pos in ("NOUN", "PROPN", "ADJ", "DET", "NUM") or tokens[k].tag in ("POS", "PRP$", "HYPH")
    ):
        k -= 1
    return k


def mention_of(
    document: Document, depths: Depths, begin: int, first: int, last: int, entity: Entity, noun: Noun | None = None
) -> Mention:
    """A mention of ``entity`` by the tokens ``begin`` to ``last``, with the part that it plays in its sentence."""
    tokens = document.tokens
    sentence = tokens[first].sentence
    start = document.sentences[sentence].first
    k = begin - 1
    if noun is not None and document.language.code == "en":
        k = _before_phrase(tokens, k, start)
    while k >= start and (tokens[k].pos in ("ADJ", "DET", "NUM") or tokens[k].lower in ("all", "tous", "toutes")):
        if tokens[k].lower in ("du", "des", "au", "aux"):
            break
        k -= 1
    previous = tokens[k] if k >= start else None
    possessor = (
        last < len(tokens)
        and tokens[last].lower in ("'s", "’s", "'", "’")
        and tokens[last].start == tokens[last - 1].end
    )
    oblique = previous is not None and (
        previous.pos == "ADP" or previous.lower in ("du", "des", "au", "aux", "d'", "de")
    )
    subject = False
    if not oblique and not possessor:
        subject = (
            previous is None
            or previous.pos in ("PUNCT", "CCONJ", "SCONJ", "ADV")
            or previous.lower in ("que", "qu'", "that")
        )
    place = tokens[begin].start
    return Mention(place, tokens[last - 1].end, entity, sentence, subject, oblique, possessor, depths.at(place), noun)


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


def _after_names(document: Document, mentions: list[Mention]) -> dict[int, Entity]:
    """The tokens of a comma right after a name, to the name's entity: an apposition may begin there."""
    tokens = document.tokens
    out = {}
    for mention in mentions:
        i = document.token_at(mention.end - 1) + 1
        last = document.sentences[mention.sentence].last
        if i < len(tokens) and tokens[i].text == "," and set_off(tokens, i, last):
            out[i] = mention.entity
    return out


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


def _described(
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
            if noun is not None and nouns.code == "en":
                following = (
                    nouns.at(tokens, noun.last) if noun.last < sentence.last and noun.last not in taken else None
                )
                if following is not None and tokens[noun.last - 1].feats.get("Number") != "Plur":
                    i = noun.last  # "police officer", "government spokesman": the last noun is the head
                    continue
            if noun is None or any(k in taken for k in range(noun.first, noun.last)):
                generic = _plural_subject(document, sentence.first, i)
                if generic is not None:
                    out.append(mention_of(document, depths, i, i, i + 1, generic))
                i += 1
                continue
            apposed = beside.get(noun.first) or _apposed(tokens, noun, commas, sentence.first)
            if apposed is not None:
                apposed.roles.add(noun.english)
                out.append(mention_of(document, depths, noun.first, noun.first, noun.last, apposed))
                i = noun.last
                continue
            entity = Entity(
                phrase_text(tokens, noun.first, phrase_end(tokens, noun, sentence.last, nouns)),
                noun.kind,
                gender_of(tokens, noun.first) if nouns.code == "fr" else nouns.words.genders.get(noun.written, ""),
                "p" if noun.plural else "s",
            )
            entity.roles = {noun.english}
            entity.noun = noun
            entity.context = complement(tokens, noun, sentence.last, nouns)
            entity.first = tokens[noun.first].start
            entity = _with_acronym(document, entity, noun, names, sentence.last) or entity
            if nouns.code == "en" and noun.written in nouns.words.genders:
                entity.gender = nouns.words.genders[noun.written]
            out.append(mention_of(document, depths, noun.first, noun.first, noun.last, entity, noun))
            i = noun.last
    return out


def phrase_end(tokens: list[Token], noun: Noun, stop: int, nouns: Nouns) -> int:
    """Where the noun's complements end: "porte-parole de la police | a dit"."""
    k = noun.last
    end = k
    while k < min(noun.last + 10, stop):
        token = tokens[k]
        if token.pos in ("NOUN", "PROPN") or (token.pos == "ADJ" and nouns.code == "fr"):
            end = k + 1
        elif (token.pos == "ADP" and token.lower not in nouns.words.of) or token.pos not in (
            "ADP",
            "DET",
            "ADJ",
            "NUM",
        ):
            break
        k += 1
    return end


def phrase_text(tokens: list[Token], first: int, last: int) -> str:
    """The words of tokens ``first`` to ``last`` (excluded), as they stand."""
    out = ""
    for i in range(first, last):
        if out and tokens[i].start != tokens[i - 1].end:
            out += " "
        out += tokens[i].text
    return out


def complement(tokens: list[Token], noun: Noun, stop: int, nouns: Nouns) -> set[str]:
    """The content words that narrow a noun down: "CGT" in "le président de la CGT"; in English those before it too."""
    out: set[str] = set()
    for k in range(noun.last, min(noun.last + 6, stop)):
        token = tokens[k]
        if token.pos in ("PUNCT", "VERB", "AUX", "SCONJ", "PRON", "CCONJ") or token.lower in nouns.words.relative:
            break
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            out.add(fold(token.lemma))
    if nouns.code == "en":
        for k in range(noun.first - 1, max(noun.first - 5, -1), -1):
            if tokens[k].pos not in ("NOUN", "PROPN", "ADJ"):
                break
            out.add(fold(tokens[k].lemma))
    return out


def _plural_subject(document: Document, start: int, i: int) -> Entity | None:
    """Any plural noun that opens a sentence can be "they": "Des locuteurs …", "The Arapaho …"."""
    token = document.tokens[i]
    if i - start > 4 or token.pos not in ("NOUN", "PROPN") or token.feats.get("Number") != "Plur":
        return None
    if i > start and document.tokens[i - 1].pos == "ADP":
        return None
    gender = gender_of(document.tokens, i) if document.language.code == "fr" else ""
    return Entity(token.text, "", gender, "p", first=token.start)
