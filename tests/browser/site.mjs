// The fixture that browser tests start from: `dist/` served on an address of its own, so that no test sees
// another's storage or requests.
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { serve } from '../../www/server.mjs';

export { expect } from '@playwright/test';

const root = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * `site` is what `serve` gives, and `site.routes`: set it to a function to answer single requests otherwise.
 * `page.goto('/demo/')` goes there.
 */
export const test = base.extend({
  site: async ({}, use) => {
    const site = { routes: undefined };
    Object.assign(site, await serve({ root, routes: (url) => site.routes?.(url) }));
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => use(site.url),
});
