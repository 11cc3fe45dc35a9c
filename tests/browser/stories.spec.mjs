// Files that pass between two people or two times, from the first screen on, each person in a browser of their own.
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { FONTS, putFonts, wear } from './fonts.mjs';
import { arrive, full, land, open, WIDGET } from './screens.mjs';
import { expect, test } from './site.mjs';
import { competences, framework } from './words.mjs';

const page = (purpose, rater) => WIDGET.replace('purpose="development"', `purpose="${purpose}" rater="${rater}"`);
const NO_OPPORTUNITY = 5;

/** Somebody in a browser where nothing is kept yet, at a time so many days from now. */
async function somebody(browser, site, { markup, days = 0, language = 'da' }) {
  const context = await browser.newContext({ baseURL: site.url, locale: 'en' });
  const own = await context.newPage();
  await own.clock.setFixedTime(Date.now() + days * 86_400_000);
  return arrive(own, site, { markup, language });
}

/** From the first question to the results, each answer as told by its place. */
async function answerAll(person, answer, { statement = ({ statement }) => statement, agrees = true } = {}) {
  for (const dimension of framework.dimensions) {
    for (const competence of dimension.competences) {
      await person.isAsked(competence, statement(competence));
      await person.answer(answer(competences.findIndex(({ id }) => id === competence.id)));
    }
    await person.reaches(person.word('PartDoneTitle', { dimension: person.text(dimension.title) }));
    await person.press('Continue');
  }
  if (agrees) {
    await person.reaches(person.word('BalanceTitle'));
    await person.press('Continue');
  }
  if (await person.heading(person.word('AreasTitle')).count()) await person.press('Skip');
  await person.press('SeeResults');
  await person.reaches(person.word('ResultsTitle'));
}

/** Ticks these parts, and saves what they make. */
async function shares(person, parts, way) {
  await person.press('KeepTitle');
  await person.reaches(person.word('KeepTitle'));
  for (const part of parts) await person.tick(person.word(part));
  return person.saveText(way);
}

const section = (person, key) => person.widget.locator('section').filter({ has: person.page.getByRole('heading', { name: person.word(key), exact: true }) });

for (const language of ['da', 'en']) {
  test(`employee and manager answer apart, exchange files and talk by the same agenda (${language})`, async ({ browser, site }) => {
    test.setTimeout(240_000);
    const employee = await somebody(browser, site, { markup: page('development', 'self'), language });
    await employee.choose(employee.group('RoleQuestion'), 0);
    await employee.press('Begin');
    await answerAll(employee, (place) => (place === 3 ? 0 : 2));
    const shared = await shares(employee, ['ShareResponses'], 'ShareSave');

    // The manager gets it before they have answered, and is advised to answer first.
    const manager = await somebody(browser, site, { markup: page('development', 'manager'), language });
    await open(manager, shared);
    await manager.press('AnswerFirst');
    await manager.choose(manager.group('RoleQuestion'), 0);
    await manager.press('Begin');
    await answerAll(manager, (place) => (place === 3 ? 3 : place === 20 ? 0 : 2), { statement: ({ managerStatement }) => managerStatement });
    const saved = await manager.save(manager.button('SaveForEmployee'));
    await open(manager, shared);
    await manager.press('CompareWithOwn');
    await manager.reaches(manager.word('CompareTitle'));

    await open(employee, saved.text);
    await employee.press('CompareWithOwn');
    await employee.reaches(employee.word('CompareTitle'));
    const agendas = [];
    for (const person of [employee, manager]) {
      const apart = section(person, 'ApartTitle').getByRole('listitem');
      await expect(apart).toHaveCount(2);
      for (const [nth, place] of [[0, 3], [1, 20]]) await expect(apart.nth(nth)).toContainText(person.text(competences[place].title));
      await person.press('AgendaOpen');
      await person.reaches(person.word('AgendaTitle'));
      agendas.push(await person.widget.locator('.agenda section').getByRole('heading').allInnerTexts());
      for (const key of ['ColumnWhat', 'ColumnWho', 'ColumnWhen']) {
        await expect(person.widget.getByRole('columnheader', { name: person.word(key), exact: true })).toBeVisible();
      }
      await person.page.context().close();
    }
    expect(agendas[0]).toEqual(agendas[1]);
  });
}

test('a new hire at the start opens the file again after three months, and sees what moved', async ({ browser, site }) => {
  test.setTimeout(240_000);
  const begun = await somebody(browser, site, { markup: page('onboarding', 'self') });
  await begun.choose(begun.group('RoleQuestion'), 0);
  await begun.choose(begun.group('StageQuestion'), 0);
  await begun.press('Begin');
  await answerAll(begun, (place) => (place % 3 === 1 ? NO_OPPORTUNITY : 0), { agrees: false });
  await begun.press('KeepTitle');
  await begun.reaches(begun.word('KeepTitle'));
  const { text } = await begun.save();
  await begun.page.context().close();

  const later = await somebody(browser, site, { markup: page('onboarding', 'self'), days: 95 });
  await open(later, text);
  await later.press('WhoseMine');
  await later.choose(later.widget.getByRole('group', { name: later.word('StageQuestion') }).getByRole('radio'), 1);
  await later.press('AnswerAgain');
  await answerAll(later, () => 2, { agrees: false });
  await open(later, text);
  await later.press('WhoseMine');
  await later.press('CompareWithOwn');
  await later.reaches(later.word('CompareTitle'));
  const tried = section(later, 'FirstTimeTitle');
  await expect(tried.getByRole('listitem').first()).toContainText(competences[1].title.da);
  await expect(later.widget).toContainText(later.word('GrowthLead'));
  await later.page.context().close();
});

test('a page shared without the wishes is read on a phone without the widget, and opened again by the manager', async ({ page: employees, browser, site }, info) => {
  const wished = framework.areas[0].title.da;
  const employee = await land(employees, site, { name: 'results' }, { answers: full(), markup: page('development', 'self') });
  const path = info.outputPath('selvvurdering.html');
  await writeFile(path, await shares(employee, ['ShareResponses', 'SharePlan'], 'SaveReceipt'));

  // A phone that runs no script.
  const phone = await browser.newContext({ viewport: { width: 390, height: 664 }, isMobile: true, hasTouch: true, javaScriptEnabled: false });
  const reading = await phone.newPage();
  await reading.goto(pathToFileURL(path).href);
  await expect(reading.getByRole('heading', { level: 1 })).toHaveText(employee.word('PaperTitle'));
  await expect(reading.getByRole('heading', { name: employee.word('PlanTitle') })).toBeVisible();
  await expect(reading.getByText(competences[3].title.da).first()).toBeVisible();
  await expect(reading.getByText(wished)).toHaveCount(0);
  await putFonts(reading);
  for (const font of FONTS) {
    await wear(reading.locator('.receipt'), font);
    const { scrollWidth, clientWidth } = await reading.locator('html').evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    expect(scrollWidth, font).toBeLessThanOrEqual(clientWidth);
  }
  await phone.close();

  const manager = await somebody(browser, site, { markup: page('development', 'manager') });
  await manager.widget.locator('input[type=file]').setInputFiles(path);
  await expect(manager.widget.locator('.title')).toContainText(manager.word('FileOfEmployee'));
  await manager.press('ReadFile');
  const read = manager.widget.locator('article');
  await expect(read).toContainText(full().plan[0].activity);
  await expect(read).not.toContainText(wished);
  await expect(section(manager, 'NotShared').getByRole('listitem')).toHaveText([manager.word('ShareWishes'), manager.word('ShareEvidence')]);
  await manager.page.context().close();
});
