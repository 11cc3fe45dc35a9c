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
 * requests to other places. A test that provokes some takes them out: `complaints.splice(0)`.
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
      const complaints = [];
      context.on('console', (message) => complaints.push(message.text()));
      context.on('weberror', (error) => complaints.push(error.error().message));
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== site.url && protocol !== 'blob:') complaints.push(`request to ${request.url()}`);
      });
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
          console.error(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}`),
        );
      });
      await use(complaints);
      expect(complaints).toEqual([]);
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
