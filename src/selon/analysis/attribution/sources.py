"""Candidates for the source of a cue, each with the features that the ranker reads."""

from __future__ import annotations

from typing import NamedTuple

from selon.analysis.attribution.antecedents import sayer
from selon.analysis.attribution.cue_constructions import (
    as_said,
    closes_clause,
    gerund,
    inverted_relative,
    narrated,
    parts_from_subject,
    set_off,
    takes_what_follows,
)
from selon.analysis.attribution.lexicon import Cue, lexicon
from selon.analysis.attribution.source_extents import Offer
from selon.analysis.attribution.source_features import Row, beside_cue, source_features
from selon.analysis.attribution.source_searches import (
    offer_agent,
    offer_following,
    offer_left,
    offer_owners,
    offer_right,
    possessive,
)
from selon.analysis.attribution.syntax import Syntax, with_genitives
from selon.analysis.quotations import QUOTE_MARKS

MAX_LENGTH = 45  # tokens of a source
DATELINE = 8  # tokens of a place, a day and an agency before the dash


class Source(NamedTuple):
    """A candidate: tokens ``first`` to ``last`` (both -1: no source in the text) and where it stands to the cue."""

    first: int
    last: int
    position: str
    features: Row


def find_sources(sx: Syntax, cue: Cue) -> list[Source]:
    """Candidates for the cue's source, the empty one last."""
    spans: dict[tuple[int, int], tuple[str, int]] = {}
    first, last = sx.region(cue.head)
    own = _opening(sx, cue)
    parenthetical = parts_clause(sx, cue, last)

    def offer(a: int, b: int, position: str, extension: int = 0) -> None:
        while b > a and (sx.tokens[b - 1].text in (",", ";", ":", "(", "—", "–", "-") or _opens_quotation(sx, b - 1)):
            b -= 1
        a = _behind_dateline(sx, a, b) if a == first else a
        if (a, b) in spans or any(token.text in ":;" for token in sx.tokens[a:b]):
            return
        if b > a + 1 and sx.tokens[a].text[0] == "-":
            return
        if own[0] <= a and b <= own[1] and not possessive(sx, a, b):
            return
        if clause_inside(sx, a, b) or _takes_up_more(sx, a, b) or cut_relative(sx, a, b):
            return
        if position == "subject" and parenthetical and any(sx.tokens[i].text == "," for i in range(a, b)):
            return
        if a < b <= a + MAX_LENGTH and not (
            a < cue.last and cue.first < b and position != "clitic" and not _inside(cue, a, b)
        ):
            spans.setdefault((a, b), (position, extension))

    _search(sx, cue, offer)
    shared = beside_cue(sx, cue, first, last)
    out = [
        Source(a, b, position, source_features(sx, cue, shared, a, b, position, extension, first, last))
        for (a, b), (position, extension) in spans.items()
    ]
    out.append(Source(-1, -1, "none", shared.none))
    return out


def _behind_dateline(sx: Syntax, a: int, b: int) -> int:
    """ "DAKAR – (Senegal) dismissed P": where a source from token a on begins behind the place of a dispatch."""
    dash = next((k for k in range(a + 1, min(b - 1, a + DATELINE)) if sx.tokens[k].text in ("–", "—")), a)
    named = all(t.pos in ("PROPN", "X", "PUNCT") or t.text.isupper() for t in sx.tokens[a:dash])
    return dash + 1 if dash > a and named else a


def _search(sx: Syntax, cue: Cue, offer: Offer) -> None:
    """Offer what may be the cue's source, wherever its construction has one."""
    first, last = sx.region(cue.head)
    if cue.pronoun != -1:
        offer(cue.pronoun, cue.pronoun + 1, "clitic")
    if cue.pronoun != -1 and (cue.kind == "preposition" or set_off(sx, cue)):
        pass  # « à (ses) yeux », « le rapport, dit-(il), n'était qu'un document »
    elif narrated(sx, cue):
        if cue.first - 2 > first:
            offer(first + 1, cue.first - 1, "subject")
    elif (teller := sayer(sx, cue)) is not None:
        offer(*teller, "subject")
    elif cue.kind == "preposition":
        offer_right(sx, cue, cue.last, last, offer, "object", limit=2)
    elif cue.kind == "noun":
        offer_owners(sx, cue, first, last, offer)
        offer_left(sx, cue, first, offer)
    else:
        behind = as_said(sx, cue) or closes_clause(sx, cue) or inverted_relative(sx, cue)
        if not (behind or parts_from_subject(sx, cue)):
            offer_left(sx, cue, first, offer)
        if not gerund(sx, cue) and not takes_what_follows(sx, cue):
            offer_right(sx, cue, cue.last, last, offer, "inverted", limit=3)
        if cue.kind == "participle" and cue.first - first <= 2:
            offer_following(sx, cue, last, offer)
        if cue.passive or cue.kind == "participle":
            offer_agent(sx, cue, last, offer)


def clause_inside(sx: Syntax, a: int, b: int) -> bool:
    """A finite verb in the range that no relative pronoun opens: no name ends where another clause begins."""
    if True not in sx.finite[a:b]:
        return False
    verb = sx.finite.index(True, a, b)
    return not any(sx.tokens[i].lower in sx.grammar.relatives for i in range(a, verb))


def _takes_up_more(sx: Syntax, a: int, b: int) -> bool:
    """« a annoncé (l'armée, une information) démentie par Y »: a noun of saying apposed takes up what was said."""
    if b - a < 3 or sx.counts.commas[b - 1] == sx.counts.commas[a + 1]:
        return False
    nouns = lexicon(sx.document.language.code)["nouns"]
    apposed = (sx.np_from.get(i + 1) for i in range(a + 1, b - 1) if sx.tokens[i].text == ",")
    return any(
        p is not None and sx.tokens[p.head].lemma in nouns and sx.tokens[p.first].feats.get("Definite") == "Ind"
        for p in apposed
    )


def parts_clause(sx: Syntax, cue: Cue, last: int) -> bool:
    """Does the clause around a parenthetical verb go on behind it with its own: "London, X believe(, is) in favour"?
    Then no comma lies in the source: it would be the one that parts it from the subject."""
    return cue.kind == "verb" and cue.last + 1 < last and sx.tokens[cue.last].text == "," and sx.finite[cue.last + 1]


def cut_relative(sx: Syntax, a: int, b: int) -> bool:
    """ "The plans (that) the government", « une clause dont Tbilissi »: a noun and the subject of its relative clause.

    Not « trois pays, dont la France », whose comma begins an example.
    """
    tokens, phrase = sx.tokens, sx.np_from.get(a)
    if phrase is None:
        return False
    end = with_genitives(sx, phrase.last, b)
    which = sx.grammar.object_relatives - sx.grammar.genitive_relatives
    closed = tokens[b : b + 1] and tokens[b].text == ","  # « Les familles, qu'épaule une section, … »
    if end + 1 < b and tokens[end].text == "," and tokens[end + 1].lower in which and not closed:
        end += 1  # "The plan, which (unions)"
    i = end + (end < b and tokens[end].lower in sx.grammar.object_relatives)
    opens = i < b and (i in sx.np_from or sx.subject[i])
    if i == end:  # "the proposal | the union"
        plural = tokens[i].tag == "NNS" if i < b else False  # "a decision | campaigners"
        # "a charge | Kyiv"
        said = tokens[i - 1].lemma in lexicon(sx.document.language.code)["nouns"]
        named = i < b and tokens[i].pos == "PROPN" and tokens[a].lower in sx.grammar.singular_articles and said
        bare = opens and tokens[i - 1].pos == "NOUN" and (tokens[i].pos == "DET" or sx.subject[i] or plural or named)
        opens = bare and sx.document.language.code == "en" and sx.quote_of[i] == sx.quote_of[i - 1]
    return opens and not any(sx.finite[i:b])


def _opens_quotation(sx: Syntax, i: int) -> bool:
    quote = sx.quote_of[i]
    return quote != -1 and sx.quotes[quote][0] == i and sx.tokens[i].text in QUOTE_MARKS


def _opening(sx: Syntax, cue: Cue) -> tuple[int, int]:
    """The tokens of its own phrase before a French noun: « les dernières craintes »; an owner follows it (« de X »)."""
    k = sx.np_of[cue.head]
    if cue.kind != "noun" or k == -1 or sx.document.language.code != "fr":
        return cue.head, cue.head
    return sx.phrases[k].first, cue.head


def _inside(cue: Cue, a: int, b: int) -> bool:
    """« a lui aussi assuré », « has X said »: words between the parts of a cue may be its source."""
    return cue.first < a and b <= cue.head
