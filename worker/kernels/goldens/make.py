"""Makes the golden images: small inputs, and what each filter must make of them.

The filters are written here a second time, from their published definitions and with another
language's arithmetic, so that a mistake in one place does not agree with itself in the other. Where
Pillow has the filter, the script also stops if Pillow disagrees by more than the definition allows.

    pip install -r requirements.txt && python make.py

writes the PNGs beside itself, and vectors.rs, the list that the tests iterate.
"""

from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

HERE = Path(__file__).parent


def photo():
    """Sky, sun, hills and sharp edges: smooth parts and steps in all three channels."""
    height, width = 48, 64
    y, x = np.mgrid[0:height, 0:width]
    rng = np.random.default_rng(1)
    picture = np.stack([70 + 2 * y, 110 + 2 * y, 220 - y], axis=-1).astype(float)
    sun = (x - 46) ** 2 + (y - 12) ** 2 < 60
    picture[sun] = [255, 236, 160]
    hill = y > 30 + 5 * np.sin(x / 7)
    picture[hill] = np.stack([40 + x, 90 + x // 2, 30 + y // 2], axis=-1)[hill]
    picture[34:44, 8:20] = [170, 30, 40]
    picture[36:42:2, 10:18:2] = [250, 250, 240]
    picture += rng.normal(0, 3, picture.shape)
    return opaque(np.clip(np.rint(picture), 0, 255))


def noise():
    return np.random.default_rng(2).integers(0, 256, (31, 33, 4), dtype=np.uint8)


def alpha():
    """Every alpha from 0 to 255 over colours that run the other way, so that colour under alpha 0 counts."""
    ramp = np.arange(256, dtype=np.uint8).reshape(8, 32)
    return np.stack([255 - ramp, ramp[::-1], np.roll(ramp, 85), ramp], axis=-1)


def line():
    """One pixel wide; and the corners of the colour cube."""
    corners = np.array([[r, g, b] for r in (0, 255) for g in (0, 255) for b in (0, 255)])
    greys = np.repeat(np.arange(0, 256, 15)[:, None], 3, axis=1)
    return opaque(np.concatenate([corners, greys])[:, None, :])


def opaque(rgb):
    rgb = rgb.astype(np.uint8)
    return np.concatenate([rgb, np.full_like(rgb[..., :1], 255)], axis=-1)


def with_colours(picture, rgb):
    return np.concatenate([np.broadcast_to(rgb, picture[..., :3].shape), picture[..., 3:]], axis=-1).astype(np.uint8)


def matrix(picture, rows):
    """Rows of thousandths, in exact integers, cut at white and rounded down."""
    sums = picture[..., :3].astype(np.int64) @ np.array(rows, dtype=np.int64).T
    return with_colours(picture, np.minimum(sums, 255_000) // 1000)


def grayscale(picture):
    result = matrix(picture, [[299, 587, 114]] * 3)
    pillow = np.asarray(Image.fromarray(picture[..., :3]).convert("L")).astype(int)
    above = pillow - result[..., 0]
    assert above.min() >= 0 and above.max() <= 1, "Pillow rounds, the definition cuts off"
    return result


def invert(picture):
    result = with_colours(picture, 255 - picture[..., :3])
    pillow = np.asarray(ImageOps.invert(Image.fromarray(picture[..., :3])))
    assert (pillow == result[..., :3]).all()
    return result


def sepia(picture):
    return matrix(picture, [[393, 769, 189], [349, 686, 168], [272, 534, 131]])


INPUTS = {"photo": photo, "noise": noise, "alpha": alpha, "line": line}
FILTERS = {"grayscale": grayscale, "invert": invert, "sepia": sepia}


def save(name, picture):
    Image.fromarray(picture).save(HERE / f"{name}.png", optimize=True)


def main():
    cases = []
    for input_name, make in INPUTS.items():
        picture = make()
        save(input_name, picture)
        for filter_name, apply in FILTERS.items():
            name = f"{filter_name}-{input_name}"
            save(name, apply(picture))
            cases.append((filter_name, input_name, name))
    lines = ["// Written by make.py: filter, input, expected.\n", "&[\n"]
    for filter_name, input_name, name in sorted(cases):
        lines.append("    Case {\n")
        lines.append(f'        filter: "{filter_name}",\n')
        lines.append(f'        name: "{name}",\n')
        lines.append(f'        input: include_bytes!("{input_name}.png"),\n')
        lines.append(f'        expected: include_bytes!("{name}.png"),\n')
        lines.append("    },\n")
    lines.append("]\n")
    (HERE / "vectors.rs").write_text("".join(lines))


if __name__ == "__main__":
    main()
