"""The oracle of temperature."""

import warnings

import numpy as np

from helpers.levels import of_colours, rounded

with warnings.catch_warnings():
    # It says at length which of its optional parts are not installed.
    warnings.simplefilter("ignore")
    import colour

TOLERANCE = 1
SETTINGS = {
    "neutral": {},
    "typical": {"temperature": 25, "tint": -8},
    "warm": {"temperature": 100, "tint": 100},
    "cool": {"temperature": -100, "tint": -100},
}


@of_colours
def oracle(rgb, temperature=0, tint=0):
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
