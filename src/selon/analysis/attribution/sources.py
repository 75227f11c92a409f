"""Candidates for the source of a cue, each with the features that the ranker reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from selon.analysis.attribution.cues import named_by
from selon.analysis.attribution.lexicon import Cue, lexicon
from selon.analysis.attribution.source_features import head_class, source_features
from selon.analysis.attribution.syntax import NOMINAL, QUOTE_MARKS, Syntax, with_genitives

Offer = Callable[..., None]  # (first, last, position, extension=0): put a candidate forward

MAX_LEFT = 9  # noun phrases to look back over
NARRATED = 6  # tokens from a narrative infinitive to the colon before what was said
SELON = 4  # tokens of a preposition that names a source, at most
MAX_LENGTH = 45  # tokens of a source


class Source(NamedTuple):
    """A candidate: tokens ``first`` to ``last`` (both -1: no source in the text) and where it stands to the cue."""

    first: int
    last: int
    position: str
    features: tuple[float, ...]


def find_sources(sx: Syntax, cue: Cue) -> list[Source]:
    """Candidates for the cue's source, the empty one last."""
    spans: dict[tuple[int, int], tuple[str, int]] = {}
    first, last = sx.region(cue.head)
    own = _opening(sx, cue)

    def offer(a: int, b: int, position: str, extension: int = 0) -> None:
        while b > a and (sx.tokens[b - 1].text in (",", ";", ":", "(", "—", "–", "-") or _opens_quotation(sx, b - 1)):
            b -= 1
        if any(sx.tokens[i].text in ":;" for i in range(a, b)) or (b > a + 1 and sx.tokens[a].text[0] == "-"):
            return
        if own[0] <= a and b <= own[1] and not _possessive(sx, a, b):
            return
        if clause_inside(sx, a, b) or _takes_up_more(sx, a, b):
            return
        if a < b <= a + MAX_LENGTH and not (
            a < cue.last and cue.first < b and position != "clitic" and not _inside(cue, a, b)
        ):
            spans.setdefault((a, b), (position, extension))

    if cue.pronoun != -1:
        offer(cue.pronoun, cue.pronoun + 1, "clitic")
    if cue.pronoun != -1 and (cue.kind == "preposition" or _set_off(sx, cue)):
        pass  # « à (ses) yeux », « le rapport, dit-(il), n'était qu'un document »
    elif narrated(sx, cue):
        if cue.first - 2 > first:
            offer(first + 1, cue.first - 1, "subject")
    elif cue.kind in ("preposition",):
        _right(sx, cue, cue.last, last, offer, "object", limit=2)
    elif cue.kind == "noun":
        _noun_sources(sx, cue, first, last, offer)
        _left(sx, cue, first, offer)
    else:
        if not (as_said(sx, cue) or closes_clause(sx, cue)):
            _left(sx, cue, first, offer)
        if not gerund(sx, cue) and not _takes_what_follows(sx, cue):
            _right(sx, cue, cue.last, last, offer, "inverted", limit=3)
        if cue.kind == "participle" and cue.first - first <= 2:
            _following_subject(sx, cue, last, offer)
        if cue.passive or cue.kind == "participle":
            for k in range(cue.last, min(cue.last + 12, last)):
                if sx.tokens[k].lower in sx.grammar.agent_prepositions:
                    _extents(sx, k + 1, last, offer, "agent")
                    break
    out = [
        Source(a, b, position, source_features(sx, cue, a, b, position, extension, first, last))
        for (a, b), (position, extension) in spans.items()
    ]
    out.append(Source(-1, -1, "none", source_features(sx, cue, -1, -1, "none", 0, first, last)))
    return out


def _takes_up_more(sx: Syntax, a: int, b: int) -> bool:
    """« a annoncé (l'armée, une information) démentie par Y »: a noun of saying apposed takes up what was said."""
    nouns = lexicon(sx.document.language.code)["nouns"]
    apposed = (sx.np_from.get(i + 1) for i in range(a + 1, b - 1) if sx.tokens[i].text == ",")
    return any(
        p is not None and sx.tokens[p.head].lemma in nouns and sx.tokens[p.first].feats.get("Definite") == "Ind"
        for p in apposed
    )


def _opens_quotation(sx: Syntax, i: int) -> bool:
    quote = sx.quote_of[i]
    return quote != -1 and sx.quotes[quote][0] == i and sx.tokens[i].text in QUOTE_MARKS


def _set_off(sx: Syntax, cue: Cue) -> bool:
    """Does a mark part the cue from what stands before it? Not « Le ministre dit-il vrai ? »."""
    before = sx.tokens[cue.first - 1] if cue.first else None
    return before is not None and (before.text in (",", "—", "–") or before.text in QUOTE_MARKS)


def narrated(sx: Syntax, cue: Cue) -> bool:
    """« Et d'ajouter que P », « Et le maire de conclure : “P” »: an infinitive that tells on, of whoever spoke
    before, or of who stands before it."""
    tokens, first = sx.tokens, sx.region(cue.head)[0]
    at = cue.first - 1
    if sx.document.language.code != "fr" or cue.kind != "infinitive" or at <= first or tokens[first].pos != "CCONJ":
        return False
    subject = sx.np_from.get(first + 1)
    opens = tokens[at].lower in ("de", "d'") and at in (first + 1, subject.last if subject is not None else -1)
    after = tokens[cue.last : cue.last + NARRATED]
    said = bool(after) and (after[0].lower in sx.grammar.complementizers or after[0].text in QUOTE_MARKS)
    colon = next((i for i, token in enumerate(after) if token.text == ":"), -1)  # « Et de conclure, amère : “P” »
    said = said or (colon != -1 and not any(sx.finite[cue.last : cue.last + colon]))
    return opens and said and bool({"clause", "quote"} & cue.takes)


def clause_inside(sx: Syntax, a: int, b: int) -> bool:
    """A finite verb in the range that no relative pronoun opens: no name ends where another clause begins."""
    verb = next((i for i in range(a, b) if sx.finite[i]), -1)
    return verb != -1 and not any(sx.tokens[i].lower in sx.grammar.relatives for i in range(a, verb))


def _opening(sx: Syntax, cue: Cue) -> tuple[int, int]:
    """The tokens of its own phrase before a French noun: « les dernières craintes »; an owner follows it (« de X »)."""
    k = sx.np_of[cue.head]
    if cue.kind != "noun" or k == -1 or sx.document.language.code != "fr":
        return cue.head, cue.head
    return sx.phrases[k].first, cue.head


def _possessive(sx: Syntax, a: int, b: int) -> bool:
    return b == a + 1 and sx.tokens[a].feats.get("Poss") == "Yes"


def gerund(sx: Syntax, cue: Cue) -> bool:
    """« Tout en insistant sur le bilan du président, le candidat … »: what follows is the object."""
    feats = sx.tokens[cue.head].feats
    return sx.document.language.code == "fr" and cue.kind == "participle" and feats.get("Tense") == "Pres"


def _takes_what_follows(sx: Syntax, cue: Cue) -> bool:
    """ "After asking for his release, X …": behind an expression's preposition stands what is asked for."""
    return " " in cue.lemma and sx.tokens[cue.last - 1].pos == "ADP"


def as_said(sx: Syntax, cue: Cue) -> bool:
    """« P, comme l’a annoncé X »: the source follows the verb, the content stands before."""
    first = sx.region(cue.head)[0]
    return cue.kind == "verb" and cue.first > first and sx.tokens[cue.first - 1].lower == "comme"


def closes_clause(sx: Syntax, cue: Cue) -> bool:
    """« Le bilan pourrait s'alourdir, redoutent les secours »: a clause of its own before the comma, and behind the
    verb, up to the end, one who can speak, or who agrees with it where the clause's subject doesn't.

    Not an enumeration of verbs (« il crie, accuse la police de P »): what follows goes on, or the verb takes a person.
    """
    first, last = sx.region(cue.head)
    tokens = sx.tokens
    if sx.document.language.code != "fr" or cue.kind != "verb" or cue.passive or cue.pronoun != -1:
        return False
    if cue.first - 2 < first or tokens[cue.first - 1].text != "," or "clause" not in cue.takes:
        return False
    subject = sx.np_from.get(cue.last)
    if subject is None or any(taken.startswith("person+") for taken in cue.takes):
        return False
    end = with_genitives(sx, subject.last, last)
    if end < last and tokens[end].text not in ",.;:—–" and tokens[end].pos != "ADP":
        return False
    verb = next((i for i in range(first, cue.first) if sx.finite[i]), -1)
    if verb == -1 or any(t.lower in sx.grammar.relatives for t in tokens[first:verb]):
        return False
    before = next((p for p in map(sx.np_from.get, range(first, verb)) if p is not None), None)
    agrees = before is not None and tokens[before.head].feats.get("Number") == tokens[cue.head].feats.get("Number")
    speaks = head_class(sx, subject.first, end, subject.head) in ("person", "person-name", "body", "document")
    return speaks or not agrees


def _following_subject(sx: Syntax, cue: Cue, last: int, offer: Offer) -> None:
    """« Estimant que P, il vota contre »: the subject of the main clause that follows."""
    for i in range(cue.last + 1, min(cue.last + 60, last - 1)):
        if sx.tokens[i - 1].text == "," and i in sx.np_from:
            end = next((k for k in range(i + 1, min(i + 14, last)) if sx.finite[k]), -1)
            if end != -1:
                offer(i, end, "inverted", 3)
                return


def _inside(cue: Cue, a: int, b: int) -> bool:
    """« a lui aussi assuré », « has X said »: words between the parts of a cue may be its source."""
    return cue.first < a and b <= cue.head


def _left(sx: Syntax, cue: Cue, first: int, offer: Offer) -> None:
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
            phrase = sx.phrases[k]
            position = "subject"
            if tokens[i].text[0] == "-":
                i -= 1
                continue
            if _cited_between(sx, i, cue):
                i -= 1
                continue
            if verbs == 0 or _bracketed(sx, i, cue.first):
                offer(i, _trim_adverbs(sx, i, cue.first), position, 3)
            _extents(sx, i, cue.first, offer, position)
            if phrase.last < cue.first and tokens[phrase.last - 1].lower in sx.grammar.reference_nouns:
                pass
        elif (
            k != -1
            and tokens[i - 1].lower in sx.grammar.reference_nouns
            and tokens[i].pos in NOMINAL
            and tokens[i].text[:1].isupper()
        ):
            _extents(sx, i, cue.first, offer, "subject")  # "On Friday Ford said": two phrases in a row
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


def _trim_adverbs(sx: Syntax, a: int, b: int) -> int:
    while b > a + 1 and (
        (sx.tokens[b - 1].pos in ("ADV", "PUNCT", "CCONJ") and sx.tokens[b - 1].text not in ')»”"')
        or sx.tokens[b - 1].lower in sx.grammar.subject_relatives
    ):
        b -= 1
    return b


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


def _extents(sx: Syntax, a: int, limit: int, offer: Offer, position: str) -> None:
    """Offer the phrase at a as it stands, with its genitives, with all its prepositions, with its apposition."""
    tokens = sx.tokens
    phrase = sx.np_from.get(a)
    b = phrase.last if phrase is not None else a
    if phrase is None:
        k = sx.np_of[a] if a < len(sx.np_of) else -1
        if k == -1:
            return
        b = sx.phrases[k].last
    if b > limit:
        return
    offer(a, b, position, 0)
    b = _after_parenthesis(sx, b, limit)
    c = b
    while c < limit and tokens[c].lower in sx.grammar.genitives and c + 1 < limit and sx.np_of[c + 1] != -1:
        c = _after_parenthesis(sx, sx.phrases[sx.np_of[c + 1]].last, limit)
    if c > b or c > (phrase.last if phrase else b):
        offer(a, c, position, 1)
    d = c
    while d + 1 < limit:
        step = d + 1
        if tokens[d].pos == "VERB" and tokens[d].participle and d + 2 < limit and tokens[d + 1].pos == "ADP":
            step = d + 2  # « un rapport établi par l'INSEE »
        elif not (tokens[d].pos == "ADP" or tokens[d].lower in ("et", "and")):
            break
        if sx.np_of[step] == -1 or sx.subject[step]:
            break
        d = _after_parenthesis(sx, sx.phrases[sx.np_of[step]].last, limit)
        offer(a, d, position, 2)
        if d - a > 25:
            break
    for start in {b, c, d}:
        if start + 1 < limit and tokens[start].text in ",—–(":
            for e in range(start + 1, min(start + 30, limit)):
                if tokens[e].text in ",—–)" and e > start + 1:
                    offer(a, e + (tokens[e].text == ")"), position, 4)
                    break
                if sx.finite[e] and not any(tokens[x].lower in sx.grammar.relatives for x in range(start, e)):
                    break


def _after_parenthesis(sx: Syntax, b: int, limit: int) -> int:
    tokens = sx.tokens
    if b < limit and tokens[b].text == "(":
        for e in range(b + 1, min(b + 8, limit)):
            if tokens[e].text == ")":
                return e + 1
    return b


def _right(sx: Syntax, cue: Cue, start: int, last: int, offer: Offer, position: str, limit: int) -> None:
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
            _extents(sx, i, last, offer, position)
            if seen == 1 or position == "object":
                _ends(sx, i, phrase.last, last, offer, position)
            i = phrase.last
        else:
            i += 1


def agent_of_another(sx: Syntax, start: int, i: int) -> bool:
    """« a annoncé l'armée, une information démentie par (les rebelles) »: who did what a participle between says."""
    by = sx.tokens[i - 1].lower in sx.grammar.agent_prepositions
    return by and any(token.pos == "VERB" and token.participle for token in sx.tokens[start : i - 1])


def _ends(sx: Syntax, a: int, b: int, last: int, offer: Offer, position: str) -> None:
    tokens = sx.tokens
    relative = False
    for e in range(b, min(a + 34, last + 1)):
        if e == last or tokens[e].text in ",.;:—–" or tokens[e].text in QUOTE_MARKS:
            offer(a, e, position, 5)
            if e == last or tokens[e].text not in ",—–":
                return
        elif tokens[e].lower in sx.grammar.relatives:
            relative = True
        elif sx.finite[e] and not relative:
            return


def _noun_sources(sx: Syntax, cue: Cue, first: int, last: int, offer: Offer) -> None:
    tokens = sx.tokens
    k = sx.np_of[cue.head]
    if k != -1:
        phrase = sx.phrases[k]
        for i in range(phrase.first, cue.head):
            if tokens[i].tag == "POS" and i > phrase.first:
                offer(phrase.first, i, "possessive")
            if _possessive(sx, i, i + 1) or tokens[i].tag == "PRP$":
                offer(i, i + 1, "possessive")
        if cue.head > phrase.first and tokens[cue.head - 1].pos in ("PROPN", "NOUN", "ADJ"):
            offer(phrase.first, cue.head, "possessive", 2)
    i = cue.last
    for i in range(cue.last, min(cue.last + 14, last)):
        word = tokens[i].lower
        if word in sx.grammar.genitives or word in sx.grammar.agent_prepositions or word in ("from", "chez", "among"):
            _extents(sx, i + 1, last, offer, "agent" if word in sx.grammar.agent_prepositions else "genitive")
        if sx.finite[i]:
            break
