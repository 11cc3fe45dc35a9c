// The fixtures that browser tests start from: `dist/` served on an address of its own, so that no test sees another's
// storage or requests, and a record of all that a browser complains of.
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { serve } from '../../www/server.mjs';

export { expect } from '@playwright/test';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * `site` is what `serve` gives, and
 * - `site.routes`: set it to a function to answer single requests otherwise;
 * - `site.show(markup)`: a page of its own with this in its `<main>`, as an address to go to.
 *
 * `complaints` is empty at the end of every test: what the console said, errors of pages, violations of a policy, and
 * requests to other places. A test that provokes some takes them out: `complaints.splice(0)`.
 *
 * `page.goto('/demo/')` goes to the site. `test.use({ root })` serves another folder.
 */
export const test = base.extend({
  root: [dist, { option: true }],

  site: async ({ root }, use) => {
    const pages = new Map();
    const site = {
      routes: undefined,
      show(markup, { strict = false, lang = 'da', script = '../rokade.js' } = {}) {
        const path = `/demo/${strict ? 'strict-' : ''}${pages.size}.html`;
        pages.set(path, page(markup, lang, script));
        return path;
      },
    };
    const routes = async (url) => {
      const body = pages.get(url.pathname);
      return (await site.routes?.(url)) ?? (body === undefined ? undefined : { body });
    };
    Object.assign(site, await serve({ root, routes }));
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
      base.expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

function page(markup, lang, script) {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Host</title>
<script type="module" src="${script}"></script>
</head>
<body>
<main>
<h1>Host</h1>
${markup}
</main>
</body>
</html>`;
}

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
