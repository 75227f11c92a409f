"""Cues side by side: "denies that P and points to Q" says P, and then Q; "P, CNN reported the governor said"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from selon.analysis.attribution.content_ends import trimmed
from selon.analysis.attribution.ranking import Reading
from selon.analysis.attribution.syntax import Syntax


def before_joined_cue(sx: Syntax, readings: Sequence[Reading]) -> None:
    """End each content before the conjunction that joins a further cue of the same subject, in place.

    Only of readings that are to be claims: a verb with a subject that stands before both says nothing inside the first.
    """
    own: defaultdict[tuple[int, int], list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.cue.kind == "verb" and reading.source is not None and reading.source.position == "subject":
            own[reading.source.first, reading.source.last].append(reading)
    for together in own.values():
        for reading in together if len(together) > 1 else ():
            content, cue = reading.content, reading.cue
            if content is None or len(content.parts) != 1 or content.parts[0][0] < cue.last:
                continue
            a, b = content.parts[0]
            inside = (o.cue.first for o in together if a < o.cue.first < b and o.source and o.source.last <= cue.first)
            joints = [k for at in inside if (k := _joint(sx, at)) > a and sx.quote_of[k] == sx.quote_of[cue.head]]
            if joints:
                reading.content = content._replace(parts=((a, trimmed(sx, a, min(joints))),))


def before_reply(sx: Syntax, readings: Sequence[Reading]) -> None:
    """End each content before what another says of it: "accuse X of cheating | – a charge it rejects – and …"; in
    place."""
    taken_up = {
        r.content.parts[0][0]
        for r in readings
        if r.source is not None and r.content is not None and r.content.side == "left" and len(r.content.parts) == 1
        if r.content.parts[0][0] < r.source.first
    }
    for reading in readings if taken_up else ():
        content = reading.content
        if content is None or not content.parts or content.parts[-1][0] < reading.cue.last:
            continue
        *rest, (a, b) = content.parts
        marks = (k for k in range(a + 1, b - 1) if sx.tokens[k].text in ("–", "—") and sx.quote_of[k] == sx.quote_of[a])
        end = next((k for k in marks if k + 1 in taken_up), b)
        if end < b:
            reading.content = content._replace(parts=(*rest, (a, end)))


def _joint(sx: Syntax, at: int) -> int:
    """The conjunction that joins the verb at the token to one before it; -1 without one."""
    k = at - 1
    while k > 0 and (sx.tokens[k].pos == "ADV" or sx.tokens[k].lower in sx.grammar.object_clitics):
        k -= 1
    return k if sx.tokens[k].lower in sx.grammar.joining | sx.grammar.adversatives else -1


def told_to_have_said(readings: Sequence[Reading]) -> None:
    """ "P, CNN reported the governor said": what CNN tells is that he said it, in place.

    Both verbs stand behind what is said, the second with its subject at once behind the first.
    """
    closing = {
        r.source.first: r
        for r in readings
        if r.cue.kind == "verb"
        and r.source is not None
        and r.source.position == "subject"
        and r.content is not None
        and r.content.side == "left"
    }
    for teller in closing.values():
        said = closing.get(teller.cue.last)
        if said is None or said.source is None or said.content is None or teller.content is None:
            continue
        if said.content.parts[0][0] == teller.content.parts[0][0]:
            teller.content = teller.content._replace(parts=((said.source.first, said.cue.last),), side="right")
