"""Reads a source's words: is it a pronoun, a name with its titles, a description, somebody's document?"""

from __future__ import annotations

from dataclasses import dataclass, field

from selon.analysis.apposition import gender_of
from selon.analysis.document import Document, Token
from selon.analysis.english import english_name
from selon.analysis.known import country_of
from selon.analysis.mentions import Mention, Mentions, complement, phrase_text
from selon.analysis.nouns import Noun, Nouns
from selon.analysis.proper import capital
from selon.languages.agents import agents
from selon.languages.cues import cues
from selon.languages.grammar import grammar
from selon.languages.speakers import Agreement, kinds
from selon.model import Span, Spans

ANSWERS = frozenset({"confirms", "denies", "doubts", "criticises", "approves"})  # to what another has written


@dataclass(slots=True)
class Phrase:
    """What a source's words are. ``pronoun`` is the kind of pronoun ("third", "latter", "first" …) or "".

    ``names`` are the mentions that head it (several where coordinated); else ``noun`` is the head noun, ``possessive``
    the possessive before it, ``maker`` who made a document, ``english`` what we call it where nobody better is found.
    """

    start: int
    text: str
    pronoun: str = ""
    agreement: Agreement = field(default_factory=Agreement)
    names: list[Mention] = field(default_factory=list)
    noun: Noun | None = None
    possessive: tuple[str, Agreement] | None = None
    maker: Mention | None = None
    context: set[str] = field(default_factory=set)
    definite: bool = False
    kind: str = ""
    gender: str = ""
    number: str = "s"
    english: str = ""
    group: Noun | None = None  # a document's makers without a name: "les informations des autorités"
    issuer: str = ""  # the words for the body that a document is of: "un communiqué du ministère russe de la Défense"
    bare: str = ""  # the words without determiner or possessive
    country: str | None = None  # the country that the words name or whose adjective they have


def read_phrase(document: Document, source: Spans, mentions: Mentions, nouns: Nouns) -> Phrase:
    """The phrase under ``source`` (one or more spans, not empty)."""
    words = nouns.words
    text = document.words(source)
    plain = " ".join(text.lower().replace("’", "'").split()).strip(" ,-")
    phrase = Phrase(source[0].start, text, english=text)
    acronym = len(text) > 1 and text.isupper() and not _shouted(document, source[0].start)  # "WHO" is no "who"
    if plain in words.pronouns and not acronym:
        phrase.pronoun, phrase.agreement = words.pronouns[plain]
        return phrase
    if plain in words.possessives:
        role, phrase.agreement = words.possessives[plain]
        phrase.pronoun = role
        if nouns.code == "fr":
            phrase.agreement = Agreement("", phrase.agreement.number)
        return phrase
    opening, comma, name = plain.partition(", ")
    if comma and opening in words.pronouns and name.split()[0] in words.relative:  # "One of them, who asked not to"
        phrase.text = text[: text.index(",")]
        phrase.pronoun, phrase.agreement = words.pronouns[opening]
        return phrase
    if comma and opening in words.pronouns and name:  # « ce dernier, la société Frigotrans »
        named = Span(source[0].start + text.index(",") + 1, source[0].end)
        return read_phrase(document, (named, *source[1:]), mentions, nouns)
    tokens = [t for span in source for t in document.tokens_in(span.start, span.end)]
    if not tokens:
        return phrase
    first, last = tokens[0].i, tokens[-1].i + 1
    inside = [m for span in source for m in mentions.inside(span.start, span.end)]
    _determiner(document, phrase, tokens, nouns)
    heads = _heads(document, first, last, inside, nouns)
    if heads and not (len(heads) == 1 and _some_of(document, tokens, heads[0], nouns)):
        phrase.names = heads
        return phrase
    _description(document, phrase, first, last, inside, mentions, nouns)
    if heads:
        phrase.english = phrase.bare = document.text[heads[0].start : heads[0].end]
    return phrase


def _some_of(document: Document, tokens: list[Token], head: Mention, nouns: Nouns) -> bool:
    """ "Some Republicans", « des républicains »: some of its people are not the party."""
    indefinite = tokens[0].lower in nouns.words.indefinite and tokens[0].end <= head.start
    word = document.text[head.start : head.end]
    return indefinite and " " not in word and word[-1:] == "s" and word != head.entity.name and not head.entity.person


def _shouted(document: Document, offset: int) -> bool:
    """Is the sentence in capitals throughout?"""
    sentence = document.sentences[document.tokens[document.token_at(offset)].sentence]
    return document.text[sentence.span.start : sentence.span.end].isupper()


def _determiner(document: Document, phrase: Phrase, tokens: list[Token], nouns: Nouns) -> None:
    words = nouns.words
    for token in tokens[:3]:
        if token.lower in words.possessives and (token is tokens[0] or token.text[0].islower()):
            phrase.possessive = words.possessives[token.lower]
            return
        if token.lower in words.definite or token.lower in words.demonstrative:
            phrase.definite = True
        elif token.lower not in words.indefinite and token.pos not in ("DET", "ADP"):
            return


def segment(tokens: list[Token], first: int, last: int, nouns: Nouns) -> int:
    """Where the first part of a phrase ends: at a comma, a bracket, a relative pronoun or a verb."""
    for i in range(first, last):
        token = tokens[i]
        if i > first and (
            token.text in (",", "(", ";", ":", "–", "—")
            or (token.lower in nouns.words.relative and token.pos in ("PRON", "SCONJ", "DET", "ADV"))
        ):
            return i
        verb = token.pos in ("VERB", "AUX") and nouns.at(tokens, i) is None and token.text[0].islower()
        if verb and (i > first + 1 or (i > first and token.participle and nouns.at(tokens, i - 1) is not None)):
            return i
    return last


def _heads(document: Document, first: int, last: int, inside: list[Mention], nouns: Nouns) -> list[Mention]:
    """The named mentions that head the phrase, if a name does: the first, or one set beside the first noun."""
    tokens = document.tokens
    named = [m for m in inside if m.entity.named and m.proper]
    if not named:
        return []
    stop = segment(tokens, first, last, nouns)
    if nouns.code == "en":
        owned = max((i + 1 for i in range(first, stop) if tokens[i].tag == "POS"), default=first)
        named = [m for m in named if m.start >= tokens[owned].start] if owned < last else []
        if not named:
            return []
    head = _first_head(document, first, stop, last, named, nouns)
    if head is None:
        return []
    heads = [head]
    for mention in named[named.index(head) + 1 :]:
        i = document.token_at(mention.start)
        k = i - 1
        while k > first and (tokens[k].pos in ("DET", "ADJ") or tokens[k].lower in nouns.words.determiners):
            k -= 1
        between = document.text[heads[-1].end : mention.start].strip().lower().replace("’", "'")
        listed = tokens[k].text == "," and _list_goes_on(document, i, last, nouns)
        if (
            (tokens[k].lower in nouns.words.conjunctions or listed)
            and len(between.split()) <= 3
            and mention.entity is not head.entity
        ):
            heads.append(mention)
    return heads


def _list_goes_on(document: Document, i: int, last: int, nouns: Nouns) -> bool:
    """« la CGT, la CFDT et FO »: does a conjunction follow the name at i, perhaps after further commas?"""
    tokens = document.tokens
    end = next((k for k in range(i, last) if not capital(tokens[k])), last)
    if end >= last:
        return False
    if tokens[end].text == ",":
        return any(t.lower in nouns.words.conjunctions for t in tokens[end : min(end + 8, last)])
    return tokens[end].lower in nouns.words.conjunctions


def _first_head(
    document: Document, first: int, stop: int, last: int, named: list[Mention], nouns: Nouns
) -> Mention | None:
    tokens = document.tokens
    noun = head_noun(tokens, first, stop, nouns)
    for mention in named:
        i = document.token_at(mention.start)
        end = document.token_at(mention.end - 1) + 1
        if mention.possessor:
            continue
        if i >= stop:
            if _apposed(document, mention, (i, end), noun, (stop, last), nouns):
                return mention
            continue
        if _of(tokens, i, first, nouns) or (not mention.entity.person and _of_joined(tokens, i, first, nouns)):
            continue
        if end < stop and nouns.code == "en" and _modifier(tokens, end, stop, nouns):
            continue
        after = nouns.code == "fr" and noun is not None and noun.last <= i
        owned = noun is not None and mention.entity.person and noun.english in kinds().owned
        if after and (owned or mention.entity.kind == "country"):
            continue  # "le gouvernement Ayrault"
        return mention
    return None


def _apposed(
    document: Document, mention: Mention, at: tuple[int, int], noun: Noun | None, rest: tuple[int, int], nouns: Nouns
) -> bool:
    """Does the name at tokens ``at`` name whom the first part of the phrase describes, which the ``rest`` is behind?"""
    tokens, entity, (i, end), (stop, last) = document.tokens, mention.entity, at, rest
    k = i - 1
    while k > stop and tokens[k].pos in ("DET", "ADJ", "NOUN"):
        k -= 1  # « son émissaire, (l'ancien président kényan) Joseph Mwangi »
    if tokens[k].tag == "POS" and k - 2 >= stop:
        k -= 2  # "Its chair, (Labour's) Ruth Nolan"
    if entity.person and tokens[k].text == ",":
        if noun is None or noun.kind == "person":
            return True  # "The director of the agency, Cho Tae-yong"
        counsel = noun.kind == "body" and not noun.plural and noun.last == stop == k
        return counsel and not _list_goes_on(document, i, last, nouns)  # « leur conseil, Me Sophie Lanvin »
    if noun is None or entity.person:
        return False
    beside = tokens[stop].text in (",", "(") and i == stop + 1
    if entity.kind == "body":
        if beside and (noun.kind == "body" or noun.english in kinds().either):
            return True
    elif beside and not entity.kind and noun.kind == "body" and not noun.plural:
        return end == last or tokens[end].text == ","  # « L'équipe de Vrba, Moravia-Lidl »
    closes = end == last and tokens[i - 1].text == "," and tokens[stop].lower in nouns.words.relative
    return noun.kind == "body" and not noun.plural and closes  # "the utility that runs the dam, Calder Power,"


def _of(tokens: list[Token], i: int, first: int, nouns: Nouns) -> bool:
    """Whether the name at ``i`` is the complement of a preposition inside the phrase."""
    k = i - 1
    while (
        k >= first and (tokens[k].pos in ("ADJ", "DET", "NOUN") and tokens[k].lower not in ("du", "des")) and k > i - 4
    ):
        k -= 1
    return k >= first and (tokens[k].pos == "ADP" or tokens[k].lower in ("du", "des", "d'", "de"))


def _of_joined(tokens: list[Token], i: int, first: int, nouns: Nouns) -> bool:
    """Whether the name at ``i`` is joined to such a complement: "residents of Lyon and | Lille"."""
    plural = any(t.feats.get("Number") == "Plur" for t in tokens[first:i] if t.pos == "NOUN")
    if not plural or tokens[i - 1].lower not in nouns.words.conjunctions:
        return False
    k = i - 2
    while k > first and capital(tokens[k - 1]):
        k -= 1
    return k > first and capital(tokens[k]) and _of(tokens, k, first, nouns)


def _modifier(tokens: list[Token], end: int, stop: int, nouns: Nouns) -> bool:
    """Whether an English name only modifies the noun after it: "Kremlin officials", "Ford employees"."""
    if end >= stop or tokens[end].pos not in ("NOUN", "ADJ", "PROPN"):
        return False
    return tokens[end].text[0].islower() or nouns.of([tokens[end]]) is not None


def head_noun(tokens: list[Token], first: int, stop: int, nouns: Nouns) -> Noun | None:
    """The head noun of the phrase: the first in French, the last before a preposition in English."""
    found = None
    i = first
    while i < stop:
        if tokens[i].pos == "ADP" and found is not None:
            break
        noun = nouns.at(tokens, i)
        if noun is not None and noun.last <= stop:
            found = noun
            if nouns.code == "fr":
                break
            i = noun.last
            continue
        i += 1
    return found


def _description(
    document: Document, phrase: Phrase, first: int, last: int, inside: list[Mention], mentions: Mentions, nouns: Nouns
) -> None:
    tokens = document.tokens
    words = nouns.words
    stop = segment(tokens, first, last, nouns)
    noun = head_noun(tokens, first, stop, nouns)
    begin = first
    while begin < stop - 1 and (
        tokens[begin].lower in words.definite
        or (tokens[begin].lower in words.possessives and begin == first)
        or tokens[begin].lower in ("a", "an", "un", "une", "des", "de", "d'", "ce", "cet", "cette", "ces")
    ):
        begin += 1
    for k in range(begin, min(begin + 4, stop - 1)):
        if tokens[k].lower in words.possessives and (k == first or tokens[k].text[0].islower()):
            begin = k + 1
            phrase.possessive = words.possessives[tokens[k].lower]
    while stop > begin + 1 and tokens[stop - 1].pos == "PRON" and tokens[stop - 1].text[-1] in "'’":
        stop -= 1  # « un responsable (s')exprimant »
    while stop > begin + 1 and tokens[stop - 1].pos in ("ADP", "ADV", "CCONJ"):
        stop -= 1  # « une mobilisation (pour) exiger », « les résultats (déjà) confirmés »
    if stop > begin + 1 and tokens[stop - 1].tag == "POS":
        stop -= 1  # "his family's": the family
    if stop > begin + 1 and tokens[stop - 1].lower.endswith(words.selves):
        stop -= 1  # « le ministre (lui-même) », "the authors (themselves)"
    stop = _without_condition(tokens, begin, stop, nouns)
    phrase.english = phrase.bare = phrase_text(tokens, begin, stop)
    for token in tokens[begin:stop]:
        if token.pos in ("ADJ", "NOUN", "PROPN"):
            phrase.country = phrase.country or country_of(token.text, nouns.code)
    phrase.noun = noun
    if noun is None:
        if stop == begin + 1 and tokens[begin].lower in agents(nouns.code).unnamed.alone:
            phrase.english = phrase_text(tokens, first, stop)  # « l'un », « un autre »
        return
    phrase.english = describe(document, noun, begin, stop, mentions, nouns, bool(phrase.possessive))
    phrase.kind = noun.kind
    phrase.number = "p" if noun.plural else "s"
    phrase.gender = gender_of(tokens, noun.first, words) if nouns.code == "fr" else words.genders.get(noun.written, "")
    phrase.context = complement(tokens, noun, stop, nouns)
    located = [m for m in inside if _located(document, m, nouns)]
    inside = [m for m in inside if m not in located]
    for mention in inside:
        apposed = mention.entity.person and mention.start > tokens[stop - 1].end
        after = document.token_at(mention.end - 1) + 1
        if nouns.code == "en" and mention.entity.actor is None and _modifier(tokens, after, stop, nouns):
            if noun.first == after and noun.english in kinds().issued and _whole(document, mention, begin):
                phrase.maker = mention  # "a (Herald) report"
                break
            continue  # "a statement by the Russian defence ministry"
        if _accessed(tokens, document.token_at(mention.start), nouns):
            continue
        if _meant_for(tokens, document.token_at(mention.start), nouns):
            continue  # "a survey carried out for the Herald"
        if any(t.lower in words.relative for t in tokens[noun.last : document.token_at(mention.start)]):
            break  # « un document que Le Télégramme s'est procuré »
        if mention.entity.named and mention.proper and (mention.possessor or mention.oblique or apposed):
            phrase.maker = mention
            break
    for mention in inside:
        group = mention.noun if noun.kind == "document" and mention.oblique else None
        if group is not None and group.kind == "group" and tokens[group.first - 1].lower not in ("de", "d'"):
            phrase.group = group  # not "un communiqué de presse"
    if noun.kind == "document":
        linking = (k for k in range(noun.last, stop - 1) if tokens[k].pos == "ADP" and not _sort(tokens, k))
        where = {document.token_at(m.start) for m in located}
        of = next((k for k in linking if not _accessed(tokens, k + 1, nouns) and not {k + 1, k + 2} & where), -1)
        phrase.issuer = phrase_text(tokens, of + 1, stop) if of != -1 else ""


def _located(document: Document, mention: Mention, nouns: Nouns) -> bool:
    """ "reports in Spain": does the name of a country only say where something is?"""
    tokens, k = document.tokens, document.token_at(mention.start) - 1
    while k > 0 and tokens[k].pos in ("DET", "ADJ"):
        k -= 1
    makes = grammar(nouns.code).genitives | nouns.words.by
    return mention.entity.kind == "country" and tokens[k].pos == "ADP" and tokens[k].lower not in makes


def _without_condition(tokens: list[Token], begin: int, stop: int, nouns: Nouns) -> int:
    """« un diplomate (sous le sceau de l'anonymat) »: on what condition somebody speaks is no part of who it is."""
    kept = next((k for k in range(begin + 1, stop) if tokens[k].lemma in nouns.words.anonymity), -1)
    opens = (k for k in range(begin + 1, kept) if tokens[k].pos == "ADP" and tokens[k].lower not in nouns.words.of)
    return next(opens, stop) if kept != -1 else stop


def _whole(document: Document, mention: Mention, begin: int) -> bool:
    """ "a (Courier) report": does the name stand alone before the noun, from the phrase's beginning?"""
    words = document.text[document.tokens[begin].start : mention.end]
    return mention.entity.named and mention.proper and words == " ".join(mention.entity.words)


def _meant_for(tokens: list[Token], i: int, nouns: Nouns) -> bool:
    """Whether the name at token ``i`` tells for whom something was made."""
    while i > 0 and tokens[i - 1].pos == "DET":
        i -= 1
    return i > 0 and tokens[i - 1].lower in nouns.words.meant_for


def _accessed(tokens: list[Token], i: int, nouns: Nouns) -> bool:
    """ "The report, seen by Reuters": who has seen a document did not make it."""
    while i > 0 and tokens[i - 1].pos == "DET":
        i -= 1
    by = i > 1 and tokens[i - 1].lower in nouns.words.by
    return by and made_already(tokens[i - 2], nouns)


def made_already(token: Token, nouns: Nouns) -> bool:
    """Does a participle take a document for made: "seen by", "disputed by", « confirmé par »?"""
    entry = cues(nouns.code).verb(token.lemma)
    return token.lower in nouns.words.accessed or (entry is not None and entry.stance in ANSWERS)


def _sort(tokens: list[Token], k: int) -> bool:
    """Whether the preposition at ``k`` only says what sort of thing it is: "un communiqué de presse"."""
    return tokens[k].lower in ("de", "d'") and tokens[k + 1].text[0].islower() and tokens[k + 1].pos != "DET"


def describe(
    document: Document, noun: Noun, first: int, stop: int, mentions: Mentions, nouns: Nouns, owned: bool = False
) -> str:
    """What somebody without a name is called: in English for groups and common bodies, else in the text's words."""
    english = None
    if owned or noun.kind == "group" or (noun.kind == "person" and noun.plural) or noun.english in kinds().collective:
        english = english_name(document, noun, first, stop, mentions, nouns)
    return english or phrase_text(document.tokens, first, stop)
