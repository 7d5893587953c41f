"""Makes the golden images: small inputs, and what each filter must make of them.

Each filter is written a second time in `oracles/`, from its published definition and with another language's
arithmetic, so that a mistake in one place does not agree with itself in the other. Where another implementation has the
filter, it is the golden image, or the oracle stops if it disagrees. An oracle is found by its filter's name and has

    TOLERANCE = 1                                            levels that a result may be apart
    SETTINGS = {"neutral": {}, "typical": {"amount": 20}}    name of a golden image: what is not at its default
    def oracle(picture, amount=0): ...                       (height, width, 4) bytes to the same; the size may change

A setting named "neutral" must change nothing, and needs no images of its own.

    pip install -r requirements.txt && python make.py [FILTER …]

writes the images of these filters, or of all, into a folder for each, and their lines in vectors.rs, the list that the
tests iterate. One filter needs only the packages that its oracle imports, beside numpy and pillow.
"""

import importlib
import re
import shutil
import sys
from pathlib import Path

import numpy as np
from PIL import Image

# Compiled files have no business among the images.
sys.dont_write_bytecode = True

HERE = Path(__file__).parent
VECTORS = HERE / "vectors.rs"
HEAD = "// Written by make.py: filter, input, golden image, tolerance in levels, values that are not the default, table of colours.\n"


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


def vectors_of(filter_name, pictures):
    """Saves the golden images of one filter; its lines of vectors.rs."""
    oracle = importlib.import_module(f"oracles.{filter_name.replace('-', '_')}")
    shutil.rmtree(HERE / filter_name, ignore_errors=True)
    lines = []
    for setting, values in oracle.SETTINGS.items():
        for input_name, picture in pictures.items():
            golden = expected(oracle.oracle, picture, values)
            name = f"{filter_name}/{setting}-{input_name}"
            if setting == "neutral":
                assert np.array_equal(golden, picture), f"{name} is not neutral"
                name = input_name
            else:
                save(name, golden)
            numbers = ", ".join(f'("{id}", {float(value)})' for id, value in values.items() if id != "cube")
            cube = f', "{values["cube"]}"' if "cube" in values else ""
            lines.append(f'    ("{filter_name}", "{input_name}", "{name}", {oracle.TOLERANCE}, &[{numbers}]{cube}),\n')
    return lines


def main(names):
    all_names = sorted(path.stem.replace("_", "-") for path in (HERE / "oracles").glob("*.py"))
    if unknown := set(names) - set(all_names):
        sys.exit(f"There is no oracle of {', '.join(sorted(unknown))} in {HERE / 'oracles'}.")
    pictures = {name: make() for name, make in INPUTS.items()}
    for name, picture in pictures.items():
        save(name, picture)
    lines = {}
    for line in VECTORS.read_text().splitlines(keepends=True):
        if found := re.match(r' +\("([a-z0-9-]+)"', line):
            lines.setdefault(found[1], []).append(line)
    for name in names or all_names:
        lines[name] = vectors_of(name, pictures)
    kept = "".join(line for name in all_names for line in lines.get(name, []))
    VECTORS.write_text(HEAD + "cases! {\n" + kept + "}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
