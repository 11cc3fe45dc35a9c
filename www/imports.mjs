// Gives the functions that the wasm imports short names. wasm-bindgen's are long and end in digits that no compression
// can fold, and each stands twice: in the wasm and in its glue. Knows the wasm's import section and nothing else.

const IMPORTS = 2;

/**
 * @param {Uint8Array} wasm
 * @returns {{ wasm: Uint8Array, names: Map<string, string> }} the wasm with short names, and what each was called
 */
export function shortenImports(wasm) {
  const names = new Map();
  const parts = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length; ) {
    const start = at;
    const id = wasm[at];
    const size = number(wasm, at + 1);
    at = size.end + size.value;
    if (id !== IMPORTS) {
      parts.push(wasm.subarray(start, at));
      continue;
    }
    const body = shortenSection(wasm.subarray(size.end, at), names);
    parts.push(Uint8Array.of(id), bytesOf(body.length), body);
  }
  return { wasm: Buffer.concat(parts), names };
}

/**
 * The glue with the same short names.
 *
 * @param {string} glue
 * @param {Map<string, string>} names
 */
export function shortenNames(glue, names) {
  return glue.replace(/__wb[\w$]+/g, (name) => names.get(name) ?? name);
}

function shortenSection(section, names) {
  const count = number(section, 0);
  const parts = [section.subarray(0, count.end)];
  let at = count.end;
  for (let place = 0; place < count.value; place++) {
    const module = text(section, at);
    const field = text(section, module.end);
    // Functions only: that is all wasm-bindgen imports. A function is its kind and the number of its type.
    if (section[field.end] !== 0) throw new Error(`the import \`${field.value}\` is no function`);
    const type = number(section, field.end + 1);
    const short = `_${place.toString(36)}`;
    names.set(field.value, short);
    parts.push(section.subarray(at, module.end), bytesOf(short.length), Buffer.from(short));
    parts.push(section.subarray(field.end, type.end));
    at = type.end;
  }
  return Buffer.concat(parts);
}

/** An unsigned number in LEB128. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return { value, end: at };
  }
}

function bytesOf(value) {
  const bytes = [];
  do {
    const rest = Math.floor(value / 128);
    bytes.push((value % 128) + (rest > 0 ? 128 : 0));
    value = rest;
  } while (value > 0);
  return Uint8Array.from(bytes);
}

function text(bytes, at) {
  const length = number(bytes, at);
  const end = length.end + length.value;
  return { value: Buffer.from(bytes.subarray(length.end, end)).toString('utf8'), end };
}
