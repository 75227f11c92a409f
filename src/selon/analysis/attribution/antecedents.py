"""What a relative pronoun takes up, where that says something or is all that is said, whatever the words: « les
informations selon lesquelles P », "a claim that Kyiv rejected"."""

from __future__ import annotations

from selon.analysis.attribution.lexicon import Cue, lexicon
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.syntax import Syntax, from_genitives

WHO = frozenset({"person-name", "person", "body", "document"})
SAID = frozenset({"asserts", "criticises"})  # the stance of « information », « accusation »; not of « ordre »
REPLIES = frozenset({"denies", "doubts", "confirms", "criticises"})
NEAR = 7  # tokens from a relative pronoun to its verb
REACH = 14  # tokens from a noun to the pronoun that agrees with it


def sayer(sx: Syntax, cue: Cue) -> tuple[int, int] | None:
    """« (L'hypothèse) selon laquelle P », "(the minister), according to whom P": the tokens of what the preposition's
    relative pronoun takes up; None where there is no such pronoun, or nothing that agrees with it."""
    tokens, rules = sx.tokens, sx.grammar
    if cue.lemma not in rules.surest_prepositions or not 0 < cue.first < cue.last < len(tokens):
        return None
    pronoun = tokens[cue.last]
    if pronoun.text not in rules.relatives - rules.complementizers - rules.genitive_relatives:
        return None  # nor "according to WHO"
    end, first = cue.first - (tokens[cue.first - 1].text == ","), sx.region(cue.head)[0]
    start = _agreeing(sx, cue.last, max(first, end - REACH), end) if "Gender" in pronoun.feats else -1
    if start == -1 and end > first and sx.np_of[end - 1] != -1:
        start = _apposed(sx, from_genitives(sx, sx.phrases[sx.np_of[end - 1]].first, first), end, first)
    return None if start == -1 else (start, end)


def _agreeing(sx: Syntax, pronoun: int, first: int, end: int) -> int:
    """« (les informations) du quotidien allemand, selon lesquelles P »: where the nearest phrase begins that agrees
    with the pronoun and can tell, or the nearest that agrees; -1 where none does, no verb between."""
    nearest, want, i = -1, sx.tokens[pronoun].feats, end - 1
    while i >= first and not sx.finite[i] and sx.tokens[i].text not in (";", ":"):
        if sx.np_of[i] != -1:
            phrase = sx.phrases[sx.np_of[i]]
            have, i = sx.tokens[phrase.head].feats, phrase.first
            if all(have.get(name) == want.get(name) for name in ("Gender", "Number")):
                if tells(sx, phrase.first):
                    return phrase.first
                nearest = phrase.first if nearest == -1 else nearest
        i -= 1
    return nearest


def _apposed(sx: Syntax, start: int, end: int, first: int) -> int:
    """« (un de ses cadres), Hossam Badawi, selon qui P »: where the person begins whom a name behind a comma names."""
    before = start - 2
    if before < first or sx.tokens[start - 1].text != "," or sx.np_of[before] == -1:
        return start
    person, name = sx.phrases[sx.np_of[before]], sx.phrases[sx.np_of[start]]
    named = head_class(sx, name.first, name.last, name.head) == "person-name" and name.last == end
    titled = head_class(sx, person.first, person.last, person.head) == "person"
    return from_genitives(sx, person.first, first) if named and titled else start


def tells(sx: Syntax, first: int) -> bool:
    """Does a noun phrase that names one who can speak, or what is said, begin at the token? « La règle » need not."""
    phrase = sx.np_from.get(first)
    if phrase is None:
        return False
    return said_noun(sx, phrase.head) or head_class(sx, phrase.first, phrase.last, phrase.head) in WHO


def said_noun(sx: Syntax, head: int) -> bool:
    """Is the noun what somebody says: « information », "charge"?"""
    entry = lexicon(sx.document.language.code)["nouns"].get(sx.tokens[head].lemma, {})
    return entry.get("stance") in SAID


def replies(sx: Syntax, cue: Cue) -> bool:
    """ "a claim that Kyiv rejected", « une version que l'armée dément »: may the verb be of a relative clause that
    takes up what is said, and does it deny or confirm it?"""
    tokens, rules = sx.tokens, sx.grammar
    if cue.kind != "verb" or cue.passive or cue.entry.get("stance") not in REPLIES:
        return False
    for i in range(cue.first - 1, max(cue.first - NEAR, sx.region(cue.head)[0] + 1), -1):
        bare = i in sx.np_from and sx.document.language.code == "en"  # "a charge | Alemu dismissed"
        if bare or tokens[i].lower in rules.object_relatives:
            before = i - 1 - (tokens[i - 1].text == ",")
            if sx.np_of[before] != -1 and said_noun(sx, sx.phrases[sx.np_of[before]].head):
                return True
    return False


def by_rule(sx: Syntax, cue: Cue) -> bool:
    """« les critères selon lesquels on les choisit », "the rules according to which P": how something is done."""
    teller = sayer(sx, cue)
    phrase = sx.np_from.get(teller[0]) if teller is not None else None
    return phrase is not None and sx.tokens[phrase.head].lemma in sx.grammar.yardsticks
