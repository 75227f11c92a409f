"""Readings that are no claim, however likely their words: the counterpart of the constructions that settle one."""

from __future__ import annotations

from functools import cache

from selon.analysis.attribution.agency import agent_class
from selon.analysis.attribution.antecedents import by_rule, sayer
from selon.analysis.attribution.conditions import supposed_to_say
from selon.analysis.attribution.content_features import Parts
from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.contraries import opens_contrary
from selon.analysis.attribution.cue_constructions import narrated
from selon.analysis.attribution.lexicon import Cue, lexicon
from selon.analysis.attribution.silences import no_word
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax
from selon.languages.registry import countries

CONTENT_WORDS = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM", "X", "ADV", "INTJ"})


def excluded(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """Does one of the exclusions hold of the ranked reading?"""
    if not (
        _says_something(sx, content.parts) or _does(sx, cue, content.parts)
        if content.parts
        else _stands_alone(cue) or no_word(sx, cue) != -1
    ):
        return True
    return (
        _bare_article(sx, source)
        or _cleft(sx, content)
        or _behind_semicolon(sx, cue, content)
        or _impersonal(sx, cue, source)
        or _speaks_now(sx, cue, source)
        or _receiver(sx, cue, content)
        or _wished(sx, cue, source)
        or _undergoes(sx, cue)
        or _acts(sx, cue, content)
        or _was_cited(cue, source)
        or _manner(sx, cue, source, content)
        or _was_asked(sx, cue, source)
        or _asked_aside(sx, cue, source, content)
        or _asked_first(sx, cue, source, content)
        or _sets_the_scene(sx, cue, source, content)
        or _of_others(sx, cue, source)
        or _contrasts(sx, cue, content)
        or (content.side == "right" and bool(content.parts) and opens_contrary(sx, content.parts[0][0]))
        or _bars(sx, cue, content)
        or _buys(sx, cue, content)
        or _supposed(sx, cue, source)
        or _is_denied(sx, cue, source)
        or _apologised_for(sx, cue, source)
        or _names_the_place(sx, cue, source, content)
        or by_rule(sx, cue)
        or supposed_to_say(sx, cue, source, content)
        or _names_somebody(sx, cue, content)
        or _opens_with(sx, cue, content)
        or (narrated(sx, cue) and content.side != "right")
    )


def _names_somebody(sx: Syntax, cue: Cue, content: Content) -> bool:
    """« Pour la Belgique, (Philippe Busquin, président du parti). »: whom a list names is no opinion."""
    if cue.kind != "preposition" or cue.lemma not in sx.grammar.opinions or len(content.parts) != 1:
        return False
    (a, b), code = content.parts[0], sx.document.language.code
    if a not in sx.np_from or any(sx.finite[i] or sx.quote_of[i] != -1 for i in range(a, b)):
        return False
    names = (sx.tokens[i] for i in range(a, sx.np_from[a].last))
    return any(t.pos == "PROPN" for t in names) or agent_class(sx.tokens[sx.np_from[a].head].lemma, code) == "person"


def _opens_with(sx: Syntax, cue: Cue, content: Content) -> bool:
    """ "Citing security fears, (the club cancelled the match)": a noun inside the participle that opens the sentence
    says nothing of what the main clause tells."""
    if cue.kind != "noun" or content.side != "right" or not content.parts or sx.tokens[cue.last].text != ",":
        return False
    return content.parts[0][0] == cue.last + 1 and sx.tokens[sx.region(cue.head)[0]].tag == "VBG"


def _is_denied(sx: Syntax, cue: Cue, source: Source) -> bool:
    """ "X quashed (rumours that P)", « X écarte (les rumeurs selon lesquelles P) »: who denies what is said doesn't say
    it."""
    k, teller = sx.np_of[cue.head], sayer(sx, cue)
    if teller is not None:
        k = sx.np_of[teller[0]]
        if sx.phrases[k].last != teller[1]:
            return False  # « dément les informations du Messager selon lesquelles P »: the paper says so
    elif cue.kind != "noun" or source.position != "subject" or k == -1:
        return False
    verb = sx.phrases[k].first - 1
    if verb < 0 or not (teller is not None or source.first < verb < cue.first):
        return False
    known, verbs = sx.tokens[verb], lexicon(sx.document.language.code)["verbs"]
    entries = (verbs.get(known.lemma, {}), verbs.get(f"{sx.tokens[verb - 1].lemma} {known.lower}", {}))
    return any(entry.get("stance") in ("denies", "doubts") for entry in entries)


def _apologised_for(sx: Syntax, cue: Cue, source: Source) -> bool:
    """ "He apologized for (telling them that P)", « s'est excusé d'(avoir dit que P) »: the apology says it all."""
    at = cue.first - 1
    if source.last > at or source.first == -1 or sx.tokens[at].lower not in sx.grammar.wherefore:
        return False
    last_words = {key.rpartition(" ")[2] for key in sx.grammar.apologising}  # « présenter ses (excuses) »
    return any({t.lemma, t.lower} & last_words for t in sx.tokens[source.last : at])


def _names_the_place(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« Népal : « Ici, on manque de tout » »: in French headlines a country alone before a quotation is where somebody
    says it; "Iran: "We won't talk"" speaks."""
    if cue.kind != "colon" or sx.document.language.code != "fr" or source.first != sx.region(cue.head)[0]:
        return False
    at = content.parts[0][0] if content.parts else cue.head
    name = sx.document.text[sx.tokens[source.first].start : sx.tokens[source.last - 1].end]
    return source.last == cue.head and sx.quote_of[at] != -1 and name.casefold() in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.casefold() for country in countries().values() for name in country.names["fr"])


def _bare_article(sx: Syntax, source: Source) -> bool:
    """« Les craintes du village », « Tout porte à croire que P »: an article or "all" alone is nobody."""
    alone = source.last == source.first + 1 and source.position != "clitic"  # « à l'en croire »
    return alone and sx.tokens[source.first].lower in sx.grammar.articles


def _cleft(sx: Syntax, content: Content) -> bool:
    """« (C'est ce) que le ministre a annoncé »: a cleft sentence of which nothing is left."""
    if len(content.parts) != 1 or content.side != "left":
        return False
    a, b = content.parts[0]
    return sx.tokens[a].lower in sx.grammar.clefts and all(t.pos in ("PRON", "AUX", "DET") for t in sx.tokens[a:b])


def _behind_semicolon(sx: Syntax, cue: Cue, content: Content) -> bool:
    """ "They expressed disappointment; (their chief said P)": a semicolon parts a cue from what is not its content."""
    if content.side != "right" or not content.parts:
        return False
    between = range(cue.last, content.parts[0][0])
    return any(sx.tokens[i].text == ";" and sx.quote_of[i] == -1 for i in between)


def _impersonal(sx: Syntax, cue: Cue, source: Source) -> bool:
    """« Il faut noter que P », « il convient de rappeler que P »: nobody's words but the article's."""
    tokens, at = sx.tokens, source.first
    if source.last == at + 1 and tokens[at].lower in sx.grammar.expletives and cue.lemma in sx.grammar.open_states:
        return True  # "It was not clear how many had died"
    if source.last != at + 1 or at == -1 or tokens[at].lower != "il" or not at < cue.head <= at + 5:
        return False
    if cue.lemma in sx.grammar.rumoured and tokens[cue.head - 1].lower in ("se", "s'"):
        return True  # « Il se dit que P »
    rules = sx.grammar
    verb = next((i for i in range(at + 1, cue.head + 1) if tokens[i].lower in rules.impersonal), -1)
    # « Il convient que P » is somebody who agrees.
    return verb != -1 and not (
        verb == cue.head and tokens[verb + 1 : verb + 2] and tokens[verb + 1].lower in rules.complementizers
    )


def _receiver(sx: Syntax, cue: Cue, content: Content) -> bool:
    """« refusent à Kiev des frappes »: a verb that takes no « à », and a receiver after it: an act, no word."""
    if sx.document.language.code != "fr" or cue.kind != "verb" or not cue.entry or "à" in cue.takes:
        return False
    if cue.reflexive:
        return False  # « se refuse à tout commentaire »: what it won't do
    if cue.lemma in sx.grammar.answering:
        return False  # « n'a pas répondu à nos questions »
    if content.side != "right" or not content.parts:
        return False
    at, first = cue.last, content.parts[0][0]
    follows = first == at or (first == at + 1 and cue.entry.get("stance") == "declines")
    return follows and sx.tokens[at].lower in ("à", "au", "aux") and sx.np_from.get(at + 1) is not None


def _wished(sx: Syntax, cue: Cue, source: Source) -> bool:
    """« elle réclame qu’il explique P », « afin qu’il explique P », "demands that he explain P": not said yet."""
    if cue.kind != "verb" or not 1 < source.first < source.last <= cue.first:
        return False
    tokens, rules = sx.tokens, sx.grammar
    between = tokens[source.last : cue.first]
    if any(t.lower in rules.relatives or t.lower in rules.complementizers or t.pos == "PUNCT" for t in between):
        return False
    at = source.first - 1
    if tokens[at].lower not in rules.complementizers:
        return False
    if tokens[at - 1].lower in rules.purpose:
        return True
    code = sx.document.language.code
    base = code != "en" or tokens[cue.head].tag == "VB"
    entry = lexicon(code)["verbs"].get(tokens[at - 1].lemma, {})
    return (
        base and tokens[at - 1].pos == "VERB" and entry.get("stance") == "asks" and "clause" in entry.get("takes", ())
    )


def _undergoes(sx: Syntax, cue: Cue) -> bool:
    """« Les détenus se voient refuser des soins »: who is refused something says nothing."""
    if sx.document.language.code != "fr":
        return False
    tokens, at = sx.tokens, cue.head
    if cue.reflexive and cue.lemma in ("voir", "se voir"):
        return any(t.infinitive or t.feats.get("VerbForm") == "Part" for t in tokens[at + 1 : at + 2])
    seen = next((i for i in range(at - 1, max(at - 3, 0), -1) if tokens[i].lemma == "voir"), -1)
    reflexive = any(t.lower in ("se", "s'") for t in tokens[max(seen - 3, 0) : seen]) if seen != -1 else False
    return tokens[at].infinitive and reflexive  # « s'est vu reprocher P », « se verra demander de P »


def _acts(sx: Syntax, cue: Cue, content: Content) -> bool:
    """« On lui offrait une émission, elle l’a refusée »: a thing refused, nothing said of it."""
    group = sx.tokens[cue.first : cue.head]
    objects = sx.grammar.object_clitics & {"le", "la", "l'", "les"}
    refuses = cue.lemma == "refuser" and not cue.negated and not content.parts
    return refuses and any(t.lower.replace("’", "'") in objects for t in group)


def _was_cited(cue: Cue, source: Source) -> bool:
    """ "He was not cited for the incident": he says nothing."""
    return cue.lemma in ("cite", "citer") and cue.passive and source.position == "subject"


def _manner(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """ "They did as he proposed": how it was done; "P, as he proposed" has a comma."""
    at = source.first - 1
    if content.side != "left" or at < 1 or source.last > cue.first or sx.tokens[at].lower != "as":
        return False
    return sx.tokens[at - 1].pos in ("VERB", "AUX")


def _was_asked(sx: Syntax, cue: Cue, source: Source) -> bool:
    """ "he said when asked about P": a participle behind a conjunction has been done to its subject."""
    at = cue.first
    if sx.document.language.code != "en" or at != cue.head or sx.tokens[at].tag not in ("VBN", "VBD"):
        return False
    follows = at > 0 and sx.tokens[at - 1].lower in sx.grammar.undergone_after
    return follows and source.last <= at and source.position != "agent"


def _asked_aside(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """ "Her spokesman, (asked) if P, replied that Q": asked between two commas, not asking."""
    asks = cue.first == cue.head > 0 and cue.kind == "verb" and cue.entry.get("stance") == "asks"
    if not asks or content.side != "right" or sx.document.language.code != "en" or not content.parts:
        return False
    aside, b = sx.tokens[cue.first - 1].text == "," and source.last == cue.first - 1, content.parts[-1][1]
    return aside and b + 2 < len(sx.tokens) and sx.tokens[b].text == "," and any(sx.finite[b + 1 : b + 3])


def _sets_the_scene(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """« À la barre, une infirmière raconte. »: in French a phrase before subject and verb is nothing that is asserted.

    9 of 10 in our French articles; « Quant à la date, il a botté en touche » and « deux morts, la police alarme » are.
    """
    if cue.kind != "verb" or cue.negated or content.side != "left":
        return False
    if sx.document.language.code != "fr":
        return False
    (a, b), *rest = content.parts or ((0, 0),)
    if cue.entry.get("stance") != "asserts" or source.position != "subject" or source.last > cue.first:
        return False
    if rest or b > source.first or any(sx.quote_of[i] != -1 for i in range(a, b)):
        return False
    verb = next((i for i in range(a, b) if sx.finite[i]), -1)
    return verb == -1 or any(token.lower in sx.grammar.relatives for token in sx.tokens[a:verb])


def _asked_first(sx: Syntax, cue: Cue, source: Source, content: Content) -> bool:
    """ "Asked if he was worried, he laughed": the participle that opens the sentence is nothing that he says."""
    if cue.kind != "verb" or content.side != "left" or source.position != "subject" or len(content.parts) != 1:
        return False
    a, b = content.parts[0]
    opener = sx.tokens[a]
    done = opener.pos == "VERB" and opener.participle and opener.tag != "VBG" and opener.feats.get("Tense") != "Pres"
    return done and a == sx.region(cue.head)[0] and b <= source.first and not cue.negated


def _bars(sx: Syntax, cue: Cue, content: Content) -> bool:
    """ "excluded some evidence", « a écarté trois joueurs »: a thing or a person is barred, no possibility denied."""
    if cue.lemma not in sx.grammar.excluding or cue.negated or content.side != "right" or not content.parts:
        return False
    phrase = sx.np_from.get(content.parts[0][0])
    if phrase is None:
        return False
    if sx.tokens[phrase.head].lemma in sx.grammar.barred:
        return True
    head = sx.tokens[phrase.head]
    somebody = head.pos == "PROPN" or agent_class(head.lemma, sx.document.language.code) == "person"
    return somebody and " " not in cue.lemma


def _buys(sx: Syntax, cue: Cue, content: Content) -> bool:
    """ "ordered 10,000 chips", « a commandé douze rames »: so many things are bought, nothing demanded."""
    if cue.lemma not in sx.grammar.ordering or content.side != "right" or not content.parts:
        return False
    return sx.tokens[content.parts[0][0]].pos == "NUM" and content.parts[0][0] == cue.last


def _supposed(sx: Syntax, cue: Cue, source: Source) -> bool:
    """« (si) la région confirmait la baisse »: nobody has confirmed it."""
    before = sx.tokens[source.first - 1] if source.first > 0 and source.position == "subject" else None
    supposed = before is not None and before.lower in sx.grammar.supposing
    opening = " ".join(t.lower for t in sx.tokens[max(source.first - 2, 0) : source.first])
    supposed = supposed and opening not in sx.grammar.conceding  # « même si X reconnaît P »
    return supposed and cue.kind == "verb" and cue.entry.get("stance") == "confirms"


def _contrasts(sx: Syntax, cue: Cue, content: Content) -> bool:
    """« en a pris acte, tandis que Y se réjouit »: what stands against a saying is not what is said."""
    if content.side != "right" or not content.parts:
        return False
    at, conjunction, that = content.parts[0][0], sx.grammar.contrasting, sx.grammar.complementizers
    alone = sx.document.language.code == "en"  # « tandis que », "while"
    if not alone and sx.tokens[at].lower in that and at and sx.tokens[at - 1].lower in conjunction:
        adverb = at - 1 == cue.last and sx.tokens[at - 1].lower in sx.grammar.then
        return not adverb  # « tandis (que P) », but « souhaitait alors (que P) »
    joined = alone or any(t.lower in that for t in sx.tokens[at + 1 : at + 2])
    return joined and sx.tokens[at].lower in conjunction and sx.tokens[at].pos in ("ADV", "SCONJ")


def _of_others(sx: Syntax, cue: Cue, source: Source) -> bool:
    """ "Prices fell amid fears that P", "She drew criticism for P", « essuie des critiques »: not what the subject says
    (12 of 13 in the training articles); "ran on a promise to" and "in the belief that" are.
    """
    tokens, at = sx.tokens, cue.first
    if cue.kind == "noun" and 0 < source.last == at and tokens[at - 1].pos == "ADP" and source.position != "genitive":
        return True  # "a man arrested on (suspicion of robbery)"
    if cue.kind != "noun" or source.first == -1 or source.last > at or not any(sx.finite[source.last : at]):
        return False
    while at - 1 > source.last and tokens[at - 1].pos in ("ADJ", "NUM"):
        at -= 1
    bare = tokens[at - 1].pos == "ADP" and tokens[at - 1].lower not in sx.grammar.genitives
    verb = next((t for t in reversed(tokens[source.last : at]) if t.pos in ("VERB", "AUX")), None)
    return bare or (verb is not None and verb.lemma in sx.grammar.drawing)


def _speaks_now(sx: Syntax, cue: Cue, source: Source) -> bool:
    """« “Nous demandons P”, dit X », "I can confirm that P": the outer speaker's words, no claim inside them. What the
    speaker said before is one ("“We told them that P,” said X")."""
    if (
        source.last != source.first + 1
        or sx.tokens[source.first].lower not in sx.grammar.first_person
        or cue.kind != "verb"
    ):
        return False
    group = sx.tokens[cue.first : cue.head + 1]
    past = any(t.feats.get("Tense") in ("Past", "Imp") or t.tag in ("VBD", "VBN") for t in group)
    return not past


def _says_something(sx: Syntax, parts: Parts) -> bool:
    """A determiner is no content (« Les craintes de la Corée du Sud »), nor is a bare infinitive after its verb (« veut
    nuancer »); a quoted word, a name or a noun may be."""
    words = [sx.tokens[i] for a, b in parts for i in range(a, b) if sx.tokens[i].pos != "PUNCT"]
    if len(words) > 1:
        return True
    quoted = any(sx.quote_of[i] != -1 for a, b in parts for i in range(a, b))
    return quoted or any(
        (word.pos in CONTENT_WORDS and not word.infinitive) or word.lower in sx.grammar.standing_for for word in words
    )


def _does(sx: Syntax, cue: Cue, parts: Parts) -> bool:
    """« Le parquet dit (enquêter) »: a bare infinitive, but behind a verb that says what its subject does."""
    says = cue.entry.get("stance") == "asserts" and cue.entry.get("strength") == "high" and "infinitive" in cue.takes
    return says and cue.kind == "verb" and any(sx.tokens[i].infinitive for a, b in parts for i in range(a, b))


def _stands_alone(cue: Cue) -> bool:
    """« n’ont pas fait de commentaire », "The union disagreed", « Rome s’y oppose »: the content may be left out.

    Where the ranking says so it nearly always is (27 of 28 in eight files of the training articles).
    """
    stance = cue.entry.get("stance")
    # « parler de fausses informations » has said it; "plead not guilty", « s'inscrire en faux » say it whole
    words = cue.lemma.split(" ")
    told = stance == "denies" and len(words) > 1 and not {"not", "non", "se"} & set(words)
    return cue.kind == "verb" and not told
