"""Whom something is said to, and who says it behind a passive, are no part of what is said.

« demande au gouvernement (des mesures) », "apologised to the families for (the delay)", "was accused by regulators of
(hiding P)".
"""

from __future__ import annotations

from selon.analysis.attribution.content_ends import trimmed
from selon.analysis.attribution.content_features import Parts
from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.quotations import QUOTE_MARKS

LISTENER = 14  # tokens of a listener with the occasion, before what is told


def behind_receiver(sx: Syntax, cue: Cue, parts: Parts) -> Parts:
    """« demande au gouvernement (des mesures pour P) », « a promis lundi aux élus (une école) »: what is asked of
    somebody or told to them begins behind who that is, with its article ("des", which taggers take for "of").
    """
    tokens, rules = sx.tokens, sx.grammar
    called = called_out(sx, cue)
    if called != (-1, -1):
        return (called,)
    told = {"noun", "person+noun"} & cue.takes and not cue.reflexive and cue.entry.get("stance") != "declines"
    if cue.kind != "verb" or len(parts) != 1 or not told or ("à" in cue.takes and "person+infinitive" not in cue.takes):
        return parts  # « attribue P à l'état des routes »
    (a, b), at = parts[0], cue.last
    while at < b and (tokens[at].pos == "ADV" or tokens[at].lower in rules.days | rules.day_parts):
        at += 1
    whom = sx.np_from.get(at + 1) or sx.np_from.get(at)
    if at >= b or tokens[at].lower not in rules.telling or whom is None:
        return parts
    if head_class(sx, whom.first, whom.last, whom.head) not in ("person", "person-name", "body"):
        return parts
    if tokens[whom.first].pos != "DET" and any(t.pos == "NUM" for t in tokens[whom.first : whom.last]):
        return parts  # « garantit aux communautés 10 % des parts »
    what = _what_is_asked(sx, whom.last, b)
    phrase = sx.np_from.get(what) or sx.np_from.get(what + 1)
    if at <= a <= what or (phrase is not None and at <= a < phrase.last):
        return ((what, b),)
    # « des mesures (pour stopper P) »: what it is for is no more than a part of it.
    purpose = phrase is not None and a == phrase.last and tokens[a].lower in rules.purpose
    return ((what, b),) if purpose else parts


def called_out(sx: Syntax, cue: Cue) -> tuple[int, int]:
    """ "made a plea to the president once again: (don't hold them hostage)", « a lancé un appel aux élus : (P) »: the
    clause behind a colon, where nothing stands between it and a verb with its noun of asking but whom it is put to and
    when; (-1, -1) where there is none."""
    if cue.kind != "verb" or " " not in cue.lemma or cue.entry.get("stance") not in ("asks", "asserts"):
        return -1, -1
    tokens, at, last = sx.tokens, cue.last, sx.region(cue.head)[1]
    if at >= last or tokens[at].lower not in sx.grammar.telling:
        return -1, -1
    quote = sx.quote_of[cue.head]
    last = min(last, sx.quotes[quote][1] - 1) if quote != -1 else last
    for i in range(at, min(at + LISTENER, last - 1)):
        if tokens[i].text == ":":
            end = next((j for j in range(i + 1, last) if tokens[j].sentence != tokens[i + 1].sentence), last)
            return (i + 1, trimmed(sx, i + 1, end)) if sx.quote_of[i + 1] == quote else (-1, -1)
        if sx.finite[i] or tokens[i].infinitive or tokens[i].text in ",;" or sx.quote_of[i] != quote:
            break
    return -1, -1


def behind_listener(sx: Syntax, cue: Cue, parts: Parts) -> Parts:
    """ "told investors on a call (that P)": whom something is told, and on what occasion, is no part of it."""
    if "person+clause" not in cue.takes or len(parts) != 1 or cue.passive or cue.last not in sx.np_from:
        return parts
    (a, b), tokens = parts[0], sx.tokens
    if not cue.last <= a < cue.last + LISTENER or sx.quote_of[a] != sx.quote_of[cue.head]:
        return parts
    for i in range(sx.np_from[cue.last].last, min(b - 1, cue.last + LISTENER)):
        if sx.finite[i] or sx.quote_of[i] != sx.quote_of[a]:
            return parts
        opens = i + 1 in sx.np_from or sx.subject[i + 1]
        if tokens[i].lower in sx.grammar.complementizers and opens:
            return ((i, b),) if i > a else parts
    return parts


def _what_is_asked(sx: Syntax, k: int, b: int) -> int:
    """Where what stands behind a receiver that ends at token k begins: « au ministre des Finances (un plan) », « au
    ministre (des moyens) », « aux habitants des quartiers (de rester) »; -1 where nothing does."""
    tokens, article = sx.tokens, -1
    while k + 1 < b:
        phrase = sx.np_from.get(k + 1)
        if tokens[k].lower in sx.grammar.genitives and phrase is not None:
            if article == -1 and tokens[k].lower in sx.grammar.partitives and tokens[phrase.head].pos == "NOUN":
                article = k
            k = phrase.last
        elif tokens[k].pos == "ADJ":
            k += 1
        elif tokens[k].lower in sx.grammar.infinitive_markers and tokens[k + 1].infinitive:
            return k
        else:
            opens = tokens[k].pos in ("DET", "NUM") and k in sx.np_from
            return k if opens else article
    return article


def excused(sx: Syntax, cue: Cue, content: Content) -> Content:
    """ "apologised to the families (for the delay)", « a présenté ses excuses aux voyageurs »: what one apologises for;
    neither to whom nor when (10 of 10 in the training articles)."""
    if cue.lemma not in sx.grammar.apologising or content.side != "right" or len(content.parts) != 1:
        return content
    (a, b), tokens = content.parts[0], sx.tokens
    near = (i for i in range(cue.last, b - 1) if tokens[i].lower in sx.grammar.wherefore)
    reason = next((i for i in near if i == cue.last or tokens[i].lower not in sx.grammar.genitives), -1)
    if reason != -1 and sx.quote_of[reason] == -1:
        return content._replace(parts=((reason + 1, b),))
    said = (a == cue.last and tokens[a].lower in sx.grammar.complementizers) or sx.quote_of[a] != -1
    return content if said else content._replace(parts=())


def behind_agent(sx: Syntax, source: Source, parts: Parts) -> Parts:
    """ "was accused (by regulators) of hiding P": who says it is no part of what is said."""
    if len(parts) != 1 or not parts[0][0] <= source.first < source.last < parts[0][1]:
        return parts
    a, b = parts[0]
    agent = sx.tokens[source.first - 1].lower in sx.grammar.agent_prepositions and a >= source.first - 1
    of = sx.tokens[source.last].lower in sx.grammar.genitives and not opens_infinitive(sx, source.last + 1, b)
    return ((source.last + of, b),) if agent else parts


def opens_infinitive(sx: Syntax, a: int, b: int) -> bool:
    """« de ne pas avoir été prévenu », « de le partager », "to leave": an infinitive, but for negations and clitics."""
    before = sx.grammar.object_clitics | sx.grammar.negations
    a += a + 1 < b and sx.tokens[a].text in QUOTE_MARKS  # « de “ne pas affoler la population” »
    while a + 1 < b and sx.tokens[a].lower in before and not sx.tokens[a].infinitive:
        a += 1
    return sx.tokens[a].infinitive or sx.tokens[a].lower in ("y", "en")
