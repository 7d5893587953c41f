// Size, place and name of the canvas that shows the photo (or of another visible one, by its index), and its pixels if they
// are wanted; nothing while there is none.
const [index, wantsPixels] = arguments;
const canvas = [...document.querySelectorAll('.canvas-view canvas')].filter((canvas) => canvas.width > 0 && canvas.checkVisibility())[index];
if (!canvas) return null;
const pixels = wantsPixels ? spy.pixels(canvas) : [];
let letters = '';
for (let at = 0; at < pixels.length; at += 32768) letters += String.fromCharCode(...pixels.subarray(at, at + 32768));
const box = canvas.getBoundingClientRect();
return {
  width: canvas.width,
  height: canvas.height,
  box: [box.x, box.y, box.width, box.height],
  label: canvas.getAttribute('aria-label'),
  rgba: btoa(letters),
};
