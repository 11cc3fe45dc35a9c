// What the README and the guides promise, taken from their text: the lines to paste start a widget, and the policy that
// they print is enough.
import { readFileSync } from 'node:fs';
import { STRICT_POLICY } from '../../www/server.mjs';
import { Person } from './person.mjs';
import { assessment, goOnWithMine } from './screens.mjs';
import { expect, test } from './site.mjs';
import { framework } from './words.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The first block of code of this kind after a heading. */
function block(document, heading, kind) {
  const found = new RegExp(`^## ${heading}\\n[^]*?^\`\`\`${kind}\\n([^]*?)^\`\`\``, 'm').exec(document);
  if (!found) throw new Error(`there is no block of ${kind} under "${heading}"`);
  return found[1].trim();
}

/** Serves `dist/` where the README says to put it, and a page with these lines. */
async function paste(page, site, lines, headers = {}) {
  const body = `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Host</title></head><body>${lines}</body></html>`;
  site.routes = ({ pathname }) => {
    if (pathname === '/deep/in/a/site/page') return { body, headers: { 'content-type': 'text/html', ...headers } };
    const path = /^\/rokade\/(.*)$/.exec(pathname)?.[1];
    if (path === undefined) return { status: 404 };
    const type = { txt: 'text/plain', js: 'text/javascript', json: 'application/json', wasm: 'application/wasm' }[path.split('.').at(-1)];
    return { status: 200, body: readFileSync(new URL(`../../dist/${path}`, import.meta.url)), headers: { 'content-type': type } };
  };
  await page.goto('/deep/in/a/site/page');
  return new Person(page);
}

test('the two lines of the README, pasted into a page, start the widget', async ({ page, site }) => {
  const lines = block(read('README.md'), 'Put it on a page', 'html');
  expect(lines.split('\n')).toHaveLength(2);
  const person = await paste(page, site, lines);
  await expect(person.heading(framework.title.da)).toBeVisible();
  await person.widget.getByRole('radio', { name: person.word('RaterSelf') }).check();
  await person.widget.getByRole('radio', { name: framework.roles[0].title.da }).check();
  await person.press('Begin');
  await expect(person.widget.locator('.question')).toBeVisible();
});

test('what may be added to the policy, says the guide, leaves everything working', async ({ page, site }) => {
  const policy = `${STRICT_POLICY}; trusted-types 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'none'`;
  const lines = block(read('README.md'), 'Put it on a page', 'html');
  const person = await paste(page, site, lines, { 'content-security-policy': policy });
  await expect(person.heading(framework.title.da)).toBeVisible();
  await person.widget.getByRole('radio', { name: person.word('RaterSelf') }).check();
  await person.widget.getByRole('radio', { name: framework.roles[0].title.da }).check();
  await person.press('Begin');
  await expect(person.widget.locator('.question')).toBeVisible();
  expect((await person.save()).json.format).toBe('rokade.assessment/1');
});

test('the form of the guide is empty at first, and then holds what was shared', async ({ page, site }) => {
  const form = block(read('www/guides/hosting.md'), 'Sharing and forms', 'html');
  const person = await paste(page, site, `<script type="module" src="/rokade/rokade.js"></script>${form}`);
  const sent = () => page.evaluate(() => Object.fromEntries(new FormData(document.querySelector('form'))));
  await expect(person.heading(framework.title.da)).toBeVisible();
  expect(await sent()).toEqual({});
  await person.widget.evaluate((element, file) => element.open(file), assessment());
  await goOnWithMine(person);
  await person.reaches(person.word('ResultsTitle'));
  await person.press('KeepTitle');
  await person.tick(person.word('ShareResponses'));
  await expect(person.widget.getByText('HR i Styrelsen')).toBeVisible();
  await person.press('ShareWithPage');
  await expect(person.button('TakeBack')).toBeVisible();
  const { selvvurdering } = await sent();
  expect(JSON.parse(selvvurdering).parts).toEqual(['responses']);
});

for (const path of ['README.md', 'www/guides/hosting.md', 'www/guides/security.md']) {
  test(`${path} prints the policy that the strict pages are sent with`, () => {
    const printed = [...read(path).matchAll(/^Content-Security-Policy: (.+)$/gm)].map(([, policy]) => policy);
    expect(printed).toEqual([STRICT_POLICY]);
  });
}
