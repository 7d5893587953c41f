"""Oracles of the filters that measure the picture first. Each takes the whole picture's colours."""

import cv2
import numpy as np
from PIL import Image, ImageOps


def auto_contrast(rgb, cut_blacks=0.5, cut_whites=0.5, keep_colours=0):
    picture = Image.fromarray(rgb)
    return np.asarray(ImageOps.autocontrast(picture, (cut_blacks, cut_whites), preserve_tone=bool(keep_colours)))


def equalize(rgb):
    """The luma is OpenCV's. It is moved in all channels alike, with which OpenCV's own way back must agree."""
    coded = cv2.cvtColor(rgb, cv2.COLOR_RGB2YCrCb)
    luma = coded[..., 0]
    change = cv2.equalizeHist(luma).astype(int) - luma
    result = np.clip(rgb + change[..., None], 0, 255)
    coded[..., 0] = luma + change
    apart = np.abs(cv2.cvtColor(coded, cv2.COLOR_YCrCb2RGB) - result)
    assert apart.max() <= 1, "OpenCV rounds Cr and Cb"
    return result


def local_contrast(rgb, limit=2):
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2Lab)
    lab[..., 0] = cv2.createCLAHE(limit, (8, 8)).apply(lab[..., 0])
    return cv2.cvtColor(lab, cv2.COLOR_Lab2RGB)


# Filter: oracle, tolerance in levels, settings.
FILTERS = {
    "auto-contrast": (
        auto_contrast,
        0,
        {
            "typical": {},
            "no-cut": {"cut_blacks": 0, "cut_whites": 0},
            "hard": {"cut_blacks": 10, "cut_whites": 2.3},
            "kept": {"keep_colours": 1, "cut_whites": 5},
        },
    ),
    "equalize": (equalize, 0, {"plain": {}}),
    "local-contrast": (
        local_contrast,
        1,
        {"typical": {}, "mild": {"limit": 1.3}, "hard": {"limit": 10}},
    ),
}
