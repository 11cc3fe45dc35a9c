// The failure ladder, rung by rung: everything that can stand in the widget's way, and for each what the person reads in
// both languages, what the page's developer is told, what shows instead, and how one gets on. Read the tables first; what
// is checked of every rung stands below them. What becomes of single mistakes in a framework is in ../framework.spec.mjs.
import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { host } from '../host.mjs';
import { Person } from '../person.mjs';
import { arrive, breakDown, goOnWithMine, halfway, land, WIDGET } from '../screens.mjs';
import { listen } from '../site.mjs';
import { competences, framework, wordsFor } from '../words.mjs';
import { expect, part, situation } from './situation.mjs';

const SCRIPT = '/rokade.js';
const WASM = '/rokade.wasm';
const LATER = '/rokade.later.wasm';
const STYLES = '/rokade.later.css.txt';
const FRAMEWORK = '/frameworks/souschef.json';
const [DANISH, ENGLISH] = ['/words/da.json', '/words/en.json'];
const INSTEAD = 'Spørgsmålene kan også læses på papir.';
const HEADING = '<h2>Din selvvurdering</h2>';
const ELEMENT = HEADING + WIDGET.replace(' purpose', ' heading-level="3" purpose').replace('></', `><p>${INSTEAD}</p></`);
const bad = (name) => readFileSync(new URL(`../../bad/${name}.json`, import.meta.url), 'utf8');

/**
 * A rung: how it comes about, and what is said.
 *
 * - `answers`: what the server answers instead, by path; `policy`: what the page is sent with; `before`: runs in the page
 *   before any script; `script`, `element`: what the page loads and holds; `elsewhere`: the script or the framework lies on
 *   another server, which answers with these headers;
 * - `code` and `developer`: the event, and what the message to the developer holds;
 * - `person`: what is said to the person, if not the element's own words for this code;
 * - `retry`: whether trying again is offered, since it may help.
 */

/** The widget can't be loaded. The words are the element's own; the wasm isn't there to say any. */
const LOADING = {
  'there is no WebAssembly': {
    before: () => delete globalThis.WebAssembly,
    code: 'wasm-missing',
    developer: [/no WebAssembly/],
  },
  "the page's policy forbids WebAssembly": {
    policy: "default-src 'self'; script-src 'self'",
    code: 'wasm-blocked',
    developer: [/Content-Security-Policy/, /`'wasm-unsafe-eval'`/, /`script-src`/],
  },
  "the page's policy forbids the WebAssembly inside the single script": {
    policy: "default-src 'self'; script-src 'self'",
    script: '../rokade.single.js',
    code: 'wasm-blocked',
    developer: [/Content-Security-Policy/, /`'wasm-unsafe-eval'`/, /`script-src`/],
  },
  "the page's policy forbids fetching the wasm": {
    policy: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'",
    code: 'wasm-blocked',
    developer: [/Content-Security-Policy/, /rokade\.wasm/, /`'self'` to its `connect-src`/],
  },
  'the wasm is not there': {
    answers: { [WASM]: { status: 404 } },
    code: 'wasm-not-found',
    developer: [/rokade\.wasm isn't there \(404\)/, /beside rokade\.js/],
  },
  'a page is sent in place of the wasm': {
    answers: { [WASM]: { body: '<p>Log ind', headers: { 'content-type': 'text/html' } } },
    code: 'wasm-type',
    developer: [/rokade\.wasm/, /`text\/html`/, /`application\/wasm`/],
  },
  'the wasm is another version’s': {
    answers: { [WASM]: { body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]), headers: { 'content-type': 'application/wasm' } } },
    code: 'wasm-mismatch',
    developer: [/rokade\.wasm isn't the file of version/, /same version/],
  },
  'the wasm cannot be reached': {
    answers: { [WASM]: { cut: 'before' } },
    code: 'wasm-unreachable',
    developer: [/rokade\.wasm can't be reached/, /no connection/],
    retry: true,
  },
  'the wasm breaks off midway': {
    answers: { [WASM]: { cut: true } },
    code: 'wasm-unreachable',
    developer: [/rokade\.wasm/],
    retry: true,
  },
  'the server has an error of its own': {
    answers: { [WASM]: { status: 503 } },
    code: 'wasm-unreachable',
    developer: [/rokade\.wasm was answered with 503/],
    retry: true,
  },
  'the wasm lies on a server that does not let this page read it': {
    elsewhere: { [SCRIPT]: { 'access-control-allow-origin': '*' } },
    code: 'wasm-unreachable',
    developer: [/rokade\.wasm can't be reached/, /`Access-Control-Allow-Origin`/],
    retry: true,
  },
  'the words are not there': {
    answers: { [DANISH]: { status: 404 }, [ENGLISH]: { status: 404 } },
    code: 'words-not-found',
    developer: [/words\/da\.json isn't there \(404\)/, /beside rokade\.js/],
  },
  'the words are another version’s': {
    answers: { [DANISH]: { body: '{"language": "Dansk", "widget": {}}' }, [ENGLISH]: { body: '{}' } },
    code: 'words-mismatch',
    developer: [/words\/da\.json isn't the file of version/, /same version/],
  },
  'the words cannot be reached': {
    answers: { [DANISH]: { cut: 'before' }, [ENGLISH]: { cut: 'before' } },
    code: 'words-unreachable',
    developer: [/words\/da\.json can't be reached/, /no connection/],
    retry: true,
  },
  'the browser is too old for the styles': {
    before: () => delete ShadowRoot.prototype.adoptedStyleSheets,
    code: 'browser-unsupported',
    developer: [/constructed style sheets/],
  },
  'the browser is too old for the single script': {
    before: () => delete globalThis.DecompressionStream,
    script: '../rokade.single.js',
    code: 'browser-unsupported',
    developer: [/DecompressionStream/],
  },
  'the browser is too old for this wasm': {
    before: () => {
      WebAssembly.compileStreaming = WebAssembly.compile = async () => {
        throw new WebAssembly.CompileError('unknown opcode');
      };
    },
    code: 'browser-unsupported',
    developer: [/can't run the wasm/, /unknown opcode/],
  },
};

/** The widget has nothing to ask. The words are the widget's, with the details for the developer below them. */
const ASKING = {
  'the page names no framework': {
    element: `${HEADING}<rokade-assessment heading-level="3"><p>${INSTEAD}</p></rokade-assessment>`,
    code: 'framework-missing',
    developer: [/`framework` attribute/, /property/, /<script type="application\/json">/],
    person: 'FailedMissing',
  },
  'the framework’s address is none': {
    element: ELEMENT.replace(`..${FRAMEWORK}`, 'http://['),
    code: 'framework-missing',
    developer: [/`framework` attribute holds `http:\/\/\[`, which is no address/],
    person: 'FailedMissing',
  },
  'the framework is not there': {
    answers: { [FRAMEWORK]: { status: 404 } },
    code: 'framework-not-found',
    developer: [/souschef\.json isn't there \(404\)/],
    person: 'FailedNotFound',
  },
  'the framework cannot be reached': {
    answers: { [FRAMEWORK]: { cut: 'before' } },
    code: 'framework-unreachable',
    developer: [/souschef\.json can't be reached/, /`connect-src`/],
    person: 'FailedUnreachable',
    retry: true,
  },
  'the framework breaks off midway': {
    answers: { [FRAMEWORK]: { cut: true } },
    code: 'framework-unreachable',
    developer: [/souschef\.json can't be reached/],
    person: 'FailedUnreachable',
    retry: true,
  },
  'the framework is answered with an error': {
    answers: { [FRAMEWORK]: { status: 503 } },
    code: 'framework-unreachable',
    developer: [/souschef\.json was answered with 503/],
    person: 'FailedUnreachable',
    retry: true,
  },
  'the framework lies on a server that does not let this page read it': {
    elsewhere: { [FRAMEWORK]: {} },
    code: 'framework-unreachable',
    developer: [/souschef\.json can't be reached/, /no `Access-Control-Allow-Origin` on http/],
    person: 'FailedUnreachable',
    retry: true,
  },
  "the page's policy forbids fetching the framework": {
    policy: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'",
    script: '../rokade.single.js',
    code: 'framework-unreachable',
    developer: [/souschef\.json can't be reached/, /`connect-src` in the page's Content-Security-Policy/],
    person: 'FailedUnreachable',
    retry: true,
  },
  'a page is sent in place of the framework': {
    answers: { [FRAMEWORK]: { body: '\n<!doctype html><p>Log ind' } },
    code: 'framework-unreachable',
    developer: [/souschef\.json was answered with a page, such as a login/],
    person: 'FailedUnreachable',
    retry: true,
  },
  'a page in another encoding is sent in place of the framework': {
    answers: { [FRAMEWORK]: { body: Buffer.from('<p>På gensyn', 'latin1'), headers: { 'content-type': 'text/html; charset=iso-8859-1' } } },
    code: 'framework-unreachable',
    developer: [/souschef\.json was answered with a page, such as a login/],
    person: 'FailedUnreachable',
    retry: true,
  },
  'the framework is no JSON': {
    answers: { [FRAMEWORK]: { body: 'Log ind' } },
    code: 'framework-not-json',
    developer: [/^1:1: found `L`/],
    person: 'FailedInvalid',
  },
  'the framework was saved as Windows-1252': {
    answers: { [FRAMEWORK]: { body: Buffer.from(JSON.stringify(framework), 'latin1') } },
    code: 'framework-not-json',
    developer: [/souschef\.json: the file is not UTF-8; save it as UTF-8$/],
    person: 'FailedInvalid',
  },
  'the framework never ends': {
    answers: { [FRAMEWORK]: { body: ' '.repeat(100_000), endless: true } },
    code: 'framework-not-json',
    developer: [/souschef\.json is larger than 8 MiB/],
    person: 'FailedInvalid',
  },
  'the framework has mistakes': {
    answers: { [FRAMEWORK]: { body: bad('every_part_has_its_type') } },
    code: 'framework-invalid',
    developer: [/^\d+:\d+: \/\w+/],
    person: 'FailedInvalid',
  },
  'the framework is newer than the widget': {
    answers: { [FRAMEWORK]: { body: '{"format": "rokade.framework/2"}' } },
    code: 'framework-newer',
    developer: [/\/format: the format `rokade\.framework\/2` is newer than this version of Rokade/],
    person: 'FailedNewer',
  },
  'the page names a role that does not exist': {
    element: ELEMENT.replace(' purpose', ' role-id="chef" purpose'),
    code: 'role-unknown',
    developer: [/`chef`/, new RegExp(`\`${framework.roles[0].id}\``)],
    person: 'FailedRole',
  },
};

/**
 * The screens after the questions can't be had. The words are the widget's, which runs: it asks, keeps and saves all the
 * same, and trying again is offered whatever it was.
 */
const AFTERWARDS = {
  'the second part is not there': {
    answer: { status: 404 },
    code: 'wasm-not-found',
    developer: [/rokade\.later\.wasm isn't there \(404\)/, /beside rokade\.js/],
  },
  'a page is sent in place of the second part': {
    answer: { body: '<p>Log ind', headers: { 'content-type': 'text/html' } },
    code: 'wasm-type',
    developer: [/rokade\.later\.wasm/, /`text\/html`/, /`application\/wasm`/],
  },
  'the second part is another version’s': {
    answer: { body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]), headers: { 'content-type': 'application/wasm' } },
    code: 'wasm-mismatch',
    developer: [/rokade\.later\.wasm isn't the file of version/, /same version/],
  },
  'the second part cannot be reached': {
    answer: { cut: 'before' },
    code: 'wasm-unreachable',
    developer: [/rokade\.later\.wasm can't be reached/, /no connection/],
  },
  'the second part breaks off midway': {
    answer: { cut: true },
    code: 'wasm-unreachable',
    developer: [/rokade\.later\.wasm/],
  },
  'the styles of its screens are not there': {
    file: STYLES,
    answer: { status: 404 },
    code: 'styles-not-found',
    developer: [/rokade\.later\.css\.txt isn't there \(404\)/, /beside rokade\.js/],
  },
  'the styles of its screens are another version’s': {
    file: STYLES,
    answer: { body: '.x{}', headers: { 'content-type': 'text/css' } },
    code: 'styles-mismatch',
    developer: [/rokade\.later\.css\.txt isn't the file of version/, /same version/],
  },
  'the styles of its screens break off midway': {
    file: STYLES,
    answer: { cut: true },
    code: 'styles-unreachable',
    developer: [/rokade\.later\.css\.txt/],
  },
  'the server has an error of its own': {
    answer: { status: 503 },
    code: 'wasm-unreachable',
    developer: [/rokade\.later\.wasm was answered with 503/],
  },
};

// What is checked of every rung.

/** What an engine itself has to say of a failed request or a policy; it does so besides. */
const BESIDES = /^(policy: |request to )/;

for (const [title, rungs] of Object.entries({ 'It cannot be loaded, when': LOADING, 'It has nothing to ask, when': ASKING })) {
  part(title, () => {
    for (const [name, rung] of Object.entries(rungs)) {
      situation(name, {}, (fixtures) => stands(rung, fixtures));
    }
  });
}

part('The screens after the questions cannot be had, when', () => {
  for (const [name, { answer, code, developer, file = LATER }] of Object.entries(AFTERWARDS)) {
    situation(name, {}, async ({ page, site, browser, complaints }) => {
      const told = await listen(page);
      let isInTheWay = true;
      site.routes = ({ pathname }) => (isInTheWay && pathname === file ? answer : undefined);
      const question = { name: 'question', competence: competences[3].id, then: 'goOn' };
      const person = await land(page, site, question, { answers: halfway(4), markup: ELEMENT });
      await expect.poll(() => told('rokade-error')).toEqual([{ code, message: expect.any(String) }]);
      const [{ message }] = await told('rokade-error');
      for (const hint of developer) expect(message).toMatch(hint);
      expect((await complaints()).filter((line) => !BESIDES.test(line))).toEqual([`Rokade: ${message} (${code})`]);

      // It asks and saves as ever.
      await person.answer(2);
      await person.isAsked(competences[4]);
      expect(Object.keys((await person.save()).json.responses.competences)).toHaveLength(4);

      // Whoever goes on is told, in both languages, and keeps the answers.
      await person.widget.evaluate((element, file) => element.open(file), halfway(4, { updatedAt: new Date().toISOString() }));
      await person.press('ReplaceConfirm');
      await person.reaches(person.word('LaterMissing'));
      for (const language of ['en', 'da']) {
        await page.evaluate((language) => (document.documentElement.lang = language), language);
        person.language = language;
        await expect(person.widget.locator('h3')).toHaveText(person.word('LaterMissing'));
        await expect(person.widget.getByText(person.word('LaterMissingLead'), { exact: true })).toBeVisible();
        await expect(person.button('LaterFetchAgain')).toBeVisible();
      }
      expect(await stateOf(page)).toEqual(['ready']);
      expect(await findings(browser)).toEqual([]);
      expect(Object.keys((await person.save()).json.responses.competences)).toHaveLength(4);

      // Still in the way: the same again, and the focus isn't lost.
      await person.press('LaterFetchAgain');
      await expect.poll(async () => (await told('rokade-error')).length).toBe(2);
      await person.reaches(person.word('LaterMissing'));
      await complaints();
      isInTheWay = false;
      await person.press('LaterFetchAgain');
      await person.reaches(person.word('ResultsTitle'));
      const asked = site.requests.length;
      await person.press('KeepTitle');
      await person.reaches(person.word('KeepTitle'));
      expect(site.requests).toHaveLength(asked);
      await complaints();
    });
  }

  situation('the server is gone after it came: one goes all the way, and saves', {}, async ({ page, site }) => {
    const told = await listen(page);
    const question = { name: 'question', competence: competences[3].id, then: 'goOn' };
    const person = await land(page, site, question, { answers: halfway(4), markup: ELEMENT });
    await expect.poll(() => site.requests.filter(({ path }) => path === LATER)).toEqual([{ method: 'GET', path: LATER, status: 200 }]);
    site.routes = () => ({ cut: 'before' });
    const asked = site.requests.length;
    await person.answer(2);
    await person.isAsked(competences[4]);
    await person.widget.evaluate((element, file) => element.open(file), halfway(5, { updatedAt: new Date().toISOString() }));
    await person.press('ReplaceConfirm');
    await person.reaches(person.word('ResultsTitle'));
    await person.press('KeepTitle');
    await person.reaches(person.word('KeepTitle'));
    expect(Object.keys((await person.save()).json.responses.competences)).toHaveLength(5);
    expect(site.requests).toHaveLength(asked);
    expect(await told('rokade-error')).toEqual([]);
  });

  situation('whoever gets to the results first waits with a word, and is led there', {}, async ({ page, site }) => {
    let arrives;
    const arrived = new Promise((done) => (arrives = done));
    site.routes = ({ pathname }) => (pathname === LATER ? { delay: arrived } : undefined);
    const person = await arrive(page, site, { markup: ELEMENT });
    // Changed a moment ago, so that nothing is asked but whose it is.
    await person.widget.evaluate((element, file) => element.open(file), halfway(4, { updatedAt: new Date().toISOString() }));
    await goOnWithMine(person);
    await person.reaches(person.word('LaterOnItsWay'));
    arrives();
    await person.reaches(person.word('ResultsTitle'));
  });
});

/** The name that a file was given: where there is one of that name, browsers add a number. */
const asNamed = ({ name }) => name.replace(/ ?\(\d+\)(?=\.json$)/, '');

async function stands({ code, developer, person: key, retry = false, ...how }, { page, site, browser, complaints }) {
  const told = await listen(page);
  const { path, mend, close } = await provoke(how, page, site);
  try {
    const person = new Person(page);
    await page.goto(path);

    // The person, in Danish and at once in English; the developer; and nothing else.
    for (const language of ['da', 'en']) {
      await page.evaluate((language) => (document.documentElement.lang = language), language);
      person.language = language;
      const { words } = wordsFor(language);
      const [heading, text] = key ? [person.word('FailedTitle'), person.word(key)] : [words.cannot, words.reasons[code.replace('words-', 'wasm-')]];
      const alert = person.widget.getByRole('alert');
      await expect(alert.locator('h3')).toHaveText(heading);
      await expect(alert.getByText(text, { exact: true })).toBeVisible();
      await expect(alert).toHaveCount(1);
      await expect(person.widget.getByText(INSTEAD)).toBeVisible();
      await expect(retryButton(person)).toHaveCount(retry ? 1 : 0);
      expect(await stateOf(page)).toEqual(['error']);
    }
    const events = await told('rokade-error');
    expect(events).toEqual([{ code, message: expect.any(String) }]);
    for (const hint of developer) expect(events[0].message).toMatch(hint);
    expect((await complaints()).filter((line) => !BESIDES.test(line))).toEqual([`Rokade: ${events[0].message} (${code})`]);
    expect(await told('rokade-ready')).toEqual([]);
    if (key) {
      await page.evaluate(() => (document.querySelector('rokade-assessment').shadowRoot.querySelector('details').open = true));
      const [first] = events[0].message.split('\n');
      await expect(person.widget.locator('details code').first()).toHaveText(first);
    }
    expect(await findings(browser)).toEqual([]);

    if (retry) {
      // Still in the way: the same again, and the focus isn't lost.
      await person.pressAt(retryButton(person));
      await expect(person.widget.locator('h3')).toBeFocused();
      await expect(retryButton(person)).toHaveCount(1);
      // A framework that fails in the same way is nothing new to the page.
      const codes = key ? [code] : [code, code];
      await expect.poll(async () => (await told('rokade-error')).map((event) => event.code)).toEqual(codes);
      await complaints();
      if (mend) {
        mend();
        await person.pressAt(retryButton(person));
        await person.reaches(framework.title.en);
        await expect(person.widget.getByText(INSTEAD)).toBeHidden();
        await expect(retryButton(person)).toHaveCount(0);
        expect(await stateOf(page)).toEqual(['ready']);
        expect(await told('rokade-ready')).toHaveLength(1);
      }
      await complaints();
    }
  } finally {
    await close();
  }
}

/** Puts the rung in the way: gives the page's address, what takes it away again, if a page can, and what ends it all. */
async function provoke({ answers = {}, policy, before, script = `..${SCRIPT}`, element = ELEMENT, elsewhere }, page, site) {
  if (before) await page.addInitScript(before);
  const other = elsewhere && (await host());
  if (other) {
    const [[path, headers]] = Object.entries(elsewhere);
    other.routes = ({ pathname }) => (pathname === path ? { headers } : undefined);
    if (path === SCRIPT) script = other.url + SCRIPT;
    else element = element.replace(`..${FRAMEWORK}`, other.url + FRAMEWORK);
  }
  // The strict policy that pages are else sent with would be in the way first.
  const path = site.show(element, { script, strict: !elsewhere });
  let isInTheWay = true;
  site.routes = ({ pathname }) => {
    if (policy && pathname === path) return { headers: { 'content-security-policy': typeof policy === 'string' ? policy : policy(site.url) } };
    return isInTheWay ? answers[pathname] : undefined;
  };
  const mend = () => {
    isInTheWay = false;
    if (other) other.routes = () => ({ headers: { 'access-control-allow-origin': '*' } });
  };
  // A page can't get rid of the policy that it was sent with.
  return { path, mend: policy ? undefined : mend, close: async () => other?.close() };
}

function retryButton(person) {
  return person.widget.getByRole('button', { name: wordsFor(person.language).words.retry });
}

function stateOf(page) {
  return page.evaluate(() => ['ready', 'error'].filter((state) => document.querySelector('rokade-assessment').matches(`:state(${state})`)));
}

/** What axe finds wrong with the page, in this engine. */
async function findings(browser) {
  await browser.driver.executeScript(axe.source);
  const violations = await browser.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const rules = Object.fromEntries(['target-size', 'color-contrast', 'label-content-name-mismatch'].map((rule) => [rule, { enabled: true }]));
    axe.run({ resultTypes: ['violations'], rules }).then(
      ({ violations }) => done(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '))),
      (error) => done(['axe: ' + error]),
    );`);
  return violations;
}

part('It runs all the same, and says so, when', () => {
  situation('the wasm is sent under another type: the developer is warned', {}, async ({ page, site, complaints }) => {
    const told = await listen(page);
    site.routes = ({ pathname }) => (pathname === WASM ? { headers: { 'content-type': 'application/octet-stream' } } : undefined);
    const person = await arrive(page, site, { markup: ELEMENT });
    await expect(person.heading(framework.title.da)).toBeVisible();
    expect(await complaints()).toEqual([expect.stringMatching(/rokade\.wasm is served as `application\/octet-stream`; .*`application\/wasm`; it runs/)]);
    expect(await told('rokade-error')).toEqual([]);
    expect(await stateOf(page)).toEqual(['ready']);
  });

  for (const [name, change, words] of [
    ['another version of the script is loaded after it', (text) => text.replaceAll('0.1.0', '9.9.9'), /already defined on this page, by version 9\.9\.9; version 0\.1\.0 .*Load one version only/],
    ['another script has taken the name of the element', () => "customElements.define('rokade-assessment', class extends HTMLElement {})", /already defined on this page, by another script/],
  ]) {
    situation(`${name}: the developer is warned, once`, {}, async ({ page, site, complaints }) => {
      const text = readFileSync(new URL('../../../dist/rokade.js', import.meta.url), 'utf8');
      site.routes = ({ pathname }) => (pathname === '/first/rokade.js' ? { body: change(text) } : pathname === '/first/rokade.wasm' ? { status: 404 } : undefined);
      await page.goto(site.show(`<script type="module" src="/first/rokade.js"></script><script type="module" src="/rokade.js?again"></script><p>${INSTEAD}</p>`, { script: '/first/rokade.js' }));
      await expect.poll(async () => (await complaints()).join('\n')).toMatch(words);
      expect(await complaints()).toEqual([]);
    });
  }

  for (const [code, key, name] of [
    ['storage-blocked', 'StorageBlocked', 'SecurityError'],
    ['storage-full', 'StorageFull', 'QuotaExceededError'],
  ]) {
    situation(`nothing can be kept (${code}): the person is told, and answers all the same`, {}, async ({ page, site, complaints }) => {
      const told = await listen(page);
      await page.addInitScript((name) => {
        Storage.prototype.setItem = () => {
          throw new DOMException('no', name);
        };
      }, name);
      const person = await arrive(page, site);
      await person.widget.getByRole('radio', { name: person.word('RaterSelf') }).check();
      await person.widget.getByRole('radio', { name: framework.roles[0].title.da }).check();
      await person.button('Begin').click();
      await person.isAsked(competences[0]);
      await expect(person.notice(key)).toBeVisible();
      await person.answer(3);
      await person.isAsked(competences[1]);
      const [event, ...more] = await told('rokade-error');
      expect([event.code, more]).toEqual([code, []]);
      expect(await complaints()).toEqual([`Rokade: ${event.message} (${code})`]);
      expect((await person.save()).json.responses.competences).toEqual({ [competences[0].id]: { answer: 'rated', level: 3 } });
    });
  }
});

part('It has stopped', () => {
  const question = (place) => ({ name: 'question', competence: competences[place].id, then: 'goOn' });

  situation('after a panic the answers are kept, can be saved, and one goes on where one was', {}, async ({ page, site, browser, complaints }) => {
    const told = await listen(page);
    const person = await land(page, site, question(3), { answers: halfway(4), markup: ELEMENT });
    await breakDown(person);
    for (const language of ['en', 'da']) {
      await page.evaluate((language) => (document.documentElement.lang = language), language);
      const { words } = wordsFor(language);
      await expect(person.widget.getByRole('alert').locator('h3')).toHaveText(words.stopped);
      await expect(person.widget.getByText(words.reasons['panic-kept'], { exact: true })).toBeVisible();
    }
    expect(await stateOf(page)).toEqual(['error']);
    await expect(person.widget.getByText(INSTEAD)).toBeVisible();
    const events = await told('rokade-error');
    expect(events).toEqual([{ code: 'panic', message: expect.any(String) }]);
    expect((await complaints()).filter((line) => line.startsWith('Rokade'))).toEqual([`Rokade: ${events[0].message} (panic)`]);
    expect(await findings(browser)).toEqual([]);

    const { words } = wordsFor('da');
    const saved = await person.save(person.widget.getByRole('button', { name: words.save }));
    expect(asNamed(saved)).toMatch(/^souschef-mine-svar-\d{4}-\d{2}-\d{2}\.json$/);
    expect(saved.json.format).toBe('rokade.assessment/1');
    expect(saved.json.notice).toBe(person.word('FileNotice'));
    expect(Object.keys(saved.json.responses.competences)).toEqual(competences.slice(0, 4).map(({ id }) => id));
    // By mouse: past the last button the focus leaves the page, and after that Firefox's driver presses no button.
    await person.widget.getByRole('button', { name: words.goOn }).click();
    await person.isAsked(competences[4]);
    await expect(person.widget.getByText(INSTEAD)).toBeHidden();
    expect(await stateOf(page)).toEqual(['ready']);
    await person.press('Back');
    await person.isAsked(competences[3]);
    await expect(person.answers.nth(0)).toBeChecked();
    // What was saved opens again.
    await person.widget.evaluate((element, text) => element.open(text), saved.text);
    await expect(person.notice('Opened')).toBeVisible();
    await complaints();
  });

  for (const language of ['da', 'en']) {
    situation(`what a manager saves after a panic is called a manager’s, and says so itself (${language})`, {}, async ({ page, site, complaints }) => {
      const answers = halfway(4, { rater: 'manager', wishes: { competences: {}, areas: {} }, experience: [] });
      const person = await land(page, site, question(3), { answers, language });
      await breakDown(person);
      const saved = await person.save(person.widget.getByRole('button', { name: wordsFor(language).words.save }));
      const { json } = saved;
      expect(asNamed(saved).replace(/\d/g, '0')).toBe(`souschef-${person.word('FileNameManager')}-0000-00-00.json`);
      expect(json.rater).toBe('manager');
      expect(json.notice).toBe(person.word('FileNoticeManager'));
      await complaints();
    });
  }

  situation('an error that goes through the wasm ends it, too, since it is halfway through what it did', {}, async ({ page, site, complaints }) => {
    // A script of the page's own: of a driver's the browser says nothing but that there was an error.
    await page.addInitScript(() => {
      window.declineTexts = () => {
        const { createTextNode } = Document.prototype;
        Document.prototype.createTextNode = function (...values) {
          if (!new Error().stack.includes('wasm')) return createTextNode.apply(this, values);
          Document.prototype.createTextNode = createTextNode;
          throw new Error('declined');
        };
      };
    });
    const person = await land(page, site, question(3), { answers: halfway(4), markup: ELEMENT });
    await page.evaluate(() => window.declineTexts());
    await person.button('Continue').click();
    const { words } = wordsFor('da');
    await expect(person.widget.getByText(words.reasons['panic-kept'], { exact: true })).toBeVisible();
    await person.widget.getByRole('button', { name: words.goOn }).click();
    await person.isAsked(competences[4]);
    // What listened for the copy that ended is silent: one press is one step.
    await person.press('Back');
    await person.isAsked(competences[3]);
    await person.press('Continue');
    await person.isAsked(competences[4]);
    await complaints();
  });

  situation('after a panic the screens after the questions are there again, and nothing is asked for anew', {}, async ({ page, site, complaints }) => {
    const person = await land(page, site, question(3), { answers: halfway(4) });
    await person.widget.evaluate((element, file) => element.open(file), halfway(5, { updatedAt: new Date().toISOString() }));
    await person.press('ReplaceConfirm');
    await person.reaches(person.word('ResultsTitle'));
    const asked = site.requests.length;
    await breakDown(person, person.button('KeepTitle'));
    await person.widget.getByRole('button', { name: wordsFor('da').words.goOn }).click();
    await person.reaches(person.word('KeepTitle'));
    expect(site.requests.slice(asked).filter(({ path }) => path.endsWith('.wasm'))).toEqual([]);
    await complaints();
  });

  situation('the heading of what went wrong has the focus, where the widget had it', {}, async ({ page, site, complaints }) => {
    const person = await land(page, site, question(3));
    await breakDown(person);
    await expect(person.widget.getByRole('heading', { name: wordsFor('da').words.stopped })).toBeFocused();
    await complaints();
  });

  situation('after a panic before the first answer there is nothing to save, and one begins', {}, async ({ page, site, complaints }) => {
    const person = await arrive(page, site, { markup: ELEMENT });
    await breakDown(person, person.widget.getByRole('button', { name: 'English' }));
    const { words } = wordsFor('da');
    await expect(person.widget.getByText(words.reasons.panic, { exact: true })).toBeVisible();
    await expect(person.widget.getByRole('button', { name: words.save })).toHaveCount(0);
    await person.pressAt(person.widget.getByRole('button', { name: words.goOn }));
    await person.reaches(framework.title.da);
    await complaints();
  });

  situation('a panic in one of two ends both, and each goes on with its own answers', {}, async ({ page, site, complaints }) => {
    const markup = ['one', 'two'].map((name) => WIDGET.replace('purpose', `id="${name}" eager storage-key="${name}" purpose`)).join('');
    await page.goto(site.show(markup));
    const [one, two] = ['one', 'two'].map((name) => new Person(page, { widget: `#${name}` }));
    for (const [person, count] of [[one, 2], [two, 5]]) {
      await expect(person.heading(framework.title.da)).toBeVisible();
      await person.widget.evaluate((element, file) => element.open(file), halfway(count));
      await goOnWithMine(person);
      await person.reaches(person.word('ResultsTitle'));
    }
    await breakDown(one, one.button('KeepTitle'));
    for (const [person, count] of [[two, 5], [one, 2]]) {
      const { words } = wordsFor('da');
      await expect(person.widget.getByRole('heading', { name: words.stopped })).toBeVisible();
      await person.widget.getByRole('button', { name: words.goOn }).click();
      await expect(person.button('SaveFile').first()).toBeVisible();
      expect(Object.keys((await person.save()).json.responses.competences)).toHaveLength(count);
    }
    await complaints();
  });
});

part('The script itself', () => {
  for (const [name, how] of Object.entries({
    'is not there': { answers: { [SCRIPT]: { status: 404 } } },
    "is forbidden by the page's policy": { policy: (origin) => `script-src ${origin}/recorder.js` },
  })) {
    situation(`${name}: the element’s own content shows`, {}, async ({ page, site, complaints }) => {
      const { path } = await provoke(how, page, site);
      await page.goto(path);
      await expect(page.getByText(INSTEAD)).toBeVisible();
      expect(await page.evaluate(() => document.querySelector('rokade-assessment').matches(':defined'))).toBe(false);
      await complaints();
    });
  }
});
