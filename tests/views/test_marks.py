"""Marks in the text: whatever the spans, the words stay as they are and the elements nest."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from selon.model import Span
from selon.views.marks import Mark, marked, paragraphs, spread
from selon.views.visible import visible


class Reader(HTMLParser):
    """Reads marked text back: its words without the claims' numbers, and whether the elements nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.open: list[str] = []
        self.held: dict[str, str] = {}
        self.in_number = False
        self.classes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.classes.append(dict(attrs).get("class") or "")
        self.in_number |= tag == "a"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.classes.pop()
        if tag == "a":
            self.in_number = False

    def handle_data(self, data: str) -> None:
        if not self.in_number:
            self.words.append(data)
            for name in self.classes:
                self.held[name] = self.held.get(name, "") + data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(str(html))  # Markup would escape what it is joined with
    reader.close()
    assert not reader.open
    return reader


def mark(start: int, end: int, number: int = 1, **more: bool) -> Mark:
    return Mark(Span(start, end), "content", number, f"m{number}", str(number), f"claim {number}", **more)


def test_nested_claims_nest() -> None:
    html = marked("he said she lied", Span(0, 16), [mark(3, 16, 1, first=True, last=True), mark(8, 16, 2)])
    assert html == (
        'he <mark class="m1" id="c-1">said <mark class="m2">she lied</mark></mark>'
        '<a class="n" href="#k-1" aria-label="claim 1">1</a>'
    )


def test_crossing_claims_are_split_where_they_cross() -> None:
    reader = read(marked("one two three", Span(0, 13), [mark(0, 7, 1), mark(4, 13, 2)]))
    assert reader.held == {"m1": "one two", "m2": "two three"}


def test_a_claim_over_two_lines_is_marked_in_both() -> None:
    text = "one two\nthree four"
    lines = list(paragraphs(text))
    whole = [mark(4, 13)]
    told = [read(marked(text, line, marks)).held for line, marks in zip(lines, spread(lines, whole), strict=True)]
    assert told == [{"m1": "two"}, {"m1": "three"}]


words = st.text(alphabet=st.sampled_from("ab <>&\"'\u202e\u00e9\n"), min_size=1, max_size=60)


@given(words, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), max_size=8))
def test_the_words_stay_and_each_mark_holds_its_own(text: str, spans: list[tuple[int, int]]) -> None:
    kept = [(start, min(len(text), start + length)) for start, length in spans if start < len(text)]
    marks = [mark(start, end, number) for number, (start, end) in enumerate(kept, 1)]
    lines = list(paragraphs(text))
    held: dict[str, str] = {}
    for line, own in zip(lines, spread(lines, marks), strict=True):
        reader = read(marked(text, line, own))
        assert "".join(reader.words) == visible(line.of(text))
        for name, said in reader.held.items():
            held[name] = held.get(name, "") + said
    for number, (start, end) in enumerate(kept, 1):
        inside = "".join(text[i] for i in range(start, end) if any(line.start <= i < line.end for line in lines))
        assert held.get(f"m{number}", "") == visible(inside)
