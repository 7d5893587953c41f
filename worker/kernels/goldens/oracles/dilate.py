"""The oracle of dilate."""

import cv2

from helpers.rank import SQUARES, square

TOLERANCE = 0
SETTINGS = SQUARES


oracle = square(cv2.dilate)
