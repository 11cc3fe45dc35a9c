// The reporter: prints for each tool a table of pages and rules, and for each rule that fails or warns where and how often.
// It knows no page and no tool.

const MARKS = { passed: '✓', warning: '!', failed: 'F', inapplicable: '·' };

/** What a rule of each tool is called by, and how the tool's table is headed. */
const TOOLS = [
  [/^QW-ACT-R/, 'QualWeb, ACT rules'],
  [/^QW-WCAG-T/, 'QualWeb, WCAG techniques'],
  [/^SIA-R/, 'Alfa'],
];

/** The kind of attachment in which a test hands over what the tools said: a list of verdicts as JSON. */
export const VERDICTS = 'verdicts';

export default class Table {
  /** What the tools said of each page. @type {Map<string, import('./verdict.mjs').Verdict[]>} */
  #pages = new Map();
  #failures = 0;

  printsToStdio() {
    return true;
  }

  onBegin(_, suite) {
    // In the order in which they are declared, whichever is done first.
    for (const test of suite.allTests()) this.#pages.set(test.title, []);
  }

  onStdOut(chunk) {
    process.stdout.write(chunk);
  }

  onStdErr(chunk) {
    process.stderr.write(chunk);
  }

  onError({ message, stack }) {
    this.#failures += 1;
    console.error(stack ?? message);
  }

  onTestEnd(test, { attachments, duration, errors, status }) {
    const verdicts = attachments.filter(({ name }) => name === VERDICTS).flatMap(({ body }) => JSON.parse(String(body)));
    this.#pages.set(test.title, verdicts);
    if (status === 'skipped') return;
    const failed = status !== 'passed';
    if (failed) this.#failures += 1;
    console.log(`${failed ? 'FAILED' : '     ✓'} ${test.title} (${(duration / 1000).toFixed(1)} s)`);
    for (const { message, stack } of errors) console.log(message ?? stack);
  }

  onEnd() {
    const looked = [...this.#pages].filter(([, verdicts]) => verdicts.length);
    for (const [form, tool] of TOOLS) this.#print(tool, form, looked);
    console.log(this.#failures ? `\n${this.#failures} failed` : `\nnothing failed on ${looked.length} pages`);
  }

  #print(tool, form, looked) {
    const own = looked.map(([page, verdicts]) => [page, verdicts.filter(({ rule }) => form.test(rule))]);
    const applied = own.flatMap(([, verdicts]) => verdicts).filter(({ outcome }) => outcome !== 'inapplicable');
    const numbers = [...new Set(applied.map(({ rule }) => Number(rule.replace(form, ''))))].sort((one, other) => one - other);
    if (!numbers.length) return;
    const title = Math.max(...own.map(([page]) => page.length)) + 2;

    console.log(`\n${tool}: ${Object.entries(MARKS).map(([outcome, mark]) => `${mark} ${outcome}`).join(', ')}`);
    for (let digit = 2; digit >= 0; digit--) {
      console.log(''.padEnd(title) + numbers.map((number) => String(number).padStart(3)[2 - digit]).join(''));
    }
    for (const [page, verdicts] of own) {
      const marks = numbers.map((number) => MARKS[verdicts.find(({ rule }) => Number(rule.replace(form, '')) === number)?.outcome] ?? ' ');
      console.log(page.padEnd(title) + marks.join(''));
    }
    for (const outcome of ['failed', 'warning']) {
      const told = new Map();
      for (const verdict of applied.filter((verdict) => verdict.outcome === outcome)) told.set(verdict.rule, [...(told.get(verdict.rule) ?? []), verdict.name]);
      for (const [rule, names] of told) console.log(`  ${outcome} on ${names.length} of ${own.length}: ${rule} ${names[0]}`);
    }
  }
}
