"""The oracle of rotate."""

import numpy as np

TOLERANCE = 0
SETTINGS = {"neutral": {}, "typical": {"angle_deg": 90}, "half": {"angle_deg": 180}, "extreme": {"angle_deg": 270}}


def oracle(picture, angle_deg=0):
    return np.rot90(picture, -(angle_deg // 90))
