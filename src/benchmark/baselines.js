// The baselines: the same filters in JavaScript, as one writes them and as one writes them for speed. This is all the
// JavaScript that Safelight has by hand. What each filter means stands with its kernel in worker/kernels.

// A function that does this work from one buffer into another.
export function baseline(tuned, work, from, to, width) {
  if (tuned) {
    const [source, target] = [new Int32Array(from), new Int32Array(to)];
    const run = TUNED[work];
    return () => run(source, target, width);
  }
  const [source, target] = [new Uint8ClampedArray(from), new Uint8ClampedArray(to)];
  const run = PLAIN[work];
  return () => run(source, target, width);
}

// One call into WASM for each pixel.
export function callForEachPixel(invertPixel, from, to) {
  const [source, target] = [new Uint32Array(from), new Uint32Array(to)];
  for (let i = 0; i < source.length; i++) target[i] = invertPixel(source[i]);
}

// How many levels two pictures are apart, where they are farthest apart.
export function difference(one, other) {
  if (one.byteLength !== other.byteLength) return 255;
  const [words, otherWords] = [new Uint32Array(one), new Uint32Array(other)];
  const [bytes, otherBytes] = [new Uint8Array(one), new Uint8Array(other)];
  let farthest = 0;
  for (let i = 0; i < words.length; i++) {
    if (words[i] === otherWords[i]) continue;
    for (let k = 4 * i; k < 4 * i + 4; k++) farthest = Math.max(farthest, Math.abs(bytes[k] - otherBytes[k]));
  }
  return farthest;
}

// The weights of a colour matrix in 16384ths.
const weights = (rows) => rows.map((row) => row.map((weight) => Math.round(weight * 16384)));

// Saturation of Filter Effects by so many per cent.
const saturation = (amount) => {
  const keep = 1 + amount / 100;
  const [r, g, b] = [0.213, 0.715, 0.072].map((weight) => weight * (1 - keep));
  return weights([[r + keep, g, b], [r, g + keep, b], [r, g, b + keep]]);
};

// Hue rotation of Filter Effects by so many degrees.
const hue = (degrees) => {
  const angle = degrees * (Math.PI / 180);
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const luma = [0.213, 0.715, 0.072];
  const row = (along, across) => luma.map((weight, k) => weight + cos * along[k] + sin * across[k]);
  return weights([
    row([0.787, -0.715, -0.072], [-0.213, -0.715, 0.928]),
    row([-0.213, 0.285, -0.072], [0.143, 0.14, -0.283]),
    row([-0.213, -0.715, 0.928], [-0.787, 0.715, 0.072]),
  ]);
};

// Blur: pixels on each side of the one in the middle, and all of them together. Between down and across, means are
// kept in 256ths of a level. Their number is odd, so that none lies halfway.
const RADIUS = 8;
const SIDE = 2 * RADIUS + 1;

const SATURATION = saturation(20);
const HUE = hue(12);

// Plain loops over bytes. A clamped array cuts what leaves the range. Math.round would cost four times as much as
// Math.floor here: it decides by a branch that nobody can predict.
const PLAIN = {
  grayscale(from, to) {
    for (let i = 0; i < from.length; i += 4) {
      const grey = Math.floor((299 * from[i] + 587 * from[i + 1] + 114 * from[i + 2]) / 1000);
      to[i] = grey;
      to[i + 1] = grey;
      to[i + 2] = grey;
      to[i + 3] = from[i + 3];
    }
  },
  invert(from, to) {
    for (let i = 0; i < from.length; i += 4) {
      to[i] = 255 - from[i];
      to[i + 1] = 255 - from[i + 1];
      to[i + 2] = 255 - from[i + 2];
      to[i + 3] = from[i + 3];
    }
  },
  sepia(from, to) {
    for (let i = 0; i < from.length; i += 4) {
      const r = from[i];
      const g = from[i + 1];
      const b = from[i + 2];
      to[i] = Math.floor((393 * r + 769 * g + 189 * b) / 1000);
      to[i + 1] = Math.floor((349 * r + 686 * g + 168 * b) / 1000);
      to[i + 2] = Math.floor((272 * r + 534 * g + 131 * b) / 1000);
      to[i + 3] = from[i + 3];
    }
  },
  blur(from, to, width) {
    const row = width * 4;
    const height = from.length / row;
    const between = new Uint16Array(from.length);
    // Down the columns, then across the rows.
    for (let x = 0; x < row; x++) slide(from, between, x, row, height, 256);
    for (let y = 0; y < height; y++) {
      for (let channel = 0; channel < 4; channel++) slide(between, between, y * row + channel, 4, width, 1);
    }
    for (let i = 0; i < to.length; i++) to[i] = (between[i] + 128) >> 8;
  },
  eight(from, to) {
    brightness(from, to, 10);
    contrast(to, to, 15);
    mix(to, to, SATURATION);
    mix(to, to, HUE);
    PLAIN.invert(to, to);
    PLAIN.sepia(to, to);
    brightness(to, to, -10);
    contrast(to, to, 10);
  },
};

// Means along a line, of which each step is so many bytes on. The edges are replicated.
const line = [];
function slide(from, to, start, step, count, level) {
  for (let i = 0; i < count; i++) line[i] = from[start + i * step] * level;
  const at = (i) => line[Math.max(0, Math.min(count - 1, i))];
  let sum = 0;
  for (let i = -RADIUS; i <= RADIUS; i++) sum += at(i);
  for (let i = 0; i < count; i++) {
    to[start + i * step] = Math.floor((sum + RADIUS) / SIDE);
    sum += at(i + RADIUS + 1) - at(i - RADIUS);
  }
}

function brightness(from, to, amount) {
  for (let i = 0; i < from.length; i += 4) {
    to[i] = Math.floor((from[i] * (100 + amount)) / 100 + 0.5);
    to[i + 1] = Math.floor((from[i + 1] * (100 + amount)) / 100 + 0.5);
    to[i + 2] = Math.floor((from[i + 2] * (100 + amount)) / 100 + 0.5);
    to[i + 3] = from[i + 3];
  }
}

function contrast(from, to, amount) {
  for (let i = 0; i < from.length; i += 4) {
    to[i] = Math.floor((from[i] * (100 + amount) - 127.5 * amount) / 100 + 0.5);
    to[i + 1] = Math.floor((from[i + 1] * (100 + amount) - 127.5 * amount) / 100 + 0.5);
    to[i + 2] = Math.floor((from[i + 2] * (100 + amount) - 127.5 * amount) / 100 + 0.5);
    to[i + 3] = from[i + 3];
  }
}

function mix(from, to, matrix) {
  for (let i = 0; i < from.length; i += 4) {
    const r = from[i];
    const g = from[i + 1];
    const b = from[i + 2];
    to[i] = (matrix[0][0] * r + matrix[0][1] * g + matrix[0][2] * b + 8192) >> 14;
    to[i + 1] = (matrix[1][0] * r + matrix[1][1] * g + matrix[1][2] * b + 8192) >> 14;
    to[i + 2] = (matrix[2][0] * r + matrix[2][1] * g + matrix[2][2] * b + 8192) >> 14;
    to[i + 3] = from[i + 3];
  }
}

// Whole pixels as signed words, whole numbers all the way, tables for what is dear, and one pass.
const clamp = (level) => (level < 0 ? 0 : level > 255 ? 255 : level);
const table = (length, change) => Uint8Array.from({ length }, (_, index) => clamp(change(index)));

// Sums go up to 344,505; a thousandth of one is an eighth of it by 125.
const THOUSANDTH = table(43064, (eighth) => Math.floor(eighth / 125));
const levels = (amount, more) => {
  const first = table(256, (level) => Math.round((level * (100 + amount)) / 100));
  return table(256, (level) => Math.round((first[level] * (100 + more) - 127.5 * more) / 100));
};
const FIRST = levels(10, 15);
const LAST = levels(-10, 10);
const THOUSANDTH_AND_LAST = table(43064, (eighth) => LAST[THOUSANDTH[eighth]]);
const [[SRR, SRG, SRB], [SGR, SGG, SGB], [SBR, SBG, SBB]] = SATURATION;
const [[HRR, HRG, HRB], [HGR, HGG, HGB], [HBR, HBG, HBB]] = HUE;

// A product is quicker than a quotient; half of one more keeps it on the right side of whole numbers.
const PART = 1 / SIDE;
const HALF = RADIUS + 0.5;

const TUNED = {
  grayscale(from, to) {
    for (let i = 0; i < from.length; i++) {
      const word = from[i];
      const sum = 299 * (word & 255) + 587 * ((word >>> 8) & 255) + 114 * ((word >>> 16) & 255);
      to[i] = (word & 0xff000000) | (THOUSANDTH[sum >>> 3] * 0x10101);
    }
  },
  invert(from, to) {
    for (let i = 0; i < from.length; i++) to[i] = from[i] ^ 0xffffff;
  },
  sepia(from, to) {
    for (let i = 0; i < from.length; i++) {
      const word = from[i];
      const r = word & 255;
      const g = (word >>> 8) & 255;
      const b = (word >>> 16) & 255;
      const red = THOUSANDTH[(393 * r + 769 * g + 189 * b) >>> 3];
      const green = THOUSANDTH[(349 * r + 686 * g + 168 * b) >>> 3];
      const blue = THOUSANDTH[(272 * r + 534 * g + 131 * b) >>> 3];
      to[i] = (word & 0xff000000) | (blue << 16) | (green << 8) | red;
    }
  },
  blur(from, to, width) {
    const height = from.length / width;
    const bytes = new Uint8Array(from.buffer);
    const row = width * 4;
    // Sums of columns go down row by row; what is between is one row, with room for its ends.
    const sums = new Int32Array(row);
    const edge = 4 * (RADIUS + 1);
    const means = new Int32Array(row + 2 * edge);
    const start = (y) => Math.max(0, Math.min(height - 1, y)) * row;
    for (let y = -RADIUS; y <= RADIUS; y++) {
      const first = start(y);
      for (let x = 0; x < row; x++) sums[x] += bytes[first + x] << 8;
    }
    for (let y = 0; y < height; y++) {
      const enters = start(y + RADIUS + 1);
      const leaves = start(y - RADIUS);
      for (let x = 0; x < row; x += 4) {
        const r = sums[x];
        const g = sums[x + 1];
        const b = sums[x + 2];
        means[edge + x] = ((r + HALF) * PART) | 0;
        means[edge + x + 1] = ((g + HALF) * PART) | 0;
        means[edge + x + 2] = ((b + HALF) * PART) | 0;
        sums[x] = r + ((bytes[enters + x] - bytes[leaves + x]) << 8);
        sums[x + 1] = g + ((bytes[enters + x + 1] - bytes[leaves + x + 1]) << 8);
        sums[x + 2] = b + ((bytes[enters + x + 2] - bytes[leaves + x + 2]) << 8);
      }
      for (let x = 0; x < edge; x++) {
        means[x] = means[edge + (x & 3)];
        means[edge + row + x] = means[edge + row - 4 + (x & 3)];
      }
      let r = 0;
      let g = 0;
      let b = 0;
      for (let x = 4; x < 2 * edge; x += 4) {
        r += means[x];
        g += means[x + 1];
        b += means[x + 2];
      }
      for (let x = 0, i = y * width; x < row; x += 4, i++) {
        const red = ((((r + HALF) * PART) | 0) + 128) >> 8;
        const green = ((((g + HALF) * PART) | 0) + 128) >> 8;
        const blue = ((((b + HALF) * PART) | 0) + 128) >> 8;
        to[i] = (from[i] & 0xff000000) | (blue << 16) | (green << 8) | red;
        const enter = x + 2 * edge;
        const leave = x + 4;
        r += means[enter] - means[leave];
        g += means[enter + 1] - means[leave + 1];
        b += means[enter + 2] - means[leave + 2];
      }
    }
  },
  eight(from, to) {
    for (let i = 0; i < from.length; i++) {
      const word = from[i];
      let r = FIRST[word & 255];
      let g = FIRST[(word >>> 8) & 255];
      let b = FIRST[(word >>> 16) & 255];
      const red = clamp((SRR * r + SRG * g + SRB * b + 8192) >> 14);
      const green = clamp((SGR * r + SGG * g + SGB * b + 8192) >> 14);
      const blue = clamp((SBR * r + SBG * g + SBB * b + 8192) >> 14);
      r = 255 - clamp((HRR * red + HRG * green + HRB * blue + 8192) >> 14);
      g = 255 - clamp((HGR * red + HGG * green + HGB * blue + 8192) >> 14);
      b = 255 - clamp((HBR * red + HBG * green + HBB * blue + 8192) >> 14);
      to[i] =
        (word & 0xff000000) |
        (THOUSANDTH_AND_LAST[(272 * r + 534 * g + 131 * b) >>> 3] << 16) |
        (THOUSANDTH_AND_LAST[(349 * r + 686 * g + 168 * b) >>> 3] << 8) |
        THOUSANDTH_AND_LAST[(393 * r + 769 * g + 189 * b) >>> 3];
    }
  },
};

// A section of random bytes for the front of a WASM file, so that the browser has never seen the file before: it
// would not compile it again, and there would be nothing to time.
const nonce = () => {
  const section = new Uint8Array(19);
  section.set([0, 17, 8]);
  crypto.getRandomValues(section.subarray(3));
  return section.map((byte, index) => (index < 3 ? byte : byte & 127));
};

// The same file, never seen before.
export function unseen(buffer) {
  const section = nonce();
  const bytes = new Uint8Array(buffer.byteLength + section.length);
  bytes.set(new Uint8Array(buffer, 0, 8));
  bytes.set(section, 8);
  bytes.set(new Uint8Array(buffer, 8), 8 + section.length);
  return bytes.buffer;
}

// The same while it is being downloaded.
export function unseenStream(response) {
  let header = 8;
  const body = response.body.pipeThrough(
    new TransformStream({
      transform(chunk, controller) {
        const head = chunk.subarray(0, header);
        const rest = chunk.subarray(head.length);
        controller.enqueue(head);
        if (header > 0 && head.length === header) controller.enqueue(nonce());
        header -= head.length;
        controller.enqueue(rest);
      },
    }),
  );
  return new Response(body, { headers: { 'Content-Type': 'application/wasm' } });
}
