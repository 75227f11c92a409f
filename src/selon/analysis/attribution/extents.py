"""Where spans end, by grammar.

A source gives up the place where it spoke and takes the apposition that explains it; a content, the gloss on it.
"""

from __future__ import annotations

from selon.analysis.attribution.circumstances import clocked
from selon.analysis.attribution.content_features import Parts
from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax, of_manner, with_genitives
from selon.analysis.known import known_names
from selon.analysis.quotations import QUOTE_MARKS

APPOSITION = 12  # tokens of an apposition


def source_extent(sx: Syntax, cue: Cue, source: Source) -> tuple[int, int]:
    """The token range of a ranked source, mended."""
    first, last = source.first, source.last
    if source.position == "inverted" and first >= cue.last:
        while first + 1 < last and sx.tokens[first].lower in sx.grammar.reference_nouns:
            first += 1  # « a indiqué (jeudi) le chef de la diplomatie »
        first = _after_place(sx, _after_adjunct(sx, first, last), last)
        last = _without_audience(sx, first, _without_place(sx, first, last))
    if source.position == "subject":
        first = _with_name(sx, first, sx.region(cue.head)[0])
    if source.position == "clitic" and sx.tokens[first].lower.endswith("on"):
        first, last = _behind_one(sx, cue) or (first, last)
    if sx.tokens[first].lower == "what" and first + 1 < last:
        first += 1  # "What (the senator) did not mention was P"
    first = _agent_behind(sx, _behind_object(sx, first, last), last)
    first += last - first > 1 and first == sx.region(first)[0] and clocked(sx, first)
    last = _without_clitics(sx, first, last)
    last = _without_day(sx, first, _without_contact(sx, first, _without_addressee(sx, first, last)))
    if last - first > 3 and sx.tokens[last - 1].participle and sx.tokens[last - 2].text == ",":
        last -= 2  # « Le président Anastasiades(, élu) en février, a défendu P »
    if (
        last - first > 2
        and sx.tokens[last - 1].pos == "SCONJ"
        and sx.tokens[last - 1].lower in sx.grammar.subordinators
    ):
        last -= 1  # "Some relatives, speaking on condition of anonymity (because) they feared P, said Q"
    if last - first > 2 and sx.tokens[first].pos == "ADJ" and sx.tokens[first + 1].text == ",":
        first += 2  # « À l'hôpital (préfectoral,) un infirmier a avancé P »
    if last - first > 2 and sx.tokens[last - 1].lower in sx.grammar.subject_relatives:
        last -= 1 + (sx.tokens[last - 2].text == ",")  # "President Trump(, who) has long asked for it, said P"
    if cue.kind == "preposition":
        last = _with_apposition(sx, first, last, sx.region(cue.head)[1])
    return first, last


def _without_clitics(sx: Syntax, first: int, last: int) -> int:
    """« On (nous) a dit »: the object between a subject pronoun and its verb is no part of who says it."""
    tokens, taken = sx.tokens, sx.grammar.relatives
    clitics = all(t.pos == "PRON" and t.lower not in taken for t in tokens[first + 1 : last])
    return first + 1 if clitics and tokens[first].lower in sx.grammar.subject_pronouns and last <= first + 3 else last


def _behind_object(sx: Syntax, first: int, last: int) -> int:
    """ "a move (Ashdown) said was hard", "a number (unions) called low": not what the clause is about."""
    phrase = sx.np_from.get(first)
    if phrase is None or not phrase.last < last or sx.tokens[first].lower not in sx.grammar.singular_articles:
        return first
    subject = sx.np_from.get(phrase.last)
    if head_class(sx, phrase.first, phrase.last, phrase.head) in ("person", "body"):
        return first
    return subject.first if subject is not None and subject.last == last and sx.tokens[first - 1].text == "," else first


def _agent_behind(sx: Syntax, first: int, last: int) -> int:
    """ "a figure disputed by (the company), which puts it at 5,000": whom the relative clause is about."""
    tokens, rules = sx.tokens, sx.grammar
    if last + 1 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].lower not in rules.subject_relatives:
        return first
    done = (i for i in range(first + 2, last) if tokens[i - 2].participle and i in sx.np_from)
    return next((i for i in done if tokens[i - 1].lower in rules.agent_prepositions), first)


def _after_adjunct(sx: Syntax, first: int, last: int) -> int:
    """« raconte, encore sous le choc, (Ahmed, 45 ans) »: an adjunct between commas stands before who says it."""
    tokens = sx.tokens
    if first < 2 or tokens[first - 1].pos != "ADP" or tokens[first - 1].lower in sx.grammar.genitives:
        return first
    opens = any(tokens[i].text == "," for i in range(max(first - 4, 0), first))
    comma = next((i for i in range(first, last) if tokens[i].text == ","), -1)
    return comma + 1 if opens and 0 < comma < last - 1 and comma + 1 in sx.np_from else first


def _without_day(sx: Syntax, first: int, last: int) -> int:
    """ "The committee (on Monday) announced P": the day that something was said is no part of who said it."""
    tokens = sx.tokens
    if last - first < 3 or tokens[last - 1].lower not in sx.grammar.reference_nouns or any(sx.finite[first:last]):
        return last
    on = tokens[last - 2].pos == "ADP" and tokens[last - 2].lower not in sx.grammar.genitives
    return last - 2 if on else last


def _without_addressee(sx: Syntax, first: int, last: int) -> int:
    """« a lancé la procureure (à l'adresse du prévenu) », « le maire(, en direction de l'opposition), a promis P »."""
    for i in range(first + 1, last - 2):
        for words in (phrase.split() for phrase in sx.grammar.facing):
            end = i + len(words)
            faces = end < last and [token.lower for token in sx.tokens[i:end]] == words
            if faces and sx.tokens[end].lower in sx.grammar.genitives:
                return i - (i - 1 > first and sx.tokens[i - 1].text == ",")
    return last


def _without_contact(sx: Syntax, first: int, last: int) -> int:
    """« Marc Leroy(, joint par téléphone), assure P »: how a source was reached, behind a comma, is no part of who it
    is (12 of 14 in the French training articles; 1 of 3 in the English ones)."""
    if sx.document.language.code != "fr":
        return last
    joined = (i for i in range(first + 1, last - 1) if sx.tokens[i].text == ",")
    return next((i for i in joined if sx.tokens[i + 1].lower.rstrip("es") in sx.grammar.reached), last)


def _behind_one(sx: Syntax, cue: Cue) -> tuple[int, int] | None:
    """« indique-t-on dans (l’entourage du ministre) », « apprend-on de (source policière) », « dit-on à (Nairobi) »."""
    tokens, last = sx.tokens, sx.region(cue.head)[1]
    k = max(cue.last, cue.pronoun + 1)
    while k < last and (
        tokens[k].lower in sx.grammar.reference_nouns
        or (tokens[k].pos == "ADV" and tokens[k].lower not in sx.grammar.whence)
    ):
        k += 1  # « a-t-on appris (mercredi) de … »
    if k + 1 >= last or tokens[k].lower not in sx.grammar.whence:
        return None
    beside = tokens[k].lower == "auprès"
    k += beside  # « a-t-on appris auprès (de la préfecture) »
    bodily = tokens[k].lower in sx.grammar.bodily  # « indique-t-on en (mairie) »
    phrase = sx.np_from.get(k + 1) or (sx.np_from.get(k) if tokens[k].lower in ("au", "aux", "du") else None)
    if phrase is None:
        return None
    named = tokens[phrase.head].lemma in sx.grammar.source_nouns
    specific = (
        tokens[phrase.first].pos == "DET"
        or tokens[k].lower in ("au", "aux")
        or (beside and tokens[k].lower in sx.grammar.partitives)  # « auprès (du) parquet »
        or (bodily and head_class(sx, phrase.first, phrase.last, phrase.head) == "body")
        or tokens[phrase.head].pos == "PROPN"
    )
    if not (named or specific):
        return None  # « dit-on sur place »
    if tokens[k].lower in sx.grammar.genitives and not named and not beside:
        return None
    end = with_genitives(sx, phrase.last, last)
    while end - 1 > phrase.head and tokens[end - 1].lower in sx.grammar.reference_nouns:
        end -= 1  # « auprès des pompiers (mardi) »
    return max(phrase.first, k + 1), end


def unmannered(sx: Syntax, source: Source, parts: Parts) -> Parts:
    """ "(a view) that several aides shared privately": an adverb of manner is not what is shared."""
    tokens = sx.tokens
    if len(parts) != 1 or parts[0][1] != parts[0][0] + 1 or source.first < 2:
        return parts
    adverb = parts[0][0]
    if not of_manner(sx, adverb) or sx.quote_of[adverb] != -1:
        return parts
    taken = sx.np_of[source.first - 2] if tokens[source.first - 1].lower in sx.grammar.relatives else -1
    return ((sx.phrases[taken].first, sx.phrases[taken].last),) if taken != -1 else ()


def unglossed(sx: Syntax, parts: Parts) -> Parts:
    """« a appelé X “la châtelaine”(, en référence à la propriété familiale) »: the explanation is the article's."""
    return tuple((a, next((i for i in range(a + 1, b) if _opens_gloss(sx, i)), b)) for a, b in parts)


def received(sx: Syntax, cue: Cue, content: Content) -> tuple[int, int]:
    """« a accueilli la nouvelle (avec soulagement) »: how it was taken belongs to the cue; (-1, -1) elsewhere.

    5 of 5 in the French training articles; a party to what was received stays (« l'accord avec les rebelles »).
    """
    if cue.lemma.split(" ")[0] not in sx.grammar.receiving or content.side != "right" or len(content.parts) != 1:
        return -1, -1
    (a, b) = content.parts[0]
    for i in range(a + 1, b - 1):
        if sx.tokens[i].lower in sx.grammar.accompanying and sx.quote_of[i] == -1:
            nouns = (p for p in map(sx.np_from.get, range(i + 1, min(i + 5, b))) if p and not sx.subject[p.first])
            phrase = next(nouns, None)  # « avec (beaucoup) de scepticisme »
            if phrase is not None and head_class(sx, phrase.first, phrase.last, phrase.head) == "other":
                return i, b
    return -1, -1


def _opens_gloss(sx: Syntax, i: int) -> bool:
    if sx.tokens[i].text != "," or sx.quote_of[i] != -1:
        return False
    return any(
        [t.lower for t in sx.tokens[i + 1 : i + 1 + len(words)]] == words
        for words in (phrase.split() for phrase in sx.grammar.glosses)
    )


def _with_name(sx: Syntax, first: int, start: int) -> int:
    """« (Jean-Luc Mélenchon,) le candidat du Front de gauche, avait appelé … »: the name that an apposition explains.

    Only a bare name that opens the clause: « Interrogé par Europe 1, le ministre … » begins with the ministry.
    """
    tokens = sx.tokens
    if first - 2 < start or tokens[first - 1].text != "," or tokens[first].pos != "DET":
        return first
    k = sx.np_of[first - 2]
    if k == -1 or sx.phrases[k].last != first - 1:
        return first
    name = sx.phrases[k]
    opens = (
        name.first == start
        or tokens[name.first - 1].text in (";", ":", "-", "–", ".")
        or (tokens[name.first - 1].pos == "CCONJ" and tokens[name.first - 1].text.islower())
    )
    person = head_class(sx, name.first, name.last, name.head) == "person-name" and name.last - name.first > 1
    return name.first if opens and person else first


def _after_place(sx: Syntax, first: int, last: int) -> int:
    """« a répété jeudi à (Budapest) le président Zelensky »."""
    tokens = sx.tokens
    k = first
    while k < last and tokens[k].text[:1].isupper():
        k += 1
    place = first < k < last and tokens[first - 1].lower in sx.grammar.placing and tokens[k].pos == "DET"
    return k if place else first


def _without_place(sx: Syntax, first: int, last: int) -> int:
    """« a déclaré Mitt Romney (dans le Wisconsin) », « s’est réjoui le président Obama (à Hilliard) »."""
    tokens, rules = sx.tokens, sx.grammar
    for i in range(first + 1, last - 1):
        occasion = tokens[i].lower in rules.occasions and tokens[i - 1].pos in ("NOUN", "PROPN")
        if occasion and not any(sx.finite[first:i]):
            return i  # « explique le professeur (devant les députés) »
        if tokens[i - 1].pos != "PROPN":
            continue
        place = tokens[i].lower in rules.located and tokens[i + 1].pos == "PROPN"
        if tokens[i].lower in rules.loose_prepositions or place:
            return i
    return last


def _without_audience(sx: Syntax, first: int, last: int) -> int:
    """« confie un officier (à l'AFP) », "said a guard (to reporters)": the press that was told is not who said it."""
    tokens, rules = sx.tokens, sx.grammar
    for i in range(first + 1, last - 1):
        if tokens[i].lower not in rules.telling or tokens[i - 1].pos not in ("NOUN", "PROPN", "PRON", "ADJ", "X"):
            continue  # « un communiqué lu à la télévision »
        phrase = sx.np_from.get(i) or sx.np_from.get(i + 1)
        if phrase is None:
            continue
        nouns = {tokens[k].lemma for k in range(phrase.first, phrase.last)}
        name = sx.document.text[tokens[phrase.first].start : tokens[phrase.last - 1].end]
        if nouns & rules.audiences or any(
            known.actor.kind == "media" for known in known_names(name, sx.document.language.code)
        ):
            return i
    return last


def _with_apposition(sx: Syntax, first: int, last: int, end: int) -> int:
    """« Selon François Dubet(, sociologue et professeur à l’Université), P », « Pour X(, son secrétaire) : “P” ».

    A person is no apposition of a body: "According to the agency ISNA, the prosecutor general, …, said P".
    """
    tokens = sx.tokens
    named, beside = sx.np_from.get(first), sx.np_from.get(last + 1)
    if named is not None and beside is not None:
        kinds = [head_class(sx, p.first, p.last, p.head) for p in (named, beside)]
        if kinds[0] in ("body", "document") and kinds[1] == "person":
            return last
    named_whole = any(t.text[:1].isupper() and t.pos in ("PROPN", "X", "NOUN") for t in tokens[first:last])
    if last + 2 >= end or tokens[last].text != "," or not named_whole:
        return last
    opener = tokens[last + 1]
    if last + 1 not in sx.np_from or sx.subject[last + 1] or opener.text in QUOTE_MARKS:
        return last
    for i in range(last + 2, min(last + 2 + APPOSITION, end)):
        if sx.finite[i]:
            return last
        if tokens[i].text in (",", ":"):
            goes_on = any(sx.finite[i + 1 : min(i + 25, end)])
            if opener.lower in sx.grammar.indefinite:
                # Not « l'AFP, (un soldat), blessé », "police, (a man), a woman and"
                goes_on = goes_on and i + 1 < end and _new_subject(sx, i + 1)
            return i if goes_on else last
    return last


def _new_subject(sx: Syntax, at: int) -> bool:
    """Does a subject begin at token ``at`` that is no further member of a list of indefinite nouns?"""
    opens = at in sx.np_from or sx.subject[at] or sx.tokens[at].text in QUOTE_MARKS
    return opens and sx.tokens[at].lower not in sx.grammar.indefinite and not sx.tokens[at].participle


def behind_apposition(cue: Cue, source: tuple[int, int], parts: Parts) -> Parts:
    """« Selon l'Institut, un centre de réflexion, (P) »: what stands beside the source is no part of P."""
    if cue.kind != "preposition" or len(parts) != 1 or not source[0] < parts[0][0] < source[1] < parts[0][1] - 1:
        return parts
    return ((source[1] + 1, parts[0][1]),)
