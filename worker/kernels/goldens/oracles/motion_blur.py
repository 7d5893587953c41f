"""The oracle of motion-blur."""

import numpy as np

from helpers.blur import premultiplied, rounded, straight

TOLERANCE = 1
SETTINGS = {
    "neutral": {},
    "short": {"length_px": 1, "angle_deg": 20},
    "typical": {"length_px": 15, "angle_deg": 35},
    "steep": {"length_px": 40, "angle_deg": -70},
    "extreme": {"length_px": 500, "angle_deg": 90},
}


def oracle(picture, length_px=0, angle_deg=0):
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
