"""What is said of something that stands elsewhere, together with that thing.

« une promesse que la CFDT juge “tardive” », "Gutierrez was described by the bishops as an advocate", « un tracé jugé
“fébrile” par la revue »: without the noun nobody could tell what is late, or who is an advocate. The annotators of our
articles drew 79 relative clauses so, and some ten without the noun (most of these English infinitives).
"""

from __future__ import annotations

from selon.analysis.attribution.content_features import Parts
from selon.analysis.attribution.cue_constructions import resumes
from selon.analysis.attribution.lexicon import Cue, lexicon
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax, from_genitives, subject_at, whose
from selon.analysis.quotations import QUOTE_MARKS

INSERTION = 9  # tokens between two commas
REACH = 3  # tokens from the cue, or its agent, to what is said


def topic_of(sx: Syntax, cue: Cue, first: int, source: Source, parts: Parts) -> Parts:
    """What ``parts`` are said of, where another clause, or the subject of a passive, tells it; else nothing.

    ``first``: the first token of the cue with its auxiliaries.
    """
    if cue.kind in ("noun", "preposition", "colon") or source.first == -1 or len(parts) != 1:
        return ()
    if cue.passive and source.first >= cue.last:
        return _of_passive(sx, cue, first, source, parts[0][0])
    if source.position not in ("subject", "inverted"):
        return ()
    relative = min(source.first, cue.first) - 1
    begins = max(cue.last, source.last) if source.first >= cue.last else cue.last
    bare = _bare_relative(sx, relative)
    if not (bare or opens_relative(sx, relative)):
        return ()
    at = parts[0][0]
    genitive = sx.tokens[relative].lower in sx.grammar.genitive_relatives
    named = sx.tokens[source.first].lower not in sx.grammar.definite  # « dont le programme prévoit P »: its programme
    said = named and _whose(sx, relative, at) if genitive else predicate(sx, cue, at) or _is_said_of(sx, cue, at)
    if not (said and 0 <= at - begins <= REACH):
        return ()
    phrase = _phrase_before(sx, relative + bare, sx.region(cue.head)[0])
    return () if phrase is None or _cleft(sx, phrase[0]) else (phrase,)


def _is_said_of(sx: Syntax, cue: Cue, at: int) -> bool:
    """ "a figure (that) critics say | is far too low": does a copula without a subject stand right behind the cue?
    Other verbs are told without the noun ("a law which he said | would help")."""
    said = sx.document.language.code == "en" and at == cue.last and "clause" in cue.takes
    return said and sx.finite[at] and sx.tokens[at].lemma in sx.grammar.determiner_copulas


def with_likeness(sx: Syntax, cue: Cue, first: int, source: Source, parts: Parts) -> Parts:
    """« M. Pell, que ses amis décrivent (comme) un solitaire »: what likens the thing that the pronoun takes up to what
    is said of it, without which nothing would be said of the thing."""
    if len(parts) != 1 or parts[0][0] <= cue.last or sx.tokens[parts[0][0] - 1].lower not in sx.grammar.likening:
        return parts
    whole = ((parts[0][0] - 1, parts[0][1]),)
    return whole if topic_of(sx, cue, first, source, whole) else parts


def with_its_noun(sx: Syntax, cue: Cue, parts: Parts) -> Parts:
    """ "poured cold water on (reports) that P", « balaie (l'idée) que P »: the noun that has the clause for its own."""
    if cue.kind != "verb" or len(parts) != 1 or {"person+clause", "person+infinitive"} & cue.takes:
        return parts
    (a, b), phrase = parts[0], sx.np_from.get(cue.last)
    if phrase is None or phrase.last != a or sx.tokens[a].lower not in sx.grammar.complementizers:
        return parts
    noun = lexicon(sx.document.language.code)["nouns"].get(sx.tokens[phrase.head].lemma)
    return ((cue.last, b),) if noun is not None and "clause" in noun.get("takes", ()) else parts


def taken_up(sx: Syntax, cue: Cue, source: Source) -> tuple[int, int] | None:
    """« Une version que l'armée dément | a circulé », "a charge the minister rejected": the noun phrase that is all
    that is said, where the relative clause ends with its verb; None elsewhere."""
    if source.position not in ("subject", "inverted") or cue.kind not in ("verb", "infinitive") or cue.passive:
        return None
    relative = min(source.first, cue.first) - 1
    bare = _bare_relative(sx, relative)
    whole = bare or (opens_relative(sx, relative) and sx.tokens[relative].lower not in sx.grammar.genitive_relatives)
    if not whole or not {"noun", "clause"} & cue.takes:
        return None
    end, last = max(cue.last, source.last), sx.region(cue.head)[1]
    while end < last and sx.tokens[end].pos == "ADV":
        end += 1
    apart = end < last and sx.tokens[end].text == "," and not _goes_on_behind(sx, cue, end, last)
    closes = end >= last or apart or sx.tokens[end].text in (".", ";", ")", "–", "—") or _goes_on(sx, cue, end)
    closes = closes or (sx.tokens[end].pos == "ADP" and not predicate(sx, cue, end) and _adjunct_ends(sx, end, last))
    phrase = _phrase_before(sx, relative + bare, sx.region(cue.head)[0]) if closes else None
    return None if phrase is None or _cleft(sx, phrase[0]) else phrase


def _goes_on_behind(sx: Syntax, cue: Cue, comma: int, last: int) -> bool:
    """ "an argument that X dismissed(, on Sunday,) as “Q”": does what is said follow an insertion?"""
    near = range(comma + 1, min(comma + INSERTION, last - 1))
    second = next((i for i in near if sx.tokens[i].text == "," or sx.finite[i]), -1)
    return second != -1 and sx.tokens[second].text == "," and predicate(sx, cue, second + 1)


def _adjunct_ends(sx: Syntax, at: int, last: int) -> bool:
    """Does nothing that may be said follow the adjunct at token ``at``: "a claim X rejected (within hours)."?"""
    joins = (sx.grammar.complementizers | sx.grammar.predicating) - sx.grammar.genitives
    for i in range(at + 1, last):
        token = sx.tokens[i]
        if token.text in QUOTE_MARKS or token.text == ":" or token.infinitive or token.lower in joins:
            return False
        if token.text in ",.;)" or sx.finite[i]:
            return True
    return True


def _goes_on(sx: Syntax, cue: Cue, at: int) -> bool:
    """Is token ``at``, behind the verb of a relative clause, the verb of the clause around it?

    Not in "a law which he said | would help", whose pronoun is the subject of what is said.
    """
    tells = cue.entry.get("stance") == "asserts" and "noun" not in cue.entry.get("when", {})
    if sx.document.language.code == "en" and tells and "clause" in cue.takes:
        return False
    return sx.finite[at] or sx.tokens[at].tag in ("VBD", "VBN", "MD")


def matrix_verb(sx: Syntax, cue: Cue, source: Source, at: int, last: int) -> int:
    """Where a content that begins at token ``at`` inside a relative clause or an opening participle must end, else
    ``last``: at the verb of the clause around it (« les mesures que X envisage d'adopter | coûteraient P »), at the
    comma before it (« la loi, que X avait promis d'abroger |, reste P », "Asked by X whether P |, the mayor left")."""
    if cue.kind == "participle" and min(source.first, cue.first) == sx.region(cue.head)[0]:
        return next((i for i in range(at, last - 1) if sx.tokens[i].text == "," and _begins_clause(sx, i + 1)), last)
    relative = min(source.first, cue.first) - 1
    if cue.kind not in ("verb", "infinitive", "participle") or relative < 0:
        return last
    if _fronted(sx, sx.region(cue.head)[0], at):
        commas = (
            i for i in range(at, last - 1) if sx.tokens[i].text == "," and sx.quote_of[i] == sx.quote_of[cue.head]
        )
        return next((i for i in commas if subject_at(sx, i + 1, last) is not None), last)
    infinitive = sx.tokens[at].infinitive or sx.tokens[at].lower in sx.grammar.infinitive_markers
    who = sx.tokens[cue.first - 1].lower in sx.grammar.subject_relatives and sx.tokens[cue.first - 2].text == ","
    that = sx.tokens[at].lower in sx.grammar.complementizers
    if (infinitive or that) and who and cue.first > 2:
        return _closing_comma(sx, at, last)  # « le maire, qui a promis d'agir |, est parti »
    likened = sx.tokens[at - 1].lower in sx.grammar.likening  # « décrivent comme (un solitaire) »
    alone = sx.finite[at]  # "which investigators believe | was set with gasoline": the relative pronoun is its subject
    if not (infinitive or likened or alone or predicate(sx, cue, at) or _whose(sx, relative, at)):
        return last
    if not (opens_relative(sx, relative) or _bare_relative(sx, relative)):
        return last
    joins = sx.grammar.complementizers | sx.grammar.relatives | sx.grammar.subordinators | sx.grammar.conjunctions
    for i in range(at + alone, last):
        token = sx.tokens[i]
        if sx.quote_of[i] != -1:
            continue
        closes = token.text == "," and resumes(sx, i + 1, last)
        if closes and opens_relative(sx, relative) and sx.tokens[relative - 1].text == ",":
            return i
        if token.text in ",;:" or (i > at and token.lower in joins) or sx.subject[i]:
            return last
        if sx.finite[i]:
            return i
    return last


def _closing_comma(sx: Syntax, at: int, last: int) -> int:
    """The first comma from token ``at`` on behind which the verb of the clause around goes on, else ``last``."""
    commas = (i for i in range(at, last) if sx.tokens[i].text == "," and sx.quote_of[i] == -1)
    return next((i for i in commas if resumes(sx, i + 1, last)), last)


def _fronted(sx: Syntax, first: int, at: int) -> bool:
    """« (Alors que le maire assure) que P, deux voies sont fermées », "While X says P, Y …": does the sentence open
    with a conjunction whose clause goes on to token ``at``?"""
    opener, second = sx.tokens[first : first + 2] if at > first + 2 else (None, None)
    if opener is None or second is None or opener.lower not in sx.grammar.subordinators:
        return False
    joins = opener.pos == "SCONJ" or second.lower in sx.grammar.complementizers
    return joins and not any(t.text in ",;:" for t in sx.tokens[first:at])


def _begins_clause(sx: Syntax, i: int) -> bool:
    """Does a subject with its verb stand at token i?"""
    phrase = sx.np_from.get(i)
    return phrase is not None and phrase.last < len(sx.tokens) and sx.finite[phrase.last]


def opens_relative(sx: Syntax, at: int) -> bool:
    """Does token ``at`` take up the noun before it, as the object of the clause that it opens?"""
    if at < 2 or sx.tokens[at].lower not in sx.grammar.object_relatives:
        return False
    before = at - 2 if sx.tokens[at - 1].text == "," else at - 1
    if sx.np_of[before] != -1 and _is_told(sx, sx.phrases[sx.np_of[before]].first):
        return False
    return sx.np_of[before] != -1 and sx.tokens[before].pos in ("NOUN", "PROPN", "ADJ", "X", "NUM")


def _is_told(sx: Syntax, first: int) -> bool:
    """ "told the paper (that P)", « a dit au maire (que P) », "said in a statement (that P)": does the noun phrase name
    whom a verb tells something, or where it stands?"""
    verb = first - 1
    if verb > 0 and sx.tokens[verb].pos == "ADP" and sx.tokens[verb].lower not in sx.grammar.genitives:
        verb -= 1
    entry = lexicon(sx.document.language.code)["verbs"].get(sx.tokens[verb].lemma, {}) if verb >= 0 else {}
    told = verb < first - 1 or "person+clause" in entry.get("takes", ())
    return told and bool({"clause", "person+clause"} & set(entry.get("takes", ())))


def _bare_relative(sx: Syntax, at: int) -> bool:
    """Does a noun end at token ``at`` that the clause behind it has for its object: "a plan | X calls absurd"?"""
    if sx.document.language.code != "en" or at < 1 or sx.np_of[at] == -1 or sx.tokens[at].pos != "NOUN":
        return False
    phrase = sx.phrases[sx.np_of[at]]
    governed = phrase.first > 0 and sx.tokens[phrase.first - 1].pos == "ADP"
    named = sx.tokens[phrase.first].pos != "DET" or sx.tokens[phrase.head].lower in sx.grammar.reference_nouns
    follows = at + 1 in sx.np_from or (at + 1 < len(sx.tokens) and sx.subject[at + 1])
    return phrase.last == at + 1 and follows and not (governed or named)


def predicate(sx: Syntax, cue: Cue, at: int) -> bool:
    """Does what begins at token ``at`` go with an object that stands elsewhere: « prématurée », « “Q” », "as P"?

    English infinitives are not told with their subject ("a task that X wants | to finish"): 7 of 7.
    """
    tokens, rules = sx.tokens, sx.grammar
    if at == cue.last and tokens[at - 1].lower in rules.predicating:
        return True  # "dismissed as (a stunt)"
    while at + 1 < len(tokens) and tokens[at].pos == "ADV" and tokens[at].lower not in rules.negations:
        at += 1
    token = tokens[at]
    if token.lower in rules.complementizers or (at in sx.np_from and token.pos in ("DET", "NUM", "NOUN", "PROPN")):
        return False
    phrase = sx.np_from.get(at)
    noun = phrase is not None and sx.tokens[phrase.head].pos in (
        "NOUN",
        "PROPN",
    )  # "projected (former President X) won"
    if token.text in QUOTE_MARKS or ((token.pos == "ADJ" or token.participle) and not noun):
        return True
    if sx.document.language.code == "fr" and (token.infinitive or token.lower in rules.infinitive_markers):
        return True
    governed = token.pos == "ADP" and bool({token.lower, token.lemma} & cue.takes)  # « attribue à la pluie »
    figure = (
        token.lower in rules.figuring and at + 1 < len(tokens) and tokens[at + 1].pos == "NUM"
    )  # « chiffre à 3 milliards »
    return governed or figure or token.lower in rules.predicating


def _whose(sx: Syntax, relative: int, at: int) -> bool:
    """« une clause dont Tbilissi conteste (l'interprétation) »: a noun phrase of what the pronoun takes up."""
    phrase = sx.np_from.get(at)
    whose = sx.tokens[relative].lower in sx.grammar.genitive_relatives and phrase is not None
    return whose and sx.tokens[at].feats.get("Definite") == "Def"


def _of_passive(sx: Syntax, cue: Cue, first: int, source: Source, begins: int) -> Parts:
    """The subject of a passive whose agent says of it what begins at a token behind the cue."""
    after = source.last if begins >= source.last else cue.last
    if "person+clause" in cue.takes:
        return ()  # "was told by X of P": who is told is not what is told of
    if not (0 <= begins - after <= REACH and predicate(sx, cue, begins)):
        return ()
    found = undergoes(sx, cue, first)
    return () if found is None else (found,)


def undergoes(sx: Syntax, cue: Cue, first: int) -> tuple[int, int] | None:
    """The subject of a passive that begins at token ``first``: a pronoun, or the noun phrase before it."""
    at = first
    while at > 0 and (sx.tokens[at - 1].pos == "ADV" or sx.tokens[at - 1].lower in sx.grammar.subject_relatives):
        at -= 1
    if at > 0 and sx.subject[at - 1]:
        return at - 1, at
    first = sx.region(cue.head)[0]
    phrase = _phrase_before(sx, _before_insertion(sx, at, first), first) if at else None
    if phrase is None:
        return None
    start = _clause_start(sx, first, phrase[0])
    return start - (start > first and whose(sx, start - 1)), phrase[1]  # "(her) death": two phrases to the tagger


def _before_insertion(sx: Syntax, at: int, first: int) -> int:
    """ "Marchetti(, who has died aged 91,) was described by X as P": the token behind the comma that opens a relative
    clause which closes before ``at``; ``at`` where none does."""
    if at < 2 or sx.tokens[at - 1].text != ",":
        return at
    opens = (i for i in range(at - 2, first, -1) if sx.tokens[i].text == ",")
    comma = next((i for i in opens if sx.tokens[i + 1].lower in sx.grammar.relatives), at - 1)
    return comma + 1


def _clause_start(sx: Syntax, first: int, start: int) -> int:
    """Where the subject begins whose last noun phrase begins at ``start``: "(implications of leaving) the Union"."""
    for i in range(start - 1, first - 1, -1):
        token = sx.tokens[i]
        ends = token.text in ",;:" or token.text in QUOTE_MARKS or token.pos in ("CCONJ", "SCONJ", "PRON")
        if ends or sx.finite[i]:
            first = i + 1
            break
    return first if first in sx.np_from and first < start else start


def _phrase_before(sx: Syntax, at: int, first: int) -> tuple[int, int] | None:
    """The noun phrase that ends before token ``at``, or before a comma there, with the noun that it belongs to (« le
    rapport des experts »)."""
    end = at - 1 if sx.tokens[at - 1].text == "," else at
    full = end
    if end > first and sx.tokens[end - 1].text == ")":  # "the European Union (EU)"
        end = next((i for i in range(end - 2, max(first, end - INSERTION), -1) if sx.tokens[i].text == "("), end)
    if end - 1 < first or sx.np_of[end - 1] == -1:
        return None
    phrase = sx.phrases[sx.np_of[end - 1]]
    start = from_genitives(sx, phrase.first, first)
    timed = sx.tokens[phrase.head].lower in sx.grammar.days | sx.grammar.months | sx.grammar.reference_nouns
    return None if timed or start < first else (start, full)


def _cleft(sx: Syntax, start: int) -> bool:
    """« C'est (à) Paris que X a promis P »: the pronoun takes up no object. It does in « c'est une version que »."""
    if sx.tokens[start].lower in sx.grammar.indefinite:
        return False
    before = start - 1
    if before > 0 and sx.tokens[before].pos == "ADP":
        before -= 1
    copula = before > 0 and sx.tokens[before].lemma in sx.grammar.determiner_copulas
    return copula and sx.tokens[before - 1].lower in sx.grammar.clefts


def in_relative(sx: Syntax, cue: Cue, parts: Parts) -> Parts:
    """« selon (lesquelles) P | ont été démenties »: P, without the pronoun, up to the verb of the clause around it."""
    if cue.kind != "preposition" or len(parts) != 1:
        return parts
    (a, b), verbs = parts[0], 0
    a -= a - 1 == cue.last  # the pronoun may have been left out already
    if sx.tokens[a].lower not in sx.grammar.relatives:
        return parts
    joins = sx.grammar.complementizers | sx.grammar.relatives | sx.grammar.subordinators | sx.grammar.conjunctions
    if cue.first > 0 and sx.tokens[cue.first - 1].text == ",":  # "the mayor, according to whom P, refused"
        closes = _closing_comma(sx, a + 1, b)
        if closes != b and any(sx.finite[a + 1 : closes]):
            return ((a + 1, closes),)
    for i in range(a + 1, b):
        token = sx.tokens[i]
        if sx.quote_of[i] != -1:
            continue
        if verbs and (token.text in ",;:" or token.lower in joins):
            break
        if verbs and sx.finite[i]:
            return ((a + 1, i),)
        verbs += sx.finite[i]
    return ((a + 1, b),) if a + 1 < b else parts


def with_adjective(sx: Syntax, cue: Cue, parts: Parts) -> Parts:
    """« a jugé vendredi (légal) le projet »: an adjective between the verb and what it is said of is said too."""
    if "small" not in cue.takes or len(parts) != 1 or parts[0][0] <= cue.last:
        return parts
    (a, b), tokens = parts[0], sx.tokens
    at = a
    while at > cue.last and (tokens[at - 1].pos in ("ADJ", "ADV") or tokens[at - 1].participle):
        at -= 1
    adjective = any(tokens[i].pos == "ADJ" or tokens[i].participle for i in range(at, a))
    days = all(tokens[i].lower in sx.grammar.days | sx.grammar.day_parts for i in range(cue.last, at))
    return ((at, b),) if adjective and days else parts
