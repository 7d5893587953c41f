"""From colours times alpha, by channels."""

import numpy as np

from helpers.levels import rounded


def straight(red, green, blue, alpha):
    """From colour times alpha; where alpha is 0 there is no colour."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found = rounded(np.stack([255 * red / alpha, 255 * green / alpha, 255 * blue / alpha, alpha], axis=-1))
    found[found[..., 3] == 0] = 0
    return found
