// Every screen and how to land on it without going all the way: answers that were kept in the tab lead straight on.
import { Person } from './person.mjs';
import { expect } from './site.mjs';
import { competences, framework } from './words.mjs';

/** What most tests put on a page. */
export const WIDGET = '<rokade-assessment framework="../frameworks/souschef.json" purpose="development"></rokade-assessment>';

const ROLE = framework.roles[0];
const levels = [2, 3, 3, 0, 1, 2, 2, 3, 3, 1, 2, 4, 3, 2, 1, 0, 2, 2, 2, 3, 1, 2, 0, 3, 2];
const behaviours = framework.dimensions[1].behaviours;

/** An assessment with every competence answered, two of them off the scale, and one dimension in depth. */
export function assessment(changes = {}) {
  const rated = (level) => ({ answer: 'rated', level });
  const answers = competences.map(({ id }, place) => [id, rated(levels[place])]);
  answers[4][1] = { answer: 'noOpportunity' };
  answers[9][1] = { answer: 'notRelevant' };
  return {
    format: 'rokade.assessment/1',
    createdAt: '2026-03-01T09:30:00Z',
    updatedAt: '2026-03-01T09:40:00Z',
    framework: { id: framework.id, version: framework.version },
    language: 'da',
    purpose: 'development',
    rater: 'self',
    role: ROLE.id,
    responses: {
      competences: Object.fromEntries(answers),
      behaviours: Object.fromEntries(behaviours.map(({ id }, place) => [id, rated(place % 5)])),
    },
    wishes: {
      competences: { [competences[3].id]: 2 },
      areas: { [framework.areas[0].id]: 2, [framework.areas[3].id]: -1 },
    },
    experience: [framework.areas[5].id],
    ...changes,
  };
}

/** The same with only the first answers. */
export function halfway(count = 10, changes = {}) {
  const whole = assessment();
  const answers = Object.entries(whole.responses.competences).slice(0, count);
  return { ...whole, responses: { competences: Object.fromEntries(answers), behaviours: {} }, ...changes };
}

export const EXAMPLE = 'Hver fredag gennemgår jeg ugen med holdet.';
/** A plan of so many agreements. */
export const plan = (count) =>
  Array.from({ length: count }, (_, place) => ({
    goal: `Blive bedre til: ${competences[place % 25].title.da}`,
    why: 'Kontoret skal kunne levere, også når jeg ikke selv sidder med sagen, og det kræver tydelig tilbagemelding.',
    competences: [competences[place % 25].id],
    area: place % 2 ? framework.areas[place % 26].id : null,
    activity: 'Jeg leder det tværgående kvalitetsudviklingsprojekt og holder to opfølgningssamtaler om måneden.',
    support: 'Sparring med chefen hver anden uge',
    responsible: 'together',
    due: '2026-06-01',
    sign: 'Medarbejderne siger, at de ved, hvad der forventes af dem',
    followUp: '2026-05-01',
  }));
/** Examples for the first three competences. */
export const evidence = Object.fromEntries(competences.slice(0, 3).map(({ id }) => [id, EXAMPLE]));
/** An assessment with a plan and examples. */
export const full = (changes = {}) => assessment({ plan: plan(2), evidence, ...changes });

/** The key that answers are kept under. */
export function keyOf({ purpose, role, rater, createdAt }, name = framework.id, label = '') {
  return `rokade:${name}:${purpose}:${role}:${rater}:${label}:${createdAt}`;
}

/** Progress as it is kept. */
export function progress(assessment, step, { keeping = 'tab', day = today(), label = '' } = {}) {
  return JSON.stringify({ format: 'rokade.progress/1', day, keeping, label, seenResults: false, step, assessment });
}

export function today() {
  return Math.floor(Date.now() / 86_400_000);
}

/** Puts progress where the widget will find it, in the pages that are opened from now on. */
export async function keep(page, text, key, storage = 'sessionStorage') {
  await page.addInitScript(
    ([storage, key, text]) => {
      if (window[storage].getItem(key) === null) window[storage].setItem(key, text);
    },
    [storage, key, text],
  );
}

/** Lands on a step of the journey with this assessment, the notice about it read and its screen there. */
export async function land(page, site, step, { answers = assessment(), markup = WIDGET, language = 'da', ...options } = {}) {
  await keep(page, progress(answers, step), keyOf(answers));
  const person = await arrive(page, site, { markup, language, ...options });
  await person.button('CloseNotice').click();
  await expect(person.notice('Resumed')).toHaveCount(0);
  await expect(person.heading(person.word('LaterOnItsWay'))).toHaveCount(0);
  return person;
}

/** Opens a page with the widget, and waits until it shows something. */
export async function arrive(page, site, { markup = WIDGET, language = 'da', ...options } = {}) {
  const person = new Person(page, { language });
  await page.goto(site.show(markup, { lang: language, ...options }));
  await expect(person.widget.getByRole('heading').first()).toBeVisible();
  return person;
}

/** Has the page say another language, and waits until the widget speaks it: what says its language first is around the rest. */
export async function speak(page, language) {
  await page.evaluate((language) => (document.documentElement.lang = language), language);
  await expect(page.locator('rokade-assessment').locator('[lang]').first()).toHaveAttribute('lang', language);
}

/** Opens every part that is folded away. */
export async function unfold(person) {
  await person.widget.evaluate((element) => {
    for (const details of element.shadowRoot.querySelectorAll('details')) details.open = true;
  });
}

/** From keeping and sharing to the pages for the conversation, with everything on them. */
export async function goToPages(person) {
  const parts = ['ShareResponses', 'ShareWishes', 'SharePlan', 'ShareEvidence'].map((key) => person.word(key));
  for (const name of parts) {
    const box = person.widget.getByRole('checkbox', { name, exact: true });
    if (await box.count()) await box.check();
  }
  await person.button('PaperOpen').click();
  await person.reaches(person.word('PaperTitle'));
}

/** A file for the input that opens files. */
export function file(content, name = 'svar.json') {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

/** Chooses a file to open; a browser's own window for that can't be used here. */
export async function open(person, content) {
  const input = person.widget.locator('input[type=file]');
  // Not every screen of the results has one.
  if (!(await input.count())) {
    await person.button('KeepTitle').click();
    await person.reaches(person.word('KeepTitle'));
  }
  await input.setInputFiles(file(content));
}

/** Chooses a file to open, says that it is one's own, and goes on with it; one from an earlier time is read first. */
export async function openMine(person, content) {
  await open(person, content);
  await goOnWithMine(person);
}

/** Waits until all is there that comes once the first screen stands. */
export async function cameUnasked(site) {
  const paths = () => site.requests.map(({ path }) => path);
  for (const path of ['/rokade.later.wasm', '/rokade.later.css.txt', '/words/da.json', '/words/en.json']) await expect.poll(paths).toContain(path);
}

/** What came in is one's own, and is gone on with. */
export async function goOnWithMine(person) {
  const asked = person.heading(person.word('WhoseQuestion'));
  await expect(asked).toBeVisible();
  await person.button('WhoseMine').press('Enter');
  await expect(asked).toHaveCount(0);
  // Either it asks what to do with answers from another time, or it goes on.
  const settled = async () => (await person.button('ReadFile').count()) > 0 || (await person.button('CloseFile').count()) === 0;
  await expect.poll(settled).toBe(true);
  if ((await person.button('ReadFile').count()) === 0) return;
  await person.button('ReadFile').press('Enter');
  // Once the file is there to be read, its heading gets the focus: a key that is pressed before may go to that.
  await expect(person.button('GoOnFile')).toBeVisible();
  await expect(person.widget.locator('[data-focus=heading]')).toBeFocused();
  await person.button('GoOnFile').press('Enter');
}

const question = (place, then = 'goOn') => ({ name: 'question', competence: competences[place].id, then });
const depth = { name: 'question', behaviour: behaviours[0].id, then: 'goOn' };
const AGREED = { agreedOn: '2026-02-01', agreedBy: 'head', focus: [framework.dimensions[0].id], adjusted: { [competences[3].id]: 4 } };
const UNKNOWN = '<rokade-assessment framework="../frameworks/souschef.json"></rokade-assessment>';
const broken = (answer) => async (page, site) => {
  site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? answer : undefined);
  return arrive(page, site);
};

/** Every screen by name: brings a page there, and hands over the person. */
export const screens = {
  'the first screen': (page, site) => arrive(page, site, { markup: UNKNOWN }),
  'the first screen with what is missing': async (page, site) => {
    const person = await arrive(page, site, { markup: UNKNOWN });
    await person.button('Begin').click();
    await expect(person.widget.getByRole('alert')).toBeFocused();
    await unfold(person);
    return person;
  },
  'the first screen of a manager': async (page, site) => {
    const person = await arrive(page, site);
    await person.widget.getByRole('radio', { name: person.word('RaterManager') }).check();
    return person;
  },
  'the first screen of a new hire': async (page, site) => {
    const person = await arrive(page, site, { markup: WIDGET.replace('development', 'onboarding') });
    await person.widget.getByRole('radio', { name: ROLE.title.da }).check();
    return person;
  },
  'the first screen of an applicant': (page, site) => arrive(page, site, { markup: WIDGET.replace('development', 'exploration') }),
  'the first screen with answers from another day': async (page, site) => {
    await keep(page, progress(halfway(), question(10), { keeping: 'device' }), keyOf(halfway()), 'localStorage');
    return arrive(page, site);
  },
  'the role': async (page, site) => {
    const person = await arrive(page, site);
    await person.widget.getByRole('radio', { name: ROLE.title.da }).check();
    await person.button('ReadRoleNamed', { role: ROLE.title.da }).click();
    await person.reaches(ROLE.title.da);
    await unfold(person);
    return person;
  },
  'the form to fill in by hand': async (page, site) => {
    const person = await arrive(page, site);
    await person.button('BlankFormOpen').click();
    await person.reaches(person.word('BlankFormTitle'));
    return person;
  },
  'a question': (page, site) => land(page, site, question(0), { answers: halfway(0) }),
  'a question with its answer and all that is folded away': async (page, site) => {
    const person = await land(page, site, question(3));
    await unfold(person);
    return person;
  },
  'a question without an answer': async (page, site) => {
    const person = await land(page, site, question(11), { answers: halfway() });
    await person.button('Continue').click();
    await expect(person.widget.getByRole('alert')).toBeFocused();
    return person;
  },
  'a question in depth': (page, site) => land(page, site, depth),
  "a manager's question": (page, site) =>
    land(page, site, question(3), { answers: assessment({ rater: 'manager', wishes: { competences: {}, areas: {} } }) }),
  'the end of a part': (page, site) => land(page, site, { name: 'partDone', dimension: framework.dimensions[0].id }),
  'nothing agreed yet': (page, site) => land(page, site, { name: 'balance' }),
  'what was agreed': async (page, site) => {
    const person = await land(page, site, { name: 'balance' }, { answers: assessment({ targets: AGREED }) });
    await unfold(person);
    return person;
  },
  'the areas': async (page, site) => {
    const person = await land(page, site, { name: 'areas' });
    await unfold(person);
    return person;
  },
  'the answers to check': async (page, site) => {
    const person = await land(page, site, { name: 'check' });
    await unfold(person);
    return person;
  },
  'the answers to check with some open': (page, site) => land(page, site, { name: 'check' }, { answers: halfway() }),
  'the results': async (page, site) => {
    const person = await land(page, site, { name: 'results' }, { answers: assessment({ targets: AGREED }) });
    await unfold(person);
    return person;
  },
  'the competences one by one': async (page, site) => {
    const person = await land(page, site, { name: 'profile' }, { answers: assessment({ targets: AGREED }) });
    await unfold(person);
    return person;
  },
  'the suggestions': async (page, site) => {
    const person = await land(page, site, { name: 'suggestions' }, { answers: assessment({ targets: AGREED }) });
    await unfold(person);
    return person;
  },
  'the areas with one too many': async (page, site) => {
    // Those who look at screens cut the framework short, and then there are not so many.
    site.routes = () => undefined;
    const areas = Object.fromEntries(framework.areas.slice(0, 5).map(({ id }) => [id, 2]));
    const person = await land(page, site, { name: 'areas' }, { answers: assessment({ wishes: { competences: {}, areas } }) });
    await unfold(person);
    await person.widget.getByRole('checkbox', { name: framework.areas[6].title.da }).check();
    await expect(person.button('AreasGiveUp', { area: framework.areas[6].title.da })).toBeVisible();
    return person;
  },
  'the results of few answers': (page, site) => land(page, site, { name: 'results' }, { answers: halfway(3) }),
  'the roles of an applicant side by side': async (page, site) => {
    const answers = assessment({ purpose: 'exploration', otherRoles: [framework.roles[1].id] });
    const person = await land(page, site, { name: 'results' }, { answers, markup: WIDGET.replace('development', 'exploration') });
    await unfold(person);
    return person;
  },
  'the first screen of an applicant with many roles': async (page, site) => {
    const roles = Array.from({ length: 30 }, (_, place) => ({ ...ROLE, id: `role-${place}`, title: { da: `Rolle ${place}`, en: `Role ${place}` } }));
    site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? { body: JSON.stringify({ ...framework, roles }) } : undefined);
    const person = await arrive(page, site, { markup: WIDGET.replace('development', 'exploration') });
    for (const [place, role] of [[0, 3], [1, 17], [1, 28]]) {
      const search = person.widget.getByRole('combobox', { name: person.word('RoleSearch') }).nth(place);
      await search.fill(`Rolle ${role}`);
      await search.press('Tab');
    }
    await expect(person.widget.getByRole('checkbox')).toHaveCount(2);
    return person;
  },
  'the suggestions for a new hire': async (page, site) => {
    const answers = assessment({ purpose: 'onboarding', stage: 'start' });
    return land(page, site, { name: 'suggestions' }, { answers, markup: WIDGET.replace('development', 'onboarding') });
  },
  'the results of a new hire': async (page, site) => {
    const answers = assessment({ purpose: 'onboarding', stage: 'start' });
    return land(page, site, { name: 'results' }, { answers, markup: WIDGET.replace('development', 'onboarding') });
  },
  "a manager's results": (page, site) =>
    land(page, site, { name: 'results' }, { answers: assessment({ rater: 'manager', wishes: { competences: {}, areas: {} } }) }),
  'the plan': async (page, site) => {
    const person = await land(page, site, { name: 'plan' }, { answers: full({ agreed: { [competences[3].id]: 1 } }) });
    await unfold(person);
    return person;
  },
  'the pages for the conversation': async (page, site) => {
    const person = await land(page, site, { name: 'keep' }, { answers: full() });
    await goToPages(person);
    return person;
  },
  'keeping and sharing': (page, site) => land(page, site, { name: 'keep' }),
  'keeping and sharing without a tick': async (page, site) => {
    const person = await land(page, site, { name: 'keep' }, { answers: full() });
    await person.button('ShareSave').click();
    await expect(person.widget.getByRole('alert')).toBeFocused();
    return person;
  },
  'keeping and sharing with what the receiver sees': async (page, site) => {
    const person = await land(page, site, { name: 'keep' }, { answers: full() });
    for (const box of await person.widget.getByRole('checkbox').all()) await box.check();
    await unfold(person);
    return person;
  },
  'what was shared with the page': async (page, site) => {
    const person = await land(page, site, { name: 'keep' }, { markup: WIDGET.replace('purpose', 'sharing="ask" recipient="HR" purpose') });
    await person.widget.getByRole('checkbox', { name: person.word('ShareResponses') }).check();
    await person.button('ShareWithPage').click();
    await expect(person.button('TakeBack')).toBeVisible();
    await unfold(person);
    return person;
  },
  'the question whether to delete': async (page, site) => {
    const person = await land(page, site, { name: 'check' });
    await person.button('DeleteAnswers').click();
    await expect(person.deletion).toBeVisible();
    return person;
  },
  'the question whether to replace': async (page, site) => {
    const person = await land(page, site, { name: 'keep' });
    await open(person, assessment({ plan: plan(1) }));
    await expect(person.button('ReplaceConfirm')).toBeVisible();
    return person;
  },
  'answers that were found again': async (page, site) => {
    await keep(page, progress(halfway(), question(10)), keyOf(halfway()));
    return arrive(page, site);
  },
  'a file with things unknown': async (page, site) => {
    const person = await arrive(page, site);
    const wishes = { competences: { unknown: 2 }, areas: { 'also-unknown': 1 } };
    await openMine(person, assessment({ wishes, framework: { id: framework.id, version: '2020.1' } }));
    await person.reaches(person.word('ResultsTitle'));
    return person;
  },
  'the question whose a file is': async (page, site) => {
    const person = await arrive(page, site);
    await open(person, full());
    await expect(person.heading(person.word('WhoseQuestion'))).toBeVisible();
    return person;
  },
  "the question what one's own earlier file is for": async (page, site) => {
    const person = await arrive(page, site, { markup: WIDGET.replace('development', 'onboarding') });
    await open(person, full({ purpose: 'onboarding', stage: 'start', updatedAt: '2025-11-20T09:00:00Z' }));
    await person.press('WhoseMine');
    await expect(person.button('AnswerAgain')).toBeVisible();
    return person;
  },
  "the question what somebody else's file is for, with nothing answered yet": async (page, site) => {
    const person = await arrive(page, site, { markup: WIDGET.replace('purpose', 'rater="self" purpose') });
    await open(person, assessment({ rater: 'manager', wishes: { competences: {}, areas: {} } }));
    await expect(person.button('AnswerFirst')).toBeVisible();
    return person;
  },
  "an employee's file that is read": async (page, site) => {
    const person = await arrive(page, site, { markup: WIDGET.replace('purpose', 'rater="manager" purpose') });
    await open(person, full({ parts: ['responses', 'plan'], agreed: { [competences[3].id]: 1 }, evidence: {}, wishes: { competences: {}, areas: {} } }));
    await person.press('ReadFile');
    await expect(person.widget.locator('article')).toBeVisible();
    return person;
  },
  'a file that is not opened': async (page, site) => {
    const person = await arrive(page, site);
    await open(person, { format: 'something else' });
    await expect(person.notice('DeclinedNotOurs')).toBeVisible();
    await unfold(person);
    return person;
  },
  'a framework with problems': async (page, site) => {
    const person = await broken({ body: JSON.stringify({ ...framework, titel: 'x', roles: 7 }) })(page, site);
    await unfold(person);
    return person;
  },
  'a framework that is not there': broken({ status: 404 }),
  'a framework that cannot be reached': broken({ cut: 'before' }),
  'a wasm that is not there': async (page, site) => {
    site.routes = ({ pathname }) => (pathname === '/rokade.wasm' ? { status: 404 } : undefined);
    return arrive(page, site, { markup: WIDGET.replace('></', '><p>Stands in.</p></') });
  },
  'a widget that broke down': async (page, site) => {
    const person = await land(page, site, question(3));
    await breakDown(person);
    return person;
  },
};

/**
 * Makes the wasm panic, by a browser that suddenly declines what it never declines: a copy of an element, which is how
 * Yew makes those of a kind that it knows.
 */
export async function breakDown(person, button = person.button('Continue')) {
  await person.page.evaluate(() => {
    const { cloneNode } = Node.prototype;
    Node.prototype.cloneNode = function (...values) {
      if (!new Error().stack.includes('wasm')) return cloneNode.apply(this, values);
      Node.prototype.cloneNode = cloneNode;
      throw new Error('declined');
    };
  });
  await button.click();
  await expect(person.widget.getByRole('alert')).toBeVisible();
}
