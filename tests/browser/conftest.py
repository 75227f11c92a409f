"""Debian's chromium, driven by Playwright, against the real server on loopback.

Without a browser these tests are skipped on a developer's machine and fail in CI (``CI=true``).
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from selon.ledger import Ledger
from selon.web.app import create_app
from tests.views.newsroom import dossier, hostile

CHROMIUM = Path(os.environ.get("SELON_CHROMIUM", "/usr/bin/chromium"))
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    if not CHROMIUM.exists():
        message = f"no browser at {CHROMIUM}; apt-get install chromium, or set SELON_CHROMIUM"
        if os.environ.get("CI", "").lower() in ("1", "true"):
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Any]]:
    """A function that opens a page: ``visit(address, width=…, scheme=…, script=…)``.

    Errors on a page fail the test, unless it was opened with ``errors=True``.
    """
    contexts = []
    found: list[str] = []

    def open_page(
        address: str, width: int = 1280, scheme: str = "light", script: bool = True, errors: bool = False
    ) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script, locale="en-GB"
        )
        contexts.append(context)
        page = context.new_page()
        if not errors:
            page.on("pageerror", lambda error: found.append(f"{address}: {error}"))
            page.on("console", lambda said: found.append(f"{address}: {said.text}") if said.type == "error" else None)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert found == []


def _served(ledger: Ledger) -> Iterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(ledger), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)
    listening.close()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the dossier."""
    with dossier(tmp_path_factory.mktemp("desk") / "selon.db") as ledger:
        yield from _served(ledger)


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server whose ledger holds a hostile article."""
    with Ledger(tmp_path_factory.mktemp("stranger") / "selon.db") as ledger:
        ledger.add(*hostile(), extractor="test")
        yield from _served(ledger)
