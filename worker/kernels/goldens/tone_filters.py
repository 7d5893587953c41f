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


def curves(rgb, **moved):
    levels = np.array([0, 64, 128, 191, 255])

    def curve(which):
        by = [moved.get(f"{which}_{point}", 0) for point in ["blacks", "shadows", "midtones", "lights", "whites"]]
        return PchipInterpolator(levels, np.clip(levels + by, 0, 255))

    master = curve("master")(rgb)
    return rounded(np.stack([curve(of)(master[..., k]) for k, of in enumerate(["red", "green", "blue"])], axis=-1))


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
            "typical": {"master_shadows": -10, "master_midtones": 3, "master_lights": 12},
            "cross": {
                "master_shadows": -6,
                "red_shadows": -14,
                "red_lights": 20,
                "green_midtones": 8,
                "green_whites": -12,
                "blue_blacks": 40,
                "blue_lights": -25,
                "blue_whites": -45,
            },
            "zigzag": {
                "master_blacks": 100,
                "master_shadows": -60,
                "master_midtones": 100,
                "master_lights": -100,
                "master_whites": -20,
                "red_midtones": -100,
                "green_blacks": -30,
                "green_shadows": 100,
                "green_lights": -100,
                "blue_shadows": 31,
                "blue_midtones": -17,
            },
            "flat": {
                "master_blacks": 100,
                "master_shadows": 36,
                "master_midtones": -28,
                "master_lights": -91,
                "master_whites": -100,
                "red_blacks": 80,
                "red_whites": -90,
            },
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
