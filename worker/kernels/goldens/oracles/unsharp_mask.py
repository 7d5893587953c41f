"""The oracle of unsharp-mask."""

import numpy as np

from helpers.blur import around, with_alpha

TOLERANCE = 1
SETTINGS = {
    "neutral": {},
    "typical": {"amount": 80},
    "fine": {"amount": 150, "sigma_px": 0.6, "threshold": 15},
    "broad": {"amount": 60, "sigma_px": 12},
    "extreme": {"amount": 500, "sigma_px": 2.3},
}


def oracle(picture, amount=0, sigma_px=1.5, threshold=0):
    level, blur = around(picture, sigma_px)
    difference = level - blur
    if threshold:
        # A step: nothing may be so near to it that it could fall on either side.
        near = np.abs(np.abs(difference) - threshold) < 0.02
        assert not near[picture[..., 3] > 0].any()
    difference[np.abs(difference) <= threshold] = 0
    return with_alpha(level + amount / 100 * difference, picture)
