// The main journeys by ear. What is said stands in `said/`, to be read as a screen reader's user hears it.
import { arrive, assessment, full, halfway, land, open } from '../browser/screens.mjs';
import { competences, framework } from '../browser/words.mjs';
import { expect, test } from './listening.mjs';

const UNKNOWN = '<rokade-assessment framework="../frameworks/souschef.json"></rokade-assessment>';
const question = (place) => ({ name: 'question', competence: competences[place].id, then: 'goOn' });

for (const language of ['da', 'en']) {
  test(`the first screen ${language}`, async ({ page, site, ear }) => {
    const person = await arrive(page, site, { markup: UNKNOWN, language });
    await ear.waits();
    await ear.tabTo(person.widget.locator('summary').first());
    await ear.press('Return', 'opens it');
    await ear.press('Return', 'closes it');
    await ear.tabTo(person.group('PurposeQuestion').first());
    await ear.intoControls();
    await ear.press('Down', 'arrow down');
    await ear.tabTo(person.button('Begin'));
    await ear.press('Return', 'begins with answers missing');
    await expect(person.widget.getByRole('alert')).toBeFocused();
    await ear.press('Tab', 'Tab');
  });

  test(`a question and its answer ${language}`, async ({ page, site, ear }) => {
    const person = await land(page, site, question(0), { answers: halfway(0), language });
    await ear.waits();
    await ear.tabTo(person.button('Continue'));
    await ear.press('Return', 'goes on without an answer');
    await expect(person.widget.getByRole('alert')).toBeFocused();
    await ear.press('Tab', 'Tab to the link');
    await ear.press('Return', 'follows it');
    await ear.intoControls();
    await ear.press('Down', 'arrow down');
    await ear.press('Down', 'arrow down');
    await ear.press('space', 'chooses it');
    await ear.tabTo(person.button('Continue'));
    await ear.press('Return', 'goes on');
    await expect(person.heading(new RegExp(person.text(competences[1].title)))).toBeFocused();
    await ear.readOn();
  });

  test(`deleting the answers ${language}`, async ({ page, site, ear }) => {
    const person = await land(page, site, { name: 'check' }, { answers: halfway(), language });
    await ear.waits();
    await ear.goTo(person.button('DeleteAnswers'), 'goes to the button that deletes');
    await ear.press('Return', 'presses it');
    await expect(person.deletion).toBeVisible();
    await ear.press('Tab', 'Tab');
    await ear.press('Return', 'leaves it');
  });

  test(`the overview ${language}`, async ({ page, site, ear }) => {
    const person = await land(page, site, { name: 'check' }, { language });
    await ear.waits();
    await ear.goTo(person.button('SeeResults').last(), 'goes to the way to the results');
    await ear.press('Return', 'presses it');
    await person.reaches(person.word('ResultsTitle'));
    await ear.tabTo(person.widget.locator('summary').nth(1));
    await ear.press('Return', 'opens it');
  });

  test(`a suggestion opened, and a wish ${language}`, async ({ page, site, ear }) => {
    const person = await land(page, site, { name: 'suggestions' }, { language });
    await ear.waits();
    const card = person.widget.getByRole('article').first();
    await ear.goTo(card.locator('summary').first(), 'goes to the first suggestion');
    await ear.press('Return', 'opens it');
    await expect(card.getByRole('button').first()).toBeVisible();
    await ear.press('Tab', 'Tab');
    await ear.press('space', 'wishes for it');
    await ear.press('space', 'takes it back');
    await ear.goTo(card.locator('.why > summary'), 'goes to why');
    await ear.press('Return', 'opens it');
  });

  test(`the plan ${language}`, async ({ page, site, ear }) => {
    const person = await land(page, site, { name: 'plan' }, { answers: full(), language });
    await ear.waits();
    await ear.goTo(person.button('PlanAdd'), 'goes to the button that adds an agreement');
    await ear.press('Return', 'presses it');
    await ear.press('Tab', 'Tab');
    await ear.press('Tab', 'Tab');
    await ear.goTo(person.button('PlanRemove', { number: 3 }), 'goes to the button that takes it out');
    await ear.press('Return', 'presses it');
  });

  test(`a file that is not ours ${language}`, async ({ page, site, ear }) => {
    const person = await arrive(page, site, { language });
    await ear.waits();
    await open(person, { format: 'something else' });
    await expect(person.notice('DeclinedNotOurs')).toBeVisible();
    await ear.hears('a file is chosen');
    await ear.press('Tab', 'Tab');
  });

  test(`somebody else's file ${language}`, async ({ page, site, ear }) => {
    const person = await land(page, site, { name: 'results' }, { language });
    await ear.waits();
    await open(person, assessment({ rater: 'manager', wishes: { competences: {}, areas: {} } }));
    await expect(person.button('CompareWithOwn')).toBeVisible();
    await ear.hears('a file is chosen');
    await ear.press('Tab', 'Tab');
    await ear.tabTo(person.button('ReadFile'));
    await ear.press('Return', 'reads it');
    await expect(person.widget.locator('article')).toBeVisible();
    await ear.readOn();
  });
}
