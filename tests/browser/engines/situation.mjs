// What situations start from: a browser of the engine that the project names, a site of its own, and a record of all
// that goes wrong in its pages. A situation says itself which engine can't show it, and why.
import { existsSync, readFileSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { expect } from '../expect.mjs';
import { host } from '../host.mjs';
import { Browser } from './browser.mjs';
import { start } from './drivers.mjs';
import { FINDER } from './page.mjs';

export { expect } from '../expect.mjs';

const RECORDER = readFileSync(new URL('recorder.js', import.meta.url), 'utf8');
const RECORDER_PATH = '/recorder.js';

/** Ports that this worker's browser knows already: what it keeps for one site, another would find. */
const used = new Set();

/**
 * - `engine`: which one it is;
 * - `desk`: see `start` in drivers.mjs;
 * - `site`: as in ../site.mjs, on an address that this browser never saw;
 * - `page`: an empty tab; `context.newPage()`: one more;
 * - `browse(options)`: another browser of the same engine, by somebody else: its first page;
 * - `complaints()`: takes what pages have complained of so far. What is left at the end of a test fails it.
 */
export const test = base.extend({
  engine: ['chromium', { scope: 'worker', option: true }],
  desk: [null, { scope: 'worker', option: true }],

  browser: [
    async ({ engine, desk }, use) => {
      const browser = new Browser(await start(engine, { desk }));
      await use(browser);
      await browser.quit();
    },
    { scope: 'worker' },
  ],

  site: async ({}, use) => {
    const scripts = [];
    const early = () => ({ body: `${RECORDER}${FINDER}${scripts.join('\n')}`, headers: { 'content-type': 'text/javascript; charset=utf-8' } });
    const open = () => host({ head: `<script src="${RECORDER_PATH}"></script>`, route: ({ pathname }) => (pathname === RECORDER_PATH ? early() : undefined) });
    let site = await open();
    while (used.has(site.url)) {
      const known = site;
      site = await open();
      await known.close();
    }
    used.add(site.url);
    await use(Object.assign(site, { early: scripts }));
    await site.close();
  },

  page: async ({ browser, site }, use) => {
    const page = await browser.begin(site);
    await use(page);
    expect(await browser.end()).toEqual([]);
  },

  context: async ({ browser, page }, use) => use({ newPage: () => browser.newPage() }),

  complaints: async ({ browser, page: _ }, use) => use(() => browser.complaints()),

  browse: async ({ engine, site }, use) => {
    const others = [];
    await use(async (options) => {
      const other = new Browser(await start(engine, options));
      others.push(other);
      return other.begin(site);
    });
    for (const other of others) {
      const complaints = await other.end().finally(() => other.quit());
      expect(complaints).toEqual([]);
    }
  },
});

/** As somebody who was never here. */
export async function forget(page, site) {
  site.early.splice(0);
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
}

/**
 * One row of the matrix.
 *
 * @param {string} name
 * @param {{ cannot?: Record<string, string>, note?: Record<string, string>, timeout?: number }} options
 *   `cannot`: engines that can't show it, each with the reason; `note`: what is to be known about how one shows it
 * @param {(fixtures: any) => Promise<void>} show
 */
export function situation(name, { cannot = {}, note = {}, timeout }, show) {
  test.describe(() => {
    test.skip(({ engine }) => engine in cannot, 'see the matrix');
    test(name, { annotation: annotations(cannot, note) }, async ({ engine, page, site, context, browser, browse, complaints }, info) => {
      if (timeout) info.setTimeout(timeout);
      await show({ engine, page, site, context, browser, browse, complaints, info });
    });
  });
}

/**
 * One row for what Chromium alone can show, and the other suite does.
 *
 * @param {string} name
 * @param {string[]} specs the files of the other suite that show it
 * @param {string} why the others can't
 */
export function inChromiumAlone(name, specs, why) {
  const note = { chromium: `shown in the step \`browser\` by ${specs.join(' and ')}` };
  test.describe(() => {
    test.skip(({ engine }) => engine !== 'chromium', 'see the matrix');
    test(name, { annotation: annotations({ firefox: why, webkit: why }, note) }, () => {
      for (const spec of specs) expect(existsSync(new URL(`../${spec}`, import.meta.url)), spec).toBe(true);
    });
  });
}

/** For the matrix. */
const annotations = (cannot, note) =>
  Object.entries({ cannot, note }).flatMap(([kind, told]) =>
    Object.entries(told).map(([engine, description]) => ({ type: `${kind} ${engine}`, description })),
  );

/** A heading in the matrix, with the situations that `declare` declares below it. */
export const part = test.describe;
