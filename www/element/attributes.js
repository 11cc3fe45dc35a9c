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
 * As {@link listed}, where a value that isn't on the list means the strictest of all.
 *
 * @template {keyof Values} Name
 * @template {Values[Name][number]} Default
 * @template {Values[Name][number]} Strictest
 * @param {Element} element
 * @param {Name} name
 * @param {Default} otherwise when the attribute is absent
 * @param {Strictest} strictest
 * @returns {Values[Name][number] | Default | Strictest}
 */
export function closed(element, name, otherwise, strictest) {
  return listed(element, name, element.hasAttribute(name) ? strictest : otherwise);
}

/**
 * Values as JSON that every reader takes: half a character, as a text has it that was cut in the middle of one, becomes
 * the character for what is unknown.
 *
 * @param {unknown} value
 * @param {() => void} [onHalf] is told of each half character
 * @returns {string | undefined} nothing for what JSON has no words for, such as a function
 * @throws for a value that holds itself, and what else can't be written
 */
export function toJson(value, onHalf = () => {}) {
  /** @param {string} text */
  const whole = (text) =>
    text.replace(/\p{Surrogate}/gu, () => {
      onHalf();
      return '\u{fffd}';
    });
  return JSON.stringify(value, (_, part) => {
    if (typeof part === 'string') return whole(part);
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [whole(key), inner]));
  });
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
