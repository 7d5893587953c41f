"""The oracle of gaussian-blur."""

from helpers.blur import blurred, premultiplied, rounded, straight

TOLERANCE = 1
SETTINGS = {
    "neutral": {},
    "fine": {"sigma_px": 0.7},
    "typical": {"sigma_px": 2},
    "halved-once": {"sigma_px": 2.5},
    "soft": {"sigma_px": 8},
    "wider-than-the-picture": {"sigma_px": 100},
    "extreme": {"sigma_px": 250},
}


def oracle(picture, sigma_px=0):
    if sigma_px == 0:
        return picture
    return rounded(straight(blurred(premultiplied(picture), sigma_px)))
