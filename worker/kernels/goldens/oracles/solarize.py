"""The oracle of solarize."""

import numpy as np
from PIL import Image, ImageOps

from helpers.levels import of_colours

TOLERANCE = 0
SETTINGS = {"neutral": {}, "typical": {"threshold": 128}, "extreme": {"threshold": 0}}


@of_colours
def oracle(rgb, threshold=256):
    return np.asarray(ImageOps.solarize(Image.fromarray(rgb), threshold))
