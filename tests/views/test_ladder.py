"""The ladder: marks where they belong, apart, labelled large enough, told by more than colour."""

from __future__ import annotations

import datetime as dt
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.views.glance import glance
from selon.views.i18n import interface
from selon.views.ladder import ladder
from selon.views.ladder_canvas import NARROW, WIDE
from selon.views.points import MOST_MARKS, Point, merge, shape
from selon.views.scales import DayScale, value_scale

DAY = dt.date(2024, 10, 18)
serial = itertools.count(1)


def point(
    day: int = 0, low: float | None = 10, high: float | None = 10, speaker: str = "Ann", slot: int = 0, lane: str = "",
    stance: str = "asserts", certainty: str = "certain",
) -> Point:  # fmt: skip
    n = next(serial)
    when = DAY + dt.timedelta(days=day)
    return Point(n, when, speaker, slot, stance, certainty, low, high, lane, f"#a{n}", f"{speaker} {low}")


def drawn(*points: Point) -> tuple[str, str]:
    both = str(ladder(points, interface("en"), "How many?"))
    wide, narrow = re.findall(r"<svg.*?</svg>", both, re.S)
    return wide, narrow


def centres(svg: str) -> list[tuple[float, float]]:
    return [(float(x) + 11, float(y)) for x, y in re.findall(r'class="shape" d="M([\d.]+) ([\d.]+)a11', svg)]


def test_it_is_drawn_for_both_widths_with_labels_of_eleven_pixels_and_more() -> None:
    wide, narrow = drawn(point(), point(3, 20, 20, "Bob", 1))
    # The style sheet shows the wide one from 54rem (864 px, its column 795 px), the narrow one down to 320 px (288 px).
    for svg, drawing, least in ((wide, WIDE, 795), (narrow, NARROW, 288)):
        assert drawing.font * least / drawing.width >= 11
        assert "font-size" not in svg.partition(">")[2]  # no label has a size of its own


def test_every_mark_leads_to_its_row_and_says_who_and_what() -> None:
    first = point()
    wide, _ = drawn(first, point(2, 30, 30, "Bob", 1))
    assert f'href="#a{first.number}"><title>{first.number}: Ann 10' in wide
    assert f">{first.number}</text>" in wide


def test_a_higher_value_stands_higher_and_a_later_day_further_right() -> None:
    wide, narrow = drawn(point(0, 10, 10), point(5, 40, 40, "Bob", 1))
    for svg in (wide, narrow):
        (x1, y1), (x2, y2) = centres(svg)
        assert x1 < x2 and y1 > y2


def test_marks_that_would_cover_each_other_stand_apart_in_order() -> None:
    points = [point(0, 10, 10, f"S{i}", i) for i in range(6)]
    for svg in drawn(*points):
        xs = [x for x, _ in centres(svg)]
        assert len(xs) == 6
        assert all(b - a >= 20 for a, b in itertools.pairwise(sorted(xs)))


def test_denials_have_a_lane_of_their_own_below_the_values() -> None:
    denial = point(1, None, None, "Bob", 1, "denied", "denies", "denied")
    wide, _ = drawn(point(), denial)
    assert ">denied</text>" in wide
    y = float(re.search(r'denied" href.*?class="shape" d="M[\d.]+ ([\d.]+)', wide)[1])  # type: ignore[index]
    assert y > centres(wide)[0][1] + 20


def test_a_speaker_with_several_answers_gets_one_line() -> None:
    wide, _ = drawn(point(0, 10, 10), point(3, 20, 20), point(5, 30, 30, "Bob", 1))
    assert wide.count('<path class="speaker') == 1


def test_open_bounds_are_dashed_by_class() -> None:
    wide, _ = drawn(point(0, 10, None), point(4, 20, 30, "Bob", 1))
    assert wide.count('class="bounds open') == 1 and wide.count('class="bounds both') == 1


def test_answers_of_one_speaker_day_and_value_become_one_mark_with_a_count() -> None:
    merged = merge([point(), point(), point(1), point(0, 11, 11)])
    assert [(p.day.day, p.low, p.more) for p in merged] == [(18, 10, 1), (18, 11, 0), (19, 10, 0)]
    wide, _ = drawn(point(), point())
    assert ">+1</text>" in wide


def test_stances_differ_by_shape_and_certainties_by_class() -> None:
    shapes = {shape(stance, 0, 0, 10) for stance in ("asserts", "confirms", "denies", "doubts", "intends")}
    assert len(shapes) == 5
    wide, _ = drawn(point(), point(1, certainty="reported"))
    assert 'class="mk s0 certain"' in wide and 'class="mk s0 reported"' in wide


def test_nothing_without_a_day_and_no_chart_is_empty() -> None:
    assert ladder([], interface("en"), "") == "" and glance([]) == ""


def test_hostile_names_stay_text() -> None:
    wide, _ = drawn(point(speaker="<script>x</script>\u202e"), point(1))
    assert "<script" not in wide and "\u202e" not in wide and "&lt;script" in wide


points_of_any_kind = st.builds(
    point,
    day=st.integers(0, 900),
    low=st.one_of(st.none(), st.floats(0, 1e9)),
    high=st.none(),
    slot=st.integers(0, 30),
    lane=st.sampled_from(["", "yes", "no", "open", "denied"]),
    stance=st.sampled_from(["asserts", "denies", "confirms", "declines"]),
)


@given(st.lists(points_of_any_kind, min_size=1, max_size=40))
def test_whatever_the_answers_every_mark_stands_within_the_drawing(points: list[Point]) -> None:
    for svg in re.findall(r"<svg.*?</svg>", str(ladder(points, interface("fr"), "?")), re.S):
        width, height = map(float, re.search(r'viewBox="0 0 (\d+) ([\d.]+)"', svg).groups())  # type: ignore[union-attr]
        found = re.findall(r'class="shape" d="M(-?[\d.]+) (-?[\d.]+)', svg)
        assert len(found) == min(len(merge(points)), MOST_MARKS)
        assert all(-1 <= float(x) <= width and -1 <= float(y) <= height for x, y in found)
        assert "nan" not in svg


@pytest.mark.parametrize(
    ("values", "logarithmic", "bottom"),
    [([3, 10], False, 0), ([1500, 10_000], False, 0), ([100, 3_000_000], True, 100 / 1.3), ([7], False, 0)],
)
def test_the_value_scale_is_logarithmic_only_over_a_wide_range(
    values: list[float], logarithmic: bool, bottom: float
) -> None:
    scale = value_scale(values)
    assert scale.logarithmic is logarithmic
    assert scale.low == pytest.approx(bottom)
    assert len(scale.ticks) >= 2
    assert all(0 <= scale.at(tick) <= 1 for tick in scale.ticks)


@given(st.lists(st.floats(1e-3, 1e12), min_size=1, max_size=5))
def test_any_values_fit_on_their_scale_with_ticks_to_read_them_by(values: list[float]) -> None:
    scale = value_scale(values)
    assert all(-1e-9 <= scale.at(value) <= 1 + 1e-9 for value in values)
    assert 1 <= len(scale.ticks) <= 12


@pytest.mark.parametrize("length", [0, 1, 5, 13, 100, 1000, 5000])
def test_day_ticks_are_few_in_order_and_hold_the_ends(length: int) -> None:
    scale = DayScale(DAY, DAY + dt.timedelta(days=length))
    ticks = scale.ticks(8)
    assert ticks == sorted(set(ticks)) and len(ticks) <= 9
    assert ticks[0] == scale.first and ticks[-1] == scale.last
