"""The oracle of saturation."""

from helpers.colours import mixed
from helpers.levels import of_colours

TOLERANCE = 1
SETTINGS = {"neutral": {}, "typical": {"amount": 20}, "grey": {"amount": -100}, "double": {"amount": 100}}


@of_colours
def oracle(rgb, amount=0):
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
