// Finds the framework's text, wherever the page's author put it. It looks inside for nothing but the languages: the wasm
// reads and checks it.

import { fetchGiven, written } from './given.js';

/**
 * What the wasm is told: the text, or why there is none.
 *
 * @typedef {{ text: string } | {
 *   code: 'framework-missing' | 'framework-not-found' | 'framework-unreachable' | 'framework-not-json',
 *   detail: string,
 * }} Framework
 */

/** @type {import('./given.js').Kind<Exclude<Framework, { text: string }>['code']>} */
const KIND = {
  name: 'framework',
  missing: 'framework-missing',
  notFound: 'framework-not-found',
  unreachable: 'framework-unreachable',
  unreadable: 'framework-not-json',
};

/**
 * The framework from the property, the attribute or a child script, in this order.
 *
 * @param {Element} element
 * @param {object | null} value what the property holds
 * @returns {Promise<Framework>} never rejects
 */
export async function findFramework(element, value) {
  if (value) return written(KIND, value);
  const address = element.getAttribute('framework');
  if (address) return fetchGiven(KIND, address, element.baseURI);
  if (element.ownerDocument.readyState === 'loading') {
    // The element's children may not have been parsed yet.
    await new Promise((done) => element.ownerDocument.addEventListener('DOMContentLoaded', done, { once: true }));
  }
  const script = element.querySelector(':scope > script[type="application/json"]');
  if (script) return { text: script.textContent ?? '' };
  return {
    code: 'framework-missing',
    detail:
      'there is no framework; give its address in the `framework` attribute, set the `framework` property to it, ' +
      'or put it in a child `<script type="application/json">`',
  };
}

/**
 * The languages of a framework, the first of which is its own; none where it can't be read.
 *
 * @param {Framework} framework
 * @returns {string[]}
 */
export function languagesOf(framework) {
  try {
    const { languages } = 'text' in framework ? JSON.parse(framework.text) : {};
    return Array.isArray(languages) ? languages.filter((tag) => typeof tag === 'string') : [];
  } catch {
    return [];
  }
}
