"""The collector is as it was before a pause, however the pause ends."""

from __future__ import annotations

import gc

import pytest

from selon import collector


@pytest.mark.parametrize("before", [True, False])
def test_a_pause_leaves_the_collector_as_it_was(before: bool) -> None:
    try:
        gc.enable() if before else gc.disable()
        with collector.paused():
            assert not gc.isenabled()
        assert gc.isenabled() is before
        with pytest.raises(ValueError, match="inside"), collector.paused():
            raise ValueError("inside")
        assert gc.isenabled() is before
    finally:
        gc.enable()
