"""What is left unsaid: how far the cue of a refusal or a silence reaches, and whether anything is claimed at all.

« sans préciser si P », "has yet to comment", « n'a pas répondu (aux questions) », "no immediate comment from X",
« n'était pas joignable (mardi) », « refuse de s'exprimer ».
"""

from __future__ import annotations

from dataclasses import replace

from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.sources import Source
from selon.analysis.attribution.syntax import Syntax, with_genitives
from selon.analysis.cue_reading import NOBODY

BARE = 4  # tokens of an infinitive with its marker and clitics
PRIVATION = 5  # tokens from "without" to its verb


def silenced(sx: Syntax, cue: Cue, source: Source, content: Content) -> tuple[Cue, Content, int]:
    """The cue and the content of a ranked reading, mended where it says that something was not said, and the token that
    the cue begins with; as they were where it says no such thing."""
    nothing = content._replace(parts=())
    reached = max(answer_refused(sx, cue, source, content), nothing_said(sx, cue, content))
    if reached != -1:
        cue, content = replace(cue, last=reached), nothing
    at = content.parts[0][0] if content.parts else -1
    if content.side == "left" and _declines(sx, cue):
        quoted = content.parts and sx.quote_of[content.parts[-1][1] - 1] != -1  # « “J'ai couru.” X refuse de répondre »
        if quoted or sx.tokens[cue.first - 1].pos == "CCONJ":
            content = nothing  # "said that the plane had been diverted but gave no reason": not of the plane
    if (
        _declines(sx, cue)
        and content.parts
        and all(sx.tokens[i].pos == "ADV" for a, b in content.parts for i in range(a, b))
    ):
        content = nothing  # « s'y refuse (toujours) »
    if cue.lemma in sx.grammar.unreached and sx.tokens[at - 1].lower not in sx.grammar.content_prepositions:
        content = nothing  # « n'était pas joignable (mardi) »
    if unfulfilled(sx, cue) and at > cue.last + 1:
        content = nothing  # "has yet to concede, saying P": P is no part of what was not said
    silent = no_word(sx, cue)
    if silent == -1:
        return cue, content, unsaid(sx, cue)
    that = at != -1 and sx.tokens[at].lower in sx.grammar.complementizers
    return cue, content if that else nothing, silent


def _declines(sx: Syntax, cue: Cue) -> bool:
    unwilling = any(sx.tokens[i].lemma in sx.grammar.refusing for i in range(cue.first, cue.last))
    return unwilling or cue.entry.get("negated" if cue.negated else "stance") == "declines"


def answer_refused(sx: Syntax, cue: Cue, source: Source, content: Content) -> int:
    """« n’a pas répondu (aux questions de l’agence) », "did not return (calls for comment)": to where the cue reaches,
    as nothing is claimed of what was asked (13 of 14 such contents are none in the training articles); -1 elsewhere."""
    refuses = any(sx.tokens[i].lemma in sx.grammar.refusing for i in range(cue.first, cue.head))
    if (
        (cue.negated or _nobody(sx, source)) == refuses
        or cue.lemma not in sx.grammar.answering
        or content.side not in ("right", "none")
    ):
        return -1
    first, last = sx.region(cue.head)
    end = cue.last
    while end < last and sx.tokens[end].lower in sx.grammar.days | sx.grammar.day_parts:
        end += 1  # « n'avait pas donné suite (mercredi soir) »
    if end >= last or sx.tokens[end].text in ".,;":
        asked = (t for t in sx.tokens[first : cue.first] if t.participle and t.lemma in sx.grammar.contacting)
        return cue.last if any(asked) else -1  # « Sollicité par l’AFP, X n’a pas donné suite »
    phrase = next((p for p in map(sx.np_from.get, range(cue.last, min(cue.last + 2, last))) if p is not None), None)
    if phrase is None or sx.tokens[phrase.head].lemma not in sx.grammar.inquiries:
        return -1
    end = with_genitives(sx, phrase.last, last)
    return max(end, *(b for _, b in content.parts)) if content.parts else end


def _nobody(sx: Syntax, source: Source) -> bool:
    """ "Neither the ministry nor the company responded": in French the verb is negated too."""
    return sx.document.language.code == "en" and source.first != -1 and sx.tokens[source.first].lower in NOBODY


def nothing_said(sx: Syntax, cue: Cue, content: Content) -> int:
    """« refuse (de s'exprimer) », "declined (to comment)": to where the cue reaches, as it has no content."""
    if sx.tokens[cue.last - 1].lemma not in sx.grammar.refusing or len(content.parts) != 1:
        return -1
    a, b = content.parts[0]
    bare = a == cue.last and b - a <= BARE and sx.tokens[b - 1].infinitive
    return b if bare and sx.tokens[b - 1].lemma in sx.grammar.commenting else -1


def no_word(sx: Syntax, cue: Cue) -> int:
    """ "There was (no immediate) comment from X", « (aucune) réaction de X »: the negative before a noun of answering,
    -1 where there is none."""
    k = sx.np_of[cue.head]
    if cue.kind != "noun" or cue.lemma not in sx.grammar.replies or k == -1:
        return -1
    before = range(max(sx.phrases[k].first - 1, sx.region(cue.head)[0]), cue.first)
    return next((i for i in before if sx.tokens[i].lower in sx.grammar.no_such), -1)


def unsaid(sx: Syntax, cue: Cue) -> int:
    """« (sans toutefois) préciser », "(without) saying": where the cue begins, what leaves it unsaid included."""
    tokens, at = sx.tokens, cue.first - 1
    first = max(sx.region(cue.head)[0], cue.first - PRIVATION)
    while at > first and (tokens[at].pos in ("ADV", "ADP", "PRON") or tokens[at].text == ","):
        if tokens[at].lower in sx.grammar.privatives:
            break
        at -= 1  # « sans (pour autant) », "without(, however,)"
    bare = cue.kind == "infinitive" or (cue.kind == "participle" and tokens[cue.head].tag == "VBG")
    return at if bare and at >= first and tokens[at].lower in sx.grammar.privatives else cue.first


def unfulfilled(sx: Syntax, cue: Cue) -> bool:
    """ "has yet to concede"."""
    return cue.governed and any(t.lower in sx.grammar.unfulfilled for t in sx.tokens[cue.first : cue.head])
