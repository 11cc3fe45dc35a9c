// The reporter: prints each failure as it comes, and at the end the matrix of situations and engines. It knows no test.

const WIDTH = 78;

export default class Matrix {
  #parts = new Map();
  #engines = [];
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
    if (failed && result.retry === test.retries) this.#failures += 1;
    const { duration, status } = result;
    if (status !== 'skipped') console.log(`${failed ? 'FAILED' : '     ✓'} ${engine.padEnd(8)} ${test.title} (${(duration / 1000).toFixed(1)} s)`);
    if (failed) for (const { message, snippet, stack } of result.errors) console.log(`${message ?? stack}\n${snippet ?? ''}\n`);
  }

  onEnd() {
    /** What is told below the table, with the engines that it is told of. */
    const told = new Map();
    const shown = (engine, { text, said } = { text: 'not run' }) => {
      if (!said) return text;
      if (!told.has(said)) told.set(said, new Set());
      told.get(said).add(engine);
      return `${text} (${[...told.keys()].indexOf(said) + 1})`;
    };
    const line = (start, cells) => console.log((start.padEnd(WIDTH) + cells.map((text) => text.padEnd(12)).join('')).trimEnd());

    console.log('');
    line('', this.#engines);
    for (const [name, rows] of this.#parts) {
      console.log(`\n${name}`);
      for (const [title, { cells }] of rows) {
        const lines = wrap(title, WIDTH - 4);
        const last = lines.pop();
        for (const first of lines) console.log(`  ${first}`);
        line(`  ${last}`, this.#engines.map((engine) => shown(engine, cells.get(engine))));
      }
    }
    console.log('');
    [...told].forEach(([said, engines], place) => {
      const [first, ...rest] = wrap(`${[...engines].join(', ')}: ${said}`, 100);
      console.log(`${`(${place + 1})`.padStart(5)} ${first}`);
      for (const more of rest) console.log(`      ${more}`);
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

  #cell({ annotations: declared }, { annotations: more, status, retry }, engine) {
    const annotations = [...declared, ...(more ?? [])];
    const told = (kind) => annotations.find(({ type }) => type === `${kind} ${engine}`)?.description;
    const passed = ['✓', told('amount')].filter(Boolean).join(' ');
    const cannot = told('cannot');
    if (cannot) return { text: "can't", said: cannot };
    if (status === 'skipped') return { text: 'not run' };
    if (status !== 'passed') return { text: 'FAILED' };
    return retry ? { text: passed, said: 'only when tried again; what went wrong the first time is printed above' } : { text: passed, said: told('note') };
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
