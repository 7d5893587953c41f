// Runs before the page's own scripts and watches the page from outside: messages to workers, transferred buffers,
// reports of the test build's worker, busy times of the main thread, drawn frames, database writes.
// It also finds elements as people do: by role and accessible name.
(() => {
  const spy = {
    workers: 0,
    sent: [],
    reports: [],
    nextFaults: [],
    longTasks: [],
    frames: 0,
    framed: null,
    drawn: null,
    thrown: [],
    last: {},
  };
  Object.defineProperty(globalThis, 'spy', { value: spy });

  // Changes of the page, counted, so that tests wait for the next one instead of for the clock. What leaves no trace
  // here (a value that is set, a file that is saved) is checked after 50 ms.
  let changes = 0;
  let waiting = [];
  const changed = () => {
    changes += 1;
    const resolves = waiting;
    waiting = [];
    for (const resolve of resolves) resolve();
  };
  spy.change = (seen) => new Promise((resolve) => {
    // A moment later, so that changes of one turn count as one.
    const done = () => setTimeout(() => resolve(changes), 4);
    if (seen !== changes) {
      resolve(changes);
      return;
    }
    waiting.push(done);
    setTimeout(done, 50);
  });
  new MutationObserver(changed).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  for (const kind of ['focusin', 'focusout', 'scroll', 'load', 'resize']) addEventListener(kind, changed, true);

  // Transactions with databases: how many are under way, and when the last one ended.
  let transactions = 0;
  let ended = performance.now();
  const end = () => {
    transactions -= 1;
    ended = performance.now();
    changed();
  };
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...given) {
    const made = transaction.apply(this, given);
    transactions += 1;
    for (const kind of ['complete', 'abort']) made.addEventListener(kind, end, { once: true });
    return made;
  };
  spy.databasesIdle = async (idleMs) => {
    const asked = performance.now();
    while (transactions > 0 || performance.now() - Math.max(ended, asked) < idleMs) await spy.change(changes);
  };

  // Uncaught errors, for browsers whose console cannot be read.
  addEventListener('error', (event) => spy.thrown.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => spy.thrown.push(String(event.reason)));
  addEventListener('securitypolicyviolation', (event) => spy.thrown.push(`${event.violatedDirective} refuses ${event.blockedURI}`));

  // Text for the clipboard is kept here: the clipboard belongs to whoever sits at this machine.
  if (globalThis.Clipboard) Clipboard.prototype.writeText = async (text) => { spy.copied = text; };

  // Messages to workers.
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
    spy.sent.push({
      kind,
      job: request.job ?? null,
      view: request.view ? { ...request.view } : null,
      // In a wide window the page has the developed picture counted, and the original not.
      original: kind === 'Render' && innerWidth > 800 && !request.options?.histogram,
      counts: request.options?.histogram ?? false,
      filters: request.recipe?.steps.map((step) => step.filter) ?? null,
      before,
      after: buffers.map((buffer) => buffer.byteLength),
    });
    spy.worker = this;
    spy.last[kind] = message;
    changed();
  };
  globalThis.Worker = new Proxy(Worker, {
    construct(target, given) {
      spy.workers += 1;
      return Reflect.construct(target, given);
    },
  });

  // Sends the worker a copy of the page's last message of this kind with another request in it, and gives the reply
  // of this kind. The numbers of such jobs are far above the page's own, which ignores replies that it did not ask for.
  let jobs = 1e9;
  const copyWith = (value, kind, request) => {
    // Buffers of the page's own message have been transferred.
    if (value instanceof ArrayBuffer) return undefined;
    if (value === null || typeof value !== 'object') return value;
    if (value[kind]?.job !== undefined) return { [kind]: request };
    if (Array.isArray(value)) return value.map((part) => copyWith(part, kind, request));
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copyWith(part, kind, request)]));
  };
  const replyOf = (value, job) => {
    if (!value || typeof value !== 'object') return null;
    for (const [kind, part] of Object.entries(value)) {
      if (part?.job === job) return { kind, ...part };
      const found = replyOf(part, job);
      if (found) return found;
    }
    return null;
  };
  spy.ask = (kind, replyKind, request) => new Promise((resolve, reject) => {
    const { worker } = spy;
    const job = jobs += 1;
    const listen = ({ data }) => {
      const reply = replyOf(data, job);
      if (!reply || reply.kind === 'Progress') return;
      worker.removeEventListener('message', listen);
      if (reply.kind === replyKind) resolve(reply);
      else reject(new Error(JSON.stringify(reply)));
    };
    worker.addEventListener('message', listen);
    post.call(worker, copyWith(spy.last[kind], kind, { ...spy.lastRequest(kind), ...request, job }));
  });
  spy.lastRequest = (kind) => copyWith(requestOf(spy.last[kind])[1]);

  // The SHA-256 digest of bytes, hexadecimal.
  spy.digest = async (bytes) =>
    [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

  // Reports of the test build's worker, and faults that it is told to have.
  const channel = new BroadcastChannel('safelight-hooks');
  channel.onmessage = (event) => {
    spy.reports.push(event.data);
    changed();
    // Faults for the next worker.
    if (event.data === 'started' && spy.nextFaults.length) channel.postMessage(spy.nextFaults.shift());
  };
  spy.injectFault = (fault) => channel.postMessage(fault);

  // Busy times of the main thread. The browser lists tasks of 50 ms and more; for shorter ones a timer that ticks
  // every 4 ms tells how long it was kept waiting at most.
  spy.watchWaits = () => {
    spy.longestWait = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      spy.longestWait = Math.max(spy.longestWait, now - last - 4);
      last = now;
      spy.ticking = setTimeout(tick, 4);
    };
    spy.ticking = setTimeout(tick, 4);
  };
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) spy.longTasks.push({ at: task.startTime, ms: task.duration });
  }).observe({ type: 'longtask', buffered: true });

  // Drawn frames: their number, and once a test asks for it, the colour in the middle after each drawing.
  const watch = (context, method) => {
    const draw = context.prototype[method];
    context.prototype[method] = function (...given) {
      draw.apply(this, given);
      // The original beside it is another picture, and small ones are no frames.
      const isFrame = !this.canvas.ariaHidden && !this.canvas.closest?.('.canvas-layer ~ .canvas-layer');
      if (isFrame) {
        spy.frames += 1;
        spy.framed?.();
      }
      changed();
      if (spy.drawn && this.canvas instanceof HTMLCanvasElement && this.canvas.isConnected && !this.canvas.ariaHidden) {
        const copy = spy.copy(this.canvas);
        spy.drawn.push([...copy.getImageData(copy.canvas.width >> 1, copy.canvas.height >> 1, 1, 1).data]);
      }
    };
  };
  watch(CanvasRenderingContext2D, 'putImageData');
  watch(CanvasRenderingContext2D, 'drawImage');
  watch(ImageBitmapRenderingContext, 'transferFromImageBitmap');
  const drawImage = OffscreenCanvasRenderingContext2D.prototype.drawImage;
  spy.copy = (canvas) => {
    const context = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
    drawImage.call(context, canvas, 0, 0);
    return context;
  };
  spy.pixels = (canvas) => spy.copy(canvas).getImageData(0, 0, canvas.width, canvas.height).data;

  // Elements by role and accessible name, among those that can be seen and used now. Keys shown on a control are no
  // part of its name, nor is an option's summary.
  const roles = {
    alert: '[role=alert]',
    application: '[role=application]',
    button: 'button:not([role]), [role=button], summary',
    columnheader: 'th[scope=col]',
    combobox: '[role=combobox], select',
    dialog: 'dialog, [role=dialog]',
    heading: 'h1, h2, h3',
    link: 'a[href]',
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
  spy.all = (role) => {
    const modal = document.querySelector('dialog:modal');
    return [...(modal ?? document).querySelectorAll(roles[role])]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]'));
  };
  spy.find = (role, name) => spy.all(role).filter((element) => nameOf(element) === name);
  spy.names = (role) => spy.all(role).map(nameOf);
  spy.nameOf = nameOf;
  spy.words = words;
})();
