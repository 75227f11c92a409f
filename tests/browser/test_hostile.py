"""Hostile articles in a real browser: nothing of them runs, all of it can be read, nothing breaks the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from selon.views import reading_page
from tests.views.newsroom import HOSTILE, hostile

pytestmark = pytest.mark.browser


def pages(page: Any, home: str) -> list[str]:
    article = page.request.get(f"{home}/articles.json").json()[0]["id"]
    speaker = page.request.get(f"{home}/speakers.json").json()[0]["key"]
    question = page.request.get(f"{home}/questions.json").json()[0]["id"]
    return [
        "/",
        "/articles",
        f"/articles/{article}",
        "/speakers",
        f"/speakers/{speaker}",
        f"/questions/{question}",
        "/search?q=fell",
    ]


def test_nothing_runs_and_all_is_text(stranger: str, visit: Callable[..., Any]) -> None:
    page = visit(stranger)
    for path in pages(page, stranger):
        page.goto(stranger + path)
        assert page.title() != "owned"
        assert page.evaluate("document.querySelectorAll('main script, main img, main b[style], main i').length") == 0
        assert page.evaluate(
            "[...document.querySelectorAll('a')].every(a => !/javascript/.test(a.getAttribute('href')))"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, path
        assert "\u202e" not in page.content()
    page.goto(stranger + pages(page, stranger)[2])
    assert HOSTILE in page.locator(".reading").inner_text()
    assert "a" * 10_000 in page.locator(".reading").inner_text()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_word_of_ten_thousand_letters_breaks(stranger: str, visit: Callable[..., Any], width: int) -> None:
    page = visit(stranger, width=width)
    for path in pages(page, stranger):
        page.goto(stranger + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_policy_stops_what_escaping_would_have_missed(stranger: str, visit: Callable[..., Any]) -> None:
    """Markup put in by hand, as if a template had forgotten to escape it: the policy lets none of it act."""
    page = visit(stranger, errors=True)
    blocked = page.evaluate(
        """async () => {
             const seen = [];
             document.addEventListener('securitypolicyviolation', e => seen.push(e.effectiveDirective));
             document.body.insertAdjacentHTML('beforeend',
               `<img src=x onerror="window.owned=1"><a id=j href="javascript:window.owned=2">x</a>
                <p id=styled style="color:rgb(1,2,3)">x</p><iframe srcdoc="<script>parent.owned=3</script>"></iframe>`);
             const s = document.createElement('script'); s.textContent = 'window.owned=4'; document.body.append(s);
             document.getElementById('j').click();
             await new Promise(r => setTimeout(r, 300));
             return [seen, window.owned ?? null, getComputedStyle(document.getElementById('styled')).color];
           }"""
    )
    assert blocked[1] is None
    assert blocked[2] != "rgb(1, 2, 3)"
    assert any(d.startswith("script-src") for d in blocked[0]) and any(d.startswith("style-src") for d in blocked[0])


def test_the_page_that_stands_alone_has_the_same_policy(tmp_path: Path, visit: Callable[..., Any]) -> None:
    path = tmp_path / "page.html"
    path.write_text(reading_page(*hostile()), encoding="utf-8")
    page = visit(path.as_uri(), errors=True)
    assert page.evaluate("document.querySelectorAll('main script, main img').length") == 0
    ran = page.evaluate(
        """() => { const s = document.createElement('script'); s.textContent = 'window.owned=1';
                   document.body.append(s); return window.owned ?? null; }"""
    )
    assert ran is None
    assert page.locator(".card").count() == 1
    assert page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(251, 250, 246)"
