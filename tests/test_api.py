"""The public names of ``selon``: there, documented, and loaded only when used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import selon


@pytest.mark.parametrize("name", selon.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(selon, name).__doc__


def test_another_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="'nothing'"):
        _ = selon.nothing


def test_importing_selon_loads_nothing_heavy() -> None:
    loaded = "import sys, selon; print({'spacy', 'sqlalchemy', 'trafilatura', 'numpy', 'rich'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True).stdout == b"set()\n"
