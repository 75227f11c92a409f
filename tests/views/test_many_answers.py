"""Questions with very many answers: a page shows few of them, and puts no others into words."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from benchmarks.made_up_news import news
from selon.ledger import Ledger
from selon.questions import Question
from selon.views import answer_rows as rows_module
from selon.views import lists_view
from selon.views.answer_rows import AnswerRows, answer_rows
from selon.views.archive import Archive, archive_of, day_of
from selon.views.i18n import interface
from selon.views.links import Served
from selon.views.lists_view import ANSWERS_OF_A_SPEAKER, Filters, narrowed, search_page, speaker_page
from selon.views.page_models import speaker_key
from selon.views.points import MOST_MARKS, Point, merge
from selon.views.question_view import LEAVES, RELATIONS, Branch, question_page, tree
from tests.views.newsroom import dossier

EN = interface("en")


@pytest.fixture(scope="module")
def told_often(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """A story of which one question has hundreds of answers: each of them told by many articles."""
    with Ledger(tmp_path_factory.mktemp("often") / "selon.db") as ledger:
        told = news(200, seed=2, claims_a_story=200)
        list(ledger.add_many(((article, claims, None) for article, claims in told), extractor="made up"))
        archive = archive_of(ledger)
        often = repeated(largest(archive), 1000)
        yield Archive(ledger, [often, *(q for q in archive.questions.values() if q.id != often.id)])


def repeated(question: Question, answers: int) -> Question:
    """The question with its answers told by further articles, at least ``answers`` of them."""
    times = range(-(-answers // len(question.answers)))
    more = {
        origin: {teller: tuple(f"{name}-{n}" for n in times for name in names) for teller, names in tellers.items()}
        for origin, tellers in question.origins.tree.items()
    }
    return replace(
        question,
        answers=tuple(replace(a, article=f"{a.article}-{n}") for n in times for a in question.answers),
        origins=replace(question.origins, tree=more),
    )


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with dossier(tmp_path_factory.mktemp("usual") / "selon.db") as ledger:
        yield archive_of(ledger)


def largest(archive: Archive) -> Question:
    return max(archive.questions.values(), key=lambda q: len(q.answers))


def leaves(branch: Branch) -> int:
    return branch.more + sum(leaves(child) for child in branch.children) + (not branch.children)


@pytest.mark.parametrize("which", ["told_often", "usual"])
def test_marks_are_those_that_all_answers_would_make(which: str, request: pytest.FixtureRequest) -> None:
    archive: Archive = request.getfixturevalue(which)
    for question in archive.asked[:12]:
        rows = AnswerRows(question, archive, EN)
        every = merge([rows_module._point(row, 0) for row in rows if day_of(row.answer.as_of)])
        assert rows.points == every[-MOST_MARKS:]
        assert all(isinstance(point, Point) for point in rows.points)


def test_a_row_is_the_same_however_it_is_asked_for(usual: Archive) -> None:
    rows = AnswerRows(usual.asked[0], usual, EN)
    assert len(rows) > 5
    assert rows[1:4] == list(rows)[1:4] == [rows[1], rows[2], rows[3]]
    assert rows[-1] == rows[len(rows) - 1] and rows[-1].number == len(rows)
    with pytest.raises(IndexError):
        rows[len(rows)]
    for name, numbers in rows.numbers.items():
        assert rows.of(name, 2) == [row for row in rows if row.answer.speaker == name][:2]
        assert numbers == [row.number for row in rows if row.answer.speaker == name]
    assert all(rows.answers[at].claim == claim for claim, at in rows.at.items())


def test_a_page_puts_into_words_what_it_shows(told_often: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    question = largest(told_often)
    name, _ = Counter(a.speaker for a in question.answers).most_common(1)[0]
    made: list[int] = []
    whole = AnswerRows._row

    def counted(self: AnswerRows, at: int) -> rows_module.AnswerRow:
        made.append(at)
        return whole(self, at)

    monkeypatch.setattr(AnswerRows, "_row", counted)
    told_often.kept.clear()
    page = question_page(EN, Served(), told_often, question)
    most = 50 + MOST_MARKS + 4 * RELATIONS
    assert 50 <= len(made) <= most < len(question.answers) >= rows_module.MANY
    assert page.count('<tr id="a') == 50 and len(page) < 150_000
    made.clear()
    page = speaker_page(EN, Served(), told_often, speaker_key(name))
    assert 0 < len(made) <= 12 * (ANSWERS_OF_A_SPEAKER + 2 * RELATIONS)
    assert len(page) < 400_000


def test_answers_of_a_question_with_many_are_sorted_once(told_often: Archive) -> None:
    question = largest(told_often)
    assert answer_rows(question, told_often, EN) is answer_rows(question, told_often, EN)
    assert answer_rows(question, told_often, interface("fr")) is not answer_rows(question, told_often, EN)


def test_the_tree_shows_some_articles_of_a_source_and_tells_of_the_others(told_often: Archive) -> None:
    question = largest(told_often)
    branches = tree(question, told_often, EN)
    told = question.origins.tree
    assert [branch.name for branch in branches] == list(told)
    assert any(branch.more for branch in branches)
    for branch in branches:
        assert leaves(branch) == sum(map(len, told[branch.name].values()))
        assert sum(bool(child.note) for child in branch.children) <= LEAVES // len(told)
    page = question_page(EN, Served(), told_often, question)
    assert re.search(r'<li class="soft">and \d+ more</li>', page)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(conflict=True),
        Filters(language="fr"),
        Filters(place="UA"),
        Filters(place="UA", language="en", conflict=True),
        Filters(since="2024-10-20"),
        Filters(until="2024-10-18"),
        Filters(since="2024-10-19", until="2024-10-21"),
        Filters(speaker="nobody-000000"),
    ],
)
def test_a_narrowed_list_is_what_asking_each_question_gives(usual: Archive, filters: Filters) -> None:
    since, until = day_of(filters.since), day_of(filters.until)
    speakers = ["", *usual.speakers[:3]] if not filters.speaker else [filters.speaker]
    for speaker in speakers:
        key = speaker_key(speaker) if speaker in usual.by_speaker and speaker else speaker
        asked = Filters(key, filters.place, filters.since, filters.until, filters.conflict, filters.language)
        expected = [
            q
            for q in usual.asked
            if (not key or any(a.speaker == speaker for a in q.answers))
            and (not asked.place or asked.place in usual.countries[q.id])
            and (not asked.conflict or q.conflicts)
            and (not asked.language or any(n.language == asked.language for a in q.answers if (n := usual.note_of(a))))
            and ((since is None and until is None) or any(_inside(a.as_of, since, until) for a in q.answers))
        ]
        assert narrowed(usual, asked) == expected


def _inside(as_of: str | None, since: dt.date | None, until: dt.date | None) -> bool:
    day = day_of(as_of)
    return day is not None and (since is None or day >= since) and (until is None or day <= until)


def test_a_search_offers_the_speakers_of_most_claims_whatever_the_case(usual: Archive) -> None:
    name = usual.speakers[0]
    page = search_page(EN, Served(), usual, name.upper(), [])
    assert f"/speakers/{speaker_key(name)}" in page


def test_what_lists_need_is_there_before_the_first_page(usual: Archive) -> None:
    fresh = Archive(usual.ledger, list(usual.questions.values()), before=usual).ready()
    worked_out = {
        "articles",
        "asked",
        "countries",
        "of_place",
        "in_conflict",
        "days",
        "languages",
        "speakers",
    }
    assert worked_out | {"questions_of_speaker"} <= vars(fresh).keys()


def test_rows_that_are_kept_are_few_however_many_lists_are_read(
    usual: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists_view, "MOST_KEPT", 5)
    fresh = Archive(usual.ledger, list(usual.questions.values()), before=usual)
    rows = [lists_view.question_row(question, fresh, EN) for question in fresh.asked[:12]]
    assert 0 < len(fresh.kept) <= 5
    assert lists_view.question_row(fresh.asked[0], fresh, EN) == rows[0]
