"""The oracle of vignette."""

import numpy as np

from helpers.levels import of_colours, rounded

TOLERANCE = 1
SETTINGS = {
    "neutral": {},
    "typical": {"amount": -40},
    "dark": {"amount": -100, "midpoint": 0},
    "light": {"amount": 100, "midpoint": 90},
}


@of_colours
def oracle(rgb, amount=0, midpoint=30):
    """From its definition, in double precision."""
    height, width = rgb.shape[:2]
    y, x = np.mgrid[0:height, 0:width] + 0.5
    radius = np.hypot(2 * x / width - 1, 2 * y / height - 1) / np.sqrt(2)
    t = np.clip((radius - midpoint / 100) / (1 - midpoint / 100), 0, 1)
    s = (t * t * (3 - 2 * t))[..., None] * amount / 100
    return rounded(rgb * (1 + s) if amount < 0 else rgb + (255.0 - rgb) * s)
