"""The oracle of grayscale."""

from helpers.colours import grayscale
from helpers.levels import of_colours

TOLERANCE = 0
SETTINGS = {"plain": {}}


oracle = of_colours(grayscale)
