// No screen breaks a rule that a machine can check, in either language, and in the light, the dark and forced colours.
import AxeBuilder from '@axe-core/playwright';
import { everyScreen } from './beside.mjs';
import { speak } from './screens.mjs';
import { expect, test } from './site.mjs';

/** The only rule of WCAG 2.2 is off unless asked for, and so is the one about names that don't hold what is shown. */
const RULES = {
  resultTypes: ['violations'],
  rules: Object.fromEntries(
    ['target-size', 'color-contrast', 'label-content-name-mismatch'].map((rule) => [rule, { enabled: true }]),
  ),
};

const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
};

// In pairs: every screen in both languages and in all three themes, and each language in each theme on every other screen.
Object.entries(everyScreen).forEach(([name, bring], place) => {
  test(`axe finds nothing wrong with ${name}`, async ({ page, site, complaints }) => {
    test.slow();
    await bring(page, site);
    // Failures speak to the developer, too; what they say is tested elsewhere.
    complaints.mayCome();
    const found = [];
    for (const [turn, theme] of Object.keys(THEMES).entries()) {
      const language = (place + turn) % 2 ? 'en' : 'da';
      await speak(page, language);
      await page.emulateMedia({ ...THEMES[theme], reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).options(RULES).analyze();
      for (const { id, nodes } of violations) {
        for (const { target, failureSummary } of nodes) found.push({ language, theme, id, target: target.join(' '), failureSummary });
      }
    }
    expect(found).toEqual([]);
  });
});
