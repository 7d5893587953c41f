"""Oracles of the filters that blur, with SciPy's Gaussian. Each takes and returns whole pictures."""

import numpy as np
from scipy.ndimage import gaussian_filter


def premultiplied(picture):
    colours, alpha = np.split(picture.astype(float), [3], axis=-1)
    return np.concatenate([colours * alpha / 255, alpha], axis=-1)


def straight(premultiplied_picture):
    """Colours without alpha, in fractions of a level. Where alpha rounds to 0 there is no colour."""
    colours, alpha = np.split(premultiplied_picture, [3], axis=-1)
    colours = np.where(alpha < 0.5, 0, colours) * 255 / np.maximum(alpha, 0.5)
    return np.concatenate([colours, alpha], axis=-1)


def rounded(levels):
    return np.floor(np.clip(levels, 0, 255) + 0.5).astype(np.uint8)


def blurred(picture, sigma):
    """Premultiplied, in fractions of a level, with the outermost pixels continued."""
    return gaussian_filter(picture, (sigma, sigma, 0), mode="nearest")


def gaussian_blur(picture, sigma_px=0):
    if sigma_px == 0:
        return picture
    return rounded(straight(blurred(premultiplied(picture), sigma_px)))


# Filter: oracle, tolerance in levels, settings.
FILTERS = {
    "gaussian-blur": (
        gaussian_blur,
        1,
        {
            "neutral": {},
            "fine": {"sigma_px": 0.7},
            "typical": {"sigma_px": 2},
            "halved-once": {"sigma_px": 2.5},
            "soft": {"sigma_px": 8},
            "wider-than-the-picture": {"sigma_px": 100},
            "extreme": {"sigma_px": 250},
        },
    ),
}
