"""The oracle of local-contrast."""

import cv2

from helpers.levels import of_colours

TOLERANCE = 1
SETTINGS = {"typical": {}, "mild": {"limit": 1.3}, "hard": {"limit": 10}}


@of_colours
def oracle(rgb, limit=2):
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2Lab)
    lab[..., 0] = cv2.createCLAHE(limit, (8, 8)).apply(lab[..., 0])
    return cv2.cvtColor(lab, cv2.COLOR_Lab2RGB)
