// Every page that we show, and every screen, under the rules by which Danish authorities are monitored: nothing fails, and
// what a rule can't tell was looked at by a person, who said in www/guides/accessibility.md why it is right.
import { readdirSync, readFileSync } from 'node:fs';
import { everyScreen } from '../browser/beside.mjs';
import { full, land, speak } from '../browser/screens.mjs';
import { expect, test } from '../browser/site.mjs';
import { framework } from '../browser/words.mjs';
import { alfa } from './alfa.mjs';
import { qualweb } from './qualweb.mjs';
import { VERDICTS } from './table.mjs';

/** The rules whose warnings were looked at: those that the note names. */
const looked = new Set(readFileSync(new URL('../../www/guides/accessibility.md', import.meta.url), 'utf8').match(/\b(QW-ACT-R|QW-WCAG-T|SIA-R)\d+\b/g));

/** Rules that can't hold of a page, each with the reason. */
const WIDGET_ALONE = {
  'QW-WCAG-T23': 'a page with nothing but its content has nothing to be skipped, and in a frame a link for it is one more stop for nothing',
};

/**
 * Asks both tools, shows the verdicts in the table, and lets nothing pass that failed or that nobody has looked at.
 *
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').TestInfo} info
 * @param {{ frame?: import('@playwright/test').Frame, cannot?: Record<string, string>, within?: string }} [options]
 *   `cannot`: rules that can't hold here, each with the reason; they have to fail. `within`: of what QualWeb finds only what stands in this
 */
async function nothingFails(page, info, { frame = page.mainFrame(), cannot = {}, within = '' } = {}) {
  // Alfa first: QualWeb leaves its marks in the page.
  const verdicts = [...(await alfa(frame)), ...(await qualweb(page, frame)).map((verdict) => only(within, verdict))];
  await info.attach(VERDICTS, { body: JSON.stringify(verdicts.map(({ failed, warned, ...verdict }) => verdict)), contentType: 'application/json' });
  expect(verdicts.filter(({ rule, outcome }) => rule in cannot && outcome === 'failed').map(({ rule }) => rule)).toEqual(Object.keys(cannot));
  const failed = verdicts.filter(({ rule, outcome }) => outcome === 'failed' && !(rule in cannot));
  expect(failed.map(({ rule }) => rule), told(failed, 'failed')).toEqual([]);
  const unseen = verdicts.filter(({ rule, outcome }) => outcome === 'warning' && !looked.has(rule));
  const wanted = 'mend this, or look at it and say in www/guides/accessibility.md why it is right';
  expect(unseen.map(({ rule }) => rule), `${wanted}\n${told(unseen, 'warned')}`).toEqual([]);
}

const told = (verdicts, places) => verdicts.map((verdict) => `${verdict.rule} ${verdict.name}\n${verdict[places].join('\n')}`).join('\n\n');

/** What a verdict says of a part of the page. */
function only(within, verdict) {
  const [failed, warned] = [verdict.failed, verdict.warned].map((places) => places.filter((place) => place.includes(within)));
  if (failed.length === verdict.failed.length && warned.length === verdict.warned.length) return verdict;
  return { ...verdict, failed, warned, outcome: failed.length ? 'failed' : warned.length ? 'warning' : 'passed' };
}

for (const language of ['da', 'en']) {
  for (const [name, bring] of Object.entries(everyScreen)) {
    test(`${name} (${language})`, async ({ page, site, complaints }, info) => {
      await bring(page, site);
      await linkToContent(page);
      await speak(page, language);
      await nothingFails(page, info);
      // Failures speak to the developer, too.
      complaints.mayCome();
    });
  }
}

/** The page around a widget needs a way past what comes before its content; that of the tests has none. */
async function linkToContent(page) {
  await page.evaluate(() => {
    document.querySelector('main').id = 'content';
    document.body.insertAdjacentHTML('afterbegin', '<a href="#content">Skip to the content</a>');
  });
}

for (const name of readdirSync(new URL('../../www/demo/', import.meta.url)).filter((name) => name.endsWith('.html'))) {
  test(`demo/${name}`, async ({ page, complaints }, info) => {
    await page.goto(`/demo/${name}`);
    if (name === 'inserted.html') await page.getByRole('button', { name: 'Vis selvvurderingen' }).press('Enter');
    const inside = name === 'iframe.html' ? page.frameLocator('iframe') : page;
    const widget = inside.locator('rokade-assessment').first();
    await widget.scrollIntoViewIfNeeded();
    await expect(widget.getByRole('heading').first()).toBeVisible();
    // The old intranet is ugly on purpose; of it only the widget has to hold.
    await nothingFails(page, info, { within: name === 'hostile.html' ? 'rokade-assessment' : '' });
    complaints.mayCome();
  });
}

test('embed.html, as it stands in a frame', async ({ page, complaints }, info) => {
  await page.goto('/embed.html?framework=frameworks/souschef.json&purpose=development&lang=da');
  await expect(page.locator('rokade-assessment').getByRole('heading', { name: framework.title.da })).toBeVisible();
  await nothingFails(page, info, { cannot: WIDGET_ALONE });
  complaints.mayCome();
});

for (const language of ['da', 'en']) {
  test(`the receipt, the page that a person saves (${language})`, async ({ page, site, complaints }, info) => {
    const person = await land(page, site, { name: 'keep' }, { answers: full(), language });
    for (const part of ['ShareResponses', 'ShareWishes', 'SharePlan', 'ShareEvidence']) await person.tick(person.word(part));
    const receipt = await person.saveText('SaveReceipt');
    site.routes = ({ pathname }) => (pathname === '/receipt.html' ? { body: receipt } : undefined);
    await page.goto('/receipt.html');
    await nothingFails(page, info, { cannot: WIDGET_ALONE });
    complaints.mayCome();
  });
}
