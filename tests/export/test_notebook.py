"""What a notebook shows of an article and of a question; hostile words stay words."""

from __future__ import annotations

from html import unescape

from selon.api import ReadArticle
from selon.model import Claim, Span
from selon.questions import Answer, Origins, Question

TEXT = 'Séoul <script>alert("1")</script> compte 3 soldats.'


def test_an_article_is_its_reading_page_in_a_frame() -> None:
    article = ReadArticle(TEXT, language="fr")
    at = TEXT.index("3 soldats")
    article.__dict__["claims"] = [Claim((Span(0, 5),), (), (Span(at, at + 9),), speaker="Seoul")]
    shown = article._repr_html_()
    assert shown.startswith('<iframe srcdoc="') and 'sandbox=""' in shown
    assert "<script>alert" not in unescape(shown), "neither outside the frame nor in it"
    assert "3 soldats" in unescape(shown)


def test_a_question_is_a_table_of_answers() -> None:
    def answer(day: str, low: float) -> Answer:
        return Answer(
            "a", f"c{day}", (), "<b>Seoul</b>", day, low, None, None, "certain", "asserts", None, words="3 <i>"
        )

    question = Question(
        "q", "number", {"en": "How many?"}, (answer("2024-10-19", 5), answer("2024-10-18", 3)), Origins(1, 1, 1)
    )
    shown = question._repr_html_()
    assert shown.index("2024-10-18") < shown.index("2024-10-19")
    assert "&lt;b&gt;Seoul&lt;/b&gt;" in shown and "<b>Seoul" not in shown
    assert "2 answers, 1 origins, 0 conflicts" in shown
