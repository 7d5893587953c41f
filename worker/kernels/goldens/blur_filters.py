"""Oracles of the filters that blur, with SciPy's Gaussian and OpenCV's box. Each takes and returns whole pictures."""

import cv2
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


def gaussian_blur(picture, sigma_px=0):
    if sigma_px == 0:
        return picture
    return rounded(straight(blurred(premultiplied(picture), sigma_px)))


def around(picture, sigma_px):
    """Colours, and those of the blurred picture."""
    return picture[..., :3].astype(float), straight(blurred(premultiplied(picture), sigma_px))[..., :3]


def with_alpha(colours, picture):
    """Where there is any; elsewhere the picture stays."""
    changed = np.concatenate([rounded(colours), picture[..., 3:]], axis=-1)
    return np.where(picture[..., 3:] == 0, picture, changed)


def unsharp_mask(picture, amount=0, sigma_px=1.5, threshold=0):
    level, blur = around(picture, sigma_px)
    difference = level - blur
    if threshold:
        # A step: nothing may be so near to it that it could fall on either side.
        near = np.abs(np.abs(difference) - threshold) < 0.02
        assert not near[picture[..., 3] > 0].any()
    difference[np.abs(difference) <= threshold] = 0
    return with_alpha(level + amount / 100 * difference, picture)


def clarity(picture, amount=0, sigma_px=30, high_pass=0):
    level, blur = around(picture, sigma_px)
    g = blur / 255
    clear = level + amount / 100 * 4 * g * (1 - g) * (level - blur)
    h = high_pass / 100
    return with_alpha((1 - h) * clear + h * (127.5 + level - blur), picture)


def box_blur(picture, radius_px=0):
    side = 2 * radius_px + 1
    return picture if radius_px == 0 else rounded(
        straight(cv2.blur(premultiplied(picture), (side, side), borderType=cv2.BORDER_REPLICATE))
    )


def tilt_shift(picture, sigma_px=0, position=50, angle_deg=0, focus=15, transition=35):
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


def bloom(picture, amount=0, sigma_px=25, threshold=170):
    if amount == 0:
        return picture
    level, alpha = picture[..., :3].astype(float), picture[..., 3:] / 255
    luma = picture[..., :3].astype(int) @ [77, 150, 29] // 256
    t = np.clip((luma - threshold) / max(255 - threshold, 1), 0, 1)[..., None]
    glow = np.minimum(amount / 100 * blurred(level * t * alpha, sigma_px), 255)
    return with_alpha(level + glow / 255 * (255 - level), picture)


def motion_blur(picture, length_px=0, angle_deg=0):
    if length_px == 0:
        return picture
    sin, cos = np.sin(np.deg2rad(angle_deg)), np.cos(np.deg2rad(angle_deg))
    is_flat = abs(cos) >= abs(sin)
    half = length_px * max(abs(cos), abs(sin)) / 2
    slope = -sin / cos if is_flat else -cos / sin
    whole = int(half)
    count = 2 * whole + 1
    far = 2 * (whole + 2) + 2
    photo = np.pad(premultiplied(picture), ((far, far), (far, far), (0, 0)), mode="edge")
    if not is_flat:
        photo = photo.transpose(1, 0, 2)

    def sample(of, at):
        """`at` columns to the right, and as far down as the line is there. What comes in at the ends is not used."""
        down = int(np.floor(at * slope))
        part = at * slope - down
        moved = [np.roll(of, (-down - more, -at), axis=(0, 1)) for more in (0, 1)]
        return (1 - part) * moved[0] + part * moved[1]

    # Runs of this length need the fewest sums.
    length = min(range(1, count + 1), key=lambda n: count if n == 1 else n + count // n + count % n)
    run = photo if length == 1 else sum(sample(photo, at) for at in range(length))
    first = -whole + count % length // 2
    end = first + count // length * length
    total = sum(sample(run, at) for at in range(first, end, length))
    total = total + sum(sample(photo, at) for at in [*range(-whole, first), *range(end, whole + 1)])
    total = total + (half - whole) * sum(sample(photo, at) for at in (-whole - 1, whole + 1))
    if not is_flat:
        total = total.transpose(1, 0, 2)
    return rounded(straight(total[far:-far, far:-far] / (2 * half + 1)))


# Filter: oracle, tolerance in levels, settings.
FILTERS = {
    "bloom": (
        bloom,
        1,
        {
            "neutral": {},
            "typical": {"amount": 60, "sigma_px": 4},
            "wide": {"amount": 100, "sigma_px": 40, "threshold": 90},
            "extreme": {"amount": 200, "sigma_px": 1, "threshold": 0},
        },
    ),
    "box-blur": (
        box_blur,
        1,
        {"neutral": {}, "fine": {"radius_px": 1}, "typical": {"radius_px": 6}, "extreme": {"radius_px": 250}},
    ),
    "clarity": (
        clarity,
        1,
        {
            "neutral": {},
            "typical": {"amount": 40},
            "veiled": {"amount": -100, "sigma_px": 3},
            "extreme": {"amount": 100, "sigma_px": 250},
            "high-pass": {"sigma_px": 4, "high_pass": 100},
            "both": {"amount": 70, "sigma_px": 10, "high_pass": 40},
        },
    ),
    "gaussian-blur": (
        gaussian_blur,
        1,
        {
            "neutral": {},
            "fine": {"sigma_px": 0.7},
            "typical": {"sigma_px": 2},
            "halved-once": {"sigma_px": 2.5},
            "soft": {"sigma_px": 8},
            "wider-than-the-picture": {"sigma_px": 100},
            "extreme": {"sigma_px": 250},
        },
    ),
    "motion-blur": (
        motion_blur,
        1,
        {
            "neutral": {},
            "short": {"length_px": 1, "angle_deg": 20},
            "typical": {"length_px": 15, "angle_deg": 35},
            "steep": {"length_px": 40, "angle_deg": -70},
            "extreme": {"length_px": 500, "angle_deg": 90},
        },
    ),
    "tilt-shift": (
        tilt_shift,
        1,
        {
            "neutral": {},
            "typical": {"sigma_px": 6},
            "turned": {"sigma_px": 12, "position": 70, "angle_deg": -35, "focus": 10, "transition": 60},
            "extreme": {"sigma_px": 100, "angle_deg": 90, "focus": 0, "transition": 1},
        },
    ),
    "unsharp-mask": (
        unsharp_mask,
        1,
        {
            "neutral": {},
            "typical": {"amount": 80},
            "fine": {"amount": 150, "sigma_px": 0.6, "threshold": 15},
            "broad": {"amount": 60, "sigma_px": 12},
            "extreme": {"amount": 500, "sigma_px": 2.3},
        },
    ),
}
