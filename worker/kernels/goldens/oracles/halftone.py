"""The oracle of halftone."""

import numpy as np

TOLERANCE = 1
SETTINGS = {
    "typical": {},
    "black": {"inks": 1, "spacing_px": 6, "angle_deg": 20},
    "fine": {"spacing_px": 4, "angle_deg": -90},
    "coarse": {"spacing_px": 100, "angle_deg": 10, "inks": 1},
}


def radii(points=4000):
    """Radii for shares from 0 to 1: distances of evenly spread points of a quarter of the square, sorted."""
    side = (np.arange(points) + 0.5) / (2 * points)
    distances = np.sort(np.hypot(side[:, None], side[None, :]).ravel())
    between = np.linspace(0, len(distances), 1 + 255 * 16).astype(int)[1:-1]
    return np.concatenate([[0], (distances[between - 1] + distances[between]) / 2, [np.sqrt(0.5)]])


RADII = radii()


def oracle(picture, spacing_px=8, angle_deg=45, inks=3):
    """In double precision, with areas of circles in squares found by counting points."""
    y, x = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]] + 0.5

    def printed(levels, angle_deg):
        angle = np.deg2rad(angle_deg)
        along = (x * np.cos(angle) + y * np.sin(angle)) / spacing_px
        across = (y * np.cos(angle) - x * np.sin(angle)) / spacing_px
        distance = np.hypot(along - np.rint(along), across - np.rint(across)) * spacing_px
        radius = np.interp(1 - levels / 255, np.linspace(0, 1, len(RADII)), RADII) * spacing_px
        largest = np.sqrt(0.5) * spacing_px
        edge = np.minimum(radius, 0.5) + np.maximum(0.5 - (largest - radius), 0)
        return np.floor(255 * (1 - np.clip(radius + edge - distance, 0, 1)) + 0.5)

    result = picture.copy()
    if inks == 1:
        luma = picture[..., :3].astype(int) @ [299, 587, 114] // 1000
        result[..., :3] = printed(luma, angle_deg)[..., None]
    else:
        for channel, turn in enumerate((-30, 30, -45)):
            result[..., channel] = printed(picture[..., channel].astype(float), angle_deg + turn)
    return result
