// The pixels of the canvas that shows the photo (or of another one, counted from it), or nothing while there is none.
const canvas = [...document.querySelectorAll('.canvas-view canvas')].filter((canvas) => canvas.width > 0 && canvas.checkVisibility())[arguments[0] ?? 0];
if (!canvas) return null;
const pixels = spy.copy(canvas).getImageData(0, 0, canvas.width, canvas.height).data;
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
