// Joins the second part of the wasm to the first, in the place of the module that wasm-split writes: that one fetches by
// itself, unhashed, and for one copy only. It stands in the glue, so that each copy of the wasm has one of its own. It
// knows no address; how the part is had comes from outside.

/**
 * What a copy of the wasm gives for it.
 *
 * - `exports`: what the first part shares; `join` puts the second part beside it;
 * - `call`: calls into the wasm, if it still lives.
 *
 * @typedef {{
 *   exports: WebAssembly.Exports,
 *   join: () => Promise<unknown>,
 *   call: (work: () => void) => void,
 * }} Copy
 */

/** @type {Copy} */
let copy;

/** @type {Promise<unknown> | undefined} */
let joined;

/** @param {Copy} own */
export function connect(own) {
  copy = own;
}

/**
 * The first part asks for the second. What failed is tried again at the next asking.
 *
 * @param {number} answer the place of a function in the table that the parts share
 * @param {number} data what it is called with, and whether the second part is there
 */
export async function __wasm_split_load_later(answer, data) {
  let isThere = true;
  try {
    await (joined ??= copy.join());
  } catch {
    joined = undefined;
    isThere = false;
  }
  const table = /** @type {WebAssembly.Table} */ (copy.exports.__indirect_function_table);
  copy.call(() => table.get(answer)(data, isThere));
}
