// Hides what differs from run to run, for a screenshot: measured times with the bar that they move in, the caret, and the
// phase of what moves. `spy.release` shows it again.
spy.release?.();
const sheet = new CSSStyleSheet();
sheet.replaceSync('*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }');
document.adoptedStyleSheets = [sheet];
const hidden = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const { data, parentElement } = texts.currentNode;
  if (/\d ms\b/.test(data)) hidden.push(parentElement.closest('footer') ?? parentElement);
}
for (const element of hidden) element.style.visibility = 'hidden';
spy.release = () => {
  document.adoptedStyleSheets = [];
  for (const element of hidden) element.style.visibility = '';
};
