"""The oracle of smooth-skin."""

import cv2
import numpy as np

TOLERANCE = 1
SETTINGS = {
    "neutral": {},
    "typical": {"threshold": 40},
    "narrow": {"radius_px": 1, "threshold": 8},
    "extreme": {"radius_px": 12, "threshold": 150},
}


def oracle(picture, radius_px=5, threshold=0):
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
