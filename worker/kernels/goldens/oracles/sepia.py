"""The oracle of sepia."""

from helpers.colours import thousandths
from helpers.levels import of_colours

TOLERANCE = 0
SETTINGS = {"plain": {}}


@of_colours
def oracle(rgb):
    return thousandths(rgb, [[393, 769, 189], [349, 686, 168], [272, 534, 131]])
