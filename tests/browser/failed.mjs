// The reporter: leaves the names of the tests that failed, and of those that passed only when tried again, each with how it
// failed, in `failed.txt` beside what the tests leave; `cargo xtask test` prints them last. It knows no test.
import { writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** How much of a failure is told; the whole stands where it happened. */
const LINES = 30;

export default class Failed {
  #suite;
  #folder;

  printsToStdio() {
    return false;
  }

  onBegin({ projects: [{ outputDir }] }, suite) {
    this.#suite = suite;
    this.#folder = outputDir;
  }

  onEnd() {
    const told = this.#suite
      .allTests()
      .filter((test) => ['unexpected', 'flaky'].includes(test.outcome()))
      .map((test) => `${test.outcome() === 'flaky' ? 'only when tried again: ' : ''}${test.titlePath().filter(Boolean).join(' › ')}\n${failures(test)}`);
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(join(this.#folder, 'failed.txt'), told.join(''));
  }
}

const failures = ({ results }) =>
  results
    .flatMap(({ errors }) => errors)
    .map(({ message = '' }) => stripVTControlCharacters(message).split('\n').slice(0, LINES).map((line) => `  ${line}\n`).join(''))
    .join('');
