"""Oracles of the filters that draw with squares, dots and few levels. Each takes a whole picture."""

import numpy as np

from effects import mixed


def pixelate(picture, size_px=1):
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


def dither(picture, levels=2, diffusion=1):
    steps = levels - 1
    chosen = diffused(picture, steps) if diffusion else ordered(picture, steps)
    picture = picture.copy()
    picture[..., :3] = (510 * chosen + steps) // (2 * steps)
    return picture


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


def halftone(picture, spacing_px=8, angle_deg=45, inks=3):
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


def radii(points=4000):
    """Radii for shares from 0 to 1: distances of evenly spread points of a quarter of the square, sorted."""
    side = (np.arange(points) + 0.5) / (2 * points)
    distances = np.sort(np.hypot(side[:, None], side[None, :]).ravel())
    between = np.linspace(0, len(distances), 1 + 255 * 16).astype(int)[1:-1]
    return np.concatenate([[0], (distances[between - 1] + distances[between]) / 2, [np.sqrt(0.5)]])


RADII = radii()

# Filter: oracle, tolerance in levels, settings.
FILTERS = {
    "dither": (
        dither,
        0,
        {
            "typical": {},
            "ordered": {"diffusion": 0},
            "fine": {"levels": 16},
            "odd": {"levels": 3},
            "fine-ordered": {"levels": 16, "diffusion": 0},
        },
    ),
    "halftone": (
        halftone,
        1,
        {
            "typical": {},
            "black": {"inks": 1, "spacing_px": 6, "angle_deg": 20},
            "fine": {"spacing_px": 4, "angle_deg": -90},
            "coarse": {"spacing_px": 100, "angle_deg": 10, "inks": 1},
        },
    ),
    "pixelate": (pixelate, 1, {"neutral": {}, "typical": {"size_px": 8}, "odd": {"size_px": 5}, "extreme": {"size_px": 200}}),
}
