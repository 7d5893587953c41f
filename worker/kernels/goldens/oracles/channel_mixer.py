"""The oracle of channel-mixer."""

from helpers.colours import mixed
from helpers.levels import of_colours

TOLERANCE = 1
SETTINGS = {
    "neutral": {},
    "typical": {"red_from_red": 80, "red_from_green": 20, "green_from_blue": 15, "blue_from_red": -10},
    "swapped": {
        "red_from_red": 0,
        "red_from_green": 100,
        "green_from_green": 0,
        "green_from_blue": 100,
        "blue_from_blue": 0,
        "blue_from_red": 100,
    },
    "extreme": {
        "red_from_red": 200,
        "red_from_green": 200,
        "red_from_blue": 200,
        "green_from_red": -200,
        "green_from_green": 200,
        "blue_from_green": 200,
        "blue_from_blue": -200,
    },
}


@of_colours
def oracle(rgb, **shares):
    names = ["red", "green", "blue"]
    rows = [[shares.get(f"{to}_from_{of}", 100 * (to == of)) / 100 for of in names] for to in names]
    return mixed(rgb, rows)
