"""Speakers' colours can be read as text on either paper, and told from each other."""

from __future__ import annotations

import colorsys
import itertools

import pytest

from selon.views.colours import DARK_PAPER, LIGHT_PAPER, contrast, palette


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_colour_is_readable_on_its_paper() -> None:
    assert len(palette()) >= 20
    for colour in palette():
        assert contrast(colour.light, LIGHT_PAPER) >= 4.5, colour
        assert contrast(colour.dark, DARK_PAPER) >= 4.5, colour


def test_no_two_are_the_same() -> None:
    def apart(a: str, b: str) -> float:
        return sum((int(a[i : i + 2], 16) - int(b[i : i + 2], 16)) ** 2 for i in (1, 3, 5)) ** 0.5

    for one, other in itertools.combinations(palette(), 2):
        assert apart(one.light, other.light) > 12 and apart(one.dark, other.dark) > 12


def test_the_first_speakers_of_a_page_get_colours_of_unlike_hue() -> None:
    hues = [colorsys.rgb_to_hls(*(int(c.light[i : i + 2], 16) / 255 for i in (1, 3, 5)))[0] for c in palette()[:6]]
    for one, other in itertools.combinations(hues, 2):
        assert min(abs(one - other), 1 - abs(one - other)) > 0.05
