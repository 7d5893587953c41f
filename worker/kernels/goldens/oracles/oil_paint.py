"""The oracle of oil-paint."""

import numpy as np

from helpers.rank import premultiplied

TOLERANCE = 0
SETTINGS = {"typical": {}, "fine": {"radius_px": 1}, "wide": {"radius_px": 9}, "extreme": {"radius_px": 15}}


@premultiplied
def oracle(picture, radius_px=4):
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
