"""Rounding, and oracles that only see colours."""

from fractions import Fraction

import numpy as np


def rounded(levels):
    """To the nearest level, halves up, cut to the range."""
    return np.clip(np.floor(levels + 0.5), 0, 255)


def linear(rgb, slope, intercept):
    """feFuncR type="linear" of Filter Effects Module Level 1, in exact fractions: many results lie half-way."""
    table = [(slope * Fraction(level, 255) + intercept) * 255 for level in range(256)]
    return rounded(np.array([float(value) for value in table])[rgb])


def of_colours(oracle):
    """Makes an oracle of colours, (…, 3) bytes, one of whole pictures, and leaves their alpha alone."""

    def run(picture, **values):
        rgb = oracle(picture[..., :3], **values)
        assert rgb.shape == picture[..., :3].shape
        return np.concatenate([rgb, picture[..., 3:]], axis=-1)

    return run
