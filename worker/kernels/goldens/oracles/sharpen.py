"""The oracle of sharpen."""

from helpers.convolution import filtered, with_alpha

TOLERANCE = 0
SETTINGS = {"neutral": {}, "typical": {"amount": 35}, "classic": {"amount": 100}, "extreme": {"amount": 200}}


def oracle(picture, amount=0):
    hundredths = filtered(picture[..., :3], [[0, -amount, 0], [-amount, 100 + 4 * amount, -amount], [0, -amount, 0]])
    return with_alpha((hundredths + 50) // 100, picture)
