"""Oracles of the filters that choose among neighbours. Each takes a whole picture."""

import cv2
import numpy as np
from PIL import Image, ImageFilter


def premultiplied(choose):
    """Makes a filter of 8-bit channels one of colours times alpha, and divides what comes out by alpha again."""

    def run(picture, **values):
        levels, alpha = picture[..., :3].astype(int), picture[..., 3:].astype(int)
        product = np.concatenate([np.rint(levels * alpha / 255), alpha], axis=-1).astype(np.uint8)
        chosen = choose(product, **values).astype(int)
        levels, alpha = chosen[..., :3], chosen[..., 3:]
        straight = np.where(alpha > 0, (2 * 255 * levels + alpha) // (2 * np.maximum(alpha, 1)), 0)
        return np.concatenate([straight, alpha], axis=-1)

    return run


def median(picture, radius_px=1):
    side = 2 * radius_px + 1
    golden = cv2.medianBlur(picture, side)
    pillow = [Image.fromarray(channel).filter(ImageFilter.MedianFilter(side)) for channel in np.moveaxis(picture, -1, 0).copy()]
    assert np.array_equal(golden, np.stack(pillow, axis=-1)), "OpenCV and Pillow disagree"
    return golden


def square(operation):
    """Erodes or dilates; what is not changed is not multiplied either."""

    def choose(picture, radius_px):
        side = 2 * radius_px + 1
        return operation(picture, np.ones((side, side), np.uint8), borderType=cv2.BORDER_REPLICATE)

    return lambda picture, radius_px=0: premultiplied(choose)(picture, radius_px=radius_px) if radius_px else picture


def oil_paint(picture, radius_px=4):
    """Kuwahara's filter: of four squares with a corner in the pixel, the mean of the one that varies least."""
    height, width, _ = picture.shape
    wide = np.pad(picture.astype(int), [(radius_px, radius_px), (radius_px, radius_px), (0, 0)], mode="edge")
    # From the upper left corner of each square.
    squares = np.lib.stride_tricks.sliding_window_view(wide, (radius_px + 1, radius_px + 1), axis=(0, 1))
    squares = squares.reshape(*squares.shape[:3], -1)
    count = squares.shape[-1]
    sums = squares.sum(axis=-1)
    variation = (count * (squares**2).sum(axis=-1) - sums**2).sum(axis=-1)
    corners = [(y, x) for y in (0, radius_px) for x in (0, radius_px)]
    of_each = [variation[y : y + height, x : x + width] for y, x in corners]
    least = np.argmin(of_each, axis=0)[..., None]
    means = [(2 * sums[y : y + height, x : x + width] + count) // (2 * count) for y, x in corners]
    return np.choose(least, means)


# Filter: oracle, tolerance in levels, settings.
SQUARES = {"neutral": {}, "typical": {"radius_px": 1}, "wide": {"radius_px": 5}, "extreme": {"radius_px": 20}}
FILTERS = {
    "dilate": (square(cv2.dilate), 0, SQUARES),
    "erode": (square(cv2.erode), 0, SQUARES),
    "median": (
        premultiplied(median),
        0,
        {"typical": {}, "wider": {"radius_px": 2}, "wide": {"radius_px": 7}, "extreme": {"radius_px": 20}},
    ),
    "oil-paint": (
        premultiplied(oil_paint),
        0,
        {"typical": {}, "fine": {"radius_px": 1}, "wide": {"radius_px": 9}, "extreme": {"radius_px": 15}},
    ),
}
