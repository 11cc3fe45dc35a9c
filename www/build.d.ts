// What build.mjs puts in place while it bundles; `rokade-glue` itself is typed by wasm-bindgen, see tsconfig.json.

/** The version in Cargo.toml. */
declare const __ROKADE_VERSION__: string;

/** The SHA-256 hash of `rokade.wasm` in base64; `sha256-` before it makes the `integrity` that `fetch` takes. */
declare const __ROKADE_WASM_SHA256__: string;

/** The same of `rokade.later.wasm`; the empty string where the wasm is in one part. */
declare const __ROKADE_LATER_SHA256__: string;

/** Whether this is `rokade.single.js`, which carries its wasm inside and has no `import.meta.url`. */
declare const __ROKADE_SINGLE__: boolean;

/** The wasm in `rokade.single.js`, gzipped and in base64; the empty string in `rokade.js`. */
declare module 'rokade-wasm' {
  const gzipped: string;
  export default gzipped;
}

/** A style sheet as text, minified. */
declare module '*.css' {
  const text: string;
  export default text;
}

/**
 * Makes a fresh copy of the wasm-bindgen glue, which holds one running wasm: a panic ends a copy for good. Where the wasm
 * is in two parts, `connect` says how the second is had.
 */
declare module 'rokade-instance' {
  type Connect = typeof import('./element/parts.js').connect;
  export default function instantiate(): typeof import('rokade-glue') & { connect?: Connect };
}

/** The styles of the screens after the questions: their text, or where their file lies. */
declare module 'rokade-later-styles' {
  export const laterStyles: string | import('./element/files.js').ShippedFile;
}

/** The languages that ship, by their tag, from `www/words`; see `words` in build.mjs. */
declare module 'rokade-words' {
  /** What the element itself says. */
  type Element = {
    title: string;
    cannot: string;
    stopped: string;
    retry: string;
    save: string;
    goOn: string;
    file: string;
    fileManager: string;
    fileNotice: string;
    fileNoticeManager: string;
    required: string;
    withoutExamples: string;
    reasons: Record<import('./element/failure.js').Reason, string>;
  };
  /** The language's own name; its file's address and hash, unless its words are in the wasm. */
  type Language = { name: string; element: Element; address?: string; hash?: string };
  export const shipped: { en: Language } & Record<string, Language | undefined>;
}

/** What an assessment is called in each language that ships; see `titles` in build.mjs. */
declare module 'rokade-titles' {
  export const titles: { en: string } & Record<string, string | undefined>;
}
