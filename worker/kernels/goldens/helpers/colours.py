"""Sums of the three colours."""

import numpy as np
from PIL import Image

from helpers.levels import rounded

LUMA = np.array([0.213, 0.715, 0.072])


def thousandths(rgb, rows):
    """In exact integers, cut at white and rounded down."""
    sums = rgb.astype(np.int64) @ np.array(rows, dtype=np.int64).T
    return np.minimum(sums, 255_000) // 1000


def grayscale(rgb):
    result = thousandths(rgb, [[299, 587, 114]] * 3)
    above = np.asarray(Image.fromarray(rgb).convert("L")).astype(int) - result[..., 0]
    assert above.min() >= 0 and above.max() <= 1, "Pillow rounds, the definition cuts off"
    return result


def mixed(rgb, rows):
    return rounded(rgb @ np.array(rows).T)
