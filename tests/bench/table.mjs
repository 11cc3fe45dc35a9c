// What the sessions say together: medians and 95th percentiles, beside each other in a table. It takes no time and drives
// no browser; it fails where a measure is missing.

/** @typedef {{ count: number, median: number, p95: number }} Figure */
/**
 * @typedef {{
 *   candidate: string,
 *   isWidget: boolean,
 *   times: number,
 *   questions: number,
 *   conditions: string,
 *   load: Figure,
 *   measures: Record<string, Figure>,
 * }} Scene all sessions of one kind, summed up
 */

const VISIT = ['firstScreen', 'firstQuestion', 'bytes', 'inputBytes', 'allBytes', 'allRequests'];

/** What a session has to have measured. */
export function expected({ isWidget, conditions, again }) {
  const limit = conditions === 'slow' ? ['limit'] : [];
  const visits = [...VISIT, ...limit];
  return [
    ...visits,
    ...(again ? visits.map((name) => `again${name[0].toUpperCase()}${name.slice(1)}`) : []),
    'heap',
    'wasmMemory',
    'answer',
    'forward',
    ...(isWidget ? ['results'] : []),
  ];
}

/** What may be nothing: SurveyJS has no wasm, and what is in the cache takes no bytes. */
const MAY_BE_NONE = ['wasmMemory', 'againBytes', 'againInputBytes', 'againAllBytes', 'againAllRequests'];

/**
 * Sums up the sessions of one kind.
 *
 * @param {{ candidate: string, isWidget: boolean, times: number, questions: number, conditions: string, again: boolean, answers: number }} kind
 * @param {{ load: number, measures: Record<string, any> }[]} sessions
 * @returns {Scene}
 */
export function sumUp(kind, sessions) {
  const { candidate, isWidget, times, questions, conditions, answers } = kind;
  const measures = {};
  for (const name of expected(kind)) {
    const values = sessions.flatMap(({ measures }) => measures[name] ?? []);
    const wanted = sessions.length * (name === 'answer' ? answers : 1);
    const isGood = (value) => Number.isFinite(value) && (value > 0 || (value === 0 && MAY_BE_NONE.includes(name)));
    if (values.length === 0 || values.length < wanted || !values.every(isGood)) {
      throw new Error(
        `missing: \`${name}\` of ${candidate}, ${questions} questions, ${conditions}: ${values.length} of ${wanted} measured, ${JSON.stringify(values.filter((value) => !isGood(value)))}`,
      );
    }
    measures[name] = figure(values);
  }
  return { candidate, isWidget, times, questions, conditions, load: figure(sessions.map(({ load }) => load)), measures };
}

/** @returns {Figure} */
export function figure(values) {
  const sorted = [...values].sort((one, two) => one - two);
  // The smallest that so many in a hundred don't exceed.
  const at = (share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  const middle = sorted.length / 2;
  const median = Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
  return { count: sorted.length, median, p95: at(0.95) };
}

/**
 * The tables, in Markdown: first loads, then what follows.
 *
 * @param {string[]} candidates in the order of the columns; the first is compared with the last
 * @param {Scene[]} scenes
 */
export function tables(candidates, scenes) {
  const [first, last] = [candidates[0], candidates.at(-1)];
  const found = (candidate, times, conditions) =>
    scenes.find((scene) => scene.candidate === candidate && scene.times === times && scene.conditions === conditions);
  const head = (title) => [
    `| ${[title, ...candidates, ...(candidates.length > 1 ? [`${last} / ${first}`] : []), 'load'].join(' | ')} |`,
    `|---|${'---:|'.repeat(candidates.length + (candidates.length > 1 ? 2 : 1))}`,
  ];
  const row = (label, times, conditions, name, write) => {
    const all = candidates.map((candidate) => found(candidate, times, conditions));
    const figures = all.map((scene) => scene?.measures[name]);
    if (!figures.some(Boolean)) return [];
    const cells = figures.map((figure) => (figure ? write(figure) : '–'));
    const [own, other] = [figures[0], figures.at(-1)];
    const ratio = own && other && own.median > 0 && other.median > 0 ? ratios(own, other, write) : '–';
    const load = figure(all.filter(Boolean).map(({ load }) => load.median));
    const most = Math.max(...all.filter(Boolean).map(({ load }) => load.p95));
    return [
      `| ${[label, ...cells, ...(candidates.length > 1 ? [ratio] : []), `${load.median.toFixed(1)} (${most.toFixed(1)})`].join(' | ')} |`,
    ];
  };

  const sizes = [...new Map(scenes.map(({ times, questions }) => [times, questions]))];
  const [[least, questions]] = sizes;
  const speeds = [
    ['unthrottled', 'unthrottled'],
    ['slow', 'slow 4G, 4x CPU'],
  ];
  const loading = [
    ...head(`first load, ${digits(questions)} questions`),
    ...row('bytes before the first question, brotli', least, 'slow', 'bytes', whole),
    ...row('of them the file with the questions', least, 'slow', 'inputBytes', whole),
    ...row('bytes in all, brotli', least, 'slow', 'allBytes', whole),
    ...row('requests', least, 'slow', 'allRequests', whole),
    ...row('bytes on the second visit', least, 'slow', 'againAllBytes', whole),
    ...row('JavaScript in memory, kB', least, 'slow', 'heap', kilobytes),
    ...row('wasm in memory, kB', least, 'slow', 'wasmMemory', kilobytes),
    ...speeds.flatMap(([conditions, words]) => [
      ...row(`first screen, ${words}, ms`, least, conditions, 'firstScreen', time),
      ...row(`first question, ${words}, ms`, least, conditions, 'firstQuestion', time),
      ...row('the least that round trips and bytes take, ms', least, conditions, 'limit', time),
      ...row(`first screen from cache, ${words}, ms`, least, conditions, 'againFirstScreen', time),
      ...row(`first question from cache, ${words}, ms`, least, conditions, 'againFirstQuestion', time),
    ]),
  ];
  const working = head('after it');
  for (const [conditions, words] of speeds) {
    for (const [name, label] of [
      ['answer', 'answer to paint'],
      ['forward', '*Continue*, or the next page, to paint'],
      ['results', 'opening the results'],
    ]) {
      for (const [times, questions] of sizes) working.push(...row(`${label}, ${digits(questions)} questions, ${words}, ms`, times, conditions, name, time));
    }
  }
  const larger = head('first load of more');
  for (const [times, questions] of sizes.slice(1)) {
    larger.push(
      ...row(`bytes before the first question, ${digits(questions)} questions`, times, 'slow', 'bytes', whole),
      ...speeds.flatMap(([conditions, words]) => [
        ...row(`first question, ${digits(questions)} questions, ${words}, ms`, times, conditions, 'firstQuestion', time),
        ...row('the least that round trips and bytes take, ms', times, conditions, 'limit', time),
      ]),
      ...row(`JavaScript in memory, ${digits(questions)} questions, kB`, times, 'slow', 'heap', kilobytes),
      ...row(`wasm in memory, ${digits(questions)} questions, kB`, times, 'slow', 'wasmMemory', kilobytes),
    );
  }
  return [loading, working, ...(larger.length > 2 ? [larger] : [])].map((lines) => lines.join('\n')).join('\n\n');
}

/**
 * A line a build for the table of steps in BENCHMARKS.md.
 *
 * @param {Scene[]} scenes
 */
export function steps(scenes) {
  const builds = [...new Set(scenes.filter(({ isWidget }) => isWidget).map(({ candidate }) => candidate))];
  const least = Math.min(...scenes.map(({ times }) => times));
  const lines = builds.map((build) => {
    const of = (times, conditions) =>
      scenes.find((scene) => scene.candidate === build && scene.times === times && scene.conditions === conditions)?.measures ?? {};
    const [plain, slow, more] = [of(least, 'unthrottled'), of(least, 'slow'), of(10, 'slow')];
    const write = (figure, words) => (figure ? words(figure) : '–');
    return `| ${[
      build,
      write(slow.bytes, (bytes) => whole({ median: bytes.median - slow.inputBytes.median })),
      write(slow.allBytes, (bytes) => whole({ median: bytes.median - slow.inputBytes.median })),
      write(plain.firstQuestion, time),
      write(slow.firstQuestion, time),
      write(slow.answer, time),
      write(more.answer, time),
      write(slow.forward, time),
      write(slow.results, time),
    ].join(' | ')} |`;
  });
  return [
    '| step | first bytes | all bytes | first question | slow | answer, slow | with 620 questions | *Continue*, slow | results, slow |',
    `|---|${'---:|'.repeat(8)}`,
    ...lines,
  ].join('\n');
}

function ratios(own, other, write) {
  const ratio = (name) => (other[name] / own[name]).toFixed(1);
  return write === time ? `${ratio('median')} (${ratio('p95')})` : ratio('median');
}

const digits = (number) => Math.round(number).toLocaleString('en');
const whole = ({ median }) => digits(median);
const kilobytes = ({ median }) => digits(median / 1000);

/** The median, and in brackets what 95 in a hundred don't exceed. */
const time = ({ median, p95 }) => `${digits(median)} (${digits(p95)})`;
