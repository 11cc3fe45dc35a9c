// Words as data: each language is a file that is asked for when it is spoken, and a page can bring one that doesn't ship. Here
// that is Polish, with three forms for whole numbers, told by the browser.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Person } from './person.mjs';
import { expect, listen, test } from './site.mjs';
import { competences, framework, word, wordsFor } from './words.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(join(top, 'tests/words/pl.json'), 'utf8');
const polish = JSON.parse(text);
const { words: english } = wordsFor('en');
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
  complaints.mayCome();
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
    const files = { [FRAMEWORK]: JSON.stringify(sized(count)), '/words-of-ours/pl.json': text };
    site.routes = ({ pathname }) => (files[pathname] ? { body: files[pathname] } : undefined);
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
  serveOwn(site, { body: JSON.stringify({ ...polish, widget: { ...widget, beginn: begin, closeNotice: '{{to}}' } }) });
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
  await complaints.are([`Rokade: ${message} (words-incomplete)`]);
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
    await expect(button(page, word('da', 'Begin'))).toBeVisible();
    const [event, ...more] = await told('rokade-error');
    expect([event.code, more]).toEqual([code, []]);
    expect(event.message).toMatch(hint);
    await complaints.are([`Rokade: ${event.message} (${code})`], (line) => line.startsWith('Rokade'));
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
  complaints.mayCome();
});

/** The same words with another name for the button that begins, so that it is seen which file they are from. */
const beginning = (begin, other = {}) => JSON.stringify({ ...polish, ...other, widget: { ...polish.widget, begin } });

/** Serves these files under `/own/`: text, or what the site is to answer. */
function serveAll(site, files) {
  site.routes = ({ pathname }) => {
    const file = files[pathname.replace('/own/', '')];
    return file === undefined ? undefined : typeof file === 'string' ? { body: file } : file;
  };
}

const SEVERAL = ELEMENT.replace('framework', 'lang="pl" words="/own/a.json" framework');
const set = (page, change) => page.evaluate((change) => Object.assign(document.querySelector('rokade-assessment'), change), change);

test('of the page’s words those hold that were set last, whatever comes first', async ({ page, site }) => {
  let arrives;
  const slow = () => ({ body: beginning('A'), delay: new Promise((done) => (arrives = done)) });
  serveAll(site, { 'b.json': beginning('B'), 'c.json': beginning('C') });
  const { routes } = site;
  site.routes = (url) => (url.pathname === '/own/a.json' ? slow() : routes(url));
  // While it is still being loaded.
  await page.goto(site.show(SEVERAL));
  await expect.poll(() => asked(site)).toContain('/own/a.json');
  await set(page, { words: '/own/b.json' });
  await expect(button(page, 'B')).toBeVisible();
  arrives();
  // And afterwards.
  await set(page, { words: '/own/a.json' });
  await expect.poll(() => asked(site).filter((path) => path === '/own/a.json')).toHaveLength(2);
  await set(page, { words: '/own/c.json' });
  await expect(button(page, 'C')).toBeVisible();
  arrives();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  await expect(button(page, 'C')).toBeVisible();
});

test('words and their language can be set in any order, and for another region', async ({ page, site }) => {
  serveAll(site, { 'a.json': beginning('A'), 'b.json': beginning('B') });
  await page.goto(site.show(SEVERAL));
  await expect(button(page, 'A')).toBeVisible();
  await set(page, { words: '/own/b.json', lang: 'de' });
  await expect(button(page, 'B')).toBeVisible();
  await expect(page.locator('rokade-assessment .widget')).toHaveAttribute('lang', 'de');
  await set(page, { words: '/own/a.json', lang: 'pl' });
  await expect(button(page, 'A')).toBeVisible();
  await set(page, { lang: 'pl-PL', words: '/own/b.json' });
  await expect(button(page, 'B')).toBeVisible();
  await expect(page.locator('rokade-assessment .widget')).toHaveAttribute('lang', 'pl-PL');
});

test('words that are taken away, or replaced by none, are spoken no longer', async ({ page, site, complaints }) => {
  serveAll(site, { 'a.json': beginning('A'), 'broken.json': '{' });
  const told = await listen(page);
  await page.goto(site.show(SEVERAL));
  await expect(button(page, 'A')).toBeVisible();
  await set(page, { words: null });
  await expect(button(page, word('da', 'Begin'))).toBeVisible();
  await set(page, { words: '/own/a.json' });
  await expect(button(page, 'A')).toBeVisible();
  await set(page, { words: '/own/broken.json' });
  await expect(button(page, word('da', 'Begin'))).toBeVisible();
  expect((await told('rokade-error')).map(({ code }) => code)).toEqual(['words-invalid']);
  complaints.mayCome();
});

test('words that couldn’t be had are asked for again when they are set again', async ({ page, site, complaints }) => {
  let file = { cut: 'before' };
  site.routes = ({ pathname }) => (pathname === '/own/a.json' ? file : undefined);
  await page.goto(site.show(SEVERAL));
  await expect(button(page, word('da', 'Begin'))).toBeVisible();
  file = { body: beginning('A') };
  await set(page, { words: '/own/a.json' });
  await expect(button(page, 'A')).toBeVisible();
  // The same object with other words.
  await page.evaluate((text) => {
    window.words = JSON.parse(text);
    document.querySelector('rokade-assessment').words = window.words;
  }, beginning('B'));
  await expect(button(page, 'B')).toBeVisible();
  await page.evaluate(() => {
    window.words.widget.begin = 'C';
    document.querySelector('rokade-assessment').words = window.words;
  });
  await expect(button(page, 'C')).toBeVisible();
  complaints.mayCome();
});

test('until the page’s words came the language stays as it is, and it can be chosen again', async ({ page, site }) => {
  let arrives;
  site.routes = ({ pathname }) => (pathname === '/own/a.json' ? { body: beginning('A'), delay: new Promise((done) => (arrives = done)) } : undefined);
  await page.goto(site.show(SEVERAL.replace('lang="pl"', 'lang="en"')));
  await expect(button(page, word('en', 'Begin'))).toBeVisible();
  await set(page, { lang: 'pl' });
  await expect.poll(() => asked(site)).toContain('/own/a.json');
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  await expect(button(page, word('en', 'Begin'))).toBeVisible();
  arrives();
  await expect(button(page, 'A')).toBeVisible();
  await button(page, 'English').click();
  await expect(button(page, word('en', 'Begin'))).toBeVisible();
  await button(page, 'Polski').click();
  await expect(button(page, 'A')).toBeVisible();
});

test('the page’s words are asked for when the widget is', async ({ page, site }) => {
  serveAll(site, { 'a.json': beginning('A') });
  await page.goto(site.show(`<div style="height: 9000px"></div>${SEVERAL}`, { strict: false }));
  await page.evaluate(() => {
    const other = document.createElement('rokade-assessment');
    Object.assign(other, { lang: 'pl', words: '/own/a.json' });
  });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect(asked(site)).toEqual(['/rokade.js']);
  await page.locator('rokade-assessment').scrollIntoViewIfNeeded();
  await expect(button(page, 'A')).toBeVisible();
});

test('without English the page’s words aren’t used, and the framework’s language is spoken', async ({ page, site, complaints }) => {
  serveAll(site, { 'a.json': beginning('A') });
  const { routes } = site;
  site.routes = (url) => (url.pathname === '/words/en.json' ? { status: 404 } : routes(url));
  await page.goto(site.show(SEVERAL));
  await expect(button(page, word('da', 'Begin'))).toBeVisible();
  await complaints.contain(expect.stringContaining('(words-not-found)'));
});

test('words that can’t be had are asked for once, and told once, whatever else the page sets', async ({ page, site, complaints }) => {
  site.routes = ({ pathname }) => (pathname === '/words/en.json' ? { status: 404 } : undefined);
  const told = await listen(page);
  await page.goto(site.show(ELEMENT));
  await expect.poll(async () => (await told('rokade-error')).length).toBe(1);
  await set(page, { lang: 'en' });
  await expect.poll(async () => (await told('rokade-error')).length).toBe(2);
  for (const level of [3, 4, 5]) await set(page, { headingLevel: level });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect(await told('rokade-error')).toHaveLength(2);
  complaints.mayCome();
});

test('the file of a breakdown has the English below the page’s notice', async ({ page, site, complaints }) => {
  const other = { element: { ...polish.element, fileNotice: 'This is an appraisal.' } };
  serveAll(site, { 'a.json': beginning('A', other) });
  await page.goto(site.show(SEVERAL));
  await expect(button(page, 'A')).toBeVisible();
  await begins(page, { begin: 'A' });
  await page.getByRole('group', { name: competences[0].statement.da, exact: true }).getByRole('radio').nth(2).check();
  await breakDownHere(page);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, polish.element.save).click()]);
  expect(JSON.parse(readFileSync(await download.path(), 'utf8')).notice).toBe(`This is an appraisal.\n\n${english.fileNotice}`);
  complaints.mayCome();
});

test('where the element’s own texts are missing, that is told, and the focus of its notice isn’t lost', async ({ page, site, complaints }) => {
  serveAll(site, { 'a.json': beginning('A', { element: { ...polish.element, goOn: '' } }) });
  const told = await listen(page);
  await page.goto(site.show(SEVERAL));
  await expect(button(page, 'A')).toBeVisible();
  const [{ code, message }] = await told('rokade-error');
  expect([code, message]).toEqual(['words-incomplete', expect.stringContaining('`element.goOn`')]);
  await breakDownHere(page);
  await button(page, english.goOn).focus();
  await set(page, { lang: 'da' });
  await expect(page.getByRole('alert').getByRole('heading')).toBeFocused();
  complaints.mayCome();
});

test('printed, the English originals are open', async ({ page, site }) => {
  serveOwn(site);
  await page.goto(site.show(OWN));
  await expect(button(page, polish.widget.begin)).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.originals').getByText(word('en', 'NoticeNoAppraisal'), { exact: true })).toBeVisible();
});

/** The wasm breaks down. */
async function breakDownHere(page) {
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError('unreachable');
    error.stack = `at ${new URL('/rokade.wasm', location.href)}:1:1`;
    dispatchEvent(new ErrorEvent('error', { error }));
  });
  await expect(page.getByRole('alert')).toBeVisible();
}

test('what the element says when the widget can’t is in the page’s words, too', async ({ page, site, complaints }) => {
  serveOwn(site);
  await page.goto(site.show(OWN));
  await expect(button(page, polish.widget.begin)).toBeVisible();
  await breakDownHere(page);
  await expect(page.getByRole('alert').getByRole('heading')).toHaveText(polish.element.stopped);
  await button(page, polish.element.goOn).click();
  await expect(button(page, polish.widget.begin)).toBeVisible();
  complaints.mayCome();
});

test('the frame page takes words from its own server alone', async ({ page, site, complaints }) => {
  serveOwn(site);
  const frame = (words) => `/embed.html?${new URLSearchParams({ framework: 'frameworks/souschef.json', purpose: 'development', lang: 'pl', words })}`;
  await page.goto(frame('words-of-ours/pl.json'));
  await expect(button(page, polish.widget.begin)).toBeVisible();
  await page.goto(frame('https://elsewhere.example/pl.json'));
  await expect(button(page, word('da', 'Begin'))).toBeVisible();
  await complaints.are([expect.stringContaining("isn't on this page's origin")]);
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
      if (['/rokade.js', '/rokade.later.css.txt', '/embed.js'].includes(pathname) || pathname.startsWith('/words/')) {
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

    // The frame page is called by it, too, and in English where it isn't spoken.
    const { words: danish } = wordsFor('da');
    for (const [lang, { title }] of [['pl', polish.element], ['pl-PL', polish.element], ['', danish], ['en-GB', english], ['de', english], ['__proto__', english]]) {
      await page.goto(`/embed.html?${new URLSearchParams({ framework: 'frameworks/souschef.json', lang })}`);
      await expect(page.locator('rokade-assessment').getByRole('heading').first()).toBeVisible();
      await expect(page).toHaveTitle(title);
      await expect(page.getByRole('main')).toHaveAccessibleName(title);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
