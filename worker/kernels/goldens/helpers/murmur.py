"""The numbers that grain and dither are made of."""

import numpy as np


def mixed(number):
    """The finaliser of MurmurHash3, modulo 2³²."""
    number = np.asarray(number, dtype=object)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1)):
        number = (number ^ (number >> shift)) * factor % 2**32
    return number
