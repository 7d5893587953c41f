"""The oracle of custom-kernel."""

import numpy as np

from helpers.convolution import filtered, with_alpha

TOLERANCE = 0


def in_rows(first, *rows):
    """Weights by their names; the first row begins at this cell."""
    column, row = first
    return {f"{chr(ord(column) + x)}{int(row) + y}": weight for y, line in enumerate(rows) for x, weight in enumerate(line)}


def oracle(picture, divisor=1, bias=0, **weights):
    names = np.array([[column + row for column in "abcde"] for row in "12345"])
    kernel = np.vectorize(lambda name: weights.get(name, int(name == "c3")))(names)
    # In halves, so that the sum is whole and rounds down.
    sums = 2 * filtered(picture[..., :3], kernel) + (2 * bias + 1) * divisor
    return with_alpha(sums // (2 * divisor), picture)


SETTINGS = {
    "neutral": {},
    "typical": {"divisor": 16} | in_rows("b2", (1, 2, 1), (2, 4, 2), (1, 2, 1)),
    "motion": {"divisor": 5, "bias": -20} | in_rows("a1", (1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, 0, 1), (0, 0, 0, 0, 1)),
    "lopsided": {"divisor": 37, "bias": 90}
    | in_rows("a1", (3, -7, 2, 9, -4), (-6, 5, 8, -1, 7), (2, -9, 31, 6, -8), (4, 1, -5, 3, 9), (-2, 8, -3, -6, 5)),
    "extreme": {"divisor": 1000, "bias": 255} | in_rows("a1", *[(100, -100, 100, -100, -100)] * 5),
}
