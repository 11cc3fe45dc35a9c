// The pages that show how to embed the widget: each starts it, says nothing in the console, and holds to the same rules.
// That an old intranet's styles stay outside is shown in three engines, by engines/places.situations.mjs.
import AxeBuilder from '@axe-core/playwright';
import { readFileSync, readdirSync } from 'node:fs';
import { Person } from './person.mjs';
import { land } from './screens.mjs';
import { expect, test } from './site.mjs';
import { framework } from './words.mjs';

const pages = readdirSync(new URL('../../www/demo/', import.meta.url)).filter((name) => name.endsWith('.html'));
const RULES = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: true } } };

/** What the framework that the page names is called. */
async function titleOf(widget) {
  const id = /(\w+)\.json$/.exec((await widget.getAttribute('framework')) ?? '')?.[1] ?? framework.id;
  return JSON.parse(readFileSync(new URL(`../../frameworks/${id}.json`, import.meta.url), 'utf8')).title.da;
}

/** Where the widget stands on a page, once it is there. */
async function start(page, name) {
  await page.goto(`/demo/${name}`);
  if (name === 'inserted.html') await page.getByRole('button', { name: 'Vis selvvurderingen' }).press('Enter');
  const inside = name === 'iframe.html' ? page.frameLocator('iframe') : page;
  const widget = inside.locator('rokade-assessment').first();
  await widget.scrollIntoViewIfNeeded();
  await expect(widget.getByRole('heading', { name: await titleOf(widget) })).toBeVisible();
  return widget;
}

for (const name of pages) {
  test(`demo/${name} starts the widget`, async ({ page }) => {
    await start(page, name);
  });
}

// The old intranet is ugly on purpose; of it only the widget has to hold.
for (const name of pages.filter((name) => name !== 'hostile.html')) {
  test(`axe finds nothing wrong with demo/${name}`, async ({ page }) => {
    await start(page, name);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).options(RULES).analyze();
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => [id, target.join(' '), failureSummary]))).toEqual([]);
    }
  });
}

test('a frame grows with what it shows, and nothing in it scrolls', async ({ page }) => {
  const widget = await start(page, 'iframe.html');
  const frame = page.locator('iframe');
  const height = () => frame.evaluate((element) => element.clientHeight);
  const inner = () => widget.evaluate((element) => element.ownerDocument.documentElement.scrollHeight);
  await expect.poll(async () => (await height()) - (await inner())).toBeGreaterThanOrEqual(0);
  const before = await height();
  await widget.locator('summary').first().press('Enter');
  await expect.poll(height).toBeGreaterThan(before);
});

test('a form is sent without answers, for none were shared', async ({ page }) => {
  const widget = await start(page, 'form.html');
  await expect(widget).toHaveAttribute('name');
  const sent = await page.evaluate(() => [...new FormData(document.querySelector('form')).keys()]);
  expect(sent).not.toContain(await widget.getAttribute('name'));
});

test('inserted by a script, removed and inserted again, the widget is at the same place', async ({ page }) => {
  const widget = await start(page, 'inserted.html');
  const person = new Person(page);
  await person.widget.getByRole('radio', { name: person.word('RaterSelf') }).check();
  await person.widget.getByRole('radio', { name: framework.roles[0].title.da }).check();
  await person.button('Begin').click();
  const question = framework.dimensions[0].competences[0];
  await person.isAsked(question);
  await page.getByRole('button', { name: 'Fjern den igen' }).press('Enter');
  await expect(widget).toHaveCount(0);
  await page.getByRole('button', { name: 'Vis selvvurderingen' }).press('Enter');
  await expect(person.question(question)).toBeVisible();
});

test('on paper there are no buttons', async ({ page, site }) => {
  const person = await land(page, site, { name: 'results' });
  await page.emulateMedia({ media: 'print' });
  await expect(person.heading(person.word('ResultsTitle'))).toBeVisible();
  await expect(person.widget.getByRole('button').filter({ visible: true })).toHaveCount(0);
});

test('on paper no file can be chosen', async ({ page }) => {
  const widget = await start(page, 'single.html');
  await page.emulateMedia({ media: 'print' });
  await expect(widget.getByRole('heading', { name: framework.title.da })).toBeVisible();
  await expect(widget.locator('input[type=file]')).toBeHidden();
});
