"""Where a number may start in a text, and what looks like one but isn't: dates, times of day, codes, set phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from selon.analysis.quantities.numerals import Numeral, Reader, alternatives, reader
from selon.languages.numbers import Numbers, numbers


@dataclass(frozen=True)
class Starts:
    """``pattern`` finds the next start; ``lastgroup`` of its match names the kind.

    "skip" and "dated" are stepped over ("dated" only where it begins with a capital: "May 5", not "may 5");
    the other kinds are read, each in its way.
    ``article`` and ``round`` match "un million" and "une centaine" at the second end of a range, ``and_one``
    the article that goes on with a count: "cinq hommes et une femme".
    """

    reader: Reader
    of: re.Pattern[str]
    pattern: re.Pattern[str]
    article: re.Pattern[str]
    round: re.Pattern[str]
    and_one: re.Pattern[str]

    def read(self, match: re.Match[str], folded: str, text: str) -> Numeral | None:
        """The number that begins at ``match`` of ``pattern``; None where it is none after all."""
        read, group = self.reader, match.lastgroup
        if group == "digit":
            return read.digits(folded, text, match.start("number"), money=match.group("money") is not None)
        at = match.start()
        if group in ("word", "either", "ratio", "beside"):
            return read.words(folded, at)
        if group == "round":
            value, end = read.collectives[match.group("noun")], match.end()
            if not self._rounds(match, folded, end):
                return None
            round_, scale = match.group("noun") in self.reader.table.approximate, value
            more = read.second_factor.match(folded, end)
            if more is not None and read.factors[more.group(1)] >= 1000:
                value, end = value * read.factors[more.group(1)], more.end()
            return Numeral(at, end, value, value, "word", round_, scale)
        if group == "article":
            return read.words(folded, at, first=1.0)
        if group == "single":
            return Numeral(at, match.end(), 1, 1, "word")
        if group == "scale":
            value = read.scales[match.group("bare")]
            return Numeral(at, match.end(), value, value, "word", scale=value)
        if group == "vague":
            return read.vaguely(folded, max(match.start("counted"), match.start("plural")), at)
        if group == "several":
            return Numeral(at, match.end(), 2, None, "indefinite")
        if group == "pair":
            scale_match = read.scale.match(folded, match.end()) or read.hundred.match(folded, match.end())
            if scale_match is None:
                return Numeral(at, match.end(), 2, 2, "pair")
            scale = read.values[scale_match.group(1)]
            return Numeral(at, scale_match.end(), 1.5 * scale, 3 * scale, "vague", scale=scale)
        if group == "share":
            part = match.group("denominator")
            share = 100 / read.denominators[part]
            return Numeral(at, match.end("denominator"), share, share, "share")
        if group == "part":
            part_of_whole = 100 * int(match.group("over")) / int(match.group("under"))
            return Numeral(at, match.end(), part_of_whole, part_of_whole, "share") if part_of_whole < 100 else None
        if group == "half":
            return Numeral(at, match.end("halved"), 50, 50, "share")
        return None

    def _rounds(self, match: re.Match[str], folded: str, end: int) -> bool:
        """Whether a noun of number is one here: "la centaine de morts" is, "en quarantaine" isn't."""
        noun, of = match.group("noun"), self.of.match(folded, end)
        if of is not None and (folded[of.end() : of.end() + 1].isdigit() or self.reader.word.match(folded, of.end())):
            return False  # une quarantaine de quatorze jours
        whole = match.group("owner") is not None or " " in noun or "-" in noun  # half a million, demi-douzaine
        return of is not None or (whole and noun not in self.reader.table.needs_of)


def _ending(words: tuple[str, ...] | frozenset[str]) -> str:
    """What must follow: one of ``words`` after a space, an elided one with its apostrophe."""
    whole, elided = [w for w in words if w[-1] != "'"], [w for w in words if w[-1] == "'"]
    return rf"(?: (?:(?:{alternatives(whole)})(?!\w){'|' + alternatives(elided) if elided else ''}))"


def _skipped(table: Numbers) -> str:
    """Codes, dates and times of day; each alternative is of bounded length, so that a search stays linear."""
    dates = table.dates
    months, ordinal = alternatives(dates.months), alternatives(dates.ordinal_suffixes)
    day = rf"\d{{1,2}}(?:{ordinal})?(?!\w)"
    days = rf"{day}(?:(?:-|, ?| (?:{alternatives(dates.day_joiners)}) ){day}){{0,8}}"
    return "|".join(
        [
            r"(?:https?://|www\.)\S{1,400}",
            r"\d{4}-\d\d?-\d\d?(?!\d)",
            r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\d)",
            rf"{days} (?:{months})\.?(?!\w)(?:,? \d{{4}}(?!\d))?",
            rf"(?:{alternatives(dates.weekdays)}) \d{{1,2}}(?!\w|[.,]\d| \d{{3}}| ?%)",
            rf"(?:19|20)\d\d(?: ?[-/] ?| (?:{alternatives(dates.day_joiners)}) )(?:19|20)\d\d(?!\w)",
            r"\d{1,2} ?h(?:eures?)? ?\d{2}(?!\w)",
            r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)",
            r"\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m(?!\w)",
            rf"\d{{4}} (?:{alternatives(dates.clock)})(?!\w)",
            rf"\d{{1,2}} (?:{alternatives(dates.hours)})(?!\w)",
            *([_hour_in_words(table)] if dates.half_days else []),
            r"\d\d(?:[ .-]\d\d){4}(?!\d)",
            r"\+\d{1,3}(?:[ /-]\d{1,4}){1,5}(?!\d)",
            r"\d{1,4}(?:-\d{1,4}){2,6}(?!\d)",
            r"\d{1,4}(?:\.\d{1,4}){3,6}(?![\d.])",
            rf"(?:{alternatives(table.idioms)})(?!\w)",
        ]
    )


def _hour_in_words(table: Numbers) -> str:
    """ "until four in the morning"; "police shot four at night" counts."""
    dates, hours = table.dates, [word for word, value in table.cardinals.items() if value <= 12]
    return rf"(?:{alternatives(dates.hour_before)}) (?:{alternatives(hours)}) (?:{alternatives(dates.half_days)})(?!\w)"


def _dated(table: Numbers) -> str:
    """A month's name before its days: "October 8 and 13", "Jan. 5, 2019"."""
    months, ordinal = alternatives(table.dates.months), alternatives(table.dates.ordinal_suffixes)
    joiners = alternatives(table.dates.day_joiners)
    comma = rf", (?=\d{{1,2}},? (?:{joiners}) \d)"  # "May 5, 30 people" has one day only
    more = rf"(?: ?- ?| (?:{joiners}) |{comma})\d{{1,2}}(?:{ordinal})?(?!\w|[,.:]\d|%)"
    return rf"(?:{months})\.? \d{{1,2}}(?:{ordinal})?(?!\w)(?!,\d| \d{{3}})(?:{more}){{0,2}}(?:,? \d{{4}}(?!\d))?"


@cache
def starts(language: str) -> Starts:
    """The expressions of one language; raises LanguageError where there is none."""
    table, read = numbers(language), reader(language)
    fractions = table.fractions
    article = alternatives(table.indefinite)
    collectives = alternatives([*table.approximate, *table.exact])
    scale = alternatives(table.multipliers)
    loose = alternatives((*table.several, *table.few))
    factor = alternatives([*table.vague, *table.multipliers, *(w for w in table.exact if " " not in w)])
    follow = _ending(fractions.followed_by)
    # "un" and "une" count only beside another number: "un mort et deux blessés", "un Français sur trois".
    quiet = [w for w in table.indefinite if w in table.cardinals and table.article_numbers]
    loud = alternatives([w for w in table.cardinals if w not in quiet] + list(table.bare_multipliers))
    joiners, out_of = alternatives(table.grammar.joiners), alternatives(fractions.out_of)
    beside = rf"(?:{alternatives(quiet)})(?= %s(?:%s) (?:\d|(?:{loud})(?!\w)))"
    noun = r"[^\W\d_]{2,20} "
    symbol = alternatives(table.money_symbols)
    parts = alternatives(w for w in read.denominators if w not in fractions.demi)  # "un demi de mêlée" plays rugby
    either = alternatives((*table.ranges.alternative, *(w for w in table.ranges.between_and if w != "-")))
    lone = alternatives(w for w, v in read.scales.items() if v > 1000 and w not in table.vague)
    kinds = {
        "dated": _dated(table) if table.dates.capitalised else None,
        "skip": _skipped(table),
        "part": rf"(?P<over>[1-9])/(?P<under>[2-9]|10)(?={follow})",
        "digit": rf"(?:(?P<money>{symbol}) ?)?(?P<number>\d)",
        "round": rf"(?P<owner>(?:{article}) )?(?P<noun>{collectives})(?!\w)",
        "share": rf"(?:{alternatives(fractions.before)}) (?P<denominator>{parts})(?={follow})",
        "single": rf"(?:{alternatives(table.single)})(?!\w)" if table.single else None,
        "article": rf"(?:{article})(?= (?:{scale})(?!\w))",
        "vague": rf"(?:(?:{loose}) (?P<counted>{factor})|(?P<plural>{alternatives(table.vague)}))(?!\w)",
        "several": rf"(?:{alternatives(table.several)})(?!\w)",
        "pair": rf"(?:{alternatives(table.pair)})(?!\w)" if table.pair else None,
        "half": rf"(?:(?:{alternatives(fractions.half_before)}) )?(?P<halved>{alternatives(fractions.half)})(?!\w)"
        + rf"(?={follow}{'|[ ,.;:)]|$' if table.grammar.noun_first else ''})",
        "scale": rf"(?P<bare>{lone})(?!\w)",
        "either": rf"(?:{alternatives(quiet)})(?= (?:{either}) (?:{loud})(?!\w))" if quiet else None,
        "ratio": beside % (f"(?:{noun})?", out_of) if quiet else None,
        "beside": beside % (noun, joiners) if quiet else None,
        "word": rf"(?:{loud})(?!\w)",
    }
    choices = "|".join(f"(?P<{kind}>{expression})" for kind, expression in kinds.items() if expression)
    return Starts(
        read,
        re.compile(rf" (?:{alternatives(w for w in table.grammar.of if w[-1] != chr(39))} |d')"),
        re.compile(rf"(?<!\w)(?:{choices})"),
        re.compile(rf"(?:{article})(?= (?:{scale})(?!\w))"),
        re.compile(rf"(?:{article}) (?P<noun>{collectives})(?!\w)"),
        re.compile(
            rf" (?:{joiners}) ({alternatives(quiet)})(?! (?:{collectives}|{scale}|{parts})(?!\w)) "
            if quiet
            else r"(?!)"
        ),
    )
