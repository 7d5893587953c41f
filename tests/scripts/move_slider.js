// Moves a slider as a hand does, once in a frame of the screen, and says after how many milliseconds the new pixels
// were on the canvas: for each value, and for how long the main thread was busy at most.
const [name, values] = arguments;
const [slider] = spy.find('slider', name);
const frame = () => new Promise(requestAnimationFrame);
const drawn = () => new Promise((done) => { spy.framed = () => done(performance.now()); });
spy.longTasks.length = 0;
const times = [];
for (const value of values) {
  await frame();
  const start = performance.now();
  const end = drawn();
  slider.value = value;
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  times.push((await end) - start);
}
spy.framed = null;
return [times, Math.max(0, ...probe.longTasks.map((task) => task.ms))];
