// Builds of the widget and SurveyJS side by side in one Chromium, in turns, so that what else the machine does meets all of
// them alike. Prints a table and writes all that was measured. `cargo xtask bench` runs it.
//
//   node tests/bench/bench.mjs [--dist DIR] [--beside NAME=DIR]... [--runs 7] [--quick] [--single] [--out FILE]

import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { program, SWITCHES } from '../browser/programs.mjs';
import { surveyJs, widget } from './candidates.mjs';
import { frameworkOf, questionsOf } from './frameworks.mjs';
import { serve } from './server.mjs';
import { CONDITIONS, session } from './session.mjs';
import { figure, steps, sumUp, tables } from './table.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const { values: options } = parseArgs({
  options: {
    dist: { type: 'string', default: here('../../dist') },
    beside: { type: 'string', multiple: true, default: [] },
    runs: { type: 'string', default: '7' },
    quick: { type: 'boolean', default: false },
    single: { type: 'boolean', default: false },
    out: { type: 'string', default: here('../../target/bench/browser.json') },
  },
});
const runs = options.quick ? 1 : Number(options.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`\`--runs\` takes a number from 1, not \`${options.runs}\``);

/**
 * What is measured in each run: how many times the framework over, under which conditions, of whom beside the widget, and
 * whether also from the cache. Where there is more to ask, everything takes longer, so there is less of it; the first answer
 * on a page, which in SurveyJS takes several times as long as the others, would then weigh too much and isn't timed.
 */
const SCENES = [
  { times: 1, conditions: 'unthrottled', beside: ['SurveyJS', 'SurveyJS, one by one'], again: true, untimed: 0, answers: 24 },
  { times: 1, conditions: 'slow', beside: ['SurveyJS', 'SurveyJS, one by one'], again: true, untimed: 0, answers: 24 },
  { times: 10, conditions: 'unthrottled', beside: [], again: false, untimed: 1, answers: 8 },
  { times: 10, conditions: 'slow', beside: ['SurveyJS'], again: false, untimed: 1, answers: 8 },
  { times: 30, conditions: 'unthrottled', beside: [], again: false, untimed: 1, answers: 8 },
  { times: 30, conditions: 'slow', beside: ['SurveyJS'], again: false, untimed: 1, answers: 8 },
];
const scenes = options.quick ? SCENES.slice(0, 3).map((scene) => ({ ...scene, answers: 4 })) : SCENES;
const sizes = [...new Set(scenes.map(({ times }) => times))];

const candidates = [
  widget('Rokade', options.dist, sizes),
  ...options.beside.map((beside) => {
    const [name, folder] = beside.includes('=') ? beside.split(/=(.*)/) : [beside, beside];
    return widget(name, folder, sizes);
  }),
  ...(options.single ? [surveyJs(sizes, { isSingle: true })] : []),
  surveyJs(sizes),
];

/** How long a piece of work takes that is always the same: slower means that something else had the machine. */
function pace() {
  const started = performance.now();
  let number = 1;
  for (let count = 0; count < 30_000_000; count++) number = (Math.imul(number, 1_664_525) + 1_013_904_223) | 0;
  return { took: performance.now() - started, number };
}

const server = await serve({
  folders: Object.assign({}, ...candidates.map(({ folders }) => folders)),
  texts: Object.assign({}, ...candidates.map(({ texts }) => texts)),
});
const browser = await chromium.launch({
  executablePath: program('ROKADE_CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
  args: SWITCHES,
});
const kinds = scenes.flatMap((scene) =>
  candidates
    .filter(({ isWidget, name }) => isWidget || scene.beside.includes(name))
    .map((candidate) => ({ ...scene, candidate, questions: questionsOf(frameworkOf(scene.times)), sessions: [] })),
);
const paces = [];
const started = Date.now();
try {
  // Compresses everything, and lets the browser see it once, untimed.
  for (const size of sizes) {
    for (const candidate of candidates) {
      const page = await browser.newPage();
      await page.goto(server.url + candidate.page(size), { waitUntil: 'networkidle' });
      await page.close();
    }
  }
  pace();

  for (let run = 0; run < runs; run++) {
    for (const scene of scenes) {
      // Another goes first each time.
      const all = kinds.filter(({ times, conditions }) => times === scene.times && conditions === scene.conditions);
      for (let turn = 0; turn < all.length; turn++) {
        const { candidate, sessions, ...scene } = all[(turn + run) % all.length];
        const conditions = CONDITIONS.find(({ name }) => name === scene.conditions);
        const [load] = loadavg();
        paces.push(pace().took);
        const measures = await session({ browser, server, candidate, ...scene, conditions });
        sessions.push({ load, measures });
        const [seconds, question] = [(Date.now() - started) / 1000, measures.firstQuestion].map(Math.round);
        console.error(
          `${String(seconds).padStart(4)} s  run ${run + 1} of ${runs}: ${candidate.name}, ${scene.times} x, ${conditions.name}: first question after ${question} ms`,
        );
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}

const summed = kinds.map((kind) => sumUp({ ...kind, candidate: kind.candidate.name, isWidget: kind.candidate.isWidget }, kind.sessions));
const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  processors: availableParallelism(),
  chromium: browser.version(),
  node: process.version,
};
const noise = { load: figure(kinds.flatMap(({ sessions }) => sessions.map(({ load }) => load))), least: Math.min(...paces), pace: figure(paces) };
const names = candidates.map(({ name }) => name);

console.log(tables(names, summed));
console.log(`\n${steps(summed)}\n`);
console.log(`Medians of ${runs} runs in turns, in brackets what 95 in a hundred don't exceed; load: the machine's, median (95 in a hundred).`);
console.log(`${machine.processors} processors (${machine.processor}), Chromium ${machine.chromium}, ${Math.round((Date.now() - started) / 1000)} s in all.`);
console.log(
  `The same piece of work took ${noise.least.toFixed(0)} ms at best, ${noise.pace.median.toFixed(0)} ms in the median, ${noise.pace.p95.toFixed(0)} ms at the 95th percentile.`,
);

const out = resolve(options.out);
mkdirSync(dirname(out), { recursive: true });
const sessions = kinds.map(({ candidate, times, conditions, sessions }) => ({ candidate: candidate.name, times, conditions, sessions }));
writeFileSync(out, `${JSON.stringify({ format: 'rokade.bench/1', at: new Date().toISOString(), quick: options.quick, runs, machine, noise, scenes: summed, sessions }, undefined, 1)}\n`);
