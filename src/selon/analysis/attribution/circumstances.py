"""When and in what something was said, behind the noun phrase that says it: « a annoncé sa démission (mercredi dans un
communiqué) », "denied the report (on Twitter)".

By grammar, because no word shows where such a content ends. Of noun phrases that annotators of the training articles
closed before a press release, a post, a speech or the press: 20 of 20; of definite ones before a day, behind a verb of
the past: 21 of 21 ("a strike on Monday" and « attend le retour du soleil jeudi » keep theirs).
"""

from __future__ import annotations

import re

from selon.analysis.attribution.adjuncts import having_done
from selon.analysis.attribution.content_features import Parts
from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax, with_genitives
from selon.analysis.known import known_names

CLOCK = re.compile(r"[0-2]?\d[.:hH][0-5]\d")
DATELINE = 14  # tokens of a place, a day and an agency at the head of a dispatch


def without_circumstances(sx: Syntax, cue: Cue, parts: Parts) -> Parts:
    """The content without what tells when and in what it was said."""
    if cue.kind not in ("verb", "participle") or len(parts) != 1 or parts[0][0] < cue.last:
        return parts
    (a, b) = parts[0]
    done = having_done(sx, cue)
    if a < done < b or -1 < done == a - 1:
        return ((done, b),)  # « a reconnu (jeudi, lors d'un entretien,) s'être dopé », « assure (n')avoir visé que P »
    end = _named(sx, a, b)
    if not a < end < b or any(sx.finite[a:b]) or any(t.pos == "VERB" for t in sx.tokens[a:end]):
        return parts
    channel, at = False, end
    while at < b:
        day, medium = _day(sx, at, b), _medium(sx, at, b, dated=at > end)
        if max(day, medium) == at:
            return parts  # something else stands behind: it may all belong to the noun
        channel |= medium > day
        at = max(day, medium)
    definite = sx.tokens[a].lower in sx.grammar.definite
    return ((a, end),) if channel or (definite and _past(sx, cue)) else parts


def without_scene(sx: Syntax, cue: Cue, source: Source, content: Content) -> Content:
    """ "P, officials said on Tuesday(, as rescuers dug)", « P, a dit X mardi(, alors que Q) »: behind who says so, what
    went on meanwhile is the article's."""
    (a, b), last = content.parts[-1] if content.parts else (0, 0), max(cue.last, source.last)
    first, comma = sx.region(cue.head)[0], min(cue.first, source.first) - 1
    known = cue.kind in ("verb", "participle") and cue.entry.get("strength") == "high" and source.first != -1
    if not known or content.side not in ("split", "right") or a <= last or sx.tokens[a - 1].text != ",":
        return content
    meanwhile = sx.tokens[a].lower in sx.grammar.meanwhile and any(t.pos == "VERB" for t in sx.tokens[a:b])
    told = comma > first and sx.tokens[comma].text == "," and any(sx.finite[first:comma])
    aside = told and meanwhile and not any(sx.finite[last : a - 1])
    return content._replace(parts=((first, comma),), side="left") if aside else content


def without_dateline(sx: Syntax, parts: Parts) -> Parts:
    """« Paris (AFP) - (P) »: where and by whom an article was filed is no part of its first claim."""
    if not parts:
        return parts
    (a, b), *rest = parts
    if a != sx.region(a)[0]:
        return parts
    if clocked(sx, a) and a + 1 < b:
        return ((a + 1, b), *rest)
    for i in range(a + 1, min(a + DATELINE, b - 2)):
        if sx.finite[i] or sx.quote_of[i] != -1:
            return parts
        if sx.tokens[i].text == ")" and sx.tokens[i + 1].text in ("-", "–", "—"):
            return ((i + 2, b), *rest)
    return parts


def clocked(sx: Syntax, at: int) -> bool:
    """« 10h20 Le maire assure P », "09.41 Police say P": is the token the hour of an entry of a live blog?"""
    return CLOCK.fullmatch(sx.tokens[at].text) is not None


def behind_day(sx: Syntax, cue: Cue, parts: Parts) -> Parts:
    """« ont raconté (mardi) des mois d'alertes », « avait indiqué (la semaine dernière) que P »: when it was said."""
    if (
        cue.kind != "verb"
        or len(parts) != 1
        or parts[0][0] != cue.last
        or sx.quote_of[cue.last] != sx.quote_of[cue.head]
    ):
        return parts
    (a, b), tokens, rules = parts[0], sx.tokens, sx.grammar
    end = a + (tokens[a].pos == "DET")
    if not (end + 1 < b and tokens[end].lower in rules.reference_nouns):
        return parts
    if end > a or tokens[end].lower in rules.days:
        end += 1
        while end < b and (tokens[end].pos == "ADJ" or tokens[end].lower in rules.day_parts - {","}):
            end += 1
        joined = end < b and (tokens[end].lower in rules.complementizers or tokens[end].lower in rules.partitives)
        follows = joined or (sx.document.language.code == "fr" and end in sx.np_from and tokens[end].pos == "DET")
        return ((end, b),) if end < b and follows else parts
    return parts


def behind_aside(sx: Syntax, cue: Cue, parts: Parts) -> Parts:
    """« évoque (pour sa part) 58 morts », « avance (quant à elle) 70 morts »: what sets a speaker beside another."""
    if cue.kind not in ("verb", "participle") or not parts or parts[0][0] < cue.last:
        return parts
    (a, b), *rest = parts
    for words in (tuple(aside.split()) for aside in sx.grammar.asides):
        end = cue.last + len(words)
        if cue.last <= a < end < b and tuple(t.lower for t in sx.tokens[cue.last : end]) == words:
            return ((end, b), *rest)
    return parts


def _named(sx: Syntax, a: int, b: int) -> int:
    """Where the noun phrases that open the content end, with what is "of" them or joined to them; ``a`` without one."""
    joints = sx.grammar.genitives | sx.grammar.conjunctions
    end = _phrase_end(sx, a)
    while a < end + 1 < b and sx.tokens[end].lower in joints and _phrase_end(sx, end + 1) > end + 1:
        end = _phrase_end(sx, end + 1)
    day = next((i for i in range(a + 1, end) if sx.tokens[i].lower in sx.grammar.days | sx.grammar.months), end)
    while a + 1 < day < end and (sx.tokens[day - 1].pos == "NUM" or sx.tokens[day - 1].lower in sx.grammar.day_parts):
        day -= 1  # « la nouvelle (le 17 octobre) »
    return end if sx.tokens[day - 1].lower in sx.grammar.genitives else day  # « les législatives du 8 janvier »


def _phrase_end(sx: Syntax, at: int) -> int:
    """Where the noun phrase that begins at the token ends, its possessive counted; ``at`` without one."""
    phrase = sx.np_from.get(at)
    if phrase is None:
        return at
    return sx.np_from[phrase.last].last if sx.tokens[at].tag == "PRP$" and phrase.last in sx.np_from else phrase.last


def _day(sx: Syntax, at: int, b: int) -> int:
    """Where the day that begins at the token ends (« le 17 octobre 2012 », "late on Monday"); ``at`` without one."""
    tokens, rules = sx.tokens, sx.grammar
    end, dated, numbered = at, False, False
    while end < b:
        word = tokens[end].lower
        number = tokens[end].pos == "NUM" or word.isdecimal()
        if not (number or word in rules.days | rules.months | rules.day_parts):
            break
        numbered |= number
        dated |= word in rules.days
        end += 1
    dated |= numbered and any(t.lower in rules.months for t in tokens[at:end])  # « le paiement en mai » says of what
    while end > at and tokens[end - 1].pos in ("ADP", "DET", "PUNCT"):
        end -= 1
    return end if dated else at


def _medium(sx: Syntax, at: int, b: int, dated: bool) -> int:
    """Where « dans un communiqué », « à la presse », "on Twitter" ends that begins at the token; ``at`` without one.

    Behind a day (``dated``) « à la radio » is one as well; not in « l'absence de direct à la télévision ».
    """
    tokens, rules = sx.tokens, sx.grammar
    told = tokens[at].lower in rules.telling
    if not (told or tokens[at].lower in rules.amid):
        return at
    of = at + 1 < b and tokens[at + 1].lower in rules.genitives  # « lors d'une conférence »
    phrase = sx.np_from.get(at + 1 + of) or sx.np_from.get(at)  # « aux journalistes »
    if phrase is None or phrase.last > b:
        return at
    words = {word for t in tokens[phrase.first : phrase.last] for word in (t.lemma, t.lower)}
    name = sx.document.text[tokens[phrase.first].start : tokens[phrase.last - 1].end]
    press = any(known.actor.kind == "media" for known in known_names(name, sx.document.language.code))
    if not (press or words & (rules.listeners if told and not dated else rules.audiences | rules.channels)):
        return at  # « imputent la hausse aux réseaux »: no channel
    return with_genitives(sx, phrase.last, b)


def _past(sx: Syntax, cue: Cue) -> bool:
    """Does the verb tell of what is past: « a annoncé », "denied"?"""
    verbs = [t for t in sx.tokens[cue.first : cue.last] if t.pos in ("VERB", "AUX")]
    compound = len(verbs) > 1 and verbs[-1].participle and verbs[0].lemma in sx.grammar.auxiliaries
    return compound or any(t.feats.get("Tense") in ("Past", "Imp") or t.tag == "VBD" for t in verbs[:1])
