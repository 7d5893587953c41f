"""The oracle of fade."""

import numpy as np

from helpers.levels import of_colours, rounded

TOLERANCE = 0
SETTINGS = {"neutral": {}, "typical": {"amount": 35}, "full": {"amount": 100}}


@of_colours
def oracle(rgb, amount=0):
    return rounded(np.interp(rgb, [0, 255], [0.64 * amount, 255 - 0.16 * amount]))
