"""Oracles of the filters that choose among neighbours. Each takes a whole picture."""

import cv2
import numpy as np
from PIL import Image, ImageFilter


def premultiplied(choose):
    """Makes a filter of 8-bit channels one of colours times alpha, and divides what comes out by alpha again."""

    def run(picture, **values):
        levels, alpha = picture[..., :3].astype(int), picture[..., 3:].astype(int)
        product = np.concatenate([np.rint(levels * alpha / 255), alpha], axis=-1).astype(np.uint8)
        chosen = choose(product, **values).astype(int)
        levels, alpha = chosen[..., :3], chosen[..., 3:]
        straight = np.where(alpha > 0, (2 * 255 * levels + alpha) // (2 * np.maximum(alpha, 1)), 0)
        return np.concatenate([straight, alpha], axis=-1)

    return run


def median(picture, radius_px=1):
    side = 2 * radius_px + 1
    golden = cv2.medianBlur(picture, side)
    pillow = [Image.fromarray(channel).filter(ImageFilter.MedianFilter(side)) for channel in np.moveaxis(picture, -1, 0).copy()]
    assert np.array_equal(golden, np.stack(pillow, axis=-1)), "OpenCV and Pillow disagree"
    return golden


def square(operation):
    """Erodes or dilates; what is not changed is not multiplied either."""

    def choose(picture, radius_px):
        side = 2 * radius_px + 1
        return operation(picture, np.ones((side, side), np.uint8), borderType=cv2.BORDER_REPLICATE)

    return lambda picture, radius_px=0: premultiplied(choose)(picture, radius_px=radius_px) if radius_px else picture


def oil_paint(picture, radius_px=4):
    """Kuwahara's filter: of four squares with a corner in the pixel, the mean of the one that varies least."""
    height, width, _ = picture.shape
    wide = np.pad(picture.astype(int), [(radius_px, radius_px), (radius_px, radius_px), (0, 0)], mode="edge")
    # From the upper left corner of each square.
    squares = np.lib.stride_tricks.sliding_window_view(wide, (radius_px + 1, radius_px + 1), axis=(0, 1))
    squares = squares.reshape(*squares.shape[:3], -1)
    count = squares.shape[-1]
    sums = squares.sum(axis=-1)
    variation = (count * (squares**2).sum(axis=-1) - sums**2).sum(axis=-1)
    corners = [(y, x) for y in (0, radius_px) for x in (0, radius_px)]
    of_each = [variation[y : y + height, x : x + width] for y, x in corners]
    least = np.argmin(of_each, axis=0)[..., None]
    means = [(2 * sums[y : y + height, x : x + width] + count) // (2 * count) for y, x in corners]
    return np.choose(least, means)


def smooth_skin(picture, radius_px=5, threshold=0):
    """The bilateral filter of four channels; of opaque pictures it must be OpenCV's."""
    if threshold == 0:
        return picture
    levels, alpha = picture[..., :3].astype(int), picture[..., 3:].astype(int)
    product = np.concatenate([np.rint(levels * alpha / 255), alpha], axis=-1)
    height, width, _ = product.shape
    wide = np.pad(product, [(radius_px, radius_px), (radius_px, radius_px), (0, 0)], mode="edge")
    sums, weights = np.zeros_like(product), np.zeros((height, width, 1))
    for y in range(-radius_px, radius_px + 1):
        for x in range(-radius_px, radius_px + 1):
            if y * y + x * x > radius_px * radius_px:
                continue
            near = wide[radius_px + y :, radius_px + x :][:height, :width]
            distance = np.abs(near - product).sum(axis=-1, keepdims=True)
            weight = np.exp(-(y * y + x * x) / (2 * (radius_px / 2) ** 2) - distance**2 / (2 * threshold**2))
            sums += weight * near
            weights += weight
    means = sums / weights
    golden = np.concatenate([means[..., :3] * 255 / np.maximum(means[..., 3:], 1e-9), means[..., 3:]], axis=-1)
    golden = np.where(np.rint(golden[..., 3:]) > 0, np.rint(golden), 0)
    if np.all(alpha == 255):
        rgb = np.ascontiguousarray(picture[..., :3])
        theirs = cv2.bilateralFilter(rgb, 2 * radius_px + 1, threshold, radius_px / 2, borderType=cv2.BORDER_REPLICATE)
        assert np.abs(golden[..., :3] - theirs).max() <= 1, "OpenCV disagrees"
    return golden


# Filter: oracle, tolerance in levels, settings.
SQUARES = {"neutral": {}, "typical": {"radius_px": 1}, "wide": {"radius_px": 5}, "extreme": {"radius_px": 20}}
FILTERS = {
    "dilate": (square(cv2.dilate), 0, SQUARES),
    "erode": (square(cv2.erode), 0, SQUARES),
    "median": (
        premultiplied(median),
        0,
        {"typical": {}, "wider": {"radius_px": 2}, "wide": {"radius_px": 7}, "extreme": {"radius_px": 20}},
    ),
    "oil-paint": (
        premultiplied(oil_paint),
        0,
        {"typical": {}, "fine": {"radius_px": 1}, "wide": {"radius_px": 9}, "extreme": {"radius_px": 15}},
    ),
    "smooth-skin": (
        smooth_skin,
        1,
        {
            "neutral": {},
            "typical": {"threshold": 40},
            "narrow": {"radius_px": 1, "threshold": 8},
            "extreme": {"radius_px": 12, "threshold": 150},
        },
    ),
}
