"""The oracle of bloom."""

import numpy as np

from helpers.blur import blurred, with_alpha

TOLERANCE = 1
SETTINGS = {
    "neutral": {},
    "typical": {"amount": 60, "sigma_px": 4},
    "wide": {"amount": 100, "sigma_px": 40, "threshold": 90},
    "extreme": {"amount": 200, "sigma_px": 1, "threshold": 0},
}


def oracle(picture, amount=0, sigma_px=25, threshold=170):
    if amount == 0:
        return picture
    level, alpha = picture[..., :3].astype(float), picture[..., 3:] / 255
    luma = picture[..., :3].astype(int) @ [77, 150, 29] // 256
    t = np.clip((luma - threshold) / max(255 - threshold, 1), 0, 1)[..., None]
    glow = np.minimum(amount / 100 * blurred(level * t * alpha, sigma_px), 255)
    return with_alpha(level + glow / 255 * (255 - level), picture)
