"""The oracle of exposure."""

import numpy as np

from helpers.levels import of_colours, rounded

TOLERANCE = 0
SETTINGS = {"neutral": {}, "typical": {"exposure_ev": 0.65}, "dark": {"exposure_ev": -5}, "bright": {"exposure_ev": 5}}


def light(rgb):
    coded = rgb / 255
    return np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)


def coded(light):
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


@of_colours
def oracle(rgb, exposure_ev=0):
    return rounded(255 * coded(light(rgb) * 2.0**exposure_ev))
