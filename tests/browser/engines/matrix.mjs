// The reporter: prints each failure as it comes, and at the end the matrix of situations and engines. It knows no test.

const WIDTH = 78;

export default class Matrix {
  #parts = new Map();
  #engines = [];
  #reasons = [];
  #failures = 0;
  #leftOut = [];

  /** @param {{ leftOut?: string[] }} options the engines that were asked not to be run */
  constructor({ leftOut = [] } = {}) {
    this.#leftOut = leftOut;
  }

  printsToStdio() {
    return true;
  }

  onBegin(config, suite) {
    this.#engines = config.projects.map(({ name }) => name);
    for (const test of suite.allTests()) this.#rowOf(test);
  }

  onStdOut(chunk) {
    process.stdout.write(chunk);
  }

  onStdErr(chunk) {
    process.stderr.write(chunk);
  }

  onError({ message, stack }) {
    console.error(stack ?? message);
  }

  onTestEnd(test, result) {
    const engine = engineOf(test);
    const { cells } = this.#rowOf(test);
    cells.set(engine, this.#cell(test, result, engine));
    const failed = !['passed', 'skipped'].includes(result.status);
    if (failed) this.#failures += 1;
    const { duration, status } = result;
    if (status !== 'skipped') console.log(`${failed ? 'FAILED' : '     ✓'} ${engine.padEnd(8)} ${test.title} (${(duration / 1000).toFixed(1)} s)`);
    if (failed) for (const { message, snippet, stack } of result.errors) console.log(`${message ?? stack}\n${snippet ?? ''}\n`);
  }

  onEnd() {
    const cell = (text) => text.padEnd(10);
    console.log(`\n${' '.repeat(WIDTH)}${this.#engines.map(cell).join('')}`);
    for (const [name, rows] of this.#parts) {
      console.log(`\n${name}`);
      for (const [title, { cells }] of rows) {
        const lines = wrap(title, WIDTH - 4);
        const last = lines.pop();
        for (const line of lines) console.log(`  ${line}`);
        console.log(`  ${last.padEnd(WIDTH - 2)}${this.#engines.map((engine) => cell(cells.get(engine) ?? 'not run')).join('')}`.trimEnd());
      }
    }
    if (this.#reasons.length) console.log('');
    this.#reasons.forEach((reason, place) => {
      const [first, ...rest] = wrap(reason, 100);
      console.log(`${`(${place + 1})`.padStart(5)} ${first}`);
      for (const line of rest) console.log(`      ${line}`);
    });
    if (this.#leftOut.length) console.log(`\nLeft out, as ROKADE_ENGINES says: ${this.#leftOut.join(', ')}`);
    console.log(this.#failures ? `\n${this.#failures} failed` : '\nall green');
  }

  #rowOf(test) {
    // Before the parts come the root, the engine and the file; a situation stands in a group of its own.
    const path = test.titlePath().slice(3);
    const title = path.pop();
    const name = path.filter(Boolean).join(' · ');
    if (!this.#parts.has(name)) this.#parts.set(name, new Map());
    const rows = this.#parts.get(name);
    if (!rows.has(title)) rows.set(title, { cells: new Map() });
    return rows.get(title);
  }

  #cell({ annotations }, { status }, engine) {
    const said = (type) => annotations.find((own) => own.type === `${type} ${engine}`)?.description;
    const cannot = said('cannot');
    if (cannot) return `can't ${this.#numberOf(`${engine} can't: ${cannot}`)}`;
    if (status === 'skipped') return 'not run';
    if (status !== 'passed') return 'FAILED';
    const note = said('note');
    return note ? `✓ ${this.#numberOf(`${engine}: ${note}`)}` : '✓';
  }

  #numberOf(reason) {
    if (!this.#reasons.includes(reason)) this.#reasons.push(reason);
    return `(${this.#reasons.indexOf(reason) + 1})`;
  }
}

const engineOf = (test) => test.parent.project().name;

function wrap(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    if (lines.at(-1).length + word.length + 1 > width) lines.push('');
    lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines;
}
