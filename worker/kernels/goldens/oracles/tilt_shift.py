"""The oracle of tilt-shift."""

import numpy as np

from helpers.blur import blurred, premultiplied, rounded, straight

TOLERANCE = 1
SETTINGS = {
    "neutral": {},
    "typical": {"sigma_px": 6},
    "turned": {"sigma_px": 12, "position": 70, "angle_deg": -35, "focus": 10, "transition": 60},
    "extreme": {"sigma_px": 100, "angle_deg": 90, "focus": 0, "transition": 1},
}


def oracle(picture, sigma_px=0, position=50, angle_deg=0, focus=15, transition=35):
    if sigma_px == 0:
        return picture
    height, width = picture.shape[:2]
    y, x = np.mgrid[0:height, 0:width] + 0.5
    turned = np.deg2rad(angle_deg)
    d = ((x - width / 2) * np.sin(turned) + (y - position / 100 * height) * np.cos(turned)) / height
    s = np.clip((np.abs(d) - focus / 200) / (transition / 100), 0, 1)
    e = (s * s * (3 - 2 * s))[..., None]
    photo = premultiplied(picture)
    steps = [photo] + [blurred(photo, part * sigma_px) for part in (0.25, 0.5, 1)]
    mixed = sum(np.maximum(0, 1 - np.abs(3 * e - step)) * of_step for step, of_step in enumerate(steps))
    # What is so nearly sharp counts as sharp.
    return np.where(3 * e * 2**14 < 0.5, picture, rounded(straight(mixed)))
