"""The oracle of levels."""

from skimage import exposure

from helpers.levels import of_colours, rounded

TOLERANCE = 0
SETTINGS = {
    "neutral": {},
    "typical": {"black": 12, "gamma": 1.2, "white": 240},
    "matte": {"black": 30, "gamma": 0.8, "output_black": 40, "output_white": 215},
    "step": {"black": 128, "white": 1},
    "negative": {"gamma": 10, "output_black": 255, "output_white": 0},
}


@of_colours
def oracle(rgb, black=0, gamma=1, white=255, output_black=0, output_white=255):
    """scikit-image stretches the range and bends it; the rest is the published formula of ImageMagick."""
    white = max(white, black + 1)
    stretched = exposure.rescale_intensity(rgb.astype(float), (black, white), (0, 1))
    bent = exposure.adjust_gamma(stretched, 1 / gamma)
    return rounded(output_black + bent * (output_white - output_black))
