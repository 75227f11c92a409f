"""Candidates for the content of a cue and source, each with the features that the ranker reads.

A content begins where the cue's complement may begin (conjunction, quotation, infinitive, noun phrase) or at the
start of the clause that a parenthetical closes, and ends where a mark, a conjunction or a quotation lets it end.
"""

from __future__ import annotations

from typing import NamedTuple

from selon.analysis.attribution.adjuncts import adjunct
from selon.analysis.attribution.antecedents import sayer
from selon.analysis.attribution.content_ends import ends_from, trimmed
from selon.analysis.attribution.content_features import Parts, Start, beside_source, content_features
from selon.analysis.attribution.content_starts import after_attribution, left_starts, right_starts, start_kind
from selon.analysis.attribution.contraries import of_another
from selon.analysis.attribution.cue_constructions import as_said
from selon.analysis.attribution.cues import named_by, names_a_source
from selon.analysis.attribution.lexicon import Cue, lexicon
from selon.analysis.attribution.predication import REACH, matrix_verb, predicate, taken_up
from selon.analysis.attribution.source_features import Row
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax
from selon.analysis.quotations import QUOTE_MARKS

OPENING = 7  # tokens of a quotation before an attribution inside it, the mark and the comma counted
ADJUNCT = 8  # tokens between an attribution and the comma that closes it


class Content(NamedTuple):
    """A candidate: token ranges (one or two; none for an empty content) and its features."""

    parts: Parts
    side: str
    features: Row


def find_contents(sx: Syntax, cue: Cue, source: Source) -> list[Content]:
    """Candidates for what the source is reported to say."""
    first, last = sx.region(cue.head)
    a0, b0 = attribution(cue, source)
    out: list[Content] = []
    seen: set[tuple[tuple[int, int], ...]] = set()
    shared = beside_source(sx, cue, source, first, last, a0, b0)

    def offer(
        parts: tuple[tuple[int, int], ...], side: str, start: Start, end: str, number: int, is_last: bool
    ) -> None:
        parts = tuple((a, trimmed(sx, a, b)) for a, b in parts)
        if any(a >= b for a, b in parts) or parts in seen:
            return
        seen.add(parts)
        features = content_features(sx, cue, source, shared, parts, side, start, end, number, is_last)
        out.append(Content(parts, side, features))

    def nothing() -> Content:
        start = Start(-1, "other", 0)
        features = content_features(sx, cue, source, shared, (), "none", start, "region", 0, True)
        return Content((), "none", features)

    resumed = resumed_clause(sx, cue, source)
    whole = resumed or taken_up(sx, cue, source)
    if whole is not None:
        offer((whole,), "left", Start(whole[0], start_kind(sx, whole[0]), 0), "comma", 0, True)
        return [*out, nothing()] if resumed is not None else out
    midst = in_its_midst(sx, a0, b0)
    passive = undergone_before(sx, cue, source)
    parted = not passive and (midst or parts_it(sx, cue, a0, b0))
    relative = sayer(sx, cue) is not None  # « dénonce les informations selon lesquelles (P) »
    closes = parted or passive or as_said(sx, cue)
    closes = closes or (cue.kind == "preposition" and not relative and _closes(sx, a0, first))
    for start in () if closes else right_starts(sx, cue, source, b0, last):
        if adjunct(sx, cue, start, last):
            continue
        ends = ends_from(sx, start.at, matrix_verb(sx, cue, source, start.at, last), source)
        for number, (e, kind) in enumerate(ends):
            offer(((start.at, e),), "right", start, kind, number, number == len(ends) - 1)
    left_end = a0
    while left_end > first and (
        sx.tokens[left_end - 1].text in (",", "—", "–", "-", ":", ";", "(")
        or sx.tokens[left_end - 1].lower in sx.grammar.likening
    ):
        left_end -= 1
    while passive and left_end > first and sx.tokens[left_end - 1].pos == "ADV":
        left_end -= 1  # « une information (aussitôt) démentie par X »
    if left_end > first and not relative and _may_close(sx, cue, source, a0, first):
        starts = left_starts(sx, first, left_end)
        for number, start in enumerate(() if parted else starts):
            offer(((start.at, left_end),), "left", start, "comma", number, number == len(starts) - 1)
        right = after_attribution(sx, b0, last)
        if right is not None and names_a_source(sx, right):
            right = None  # "P, X told parliament, according to Y": what follows is another attribution
        if right is not None and of_another(sx, right, last):
            right = None
        if right is not None and not passive:
            for start in starts[:3]:
                ends = ends_from(sx, right, last, source)
                if midst and start.kind == "quote" and sx.quote_of[right] != -1:
                    ends = [(min(sx.quotes[sx.quote_of[right]][1], last), "quote")]
                for number, (e, kind) in enumerate(ends[-4:]):
                    offer(((start.at, left_end), (right, e)), "split", start, kind, number, e == ends[-1][0])
    out.append(nothing())
    return out


def undergone_before(sx: Syntax, cue: Cue, source: Source) -> bool:
    """« une information démentie par X »: what a participle has been done to stands before, where its agent ends the
    clause; not « jugé par X “hors d'atteinte” », "asked by X whether P"."""
    first, last = sx.region(cue.head)
    passive = cue.kind == "participle" and cue.passive and first < cue.first and source.first > cue.last
    ends = source.last >= last or sx.tokens[source.last].text in (",", ".", ";", ")")
    return passive and ends and sx.tokens[source.first - 1].lower in sx.grammar.agent_prepositions


def attribution(cue: Cue, source: Source) -> tuple[int, int]:
    """The tokens from cue to source, where they stand side by side; else the cue alone."""
    if source.first == -1 or source.position in ("clitic", "relative"):
        return cue.first, max(cue.last, cue.pronoun + 1)
    if source.last <= cue.first and cue.first - source.last <= 12:
        return source.first, cue.last
    if source.first >= cue.last and source.first - cue.last <= 14:
        return cue.first, source.last
    return cue.first, cue.last


def parts_it(sx: Syntax, cue: Cue, a0: int, b0: int) -> bool:
    """An attribution between commas parts one content: « Le vaccin, explique X, protège … », « “P,” said X, “Q” »."""
    tokens = sx.tokens
    first, last = sx.region(cue.head)
    first = next((i + 1 for i in range(a0 - 1, first, -1) if tokens[i].text == ";" and sx.quote_of[i] == -1), first)
    if b0 < len(tokens) and tokens[b0].lower in sx.grammar.occasions | sx.grammar.amid | sx.grammar.placing:
        b0 = _past_adjunct(sx, b0)  # « a, dit-on (à Kiev), repris le village »
    if cue.kind == "noun" or not first < a0 - 1 or b0 + 1 >= last or tokens[b0].text != ",":
        return False
    quoted = tokens[a0 - 1].text in QUOTE_MARKS or (tokens[a0 - 1].text == "," and tokens[a0 - 2].text in QUOTE_MARKS)
    if quoted and sx.quote_of[a0 - 1 if tokens[a0 - 1].text in QUOTE_MARKS else a0 - 2] != -1:
        return tokens[b0 + 1].text in QUOTE_MARKS and tokens[b0 + 1].sentence == tokens[a0 - 1].sentence
    if tokens[a0 - 1].text == "," and tokens[a0 - 2].pos == "AUX" and tokens[b0 + 1].pos in ("VERB", "AUX"):
        return not sx.finite[b0 + 1]  # "The harvest will, according to X, be half of …"
    if tokens[a0 - 1].text != "," or sx.quote_of[b0 + 1] != sx.quote_of[a0 - 1]:
        return False
    if any(sx.finite[first:a0]):
        return False
    following = b0 + 1
    while following < last and (tokens[following].pos == "ADV" or tokens[following].lower in sx.grammar.object_clitics):
        following += 1
    subject = any(first <= phrase.first < a0 for phrase in (sx.np_from.get(i) for i in range(first, a0)) if phrase)
    return following < last and sx.finite[following] and subject


def resumed_clause(sx: Syntax, cue: Cue, source: Source) -> tuple[int, int] | None:
    """ "P, which Kyiv denied", « P, ce que Kiev dément », « P, ce que dément Kiev »: the tokens of P, where a pronoun
    takes up all of it.

    Not "the charges, which he denies": a noun that can be denied itself is what is taken up.
    """
    if source.first == -1 or cue.kind != "verb" or cue.passive or "clause" not in cue.takes:
        return None
    end = max(cue.last, source.last)
    last = sx.region(cue.head)[1]
    while end < last and sx.tokens[end].pos == "ADV":
        end += 1
    stands = source.position in ("subject", "inverted")
    if not stands or (end < last and sx.tokens[end].text not in (".", ",", ";", ")")):
        return None
    comma = _taken_up(sx, min(source.first, cue.first))
    if comma == -1 or sx.tokens[comma].text != ",":
        return None
    start = _told_start(sx, sx.region(cue.head)[0], comma)
    return (start, comma) if any(sx.finite[i] or sx.tokens[i].infinitive for i in range(start, comma)) else None


def judged_clause(sx: Syntax, cue: Cue, source: Source, parts: Parts) -> Parts:
    """« (P), ce que la mairie juge | insuffisant »: the clause that a predicate behind the cue is said of."""
    if cue.kind != "verb" or cue.passive or len(parts) != 1 or source.position not in ("subject", "inverted"):
        return ()
    begins, at = max(cue.last, source.last), parts[0][0]
    comma = _taken_up(sx, min(source.first, cue.first))
    before = sx.tokens[comma + 1].lower in sx.grammar.resumptive
    if comma == -1 or not before or sx.tokens[comma].text != "," or not 0 <= at - begins <= REACH:
        return ()
    start = _told_start(sx, sx.region(cue.head)[0], comma)
    return ((start, comma),) if predicate(sx, cue, at) and any(sx.finite[start:comma]) else ()


def _taken_up(sx: Syntax, at: int) -> int:
    """The comma behind the clause that the pronoun before token ``at`` takes up; -1 where it takes up none."""
    tokens = sx.tokens
    if at > 3 and tokens[at - 1].lower in sx.grammar.complementizers and tokens[at - 2].lower in sx.grammar.resumptive:
        return at - 3
    if at > 2 and tokens[at - 1].lower in sx.grammar.resumptive and tokens[at - 2].text == ",":
        return at - 2  # "P, something China denies"
    if at > 2 and tokens[at - 1].lower == "which":
        noun = tokens[at - 3].lemma in lexicon(sx.document.language.code)["nouns"]
        return -1 if noun else at - 2
    return -1


def _told_start(sx: Syntax, first: int, comma: int) -> int:
    """Where P begins in « Moscou affirme (que P), ce que Kiev dément »: behind who told it, if somebody did."""
    tokens = sx.tokens
    for i in range(comma - 2, first, -1):
        opens = sx.cue_strength[i] and i + 1 < comma and tokens[i + 1].lower in sx.grammar.complementizers
        if not (sx.cue_strength[i] > 1 or opens) or tokens[i].pos != "VERB" or sx.quote_of[i] != -1:
            continue
        told = next((k for k in range(i + 1, comma) if tokens[k].lower in sx.grammar.complementizers), -1)
        if told != -1:
            return told
        if sx.tokens[i + 1].infinitive:
            return i + 1  # « affirme (avoir été droguée), ce que dément X »
        clause = sx.finite[i] and any(sx.finite[i + 1 : comma]) and (sx.subject[i + 1] or i + 1 in sx.np_from)
        if clause and sx.document.language.code == "en":
            return i + 1  # "says its hospital was hit"
    start = left_starts(sx, first, comma)[0].at
    prepositions = lexicon(sx.document.language.code)["prepositions"]
    theirs = tokens[start].lower in prepositions and tokens[start + 1].pos == "PRON" and tokens[start + 2].text == ","
    if named_by(sx, start) == -1 and not theirs:
        return start
    # « Selon X, (P), ce que Y nie », « Pour elle, (P), ce qu'il conteste »
    return next((i + 1 for i in range(start, comma) if tokens[i].text == ","), start)


def in_its_midst(sx: Syntax, a0: int, b0: int) -> bool:
    """« “Moi, dit-il, j'ai l'impression que P” »: a quotation that opens a few words before, and goes on behind; "It is
    unclear, experts say, whether P": a subject that follows."""
    tokens = sx.tokens
    b0 = _past_adjunct(sx, b0)
    if a0 < 2 or b0 + 1 >= len(tokens) or tokens[a0 - 1].text != "," or tokens[b0].text != ",":
        return False
    opener = tokens[sx.region(a0 - 1)[0]]
    if opener.lower in sx.grammar.expletives and a0 - opener.i <= OPENING:
        joins = sx.grammar.complementizers | sx.grammar.question_words
        return (
            tokens[b0 + 1].lower in joins or tokens[a0 - 2].lemma in sx.grammar.determiner_copulas
        )  # "It was, he said, P"
    quote = sx.quote_of[a0 - 1]
    if quote == -1 or quote != sx.quote_of[b0 + 1]:
        return False
    return a0 - OPENING <= sx.quotes[quote][0] < a0 - 2


def _past_adjunct(sx: Syntax, b0: int) -> int:
    """« a martelé X (devant les députés), … »: where the comma stands after what goes with the verb."""
    tokens = sx.tokens
    if b0 >= len(tokens) or not (tokens[b0].pos == "ADP" or tokens[b0].lower in sx.grammar.occasions):
        return b0
    near = range(b0, min(b0 + ADJUNCT, len(tokens)))
    comma = next((i for i in near if tokens[i].text == "," or tokens[i].text in QUOTE_MARKS or sx.finite[i]), b0)
    return comma if tokens[comma].text == "," else b0


def _closes(sx: Syntax, a0: int, first: int) -> bool:
    """« P selon X : Q », « P, selon X, … »: a preposition after a word or a clause closes what it says."""
    if a0 <= first:
        return False
    before = sx.tokens[a0 - 1]
    if before.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM", "X", "AUX"):
        return True
    if before.text != ",":
        return False
    joint = sx.tokens[a0 - 2] if a0 - 2 >= first else before
    if joint.lower in sx.grammar.complementizers or joint.pos in ("CCONJ", "SCONJ"):
        return False  # « rappelons que, d’après le droit international, P »
    opener = a0 - 1
    while opener > first and sx.tokens[opener - 1].text not in (";", ":"):
        opener -= 1
    return any(sx.finite[i] for i in range(opener, a0))


def _may_close(sx: Syntax, cue: Cue, source: Source, a0: int, first: int) -> bool:
    """Can the words before the attribution be its content? They end in a mark, or the cue is a preposition."""
    if cue.kind in ("preposition", "noun"):
        return True
    before = sx.tokens[a0 - 1]
    if before.text in ",—–-:;(" or before.text in QUOTE_MARKS or before.lower in sx.grammar.likening:
        return True
    return source.position in ("inverted", "clitic", "agent", "relative", "none") or cue.passive or cue.pronoun != -1
