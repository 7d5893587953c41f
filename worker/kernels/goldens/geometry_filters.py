"""Oracles of what changes a picture's size or moves its pixels. Each takes and returns whole pictures."""

import cv2
import numpy as np
from PIL import Image

from tone_filters import rounded


def crop(picture, left=0, top=0, right=0, bottom=0):
    """In whole numbers: percents are hundredths, and halves of a pixel go up."""

    def pixels(percent, length):
        hundredths = round(percent * 100)
        return (2 * length * hundredths + 10_000) // 20_000

    height, width = picture.shape[:2]
    x, y = min(pixels(left, width), width - 1), min(pixels(top, height), height - 1)
    across = max(width - pixels(right, width), x + 1)
    down = max(height - pixels(bottom, height), y + 1)
    return picture[y:down, x:across]


def rotate(picture, angle_deg=0):
    return np.rot90(picture, -(angle_deg // 90))


def flip(picture, horizontal=0, vertical=0):
    picture = np.flip(picture, 1) if horizontal else picture
    return np.flip(picture, 0) if vertical else picture


def resize(picture, width_px=0, height_px=0):
    """Pillow's own passes, one by one, because it changes their order where proportions change and that saves time.
    What is transparent is done in floating point, colour times alpha, and cut to the range as bytes are."""
    height, width = picture.shape[:2]
    if width_px == height_px == 0:
        return picture
    across = width_px or max(1, round(width * height_px / height))
    down = height_px or max(1, round(height * width_px / width))

    def passed(plane):
        plane = Image.fromarray(plane).resize((across, height), Image.Resampling.LANCZOS)
        plane = Image.fromarray(np.clip(np.asarray(plane), 0, 255))
        return np.clip(np.asarray(plane.resize((across, down), Image.Resampling.LANCZOS)), 0, 255)

    if picture[..., 3].min() == 255:
        return passed(picture)
    *colours, alpha = np.moveaxis(picture.astype(np.float32), -1, 0)
    return straight(*(passed(colour * alpha / 255) for colour in colours), passed(alpha))


def straighten(picture, angle_deg=0):
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


def straight(red, green, blue, alpha):
    """From colour times alpha; where alpha is 0 there is no colour."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found = rounded(np.stack([255 * red / alpha, 255 * green / alpha, 255 * blue / alpha, alpha], axis=-1))
    found[found[..., 3] == 0] = 0
    return found


# Filter: oracle, tolerance in levels, settings.
FILTERS = {
    "crop": (
        crop,
        0,
        {
            "neutral": {},
            "typical": {"left": 12.5, "top": 3.13, "right": 20, "bottom": 30.07},
            "extreme": {"left": 100, "top": 99.99, "right": 100, "bottom": 50},
        },
    ),
    "flip": (
        flip,
        0,
        {
            "neutral": {},
            "typical": {"horizontal": 1},
            "vertical": {"vertical": 1},
            "extreme": {"horizontal": 1, "vertical": 1},
        },
    ),
    "resize": (
        resize,
        1,
        {
            "neutral": {},
            "typical": {"width_px": 20},
            "shorter": {"height_px": 20},
            "larger": {"width_px": 75, "height_px": 59},
            "stretched": {"width_px": 70, "height_px": 9},
            "extreme": {"width_px": 1, "height_px": 1},
        },
    ),
    "rotate": (
        rotate,
        0,
        {"neutral": {}, "typical": {"angle_deg": 90}, "half": {"angle_deg": 180}, "extreme": {"angle_deg": 270}},
    ),
    "straighten": (
        straighten,
        1,
        {
            "neutral": {},
            "typical": {"angle_deg": 2.3},
            "back": {"angle_deg": -17.2},
            "extreme": {"angle_deg": 45},
        },
    ),
}
