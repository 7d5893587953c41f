// Moves a slider to where its filter is slow, waits until the page says that it works, and cancels after a while: after
// how many milliseconds the work was told, after how many more the worker was free, and the longest that the page kept a
// timer waiting.
const [name, while_ms] = arguments;
const until = (holds) => new Promise((resolve) => {
  const look = () => (holds() ? resolve(performance.now()) : setTimeout(look, 1));
  look();
});
const cancel = () => [...document.querySelectorAll('.progress-card .btn')]
  .find((button) => button.checkVisibility({ visibilityProperty: true }));
const works = () => document.querySelector('.logo').dataset.status === 'working' || document.querySelector('.progress-card');
const [slider] = spy.find('slider', name);
const move = (value) => {
  slider.value = value;
  slider.dispatchEvent(new Event('input', { bubbles: true }));
};
move(slider.min);
await new Promise((resolve) => setTimeout(resolve, 100));
await until(() => !works());
spy.watchWaits();
const start = performance.now();
move(slider.max);
const announced = (await until(cancel)) - start;
await new Promise((resolve) => setTimeout(resolve, while_ms));
const click = performance.now();
cancel()?.click();
const free = (await until(() => !works())) - click;
clearTimeout(spy.ticking);
return [announced, free, spy.longestWait];
