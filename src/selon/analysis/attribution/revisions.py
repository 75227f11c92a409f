"""Forecasts revised: "The bank cut its growth forecast to 2 percent" gives what the bank now expects."""

from __future__ import annotations

from collections.abc import Sequence

from selon.analysis.attribution.content_ends import SPEAKERS, trimmed
from selon.analysis.attribution.contents import Content
from selon.analysis.attribution.lexicon import Cue
from selon.analysis.attribution.ranking import Reading
from selon.analysis.attribution.source_features import NO_FEATURES, head_class
from selon.analysis.attribution.syntax import Syntax, owned_phrase, whose

REACH = 7  # tokens from the verb to its object


def forecasts_revised(sx: Syntax, readings: Sequence[Reading], threshold: float) -> None:
    """« Le FMI abaisse sa prévision à 2 % »: settles the reading with the forecast and its figure as content, in place,
    where one who can speak is the subject."""
    for reading in readings:
        source, said = reading.source, revised(sx, reading.cue)
        if said is None or source is None or source.position not in ("subject", "relative"):
            continue
        phrase = owned_phrase(sx, source.first)
        head = phrase.head if phrase is not None else source.first
        if head_class(sx, source.first, source.last, head) not in (*SPEAKERS, "pronoun", "relative"):
            continue
        features = reading.content.features if reading.content is not None else NO_FEATURES
        reading.content = Content((said,), "right", features)
        reading.score, reading.settled = max(reading.score, threshold), True
        for other in readings:  # the forecast that it revises is no claim of its own
            if other.cue.kind == "noun" and said[0] <= other.cue.head < said[1] and not other.settled:
                other.score = 0.0


def revised(sx: Syntax, cue: Cue) -> tuple[int, int] | None:
    """The tokens of one's own forecast with its new figure, behind a verb of revising; None elsewhere."""
    verb = sx.tokens[cue.head]
    revises = bool({cue.lemma, f"{verb.lower}r"} & sx.grammar.revising)  # « abaisse » keeps its form for a lemma
    if not revises or cue.kind != "verb" or cue.passive or cue.negated:
        return None
    tokens, last = sx.tokens, sx.region(cue.head)[1]
    noun = -1
    for i in range(cue.last, min(cue.last + REACH, last)):
        if sx.finite[i] or tokens[i].text in ",;:":
            return None
        if tokens[i].lemma in sx.grammar.forecasts and tokens[i].pos == "NOUN":
            noun = i
            break
    start = next((i for i in range(cue.last, noun) if whose(sx, i)), -1)
    if start == -1:
        return None
    end = next((i for i in range(noun + 1, last) if _ends(sx, i, last)), last)
    if any(t.pos == "NUM" for t in tokens[cue.last : start]):
        start = cue.last  # « abaisse (à 0,8 %) sa prévision de croissance »
    elif not any(_new_figure(sx, i) for i in range(noun + 1, end)):
        return None  # « a révisé ses prévisions pour la deuxième fois en trois mois »
    return start, trimmed(sx, start, end)


def _new_figure(sx: Syntax, i: int) -> bool:
    """Is token i a figure that a forecast is set to, or by: "to $3.40", « de 17 % », « entre 0 et 1 % »?"""
    k = i - 1 if sx.tokens[i - 1].pos != "SYM" else i - 2  # "to $ 3.40"
    return sx.tokens[i].pos == "NUM" and sx.tokens[k].lower in sx.grammar.setting


def _ends(sx: Syntax, i: int, last: int) -> bool:
    """Does the object end before token i, a mark or a conjunction? Not in « sa prévision pour le Japon(, à 1,1 %) »."""
    token, rules = sx.tokens[i], sx.grammar
    if token.pos == "CCONJ" and i + 1 < last and sx.tokens[i + 1].pos == "NUM":
        return False  # « entre 0 et 1 % »
    if token.text == ",":
        near = sx.tokens[i + 1 : min(i + 4, last)]
        return not (near and near[0].pos == "ADP" and any(t.pos == "NUM" for t in near))
    joins = rules.conjunctions | rules.subordinators | rules.complementizers | rules.relatives
    return token.text in ".;:()—–" or (token.lower in joins and token.pos in ("CCONJ", "SCONJ", "PRON"))
