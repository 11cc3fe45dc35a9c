// What 200 mounts leave behind, counted by Chromium once it has thrown away what nobody holds: no listener, no node, no
// byte of the wasm's memory, and of the scripts' memory no more than its own noise.
import { word, framework } from './words.mjs';
import { expect, test } from './site.mjs';

const TIMES = 200;

/** The scripts' memory may grow by this much a mount: counters and code that is compiled meanwhile. */
const NOISE = 512;

/** What is done between putting an element in the page and taking it away. */
const ACTS = {
  'as soon as they are ready': () => {},
  'in the middle of a journey, with a question open': async ({ element, words }) => {
    const { shadowRoot } = element;
    // What a person does is drawn once the event is over, and the focus moves after that.
    const drawn = async () => {
      for (let task = 0; task < 3; task++) await new Promise((done) => setTimeout(done));
    };
    const press = (name) => {
      const button = [...shadowRoot.querySelectorAll('button')].find(({ textContent }) => textContent === name);
      if (!button) throw new Error(`there is no button ${name}`);
      button.focus();
      button.click();
      return drawn();
    };
    shadowRoot.querySelectorAll('[type=radio]')[0].click();
    await press(words.Begin);
    shadowRoot.querySelectorAll('.question [type=radio]')[2].click();
    await press(words.Continue);
    await press(words.DeleteAnswers);
    if (!shadowRoot.querySelector('[data-focus=deletion]')) throw new Error('nothing is asked');
  },
  'once they were moved': async ({ element }) => {
    const box = document.createElement('div');
    document.body.append(box);
    box.append(element);
    await Promise.resolve();
    box.remove();
  },
};

/** Opens a page and hands over what counts there. */
async function counting(page, site) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.enable');
  await page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...values) => {
      const instance = await instantiate.apply(WebAssembly, values);
      // The second part uses that of the first.
      window.memory = instance.exports.memory ?? window.memory;
      return instance;
    };
    /** An element that is loaded at once, from a framework at hand. */
    window.make = (framework) => {
      const element = document.createElement('rokade-assessment');
      const settings = { eager: true, purpose: 'development', rater: 'self', storage: 'none', framework };
      return Object.assign(element, settings);
    };
  });
  await page.goto(site.show(''));
  return async () => {
    // What the first round lets go of may hold what the second can throw away.
    for (let round = 0; round < 3; round++) {
      await devtools.send('HeapProfiler.collectGarbage');
      await page.evaluate(() => new Promise((done) => setTimeout(done)));
    }
    const { metrics } = await devtools.send('Performance.getMetrics');
    const metric = (wanted) => metrics.find(({ name }) => name === wanted).value;
    return {
      listeners: metric('JSEventListeners'),
      nodes: metric('Nodes'),
      documents: metric('Documents'),
      wasm: await page.evaluate(() => window.memory?.buffer.byteLength ?? 0),
      heap: metric('JSHeapUsedSize'),
    };
  };
}

/** How much more there is now. */
const grown = (before, after) => Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - before[name]]));

/** Yew keeps one element of each kind that it has drawn, to make the next as a copy of it. */
const KINDS = 60;

const NOTHING = { listeners: 0, nodes: 0, documents: 0, wasm: 0 };

async function mount(page, times, act) {
  const words = Object.fromEntries(['Begin', 'Continue', 'DeleteAnswers'].map((key) => [key, word('da', key)]));
  await page.evaluate(
    async ([framework, words, act, times]) => {
      const work = eval(act);
      for (let time = 0; time < times; time++) {
        const element = window.make(framework);
        const ready = new Promise((done) => element.addEventListener('rokade-ready', done, { once: true }));
        document.body.append(element);
        await ready;
        await work({ element, words });
        element.remove();
        await new Promise((done) => setTimeout(done));
      }
    },
    [framework, words, `(${act})`, times],
  );
}

for (const [name, act] of Object.entries(ACTS)) {
  test(`${TIMES} elements taken away ${name} leave nothing`, async ({ page, site }) => {
    const count = await counting(page, site);
    // One mount of the plainest kind stays in the browser's own caches, as do those that warm up the memory.
    await mount(page, 20, ACTS['as soon as they are ready']);
    const plain = await count();
    await mount(page, 20, act);
    const warm = await count();
    const { nodes, ...first } = grown(plain, warm);
    expect(first, 'after the first ones').toMatchObject({ listeners: 0, documents: 0 });
    expect(nodes, 'after the first ones').toBeLessThan(KINDS);
    await mount(page, TIMES, act);
    const { heap, ...rest } = grown(warm, await count());
    expect(rest).toEqual(NOTHING);
    expect(heap / TIMES, `bytes of the scripts' memory a mount, of at most ${NOISE}`).toBeLessThan(NOISE);
  });
}

test(`${TIMES} elements taken away while they load leave nothing, and one that returns starts`, async ({ page, site }) => {
  let arrive;
  const arrived = new Promise((done) => (arrive = done));
  site.routes = ({ pathname }) => (pathname === '/rokade.wasm' ? { delay: arrived } : undefined);
  const count = await counting(page, site);
  const load = (times) =>
    page.evaluate(
      async ([framework, times]) => {
        for (let time = 0; time < times; time++) {
          const element = window.make(framework);
          document.body.append(element);
          await new Promise((done) => setTimeout(done));
          element.remove();
          window.last = element;
        }
      },
      [framework, times],
    );
  await load(20);
  const before = await count();
  await load(TIMES);
  // Those that wait for the wasm are held by it until it is there.
  arrive();
  await page.waitForFunction(() => window.memory);
  await expect.poll(async () => (await count()).nodes - before.nodes).toBeLessThanOrEqual(0);
  expect((await count()).listeners - before.listeners).toBeLessThanOrEqual(0);
  await page.evaluate(() => document.body.append(window.last));
  await expect(page.locator('rokade-assessment').getByRole('heading', { name: framework.title.da })).toBeVisible();
});
