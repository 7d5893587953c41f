"""The oracle of threshold."""

import numpy as np

from helpers.colours import grayscale
from helpers.levels import of_colours

TOLERANCE = 0
SETTINGS = {"typical": {}, "low": {"threshold": 0}, "high": {"threshold": 255}}


@of_colours
def oracle(rgb, threshold=128):
    return np.where(grayscale(rgb) >= threshold, 255, 0)
