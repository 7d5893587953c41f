"""The oracle of shadows-highlights."""

import numpy as np

from helpers.levels import of_colours, rounded

TOLERANCE = 0
SETTINGS = {
    "neutral": {},
    "typical": {"shadows": 40, "highlights": -30},
    "flat": {"shadows": 100, "highlights": -100},
    "deep": {"shadows": -100, "highlights": 100},
}


@of_colours
def oracle(rgb, shadows=0, highlights=0):
    """The curve as polynomials, multiplied out."""
    x = np.polynomial.Polynomial([0, 1])
    curve = x + shadows / 100 * x * (1 - x) ** 3 + highlights / 100 * x**3 * (1 - x)
    return rounded(255 * curve(rgb / 255))
