"""The oracle of invert."""

import numpy as np
from PIL import Image, ImageOps

from helpers.levels import of_colours

TOLERANCE = 0
SETTINGS = {"plain": {}}


@of_colours
def oracle(rgb):
    return np.asarray(ImageOps.invert(Image.fromarray(rgb)))
