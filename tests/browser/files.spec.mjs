// Saving and opening: what is saved is opened again with the same report, here and in the program. Files that shouldn't be
// opened are in engines/files.situations.mjs.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { arrive, assessment, land, open, openMine, WIDGET } from './screens.mjs';
import { expect, test } from './site.mjs';
import { competences, framework } from './words.mjs';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

test('a saved file opened in another browser gives the same report', async ({ page, site, browser, baseURL }) => {
  const person = await land(page, site, { name: 'results' });
  const saved = await person.save();
  expect(saved.name).toMatch(/^souschef-mine-svar-\d{4}-\d{2}-\d{2}\.json$/);

  const elsewhere = await browser.newContext({ baseURL });
  const other = await arrive(await elsewhere.newPage(), site);
  await openMine(other, saved.text);
  await other.reaches(other.word('ResultsTitle'));
  await expect(other.notice('Opened')).toBeVisible();
  await expect(other.notice('OpenedReportDiffers')).toHaveCount(0);
  const again = await other.save();
  expect(again.json.report).toEqual(saved.json.report);
  expect({ ...again.json, updatedAt: '' }).toEqual({ ...saved.json, updatedAt: '' });
  await elsewhere.close();
});

test('the program comes to the same report as the browser', async ({ page, site }, info) => {
  const person = await land(page, site, { name: 'results' });
  const saved = await person.save();
  const own = info.outputPath('saved.json');
  await writeFile(own, saved.text);
  const { stdout, stderr } = await promisify(execFile)(path('target/debug/rokade'), ['report', path('frameworks/souschef.json'), own]);
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(saved.json);
});

test('a file whose own report says something else is opened with a word about it', async ({ page, site }) => {
  const person = await land(page, site, { name: 'results' });
  const { json } = await person.save();
  json.report.competences[0].level = 4;
  const other = await arrive(page, site, { markup: WIDGET.replace('purpose', 'storage-key="other" purpose') });
  await openMine(other, json);
  await expect(other.notice('OpenedReportDiffers')).toBeVisible();
});

test('opening a file asks before it replaces answers', async ({ page, site }) => {
  const person = await land(page, site, { name: 'keep' });
  const other = assessment({ responses: { competences: {}, behaviours: {} } });
  await open(person, other);
  await expect(person.widget).toContainText(person.word('ReplaceLead'));
  await person.press('CloseFile');
  await person.reaches(person.word('KeepTitle'));
  expect(Object.keys((await person.save()).json.responses.competences)).toHaveLength(25);
  await open(person, other);
  await person.press('ReplaceConfirm');
  await person.isAsked(competences[0]);
  expect((await person.save()).json.responses.competences).toEqual({});
});

test('a file of another version is opened with what could not be carried over', async ({ page, site }) => {
  const person = await arrive(page, site);
  const responses = { competences: { [competences[0].id]: { answer: 'rated', level: 2 }, 'not-known': { answer: 'rated', level: 1 } } };
  await openMine(person, assessment({ framework: { id: framework.id, version: '2019.4' }, responses }));
  await person.reaches(person.word('ResultsTitle'));
  await expect(person.notice('OpenedOtherVersion', { version: '2019.4', own: framework.version })).toBeVisible();
  await expect(person.widget.locator('.notice code').getByText('not-known', { exact: true })).toBeVisible();
});

test('a file for a role that is not known asks for the role again', async ({ page, site }) => {
  const person = await arrive(page, site);
  await openMine(person, assessment({ role: 'chef' }));
  await person.reaches(framework.title.da);
  await expect(person.notice('OpenedUnknownRole', { role: 'chef' })).toBeVisible();
  await person.choose(person.widget.getByRole('group', { name: person.word('RoleQuestion') }).getByRole('radio'), 0);
  await person.press('GoOn');
  await person.reaches(person.word('CheckTitle'));
});

test('the page can hand over a file, and the person is asked first', async ({ page, site }) => {
  const person = await land(page, site, { name: 'check' });
  await person.widget.evaluate((element, file) => element.open(file), assessment({ experience: [] }));
  await expect(person.heading(person.word('BesideTitle'))).toBeVisible();
  await expect(person.button('ReplaceConfirm')).toBeVisible();
});

test('a manager’s file holds the label in neither its name nor its text', async ({ page, site }) => {
  const person = await arrive(page, site);
  await person.widget.getByRole('radio', { name: person.word('RaterManager') }).check();
  await person.widget.getByRole('textbox', { name: person.word('LabelQuestion') }).fill('Xenia Q');
  await person.widget.getByRole('radio', { name: framework.roles[0].title.da }).check();
  await person.button('Begin').click();
  await person.isAsked(competences[0], competences[0].managerStatement);
  const saved = await person.save();
  expect(saved.name + saved.text).not.toContain('Xenia');
});
