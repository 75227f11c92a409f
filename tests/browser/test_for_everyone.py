"""Every page, light and dark, wide and narrow: axe-core finds nothing, the keyboard reaches all, nothing overflows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")
PAGES = {
    "questions": "/",
    "a question of numbers": "first of /questions.json where kind is number",
    "a question of yes or no": "first of /questions.json where kind is yes-no",
    "an article": "/articles/d05",
    "articles": "/articles",
    "speakers": "/speakers",
    "a speaker": "first of /speakers.json",
    "search": "/search?q=koursk",
    "nothing there": "/nothing",
}


def address(desk: str, page: Any, name: str) -> str:
    """A page's address; questions and speakers are looked up, for their ids come from their claims."""
    path = PAGES[name]
    if path.startswith("first of"):
        rows = page.request.get(desk + path.split()[2]).json()
        kind = path.partition("kind is ")[2]
        row = next(row for row in rows if not kind or row["kind"] == kind)
        path = f"/questions/{row['id']}" if "kind" in row else f"/speakers/{row['key']}"
    return desk + path


def opened(desk: str, visit: Callable[..., Any], name: str, **more: Any) -> Any:
    page = visit("about:blank", errors=name == "nothing there", **more)
    page.goto(address(desk, page, name))
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(desk: str, visit: Callable[..., Any], name: str, scheme: str) -> None:
    page = opened(desk, visit, name, scheme=scheme)
    page.evaluate(AXE)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        assert [f"{v['id']}: {v['help']}: {[n['html'][:200] for n in v['nodes'][:3]]}" for v in found] == [], width


@pytest.mark.parametrize("name", [name for name in PAGES if name != "nothing there"])
def test_nothing_runs_sideways(desk: str, visit: Callable[..., Any], name: str) -> None:
    page = opened(desk, visit, name)
    for width in (320, 390, 768, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert sideways(page, width) == []


def sideways(page: Any, width: int) -> list[str]:
    """The elements that end to the right of the window."""
    found: list[str] = page.evaluate(
        """w => [...document.querySelectorAll('body *')].filter(e => {
             const r = e.getBoundingClientRect();
             return r.width && r.right > w + 1 && !e.closest('.away, .skip, thead');  // a phone's tables have no head
           }).map(e => e.outerHTML.slice(0, 100))""",
        width,
    )
    return found


@pytest.mark.parametrize("name", ["a question of numbers", "a question of yes or no"])
def test_labels_of_the_chart_are_eleven_pixels_or_more(desk: str, visit: Callable[..., Any], name: str) -> None:
    page = opened(desk, visit, name)
    for width in (320, 390, 800, 864, 880, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        sizes = label_sizes(page)
        assert len(sizes) > 3
        assert [told for told in sizes if told[0] < 10.95] == [], width


def label_sizes(page: Any) -> list[tuple[float, str]]:
    """The labels of the chart that can be seen, with their height in pixels as it is on the screen."""
    sizes: list[tuple[float, str]] = page.evaluate(
        """() => [...document.querySelectorAll('svg.ladder text')].filter(t => t.getClientRects().length).map(t => {
             const m = t.getScreenCTM();
             return [parseFloat(getComputedStyle(t).fontSize) * m.a, t.textContent];
           })"""
    )
    return sizes


def test_tables_become_stacked_entries_on_a_phone(desk: str, visit: Callable[..., Any]) -> None:
    page = opened(desk, visit, "articles", width=390)
    cells = page.locator("tbody tr").first.locator("td")
    tops = [cells.nth(i).bounding_box()["y"] for i in range(2)]
    assert tops[1] > tops[0]
    label = cells.nth(3).evaluate("e => getComputedStyle(e, '::before').content")
    assert "Language" in label


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["questions", "a question of numbers", "an article", "speakers", "search"])
def test_the_keyboard_reaches_every_control_and_shows_where_it_is(
    desk: str, visit: Callable[..., Any], name: str, scheme: str
) -> None:
    page = opened(desk, visit, name, scheme=scheme)
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select')]
             .filter(e => e.getClientRects().length && !e.closest('.skip')).length"""
    )
    reached = set()
    for _ in range(3 * wanted + 20):
        page.keyboard.press("Tab")
        where = page.evaluate(
            """() => {
                 const e = document.activeElement;
                 if (!e || e === document.body) return null;
                 e.dataset.tabbed = e.dataset.tabbed || String(Math.random());
                 const s = getComputedStyle(e);
                 const shape = e.querySelector('.shape');
                 return [e.dataset.tabbed, e.matches('.skip'),
                         s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, e.outerHTML.slice(0, 120)];
               }"""
        )
        if where is None:
            break
        assert where[2], f"no visible focus on {where[3]}"
        if not where[1]:
            reached.add(where[0])
    assert len(reached) == wanted


def test_the_skip_link_comes_first_and_can_be_seen_when_it_has_the_focus(desk: str, visit: Callable[..., Any]) -> None:
    page = visit(desk)
    page.keyboard.press("Tab")
    box = page.locator(".skip").bounding_box()
    assert box["x"] >= 0 and page.evaluate("document.activeElement.className") == "skip"


def test_print_leaves_out_what_paper_cannot_do(desk: str, visit: Callable[..., Any]) -> None:
    page = opened(desk, visit, "an article")
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("header.top").is_visible()
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
    for row in page.locator(".row:has(.card)").all():
        words, cards = row.locator("p").bounding_box(), row.locator(".cards").bounding_box()
        assert cards["y"] >= words["y"] + words["height"] - 1
