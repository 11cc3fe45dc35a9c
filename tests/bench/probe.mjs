// What runs in the page that is measured: it notices what was painted, and when. It knows a candidate by what every
// candidate has, radio buttons, headings and a button that leads on, so that other words and other screens change nothing.

/**
 * Runs before the page's own scripts, as text: it may use nothing from outside.
 *
 * @param {{ root: string, headings: string, forward: string, choices: number }} candidate where the candidate is drawn, also
 *   when that is a shadow root; what tells one screen from another; its button that leads on; how many choices a question
 *   has at least
 */
export function probe({ root: where, headings, forward: onward, choices }) {
  const root = () => {
    const found = document.querySelector(where);
    return found?.shadowRoot ?? found;
  };
  /** The memories of all wasm; a second part has that of the first. */
  const memories = new Set();
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...values) => {
    const result = await instantiate.apply(WebAssembly, values);
    const { memory } = (result.instance ?? result).exports;
    if (memory) memories.add(memory);
    return result;
  };

  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  const forward = () => [...(root()?.querySelectorAll(onward) ?? [])].find(isSeen);

  /** The questions on the screen: radio buttons of one name, as many as a question has choices. */
  function questions() {
    const radios = root()?.querySelectorAll('input[type=radio]') ?? [];
    if (radios.length < choices) return [];
    return Object.values(Object.groupBy(radios, ({ name }) => name)).filter((group) => group.length >= choices);
  }
  const isOpen = (question) => !question.some(({ checked }) => checked);

  const screen = () => [...(root()?.querySelectorAll(headings) ?? [])].map(({ textContent }) => textContent).join('\n');

  /** The time at which the first frame had been painted in which this is so. */
  async function painted(isThere) {
    for (;;) {
      await new Promise(requestAnimationFrame);
      if (isThere()) break;
    }
    // The next task comes when the frame is done.
    const { port1, port2 } = new MessageChannel();
    const done = new Promise((done) => (port1.onmessage = () => done(performance.now())));
    port2.postMessage(undefined);
    return done;
  }

  /** Lets all that waits run, once. */
  function turn() {
    const { port1, port2 } = new MessageChannel();
    const done = new Promise((done) => (port1.onmessage = () => done(undefined)));
    port2.postMessage(undefined);
    return done;
  }

  async function until(isSo, what) {
    for (let turns = 0; !isSo(); turns++) {
      if (turns < 100) await turn();
      else if (turns < 1000) await new Promise(requestAnimationFrame);
      else throw new Error(`never came: ${what} after\n${screen()}`);
    }
  }

  let progress = { answered: 0, total: Infinity };
  let results = 0;
  addEventListener('rokade-progress', ({ detail }) => (progress = detail));
  addEventListener('rokade-results', () => (results += 1));

  let timed;

  globalThis.bench = {
    /** How many bytes the memories of all wasm have. */
    wasmMemory: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),

    /** When the first screen had been painted, and the first question that can be answered; whoever sees a screen before it leads on at once. */
    load: (async () => {
      let isQuestion = false;
      const isScreen = () => (isQuestion = questions().length > 0) || forward();
      const firstScreen = await painted(isScreen);
      let firstQuestion = firstScreen;
      while (!isQuestion) {
        const before = screen();
        forward().click();
        firstQuestion = await painted(() => isScreen() && (isQuestion || screen() !== before));
      }
      return { firstScreen, firstQuestion };
    })(),

    /** What was loaded until then, the page first. */
    requests: () =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .filter(({ name }) => name.startsWith(location.origin))
        .map(({ name, requestStart, responseEnd, encodedBodySize, transferSize }) => ({
          path: new URL(name).pathname,
          requestStart,
          responseEnd,
          // What comes from the cache takes no bytes.
          bytes: transferSize > 0 ? encodedBodySize : 0,
        })),

    hasQuestion: () => questions().some(isOpen),
    results: () => results,
    screen,

    /** Where to press to give this answer to the first open question. */
    answerAt(place) {
      const question = questions().find(isOpen);
      if (!question) throw new Error(`there is no open question on\n${screen()}`);
      const radio = question[place % question.length];
      return pointOf(radio.closest('label') ?? radio);
    },
    forwardAt: () => pointOf(forward()),

    /** From the next press on, takes the time until the next frame is painted; with `another`, until another screen is. */
    time({ another = false } = {}) {
      const before = screen();
      const radios = [...(root()?.querySelectorAll('input[type=radio]:checked') ?? [])].length;
      timed = new Promise((done) => {
        const hear = ({ isTrusted, timeStamp }) => {
          if (!isTrusted) return;
          removeEventListener('click', hear, true);
          const isThere = another ? () => screen() !== before : () => true;
          painted(isThere).then((end) => {
            const checked = root().querySelectorAll('input[type=radio]:checked').length;
            done(another || checked > radios ? end - timeStamp : { error: 'the press gave no answer' });
          });
        };
        addEventListener('click', hear, true);
      });
    },
    timed: () => timed,

    /** Answers all that is asked, as fast as it can, until the last answer is given and its screen is left. */
    async answerAll(levels) {
      for (let place = 0; ; place++) {
        const question = questions().find(isOpen);
        if (question) {
          const radio = question[levels[place % levels.length]];
          radio.click();
          await until(() => !radio.isConnected || radio.checked, 'the answer');
        } else if (progress.answered >= progress.total && questions().length === 0) {
          return;
        }
        const before = screen();
        forward().click();
        await until(() => screen() !== before, 'another screen');
      }
    },
  };

  /** Brings an element into view and tells where to press on it, once what is drawn above it is there. */
  async function pointOf(element) {
    for (let tries = 0; tries < 200; tries++) {
      element.scrollIntoView({ block: 'center' });
      await painted(() => true);
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + Math.min(24, width / 2), top + height / 2];
      await painted(() => true);
      let found = document.elementFromPoint(x, y);
      while (found?.shadowRoot) found = found.shadowRoot.elementFromPoint(x, y);
      if (element.contains(found)) return { x, y };
    }
    throw new Error(`something covers \`${element.textContent.trim()}\``);
  }
}
