// No screen breaks a rule that a machine can check, in either language and either theme.
import AxeBuilder from '@axe-core/playwright';
import { screens } from './screens.mjs';
import { expect, test } from './site.mjs';

/** The only rule of WCAG 2.2 is off unless asked for, and so is the one about names that don't hold what is shown. */
const RULES = {
  resultTypes: ['violations'],
  rules: Object.fromEntries(
    ['target-size', 'color-contrast', 'label-content-name-mismatch'].map((rule) => [rule, { enabled: true }]),
  ),
};

for (const [name, bring] of Object.entries(screens)) {
  test(`axe finds nothing wrong with ${name}`, async ({ page, site, complaints }) => {
    await bring(page, site);
    // Failures speak to the developer, too; what they say is tested elsewhere.
    complaints.splice(0);
    const found = [];
    for (const language of ['da', 'en']) {
      await page.evaluate((language) => (document.documentElement.lang = language), language);
      await expect(page.locator('rokade-assessment').locator(`[lang=${language}]`).first()).toBeAttached();
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { violations } = await new AxeBuilder({ page }).options(RULES).analyze();
        for (const { id, nodes } of violations) {
          for (const { target, failureSummary } of nodes) found.push({ language, colorScheme, id, target: target.join(' '), failureSummary });
        }
      }
    }
    expect(found).toEqual([]);
  });
}
