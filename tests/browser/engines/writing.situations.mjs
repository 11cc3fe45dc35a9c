// Texts that are being written, and texts that others write into the widget: neither the page, nor another window, nor an
// extension, nor a program that translates the page takes anything away or makes the widget say what isn't so.
import { arrive, assessment, evidence, land, unfold, WIDGET } from '../screens.mjs';
import { Person } from '../person.mjs';
import { competences, framework } from '../words.mjs';
import { expect, part, situation } from './situation.mjs';

/** The page writes scripts of its own. */
const LOOSE = { strict: false };
const TEXT = 'Jeg vil øve mig på svære samtaler.';

const AGREEMENT = {
  goal: 'Noget', why: '', competences: [competences[0].id], area: null, activity: '', support: '', responsible: 'me', due: null, sign: '', followUp: null,
};

/** The fields that somebody writes in, each on its screen. */
const FIELDS = {
  'the plan': {
    land: (page, site, options) => land(page, site, { name: 'plan' }, { answers: assessment({ plan: [AGREEMENT] }), ...options }),
    field: (person) => person.widget.locator('textarea').first(),
    read: ({ plan }) => plan[0].activity,
  },
  'an example among the competences': {
    land: async (page, site, options) => {
      const person = await land(page, site, { name: 'profile' }, { answers: assessment({ evidence }), ...options });
      await unfold(person);
      return person;
    },
    field: (person) => person.widget.locator('.examples textarea').first(),
    read: (file) => Object.values(file.evidence).find((example) => example.startsWith(TEXT.slice(0, 5))),
  },
};

/** What is kept in the tab. */
const kept = (page) => page.evaluate(() => Object.entries(sessionStorage).map(([, text]) => JSON.parse(text).assessment)[0]);

part('While somebody writes', () => {
  for (const [name, { land, field, read }] of Object.entries(FIELDS)) {
    situation(`${name}: what another window keeps and what the page sets leave every letter where it is`, {}, async ({ page, site }) => {
      const person = await land(page, site, { markup: `<iframe title="Frame"></iframe>${WIDGET}`, ...LOOSE });
      await field(person).evaluate((element) => {
        element.value = '';
        element.dispatchEvent(new Event('input', { bubbles: true }));
        element.focus();
      });
      for (const [place, letter] of [...TEXT].entries()) {
        await page.keyboard.type(letter);
        await page.evaluate((place) => {
          const element = document.querySelector('rokade-assessment');
          // To the page the frame is another window.
          const other = document.querySelector('iframe').contentWindow.localStorage;
          [
            () => other.setItem('heartbeat', String(place)),
            () => other.clear(),
            () => (element.headingLevel = 2 + (place % 3)),
            () => (element.messages = { planTitle: `Plan ${place}` }),
            () => (element.reference = `sag-${place}`),
            () => (document.documentElement.lang = place % 2 ? 'en' : 'da'),
          ][place % 6]();
          return new Promise((done) => setTimeout(done, 10));
        }, place);
      }
      await expect(field(person)).toHaveValue(TEXT);
      await expect(field(person)).toBeFocused();
      await expect.poll(async () => read(await kept(page))).toBe(TEXT);
    });

    situation(`${name}: what wasn’t left yet is there after a reload`, {}, async ({ page, site }) => {
      const person = await land(page, site, {});
      await field(person).fill(TEXT);
      await page.reload();
      await expect(person.widget.getByRole('heading').first()).toBeVisible();
      await unfold(person);
      await expect(field(person)).toHaveValue(TEXT);
    });

    situation(`${name}: a correction that only says that something was put in stays, and is kept`, {}, async ({ page, site }) => {
      const person = await land(page, site, {});
      await field(person).fill('Jeg vil øve mig');
      await page.keyboard.press('Tab');
      await field(person).evaluate((element, text) => {
        element.value = text;
        element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      }, TEXT);
      await page.evaluate(() => (document.documentElement.lang = 'en'));
      await expect(new Person(page, { language: 'en' }).button('SaveFile').first()).toBeVisible();
      await expect(field(person)).toHaveValue(TEXT);
      expect(read(await kept(page))).toBe(TEXT);
    });
  }

  situation('the name of a role that is searched for stays while it is written, too', {}, async ({ page, site }) => {
    const roles = Array.from({ length: 12 }, (_, place) => ({ ...framework.roles[0], id: `role-${place}`, title: { da: `Rolle ${place}`, en: `Role ${place}` } }));
    site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? { body: JSON.stringify({ ...framework, roles }) } : undefined);
    const person = await arrive(page, site, { markup: WIDGET.replace('purpose', 'rater="self" purpose') });
    const search = person.widget.locator('input[list]');
    await search.focus();
    await page.keyboard.type('Rolle');
    await page.evaluate(() => (document.querySelector('rokade-assessment').headingLevel = 4));
    await expect(person.widget.locator('h4[data-focus=heading]')).toHaveCount(1);
    await page.keyboard.type(' 7');
    await expect(search).toHaveValue('Rolle 7');
    await page.keyboard.press('Tab');
    await expect(person.widget.getByRole('button', { name: person.word('ReadRoleNamed', { role: 'Rolle 7' }) })).toBeVisible();
    await expect(search).toHaveValue('Rolle 7');
  });
});

/** Puts each text of the widget into an element of its own, as programs do that translate a page, and goes on doing so. */
const translate = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('rokade-assessment');
    const work = () => {
      const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        if (text.parentNode.localName === 'font' || text.parentNode.closest('svg, option')) continue;
        const font = document.createElement('font');
        font.textContent = text.data;
        text.replaceWith(font);
      }
    };
    work();
    new MutationObserver(work).observe(shadowRoot, { childList: true, characterData: true, subtree: true });
  });

/** Everything that the widget says. */
const said = (person) => person.widget.evaluate(({ shadowRoot }) => shadowRoot.querySelector('.mount').textContent);

const radios = (person, question) => person.widget.getByRole('group', { name: person.word(question) }).getByRole('radio');
const OTHER_ROLE = framework.roles[1].title.da;
/** What is done on a screen, one thing after the other. */
const ACTS = {
  'a question': {
    begin: (page, site) => land(page, site, { name: 'question', competence: competences[2].id, then: 'goOn' }, { answers: { ...assessment(), responses: { competences: {}, behaviours: {} } } }),
    acts: [
      (person) => person.choose(person.answers, 1),
      (person) => person.press('Continue'),
      (person) => person.press('Continue'),
      (person) => person.choose(person.answers, 3),
      (person) => person.press('Back'),
    ],
  },
  'the first screen': {
    begin: (page, site) => arrive(page, site, { markup: '<rokade-assessment framework="../frameworks/souschef.json"></rokade-assessment>' }),
    acts: [
      (person) => person.press('Begin'),
      (person) => person.choose(radios(person, 'PurposeQuestion'), 2),
      (person) => person.choose(radios(person, 'PurposeQuestion'), 0),
      (person) => person.choose(radios(person, 'RaterQuestion'), 1),
    ],
  },
  'the results': {
    begin: async (page, site) => {
      const person = await land(page, site, { name: 'suggestions' });
      await unfold(person);
      return person;
    },
    acts: [
      async (person) => {
        const select = person.widget.locator('select').first();
        await select.evaluate((element, title) => {
          element.value = [...element.options].find(({ text }) => text === title).value;
          element.dispatchEvent(new Event('change', { bubbles: true }));
        }, OTHER_ROLE);
        await expect(person.widget.locator('.results-head .notice')).toBeVisible();
      },
      async (person) => {
        const declined = person.widget.locator('.part .toggle').last();
        const id = await declined.getAttribute('id');
        await declined.click();
        await expect(person.widget.locator(`.part [id='${id}']`)).toHaveCount(0);
      },
    ],
  },
};

part('Translated from outside', () => {
  for (const [name, { begin, acts }] of Object.entries(ACTS)) {
    situation(`${name}: whatever is done, it says what it says where nobody translates`, {}, async ({ page, site, browse }) => {
      const person = await begin(page, site);
      const other = await begin(await browse(), site);
      await translate(page);
      expect(await said(person)).toBe(await said(other));
      for (const [place, act] of acts.entries()) {
        await act(person);
        await act(other);
        await expect.poll(async () => (await said(person)) === (await said(other)), { message: `after ${place + 1}` }).toBe(true);
      }
    });
  }

  situation('the button that would delete an answer says so, and the language can be changed', {}, async ({ page, site }) => {
    const person = await ACTS['a question'].begin(page, site);
    await expect(person.button('Skip')).toBeVisible();
    await translate(page);
    await person.choose(person.answers, 1);
    await expect(person.button('DeleteAnswer')).toBeVisible();
    await person.pressAt(person.widget.getByRole('button', { name: 'English' }));
    const english = new Person(page, { language: 'en' });
    await expect(english.button('DeleteAnswer')).toBeVisible();
    await expect(english.question(competences[2])).toBeVisible();
    expect(await said(english)).not.toContain(competences[2].statement.da);
  });
});
