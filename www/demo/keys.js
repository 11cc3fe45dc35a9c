// Shortcuts of a single key, as sites have them: the page listens to every key and leaves alone what is typed in a
// field. Of the widget's fields it can't know, since it sees the element only; the element keeps its keys to itself.

const search = /** @type {HTMLInputElement} */ (document.getElementById('search'));
const shortcuts = /** @type {HTMLInputElement} */ (document.getElementById('shortcuts'));
const used = /** @type {HTMLOutputElement} */ (document.getElementById('used'));
const theme = /** @type {HTMLButtonElement} */ (document.querySelector('button[data-theme]'));

/** @type {Record<string, () => void>} */
const actions = {
  s: () => search.focus(),
  t: () => theme.click(),
};

document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const isTyped = target instanceof Element && target.matches('input:not([type="checkbox"]), textarea, select');
  if (!shortcuts.checked || isTyped || ctrlKey || metaKey || altKey || !Object.hasOwn(actions, key)) return;
  event.preventDefault();
  actions[key]();
  used.value = String(Number(used.value) + 1);
});
