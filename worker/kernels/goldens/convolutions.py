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


def emboss(picture, amount=0, angle_deg=135):
    angle = np.deg2rad(angle_deg)
    across, down = np.rint(65536 * amount / 100 * np.sqrt(2) * np.array([-np.cos(angle), np.sin(angle)]))
    slope = np.array([[-1, 0, 1]] * 3)
    kernel = across * slope + down * slope.T
    kernel[1, 1] += 65536
    return with_alpha((filtered(picture[..., :3], kernel) + 32768) // 65536, picture)


def custom_kernel(picture, divisor=1, bias=0, **weights):
    names = np.array([[column + row for column in "abcde"] for row in "12345"])
    kernel = np.vectorize(lambda name: weights.get(name, int(name == "c3")))(names)
    # In halves, so that the sum is whole and rounds down.
    sums = 2 * filtered(picture[..., :3], kernel) + (2 * bias + 1) * divisor
    return with_alpha(sums // (2 * divisor), picture)


def in_rows(first, *rows):
    """Weights by their names; the first row begins at this cell."""
    column, row = first
    return {f"{chr(ord(column) + x)}{int(row) + y}": weight for y, line in enumerate(rows) for x, weight in enumerate(line)}


# Filter: oracle, tolerance in levels, settings.
FILTERS = {
    "custom-kernel": (
        custom_kernel,
        0,
        {
            "neutral": {},
            "typical": {"divisor": 16} | in_rows("b2", (1, 2, 1), (2, 4, 2), (1, 2, 1)),
            "motion": {"divisor": 5, "bias": -20} | in_rows("a1", (1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, 0, 1), (0, 0, 0, 0, 1)),
            "lopsided": {"divisor": 37, "bias": 90}
            | in_rows("a1", (3, -7, 2, 9, -4), (-6, 5, 8, -1, 7), (2, -9, 31, 6, -8), (4, 1, -5, 3, 9), (-2, 8, -3, -6, 5)),
            "extreme": {"divisor": 1000, "bias": 255} | in_rows("a1", *[(100, -100, 100, -100, -100)] * 5),
        },
    ),
    "edges": (edges, 1, {"typical": {}, "faint": {"strength": 10}, "strong": {"strength": 400}}),
    "emboss": (
        emboss,
        0,
        {
            "neutral": {},
            "typical": {"amount": 100},
            "below": {"amount": 60, "angle_deg": -70},
            "extreme": {"amount": 200, "angle_deg": 180},
        },
    ),
    "sharpen": (sharpen, 0, {"neutral": {}, "typical": {"amount": 35}, "classic": {"amount": 100}, "extreme": {"amount": 200}}),
}
