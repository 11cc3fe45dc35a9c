// What a screen reader says on the main journeys, in Chromium, Firefox and WebKit, on the real `dist/`;
// `cargo xtask test --only heard` builds it first. `ROKADE_ENGINES=chromium,firefox` runs fewer.
// `ROKADE_BLESS=1` keeps what is heard, and `ROKADE_BLESS=more` after it, a few times, marks what isn't always said.
import engines from '../browser/engines.config.mjs';

const [[, matrix]] = engines.reporter;

export default {
  ...engines,
  testDir: '.',
  testMatch: '*.journeys.mjs',
  reporter: [['../browser/engines/matrix.mjs', matrix], ['../browser/failed.mjs']],
  outputDir: '../../target/heard-results',
  // Each worker has a desk of its own; on one of them journeys follow each other.
  fullyParallel: true,
  // See attempts.mjs.
  projects: engines.projects.map((project) => ({ ...project, retries: 3 })),
};
