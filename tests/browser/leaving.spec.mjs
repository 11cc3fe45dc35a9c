// Leaving with it: by keyboard from a gap to a plan, a receipt that opens again, a file with the plan alone; and paper,
// with nothing of the page around it.
import AxeBuilder from '@axe-core/playwright';
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { bringFonts, FONTS, wear } from './fonts.mjs';
import { expect, listen, test } from './measured.mjs';
import { withoutTimes } from './person.mjs';
import { arrive, assessment, evidence, EXAMPLE, full, goOnWithMine, goToPages, land, plan, speak, unfold, WIDGET } from './screens.mjs';
import { competences, framework } from './words.mjs';

const RULES = {
  resultTypes: ['violations'],
  rules: Object.fromEntries(['target-size', 'color-contrast', 'label-content-name-mismatch'].map((rule) => [rule, { enabled: true }])),
};
const GAP = competences[3];

for (const language of ['da', 'en']) {
  test(`by keyboard from a gap to a plan, a receipt and back again in ${language}, where nothing but the widget may run`, async ({ page, site, browser, baseURL }, info) => {
    const told = await listen(page);
    const person = await land(page, site, { name: 'plan' }, { language });
    await person.press('PlanFrom', { title: GAP.title[language] });
    const agreement = person.widget.getByRole('group', { name: person.word('PlanItem', { number: 1 }), exact: true });
    await expect(agreement.locator('.group-name').first()).toBeFocused();
    const field = (key) => agreement.getByLabel(person.word(key));
    await expect(field('PlanGoal')).toBeHidden();
    await person.tabTo(field('PlanActivity'));
    await page.keyboard.type('</script>');
    await person.pressAt(agreement.locator('summary'));
    await expect(field('PlanGoal')).toHaveValue(new RegExp(`^${GAP.title[language]}: `));
    for (const [key, text] of [['PlanWhy', 'Æ'], ['PlanSupport', '"'], ['PlanSign', '&amp;']]) {
      await person.tabTo(field(key));
      await page.keyboard.type(text);
    }
    await person.choose(agreement.getByRole('radio'), 2);
    await person.tabTo(field('PlanDue'));
    await page.keyboard.type('06012026');
    await expect(field('PlanDue')).toHaveValue('2026-06-01');
    await person.press('KeepTitle');
    await person.reaches(person.word('KeepTitle'));

    const before = (await person.save()).json;
    expect(before.plan).toMatchObject([{ why: 'Æ', activity: '</script>', support: '"', sign: '&amp;', responsible: 'together', due: '2026-06-01' }]);
    for (const key of ['ShareResponses', 'ShareWishes', 'SharePlan']) await person.tick(person.word(key));
    const receipt = await person.saveText('SaveReceipt');
    expect((await told('rokade-export')).map(({ kind }) => kind)).toEqual(['file', 'receipt']);

    // Somewhere else it is read as a page, and opened again.
    const path = info.outputPath('receipt.html');
    await writeFile(path, receipt);
    const context = await browser.newContext({ baseURL });
    await bringFonts(context);
    const reading = await context.newPage();
    const complaints = [];
    reading.on('console', (message) => complaints.push(message.text()));
    await reading.goto(pathToFileURL(path).href);
    await expect(reading).toHaveTitle(person.word('PaperTitle'));
    await expect(reading.locator('html')).toHaveAttribute('lang', language);
    await expect(reading.getByText('</script>')).toBeVisible();
    await expect(reading.getByText(person.word('FileNotice'))).toBeVisible();
    expect(complaints).toEqual([]);
    for (const colorScheme of ['light', 'dark']) {
      await reading.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page: reading }).options(RULES).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    }
    for (const font of FONTS) {
      await wear(reading.locator('.receipt'), font);
      expect(pages(await reading.pdf({ format: 'A4', margin: { top: '11mm', bottom: '11mm', left: '13mm', right: '13mm' } })), font).toBe(2);
    }
    const other = await arrive(await context.newPage(), site, { language });
    await other.widget.locator('input[type=file]').setInputFiles(path);
    await goOnWithMine(other);
    await other.reaches(other.word('ResultsTitle'));
    await expect(other.notice('Opened')).toBeVisible();
    await expect(other.notice('OpenedReportDiffers')).toHaveCount(0);
    expect(withoutTimes((await other.save()).json)).toEqual(withoutTimes(before));
    await context.close();
  });
}

test('a file to share holds the plan alone when that alone was ticked', async ({ page, site }) => {
  const person = await land(page, site, { name: 'keep' }, { answers: full() });
  await person.press('ShareSave');
  await expect(person.widget.getByRole('alert')).toBeFocused();
  await person.tick(person.word('SharePlan'));
  await expect(person.widget.getByRole('alert')).toHaveCount(0);
  const preview = person.widget.locator('.preview');
  await person.pressAt(person.widget.locator('summary', { hasText: person.word('SharePreview') }));
  await expect(preview.getByText(plan(1)[0].activity).first()).toBeVisible();
  await expect(preview.getByText(EXAMPLE)).toHaveCount(0);
  await expect(preview.locator('svg')).toHaveCount(0);
  const { json, name } = await person.save(person.button('ShareSave'));
  expect(name).toMatch(/^souschef-delt-\d{4}-\d{2}-\d{2}\.json$/);
  expect(json.parts).toEqual(['plan']);
  expect(json.plan).toHaveLength(2);
  for (const key of ['responses', 'report', 'wishes', 'experience', 'evidence', 'targets', 'agreed', 'reference']) expect(json).not.toHaveProperty(key);
});

test('examples are in the own file only when they are ticked, and it is said', async ({ page, site }) => {
  const person = await land(page, site, { name: 'results' }, { answers: full() });
  expect((await person.save()).json).not.toHaveProperty('evidence');
  await expect(person.notice('ExamplesLeftOut')).toBeFocused();
  await person.press('CloseNotice');
  await person.press('KeepTitle');
  await person.tick(person.word('OwnEvidence', { count: 3 }));
  expect((await person.save()).json.evidence).toEqual(evidence);
});

test('a spreadsheet copy is saved for Danish settings', async ({ page, site }) => {
  const person = await land(page, site, { name: 'keep' }, { answers: full() });
  const text = await person.saveText('SaveSheet');
  expect(text.startsWith('\ufeff"Del";"Kompetence";')).toBe(true);
  expect(text.split('\r\n')).toHaveLength(1 + 25 + framework.dimensions[1].behaviours.length + 1);
});

test('following up goes through what the plan names and back to the plan', async ({ page, site }) => {
  const person = await land(page, site, { name: 'plan' }, { answers: full() });
  await person.press('FollowUpBegin');
  await person.isAsked(competences[0]);
  await expect(person.widget.getByText(person.word('ProgressFollowUp', { question: 1, questions: 2 }))).toBeVisible();
  await person.answer(4);
  await person.isAsked(competences[1]);
  await person.press('Continue');
  await person.reaches(person.word('PlanTitle'));
});

for (const [name, step, changes] of [
  ['the plan', 'plan', { plan: plan(30), agreed: { [GAP.id]: 1 } }],
  ['keeping with what the receiver sees', 'keep', {}],
  ['the pages for the conversation', 'print', {}],
]) {
  test(`axe finds nothing wrong with ${name}`, async ({ page, site }) => {
    test.slow();
    const person = await land(page, site, { name: step }, { answers: full(changes) });
    if (step === 'keep') {
      for (const box of await person.widget.getByRole('checkbox').all()) await box.check();
    }
    await unfold(person);
    const found = [];
    for (const language of ['da', 'en']) {
      await speak(page, language);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { violations } = await new AxeBuilder({ page }).options(RULES).analyze();
        for (const { id, nodes } of violations) found.push({ language, colorScheme, id, targets: nodes.map(({ target }) => target.join(' ')) });
      }
    }
    expect(found).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    for (const font of FONTS) {
      await wear(person, font);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), font).toBeLessThanOrEqual(0);
    }
  });
}

// ---- paper

/** How many pages a PDF has. */
const pages = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;

/** The browser's own window for printing can't be used here: whoever asks for it is written down. */
async function catchPrinting(page) {
  await page.addInitScript(() => {
    window.asked = 0;
    window.print = () => {
      window.asked++;
      if (window.refuses) throw new Error('refused');
    };
  });
  return (count) => expect.poll(() => page.evaluate(() => window.asked)).toBe(count);
}

/** Which of these can be seen. */
const seen = (page, selectors) =>
  page.evaluate((selectors) => {
    const deep = (root, selector) => {
      const found = root.querySelector(selector);
      if (found) return found;
      for (const { shadowRoot } of root.querySelectorAll('*')) {
        const inner = shadowRoot && deep(shadowRoot, selector);
        if (inner) return inner;
      }
    };
    return selectors.filter((selector) => {
      const element = deep(document, selector);
      return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
    });
  }, selectors);

const traces = (page) =>
  page.evaluate(() => [document.querySelectorAll('[data-rokade-print]').length, document.adoptedStyleSheets.length]);

for (const language of ['da', 'en']) {
  for (const colorScheme of ['light', 'dark']) {
    test(`a conversation is prepared on two pages of A4 in ${language}, from a ${colorScheme} screen`, async ({ page, site }) => {
      const asked = await catchPrinting(page);
      await page.emulateMedia({ colorScheme });
      const person = await land(page, site, { name: 'keep' }, { answers: full(), language });
      await goToPages(person);
      const ways = FONTS.flatMap((font) => [false, true].map((printBackground) => ({ font, printBackground })));
      for (const [place, { font, printBackground }] of ways.entries()) {
        await wear(person, font);
        await person.press('Print');
        await asked(place + 1);
        await page.emulateMedia({ media: 'print', colorScheme });
        const { color, background } = await person.widget.evaluate((element) => {
          const { color, backgroundColor } = getComputedStyle(element.shadowRoot.querySelector('.mount'));
          return { color, background: backgroundColor };
        });
        expect([color, background]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
        expect(pages(await page.pdf({ format: 'A4', printBackground })), font).toBe(2);
        expect(await traces(page)).toEqual([0, 0]);
        await page.emulateMedia({ media: 'screen', colorScheme });
      }
    });
  }
}

test('many answers and a long plan flow on, and each agreement stays whole', async ({ page, site }) => {
  const asked = await catchPrinting(page);
  const all = framework.dimensions.flatMap(({ behaviours }) => behaviours);
  const responses = {
    ...assessment().responses,
    behaviours: Object.fromEntries(all.map(({ id }, place) => [id, { answer: 'rated', level: place % 5 }])),
  };
  const person = await land(page, site, { name: 'keep' }, { answers: full({ responses, plan: plan(30) }) });
  await goToPages(person);
  await person.press('Print');
  await asked(1);
  const count = pages(await page.pdf({ format: 'A4' }));
  expect(count).toBeGreaterThan(2);
  expect(count).toBeLessThan(10);
  await page.emulateMedia({ media: 'print' });
  const kept = await person.widget.evaluate((element) =>
    [...element.shadowRoot.querySelectorAll('.agreement, .chart-row')].every((own) => getComputedStyle(own).breakInside === 'avoid'),
  );
  expect(kept).toBe(true);
});

test('nothing but the widget is printed, and the page is as it was after', async ({ page, site }) => {
  const asked = await catchPrinting(page);
  // The page's own components write markup, which the strictest policy forbids.
  const person = await land(page, site, { name: 'keep' }, { answers: full(), strict: false });
  await goToPages(person);
  const around = ['h1', '#before', '#slotted', '#inside', '#beside'];
  await page.evaluate(() => {
    // In a page's own component, in a slot of another.
    const widget = document.querySelector('rokade-assessment');
    const main = document.querySelector('main');
    main.insertAdjacentText('beforeend', 'bare text');
    main.insertAdjacentHTML('beforeend', '<p id="before">before</p><div id="outer"><p id="slotted">slotted</p></div>');
    const outer = main.querySelector('#outer');
    outer.attachShadow({ mode: 'open' }).innerHTML = '<p id="inside">inside</p><section><slot></slot></section>';
    const inner = document.createElement('div');
    inner.attachShadow({ mode: 'open' }).innerHTML = '<p id="beside">beside</p><article></article>';
    inner.shadowRoot.querySelector('article').append(widget);
    outer.append(inner);
  });
  await page.emulateMedia({ media: 'print' });
  expect(await seen(page, [...around, '.pages'])).toEqual([...around, '.pages']);
  await page.emulateMedia({ media: 'screen' });
  await person.press('Print');
  await asked(1);
  expect(await seen(page, [...around, '.pages']), 'on the screen nothing changes').toEqual([...around, '.pages']);
  await page.emulateMedia({ media: 'print' });
  expect(await seen(page, [...around, '.pages'])).toEqual(['.pages']);
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('main')).fontSize)).toBe('0px');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await seen(page, [...around, '.pages'])).toEqual([...around, '.pages']);
  expect(await traces(page)).toEqual([0, 0]);

  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => (window.refuses = true));
  await person.press('Print');
  await asked(2);
  expect(await traces(page), 'a browser that refuses leaves no trace').toEqual([0, 0]);
});

test('the role can be printed, too', async ({ page, site }) => {
  const asked = await catchPrinting(page);
  const person = await arrive(page, site);
  await person.widget.getByRole('radio', { name: framework.roles[0].title.da }).check();
  await person.press('ReadRoleNamed', { role: framework.roles[0].title.da });
  await person.press('Print');
  await asked(1);
  await page.emulateMedia({ media: 'print' });
  expect(await seen(page, ['h1', '.answers', '.toolbar'])).toEqual(['.answers']);
});

for (const language of ['da', 'en']) {
  test(`what a role gives those who hire for it is printed whole once it is open, and alone (${language})`, async ({ page, site }) => {
    const asked = await catchPrinting(page);
    const person = await arrive(page, site, { markup: `<p id="before">before</p>${WIDGET}<p id="after">after</p>`, language });
    const role = person.text(framework.roles[0].title);
    await person.widget.getByRole('radio', { name: role }).check();
    await person.press('ReadRoleNamed', { role });
    await person.reaches(role);
    const summary = person.widget.locator('summary', { hasText: person.word('Recruiting') });
    const texts = summary.locator('xpath=following-sibling::div');
    const around = ['h1', '#before', '#after'];

    await person.press('Print');
    await asked(1);
    await expect(texts).toHaveCount(1);
    await page.emulateMedia({ media: 'print' });
    await expect(texts, 'what is closed is not asked for').toBeHidden();
    const closed = pages(await page.pdf({ format: 'A4' }));
    await page.emulateMedia({ media: 'screen' });

    await person.pressAt(summary);
    await expect(texts).toBeVisible();
    const whole = await texts.innerText();
    for (const text of ['Advertisement', 'AdvertisementEnd', 'Interview', 'InterviewEnd', 'Reference', 'ReferenceEnd']) expect(whole).toContain(person.word(text));
    await expect(texts.getByRole('listitem')).toHaveCount(3 * 8);
    await page.emulateMedia({ media: 'print' });
    expect(await seen(page, around)).toEqual(around);
    await page.emulateMedia({ media: 'screen' });
    await person.press('Print');
    await asked(2);
    await page.emulateMedia({ media: 'print' });
    expect(await texts.innerText()).toBe(whole);
    expect(await seen(page, [...around, '.toolbar', '.actions', '.answers'])).toEqual(['.answers']);
    expect(pages(await page.pdf({ format: 'A4' }))).toBeGreaterThan(closed);
  });
}
