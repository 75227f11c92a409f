"""What the ranking gets wrong of who says and what is said, put right by grammar before anything is settled."""

from __future__ import annotations

from selon.analysis.attribution.antecedents import replies
from selon.analysis.attribution.cue_constructions import past_participle
from selon.analysis.attribution.lexicon import Cue, lexicon
from selon.analysis.attribution.predication import taken_up
from selon.analysis.attribution.ranking import Reading
from selon.analysis.attribution.source_features import head_class
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax, from_genitives, with_genitives
from selon.analysis.morphology import third_person


def whom_told(sx: Syntax, readings: list[Reading]) -> None:
    """ "P, X told a closed session, according to Y": what Y hands on is P, not whom X told."""
    verbs = {reading.cue.head: reading for reading in readings if reading.cue.kind == "verb"}
    for reading in readings:
        parts = reading.content.parts if reading.content is not None else ()
        if reading.cue.kind != "preposition" or len(parts) != 1:
            continue
        (a, b) = parts[0]
        teller = verbs.get(a - 1)
        addressed = any(name.startswith("person+") for name in teller.cue.takes) if teller is not None else False
        if teller is not None and addressed and not any(sx.finite[a:b]):
            reading.content = teller.content


def relatives_joined(sx: Syntax, readings: list[Reading]) -> None:
    """« (un document) que Les Échos ont pu lire et qui évoque P », "a memo that X obtained and which says P": a second
    relative clause goes back to what the first one does."""
    for reading in readings:
        cue, source = reading.cue, reading.source
        if cue.kind != "verb" or source is None or source.first == -1:
            continue
        first = sx.region(cue.head)[0]
        which = next((i for i in range(cue.first - 1, max(cue.first - 4, first), -1) if _joined_relative(sx, i)), -1)
        earlier = next((i for i in range(which - 2, first, -1) if sx.tokens[i].lower in sx.grammar.relatives), -1)
        if which == -1 or earlier == -1 or not any(sx.finite[earlier:which]):
            continue
        end = earlier - (sx.tokens[earlier - 1].text == ",")
        if end <= first or sx.np_of[end - 1] == -1:
            continue
        start = from_genitives(sx, sx.phrases[sx.np_of[end - 1]].first, first)
        if source.first != start:
            reading.source = Source(start, end, "subject", source.features)


def _joined_relative(sx: Syntax, i: int) -> bool:
    """« et (qui) », "and (which)" """
    joined = sx.tokens[i - 1].lower in sx.grammar.conjunctions
    return joined and sx.tokens[i].lower in sx.grammar.subject_relatives


def told_before(sx: Syntax, readings: list[Reading]) -> None:
    """« (150 000 morts) selon l'émissaire, un bilan que les ONG contestent »: what stands before the preposition is
    told, not the noun behind a comma that takes it up."""
    for reading in readings:
        cue, source, content = reading.cue, reading.source, reading.content
        if cue.kind != "preposition" or cue.entry.get("strength") != "high" or source is None or content is None:
            continue
        if content.side != "right" or len(content.parts) != 1 or not _takes_up_behind(sx, content.parts[0]):
            continue
        first = sx.region(cue.head)[0]
        marks = (i + 1 for i in range(cue.first - 1, first, -1) if sx.tokens[i].text in ":;")
        start = next(marks, first)
        if start < cue.first - 1 and sx.tokens[cue.first - 1].text != "(" and source.first >= cue.last:
            comma = sx.tokens[cue.first - 1].text == ","
            reading.content = content._replace(parts=((start, cue.first - comma),), side="left")


def _takes_up_behind(sx: Syntax, part: tuple[int, int]) -> bool:
    """Is it a comma, an indefinite noun and a relative clause: « , un bilan que P »?"""
    phrase, tokens = sx.np_from.get(part[0]), sx.tokens
    if phrase is None or part[0] == 0 or tokens[part[0] - 1].text != "," or phrase.last >= part[1]:
        return False
    indefinite = tokens[phrase.first].feats.get("Definite") == "Ind" or (
        tokens[phrase.first].lower in sx.grammar.singular_articles
    )
    return indefinite and tokens[phrase.last].lower in sx.grammar.object_relatives


def told_by_document(sx: Syntax, readings: list[Reading]) -> None:
    """« a refusé de commenter (des informations du Messager) faisant état de P », "a Courier report saying P": a
    present participle right behind a text is the text's, not the subject's."""
    for reading in readings:
        cue, source = reading.cue, reading.source
        present = sx.tokens[cue.head].feats.get("Tense") == "Pres" or sx.tokens[cue.head].tag == "VBG"
        if cue.kind != "participle" or not present or source is None or source.last == cue.first:
            continue
        behind = [s for s in reading.sources if s.first != -1 and s.last == cue.first]
        texts = [s for s in behind if _is_text(sx, s.first) and _unanswered(sx, readings, s.first)]
        if texts:
            reading.source = max(texts, key=lambda s: s.last - s.first)


def _unanswered(sx: Syntax, readings: list[Reading], at: int) -> bool:
    """Does a verb of refusing or of not commenting stand before the text? Else it is its bringer's ("a statement saying
    P" is of whoever issued it)."""
    for reading in readings:
        cue = reading.cue
        if cue.kind == "verb" and cue.last <= at and sx.region(cue.head) == sx.region(at):
            group = {sx.tokens[i].lemma for i in range(cue.first, cue.last)}
            if cue.negated or group & sx.grammar.refusing or cue.entry.get("stance") == "declines":
                return True
    return False


def replied_to(sx: Syntax, readings: list[Reading], threshold: float) -> None:
    """ "The army shelled the town, (a claim) that Kyiv rejected": the relative clause that takes up a noun of saying
    is not what that noun says, once the verb's own reading stands."""
    taken: set[tuple[int, int]] = set()  # the last token of the noun phrase, and the relative pronoun
    for reading in readings:
        source, content = reading.source, reading.content
        if reading.score < threshold or source is None or content is None or not replies(sx, reading.cue):
            continue
        phrase = taken_up(sx, reading.cue, source)
        if phrase is not None and content.parts == (phrase,):
            taken.add((phrase[1] - 1, min(source.first, reading.cue.first) - 1))
    for reading in readings if taken else ():
        begins = reading.content.parts[0][0] if reading.content is not None and reading.content.parts else -1
        if (reading.cue.last - 1, begins) in taken:  # or "released (a statement)"
            reading.score, reading.settled = 0.0, False


def _is_text(sx: Syntax, at: int) -> bool:
    phrase = sx.np_from.get(at)
    return phrase is not None and head_class(sx, phrase.first, phrase.last, phrase.head) == "document"


def undergone(sx: Syntax, readings: list[Reading]) -> None:
    """ "He was credited with P", "it was reported that P", « il est prévu que P »: the subject is nobody who says so.

    Of 33 such English readings on the training articles 10 had the right source: "X is quoted", and what somebody is
    ("were worried", "is opposed"), which stays; in French only « il » (4 of 4 without a source).
    """
    verbs = lexicon(sx.document.language.code)["verbs"]
    for reading in readings:
        cue, source = reading.cue, reading.source
        if source is not None and _suffers(sx, cue, source):
            reading.source = reading.sources[-1]  # none
        if not (cue.kind == "verb" and cue.passive and not cue.state and source):
            continue
        if source.first != -1 and source.last <= cue.first and source.position not in ("subject", "relative"):
            continue
        by = cue.last < len(sx.tokens) and sx.tokens[cue.last].lower in sx.grammar.agent_prepositions
        agents = [s for s in reading.sources if by and s.first == cue.last + 1]
        if agents:  # « L'information, révélée par X, a été démentie par Y »
            phrase = sx.np_from.get(cue.last + 1)
            end = with_genitives(sx, phrase.last, len(sx.tokens)) if phrase is not None else cue.last + 2
            if source.first == -1 or source.last <= cue.first:
                reading.source = min(agents, key=lambda s: abs(s.last - end))
            continue
        if source.first == -1:
            continue
        behind = source.first >= cue.last and sx.tokens[source.first - 1].pos == "ADP"
        told = sx.grammar.agent_prepositions | sx.grammar.among | sx.grammar.located
        if behind and sx.tokens[source.first - 1].lower not in told:
            reading.source = reading.sources[-1]  # "Gusts are forecast for (Pembrokeshire)"
            continue
        if source.last > cue.first:
            continue
        word = sx.tokens[cue.head].lower
        if sx.document.language.code == "en":
            undergoes = cue.lemma != "quote" and f"be {word}" not in verbs
        else:
            undergoes = source.last == source.first + 1 and sx.tokens[source.first].lower == "il"
        if undergoes:
            reading.source = reading.sources[-1]  # none


def _suffers(sx: Syntax, cue: Cue, source: Source) -> bool:
    """« Les Émirats, (régulièrement) accusés de P, … », "a man suspected of P": is the source whom a past participle
    right behind it accuses, suspects or asks (16 of 16 without a source of their own)?"""
    asked = cue.entry.get("stance") in ("criticises", "asks") or cue.entry.get("certainty") == "probable"
    if not (past_participle(sx, cue) and asked) or source.first == -1 or source.last > cue.first:
        return False
    if sx.document.language.code == "fr":
        misread = third_person(sx.tokens[cue.head].lower) is not None  # « Le maire | prédit P »
    else:
        misread = not any(sx.finite[cue.last : sx.region(cue.head)[1]])  # "The chief | announced P"
    if misread:
        return False
    between = sx.tokens[source.last : cue.first]
    by = cue.last < len(sx.tokens) and sx.tokens[cue.last].lower in sx.grammar.agent_prepositions
    return not by and all(t.text == "," or t.pos == "ADV" for t in between)
