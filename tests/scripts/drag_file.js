// Brings a file to the page as a hand does: arguments are how, its name, its type, its bytes as base64,
// and the place.
const [how, name, type, base64, x, y] = arguments;
const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const data = new DataTransfer();
data.items.add(new File([bytes], name, { type }));
const target = document.elementFromPoint(x, y) ?? document.body;
if (how === 'paste') {
  const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data });
  document.activeElement.dispatchEvent(paste);
  return true;
}
const drag = (kind) => {
  const event = new DragEvent(kind, { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, dataTransfer: data });
  return target.dispatchEvent(event);
};
drag('dragenter');
// A page that does not refuse the browser's own way with a file over it would be left for the file.
const refused = !drag('dragover');
if (how === 'drop' && drag('drop')) return false;
return refused;
