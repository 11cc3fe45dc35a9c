// Two files beside each other: the second ones, how they are opened, and every state of comparing them by name. With
// these, every screen that there is.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { arrive, assessment, open, openMine, screens, unfold } from './screens.mjs';
import { expect } from './site.mjs';
import { competences, framework } from './words.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));
export const rated = (level) => ({ answer: 'rated', level });

/** The answers with some of them other, by place; `null` takes one out. */
export function changed(changes, other = {}) {
  const whole = assessment();
  const answers = { ...whole.responses.competences };
  for (const [place, level] of Object.entries(changes)) {
    const { id } = competences[place];
    if (level === null) delete answers[id];
    else answers[id] = typeof level === 'number' ? rated(level) : { answer: level };
  }
  return { ...whole, responses: { competences: answers, behaviours: {} }, ...other };
}

export const NO_WISHES = { wishes: { competences: {}, areas: {} }, experience: [] };
/** Two steps apart at 1 and 11, and not observed at 2. */
export const MANAGERS = changed({ 1: 1, 2: 'notObserved', 11: 2 }, { rater: 'manager', updatedAt: '2026-03-02T09:00:00Z', ...NO_WISHES });
export const EARLIER = changed(
  { 0: 0, 20: 3 },
  {
    updatedAt: '2025-03-01T09:00:00Z',
    stage: 'three-months',
    plan: [
      {
        goal: 'Holde flere svære samtaler', why: '', competences: [competences[7].id], area: null, activity: '', support: '',
        responsible: 'me', due: '2025-09-01', sign: '', followUp: null, outcome: '',
      },
    ],
  },
);

/** A head's file as the program prints it, with its report. */
export function headsFile() {
  const head = JSON.parse(readFileSync(join(repository, 'frameworks/chef.json'), 'utf8'));
  const answers = head.dimensions.flatMap((dimension) => dimension.competences).map(({ id }, place) => [id, rated((place * 2 + 1) % 5)]);
  const text = {
    ...assessment(),
    ...NO_WISHES,
    framework: { id: head.id, version: head.version },
    role: head.roles[0].id,
    responses: { competences: Object.fromEntries(answers), behaviours: {} },
  };
  const path = join(mkdtempSync(join(tmpdir(), 'rokade-')), 'head.json');
  writeFileSync(path, JSON.stringify(text));
  const program = join(process.env.CARGO_TARGET_DIR ?? join(repository, 'target'), 'debug/rokade');
  return execFileSync(program, ['report', join(repository, 'frameworks/chef.json'), path], { encoding: 'utf8' });
}

/** Opens a second file beside one's own, up to the question what to use it for. */
export async function openBeside(page, site, second, { own = assessment(), ...options } = {}) {
  const person = await arrive(page, site, options);
  await openMine(person, own);
  await person.reaches(person.word('ResultsTitle'));
  await open(person, second);
  await expect(person.button('CompareWithOwn')).toBeVisible();
  return person;
}

export async function compare(person) {
  await person.press('CompareWithOwn');
  await person.reaches(person.word('CompareTitle'));
}

/** Every state of a comparison by name: brings a page there, and hands over the person. */
export const comparisons = {
  'the question what a second file is for': (page, site) => openBeside(page, site, MANAGERS),
  'the question what a file for another framework is for': (page, site) => openBeside(page, site, headsFile()),
  'employee and manager': async (page, site) => {
    const agreedBy = { agreedOn: '2026-02-01', agreedBy: 'head', focus: [framework.dimensions[0].id], adjusted: {} };
    const person = await openBeside(page, site, { ...MANAGERS, targets: agreedBy, agreed: { [competences[1].id]: 2 } });
    await compare(person);
    await unfold(person);
    return person;
  },
  'now and earlier': async (page, site) => {
    const older = { ...EARLIER, framework: { id: framework.id, version: '2020.1' } };
    older.responses.competences.unknown = rated(1);
    const person = await openBeside(page, site, older);
    await compare(person);
    await unfold(person);
    return person;
  },
  'head and deputy': async (page, site) => {
    const person = await openBeside(page, site, headsFile());
    await compare(person);
    await person.widget.getByRole('radio').first().check();
    await expect(person.button('AgendaOpen')).toBeVisible();
    return person;
  },
  'the agenda': async (page, site) => {
    const person = await openBeside(page, site, MANAGERS);
    await compare(person);
    await person.press('AgendaOpen');
    await person.reaches(person.word('AgendaTitle'));
    return person;
  },
  'the results with a comparison open': async (page, site) => {
    const person = await openBeside(page, site, MANAGERS);
    await compare(person);
    await person.press('BackToResults');
    await expect(person.button('CompareBack')).toBeVisible();
    return person;
  },
};

/** Every screen by name. */
export const everyScreen = { ...screens, ...comparisons };
