// What tests that measure start from: what site.mjs gives, with every page in a font that the tests bring, so that nothing
// hangs on the machine's. It is the widest, unless a test says another.
import { bringFonts, FONTS } from './fonts.mjs';
import { test as base } from './site.mjs';

export { expect, listen } from './site.mjs';

/**
 * `font` is what widgets are set in from the start; `test.use({ font })` sets another. A test goes through the others by
 * `wear`.
 *
 * A context of the test's own gets the fonts by `bringFonts`.
 */
export const test = base.extend({
  font: [FONTS.at(-1), { option: true }],

  context: async ({ context, font }, use) => {
    await bringFonts(context, font);
    await use(context);
  },
});
