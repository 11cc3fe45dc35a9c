// Drives the system's Chromium over the real `dist/`; `cargo xtask test --only browser` builds it first.
import { defineConfig } from '@playwright/test';
import { program, SWITCHES } from './programs.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: '../../target/browser-results',
  fullyParallel: true,
  workers: 2,
  // A machine that others use too loses a key once in a thousand tests. What passes only when tried again is told at the end,
  // with how it failed.
  retries: 1,
  // For slow machines that are shared; what waits, waits for something to happen and no longer.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  snapshotPathTemplate: 'aria/{arg}{ext}',
  forbidOnly: true,
  // A snapshot that is missing is written only when asked for.
  updateSnapshots: 'none',
  reporter: [['list'], ['./failed.mjs']],
  use: {
    locale: 'en',
    launchOptions: {
      executablePath: program('ROKADE_CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
      args: SWITCHES,
    },
  },
});
