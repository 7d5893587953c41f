// Runs before the page's own scripts and watches it from outside: what goes to workers, which buffers
// the page kept, what the hooked worker tells, how long the main thread was busy, what was drawn.
// It also finds things as people do: by role and name.
(() => {
  const probe = {
    workers: 0,
    sent: [],
    hooks: [],
    again: [],
    longTasks: [],
    frames: 0,
    framed: null,
    drawn: null,
    thrown: [],
  };
  Object.defineProperty(globalThis, 'probe', { value: probe });

  // What went wrong and nobody caught, for browsers whose console cannot be read.
  addEventListener('error', (event) => probe.thrown.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => probe.thrown.push(String(event.reason)));
  addEventListener('securitypolicyviolation', (event) => probe.thrown.push(`${event.violatedDirective} refuses ${event.blockedURI}`));

  // What goes to the clipboard, which belongs to whoever sits at this machine.
  if (globalThis.Clipboard) Clipboard.prototype.writeText = async (text) => { probe.copied = text; };

  // What goes to workers.
  const buffersOf = (value, found = []) => {
    if (value instanceof ArrayBuffer) found.push(value);
    else if (value instanceof Map) value.forEach((part) => buffersOf(part, found));
    else if (ArrayBuffer.isView(value)) buffersOf(value.buffer, found);
    else if (value && typeof value === 'object') Object.values(value).forEach((part) => buffersOf(part, found));
    return found;
  };
  const requestOf = (value) => {
    if (!value || typeof value !== 'object' || value instanceof ArrayBuffer) return null;
    for (const kind of ['Open', 'Render', 'Export', 'Thumbnails', 'Cancel']) if (value[kind]?.job !== undefined) return [kind, value[kind]];
    for (const part of Object.values(value)) {
      const found = requestOf(part);
      if (found) return found;
    }
    return null;
  };
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    const buffers = buffersOf(message);
    const before = buffers.map((buffer) => buffer.byteLength);
    post.call(this, message, ...rest);
    const [kind, request] = requestOf(message) ?? ['other', {}];
    probe.sent.push({
      kind,
      job: request.job ?? null,
      view: request.view ? { ...request.view } : null,
      // In a wide window the page has the developed picture counted, and the original not.
      original: kind === 'Render' && innerWidth > 800 && !request.extras?.counts,
      counts: request.extras?.counts ?? false,
      filters: request.recipe?.steps.map((step) => step.filter) ?? null,
      before,
      after: buffers.map((buffer) => buffer.byteLength),
    });
  };
  globalThis.Worker = new Proxy(Worker, {
    construct(target, given) {
      probe.workers += 1;
      return Reflect.construct(target, given);
    },
  });

  // What the hooked worker tells, and what it is told.
  const channel = new BroadcastChannel('safelight-hooks');
  channel.onmessage = (event) => {
    probe.hooks.push(event.data);
    // Orders that wait for the next worker.
    if (event.data === 'started' && probe.again.length) channel.postMessage(probe.again.shift());
  };
  probe.order = (words) => channel.postMessage(words);

  // How long the main thread was busy. What is shorter than 50 ms has no entry there, so a ticking
  // timer tells how long it was kept waiting at most.
  probe.watchWaits = () => {
    probe.longestWait = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      probe.longestWait = Math.max(probe.longestWait, now - last - 4);
      last = now;
      probe.ticking = setTimeout(tick, 4);
    };
    probe.ticking = setTimeout(tick, 4);
  };
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) probe.longTasks.push({ at: task.startTime, ms: task.duration });
  }).observe({ type: 'longtask', buffered: true });

  // What was drawn: the colour in the middle after each drawing, once a test asks for it.
  const watch = (context, method) => {
    const draw = context.prototype[method];
    context.prototype[method] = function (...given) {
      draw.apply(this, given);
      // The original beside it is another picture, and small ones are no frames.
      const isFrame = !this.canvas.ariaHidden && !this.canvas.closest?.('.canvas-layer ~ .canvas-layer');
      if (isFrame) {
        probe.frames += 1;
        probe.framed?.();
      }
      if (probe.drawn && this.canvas instanceof HTMLCanvasElement && this.canvas.isConnected && !this.canvas.ariaHidden) {
        const copy = probe.copy(this.canvas);
        probe.drawn.push([...copy.getImageData(copy.canvas.width >> 1, copy.canvas.height >> 1, 1, 1).data]);
      }
    };
  };
  watch(CanvasRenderingContext2D, 'putImageData');
  watch(CanvasRenderingContext2D, 'drawImage');
  watch(ImageBitmapRenderingContext, 'transferFromImageBitmap');
  const drawImage = OffscreenCanvasRenderingContext2D.prototype.drawImage;
  probe.copy = (canvas) => {
    const context = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
    drawImage.call(context, canvas, 0, 0);
    return context;
  };

  // Finding by role and name, among what can be seen and used now. Keys that are shown on a control are
  // no part of its name, and an option's summary is none of the option's.
  const roles = {
    alert: '[role=alert]',
    application: '[role=application]',
    button: 'button:not([role]), [role=button], summary',
    columnheader: 'th[scope=col]',
    combobox: '[role=combobox], select',
    dialog: 'dialog, [role=dialog]',
    heading: 'h1, h2, h3',
    link: 'a[href]',
    menuitem: '[role=menuitem]',
    img: 'canvas, img, [role=img]',
    main: 'main',
    menuitem: '[role=menuitem]',
    option: '[role=option]',
    status: '[role=status], output',
    progressbar: '[role=progressbar]',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio]',
    slider: 'input[type=range], [role=slider]',
    switch: '[role=switch]',
    tab: '[role=tab]',
    textbox: 'input:not([type], [role]), input[type=text]:not([role]), textarea',
  };
  const words = (text) => text.replace(/\s+/g, ' ').trim();
  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.ariaHidden === 'true' || node.localName === 'kbd' || !node.checkVisibility()) return '';
    return [...node.childNodes].map(textOf).join(' ');
  };
  const nameOf = (element) => {
    const by = element.getAttribute('aria-labelledby');
    if (by) return words(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
    if (element.hasAttribute('aria-label')) return words(element.getAttribute('aria-label'));
    if (element.labels?.length) return words([...element.labels].map((label) => label.textContent).join(' '));
    const title = element.role === 'option' && element.querySelector('b');
    return words(textOf(title || element) || element.getAttribute('alt') || element.title || '');
  };
  probe.all = (role) => {
    const modal = document.querySelector('dialog:modal');
    return [...(modal ?? document).querySelectorAll(roles[role])]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]'));
  };
  probe.find = (role, name) => probe.all(role).filter((element) => nameOf(element) === name);
  probe.names = (role) => probe.all(role).map(nameOf);
  probe.nameOf = nameOf;
  probe.words = words;
})();
