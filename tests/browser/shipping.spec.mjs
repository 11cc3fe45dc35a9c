// Each way to ship the widget holds what it promises: integrity lines, one script in a page opened as a file, and the page
// for a frame, which speaks to one origin about its height and to nobody about anything else.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve, STRICT_POLICY } from '../../www/server.mjs';
import { Person } from './person.mjs';
import { goOnWithMine, halfway } from './screens.mjs';
import { expect, test } from './site.mjs';
import { competences, framework, word, wordsFor } from './words.mjs';

const read = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
const integrity = (name) => `sha384-${createHash('sha384').update(read(name)).digest('base64')}`;
const ELEMENT = '<rokade-assessment eager framework="/frameworks/souschef.json"><p>Stands in.</p></rokade-assessment>';

/** A whole page of a host of ours. */
const host = (head, body) => `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Host</title>${head}</head><body>${body}</body></html>`;

/** Opens a page that the test wrote. */
async function show(page, site, head, body = ELEMENT, more = {}) {
  const others = site.routes;
  site.routes = async (url) => (url.pathname === '/own.html' ? { body: host(head, body), ...more } : others?.(url));
  await page.goto('/own.html');
  return new Person(page);
}

// ---- integrity

for (const [name, kind] of [['rokade.js', 'type="module"'], ['rokade.single.js', 'defer']]) {
  const head = () => `<script ${kind} src="/${name}" integrity="${integrity(name)}" crossorigin="anonymous"></script>`;

  test(`with its integrity line ${name} runs as it was built`, async ({ page, site }) => {
    const person = await show(page, site, head());
    await expect(person.heading(framework.title.da)).toBeVisible();
  });

  test(`with its integrity line ${name} doesn't run changed, and what stands in the element shows`, async ({ page, site, complaints }) => {
    site.routes = ({ pathname }) => (pathname === `/${name}` ? { body: `${read(name)};` } : undefined);
    await show(page, site, head());
    await expect(page.getByText('Stands in.')).toBeVisible();
    await complaints.are([expect.stringContaining('integrity')]);
    expect(await page.evaluate(() => customElements.get('rokade-assessment'))).toBeUndefined();
  });
}

// What changes nothing but the bytes: a section of one's own kind, or the end of a line.
const SECTION = Buffer.from([0, 2, 1, 0x78]);
for (const [file, more, code, asks] of [
  ['rokade.wasm', SECTION, 'wasm-mismatch', false],
  ['words/da.json', '\n', 'words-mismatch', false],
  ['rokade.later.wasm', SECTION, 'wasm-mismatch', true],
  ['rokade.later.css.txt', '\n', 'styles-mismatch', true],
]) {
  test(`the script's integrity covers ${file}: another one isn't used${asks ? ', and the questions are asked' : ''}`, async ({ page, site, complaints }) => {
    const head = `<script type="module" src="/rokade.js" integrity="${integrity('rokade.js')}"></script>`;
    const type = file.endsWith('.wasm') ? 'application/wasm' : 'text/plain';
    const body = Buffer.concat([read(file), Buffer.from(more)]);
    site.routes = ({ pathname }) => (pathname === `/${file}` ? { body, headers: { 'content-type': type } } : undefined);
    const person = await show(page, site, head);
    if (asks) await expect(person.heading(framework.title.da)).toBeVisible();
    else await expect(page.getByRole('alert')).toBeVisible();
    await complaints.contain(expect.stringContaining(`${file} isn't the file of version`), expect.stringContaining(`(${code})`));
  });
}

test('a page that runs no script without its hash runs it with both parts', async ({ page, site, complaints }) => {
  const head = `<script type="module" src="/rokade.js" integrity="${integrity('rokade.js')}"></script>`;
  const person = await show(page, site, head, ELEMENT, { headers: { 'integrity-policy': 'blocked-destinations=(script style)' } });
  await person.widget.evaluate((element, file) => element.open(file), halfway());
  await goOnWithMine(person);
  await expect(person.heading(person.word('ResultsTitle'))).toBeVisible();
  // Chromium knows only scripts by now.
  await complaints.are([], (line) => !line.includes("destination 'style' is not supported"));
});

// ---- one script

test('a page opened as a file runs the single script, with the framework inside', async ({ page, complaints }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rokade-'));
  try {
    writeFileSync(join(folder, 'rokade.single.js'), read('rokade.single.js'));
    const inside = JSON.stringify(framework).replaceAll('<', '\\u003c');
    const element = `<rokade-assessment purpose="development" rater="self"><script type="application/json">${inside}</script></rokade-assessment>`;
    writeFileSync(join(folder, 'page.html'), host('<script defer src="rokade.single.js"></script>', element));
    await page.goto(pathToFileURL(join(folder, 'page.html')).href);
    const person = new Person(page);
    await person.widget.getByRole('radio', { name: framework.roles[0].title.da }).check();
    await person.press('Begin');
    await person.answer(3);
    await person.isAsked(competences[1]);
    const file = await person.save();
    expect(file.json.responses.competences).toEqual({ [competences[0].id]: { answer: 'rated', level: 3 } });
    // The two files themselves, and nothing more.
    await complaints.are(['page.html', 'rokade.single.js'].map((name) => `request to ${pathToFileURL(join(folder, name)).href}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

// ---- in a frame

/** A page on another origin with the frame page in it; all that is said to it, it writes down. */
async function frame({ page, site, complaints }, { says, more = '', framework = 'frameworks/souschef.json' }) {
  const other = await serve({ root: join(tmpdir(), 'nothing-is-there'), routes: () => ({ body, headers: { 'content-type': 'text/html' } }) });
  const asked = new URLSearchParams({ framework, purpose: 'development', ...(says && { host: says(other.url) }) });
  const body = host('', `<iframe id="frame" width="600" height="300" title="Selvvurdering" src="${site.url}/embed.html?${asked}" ${more}></iframe>`);
  await page.addInitScript(() => {
    if (window !== window.top) return;
    window.heard = [];
    addEventListener('message', ({ origin, data }) => window.heard.push({ origin, data }));
  });
  complaints.mayAsk(other.url);
  await page.goto(other.url);
  const inside = page.frameLocator('iframe').locator('rokade-assessment');
  return { other, inside, heard: () => page.evaluate(() => window.heard) };
}

test('the frame page tells its height to the origin that its address names', async ({ page, site, complaints }) => {
  const { other, inside, heard } = await frame({ page, site, complaints }, { says: (origin) => origin });
  await expect(inside.getByRole('heading', { name: framework.title.da })).toBeVisible();
  await expect.poll(async () => (await heard()).length).toBeGreaterThan(0);
  for (const { origin, data } of await heard()) {
    expect(origin).toBe(site.url);
    expect(data).toEqual({ type: 'rokade-height', height: expect.any(Number) });
  }
  await other.close();
});

const NO_ORIGINS = {
  'no origin': undefined,
  'every origin': () => '*',
  'a page instead of an origin': (origin) => `${origin}/page.html`,
  'something else': () => 'null',
};
for (const [what, says] of Object.entries(NO_ORIGINS)) {
  test(`the frame page says nothing where its address names ${what}`, async ({ page, site, complaints }) => {
    const { other, inside, heard } = await frame({ page, site, complaints }, { says });
    await expect(inside.getByRole('heading', { name: framework.title.da })).toBeVisible();
    await inside.locator('summary').first().click();
    // As long as the browser needs to draw twice: by then the one that may speak has spoken.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await heard()).toEqual([]);
    await other.close();
  });
}

test('the frame page says nothing to a page that is not the one its address names', async ({ page, site, complaints }) => {
  const { other, inside, heard } = await frame({ page, site, complaints }, { says: () => 'https://intranet.example' });
  await expect(inside.getByRole('heading', { name: framework.title.da })).toBeVisible();
  // The browser itself holds messages back, and says so of each.
  const heldBack = expect.stringMatching(/'postMessage'.* does not match the recipient window's origin/);
  await complaints.contain(heldBack);
  expect(await heard()).toEqual([]);
  await other.close();
});

test("the frame page shows nobody else's framework", async ({ page, site, complaints }) => {
  const { other, inside } = await frame({ page, site, complaints }, { says: (origin) => origin, framework: 'https://elsewhere.example/words.json' });
  await expect(inside.getByRole('heading').first()).toBeVisible();
  await complaints.are([expect.stringContaining("isn't on this page's origin"), expect.stringContaining('(framework-missing)')]);
  await other.close();
});

test("the frame page shows nobody else's framework, though its own server leads there", async ({ page, site, complaints }) => {
  const title = 'Andres ord';
  const body = JSON.stringify({ ...framework, title: { ...framework.title, da: title } });
  const headers = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };
  const elsewhere = await serve({ root: join(tmpdir(), 'nothing-is-there'), routes: () => ({ body, headers }) });
  // The browser tells that it would ask; that it doesn't is looked at there.
  complaints.mayAsk(elsewhere.url);
  const leads = { status: 302, headers: { location: `${elsewhere.url}/words.json` } };
  site.routes = ({ pathname }) => (pathname === '/login' ? leads : undefined);
  const { other, inside } = await frame({ page, site, complaints }, { framework: '/login?next=elsewhere' });
  await expect(inside.getByRole('button', { name: wordsFor('da').words.retry })).toBeVisible();
  await expect(inside.getByRole('heading', { name: title })).toHaveCount(0);
  expect(elsewhere.requests).toEqual([]);
  await complaints.contain(
    expect.stringContaining('policy: connect-src'),
    expect.stringMatching(/\/login\?next=elsewhere can't be reached: .*`connect-src`.*\(framework-unreachable\)/),
  );
  await other.close();
  await elsewhere.close();
});

test('the frame page comes with a policy as strict as the widget bears, before any script', () => {
  const text = read('embed.html').toString();
  const [meta, policy] = text.match(/<meta http-equiv="Content-Security-Policy" content="([^"]+)">/);
  expect(text.indexOf(meta)).toBeLessThan(text.indexOf('<script'));
  expect(policy.split('; ')).toEqual(expect.arrayContaining([...STRICT_POLICY.split('; '), "base-uri 'none'", "form-action 'none'"]));
});

test('the frame page says so where its address names a framework that is no address', async ({ page, site, complaints }) => {
  const { other, inside } = await frame({ page, site, complaints }, { says: (origin) => origin, framework: 'http://[' });
  await expect(inside.getByRole('heading', { name: word('da', 'FailedTitle') })).toBeVisible();
  await expect(page.frameLocator('iframe').locator('#waiting')).toHaveCount(0);
  await complaints.are([expect.stringContaining('the framework http://[ is no address'), expect.stringContaining('(framework-missing)')]);
  await other.close();
});

test('in a frame with what the guide asks for, answers are kept and files saved', async ({ page, site, complaints }) => {
  const more = 'sandbox="allow-scripts allow-same-origin allow-downloads allow-modals"';
  const { other, inside } = await frame({ page, site, complaints }, { says: (origin) => origin, more });
  const person = new Person(page);
  person.widget = inside;
  await inside.getByRole('radio', { name: person.word('RaterSelf') }).check();
  await inside.getByRole('radio', { name: framework.roles[0].title.da }).check();
  await person.button('Begin').click();
  await expect(person.question(competences[0])).toBeVisible();
  const download = page.waitForEvent('download');
  await person.button('SaveFile').first().click();
  expect((await download).suggestedFilename()).toMatch(/^souschef-.*\.json$/);
  await page.reload();
  await expect(person.notice('Resumed')).toBeVisible();
  await other.close();
});

test('the host of a frame believes the height from that frame alone', async ({ page }) => {
  await page.goto('/demo/iframe.html');
  const frame = page.locator('iframe');
  await expect(page.frameLocator('iframe').getByRole('heading', { name: framework.title.da })).toBeVisible();
  await expect.poll(() => frame.evaluate((element) => element.style.height)).not.toBe('');
  const before = await frame.evaluate((element) => element.style.height);
  await page.evaluate(async () => {
    window.postMessage({ type: 'rokade-height', height: 7 }, '*');
    await new Promise((done) => setTimeout(done, 100));
  });
  expect(await frame.evaluate((element) => element.style.height)).toBe(before);
});
