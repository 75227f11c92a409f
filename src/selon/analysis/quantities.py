"""Finds how many: figures with their bounds, the approximators around them and what they count.

``find_quantities`` reads raw text, without a parser. One pass of a compiled expression finds where a number may start
(and steps over dates, clock times, codes and set phrases); each start is then read with a few words of context on
either side, so that the whole is linear in the text's length. Bounds follow the annotation guidelines: "environ" ±10 %,
"au moins" open above, "jusqu'à" from 0, "près de" -10 %, "des dizaines" 20-99.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from selon.analysis.counted import Counted, Counter, counter
from selon.analysis.numerals import Numeral, Reader, alternatives, fold, reader
from selon.analysis.starts import starts
from selon.languages.numbers import Bound, Numbers, numbers
from selon.model import Quantity, Span

_BEFORE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*['.]?|[~≈±<>≥≤§]|[,;:!?()\[\]\d%\"]|\n")
_WINDOW = 64  # characters looked at before a number
_MEMORY = 1500  # characters over which a left-out noun may be taken from an earlier figure
_BACK = 8  # figures looked at for it
_SCORE = re.compile(r"\d{1,3}-\d{1,3}(?![\w%])")


class Left(NamedTuple):
    """The words before a number, as the finder cuts them, with their offsets."""

    words: tuple[str, ...]
    offsets: tuple[int, ...]

    def less(self, n: int) -> Left:
        return Left(self.words[: len(self.words) - n], self.offsets[: len(self.offsets) - n])

    def ends(self, phrases: frozenset[tuple[str, ...]]) -> int:
        """How many of the last words make up one of ``phrases`` (0 where none does)."""
        for n in range(min(6, len(self.words)), 0, -1):
            if self.words[-n:] in phrases:
                return n
        return 0


class Found(NamedTuple):
    """A quantity while it is being made: its kind of unit is kept for the figures that leave theirs out."""

    start: int
    end: int
    low: float | None
    high: float | None
    kind: str
    unit: str
    bound: Bound | None


@dataclass
class Names:
    """The numbers that have served as names in a text ("Boeing 707"), and where the last one ended."""

    seen: set[str]
    end: int = 0

    def add(self, number: Numeral, folded: str) -> None:
        self.seen.add(folded[number.start : number.end])
        self.end = number.end


def _bounded(low: float, high: float | None, bound: Bound | None) -> tuple[float | None, float | None]:
    """The bounds that an approximator gives to a number or range."""
    if bound == "about":
        return min(low * 0.9, low * 1.1), None if high is None else max(high * 1.1, high * 0.9)
    if bound == "nearly":
        return min(low * 0.9, low), high
    if bound == "at_least":
        return low, None
    if bound == "at_most":
        top = low if high is None else high
        return min(0.0, top), top
    return low, high


def _tidy(value: float | None) -> float | None:
    """Without the noise of floating point: 0.9 × 3 is 2.7; shares are kept to a tenth."""
    return None if value is None else float(f"{value:.12g}")


class Finder:
    """Finds the quantities of one language. Make it once, with ``finder``."""

    def __init__(self, table: Numbers, reader_: Reader, counter_: Counter) -> None:
        self.table, self.reader, self.counter = table, reader_, counter_
        self.starts = starts(table.code)
        of = {w.strip("'") for w in table.grammar.of}
        self.of = frozenset(of | {f"{w}'" for w in of})
        self.before = {tuple(_plain(w) for w in phrase): bound for phrase, bound in table.before.items()}
        self.before_phrases = frozenset(self.before)
        self.opening = _phrases(table.ranges.opening)
        self.between = _phrases(table.ranges.between)
        self.scale_before = _phrases(table.scale_before)
        self.calibres = _phrases(table.calibres)
        self.ages = _phrases(table.ages)
        self.formation_before = _phrases(table.formation_before)
        self.listed = frozenset((*table.grammar.joiners, *table.ranges.to, ","))
        self.vague_before = _phrases(table.vague_before)
        self.gaps = _phrases(table.verb_gaps)
        self.distributive = _phrases(table.distributive)
        repeated = alternatives([*table.percent, *table.money_symbols, *table.money_words, *table.measures])
        to, and_ = table.ranges.to, (*table.ranges.between_and, *table.ranges.to)
        self.to = self._connector(to, repeated)
        self.and_ = self._connector(and_, repeated)
        self.after = re.compile(rf",? (?:{alternatives(table.after)})(?!\w)")
        self.formation_after = re.compile(rf" (?:{alternatives(table.formation_after)})(?: [^\W\d_]+){{0,3}} \d")
        self.shared = re.compile(rf"(?: [^\W\d_]+(?:-[^\W\d_]+)?)? (?:{alternatives(table.fractions.out_of)}) (?=[\w])")

    @staticmethod
    def _connector(words: tuple[str, ...], repeated: str) -> re.Pattern[str]:
        spaced = alternatives(w for w in words if w != "-")
        return re.compile(
            rf"(?P<unit> ?(?:{repeated})(?![\w/]))?(?: (?P<to>{spaced}) |(?P<dash> ?- ?))(?:(?:les|de|from|about|environ) )?[€$£¥]?(?=\w)"
        )

    def find(self, text: str) -> list[Quantity]:
        folded = fold(text)
        found: list[Found] = []
        names = Names(set())
        position, size = 0, len(folded)
        while position < size and (match := self.starts.pattern.search(folded, position)) is not None:
            group = match.lastgroup or ""
            if group == "skip":
                position = max(match.end(), position + 1)
                continue
            if group == "dated":
                position = match.end() if text[match.start()].isupper() else match.start() + 1
                continue
            reading = self._read(group, match, folded, text)
            if reading is None:
                position = max(match.end(), position + 1)
                continue
            made, position = self._make(reading, match, folded, text, found, names)
            if made is not None:
                found.append(made)
                if (one := self._and_one(made, folded, text)) is not None:
                    found.append(one)
                    position = one.end
            position = max(position, match.end())
        return [Quantity(Span(f.start, f.end), _tidy(f.low), _tidy(f.high), f.unit) for f in found]

    # Reading the number itself

    def _read(self, group: str, match: re.Match[str], folded: str, text: str) -> Numeral | None:
        read = self.reader
        if group == "digit":
            return read.digits(folded, text, match.start("number"), money=match.group("money") is not None)
        at = match.start()
        if group in ("word", "either", "ratio", "beside"):
            return read.words(folded, at)
        if group == "round":
            value, end = read.collectives[match.group("noun")], match.end()
            if not self._rounds(match, folded, end):
                return None
            round_, scale = match.group("noun") in self.table.approximate, value
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
            return Numeral(at, match.end(), value, value, "word", False, value)
        if group == "vague":
            return read.vaguely(folded, max(match.start("counted"), match.start("plural")), at)
        if group == "several":
            return Numeral(at, match.end(), 2, None, "indefinite")
        if group == "pair":
            scale_match = read.scale.match(folded, match.end()) or read.hundred.match(folded, match.end())
            if scale_match is None:
                return Numeral(at, match.end(), 2, 2, "pair")
            scale = read.values[scale_match.group(1)]
            return Numeral(at, scale_match.end(), 1.5 * scale, 3 * scale, "vague", False, scale)
        if group == "share":
            part = match.group("denominator")
            share = 100 / read.denominators[part]
            return Numeral(at, match.end("denominator"), share, share, "share")
        if group == "half":
            return Numeral(at, match.end("part"), 50, 50, "share")
        return None

    def _rounds(self, match: re.Match[str], folded: str, end: int) -> bool:
        """Whether a noun of number is one here: "la centaine de morts" is, "en quarantaine" isn't."""
        noun, of = match.group("noun"), self.counter.of.match(folded, end)
        if of is not None and (folded[of.end() : of.end() + 1].isdigit() or self.reader.word.match(folded, of.end())):
            return False  # une quarantaine de quatorze jours
        whole = match.group("owner") is not None or " " in noun or "-" in noun  # half a million, demi-douzaine
        return of is not None or (whole and noun not in self.table.needs_of)

    def _and_one(self, counted: Found, folded: str, text: str) -> Found | None:
        """The article that counts one more thing: "cinq hommes et une femme"."""
        match = self.starts.and_one.match(folded, counted.end) if counted.kind == "noun" else None
        if match is None:
            return None
        noun = self.counter.after(folded, text, match.end(1), many=False)
        if noun.kind != "noun":
            return None
        return Found(match.start(1), noun.end, 1, 1, "noun", noun.unit, None)

    # What stands around it

    def _left(self, folded: str, start: int, floor: int) -> Left:
        low = max(floor, start - _WINDOW)
        if low > floor and low > 0 and folded[low - 1].isalnum():
            while low < start and folded[low].isalnum():
                low += 1
        words, offsets = [], []
        for match in _BEFORE.finditer(folded, low, start):
            words.append(_plain(match.group()))
            offsets.append(match.start())
        return Left(tuple(words[-12:]), tuple(offsets[-12:]))

    def _approximator(self, left: Left) -> tuple[Left, Bound | None]:
        """Takes the approximators off the end of ``left``; the outermost that bounds decides ("up to about")."""
        bound: Bound | None = None
        for _ in range(3):
            n = left.ends(self.before_phrases)
            if n:
                this = self.before[left.words[-n:]]
                left = left.less(n)
            else:
                this, left = self._verb(left)
                if not this:
                    break
            if this != "exactly" or bound is None:
                bound = this
        return left, bound

    def _verb(self, left: Left) -> tuple[Bound, Left]:
        """A verb that bounds the number, with the words that may part them: "a dépassé hier le million"."""
        rest = left
        for _ in range(3):
            if not rest.words:
                break
            word = rest.words[-1]
            for bound, stems in self.table.verbs.items():
                if word.startswith(stems):
                    return bound, rest.less(1)
            n = rest.ends(self.gaps)
            if not n:
                break
            rest = rest.less(n)
        return "", left

    def _make(
        self, number: Numeral, match: re.Match[str], folded: str, text: str, found: list[Found], names: Names
    ) -> tuple[Found | None, int]:
        """The quantity around ``number`` (None where it is none) and where to go on."""
        previous = found[-1] if found else None
        floor = previous.end if previous else 0
        start = match.start() if number.start >= match.start() else number.start
        if self._attached(folded, start, number):
            names.add(number, folded)
            return None, number.end
        left = self._left(folded, start, floor)
        outer, bound = self._approximator(left)
        if number.form == "plain" and folded[names.end : start].strip() in self.listed and names.end > 0:
            names.add(number, folded)  # "les régions 11 et 12"
            return None, number.end
        if number.scale == 1 and bound is None and self._named(left, number, folded, text):
            names.add(number, folded)
            return None, number.end
        if outer.ends(self.ages):
            ages = self._range(number, outer, 0, folded, text)
            return None, number.end if ages is None else ages.end
        opened = outer.ends(self.opening)
        ranged = self._range(number, outer, opened, folded, text)
        if ranged is None and number.form == "plain" and (score := _SCORE.match(folded, number.start)) is not None:
            return None, score.end()
        low, high, end, form = number.low, number.high, number.end, number.form
        if ranged is not None:
            low, high, end = ranged.low, ranged.high, ranged.end
            outer = outer.less(opened)
            more, bound_before = self._approximator(outer)
            if bound_before is not None:
                outer, bound = more, bound_before
        elif (share := self._share(number, folded, text)) is not None:
            low, high, end, form = share.low, share.high, share.end, "share"
        elif match.lastgroup == "ratio":
            return None, end
        money = match.groupdict().get("money")
        if folded.startswith("+", end) and bound is None:
            end, bound = end + 1, "at_least"  # 30+ members
        counted = self._counted(low, high, end, form, money, folded, text)
        if counted is None:
            return None, end
        if (not counted.kind or counted.unit[:1].isupper()) and folded[number.start : number.end] in names.seen:
            return None, end  # "the 707 was a freighter", after "a Boeing 707"
        if self._vetoed(number, counted, ranged is not None, bound, left, outer, match, folded, text):
            return None, max(end, counted.end if counted.kind == "duration" else end)
        unit, kind = counted.unit, counted.kind
        end = counted.end
        if outer.ends(self.scale_before) and not kind:
            unit, kind = self.table.scale_unit, "scale"
        if not kind and form != "share":
            kind, unit = self._left_out(number, folded, found)
        if kind == "noun" and self._formation(unit, end, start, left, previous, folded):
            return None, end
        if kind == "measure" and outer.ends(self.calibres):
            return None, end
        if outer.words and self._dose(outer):
            return None, end
        after = self.after.match(folded, end)
        if after is not None and bound is None:
            bound = self.table.after[after.group().lstrip(", ")]
            end = after.end()
        if bound is None and number.round:
            bound = "about"
        if bound is None and previous is not None and self._converted(previous, kind, start, folded):
            bound = previous.bound
        if outer.words != left.words and outer.offsets != left.offsets:
            start = left.offsets[len(outer.offsets)]
        low_, high_ = _bounded(low, high, bound)
        if number.form == "vague" and outer.words == left.words and (n := left.ends(self.vague_before)):
            start = left.offsets[-n]
        if form == "share":
            low_, high_ = round(low_ or 0.0, 1), None if high_ is None else round(high_, 1)
        if number.form == "indefinite" and bound == "at_most":
            return None, end
        return Found(start, end, low_, high_, kind, unit, bound), end

    def _counted(
        self, low: float, high: float | None, end: int, form: str, money: str | None, folded: str, text: str
    ) -> Counted | None:
        if form == "share":
            return Counted("share", end, "%")
        counted = self.counter.after(folded, text, end, many=high is None or abs(high) >= 2)
        if money is not None:
            symbol = money.strip()
            symbols = self.table.money_symbols
            named = counted.end if counted.kind == "money" else end
            return Counted("money", named, symbols.get(symbol, symbols.get(symbol[-1:], symbol)))
        return counted

    def _attached(self, folded: str, start: int, number: Numeral) -> bool:
        """Whether the number is part of a longer code: COVID-19, 3DS, 24/7, 1.2.3, 21st, quatre-vingtième."""
        before = folded[start - 1] if start else " "
        if before in "-/.,:'#@" and start >= 2:
            further = folded[start - 2]
            if further.isdigit() or (before == "-" and further.isalnum()) or before in "/#@":
                return True
        if before in "#@":
            return True
        rest = folded[number.end : number.end + 2]
        if rest and (rest[0] in "/:.,'" or rest[0] == "_") and rest[1:].isdigit():
            return True
        if rest and rest[0] in "/_@" and rest[1:].isalnum():
            return True
        if number.form in ("plain", "figure") and rest[:1].isalpha():
            return self.counter.measure.match(folded, number.end) is None
        return rest[:1] == "'" and rest[1:] == "s" and number.form == "plain"

    def _named(self, left: Left, number: Numeral, folded: str, text: str) -> bool:
        """Whether bare digits name something: "article 5", "Boeing 737", "France 24"; or a footnote, "[3]"."""
        if not left.words:
            return False
        word, offset = left.words[-1], left.offsets[-1]
        if word == "[" and folded.startswith("]", number.end):
            return True
        stem = word.rstrip(".")
        if stem in self.table.labels or (stem[-1:] == "s" and stem[:-1] in self.table.labels):
            return number.low < 100 or not self.counter.noun(folded, text, number.end, many=True).kind
        if (
            number.form not in ("plain", "figure")
            or word[-1] == "."
            or not word[0].isalpha()
            or not text[offset].isupper()
        ):
            return False
        if word in self.table.nouns.function_words or self._counts(folded, text, number.end):
            return False
        if word.rstrip(".") in self.table.dates.months:
            return number.low <= 31
        earlier = left.words[-2] if len(left.words) > 1 else "\n"
        if earlier in "\n.!?" or earlier.endswith(".") or earlier in self.table.name_after or number.low >= 10_000:
            return False
        return not (number.low >= 10 and text[offset:].isupper())

    def _counts(self, folded: str, text: str, end: int) -> bool:
        """Whether a measure, money or percent follows: "à l'est de Carrascal 73 km" is no name."""
        return self.counter.after(folded, text, end, many=True).kind in ("measure", "money", "percent")

    def _range(self, number: Numeral, outer: Left, opened: int, folded: str, text: str) -> Numeral | None:
        """The range that ``number`` begins, if it does: "entre 10 et 12 000", "10 à 15 %", "cent ou deux cents"."""
        if number.form in ("share", "indefinite", "vague", "pair") or number.high != number.low:
            return None
        between = opened and outer.ends(self.between)
        match = (self.and_ if between else self.to).match(folded, number.end)
        if match is None:
            return None
        second = self._second(match.end(), folded, text)
        if second is None or second.high is None:
            return None
        if match.group("dash") and number.end != match.start() and " " in match.group("dash"):
            return None
        if opened and not between and self._changed(outer.less(opened)):
            return None
        low, high = number.low, second.high
        if number.scale == 1 and second.scale > 1 and low < 1000:
            shared = low * second.scale
            written = second.form == "figure" and second.scale == 1000 and folded[second.end - 1].isdigit()
            if shared < high and (not written or high / shared < 10):
                low = shared
        if low >= high:
            return None
        if (
            match.group("dash")
            and number.form == "plain"
            and high <= 20
            and not self._follows(second.end, folded, text)
        ):
            return None  # a score
        return Numeral(number.start, second.end, low, high, "range", False, second.scale)

    def _follows(self, end: int, folded: str, text: str) -> bool:
        return bool(self.counter.after(folded, text, end, many=True).kind)

    def _second(self, at: int, folded: str, text: str) -> Numeral | None:
        if folded[at].isdigit():
            number = self.reader.digits(folded, text, at)
            return None if number is None or self._attached(folded, 0, number) else number
        article = self.starts.article.match(folded, at)
        if article is not None:
            return self.reader.words(folded, at, first=1.0)
        collective = self.starts.round.match(folded, at)
        if collective is not None:
            value = self.reader.collectives[collective.group("noun")]
            return Numeral(at, collective.end(), value, value, "word", True, value)
        return self.reader.words(folded, at)

    def _changed(self, left: Left) -> bool:
        """Whether a verb or noun of change stands before: "est passé de 200 à 300", "up from 3,000"."""
        ranges = self.table.ranges
        return any(word.startswith(ranges.changes) or word in ranges.change_words for word in left.words[-4:])

    def _share(self, number: Numeral, folded: str, text: str) -> Numeral | None:
        """ "un Français sur trois", "one in five" as a percentage."""
        if number.low != number.high or not 1 <= number.low < 100 or number.form not in ("word", "plain"):
            return None
        match = self.shared.match(folded, number.end)
        if match is None:
            return None
        whole = self._second(match.end(), folded, text)
        if whole is None or whole.low not in (2, 3, 4, 5, 6, 7, 8, 10, 20, 50, 100, 1000) or whole.low <= number.low:
            return None
        if number.low != 1 and whole.low not in (3, 4, 5, 10, 100):
            return None
        share = 100 * number.low / whole.low
        return Numeral(number.start, whole.end, share, share, "share")

    def _vetoed(
        self,
        number: Numeral,
        counted: Counted,
        ranged: bool,
        bound: Bound | None,
        left: Left,
        outer: Left,
        match: re.Match[str],
        folded: str,
        text: str,
    ) -> bool:
        """Whether the number is no figure: a duration or an age, a year, "les deux", "neuf" for new."""
        if counted.kind in ("duration", "compound"):
            return True
        word = folded[match.start() : number.end]
        if number.low == 1 and number.form == "word" and counted.unit[:1].isupper() and " " not in counted.unit:
            return True  # "one Vijayaragavan"
        if word in self.table.nouns.needs_plural and counted.kind in ("", "multiple"):
            return True
        if not counted.kind:
            named = outer.words and outer.words[-1] in self.table.singular and bound is None
            if named and not ranged and number.low < 1e5 and number.form in ("plain", "word"):
                return True
            if number.form == "pair" or (number.form == "word" and number.low == 1 and not ranged):
                return True
            if number.low == 2 and number.form == "word" and outer.words and outer.words[-1] in self.table.definite:
                return True
        if number.form == "figure" and number.scale == 1 and counted.kind in ("", "noun"):
            # "Ubuntu 12.10": in French a point makes a version, not a decimal.
            foreign = self.table.decimal not in word and not word.isdigit()
            if foreign and (not counted.kind or counted.unit.isupper()):
                return True
        if number.form != "plain" or ranged:
            return False
        if len(word) == 5 and counted.unit[:1].isupper() and bound is None:
            return True  # 75019 Paris
        if (
            folded.startswith(")", number.end)
            and number.low <= 20
            and "(" not in folded[max(0, number.start - 60) : number.start]
        ):
            return True  # 1) … 2) …
        if len(word) == 4 and word[0] in "12" and counted.kind in ("", "noun"):
            return self._year(int(number.low), counted, bound, left)
        return word[0] == "0" and len(word) > 1

    def _year(self, value: int, counted: Counted, bound: Bound | None, left: Left) -> bool:
        previous = left.words[-1].rstrip(".") if left.words else ""
        dated = previous in self.table.dates.year_before or previous in self.table.dates.months
        if 1900 <= value <= 2099:
            if counted.kind == "noun" and value % 100 == 0:
                return dated
            return bound is None or not counted.kind
        return 1000 <= value < 1900 and dated and not counted.kind

    def _left_out(self, number: Numeral, folded: str, found: list[Found]) -> tuple[str, str]:
        """The unit of a figure whose noun is left out: what the words before announce, or the last thing counted.

        Only a number with decimals takes up a percentage, a measure or a magnitude.
        """
        announced = self.counter.announced(folded, max(number.start - 80, 0), number.start)
        if announced:
            return "noun", announced
        for earlier in found[:-_BACK:-1]:
            if number.start - earlier.end > _MEMORY:
                break
            if earlier.kind in ("noun", "money") or (earlier.kind and number.low % 1):
                return earlier.kind, earlier.unit
        return "", ""

    def _formation(self, unit: str, end: int, start: int, left: Left, previous: Found | None, folded: str) -> bool:
        """Whether brigades only say how a headcount is drawn up: "12 000 hommes, soit quatre brigades"."""
        if unit.split(" ")[-1].lower() not in self.table.formations and unit.split(" ")[0] not in self.table.formations:
            return False
        if self.formation_after.match(folded, end) is not None:
            return True
        return previous is not None and start - previous.end < 24 and left.ends(self.formation_before) > 0

    def _dose(self, outer: Left) -> bool:
        """Whether the figure is a dose for each, not a sum: "chaque groupe de trente hommes"."""
        if outer.words[-1] not in self.of:
            return False
        rest = outer.less(1)
        for _ in range(self.table.distributive_window):
            if rest.ends(self.distributive):
                return True
            rest = rest.less(1)
        return False

    def _converted(self, previous: Found, kind: str, start: int, folded: str) -> bool:
        """Whether this is the same measure in other units: "près de 180 mph (285 km/h)"."""
        return kind == previous.kind == "measure" and folded[previous.end : start] == " ("


def _plain(word: str) -> str:
    return "de" if word == "d'" else word


def _phrases(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(_plain(w) for w in phrase.replace("'", "' ").split()) for phrase in words)


@cache
def finder(language: str) -> Finder:
    """The finder for the language ``language``; raises LanguageError where there is none."""
    return Finder(numbers(language), reader(language), counter(language))


def find_quantities(text: str, language: str) -> list[Quantity]:
    """The quantities of ``text`` in order, none overlapping: spans with approximator and counted noun, bounds, unit.

    ``language`` is "fr" or "en". Offsets are code points of ``text``. A bound of None is open. Durations, dates, ages,
    names ("Boeing 737") and ordinals are no quantities. Raises LanguageError for a language that selon doesn't read.
    """
    return finder(language).find(text)
