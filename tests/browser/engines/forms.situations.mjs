// The element as a field of a form: it holds what the person shared and nothing else, goes along when the form is sent,
// and follows its form when that is cleared, switched off or gone back to.
import { land, WIDGET } from '../screens.mjs';
import { listen } from '../site.mjs';
import { expect, part, situation } from './situation.mjs';

const KEEP = { name: 'keep' };

/** A form with the widget, which asks whether to share. */
const form = (more = '') => `<form action="./sent.html"><fieldset>
<label>Navn <input name="who" value="Åse"></label>
${WIDGET.replace('<rokade-assessment', `<rokade-assessment name="assessment" sharing="ask" recipient="HR" ${more}`)}
<button id="send">Send</button> <button type="reset" id="clear">Ryd</button>
</fieldset></form>`;

const sent = (page) => page.evaluate(() => new FormData(document.querySelector('form')).get('assessment'));
const held = (page) => page.evaluate(() => document.querySelector('rokade-assessment').shared);

async function share(person) {
  await person.tick(person.word('ShareResponses'));
  await person.press('ShareWithPage');
  await expect(person.announcement).toHaveText(person.word('SharedWithPage'));
}

part('In a form', () => {
  situation('it holds nothing until the person shares, then what they ticked, and is sent with the form', {}, async ({ page, site }) => {
    const told = await listen(page);
    const person = await land(page, site, KEEP, { markup: form() });
    const isOfForm = await page.evaluate(() => {
      const element = document.querySelector('rokade-assessment');
      return [element.form === document.querySelector('form'), document.querySelector('form').elements.namedItem('assessment') === element];
    });
    expect(isOfForm).toEqual([true, true]);
    expect([await sent(page), await held(page)]).toEqual([null, null]);
    await share(person);
    const shared = await held(page);
    expect(shared).toMatchObject({ format: 'rokade.assessment/1', parts: ['responses'] });
    expect(JSON.parse(await sent(page))).toEqual(shared);
    expect(await told('rokade-share')).toEqual([{ assessment: shared, parts: ['responses'] }]);
    // What the browser puts together to send; sent by address, it would be longer than servers take.
    await page.evaluate(() => {
      document.querySelector('form').addEventListener('submit', (event) => {
        event.preventDefault();
        window.sent = [...new FormData(event.target)];
      });
    });
    await page.locator('#send').click();
    await expect.poll(() => page.evaluate(() => window.sent?.map(([name]) => name))).toEqual(['who', 'assessment']);
    expect(JSON.parse(await page.evaluate(() => window.sent[1][1]))).toEqual(shared);
  });

  situation('clearing the form takes back what was shared, and leaves the answers', {}, async ({ page, site }) => {
    const person = await land(page, site, KEEP, { markup: form() });
    await share(person);
    await page.locator('#clear').click();
    await expect(person.button('TakeBack')).toHaveCount(0);
    expect([await sent(page), await held(page)]).toEqual([null, null]);
    await person.button('SaveFile').first().focus();
    expect(Object.keys((await person.save()).json.responses.competences)).toHaveLength(25);
  });

  situation('in a fieldset that is switched off it is not sent and can’t be used, and then again', {}, async ({ page, site }) => {
    const person = await land(page, site, KEEP, { markup: form() });
    await share(person);
    const turn = (isOff) => page.evaluate((isOff) => (document.querySelector('fieldset').disabled = isOff), isOff);
    const look = () =>
      person.widget.evaluate((element) => {
        const mount = element.shadowRoot.querySelector('.mount');
        return [element.matches(':disabled'), mount.inert, Number(getComputedStyle(mount).opacity) < 1];
      });
    await turn(true);
    expect([await sent(page), await look()]).toEqual([null, [true, true, true]]);
    await turn(false);
    expect(await look()).toEqual([false, false, false]);
    expect(JSON.parse(await sent(page))).toEqual(await held(page));
    await person.press('TakeBack');
    await expect.poll(() => sent(page)).toBeNull();
  });

  situation('where it is required, the form isn’t sent without it and leads there', {}, async ({ page, site }) => {
    const person = await land(page, site, KEEP, { markup: form('required') });
    await page.locator('#send').click();
    await expect(person.heading(person.word('KeepTitle'))).toBeFocused();
    expect(site.requests.some(({ path }) => path.includes('sent.html'))).toBe(false);
    expect(await person.widget.evaluate((element) => [element.validity.valueMissing, element.matches(':invalid'), element.validationMessage])).toEqual([
      true,
      true,
      'Formularen mangler din selvvurdering. Du vælger selv under »Gem og del«, hvad der skal med.',
    ]);
    await share(person);
    expect(await person.widget.evaluate((element) => element.checkValidity())).toBe(true);
  });

  situation('gone back to, the form holds again what was shared', {}, async ({ page, site }) => {
    const person = await land(page, site, KEEP, { markup: form() });
    await share(person);
    const before = await held(page);
    await page.goto(site.show('<p>Elsewhere</p>'));
    await page.goBack();
    await expect(person.button('TakeBack')).toBeVisible();
    expect(await held(page)).toEqual(before);
    expect(JSON.parse(await sent(page))).toEqual(before);
  });
});
