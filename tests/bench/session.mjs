// One session with one candidate, in a browser profile of its own: two visits, answers, the way on, and the results. It
// takes the times; how many sessions there are and what is made of them is decided elsewhere.
import { LEVELS } from './candidates.mjs';
import { probe } from './probe.mjs';

/** An office laptop's window. */
const VIEWPORT = { width: 1366, height: 650 };

/** Longer than anything takes that still works. */
const PATIENCE = 120_000;

/** After so many milliseconds without a request there is none to come. */
const QUIET = 500;

/** More screens than stand between the last question and the results. */
const SCREENS_AT_MOST = 10;

/**
 * @typedef {{ name: string, cpu: number, network?: { latency: number, bitsPerSecond: number } }} Conditions
 *   how many times slower the page computes, and what its network is like
 */

/** @type {Conditions[]} */
export const CONDITIONS = [
  { name: 'unthrottled', cpu: 1 },
  { name: 'slow', cpu: 4, network: { latency: 150, bitsPerSecond: 1_600_000 } },
];

/**
 * @param {{
 *   browser: import('playwright-core').Browser,
 *   server: Awaited<ReturnType<typeof import('./server.mjs').serve>>,
 *   candidate: import('./candidates.mjs').Candidate,
 *   times: number,
 *   conditions: Conditions,
 *   again: boolean,
 *   untimed: number,
 *   answers: number,
 * }} options with `again` there is a second visit, from the cache; so many `answers` are timed, after some `untimed` ones
 * @returns {Promise<Record<string, any>>} the measures by name, each a number or a list of them
 */
export async function session({ browser, server, candidate, times, conditions, again, untimed, answers }) {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'da' });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript(probe, candidate.found);
  const errors = [];
  context.on('weberror', (error) => errors.push(error.error().stack));
  try {
    const url = server.url + candidate.page(times);
    const first = await visit(context, server, url, conditions);
    const measures = { ...load(first, candidate.input(times), conditions, ''), ...(await memoryOf(first)), requests: first.requests };
    let last = first;
    if (again) {
      await forget(first.page);
      await first.page.close();
      last = await visit(context, server, url, conditions);
      Object.assign(measures, load(last, candidate.input(times), conditions, 'again'));
    }
    await slowDown(last.cdp, conditions.cpu);
    const steps = await answerSome(last.page, untimed, answers);
    if (candidate.isWidget) steps.results = await goToResults(last, conditions);
    if (errors.length) throw new Error(`the page failed: ${errors.join('\n')}`);
    return { ...measures, ...steps };
  } catch (error) {
    throw new Error(`${candidate.name}, ${times} x, ${conditions.name}: ${error.message}`, { cause: error });
  } finally {
    await context.close();
  }
}

/** Opens the page, and comes back when the first question had been painted and nothing was asked for any more. */
async function visit(context, server, url, conditions) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  if (conditions.network) {
    const { latency, bitsPerSecond } = conditions.network;
    const throughput = bitsPerSecond / 8;
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput,
    });
  }
  await slowDown(cdp, conditions.cpu);
  server.takeSent();
  await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE });
  const marks = await inTime(page.evaluate(() => bench.load), 'the first question');
  const requests = await settled(page, server);
  return { page, cdp, marks, requests };
}

/** What was loaded, once nothing is on its way any more: what was sent has come, and for a while it stays so. */
async function settled(page, server) {
  const sent = [];
  const until = Date.now() + PATIENCE;
  for (let known = -1; ; ) {
    sent.push(...server.takeSent());
    const missing = sent.filter(({ status }) => status !== 200);
    if (missing.length) throw new Error(`not there: ${missing.map(({ path }) => path).join(', ')}`);
    const requests = await page.evaluate(() => bench.requests());
    const [served, received] = [sent, requests].map((all) => sum(all.map(({ bytes }) => bytes)));
    if (served === received && served === known) return requests;
    if (Date.now() > until) throw new Error(`${served} bytes were sent, and ${received} came`);
    known = served;
    await new Promise((done) => setTimeout(done, QUIET));
  }
}

const slowDown = (cdp, rate) => cdp.send('Emulation.setCPUThrottlingRate', { rate });

/** What a visit took. The page itself is the host's: its bytes aren't counted, only waited for. */
function load({ marks, requests }, input, { network }, again) {
  const name = (name) => again + (again ? name[0].toUpperCase() + name.slice(1) : name);
  const before = requests.filter(({ responseEnd }) => responseEnd <= marks.firstQuestion);
  const bytes = (requests) => sum(requests.map(({ bytes }) => bytes));
  const [, ...own] = requests;
  return {
    [name('firstScreen')]: marks.firstScreen,
    [name('firstQuestion')]: marks.firstQuestion,
    [name('bytes')]: bytes(own.filter((request) => before.includes(request))),
    [name('inputBytes')]: bytes(own.filter(({ path }) => path === input)),
    [name('allBytes')]: bytes(own),
    [name('allRequests')]: own.filter(({ bytes }) => bytes > 0).length,
    ...(network && { [name('limit')]: roundTrips(before) * network.latency + (bytes(before) * 8 * 1000) / network.bitsPerSecond }),
  };
}

/** How many round trips stand one behind the other: a request that was made once another was answered may have had to wait. */
export function roundTrips(requests) {
  const sent = requests.filter(({ bytes }) => bytes > 0).sort((one, two) => one.requestStart - two.requestStart);
  const depths = [];
  for (const [place, { requestStart }] of sent.entries()) {
    const before = sent.slice(0, place).map((other, at) => (other.responseEnd <= requestStart ? depths[at] : 0));
    depths.push(1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depths);
}

/** What the page holds in memory, once what isn't needed any more is gone. */
async function memoryOf({ page, cdp }) {
  await slowDown(cdp, 1);
  await page.evaluate(() => bench.load);
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { heap: usedSize, wasmMemory: await page.evaluate(() => bench.wasmMemory()) };
}

/** The next visit is a new person's, with a browser that has been here. */
async function forget(page) {
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
}

/** Answers the first questions in order, goes on where no question is left, and takes the times of both. */
async function answerSome(page, untimed, answers) {
  const measures = { answer: [], forward: [] };
  for (let count = 0; count < untimed + answers; ) {
    if (await page.evaluate(() => bench.hasQuestion())) {
      const took = await press(page, () => page.evaluate((level) => bench.answerAt(level), LEVELS[count % LEVELS.length]));
      if (count >= untimed) measures.answer.push(took);
      count += 1;
    } else {
      measures.forward.push(await goOn(page));
    }
  }
  // Where many questions stand on a page, none was turned.
  if (measures.forward.length === 0) measures.forward.push(await goOn(page));
  return measures;
}

/** Answers all that is left, untimed, and goes on; the time from the press that leads to the results. */
async function goToResults({ page, cdp }, conditions) {
  await slowDown(cdp, 1);
  await inTime(page.evaluate((levels) => bench.answerAll(levels), LEVELS), 'the end of the questions');
  await slowDown(cdp, conditions.cpu);
  for (let screens = 0; screens < SCREENS_AT_MOST; screens++) {
    const took = await goOn(page);
    if (await page.evaluate(() => bench.results() > 0)) return took;
  }
  throw new Error(`the results never came; the last screen is\n${await page.evaluate(() => bench.screen())}`);
}

/** Presses the button that leads on; the time until the next screen is painted. */
function goOn(page) {
  return press(page, () => page.evaluate(() => bench.forwardAt()), { another: true });
}

async function press(page, where, options) {
  const { x, y } = await where();
  await page.evaluate((options) => bench.time(options), options);
  await page.mouse.click(x, y);
  const took = await inTime(page.evaluate(() => bench.timed()), 'what a press leads to');
  if (typeof took !== 'number') throw new Error(took.error);
  return took;
}

/** A promise that is kept in time, or an error. */
async function inTime(promise, what) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} didn't come within ${PATIENCE / 1000} s`)), PATIENCE);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function sum(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}
