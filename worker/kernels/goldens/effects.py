"""Oracles of the effects that depend on where a pixel lies. Each takes the whole picture's colours."""

import numpy as np

from tone_filters import rounded


def vignette(rgb, amount=0, midpoint=30):
    """From its definition, in double precision."""
    height, width = rgb.shape[:2]
    y, x = np.mgrid[0:height, 0:width] + 0.5
    radius = np.hypot(2 * x / width - 1, 2 * y / height - 1) / np.sqrt(2)
    t = np.clip((radius - midpoint / 100) / (1 - midpoint / 100), 0, 1)
    s = (t * t * (3 - 2 * t))[..., None] * amount / 100
    return rounded(rgb * (1 + s) if amount < 0 else rgb + (255.0 - rgb) * s)


def mixed(number):
    """The finaliser of MurmurHash3, modulo 2³²."""
    number = np.asarray(number, dtype=object)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1)):
        number = (number ^ (number >> shift)) * factor % 2**32
    return number


def grain(rgb, amount=0, seed=0):
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


# Filter: oracle, tolerance in levels, settings.
FILTERS = {
    "grain": (grain, 0, {"neutral": {}, "typical": {"amount": 20}, "extreme": {"amount": 100, "seed": 9999}}),
    "vignette": (
        vignette,
        1,
        {
            "neutral": {},
            "typical": {"amount": -40},
            "dark": {"amount": -100, "midpoint": 0},
            "light": {"amount": 100, "midpoint": 90},
        },
    ),
}
