// The sentences that must be there when the wasm is not: why the widget can't run, and what to do. They stand in the
// words files beside those of the widget; the build takes only these along.

import danish from 'rokade-words/da';
import english from 'rokade-words/en';

/** @typedef {typeof danish} Words */

/**
 * The words for a language tag; without one, for the browser's language. English where a language isn't spoken.
 *
 * @param {string | null} language
 * @returns {{ lang: string, words: Words }}
 */
export function wordsFor(language) {
  return /^da\b/i.test(language ?? navigator.language) ? { lang: 'da', words: danish } : { lang: 'en', words: english };
}
