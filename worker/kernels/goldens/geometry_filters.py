"""Oracles of what changes a picture's size or moves its pixels. Each takes and returns whole pictures."""

import numpy as np


def crop(picture, left=0, top=0, right=0, bottom=0):
    """In whole numbers: percents are hundredths, and halves of a pixel go up."""

    def pixels(percent, length):
        hundredths = round(percent * 100)
        return (2 * length * hundredths + 10_000) // 20_000

    height, width = picture.shape[:2]
    x, y = min(pixels(left, width), width - 1), min(pixels(top, height), height - 1)
    across = max(width - pixels(right, width), x + 1)
    down = max(height - pixels(bottom, height), y + 1)
    return picture[y:down, x:across]


def rotate(picture, angle_deg=0):
    return np.rot90(picture, -(angle_deg // 90))


def flip(picture, horizontal=0, vertical=0):
    picture = np.flip(picture, 1) if horizontal else picture
    return np.flip(picture, 0) if vertical else picture


# Filter: oracle, tolerance in levels, settings.
FILTERS = {
    "crop": (
        crop,
        0,
        {
            "neutral": {},
            "typical": {"left": 12.5, "top": 3.13, "right": 20, "bottom": 30.07},
            "extreme": {"left": 100, "top": 99.99, "right": 100, "bottom": 50},
        },
    ),
    "flip": (
        flip,
        0,
        {
            "neutral": {},
            "typical": {"horizontal": 1},
            "vertical": {"vertical": 1},
            "extreme": {"horizontal": 1, "vertical": 1},
        },
    ),
    "rotate": (
        rotate,
        0,
        {"neutral": {}, "typical": {"angle_deg": 90}, "half": {"angle_deg": 180}, "extreme": {"angle_deg": 270}},
    ),
}
