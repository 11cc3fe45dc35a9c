// Words as data: each language is a file that is asked for when it is spoken, and a page can bring one that doesn't ship. Here
// that is Polish, with three forms for whole numbers, told by the browser.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Person } from './person.mjs';
import { expect, listen, test } from './site.mjs';
import { competences, framework, word } from './words.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(join(top, 'tests/words/pl.json'), 'utf8');
const polish = JSON.parse(text);
const FRAMEWORK = '/frameworks/souschef.json';
const ELEMENT = `<rokade-assessment framework="..${FRAMEWORK}" purpose="development" rater="self"></rokade-assessment>`;
const OWN = ELEMENT.replace('framework', 'lang="pl" words="/words-of-ours/pl.json" framework');

/** The site also serves the page's own words: these, unless others are given. */
function serveOwn(site, answer = { body: text }) {
  site.routes = ({ pathname }) => (pathname === '/words-of-ours/pl.json' ? answer : undefined);
}

const asked = (site) => site.requests.map(({ path }) => path).filter((path) => !path.startsWith('/demo/'));

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Goes on from the first screen to the first question. */
async function begins(page, words) {
  await page.getByRole('radio', { name: framework.roles[0].title.da }).check();
  await button(page, words.begin).click();
}

// ---- the languages that ship

test('the words of one language are asked for first, those of the framework’s others once the first screen stands', async ({ page, site }) => {
  await page.goto(site.show(ELEMENT));
  const person = new Person(page);
  await expect(person.heading(framework.title.da)).toBeVisible();
  await expect.poll(() => asked(site)).toHaveLength(7);
  expect(asked(site).slice(0, 4).sort()).toEqual([FRAMEWORK, '/rokade.js', '/rokade.wasm', '/words/da.json']);
  expect(asked(site).slice(4).sort()).toEqual(['/rokade.later.css.txt', '/rokade.later.wasm', '/words/en.json']);
});

test('a page that says no language gets the framework’s', async ({ page, site }) => {
  await page.goto(site.show(ELEMENT, { lang: '' }));
  await expect(new Person(page).heading(framework.title.da)).toBeVisible();
  const first = asked(site).filter((path) => path.startsWith('/words/'))[0];
  expect(first).toBe('/words/da.json');
});

test('a framework in one language has the words of no other brought', async ({ page, site }) => {
  const danish = JSON.parse(JSON.stringify(framework), (key, value) => (value?.da && value?.en ? value.da : value));
  site.routes = ({ pathname }) => (pathname === FRAMEWORK ? { body: JSON.stringify({ ...danish, languages: ['da'] }) } : undefined);
  await page.goto(site.show(ELEMENT));
  await expect.poll(() => asked(site)).toContain('/rokade.later.wasm');
  await expect(new Person(page).heading(framework.title.da)).toBeVisible();
  expect(asked(site)).not.toContain('/words/en.json');
  // Until the page asks for it.
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect(button(page, word('en', 'Begin'))).toBeVisible();
});

test('who chooses a language whose words can’t be had is told, and can choose it again', async ({ page, site, complaints }) => {
  let isThere = false;
  site.routes = ({ pathname }) => (pathname === '/words/en.json' && !isThere ? { cut: 'before' } : undefined);
  const told = await listen(page);
  await page.goto(site.show(ELEMENT));
  const person = new Person(page);
  await expect.poll(async () => (await told('rokade-error')).map(({ code }) => code)).toEqual(['words-unreachable']);
  await expect(person.widget.getByRole('alert')).toHaveCount(0);

  await person.widget.getByRole('button', { name: 'English' }).click();
  await expect(person.notice('LanguageMissing', { language: 'English' })).toBeVisible();
  await expect(person.widget.locator('[data-focus=notices]')).toBeFocused();
  isThere = true;
  await person.widget.getByRole('button', { name: 'English' }).click();
  await expect(button(page, word('en', 'Begin'))).toBeVisible();
  complaints.splice(0);
});

// ---- a language that the page brings

test('a page speaks a language that doesn’t ship: numbers, notices and files included', async ({ page, site }) => {
  serveOwn(site);
  const told = await listen(page);
  await page.goto(site.show(OWN));
  const { widget } = polish;
  await expect(button(page, widget.begin)).toBeVisible();
  expect(asked(site)).toEqual(expect.arrayContaining(['/words-of-ours/pl.json', '/words/en.json']));

  // What no page can say in its own words, in English.
  const originals = page.getByText(word('en', 'Originals'), { exact: true });
  const notice = page.locator('.originals').getByText(word('en', 'NoticeNoAppraisal'), { exact: true });
  await expect(notice).toBeHidden();
  await originals.click();
  await expect(notice).toBeVisible();

  await begins(page, widget);
  await page.getByRole('group', { name: competences[0].statement.da, exact: true }).getByRole('radio').nth(2).check();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, widget.saveFile).click()]);
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(saved.notice).toBe(`${widget.fileNotice}\n\n${word('en', 'FileNotice')}`);
  expect(await told('rokade-error')).toEqual([]);
  await expect(page.locator('rokade-assessment .widget')).toHaveAttribute('lang', 'pl');
});

test('numbers take the forms that the browser knows of the language', async ({ page, site }) => {
  for (const [count, form] of [[1, 'one'], [3, 'few'], [12, 'many'], [22, 'few']]) {
    serveOwn(site, undefined);
    const own = site.routes;
    site.routes = (url) => {
      if (url.pathname === FRAMEWORK) return { body: JSON.stringify(sized(count)) };
      return url.pathname === '/words-of-ours/pl.json' ? { body: text } : own(url);
    };
    await page.goto(site.show(OWN));
    await expect(button(page, polish.widget.begin)).toBeVisible();
    const said = polish.widget[`startCount_${form}`].replace('{{count}}', String(count));
    await expect(page.locator('rokade-assessment')).toContainText(said);
  }
});

/** A framework with so many questions. */
function sized(count) {
  const { areas, ...tea } = JSON.parse(readFileSync(join(top, 'tests/tea.json'), 'utf8'));
  const [{ behaviours, ...dimension }] = tea.dimensions;
  const competences = Array.from({ length: count }, (_, place) => ({ ...dimension.competences[0], id: `c${place}` }));
  return { ...tea, dimensions: [{ ...dimension, competences }], roles: [{ ...tea.roles[0], targets: { c0: 2 } }] };
}

test('the property takes the words themselves, and single texts over them', async ({ page, site }) => {
  const told = await listen(page);
  await page.goto(site.show(ELEMENT.replace('framework', 'lang="pl" framework')));
  // Without words of its own it speaks the framework's language.
  await expect(button(page, word('da', 'Begin'))).toBeVisible();
  await page.evaluate((words) => (document.querySelector('rokade-assessment').words = words), polish);
  await expect(button(page, polish.widget.begin)).toBeVisible();
  await page.evaluate(() => (document.querySelector('rokade-assessment').messages = { begin: 'Do dzieła', fileNotice: 'Inaczej' }));
  await expect(button(page, 'Do dzieła')).toBeVisible();
  expect(await told('rokade-error')).toEqual([]);
});

test('a language that ships is spoken as it ships, whatever words the page brings', async ({ page, site }) => {
  serveOwn(site);
  await page.goto(site.show(OWN.replace('lang="pl"', 'lang="da-DK"')));
  await expect(button(page, word('da', 'Begin'))).toBeVisible();
  expect(asked(site)).not.toContain('/words-of-ours/pl.json');
  // And the page's own once its language is around the element.
  await page.evaluate(() => document.querySelector('rokade-assessment').setAttribute('lang', 'pl'));
  await expect(button(page, polish.widget.begin)).toBeVisible();
});

test('what the page’s words lack is said in English, and told by name', async ({ page, site, complaints }) => {
  const { begin, startCount_few, ...widget } = polish.widget;
  serveOwn(site, { body: JSON.stringify({ ...polish, element: undefined, widget: { ...widget, beginn: begin, closeNotice: '{{to}}' } }) });
  const told = await listen(page);
  await page.goto(site.show(OWN));
  await expect(button(page, word('en', 'Begin'))).toBeVisible();
  await expect(page.locator('rokade-assessment')).toContainText(polish.widget.startLeadDevelopment);
  const [{ code, message }, ...more] = await told('rokade-error');
  expect([code, more]).toEqual(['words-incomplete', []]);
  expect(message.split('\n').slice(1)).toEqual([
    '`beginn` is no text of the widget; is `begin` meant?',
    '`closeNotice` has {{to}}, which nothing is filled in for',
    '`begin` is missing',
    '`startCount_few` is missing',
  ].sort((one, other) => message.indexOf(one) - message.indexOf(other)));
  expect(complaints.splice(0)).toEqual([`Rokade: ${message} (words-incomplete)`]);
});

for (const [what, answer, code, hint] of [
  ['are no words file', { body: JSON.stringify({ language: 'Polski', texts: {} }) }, 'words-invalid', /`widget`/],
  ['are not JSON', { body: '{' }, 'words-invalid', /1:/],
  ['are a login page', { body: '<p>Zaloguj', headers: { 'content-type': 'text/html' } }, 'words-unreachable', /a page, such as a login, in place of the words/],
  ['are not UTF-8', { body: Buffer.from(text, 'latin1') }, 'words-invalid', /not UTF-8/],
  ['are not there', { status: 404 }, 'words-not-found', /isn't there \(404\)/],
  ['can’t be reached', { cut: 'before' }, 'words-unreachable', /can't be reached/],
]) {
  test(`where the page’s words ${what}, that is told, and the widget speaks a language that it has`, async ({ page, site, complaints }) => {
    serveOwn(site, answer);
    const told = await listen(page);
    await page.goto(site.show(OWN));
    const languages = code === 'words-invalid' && !/UTF-8/.test(String(hint)) ? 'en' : 'da';
    await expect(button(page, word(languages, 'Begin'))).toBeVisible();
    const [event, ...more] = await told('rokade-error');
    expect([event.code, more]).toEqual([code, []]);
    expect(event.message).toMatch(hint);
    expect(complaints.splice(0).filter((line) => line.startsWith('Rokade'))).toEqual([`Rokade: ${event.message} (${code})`]);
  });
}

test('words that can’t be written down, and a language that is none, are told', async ({ page, site, complaints }) => {
  const told = await listen(page);
  await page.goto(site.show(ELEMENT.replace('framework', 'lang="pl" framework')));
  await expect(button(page, word('da', 'Begin'))).toBeVisible();
  await page.evaluate(() => {
    const circle = {};
    circle.circle = circle;
    document.querySelector('rokade-assessment').words = circle;
  });
  await expect.poll(async () => (await told('rokade-error')).map(({ code }) => code)).toEqual(['words-invalid']);
  await page.evaluate(() => {
    const element = document.querySelector('rokade-assessment');
    element.words = {};
    element.lang = 'x_y';
  });
  await expect.poll(async () => (await told('rokade-error')).map(({ message }) => message).join()).toContain('`x_y`');
  await expect(button(page, word('da', 'Begin'))).toBeVisible();
  complaints.splice(0);
});

test('what the element says when the widget can’t is in the page’s words, too', async ({ page, site, complaints }) => {
  serveOwn(site);
  await page.goto(site.show(OWN));
  await expect(button(page, polish.widget.begin)).toBeVisible();
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError('unreachable');
    error.stack = `at ${new URL('/rokade.wasm', location.href)}:1:1`;
    dispatchEvent(new ErrorEvent('error', { error }));
  });
  await expect(page.getByRole('alert').getByRole('heading')).toHaveText(polish.element.stopped);
  await button(page, polish.element.goOn).click();
  await expect(button(page, polish.widget.begin)).toBeVisible();
  complaints.splice(0);
});

test('the frame page takes words from its own server alone', async ({ page, site, complaints }) => {
  serveOwn(site);
  const frame = (words) => `/embed.html?${new URLSearchParams({ framework: 'frameworks/souschef.json', purpose: 'development', lang: 'pl', words })}`;
  await page.goto(frame('words-of-ours/pl.json'));
  await expect(button(page, polish.widget.begin)).toBeVisible();
  await page.goto(frame('https://elsewhere.example/pl.json'));
  await expect(button(page, word('da', 'Begin'))).toBeVisible();
  expect(complaints.splice(0)).toEqual([expect.stringContaining("isn't on this page's origin")]);
});

test('another language among those that ship is a file more', async ({ page, site }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rokade-words-'));
  try {
    cpSync(join(top, 'www/words'), join(folder, 'words'), { recursive: true });
    cpSync(join(top, 'tests/words/pl.json'), join(folder, 'words/pl.json'));
    const options = { '--whole': 'target/pkg', '--split': 'target/pkg-split', '--papers': 'target/papers', '--words': join(folder, 'words'), '--out': join(folder, 'dist') };
    execFileSync(process.execPath, ['www/build.mjs', ...Object.entries(options).flat()], { cwd: top });
    expect(readdirSync(join(folder, 'dist/words')).sort()).toEqual(['da.json', 'en.json', 'pl.json']);

    const bilingual = { ...JSON.parse(JSON.stringify(framework), (key, value) => (value?.da && value?.en ? { ...value, pl: value.en } : value)), languages: ['da', 'en', 'pl'] };
    site.routes = ({ pathname }) => {
      if (pathname === FRAMEWORK) return { body: JSON.stringify(bilingual) };
      if (['/rokade.js', '/rokade.later.css.txt'].includes(pathname) || pathname.startsWith('/words/')) {
        return { body: readFileSync(join(folder, 'dist', pathname)), headers: { 'content-type': { js: 'text/javascript', txt: 'text/plain' }[pathname.split('.').at(-1)] ?? 'application/json' } };
      }
      return undefined;
    };
    const told = await listen(page);
    await page.goto(site.show(ELEMENT, { lang: 'pl' }));
    await expect(button(page, polish.widget.begin)).toBeVisible();
    await expect(page.locator('.originals')).toHaveCount(0);
    await page.getByRole('button', { name: 'Dansk' }).click();
    await page.getByRole('button', { name: 'Polski' }).click();
    await expect(page.locator('rokade-assessment [aria-live]')).toHaveText(polish.widget.languageChanged);
    expect(await told('rokade-error')).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
