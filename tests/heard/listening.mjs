// What journeys start from: a desk with a screen reader, a browser of the engine that the project names, a page in it that
// is used by real keys, and an ear that writes down what is said and compares it with what was kept.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Browser } from '../browser/engines/browser.mjs';
import { start } from '../browser/engines/drivers.mjs';
import { test as base } from '../browser/engines/situation.mjs';
import { expect } from '../browser/expect.mjs';
import { attemptsAt } from './attempts.mjs';
import { sitDown } from './desk.mjs';

export { expect } from '../browser/expect.mjs';

/** Nothing more comes once Orca has been silent for so long; where that is what was kept, sooner. */
const SILENCE = 1_500;
const SILENCE_AS_KEPT = 350;
/** How long is waited for what was kept. */
const PATIENCE = 12_000;

/** What a phrase begins with, where it was kept, that is not always said. */
const MAY = '(may) ';

/** `ROKADE_BLESS=1` keeps what is heard; `ROKADE_BLESS=more` marks what is heard only now or was heard only before. */
const isBlessed = Boolean(process.env.ROKADE_BLESS);
const isBlessedAgain = process.env.ROKADE_BLESS === 'more';
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** More stops than this from one control to another are no way to get there. */
const STOPS = 40;

/**
 * Everything anew for each test: what a screen reader remembers of an earlier page may silence the next.
 *
 * - `page`: as in ../browser/engines/situation.mjs, of a browser at a desk with a screen reader;
 * - `ear`: an `Ear` for the page, whose file is named after the engine and the test.
 */
export const test = base.extend({
  listening: async ({ engine, site }, use) => {
    const desk = await sitDown();
    try {
      const browser = new Browser(await start(engine, { desk }));
      const page = await browser.begin(site);
      await use({ desk, page });
      await browser.quit();
    } finally {
      await desk.leave();
    }
  },

  page: async ({ listening }, use) => use(listening.page),

  ear: async ({ engine, listening: { desk, page } }, use, info) => {
    const name = info.title.replace(/\W+/g, '-');
    const path = fileURLToPath(new URL(`said/${engine}/${name}.txt`, import.meta.url));
    const ear = new Ear({ engine, page, desk, path, attempts: attemptsAt(info) });
    await use(ear);
    info.annotations.push({ type: `amount ${engine}`, description: `${ear.amount}` });
    if (info.status === info.expectedStatus) ear.compare();
    else console.log(ear.heard);
  },
});

class Ear {
  #engine;
  #page;
  #desk;
  #path;
  /** In which attempts which deeds were heard as they were kept, by their place. */
  #attempts;
  /** What was done, and what was said then. @type {{ deed: string, phrases: string[] }[]} */
  #heard = [];
  /** The same as it was kept. */
  #kept;
  #from = 0;

  constructor({ engine, page, desk, path, attempts }) {
    this.#engine = engine;
    this.#page = page;
    this.#desk = desk;
    this.#path = path;
    this.#attempts = attempts;
    this.#kept = existsSync(path) ? read(readFileSync(path, 'utf8')) : [];
  }

  /** Lets pass what is said now, such as while a page comes. */
  async waits() {
    await this.#listens(null);
  }

  /** Presses a key, by its name in X, and writes down what is said. */
  async press(key, deed = key) {
    await this.#desk.key(key);
    await this.#writesDown(deed);
  }

  /** Presses Tab until this has the focus, and writes down what is said at every stop. */
  async tabTo(locator) {
    for (let stop = 0; stop < STOPS; stop++) {
      const before = await this.#focused();
      await this.#desk.key('Tab');
      await expect.poll(() => this.#focused(), 'where the focus is').not.toBe(before);
      await this.#writesDown('Tab');
      if ((await locator.first().look()).first?.focused) return;
    }
    throw new Error(`Tab never gets to ${locator}`);
  }

  /** What has the focus, as something that changes when it goes on. */
  #focused() {
    return this.#page.inPage(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const all = [...(at?.getRootNode().querySelectorAll('*') ?? [])];
      return `${all.indexOf(at)} ${at?.outerHTML.slice(0, 200)}`;
    });
  }

  /** Leads the focus to something that is far away, not by a key. */
  async goTo(locator, deed) {
    await expect(locator.first()).toBeVisible();
    await locator.first().focus();
    await this.#writesDown(deed);
  }

  /** Has keys go to the control that has the focus, and not move a reading place. WebKitGTK's Orca knows no such place. */
  async intoControls() {
    if (this.#engine !== 'webkit') await this.press('Insert+a', 'keys to controls');
  }

  /** Has the rest of the page read, from where the focus is. */
  async readOn() {
    await this.press('KP_Add', 'reads on');
  }

  /** Writes down what is said at something that was done otherwise. */
  async hears(deed) {
    await this.#writesDown(deed);
  }

  async #writesDown(deed) {
    const kept = this.#kept[this.#heard.length];
    const isKnown = kept?.deed === deed;
    const phrases = await this.#listens(isKnown ? kept.phrases : null);
    if (isKnown && areAlike(phrases, kept.phrases)) this.#attempts.add(this.#heard.length);
    this.#heard.push({ deed, phrases });
  }

  /** What is said until silence; until it is what was kept, where something was. */
  async #listens(kept) {
    const phrases = [];
    const begin = Date.now();
    let last = begin;
    for (;;) {
      const { phrases: more, end } = this.#desk.said(this.#from);
      this.#from = end;
      if (more.length) last = Date.now();
      phrases.push(...more);
      const isAsKept = kept && areAlike(phrases, kept);
      const silent = Date.now() - last;
      if (isAsKept && silent > SILENCE_AS_KEPT) return phrases;
      if (silent > SILENCE && (isBlessed || !kept || Date.now() - begin > PATIENCE)) return phrases;
      await pause(40);
    }
  }

  get amount() {
    return this.#heard.reduce((sum, { phrases }) => sum + phrases.length, 0);
  }

  /** All that was heard, as it is kept. */
  get heard() {
    return written(this.#heard);
  }

  compare() {
    // What comes at once comes in no order that is promised: it is shown in the one that was kept. What was heard in an
    // earlier attempt counts.
    const inOrder = this.#heard.map(({ deed, phrases }, place) => {
      const kept = this.#kept[place]?.phrases ?? [];
      if (isBlessedAgain) return { deed, phrases: both(phrases, kept) };
      return { deed, phrases: this.#attempts.has(place) ? kept : phrases };
    });
    if (isBlessed) {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(this.#path, written(inOrder));
      return;
    }
    const others = (deeds) => written(deeds.filter((_, place) => !this.#attempts.has(place)));
    expect(others(inOrder), `what was heard is not ${this.#path}; is it right, then ROKADE_BLESS=1 keeps it`).toBe(others(this.#kept));
  }
}

/**
 * Whether these are the phrases that were kept, each as often, in any order. One that begins with `MAY` may be missing:
 * once in a while an engine loses it.
 */
function areAlike(phrases, kept) {
  const left = [...phrases];
  const isThere = (phrase) => {
    const place = left.indexOf(phrase.startsWith(MAY) ? phrase.slice(MAY.length) : phrase);
    if (place >= 0) left.splice(place, 1);
    return place >= 0 || phrase.startsWith(MAY);
  };
  return kept.every(isThere) && !left.length;
}

/** All that was kept or is heard now; what isn't both may be missing. */
function both(phrases, kept) {
  const left = [...phrases];
  const known = kept.map((phrase) => {
    const said = phrase.startsWith(MAY) ? phrase.slice(MAY.length) : phrase;
    const place = left.indexOf(said);
    if (place < 0) return MAY + said;
    left.splice(place, 1);
    return phrase;
  });
  return [...known, ...left.map((phrase) => MAY + phrase)];
}

// A line for each deed, and below it, indented, a line for each phrase.

const written = (heard) => heard.map(({ deed, phrases }) => [deed, ...phrases.map((phrase) => `  ${phrase}`), ''].join('\n')).join('');

function read(text) {
  const heard = [];
  for (const line of text.split('\n').filter(Boolean)) {
    if (line.startsWith('  ')) heard.at(-1).phrases.push(line.slice(2));
    else heard.push({ deed: line, phrases: [] });
  }
  return heard;
}
