// Serves a folder for the demo pages and for the browser tests: plain `node:http`, nothing to install.
// It knows nothing of the widget but the policy that its strict pages are sent with.
//
//   node www/server.mjs [--root dist] [--port 8017]
//
// Tests import `serve` and may answer single requests themselves (`routes`), to provoke what goes wrong in the field.

import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** The strictest policy that the widget promises to run under. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'";

const TYPES = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.pdf', 'application/pdf'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.ts', 'text/plain; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.wasm', 'application/wasm'],
]);

/**
 * What a caller answers instead of the file.
 *
 * `status`, `headers` and `body` replace what would be sent, each only when given: `{ headers: { 'content-type':
 * 'text/plain' } }` sends the same file under another type, `{ status: 404 }` an empty answer with that status.
 * A header given as `null` is left out. `delay` is a promise or a number of milliseconds to wait for before
 * anything is sent. `cut` sends the headers and half of the file, then drops the connection; `'before'` drops it
 * before anything is sent. `endless` sends the body again and again, until the browser has had enough.
 *
 * @typedef {{
 *   status?: number,
 *   headers?: Record<string, string | null>,
 *   body?: string | Uint8Array,
 *   delay?: number | Promise<unknown>,
 *   cut?: boolean | 'before',
 *   endless?: boolean,
 * }} Answer
 */

/**
 * Starts serving `root`; port 0 takes any free port.
 *
 * @param {{
 *   root: string,
 *   port?: number,
 *   log?: (line: string) => void,
 *   routes?: (url: URL) => Answer | undefined | Promise<Answer | undefined>,
 * }} options
 * @returns {Promise<{ url: string, requests: { method: string, path: string, status: number }[], close: () => Promise<void> }>}
 *   `url` ends in no slash; `requests` grows as requests come in.
 */
export async function serve({ root, port = 0, log = () => {}, routes = () => undefined }) {
  const folder = resolve(root);
  const requests = [];

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      log(`error: ${error.message}`);
      response.destroy();
    });
  });

  async function answer(request, response) {
    const url = new URL(request.url, 'http://localhost');
    // Browsers ask for it unasked, some only at times: no business of a test that counts requests.
    if (url.pathname === '/favicon.ico') return void response.writeHead(204).end();
    const entry = { method: request.method, path: url.pathname + url.search, status: 0 };
    requests.push(entry);

    const override = (await routes(url)) ?? {};
    if (typeof override.delay === 'number') await new Promise((done) => setTimeout(done, override.delay));
    else await override.delay;

    const found = await find(folder, url.pathname);
    const status = override.status ?? (override.body === undefined ? found.status : 200);
    const headers = {
      'cache-control': 'no-cache',
      'content-type': TYPES.get(extname(found.file ?? url.pathname)) ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    };
    if (isStrict(url.pathname)) headers['content-security-policy'] = STRICT_POLICY;
    if (found.location) headers.location = found.location;

    let body = override.body;
    if (body === undefined && status === 200 && found.file) body = await readFile(found.file);
    if (body === undefined && status === 404) {
      body = NOT_FOUND;
      headers['content-type'] = TYPES.get('.html');
    }
    const bytes = Buffer.from(body ?? '');
    if (!override.endless) headers['content-length'] = bytes.length;
    for (const [name, value] of Object.entries(override.headers ?? {})) {
      if (value === null) delete headers[name.toLowerCase()];
      else headers[name.toLowerCase()] = value;
    }

    entry.status = status;
    log(`${status} ${request.method} ${entry.path}`);
    if (override.cut === 'before') return void request.socket.destroy();
    response.writeHead(status, headers);
    if (override.cut) return void response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.destroy());
    // Whoever has had enough hangs up.
    if (override.endless) return void (await pipeline(Readable.from(again(bytes)), response).catch(() => {}));
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  await new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => done(undefined));
  });
  const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${taken}`,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function* again(bytes) {
  for (;;) yield bytes;
}

/** Demo pages named strict are sent as a host with the strictest policy would send them. */
function isStrict(path) {
  return /^\/demo\/.*strict[^/]*\.html$/.test(path);
}

/** Finds the file for a path, never outside `folder`. */
async function find(folder, path) {
  let file;
  try {
    file = resolve(join(folder, decodeURIComponent(path)));
  } catch {
    return { status: 404 };
  }
  if (file !== folder && !file.startsWith(folder + sep)) return { status: 404 };
  const info = await stat(file).catch(() => undefined);
  if (info?.isFile()) return { status: 200, file };
  if (!info?.isDirectory()) return { status: 404 };
  if (!path.endsWith('/')) return { status: 308, location: `${path}/` };
  const index = join(file, 'index.html');
  const page = await stat(index).catch(() => undefined);
  if (page?.isFile()) return { status: 200, file: index };
  return path === '/' ? { status: 302, location: '/demo/' } : { status: 404 };
}

const NOT_FOUND = '<!doctype html><html lang="en"><title>Not found</title><p>Not found. <a href="/demo/">Demo pages</a></p></html>';

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { root: { type: 'string' }, port: { type: 'string' } } });
  const root = values.root ?? fileURLToPath(new URL('../dist', import.meta.url));
  try {
    const { url } = await serve({ root, port: Number(values.port ?? 8017), log: (line) => console.log(line) });
    console.log(`Demo pages: ${url}/demo/   (Ctrl-C ends)`);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(`error: port ${error.port} is taken; choose another with \`--port\``);
    process.exit(1);
  }
}
