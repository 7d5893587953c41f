"""The oracle of auto-contrast."""

import numpy as np
from PIL import Image, ImageOps

from helpers.levels import of_colours

TOLERANCE = 0
SETTINGS = {
    "typical": {},
    "no-cut": {"cut_blacks": 0, "cut_whites": 0},
    "hard": {"cut_blacks": 10, "cut_whites": 2.3},
    "kept": {"keep_colours": 1, "cut_whites": 5},
}


@of_colours
def oracle(rgb, cut_blacks=0.5, cut_whites=0.5, keep_colours=0):
    picture = Image.fromarray(rgb)
    return np.asarray(ImageOps.autocontrast(picture, (cut_blacks, cut_whites), preserve_tone=bool(keep_colours)))
