"""The oracle of crop."""

TOLERANCE = 0
SETTINGS = {
    "neutral": {},
    "typical": {"left": 12.5, "top": 3.13, "right": 20, "bottom": 30.07},
    "extreme": {"left": 100, "top": 99.99, "right": 100, "bottom": 50},
}


def oracle(picture, left=0, top=0, right=0, bottom=0):
    """In whole numbers: percents are hundredths, and halves of a pixel go up."""

    def pixels(percent, length):
        hundredths = round(percent * 100)
        return (2 * length * hundredths + 10_000) // 20_000

    height, width = picture.shape[:2]
    x, y = min(pixels(left, width), width - 1), min(pixels(top, height), height - 1)
    across = max(width - pixels(right, width), x + 1)
    down = max(height - pixels(bottom, height), y + 1)
    return picture[y:down, x:across]
