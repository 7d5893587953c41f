"""The oracle of dither."""

import numpy as np

from helpers.murmur import mixed

TOLERANCE = 0
SETTINGS = {
    "typical": {},
    "ordered": {"diffusion": 0},
    "fine": {"levels": 16},
    "odd": {"levels": 3},
    "fine-ordered": {"levels": 16, "diffusion": 0},
}


def ordered(picture, steps):
    """The matrix as it is usually defined, from that of half the size."""
    matrix = np.zeros((1, 1), dtype=int)
    for _ in range(3):
        matrix = np.block([[4 * matrix, 4 * matrix + 2], [4 * matrix + 3, 4 * matrix + 1]])
    y, x = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]] % 8
    below, beyond = np.divmod(picture[..., :3].astype(int) * steps, 255)
    return below + (128 * beyond > 255 * (2 * matrix[y, x] + 1)[..., None])


def diffused(picture, steps):
    """Tile by tile and pixel by pixel, from the definition in dither/diffusion.rs."""
    height, width = picture.shape[:2]
    chosen = np.zeros((height, width, 3), dtype=int)
    wants = (2 * 1024 * steps * picture[..., :3].astype(int) + 255) // 510

    def random(row, columns, flip=0):
        return mixed(mixed((row % 2**32) ^ flip) ^ np.array(columns % 2**32, dtype=object))

    for top in range(0, height, 64):
        for left in range(0, width, 64):
            columns = np.arange(left - 16, left + 72)
            errors = np.zeros((2, len(columns) + 2, 3), dtype=int)
            errors[1, 1:-1] = (random(top - 16, columns, 2**31) // 2**22 - 512).astype(int)[:, None]
            for row in range(top - 16, min(top + 64, height)):
                errors = np.stack([errors[1], np.zeros_like(errors[0])])
                numbers = (5 * (random(row, columns) // 2**20 - 2048) // 64).astype(int)
                for k, column in enumerate(columns):
                    want = wants[np.clip(row, 0, height - 1), np.clip(column, 0, width - 1)] + errors[0, k + 1]
                    step = np.clip((want + numbers[k] + 512) // 1024, 0, steps)
                    error = want - 1024 * step
                    right, under_left, under = 7 * error // 16, 3 * error // 16, 5 * error // 16
                    errors[0, k + 2] += right
                    errors[1, k : k + 3] += [under_left, under, error - right - under_left - under]
                    if row >= top and left <= column < min(left + 64, width):
                        chosen[row, column] = step
    return chosen


def oracle(picture, levels=2, diffusion=1):
    steps = levels - 1
    chosen = diffused(picture, steps) if diffusion else ordered(picture, steps)
    picture = picture.copy()
    picture[..., :3] = (510 * chosen + steps) // (2 * steps)
    return picture
