// A question fits the window: whoever answers never turns the wheel. Measured at every question of every framework that is
// shipped, in both languages, for both raters, in three fonts.
import { readFileSync, readdirSync } from 'node:fs';
import { FONTS, wear } from './fonts.mjs';
import { expect, test } from './measured.mjs';
import { arrive, halfway, keep, keyOf, land, progress, screens, unfold } from './screens.mjs';
import { competences, framework } from './words.mjs';

const FOLDER = new URL('../../frameworks/', import.meta.url);
const frameworks = readdirSync(FOLDER).map((name) => [name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))]);

/** An office laptop and a phone, with what has to be in view there. */
const WINDOWS = {
  'an office laptop': { width: 1366, height: 650, seen: '.progress, .asked, .group-name, .choice:not(.wish *), .choice-description, .bar button' },
  'a phone': { width: 390, height: 664, seen: '.group-name, .choice-label:not(.wish *), .bar button' },
};

/** What of this is out of the window, or below the bar with the buttons. */
const outOfView = ({ shadowRoot }, seen) => {
  const bar = shadowRoot.querySelector('.bar').getBoundingClientRect();
  return [...shadowRoot.querySelectorAll(seen)].flatMap((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const end = element.closest('.bar') ? innerHeight : Math.min(bar.top, innerHeight);
    return element.checkVisibility() && (top < 0 || bottom > end + 0.5) ? [`${element.textContent.slice(0, 40)}: ${Math.round(top)} to ${Math.round(bottom)} of ${Math.round(end)}`] : [];
  });
};

/** Presses the button of this kind, and waits for the next screen. Gives its heading. */
const goOn = async ({ shadowRoot }, button) => {
  const heading = () => shadowRoot.querySelector('[data-focus=heading]');
  const before = heading();
  shadowRoot.querySelector(button).click();
  while (heading() === before) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return heading().textContent;
};

for (const [name, framework] of frameworks) {
  for (const [place, { width, height, seen }] of Object.entries(WINDOWS)) {
    test(`every question of ${framework.id} fits the window of ${place}`, async ({ page, site }) => {
      test.slow();
      await page.setViewportSize({ width, height });
      const competences = framework.dimensions.flatMap((dimension) => dimension.competences);
      const wrong = [];
      for (const language of ['da', 'en']) {
        for (const rater of ['self', 'manager']) {
          const role = framework.roles[0].id;
          const markup = `<rokade-assessment framework="../frameworks/${name}" purpose="development" rater="${rater}" role-id="${role}" storage="none"></rokade-assessment>`;
          const person = await arrive(page, site, { markup, language });
          await wear(person, FONTS.at(-1));
          await person.widget.evaluate(goOn, '.first button[type=submit]');
          for (let left = competences.length; left > 0; ) {
            // Between the questions stand the ends of dimensions; whoever answers about themselves goes into depth there.
            const isSelf = rater === 'self';
            if (!(await person.widget.locator('.asks').count())) {
              await person.widget.evaluate(goOn, isSelf ? '.secondary' : '.primary');
              continue;
            }
            const title = await person.widget.locator('.asked').innerText();
            for (const font of FONTS.toReversed()) {
              await wear(person, font);
              const found = await person.widget.evaluate(outOfView, seen);
              if (found.length) wrong.push({ language, rater, font, title, found });
            }
            // A step shows itself by what it needs, and the widest needs the most.
            await wear(person, FONTS.at(-1));
            const isInDepth = isSelf && !(await person.widget.locator('.wish').count());
            if (!isInDepth) left -= 1;
            if (left > 0) await person.widget.evaluate(goOn, '.bar .quiet');
          }
        }
      }
      expect(wrong).toEqual([]);
    });
  }
}

const FIXED = '<rokade-assessment framework="../frameworks/souschef.json" purpose="development" rater="self" role-id="souschef-fagkontor"></rokade-assessment>';
const asked = (place) => ({ name: 'question', competence: competences[place].id, then: 'goOn' });
const begin = (person) => person.widget.evaluate(goOn, '.first button[type=submit]');

for (const [name, framework] of frameworks) {
  test(`what begins ${framework.id} is in view on an office laptop, whatever is still to be chosen`, async ({ page, site }) => {
    await page.setViewportSize({ width: 1366, height: 650 });
    for (const language of ['da', 'en']) {
      for (const fixed of ['', 'purpose="development"', 'purpose="onboarding"', 'purpose="exploration"', `purpose="development" rater="manager" role-id="${framework.roles[0].id}"`]) {
        const person = await arrive(page, site, { markup: `<rokade-assessment framework="../frameworks/${name}" ${fixed}></rokade-assessment>`, language });
        for (const font of FONTS) {
          await wear(person, font);
          await person.widget.evaluate((element) => element.scrollIntoView());
          await expect(person.button('Begin'), `${language} ${fixed} ${font}`).toBeInViewport({ ratio: 1 });
        }
      }
    }
  });
}

/** So many windows of this size an answered deputy's overview may fill. */
const OVERVIEW = { 'an office screen': { width: 1280, height: 800, most: 2 }, 'a small phone': { width: 360, height: 640, most: 4 } };
for (const [place, { width, height, most }] of Object.entries(OVERVIEW)) {
  test(`the overview of an answered deputy fills at most ${most} windows of ${place}, whatever the font`, async ({ site, context }) => {
    for (const language of ['da', 'en']) {
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      const person = await land(page, site, { name: 'results' }, { language });
      for (const font of FONTS) {
        await wear(person, font);
        const box = await person.widget.boundingBox();
        expect(box.height, `${language}, ${font}`).toBeGreaterThan(height / 2);
        expect(box.height, `${language}, ${font}`).toBeLessThanOrEqual(most * height);
      }
      await page.close();
    }
  });
}

test('who returns has the way on in view, and it is the main button', async ({ page, site }) => {
  await page.setViewportSize({ width: 1366, height: 650 });
  await keep(page, progress(halfway(), asked(10), { keeping: 'device' }), keyOf(halfway()), 'localStorage');
  const person = await arrive(page, site);
  for (const font of FONTS) {
    await wear(person, font);
    await expect(person.button('KeptGoOn')).toBeInViewport({ ratio: 1 });
  }
  await expect(person.widget.locator('.primary')).toHaveText([person.word('KeptGoOn')]);
});

const SCROLLS = { 'an office laptop': [1366, 650], 'a phone': [390, 664] };
for (const [place, [width, height]] of Object.entries(SCROLLS)) {
  for (const font of FONTS) {
    test.describe(() => {
      test.use({ font });

      test(`from one question to the next nothing jumps on ${place}, in a font that is ${font}`, async ({ page, site }) => {
        await page.setViewportSize({ width, height });
        const person = await arrive(page, site, { markup: `<div class="above"></div>${FIXED}` });
        await page.evaluate(() => document.querySelector('.above').append(...Array.from({ length: 30 }, () => document.createElement('p'))));
        await page.locator('.above p').evaluateAll((all) => all.forEach((p) => p.append('Above')));
        await begin(person);
        const at = () => person.widget.locator('.widget').evaluate((element) => Math.abs(Math.round(element.getBoundingClientRect().top)));
        for (let place = 0; place < 8; place++) {
          expect(await at()).toBe(0);
          await person.widget.evaluate(goOn, '.bar .quiet');
        }
        // The end of the part is short.
        await expect(person.widget.locator('.screen')).toBeInViewport({ ratio: 1 });
      });
    });
  }
}

test('a screen that is in view stays where it is', async ({ page, site }) => {
  await page.setViewportSize({ width: 1366, height: 1000 });
  const person = await arrive(page, site, { markup: FIXED });
  await begin(person);
  for (let place = 0; place < 3; place++) await person.widget.evaluate(goOn, '.bar .quiet');
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("a step stands clear of the page's bar that stays, when the page says how high it is", async ({ page, site }) => {
  await page.setViewportSize({ width: 1366, height: 800 });
  const person = await arrive(page, site, { markup: FIXED });
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('header { position: sticky; z-index: 1; inset-block-start: 0; block-size: 100px; background: #ddd; } main { min-height: 3000px; } rokade-assessment { --rokade-scroll-margin: 100px; }');
    document.adoptedStyleSheets = [sheet];
    document.body.prepend(document.createElement('header'));
    scrollTo(0, 150);
  });
  await begin(person);
  for (let place = 0; place < 3; place++) {
    const { y } = await person.widget.locator('.progress').boundingBox();
    expect(Math.round(y)).toBeGreaterThanOrEqual(100);
    await person.widget.evaluate(goOn, '.bar .quiet');
  }
  // Backwards, since a browser then scrolls until what has the focus stands at the top.
  await page.evaluate(() => scrollTo(0, 700));
  await person.widget.locator('summary').last().focus();
  for (let stop = 0; stop < 6; stop++) {
    await page.keyboard.press('Shift+Tab');
    const { top } = await person.widget.evaluate(({ shadowRoot: { activeElement } }) => activeElement.getBoundingClientRect().toJSON());
    expect(Math.round(top)).toBeGreaterThanOrEqual(100);
  }
});

test('Enter on a choice continues, also while nothing is chosen, and in the fields of the first screen', async ({ page, site }) => {
  const person = await arrive(page, site, { markup: FIXED.replace('role-id="souschef-fagkontor"', '') });
  const roles = person.widget.getByRole('group', { name: person.word('RoleQuestion') }).getByRole('radio');
  await person.choose(roles, 0);
  await page.keyboard.press('Enter');
  await person.isAsked(competences[0]);
  await person.tabTo(person.answers);
  await page.keyboard.press('Enter');
  await expect(person.widget.getByRole('alert')).toBeFocused();
  await person.choose(person.answers, 2);
  await page.keyboard.press('Enter');
  await person.isAsked(competences[1]);
  await person.pressAt(person.button('Back'), 'Space');
  await person.isAsked(competences[0]);
  await expect(person.answers.nth(2)).toBeChecked();
});

test('Enter in a search takes what was found, and leads nowhere', async ({ page, site }) => {
  const many = structuredClone(framework);
  for (let place = 0; place < 20; place++) many.roles.push({ ...many.roles[0], id: `role-${place}`, title: { da: `Rolle ${place}`, en: `Role ${place}` } });
  site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? { body: JSON.stringify(many) } : undefined);
  const person = await arrive(page, site, { markup: FIXED.replace('role-id="souschef-fagkontor"', '') });
  const search = person.widget.getByLabel(person.word('RoleSearch'));
  await search.focus();
  await page.keyboard.type('Rolle 7');
  await page.keyboard.press('Enter');
  await expect(person.button('ReadRoleNamed', { role: 'Rolle 7' })).toBeVisible();
  await expect(search).toBeFocused();
  await expect(person.widget.getByRole('alert')).toHaveCount(0);
});

/** Whether the bar is stuck to the bottom of the window. */
const isStuck = (person) => person.widget.locator('.bar').evaluate((bar) => getComputedStyle(bar).position === 'sticky' && Math.abs(bar.getBoundingClientRect().bottom - innerHeight) <= 1);

test('the bar with the buttons stays in view on a phone, and not where it would cover what is read', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  const person = await land(page, site, asked(3));
  await person.widget.evaluate((element) => element.scrollIntoView());
  expect(await isStuck(person)).toBe(true);
  await page.setViewportSize({ width: 390, height: 460 });
  expect(await isStuck(person), 'in a low window').toBe(false);
  for (const width of [390, 640, 1024]) {
    await page.setViewportSize({ width, height: 500 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await isStuck(person), `with text at 200 %, ${width} px wide`).toBe(false);
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  }
});

for (const [name, size] of Object.entries({ 'as it is': '', 'twice as large': '200%' })) {
  test(`nothing that takes the focus on a phone is covered by the bar, with text ${name}`, async ({ page, site }) => {
    await page.setViewportSize({ width: 390, height: 664 });
    const person = await land(page, site, asked(3));
    await unfold(person);
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
    for (const [font, key] of FONTS.flatMap((font) => ['Tab', 'Shift+Tab'].map((key) => [font, key]))) {
      await wear(person, font);
      const covered = [];
      await page.evaluate((key) => {
        const edge = document.createElement('button');
        edge.textContent = 'Edge';
        document.querySelector('main')[key === 'Tab' ? 'prepend' : 'append'](edge);
        edge.focus();
      }, key);
      await page.keyboard.press(key);
      while (await person.widget.evaluate(({ shadowRoot }) => Boolean(shadowRoot.activeElement))) {
        covered.push(
          ...(await person.widget.evaluate(({ shadowRoot }) => {
            const { activeElement: active } = shadowRoot;
            if (active.closest('.bar')) return [];
            const target = active.closest('label') ?? active;
            const { top, bottom } = target.getBoundingClientRect();
            const bar = shadowRoot.querySelector('.bar').getBoundingClientRect();
            const isCovered = (top < bar.bottom && bottom > bar.top + 0.5) || top < -0.5 || bottom > innerHeight + 0.5;
            return isCovered && bottom - top < innerHeight ? [`${target.textContent.slice(0, 40)}: ${top} to ${bottom}, bar ${bar.top} to ${bar.bottom}`] : [];
          })),
        );
        await page.keyboard.press(key);
      }
      expect(covered, `${key}, ${font}`).toEqual([]);
    }
  });
}

test('text, fields, boxes and charts end at the same edges', async ({ page, site }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  for (const name of ['the first screen', 'a question', 'the end of a part', 'what was agreed', 'the areas', 'the answers to check', 'the results']) {
    const person = await screens[name](page, site);
    for (const font of FONTS) {
      await wear(person, font);
      const edges = await person.widget.evaluate(({ shadowRoot }) => {
        const screen = shadowRoot.querySelector('.screen').getBoundingClientRect();
        const wide = shadowRoot.querySelectorAll('.screen > :is(p, div, section, ul, form), form > :is(.question, .field, section, .actions), section > :is(p, .cards, .chart)');
        return [...wide].flatMap((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          return width && (Math.abs(left - screen.left) > 1 || Math.abs(right - screen.right) > 1) ? [`${element.outerHTML.slice(0, 80)}: ${left} to ${right}`] : [];
        });
      });
      expect(edges, `${name}, ${font}`).toEqual([]);
      const { width } = await person.widget.boundingBox();
      const card = await person.widget.locator('.mount').boundingBox();
      expect(card.width, 'as wide as its text').toBeLessThan(width);
    }
  }
});

test('in a frame as tall as its content a step shows itself in the window around it, and no bar sticks', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 664 });
  await page.goto('/demo/iframe.html');
  const widget = page.frameLocator('iframe').locator('rokade-assessment');
  await expect(widget.locator('.first button[type=submit]')).toBeVisible();
  for (const group of await widget.getByRole('group').filter({ has: page.getByRole('radio') }).all()) await group.getByRole('radio').first().check();
  await widget.evaluate(goOn, '.first button[type=submit]');
  for (let place = 0; place < 3; place++) {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await widget.locator('.bar .quiet').scrollIntoViewIfNeeded();
    await widget.evaluate(goOn, '.bar .quiet');
    await expect.poll(async () => Math.abs(Math.round((await widget.locator('.widget').boundingBox()).y))).toBeLessThanOrEqual(3);
    const [bar, wish] = await Promise.all(['.bar', '.wish'].map((part) => widget.locator(part).boundingBox()));
    expect(bar.y).toBeGreaterThanOrEqual(wish.y + wish.height);
  }
});
