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

/** As long as a text may be; src/wording/words.rs has the same. */
const LONGEST = 4_000;

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
 * Those of a page's own, as far as they say something, and English for the others. What a file is to say of itself stands
 * in both.
 *
 * @param {Words} english
 * @param {string} text a words file's
 * @returns {Words}
 */
function ownWordsOver(english, text) {
  const own = elementIn(text);
  const words = { ...over(english, own), reasons: over(english.reasons, own.reasons) };
  for (const notice of /** @type {const} */ (['fileNotice', 'fileNoticeManager'])) {
    if (words[notice] !== english[notice]) words[notice] += `\n\n${english[notice]}`;
  }
  return words;
}

/**
 * @template {object} Texts
 * @param {Texts} known
 * @param {any} own
 */
function over(known, own) {
  const texts = Object.entries(known).map(([key, text]) => [key, says(own?.[key]) ? own[key] : text]);
  return /** @type {Texts} */ (Object.fromEntries(texts));
}

/** @param {unknown} text */
function says(text) {
  return typeof text === 'string' && text.trim() !== '' && [...text].length <= LONGEST;
}

/**
 * @param {string} text a words file's
 * @returns {any}
 */
function elementIn(text) {
  try {
    return JSON.parse(text).element ?? {};
  } catch {
    return {};
  }
}

/**
 * What a page's own words lack of what the element says, for its author; undefined where they lack nothing.
 *
 * @param {string} text a words file's
 */
export function elementLacks(text) {
  const { reasons, ...texts } = shipped.en.element;
  const own = elementIn(text);
  const lacking = [
    ...Object.keys(texts).filter((key) => !says(own[key])).map((key) => `\`element.${key}\``),
    ...Object.keys(reasons).filter((key) => !says(own.reasons?.[key])).map((key) => `\`element.reasons.${key}\``),
  ];
  if (!lacking.length) return undefined;
  return `English stands for what is missing, empty or longer than ${LONGEST} characters: ${lacking.join(', ')}`;
}

/**
 * The words file of a language that ships; nothing where the words are in the wasm. Rejects with a `LoadFailure`; the next
 * call then tries again.
 *
 * @param {string} tag as {@link shippedTag} gives it
 */
export async function fetchWords(tag) {
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
