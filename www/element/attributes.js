// What a page's author can set, as properties see it: the values allowed and the defaults. It never touches the wasm
// or the shadow root, and never writes an attribute that nobody set. Saying what is wrong is left to the wasm.

/** The values of the attributes that take one from a list. */
const VALUES = /** @type {const} */ ({
  purpose: ['development', 'exploration', 'onboarding'],
  rater: ['self', 'manager'],
  storage: ['none', 'tab', 'device'],
  sharing: ['none', 'ask'],
});

/** @typedef {typeof VALUES} Values */

/** The attributes whose change the mounted widget is told of, without being mounted again. */
export const SETTINGS = [
  'lang',
  'purpose',
  'role-id',
  'rater',
  'storage',
  'storage-key',
  'sharing',
  'recipient',
  'heading-level',
];

/**
 * The value of a listed attribute; the default when it is absent or not on the list.
 *
 * @template {keyof Values} Name
 * @template {Values[Name][number] | null} Default
 * @param {Element} element
 * @param {Name} name
 * @param {Default} otherwise
 * @returns {Values[Name][number] | Default}
 */
export function listed(element, name, otherwise) {
  const value = element.getAttribute(name);
  return VALUES[name].find((allowed) => allowed === value) ?? otherwise;
}

/**
 * The level of the widget's first heading: 1 to 5, so that one more fits below.
 *
 * @param {Element} element
 */
export function headingLevel(element) {
  const level = Number(element.getAttribute('heading-level'));
  return Number.isInteger(level) && level >= 1 && level <= 5 ? level : 2;
}

/**
 * Sets an attribute from a property; nothing (`null`, `undefined`) removes it.
 *
 * @param {Element} element
 * @param {string} name
 * @param {unknown} value
 */
export function reflect(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}
