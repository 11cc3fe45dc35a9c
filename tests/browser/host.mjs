// Serves `dist/` on an address of its own, with pages that tests put there. Both suites of browser tests stand on it;
// it knows neither.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from '../../www/server.mjs';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * What `serve` gives, and
 * - `site.routes`: set it to a function to answer single requests otherwise;
 * - `site.show(markup)`: a page of its own with this in its `<main>`, as an address to go to; sent with the strictest
 *   policy unless it isn't `strict`.
 *
 * `root` is another folder to serve; `head` is put first into the head of every page; `route` answers single requests
 * before all others.
 *
 * @param {{ root?: string, head?: string, route?: (url: URL) => import('../../www/server.mjs').Answer | undefined }} [options]
 */
export async function host({ root = dist, head = '', route = () => undefined } = {}) {
  const pages = new Map();
  const site = {
    routes: undefined,
    show(markup, { strict = true, lang = 'da', script = '../rokade.js' } = {}) {
      const path = `/demo/${strict ? 'strict-' : ''}${pages.size}.html`;
      pages.set(path, page(markup, lang, script));
      return path;
    },
  };
  const routes = async (url) => {
    const first = route(url);
    if (first) return first;
    const answer = await site.routes?.(url);
    const body = answer?.body ?? pages.get(url.pathname);
    const isPage = head && /(\/|\.html)$/.test(url.pathname) && (answer?.status ?? 200) === 200;
    if (!isPage) return answer ?? (body === undefined ? undefined : { body });
    const text = body ?? (await readFile(root + url.pathname.replace(/\/$/, '/index.html'), 'utf8').catch(() => undefined));
    return text === undefined ? answer : { ...answer, body: String(text).replace(/<head>|(?=<title>)/, (found) => found + head) };
  };
  return Object.assign(site, await serve({ root, routes }));
}

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
