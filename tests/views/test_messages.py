"""The catalogues hold every message of templates and code, translated and compiled."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def messages() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_nothing_is_missing_or_stale(messages: ModuleType) -> None:
    template = messages.collected()
    assert len(template) > 100
    assert messages.problems(template) == []


def test_a_new_message_would_be_missed(messages: ModuleType) -> None:
    template = messages.collected()
    template.add("A message that nobody has put into French")
    found = messages.problems(template)
    assert any("nobody has put into French" in problem for problem in found)
