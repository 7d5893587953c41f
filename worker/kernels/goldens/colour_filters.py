"""Oracles of the colour filters. Each takes colours as (…, 3) bytes and returns what they become."""

import warnings

import numpy as np
from PIL import Image

from tone_filters import rounded

with warnings.catch_warnings():
    # It says at length which of its optional parts are not installed.
    warnings.simplefilter("ignore")
    import colour

LUMA = np.array([0.213, 0.715, 0.072])


def thousandths(rgb, rows):
    """In exact integers, cut at white and rounded down."""
    sums = rgb.astype(np.int64) @ np.array(rows, dtype=np.int64).T
    return np.minimum(sums, 255_000) // 1000


def grayscale(rgb):
    result = thousandths(rgb, [[299, 587, 114]] * 3)
    above = np.asarray(Image.fromarray(rgb).convert("L")).astype(int) - result[..., 0]
    assert above.min() >= 0 and above.max() <= 1, "Pillow rounds, the definition cuts off"
    return result


def sepia(rgb):
    return thousandths(rgb, [[393, 769, 189], [349, 686, 168], [272, 534, 131]])


def threshold(rgb, threshold=128):
    return np.where(grayscale(rgb) >= threshold, 255, 0)


def duotone(rgb, **inks):
    """Between two colours at the luma of grayscale, in whole numbers."""
    luma = grayscale(rgb)[..., :1]
    inks = {"dark_red": 30, "dark_green": 20, "dark_blue": 80, "light_red": 255, "light_green": 220, "light_blue": 170} | inks
    dark, light = np.array(list(inks.values())).reshape(2, 3)
    return (2 * (dark * (255 - luma) + light * luma) + 255) // 510


def mixed(rgb, rows):
    return rounded(rgb @ np.array(rows).T)


def saturation(rgb, amount=0):
    """feColorMatrix type="saturate" of Filter Effects Module Level 1, as the specification prints it."""
    s = 1 + amount / 100
    return mixed(
        rgb,
        [
            [0.213 + 0.787 * s, 0.715 - 0.715 * s, 0.072 - 0.072 * s],
            [0.213 - 0.213 * s, 0.715 + 0.285 * s, 0.072 - 0.072 * s],
            [0.213 - 0.213 * s, 0.715 - 0.715 * s, 0.072 + 0.928 * s],
        ],
    )


def hue(rgb, angle_deg=0):
    """feColorMatrix type="hueRotate", as the specification prints it."""
    cos, sin = np.cos(np.deg2rad(angle_deg)), np.sin(np.deg2rad(angle_deg))
    stays = np.array([LUMA] * 3)
    turns = np.array([[0.787, -0.715, -0.072], [-0.213, 0.285, -0.072], [-0.213, -0.715, 0.928]])
    crosses = np.array([[-0.213, -0.715, 0.928], [0.143, 0.140, -0.283], [-0.787, 0.715, 0.072]])
    return mixed(rgb, stays + cos * turns + sin * crosses)


def channel_mixer(rgb, **shares):
    names = ["red", "green", "blue"]
    rows = [[shares.get(f"{to}_from_{of}", 100 * (to == of)) / 100 for of in names] for to in names]
    return mixed(rgb, rows)


def vibrance(rgb, amount=0):
    """From its definition, in double precision."""
    luma = (rgb @ LUMA)[..., None]
    strength = np.ptp(rgb.astype(float), axis=-1, keepdims=True) / 255
    return rounded(luma + (rgb - luma) * (1 + amount / 100 * (1 - strength)))


def temperature(rgb, temperature=0, tint=0):
    """The adaptation, the daylight locus, the UCS and the transfer curve are all of colour-science."""

    def white(mired, tint):
        xy = colour.temperature.CCT_to_xy_CIE_D(1e6 / mired)
        ucs = colour.xy_to_UCS_uv(xy) - [0, 0.0002 * tint]
        return colour.xy_to_XYZ(colour.UCS_uv_to_xy(ucs))

    neutral = 1e6 / 6504
    srgb = colour.RGB_COLOURSPACES["sRGB"]
    light = colour.models.eotf_sRGB(rgb / 255)
    xyz = light @ srgb.matrix_RGB_to_XYZ.T
    adapted = colour.adaptation.chromatic_adaptation_VonKries(
        xyz, white(neutral, 0), white(neutral + 0.96 * temperature, tint), transform="Bradford"
    )
    back = np.clip(adapted @ srgb.matrix_XYZ_to_RGB.T, 0, 1)
    return rounded(255 * colour.models.eotf_inverse_sRGB(back))


# Filter: oracle, tolerance in levels, settings.
FILTERS = {
    "channel-mixer": (
        channel_mixer,
        1,
        {
            "neutral": {},
            "typical": {"red_from_red": 80, "red_from_green": 20, "green_from_blue": 15, "blue_from_red": -10},
            "swapped": {
                "red_from_red": 0,
                "red_from_green": 100,
                "green_from_green": 0,
                "green_from_blue": 100,
                "blue_from_blue": 0,
                "blue_from_red": 100,
            },
            "extreme": {
                "red_from_red": 200,
                "red_from_green": 200,
                "red_from_blue": 200,
                "green_from_red": -200,
                "green_from_green": 200,
                "blue_from_green": 200,
                "blue_from_blue": -200,
            },
        },
    ),
    "duotone": (
        duotone,
        0,
        {
            "typical": {},
            "negative": {
                "dark_red": 255,
                "dark_green": 255,
                "dark_blue": 255,
                "light_red": 0,
                "light_green": 0,
                "light_blue": 0,
            },
            "neutral-on-greys": {
                "dark_red": 0,
                "dark_green": 0,
                "dark_blue": 0,
                "light_red": 255,
                "light_green": 255,
                "light_blue": 255,
            },
        },
    ),
    "grayscale": (grayscale, 0, {"plain": {}}),
    "hue": (hue, 1, {"neutral": {}, "typical": {"angle_deg": 30}, "opposite": {"angle_deg": 180}, "back": {"angle_deg": -100}}),
    "saturation": (saturation, 1, {"neutral": {}, "typical": {"amount": 20}, "grey": {"amount": -100}, "double": {"amount": 100}}),
    "sepia": (sepia, 0, {"plain": {}}),
    "temperature": (
        temperature,
        1,
        {
            "neutral": {},
            "typical": {"temperature": 25, "tint": -8},
            "warm": {"temperature": 100, "tint": 100},
            "cool": {"temperature": -100, "tint": -100},
        },
    ),
    "threshold": (threshold, 0, {"typical": {}, "low": {"threshold": 0}, "high": {"threshold": 255}}),
    "vibrance": (vibrance, 1, {"neutral": {}, "typical": {"amount": 30}, "pale": {"amount": -100}, "full": {"amount": 100}}),
}
