// Three fonts that the tests bring along, so that what fits here fits on every machine: a narrow one, one as wide as most,
// and one as wide as Verdana. Fonts made from bytes are no requests, so that the strictest page takes them.
import { readFileSync } from 'node:fs';

const FILES = { narrow: 'archivo-narrow', usual: 'arimo', wide: 'dejavu-sans' };

/** From the narrowest to the widest. */
export const FONTS = Object.keys(FILES);

const read = (name, weight) =>
  readFileSync(new URL(`node_modules/@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`, import.meta.url), 'base64');

/** Each of them in both weights. */
const every = () => Object.entries(FILES).flatMap(([family, name]) => ['400', '700'].map((weight) => [family, weight, read(name, weight)]));

/** In a page: puts the fonts there, and sets widgets in one of them as soon as there is a root to say so on. */
const put = ([faces, worn]) => {
  for (const [family, weight, base64] of faces) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    document.fonts.add(new FontFace(family, bytes.buffer, { weight: weight === '400' ? '100 500' : '501 900' }));
  }
  if (!worn) return;
  const wear = () => document.documentElement?.style.setProperty('--rokade-font', worn);
  wear();
  if (!document.documentElement) new MutationObserver((_, observer) => (wear(), observer.disconnect())).observe(document, { childList: true });
};

/**
 * Puts the fonts into every page that is opened from now on, before any of its own scripts.
 *
 * @param {import('@playwright/test').Page | import('@playwright/test').BrowserContext} opened
 * @param {string} [worn] what widgets are set in; what the page says, where it isn't given
 */
export async function bringFonts(opened, worn) {
  await opened.addInitScript(put, [every(), worn]);
}

/** Puts the fonts into a page that runs no script, and so none that comes before its own. */
export async function putFonts(page) {
  await page.evaluate(put, [every()]);
}

/** Sets a person's widget, or an element that isn't one, in one of the fonts. */
export async function wear(shown, font) {
  await (shown.widget ?? shown).evaluate(async (element, font) => {
    for (const weight of ['400', '700']) {
      const [face] = await document.fonts.load(`${weight} 16px ${font}`);
      if (!face) throw new Error(`the page has no font ${font}`);
    }
    element.style.setProperty('--rokade-font', font);
    // What isn't a widget, such as the receipt, knows no such property.
    element.style.fontFamily = font;
  }, font);
}
