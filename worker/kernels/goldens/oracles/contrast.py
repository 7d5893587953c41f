"""The oracle of contrast."""

from fractions import Fraction

from helpers.levels import linear, of_colours

TOLERANCE = 0
SETTINGS = {"neutral": {}, "typical": {"amount": 25}, "none": {"amount": -100}, "double": {"amount": 100}}


@of_colours
def oracle(rgb, amount=0):
    slope = 1 + Fraction(amount, 100)
    return linear(rgb, slope, Fraction(1, 2) - slope / 2)
