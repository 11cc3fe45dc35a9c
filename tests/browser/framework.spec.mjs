// What becomes of a framework with mistakes: a plain sentence for the visitor, a list with places for the page's author, an
// event with a code, and the element's own content where it was. What else can stand in the way is in
// engines/ladder.situations.mjs.
import { readFileSync } from 'node:fs';
import { land, unfold, WIDGET } from './screens.mjs';
import { Person } from './person.mjs';
import { expect, listen, test } from './site.mjs';
import { framework } from './words.mjs';

const INSTEAD = 'Spørgsmålene kan også læses på papir.';
const MARKUP = WIDGET.replace('></', `><p>${INSTEAD}</p></`);

/** The files that the program's own tests decline, each with what is said of it, in the browser word for word. */
const bad = (name) => {
  const read = (kind) => readFileSync(new URL(`../bad/${name}.${kind}`, import.meta.url), 'utf8');
  return { body: read('json'), lines: read('txt').trimEnd().split('\n') };
};

const declined = {
  'a value of the wrong type': { ...bad('every_part_has_its_type'), code: 'framework-invalid' },
  'an unknown key': { ...bad('every_key_is_part_of_the_format'), code: 'framework-invalid' },
  'an id that names nothing': { ...bad('every_target_names_a_competence'), code: 'framework-invalid' },
  'an id that is used twice': { ...bad('every_id_is_used_once'), code: 'framework-invalid' },
  'a level beyond its scale': { ...bad('every_level_is_on_its_scale'), code: 'framework-invalid' },
  'a text that is missing in a language': { ...bad('every_text_is_there_in_every_language'), code: 'framework-invalid' },
  'another format': { body: '{"format": "something else"}', lines: ['1:12: /format: the format is `something else`, and `rokade.framework/1` is read here'], code: 'framework-invalid' },
  'a newer format': { body: '{"format": "rokade.framework/2"}', lines: ['1:12: /format: the format `rokade.framework/2` is newer than this version of Rokade, which reads `rokade.framework/1`'], code: 'framework-newer', key: 'FailedNewer' },
  'no JSON': { body: 'Log ind', lines: [/^1:1: found `L`/], code: 'framework-not-json' },
  'an end that is missing': { body: JSON.stringify(framework).slice(0, 5000), lines: [/^1:\d+: \/.*the file ends/], code: 'framework-not-json' },
  'more than 8 MiB': { body: ' '.repeat(8 * 1024 * 1024) + '{}', lines: [/8 MiB/], code: 'framework-not-json' },
  '10,000 lists inside each other': { body: '['.repeat(10_000) + ']'.repeat(10_000), lines: [/deep/], code: 'framework-not-json' },
};

for (const [name, { code, lines, key = 'FailedInvalid', ...answer }] of Object.entries(declined)) {
  test(`a framework with ${name} is declined with its reasons`, async ({ page, site, complaints }) => {
    const told = await listen(page);
    site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? answer : undefined);
    const person = new Person(page, { language: 'en' });
    await page.goto(site.show(MARKUP, { lang: 'en' }));

    await expect(person.heading(person.word('FailedTitle'))).toBeVisible();
    await expect(person.widget.getByText(person.word(key), { exact: true })).toBeVisible();
    await expect(person.widget.getByText(INSTEAD)).toBeVisible();
    await unfold(person);
    await expect(person.widget.locator('details code')).toHaveText(lines);

    const events = await told('rokade-error');
    expect(events).toEqual([{ code, message: expect.any(String) }]);
    const reasons = events[0].message.split('\n');
    expect(reasons).toEqual(lines.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))));
    await complaints.are([`Rokade: ${events[0].message} (${code})`]);
    expect(await told('rokade-ready')).toEqual([]);
  });
}

test('the reasons stand in the language of the page, and the event has them in English', async ({ page, site, complaints }) => {
  const told = await listen(page);
  site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? bad('every_level_is_on_its_scale') : undefined);
  const person = new Person(page);
  await page.goto(site.show(MARKUP));
  await unfold(person);
  await expect(person.widget.locator('details code').first()).toHaveText('28:79: /roles/0/targets/brew-tea: niveau 3 findes ikke på skalaen `skill`, som går fra 0 til 2');
  expect((await told('rokade-error'))[0].message.split('\n')).toEqual(bad('every_level_is_on_its_scale').lines);
  complaints.mayCome();
});

test('hundreds of problems are listed as the first fifty and how many more', async ({ page, site, complaints }) => {
  const many = { ...framework, areas: framework.areas.flatMap((area) => Array(10).fill(area)) };
  site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? { body: JSON.stringify(many) } : undefined);
  const person = new Person(page);
  await page.goto(site.show(MARKUP));
  await expect(person.widget.locator('details li')).toHaveCount(50);
  await unfold(person);
  await expect(person.widget.getByText(person.word('MoreProblems', { count: framework.areas.length * 9 - 50 }))).toBeVisible();
  complaints.mayCome();
});

test('texts of a hostile framework are shown as texts', async ({ page, site }) => {
  const evil = '<img src=x onerror="alert(1)"><script>alert(2)</script>{title}\u202E';
  const hostile = JSON.parse(JSON.stringify(framework), (key, value) => {
    // A short text holds 24 characters.
    if (key === 'short') return { ...value, da: '<img src=x onerror=1>' };
    return key === 'da' ? evil : value;
  });
  site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? { body: JSON.stringify(hostile) } : undefined);
  const person = await land(page, site, { name: 'results' });
  await unfold(person);
  expect(await person.widget.evaluate((element) => element.shadowRoot.querySelectorAll('img, script, [onerror]').length)).toBe(0);
  await expect(person.widget.getByText(evil).filter({ visible: true }).first()).toBeVisible();
});
