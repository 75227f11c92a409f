"""Times in raw text: when things happen, relative to the day of publication. No parser is needed.

``find_times`` gives every time expression with TIMEX3 ``type`` and ``value`` (TimeML 1.2.1) and the days it covers.
``dated`` keeps those that say when: the others are durations, sets and words like « désormais ».

The way through: ``scan`` finds constructions, ``resolve`` reads each against publication and the time spoken of last
(``days``, ``stretches``, ``lengths``, ``hours``),
``bounds`` applies « fin », « d'ici à », « depuis » and joins ranges. Words and constructions: languages/*/times.toml.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable

from selon.analysis.times.bounds import Mention, bounded, joined, prefix
from selon.analysis.times.filled import Filled, Setting, on_day
from selon.analysis.times.grammar import Grammar, folded, grammar, lowered
from selon.analysis.times.periods import Day, Period
from selon.analysis.times.resolve import resolve
from selon.analysis.times.scan import constructions
from selon.analysis.times.tense import lean
from selon.model import Span, Time

__all__ = ["dated", "find_times"]


def find_times(text: str, language: str, published: str | dt.date | None) -> list[Time]:
    """The times in ``text``, in order, none overlapping.

    ``language`` is a code ("fr", "en"; LanguageError otherwise); ``published`` an ISO date (or date and time), a date,
    or None: then what is told from publication has a value with X (``XXXX-WXX-4``) and no bounds. Spans count code
    points of ``text``; ``start`` and ``end`` are inclusive ISO dates, None where open or unknown. Never raises on text.
    """
    rules, day = grammar(language), _day_of(published)
    low = lowered(text)
    fold = folded(low)
    mentions = joined(_mentions(text, low, fold, rules, day), fold, rules)
    return [_time(mention) for mention in mentions]


def dated(times: Iterable[Time]) -> list[Time]:
    """The times that bound what is spoken of: those with a start or an end."""
    return [time for time in times if time.start is not None or time.end is not None]


def _day_of(published: str | dt.date | None) -> Day | None:
    if isinstance(published, dt.datetime):
        return published.date()
    if isinstance(published, dt.date):
        return published
    try:
        return dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _time(mention: Mention) -> Time:
    period = mention.period
    start, end = (None if when is None else when.isoformat() for when in (period.start, period.end))
    return Time(Span(mention.start, mention.end), start, end, period.type, period.value)


def _mentions(text: str, low: str, fold: str, rules: Grammar, published: Day | None) -> list[Mention]:
    setting = Setting(published)
    out: list[Mention] = []
    floating = -1  # index of an hour that may belong to the day right after it
    for construction, match in constructions(text, fold, rules):
        floor = out[-1].end if out else 0
        start, core, relation, edge = prefix(fold, match.start(), rules, floor)
        if rules.calendar.genitive and fold.startswith(rules.calendar.genitive, match.end()):
            start, relation = core, ""  # "after Monday's vote" is after the vote
        filled = Filled(match, rules, setting, _leaning(low, match, rules, relation), construction.rule.shift, relation)
        found = resolve(construction.rule.op, filled)
        for index, item in enumerate(found):
            own = index == 0
            mention = Mention(
                start if own else item.start,
                core if own else item.start,
                item.end,
                item.period,
                relation if own else "",
                edge if own else "",
                _told(construction.rule.op, match),
            )
            if floating == len(out) - 1 >= 0 and _day_after(out[-1], mention, fold):
                out[-1] = _placed(out[-1], mention.period)
                setting.moment = out[-1].period.value
            setting.note(item.period, item.end)
            floating = len(out) if item.period.type == "TIME" and construction.rule.op == "clock" else -1
            out.append(bounded(mention, published))
    return out


# « d'ici à » looks ahead and « depuis » back whatever the verb; « dès » looks ahead where no verb says otherwise.
_SURE = {"by": 1, "since": -1}
_LIKELY = {"from": 1}


def _leaning(low: str, match: re.Match[str], rules: Grammar, relation: str) -> Callable[[], int]:
    def side() -> int:
        return _SURE.get(relation, 0) or lean(low, match.start(), match.end(), rules) or _LIKELY.get(relation, 0)

    return side


def _told(op: str, match: re.Match[str]) -> str:
    """What a date leaves open, for the other end of a range to settle."""
    filled = {name.rstrip("0123456789") for name, words in match.groupdict().items() if words}
    if op in {"day", "month"} and not filled & {"year", "yy", "yyyy", "direction"}:
        return "yearless"
    return "weekday" if op == "weekday" and not filled & {"direction"} else ""


def _day_after(clock: Mention, day: Mention, fold: str) -> bool:
    """« vers 0 h 40, jeudi »: the day follows its hour behind a comma."""
    gap = fold[clock.end : day.core]
    return day.period.type == "DATE" and day.period.start == day.period.end is not None and gap.strip() in {"", ","}


def _placed(clock: Mention, day: Period) -> Mention:
    return Mention(clock.start, clock.core, clock.end, on_day(clock.period, day.start), clock.relation, clock.edge)
