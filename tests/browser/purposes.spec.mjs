// The three purposes on their demo pages, by keyboard alone: an applicant who looks at several roles, a new hire whose
// levels grow, and a manager who answers about an employee and hands over the file.
import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { FONTS, wear } from './fonts.mjs';
import { expect, test } from './measured.mjs';
import { Person } from './person.mjs';
import { arrive, assessment, cameUnasked, land, open, WIDGET } from './screens.mjs';
import { competences, framework } from './words.mjs';

const employees = JSON.parse(readFileSync(new URL('../../frameworks/medarbejder.json', import.meta.url), 'utf8'));
const NO_OPPORTUNITY = 5;
const RULES = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: true } } };

/** The page as it stands keeps the rules in both themes and fits into 320 pixels. */
async function holds(page) {
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).options(RULES).analyze();
    for (const { id, nodes } of violations) found.push(...nodes.map(({ target, failureSummary }) => [colorScheme, id, target.join(' '), failureSummary]));
  }
  expect(found).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  for (const font of FONTS) {
    await wear(page.locator('rokade-assessment'), font);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, `at 320 px, ${font}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(size);
}

async function goTo(page, name, language, title) {
  const person = new Person(page, { language });
  await page.goto(`/demo/${name}?lang=${language}`);
  await expect(person.heading(person.text(title))).toBeVisible();
  return person;
}

/** Answers every question, each as told by its place, and stops after the last part. */
async function answerAll(person, of, answer, statement = ({ statement }) => statement) {
  let place = 0;
  for (const dimension of of.dimensions) {
    for (const competence of dimension.competences) {
      await person.isAsked(competence, statement(competence));
      await person.answer(answer(place));
      place += 1;
    }
    await person.reaches(person.word('PartDoneTitle', { dimension: person.text(dimension.title) }));
    await person.press('Continue');
  }
}

for (const language of ['da', 'en']) {
  test(`an applicant looks at several roles with the keyboard alone (${language})`, async ({ page, site }) => {
    test.setTimeout(240_000);
    const person = await goTo(page, 'applicant.html', language, employees.title);
    await cameUnasked(site);
    const loaded = site.requests.length;
    const titles = employees.roles.map(({ title }) => person.text(title));
    await expect(person.widget).toContainText(person.word('NoticeNoSelection'));
    await expect(person.widget.getByText(person.word('KeepDevice'))).toHaveCount(0);

    // Every role can be read before anything is chosen.
    await person.press('ReadRoleNamed', { role: titles[4] });
    await person.reaches(titles[4]);
    await holds(page);
    await person.press('Back');
    await person.reaches(person.text(employees.title));

    await person.tick(titles[0]);
    await person.tick(titles[4]);
    await person.tick(titles[2]);
    await expect(person.announcement).toHaveText(person.word('RolesCount', { count: 3 }));
    await holds(page);
    await person.press('Begin');
    await answerAll(person, employees, (place) => (place % 6 === 5 ? NO_OPPORTUNITY : place % 5));
    await person.reaches(person.word('CheckTitle'));
    await person.press('SeeResults');
    await person.reaches(person.word('ResultsTitle'));

    // The roles come first, in the order in which they were chosen, with the competences one click away.
    const columns = person.widget.locator('table.roles').getByRole('columnheader');
    await expect(columns).toHaveText([person.word('ColumnPartOrCompetence'), titles[0], titles[4], titles[2]]);
    const first = person.widget.getByRole('rowheader', { name: person.text(employees.dimensions[0].competences[0].title) }).first();
    await expect(first).toBeHidden();
    await person.pressAt(person.widget.locator('summary', { hasText: person.word('RolesDetail') }));
    await expect(first).toBeVisible();
    await expect(person.button('MenuSuggestions')).toHaveCount(0);
    await holds(page);

    // One more role, and another to see the answers against.
    await person.pressAt(person.widget.locator('summary', { hasText: person.word('OtherRolesMore') }));
    await person.tick(titles[3]);
    await expect(person.announcement).toHaveText(person.word('ResultsChanged'));
    await expect(columns).toHaveCount(5);
    await expect(person.widget.getByRole('checkbox', { name: titles[3] })).toBeFocused();
    const lens = person.widget.getByRole('combobox', { name: person.word('LensRole') });
    await person.tabTo(lens);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await expect(lens).toHaveValue('1');
    await person.press('MenuProfile');
    await person.reaches(person.word('ProfileTitle'));
    await expect(person.widget.locator('table caption', { hasText: person.word('TableCaption', { role: titles[1] }) })).toBeAttached();

    // The file is theirs, and nothing outlives the tab.
    await person.press('KeepTitle');
    await person.reaches(person.word('KeepTitle'));
    const { json } = await person.save();
    expect(json).toMatchObject({ purpose: 'exploration', role: employees.roles[0].id });
    expect(json.otherRoles).toEqual([4, 2, 3].map((place) => employees.roles[place].id));
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 1]);
    expect(site.requests.slice(loaded)).toEqual([]);
  });

  test(`a new hire sees what was not tried and what comes next, with the keyboard alone (${language})`, async ({ page }) => {
    test.setTimeout(240_000);
    const person = await goTo(page, 'new-hire.html', language, employees.title);
    await expect(person.widget).toContainText(person.word('NoticeExpectedIncomplete'));
    await person.choose(person.group('RoleQuestion'), 0);
    await expect(person.group('StageQuestion').first()).toBeChecked();
    await person.choose(person.group('StageQuestion'), 1);
    await person.choose(person.group('StageQuestion'), 0);
    await holds(page);
    await person.press('Begin');
    await answerAll(person, employees, (place) => (place % 3 === 1 ? NO_OPPORTUNITY : place % 4));

    await person.reaches(person.word('AreasTitle'));
    const open = employees.areas.filter(({ groups = [] }) => groups.length === 0 || groups.includes(employees.roles[0].group));
    await person.pressAt(person.widget.locator('summary', { hasText: person.word('AreasAll', { count: open.length }) }));
    // What opens later can be wished for, and says when.
    const [{ title, unit, afterMonths = 0 }] = employees.areas;
    const when = afterMonths > 0 ? [person.word('ApartFrom', { count: afterMonths })] : [];
    await person.tick([person.text(title), ...(unit ? [person.text(unit)] : []), ...when].join(' · '));
    await person.press('Continue');
    await person.reaches(person.word('CheckTitle'));
    await person.press('SeeResults');
    await person.reaches(person.word('ResultsTitle'));

    const stage = person.text(employees.roles[0].stages[1].title);
    const headings = await person.widget.getByRole('heading').allInnerTexts();
    expect(headings.slice(0, 3)).toEqual(['ResultsTitle', 'NotTriedTitle', 'FirstAreasTitle'].map((key) => person.word(key)));
    const tried = person.widget.locator('section.part').first();
    await expect(tried.locator('.chips').first()).toContainText(person.text(employees.dimensions[0].competences[1].title));
    await holds(page);
    await person.press('MenuProfile');
    await person.reaches(person.word('ProfileTitle'));
    await expect(person.heading(person.word('NextStageTitle', { stage }))).toBeVisible();
    await holds(page);

    // The wishes go into a file of their own.
    await person.press('KeepTitle');
    await person.reaches(person.word('KeepTitle'));
    const { json } = await person.save(person.button('PlacementSave'));
    expect(json).toMatchObject({ parts: ['wishes'], stage: 'start', wishes: { areas: { [employees.areas[0].id]: 2 } } });
    expect(json.responses ?? { competences: {} }).toMatchObject({ competences: {} });
    expect(JSON.stringify(json)).not.toContain('noOpportunity');
  });

  test(`a manager answers about an employee, who lays the file beside their own answers (${language})`, async ({ page }) => {
    test.setTimeout(240_000);
    const person = await goTo(page, 'manager.html', language, framework.title);
    const label = 'Zebra';
    for (const key of ['StartLeadManager', 'NoticeShowEmployee', 'NoticeNoAppraisalManager']) {
      await expect(person.widget).toContainText(person.word(key));
    }
    await person.tabTo(person.widget.getByRole('textbox', { name: person.word('LabelQuestion') }));
    await page.keyboard.type(label);
    await person.choose(person.group('RoleQuestion'), 0);
    await holds(page);
    await person.press('Begin');
    await person.isAsked(competences[0], competences[0].managerStatement);
    await expect(person.widget).toContainText(person.word('RateEmployee'));
    await expect(person.answers.nth(5)).toHaveAccessibleName(person.word('NotObservedChoice'));
    await expect(person.widget.getByRole('checkbox')).toHaveCount(0);
    await holds(page);
    await answerAll(person, framework, (place) => (place % 6 === 5 ? 5 : place % 5), ({ managerStatement }) => managerStatement);
    await person.reaches(person.word('BalanceTitle'));
    await person.press('Continue');
    await person.reaches(person.word('CheckTitleManager'));
    await person.press('SeeResults');
    await person.reaches(person.word('ResultsTitle'));
    await expect(person.widget.locator('.whose')).toContainText(label);
    await expect(person.heading(person.word('NotObservedTitle'))).toBeVisible();
    await expect(person.widget).toContainText(person.word('NoticeVoluntaryManager'));
    await expect(person.button('MenuSuggestions')).toHaveCount(0);
    await holds(page);
    await person.press('KeepTitle');
    await expect(person.widget).toContainText(person.word('NoticeShowEmployee'));
    const saved = await person.save(person.button('SaveForEmployee'));
    expect(saved.text).not.toContain(label);
    expect(saved.json.rater).toBe('manager');

    // On the employee's own page, one click away, nothing of the manager's is found; the file is laid beside.
    await person.pressAt(page.getByRole('link', { name: language === 'da' ? 'Medarbejderens egen side' : 'The employee’s own page' }));
    await expect(page).toHaveURL(new RegExp(`/demo/\\?lang=${language}$`));
    await expect(person.heading(person.text(framework.title))).toBeVisible();
    await person.choose(person.group('RaterQuestion'), 0);
    await person.choose(person.group('RoleQuestion'), 0);
    await person.press('Begin');
    await person.isAsked(competences[0]);
    await person.answer(2);
    await person.press('Back');
    await person.press('Back');
    await person.reaches(person.text(framework.title));
    await open(person, saved.text);
    await expect(person.heading(person.word('BesideTitle'))).toBeVisible();
    await expect(person.button('CompareWithOwn')).toBeVisible();
  });
}

const NOTICES = [
  'NoticeNoAppraisal',
  'NoticeNoAppraisalManager',
  'NoticeNoSelection',
  'NoticeExpectedIncomplete',
  'NoticeYours',
  'NoticeYoursManager',
  'NoticeDecisions',
  'NoticeRules',
  'NoticeVoluntary',
  'NoticeVoluntaryManager',
  'NoticeShowEmployee',
  'FileNotice',
  'FileNoticeManager',
];
for (const [purpose, rater, not] of [
  ['development', 'self', 'NoticeNoAppraisal'],
  ['development', 'manager', 'NoticeNoAppraisalManager'],
  ['exploration', 'self', 'NoticeNoSelection'],
  ['onboarding', 'self', 'NoticeExpectedIncomplete'],
]) {
  test(`no host changes what it is and is not (${purpose}, ${rater})`, async ({ page, site, context }) => {
    const markup = WIDGET.replace('purpose="development"', `purpose="${purpose}" rater="${rater}"`);
    const host = (page) =>
      page.evaluate((keys) => {
        const name = (key) => key[0].toLowerCase() + key.slice(1);
        document.querySelector('rokade-assessment').messages = Object.fromEntries(keys.map((key) => [name(key), 'Approved for hiring']));
      }, [...NOTICES, 'Continue']);
    const says = async (person) => {
      const yours = rater === 'manager' ? ['NoticeYoursManager', 'NoticeVoluntaryManager'] : ['NoticeYours', 'NoticeVoluntary'];
      for (const key of [not, ...yours, 'NoticeDecisions', 'NoticeRules']) {
        await expect(person.widget).toContainText(person.word(key));
      }
      await expect(person.widget).not.toContainText('Approved');
    };
    const atStart = await arrive(page, site, { markup });
    await host(page);
    await says(atStart);

    const later = await context.newPage();
    const answers = assessment({ purpose, rater, ...(rater === 'manager' && { wishes: { competences: {}, areas: {} } }) });
    const person = await land(later, site, { name: 'results' }, { answers, markup });
    await host(later);
    await says(person);
    const { json, text } = await person.save();
    expect(json.notice).toBe(person.word(rater === 'manager' ? 'FileNoticeManager' : 'FileNotice'));
    expect(text).not.toContain('Approved');
  });
}
