"""The oracle of flip."""

import numpy as np

TOLERANCE = 0
SETTINGS = {
    "neutral": {},
    "typical": {"horizontal": 1},
    "vertical": {"vertical": 1},
    "extreme": {"horizontal": 1, "vertical": 1},
}


def oracle(picture, horizontal=0, vertical=0):
    picture = np.flip(picture, 1) if horizontal else picture
    return np.flip(picture, 0) if vertical else picture
