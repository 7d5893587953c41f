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


def around(picture, sigma_px):
    """Colours, and those of the blurred picture."""
    return picture[..., :3].astype(float), straight(blurred(premultiplied(picture), sigma_px))[..., :3]


def with_alpha(colours, picture):
    """Where there is any; elsewhere the picture stays."""
    changed = np.concatenate([rounded(colours), picture[..., 3:]], axis=-1)
    return np.where(picture[..., 3:] == 0, picture, changed)


def unsharp_mask(picture, amount=0, sigma_px=1.5, threshold=0):
    level, blur = around(picture, sigma_px)
    difference = level - blur
    if threshold:
        # A step: nothing may be so near to it that it could fall on either side.
        near = np.abs(np.abs(difference) - threshold) < 0.02
        assert not near[picture[..., 3] > 0].any()
    difference[np.abs(difference) <= threshold] = 0
    return with_alpha(level + amount / 100 * difference, picture)


def clarity(picture, amount=0, sigma_px=30, high_pass=0):
    level, blur = around(picture, sigma_px)
    g = blur / 255
    clear = level + amount / 100 * 4 * g * (1 - g) * (level - blur)
    h = high_pass / 100
    return with_alpha((1 - h) * clear + h * (127.5 + level - blur), picture)


# Filter: oracle, tolerance in levels, settings.
FILTERS = {
    "clarity": (
        clarity,
        1,
        {
            "neutral": {},
            "typical": {"amount": 40},
            "veiled": {"amount": -100, "sigma_px": 3},
            "extreme": {"amount": 100, "sigma_px": 250},
            "high-pass": {"sigma_px": 4, "high_pass": 100},
            "both": {"amount": 70, "sigma_px": 10, "high_pass": 40},
        },
    ),
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
    "unsharp-mask": (
        unsharp_mask,
        1,
        {
            "neutral": {},
            "typical": {"amount": 80},
            "fine": {"amount": 150, "sigma_px": 0.6, "threshold": 15},
            "broad": {"amount": 60, "sigma_px": 12},
            "extreme": {"amount": 500, "sigma_px": 2.3},
        },
    ),
}
