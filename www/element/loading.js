// Brings the wasm to life: fetched once for the page, started again after a panic, and when it can't be had, the
// reason. In `rokade.js` it comes in two parts: the second holds the screens after the questions, and the first asks for it
// once its own first screen stands. It knows no element and shows nothing.

import instantiate from 'rokade-instance';
import gzipped from 'rokade-wasm';

/**
 * Why the wasm can't run. Public: it is the `code` of `rokade-error`.
 *
 * @typedef {'wasm-missing' | 'wasm-blocked' | 'wasm-not-found' | 'wasm-unreachable' | 'wasm-mismatch' | 'wasm-type'
 *   | 'browser-unsupported'} LoadCode
 */

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
 * A part of the wasm: where it lies, unless it is inside the script, and the hash that it must have, so that an `integrity`
 * on the script covers it.
 *
 * @typedef {{ name: string, address: string | undefined, hash: string }} Part
 */

// Bundlers look for these very expressions and take the files along.
/** @type {Part} */
const FIRST = {
  name: 'rokade.wasm',
  address: __ROKADE_SINGLE__ ? undefined : new URL('./rokade.wasm', import.meta.url).href,
  hash: __ROKADE_WASM_SHA256__,
};
/** @type {Part} */
const LATER = {
  name: 'rokade.later.wasm',
  address: __ROKADE_SINGLE__ ? undefined : new URL('./rokade.later.wasm', import.meta.url).href,
  hash: __ROKADE_LATER_SHA256__,
};

/** One running copy of the wasm, shared by the page's elements until a panic ends it. */
export class Instance {
  /** After this nothing may call into the copy: a panic leaves its memory in any state. */
  ended = false;

  /**
   * Called once, after the panic has left the stack, for every element that was mounted.
   *
   * @type {Set<(message: string) => void>}
   */
  panicListeners = new Set();

  /**
   * Called each time that the second part can't be had, for every element that was mounted.
   *
   * @type {Set<(failure: LoadFailure) => void>}
   */
  failureListeners = new Set();

  /**
   * @param {ReturnType<typeof instantiate>} glue
   * @param {WebAssembly.Exports} exports of the first part
   */
  constructor(glue, exports) {
    this.Widget = glue.Widget;
    glue.connect?.({
      exports,
      join: () => this.join(exports),
      // Whoever waited for the second part may be gone meanwhile.
      call: (work) => this.ended || this.enter(work),
    });
    addEventListener('error', this.overhear);
    addEventListener('unhandledrejection', this.overhear);
  }

  /**
   * A panic ends the copy with a trap, and so does a stack overflow or a lack of memory: the browser reports it as an
   * error of the wasm. An error of the browser's own that went through the wasm, such as one of a page that declines a
   * node, leaves it halfway through what it did. Inside the single script the wasm has no address; there any trap is
   * taken for ours, which at worst shows a message and keeps the answers.
   *
   * @param {ErrorEvent | PromiseRejectionEvent} event
   */
  overhear = (event) => {
    const error = 'reason' in event ? event.reason : event.error;
    const stack = String(error?.stack ?? '');
    // WebKit doesn't say where the wasm lies, only which script called it.
    const wentThrough = [FIRST, LATER].some(({ address }) => address && stack.includes(address)) || (stack.includes('<?>') && stack.includes(import.meta.url));
    const isTrap = error instanceof WebAssembly.RuntimeError;
    if (wentThrough || (isTrap && !FIRST.address)) this.end(stack || error.message);
  };

  /**
   * Calls into the wasm, if it still lives. Whatever is thrown ends the copy.
   *
   * @template Answer
   * @param {() => Answer} work
   * @returns {Answer}
   */
  enter(work) {
    if (this.ended) throw new Error('the wasm has panicked');
    try {
      return work();
    } catch (error) {
      this.end(String(error));
      throw error;
    }
  }

  /**
   * Joins the second part to this copy.
   *
   * @param {WebAssembly.Exports} exports of the first part
   */
  async join(exports) {
    try {
      await withReason(LATER, async (policy) => WebAssembly.instantiate(await compiled(LATER, policy), { __wasm_split: exports }));
    } catch (error) {
      for (const listener of [...this.failureListeners]) listener(/** @type {LoadFailure} */ (error));
      throw error;
    }
  }

  /** @param {string} message */
  end(message) {
    if (this.ended) return;
    this.ended = true;
    current = undefined;
    removeEventListener('error', this.overhear);
    removeEventListener('unhandledrejection', this.overhear);
    queueMicrotask(() => {
      for (const listener of [...this.panicListeners]) listener(message);
    });
  }
}

/** @type {Promise<Instance> | undefined} */
let current;

/** @type {Map<Part, Promise<WebAssembly.Module>>} */
const modules = new Map();

/**
 * The page's running copy. Rejects with a {@link LoadFailure}; the next call then tries again.
 *
 * @returns {Promise<Instance>}
 */
export function running() {
  current ??= start().catch((error) => {
    current = undefined;
    throw error;
  });
  return current;
}

async function start() {
  if (typeof WebAssembly !== 'object') {
    throw new LoadFailure('wasm-missing', 'this browser has no WebAssembly; Lockdown Mode and some policies switch it off');
  }
  if (!('adoptedStyleSheets' in ShadowRoot.prototype)) {
    throw new LoadFailure('browser-unsupported', 'this browser has no constructed style sheets (they came in 2023 or before)');
  }
  return withReason(FIRST, async (policy) => {
    const module = await compiled(FIRST, policy);
    // The glue holds one copy for good, so each copy gets a glue of its own.
    const glue = instantiate();
    // Here WebKit asks the policy, the others while compiling.
    const exports = await glue.default({ module_or_path: module });
    return new Instance(glue, /** @type {WebAssembly.Exports} */ (/** @type {unknown} */ (exports)));
  });
}

/**
 * Does what needs a part of the wasm; what stands in the way becomes a {@link LoadFailure}.
 *
 * @template Answer
 * @param {Part} part
 * @param {(policy: ReturnType<typeof watchPolicy>) => Promise<Answer>} work
 * @returns {Promise<Answer>}
 */
async function withReason({ name, address }, work) {
  const policy = watchPolicy();
  try {
    return await work(policy);
  } catch (error) {
    if (error instanceof LoadFailure) throw error;
    if (await policy.forbids('wasm-eval', error)) {
      throw new LoadFailure(
        'wasm-blocked',
        "the page's Content-Security-Policy blocks WebAssembly; add `'wasm-unsafe-eval'` to its `script-src`",
        error,
      );
    }
    // In Firefox it is an `AbortError`.
    if (error instanceof TypeError || error instanceof DOMException) {
      throw new LoadFailure('wasm-unreachable', `${address ?? name} broke off: ${error.message}`, error);
    }
    throw new LoadFailure('browser-unsupported', `this browser can't run the wasm: ${error}`, error);
  } finally {
    policy.stop();
  }
}

/**
 * The same for all copies; what failed is tried again.
 *
 * @param {Part} part
 * @param {ReturnType<typeof watchPolicy>} policy
 */
function compiled(part, policy) {
  let module = modules.get(part);
  if (!module) {
    module = compile(part, policy).catch((error) => {
      modules.delete(part);
      throw error;
    });
    modules.set(part, module);
  }
  return module;
}

/**
 * @param {Part} part
 * @param {ReturnType<typeof watchPolicy>} policy
 */
async function compile(part, policy) {
  const response = await (part.address ? request({ ...part, address: part.address }, policy) : unpack());
  if (isWasm(response) && 'compileStreaming' in WebAssembly) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The wasm inside `rokade.single.js`. */
async function unpack() {
  if (typeof DecompressionStream === 'undefined') {
    throw new LoadFailure('browser-unsupported', 'this browser has no DecompressionStream (it came in 2023 or before)');
  }
  const bytes = Uint8Array.from(atob(gzipped), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream, { headers: { 'content-type': 'application/wasm' } });
}

/**
 * A part beside the script.
 *
 * @param {Part & { address: string }} part
 * @param {ReturnType<typeof watchPolicy>} policy
 * @returns {Promise<Response>}
 */
async function request({ name, address, hash }, policy) {
  const integrity = `sha256-${hash}`;
  let response;
  try {
    // Past the cache the second time: a cache may still hold the wasm of the version before.
    response = await fetch(address, { integrity }).catch(async (error) => {
      if (await policy.forbids(address)) throw error;
      return fetch(address, { integrity, cache: 'reload' });
    });
  } catch (error) {
    throw await whyRefused(name, address, policy, error);
  }
  if (!response.ok) throw wrongStatus(address, response);
  if (!isWasm(response)) {
    // The hash holds, so these are the right bytes: it runs, only slower.
    console.warn(`Rokade: ${wrongType(address, response)}; it runs, but starts more slowly`);
  }
  return response;
}

/**
 * A browser says the same for a failed connection, a missing file and a wrong hash: asks again without the hash to
 * learn which it was.
 *
 * @param {string} name
 * @param {string} address
 * @param {ReturnType<typeof watchPolicy>} policy
 * @param {unknown} error
 */
async function whyRefused(name, address, policy, error) {
  if (await policy.forbids(address)) {
    const { origin } = new URL(address);
    return new LoadFailure(
      'wasm-blocked',
      `the page's Content-Security-Policy blocks ${address}; add \`${origin === location.origin ? "'self'" : origin}\` to its \`connect-src\``,
      error,
    );
  }
  const response = await fetchWhole(address).catch(() => undefined);
  if (!response) {
    return new LoadFailure(
      'wasm-unreachable',
      `${address} can't be reached: no connection, or, when it is on another server, no \`Access-Control-Allow-Origin\` there`,
      error,
    );
  }
  if (!response.ok) return wrongStatus(address, response);
  if (!isWasm(response)) return new LoadFailure('wasm-type', wrongType(address, response), error);
  return new LoadFailure(
    'wasm-mismatch',
    `${address} isn't the wasm of version ${__ROKADE_VERSION__}; serve rokade.js and ${name} from the same version, unchanged`,
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
 * @param {string} address
 * @param {Response} response
 */
function wrongStatus(address, { status }) {
  return status === 404 || status === 410
    ? new LoadFailure('wasm-not-found', `${address} isn't there (${status}); it belongs beside rokade.js`)
    : new LoadFailure('wasm-unreachable', `${address} was answered with ${status}`);
}

/** @param {Response} response */
function isWasm(response) {
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
function watchPolicy() {
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
