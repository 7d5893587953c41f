// Waits until the canvas that shows the photo has pixels of this SHA-256 digest (hexadecimal), for at most a second.
// Without a digest, and when the canvas gets another size meanwhile, its size is told at once.
// A function of its own, since not every driver runs scripts in an async one.
const wait = async (expected) => {
  const find = () => [...document.querySelectorAll('.canvas-view canvas')].find((canvas) => canvas.width > 0 && canvas.checkVisibility());
  const end = performance.now() + 1000;
  const first = find();
  const size = first && [first.width, first.height].join();
  let changes = null;
  for (;;) {
    const canvas = find();
    const told = canvas && { width: canvas.width, height: canvas.height };
    if (told && (!expected || [canvas.width, canvas.height].join() !== size)) return told;
    if (told) {
      const matches = (await spy.digest(spy.pixels(canvas))) === expected;
      const box = canvas.getBoundingClientRect();
      if (matches) return { ...told, matches, box: [box.x, box.y, box.width, box.height], label: canvas.getAttribute('aria-label') };
    }
    if (performance.now() > end) return told;
    changes = await spy.change(changes);
  }
};
return wait(...arguments);
