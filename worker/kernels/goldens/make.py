"""Makes the golden images: small inputs, and what each filter must make of them.

The filters are written here a second time, from their published definitions and with another
language's arithmetic, so that a mistake in one place does not agree with itself in the other. Where
another implementation has the filter, it is the golden image, or the script stops if it disagrees.

    pip install -r requirements.txt && python make.py

writes a folder of PNGs for each filter beside itself, a folder of colour tables, and vectors.rs, the list that the tests iterate.
"""

from pathlib import Path

import numpy as np
from PIL import Image

import blur_filters
import colour_filters
import convolutions
import effects
import geometry_filters
import measured_filters
import rank_filters
import screens
import table_filters
import tone_filters

HERE = Path(__file__).parent


def of_colours(filters):
    """Oracles that take colours as (…, 3) bytes become ones that take whole pixels, and leave alpha alone."""

    def with_alpha(oracle):
        def run(picture, **values):
            rgb = oracle(picture[..., :3], **values)
            assert rgb.shape == picture[..., :3].shape
            return np.concatenate([rgb, picture[..., 3:]], axis=-1)

        return run

    return {name: (with_alpha(oracle), *rest) for name, (oracle, *rest) in filters.items()}


# What each takes and returns is described where it is imported from.
FILTERS = (
    of_colours(tone_filters.FILTERS | colour_filters.FILTERS | effects.FILTERS)
    | of_colours(measured_filters.FILTERS | table_filters.FILTERS)
    | blur_filters.FILTERS
    | convolutions.FILTERS
    | geometry_filters.FILTERS
    | rank_filters.FILTERS
    | screens.FILTERS
)


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


INPUTS = {"alpha": alpha, "line": line, "noise": noise, "photo": photo}


def save(name, picture):
    path = HERE / f"{name}.png"
    path.parent.mkdir(exist_ok=True)
    Image.fromarray(picture).save(path, optimize=True)


def expected(oracle, picture, values):
    """The golden image: what the oracle makes of a picture of (height, width, 4) bytes; the size may change."""
    golden = oracle(picture, **values)
    assert golden.ndim == 3 and golden.shape[2] == 4 and golden.min() >= 0 and golden.max() <= 255
    return golden.astype(np.uint8)


def main():
    pictures = {name: make() for name, make in INPUTS.items()}
    for name, picture in pictures.items():
        save(name, picture)
    lines = []
    for filter_name in sorted(FILTERS):
        oracle, tolerance, settings = FILTERS[filter_name]
        for setting, values in settings.items():
            for input_name, picture in pictures.items():
                golden = expected(oracle, picture, values)
                name = f"{filter_name}/{setting}-{input_name}"
                if setting == "neutral":
                    assert np.array_equal(golden, picture), f"{name} is not neutral"
                    name = input_name
                save(name, golden)
                numbers = ", ".join(f'("{id}", {float(value)})' for id, value in values.items() if id != "cube")
                cube = f', "{values["cube"]}"' if "cube" in values else ""
                lines.append(f'    ("{filter_name}", "{input_name}", "{name}", {tolerance}, &[{numbers}]{cube}),\n')
    head = "// Written by make.py: filter, input, golden image, tolerance in levels, values that are not the default, table of colours.\n"
    (HERE / "vectors.rs").write_text(head + "cases! {\n" + "".join(lines) + "}\n")


if __name__ == "__main__":
    main()
