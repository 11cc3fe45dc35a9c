// The first script of every page that tests look at in three engines: writes down what goes wrong there. It knows no
// widget. What it writes in one page is handed to the next, so that nothing is lost where a page leaves by itself.
(() => {
  const KEY = 'recorder';
  const { getItem, setItem, removeItem } = Storage.prototype;
  // A test may take storage away later on.
  const store = (() => {
    try {
      return sessionStorage;
    } catch {
      return null;
    }
  })();
  const isOutermost = window === window.top;
  const outermost = (() => {
    try {
      return window.top.rokadeRecords;
    } catch {
      // A frame from elsewhere: it is asked by itself.
      return undefined;
    }
  })();
  const records = outermost ?? [];
  window.rokadeRecords = records;
  const record = (...parts) => records.push(parts.join(' '));

  if (isOutermost && store) {
    records.push(...JSON.parse(getItem.call(store, KEY) ?? '[]'));
    removeItem.call(store, KEY);
    addEventListener('pagehide', () => {
      if (records.length) setItem.call(store, KEY, JSON.stringify(records.splice(0)));
    });
  }

  for (const level of ['error', 'warn']) {
    const own = console[level];
    console[level] = (...parts) => {
      record(...parts);
      own.apply(console, parts);
    };
  }
  const describe = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  addEventListener(
    'error',
    ({ target, error, message }) => {
      if (target instanceof Element) record('not loaded:', target.src ?? target.href ?? target.localName);
      else record('error:', error ? describe(error) : message);
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => record('unhandled:', describe(reason)));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    // Firefox and WebKit ask for it by themselves, and hold it to the page's policy.
    if (blockedURI !== `${location.origin}/favicon.ico`) record('policy:', violatedDirective, blockedURI, sourceFile);
  });
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      const { origin, protocol } = new URL(name, location.href);
      if (origin !== location.origin && !['blob:', 'data:'].includes(protocol)) record('request to', name);
    }
  }).observe({ type: 'resource', buffered: true });
})();
