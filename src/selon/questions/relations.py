"""How two answers to one question stand to each other: the same, compatible, in conflict, or one updates the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, NamedTuple

from selon.languages import load
from selon.questions.actions import classes, near
from selon.questions.likeness import name_alike, own_cosine
from selon.questions.nested import is_inside
from selon.questions.origins import Source
from selon.questions.reasons import Figure, Reason
from selon.questions.record import Conflict, Facet, Update, middle
from selon.questions.scope import of_other_scope, one_event
from selon.questions.shared_words import ALIKE, FEW, SAME, both_say
from selon.questions.words import language_of

ROUNDING = 0.015  # 1.089 million told as 1.08 million is one figure
CHANGE = 0.1  # a source's figure has moved where it differs by more
SAME_DAYS = 1  # figures that grow are set side by side only where they stand for the same day, or the next
LITTLE = 0.2  # of two articles' claims by one source: with less in common they are no change of mind
LONG = 240  # characters of a content that says several things: a "no" to one of them is none to the others
FLATLY = 0.55  # of cosine: what two say of one deed where neither answers the other, and the one says yes, the other no
ALL_BUT = 0.8  # and where they share no deed
REPLY = "what was told before"  # the hint of a claim that has its words from another
SETTLED_DAYS = 7  # a "no" and a "yes" further apart than this may both have been right

MEANT = frozenset({"intends", "denies", "doubts", "fears", "criticises"})
JUDGES = frozenset({"criticises", "approves"})
CONTEST = frozenset({"denies", "doubts", "declines", "does-not-deny", "asks"})

Kind = Literal["same", "compatible", "conflict", "update"]


class Relation(NamedTuple):
    kind: Kind
    why: str


class Told(NamedTuple):
    """A facet with its first source."""

    facet: Facet
    source: Source | None


def relation(a: Told, b: Told) -> Relation:
    """The relation of two answers, ``a`` the earlier one; both answer one question."""
    x, y = a.facet, b.facet
    one = a.source is not None and b.source is not None and a.source.key == b.source.key and not a.source.anonymous
    if _told_inside(x, y) or _told_inside(y, x):
        return Relation("compatible", "one is told by the other")
    if x.kind == "number":
        return _figures(x, y, one)
    return _words(x, y, one)


def _told_inside(inner: Facet, outer: Facet) -> bool:
    """Whether a claim stands in the content of another that doesn't contest it."""
    if inner.statement.article is not outer.statement.article or outer.statement.claim.stance in CONTEST:
        return False
    return is_inside(inner.statement.claim, outer.statement.claim)


def _figures(x: Facet, y: Facet, one: bool) -> Relation:
    if not (x.figure and y.figure):
        return Relation("compatible", "one of them gives no figure")
    if _near(x.low, y.low) and _near(x.high, y.high):
        return Relation("same", "the same bounds" if (x.low, x.high) == (y.low, y.high) else "the same figure, rounded")
    low, high = max(x.low or 0.0, y.low or 0.0), min(_top(x), _top(y))
    if low <= high:
        if _inside(x, y) or _inside(y, x):
            return Relation("compatible", "the bounds of one include the other's")
        return Relation("compatible", "the bounds overlap")
    apart = _days(x, y)
    if one and apart is not None and apart > 0 and not one_event(x, y):
        return Relation("update", f"the same source, {apart} day{'s' if apart > 1 else ''} later")
    if one and apart and apart > 0:
        return Relation("update", "the same source corrects its figure")
    if one:
        return Relation("compatible", "one source tells both")
    if other := of_other_scope(x, y):
        return Relation("compatible", other)
    if one_event(x, y):
        return Relation("conflict", Reason("{a} against {b}, of the same event", a=show(x), b=show(y)))
    if _strangers(x, y):
        return Relation("compatible", "the articles may tell two stories")
    if apart is None:
        return Relation("compatible", "when the figures hold is unknown")
    if apart > SAME_DAYS:
        return Relation("compatible", f"told {apart} days apart: it may have changed in between")
    return Relation("conflict", Reason("{a} against {b}, for the same place and time", a=show(x), b=show(y)))


def _words(x: Facet, y: Facet, one: bool) -> Relation:
    if x.answer is None or y.answer is None:
        return Relation("compatible", "one of them doesn't say yes or no")
    if x.answer == y.answer:
        return Relation("same", f"both say {x.answer}")
    apart = _days(x, y)
    if _only_judged(x, y) or _only_judged(y, x):
        return Relation("compatible", "one of them judges it and doesn't say that it is so")
    if not one and (_only_meant(x, y) or _only_meant(y, x)):
        return Relation("compatible", "one of them only tells what it means to do")
    if not _of_one_thing(x, y):
        return Relation("compatible", "they may speak of two sides of it")
    if _strangers(x, y):
        return Relation("compatible", "the articles may tell two stories")
    if one:
        return Relation("update", f"the same source said {x.answer}, then {y.answer}")
    if apart is not None and apart > SETTLED_DAYS:
        return Relation("compatible", f"told {apart} days apart: it may have changed in between")
    if apart is None and not _contested(x, y):
        return Relation("compatible", "when one of them was said is unknown")
    return Relation("conflict", Reason("one says {a}, the other {b}", a=Reason(x.answer), b=Reason(y.answer)))


def _only_judged(x: Facet, y: Facet) -> bool:
    """Whether one welcomes a thing, or criticises what is no deed ("denounced a political move") and none denies."""
    stance = x.statement.claim.stance
    return stance == "approves" or (stance in JUDGES and x.action is None and y.statement.claim.stance != "denies")


def _of_one_thing(x: Facet, y: Facet) -> bool:
    """Whether two propositions are alike enough for a "no" to one to be a "no" to the other.

    Who denies answers what was said, in few words; two who only say a thing and its opposite say it in the same words.
    """
    if max(_length(x), _length(y)) > LONG:
        return False
    value = own_cosine(x, y)
    alike = x.action is not None and y.action is not None and (x.action == y.action or near(x.action, y.action))
    alike = alike and not {x.action, y.action} & classes().weak
    replies = [f for f in (x, y) if REPLY in f.hints]
    if not _contested(x, y):
        if any(f.statement.claim.stance == "intends" for f in replies):
            return False  # "it does not want it"
        return value >= (FEW if replies else FLATLY if alike else ALL_BUT)
    if value >= SAME:
        return True
    if not alike or (both_say(x, y) and value <= 0.0):
        return value >= (ALIKE if alike or replies else FLATLY)
    if x.refers or y.refers:
        return value >= FEW or not (x.own and y.own)
    if _denied(x, y):
        return value >= ALIKE or x.action == y.action
    return not {x.action, y.action} & classes().broad


def _denied(x: Facet, y: Facet) -> bool:
    return "denies" in (x.statement.claim.stance, y.statement.claim.stance)


def _only_meant(x: Facet, y: Facet) -> bool:
    """Whether one tells what it means to do, which another can't deny: "we won't go" against "they want to go"."""
    return x.statement.claim.stance == "intends" and y.statement.claim.stance in MEANT


def _contested(x: Facet, y: Facet) -> bool:
    """Whether one of them answers a claim as one told, and doesn't only say the contrary."""
    return any(f.statement.claim.stance in CONTEST for f in (x, y))


def _length(f: Facet) -> int:
    return sum(s.end - s.start for s in f.statement.claim.content)


def _strangers(x: Facet, y: Facet) -> bool:
    """Whether two articles both name people or places, and neither one alike nor two countries."""
    shared = [name for name in x.names & y.names if name[0] != "@"]
    return bool(x.names and y.names) and len(shared) < 2 and not name_alike(x, y)


def _near(a: float | None, b: float | None) -> bool:
    return a == b or (a is not None and b is not None and abs(a - b) <= ROUNDING * max(abs(a), abs(b)) and abs(a) > 100)


def _top(f: Facet) -> float:
    return float("inf") if f.high is None else f.high


def _inside(x: Facet, y: Facet) -> bool:
    return (x.low or 0.0) >= (y.low or 0.0) and _top(x) <= _top(y)


def _days(x: Facet, y: Facet) -> int | None:
    if not x.as_of or not y.as_of:
        return None
    try:
        return abs((dt.date.fromisoformat(y.as_of) - dt.date.fromisoformat(x.as_of)).days)
    except ValueError:
        return None


def show(f: Facet) -> Figure:
    """A facet's figure, which reads as its bounds in digits."""
    return Figure(f.low, f.high)


def relations(told: Sequence[Told], limit: int = 400) -> tuple[tuple[Conflict, ...], tuple[Update, ...]]:
    """Conflicts between the answers, each pair of sources once for each day, and each source's own changes.

    ``told`` is in order of time. Above ``limit`` answers only each source's latest are compared with each other's.
    """
    rows = [t for t in told if not is_pronoun(t.facet)]
    if len(rows) > limit:
        latest = {(t.source.key if t.source else t.facet.id): t for t in rows}
        rows = sorted(latest.values(), key=lambda t: (t.facet.as_of or "", t.facet.id))[-limit:]
    conflicts: list[Conflict] = []
    seen: set[tuple[object, ...]] = set()
    for i, a in enumerate(rows):
        for b in rows[i + 1 :]:
            if a.source is None or b.source is None or a.facet.statement.id == b.facet.statement.id:
                continue
            found = relation(a, b)
            if found.kind != "conflict":
                continue
            mark = tuple(
                sorted(
                    [
                        (a.source.key, str(show(a.facet)), a.facet.answer or ""),
                        (b.source.key, str(show(b.facet)), b.facet.answer or ""),
                    ]
                )
            )
            if mark not in seen:
                seen.add(mark)
                conflicts.append(Conflict(a.facet.statement.id, b.facet.statement.id, found.why))
    return tuple(conflicts), tuple(updates(rows))


def is_pronoun(f: Facet) -> bool:
    """Whether nobody knows who speaks ("they said", "you say" of an interview): a conflict needs two who do."""
    code = language_of(f.statement.article.language)
    return f.statement.claim.speaker.lower() in load(code).table("grammar")["subject_pronouns"]


def updates(told: Sequence[Told]) -> list[Update]:
    """Each source's changes from one answer to its next: of figure, of word, of stance."""
    last: dict[str, Told] = {}  # by government, where the source belongs to one
    out: list[Update] = []
    for now in told:
        if now.source is None or now.source.anonymous:
            continue
        key = f"state:{now.source.state}" if now.source.state else now.source.key
        before = last.get(key)
        if before is not None and before.facet.statement.id != now.facet.statement.id:
            why = _change(before, now)
            if why:
                changed = Reason("{who}: {what}", who=_names(before, now), what=why)
                out.append(Update(before.facet.statement.id, now.facet.statement.id, changed))
        if before is None or now.facet.kind != "number" or now.facet.figure:
            last[key] = now
    return out


def _names(before: Told, now: Told) -> str:
    """Whose change it is; two names where one government speaks through two bodies."""
    one, two = (t.source.label if t.source else "" for t in (before, now))
    return two if one == two else Reason("{a}, then {b}", a=one, b=two)


def _change(before: Told, now: Told) -> Reason | None:
    x, y = before.facet, now.facet
    if x.kind == "number":
        low, high = middle(x), middle(y)
        moved = low is not None and high is not None and abs(low - high) > CHANGE * max(low, high)
        if moved and _days(x, y) and _can_move(x, y) and not (of_other_scope(x, y) or _strangers(x, y)):
            return Reason("{a} → {b}", a=show(x), b=show(y))
        return None
    if not _days(x, y) and not (x.as_of is None and x.statement.article is y.statement.article):
        return None  # said in one breath, or told in two articles of one day
    one, two = attitude(x), attitude(y)
    of_two = both_say(x, y) and own_cosine(x, y) < (0.0 if x.statement.article is y.statement.article else LITTLE)
    flatly = x.answer and y.answer and not (_contested(x, y) and _of_one_thing(x, y))
    if one == two or of_two or flatly or _strangers(x, y):
        return None
    if {one, two} & {OPEN, ATTITUDES["asks"]}:
        return None  # to ask for a thing, then to say that it is so, is no change of mind
    return Reason("{a} → {b}", a=one, b=two)


def _can_move(x: Facet, y: Facet) -> bool:
    """Whether a figure that was ``x`` may have become ``y``: tolls only grow, a march or a gale is over in days."""
    told = {x.action, y.action}
    if told & classes().episodic or (told & classes().momentary and (_days(x, y) or 0) > SETTLED_DAYS):
        return False
    one_article = x.statement.article is y.statement.article
    return one_article or not told & classes().lasting or (middle(x) or 0.0) <= (middle(y) or 0.0)


OPEN = Reason("open")
ATTITUDES = {
    "does-not-deny": Reason("not denied"),
    "declines": Reason("not confirmed"),
    "doubts": Reason("doubted"),
    "asks": Reason("asked"),
}


def attitude(f: Facet) -> Reason:
    """A proposition's answer or, where it has none, the stance: yes, no, not denied, not confirmed, doubted, asked."""
    return Reason(f.answer) if f.answer else ATTITUDES.get(f.statement.claim.stance, OPEN)
