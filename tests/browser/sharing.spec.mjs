// Sharing with the page: nothing without the person's act, exactly what they ticked, and theirs to take back. The form
// around the element sees a field like any other.
import { land, WIDGET } from './screens.mjs';
import { expect, listen, test } from './site.mjs';
import { competences } from './words.mjs';

const RECIPIENT = 'HR i Styrelsen';

/** A form with the widget, which asks. */
const form = (more = '') => `<form action="./sent.html" method="post">
<p><label>Navn <input name="who"></label></p>
${WIDGET.replace('<rokade-assessment', `<rokade-assessment name="assessment" sharing="ask" recipient="${RECIPIENT}" ${more}`)}
<button>Send</button> <button type="reset">Ryd</button>
</form>`;

const KEEP = { name: 'keep' };
const sent = (page) => page.evaluate(() => new FormData(document.querySelector('form')).get('assessment'));
const held = (page) => page.evaluate(() => document.querySelector('rokade-assessment').shared);

/** Ticks the answers and presses the button that shares. */
async function share(person) {
  await person.tick(person.word('ShareResponses'));
  await person.press('ShareWithPage');
  await expect(person.announcement).toHaveText(person.word('SharedWithPage'));
}

for (const language of ['da', 'en']) {
  test(`what was ticked goes to the page by the press of a button, and can be taken back, in \`${language}\``, async ({ page, site }) => {
    const told = await listen(page);
    const person = await land(page, site, KEEP, { markup: form(), language });
    await expect(person.widget.getByText(person.word('ShareRecipient', { recipient: RECIPIENT }))).toBeVisible();
    expect([await sent(page), await held(page), await told('rokade-share')]).toEqual([null, null, []]);

    await person.press('ShareWithPage');
    await expect(person.widget.locator('[data-focus=errors]')).toBeFocused();
    expect([await sent(page), await held(page), await told('rokade-share')]).toEqual([null, null, []]);

    await share(person);
    const assessment = await held(page);
    expect(assessment).toMatchObject({ format: 'rokade.assessment/1', parts: ['responses'] });
    expect(Object.keys(assessment.responses.competences)).toHaveLength(competences.length);
    expect(assessment).not.toHaveProperty('wishes');
    expect(JSON.parse(await sent(page))).toEqual(assessment);
    expect(await told('rokade-share')).toEqual([{ assessment, parts: ['responses'] }]);

    await person.press('TakeBack');
    await expect(person.announcement).toHaveText(person.word('TakenBack'));
    await expect(person.button('ShareWithPage')).toBeFocused();
    await expect(person.button('TakeBack')).toHaveCount(0);
    expect([await sent(page), await held(page), (await told('rokade-share')).length]).toEqual([null, null, 1]);
  });
}

test('deleting the answers takes back what was shared', async ({ page, site }) => {
  const person = await land(page, site, KEEP, { markup: form() });
  await share(person);
  await person.widget.locator('section').getByRole('button', { name: person.word('DeleteAnswers') }).click();
  await person.button('DeleteConfirm').click();
  await expect.poll(() => held(page)).toBeNull();
  expect(await sent(page)).toBeNull();
});

test('clearing the form takes back what was shared and leaves the answers', async ({ page, site }) => {
  const person = await land(page, site, KEEP, { markup: form() });
  await share(person);
  await page.getByRole('button', { name: 'Ryd' }).click();
  await expect(person.button('TakeBack')).toHaveCount(0);
  expect([await sent(page), await held(page)]).toEqual([null, null]);
  await expect(person.button('ShareWithPage')).toBeVisible();
});

test('where the form needs it, it is sent only once something was shared, and leads the person there', async ({ page, site }) => {
  const person = await land(page, site, KEEP, { markup: form('required') });
  const valid = () =>
    page.evaluate(() => {
      const element = document.querySelector('rokade-assessment');
      return [element.checkValidity(), element.validity.valueMissing, element.validationMessage !== '', element.matches(':invalid')];
    });
  expect(await valid()).toEqual([false, true, true, true]);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(person.heading(person.word('KeepTitle'))).toBeFocused();
  expect(page.url()).not.toContain('sent.html');
  await share(person);
  expect(await valid()).toEqual([true, false, false, false]);
  site.routes = ({ pathname }) => (pathname.endsWith('sent.html') ? { body: '<!doctype html><title>Sent</title>' } : undefined);
  const request = page.waitForRequest(/sent\.html$/);
  await page.getByRole('button', { name: 'Send' }).click();
  expect([...new URLSearchParams((await request).postData()).keys()]).toEqual(['who', 'assessment']);
});

test('a form that needs it is led to the widget also before it has loaded', async ({ page, site }) => {
  await page.goto(site.show(`${form('required')}`.replace('<p>', '<p class="far">')));
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.far { margin-block-end: 300vh }');
    document.adoptedStyleSheets = [sheet];
  });
  await page.evaluate(() => document.querySelector('form').requestSubmit());
  await expect(page.locator('rokade-assessment').getByRole('heading').first()).toBeFocused();
  await expect(page.locator('rokade-assessment').getByRole('heading').first()).toBeInViewport();
});

test('a widget that can not run does not keep the form from being sent', async ({ page, site, complaints }) => {
  await page.goto(site.show(form('required').replace('souschef.json', 'missing.json')));
  await expect(page.locator('rokade-assessment:state(error)')).toBeVisible();
  expect(await page.evaluate(() => document.querySelector('rokade-assessment').checkValidity())).toBe(true);
  await complaints.contain(expect.stringContaining('(framework-not-found)'));
});

test('nothing is needed where nobody is asked, or an applicant would have to share', async ({ page, site, complaints }) => {
  const check = () => page.evaluate(() => [...document.querySelectorAll('rokade-assessment')].map((element) => element.checkValidity()));
  const element = (attributes) => `<rokade-assessment required framework="../frameworks/souschef.json" ${attributes}></rokade-assessment>`;
  const asking = `sharing="ask" recipient="HR"`;
  await page.goto(
    site.show([`purpose="development"`, `${asking} purpose="exploration"`, asking, `${asking} purpose="onboarding"`].map(element).join('')),
  );
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(4);
  expect(await check()).toEqual([true, true, true, false]);
  await complaints.are([expect.stringContaining('`sharing` is refused for `exploration`')]);
});

test('switched off by the form it is sent with nothing, and nothing in it can be used', async ({ page, site }) => {
  const person = await land(page, site, KEEP, { markup: form() });
  await share(person);
  await page.evaluate(() => (document.querySelector('rokade-assessment').disabled = true));
  expect(await sent(page)).toBeNull();
  const clicks = await person.button('TakeBack').click({ timeout: 2_000 }).then(
    () => 'clicked',
    () => 'out of reach',
  );
  expect(clicks).toBe('out of reach');
  await page.evaluate(() => (document.querySelector('rokade-assessment').disabled = false));
  expect(await sent(page)).not.toBeNull();
  await expect(person.button('TakeBack')).toBeVisible();
});

test('back in the history the form holds again what was shared', async ({ page, site }) => {
  const person = await land(page, site, KEEP, { markup: form() });
  await share(person);
  const before = await held(page);
  await page.goto(site.show('<p>Elsewhere</p>'));
  await page.goBack();
  await expect(person.notice('Resumed')).toBeVisible();
  expect(await held(page)).toEqual(before);
  await expect(person.button('TakeBack')).toBeVisible();
});

test("the host's own reference goes along only when it was ticked", async ({ page, site }) => {
  const person = await land(page, site, KEEP, { markup: form() });
  await page.evaluate(() => (document.querySelector('rokade-assessment').reference = 'sag-17'));
  await share(person);
  expect(await held(page)).not.toHaveProperty('reference');
  await person.tick(person.word('ShareReference', { reference: 'sag-17' }));
  await person.press('ShareWithPage');
  await expect.poll(async () => (await held(page)).reference).toBe('sag-17');
});

for (const [storage, isThere] of [['none', false], ['tab', true]]) {
  test(`after leaving and coming back, what was shared is ${isThere ? 'there again as the answers are' : 'as gone as the answers'} (${storage})`, async ({ page, site }) => {
    const person = await land(page, site, KEEP, { markup: form() });
    // The page forbids it only now, so that there is something to share.
    await person.widget.evaluate((element, storage) => element.setAttribute('storage', storage), storage);
    await share(person);
    await page.goto('/demo/board.html');
    await page.goBack();
    await expect(person.widget.getByRole('heading').first()).toBeVisible();
    // The markup of the page that comes back allows more again; what the browser remembers was decided before.
    expect((await held(page)) !== null).toBe(isThere);
    expect((await sent(page)) !== null).toBe(isThere);
  });
}
