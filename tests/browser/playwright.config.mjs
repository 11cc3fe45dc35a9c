// Drives the system's Chromium over the real `dist/`; `cargo xtask test --only browser` builds it first.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: '../../target/browser-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // For slow machines that are shared; what waits, waits for something to happen and no longer.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  snapshotPathTemplate: 'aria/{arg}{ext}',
  forbidOnly: true,
  // A snapshot that is missing is written only when asked for.
  updateSnapshots: 'none',
  reporter: 'list',
  use: {
    locale: 'en',
    launchOptions: {
      executablePath: chromium(),
      // The same switches stand in xtask/src/test.rs. As root Chromium refuses to start with its sandbox.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-quic',
      ],
    },
  },
});

/** The browser named in `ROKADE_CHROMIUM`, or the first on the path. */
function chromium() {
  if (process.env.ROKADE_CHROMIUM) return process.env.ROKADE_CHROMIUM;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (existsSync(join(folder, name))) return join(folder, name);
    }
  }
  throw new Error('no Chromium on the path: install it, or name it in `ROKADE_CHROMIUM`');
}
