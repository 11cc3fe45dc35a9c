// QualWeb, by which Danish authorities are monitored: its ACT rules and its WCAG techniques, asked of a page that Playwright
// has brought where it is wanted. By itself QualWeb only opens addresses, and most screens have none.
// It knows no page and no test.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ACTRules } = require('@qualweb/act-rules');
const { WCAGTechniques } = require('@qualweb/wcag-techniques');

/** What the rules stand on, in the order in which QualWeb itself puts them into a page. */
const SCRIPTS = ['@qualweb/qw-page', '@qualweb/util', '@qualweb/locale'];

/** Criteria of level AAA are not asked for by law. */
const LEVELS = { levels: ['A', 'AA'] };

/**
 * What QualWeb says of a page, or of a frame in it.
 *
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').Frame} [frame]
 * @returns {Promise<import('./verdict.mjs').Verdict[]>}
 */
export async function qualweb(page, frame = page.mainFrame()) {
  for (const script of SCRIPTS) await frame.addScriptTag({ path: require.resolve(script) });
  const sourceHtml = await frame.evaluate(async () => (await fetch(location.href)).text());
  const asked = standIn(page, frame);
  const verdicts = [];
  for (const module of [new ACTRules(LEVELS), new WCAGTechniques(LEVELS)]) {
    const { assertions } = await module.execute(asked, 'en', { sourceHtml, newTabWasOpen: false });
    verdicts.push(...Object.values(assertions).map(verdictOf));
  }
  return verdicts;
}

/** A page as QualWeb's modules know it. */
const standIn = (page, frame) => ({
  addEvaluationScript: (module) => frame.addScriptTag({ path: require.resolve(module) }),
  // What is handed over is read by position.
  evaluate: (work, ...values) => frame.evaluate(`(${work})(...${JSON.stringify(values)})`),
  getViewport: () => page.viewportSize(),
  setViewport: ({ resolution }) => page.setViewportSize(resolution),
});

function verdictOf({ code, name, metadata, results }) {
  const of = (verdict) => results.filter((result) => result.verdict === verdict).map(told);
  return { rule: code, name, outcome: metadata.outcome, failed: of('failed'), warned: of('warning') };
}

const told = ({ resultCode, description, elements }) =>
  `${resultCode} ${description} ${(elements ?? []).map(({ pointer, htmlCode }) => `\n  ${pointer}\n  ${htmlCode?.slice(0, 300)}`).join('')}`;
