"""Passives whose agent says something of their subject: « un tracé jugé “fébrile” par X », "described by X as P"."""

from __future__ import annotations

from collections.abc import Sequence

from selon.analysis.attribution.content_ends import SPEAKERS, ends_from, trimmed
from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.cues import named_by
from selon.analysis.attribution.lexicon import Cue, lexicon
from selon.analysis.attribution.predication import undergoes
from selon.analysis.attribution.ranking import Reading
from selon.analysis.attribution.source_features import NO_FEATURES, head_class
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax, owned_phrase, with_genitives, with_joined
from selon.analysis.quotations import QUOTE_MARKS

LONGEST = 14  # tokens between a passive and its agent: "dismissed as “…” by the opposition"
CLOSING = frozenset(",;:—–)")  # what is said behind an agent ends here
VERDICTS = frozenset({"confirms", "denies", "doubts", "criticises", "approves"})
OPPOSING = frozenset({"denies", "doubts", "criticises"})
UNLIKELY = 0.25  # what the ranker doubts more is no attribution, whoever stands behind "by"


def told_by_agent(sx: Syntax, readings: Sequence[Reading], threshold: float) -> None:
    """« Un tracé jugé “fébrile” par X », "described by the bishops as P": a passive that says something of its subject
    is said by its agent. Sets source and content, in place, and settles the reading."""
    judged_to, shared = -1, None
    for reading in readings:
        cue = reading.cue
        passive = cue.passive and cue.entry and cue.kind in ("verb", "participle")
        if cue.lemma in sx.grammar.citing:
            continue  # "was quoted by X as saying P": X hands on what the subject said
        judged = verdict(sx, cue)
        if judged is None and judged_to != -1 and cue.first == judged_to + 1 and _judges(sx, cue):
            judged = shared  # "praised by A and condemned by B"
        surely = judged is not None or described(sx, cue)
        if not passive or (reading.score < UNLIKELY and not surely):
            continue
        by = _agent(sx, cue, reading.source)
        if by == -1:
            continue
        phrase = owned_phrase(sx, by + 1)
        assert phrase is not None
        end = with_joined(sx, phrase.last, sx.region(cue.head)[1])
        inside = by > cue.last and _says_something(sx, cue.last)
        said = (cue.last, by) if inside else _behind_agent(sx, cue, end)
        side = "right"
        if said is None and judged is not None:
            said, side = _with_what_it_takes_up(reading, judged), "left"
        if said is None:
            if by > cue.last and reading.content is not None and reading.content.side == "left":
                reading.source = _agent_source(sx, reading, by, end)  # "announced (on Friday) by X"
            continue
        reading.source = _agent_source(sx, reading, by, end)
        features = reading.content.features if reading.content is not None else NO_FEATURES
        reading.content = Content((said,), side, features)
        reading.score, reading.settled = max(reading.score, threshold), True
        joined = end < len(sx.tokens) and sx.tokens[end].lower in sx.grammar.joining
        judged_to, shared = (end, judged) if side == "left" and joined else (-1, None)


def _with_what_it_takes_up(reading: Reading, judged: tuple[int, int]) -> tuple[int, int]:
    """« (Ils étaient 300, chiffre) contesté par X »: the clause before an apposed noun, where the ranking chose it."""
    parts = reading.content.parts if reading.content is not None else ()
    longer = len(parts) == 1 and parts[0][1] == judged[1] and parts[0][0] < judged[0]
    return parts[0] if longer and reading.cue.kind == "participle" else judged


def described(sx: Syntax, cue: Cue) -> bool:
    """« Il est décrit comme P par X », "The bill was described by X as P": a passive of a verb that does nothing but
    describe, with what its subject is likened to and an agent who speaks (4 of 4 on the training articles); not "was
    cast as Hamlet by X"."""
    if not cue.passive or cue.negated or cue.kind not in ("verb", "participle") or _yet_to_be(sx, cue):
        return False
    if cue.lemma not in sx.grammar.describing:
        return False
    by = _agent(sx, cue)
    if by == -1:
        return False
    likened = sx.grammar.likening & sx.grammar.predicating
    return sx.tokens[cue.last].lower in likened or _likens_behind(sx, by, sx.region(cue.head)[1])


def verdict(sx: Syntax, cue: Cue) -> tuple[int, int] | None:
    """« L'accord a été salué par X », "Claims that P were dismissed by X": the subject of a passive that confirms,
    denies, praises or criticises it, where an agent who speaks follows; None elsewhere.

    Right for 19 of 19 on the training articles; not for what a court or a chamber does (« rejeté par le Sénat »), for
    what is yet to be done, nor for participles that tell which ones ("an operation supported by Russia").
    """
    entry = cue.entry
    if not _judges(sx, cue) or _yet_to_be(sx, cue):
        return None
    by = _agent(sx, cue)
    agent = owned_phrase(sx, by + 1) if by != -1 else None
    if agent is None or sx.tokens[agent.head].lemma in sx.grammar.deciding:
        return None
    found = _undergoer(sx, cue)
    if found is None:
        return None
    told = _noun_of_saying(sx, found[0]) or (found[0] > 1 and _takes_up(sx, found[0] - 1))
    if not told and _animate(sx, found[0]):
        return None  # "the senator was condemned by", « la foule a été saluée par »: acts
    opposes = entry["stance"] in OPPOSING  # « célébrée », « authentifiée » are acts
    surely = entry.get("strength") == "high" or (entry.get("strength") == "mid" and (told or opposes))
    return found if surely and (cue.kind == "verb" or told or sx.tokens[cue.first - 1].text == ",") else None


def _judges(sx: Syntax, cue: Cue) -> bool:
    """Is it a passive of a verb that confirms, denies, praises or criticises something?"""
    if not cue.passive or cue.negated or cue.kind not in ("verb", "participle"):
        return False
    return (
        cue.lemma not in sx.grammar.enacting | sx.grammar.contacting
        and cue.entry.get("stance") in VERDICTS
        and "noun" in cue.takes
    )


def _animate(sx: Syntax, at: int) -> bool:
    """Is the subject at token ``at`` somebody, or may it be: a person, a body, a pronoun (but "it")?"""
    phrase = sx.np_from.get(at)
    if phrase is None:
        return sx.document.language.code != "en" or sx.tokens[at].lower != "it"
    return head_class(sx, phrase.first, phrase.last, phrase.head) not in ("other", "document")


def _yet_to_be(sx: Syntax, cue: Cue) -> bool:
    """ "must be confirmed by", « doit être confirmé par », « serait combattu par »."""
    group = sx.tokens[cue.first : cue.head]
    wanted = any(t.tag in ("MD", "VB") or t.infinitive for t in group)
    return wanted or any(t.feats.get("Mood") == "Cnd" or t.feats.get("Tense") == "Fut" for t in group)


def _undergoer(sx: Syntax, cue: Cue) -> tuple[int, int] | None:
    """The tokens of a passive's subject, with the clause that a noun of saying takes ("claims that P")."""
    tokens, first = sx.tokens, sx.region(cue.head)[0]
    told = next((i for i in range(first, cue.first) if sx.np_of[i] != -1), first)
    nested = sx.np_from.get(told)
    if nested is not None and cue.kind == "verb" and _noun_of_saying(sx, told) and nested.last < cue.first:
        opens = tokens[nested.last].lower in sx.grammar.complementizers and tokens[nested.last].lower != "what"
        whole = not any(tokens[i].text in ",;:" for i in range(told, cue.first))
        if opens and whole:
            return told, cue.first
        by_which = named_by(sx, with_genitives(sx, nested.last, cue.first))
        if whole and by_which != -1 and _takes_up(sx, by_which) and by_which + 1 < cue.first:
            return by_which + 1, cue.first  # « Les informations selon lesquelles (P) ont été démenties par X »
    if cue.kind == "verb" and nested is not None and tokens[cue.first - 1].text == ",":
        end = with_genitives(sx, nested.last, cue.first)  # « La nouvelle, parue sur son compte, a été confirmée par X »
        return (told, end) if tokens[end].text == "," and end + 1 < cue.first else None
    return undergoes(sx, cue, cue.first)


def _takes_up(sx: Syntax, at: int) -> bool:
    """Is token ``at`` a relative pronoun behind « selon », "according to"?"""
    relative = sx.tokens[at].lower in sx.grammar.relatives
    return relative and any(named_by(sx, k) == at for k in range(max(at - 2, 0), at))


def _noun_of_saying(sx: Syntax, at: int) -> bool:
    """Is the head of the noun phrase at token ``at`` something that is said: « l'information », "claims"?"""
    phrase = sx.np_from.get(at)
    if phrase is None:
        return False
    entry = lexicon(sx.document.language.code)["nouns"].get(sx.tokens[phrase.head].lemma, {})
    return entry.get("stance") in ("asserts", "criticises") and entry.get("strength") == "high"


def _agent(sx: Syntax, cue: Cue, ranked: Source | None = None) -> int:
    """The preposition of a passive's agent, behind the cue or behind what is said; -1 where there is none.

    ``ranked``: the source that the ranking chose; what it is of speaks too (« la conférence (des évêques) »).
    """
    last = min(sx.region(cue.head)[1] - 1, cue.last + LONGEST)
    for i in range(cue.last, last):
        token = sx.tokens[i]
        if sx.quote_of[i] != sx.quote_of[cue.head]:
            continue
        acts = token.pos in ("VERB", "CCONJ") and i > cue.last  # « critiqué “P” et demandé à être reçus par X »
        if sx.finite[i] or token.text in ",;:" or acts:
            return -1
        phrase = owned_phrase(sx, i + 1) if token.lower in sx.grammar.agent_prepositions else None
        if phrase is not None:
            if sx.tokens[phrase.head].lower in sx.grammar.reference_nouns:
                if i == cue.last:
                    return -1
                continue  # « estimé à 2 millions par (an) par X »
            speaks = head_class(sx, phrase.first, phrase.last, phrase.head) in SPEAKERS
            chosen = ranked is not None and phrase.last <= ranked.first < with_genitives(sx, phrase.last, last)
            # « dénoncée par la conférence (des évêques) comme P »: who likens a thing to another speaks
            of = sx.np_from.get(phrase.last + 1) if sx.tokens[phrase.last].lower in sx.grammar.genitives else None
            if of is not None and not (speaks or chosen) and _likens_behind(sx, i, last):
                speaks = head_class(sx, of.first, of.last, of.head) in SPEAKERS
            return i if speaks or chosen else -1
    return -1


def _likens_behind(sx: Syntax, by: int, last: int) -> bool:
    """Does "as P" follow the agent whose preposition is token ``by``?"""
    phrase = owned_phrase(sx, by + 1)
    end = with_joined(sx, phrase.last, last) if phrase is not None else last
    return end < last and sx.tokens[end].lower in sx.grammar.likening & sx.grammar.predicating


def _agent_source(sx: Syntax, reading: Reading, by: int, end: int) -> Source:
    ranked = reading.source
    if ranked is None:
        return Source(by + 1, end, "agent", NO_FEATURES)
    longer = ranked.last if ranked.first == by + 1 and _apposed(sx, end) else end
    return Source(by + 1, max(end, longer), "agent", ranked.features)


def _apposed(sx: Syntax, end: int) -> bool:
    """« l'avocat de la famille(, Paul Morin) »"""
    return end + 1 < len(sx.tokens) and sx.tokens[end].text == "," and end + 1 in sx.np_from


def _says_something(sx: Syntax, at: int) -> bool:
    """Does what begins at token ``at`` say what the subject is or did: not « (massivement) par », "(on Friday) by"?"""
    while at + 1 < len(sx.tokens) and sx.tokens[at].pos == "ADV":
        at += 1  # « jugée (trop) optimiste »
    token = sx.tokens[at]
    if token.text in QUOTE_MARKS or token.pos == "ADJ" or token.participle:
        return True
    figure = token.lower in sx.grammar.figuring and at + 1 < len(sx.tokens) and sx.tokens[at + 1].pos == "NUM"
    return figure or token.lower in (sx.grammar.predicating | sx.grammar.infinitive_markers) - sx.grammar.purpose


def _behind_agent(sx: Syntax, cue: Cue, at: int) -> tuple[int, int] | None:
    """What a passive says of its subject, or asks or tells it, behind its agent, which ends at token ``at``."""
    last = sx.region(cue.head)[1]
    predicates = at < last and sx.tokens[at].lower in sx.grammar.predicating
    if not predicates and not _asks_or_tells(sx, cue, at, last):
        return None
    ends = ends_from(sx, at, last, Source(-1, -1, "none", NO_FEATURES))
    end = next((end for end, _ in ends if end < last and sx.tokens[end].text in CLOSING), ends[-1][0])
    return at, trimmed(sx, at, end)


def _asks_or_tells(sx: Syntax, cue: Cue, at: int, last: int) -> bool:
    """« invités par le maire (à rester chez eux) », "warned by the regulator (that P)"."""
    if at + 1 >= last:
        return False
    marks = sx.tokens[at].lower in sx.grammar.infinitive_markers
    verb = at + 1 + (sx.tokens[at + 1].lower in sx.grammar.object_clitics | sx.grammar.negations)
    infinitive = marks and verb < last and (sx.tokens[verb].infinitive or sx.tokens[verb].tag == "VB")
    clause = sx.tokens[at].lower in sx.grammar.complementizers
    return (infinitive and "person+infinitive" in cue.takes) or (clause and "person+clause" in cue.takes)
