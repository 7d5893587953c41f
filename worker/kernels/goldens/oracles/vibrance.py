"""The oracle of vibrance."""

import numpy as np

from helpers.colours import LUMA
from helpers.levels import of_colours, rounded

TOLERANCE = 1
SETTINGS = {"neutral": {}, "typical": {"amount": 30}, "pale": {"amount": -100}, "full": {"amount": 100}}


@of_colours
def oracle(rgb, amount=0):
    """From its definition, in double precision."""
    luma = (rgb @ LUMA)[..., None]
    strength = np.ptp(rgb.astype(float), axis=-1, keepdims=True) / 255
    return rounded(luma + (rgb - luma) * (1 + amount / 100 * (1 - strength)))
