// The same situations in Chromium, Firefox and WebKit, each driven over WebDriver, on the real `dist/`;
// `cargo xtask test --only engines` builds it first. `ROKADE_ENGINES=chromium,firefox` runs fewer.
import { defineConfig } from '@playwright/test';
import { NAMES } from './engines/drivers.mjs';
import { PATIENCE } from './engines/page.mjs';

const wanted = (process.env.ROKADE_ENGINES || NAMES.join()).split(',').map((name) => name.trim());
const unknown = wanted.filter((name) => !NAMES.includes(name));
if (unknown.length) throw new Error(`ROKADE_ENGINES: there is no engine ${unknown.join(', ')}, only ${NAMES.join(', ')}`);

export default defineConfig({
  testDir: 'engines',
  testMatch: '*.situations.mjs',
  outputDir: '../../target/engines-results',
  fullyParallel: true,
  workers: 2,
  // For slow machines that are shared; what waits, waits for something to happen and no longer.
  timeout: 240_000,
  expect: { timeout: PATIENCE },
  forbidOnly: true,
  reporter: [['./engines/matrix.mjs', { leftOut: NAMES.filter((name) => !wanted.includes(name)) }], ['./failed.mjs']],
  // A row is tried once more, and the table says which. About one in 140 files that are saved never arrives from MiniBrowser,
  // in no row in particular and in none alone: there it is tried twice more.
  projects: wanted.map((engine) => ({ name: engine, use: { engine }, retries: engine === 'webkit' ? 2 : 1 })),
});
