"""Every plain number with its value: one table, French and English; ``[span|value]``, "%" after a percentage."""

from __future__ import annotations

import re

import pytest

from selon.analysis.quantities import find_numbers

MARK = re.compile(r"\[([^|\]]*)\|[^|\]]*\]")

NUMBERS = [
    (
        "fr",
        "[12|12], [-12|-12], [- 12|-12], [2|2]-[3|3], [1 234|1234], [1,5|1.5], [,5|0.5], [.5|0.5], [3/4|0.75], "
        "[2 3/4|2.75], [-3/4|-0.75]",
    ),
    ("en", "[12|12], [-12|-12], [2|2]-[3|3], [1,234|1234], [1.5|1.5], [.5|0.5], [3/4|0.75], [2 3/4|2.75]"),
    (
        "fr",
        "[1e3|1000], [1e+3|1000], [1e-3|0.001], [2^3|8], [2^-1|0.5], [2^--1|2], [2^+-1|0.5], [1,5e2|150], "
        "[9^999|inf], [0^-1|inf], [1|1]/[0|0]",
    ),
    ("fr", "[½|0.5] [⅓|0.333333] [¼|0.25] [¾|0.75] [⅕|0.2] [⅛|0.125] [⅜|0.375] [⅝|0.625]"),
    ("fr", "[10k|10000], [10G|1e+10], 10Go, [3 cents|300], [3 mille|3000], 180ml, [12 M|1.2e+07], 4x"),
    ("fr", "http://a.fr/12 [13|13], www.b.fr/14"),
    (
        "fr",
        "[cent|100], [une douzaine|12], [douzaine|12], [deux douzaines|24], [un demi-million|500000], [une "
        "centaine|100]",
    ),
    ("en", "a [dozen|12], [dozen|12], [two dozen|24], [half a million|500000], [one hundred|100]"),
    (
        "fr",
        "[un tiers|0.333333], [deux tiers|0.666667], [trois quarts|0.75], [un demi|0.5], [vingt et un cinquième|20.2]",
    ),
    (
        "en",
        "[one third|0.333333], [two thirds|0.666667], [three quarters|0.75], [one half|0.5], [twenty-one fifths|4.2]",
    ),
    (
        "fr",
        "[un vingt-cinquième|0.04], [un vingt et unième|0.047619], [un cinquième|0.2], [deux centièmes|0.02], "
        "[un sur trois|0.333333], [deux sur cinq|0.4], [3 sur 4|0.75], [4|4] sur [3|3], [zéro|0] sur [trois|3]",
    ),
    ("en", "[one in three|0.333333], [two out of five|0.4], [3 out of 4|0.75], [one|1] in [zero|0]"),
    ("fr", "[deux virgule cinq|2.5], [deux virgule cinq millions|2.5e+06], [deux virgule vingt-cinq|2.25]"),
    ("en", "[two point five|2.5], [two point five million|2.5e+06]"),
    (
        "fr",
        "[un million et demi|1.5e+06], [cent et demi|100.5], [deux et demi|2.5], [un million et trois "
        "quarts|1.75e+06], [cent et trois quarts|100.75], [deux|2] et [un|1]",
    ),
    ("en", "[one million and a half|1.5e+06], [two and a half|2.5], [two and three quarters|2.75]"),
    ("fr", "[12 %|12%], [12 pour cent|12%], [trois pour cent|3%], [1,5%|1.5%], [un sur trois|0.333333]"),
    ("en", "[12%|12%], [12 per cent|12%], [three percent|3%]"),
    ("fr", "quart, tiers, demi"),
    ("fr", "[un|1], [une|1], [zéro|0], [soixante-dix-sept|77], [quatre-vingts|80], [mille cent|1100]"),
    ("en", "[one|1], [zero|0], [seventy-seven|77], [eleven hundred|1100], lakh"),
    ("fr", "mot12, 12mot, [2012|2012]"),
]


def marked(text: str, language: str) -> str:
    """The text with its numbers marked as the table marks them."""
    out, at = "", 0
    for n in find_numbers(text, language):
        out += f"{text[at : n.span.start]}[{n.span.of(text)}|{n.value:.6g}{'%' if n.percent else ''}]"
        at = n.span.end
    return out + text[at:]


@pytest.mark.parametrize(("language", "sentence"), NUMBERS)
def test_numbers(language: str, sentence: str) -> None:
    assert marked(MARK.sub(r"\1", sentence), language) == sentence
