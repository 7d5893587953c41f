"""The oracle of emboss."""

import numpy as np

from helpers.convolution import filtered, with_alpha

TOLERANCE = 0
SETTINGS = {
    "neutral": {},
    "typical": {"amount": 100},
    "below": {"amount": 60, "angle_deg": -70},
    "extreme": {"amount": 200, "angle_deg": 180},
}


def oracle(picture, amount=0, angle_deg=135):
    angle = np.deg2rad(angle_deg)
    across, down = np.rint(65536 * amount / 100 * np.sqrt(2) * np.array([-np.cos(angle), np.sin(angle)]))
    slope = np.array([[-1, 0, 1]] * 3)
    kernel = across * slope + down * slope.T
    kernel[1, 1] += 65536
    return with_alpha((filtered(picture[..., :3], kernel) + 32768) // 65536, picture)
