// A file comes in, and the widget says what it is and asks what it is for: a manager's on the employee's page, an
// employee's on the manager's, one's own from another time; by keyboard alone.
import { FONTS, wear } from './fonts.mjs';
import { expect, test } from './measured.mjs';
import { Person } from './person.mjs';
import { arrive, assessment, file, full, goOnWithMine, keep, keyOf, land, open, progress, unfold, WIDGET } from './screens.mjs';
import { competences, framework } from './words.mjs';

const EMPLOYEES = WIDGET.replace('purpose', 'rater="self" purpose');
const MANAGERS = WIDGET.replace('purpose', 'rater="manager" purpose');
const ROLE = framework.roles[0];
const NO_WISHES = { wishes: { competences: {}, areas: {} }, experience: [] };
const managersFile = assessment({ rater: 'manager', createdAt: '2026-03-02T08:00:00Z', updatedAt: '2026-03-02T09:00:00Z', ...NO_WISHES });
/** What of a file must never be found again. */
const SECRET = 'Øve på det, som ingen andre skal se';

/** Everything that the browser keeps of the widget. */
const kept = (page) => page.evaluate(() => [sessionStorage, localStorage].map((storage) => JSON.stringify({ ...storage })).join());

for (const language of ['da', 'en']) {
  test(`an employee without answers opens the manager's file, and is advised to answer first (${language})`, async ({ page, site }) => {
    const person = await arrive(page, site, { markup: EMPLOYEES, language });
    const before = await kept(page);
    await open(person, managersFile);
    const day = language === 'da' ? '2. marts 2026' : 'March 2, 2026';
    await person.reaches(person.word('FileOfDay', { file: person.word('FileOfManager'), day }));
    await expect(person.widget.locator('.primary')).toHaveText(person.word('AnswerFirst'));
    await expect(person.widget.getByRole('button')).toHaveText(
      [...['AnswerFirst', 'ReadFile', 'CloseFile'].map((key) => person.word(key)), language === 'da' ? 'English' : 'Dansk'],
    );
    expect(await kept(page)).toBe(before);

    await person.press('AnswerFirst');
    await person.reaches(person.text(framework.title));
    await expect(person.notice('AnswersFirst')).toBeVisible();
    // The role that the file is about is chosen, so that the two can be compared.
    await expect(person.widget.getByRole('radio', { name: person.text(ROLE.title) })).toBeChecked();
    await person.press('Begin');
    await person.isAsked(competences[0]);
    expect(await kept(page)).not.toContain('"manager"');
  });
}

test("an employee who has answered compares with the manager's file, and nothing of it is kept", async ({ page, site }) => {
  const own = assessment();
  await keep(page, progress(own, { name: 'results' }, { keeping: 'device' }), keyOf(own), 'localStorage');
  const person = await arrive(page, site, { markup: EMPLOYEES });
  await open(person, { ...managersFile, plan: [{ goal: SECRET }] });
  await expect(person.widget.locator('.primary')).toHaveText(person.word('CompareWithOwn'));
  await person.press('CompareWithOwn');
  await person.reaches(person.word('CompareTitle'));
  expect(await kept(page)).not.toContain(SECRET);
  await page.reload();
  await person.press('KeptGoOn');
  await person.reaches(person.word('ResultsTitle'));
  await expect(person.button('CompareBack')).toHaveCount(0);
  expect((await person.save()).json.responses).toEqual(own.responses);
});

for (const language of ['da', 'en']) {
  test(`a manager reads what an employee shared, in the right person and with what was not shared (${language})`, async ({ page, site }) => {
    const person = await arrive(page, site, { markup: MANAGERS, language });
    const before = await kept(page);
    await open(person, full({ parts: ['responses', 'plan'], plan: [{ goal: SECRET }], evidence: {}, ...NO_WISHES }));
    await expect(person.widget.locator('.title')).toContainText(person.word('FileOfEmployee'));
    await person.press('ReadFile');
    await expect(person.widget.locator('[data-focus=heading]')).toBeFocused();
    await expect(person.widget.getByText(person.word('FileReadOnly'), { exact: true })).toBeVisible();
    const read = person.widget.locator('article');
    await expect(read).toContainText(SECRET);
    const notShared = read.locator('section').filter({ has: page.getByRole('heading', { name: person.word('NotShared'), exact: true }) });
    await expect(notShared.getByRole('listitem')).toHaveText([person.word('ShareWishes'), person.word('ShareEvidence')]);
    // Never one's own: not said to be, not to be changed, not to be saved as, not kept.
    expect((await read.innerText()).match(/\b(du|dit|din|dine|your|yours)\b/gi)).toBe(null);
    await expect(read.getByRole('button')).toHaveCount(0);
    await expect(person.button('Change')).toHaveCount(0);
    await expect(person.button('SaveFile')).toHaveCount(0);
    expect(await kept(page)).toBe(before);
    await page.reload();
    await expect(person.heading(person.text(framework.title))).toBeVisible();
    await expect(person.widget).not.toContainText(SECRET);

    // It is put away, and the first screen is as it was.
    await open(person, managersFile);
    await person.press('CloseFile');
    await person.reaches(person.text(framework.title));
  });
}

test("last year's own file is answered again, and what moved is seen at the end", async ({ page, site }) => {
  const person = await arrive(page, site, { markup: EMPLOYEES });
  await open(person, full({ updatedAt: '2025-11-20T09:00:00Z' }));
  await person.reaches(person.word('FileOfDay', { file: person.word('FileOfOne'), day: '20. november 2025' }));
  await person.press('WhoseMine');
  await person.reaches(person.word('FileOfDay', { file: person.word('FileOfMine'), day: '20. november 2025' }));
  for (const key of ['AnswerAgain', 'FollowUpFile', 'ReadFile', 'CloseFile']) await expect(person.button(key)).toBeVisible();
  await expect(person.button('GoOnFile')).toHaveCount(0);
  await person.press('AnswerAgain');
  await person.isAsked(competences[0]);
  await expect(person.notice('AnswersAgain')).toBeVisible();
  await person.answer(4);
  await person.isAsked(competences[1]);
  const saved = await person.save();
  expect(Object.keys(saved.json.responses.competences)).toEqual([competences[0].id]);
  expect(saved.json.plan ?? []).toEqual([]);
});

test("last year's plan is followed up, and last year's file is gone on with once it was read", async ({ page, site }) => {
  const old = full({ updatedAt: '2025-11-20T09:00:00Z' });
  const person = await arrive(page, site, { markup: EMPLOYEES });
  await open(person, old);
  await person.press('WhoseMine');
  await person.press('ReadFile');
  await expect(person.widget.getByText(person.word('FileReadOnly'), { exact: true })).toBeVisible();
  expect(await kept(page)).not.toContain(old.plan[0].goal);
  await person.press('FollowUpFile');
  await person.reaches(person.word('PlanTitle'));
  await expect(person.button('FollowUpBegin')).toBeVisible();
  expect((await person.save()).json.plan).toHaveLength(old.plan.length);
});

test('a file that says what is here already opens straight', async ({ page, site }) => {
  const person = await land(page, site, { name: 'keep' });
  const saved = await person.save();
  await open(person, saved.text);
  await expect(person.notice('Opened')).toBeVisible();
  await person.reaches(person.word('KeepTitle'));
  await expect(person.button('CloseFile')).toHaveCount(0);
});

test("no words of a file's stand in the widget's own sentences", async ({ page, site }) => {
  const person = await arrive(page, site, { markup: MANAGERS });
  for (const time of ['T ring til 12345678', 'T09:30:00Z (ring til 12345678)', 'T99:99']) {
    await open(person, full({ updatedAt: `2026-02-01${time}` }));
    await expect(person.widget.locator('.title')).toContainText('1. februar 2026');
    await expect(person.widget).not.toContainText('ring til');
    await person.press('CloseFile');
  }
});

test('the text of a file can be pasted', async ({ page, site, complaints }) => {
  const person = await arrive(page, site, { markup: EMPLOYEES });
  await person.pressAt(person.widget.locator('summary', { hasText: person.word('PasteInstead') }));
  const field = person.widget.getByRole('textbox', { name: person.word('PasteText') });
  await person.tabTo(field);
  await page.keyboard.insertText(JSON.stringify(managersFile).slice(0, -20));
  await person.press('PasteOpen');
  await expect(person.notice('DeclinedCutShort')).toBeFocused();
  await complaints.are([expect.stringContaining('(file-unreadable)')]);
  await field.fill(JSON.stringify(managersFile));
  await person.press('PasteOpen');
  await expect(person.button('AnswerFirst')).toBeVisible();
  await expect(person.widget.locator('[data-focus=heading]')).toBeFocused();
});

test('in a frame as tall as its content the question is where one looks', async ({ page }) => {
  await page.goto('/demo/iframe.html?lang=da');
  const person = new Person(page);
  person.widget = page.frameLocator('iframe').locator('rokade-assessment');
  const field = person.widget.locator('input[type=file]');
  await field.scrollIntoViewIfNeeded();
  const file = assessment({ rater: 'manager', ...NO_WISHES });
  await field.setInputFiles({ name: 'svar.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  const heading = person.widget.locator('[data-focus=heading]');
  await expect(heading).toContainText(person.word('FileOfManager'));
  await expect(heading).toBeInViewport();
});

test('in a frame as tall as its content the question whether to delete stands where one pressed', async ({ page }) => {
  await page.goto('/demo/iframe.html?lang=da');
  const person = new Person(page);
  person.widget = page.frameLocator('iframe').locator('rokade-assessment');
  const own = assessment({ updatedAt: new Date().toISOString() });
  await person.widget.locator('input[type=file]').setInputFiles(file(own));
  await goOnWithMine(person);
  await expect(person.heading(person.word('ResultsTitle'))).toBeVisible();
  await unfold(person);
  const isLong = () => page.locator('iframe').evaluate(({ clientHeight }) => clientHeight > 2 * innerHeight);
  await expect.poll(isLong).toBe(true);
  await person.button('DeleteAnswers').click();
  await expect(person.deletion.getByText(person.word('DeleteQuestion'), { exact: true })).toBeInViewport();
  await expect(person.deletion).toBeInViewport();
});

test('what is read fits a phone, and what opens there can be opened', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const person = await arrive(page, site, { markup: MANAGERS });
  const long = 'Speciallægepraksisplanlægningsstabiliseringsperiodeordning';
  await open(person, full({ plan: [{ goal: long, why: `https://intranet.example.org/${long.repeat(3)}` }], evidence: { [competences[0].id]: long } }));
  const fits = async () => {
    for (const font of FONTS) {
      await wear(person, font);
      const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
      expect(wide, font).toBeLessThanOrEqual(0);
    }
  };
  await fits();
  await person.press('ReadFile');
  await unfold(person);
  await expect(person.widget.locator('article')).toContainText(long);
  await fits();
});
