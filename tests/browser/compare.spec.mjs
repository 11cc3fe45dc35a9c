// Two files side by side: an employee's and a manager's, now and earlier, head and deputy; by keyboard alone, in both
// languages.
import { changed, compare, comparisons, EARLIER, headsFile, MANAGERS, NO_WISHES, openBeside, rated } from './beside.mjs';
import { FONTS, wear } from './fonts.mjs';
import { expect, test } from './measured.mjs';
import { cameUnasked, open, speak, unfold } from './screens.mjs';
import { competences } from './words.mjs';

/** The section under a heading. */
function section(person, key) {
  const heading = person.page.getByRole('heading', { name: person.word(key), exact: true });
  return person.widget.locator('section').filter({ has: heading });
}

for (const language of ['da', 'en']) {
  test(`employee and manager compare, agree on a level and plan from it (${language})`, async ({ page, site }) => {
    const person = await openBeside(page, site, MANAGERS, { language });
    await cameUnasked(site);
    const loaded = site.requests.length;
    const title = (place) => person.text(competences[place].title);

    // What it is takes the focus; it can be put away, and nothing is lost.
    await expect(person.widget.locator('[data-focus=heading]')).toBeFocused();
    await expect(person.button('ReplaceConfirm')).toHaveCount(0);
    await person.press('CloseFile');
    await person.reaches(person.word('KeepTitle'));
    await open(person, MANAGERS);
    await compare(person);

    // Exactly what is two steps apart is a question, in both directions.
    const differing = section(person, 'ApartTitle').getByRole('listitem');
    await expect(differing).toHaveCount(2);
    await expect(differing.nth(0)).toContainText(title(1));
    await expect(differing.nth(1)).toContainText(title(11));
    const conclusion = `${title(1)}: ${person.word('HigherEmployee')}. ${person.word('LegendTarget')}: `;
    await expect(differing.nth(0).getByRole('img')).toHaveAccessibleName(new RegExp(`^${conclusion}`));

    // What both see the same way stands as rows, too; what is behind one click opens with the keyboard.
    await expect(section(person, 'GoesWellTitle').getByRole('img').first()).toBeVisible();
    await expect(section(person, 'PractiseTitle').getByRole('combobox').first()).toBeVisible();
    await expect(section(person, 'OneSidedTitle').getByRole('img')).toBeHidden();
    await person.pressAt(section(person, 'OneSidedTitle').locator('summary').first());
    await expect(section(person, 'OneSidedTitle').getByRole('img')).toBeVisible();

    // A level is agreed on, and told.
    const select = person.widget.getByRole('combobox', { name: new RegExp(`^${person.word('AgreedField')} ?: ${title(1)}$`) });
    await person.tabTo(select);
    await select.press('ArrowDown');
    await select.press('ArrowDown');
    await select.press('Tab');
    await expect(person.announcement).toHaveText(person.word('AgreedSaved'));
    await expect(select).toHaveValue('1');

    // The agenda, and back.
    await person.press('AgendaOpen');
    await person.reaches(person.word('AgendaTitle'));
    await expect(person.widget.locator('.agenda')).toContainText(title(11));
    // Wishes go along once they are ticked.
    const wished = person.word('WantToGetBetter');
    await expect(person.widget.locator('.agenda')).not.toContainText(wished);
    await person.tabTo(person.widget.getByRole('checkbox', { name: person.word('ShareWishes') }));
    await page.keyboard.press('Space');
    await expect(person.widget.locator('.agenda')).toContainText(wished);
    await expect(person.widget.getByRole('table', { name: person.word('AgendaTable') }).getByRole('row')).toHaveCount(5);
    await expect(person.widget).toContainText(person.word('NoticeCompare'));
    await person.press('Back');
    await person.reaches(person.word('CompareTitle'));

    // The plan, the results with the way back, and the end of it.
    await person.press('PlanTitle');
    await person.reaches(person.word('PlanTitle'));
    await person.press('BackToResults');
    await person.reaches(person.word('ResultsTitle'));
    await person.press('CompareBack');
    await person.reaches(person.word('CompareTitle'));
    await expect(select).toHaveValue('1');
    await person.press('CompareEnd');
    await person.reaches(person.word('ResultsTitle'));
    await expect(person.button('CompareBack')).toHaveCount(0);
    const saved = await person.save();
    expect(saved.json.agreed).toEqual({ [competences[1].id]: 1 });
    expect(saved.json.responses.competences[competences[1].id]).toEqual(rated(3));
    expect(site.requests.slice(loaded)).toEqual([]);
  });
}

test('a reload forgets the second file and leads to the results', async ({ page, site }) => {
  const person = await openBeside(page, site, MANAGERS);
  await compare(person);
  await expect(person.widget).toContainText(person.word('CompareNotKept'));
  await page.reload();
  await expect(person.heading(person.word('ResultsTitle'))).toBeVisible();
  await expect(person.button('CompareBack')).toHaveCount(0);
});

test('now and earlier show what has moved, and the plan of last time is followed up', async ({ page, site }) => {
  const person = await openBeside(page, site, EARLIER);
  await compare(person);
  await expect(section(person, 'MovedTitle').getByRole('listitem')).toHaveCount(2);
  await expect(section(person, 'AsBeforeTitle').getByRole('img').first()).toBeHidden();
  await expect(person.widget.locator('.legend')).toContainText('2025');
  await expect(person.widget.getByRole('combobox')).toHaveCount(0);
  await person.press('LastPlanTake');
  await person.reaches(person.word('PlanTitle'));
  await expect(person.announcement).toHaveText(person.word('LastPlanTaken'));
  const goals = () => person.widget.getByRole('textbox', { name: person.word('PlanGoal') });
  await expect(goals()).toHaveValue(EARLIER.plan[0].goal);
  await unfold(person);
  await person.tabTo(person.widget.getByRole('textbox', { name: person.word('PlanOutcome') }));
  await page.keyboard.type('Det skete.');
  await page.keyboard.press('Tab');

  // Opened again, it is not taken over twice.
  await person.press('BackToResults');
  await person.press('CompareBack');
  await expect(person.button('LastPlanTake')).toHaveCount(0);
  await person.press('CompareEnd');
  await person.reaches(person.word('ResultsTitle'));
  await open(person, EARLIER);
  await compare(person);
  await person.press('LastPlanTake');
  await person.reaches(person.word('PlanTitle'));
  await expect(goals()).toHaveCount(1);
});

test('head and deputy see what both of them reach once it is said whose the file is', async ({ page, site }) => {
  const person = await openBeside(page, site, headsFile());
  await expect(person.button('ReplaceConfirm')).toHaveCount(0);
  await compare(person);
  await expect(person.button('AgendaOpen')).toHaveCount(0);
  const whose = person.widget.getByRole('group', { name: person.word('OtherIsQuestion') }).getByRole('radio');
  await person.choose(whose, 0);
  await expect(person.announcement).toHaveText(person.word('ResultsChanged'));
  await expect(whose.first()).toBeFocused();
  expect(await section(person, 'ReachedHead').getByRole('listitem').count()).toBeGreaterThan(0);
  await expect(person.widget.locator('.chart-row')).toHaveCount(19);
  const table = person.widget.getByRole('table', { name: person.word('JointTable') });
  await expect(table.getByRole('row')).toHaveCount(20);
  await expect(table.getByRole('columnheader').last()).toHaveText(person.word('StandInColumn'));
  // Each one's own level stands in the opened row.
  const row = section(person, 'ReachedHead').getByRole('listitem').first();
  await person.pressAt(row.locator('summary'));
  await expect(row.locator('details')).toContainText(person.word('SideDeputy'));
  await whose.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(whose.last()).toBeChecked();
  await person.press('AgendaOpen');
  await person.reaches(person.word('AgendaTitle'));
});

/** Rows of which the words and the marks stand on each other. */
function onEachOther(page) {
  return page.locator('rokade-assessment').evaluate((element) => {
    const rows = [...element.shadowRoot.querySelectorAll(':is(.compare, .agenda) .chart-row')];
    const overlap = (one, other) =>
      one.width > 0 && one.right > other.left && other.right > one.left && one.bottom > other.top && other.bottom > one.top;
    const overlaps = (row) => {
      const [title, lane, said] = [...row.children].map((part) => part.getBoundingClientRect());
      return overlap(title, lane) || overlap(lane, said) || overlap(title, said);
    };
    return rows.filter(overlaps).map((row) => row.textContent.slice(0, 60));
  });
}

for (const [name, bring] of Object.entries(comparisons)) {
  test(`${name} is never wider than its place, and nothing stands on anything else`, async ({ page, site }) => {
    const person = await bring(page, site);
    const found = [];
    for (const language of ['da', 'en']) {
      await speak(page, language);
      for (const width of [320, 700, 1100]) {
        await page.setViewportSize({ width, height: 700 });
        for (const font of FONTS) {
          await wear(person, font);
          const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
          if (wide > 0) found.push({ language, width, font, wide });
          found.push(...(await onEachOther(page)).map((row) => ({ language, width, font, row })));
        }
      }
    }
    expect(found).toEqual([]);
  });
}

const EIGHT = changed({ 0: 4, 1: 1, 2: 1, 5: 4, 6: 0, 7: 1, 11: 2, 20: 3 }, { rater: 'manager', ...NO_WISHES });
for (const [name, second] of Object.entries({ two: MANAGERS, eight: EIGHT })) {
  test(`the agenda of ${name} differences is two pages at most, without what is pressed`, async ({ page, site }) => {
    const person = await openBeside(page, site, second);
    await compare(person);
    await person.press('AgendaOpen');
    await person.reaches(person.word('AgendaTitle'));
    await person.widget.getByRole('checkbox').first().check();
    // What the page around it prints is no part of this.
    await page.evaluate(() => document.querySelector('h1').remove());
    await page.emulateMedia({ media: 'print' });
    await expect(person.widget.locator('input[type=checkbox]').first()).toBeHidden();
    for (const font of FONTS) {
      await wear(person, font);
      const pdf = await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '15mm', right: '15mm' } });
      expect(pdf.toString('latin1').match(/\/Type \/Page\b/g).length, font).toBeLessThanOrEqual(2);
    }
  });
}
