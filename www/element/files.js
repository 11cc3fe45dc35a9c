// Fetches what lies beside the script, with the hash that it must have, and says what stood in the way. It knows
// nothing of what is in it.

/**
 * Why the widget can't run. Public: it is the `code` of `rokade-error`.
 *
 * @typedef {'wasm-missing' | 'wasm-blocked' | 'wasm-not-found' | 'wasm-unreachable' | 'wasm-mismatch' | 'wasm-type'
 *   | 'words-blocked' | 'words-not-found' | 'words-unreachable' | 'words-mismatch'
 *   | 'styles-blocked' | 'styles-not-found' | 'styles-unreachable' | 'styles-mismatch' | 'browser-unsupported'} LoadCode
 */

/**
 * A file beside the script: its hash stands in the script, so that an `integrity` on that covers it.
 *
 * @typedef {{ kind: 'wasm' | 'words' | 'styles', name: string, address: string, hash: string }} ShippedFile
 */

/** @type {Record<ShippedFile['kind'], Record<'blocked' | 'notFound' | 'unreachable' | 'mismatch', LoadCode>>} */
const CODES = {
  wasm: { blocked: 'wasm-blocked', notFound: 'wasm-not-found', unreachable: 'wasm-unreachable', mismatch: 'wasm-mismatch' },
  words: { blocked: 'words-blocked', notFound: 'words-not-found', unreachable: 'words-unreachable', mismatch: 'words-mismatch' },
  styles: { blocked: 'styles-blocked', notFound: 'styles-not-found', unreachable: 'styles-unreachable', mismatch: 'styles-mismatch' },
};

/** What stands in the way, with a message for the page's developer. */
export class LoadFailure extends Error {
  /**
   * @param {LoadCode} code
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(code, message, cause) {
    super(message, { cause });
    this.code = code;
  }
}

/**
 * A file beside the script. Rejects with a {@link LoadFailure}.
 *
 * @param {ShippedFile} file
 * @param {ReturnType<typeof watchPolicy>} policy
 * @returns {Promise<Response>}
 */
export async function request(file, policy) {
  const { kind, address, hash } = file;
  const integrity = `sha256-${hash}`;
  let response;
  try {
    // Past the cache the second time: a cache may still hold the wasm of the version before.
    response = await fetch(address, { integrity }).catch(async (error) => {
      if (await policy.forbids(address)) throw error;
      return fetch(address, { integrity, cache: 'reload' });
    });
  } catch (error) {
    throw await whyRefused(file, policy, error);
  }
  if (!response.ok) throw wrongStatus(file, response);
  if (kind === 'wasm' && !isWasm(response)) {
    // The hash holds, so these are the right bytes: it runs, only slower.
    console.warn(`Rokade: ${wrongType(address, response)}; it runs, but starts more slowly`);
  }
  return response;
}

/** By their addresses. @type {Map<string, Promise<string>>} */
const texts = new Map();

/**
 * The text of a file beside the script, asked for once. Rejects with a {@link LoadFailure}; the next call then tries again.
 *
 * @param {ShippedFile} file
 */
export function fetchText(file) {
  return remembered(texts, file.address, () => readText(file));
}

/**
 * What a piece of work came to, done once for each key; what failed is done again at the next asking.
 *
 * @template Key, Value
 * @param {Map<Key, Promise<Value>>} memory
 * @param {Key} key
 * @param {() => Promise<Value>} work
 */
export function remembered(memory, key, work) {
  let value = memory.get(key);
  if (!value) {
    value = work().catch((error) => {
      memory.delete(key);
      throw error;
    });
    memory.set(key, value);
  }
  return value;
}

/** @param {ShippedFile} file */
async function readText(file) {
  const policy = watchPolicy();
  try {
    const response = await request(file, policy);
    return await response.text();
  } catch (error) {
    if (error instanceof LoadFailure) throw error;
    throw new LoadFailure(CODES[file.kind].unreachable, `${file.address} broke off: ${error}`, error);
  } finally {
    policy.stop();
  }
}

/**
 * A browser says the same for a failed connection, a missing file and a wrong hash: asks again without the hash to
 * learn which it was.
 *
 * @param {ShippedFile} file
 * @param {ReturnType<typeof watchPolicy>} policy
 * @param {unknown} error
 */
async function whyRefused(file, policy, error) {
  const { kind, name, address } = file;
  const codes = CODES[kind];
  if (await policy.forbids(address)) {
    const { origin } = new URL(address);
    return new LoadFailure(
      codes.blocked,
      `the page's Content-Security-Policy blocks ${address}; add \`${origin === location.origin ? "'self'" : origin}\` to its \`connect-src\``,
      error,
    );
  }
  const response = await fetchWhole(address).catch(() => undefined);
  if (!response) {
    return new LoadFailure(
      codes.unreachable,
      `${address} can't be reached: no connection, or, when it is on another server, no \`Access-Control-Allow-Origin\` there`,
      error,
    );
  }
  if (!response.ok) return wrongStatus(file, response);
  if (kind === 'wasm' && !isWasm(response)) return new LoadFailure('wasm-type', wrongType(address, response), error);
  return new LoadFailure(
    codes.mismatch,
    `${address} isn't the file of version ${__ROKADE_VERSION__}; serve rokade.js and ${name} from the same version, unchanged`,
    error,
  );
}

/**
 * Also rejects when the connection breaks off in the middle.
 *
 * @param {string} address
 */
async function fetchWhole(address) {
  const response = await fetch(address, { cache: 'no-store' });
  await response.arrayBuffer();
  return response;
}

/**
 * @param {ShippedFile} file
 * @param {Response} response
 */
function wrongStatus({ kind, name, address }, { status }) {
  return status === 404 || status === 410
    ? new LoadFailure(CODES[kind].notFound, `${address} isn't there (${status}); ${name} belongs beside rokade.js`)
    : new LoadFailure(CODES[kind].unreachable, `${address} was answered with ${status}`);
}

/** @param {Response} response */
export function isWasm(response) {
  return response.headers.get('content-type')?.trim().toLowerCase() === 'application/wasm';
}

/**
 * @param {string} address
 * @param {Response} response
 */
function wrongType(address, response) {
  return `${address} is served as \`${response.headers.get('content-type') ?? 'no type'}\`; let the server send \`application/wasm\``;
}

/** Notes what the page's policy forbids meanwhile. */
export function watchPolicy() {
  /** @type {string[]} */
  const blocked = [];
  /** @param {SecurityPolicyViolationEvent} event */
  const note = ({ disposition, blockedURI }) => {
    if (disposition === 'enforce') blocked.push(blockedURI);
  };
  document.addEventListener('securitypolicyviolation', note);
  return {
    /**
     * @param {string} address
     * @param {unknown} [error] its text counts as well: engines differ in what they report
     */
    async forbids(address, error) {
      if (error instanceof WebAssembly.CompileError && /content security|\bcsp\b|unsafe-eval/i.test(error.message)) return true;
      // The event may come a task after the rejection.
      await new Promise((done) => setTimeout(done));
      return blocked.includes(address);
    },
    stop: () => document.removeEventListener('securitypolicyviolation', note),
  };
}
