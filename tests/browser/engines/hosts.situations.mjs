// The widget in applications of other frameworks, drawn by React 19 and by Yew: both go on as if they were alone.
import { Person } from '../person.mjs';
import { competences, framework } from '../words.mjs';
import { expect, part, situation } from './situation.mjs';
import { serveHosts } from './hosts.mjs';

const first = competences[0];

/** The pages have scripts of their own. */
const LOOSE = { strict: false };

/** A page whose script starts the application in `#root`. */
const page = (start) => `<div id="root"></div><script type="module">${start}</script>`;
const react = (storage) =>
  page(`import { start } from '../hosts/react.js';
    const framework = await (await fetch('../frameworks/souschef.json')).json();
    window.react = start(document.querySelector('#root'), { framework, storage: '${storage}' });`);
const yew = (withComponent) =>
  page(`import load, { start } from '../hosts/yew/page.js';
    await load();
    start(document.querySelector('#root'), ${withComponent});`);

/** Goes from the first screen to the first question, and answers it. */
async function answerFirst(person, begin = person.button('Begin')) {
  await person.choose(person.widget.getByRole('group', { name: person.word('RoleQuestion') }).getByRole('radio'), 0);
  await person.pressAt(begin);
  await person.isAsked(first);
  await person.choose(person.answers, 2);
}

/** The application's own button and field do what they do, once each, and neither hears what is done in the other. */
async function hostGoesOn(page, person) {
  const keys = async () => Number(await page.locator('#keys').textContent());
  await person.tabTo(person.answers);
  const before = await keys();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(person.answers.nth(2)).toBeChecked();
  expect(await keys()).toBe(before);
  await expect(page.locator('#press')).toHaveText('Tryk 0');
  for (let time = 1; time <= 2; time++) {
    await page.locator('#press').click();
    await expect(page.locator('#press')).toHaveText(`Tryk ${time}`);
  }
  await page.locator('#name').focus();
  await page.keyboard.type('Åse');
  await expect(page.locator('#typed')).toHaveText('Åse');
  await expect(page.locator('#name')).toHaveValue('Åse');
  await expect.poll(keys).toBe(before + 3);
  await expect(person.answers.nth(2)).toBeChecked();
  await person.press('Continue');
  await person.isAsked(competences[1]);
  await expect(page.locator('#press')).toHaveText('Tryk 2');
  await expect(page.locator('#typed')).toHaveText('Åse');
}

part('In a React application', () => {
  situation('React sets its properties, strict mode and drawing anew leave it alone, and neither hears the other', {}, async ({ page, site }) => {
    await serveHosts(site);
    await page.goto(site.show(react('none'), LOOSE));
    const person = new Person(page);
    await expect(person.heading(framework.title.da)).toBeVisible();
    const set = await person.widget.evaluate((element) => ({
      attributes: element.getAttributeNames().sort(),
      framework: element.framework.id,
      level: element.shadowRoot.querySelector('[data-focus=heading]').localName,
      reference: element.reference,
    }));
    expect(set).toEqual({ attributes: ['eager', 'heading-level', 'lang', 'purpose', 'rater', 'storage'], framework: framework.id, level: 'h3', reference: 'sag-1' });
    await person.widget.evaluate((element) => (window.mount = element.shadowRoot.querySelector('.mount')));
    await answerFirst(person, person.widget.getByRole('button', { name: 'Kom i gang', exact: true }));
    await expect(page.locator('#told')).toHaveText('1 / 25');
    await expect(page.locator('#inputs')).toHaveText('0');
    await hostGoesOn(page, person);
    await expect(page.locator('#inputs')).toHaveText('3');
    await page.locator('#language').click();
    await expect(new Person(page, { language: 'en' }).question(competences[1])).toBeVisible();
    expect(await page.evaluate(() => window.mount.isConnected)).toBe(true);
    for (const part of ['/rokade.wasm', '/rokade.later.wasm', '/rokade.later.css.txt', '/words/da.json', '/words/en.json']) expect(site.requests.filter(({ path }) => path === part)).toHaveLength(1);
  });

  situation('taken away and put back by React, or given a new key, it goes on from what the tab keeps', {}, async ({ page, site }) => {
    await serveHosts(site);
    await page.goto(site.show(react('tab'), LOOSE));
    const person = new Person(page);
    await expect(person.heading(framework.title.da)).toBeVisible();
    await answerFirst(person, person.widget.getByRole('button', { name: 'Kom i gang', exact: true }));
    await page.locator('#show').click();
    await expect(person.widget).toHaveCount(0);
    await page.locator('#show').click();
    await expect(person.question(first)).toBeVisible();
    await expect(person.answers.nth(2)).toBeChecked();
    await person.widget.evaluate((element) => (window.old = element));
    await page.locator('#edition').click();
    await expect(person.question(first)).toBeVisible();
    await expect(person.answers.nth(2)).toBeChecked();
    const { isNew, reference } = await person.widget.evaluate((element) => ({ isNew: element !== window.old, reference: element.reference }));
    expect({ isNew, reference }).toEqual({ isNew: true, reference: 'sag-2' });
    await page.evaluate(() => window.react.unmount());
    expect(await page.evaluate(() => document.querySelector('#root').childElementCount)).toBe(0);
    expect(await page.evaluate(() => window.old.shadowRoot.querySelector('.mount'))).toBe(null);
  });
});

part('In a Yew application', () => {
  situation('the element in the markup of a Yew application: both answer to their own events only', {}, async ({ page, site }) => {
    await serveHosts(site);
    await page.goto(site.show(yew(false), LOOSE));
    const person = new Person(page);
    await expect(person.heading(framework.title.da)).toBeVisible();
    await answerFirst(person);
    await expect(page.locator('#told')).toHaveText(/"answered":1,"total":25/);
    await hostGoesOn(page, person);
    // Taken away and put back, it is another element, which finds what the tab keeps.
    await page.locator('#show').click();
    await expect(person.widget).toHaveCount(0);
    await page.locator('#show').click();
    await expect(person.question(competences[1])).toBeVisible();
  });

  situation('the component in the tree of a Yew application: both answer to their own events only', {}, async ({ page, site }) => {
    await serveHosts(site);
    await page.goto(site.show(yew(true), LOOSE));
    const person = new Person(page, { widget: '#root' });
    await expect(person.heading(framework.title.da)).toBeVisible();
    await answerFirst(person);
    await expect(page.locator('#told')).toHaveText('1 / 25');
    await hostGoesOn(page, person);
    await page.locator('#show').click();
    await expect(person.answers).toHaveCount(0);
    await page.locator('#show').click();
    await expect(person.question(competences[1])).toBeVisible();
  });
});
