"""What a number counts: percent, money, a measure, or the noun after it, with the singular that serves as unit."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from selon.analysis.quantities.numerals import alternatives
from selon.languages.numbers import Numbers, numbers

# A word after spaces, or right behind an elision or an opening quotation mark.
_WORD = re.compile(r"""(?: {1,2}|(?<=['« "“\[(]))([^\W\d_]+(?:-[^\W\d_]+)*)(?![\w]|-\d)""")
_OPENING = re.compile(r' ?(?:[«"“\[(] ?)?')
_DESIGNATION = re.compile(r" ([A-Z][A-Za-z]{0,3}-\d{1,4}[A-Z]{0,2}?)(?=s?(?!\w))")  # thirty F-16s
_MODIFIERS = 4  # words that may stand between an English number and its noun


class Counted(NamedTuple):
    """``kind``: "percent", "money", "measure", "noun", "multiple", "duration", "compound" or "" (left out).

    ``end`` is where the span ends that takes the unit in; ``unit`` is empty where the noun is left out.
    """

    kind: str
    end: int
    unit: str = ""


class Counter:
    """Finds what is counted after a number's end, in one language. Make it once, with ``counter``."""

    def __init__(self, table: Numbers) -> None:
        self.table = table
        self.noun_first = table.grammar.noun_first
        of = "|".join(re.escape(w) if w.endswith("'") else re.escape(w) + " " for w in table.grammar.of)
        money = alternatives(table.money_words)
        symbols = alternatives(table.money_symbols)
        measures = alternatives(table.measures)
        self.percent = re.compile(rf" {{0,2}}(?:%|(?:{alternatives(table.percent)})(?!\w))")
        self.points = re.compile(rf" (?:{alternatives(table.points)})(?!\w)")
        self.money = re.compile(rf" ?(?:{of})?(?:({symbols})|({money}))(?!\w)")
        self.measure = re.compile(rf"(?: {{0,2}}|-)(?:{of})?({measures})(?![\w²³/'])")
        self.duration = re.compile(
            rf"(?: |-)?(?:{of})?(?:(?:{alternatives(table.indefinite)}) )?({alternatives(table.durations)})(?!\w)"
        )
        self.multiple = re.compile(rf" (?:{alternatives(table.multiples)})(?!\w)")
        self.of = re.compile(rf" (?:{of})")
        self.partitive = re.compile(rf" (?:{alternatives(table.grammar.partitive)})(?!\w)")
        self.among = re.compile(rf" (?:\d[\d ,.]{{0,12}}|(?:{alternatives(table.cardinals)})(?!\w))(?= )")
        self.tolls = re.compile(rf"(?:{alternatives(table.nouns.tolls)})(?!\w)") if table.nouns.tolls else None
        self.complement = re.compile(rf" (?:{of})([^\W\d_]+(?:-[^\W\d_]+)*)(?![\w'])")
        count_of = alternatives(table.nouns.count_of)
        self.follows = re.compile(
            rf" (?:{alternatives((*table.singular, *table.definite))}) (?:{count_of})(?= |(?<='))"
        )
        self.count_of = re.compile(rf"(?:{count_of})(?= |(?<='))")

    def after(self, folded: str, text: str, end: int, *, many: bool) -> Counted:
        """What stands after the number that ends at ``end``; ``many`` where it is two or more."""
        if (match := self.percent.match(folded, end)) is not None:
            return Counted("percent", match.end(), "%")
        if (match := self.points.match(folded, end)) is not None:
            return Counted("noun", match.end(), self.table.points[match.group().strip()])
        if (match := self.money.match(folded, end)) is not None:
            symbol, word = match.groups()
            unit = self.table.money_symbols[symbol] if symbol else self.table.money_words[word]
            return Counted("money", match.end(), unit)
        if (match := self.measure.match(folded, end)) is not None and not self._capital_letter(text, match):
            return Counted("measure", match.end(), self.table.measures[match.group(1)])
        if (match := self.multiple.match(folded, end)) is not None:
            word = _WORD.match(folded, match.end())
            if word is None or word.group(1) not in self.table.multiple_after:
                return Counted("duration", match.end())  # "deux fois" counts occasions
            last = word.end() if word.group(1) in self.table.multiple_degrees else match.end()
            return Counted("multiple", last, self.table.multiple_unit)
        if self.lasts(folded, end):
            return Counted("duration", end)
        if (named := _DESIGNATION.match(text, end)) is not None:
            return Counted("noun", named.end(), named.group(1))
        if folded.startswith("-", end) and end + 1 < len(folded) and folded[end + 1].isalpha():
            return Counted("compound", end)
        if (match := self.partitive.match(folded, end)) is not None:
            among = self.among.match(folded, match.end())  # "22 des 27 gouvernements"
            noun = self.noun(folded, text, match.end() if among is None else among.end(), many=True)
            inclusive = noun.kind == "" and match.group().endswith("them")
            return Counted("noun" if noun.unit else "", match.end() if inclusive else end, noun.unit)
        of = self.of.match(folded, end)
        if of is not None:
            noun = self.noun(folded, text, of.end(), many=True)  # un million de morts
            return noun if noun.kind else Counted("", end)
        opening = _OPENING.match(folded, end)
        start = opening.end() if opening is not None and opening.end() > end + 1 else end
        noun = self.noun(folded, text, start, many=many)
        if noun.unit and noun.unit.split()[-1].lower() in self.table.durations:
            return Counted("duration", noun.end)  # 33 Earth days
        return noun if noun.kind or noun.end > start else Counted("", end)

    def _capital_letter(self, text: str, match: re.Match[str]) -> bool:
        """ "5 G", "3 M": a lone capital is no measure ("m" and "g" are)."""
        word = text[match.start(1) : match.end(1)]
        return len(word) == 1 and word.isupper()

    def lasts(self, folded: str, end: int) -> bool:
        """Whether a duration follows: "trois jours", "the last two weeks", "a quarter of an hour"."""
        position = end
        for _ in range(3):
            unit = self.duration.match(folded, position)
            if unit is not None:
                return position == end or unit.group(1).endswith(("s", "x"))  # not "14,500 last year"
            word = _WORD.match(folded, position)
            if word is None or word.group(1) not in self.table.duration_gaps:
                return False
            position = word.end()
        return False

    def noun(self, folded: str, text: str, end: int, *, many: bool) -> Counted:
        """The counted noun that starts after ``end`` (a space, or nothing after an elision)."""
        return self._french(folded, text, end, many) if self.noun_first else self._english(folded, text, end, many)

    def _french(self, folded: str, text: str, end: int, many: bool) -> Counted:
        nouns = self.table.nouns
        last = end
        word = _WORD.match(folded, end)
        while word is not None and word.group(1) in nouns.adjectives:
            last = word.end()
            word = _WORD.match(folded, last)
        if word is None or self._function(folded, text, word) or (many and not self._plural(word.group(1))):
            return Counted("", last)
        head = word.group(1)
        unit, last = self.singular(self._case(text, word)), word.end()
        for _ in range(2):
            complement = self.complement.match(folded, last)
            if complement is not None:
                start = complement.start(1)
                if complement.group(1) in nouns.function_words or text[start].isupper():
                    break
                unit, last = unit + folded[last : complement.end()], complement.end()
                word = complement
                continue
            adjective = _WORD.match(folded, last)
            if adjective is None or adjective.group(1) in nouns.function_words:
                break
            form = adjective.group(1)
            classing = form in nouns.classing or form.endswith(nouns.classing_endings)
            if not (classing or form.endswith(nouns.endings)) or (many and form[-1] not in "sx"):
                break
            if classing and unit.count(" ") == 0:
                unit += " " + self.singular(form)
            last, word = adjective.end(), adjective
        return Counted("noun", last, unit if head else "")

    def _english(self, folded: str, text: str, end: int, many: bool) -> Counted:
        nouns = self.table.nouns
        words: list[re.Match[str]] = []
        word = _WORD.match(folded, end)
        while word is not None and len(words) <= _MODIFIERS and not self._function(folded, text, word):
            if words and not many and word.group(1).endswith(("ed", "ing", "s")):
                break  # "a single officer surrounded by protesters", "one vaccine appears"
            words.append(word)
            if folded.startswith("'", word.end()):
                if not (many and self._plural(word.group(1))):  # "two doctors' approval"
                    words.pop()  # "the state's 40 delegates": another's possession is no head
                break
            word = _WORD.match(folded, word.end())
        last = end
        if not words:
            while word is not None and word.group(1) in nouns.other:  # "two more", "eight others"
                last = word.end()
                word = _WORD.match(folded, last)
            return self._english(folded, text, last, many) if last > end and word is not None else Counted("", last)
        if many:
            head = next((i for i, w in enumerate(words) if self._plural(w.group(1))), None)
            if head is None:
                return Counted("", end)
            while head + 1 < len(words) and self._plural(further := words[head + 1].group(1)):
                if further in nouns.victims:
                    break  # "several people dead"
                head += 1
        else:
            head = min(len(words), 3) - 1
        start = head
        while start > 0 and head - start < 1 and self._modifies(text, words[start - 1]):
            start -= 1
        parts = [self._case(text, w) for w in words[start:head]] + [self.singular(self._case(text, words[head]))]
        return Counted("noun", words[head].end(), " ".join(parts))

    def _modifies(self, text: str, word: re.Match[str]) -> bool:
        """Whether an English word before the head belongs to the unit: "police officer", not "new" nor "Korean"."""
        low = word.group(1)
        plural = low[-1] == "s" and self._plural(low)
        return not (self._case(text, word)[0].isupper() or low in self.table.nouns.adjectives or plural)

    def _case(self, text: str, word: re.Match[str]) -> str:
        return text[word.start(1) : word.end(1)]

    def _function(self, folded: str, text: str, word: re.Match[str]) -> bool:
        if word.group(1) == "us" and self._case(text, word).isupper():
            return False  # "1,000 US deaths"
        return word.group(1) in self.table.nouns.function_words or (
            self.noun_first and folded.startswith("'", word.end())
        )

    def _plural(self, word: str) -> bool:
        nouns = self.table.nouns
        if word in nouns.irregular:
            return True
        if self.noun_first:
            return word[-1] in "sxz"
        return (
            word[-1] == "s" and len(word) > 2 and word not in nouns.invariable and not word.endswith(("ss", "us", "is"))
        )

    def singular(self, word: str) -> str:
        """The singular of a plural noun, its case kept: "obus", "chevaux", "people", "countries"."""
        nouns, low = self.table.nouns, word.lower()
        if low in nouns.irregular:
            return nouns.irregular[low]
        if low in nouns.invariable or len(low) < 3:
            return word
        if self.noun_first:
            if word[0].isupper() and low.endswith(("ais", "ois")):
                return word  # les Chinois
            if low.endswith("eaux") or low.endswith(("oux", "eux")):
                return word[:-1]
            return word[:-2] + "l" if low.endswith("aux") else word[:-1] if low.endswith("s") else word
        if low.endswith("ies") and len(low) > 4:
            return word[:-3] + "y"
        if low.endswith(("sses", "shes", "ches", "xes", "tzes", "oes")):
            return word[:-2]
        if low.endswith("zzes"):
            return word[:-3]
        return word[:-1] if low.endswith("s") and not low.endswith("ss") else word

    def announced(self, folded: str, start: int, end: int, end_of_number: int) -> str:
        """The unit that the words around a bare number announce: "le nombre d'emplois menacés est de 75 000".

        ``start`` to ``end`` is what stands before it; or it goes on: "estime à 75 000 le nombre d'emplois".
        """
        after = self.follows.match(folded, end_of_number)
        if after is not None:
            return self.noun(folded, folded, after.end(), many=True).unit
        matches = list(self.count_of.finditer(folded, max(0, start), end))
        if not matches and self.tolls is not None:
            toll = self.tolls.search(folded, max(0, start), end)
            return self.table.nouns.tolls[toll.group()] if toll is not None else ""
        return self.noun(folded, folded, matches[-1].end(), many=True).unit if matches else ""


@cache
def counter(language: str) -> Counter:
    """The counter for the language ``language``; raises LanguageError where there is none."""
    return Counter(numbers(language))
