// The words that one element speaks: those of the languages that ship, and those that its page brings for the language
// around it. It says which are needed, brings them to the mounted widget, and takes them away. It draws nothing and knows no
// text.

import { LoadFailure } from './files.js';
import { languagesOf } from './framework.js';
import { nearestLanguage } from './language.js';
import { elementLacks, fetchWords, findOwnWords, LANGUAGES, shippedTag, wordsFor } from './words.js';

/** @typedef {{ tag: string, text: string }} ShippedWords */

/**
 * The words that the page brings for the language around the element: from what, and what they came to, which is nothing
 * until they are there and where they can't be used. `found` settles with that, and where others are wanted meanwhile.
 *
 * @typedef {{ given: string | object, tag: string, found: Promise<void>, settle: () => void, isSettled: boolean, text: string | null }} OwnWords
 */

/**
 * What the element does for its speech.
 *
 * - `given`: what the page gives as words now;
 * - `report`: tells the page's developer; `once` where it may come up again;
 * - `changed`: what is spoken may be something else now.
 *
 * @typedef {{
 *   given: () => string | object | null,
 *   report: (code: string, message: string, once?: boolean) => void,
 *   changed: () => void,
 * }} Page
 */

/**
 * The widget that is spoken to, in the copy of the wasm it lives in.
 *
 * @typedef {{ instance: import('./loading.js').Instance, widget: import('rokade-glue').Widget }} Listener
 */

export class Speech {
  /** @type {Element} */
  #element;
  /** @type {Page} */
  #page;
  /** @type {Listener | null} */
  #listener = null;
  /** The page's own words that are wanted. @type {OwnWords | null} */
  #own = null;
  /** Those that the widget has. @type {OwnWords | null} */
  #spoken = null;
  /** The language that the widget was last asked to speak. @type {string | null} */
  #asked = null;

  /**
   * @param {Element} element
   * @param {Page} page
   */
  constructor(element, page) {
    this.#element = element;
    this.#page = page;
  }

  /** What the element itself says, in the language around it. */
  get words() {
    return wordsFor(nearestLanguage(this.#element), this.#own ?? this.#spoken);
  }

  /** The languages whose words can be had, by their tag, with their names; the name of the page's own is in its words. */
  get languages() {
    return this.#spoken ? { ...LANGUAGES, [this.#spoken.tag]: '' } : LANGUAGES;
  }

  /** The language to ask for. While the page's own words for it are on their way, it stays as it is. */
  get language() {
    const own = this.#own;
    const isOnItsWay = own && own !== this.#spoken && (!own.isSettled || own.text !== null);
    if (!isOnItsWay || !this.#listener) this.#asked = nearestLanguage(this.#element);
    return this.#asked;
  }

  /** What the page gives is read anew, also where it is the same address or object. */
  forget() {
    this.#own?.settle();
    this.#own = null;
  }

  /**
   * The words that are needed before anything can be shown: of the language that is asked for, the page's own before those
   * that ship, else of the framework's first that ships, else English. The wasm chooses in the same way among what it has.
   * Rejects with a {@link LoadFailure}.
   *
   * @param {Promise<import('./framework.js').Framework>} framework
   * @returns {Promise<ShippedWords[]>}
   */
  async first(framework) {
    const own = this.#want();
    const english = own && (await this.#englishFor(own));
    if (english) return english;
    const asked = shippedTag(nearestLanguage(this.#element));
    const ofFramework = async () => languagesOf(await framework).map(shippedTag).find((tag) => tag !== undefined);
    return shippedWords(asked ?? (await ofFramework()) ?? 'en');
  }

  /** Before the widget is made: the page's own words that came meanwhile are spoken from the start. */
  begin() {
    this.#spoken = this.#own?.text ? this.#own : null;
  }

  /**
   * The widget is made, and gets what it needs first.
   *
   * @param {Listener} listener
   * @param {ShippedWords[]} words
   */
  meet(listener, words) {
    this.#listener = listener;
    this.#give(words);
    if (this.#spoken) this.#giveOwn(this.#spoken);
  }

  /** The widget is gone. */
  end() {
    this.forget();
    this.#spoken = null;
    this.#listener = null;
  }

  /** Brings the widget the page's own words, where they are others than it has. */
  async bringOwn() {
    const own = this.#want();
    if (own === this.#spoken || (own && !own.isSettled)) return;
    if (!own || own.text === null) return this.#takeAway();
    const listener = this.#listener;
    const english = await this.#englishFor(own);
    if (listener !== this.#listener || own !== this.#own || own === this.#spoken) return;
    if (english) {
      this.#give(english);
      this.#giveOwn(own);
    }
    this.#page.changed();
  }

  /**
   * The widget wants the words of a language that ships.
   *
   * @param {string} tag
   */
  async bring(tag) {
    const listener = this.#listener;
    try {
      const words = await shippedWords(tag);
      if (listener === this.#listener) this.#give(words);
    } catch (error) {
      if (!(error instanceof LoadFailure)) throw error;
      this.#page.report(error.code, error.message);
      if (listener === this.#listener) this.#tell((widget) => widget.words_failed(tag));
    }
  }

  /**
   * English, which a page's own words need beside them, once those are there; null where they can't be used.
   *
   * @param {OwnWords} own
   * @returns {Promise<ShippedWords[] | null>}
   */
  async #englishFor(own) {
    try {
      const [english] = await Promise.all([shippedWords('en'), own.found]);
      return own.text === null ? null : english;
    } catch (error) {
      if (!(error instanceof LoadFailure)) throw error;
      this.#page.report(error.code, error.message, true);
      own.text = null;
      return null;
    }
  }

  /** The page's own words, if it gives any and the language around the element doesn't ship: from now on on their way. */
  #want() {
    const tag = nearestLanguage(this.#element);
    const given = this.#page.given();
    if (this.#own && this.#own.tag === tag && this.#own.given === given) return this.#own;
    this.forget();
    if (given && !tag) this.#page.report('words-invalid', "`words` aren't used, since no `lang` around the element says which language they are", true);
    if (!tag || !given || shippedTag(tag)) return null;
    let settle = () => {};
    /** @type {Promise<void>} */
    const found = new Promise((resolve) => (settle = resolve));
    const own = (this.#own = { given, tag, found, settle, isSettled: false, text: null });
    this.#find(own);
    return own;
  }

  /** @param {OwnWords} own */
  async #find(own) {
    const found = await findOwnWords(own.given, own.tag, this.#element.baseURI);
    if (own !== this.#own) return;
    own.isSettled = true;
    if ('text' in found) own.text = found.text;
    else this.#page.report(found.code, found.detail);
    own.settle();
    this.#page.changed();
  }

  /** @param {ShippedWords[]} words */
  #give(words) {
    for (const { tag, text } of words) this.#tell((widget) => widget.words(tag, text));
  }

  /** @param {OwnWords} own */
  #giveOwn(own) {
    const { tag, text } = own;
    if (text === null) return;
    this.#spoken = own;
    if (this.#tell((widget) => widget.own_words(tag, text))) {
      const lacking = elementLacks(text);
      if (lacking) this.#page.report('words-incomplete', `in the words for \`${tag}\` ${lacking}`, true);
    } else {
      own.text = null;
      this.#takeAway();
    }
  }

  /** The widget no longer speaks the page's own words. */
  #takeAway() {
    const own = this.#spoken;
    if (!own) return;
    this.#spoken = null;
    this.#tell((widget) => widget.forget_words(own.tag));
    this.#page.changed();
  }

  /**
   * Says something to the widget, if it still lives.
   *
   * @template Answer
   * @param {(widget: import('rokade-glue').Widget) => Answer} work
   * @returns {Answer | undefined}
   */
  #tell(work) {
    if (!this.#listener || this.#listener.instance.ended) return undefined;
    const { instance, widget } = this.#listener;
    return instance.enter(() => work(widget));
  }
}

/**
 * The words of a language that ships: none where the wasm has them. Rejects with a {@link LoadFailure}.
 *
 * @param {string} tag
 * @returns {Promise<ShippedWords[]>}
 */
async function shippedWords(tag) {
  const text = await fetchWords(tag);
  return text === undefined ? [] : [{ tag, text }];
}
