// The whole way by keyboard alone, from the first screen to the file and to deleting, one piece after the other. Tests in
// all browsers go it; it knows none of them.
import { unfold } from './screens.mjs';
import { expect } from './expect.mjs';
import { competences, framework } from './words.mjs';

/** Answers with strengths and gaps; place 5 is the first answer off the scale. */
const ANSWERS = [2, 3, 3, 0, 1, 2, 2, 3, 3, 1, 2, 4, 3, 2, 1, 0, 5, 2, 2, 3, 1, 2, 0, 3, 6];

/** Goes from the first screen of the shipped framework to the results, and changes something there. */
export async function goToResults(person) {
  const role = framework.roles[0];

  // The first screen asks what is missing, and takes nothing for granted.
  await person.press('Begin');
  const summary = person.widget.getByRole('alert');
  await expect(summary).toBeFocused();
  await person.pressAt(summary.getByRole('link', { name: person.word('RaterMissing') }));
  await expect(person.widget.getByRole('radio', { name: person.word('RaterSelf') })).toBeFocused();
  await person.page.keyboard.press('Space');
  await person.choose(person.widget.getByRole('group', { name: person.word('RoleQuestion') }).getByRole('radio'), 0);

  // Reading the role, and back.
  await person.press('ReadRoleNamed', { role: person.text(role.title) });
  await person.reaches(person.text(role.title));
  await person.press('Back');
  await person.reaches(person.text(framework.title));
  await person.press('Begin');

  // Every question; the first one only on the second try.
  let place = 0;
  for (const [part, dimension] of framework.dimensions.entries()) {
    for (const competence of dimension.competences) {
      await person.isAsked(competence);
      if (place === 0) {
        await person.press('Continue');
        await expect(summary).toBeFocused();
        await expect(summary).toContainText(person.word('AnswerMissing'));
        await person.pressAt(summary.getByRole('link'));
        await expect(person.answers.first()).toBeFocused();
        await person.choose(person.answers, ANSWERS[0]);
        await person.tick(person.word('WantToGetBetter'));
        await person.press('Continue');
      } else {
        await person.answer(ANSWERS[place]);
      }
      place += 1;
    }
    await person.reaches(person.word('PartDoneTitle', { dimension: person.text(dimension.title) }));
    if (part === 1) {
      await person.press('DepthBegin');
      for (const [at, behaviour] of dimension.behaviours.entries()) {
        await person.isAsked(behaviour);
        await person.answer(at % 6);
      }
    } else {
      await person.press('Continue');
    }
  }
  expect(place).toBe(competences.length);

  // What head and deputy agreed.
  await person.reaches(person.word('BalanceTitle'));
  const agreed = person.widget.getByRole('group', { name: person.word('BalanceQuestion') }).getByRole('radio');
  await person.choose(agreed, 1);
  await person.tick(person.text(framework.dimensions[0].title));
  await person.press('Continue');

  // Areas.
  await person.reaches(person.word('AreasTitle'));
  await expect(person.button('Skip').first()).toBeVisible();
  await person.pressAt(person.widget.locator('summary', { hasText: person.word('AreasAll', { count: framework.areas.length }) }));
  const { title, unit } = framework.areas[0];
  await person.tick(`${person.text(title)} · ${person.text(unit)}`);
  await person.press('Continue');

  // Checking, and changing one answer.
  await person.reaches(person.word('CheckTitle'));
  await expect(person.widget).toContainText(person.word('CheckAnswered', { answered: 25, total: 25 }));
  await person.press('ChangeNamed', { title: person.text(competences[24].title) });
  await person.isAsked(competences[24]);
  await person.answer(2, 'SaveAnswer');
  await expect(person.heading(person.word('CheckTitle'))).toBeVisible();
  await expect(person.button('ChangeNamed', { title: person.text(competences[24].title) })).toBeFocused();
  await person.press('SeeResults');
  await person.reaches(person.word('ResultsTitle'));

  // Changing an answer among the competences changes the suggestions.
  const suggested = async () => {
    await person.press('MenuSuggestions');
    await person.reaches(person.word('SuggestionsTitle'));
    return person.widget.getByRole('article').allInnerTexts();
  };
  const before = await suggested();
  expect(before.length).toBeGreaterThan(2);
  await person.press('MenuProfile');
  await person.reaches(person.word('ProfileTitle'));
  await person.press('ChangeNamed', { title: person.text(competences[3].title) });
  await person.isAsked(competences[3]);
  await person.answer(4, 'SaveAnswer');
  await expect(person.heading(person.word('ProfileTitle'))).toBeVisible();
  await expect(person.button('ChangeNamed', { title: person.text(competences[3].title) })).toBeFocused();
  expect(await suggested()).not.toEqual(before);

  // So does a wish, at once; the focus stays on it, and pressed again it is taken back.
  const wished = person.text(framework.areas[1].title);
  const wish = person.widget.getByRole('group', { name: person.word('WishFor', { area: wished }), exact: true }).getByRole('button').first();
  await unfold(person);
  await expect(wish).toHaveAttribute('aria-pressed', 'false');
  for (const pressed of ['true', 'false', 'true']) {
    await person.pressAt(wish);
    await expect(wish).toHaveAttribute('aria-pressed', pressed);
    await expect(person.announcement).toContainText(wished);
    await expect(wish).toBeFocused();
  }
}

/** Goes from the results to keeping, and saves the file. */
export async function keepFile(person) {
  await person.press('KeepTitle');
  await person.reaches(person.word('KeepTitle'));
  const file = await person.save();
  await expect(person.announcement).toHaveText(person.word('FileSaved'));
  expect(Object.keys(file.json.responses.competences)).toHaveLength(25);
  expect(file.json.language).toBe(person.language);
  return file;
}

/** Deletes everything: the question takes the focus, and gives it back. */
export async function deleteAll(person) {
  await person.press('DeleteAnswers');
  await expect(person.deletion).toBeFocused();
  await person.pressAt(person.deletion.getByRole('button', { name: person.word('Cancel') }));
  await expect(person.deletion).toHaveCount(0);
  await expect(person.button('DeleteAnswers').first()).toBeFocused();
  await person.page.keyboard.press('Enter');
  await person.pressAt(person.deletion.getByRole('button', { name: person.word('DeleteConfirm') }));
  await person.reaches(person.text(framework.title));
  await expect(person.announcement).toHaveText(person.word('AnswersDeleted'));
}
