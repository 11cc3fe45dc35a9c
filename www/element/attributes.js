// What a page's author can set, read from the element's attributes: the values allowed, the defaults, and what is
// wrong. It never touches the wasm or the shadow root, and never writes an attribute that nobody set.

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

/**
 * What is wrong with the attributes, a sentence each for the page's author.
 *
 * @param {Element} element
 * @returns {string[]}
 */
export function attributeProblems(element) {
  const problems = [];
  for (const [name, values] of Object.entries(VALUES)) {
    const value = element.getAttribute(name);
    if (value === null || values.some((allowed) => allowed === value)) continue;
    problems.push(`\`${name}\` is \`${value}\`; it takes ${choices(values)}`);
  }
  const level = element.getAttribute('heading-level');
  if (level !== null && level !== String(headingLevel(element))) {
    problems.push(`\`heading-level\` is \`${level}\`; it takes a whole number from 1 to 5`);
  }
  if (element.getAttribute('sharing') === 'ask' && !element.getAttribute('recipient')) {
    problems.push('`sharing` is `ask` without a `recipient`; say who receives what is shared');
  }
  return problems;
}

/** @param {readonly string[]} values */
function choices(values) {
  const quoted = values.map((value) => `\`${value}\``);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
