// What is said and shown comes by a bus that others use too: once in a while something is lost, or comes late, but not the
// same thing each time a test is tried. So what one attempt has found as it was kept needn't be found again by the next.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What the attempts at this test, this one and those before it, have found as it was kept.
 *
 * @param {import('@playwright/test').TestInfo} info
 */
export function attemptsAt({ project, testId, retry }) {
  const path = join(project.outputDir, 'found', `${testId}.json`);
  const found = new Set(retry && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : []);
  return {
    has: (what) => found.has(what),
    add(what) {
      found.add(what);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify([...found]));
    },
  };
}
