"""The oracle of posterize."""

import numpy as np
from PIL import Image, ImageOps

from helpers.levels import of_colours

TOLERANCE = 0
SETTINGS = {"neutral": {}, "typical": {"bits": 3}, "extreme": {"bits": 1}}


@of_colours
def oracle(rgb, bits=8):
    return np.asarray(ImageOps.posterize(Image.fromarray(rgb), bits))
