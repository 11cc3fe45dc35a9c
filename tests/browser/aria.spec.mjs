// What every screen says to assistive technology, word for word in both languages: the snapshots in `aria/` are to be
// read. After a change: `node node_modules/@playwright/test/cli.js test aria --update-snapshots=all`, and read the
// difference.
import { readdirSync } from 'node:fs';
import { everyScreen } from './beside.mjs';
import { speak } from './screens.mjs';
import { expect, test } from './site.mjs';
import { small } from './words.mjs';

/** A screen's name as the name of a file. */
const fileOf = (name, language) => `${name.replace(/\W+/g, '-')}-${language}.yml`;

for (const [name, bring] of Object.entries(everyScreen)) {
  test(`assistive technology is told what stands on ${name}`, async ({ page, site, complaints }) => {
    site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? { body: JSON.stringify(small) } : undefined);
    const { widget } = await bring(page, site);
    // Failures speak to the developer, too; what they say is tested elsewhere.
    complaints.mayCome();
    for (const language of ['da', 'en']) {
      await speak(page, language);
      // What the script draws and what the wasm draws come one after the other.
      await expect(async () => expect(`${await widget.ariaSnapshot()}\n`).toMatchSnapshot(fileOf(name, language))).toPass({ timeout: 5_000 });
    }
  });
}

test('every snapshot belongs to a screen', () => {
  const wanted = Object.keys(everyScreen).flatMap((name) => ['da', 'en'].map((language) => fileOf(name, language)));
  expect(readdirSync(new URL('aria/', import.meta.url)).sort()).toEqual(wanted.sort());
});
