"""What stands beside a cue and is no content of its: a day, a place, whom it addresses, a mark of its quotation."""

from __future__ import annotations

from functools import cache

from selon.analysis.attribution.content_features import Parts, Start, takes_complement
from selon.analysis.attribution.content_starts import after_insertion
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.syntax import Syntax, with_genitives
from selon.analysis.quotations import QUOTE_MARKS

INSERTION = 12  # tokens of an insertion between commas
CLAUSE = 14  # tokens in which a clause without a conjunction shows its verb


def misplaced(sx: Syntax, cue: Cue, parts: Parts) -> bool:
    """Parts that hold what can be no content of the cue's, a mark of the quotation around it or whom it addresses, or
    lack what begins their clause."""
    if not parts:
        return False
    a, last = parts[0][0], sx.region(cue.head)[1]
    if cue.last < a and sx.tokens[cue.last].text == "," and _conceded(sx, cue.last + 1, last):
        return True
    return _reaches_out(sx, cue, parts) or cue.last <= a < addressee(sx, cue) or _beheaded(sx, cue, a)


def _conceded(sx: Syntax, at: int, last: int) -> bool:
    """ "denied it, though aides said Q", « dit non, mais P »: does what the article sets against a saying begin at the
    token? Not "said, though not in so many words, that P"."""
    tokens = sx.tokens
    comma = next((i for i in range(at, last - 1) if tokens[i].text == ","), -1)
    return concedes(sx, at) and not (comma != -1 and tokens[comma + 1].lower in sx.grammar.complementizers)


def concedes(sx: Syntax, at: int) -> bool:
    """Does a conjunction that concedes or contrasts stand at the token: « bien que », « mais », "though"?"""
    ahead = [token.lower for token in sx.tokens[at : at + 2]]
    return " ".join(ahead) in sx.grammar.conceding or ahead[0] in sx.grammar.conceding


def _beheaded(sx: Syntax, cue: Cue, a: int) -> bool:
    """Does a content from token a on lack the beginning of its clause?

    « le fait que P | est Q », « en annonçant étudier | P », « le fait que P est | “Q”, d'après X ».
    """
    if a <= sx.region(cue.head)[0] or cue.first < a <= cue.last:
        return False
    before = sx.tokens[a - 1]
    if a - 1 == cue.last and before.infinitive and before.pos == "VERB":
        return True
    if (cue.lemma in sx.grammar.surest_prepositions and sx.finite[a - 1]) or sx.tokens[a].tag == "POS":
        return True
    noun = before.pos in ("NOUN", "PROPN", "ADJ") or (a > cue.last and sx.subject[a - 1])  # "told him we | needed P"
    return noun and sx.finite[a] and sx.tokens[a].pos in ("VERB", "AUX")


def _reaches_out(sx: Syntax, cue: Cue, parts: Parts) -> bool:
    """« On a constaté … 261 cas »: what is said inside a quotation begins after its mark and ends before the other."""
    k = sx.quote_of[cue.head]
    if k == -1:
        return False
    first, last = sx.quotes[k][:2]
    (a, b), (c, d) = parts[0], parts[-1]
    if a == first and b > first + 1 and d >= last - 1 and b <= cue.first < c:
        return False  # « “La grève, a prévenu X, durera” »: the attribution stands inside the marks, and is no part
    return any(a <= first < b or a < last < b for a, b in parts)


def addressee(sx: Syntax, cue: Cue) -> int:
    """« exhorte (les habitants de la vallée) à partir », "told (the BBC) a deal was near": where the words for whom it
    is asked of, or who is told a clause without a conjunction, end; -1 where there are none."""
    asked, told = "person+infinitive" in cue.takes, "person+clause" in cue.takes
    asked &= cue.entry.get("certainty") != "probable"  # "expects it to fall": what falls is asked nothing
    if not (asked or told):
        return -1
    tokens, rules = sx.tokens, sx.grammar
    first, last = cue.last, sx.region(cue.head)[1]
    while first < last and (tokens[first].pos == "ADV" or tokens[first].lower in rules.address_prepositions):
        first += 1
    phrase = sx.np_from.get(first)
    if phrase is None or phrase.last >= last:
        return -1
    end = with_genitives(sx, phrase.last, last)
    if end + 1 >= last or not ((asked and _asked(sx, end)) or (told and first == cue.last and _clause(sx, end, last))):
        return -1
    kind = head_class(sx, phrase.first, phrase.last, phrase.head)
    return end if kind in ("person", "person-name", "body", "pronoun") else -1


def _asked(sx: Syntax, at: int) -> bool:
    """Does an infinitive with its marker, or a quotation behind one, begin at the token?"""
    at += sx.tokens[at].text in QUOTE_MARKS and at + 2 < len(sx.tokens)  # « a appelé les parties “à la raison” »
    follows = sx.tokens[at + 1]
    infinitive = follows.infinitive or follows.tag == "VB" or sx.quote_of[at + 1] != -1
    if sx.tokens[at].lower in sx.grammar.infinitive_markers and infinitive:
        return True
    noun = sx.np_from.get(at) or sx.np_from.get(at + 1)  # « a appelé les deux camps (à la retenue) »
    called = noun is not None and sx.tokens[noun.head].pos == "NOUN" and not sx.tokens[at + 1].text[0].isupper()
    return sx.tokens[at].lower in sx.grammar.bidding and called


def _clause(sx: Syntax, at: int, last: int) -> bool:
    """Does a subject begin at the token, with its verb before the next comma?"""
    near = min(at + CLAUSE, last)
    comma = next((i for i in range(at, near) if sx.tokens[i].text == ","), near)
    return (sx.subject[at] or at in sx.np_from) and any(sx.finite[at:comma])


def adjunct(sx: Syntax, cue: Cue, start: Start, last: int) -> bool:
    """« said on Monday », "told a closed session": a day, a place or an addressee right after the verb, no content."""
    if not cue.entry or cue.kind == "preposition" or cue.table != "verbs":
        return False
    if set_apart(sx, cue.last, start.at, last) or start.at < _for_now(sx, cue.last):
        return True
    if start.kind not in ("preposition", "phrase"):
        return False
    comma = next((i for i in range(start.at, last) if sx.tokens[i].text in ",;:"), last)
    if any(sx.finite[i] for i in range(start.at, min(start.at + 14, comma))):
        return False
    word = sx.tokens[start.at].lower
    if word in sx.grammar.loose_prepositions and not takes_complement(cue.takes, "preposition", word):
        return True
    if start.kind == "preposition":
        return word in sx.grammar.genitives and start.at > cue.last and sx.np_of[start.at - 1] != -1  # "a session of"
    if cue.lemma.rpartition(" ")[2] in cue.takes:
        return False  # "called for an immediate ceasefire": the key has the preposition already
    person = any(complement.startswith("person+") for complement in cue.takes)
    return person and start.number == 0 and not {"noun", "small", "person+noun"} & cue.takes


def _for_now(sx: Syntax, at: int) -> int:
    """« n'a pas réagi (dans l'immédiat) »: where a set phrase of when or how far that begins at the token ends."""
    word = sx.tokens[at].lower if at < len(sx.tokens) else ""
    for words in _by_first_word(sx.grammar.provisos).get(word, ()):
        if [token.lower for token in sx.tokens[at : at + len(words)]] == words:
            return at + len(words)
    return -1


@cache
def _by_first_word(phrases: frozenset[str]) -> dict[str, list[list[str]]]:
    """The words of each phrase, by the first of them, those of most words first."""
    out: dict[str, list[list[str]]] = {}
    for words in sorted((phrase.replace("'", "' ").split() for phrase in phrases), key=lambda words: -len(words)):
        out.setdefault(words[0], []).append(words)
    return out


def set_apart(sx: Syntax, first: int, at: int, last: int) -> bool:
    """Does the token lie in an adjunct between commas: « HRW a relevé, (grâce à des témoins,) l'existence de P »?"""
    tokens = sx.tokens
    if first + 1 >= last or tokens[first].text != ",":
        return False
    if at < after_insertion(sx, first, last):
        return True
    if tokens[first + 1].lower not in sx.grammar.loose_prepositions:
        return False
    closes = next((i for i in range(first + 1, last) if tokens[i].text in ",;:"), -1)
    return first <= at < closes and tokens[closes].text == ","


def having_done(sx: Syntax, cue: Cue) -> int:
    """« a reconnu jeudi, lors d'un entretien, (s'être dopé) », "admitted (having lied)": where a past infinitive
    begins behind the cue, days and insertions passed over; -1 without one."""
    tokens, rules, last = sx.tokens, sx.grammar, sx.region(cue.head)[1]
    k = cue.last
    while k < last and (
        (tokens[k].pos == "ADV" and tokens[k].lower not in rules.negations)
        or tokens[k].text == ","
        or tokens[k].lower in rules.days | rules.day_parts
    ):
        comma = next((i for i in range(k + 1, min(k + INSERTION, last)) if tokens[i].text == ","), -1)
        inserted = tokens[k].text == "," and comma != -1 and not any(sx.finite[k:comma])
        k = comma if inserted else k + 1
    passed = tokens[cue.last : k]
    if any(t.lower in rules.day_parts for t in passed) and not any(
        t.lower in rules.days or t.text == "," for t in passed
    ):
        return -1  # « se plaint (de) n'avoir rien reçu »: that word belongs to what is said
    start = k
    while k + 1 < last and tokens[k].lower in rules.object_clitics | rules.negations:
        k += 1
    past = k + 1 < last and tokens[k].lemma in rules.auxiliaries and (tokens[k].infinitive or tokens[k].tag == "VBG")
    done = past and any(t.participle for t in tokens[k + 1 : min(k + 3, last)])
    return start if done else -1
