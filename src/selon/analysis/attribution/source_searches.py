"""Where a cue's source may stand: before it, behind it, in its noun phrase, in the clause that follows."""

from __future__ import annotations

from selon.analysis.attribution.cues import named_by
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.noun_phrases import NOMINAL
from selon.analysis.attribution.source_extents import Offer, offer_ends, offer_extents, trim_adverbs
from selon.analysis.attribution.syntax import Syntax

MAX_LEFT = 9  # noun phrases to look back over
SELON = 4  # tokens of a preposition that names a source, at most


def offer_left(sx: Syntax, cue: Cue, first: int, offer: Offer) -> None:
    tokens = sx.tokens
    seen = 0
    i = cue.first - 1
    verbs = 0
    first = after_opening(sx, first, cue.first)
    while i >= first and seen < MAX_LEFT:
        if sx.finite[i]:
            verbs += 1
        if tokens[i].lower in sx.grammar.subject_relatives and cue.first - i <= 4 and sx.document.language.code != "fr":
            offer(i, i + 1, "relative")
        if tokens[i].lower in sx.grammar.inverted_pronouns and tokens[i].lower not in ("-t", "t"):
            offer(i, i + 1, "subject")
        k = sx.np_of[i]
        if k != -1 and sx.phrases[k].first == i:
            seen += 1
            if tokens[i].text[0] == "-" or _cited_between(sx, i, cue):
                i -= 1
                continue
            if verbs == 0 or _bracketed(sx, i, cue.first):
                offer(i, trim_adverbs(sx, i, cue.first), "subject", 3)
            offer_extents(sx, i, cue.first, offer, "subject")
        elif (
            k != -1
            and tokens[i - 1].lower in sx.grammar.reference_nouns
            and tokens[i].pos in NOMINAL
            and tokens[i].text[:1].isupper()
        ):
            offer_extents(sx, i, cue.first, offer, "subject")  # "On Friday Ford said": two phrases in a row
        i -= 1


def after_opening(sx: Syntax, first: int, limit: int) -> int:
    """« (Interrogée par l'agence X,) la ministre a dit P »: where what may be the subject begins."""
    opener = sx.tokens[first]
    if opener.pos != "VERB" or not opener.participle or opener.tag == "VBG" or opener.feats.get("Tense") == "Pres":
        return first
    comma = next((i for i in range(first + 1, limit) if sx.tokens[i].text == ","), -1)
    return first if comma == -1 or any(sx.finite[first:comma]) else comma + 1


def _cited_between(sx: Syntax, i: int, cue: Cue) -> bool:
    """« Le ministre aurait, d'après (deux témoins), évoqué P »: whom the article cites is no subject, unless
    a relative clause is about them (« selon X, qui évoque P »)."""
    for first in range(max(i - SELON, sx.region(i)[0]), i):
        named = named_by(sx, first)
        if named == i:
            between = sx.tokens[i : cue.first]
            return not any(token.lower in sx.grammar.relatives for token in between)
    return False


def _bracketed(sx: Syntax, a: int, b: int) -> bool:
    """Do the finite verbs between a and b stand in a relative clause or apposition set off by commas?"""
    tokens, depth_verbs, in_relative = sx.tokens, 0, False
    for i in range(a, b):
        if tokens[i].lower in sx.grammar.relatives and i > a:
            in_relative = True
        if sx.finite[i]:
            if not in_relative:
                return False
            depth_verbs += 1
        if depth_verbs > 2:
            return False
    return True


def offer_right(sx: Syntax, cue: Cue, start: int, last: int, offer: Offer, position: str, limit: int) -> None:
    """Phrases after the cue (« a déclaré jeudi à la presse le ministre X »), with every end that a mark allows."""
    tokens = sx.tokens
    seen = 0
    i = start
    while i < min(start + 16, last) and seen < limit + 1:
        t = tokens[i]
        if sx.finite[i] or (t.lower in sx.grammar.complementizers and i > start) or t.text in ".;:":
            break
        if sx.quote_of[i] != -1 and sx.quote_of[i] != sx.quote_of[cue.head]:
            break
        phrase = sx.np_from.get(i)
        if phrase is None and i == start and t.pos == "PRON" and position == "object":
            offer(i, i + 1, position)  # « Selon lui »
            return
        if phrase is not None and position == "inverted" and agent_of_another(sx, start, i):
            break
        if phrase is not None:
            seen += 1
            offer_extents(sx, i, last, offer, position)
            if seen == 1 or position == "object":
                offer_ends(sx, i, phrase.last, last, offer, position)
            i = phrase.last
        else:
            i += 1


def agent_of_another(sx: Syntax, start: int, i: int) -> bool:
    """« a annoncé l'armée, une information démentie par (les rebelles) »: who did what a participle between says."""
    by = sx.tokens[i - 1].lower in sx.grammar.agent_prepositions
    return by and any(token.pos == "VERB" and token.participle for token in sx.tokens[start : i - 1])


def offer_owners(sx: Syntax, cue: Cue, first: int, last: int, offer: Offer) -> None:
    tokens = sx.tokens
    k = sx.np_of[cue.head]
    if k != -1:
        phrase = sx.phrases[k]
        for i in range(phrase.first, cue.head):
            if tokens[i].tag == "POS" and i > phrase.first:
                offer(phrase.first, i, "possessive")
            if possessive(sx, i, i + 1) or tokens[i].tag == "PRP$":
                offer(i, i + 1, "possessive")
        if cue.head > phrase.first and tokens[cue.head - 1].pos in ("PROPN", "NOUN", "ADJ"):
            offer(phrase.first, cue.head, "possessive", 2)
    i = cue.last
    for i in range(cue.last, min(cue.last + 14, last)):
        word = tokens[i].lower
        if word in sx.grammar.genitives or word in sx.grammar.agent_prepositions or word in sx.grammar.among:
            offer_extents(sx, i + 1, last, offer, "agent" if word in sx.grammar.agent_prepositions else "genitive")
        if sx.finite[i]:
            break


def possessive(sx: Syntax, a: int, b: int) -> bool:
    return b == a + 1 and sx.tokens[a].feats.get("Poss") == "Yes"


def offer_following(sx: Syntax, cue: Cue, last: int, offer: Offer) -> None:
    """« Estimant que P, il vota contre »: the subject of the main clause that follows."""
    for i in range(cue.last + 1, min(cue.last + 60, last - 1)):
        if sx.tokens[i - 1].text == "," and i in sx.np_from:
            end = next((k for k in range(i + 1, min(i + 14, last)) if sx.finite[k]), -1)
            if end != -1:
                offer(i, end, "inverted", 3)
                return


def offer_agent(sx: Syntax, cue: Cue, last: int, offer: Offer) -> None:
    """« démenti par (l'armée) »: whom the first "by" behind a passive names."""
    for k in range(cue.last, min(cue.last + 12, last)):
        if sx.tokens[k].lower in sx.grammar.agent_prepositions:
            offer_extents(sx, k + 1, last, offer, "agent")
            return
