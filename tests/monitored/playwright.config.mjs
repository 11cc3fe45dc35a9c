// The rules of two tools that supervisors use, over every page that we show; `cargo xtask test --only monitored` builds
// `dist/` first. The browser is that of tests/browser.
import base from '../browser/playwright.config.mjs';

export default {
  ...base,
  testDir: '.',
  outputDir: '../../target/monitored-results',
  // Some rules look at a narrow window, and each page is asked some hundred questions.
  timeout: 180_000,
  reporter: [['./table.mjs'], ['../browser/failed.mjs']],
  // The tools put their own scripts into the page, which the strictest policy forbids.
  use: { ...base.use, bypassCSP: true },
};
