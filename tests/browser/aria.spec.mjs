// What each main screen says to assistive technology, word for word in Danish: the snapshots in `aria/` are to be read.
// After a change: `node node_modules/@playwright/test/cli.js test aria --update-snapshots=all`, and read the difference.
import { assessment, land as landOn, arrive, open, WIDGET } from './screens.mjs';
import { expect, test } from './site.mjs';
import { framework } from './words.mjs';

/** The shipped framework with a few of its competences and areas, so that a snapshot can be read. */
const small = (() => {
  const ids = ['naervaer', 'feedback-give', 'faglig-viden', 'planlaegning'];
  const areas = ['feedbackrunde', 'oplaering-af-nye', 'tavlemoeder', 'nyt-fagomraade'];
  const isKept = ({ id }) => ids.includes(id);
  const those = (levels = {}) => Object.fromEntries(Object.entries(levels).filter(([id]) => ids.includes(id)));
  return {
    ...framework,
    dimensions: framework.dimensions
      .filter(({ competences }) => competences.some(isKept))
      .map((part) => ({ ...part, competences: part.competences.filter(isKept), behaviours: part.behaviours.slice(0, 2) })),
    roles: framework.roles.map((role) => ({ ...role, targets: those(role.targets), weights: those(role.weights) })),
    areas: framework.areas
      .filter(({ id }) => areas.includes(id))
      .map((area) => ({ ...area, entry: those(area.entry), practice: those(area.practice) })),
  };
})();

const rated = (level) => ({ answer: 'rated', level });
const answers = assessment({
  targets: { agreedOn: '2026-02-01', agreedBy: 'head', focus: ['personaleledelse'], adjusted: { planlaegning: 4 } },
  responses: {
    competences: { naervaer: rated(3), 'feedback-give': rated(1), 'faglig-viden': { answer: 'noOpportunity' }, planlaegning: rated(1) },
    behaviours: { [small.dimensions[0].behaviours[0].id]: rated(2) },
  },
  wishes: { competences: { 'feedback-give': 2 }, areas: { feedbackrunde: 2, tavlemoeder: -1 } },
  experience: ['oplaering-af-nye'],
});

const question = { name: 'question', competence: 'feedback-give', then: 'goOn' };
const land = (page, site, step) => landOn(page, site, step, { answers });

const screens = {
  start: arrive,
  'start-with-what-is-missing': async (page, site) => {
    const person = await arrive(page, site, { markup: WIDGET.replace(' purpose="development"', '') });
    await person.button('Begin').click();
    await expect(person.widget.getByRole('alert')).toBeFocused();
    return person;
  },
  role: async (page, site) => {
    const person = await arrive(page, site);
    await person.widget.getByRole('radio', { name: small.roles[0].title.da }).check();
    await person.button('ReadRoleNamed', { role: small.roles[0].title.da }).click();
    await person.reaches(small.roles[0].title.da);
    return person;
  },
  question: (page, site) => land(page, site, question),
  'question-without-an-answer': async (page, site) => {
    const person = await landOn(page, site, question, { answers: { ...answers, responses: {} } });
    await person.button('Continue').click();
    await expect(person.widget.getByRole('alert')).toBeFocused();
    return person;
  },
  'question-in-depth': (page, site) => land(page, site, { name: 'question', behaviour: small.dimensions[0].behaviours[0].id, then: 'goOn' }),
  'part-done': (page, site) => land(page, site, { name: 'partDone', dimension: 'personaleledelse' }),
  balance: (page, site) => land(page, site, { name: 'balance' }),
  areas: (page, site) => land(page, site, { name: 'areas' }),
  check: (page, site) => land(page, site, { name: 'check' }),
  results: (page, site) => land(page, site, { name: 'results' }),
  keep: (page, site) => land(page, site, { name: 'keep' }),
  delete: async (page, site) => {
    const person = await land(page, site, { name: 'keep' });
    await person.button('DeleteAnswers').first().click();
    await expect(person.widget.getByRole('dialog')).toBeVisible();
    return person;
  },
  'opened-file': async (page, site) => {
    const person = await arrive(page, site);
    await open(person, { ...answers, framework: { id: framework.id, version: '2019.4' }, role: 'chef' });
    await person.reaches(framework.title.da);
    return person;
  },
};

for (const [name, bring] of Object.entries(screens)) {
  test(`assistive technology is told what stands in aria/${name}`, async ({ page, site }) => {
    site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? { body: JSON.stringify(small) } : undefined);
    const person = await bring(page, site);
    expect(`${await person.widget.ariaSnapshot()}\n`).toMatchSnapshot(`${name}.yml`);
  });
}
