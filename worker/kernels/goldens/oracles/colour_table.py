"""The oracle of colour-table, and its tables: small files in all the ways that files are written."""

from pathlib import Path

import numpy as np
import PyOpenColorIO as ocio

from helpers.levels import of_colours, rounded

TOLERANCE = 1
SETTINGS = {
    "neutral": {"cube": "identity"},
    "film": {"cube": "film"},
    "wild": {"cube": "wild"},
    "curves": {"cube": "curves"},
}
CUBES = Path(__file__).parent.parent / "cubes"


def grid(side, colours, low=0, high=1):
    """The points of a grid, red fastest: what `colours` makes of (n, 3) colours in the domain."""
    steps = np.linspace(low, high, side)
    b, g, r = np.meshgrid(steps, steps, steps, indexing="ij")
    return colours(np.stack([r, g, b], axis=-1).reshape(-1, 3))


def film(rgb):
    """Teal shadows and warm highlights under an S curve, some of it out of range."""
    luma = rgb @ np.array([0.3, 0.6, 0.1])
    bent = rgb + 0.25 * np.sin((rgb - 0.5) * np.pi) * (1 - rgb) ** 0.5
    tint = np.stack([luma - 0.4, 0.3 * (luma - luma**2), 0.4 - luma], axis=-1)
    return 1.08 * bent + 0.2 * tint - 0.03


def write(name, head, points, digits=6, ends="\n"):
    lines = head + [" ".join(f"{level:.{digits}f}" for level in point) for point in points]
    CUBES.mkdir(exist_ok=True)
    (CUBES / f"{name}.cube").write_bytes((ends.join(lines) + ends).encode())


def write_all():
    rng = np.random.default_rng(3)
    write("identity", ["LUT_3D_SIZE 2"], grid(2, lambda rgb: rgb), 0)
    write("film", ['TITLE "Film"', "", "# Written by make.py", "LUT_3D_SIZE 7"], grid(7, film), ends="\r\n")
    domain = ["LUT_3D_SIZE 4", "DOMAIN_MIN -0.2 0 0.1", "DOMAIN_MAX 1.3 0.9 1"]
    write("wild", domain, rng.uniform(-0.5, 1.5, (64, 3)), 4)
    curve = np.linspace(0, 1, 11)[:, None] ** [0.5, 1, 2] * [1, -1.2, 1] + [0, 1.1, 0]
    write("curves", ["LUT_1D_SIZE 11", "DOMAIN_MIN 0 0.2 0", "DOMAIN_MAX 1 1 0.8"], curve, 5)


@of_colours
def oracle(rgb, cube=None):
    if cube is None:
        return rgb
    file = ocio.FileTransform(str(CUBES / f"{cube}.cube"), interpolation=ocio.INTERP_TETRAHEDRAL)
    if "LUT_1D" in (CUBES / f"{cube}.cube").read_text():
        file.setInterpolation(ocio.INTERP_LINEAR)
    processor = ocio.Config.CreateRaw().getProcessor(file).getOptimizedCPUProcessor(ocio.OPTIMIZATION_LOSSLESS)
    found = np.ascontiguousarray(rgb / 255, dtype=np.float32)
    processor.applyRGB(found)
    return rounded(255.0 * found)


write_all()
