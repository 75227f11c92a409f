from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser's tests last: its driver keeps an event loop in the thread, and others start loops of their own."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
