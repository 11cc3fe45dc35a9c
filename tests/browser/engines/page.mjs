// A page in any of the three engines, under the names that Playwright gives to its pages and locators, so that one
// `Person` and one set of helpers serve both suites. It drives a WebDriver session and knows no engine.
import { createReadStream, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Key } from 'selenium-webdriver';

export const FINDER = readFileSync(new URL('finder.js', import.meta.url), 'utf8');

/** How long is waited for something to stand there, to happen, to be so: machines are slow, and shared. */
export const PATIENCE = 30_000;
/** For a file, counted from before somebody goes to the button. */
const PATIENCE_FOR_FILES = 120_000;

const KEYS = {
  ArrowDown: Key.ARROW_DOWN, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, ArrowUp: Key.ARROW_UP,
  Backspace: Key.BACK_SPACE, Delete: Key.DELETE, End: Key.END, Enter: Key.ENTER, Escape: Key.ESCAPE, Home: Key.HOME,
  PageDown: Key.PAGE_DOWN, PageUp: Key.PAGE_UP, Space: ' ', Tab: Key.TAB,
  Alt: Key.ALT, Control: Key.CONTROL, Meta: Key.META, Shift: Key.SHIFT,
};
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** A text as the finder takes it. */
const sought = (text, exact = false) => (text instanceof RegExp ? { pattern: [text.source, text.flags] } : { is: String(text), exact });

/** What can be looked for in a page, and inside what was found. */
class Scope {
  constructor(page, steps) {
    this.page = page;
    this.steps = steps;
  }

  #then(...steps) {
    return new Locator(this.page, [...this.steps, ...steps]);
  }

  locator(css, { hasText } = {}) {
    return this.#then({ by: 'css', css }, ...(hasText === undefined ? [] : [{ by: 'with', name: sought(hasText) }]));
  }

  getByRole(role, { name, exact } = {}) {
    return this.#then({ by: 'role', role, ...(name === undefined ? {} : { name: sought(name, exact) }) });
  }

  getByLabel(text, { exact } = {}) {
    return this.#then({ by: 'label', name: sought(text, exact) });
  }

  getByText(text, { exact } = {}) {
    return this.#then({ by: 'text', name: sought(text, exact) });
  }

  nth(nth) {
    return this.#then({ by: 'nth', nth });
  }

  first() {
    return this.nth(0);
  }

  last() {
    return this.nth(-1);
  }

  filter({ has, hasText, visible }) {
    return this.#then(
      ...(has === undefined ? [] : [{ by: 'has', steps: has.steps }]),
      ...(hasText === undefined ? [] : [{ by: 'with', name: sought(hasText) }]),
      ...(visible === undefined ? [] : [{ by: 'visible', visible }]),
    );
  }
}

/** Some elements of a page, found anew each time. */
export class Locator extends Scope {
  /** How they stand: see `look` in finder.js. */
  look() {
    return this.page.inPage('(steps) => window.rokadeFinder.look(steps)', this.steps);
  }

  async count() {
    return (await this.look()).count;
  }

  async all() {
    return Array.from({ length: await this.count() }, (_, place) => this.nth(place));
  }

  async evaluateAll(work, argument) {
    return this.page.inPage(`(steps, argument) => (${work})(window.rokadeFinder.find(steps), argument)`, this.steps, argument);
  }

  async evaluate(work, argument) {
    await this.#there();
    return this.page.inPage(`(steps, argument) => (${work})(window.rokadeFinder.find(steps)[0], argument)`, this.steps, argument);
  }

  /** The element itself, as WebDriver has it. */
  async element() {
    await this.#there();
    return this.page.inPage('(steps) => window.rokadeFinder.find(steps)[0]', this.steps);
  }

  async #there(wanted = () => true) {
    return until(async () => {
      const { first } = await this.look();
      return first && wanted(first) ? first : null;
    }, () => `${this} isn't there`);
  }

  async isChecked() {
    return (await this.#there()).checked;
  }

  async isVisible() {
    return (await this.look()).first?.visible ?? false;
  }

  async inputValue() {
    return (await this.#there()).value;
  }

  textContent() {
    return this.evaluate((element) => element.textContent);
  }

  innerText() {
    return this.evaluate((element) => element.innerText);
  }

  allInnerTexts() {
    return this.evaluateAll((elements) => elements.map((element) => element.innerText));
  }

  async getAttribute(name) {
    return (await this.#there()).attributes[name] ?? null;
  }

  async focus() {
    await this.evaluate((element) => element.focus());
  }

  /** With the mouse. */
  async click() {
    await this.#there(({ visible, disabled }) => visible && !disabled);
    const element = await this.element();
    try {
      await element.click();
    } catch (error) {
      if (!['ElementClickInterceptedError', 'ElementNotInteractableError'].includes(error.name)) throw error;
      // What stays at an edge of the window covers it, or the screen is still being drawn above it: a person scrolls.
      await this.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await (await this.element()).click();
    }
  }

  async check() {
    if (await this.isChecked()) return;
    await this.click();
    if (!(await this.isChecked())) throw new Error(`${this} can't be checked`);
  }

  async press(name) {
    await this.focus();
    await this.page.keyboard.press(name);
  }

  async fill(text) {
    await this.evaluate((element) => {
      element.focus();
      element.select();
    });
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.type(text);
  }

  async scrollIntoViewIfNeeded() {
    await this.evaluate((element) => element.scrollIntoView({ block: 'nearest' }));
  }

  /** Chooses a file: a path, or `{ name, buffer }`. A browser's own window for that can't be used here. */
  async setInputFiles(file) {
    let path = file;
    if (typeof file !== 'string') {
      path = join(await mkdtemp(join(this.page.browser.files, '../chosen-')), file.name);
      await writeFile(path, file.buffer);
    }
    await (await this.element()).sendKeys(path);
  }

  toString() {
    return this.steps.map(({ by, ...step }) => `${by} ${JSON.stringify(step)}`).join(' > ');
  }
}

/** A tab, or a frame in one. */
export class Page extends Scope {
  /**
   * @param {import('./browser.mjs').Browser} browser
   * @param {string} window
   * @param {string[]} [frames] the selectors that lead from the tab's page to the frame
   */
  constructor(browser, window, frames = []) {
    super(null, []);
    this.page = this;
    this.browser = browser;
    this.window = window;
    this.frames = frames;
    this.keyboard = {
      press: (names) => this.#press(names),
      type: async (text) => {
        for (const character of text) await this.#press(character);
      },
    };
  }

  /** The page in this frame. */
  frame(css) {
    return new Page(this.browser, this.window, [...this.frames, css]);
  }

  async goto(address) {
    const { href } = new URL(address, this.browser.baseURL);
    const driver = await this.browser.enter(this);
    await this.browser.collect(this);
    await driver.get(href);
    this.address = href;
  }

  async reload() {
    const driver = await this.browser.enter(this);
    await driver.navigate().refresh();
  }

  async goBack() {
    await (await this.browser.enter(this)).navigate().back();
  }

  async goForward() {
    await (await this.browser.enter(this)).navigate().forward();
  }

  /** The address last gone to. */
  url() {
    return this.address;
  }

  async title() {
    return (await this.browser.enter(this)).getTitle();
  }

  /** Runs in all pages that are opened from now on, before any script of theirs. */
  async addInitScript(work, argument) {
    this.browser.early.push(`(${work})(${JSON.stringify(argument) ?? ''});`);
  }

  async evaluate(work, argument) {
    return this.inPage(work, argument);
  }

  /** Runs a function in the page, with the finder at hand, also where our server didn't send the page. */
  async inPage(work, ...values) {
    const driver = await this.browser.enter(this);
    const script = `return window.rokadeFinder ? Promise.resolve((${work})(...arguments)).then((answer) => ({ answer })) : null`;
    let told = await driver.executeScript(script, ...values);
    if (!told) {
      await driver.executeScript(FINDER);
      told = await driver.executeScript(script, ...values);
    }
    return told.answer;
  }

  async #press(names) {
    const driver = await this.browser.enter(this);
    const keys = names === '+' ? ['+'] : names.split('+').map((name) => KEYS[name] ?? name);
    const actions = driver.actions();
    for (const key of keys) actions.keyDown(key);
    for (const key of keys.reverse()) actions.keyUp(key);
    await actions.perform();
  }

  /** The next file that the browser saves. */
  async waitForEvent(name) {
    if (name !== 'download') throw new Error(`nothing waits for ${name} here`);
    const { files } = this.browser;
    const before = new Set(await readdir(files));
    const isUnfinished = (file) => /^\.|\.(part|crdownload|wkdownload)$/.test(file);
    return until(async () => {
      const now = await readdir(files);
      const fresh = now.find((file) => !before.has(file) && !isUnfinished(file));
      // What an earlier page left half saved stays so.
      if (!fresh || now.some((file) => !before.has(file) && isUnfinished(file))) return null;
      const path = join(files, fresh);
      // Firefox keeps the place with an empty file, and takes it away again.
      if ((await sizeOf(path)) === 0) return null;
      // Out of the way: WebKit never saves two of the same name.
      const own = join(await mkdtemp(join(files, '../saved-')), fresh);
      await rename(path, own);
      return { suggestedFilename: () => fresh, path: async () => own, createReadStream: async () => createReadStream(own) };
    }, () => 'no file was saved', PATIENCE_FOR_FILES);
  }

  async close() {
    const driver = await this.browser.enter(this);
    await this.browser.collect(this);
    await driver.close();
    this.browser.left(this);
  }
}

/** @param {string} path */
async function sizeOf(path) {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error.code === 'ENOENT') return 0;
    throw error;
  }
}

/**
 * Waits until this gives something.
 *
 * @template Value
 * @param {() => Promise<Value | null>} look
 * @param {() => string} complaint
 * @returns {Promise<Value>}
 */
export async function until(look, complaint, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    const value = await look();
    if (value) return value;
    if (Date.now() > end) throw new Error(complaint());
    await pause(40);
  }
}
