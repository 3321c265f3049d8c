"""The plots of docs/scale.md."""

from xml.etree import ElementTree as ET

import pytest

from tests.scale.plot import BOTTOM, HEIGHT, TOP, Plot, svg

SVG = "{http://www.w3.org/2000/svg}"


def heights(plot: Plot) -> list[float]:
    """Where the points of the lines stand, from below, as a share of the whole height."""
    drawn = ET.fromstring(svg(plot))
    return [
        (HEIGHT - BOTTOM - float(one.attrib["cy"])) / (HEIGHT - BOTTOM - TOP)
        for one in drawn.iter(f"{SVG}circle")
    ]


def test_a_point_stands_as_high_as_its_value_under_a_round_top() -> None:
    plot = Plot("units & time", "units", (100, 1000), {"a line": (5.0, 10.0)})
    assert heights(plot) == pytest.approx([0.5, 1.0], abs=0.01)


def test_a_bound_above_all_lines_is_still_in_the_picture() -> None:
    plot = Plot("items", "items", (100, 1000), {"a line": (1.0, 1.0)}, bound=4.0)
    assert heights(plot) == pytest.approx([0.25, 0.25], abs=0.01)
    assert svg(plot).count("stroke-dasharray") == 1


def test_words_in_a_plot_may_hold_any_sign() -> None:
    plot = Plot("a < b & c", "units", (1, 10), {"<line>": (1.0, 2.0)})
    texts = [one.text for one in ET.fromstring(svg(plot)).iter(f"{SVG}text")]
    assert "a < b & c" in texts
    assert "<line>" in texts
