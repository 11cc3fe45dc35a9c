// Draws what a person sees when the wasm can't run or has stopped: what happened, and what they can do. It knows
// neither the wasm nor why; the developer's message goes to the console and the event.

/** @typedef {Exclude<import('./files.js').LoadCode, `${'words' | 'styles'}-${string}`> | 'panic' | 'panic-kept'} Reason */

/**
 * Why it can't run, as a person is told: the same whichever of its files it is.
 *
 * @param {import('./files.js').LoadCode} code
 */
export function reasonOf(code) {
  return /** @type {Reason} */ (code.replace(/^(words|styles)-/, 'wasm-'));
}

/**
 * A notice with a heading, a sentence and buttons. It announces itself, and its heading can take the focus.
 *
 * @param {{ lang: string, level: number, heading: string, text: string, actions: [string, () => void][] }} notice
 * @returns {HTMLElement}
 */
export function notice({ lang, level, heading, text, actions }) {
  const box = create('div', 'notice failure');
  box.lang = lang;
  box.setAttribute('part', 'notice');
  box.setAttribute('role', 'alert');
  const title = create(`h${level}`, '', heading);
  title.tabIndex = -1;
  box.append(title, create('p', '', text));
  if (actions.length) box.append(buttons(lang, actions));
  return box;
}

/**
 * A row of buttons, the first of them primary.
 *
 * @param {string} lang
 * @param {[string, () => void][]} actions
 * @returns {HTMLElement}
 */
export function buttons(lang, actions) {
  const row = create('div', 'actions');
  row.lang = lang;
  actions.forEach(([label, act], index) => {
    const weight = index ? 'secondary' : 'primary';
    const button = create('button', weight, label);
    button.setAttribute('part', weight);
    button.setAttribute('type', 'button');
    button.addEventListener('click', act);
    row.append(button);
  });
  return row;
}

/**
 * Hands the person a file.
 *
 * @param {string} name
 * @param {string} text
 */
export function saveFile(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  // Later, since a browser may start reading after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} [text]
 */
function create(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}
