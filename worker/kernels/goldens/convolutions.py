"""Oracles of the filters that weigh a few neighbours. Each takes a whole picture and leaves its alpha alone."""

import cv2
import numpy as np


def filtered(levels, kernel):
    """OpenCV's filter2D in double precision, with whole numbers in and out."""
    kernel = np.array(kernel, dtype=float)
    return cv2.filter2D(levels.astype(float), cv2.CV_64F, kernel, borderType=cv2.BORDER_REPLICATE)


def with_alpha(levels, picture):
    rgb = np.broadcast_to(np.clip(levels, 0, 255), picture[..., :3].shape)
    return np.concatenate([rgb, picture[..., 3:]], axis=-1)


def sharpen(picture, amount=0):
    hundredths = filtered(picture[..., :3], [[0, -amount, 0], [-amount, 100 + 4 * amount, -amount], [0, -amount, 0]])
    return with_alpha((hundredths + 50) // 100, picture)


def edges(picture, strength=100):
    luma = picture[..., :3].astype(int) @ [299, 587, 114] // 1000
    across, down = (
        cv2.Sobel(luma.astype(float), cv2.CV_64F, dx, 1 - dx, ksize=3, borderType=cv2.BORDER_REPLICATE) for dx in (1, 0)
    )
    return with_alpha(np.rint(cv2.magnitude(across, down) * strength / 100)[..., None], picture)


# Filter: oracle, tolerance in levels, settings.
FILTERS = {
    "edges": (edges, 1, {"typical": {}, "faint": {"strength": 10}, "strong": {"strength": 400}}),
    "sharpen": (sharpen, 0, {"neutral": {}, "typical": {"amount": 35}, "classic": {"amount": 100}, "extreme": {"amount": 200}}),
}
