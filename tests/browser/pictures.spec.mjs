// The pictures of the guide for those who keep the competences: each is made here of its example, in both languages. Held
// against the screen is the text that stood on it when the picture was made, not the picture: looks may change unnoticed.
// After a change: `ROKADE_BLESS=1` makes them anew, and look at them.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bringFonts, wear } from './fonts.mjs';
import { keep, progress } from './screens.mjs';
import { Person } from './person.mjs';
import { expect, test } from './site.mjs';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const FOLDER = path('www/guides/pictures/');
/** What can be read on each picture. */
const READ = path('tests/browser/pictures.json');
const GUIDES = { da: 'kompetencegrundlag', en: 'framework' };
const isBlessed = Boolean(process.env.ROKADE_BLESS);

const example = JSON.parse(readFileSync(path('frameworks/projekt.json'), 'utf8'));
const competences = example.dimensions.flatMap((dimension) => dimension.competences);
const MARKUP = '<rokade-assessment framework="../frameworks/projekt.json" purpose="development" rater="self" heading-level="2"></rokade-assessment>';

/** Somebody who takes part in projects, and has answered everything, some of it low. */
const answers = {
  format: 'rokade.assessment/1',
  framework: { id: example.id, version: example.version },
  purpose: 'development',
  rater: 'self',
  role: 'projektdeltager',
  createdAt: '2026-03-01T08:00:00Z',
  updatedAt: '2026-03-01T08:20:00Z',
  responses: {
    competences: Object.fromEntries(competences.map(({ id }, place) => [id, { answer: 'rated', level: [1, 1, 3, 0][place % 4] }])),
    behaviours: {},
  },
};
const key = `rokade:${example.id}:development:projektdeltager:self::${answers.createdAt}`;

async function lands(page, site, step, language) {
  await keep(page, progress(answers, step), key);
  const person = new Person(page, { language });
  await page.goto(site.show(MARKUP, { lang: language }));
  await person.button('CloseNotice').click();
  return person;
}

/** So much of what stands around is on the picture, in pixels. */
const AROUND = 12;

/** What is on each picture. */
const PICTURES = {
  roles: async (page, site, language) => {
    const person = new Person(page, { language });
    await page.goto(site.show(MARKUP, { lang: language }));
    return [person, person.widget.getByRole('group', { name: person.word('RoleQuestion') })];
  },
  question: async (page, site, language) => {
    const person = await lands(page, site, { name: 'question', competence: competences[1].id, then: 'goOn' }, language);
    return [person, person.widget.locator('.screen')];
  },
  profile: async (page, site, language) => {
    const person = await lands(page, site, { name: 'profile' }, language);
    return [person, person.widget.locator('.profile > .dimension').first()];
  },
  suggestion: async (page, site, language) => {
    const person = await lands(page, site, { name: 'suggestions' }, language);
    const card = person.widget.getByRole('article').first();
    await card.locator('summary').first().click();
    await expect(card.getByRole('button').first()).toBeVisible();
    return [person, card];
  },
};

const read = existsSync(READ) ? JSON.parse(readFileSync(READ, 'utf8')) : {};

test.use({ viewport: { width: 900, height: 900 }, colorScheme: 'light' });
// They write into one file.
test.describe.configure({ mode: 'serial' });

for (const [language, guide] of Object.entries(GUIDES)) {
  const text = readFileSync(path(`www/guides/${guide}.md`), 'utf8');
  for (const [name, show] of Object.entries(PICTURES)) {
    const file = `${name}-${language}.png`;
    test(`the screen says what it said when ${file} was made, and the guide shows that`, async ({ page, site }) => {
      await bringFonts(page);
      const [person, shown] = await show(page, site, language);
      await wear(person, 'usual');
      await expect(shown).toBeVisible();
      const said = (await shown.innerText()).replace(/\s+/g, ' ').trim();
      if (isBlessed) {
        mkdirSync(FOLDER, { recursive: true });
        await shown.scrollIntoViewIfNeeded();
        const { x, y, width, height } = await shown.boundingBox();
        const clip = { x: x - AROUND, y: y - AROUND, width: width + 2 * AROUND, height: height + 2 * AROUND };
        await page.screenshot({ path: FOLDER + file, clip, animations: 'disabled' });
        read[file] = said;
        writeFileSync(READ, `${JSON.stringify(read, null, 2)}\n`);
      }
      expect(said).toBe(read[file]);
      expect(existsSync(FOLDER + file)).toBe(true);
      expect(text).toMatch(new RegExp(`!\\[[^\\]]{20,}\\]\\(pictures/${file}\\)`));
    });
  }
}

test('every picture is one of these', () => {
  const wanted = Object.keys(GUIDES).flatMap((language) => Object.keys(PICTURES).map((name) => `${name}-${language}.png`));
  expect(readdirSync(FOLDER).sort()).toEqual(wanted.sort());
});
