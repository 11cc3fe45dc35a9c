// Reads what the page's author gives as a file: an object in a property, or an address. It never looks inside.

/**
 * What is given, as the author knows it, and the public codes for what can be wrong with it.
 *
 * @template {string} Code
 * @typedef {{ name: string, missing: Code, notFound: Code, unreachable: Code, unreadable: Code }} Kind
 */

/**
 * The text, or why there is none.
 *
 * @template {string} Code
 * @typedef {{ text: string } | { code: Code, detail: string }} Given
 */

/** The most that is read of it, in bytes: what the wasm takes, as src/json.rs says. */
const LARGEST = 8 * 1024 * 1024;

/**
 * What the property holds as text. A function, a value that holds itself and the like can't be written down, nor read.
 *
 * @template {string} Code
 * @param {Kind<Code>} kind
 * @param {unknown} value
 * @returns {Given<Code>}
 */
export function written({ name, missing: code }, value) {
  /** @param {unknown} reason */
  const missing = (reason) => ({ code, detail: `the \`${name}\` property holds nothing that can be written as JSON: ${reason}` });
  try {
    const text = JSON.stringify(value);
    return typeof text === 'string' ? { text } : missing(`a ${typeof value}`);
  } catch (error) {
    return missing(error);
  }
}

/**
 * @template {string} Code
 * @param {Kind<Code>} kind
 * @param {string} asked the address as the page's author wrote it
 * @param {string} base what it may be relative to
 * @returns {Promise<Given<Code>>} never rejects
 */
export async function fetchGiven(kind, asked, base) {
  let address;
  try {
    address = new URL(asked, base).href;
  } catch {
    const detail = `the \`${kind.name}\` attribute holds \`${asked}\`, which is no address on a page at ${base}`;
    return { code: kind.missing, detail };
  }
  try {
    const response = await fetch(address);
    if (response.ok) return await readGiven(kind, address, response);
    const { status } = response;
    if (status === 404 || status === 410) {
      return { code: kind.notFound, detail: `${address} isn't there (${status})` };
    }
    return { code: kind.unreachable, detail: `${address} was answered with ${status}` };
  } catch (error) {
    const { origin } = new URL(address);
    return {
      code: kind.unreachable,
      detail:
        `${address} can't be reached: no connection, blocked by \`connect-src\` in the page's Content-Security-Policy` +
        (origin === location.origin ? '' : `, or no \`Access-Control-Allow-Origin\` on ${origin}`) +
        ` (${error})`,
    };
  }
}

/**
 * Rejects when the connection breaks off in the middle.
 *
 * @template {string} Code
 * @param {Kind<Code>} kind
 * @param {string} address
 * @param {Response} response
 * @returns {Promise<Given<Code>>}
 */
async function readGiven(kind, address, response) {
  const chunks = await readWithin(LARGEST, response);
  if (!chunks) {
    const detail = `${address} is larger than 8 MiB (${LARGEST} bytes), the most that is read`;
    return { code: kind.unreadable, detail };
  }
  const text = decode(chunks);
  const isHtml = /^text\/html\b/i.test(response.headers.get('content-type') ?? '');
  // Some servers send JSON under that type, too.
  const isPage = text === null ? isHtml : /^\s*</.test(text) || (isHtml && !/^\s*\{/.test(text));
  if (isPage) {
    const detail = `${address} was answered with a page, such as a login, in place of the ${kind.name}`;
    return { code: kind.unreachable, detail };
  }
  if (text === null) return { code: kind.unreadable, detail: `${address}: the file is not UTF-8; save it as UTF-8` };
  return { text };
}

/**
 * What a server sends, or nothing where it has more bytes than this: then no more is read.
 *
 * @param {number} most
 * @param {Response} response
 */
async function readWithin(most, response) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  const reader = response.body?.getReader();
  if (!reader) return chunks;
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => {});
      return null;
    }
    chunks.push(value);
  }
}

/**
 * The text, or nothing where it is not UTF-8: a lenient reader would put a sign for what is unknown in the place of letters.
 *
 * @param {Uint8Array[]} chunks
 */
function decode(chunks) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
  } catch {
    return null;
  }
}
