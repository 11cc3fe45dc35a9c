// Alfa, Siteimprove's rules, asked of a page that Playwright has brought where it is wanted. It knows no page and no test.
import { Audit, Outcome } from '@siteimprove/alfa-act';
import { Playwright } from '@siteimprove/alfa-playwright';
import rules from '@siteimprove/alfa-rules';
import { Conformance, Criterion } from '@siteimprove/alfa-wcag';

/** Criteria of level AAA are not asked for by law, and rules without a criterion are advice. */
const asked = rules.filter((rule) => [...rule.requirements].some((requirement) => Criterion.isCriterion(requirement) && Conformance.isAA()(requirement)));

/**
 * What Alfa says of a document: a page's, or a frame's in it.
 *
 * @param {import('@playwright/test').Frame} frame
 * @returns {Promise<import('./verdict.mjs').Verdict[]>}
 */
export async function alfa(frame) {
  const page = await Playwright.toPage(await frame.evaluateHandle(() => window.document));
  const outcomes = [...(await Audit.of(page, asked).evaluate())];
  return [...asked].map((rule) => {
    const own = outcomes.filter((outcome) => outcome.rule.uri === rule.uri);
    const failed = own.filter(Outcome.isFailed).map(told);
    const warned = own.filter(Outcome.isCantTell).map(told);
    const outcome = failed.length ? 'failed' : warned.length ? 'warning' : own.some(Outcome.isPassed) ? 'passed' : 'inapplicable';
    return { rule: rule.uri.split('/').pop().toUpperCase(), name: rule.uri, outcome, failed, warned };
  });
}

/** Where something was found, and why. */
const told = (outcome) => {
  const why = outcome.expectations ? [...outcome.expectations].map(([, result]) => result.getErrUnsafe?.().message ?? '').join(' ') : outcome.diagnostic.message;
  return `${why}\n  ${String(outcome.target).replace(/\s+/g, ' ').slice(0, 300)}`;
};
