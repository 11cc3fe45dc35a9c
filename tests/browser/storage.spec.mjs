// How long answers live: as long as the person chose, no longer than the page allows, and not a byte after deleting.
import { Person } from './person.mjs';
import { arrive, assessment, breakDown, halfway, keep, keyOf, land, progress, today, unfold, WIDGET } from './screens.mjs';
import { expect, listen, test } from './site.mjs';
import { competences, framework, wordsFor } from './words.mjs';

const FIRST = competences[0];
const SECOND = competences[1];

/** Chooses who and what, and where answers are kept; begins. */
async function begin(person, keeping) {
  await person.widget.getByRole('radio', { name: person.word('RaterSelf') }).check();
  await person.widget.getByRole('radio', { name: framework.roles[0].title[person.language] }).check();
  if (keeping) await person.keeps(keeping);
  await person.button('Begin').click();
  await person.isAsked(competences[0]);
}

/** Begins and answers the first question. */
async function answerFirst(person, keeping) {
  await begin(person, keeping);
  await person.answers.nth(3).check();
  await person.button('Continue').click();
  await person.isAsked(competences[1]);
}

/** What is kept, of this tab and of the device. */
const kept = (page) => page.evaluate(() => [sessionStorage.length, localStorage.length]);

test('answers kept in the tab are there after a reload, at the same place', async ({ page, site }) => {
  const person = await arrive(page, site);
  await answerFirst(person);
  expect(await kept(page)).toEqual([1, 0]);
  await page.reload();
  await expect(person.notice('Resumed')).toBeVisible();
  await expect(person.question(SECOND)).toBeVisible();
  await person.button('Back').click();
  await person.isAsked(FIRST);
  await expect(person.answers.nth(3)).toBeChecked();
});

test('answers kept in the tab are in no other tab', async ({ page, site, context }) => {
  const person = await arrive(page, site);
  await answerFirst(person);
  const other = new Person(await context.newPage());
  await other.page.goto(page.url());
  await expect(other.heading(framework.title.da)).toBeVisible();
  await expect(other.heading(other.word('KeptTitle'))).toHaveCount(0);
});

test('answers kept on the device are offered in another tab, and gone on from where they were left', async ({ page, site, context }) => {
  const person = await arrive(page, site);
  await answerFirst(person, 'KeepDevice');
  expect(await kept(page)).toEqual([0, 1]);
  const other = new Person(await context.newPage());
  await other.page.goto(page.url());
  await expect(other.heading(other.word('KeptTitle'))).toBeVisible();
  await other.press('KeptGoOn');
  await other.isAsked(SECOND);
  await other.button('Back').click();
  await expect(other.answers.nth(3)).toBeChecked();
});

test('answers that are offered can be deleted instead, once the person says so again', async ({ page, site, context }) => {
  await answerFirst(await arrive(page, site), 'KeepDevice');
  const other = new Person(await context.newPage());
  await other.page.goto(page.url());
  await other.press('KeptDelete');
  await expect(other.widget.getByRole('group', { name: other.word('DeleteKeptTitle') })).toBeFocused();
  expect(await kept(other.page)).toEqual([0, 1]);
  await other.press('DeleteConfirm');
  await expect(other.heading(other.word('KeptTitle'))).toHaveCount(0);
  await expect(other.heading(framework.title.da)).toBeFocused();
  await expect(other.announcement).toHaveText(other.word('KeptDeleted'));
  expect(await kept(other.page)).toEqual([0, 0]);
});

test('changing where answers are kept takes them from the place before', async ({ page, site }) => {
  const person = await land(page, site, { name: 'keep' });
  await person.widget.getByRole('radio', { name: person.word('KeepDevice') }).check();
  await expect.poll(() => kept(page)).toEqual([0, 1]);
  await person.widget.getByRole('radio', { name: person.word('KeepNowhere') }).check();
  await expect.poll(() => kept(page)).toEqual([0, 0]);
});

test('with `storage="none"` nothing is kept and nothing is asked', async ({ page, site }) => {
  const person = await arrive(page, site, { markup: WIDGET.replace('purpose', 'storage="none" purpose') });
  await expect(person.widget.getByText(person.word('KeepQuestion'))).toHaveCount(0);
  await expect(person.widget.getByText(person.word('NoticeKeptNowhere'))).toBeVisible();
  await answerFirst(person);
  expect(await kept(page)).toEqual([0, 0]);
});

test('with `storage="tab"` the device is not offered, and what it keeps not shown', async ({ page, site }) => {
  await keep(page, progress(halfway(), { name: 'check' }, { keeping: 'device' }), keyOf(halfway()), 'localStorage');
  const person = await arrive(page, site, { markup: WIDGET.replace('purpose', 'storage="tab" purpose') });
  await unfold(person);
  await expect(person.widget.getByRole('radio', { name: person.word('KeepTab') })).toBeVisible();
  await expect(person.widget.getByRole('radio', { name: person.word('KeepDevice') })).toHaveCount(0);
  await expect(person.heading(person.word('KeptTitle'))).toHaveCount(0);
});

test("an applicant's answers never get to the device", async ({ page, site }) => {
  const person = await arrive(page, site, { markup: WIDGET.replace('development', 'exploration') });
  await expect(person.widget.getByRole('radio', { name: person.word('KeepDevice') })).toHaveCount(0);
  await person.widget.getByRole('checkbox', { name: framework.roles[0].title.da }).check();
  await person.button('Begin').click();
  await person.isAsked(FIRST);
  expect(await kept(page)).toEqual([1, 0]);
});

for (const [place, keeping] of Object.entries({ tab: 'KeepTab', device: 'KeepDevice' })) {
  test(`deleting leaves nothing behind in the ${place}`, async ({ page, site }) => {
    const person = await arrive(page, site);
    await answerFirst(person, keeping);
    await person.press('DeleteAnswers');
    await person.pressAt(person.button('DeleteConfirm'));
    await person.reaches(framework.title.da);
    expect(await kept(page)).toEqual([0, 0]);
    await page.reload();
    await expect(person.heading(framework.title.da)).toBeVisible();
    await expect(person.button('CloseNotice')).toHaveCount(0);
  });
}

test('after deleting, a breakdown offers no answers', async ({ page, site, complaints }) => {
  const person = await arrive(page, site);
  await answerFirst(person);
  await person.press('DeleteAnswers');
  await person.pressAt(person.button('DeleteConfirm'));
  await person.reaches(framework.title.da);
  await breakDown(person, person.button('Begin'));
  await expect(person.widget.getByRole('alert').getByRole('button')).toHaveText(['Gå videre']);
  await complaints.contain(expect.any(String));
});

test('answers kept on the device for more than 90 days are gone', async ({ page, site }) => {
  const old = progress(halfway(), { name: 'check' }, { keeping: 'device', day: today() - 91 });
  await page.goto(site.show(''));
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [keyOf(halfway()), old]);
  const person = await arrive(page, site);
  await expect(person.heading(person.word('KeptTitle'))).toHaveCount(0);
  expect(await kept(page)).toEqual([0, 0]);
});

test('answers kept on the device for 90 days are still offered', async ({ page, site }) => {
  await keep(page, progress(halfway(), { name: 'check' }, { keeping: 'device', day: today() - 90 }), keyOf(halfway()), 'localStorage');
  const person = await arrive(page, site);
  await expect(person.heading(person.word('KeptTitle'))).toBeVisible();
});

test('what others wrote under our key is left alone', async ({ page, site }) => {
  await keep(page, 'not ours', keyOf(halfway()), 'localStorage');
  await keep(page, '{"format": "rokade.progress/1", "day": -1}', keyOf(assessment({ rater: 'manager' })));
  const person = await arrive(page, site);
  await expect(person.heading(framework.title.da)).toBeVisible();
  expect(await kept(page)).toEqual([1, 1]);
});

for (const [how, block] of Object.entries({
  'throws when it is asked for': () => {
    for (const name of ['sessionStorage', 'localStorage']) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException('no', 'SecurityError'); } });
    }
  },
  'declines to keep anything': () => {
    Storage.prototype.setItem = () => { throw new DOMException('no', 'SecurityError'); };
  },
  'has no room left': () => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
  },
})) {
  test(`where storage ${how}, the person is told once and can answer all the same`, async ({ page, site, complaints }) => {
    const isFull = how === 'has no room left';
    const told = await listen(page);
    await page.addInitScript(block);
    const person = await arrive(page, site);
    await begin(person);
    const notice = person.notice(isFull ? 'StorageFull' : 'StorageBlocked');
    await expect(notice).toBeVisible();
    await person.answers.nth(3).check();
    await person.button('Continue').click();
    await person.isAsked(SECOND);
    await expect(notice).toHaveCount(0);
    const code = isFull ? 'storage-full' : 'storage-blocked';
    expect(await told('rokade-error')).toEqual([{ code, message: expect.any(String) }]);
    await complaints.are([expect.stringContaining(`(${code})`)]);
    expect((await person.save()).json.responses.competences).toEqual({ [competences[0].id]: { answer: 'rated', level: 3 } });
  });
}

/** The browser has no room for a longer text than it has, from when the page says so. */
const withoutRoom = () => {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, text) {
    if (window.isFull && text.length > (this.getItem(key) ?? '').length) throw new DOMException('full', 'QuotaExceededError');
    setItem.call(this, key, text);
  };
};

test('where the room runs out that stands on every screen, and what is answered is kept once there is room again', async ({ page, site, complaints }) => {
  await page.addInitScript(withoutRoom);
  const person = await arrive(page, site);
  await answerFirst(person);
  await page.evaluate(() => (window.isFull = true));
  await person.answer(2);
  await person.isAsked(competences[2]);
  const line = person.widget.locator('.toolbar').getByText(person.word('StorageFull'), { exact: true });
  await expect(line).toBeVisible();
  await page.evaluate(() => (window.isFull = false));
  await person.choose(person.answers, 1);
  await expect(person.notice('KeptAgain')).toBeVisible();
  await expect(line).toHaveCount(0);
  const levels = () => page.evaluate(() => Object.keys(JSON.parse(Object.values(sessionStorage)[0]).assessment.responses.competences).length);
  expect(await levels()).toBe(3);
  complaints.mayCome();
});

test('what was kept before the room ran out says that it is older', async ({ page, site, complaints }) => {
  await page.addInitScript(withoutRoom);
  const person = await arrive(page, site);
  await answerFirst(person);
  await page.evaluate(() => (window.isFull = true));
  await person.answer(2);
  await person.isAsked(competences[2]);
  await page.reload();
  await expect(person.notice('ResumedOlder')).toBeVisible();
  await expect(person.notice('Resumed')).toHaveCount(0);
  await person.press('CloseNotice');
  const { json } = await person.save();
  expect(Object.keys(json.responses.competences)).toEqual([competences[0].id]);
  complaints.mayCome();
});

test('where the device has no room for them, answers stay in the tab', async ({ page, site, complaints }) => {
  await page.addInitScript(withoutRoom);
  const person = await land(page, site, { name: 'keep' });
  await page.evaluate(() => (window.isFull = true));
  await person.widget.getByRole('radio', { name: person.word('KeepDevice') }).check();
  await expect(person.notice('StorageFull')).toBeVisible();
  expect(await kept(page)).toEqual([1, 0]);
  await page.reload();
  await expect(person.notice('ResumedOlder')).toBeVisible();
  expect(Object.keys((await person.save()).json.responses.competences)).toHaveLength(25);
  // What isn't wanted on the device any more goes from there first.
  await person.widget.getByRole('radio', { name: person.word('KeepDevice') }).check();
  await expect.poll(() => kept(page)).toEqual([0, 1]);
  await page.evaluate(() => (window.isFull = true));
  await person.widget.getByRole('radio', { name: person.word('KeepTab') }).check();
  await expect.poll(() => kept(page)).toEqual([0, 0]);
  complaints.mayCome();
});

test('after a breakdown the file leaves the examples out, and says so', async ({ page, site, complaints }) => {
  const evidence = { [competences[0].id]: 'Hver fredag' };
  const person = await land(page, site, { name: 'question', competence: competences[3].id, then: 'goOn' }, { answers: assessment({ evidence }) });
  await breakDown(person);
  const { words } = wordsFor('da');
  await expect(person.widget).toContainText(words.withoutExamples);
  const saved = await person.save(person.widget.getByRole('button', { name: words.save }));
  expect(saved.text).not.toContain('Hver fredag');
  await person.widget.getByRole('button', { name: words.goOn }).click();
  await expect(person.notice('Resumed')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain('Hver fredag');
  complaints.mayCome();
});
