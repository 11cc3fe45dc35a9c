// The whole way from the first screen to the saved file: by keyboard alone, on the page with the strictest policy; and to a
// plan, by keyboard and with a thumb on a phone.
import { deleteAll, goToResults, keepFile } from './journey.mjs';
import { Person, ThumbPerson } from './person.mjs';
import { arrive, cameUnasked, WIDGET } from './screens.mjs';
import { expect, test } from './site.mjs';
import { framework } from './words.mjs';

for (const language of ['da', 'en']) {
  test(`the whole journey can be made with the keyboard alone under the strictest policy (${language})`, async ({ page, site }) => {
    test.setTimeout(240_000);
    const person = new Person(page, { language });
    await page.goto(`/demo/strict.html?lang=${language}`);
    await expect(person.heading(person.text(framework.title))).toBeVisible();
    await cameUnasked(site);
    const loaded = site.requests.length;
    await goToResults(person);
    await keepFile(person);
    await deleteAll(person);
    expect(site.requests.slice(loaded)).toEqual([]);
  });
}

/** From the first screen to a saved file with an agreement about the first suggestion. Gives the file. */
async function planFirstSuggestion(person, purpose) {
  const isNew = purpose === 'onboarding';
  await person.choose(person.group('RoleQuestion'), 0);
  if (isNew) await person.choose(person.group('StageQuestion'), 1);
  await person.press('Begin');
  for (const dimension of framework.dimensions) {
    for (const [place, competence] of dimension.competences.entries()) {
      await person.isAsked(competence);
      await person.answer(place % 3);
    }
    await person.reaches(person.word('PartDoneTitle', { dimension: person.text(dimension.title) }));
    await person.press('Continue');
  }
  if (!isNew) {
    await person.reaches(person.word('BalanceTitle'));
    await person.press('Continue');
  }
  await person.reaches(person.word('AreasTitle'));
  await person.pressAt(person.widget.locator('summary', { hasText: person.word('AreasAll', { count: framework.areas.length }) }));
  const [{ title, unit }] = framework.areas;
  await person.tick(`${person.text(title)} · ${person.text(unit)}`);
  await person.press('Continue');
  await person.reaches(person.word('CheckTitle'));
  await person.press('SeeResults');
  await person.reaches(person.word('ResultsTitle'));
  await person.press('MenuSuggestions');
  await person.reaches(person.word('SuggestionsTitle'));
  const card = person.widget.getByRole('article').first();
  await person.pressAt(card.locator('summary').first());
  await person.pressAt(card.getByRole('button', { name: person.word('PlanFrom', { title: '' }) }));
  // One goes on with the suggestions, and to the plan when one likes.
  await expect(person.announcement).toHaveText(person.word('PlanAdded'));
  await person.press('MenuPlan');
  await person.reaches(person.word('PlanTitle'));
  const agreement = person.widget.getByRole('group', { name: person.word('PlanItem', { number: 1 }), exact: true });
  await person.write(agreement.getByLabel(person.word('PlanActivity')), 'To dage om ugen');
  await person.choose(agreement.getByRole('radio'), 2);
  await person.date(agreement.getByLabel(person.word('PlanDue')), '2027-06-30');
  await person.press('KeepTitle');
  await person.reaches(person.word('KeepTitle'));
  return (await person.save()).json;
}

const HANDS = {
  'with the keyboard alone': { use: {}, hand: Person },
  'with a thumb on a phone': { use: { viewport: { width: 390, height: 664 }, hasTouch: true, isMobile: true }, hand: ThumbPerson },
};
for (const [how, { use, hand }] of Object.entries(HANDS)) {
  test.describe(how, () => {
    test.use(use);
    for (const [purpose, language] of [['development', 'da'], ['onboarding', 'en']]) {
      test(`from the first screen to a saved plan (${purpose}, ${language})`, async ({ page, site }) => {
        test.setTimeout(240_000);
        await arrive(page, site, { markup: WIDGET.replace('purpose="development"', `purpose="${purpose}" rater="self"`), language });
        const file = await planFirstSuggestion(new hand(page, { language }), purpose);
        expect(file).toMatchObject({ purpose, plan: [{ activity: expect.stringContaining('To dage om ugen'), responsible: 'together', due: '2027-06-30' }] });
        expect(file.plan[0].area).not.toBeNull();
        expect(file.wishes.areas).toEqual({ [framework.areas[0].id]: 2 });
        expect(Object.keys(file.responses.competences)).toHaveLength(25);
      });
    }
  });
}
