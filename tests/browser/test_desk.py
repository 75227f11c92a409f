"""A day at the desk, in the browser: from a question to the words, a judgement and back; with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from selon.views.report import write_report
from tests.views.newsroom import dossier

pytestmark = pytest.mark.browser

SOLDIERS = re.compile("North Korean soldiers have been sent")


def follow(page: Any, link: Any) -> None:
    """Click a link and wait for its page whole, style sheet too: a count, and what is visible, ask at once."""
    with page.expect_navigation():
        link.click()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_from_a_question_to_its_words_to_the_speaker_to_a_search(
    desk: str, visit: Callable[..., Any], script: bool
) -> None:
    page = visit(desk, script=script)
    follow(page, page.get_by_role("link", name=SOLDIERS).first)
    assert page.locator("svg.ladder.wide").is_visible() and not page.locator("svg.ladder.narrow").is_visible()
    words = page.locator("a.words").first
    said = words.inner_text()
    follow(page, words)
    marked = page.locator("mark:target")
    assert marked.count() == 1
    assert said[:30] in re.sub(r"\s+", " ", marked.inner_text())
    assert marked.evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert 0 <= marked.bounding_box()["y"] < 900
    follow(page, page.locator(".card a.who").first)
    assert "/speakers/" in page.url and page.locator("h1").inner_text()
    page.get_by_role("searchbox").fill("koursk")
    with page.expect_navigation():
        page.get_by_role("searchbox").press("Enter")
    assert page.locator(".found li").count() > 1
    assert "Koursk" in page.locator(".found").inner_text()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_judgement_and_its_undoing(desk: str, visit: Callable[..., Any], script: bool) -> None:
    page = visit(desk, script=script)
    follow(page, page.get_by_role("link", name=SOLDIERS).first)
    before = page.locator("tbody tr").count()
    if script:
        page.locator("input.pick").nth(2).check()
        page.locator("input.pick").nth(4).check()
    else:
        page.locator("select[name=a]").select_option(index=2)
        page.locator("select[name=b]").select_option(index=4)
    page.get_by_label("Your name").fill("Ann")
    page.get_by_label("Reason").fill("counted twice")
    follow(page, page.get_by_role("button", name="Different questions"))
    assert "counted twice" in page.locator(".judged").inner_text()
    assert page.locator("tbody tr").count() < before
    follow(page, page.get_by_role("button", name="Undo").last)
    assert "taken back" in page.locator(".judged").inner_text()
    assert page.locator("tbody tr").count() == before


def test_two_picked_rows_fill_the_form_and_a_third_takes_the_place_of_the_first(
    desk: str, visit: Callable[..., Any]
) -> None:
    page = visit(desk)
    follow(page, page.get_by_role("link", name=SOLDIERS).first)
    rows = page.locator("tbody tr")
    for row in (0, 2, 3):
        page.locator("input.pick").nth(row).check()
    assert not page.locator("input.pick").nth(0).is_checked()
    chosen = [page.locator(f"select[name={name}]").input_value() for name in "ab"]
    assert chosen == [rows.nth(i).get_attribute("data-claim") for i in (2, 3)]


def test_filters_narrow_the_list_without_script(desk: str, visit: Callable[..., Any]) -> None:
    page = visit(desk, script=False)
    everything = page.locator(".questions > li").count()
    page.get_by_label("in conflict").check()
    page.get_by_role("button", name="Narrow").click()
    page.wait_for_url("**conflict=1*")  # loaded whole: a count asks at once
    assert 0 < page.locator(".questions > li").count() < everything
    assert page.locator(".questions > li .clash").count() == page.locator(".questions > li").count()


def test_cards_stand_at_the_height_of_their_words_or_just_below_the_one_before(
    desk: str, visit: Callable[..., Any]
) -> None:
    page = visit(f"{desk}/articles/d05", script=False)
    cards = page.locator(".card")
    lowest = 0.0
    for i in range(cards.count()):
        card = cards.nth(i).bounding_box()
        anchor = cards.nth(i).get_attribute("id").removeprefix("k-")
        # An element over several lines stands where its first line does.
        top = page.locator(f"[id='c-{anchor}']").evaluate("e => e.getClientRects()[0].top + scrollY")
        assert card["x"] > 650
        assert card["y"] == pytest.approx(max(top, lowest), abs=16)
        lowest = card["y"] + card["height"] + 10


def test_on_a_phone_cards_stand_below_their_paragraph(desk: str, visit: Callable[..., Any]) -> None:
    page = visit(f"{desk}/articles/d05", width=390)
    for row in page.locator(".row:has(.card)").all():
        words, cards = row.locator("p").bounding_box(), row.locator(".cards").bounding_box()
        assert cards["y"] >= words["y"] + words["height"] - 1
        assert cards["width"] <= 390


def test_the_folder_of_files_works_whole(tmp_path: Path, visit: Callable[..., Any]) -> None:
    with dossier(tmp_path / "selon.db") as ledger:
        write_report(ledger, tmp_path / "site")
    page = visit((tmp_path / "site" / "index.html").as_uri())
    page.get_by_label("in conflict").check()
    shown = page.locator(".questions > li:visible")
    assert 0 < shown.count() < page.locator(".questions > li").count()
    page.get_by_label("in conflict").uncheck()
    follow(page, page.get_by_role("link", name=SOLDIERS).first)
    follow(page, page.locator("a.words").first)
    assert page.locator("mark:target").count() == 1
    follow(page, page.locator(".card a.who").first)
    assert page.locator("tbody tr").count() > 0
    follow(page, page.get_by_role("link", name="Articles"))
    assert page.locator("tbody tr").count() == 22


def test_the_folder_of_files_works_without_scripts(tmp_path: Path, visit: Callable[..., Any]) -> None:
    with dossier(tmp_path / "selon.db") as ledger:
        write_report(ledger, tmp_path / "site", "fr")
    page = visit((tmp_path / "site" / "index.html").as_uri(), script=False)
    assert page.locator("html").get_attribute("lang") == "fr"
    follow(page, page.locator(".questions h2 a").first)
    follow(page, page.locator("a.words").first)
    assert page.locator("mark:target").count() == 1
