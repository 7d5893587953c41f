"""The oracle of grain."""

import numpy as np

from helpers.levels import of_colours
from helpers.murmur import mixed

TOLERANCE = 0
SETTINGS = {"neutral": {}, "typical": {"amount": 20}, "extreme": {"amount": 100, "seed": 9999}}


@of_colours
def oracle(rgb, amount=0, seed=0):
    """In Python's unbounded integers; only the strength is a number with a point."""
    height, width = rgb.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(object)
    number = mixed(mixed(mixed(seed) ^ y) ^ x)
    bytes_ = sum(number // 256**k % 256 for k in range(4))
    strength = int(np.floor(amount / 100 * 32 / np.sqrt(4 * (256**2 - 1) / 12) * 65536 + 0.5))
    luma = rgb.astype(object) @ np.array([77, 150, 29], dtype=object) // 256
    weight = luma * (255 - luma) // 64
    change = ((bytes_ - 510) * strength * weight + 2**23) // 2**24
    return np.clip(rgb.astype(int) + change.astype(int)[..., None], 0, 255)
