// Asks the worker for one export or rendering after another, each with a stack of one filter, as the page itself asked
// last; the SHA-256 digest of each file, or of each picture's pixels.
const [kind, steps] = arguments;
const digests = [];
for (const { values, ...step } of steps) {
  const { recipe } = spy.lastRequest(kind);
  const request = { recipe: { ...recipe, steps: [{ ...step, values: new Map(Object.entries(values ?? {})) }] } };
  if (kind === 'Export') {
    const { file } = await spy.ask(kind, 'Exported', request);
    digests.push(await spy.digest(await file.arrayBuffer()));
  } else {
    const { pixels, view } = await spy.ask(kind, 'Rendered', { ...request, spent: undefined });
    digests.push(await spy.digest(new Uint8Array(pixels, 0, view.width * view.height * 4)));
  }
}
return digests;
