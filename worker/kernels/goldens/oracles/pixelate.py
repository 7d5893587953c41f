"""The oracle of pixelate."""

import numpy as np

TOLERANCE = 1
SETTINGS = {"neutral": {}, "typical": {"size_px": 8}, "odd": {"size_px": 5}, "extreme": {"size_px": 200}}


def oracle(picture, size_px=1):
    height, width = picture.shape[:2]
    result = picture.copy()
    if size_px == 1:
        return result
    for y in range(0, height, size_px):
        for x in range(0, width, size_px):
            square = picture[y : y + size_px, x : x + size_px].reshape(-1, 4).astype(float)
            alpha = square[:, 3].mean()
            colour = (square[:, :3] * square[:, 3:]).mean(axis=0) / max(alpha, 0.5)
            mean = np.append(colour, alpha) if alpha >= 0.5 else np.zeros(4)
            result[y : y + size_px, x : x + size_px] = np.floor(mean + 0.5)
    return result
