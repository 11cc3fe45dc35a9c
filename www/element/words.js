// Which words there are and where they come from: those that ship, a file for each language, and those that a page brings
// for another. The sentences that must be there when the wasm is not stand in the script.

import { shipped } from 'rokade-words';
import { fetchText } from './files.js';
import { fetchGiven, written } from './given.js';

/** @typedef {typeof shipped['en']['element']} Words */

/**
 * The words that a page brings, or why they can't be had.
 *
 * @typedef {{ text: string } | {
 *   code: 'words-invalid' | 'words-not-found' | 'words-unreachable',
 *   detail: string,
 * }} OwnWords
 */

/** @type {import('./given.js').Kind<Exclude<OwnWords, { text: string }>['code']>} */
const KIND = {
  name: 'words',
  missing: 'words-invalid',
  notFound: 'words-not-found',
  unreachable: 'words-unreachable',
  unreadable: 'words-invalid',
};

/** The languages that ship, by their tag, with their own names. */
export const LANGUAGES = Object.fromEntries(Object.entries(shipped).map(([tag, language]) => [tag, language?.name ?? tag]));

/**
 * The tag under which a language ships, whatever its region; undefined where it doesn't.
 *
 * @param {string | null} language
 * @returns {string | undefined}
 */
export function shippedTag(language) {
  const primary = language?.split('-')[0]?.toLowerCase();
  return Object.keys(shipped).find((tag) => tag === primary);
}

/**
 * What the element itself says, in this language; without one, in the browser's. English where a language isn't spoken.
 *
 * @param {string | null} language
 * @param {{ tag: string, text: string | null } | null} own the words that the page brought
 * @returns {{ lang: string, words: Words }}
 */
export function wordsFor(language, own) {
  const english = shipped.en.element;
  if (own && own.text !== null && own.tag === language) return { lang: own.tag, words: ownWordsOver(english, own.text) };
  const tag = shippedTag(language ?? navigator.language) ?? 'en';
  return { lang: tag, words: shipped[tag]?.element ?? english };
}

/**
 * As far as they are words.
 *
 * @param {Words} english
 * @param {string} text a words file's
 * @returns {Words}
 */
function ownWordsOver(english, text) {
  /**
   * @template {object} Texts
   * @param {Texts} known
   * @param {any} own
   */
  const over = (known, own) => {
    const texts = Object.entries(known).map(([key, text]) => [key, typeof own?.[key] === typeof text ? own[key] : text]);
    return /** @type {Texts} */ (Object.fromEntries(texts));
  };
  try {
    const own = JSON.parse(text).element;
    return { ...over(english, own), reasons: over(english.reasons, own?.reasons) };
  } catch {
    return english;
  }
}

/** @type {Map<string, Promise<string | undefined>>} */
const fetched = new Map();

/**
 * The words file of a language that ships; nothing where the words are in the wasm. Rejects with a `LoadFailure`; the next
 * call then tries again.
 *
 * @param {string} tag as {@link shippedTag} gives it
 */
export function fetchWords(tag) {
  let text = fetched.get(tag);
  if (!text) {
    text = fetchShipped(tag).catch((error) => {
      fetched.delete(tag);
      throw error;
    });
    fetched.set(tag, text);
  }
  return text;
}

/** @param {string} tag */
async function fetchShipped(tag) {
  const { address, hash } = shipped[tag] ?? {};
  if (!address || !hash) return undefined;
  return fetchText({ kind: 'words', name: `words/${tag}.json`, address, hash });
}

/**
 * The words that a page brings for a language.
 *
 * @param {string | object} given an address, or the words themselves
 * @param {string} language
 * @param {string} base what an address may be relative to
 * @returns {Promise<OwnWords>} never rejects
 */
export async function findOwnWords(given, language, base) {
  try {
    Intl.getCanonicalLocales(language);
  } catch {
    return { code: 'words-invalid', detail: `\`words\` aren't used, since \`${language}\` around the element is no language tag` };
  }
  return typeof given === 'string' ? fetchGiven(KIND, given, base) : written(KIND, given);
}
