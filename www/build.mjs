// Makes what ships around the wasm: the module script, the single classic script, and all that is copied beside them.
// Called by `cargo xtask dist`, which builds and weighs the wasm; this file knows no Rust.
//
//   node www/build.mjs --whole target/whole --split target/split --papers target/papers --out dist [--words FOLDER] [--dev]
//
// Both folders hold the glue that wasm-bindgen made and the wasm beside it: `whole/rokade.wasm` in one part, for the single
// script; `split/rokade.wasm` with `split/rokade.later.wasm` in two. With `--dev` there is only the whole.
// The languages that ship are the files in `www/words`, or in the folder that `--words` names.
//
// On standard output it says, a line each, what a host pastes: `integrity <file> <hash>` and `policy <CSP>`.

import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { STRICT_POLICY } from './server.mjs';

/** Beside the package: the pages to try it on, and what is said of the other package. npm takes package.json anyhow. */
const NOT_IN_THE_PACKAGE = ['demo', 'package.json', 'sbom.crate.cdx.json'];

/** The styles of the screens after the questions. Bundlers rewrite what is called `.css`, and then its hash doesn't hold. */
const LATER_STYLES = 'rokade.later.css.txt';

const www = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    whole: { type: 'string' },
    split: { type: 'string' },
    papers: { type: 'string' },
    words: { type: 'string' },
    out: { type: 'string' },
    dev: { type: 'boolean', default: false },
  },
});
if (!values.whole || !values.papers || !values.out) {
  throw new Error('`--whole`, `--papers` and `--out` are needed');
}
const papers = resolve(values.papers);
const out = resolve(values.out);
const dev = values.dev;

const whole = await compiled(values.whole);
const split = values.split ? await compiled(values.split) : whole;
const about = JSON.parse(await readFile(join(whole.folder, 'package.json'), 'utf8'));

const laterStyles = (await Promise.all(['results.css', 'paper.css'].map((name) => sheet(join(www, name))))).join('');
const languages = await languagesIn(resolve(values.words ?? join(www, 'words')));

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

// The scripts.
await bundle('rokade.js', 'rokade.js', { single: false });
await bundle('rokade.js', 'rokade.single.js', { single: true });
await bundle('embed.js', 'embed.js', { single: false });
await writeFile(join(out, 'rokade.wasm'), split.wasm);
if (split.later) await writeFile(join(out, 'rokade.later.wasm'), split.later);
await writeFile(join(out, LATER_STYLES), laterStyles);
await mkdir(join(out, 'words'));
for (const { tag, text } of languages) await writeFile(join(out, 'words', `${tag}.json`), text);

// What is copied as it stands.
for (const name of ['rokade.d.ts', 'react.d.ts', 'inline.js', 'custom-elements.json', 'embed.html']) await copy(join(www, name), name);
await copy(join(www, 'demo'), 'demo');
await copy(join(www, 'schema'), 'schema');
await copy(join(www, 'guides'), 'guides');
for (const name of await names(join(www, 'guides'), '.md')) {
  // What lies above the guides lies right above them here.
  const text = await readFile(join(www, 'guides', name), 'utf8');
  await writeFile(join(out, 'guides', name), text.replaceAll('](../../', '](../'));
}
for (const name of await names(join(www, '..', 'frameworks'), '.json')) {
  await copy(join(www, '..', 'frameworks', name), join('frameworks', name));
}
await writeFile(join(out, 'README.md'), packageReadme(await readFile(join(www, '..', 'README.md'), 'utf8')));
for (const name of ['CHANGELOG.md', 'LICENSE-MIT', 'LICENSE-APACHE']) await copy(join(www, '..', name), name);
for (const name of ['BENCHMARKS.md', 'SECURITY.md']) {
  await writeFile(join(out, name), toPackage(await readFile(join(www, '..', name), 'utf8')));
}
for (const name of await readdir(papers)) await copy(join(papers, name), name);

await writeFile(join(out, 'package.json'), JSON.stringify(await manifest(), null, 2) + '\n');

for (const name of ['rokade.js', 'rokade.single.js', 'embed.js']) {
  const bytes = await readFile(join(out, name));
  console.log(`integrity ${name} sha384-${createHash('sha384').update(bytes).digest('base64')}`);
}
console.log(`policy ${STRICT_POLICY}`);

/**
 * What was compiled into a folder: the glue, the wasm, and its second part if it has one.
 *
 * @param {string} from
 */
async function compiled(from) {
  const folder = resolve(from);
  const later = await readFile(join(folder, 'rokade.later.wasm')).catch(() => undefined);
  return { folder, wasm: await readFile(join(folder, 'rokade.wasm')), later };
}

/** @param {Uint8Array | undefined} bytes */
function hash(bytes) {
  return bytes ? createHash('sha256').update(bytes).digest('base64') : '';
}

/**
 * Bundles `www/<entry>` into `dist/<name>`: an ES module, or one classic script with the wasm inside.
 * The classic script stays ASCII, since an old page may be read in another encoding.
 */
async function bundle(entry, name, { single }) {
  const own = single ? whole : split;
  const define = {
    __ROKADE_VERSION__: JSON.stringify(about.version),
    __ROKADE_WASM_SHA256__: JSON.stringify(hash(own.wasm)),
    __ROKADE_LATER_SHA256__: JSON.stringify(hash(own.later)),
    __ROKADE_SINGLE__: JSON.stringify(single),
  };
  // A classic script has no `import.meta`.
  if (single) define['import.meta.url'] = '""';
  await esbuild.build({
    entryPoints: [join(www, entry)],
    outfile: join(out, name),
    bundle: true,
    format: single ? 'iife' : 'esm',
    target: 'es2022',
    charset: single ? 'ascii' : 'utf8',
    minify: !dev,
    sourcemap: dev && !single ? 'inline' : false,
    legalComments: 'none',
    banner: { js: `/*! Rokade ${about.version} */` },
    alias: { 'rokade-glue': join(own.folder, 'rokade.js') },
    define,
    plugins: [styles(), laterStylesOf(single || !own.later), words(single), titles(), instances(own), inlinedWasm(single)],
    logLevel: 'warning',
    logOverride: { 'empty-import-meta': 'silent' },
  });
}

/** A style sheet as text, minified. */
async function sheet(path) {
  const text = await readFile(path, 'utf8');
  if (dev) return text;
  const { code } = await esbuild.transform(text, { loader: 'css', minify: true, sourcefile: path });
  return code.trimEnd();
}

/**
 * `import { laterStyles } from 'rokade-later-styles'` gives the styles of the screens after the questions: where their file
 * lies, or the text where the wasm is in one part.
 */
function laterStylesOf(isWhole) {
  // Bundlers look for this very expression and take the file along.
  const address = `new URL('./${LATER_STYLES}', import.meta.url).href`;
  const file = `{ kind: 'styles', name: '${LATER_STYLES}', address: ${address}, hash: ${JSON.stringify(hash(laterStyles))} }`;
  return {
    name: 'later-styles',
    setup(build) {
      build.onResolve({ filter: /^rokade-later-styles$/ }, ({ path }) => ({ path, namespace: 'later-styles' }));
      build.onLoad({ filter: /.*/, namespace: 'later-styles' }, () => ({
        contents: `export const laterStyles = ${isWhole ? JSON.stringify(laterStyles) : file};`,
      }));
    },
  };
}

/** `import text from './some.css'` gives the sheet as text, minified. */
function styles() {
  return {
    name: 'styles',
    setup(build) {
      build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await sheet(path), loader: 'text' }));
    },
  };
}

/**
 * `import { shipped } from 'rokade-words'` gives for each language its name, what the element itself says, and where its
 * file lies with the hash that it must have, unless its words are in the wasm.
 */
function words(single) {
  // Bundlers look for this very expression and take the file along.
  const file = ({ tag, text }) => `address: new URL('./words/${tag}.json', import.meta.url).href, hash: ${JSON.stringify(hash(text))}`;
  const entry = (language) => {
    const { tag, name, element } = language;
    return `${JSON.stringify(tag)}: { name: ${JSON.stringify(name)}, element: ${JSON.stringify(element)}, ${single ? '' : file(language)} }`;
  };
  return {
    name: 'words',
    setup(build) {
      build.onResolve({ filter: /^rokade-words$/ }, ({ path }) => ({ path, namespace: 'words' }));
      build.onLoad({ filter: /.*/, namespace: 'words' }, () => ({ contents: `export const shipped = { ${languages.map(entry).join(', ')} };` }));
    },
  };
}

/** `import { titles } from 'rokade-titles'` gives what an assessment is called in each language, for a page of its own. */
function titles() {
  const all = languages.map(({ tag, element }) => `${JSON.stringify(tag)}: ${JSON.stringify(element.title)}`);
  return {
    name: 'titles',
    setup(build) {
      build.onResolve({ filter: /^rokade-titles$/ }, ({ path }) => ({ path, namespace: 'titles' }));
      // An address may ask for any name.
      build.onLoad({ filter: /.*/, namespace: 'titles' }, () => ({ contents: `export const titles = { __proto__: null, ${all.join(', ')} };` }));
    },
  };
}

/** The languages that ship: each file in a folder of words, with what it says of itself. */
async function languagesIn(folder) {
  const files = await names(folder, '.json');
  return Promise.all(
    files.map(async (file) => {
      const words = JSON.parse(await readFile(join(folder, file), 'utf8'));
      return { tag: file.replace(/\.json$/, ''), name: words.language, element: words.element, text: JSON.stringify(words, null, 1) };
    }),
  );
}

/**
 * `import instantiate from 'rokade-instance'` gives a function that makes a fresh copy of the glue at each call.
 * The glue holds its wasm in a variable of its module and never lets go of it; after a panic a page needs another. What
 * joins the two parts is in it, in the place that the first part names.
 */
function instances({ folder, later }) {
  const parts = join(www, 'element', 'parts.js');
  const connect = later ? `export { connect } from ${JSON.stringify(parts)};` : '';
  return {
    name: 'instances',
    setup(build) {
      build.onResolve({ filter: /^rokade-instance$/ }, ({ path }) => ({ path, namespace: 'instances' }));
      build.onLoad({ filter: /.*/, namespace: 'instances' }, async () => {
        const { outputFiles, warnings } = await esbuild.build({
          stdin: { contents: `export { default } from './rokade.js'; export * from './rokade.js'; ${connect}`, resolveDir: folder },
          plugins: [
            { name: 'parts', setup: (inner) => inner.onResolve({ filter: /__wasm_split\.js$/ }, () => ({ path: parts })) },
          ],
          bundle: true,
          format: 'iife',
          globalName: 'glue',
          target: 'es2022',
          write: false,
          logLevel: 'silent',
        });
        const glue = outputFiles[0].text;
        return { contents: `export default function () {\n${glue}\nreturn glue;\n}`, warnings };
      });
    },
  };
}

/** `import gzipped from 'rokade-wasm'` gives the wasm gzipped and in base64, or nothing where it is a file of its own. */
function inlinedWasm(single) {
  return {
    name: 'inlined-wasm',
    setup(build) {
      build.onResolve({ filter: /^rokade-wasm$/ }, ({ path }) => ({ path, namespace: 'inlined-wasm' }));
      build.onLoad({ filter: /.*/, namespace: 'inlined-wasm' }, () => ({
        contents: single ? gzipSync(whole.wasm, { level: 9 }).toString('base64') : '',
        loader: 'text',
      }));
    },
  };
}

/**
 * The README for those who have the package and not the source: without the table of contents and the chapters on
 * building, and with links to where things lie here.
 */
function packageReadme(readme) {
  const chapters = readme.replace(/^- \[.*\]\(#.*\)\n/gm, '').split(/^(?=## )/m);
  const wanted = chapters.filter((chapter) => !/^## (Try it|Work on it)\n/.test(chapter));
  return toPackage(wanted.join('')).replace(/\n{3,}/g, '\n\n');
}

/** With links to where things lie in the package. */
function toPackage(text) {
  return text.replaceAll('](www/', '](');
}

/** The published package.json: what wasm-pack knows from Cargo.toml, and what this build made. */
async function manifest() {
  const { name, version, description, license, keywords, repository, homepage } = about;
  // A development server may move the script to a folder of its own (Vite before version 8 does), where no wasm lies
  // beside it. So it gets the script with the wasm inside; what is built for production gets it and both parts.
  const entry = (types) => ({ types, development: './inline.js', default: './rokade.js' });
  return {
    name,
    version,
    description,
    license,
    keywords,
    repository,
    homepage,
    type: 'module',
    main: './rokade.js',
    types: './rokade.d.ts',
    exports: {
      '.': entry('./rokade.d.ts'),
      './react': entry('./react.d.ts'),
      './inline': { types: './rokade.d.ts', default: './inline.js' },
      './rokade.js': { types: './rokade.d.ts', default: './rokade.js' },
      ...Object.fromEntries(
        ['rokade.single.js', 'rokade.wasm', 'rokade.later.wasm', LATER_STYLES, 'embed.html', 'embed.js', 'words/*.json', 'frameworks/*.json', 'schema/*.json']
          .concat('custom-elements.json', 'package.json', 'sbom.cdx.json')
          .map((file) => [`./${file}`, `./${file}`]),
      ),
    },
    customElements: './custom-elements.json',
    // Importing one of these defines the element.
    sideEffects: ['./rokade.js', './rokade.single.js', './inline.js', './embed.js'],
    files: (await readdir(out)).filter((file) => !NOT_IN_THE_PACKAGE.includes(file)).sort(),
    // Whoever publishes from a build service that npm knows switches this on with `--provenance`.
    publishConfig: { access: 'public', provenance: false },
  };
}

/** Copies a file or folder into `dist/`. */
async function copy(from, name) {
  await cp(from, join(out, name), { recursive: true });
}

/** The names in a folder that end in `ending`. */
async function names(folder, ending) {
  return (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
}
