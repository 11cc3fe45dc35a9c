// Every screen fits: narrow pages, large text, wider spacing, forced colours; targets are large enough, what has the focus
// can be seen, nothing moves for those who asked for that, and nothing hides behind a pointer.
import { everyScreen as screens } from './beside.mjs';
import { FONTS, wear } from './fonts.mjs';
import { expect, test } from './measured.mjs';
import { land } from './screens.mjs';
import { competences } from './words.mjs';

/** What WCAG 1.4.12 has a reader set. */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/**
 * What sticks out of the page to the right, except inside what scrolls by itself, and what is cut off: nothing, where a
 * screen fits.
 */
const misfits = (page) =>
  page.locator('rokade-assessment').evaluate(({ shadowRoot }) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = scrollWidth > clientWidth ? [`the page: ${scrollWidth} in ${clientWidth}`] : [];
    for (const element of shadowRoot.querySelectorAll('*')) {
      const { right, width, height } = element.getBoundingClientRect();
      // Table cells may need both directions; what nobody is to see is a dot.
      if (!width || !height || !element.checkVisibility() || element.closest('.table-wrap > *, .visually-hidden, .live')) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const name = () => `${element.outerHTML.slice(0, 80)}: `;
      if (Math.floor(right) > clientWidth && !element.closest('svg *')) found.push(`${name()}ends at ${right} of ${clientWidth}`);
      if (['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1) found.push(`${name()}cut off`);
      if (['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 1) found.push(`${name()}cut off below`);
    }
    return found;
  });

/** Texts of which one stands on another. */
const collisions = (page) =>
  page.locator('rokade-assessment').evaluate(({ shadowRoot }) => {
    /** What only assistive technology is told, such as the head of a table that has no room for columns. */
    const isUnseen = (element) => Boolean(element) && (getComputedStyle(element).clipPath === 'inset(50%)' || isUnseen(element.parentElement));
    const texts = [];
    const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, data } = walker.currentNode;
      if (!data.trim() || !parent.checkVisibility() || isUnseen(parent) || parent.closest('option, svg, textarea')) continue;
      // What stays in view stands on what is scrolled below it.
      const bar = parent.closest('.actions');
      if (bar && getComputedStyle(bar).position === 'sticky') continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // Lines overlap by their leading; letters don't.
        const trim = (bottom - top) / 4;
        if (right - left > 1) texts.push({ data, left, right, top: top + trim, bottom: bottom - trim });
      }
    }
    const found = [];
    texts.sort((a, b) => a.top - b.top);
    texts.forEach((one, place) => {
      for (let next = place + 1; next < texts.length && texts[next].top < one.bottom; next++) {
        const other = texts[next];
        if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2) {
          found.push(`${one.data.trim().slice(0, 40)} / ${other.data.trim().slice(0, 40)}`);
        }
      }
    });
    return found;
  });

const fontSize = (person) => person.widget.evaluate((element) => parseFloat(getComputedStyle(element.shadowRoot.querySelector('p') ?? element).fontSize));

/** That nothing sticks out or stands on something else, whatever the page's font. */
async function fits(person, when) {
  for (const font of FONTS) {
    await wear(person, font);
    expect(await misfits(person.page), `${when}, ${font}`).toEqual([]);
    expect(await collisions(person.page), `${when}, ${font}`).toEqual([]);
  }
}

test('what is measured stands in the fonts that the tests bring, in the widest before it is said', async ({ page, site }) => {
  const person = await screens['the first screen'](page, site);
  const measure = () =>
    person.widget.evaluate(({ shadowRoot }) => {
      const text = document.createElement('span');
      text.textContent = 'Hver fredag gennemgår jeg ugen med holdet.';
      shadowRoot.querySelector('h2').append(text);
      const { width } = text.getBoundingClientRect();
      text.remove();
      return width;
    });
  const first = await measure();
  const widths = [];
  for (const font of FONTS) {
    await wear(person, font);
    widths.push(Math.round(await measure()));
  }
  expect(widths).toEqual(widths.toSorted((one, other) => one - other));
  expect(new Set(widths).size).toBe(FONTS.length);
  expect(Math.round(first)).toBe(widths.at(-1));
});

for (const [name, bring] of Object.entries(screens)) {
  test(`${name} fits into 320 pixels, with text twice as large and wider spaced, and has large enough targets`, async ({ page, site, complaints }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const person = await bring(page, site);
    complaints.mayCome();
    await fits(person, 'at 320 px');

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

    const size = await fontSize(person);
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await fontSize(person), 'text follows the page').toBeCloseTo(size * 2);
    await fits(person, 'with text at 200 %');

    // A reader's own style sheet for the page reaches the widget; one that goes into shadow roots, all in it.
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
    await page.setViewportSize({ width: 320, height: 640 });
    for (const isInside of [false, true]) {
      await person.widget.evaluate(
        ({ shadowRoot }, [css, isInside]) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          (isInside ? shadowRoot : document).adoptedStyleSheets.push(sheet);
        },
        [SPACING, isInside],
      );
      const spacing = await person.widget.evaluate(({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector('p')).letterSpacing);
      expect(parseFloat(spacing)).toBeGreaterThan(1);
      await fits(person, 'with wider spacing');
    }
  });
}

/** What has the focus, and whether it shows that and can be seen; null outside the widget, or where it was before. */
const focused = (page) =>
  page.evaluate(() => {
    let active = document.activeElement;
    if (!active?.shadowRoot) return null;
    active = active.shadowRoot.activeElement;
    const stops = (window.stops ??= new Set());
    // A date has a stop each for its day, month and year.
    if (stops.has(active) && active !== window.last) return null;
    stops.add((window.last = active));
    // A field shows the focus on its label, where that is drawn as the choice; the button inside a date is the browser's
    // own, and so is the ring that it shows.
    const shows = active.matches('[type=date]:not(:focus)') || [active, active.closest('label'), active.nextElementSibling].some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    // A table may be larger than the window: then the middle of what is in it. A link may be broken into lines.
    const [{ left, right, top, bottom }] = active.getClientRects();
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const seen = document.elementFromPoint(x, y)?.shadowRoot?.elementFromPoint(x, y);
    const isSeen = Boolean(seen) && (active.closest('label') ?? active).contains(seen);
    return { element: active.outerHTML.slice(0, 120), shows, isSeen };
  });

/** Goes through all stops with this key, and gives those whose focus isn't shown or is covered. */
async function walk(page, key) {
  const wrong = [];
  await focused(page);
  for (let stop = 0; stop < 500; stop++) {
    await page.keyboard.press(key);
    const found = await focused(page);
    if (!found) return wrong;
    if (!found.shows || !found.isSeen) wrong.push(found);
  }
  throw new Error(`${key} never leaves the widget`);
}

for (const [name, bring] of Object.entries(screens)) {
  test(`everything on ${name} that takes the focus shows it and is not covered, and lets it go again`, async ({ page, site, complaints }) => {
    await page.setViewportSize({ width: 640, height: 480 });
    const person = await bring(page, site);
    complaints.mayCome();
    await page.evaluate(() => {
      const before = document.createElement('button');
      before.textContent = 'Before';
      document.querySelector('main').prepend(before);
    });
    const stops = await person.widget.evaluate(
      ({ shadowRoot }) =>
        [...shadowRoot.querySelectorAll('button, input, select, textarea, summary, a[href], [tabindex="0"]')].filter(
          (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.type !== 'radio',
        ).length,
    );
    for (const font of FONTS) {
      await wear(person, font);
      // From what stands before the widget.
      await page.evaluate(() => {
        delete window.stops;
        document.querySelector('main > button').focus();
      });
      expect(await walk(page, 'Tab'), font).toEqual([]);
      // Of radio buttons one is a stop, so there may be more.
      expect(await page.evaluate(() => window.stops?.size ?? 0)).toBeGreaterThanOrEqual(stops);
    }
  });
}

test("nothing that takes the focus is covered by a page's bar that stays, when the page says how high it is", async ({ page, site }) => {
  await page.setViewportSize({ width: 640, height: 480 });
  await screens['the results of a new hire'](page, site);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('header { position: sticky; z-index: 1; inset-block-start: 0; block-size: 150px; background: #ddd; } html { scroll-padding-block-start: 160px; }');
    document.adoptedStyleSheets = [sheet];
    document.body.prepend(document.createElement('header'));
    const after = document.createElement('button');
    after.textContent = 'After';
    document.querySelector('main').append(after);
    after.focus();
  });
  // Backwards, since a browser then scrolls until what has the focus stands at the top.
  expect(await walk(page, 'Shift+Tab')).toEqual([]);
});

test('with forced colours a choice, its state and the focus are told apart', async ({ page, site }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const person = await land(page, site, { name: 'question', competence: competences[3].id, then: 'goOn' });
  const look = (place) =>
    person.answers.nth(place).evaluate((input) => {
      const { outlineStyle, outlineWidth, outlineOffset, borderStyle } = getComputedStyle(input.closest('label'));
      return outlineStyle === 'none' ? { borderStyle, outline: 'none' } : { borderStyle, outline: parseFloat(outlineOffset) < 0 ? 'inside' : 'outside', outlineWidth };
    });
  const chosen = await person.answers.evaluateAll((inputs) => inputs.findIndex(({ checked }) => checked));
  const other = chosen ? 0 : 1;
  // Rows with a line between them.
  const borderStyle = 'solid none none';
  expect(await look(other)).toEqual({ borderStyle, outline: 'none' });
  expect(await look(chosen), 'chosen').toEqual({ borderStyle, outline: 'inside', outlineWidth: '2px' });
  await person.tabTo(person.answers.nth(chosen));
  expect(await look(chosen), 'chosen, with the focus').toEqual({ borderStyle, outline: 'outside', outlineWidth: '3px' });
});

/** Marks of pictures that can't be seen on what they stand on: WCAG 1.4.11 wants 3 to 1. */
const faintMarks = ({ shadowRoot }) => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const luminance = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = getComputedStyle(shadowRoot.querySelector('.mount')).backgroundColor;
  const found = new Set();
  for (const mark of shadowRoot.querySelectorAll('svg :is(.self, .target, .other, .line, .self *, .target *, .other *)')) {
    const { fill, stroke, display } = getComputedStyle(mark);
    if (display === 'none' || mark.localName === 'svg' || mark.localName === 'g') continue;
    const best = Math.max(...[fill, stroke].filter((paint) => paint.startsWith('rgb') || paint.startsWith('color')).map((paint) => contrast(paint, ground)));
    if (best < 3) found.add(`${mark.outerHTML}: ${fill}, ${stroke} on ${ground}: ${best}`);
  }
  return [...found];
};

for (const name of ['the competences one by one', 'employee and manager', 'now and earlier', 'the pages for the conversation']) {
  test(`the marks on ${name} can be seen in the light, the dark and forced colours`, async ({ page, site }) => {
    const { widget } = await screens[name](page, site);
    const count = await widget.evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll('svg :is(.self, .target, .other)').length);
    expect(count).toBeGreaterThan(10);
    for (const forcedColors of ['none', 'active']) {
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ forcedColors, colorScheme });
        expect(await widget.evaluate(faintMarks), `${colorScheme}, forced colours ${forcedColors}`).toEqual([]);
      }
    }
  });
}

for (const [name, bring] of Object.entries(screens)) {
  test(`on ${name} nothing moves for those who asked for that, and nothing is said by a tooltip alone`, async ({ page, site, complaints }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const { widget } = await bring(page, site);
    complaints.mayCome();
    const moving = await widget.evaluate(({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll('*')]
        .filter((inner) => {
          const { transitionDuration, animationName } = getComputedStyle(inner);
          return animationName !== 'none' || transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0);
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(moving).toEqual([]);
    await expect(widget.locator('[title]')).toHaveCount(0);
  });
}

test('a pointer that rests on something changes its looks, and brings out nothing', async ({ page, site }) => {
  const { widget } = await screens['the results'](page, site);
  const properties = await widget.evaluate(({ shadowRoot }) => {
    const found = new Set();
    const look = (rules) => {
      for (const rule of rules) {
        if (rule.selectorText?.includes(':hover')) for (const property of rule.style) found.add(property);
        if (rule.cssRules) look(rule.cssRules);
      }
    };
    for (const { cssRules } of shadowRoot.adoptedStyleSheets) look(cssRules);
    return [...found];
  });
  expect(properties).not.toEqual([]);
  expect(properties.filter((property) => !/^(background|border|text-decoration|text-underline)/.test(property))).toEqual([]);
});
