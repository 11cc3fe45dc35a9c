// Runs in the page: finds what a reader of the page finds, by role and name, label, text or selector, also inside open
// shadow roots, and says how it stands. It follows the rules of accessible names as far as our pages need them; that
// the engines come to the same roles and names is a situation of its own.
(() => {
  const ROLES = {
    ARTICLE: 'article', BUTTON: 'button', DETAILS: 'group', FIELDSET: 'group', FORM: 'form', H1: 'heading',
    H2: 'heading', H3: 'heading', H4: 'heading', H5: 'heading', H6: 'heading', IMG: 'img', LI: 'listitem', MAIN: 'main',
    MENU: 'list', NAV: 'navigation', OL: 'list', OPTION: 'option', OUTPUT: 'status', PROGRESS: 'progressbar', TABLE: 'table',
    TD: 'cell', TEXTAREA: 'textbox', TH: 'columnheader', TR: 'row', UL: 'list',
  };
  const INPUTS = { button: 'button', checkbox: 'checkbox', image: 'button', number: 'spinbutton', radio: 'radio', range: 'slider', reset: 'button', search: 'searchbox', submit: 'button' };
  const NAMED_BY_CONTENT = ['button', 'cell', 'checkbox', 'columnheader', 'heading', 'link', 'option', 'radio', 'row', 'rowheader', 'tab', 'tooltip'];
  const TYPED = ['email', 'tel', 'text', 'url'];

  const tidy = (text) => text.replace(/\s+/g, ' ').trim();

  /** Every element below, the shadow root's before the children. */
  function* below(node) {
    for (const child of node.children) {
      yield child;
      if (child.shadowRoot) yield* below(child.shadowRoot);
      yield* below(child);
    }
  }

  function roleOf(element) {
    const own = element.getAttribute('role')?.trim().split(/\s+/)[0];
    if (own) return own;
    const { tagName } = element;
    if (tagName === 'A' || tagName === 'AREA') return element.hasAttribute('href') ? 'link' : '';
    if (tagName === 'INPUT') return element.list ? 'combobox' : (INPUTS[element.type] ?? (TYPED.includes(element.type) ? 'textbox' : ''));
    if (tagName === 'SELECT') return element.multiple || element.size > 1 ? 'listbox' : 'combobox';
    if (tagName === 'SECTION') return element.matches('[aria-label], [aria-labelledby]') ? 'region' : '';
    if (tagName === 'TH') return element.scope === 'row' ? 'rowheader' : 'columnheader';
    return ROLES[tagName] ?? '';
  }

  const parentOf = (node) => node.assignedSlot ?? node.parentNode ?? node.host;

  function isHidden(element) {
    if (!element.checkVisibility({ visibilityProperty: true })) return true;
    for (let node = element; node; node = parentOf(node)) {
      if (node.nodeType === 1 && node.getAttribute('aria-hidden') === 'true') return true;
    }
    return false;
  }

  /** What is read of a node and all that is in it. */
  function textOf(node, isReferred = false) {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1 || node.matches('select, textarea, datalist')) return '';
    const { display, visibility } = getComputedStyle(node);
    if (!isReferred && (display === 'none' || visibility !== 'visible' || node.getAttribute('aria-hidden') === 'true')) return '';
    const label = node.getAttribute('aria-label')?.trim();
    const text = label || (node.tagName === 'IMG' ? node.alt : contentOf(node, isReferred));
    return display.startsWith('inline') ? text : ` ${text} `;
  }

  function contentOf(node, isReferred = false) {
    const children = node.tagName === 'SLOT' && node.assignedNodes().length ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
    return [...children].map((child) => textOf(child, isReferred)).join('');
  }

  function nameOf(element) {
    const root = element.getRootNode();
    const referred = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => id && root.getElementById(id)).filter(Boolean);
    if (referred.length) return tidy(referred.map((other) => textOf(other, true)).join(' '));
    const label = element.getAttribute('aria-label')?.trim();
    if (label) return label;
    if (element.labels?.length) return tidy([...element.labels].map((other) => textOf(other)).join(' '));
    const { tagName } = element;
    const child = (selector) => element.querySelector(`:scope > ${selector}`);
    const naming = { FIELDSET: 'legend', TABLE: 'caption', svg: 'title' }[tagName];
    const named = naming && child(naming);
    if (named) return tidy(tagName === 'svg' ? named.textContent : textOf(named));
    if (tagName === 'IMG') return tidy(element.alt);
    if (tagName === 'INPUT' && roleOf(element) === 'button') return tidy(element.value);
    if (NAMED_BY_CONTENT.includes(roleOf(element)) || tagName === 'SUMMARY') return tidy(contentOf(element));
    return tidy(element.title || element.getAttribute('placeholder') || '');
  }

  /** The text of an element, and of the shadow roots in it, whether it shows or not. */
  function wholeText(node) {
    if (node.nodeType === 3) return node.data;
    // A label can hold the field that it names.
    if (node.nodeType === 1 && node.matches('script, style, template, select, textarea, datalist')) return '';
    return [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(wholeText).join('');
  }

  /** Whether a text is the one sought; a part of it will do where it needn't be exact. */
  function fits(text, { is, exact, pattern }) {
    if (pattern) return new RegExp(...pattern).test(text);
    return exact ? text === tidy(is) : text.toLowerCase().includes(tidy(is).toLowerCase());
  }

  const isVisible = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
  };

  const all = (scopes) => [...new Set(scopes.flatMap((scope) => [...(scope.shadowRoot ? below(scope.shadowRoot) : []), ...below(scope)]))];

  const STEPS = {
    css: (scopes, { css }) => all(scopes).filter((element) => element.matches(css)),
    role: (scopes, { role, name }) =>
      all(scopes).filter((element) => roleOf(element) === role && !isHidden(element) && (!name || fits(nameOf(element), name))),
    // By what a label says, which an engine may space otherwise.
    label: (scopes, { name }) =>
      all(scopes).filter((element) => {
        if (!element.labels?.length) return element.matches('[aria-label], [aria-labelledby]') && fits(nameOf(element), name);
        return [...element.labels].some((label) => fits(tidy(wholeText(label)), name));
      }),
    // The innermost that holds it.
    text: (scopes, { name }) => {
      const holding = all(scopes).filter((element) => !element.matches('head, head *, script, style') && fits(tidy(wholeText(element)), name));
      return holding.filter((element) => ![...(element.shadowRoot?.children ?? []), ...element.children].some((child) => holding.includes(child)));
    },
    with: (scopes, { name }) => scopes.filter((element) => fits(tidy(wholeText(element)), name)),
    has: (scopes, { steps }) => scopes.filter((element) => find(steps, element).length),
    nth: (scopes, { nth }) => [scopes.at(nth)].filter(Boolean),
    visible: (scopes, { visible }) => scopes.filter((element) => isVisible(element) === visible),
  };

  const find = (steps, within = document) => steps.reduce((scopes, step) => STEPS[step.by](scopes, step), [within]);

  /** How these stand: how many, what each says, and the first more closely. */
  function look(steps) {
    const found = find(steps);
    const [first] = found;
    return {
      count: found.length,
      texts: found.map((element) => tidy(wholeText(element))),
      first: first && {
        visible: isVisible(first),
        focused: first.getRootNode().activeElement === first,
        checked: first.checked === true || first.getAttribute('aria-checked') === 'true',
        disabled: first.matches(':disabled, [aria-disabled=true]'),
        value: first.value ?? null,
        attributes: Object.fromEntries([...first.attributes].map(({ name, value }) => [name, value])),
      },
    };
  }

  window.rokadeFinder = { find, look, nameOf, roleOf };
})();
