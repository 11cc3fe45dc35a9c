// The browser of tests/browser, for what is built and served here: one test after the other, since npm, bundlers and
// compilers fill the machine by themselves.
import base from '../browser/playwright.config.mjs';

export default {
  ...base,
  testDir: '.',
  outputDir: '../../target/package-results',
  reporter: [['list'], ['../browser/failed.mjs']],
  globalSetup: './install.mjs',
  fullyParallel: false,
  workers: 1,
  timeout: 180_000,
};
