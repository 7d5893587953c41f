"""The oracle of median."""

import cv2
import numpy as np
from PIL import Image, ImageFilter

from helpers.rank import premultiplied

TOLERANCE = 0
SETTINGS = {"typical": {}, "wider": {"radius_px": 2}, "wide": {"radius_px": 7}, "extreme": {"radius_px": 20}}


@premultiplied
def oracle(picture, radius_px=1):
    side = 2 * radius_px + 1
    golden = cv2.medianBlur(picture, side)
    pillow = [Image.fromarray(channel).filter(ImageFilter.MedianFilter(side)) for channel in np.moveaxis(picture, -1, 0).copy()]
    assert np.array_equal(golden, np.stack(pillow, axis=-1)), "OpenCV and Pillow disagree"
    return golden
