"""Filters of 8-bit channels, on colours times alpha."""

import cv2
import numpy as np

SQUARES = {"neutral": {}, "typical": {"radius_px": 1}, "wide": {"radius_px": 5}, "extreme": {"radius_px": 20}}


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


def square(operation):
    """Erodes or dilates; what is not changed is not multiplied either."""

    def choose(picture, radius_px):
        side = 2 * radius_px + 1
        return operation(picture, np.ones((side, side), np.uint8), borderType=cv2.BORDER_REPLICATE)

    return lambda picture, radius_px=0: premultiplied(choose)(picture, radius_px=radius_px) if radius_px else picture
