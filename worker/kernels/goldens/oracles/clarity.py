"""The oracle of clarity."""

from helpers.blur import around, with_alpha

TOLERANCE = 1
SETTINGS = {
    "neutral": {},
    "typical": {"amount": 40},
    "veiled": {"amount": -100, "sigma_px": 3},
    "extreme": {"amount": 100, "sigma_px": 250},
    "high-pass": {"sigma_px": 4, "high_pass": 100},
    "both": {"amount": 70, "sigma_px": 10, "high_pass": 40},
}


def oracle(picture, amount=0, sigma_px=30, high_pass=0):
    level, blur = around(picture, sigma_px)
    g = blur / 255
    clear = level + amount / 100 * 4 * g * (1 - g) * (level - blur)
    h = high_pass / 100
    return with_alpha((1 - h) * clear + h * (127.5 + level - blur), picture)
