// How the element lives in its page: beside others, in another language, moved, removed and put back; and what it asks
// the page's server for.
import { Person } from './person.mjs';
import { arrive, assessment, goOnWithMine, keep, keyOf, land, openMine, progress, WIDGET } from './screens.mjs';
import { expect, listen, test } from './site.mjs';
import { competences, framework } from './words.mjs';

const third = { name: 'question', competence: competences[2].id, then: 'goOn' };

test('nothing is asked for after the widget is ready: not by going all the way, saving, opening, reading or deleting', async ({ page, site }) => {
  const told = await listen(page);
  const person = await arrive(page, site);
  await expect.poll(() => told('rokade-ready')).toHaveLength(1);
  const asked = () => site.requests.map(({ path }) => path).filter((path) => !path.startsWith('/demo/'));
  // The second part and the framework's other language are asked for unasked.
  await expect.poll(asked).toHaveLength(7);
  expect(asked().sort()).toEqual(['/frameworks/souschef.json', '/rokade.js', '/rokade.later.css.txt', '/rokade.later.wasm', '/rokade.wasm', '/words/da.json', '/words/en.json']);
  const loaded = site.requests.map(({ path }) => path);

  await openMine(person, assessment());
  await person.reaches(person.word('ResultsTitle'));
  await person.button('MenuProfile').click();
  await person.reaches(person.word('ProfileTitle'));
  await person.button('ChangeNamed', { title: competences[3].title.da }).first().click();
  await person.isAsked(competences[3]);
  await person.answers.nth(4).check();
  await person.button('SaveAnswer').click();
  await expect(person.button('ChangeNamed', { title: competences[3].title.da }).first()).toBeFocused();
  await person.button('KeepTitle').click();
  await person.widget.getByRole('radio', { name: person.word('KeepDevice') }).check();
  await person.save();
  await person.widget.getByRole('button', { name: 'English' }).click();
  const english = new Person(page, { language: 'en' });
  await english.press('DeleteAnswers');
  await english.press('DeleteConfirm');
  await english.reaches(framework.title.en);
  expect(site.requests.map(({ path }) => path)).toEqual(loaded);
});

test('two on one page live apart, and load everything once', async ({ page, site }) => {
  await page.goto('/demo/two.html');
  const employee = new Person(page, { widget: '#employee' });
  const manager = new Person(page, { widget: '#manager' });
  const { managerStatement } = competences[0];
  for (const [person, statement] of [[employee], [manager, managerStatement]]) {
    await person.widget.scrollIntoViewIfNeeded();
    await person.widget.getByRole('radio', { name: framework.roles[0].title.da }).check();
    await person.button('Begin').click();
    await person.isAsked(competences[0], statement);
  }
  await employee.answers.nth(1).check();
  await employee.button('Continue').click();
  await employee.isAsked(competences[1]);
  await expect(manager.question(competences[0], managerStatement)).toBeVisible();
  await expect(manager.answers.nth(1)).not.toBeChecked();
  await manager.answers.nth(4).check();
  expect((await employee.save()).json).toMatchObject({ rater: 'self', responses: { competences: { [competences[0].id]: { level: 1 } } } });
  expect((await manager.save()).json).toMatchObject({ rater: 'manager', responses: { competences: { [competences[0].id]: { level: 4 } } } });
  expect(await page.evaluate(() => Object.keys(sessionStorage).sort())).toEqual([
    expect.stringMatching(/^rokade:employee:.*:self:/),
    expect.stringMatching(/^rokade:manager:.*:manager:/),
  ]);
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll('rokade-assessment')].flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('[id]')].map(({ id }) => id)),
  );
  expect(new Set(ids).size).toBe(ids.length);
  for (const part of ['/rokade.wasm', '/rokade.later.wasm', '/rokade.later.css.txt', '/words/da.json']) expect(site.requests.filter(({ path }) => path === part)).toHaveLength(1);
});

test('deleting in one of two leaves the other alone', async ({ page, site }) => {
  const own = assessment();
  const markup = ['one', 'two'].map((name) => WIDGET.replace('purpose', `id="${name}" storage-key="${name}" eager purpose`)).join('');
  for (const name of ['one', 'two']) await keep(page, progress(own, third), keyOf(own, name));
  await page.goto(site.show(markup));
  const [one, two] = ['one', 'two'].map((name) => new Person(page, { widget: `#${name}` }));
  await expect(two.question(competences[2])).toBeVisible();
  await one.button('DeleteAnswers').click();
  await one.button('DeleteConfirm').click();
  await one.reaches(framework.title.da);
  await expect(two.question(competences[2])).toBeVisible();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([keyOf(own, 'two')]);
});

test('the `lang` attribute changes the language at once, and place and answers stay', async ({ page, site }) => {
  const person = await land(page, site, third);
  await page.evaluate(() => document.querySelector('rokade-assessment').setAttribute('lang', 'en'));
  const english = new Person(page, { language: 'en' });
  await expect(english.question(competences[2])).toBeVisible();
  await expect(english.answers.nth(3)).toBeChecked();
  await page.evaluate(() => document.querySelector('rokade-assessment').removeAttribute('lang'));
  await expect(person.question(competences[2])).toBeVisible();
});

test("the widget follows its page's language", async ({ page, site }) => {
  await land(page, site, third);
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect(new Person(page, { language: 'en' }).question(competences[2])).toBeVisible();
});

test("the widget's own button changes the language, announces it, and place, answers and focus stay", async ({ page, site }) => {
  const person = await land(page, site, third);
  await person.pressAt(person.widget.getByRole('button', { name: 'English' }));
  const english = new Person(page, { language: 'en' });
  await expect(english.question(competences[2])).toBeVisible();
  await expect(english.announcement).toHaveText(english.word('LanguageChanged'));
  await expect(english.answers.nth(3)).toBeChecked();
  await expect(english.widget.getByRole('button', { name: 'Dansk' })).toBeFocused();
});

test('texts in another language than the words around them say so', async ({ page, site }) => {
  const danish = JSON.parse(JSON.stringify(framework), (key, value) => (value?.da && value?.en ? value.da : value));
  danish.languages = ['da'];
  site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? { body: JSON.stringify(danish) } : undefined);
  const person = await land(page, site, third, { language: 'en' });
  await expect(person.widget.locator('.statement')).toHaveAttribute('lang', 'da');
  await expect(person.widget.locator('.asked > *')).toHaveText([framework.dimensions[0].title.da, '', competences[2].title.da]);
  await expect(person.widget.locator('.asked > [lang=da]')).toHaveCount(2);
});

test('removed and put back, the element goes on where it was, without anything kept', async ({ page, site }) => {
  const person = await arrive(page, site, { markup: WIDGET.replace('purpose', 'storage="none" purpose') });
  await person.widget.evaluate((element, file) => element.open(file), assessment());
  await goOnWithMine(person);
  await person.reaches(person.word('ResultsTitle'));
  await page.evaluate(async () => {
    const element = document.querySelector('rokade-assessment');
    element.remove();
    await new Promise((done) => setTimeout(done));
    document.querySelector('main').append(element);
  });
  await expect(person.heading(person.word('ResultsTitle'))).toBeVisible();
  expect(Object.keys((await person.save()).json.responses.competences)).toHaveLength(25);
});

test('what of the page takes the focus keeps it, though the widget is drawn anew a moment later', async ({ page, site }) => {
  const person = await land(page, site, { name: 'keep' }, { markup: `<button id="host">Host</button>${WIDGET}` });
  await person.widget.getByRole('checkbox').first().check();
  await person.widget.evaluate(({ shadowRoot }) => {
    for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
  });
  await page.evaluate(() => document.querySelector('#host').focus());
  await expect(person.widget.getByRole('textbox', { name: person.word('FileAsText') })).toBeVisible();
  await expect(page.locator('#host')).toBeFocused();
});

test('moved in its page, the element does not start anew', async ({ page, site }) => {
  const person = await land(page, site, third);
  const root = await person.widget.evaluateHandle((element) => element.shadowRoot.querySelector('.mount'));
  await page.evaluate(() => {
    const box = document.createElement('div');
    document.querySelector('main').append(box);
    box.append(document.querySelector('rokade-assessment'));
  });
  await expect(person.question(competences[2])).toBeVisible();
  expect(await root.evaluate((root) => root.isConnected)).toBe(true);
});

test('the page is told how far the person is, never what they said', async ({ page, site }) => {
  const told = await listen(page);
  const person = await land(page, site, third);
  await person.answers.nth(2).check();
  await person.button('Continue').click();
  await person.isAsked(competences[3]);
  const all = await told('rokade-progress');
  expect(all.at(-1)).toEqual({ answered: 25, total: 25, screen: 'question' });
  expect(new Set(all.flatMap(Object.keys))).toEqual(new Set(['answered', 'total', 'screen']));
  await person.save();
  expect(await told('rokade-export')).toEqual([{ kind: 'file' }]);
});

test('keys typed inside set off none of the page’s shortcuts', async ({ page, site }) => {
  await page.addInitScript(() => {
    window.keys = [];
    addEventListener('keydown', ({ key }) => window.keys.push(key));
  });
  const person = await land(page, site, third);
  await person.tabTo(person.answers);
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  expect((await page.evaluate(() => window.keys)).filter((key) => key !== 'Tab')).toEqual([]);
});

test('no element of the widget listens to clicks: around a heading, that has it read as clickable', async ({ page, site }) => {
  await page.addInitScript(() => {
    window.listening = [];
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (kind, ...more) {
      if (kind === 'click') window.listening.push(this);
      return addEventListener.call(this, kind, ...more);
    };
  });
  const person = await land(page, site, third);
  await person.button('Continue').click();
  await person.isAsked(competences[3]);
  const { hears, elements } = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('rokade-assessment');
    // Those that are gone by now stand in no document.
    const isInside = (node) => node instanceof Element && node.getRootNode() !== document;
    return {
      hears: window.listening.includes(shadowRoot),
      elements: [...window.listening.filter(isInside), ...[...shadowRoot.querySelectorAll('*')].filter(({ onclick }) => onclick)].map(({ outerHTML }) => outerHTML),
    };
  });
  expect(hears).toBe(true);
  expect(elements).toEqual([]);
});

test('what stands in the element is hidden and inert while the widget is there, and as the author had it when it can’t run', async ({ page, site, complaints }) => {
  const inside = '<p id="plain">Læs som PDF</p><p id="own" inert="inert">Vent</p>';
  const person = await arrive(page, site, { markup: WIDGET.replace('></', `>${inside}</`) });
  const seen = () =>
    page.evaluate(() => [...document.querySelectorAll('#plain, #own, #late')].map((element) => ['hidden', 'inert'].map((name) => element.getAttribute(name))));
  const covered = ['rokade', 'rokade'];
  expect(await seen()).toEqual([covered, covered]);
  await page.evaluate(() => document.querySelector('rokade-assessment').append(Object.assign(document.createElement('p'), { id: 'late' })));
  await expect.poll(seen).toEqual([covered, covered, covered]);
  await page.evaluate(() => document.body.append(document.querySelector('#late')));
  await expect.poll(seen).toEqual([covered, covered, [null, null]]);
  await page.evaluate(() => (document.querySelector('rokade-assessment').framework = 'missing.json'));
  await expect(page.locator('#plain')).toBeVisible();
  expect(await seen()).toEqual([[null, null], [null, 'inert'], [null, null]]);
  await complaints.contain(expect.stringContaining('(framework-not-found)'));
  await page.evaluate(() => (document.querySelector('rokade-assessment').framework = '../frameworks/souschef.json'));
  await expect(person.button('Begin')).toBeVisible();
  expect((await seen())[0]).toEqual(covered);
});

test('headings start at the level that the page asks for', async ({ page, site }) => {
  const person = await arrive(page, site, { markup: WIDGET.replace('purpose', 'heading-level="4" purpose') });
  await expect(person.widget.getByRole('heading', { name: framework.title.da, level: 4 })).toBeVisible();
  const levels = await person.widget.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll('h1, h2, h3')].length);
  expect(levels).toBe(0);
});

test('a setting that is not known is told to the author, once, and the rest works', async ({ page, site, complaints }) => {
  const told = await listen(page);
  const person = await arrive(page, site, { markup: WIDGET.replace('development', 'revenge') });
  await expect(person.widget.getByText(person.word('PurposeQuestion'))).toBeVisible();
  await page.evaluate(() => document.querySelector('rokade-assessment').setAttribute('lang', 'en'));
  await expect(person.heading(framework.title.en)).toBeVisible();
  expect(await told('rokade-error')).toEqual([{ code: 'setting-unknown', message: expect.stringContaining('`revenge`') }]);
  await complaints.are(Array(1).fill(expect.any(String)));
});

test('half a character in one setting is told, and leaves the others as the page set them', async ({ page, site, complaints }) => {
  const person = await arrive(page, site, { markup: WIDGET.replace('purpose="development"', 'purpose="exploration" storage="none"') });
  await page.evaluate(() => {
    const element = document.querySelector('rokade-assessment');
    element.setAttribute('recipient', 'HR 😀'.slice(0, 4));
    element.messages = { begin: 'Videre \ud83d' };
  });
  await expect(person.widget.getByRole('button', { name: 'Videre \ufffd' })).toBeVisible();
  await complaints.are([expect.stringContaining('half a character')]);
  await expect(person.widget.getByText(person.word('PurposeQuestion'))).toHaveCount(0);
  await expect(person.widget.getByText(person.word('KeepQuestion'))).toHaveCount(0);
});

test('a storage that is no word, or nothing by a slip, keeps nothing, and a level that is no number is told', async ({ page, site, complaints }) => {
  const person = await arrive(page, site, { markup: WIDGET.replace('purpose', 'storage="" heading-level="two" purpose') });
  await expect(person.widget.getByText(person.word('KeepQuestion'))).toHaveCount(0);
  const storage = (value) => page.evaluate((value) => Object.assign(document.querySelector('rokade-assessment'), { storage: value }).storage, value);
  expect(await storage(null)).toBe('device');
  await expect(person.widget.getByText(person.word('KeepQuestion'))).toHaveCount(1);
  expect(await storage(undefined)).toBe('none');
  await expect(person.widget.getByText(person.word('KeepQuestion'))).toHaveCount(0);
  await complaints.are([/`storage` is ``/, /`heading-level` is `two`/, /`storage` is `undefined`/].map((line) => expect.stringMatching(line)));
});

test('a setting with a word that isn’t known holds for the strictest', async ({ page, site, complaints }) => {
  const told = await listen(page);
  const markup = WIDGET.replace('purpose', 'storage="sesion" purpose');
  const person = await arrive(page, site, { markup });
  await expect.poll(() => told('rokade-error')).toHaveLength(1);
  await expect(person.widget.getByText(person.word('KeepQuestion'))).toHaveCount(0);
  expect(await page.evaluate(() => document.querySelector('rokade-assessment').storage)).toBe('none');
  await complaints.are([expect.stringContaining('`sesion`')]);
});

test('a framework or an assessment that can’t be written down ends nothing: the one is told, the other declined', async ({ page, site, complaints }) => {
  const told = await listen(page);
  const person = await arrive(page, site);
  const kinds = await page.evaluate(async (framework) => {
    const element = document.querySelector('rokade-assessment');
    const circle = {};
    circle.itself = circle;
    const slips = [() => 1, Symbol('slip'), circle, { number: 1n }, { get thrown() { throw new Error('no'); } }, { toJSON: () => undefined }];
    const declined = [];
    for (const slip of [undefined, ...slips]) declined.push(await element.open(slip).then(() => 'opened', ({ name }) => name));
    for (const slip of slips) {
      const heard = new Promise((done) => element.addEventListener('rokade-error', done, { once: true }));
      element.framework = slip;
      await heard;
    }
    element.framework = framework;
    return declined;
  }, framework);
  expect(kinds).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError', 'Error', 'TypeError']);
  const events = await told('rokade-error');
  expect(events).toEqual(Array(6).fill({ code: 'framework-missing', message: expect.stringContaining('`framework` property') }));
  await complaints.are(Array(6).fill(expect.any(String)));
  await expect(person.button('Begin')).toBeVisible();
});

test.describe('west of Greenwich', () => {
  test.use({ timezoneId: 'America/Nuuk' });

  test('every day is the day that the file says', async ({ page, site }) => {
    const person = await land(page, site, { name: 'keep' });
    await person.tick(person.word('ShareResponses'));
    await person.press('PaperOpen');
    await person.reaches(person.word('PaperTitle'));
    await expect(person.widget).toContainText('1. marts 2026');
    await expect(person.widget).not.toContainText('28. februar 2026');
  });
});

test('messages that can’t be written down are told, and every other setting holds', async ({ page, site, complaints }) => {
  const told = await listen(page);
  const person = await arrive(page, site);
  await page.evaluate(() => {
    const element = document.querySelector('rokade-assessment');
    const circle = { begin: 'Videre' };
    circle.itself = circle;
    element.messages = circle;
    element.headingLevel = 4;
  });
  await expect.poll(() => told('rokade-error')).toHaveLength(1);
  await expect(person.widget.getByRole('heading', { level: 4 }).first()).toBeVisible();
  await complaints.are([expect.stringContaining('`messages`')]);
});
