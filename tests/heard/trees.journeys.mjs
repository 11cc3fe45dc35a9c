// Every screen as each engine gives it to assistive technology on this machine, by AT-SPI: the trees in `trees/` are to be
// read. They are in Danish; that both languages say the same is for the ARIA snapshots. `ROKADE_BLESS=1` keeps what is there.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { everyScreen } from '../browser/beside.mjs';
import { forget } from '../browser/engines/situation.mjs';
import { program } from '../browser/programs.mjs';
import { small } from '../browser/words.mjs';
import { attemptsAt } from './attempts.mjs';
import { expect, test } from './listening.mjs';

/** How long a tree may take to become what was kept, or to stay as it is. */
const PATIENCE = 8_000;
const LONG = 900_000;

const isBlessed = Boolean(process.env.ROKADE_BLESS);
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const folder = (engine) => fileURLToPath(new URL(`trees/${engine}/`, import.meta.url));
const fileOf = (name) => `${name.replace(/\W+/g, '-')}.txt`;

/** The interpreter that Orca runs in has what speaks AT-SPI. */
function interpreter() {
  const [first] = readFileSync(program('ORCA', ['orca']), 'utf8').split('\n');
  return first.replace(/^#!\s*/, '').split(' ').at(-1);
}

/** The tree of the page that is shown at the desk. */
async function tree(desk) {
  const env = { ...process.env, ...desk.environment };
  const { stdout } = await promisify(execFile)(interpreter(), [fileURLToPath(new URL('tree.py', import.meta.url))], { env, maxBuffer: 1 << 24 });
  return stdout;
}

/** The tree once it is what was kept; else once it stays as it is. */
async function settled(desk, kept) {
  const end = Date.now() + PATIENCE;
  let [before, same] = ['', 0];
  for (;;) {
    const now = await tree(desk);
    if (now === kept) return now;
    same = now === before ? same + 1 : 0;
    before = now;
    const isStill = same >= 3 && (kept === undefined || isBlessed);
    if (isStill || Date.now() > end) return now;
    await pause(150);
  }
}

test(`every screen as the engine gives it to assistive technology (${Object.keys(everyScreen).length} screens)`, async ({ listening, page, site, engine }, info) => {
  test.setTimeout(LONG);
  const attempts = attemptsAt(info);
  const other = [];
  for (const [name, bring] of Object.entries(everyScreen)) {
    if (attempts.has(name)) continue;
    site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? { body: JSON.stringify(small) } : undefined);
    await brought(() => bring(page, site), () => forget(page, site));
    const path = folder(engine) + fileOf(name);
    const kept = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    const now = await settled(listening.desk, kept);
    if (isBlessed) {
      mkdirSync(folder(engine), { recursive: true });
      writeFileSync(path, now);
    } else if (now === kept) {
      attempts.add(name);
    } else {
      other.push(`${name}\n${difference(kept ?? '', now)}`);
    }
    await forget(page, site);
  }
  expect(readdirSync(folder(engine)).sort(), 'every tree belongs to a screen').toEqual(Object.keys(everyScreen).map(fileOf).sort());
  expect(other.join('\n\n'), 'trees are others than were kept; are they right, then ROKADE_BLESS=1 keeps them').toBe('');
});

/** Goes to a screen; once in a while a click is lost at a desk, and the way is gone once more. */
async function brought(bring, forget) {
  try {
    await bring();
  } catch (error) {
    console.log(`once more, since ${error.message.split('\n')[0]}`);
    await forget();
    await bring();
  }
}

/** The lines that only one of two texts has. */
function difference(kept, now) {
  const [before, after] = [kept, now].map((text) => text.split('\n'));
  const gone = before.filter((line) => !after.includes(line)).map((line) => `- ${line}`);
  return [...gone, ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`)].join('\n');
}
