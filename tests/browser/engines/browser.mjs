// One browser of one engine, used by test after test: its tabs, what is to run early in its pages, and what its pages
// complained of. It knows no engine and no widget.
import { until, Page } from './page.mjs';

/** A window whose page has fewer pixels than this is worn out: in WebKit's every saved file takes some away. */
const LOW = 300;

export class Browser {
  /** Where addresses without a server lead to. */
  baseURL = '';
  /** Scripts that run in every page of the site before its own. */
  early = [];

  #complaints = [];
  #first = '';
  #at = { window: '', isInFrame: false };

  /** @param {Awaited<ReturnType<typeof import('./drivers.mjs').start>>} started */
  constructor({ driver, files, quit }) {
    this.driver = driver;
    this.files = files;
    this.quit = quit;
  }

  /** A new test begins: in an empty tab, with nothing from the one before. */
  async begin({ url, early }) {
    this.baseURL = url;
    this.early = early;
    this.#complaints = [];
    this.#first ||= await this.driver.getWindowHandle();
    this.#at = { window: this.#first, isInFrame: false };
    const worn = new Page(this, this.#first);
    if ((await worn.inPage(() => innerHeight)) < LOW) {
      this.#first = (await this.newPage()).window;
      await worn.close();
    }
    return new Page(this, this.#first);
  }

  /** Closes all tabs but the first, which forgets what it showed. Answers with what pages complained of. */
  async end() {
    const complaints = await this.complaints();
    for (const page of await this.#pages()) if (page.window !== this.#first) await page.close();
    await (await this.enter(new Page(this, this.#first))).get('about:blank');
    return complaints;
  }

  /** Takes what pages have complained of since this was last asked. */
  async complaints() {
    for (const page of await this.#pages()) await this.collect(page);
    return this.#complaints.splice(0);
  }

  async #pages() {
    return (await this.driver.getAllWindowHandles()).map((window) => new Page(this, window));
  }

  /** In a window of its own: WebKit draws no tab that is behind another. */
  async newPage() {
    await this.driver.switchTo().newWindow('window');
    const window = await this.driver.getWindowHandle();
    this.#at = { window, isInFrame: false };
    return new Page(this, window);
  }

  /** Makes this page the one that commands go to. */
  async enter({ window, frames }) {
    const { driver } = this;
    if (this.#at.window !== window) {
      await driver.switchTo().window(window);
      this.#at = { window, isInFrame: false };
    }
    if (this.#at.isInFrame) await driver.switchTo().defaultContent();
    this.#at.isInFrame = frames.length > 0;
    for (const css of frames) {
      const find = async () => (await driver.findElements({ css }))[0] ?? null;
      await driver.switchTo().frame(await until(find, () => `there is no frame ${css}`));
    }
    return driver;
  }

  left() {
    this.#at = { window: '', isInFrame: false };
  }

  /** Takes down what the page has recorded so far. */
  async collect(page) {
    const driver = await this.enter(page);
    const records = await driver.executeScript(
      'return location.protocol.startsWith("http") ? window.rokadeRecords?.splice(0) ?? ["no recorder in " + location] : []',
    );
    this.#complaints.push(...records);
  }
}
