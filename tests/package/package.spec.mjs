// The npm package in the hands of those who install it: packed and installed by npm, imported once, checked by TypeScript,
// built and served by Vite and webpack without a line of configuration, built by esbuild with the wasm inside, and shown in a
// browser.
import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import webpack from 'webpack';
import * as esbuild from '../../www/node_modules/esbuild/lib/main.js';
import { STRICT_POLICY } from '../../www/server.mjs';
import { expect, listen, test } from '../browser/site.mjs';
import { framework, word } from '../browser/words.mjs';
import { OUT, packed } from './install.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const installed = path('plain/node_modules/rokade');
const read = (name) => readFileSync(join(installed, name), 'utf8');
const about = JSON.parse(read('package.json'));

const files = packed().files.map((file) => file.path);

/** The files that a name in package.json or a link leads to: one, those of a folder, or those of a pattern. */
const matching = (name) => {
  const wanted = name.replace(/^\.\//, '').replace(/\/$/, '').split('*');
  return files.filter((file) => {
    if (wanted.length === 1) return file === wanted[0] || file.startsWith(`${wanted[0]}/`);
    return file.startsWith(wanted[0]) && file.endsWith(wanted[1]);
  });
};

/** As in a shell of their own: what a test runner sets is not theirs. */
const env = { ...process.env, NODE_ENV: undefined, NO_COLOR: '1' };

/** Runs a program of the tools here, which has to end well. */
const run = async (script, ...values) => {
  const said = await promisify(execFile)(process.execPath, [path(`node_modules/${script}`), ...values], { cwd: path('.'), env }).catch((error) => error);
  expect(said.code ?? 0, `${said.stdout}${said.stderr}`).toBe(0);
};

/** What is for reading, beside the guides. */
const papers = ['BENCHMARKS.md', 'CHANGELOG.md', 'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'SECURITY.md', 'THIRD-PARTY-NOTICES.txt'];

test('the package holds what its users need, and no demo, test or source', () => {
  expect(files).toEqual([
    ...papers,
    'custom-elements.json',
    'embed.html',
    'embed.js',
    'frameworks/chef.json',
    'frameworks/direktion.json',
    'frameworks/medarbejder.json',
    'frameworks/projekt.json',
    'frameworks/souschef.json',
    'guides/accessibility.md',
    'guides/experience.md',
    'guides/formats.md',
    'guides/framework.md',
    'guides/hosting.md',
    'guides/kompetencegrundlag.md',
    'guides/method.md',
    'guides/pictures/profile-da.png',
    'guides/pictures/profile-en.png',
    'guides/pictures/question-da.png',
    'guides/pictures/question-en.png',
    'guides/pictures/roles-da.png',
    'guides/pictures/roles-en.png',
    'guides/pictures/suggestion-da.png',
    'guides/pictures/suggestion-en.png',
    'guides/projekt.xlsx',
    'guides/security.md',
    'guides/translating.md',
    'inline.js',
    'package.json',
    'react.d.ts',
    'rokade.d.ts',
    'rokade.js',
    'rokade.later.css.txt',
    'rokade.later.wasm',
    'rokade.single.js',
    'rokade.wasm',
    'sbom.cdx.json',
    'schema/assessment.schema.json',
    'schema/framework.schema.json',
    'words/da.json',
    'words/en.json',
  ]);
  expect(about).toMatchObject({ name: 'rokade', license: 'MIT OR Apache-2.0', type: 'module', customElements: './custom-elements.json' });
  // Only whoever publishes can vouch for where it was built.
  expect(about.publishConfig).toEqual({ access: 'public', provenance: false });
});

test('whatever package.json and the papers name is in the package', () => {
  const targets = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(targets));
  const named = [about.main, about.types, about.customElements, ...targets(about.exports), ...about.files, ...about.sideEffects];
  const links = [...`${read('README.md')}${read('SECURITY.md')}${read('BENCHMARKS.md')}`.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link);
  expect(links).toContain('LICENSE-MIT');
  for (const name of [...named, ...links]) expect(matching(name), name).not.toEqual([]);
  // The other way round: all but what is for reading can be imported.
  const exported = new Set(targets(about.exports).flatMap(matching));
  expect(files.filter((file) => !exported.has(file) && !file.startsWith('guides/'))).toEqual(papers);
});

/** The packages in the two tables of the security note: what is in the wasm, and what runs while it is compiled. */
const [inside, builders] = read('guides/security.md')
  .split('<!-- packages -->')
  .filter((_, place) => place % 2 === 1)
  .map((table) => [...table.matchAll(/^\| ([\w-]+) \| (\d\S*) \|/gm)].map(([, name, version]) => `pkg:cargo/${name}@${version}`).sort());

for (const [name, subject] of [
  ['sbom.cdx.json', `pkg:npm/rokade@${about.version}`],
  ['sbom.crate.cdx.json', `pkg:cargo/rokade@${about.version}`],
]) {
  test(`${name} is a bill of materials in CycloneDX`, async () => {
    const text = readFileSync(path(`../../dist/${name}`), 'utf8');
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
    const { metadata, components, dependencies } = JSON.parse(text);
    expect(metadata.component.purl).toBe(subject);
    const refs = [metadata.component, ...components].map((component) => component['bom-ref']);
    expect(dependencies.map(({ ref }) => ref).sort()).toEqual(refs.sort());
    // What comes from crates.io is named by its hash as well.
    const own = `pkg:cargo/rokade@${about.version}`;
    const others = components.filter(({ type, purl }) => type === 'library' && purl.startsWith('pkg:cargo/') && purl !== own);
    expect(others.filter(({ hashes }) => !/^[0-9a-f]{64}$/.test(hashes?.[0].content ?? '')).map(({ purl }) => purl)).toEqual([]);
  });
}

test('the bill of materials and the notices name what the security note names', () => {
  const { components } = JSON.parse(read('sbom.cdx.json'));
  const of = (kind, wanted) => components.filter(({ type, scope }) => type === kind && scope === wanted).map(({ purl }) => purl);
  const cargo = (wanted) => of('library', wanted).filter((purl) => purl.startsWith('pkg:cargo/')).sort();
  expect(inside.length).toBeGreaterThan(10);
  expect(cargo('required')).toEqual(inside);
  expect(cargo('excluded')).toEqual(builders);
  // And the programs that a copy was built by.
  const programs = of('application', 'excluded').map((purl) => purl.replace(/@[\d.]+$/, ''));
  expect(programs).toEqual(['pkg:generic/rust', 'pkg:cargo/wasm-bindgen-cli', 'pkg:cargo/wasm_split_cli_support']);
  const notices = read('THIRD-PARTY-NOTICES.txt');
  const [, ...texts] = notices.split(/^=+$/m);
  for (const purl of inside) {
    const own = purl.replace('pkg:cargo/', '').replace('@', ' ');
    expect(texts.filter((text) => text.split('\n\n', 1)[0].includes(own) || text.includes(`\n${own},`)), own).not.toEqual([]);
  }
});

test('the scripts ask by fetch alone, in the places that the security note names, and send by nothing else', () => {
  const ways = /XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection|\bimport\(|\bWorker\b|serviceWorker|new Image|window\.open|\.submit\(|requestSubmit|location\.(assign|replace|href ?=[^=])|\blocation ?=[^=]/g;
  for (const name of files.filter((file) => file.endsWith('.js'))) expect(read(name).match(ways) ?? [], name).toEqual([]);
  const element = path('../../www/element/');
  const asking = readdirSync(element).filter((name) => /\bfetch\(/.test(readFileSync(join(element, name), 'utf8')));
  expect(asking).toEqual(['files.js', 'given.js']);
  for (const name of asking) expect(read('guides/security.md')).toContain(`\`www/element/${name}\``);
});

test('publint finds nothing to say', async () => {
  const { buffer } = readFileSync(packed().file);
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('its types are right wherever modules are resolved as Node or a bundler does', async () => {
  // Files that are served as they are, not imported for what they hold.
  const served = ['rokade.single.js', 'rokade.wasm', 'rokade.later.wasm', 'rokade.later.css.txt', 'embed.html', 'embed.js'];
  await run('@arethetypeswrong/cli/dist/index.js', packed().file, '--profile', 'esm-only', '--exclude-entrypoints', ...served);
});

for (const project of ['plain/tsconfig.json', 'plain/tsconfig.nodenext.json', 'react/tsconfig.json']) {
  test(`a page's author is helped and stopped by TypeScript in ${project}`, async () => {
    await run('typescript/bin/tsc', '--project', project);
  });
}

/** Waits for the element to run on the page, with the framework that the page gave it. */
async function runs(page) {
  await expect(page.locator('rokade-assessment').getByRole('heading', { name: framework.title.da, exact: true })).toBeVisible();
}

/** A page for a bundler that makes none. */
const BARE = '<!doctype html><html lang="da"><title>Host</title><body><script type="module" src="main.js"></script></body></html>';

/** Answers with this page, under the strict policy. */
const strictly = (site, body) => {
  const headers = { 'content-security-policy': STRICT_POLICY };
  site.routes = ({ pathname }) => (pathname === '/page.html' ? { headers, body } : undefined);
};

const viteBuild = (vite, project) => (outDir) => run(`${vite}/bin/vite.js`, 'build', project, '--outDir', outDir, '--emptyOutDir');
/** The parts of the wasm in the order in which they are asked for. */
const hashed = [/^\/assets\/rokade-[\w-]+\.wasm$/, /^\/assets\/rokade\.later-[\w-]+\.wasm$/];

const builds = {
  'vite and one import': { build: viteBuild('vite', 'plain'), wasm: hashed },
  'an older vite': { build: viteBuild('vite-7', 'plain'), wasm: hashed },
  'vite and React': { build: viteBuild('vite', 'react'), wasm: hashed },
  webpack: { build: buildWithWebpack, wasm: [/^\/[0-9a-f]+\.wasm$/, /^\/[0-9a-f]+\.wasm$/], page: BARE },
};

for (const [name, { build, wasm, page: markup }] of Object.entries(builds)) {
  const root = join(OUT, name.replaceAll(' ', '-'));

  test.describe(() => {
    test.use({ root });

    test(`built with ${name}, it finds both parts of its wasm under new names and runs under the strict policy`, async ({ page, site }) => {
      await build(root);
      strictly(site, markup ?? readFileSync(join(root, 'index.html')));
      const told = await listen(page);
      await page.goto('/page.html');
      await runs(page);
      await expect.poll(() => told('rokade-ready')).toHaveLength(1);
      const asked = () => site.requests.filter((request) => request.path.endsWith('.wasm'));
      await expect.poll(asked).toEqual(wasm.map((part) => ({ method: 'GET', path: expect.stringMatching(part), status: 200 })));
      const [first, later] = asked();
      expect(first.path).not.toBe(later.path);
    });
  });
}

test.describe(() => {
  const root = join(OUT, 'esbuild');
  test.use({ root });

  test('built with esbuild from `rokade/inline`, it is one script with the wasm inside, and runs under the strict policy', async ({ page, site }) => {
    const { warnings } = await esbuild.build({ absWorkingDir: path('plain'), entryPoints: ['inline.ts'], bundle: true, minify: true, format: 'esm', outfile: join(root, 'main.js'), logLevel: 'silent' });
    expect(warnings).toEqual([]);
    expect(readdirSync(root)).toEqual(['main.js']);
    strictly(site, BARE);
    const told = await listen(page);
    await page.goto('/page.html');
    await runs(page);
    await expect.poll(() => told('rokade-ready')).toHaveLength(1);
    // What comes later elsewhere is there as well.
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await expect(page.getByRole('button', { name: word('en', 'Begin'), exact: true })).toBeVisible();
    expect(site.requests.map((request) => request.path)).toEqual(['/page.html', '/main.js']);
  });
});

/** @param {string} outDir */
function buildWithWebpack(outDir) {
  const compiler = webpack({ mode: 'production', context: path('plain'), entry: './main.ts', output: { path: outDir } });
  return new Promise((done, failed) => {
    compiler.run((error, stats) => {
      const { errors = [], warnings = [] } = stats?.toJson({ all: false, errors: true, warnings: true }) ?? {};
      // That the wasm is large is no news.
      const serious = warnings.filter(({ message }) => !/size limit|performance/.test(message));
      compiler.close(() => (error || errors.length + serious.length ? failed(error ?? new Error(JSON.stringify([errors, serious]))) : done(undefined)));
    });
  });
}

for (const [name, vite, project] of [
  ['vite', 'vite', 'plain'],
  ['an older vite, which moves the script away from its wasm,', 'vite-7', 'plain'],
  ['vite and React', 'vite', 'react'],
]) {
  test(`while a page is developed with ${name} it runs without any configuration`, async ({ page, complaints }) => {
    const server = await develop(vite, project);
    try {
      complaints.mayAsk(new URL(server.url).origin);
      await page.goto(server.url);
      await runs(page);
      await complaints.are([], (line) => !/^\[vite\]|React DevTools/.test(line));
    } finally {
      server.stop();
    }
  });
}

/** Starts Vite as a developer does: `vite` in the project, nothing optimised yet. */
async function develop(vite, project) {
  const script = path(`node_modules/${vite}/bin/vite.js`);
  const child = spawn(process.execPath, [script, '--host', '127.0.0.1', '--port', '5400', '--force'], { cwd: path(project), env });
  let said = '';
  const url = await new Promise((done, failed) => {
    const hear = (bytes) => {
      said += bytes;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (found) done(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => failed(new Error(`vite ended: ${said}`)));
  });
  return { url, stop: () => child.kill() };
}

test.describe(() => {
  test.use({ root: join(OUT, 'vite-and-React') });

  test('in React, properties reach the element, events the page, and what stands inside shows until it runs', async ({ page, site }) => {
    expect(existsSync(join(OUT, 'vite-and-React/index.html')), 'built by the test above').toBe(true);
    let release;
    site.routes = ({ pathname }) => (pathname.endsWith('.wasm') ? { delay: new Promise((done) => (release = done)) } : undefined);
    await page.goto('/index.html');
    const instead = page.getByRole('link', { name: 'Read the framework as PDF' });
    await expect(instead).toBeVisible();
    await expect.poll(() => typeof release).toBe('function');
    release();
    await runs(page);
    await expect(instead).toBeHidden();
    const element = page.locator('rokade-assessment');
    expect(await element.evaluate(({ roleId, purpose, headingLevel }) => ({ roleId, purpose, headingLevel }))).toEqual({ roleId: 'souschef-fagkontor', purpose: 'development', headingLevel: 2 });
    await element.getByRole('radio').first().check();
    await element.getByRole('button', { name: 'Begynd' }).click();
    await element.locator('.question').getByRole('radio').first().check();
    await expect(page.getByText('1 answered')).toBeVisible();
  });
});

test('the README shows what is tested here', () => {
  const readme = readFileSync(path('../../README.md'), 'utf8');
  const code = [...readme.matchAll(/```(?:js|jsx|ts|tsx)\n([^]*?)```/g)].flatMap(([, block]) => block.split('\n')).map((line) => line.trim()).filter(Boolean);
  const tested = ['plain/main.ts', 'plain/types.ts', 'react/main.tsx'].map((name) => readFileSync(path(name), 'utf8')).join('\n');
  expect(code).not.toEqual([]);
  expect(code.filter((line) => !line.startsWith('//') && !tested.includes(line))).toEqual([]);
});
