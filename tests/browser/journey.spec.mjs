// The whole way from the first screen to the saved file, by keyboard alone, on the page with the strictest policy.
import { deleteAll, goToResults, keepFile } from './journey.mjs';
import { Person } from './person.mjs';
import { expect, test } from './site.mjs';
import { framework } from './words.mjs';

for (const language of ['da', 'en']) {
  test(`the whole journey can be made with the keyboard alone under the strictest policy (${language})`, async ({ page, site }) => {
    test.setTimeout(240_000);
    const person = new Person(page, { language });
    await page.goto(`/demo/strict.html?lang=${language}`);
    await expect(person.heading(person.text(framework.title))).toBeVisible();
    const loaded = site.requests.length;
    await goToResults(person);
    await keepFile(person);
    await deleteAll(person);
    expect(site.requests.slice(loaded)).toEqual([]);
  });
}
