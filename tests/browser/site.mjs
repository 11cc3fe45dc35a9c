// The fixtures that browser tests start from: `dist/` served on an address of its own, so that no test sees another's
// storage or requests, and a record of all that a browser complains of.
import { test as base } from '@playwright/test';
import { expect } from './expect.mjs';
import { host } from './host.mjs';

export { expect } from './expect.mjs';

/**
 * `site` is what `host` gives.
 *
 * `complaints` is empty at the end of every test: what the console said, errors of pages, violations of a policy, and
 * requests to other places. A test that provokes some says which, or that some may come.
 *
 * `page.goto('/demo/')` goes to the site. `test.use({ root })` serves another folder.
 */
export const test = base.extend({
  root: [undefined, { option: true }],

  site: async ({ root }, use) => {
    const site = await host({ root });
    await use(site);
    await site.close();
  },

  baseURL: async ({ site }, use) => use(site.url),

  complaints: [
    async ({ context, site }, use) => {
      const complaints = new Complaints(site.url);
      context.on('console', (message) => complaints.add(message.text()));
      context.on('weberror', (error) => complaints.add(error.error().message));
      context.on('request', (request) => complaints.asked(request.url()));
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
          console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
        );
      });
      await use(complaints);
      complaints.areNoMore();
    },
    { auto: true },
  ],
});

/** What the widget told the page, as `[name, detail]`; from the page's start on, when called before going there. */
export async function listen(page) {
  await page.addInitScript(() => {
    window.told = [];
    for (const name of ['ready', 'progress', 'results', 'share', 'export', 'error']) {
      document.addEventListener(`rokade-${name}`, ({ type, detail }) => window.told.push([type, detail]));
    }
  });
  return (wanted) => page.evaluate((wanted) => window.told.filter(([name]) => name === wanted).map(([, told]) => told), wanted);
}

/** What a browser complains of. It comes some time after what it is about, and is waited for. */
class Complaints {
  /** Where requests may go. */
  #origins;
  #lines = [];
  #mayCome = false;

  constructor(origin) {
    this.#origins = [origin];
  }

  add(line) {
    this.#lines.push(line);
  }

  asked(url) {
    const { origin, protocol } = new URL(url);
    if (!this.#origins.includes(origin) && protocol !== 'blob:') this.add(`request to ${url}`);
  }

  /** Requests may go there, too. */
  mayAsk(origin) {
    this.#origins.push(origin);
  }

  /** What the console says, has said or will, is not what is tested. Requests to elsewhere and breaches of a policy are. */
  mayCome() {
    this.#mayCome = true;
  }

  /** These come, in this order, and no others; of those that `counts` says. */
  async are(wanted, counts = () => true) {
    await expect.poll(() => this.#lines.filter(counts)).toEqual(wanted);
    this.#lines = [];
  }

  /** These come, in any order, and the console may say more. */
  async contain(...wanted) {
    await expect.poll(() => this.#lines).toEqual(expect.arrayContaining(wanted));
    this.#lines = this.#lines.filter((line) => !wanted.some((own) => own.asymmetricMatch?.(line) ?? own === line));
    this.mayCome();
  }

  areNoMore() {
    const isExcused = (line) => this.#mayCome && !/^(request to|policy:) /.test(line);
    expect(this.#lines.filter((line) => !isExcused(line))).toEqual([]);
  }
}
