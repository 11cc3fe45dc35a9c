// How long answers live, in three engines: as long as the person chose and the browser lets them, and none is lost
// without a word.
import { Person } from '../person.mjs';
import { arrive, halfway, keep, keyOf, progress, today, WIDGET } from '../screens.mjs';
import { listen } from '../site.mjs';
import { competences, framework } from '../words.mjs';
import { expect, part, situation } from './situation.mjs';

const [FIRST, SECOND, THIRD] = competences;
const kept = (page) => page.evaluate(() => [sessionStorage.length, localStorage.length]);
const answers = async (person) => (await person.save()).json.responses.competences;
const rated = (...levels) => Object.fromEntries(levels.map((level, place) => [competences[place].id, { answer: 'rated', level }]));

/** Chooses who and what, and where answers are kept; begins. */
async function begin(person, keeping) {
  const group = (key) => person.widget.getByRole('group', { name: person.word(key) }).getByRole('radio');
  await person.choose(group('RaterQuestion'), 0);
  await person.choose(group('RoleQuestion'), 0);
  if (keeping) await person.keeps(keeping);
  await person.press('Begin');
  await person.isAsked(FIRST);
  return person;
}

/** The page that this person is on, in another window. */
async function elsewhere(context, { page }) {
  const other = new Person(await context.newPage());
  await other.page.goto(page.url());
  await expect(other.widget.getByRole('heading').first()).toBeVisible();
  return other;
}

/** Puts something where answers are kept, and opens a page that may find it. */
async function arriveWith(page, site, text, key = keyOf(halfway())) {
  await keep(page, text, key, 'localStorage');
  return arrive(page, site);
}

part('Storage', () => {
  situation('kept in the tab: there after a reload at the same place, in no other window, on no device', {}, async ({ page, site, context }) => {
    const person = await begin(await arrive(page, site), 'KeepTab');
    await person.answer(3);
    await person.isAsked(SECOND);
    expect(await kept(page)).toEqual([1, 0]);
    await page.reload();
    await expect(person.notice('Resumed')).toBeVisible();
    await expect(person.question(SECOND)).toBeVisible();
    const other = await elsewhere(context, person);
    await expect(other.heading(framework.title.da)).toBeVisible();
    await expect(other.heading(other.word('KeptTitle'))).toHaveCount(0);
  });

  situation('kept on the device: offered when the window is closed and opened anew, gone on from, and deleted for good', {}, async ({ page, site, context }) => {
    const before = await begin(await arrive(await context.newPage(), site), 'KeepDevice');
    await before.answer(3);
    await before.isAsked(SECOND);
    expect(await kept(before.page)).toEqual([0, 1]);
    const address = before.page.url();
    await before.page.close();
    await page.goto(address);
    const person = new Person(page);
    await expect(person.heading(person.word('KeptTitle'))).toBeVisible();
    await person.press('KeptGoOn');
    await person.isAsked(SECOND);
    expect(await answers(person)).toEqual(rated(3));
    await person.press('DeleteAnswers');
    await person.press('DeleteConfirm');
    await person.reaches(framework.title.da);
    expect(await kept(page)).toEqual([0, 0]);
    await page.reload();
    await expect(person.heading(framework.title.da)).toBeVisible();
    await expect(person.heading(person.word('KeptTitle'))).toHaveCount(0);
  });

  situation('kept nowhere: by the person\'s choice or the page\'s, not a byte is left', {}, async ({ page, site }) => {
    const person = await begin(await arrive(page, site), 'KeepNowhere');
    await person.answer(3);
    await person.isAsked(SECOND);
    expect(await kept(page)).toEqual([0, 0]);
    const other = await arrive(page, site, { markup: WIDGET.replace('purpose', 'storage="none" purpose') });
    await expect(other.widget.getByText(other.word('KeepQuestion'))).toHaveCount(0);
    await begin(other);
    await other.answer(3);
    await other.isAsked(SECOND);
    expect(await kept(page)).toEqual([0, 0]);
  });

  /** The person is told once, goes on all the same, and has the file. */
  async function goesOnWithout(person, key) {
    await expect(person.notice(key)).toBeVisible();
    await person.answer(3);
    await person.isAsked(SECOND);
    await expect(person.notice(key)).toHaveCount(0);
    expect(await answers(person)).toEqual(rated(3));
  }

  situation(
    'blocked by a setting of the browser: said once, and one can answer all the same',
    { note: { webkit: 'MiniBrowser can switch off the storage of the device, not that of the tab' } },
    async ({ site, browse, engine }) => {
      const page = await browse({ blocksStorage: true });
      const told = await listen(page);
      const person = await arrive(page, site);
      expect(await page.evaluate(() => {
        try {
          return localStorage;
        } catch ({ name }) {
          return name;
        }
      })).toBe(engine === 'webkit' ? null : 'SecurityError');
      await begin(person, 'KeepDevice');
      await goesOnWithout(person, 'StorageBlocked');
      expect(await told('rokade-error')).toEqual([{ code: 'storage-blocked', message: expect.any(String) }]);
      expect(await page.browser.complaints()).toEqual([expect.stringContaining('(storage-blocked)')]);
    },
  );

  situation('blocked by the page around it: said once, and one can answer all the same', {}, async ({ page, site, complaints }) => {
    await page.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage']) {
        Object.defineProperty(window, name, { get: () => { throw new DOMException('no', 'SecurityError'); } });
      }
    });
    const person = await begin(await arrive(page, site), 'KeepTab');
    await goesOnWithout(person, 'StorageBlocked');
    expect(await complaints()).toEqual([expect.stringContaining('(storage-blocked)')]);
  });

  situation('full to the brim: said once, and one can answer all the same', {}, async ({ page, site, complaints }) => {
    const person = await arrive(page, site);
    await page.evaluate(() => {
      let filler = 'x'.repeat(1 << 20);
      for (let place = 0; filler; place++) {
        try {
          localStorage.setItem(`filler-${place}`, filler);
        } catch {
          filler = filler.slice(0, filler.length >> 1);
        }
      }
    });
    await begin(person, 'KeepDevice');
    await goesOnWithout(person, 'StorageFull');
    expect(await complaints()).toEqual([expect.stringContaining('(storage-full)')]);
    await page.evaluate(() => localStorage.clear());
  });

  situation(
    'in a private window: kept on the device for as long as the window is there, and gone with it',
    { note: { webkit: 'every window that WebKitWebDriver starts is private; that MiniBrowser forgets it is shown, not that Safari does' } },
    async ({ site, browse }) => {
      const page = await browse({ isPrivate: true });
      const person = await begin(await arrive(page, site), 'KeepDevice');
      await person.answer(3);
      await person.isAsked(SECOND);
      await page.reload();
      await expect(person.heading(person.word('KeptTitle'))).toBeVisible();
      await person.press('KeptGoOn');
      await person.isAsked(SECOND);
      const later = await browse({ isPrivate: true });
      await later.goto(page.url());
      const other = new Person(later);
      await expect(other.heading(framework.title.da)).toBeVisible();
      expect(await kept(later)).toEqual([0, 0]);
    },
  );

  situation('after 90 days on the device they are gone, before that they are offered', {}, async ({ page, site }) => {
    const old = (days) => progress(halfway(), { name: 'check' }, { keeping: 'device', day: today() - days });
    const person = await arriveWith(page, site, old(90));
    await expect(person.heading(person.word('KeptTitle'))).toBeVisible();
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [keyOf(halfway()), old(91)]);
    await page.reload();
    await expect(person.heading(framework.title.da)).toBeVisible();
    await expect(person.heading(person.word('KeptTitle'))).toHaveCount(0);
    expect(await kept(page)).toEqual([0, 0]);
  });

  situation('from an older version of the framework: offered, with a word about it', {}, async ({ page, site }) => {
    const older = halfway(10, { framework: { id: framework.id, version: '2020.1' } });
    const person = await arriveWith(page, site, progress(older, { name: 'check' }, { keeping: 'device' }));
    await person.press('KeptGoOn');
    await person.reaches(person.word('CheckTitle'));
    await expect(person.notice('ResumedOtherVersion', { version: '2020.1', own: framework.version })).toBeVisible();
    expect(Object.keys(await answers(person))).toHaveLength(10);
  });

  const whole = progress(halfway(), { name: 'check' }, { keeping: 'device' });
  for (const [name, text] of Object.entries({
    'from another version of Rokade': whole.replace('rokade.progress/1', 'rokade.progress/2'),
    'cut short': whole.slice(0, 500),
    'written over by something else': '{"format": 7}',
  })) {
    situation(`${name}: said, left alone, and nothing breaks`, {}, async ({ page, site }) => {
      const person = await arriveWith(page, site, text);
      await expect(person.notice('KeptUnread')).toBeVisible();
      await expect(person.heading(person.word('KeptTitle'))).toHaveCount(0);
      await begin(person, 'KeepDevice');
      await person.answer(3);
      await person.isAsked(SECOND);
      expect(await page.evaluate((key) => localStorage.getItem(key), keyOf(halfway()))).toBe(text);
      expect(await kept(page)).toEqual([0, 2]);
    });
  }
});

part('Two windows with the same answers', () => {
  /** Two people, or one, with the same answers from the device: the first question is on the screen of both. */
  async function both(page, site, context) {
    const one = await begin(await arrive(page, site), 'KeepDevice');
    const other = await elsewhere(context, one);
    await other.press('KeptGoOn');
    await other.isAsked(FIRST);
    return [one, other];
  }

  situation('what is answered in one shows in the other, which goes on from there: no answer is lost', {}, async ({ page, site, context }) => {
    const [one, other] = await both(page, site, context);
    await one.answer(1);
    await one.isAsked(SECOND);
    await one.answer(2);
    await one.isAsked(THIRD);
    await expect(other.answers.nth(1)).toBeChecked();
    await expect(other.notice('ChangedElsewhere')).toBeVisible();
    await expect(other.announcement).toHaveText(other.word('ChangedElsewhere'));
    await other.answer(3);
    await other.isAsked(SECOND);
    await expect(other.answers.nth(2)).toBeChecked();
    expect(await answers(other)).toEqual(rated(3, 2));
    expect(await answers(one)).toEqual(rated(3, 2));
  });

  situation('also where the browser tells no window of the other', {}, async ({ page, site, context }) => {
    await page.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), true));
    const [one, other] = await both(page, site, context);
    await one.answer(1);
    await one.isAsked(SECOND);
    await one.answer(2);
    await one.isAsked(THIRD);
    await expect(other.answers.nth(1)).not.toBeChecked();
    await other.answer(3);
    await other.isAsked(SECOND);
    expect(await answers(other)).toEqual(rated(3, 2));
  });

  situation('what is offered in one is gone on from as it is by then', {}, async ({ page, site, context }) => {
    const one = await begin(await arrive(page, site), 'KeepDevice');
    const other = await elsewhere(context, one);
    await expect(other.heading(other.word('KeptTitle'))).toBeVisible();
    await one.answer(1);
    await one.isAsked(SECOND);
    await other.press('KeptGoOn');
    await other.isAsked(SECOND);
    expect(await answers(other)).toEqual(rated(1));
  });

  situation('what is deleted in one is not kept again from the other, which says so and still has it', {}, async ({ page, site, context }) => {
    const [one, other] = await both(page, site, context);
    await other.answer(1);
    await other.isAsked(SECOND);
    await one.press('DeleteAnswers');
    await one.press('DeleteConfirm');
    await one.reaches(framework.title.da);
    await expect(other.notice('DeletedElsewhere')).toBeVisible();
    await other.answer(2);
    await other.isAsked(THIRD);
    expect(await kept(page)).toEqual([0, 0]);
    expect(await answers(other)).toEqual(rated(1, 2));
  });
});
