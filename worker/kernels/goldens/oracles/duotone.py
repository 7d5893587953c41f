"""The oracle of duotone."""

import numpy as np

from helpers.colours import grayscale
from helpers.levels import of_colours

TOLERANCE = 0
SETTINGS = {
    "typical": {},
    "negative": {
        "dark_red": 255,
        "dark_green": 255,
        "dark_blue": 255,
        "light_red": 0,
        "light_green": 0,
        "light_blue": 0,
    },
    "neutral-on-greys": {
        "dark_red": 0,
        "dark_green": 0,
        "dark_blue": 0,
        "light_red": 255,
        "light_green": 255,
        "light_blue": 255,
    },
}


@of_colours
def oracle(rgb, **inks):
    """Between two colours at the luma of grayscale, in whole numbers."""
    luma = grayscale(rgb)[..., :1]
    inks = {"dark_red": 30, "dark_green": 20, "dark_blue": 80, "light_red": 255, "light_green": 220, "light_blue": 170} | inks
    dark, light = np.array(list(inks.values())).reshape(2, 3)
    return (2 * (dark * (255 - luma) + light * luma) + 255) // 510
