"""The oracle of straighten."""

import cv2
import numpy as np

from helpers.transparency import straight

TOLERANCE = 1
SETTINGS = {
    "neutral": {},
    "typical": {"angle_deg": 2.3},
    "back": {"angle_deg": -17.2},
    "extreme": {"angle_deg": 45},
}


def oracle(picture, angle_deg=0):
    """OpenCV's own. Its version 5 no longer rounds places to 1/32 of a pixel. What is transparent is done in floating
    point, colour times alpha."""
    if angle_deg == 0:
        return picture
    height, width = picture.shape[:2]
    sin, cos = np.sin(np.radians(angle_deg)), np.cos(np.radians(angle_deg))
    shrink = cos + max(width / height, height / width) * abs(sin)
    across, down = max(1, int(width / shrink)), max(1, int(height / shrink))
    turn = np.array([[cos, sin], [-sin, cos]])
    start = np.array([width - 1, height - 1]) / 2 - turn @ np.array([across - 1, down - 1]) / 2

    def turned(values):
        way = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
        place = np.column_stack([turn, start])
        return cv2.warpAffine(values, place, (across, down), flags=way, borderMode=cv2.BORDER_REPLICATE)

    if picture[..., 3].min() == 255:
        return turned(picture)
    values = picture.astype(np.float32)
    values[..., :3] *= values[..., 3:] / 255
    values = turned(values).clip(0, 255)
    return straight(*np.moveaxis(values, -1, 0))
