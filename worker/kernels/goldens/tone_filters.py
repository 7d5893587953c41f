"""Oracles of the tone filters. Each takes colours as (…, 3) bytes and returns what they become."""

from fractions import Fraction

import numpy as np
from PIL import Image, ImageOps
from scipy.interpolate import PchipInterpolator
from skimage import exposure


def rounded(levels):
    """To the nearest level, halves up, cut to the range."""
    return np.clip(np.floor(levels + 0.5), 0, 255)


def linear(rgb, slope, intercept):
    """feFuncR type="linear" of Filter Effects Module Level 1, in exact fractions: many results lie half-way."""
    table = [(slope * Fraction(level, 255) + intercept) * 255 for level in range(256)]
    return rounded(np.array([float(value) for value in table])[rgb])


def brightness(rgb, amount=0):
    return linear(rgb, 1 + Fraction(amount, 100), 0)


def contrast(rgb, amount=0):
    slope = 1 + Fraction(amount, 100)
    return linear(rgb, slope, Fraction(1, 2) - slope / 2)


def light(rgb):
    coded = rgb / 255
    return np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)


def coded(light):
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def photographic_exposure(rgb, exposure_ev=0):
    return rounded(255 * coded(light(rgb) * 2.0**exposure_ev))


def gamma(rgb, gamma=1):
    """scikit-image counts the exponent, photographers its inverse."""
    return rounded(255 * exposure.adjust_gamma(rgb / 255, 1 / gamma))


def levels(rgb, black=0, gamma=1, white=255, output_black=0, output_white=255):
    """scikit-image stretches the range and bends it; the rest is the published formula of ImageMagick."""
    white = max(white, black + 1)
    stretched = exposure.rescale_intensity(rgb.astype(float), (black, white), (0, 1))
    bent = exposure.adjust_gamma(stretched, 1 / gamma)
    return rounded(output_black + bent * (output_white - output_black))


def shadows_highlights(rgb, shadows=0, highlights=0):
    """The curve as polynomials, multiplied out."""
    x = np.polynomial.Polynomial([0, 1])
    curve = x + shadows / 100 * x * (1 - x) ** 3 + highlights / 100 * x**3 * (1 - x)
    return rounded(255 * curve(rgb / 255))


def fade(rgb, amount=0):
    return rounded(np.interp(rgb, [0, 255], [0.64 * amount, 255 - 0.16 * amount]))


def curves(rgb, **settings):
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


def invert(rgb):
    return np.asarray(ImageOps.invert(Image.fromarray(rgb)))


def posterize(rgb, bits=8):
    return np.asarray(ImageOps.posterize(Image.fromarray(rgb), bits))


def solarize(rgb, threshold=256):
    return np.asarray(ImageOps.solarize(Image.fromarray(rgb), threshold))


# Filter: oracle, tolerance in levels, settings.
FILTERS = {
    "brightness": (brightness, 0, {"neutral": {}, "typical": {"amount": 20}, "dark": {"amount": -100}, "bright": {"amount": 100}}),
    "contrast": (contrast, 0, {"neutral": {}, "typical": {"amount": 25}, "none": {"amount": -100}, "double": {"amount": 100}}),
    "curves": (
        curves,
        0,
        {
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
        },
    ),
    "exposure": (
        photographic_exposure,
        0,
        {"neutral": {}, "typical": {"exposure_ev": 0.65}, "dark": {"exposure_ev": -5}, "bright": {"exposure_ev": 5}},
    ),
    "fade": (fade, 0, {"neutral": {}, "typical": {"amount": 35}, "full": {"amount": 100}}),
    "gamma": (gamma, 0, {"neutral": {}, "typical": {"gamma": 1.3}, "dark": {"gamma": 0.1}, "bright": {"gamma": 10}}),
    "invert": (invert, 0, {"plain": {}}),
    "levels": (
        levels,
        0,
        {
            "neutral": {},
            "typical": {"black": 12, "gamma": 1.2, "white": 240},
            "matte": {"black": 30, "gamma": 0.8, "output_black": 40, "output_white": 215},
            "step": {"black": 128, "white": 1},
            "negative": {"gamma": 10, "output_black": 255, "output_white": 0},
        },
    ),
    "posterize": (posterize, 0, {"neutral": {}, "typical": {"bits": 3}, "extreme": {"bits": 1}}),
    "shadows-highlights": (
        shadows_highlights,
        0,
        {
            "neutral": {},
            "typical": {"shadows": 40, "highlights": -30},
            "flat": {"shadows": 100, "highlights": -100},
            "deep": {"shadows": -100, "highlights": 100},
        },
    ),
    "solarize": (solarize, 0, {"neutral": {}, "typical": {"threshold": 128}, "extreme": {"threshold": 0}}),
}
