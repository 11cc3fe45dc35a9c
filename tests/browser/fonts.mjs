// Three fonts that the tests bring along, so that what fits here fits on every machine: a narrow one, one as wide as most,
// and one as wide as Verdana. Fonts made from bytes are no requests, so that the strictest page takes them.
import { readFileSync } from 'node:fs';

const FILES = { narrow: 'archivo-narrow', usual: 'arimo', wide: 'dejavu-sans' };

/** From the narrowest to the widest. */
export const FONTS = Object.keys(FILES);

const read = (name, weight) =>
  readFileSync(new URL(`node_modules/@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`, import.meta.url), 'base64');

/** Puts the fonts into every page that is opened from now on, before any of its own scripts. */
export async function bringFonts(page) {
  const faces = Object.entries(FILES).flatMap(([family, name]) => ['400', '700'].map((weight) => [family, weight, read(name, weight)]));
  await page.addInitScript((faces) => {
    for (const [family, weight, base64] of faces) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      document.fonts.add(new FontFace(family, bytes.buffer, { weight: weight === '400' ? '100 500' : '501 900' }));
    }
  }, faces);
}

/** Sets the widget in one of the fonts. */
export async function wear(person, font) {
  await person.widget.evaluate(async (element, font) => {
    await Promise.all(['400', '700'].map((weight) => document.fonts.load(`${weight} 16px ${font}`)));
    element.style.setProperty('--rokade-font', font);
  }, font);
}
