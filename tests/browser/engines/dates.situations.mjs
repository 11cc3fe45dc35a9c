// Days: which one it is where the person is, and how one is typed.
import { assessment, full, goToPages, land, plan, unfold } from '../screens.mjs';
import { expect, part, situation } from './situation.mjs';

const zoneOf = (page) => page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
/** The day where the person is, as a file says it. */
const todayOf = (page) =>
  page.evaluate(() => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  });

/** An agreement without a day. */
const UNDATED = { ...plan(1)[0], due: null, followUp: null };

part('Days', () => {
  situation('west of Greenwich every day on paper is the day that was agreed', {}, async ({ site, browse }) => {
    const page = await browse({ timeZone: 'America/Nuuk' });
    const agreed = plan(1).map((agreement) => ({ ...agreement, due: '2027-01-15', followUp: '2027-03-01' }));
    const person = await land(page, site, { name: 'keep' }, { answers: full({ plan: agreed }) });
    expect(await zoneOf(page)).toMatch(/Nuuk|Godthab/);
    await goToPages(person);
    const paper = await person.widget.locator('.pages').innerText();
    for (const day of ['1. marts 2026', '15. januar 2027', '1. marts 2027']) expect(paper).toContain(day);
    expect(paper).not.toMatch(/28\. februar|14\. januar/);
  });

  situation('the day in the name of a file is the one where the person is, far to the east and far to the west', {}, async ({ site, browse }) => {
    const days = [];
    // At any time it is another day in one of them than in Greenwich.
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const page = await browse({ timeZone });
      const person = await land(page, site, { name: 'keep' });
      const today = await todayOf(page);
      days.push(today);
      const { name } = await person.save();
      // Somebody may save at midnight.
      expect([today, await todayOf(page)].some((day) => name.includes(day)), name).toBe(true);
    }
    expect(new Set(days).size).toBeGreaterThan(1);
  });

  situation('a fifth digit of the year empties no day, and the file holds what the field shows', {}, async ({ engine, page, site }) => {
    const person = await land(page, site, { name: 'plan' }, { answers: assessment({ plan: [UNDATED] }) });
    await unfold(person);
    const shown = [];
    for (const key of ['PlanDue', 'PlanFollowUp']) {
      const field = person.widget.getByLabel(person.word(key));
      await person.tabTo(field);
      // The same in every order of day and month.
      const parts = ['08', '08', '2027'];
      for (const part of parts) {
        await page.keyboard.type(part);
        // The others go on by themselves.
        if (engine === 'webkit' && part !== parts.at(-1)) await page.keyboard.press('Tab');
      }
      await expect(field).toHaveValue('2027-08-08');
      // Firefox leaves the year as it is, Chromium takes the last four, and WebKit takes five, which is no day yet.
      await page.keyboard.type('1');
      await page.keyboard.press('Tab');
      shown.push(await field.inputValue());
    }
    for (const day of shown) expect(day).toMatch(/^\d{4}-08-08$/);
    const { json } = await person.save();
    expect(json.plan.map(({ due, followUp }) => [due, followUp])).toEqual([shown]);
  });

  situation('a field for a day takes those from 1900 to 9999', {}, async ({ page, site }) => {
    const days = ['1899-12-31', '1900-01-01', '9999-12-31', '10000-01-01'];
    const takes = (person) =>
      person.widget.evaluate(({ shadowRoot }, days) => {
        const fields = [...shadowRoot.querySelectorAll('input[type=date]')];
        // Asked of a copy, so that nothing is written.
        return fields.map((field) => days.filter((day) => Object.assign(field.cloneNode(), { value: day }).checkValidity()));
      }, days);
    const person = await land(page, site, { name: 'plan' }, { answers: assessment({ plan: [UNDATED] }) });
    expect(await takes(person)).toEqual([days.slice(1, 3), days.slice(1, 3)]);
  });
});
