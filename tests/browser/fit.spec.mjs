// Every screen fits: narrow pages, large text, wider spacing, forced colours; targets are large enough, and what has the
// focus can be seen.
import { land, screens, unfold } from './screens.mjs';
import { expect, test } from './site.mjs';
import { competences } from './words.mjs';

/** How far the page or anything in the widget, except what scrolls by itself, sticks out to the right. */
const overflow = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

for (const [name, bring] of Object.entries(screens)) {
  test(`${name} fits into 320 pixels, with text twice as large and wider spaced, and has large enough targets`, async ({ page, site, complaints }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const person = await bring(page, site);
    complaints.splice(0);
    expect(await overflow(page), 'at 320 px').toBeLessThanOrEqual(0);

    const small = await person.widget.evaluate((element) => {
      const found = [];
      for (const target of element.shadowRoot.querySelectorAll('button, input, select, summary, a[href]')) {
        // A choice is as large as its label.
        const box = (target.closest('label') ?? target).getBoundingClientRect();
        const isChoice = target.matches('[type=radio], [type=checkbox]');
        // Links in running text are as large as the text.
        const least = target.matches('a') ? 0 : isChoice ? 44 : 24;
        if (box.width && (box.width < least || box.height < least)) found.push(`${target.outerHTML.slice(0, 80)}: ${box.width} x ${box.height}`);
      }
      return found;
    });
    expect(small).toEqual([]);

    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await overflow(page), 'with text at 200 %').toBeLessThanOrEqual(0);
    await page.evaluate(() => {
      const { style } = document.documentElement;
      Object.assign(style, { fontSize: '', lineHeight: '1.5', letterSpacing: '0.12em', wordSpacing: '0.16em' });
    });
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page), 'with wider spacing').toBeLessThanOrEqual(0);
  });
}

for (const name of ['the first screen', 'a question with its answer and all that is folded away', 'the results']) {
  test(`everything on ${name} that takes the focus shows it and is not covered`, async ({ page, site }) => {
    await page.setViewportSize({ width: 640, height: 480 });
    const person = await screens[name](page, site);
    await person.widget.getByRole('heading').first().evaluate((heading) => heading.focus());
    const wrong = [];
    for (let stop = 0; stop < 300; stop++) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        let active = document.activeElement;
        if (!active?.shadowRoot) return null;
        active = active.shadowRoot.activeElement;
        // A field shows the focus on its label, where that is drawn as the choice.
        const shows = [active, active.closest('label'), active.nextElementSibling].some((element) => {
          if (!element) return false;
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        });
        const { left, top, width, height } = active.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const seen = document.elementFromPoint(x, y)?.shadowRoot?.elementFromPoint(x, y);
        const isSeen = Boolean(seen) && (active.contains(seen) || seen.contains(active) || active.closest('label')?.contains(seen));
        return { element: active.outerHTML.slice(0, 120), shows, isSeen };
      });
      if (!found) break;
      if (!found.shows || !found.isSeen) wrong.push(found);
    }
    expect(wrong).toEqual([]);
  });
}

test('with forced colours a choice, its state and the focus are still seen', async ({ page, site }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const person = await land(page, site, { name: 'question', competence: competences[3].id, then: 'goOn' });
  await person.tabTo(person.answers);
  const look = await person.widget.evaluate((element) => {
    const label = element.shadowRoot.activeElement.closest('label');
    const { outlineStyle, outlineWidth, borderStyle } = getComputedStyle(label);
    const { outlineStyle: own } = getComputedStyle(element.shadowRoot.activeElement);
    return { hasFocus: (outlineStyle !== 'none' && outlineWidth !== '0px') || own !== 'none', borderStyle };
  });
  expect(look).toEqual({ hasFocus: true, borderStyle: 'solid' });
});

test('with reduced motion nothing moves', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const person = await land(page, site, { name: 'results' });
  await unfold(person);
  const moving = await person.widget.evaluate((element) =>
    [...element.shadowRoot.querySelectorAll('*')]
      .filter((inner) => {
        const { transitionDuration, animationName } = getComputedStyle(inner);
        return animationName !== 'none' || transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0);
      })
      .map((inner) => inner.className),
  );
  expect(moving).toEqual([]);
});
