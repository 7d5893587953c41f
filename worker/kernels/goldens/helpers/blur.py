"""SciPy's Gaussian on colours times alpha."""

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


def around(picture, sigma_px):
    """Colours, and those of the blurred picture."""
    return picture[..., :3].astype(float), straight(blurred(premultiplied(picture), sigma_px))[..., :3]


def with_alpha(colours, picture):
    """Where there is any; elsewhere the picture stays."""
    changed = np.concatenate([rounded(colours), picture[..., 3:]], axis=-1)
    return np.where(picture[..., 3:] == 0, picture, changed)
