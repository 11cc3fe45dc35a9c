// Serves what is measured as a good host would: everything compressed by brotli at its highest level, done once and kept
// in memory, and kept by browsers for good but for the pages themselves. It knows no candidate.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

const TYPES = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.wasm', 'application/wasm'],
]);

/**
 * Serves folders and single texts, each under a path of its own.
 *
 * @param {{ folders: Record<string, string>, texts: Record<string, string> }} what folders by how their paths begin, such
 *   as `/first/`; texts by their whole path. A text goes before a file.
 * @returns {Promise<{ url: string, takeSent: () => { path: string, status: number, bytes: number }[], close: () => Promise<void> }>}
 *   `takeSent` tells what was sent since it was last asked, the bytes being those of the bodies, compressed.
 */
export async function serve({ folders, texts }) {
  /** @type {Map<string, Promise<Buffer | undefined>>} */
  const kept = new Map();
  let sent = [];

  const bodyOf = (path) => {
    if (!kept.has(path)) {
      kept.set(path, plainBodyOf(path).then((plain) => plain && compress(plain, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
      })));
    }
    return kept.get(path);
  };

  async function plainBodyOf(path) {
    if (Object.hasOwn(texts, path)) return Buffer.from(texts[path]);
    const start = Object.keys(folders).find((start) => path.startsWith(start));
    if (!start) return undefined;
    const folder = resolve(folders[start]);
    const file = resolve(join(folder, path.slice(start.length)));
    if (!file.startsWith(folder + sep)) return undefined;
    return readFile(file).catch(() => undefined);
  }

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    // Browsers ask for it unasked.
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    const body = await bodyOf(path);
    sent.push({ path, status: body ? 200 : 404, bytes: body?.length ?? 0 });
    if (!body) return void response.writeHead(404).end();
    const type = extname(path);
    response.writeHead(200, {
      'cache-control': type === '.html' ? 'no-cache' : 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-length': body.length,
      'content-type': TYPES.get(type) ?? 'application/octet-stream',
    });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    takeSent: () => sent.splice(0),
    close: () =>
      new Promise((done) => {
        server.close(() => done(undefined));
        server.closeAllConnections();
      }),
  };
}
