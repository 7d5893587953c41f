"""The oracle of hue."""

import numpy as np

from helpers.colours import LUMA, mixed
from helpers.levels import of_colours

TOLERANCE = 1
SETTINGS = {"neutral": {}, "typical": {"angle_deg": 30}, "opposite": {"angle_deg": 180}, "back": {"angle_deg": -100}}


@of_colours
def oracle(rgb, angle_deg=0):
    """feColorMatrix type="hueRotate", as the specification prints it."""
    cos, sin = np.cos(np.deg2rad(angle_deg)), np.sin(np.deg2rad(angle_deg))
    stays = np.array([LUMA] * 3)
    turns = np.array([[0.787, -0.715, -0.072], [-0.213, 0.285, -0.072], [-0.213, -0.715, 0.928]])
    crosses = np.array([[-0.213, -0.715, 0.928], [0.143, 0.140, -0.283], [-0.787, 0.715, 0.072]])
    return mixed(rgb, stays + cos * turns + sin * crosses)
