"""Text cut for a line: at a word's end, its unbreakable spaces kept."""

from __future__ import annotations

from selon.views.visible import shortened


def test_it_is_cut_at_a_words_end() -> None:
    assert shortened("  one\n two\tthree  ", 80) == "one two three"
    assert shortened("one two three", 10) == "one two…"


def test_spaces_that_do_not_break_stay() -> None:
    figure, question = "10\u202f000", "«\u00a0oui\u00a0»\u00a0?"
    assert shortened(f"{figure} \n {question}", 80) == f"{figure} {question}"
