"""The oracle of gamma."""

from skimage import exposure

from helpers.levels import of_colours, rounded

TOLERANCE = 0
SETTINGS = {"neutral": {}, "typical": {"gamma": 1.3}, "dark": {"gamma": 0.1}, "bright": {"gamma": 10}}


@of_colours
def oracle(rgb, gamma=1):
    """scikit-image counts the exponent, photographers its inverse."""
    return rounded(255 * exposure.adjust_gamma(rgb / 255, 1 / gamma))
