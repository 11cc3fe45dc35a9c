// `expect` for both suites: of Playwright's own locators, and of those over WebDriver (engines/page.mjs), which are
// asked until it is so. It knows no driver.
import { expect as playwrights } from '@playwright/test';
import { isDeepStrictEqual } from 'node:util';
import { Locator, PATIENCE } from './engines/page.mjs';

const tidy = (text) => String(text).replace(/\s+/g, ' ').trim();
const isText = (found, wanted) => (wanted instanceof RegExp ? wanted.test(found) : found === tidy(wanted));
const holds = (found, wanted) => (wanted instanceof RegExp ? wanted.test(found) : found.includes(tidy(wanted)));

/** One text is the first one's, several are those of all. */
const are = (texts, wanted, fits) =>
  Array.isArray(wanted)
    ? texts.length === wanted.length && wanted.every((own, place) => fits(texts[place], own))
    : texts.length > 0 && fits(texts[0], wanted);

/** Each says whether what was found is so. What isn't there is nothing but hidden, detached or counted as none. */
const IS = {
  toBeAttached: ({ first }) => Boolean(first),
  toBeChecked: ({ first }) => first?.checked,
  toBeDisabled: ({ first }) => first?.disabled,
  toBeEnabled: ({ first }) => first && !first.disabled,
  toBeFocused: ({ first }) => first?.focused,
  toBeHidden: ({ first }) => !first?.visible,
  toBeVisible: ({ first }) => first?.visible,
  toContainText: ({ texts }, wanted) => are(texts, wanted, holds),
  toHaveAttribute: ({ first }, name, value) =>
    first && name in first.attributes && (value === undefined || isText(first.attributes[name], value)),
  toHaveCount: ({ count }, wanted) => count === wanted,
  toHaveText: ({ texts }, wanted) => are(texts, wanted, isText),
  toHaveValue: ({ first }, wanted) => first && isDeepStrictEqual(first.value, wanted),
};

/** For these, what isn't there is as little so as its opposite. */
const NEEDS_IT = ['toBeChecked', 'toBeDisabled', 'toContainText', 'toHaveAttribute', 'toHaveText', 'toHaveValue'];

const ours = playwrights.extend(
  Object.fromEntries(
    Object.entries(IS).map(([name, is]) => [
      name,
      async function (/** @type {Locator} */ locator, ...values) {
        const options = /** @type {any} */ (values.at(-1));
        const end = Date.now() + (options?.timeout ?? PATIENCE);
        let found;
        let pass;
        do {
          found = await locator.look();
          pass = Boolean(is(found, ...values));
          const isSettled = pass !== this.isNot && (found.first || !this.isNot || !NEEDS_IT.includes(name));
          if (isSettled) return { pass, message: () => '' };
          await new Promise((done) => setTimeout(done, 40));
        } while (Date.now() < end);
        const wanted = values.map((value) => (value instanceof RegExp ? String(value) : JSON.stringify(value))).join(', ');
        return {
          // Not there at all fails either way.
          pass: this.isNot,
          message: () => `expected ${this.isNot ? 'not ' : ''}${name}(${wanted}) of ${locator}\nfound ${JSON.stringify(found, null, 2)}`,
        };
      },
    ]),
  ),
);

/** @type {typeof playwrights} */
export const expect = new Proxy(playwrights, {
  apply: (_, self, [received, ...rest]) => Reflect.apply(received instanceof Locator ? ours : playwrights, self, [received, ...rest]),
});
