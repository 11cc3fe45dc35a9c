// Finds the framework's text, wherever the page's author put it. It never looks inside: the wasm reads and checks it.

/**
 * What the wasm is told: the text, or why there is none.
 *
 * @typedef {{ text: string } | {
 *   code: 'framework-missing' | 'framework-not-found' | 'framework-unreachable' | 'framework-not-json',
 *   detail: string,
 * }} Framework
 */

/** The most that is read of a framework, in bytes: what the wasm takes, as src/json.rs says. */
const LARGEST = 8 * 1024 * 1024;

/**
 * The framework from the property, the attribute or a child script, in this order.
 *
 * @param {Element} element
 * @param {object | null} value what the property holds
 * @returns {Promise<Framework>} never rejects
 */
export async function findFramework(element, value) {
  if (value) return written(value);
  const address = element.getAttribute('framework');
  if (address) return fetchFramework(address, element.baseURI);
  if (element.ownerDocument.readyState === 'loading') {
    // The element's children may not have been parsed yet.
    await new Promise((done) => element.ownerDocument.addEventListener('DOMContentLoaded', done, { once: true }));
  }
  const script = element.querySelector(':scope > script[type="application/json"]');
  if (script) return { text: script.textContent ?? '' };
  return {
    code: 'framework-missing',
    detail:
      'there is no framework; give its address in the `framework` attribute, set the `framework` property to it, ' +
      'or put it in a child `<script type="application/json">`',
  };
}

/**
 * What the property holds as text. A function, a value that holds itself and the like can't be written down, nor read.
 *
 * @param {unknown} value
 * @returns {Framework}
 */
function written(value) {
  /** @param {unknown} reason */
  const missing = (reason) => {
    const detail = `the \`framework\` property holds nothing that can be written as JSON: ${reason}`;
    return /** @type {Framework} */ ({ code: 'framework-missing', detail });
  };
  try {
    const text = JSON.stringify(value);
    return typeof text === 'string' ? { text } : missing(`a ${typeof value}`);
  } catch (error) {
    return missing(error);
  }
}

/**
 * @param {string} asked the address as the page's author wrote it
 * @param {string} base what it may be relative to
 * @returns {Promise<Framework>} never rejects
 */
async function fetchFramework(asked, base) {
  let address;
  try {
    address = new URL(asked, base).href;
  } catch {
    const detail = `the \`framework\` attribute holds \`${asked}\`, which is no address on a page at ${base}`;
    return { code: 'framework-missing', detail };
  }
  try {
    const response = await fetch(address);
    if (response.ok) return await readFramework(address, response);
    const { status } = response;
    if (status === 404 || status === 410) {
      return { code: 'framework-not-found', detail: `${address} isn't there (${status})` };
    }
    return { code: 'framework-unreachable', detail: `${address} was answered with ${status}` };
  } catch (error) {
    const { origin } = new URL(address);
    return {
      code: 'framework-unreachable',
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
 * @param {string} address
 * @param {Response} response
 * @returns {Promise<Framework>}
 */
async function readFramework(address, response) {
  const chunks = await readWithin(LARGEST, response);
  if (!chunks) {
    const detail = `${address} is larger than 8 MiB (${LARGEST} bytes), the most that is read`;
    return { code: 'framework-not-json', detail };
  }
  const text = decode(chunks);
  const isHtml = /^text\/html\b/i.test(response.headers.get('content-type') ?? '');
  // Some servers send JSON under that type, too.
  const isPage = text === null ? isHtml : /^\s*</.test(text) || (isHtml && !/^\s*\{/.test(text));
  if (isPage) {
    const detail = `${address} was answered with a page, such as a login, in place of the framework`;
    return { code: 'framework-unreachable', detail };
  }
  if (text === null) return { code: 'framework-not-json', detail: `${address}: the file is not UTF-8; save it as UTF-8` };
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
