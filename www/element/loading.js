// Brings the wasm to life: fetched once for the page, started again after a panic, and when it can't be had, the
// reason. In `rokade.js` it comes in two parts: the second holds the screens after the questions, and the first asks for it
// once its own first screen stands. It knows no element and shows nothing.

import instantiate from 'rokade-instance';
import gzipped from 'rokade-wasm';
import { isWasm, LoadFailure, remembered, request, watchPolicy } from './files.js';
import { bringLaterStyles } from './styles.js';

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
   * Joins the second part to this copy, and brings the styles of its screens.
   *
   * @param {WebAssembly.Exports} exports of the first part
   */
  async join(exports) {
    try {
      await withReason(LATER, async (policy) => {
        const [module] = await Promise.all([compiled(LATER, policy), bringLaterStyles()]);
        await WebAssembly.instantiate(module, { __wasm_split: exports });
      });
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
  return remembered(modules, part, () => compile(part, policy));
}

/**
 * @param {Part} part
 * @param {ReturnType<typeof watchPolicy>} policy
 */
async function compile(part, policy) {
  const response = await (part.address ? request({ ...part, kind: 'wasm', address: part.address }, policy) : unpack());
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
