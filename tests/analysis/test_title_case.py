"""Headlines in which every word has a capital: names keep theirs, all other words are read as in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import selon
from selon.analysis.title_case import sentence_cased
from selon.languages import load
from selon.model import Article
from tests.analysis.attribution.marked_claims import Table, check, marked_in

BODY = "\n\nThe council met on Monday. It heard Dana Whitlock, of Corvex, who lives in Durham."

# (line, as the tagger reads it): what the body, the registry, a title or a given name tells is a name.
LINES = (
    ("Mayor Blasts Critics as Council Says Talks Stall", "Mayor blasts critics as council says talks stall"),
    ("Council Warns Corvex It Will Sue", "Council warns Corvex it will sue"),
    ("France Denies It Has Armed Rebels in Sudan", "France denies it has armed rebels in Sudan"),
    ("Why Jerome Tarrant Says No to Monday Trials", "Why Jerome Tarrant says no to Monday trials"),
    ("Judge Says F.D.A. Letter Won't Delay Launch", "Judge says F.D.A. letter won't delay launch"),
    ("Jury Told Mrs. Ashdown Was at Home: Was She?", "Jury told Mrs. Ashdown was at home: Was she?"),
    # no titles: a sentence, a list of names, a heading of two words, capitals
    ("The Corvex Board Has Met Dana Whitlock in Durham.", None),
    ("Dana Whitlock, Jerome Tarrant, Maria Ashdown, Durham", None),
    ("What Next?", None),
    ("COUNCIL SAYS TALKS WILL STALL", None),
    ("Dana Whitlock told the Council It Was Over", None),
)


@pytest.mark.parametrize(("line", "read"), LINES)
def test_a_line_is_read_as_a_sentence(line: str, read: str | None) -> None:
    assert sentence_cased(line + BODY, load("en")) == (read or line) + BODY


def test_no_other_language_writes_so() -> None:
    line = "Le Maire Dit Que Is After Will Says"
    assert sentence_cased(line, load("fr")) == line


@given(st.text(st.sampled_from("Aé İß .\n'ISays Will After"), max_size=60), st.sampled_from(["en", "fr"]))
@settings(deadline=None)
def test_every_offset_stays(text: str, code: str) -> None:
    assert len(sentence_cased(text, load(code))) == len(text)


CLAIMS: Table = [
    ("en", "{s1|Drug Maker} {c1|Says} {k1|F.D.A. Letter Won't Delay Launch}"),
    ("en", "Aides Scramble as {s1|Donors} {c1|Say} {k1|Patience Is Wearing Thin}"),
    ("en", "{k1|Police Chief Quits After Report Finds Officers Lied}, {s1|Union} {c1|Says}"),
    ("en", "Stocks Slide as {s1|Fed Chair Jerome Tarrant} {c1|Warns} {k1|Inflation May Persist}"),
]


@marked_in(globals())
def test_claims(language: str, marked: str, every: tuple[tuple[str, str], ...]) -> None:
    check(language, marked, every)


def test_a_claim_keeps_the_words_of_the_article() -> None:
    (claim,) = selon.extract(Article("Drug Maker Says It Will Sue", language="en"))
    assert claim.speaker == "Drug maker"
