"""The oracle of box-blur."""

import cv2

from helpers.blur import premultiplied, rounded, straight

TOLERANCE = 1
SETTINGS = {"neutral": {}, "fine": {"radius_px": 1}, "typical": {"radius_px": 6}, "extreme": {"radius_px": 250}}


def oracle(picture, radius_px=0):
    side = 2 * radius_px + 1
    return picture if radius_px == 0 else rounded(
        straight(cv2.blur(premultiplied(picture), (side, side), borderType=cv2.BORDER_REPLICATE))
    )
