"""The oracle of brightness."""

from fractions import Fraction

from helpers.levels import linear, of_colours

TOLERANCE = 0
SETTINGS = {"neutral": {}, "typical": {"amount": 20}, "dark": {"amount": -100}, "bright": {"amount": 100}}


@of_colours
def oracle(rgb, amount=0):
    return linear(rgb, 1 + Fraction(amount, 100), 0)
