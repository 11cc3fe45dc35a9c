// The journey by keyboard alone in three engines: all of it, the shorter ways of the other purposes, two files side by
// side, and leaving with it.
import { constants, inflateSync } from 'node:zlib';
import { deleteAll, goToResults, keepFile } from '../journey.mjs';
import { Person, withoutTimes } from '../person.mjs';
import { arrive, assessment, cameUnasked, goToPages, land, open, openMine, WIDGET } from '../screens.mjs';
import { listen } from '../site.mjs';
import { competences, framework } from '../words.mjs';
import { expect, part, situation } from './situation.mjs';

const WHOLE = 600_000;
const EXPLORATION = WIDGET.replace('development', 'exploration');
const rated = (level) => ({ answer: 'rated', level });
/** Opens a file on a fresh page, where it leads to the results. What other pages found kept, this one doesn't. */
async function openAfresh(page, site, content, options) {
  site.early.splice(0);
  const person = await arrive(page, site, options);
  await openMine(person, content);
  await person.reaches(person.word('ResultsTitle'));
  await expect(person.notice('Opened')).toBeVisible();
  await expect(person.notice('OpenedReportDiffers')).toHaveCount(0);
  return person;
}

part('The journey, by keyboard alone, under the strict policy with Trusted Types', () => {
  situation('the whole journey in Danish: 25 competences, a part in depth, wishes, areas, results, a plan, the file, and opened again', { timeout: WHOLE }, async ({ page, site, context }) => {
    const told = await listen(page);
    const person = new Person(page);
    await page.goto('/demo/strict.html?lang=da');
    await expect(person.heading(framework.title.da)).toBeVisible();
    await cameUnasked(site);
    const loaded = site.requests.length;
    await goToResults(person);

    // A plan for the first gap.
    await person.press('MenuPlan');
    await person.reaches(person.word('PlanTitle'));
    await person.pressAt(person.widget.getByRole('button', { name: person.word('PlanFrom', { title: '' }) }).first());
    const agreement = person.widget.getByRole('group', { name: person.word('PlanItem', { number: 1 }), exact: true });
    await expect(agreement.locator('.group-name').first()).toBeFocused();
    await person.pressAt(agreement.locator('summary'));
    for (const [key, text] of [['PlanActivity', 'Æbler & </script>'], ['PlanSupport', '"Ø" å']]) {
      await person.tabTo(agreement.getByLabel(person.word(key)));
      await page.keyboard.type(text);
    }
    await person.choose(agreement.getByRole('radio'), 2);

    const file = await keepFile(person);
    expect(file.json.plan).toMatchObject([{ activity: 'Æbler & </script>', support: '"Ø" å', responsible: 'together' }]);
    expect((await told('rokade-results')).length).toBe(1);
    expect((await told('rokade-export')).map(({ kind }) => kind)).toEqual(['file']);
    await deleteAll(person);
    expect(site.requests.slice(loaded)).toEqual([]);

    const other = await openAfresh(await context.newPage(), site, file.text);
    expect(withoutTimes((await other.save()).json)).toEqual(withoutTimes(file.json));
  });

  situation('a shorter one in English: what is missing is said, an answer, back, the results, the file', {}, async ({ page, site, context }) => {
    const person = await arrive(page, site, { language: 'en' });
    await cameUnasked(site);
    const loaded = site.requests.length;
    await person.press('Begin');
    await expect(person.widget.getByRole('alert')).toBeFocused();
    await person.choose(person.group('RaterQuestion'), 0);
    await person.choose(person.group('RoleQuestion'), 0);
    await person.press('Begin');
    await person.isAsked(competences[0]);
    await person.answer(3);
    await person.isAsked(competences[1]);
    await person.press('Back');
    await person.isAsked(competences[0]);
    await expect(person.answers.nth(3)).toBeChecked();
    expect(site.requests.slice(loaded)).toEqual([]);

    const later = await openAfresh(await context.newPage(), site, assessment({ language: 'en' }), { language: 'en' });
    await later.press('MenuProfile');
    await later.reaches(later.word('ProfileTitle'));
    await later.press('ChangeNamed', { title: competences[3].title.en });
    await later.isAsked(competences[3]);
    await later.answer(4, 'SaveAnswer');
    await expect(later.button('ChangeNamed', { title: competences[3].title.en })).toBeFocused();
    await later.press('KeepTitle');
    await later.reaches(later.word('KeepTitle'));
    expect((await later.save()).json.responses.competences[competences[3].id]).toEqual(rated(4));
  });

  situation('an applicant sees several roles side by side, kept in the tab and no longer', {}, async ({ page, site, context }) => {
    const person = await arrive(page, site, { markup: EXPLORATION });
    await expect(person.widget).toContainText(person.word('NoticeNoSelection'));
    await expect(person.widget.getByRole('radio', { name: person.word('KeepDevice') })).toHaveCount(0);
    await person.tick(framework.roles[0].title.da);
    await person.tick(framework.roles[1].title.da);
    await person.press('Begin');
    await person.isAsked(competences[0]);
    await person.answer(2);
    await person.isAsked(competences[1]);
    await page.reload();
    await expect(person.question(competences[1])).toBeVisible();
    expect(await page.evaluate(() => [sessionStorage.length, localStorage.length])).toEqual([1, 0]);

    const answers = assessment({ purpose: 'exploration', otherRoles: [framework.roles[1].id] });
    const later = await openAfresh(await context.newPage(), site, answers, { markup: EXPLORATION });
    const titles = framework.roles.slice(0, 2).map(({ title }) => title.da);
    await expect(later.widget.locator('table.roles').getByRole('columnheader')).toHaveText([later.word('ColumnPartOrCompetence'), ...titles]);
  });

  situation('a new hire and a manager begin, each with what is asked of them', {}, async ({ page, site }) => {
    const hire = await arrive(page, site, { markup: WIDGET.replace('development', 'onboarding') });
    await hire.choose(hire.group('RoleQuestion'), 0);
    await hire.press('Begin');
    await hire.isAsked(competences[0]);
    await hire.press('DeleteAnswers');
    await hire.press('DeleteConfirm');
    const manager = await arrive(page, site);
    await manager.choose(manager.group('RaterQuestion'), 1);
    await manager.tabTo(manager.widget.getByLabel(manager.word('LabelQuestion')));
    await page.keyboard.type('Xenia');
    await manager.choose(manager.group('RoleQuestion'), 0);
    await manager.press('Begin');
    await manager.isAsked(competences[0], competences[0].managerStatement);
    await manager.answer(1);
    await manager.isAsked(competences[1], competences[1].managerStatement);
    const saved = await manager.save();
    expect(saved.json.rater).toBe('manager');
    expect(saved.name + saved.text).not.toContain('Xenia');
  });

  situation('two files side by side: what the second is, what differs, a level agreed on, the agenda, and back', {}, async ({ page, site }) => {
    const own = assessment();
    const competenceAnswers = { ...own.responses.competences, [competences[1].id]: rated(1), [competences[11].id]: rated(2) };
    const managers = assessment({
      rater: 'manager',
      updatedAt: '2026-03-02T09:00:00Z',
      responses: { competences: competenceAnswers, behaviours: {} },
      wishes: { competences: {}, areas: {} },
      experience: [],
    });
    const person = await openAfresh(page, site, own);
    await cameUnasked(site);
    const loaded = site.requests.length;
    await open(person, managers);
    await expect(person.heading(person.word('BesideTitle'))).toBeVisible();
    await person.press('CloseFile');
    await person.reaches(person.word('KeepTitle'));
    await open(person, managers);
    await person.press('CompareWithOwn');
    await person.reaches(person.word('CompareTitle'));
    const differing = person.widget.locator('section').filter({ has: page.getByRole('heading', { name: person.word('ApartTitle'), exact: true }) }).getByRole('listitem');
    await expect(differing).toHaveCount(2);
    await expect(differing.first()).toContainText(competences[1].title.da);
    const agreed = person.widget.getByLabel(`${person.word('AgreedField')}: ${competences[1].title.da}`, { exact: true });
    await person.tabTo(agreed);
    for (const key of ['ArrowDown', 'ArrowDown', 'Tab']) await page.keyboard.press(key);
    await expect(person.announcement).toHaveText(person.word('AgreedSaved'));
    await expect(agreed).toHaveValue('1');
    await person.press('AgendaOpen');
    await person.reaches(person.word('AgendaTitle'));
    await person.press('Back');
    await person.reaches(person.word('CompareTitle'));
    await person.press('CompareEnd');
    await person.reaches(person.word('ResultsTitle'));
    const { json } = await person.save();
    expect(json.agreed).toEqual({ [competences[1].id]: 1 });
    expect(site.requests.slice(loaded)).toEqual([]);
  });
});

part('Leaving with it', () => {
  const plan = [{ goal: 'Mål', why: 'Æ', competences: [competences[3].id], area: null, activity: '</script><b>', support: '', responsible: 'me', due: '2026-06-01', sign: '', followUp: null }];

  situation('the receipt is a page that reads without the widget, and opens again with the same answers', {}, async ({ page, site, context, complaints }) => {
    const person = await land(page, site, { name: 'keep' }, { answers: assessment({ plan }) });
    const before = (await person.save()).json;
    for (const key of ['ShareResponses', 'ShareWishes', 'SharePlan']) await person.tick(person.word(key));
    const receipt = await person.saveText('SaveReceipt');

    // It lets nothing run, and so no recorder.
    const reading = await context.newPage();
    site.routes = ({ pathname }) => (pathname === '/receipt.html' ? { body: receipt } : undefined);
    await reading.goto('/receipt.html');
    expect(await reading.title()).toBe(person.word('PaperTitle'));
    await expect(reading.locator('html')).toHaveAttribute('lang', 'da');
    await expect(reading.getByText('</script><b>')).toBeVisible();
    expect(await reading.evaluate(() => document.querySelectorAll('script:not([type="application/json"]):not([src="/recorder.js"]), [style], b').length)).toBe(0);

    expect(await complaints()).toContain(`no recorder in ${site.url}/receipt.html`);
    await reading.close();
    await complaints();

    const other = await openAfresh(await context.newPage(), site, receipt);
    expect(withoutTimes((await other.save()).json)).toEqual(withoutTimes(before));
  });

  situation('the spreadsheet copy and the file to share are saved, each with what was ticked', {}, async ({ page, site }) => {
    const person = await land(page, site, { name: 'keep' }, { answers: assessment({ plan }) });
    const sheet = await person.saveText('SaveSheet');
    expect(sheet.startsWith('\ufeff"Del";"Kompetence";')).toBe(true);
    await person.tick(person.word('SharePlan'));
    const shared = await person.save(person.button('ShareSave'));
    expect(shared.json.parts).toEqual(['plan']);
    expect(shared.json).not.toHaveProperty('responses');
  });

  /** Puts another function in the place of the browser's own window for printing, which can't be used here. */
  const catchPrinting = (page) =>
    page.addInitScript(() => {
      window.asked = 0;
      window.print = () => (window.asked += 1);
    });
  /** How many pages a PDF has, also where it keeps its objects packed. */
  const pagesOf = (pdf) => {
    const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n(.*?)endstream/gs)].map(([, stream]) => {
      try {
        return inflateSync(Buffer.from(stream, 'latin1'), { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
      } catch {
        return '';
      }
    });
    return [pdf.toString('latin1'), ...streams].join('\n').match(/\/Type\s*\/Page\b/g)?.length;
  };
  const seen = (page, css) => page.locator(css).first().isVisible();

  situation('asked to print, the browser is asked once; after it the page is as it was', {}, async ({ page, site }) => {
    await catchPrinting(page);
    const person = await land(page, site, { name: 'keep' }, { answers: assessment({ plan }) });
    await goToPages(person);
    const traces = () => page.evaluate(() => [document.querySelectorAll('[data-rokade-print]').length, document.adoptedStyleSheets.length]);
    await person.press('Print');
    await expect.poll(() => page.evaluate(() => window.asked)).toBe(1);
    expect(await traces()).toEqual([4, 1]);
    expect(await seen(page, 'h1')).toBe(true);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await traces()).toEqual([0, 0]);
  });

  situation(
    'on paper stands the widget alone, on two pages of A4',
    { cannot: { webkit: 'WebKitWebDriver has no command that prints, and MiniBrowser prints only by its own window' } },
    async ({ page, site, browser }) => {
      await catchPrinting(page);
      const person = await land(page, site, { name: 'keep' }, { answers: assessment({ plan }) });
      await goToPages(person);
      await person.press('Print');
      await expect.poll(() => page.evaluate(() => window.asked)).toBe(1);
      const pdf = Buffer.from(await browser.driver.printPage({ width: 21, height: 29.7, shrinkToFit: false }), 'base64');
      expect(pagesOf(pdf)).toBe(2);
    },
  );
});
