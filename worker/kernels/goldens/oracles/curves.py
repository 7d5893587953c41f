"""The oracle of curves."""

import numpy as np
from scipy.interpolate import PchipInterpolator

from helpers.levels import of_colours, rounded

TOLERANCE = 0


def through(**points):
    """Settings of curves through these points, each (level in, level out)."""
    settings = {}
    for which, points in points.items():
        for n, (level_in, level_out) in enumerate(points, 1):
            settings |= {f"{which}_{n}_in": level_in, f"{which}_{n}_out": level_out}
        # There are two at first.
        settings |= {f"{which}_{n}_in": -1 for n in range(len(points) + 1, 3)}
    return settings


def at_five(*out):
    return list(zip([0, 64, 128, 191, 255], out))


@of_colours
def oracle(rgb, **settings):
    at_first = [(0, 0), (255, 255)] + [(-1, 0)] * 6

    def curve(which):
        points = {}
        for n, (level_in, level_out) in enumerate(at_first, 1):
            level_in = np.floor(settings.get(f"{which}_{n}_in", level_in) + 0.5)
            if level_in >= 0:
                # A dictionary keeps the later of two at one level.
                points[level_in] = settings.get(f"{which}_{n}_out", level_out)
        levels = sorted(points)
        if len(levels) < 2:
            return lambda rgb: np.full(rgb.shape, points[levels[0]]) if levels else rgb
        between = PchipInterpolator(levels, [points[level] for level in levels])
        return lambda rgb: between(np.clip(rgb, levels[0], levels[-1]))

    master = curve("master")(rgb)
    return rounded(np.stack([curve(of)(master[..., k]) for k, of in enumerate(["red", "green", "blue"])], axis=-1))


SETTINGS = {
    "neutral": {},
    "typical": through(master=at_five(0, 54, 131, 203, 255)),
    "cross": through(
        master=at_five(0, 58, 128, 191, 255),
        red=at_five(0, 50, 128, 211, 255),
        green=at_five(0, 64, 136, 191, 243),
        blue=at_five(40, 64, 128, 166, 210),
    ),
    "zigzag": through(
        master=at_five(100, 4, 228, 91, 235),
        red=at_five(0, 64, 28, 191, 255),
        green=at_five(0, 164, 128, 91, 255),
        blue=at_five(0, 95, 111, 191, 255),
    ),
    "flat": through(
        master=at_five(100, 100, 100, 100, 155),
        red=at_five(80, 64, 128, 191, 165),
    ),
    # Every setting moved: some points beside each other, some flat, some falling.
    "full": through(
        master=[(3, 9), (4, 40), (60, 52), (61, 53), (120, 160), (170, 160), (240, 210), (252, 250)],
        red=[(20, 0), (40, 90), (90, 100), (130, 80), (180, 200), (181, 201), (200, 255), (230, 254)],
        green=[(1, 255), (30, 200), (66, 210), (99, 120), (140, 100), (188, 60), (222, 61), (250, 1)],
        blue=[(9, 30.5), (33, 33.25), (77, 90.75), (100, 131.5), (150, 149.9), (199, 190), (201, 230), (249, 240)],
    ),
    # In no order, two at one level, between levels, some not there.
    "loose": {
        "master_1_in": 254.5, "master_1_out": 245,
        "master_2_in": 90, "master_2_out": 200,
        "master_4_in": 89.6, "master_4_out": 70,
        "master_6_in": -0.5, "master_6_out": 12,
        "master_7_in": -0.6, "master_7_out": 99,
        "red_1_in": 100, "red_1_out": 30,
        "green_2_in": 180.2, "green_2_out": 128,
        "blue_1_in": -1, "blue_2_out": 77,
    },
    "none": through(master=[(50, 20), (200, 250)], red=[], green=[(128, 90)], blue=[]),
}
