// Where the element can stand: in other shadow roots, documents, dialogs and frames, under styles and scripts of all
// kinds; and that each demo page starts it.
import { readdirSync, readFileSync } from 'node:fs';
import { Person } from '../person.mjs';
import { arrive, assessment, goOnWithMine, land, WIDGET } from '../screens.mjs';
import { competences, framework } from '../words.mjs';
import { expect, part, situation } from './situation.mjs';

const UNKEPT = WIDGET.replace('purpose', 'storage="none" purpose');
const QUESTION = { name: 'question', competence: competences[2].id, then: 'goOn' };
const third = competences[2];

/**
 * How everything in a widget looks and where it stands: of each element its place in the one around it, and of the first
 * of its kind every property that the browser has computed.
 */
const portrait = (person) =>
  person.widget.evaluate((element) => {
    const mount = element.shadowRoot.querySelector('.mount');
    const round = (length) => Math.round(length * 4) / 4;
    const kind = (part) => `${part.localName}${[...part.classList].map((own) => `.${own}`).join('')}`;
    const seen = new Set();
    return [...mount.querySelectorAll('*')].map((part) => {
      const box = part.getBoundingClientRect();
      const around = part.parentNode.getBoundingClientRect();
      const name = `${kind(part.parentNode)} > ${kind(part)}`;
      const style = seen.has(name) ? [] : getComputedStyle(part);
      seen.add(name);
      const properties = [...style].filter((own) => !own.startsWith('--')).map((own) => [own, style.getPropertyValue(own)]);
      return { name, properties: Object.fromEntries(properties), place: part.getClientRects().length ? [box.left - around.left, box.top - around.top, box.width, box.height].map(round) : [] };
    });
  });

/** What differs between two portraits, at most so much of it: looks first, since places follow from them. */
function differences(one, other, most = 20) {
  // What follows from the place.
  const isPlace = (property) => /^(height|width|block-size|inline-size|top|bottom|left|right|inset-.*|.*-origin)$/.test(property);
  const looks = [];
  const places = one.length === other.length ? [] : [`${one.length} elements, ${other.length} elements`];
  one.forEach(({ name, properties, place }, index) => {
    const second = other[index];
    if (!second) return;
    for (const [property, value] of Object.entries(properties)) {
      if (second.properties[property] !== value && !isPlace(property)) looks.push(`${name}: ${property}: ${value}, ${second.properties[property]}`);
    }
    // What stays in view stands where the window ends, which is the page's matter.
    const from = properties.position === 'sticky' ? 2 : 0;
    if (place.some((length, side) => side >= from && Math.abs(length - second.place[side]) > 0.5)) places.push(`${name}: ${place}, ${second.place}`);
  });
  return [...looks, ...places].slice(0, most);
}

/** Its first screen, and the results with all that is folded away. */
async function portraits(person) {
  await expect(person.heading(framework.title.da)).toBeVisible();
  const first = await portrait(person);
  await person.widget.evaluate((element, file) => element.open(file), assessment());
  await goOnWithMine(person);
  await person.reaches(person.word('ResultsTitle'));
  await person.widget.evaluate(({ shadowRoot }) => {
    shadowRoot.activeElement?.blur();
    for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
  });
  return [first, await portrait(person)];
}

/** Asks whether to delete, declines, and finds the focus where it was. */
async function asksAndGivesBack(person) {
  await person.press('DeleteAnswers');
  await expect(person.deletion).toBeFocused();
  await person.press('Cancel');
  await expect(person.button('DeleteAnswers')).toBeFocused();
}

async function openResults(person) {
  await person.widget.evaluate((element, file) => element.open(file), assessment());
  await goOnWithMine(person);
  await person.reaches(person.word('ResultsTitle'));
}

/** For pages with scripts and styles of their own, or that write markup. */
const LOOSE = { strict: false };

part('In other places', () => {
  situation('in another shadow root it finds language and framework, and is heard outside', {}, async ({ page, site }) => {
    await page.goto(site.show('<office-card></office-card>', { ...LOOSE, lang: 'en' }));
    await page.evaluate((markup) => {
      window.told = [];
      addEventListener('rokade-ready', ({ target }) => window.told.push(target.localName));
      const card = document.querySelector('office-card');
      card.attachShadow({ mode: 'open' }).innerHTML = `<p>Card</p><div>${markup}</div>`;
    }, UNKEPT);
    const person = new Person(page, { language: 'en' });
    await expect(person.heading(framework.title.en)).toBeVisible();
    expect(await page.evaluate(() => window.told)).toEqual(['office-card']);
    await page.evaluate(() => document.querySelector('office-card').setAttribute('lang', 'da'));
    await openResults(new Person(page));
    await asksAndGivesBack(new Person(page));
  });

  situation('in a closed shadow root it gives the focus back, too, though the page’s document can’t see it', {}, async ({ page, site }) => {
    await page.goto(site.show('<office-card></office-card>', LOOSE));
    await page.evaluate((markup) => {
      const root = document.querySelector('office-card').attachShadow({ mode: 'closed' });
      root.innerHTML = markup;
      window.card = root.firstChild;
    }, UNKEPT.replace('purpose', 'rater="self" purpose'));
    const inside = (work, ...values) => page.evaluate(([work, values]) => eval(work)(window.card.shadowRoot ?? document.createElement('p'), ...values), [`(${work})`, values]);
    const person = new Person(page);
    await expect.poll(() => inside((root) => root.querySelectorAll('[type=radio]').length)).toBeGreaterThan(0);
    await page.evaluate((file) => window.card.open(file), assessment());
    for (const key of ['WhoseMine', 'ReadFile', 'GoOnFile']) {
      const press = (root, name) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name).click();
      await expect.poll(() => inside((root, name) => [...root.querySelectorAll('button')].some(({ textContent }) => textContent === name), person.word(key))).toBe(true);
      await inside(press, person.word(key));
    }
    await expect.poll(() => inside((root) => root.activeElement?.textContent)).toBe(person.word('ResultsTitle'));
    await inside((root, name) => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name).focus(), person.word('DeleteAnswers'));
    await page.keyboard.press('Enter');
    await expect.poll(() => inside((root) => root.activeElement?.textContent)).toContain(person.word('DeleteQuestion'));
    await page.keyboard.press('Tab');
    await expect.poll(() => inside((root) => root.activeElement?.textContent)).toBe(person.word('Cancel'));
    await page.keyboard.press('Enter');
    await expect.poll(() => inside((root) => root.activeElement?.textContent)).toBe(person.word('DeleteAnswers'));
  });

  situation('taken into a frame’s document and back, it goes on, looks the same and keeps the focus inside', { note: { webkit: 'WebKit lets microtasks run between leaving one document and entering the other, so the element is mounted anew there, with its answers, and reads the framework again' } }, async ({ page, site, engine }) => {
    const person = await land(page, site, QUESTION, { markup: `<iframe style="width: 100%; height: 40em" title="Frame"></iframe>${WIDGET}`, ...LOOSE });
    const before = site.requests.length;
    await person.widget.evaluate((element) => {
      const { contentDocument } = document.querySelector('iframe');
      contentDocument.body.append(contentDocument.adoptNode(element));
      window.moved = element;
    });
    const inFrame = new Person(page.frame('iframe'));
    await expect(inFrame.question(third)).toBeVisible();
    await inFrame.choose(inFrame.answers, 1);
    await inFrame.press('Continue');
    await inFrame.isAsked(competences[3]);
    await asksAndGivesBack(inFrame);
    expect(await inFrame.widget.evaluate(({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector('.mount')).borderStyle)).toBe('solid');
    await page.evaluate(() => document.querySelector('main').append(document.adoptNode(window.moved)));
    await expect(person.question(competences[3])).toBeVisible();
    expect(await person.widget.evaluate(({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector('.mount')).borderStyle)).toBe('solid');
    await person.press('Back');
    await person.isAsked(third);
    await expect(person.answers.nth(1)).toBeChecked();
    const again = engine === 'webkit' ? ['/frameworks/souschef.json', '/frameworks/souschef.json'] : [];
    expect(site.requests.slice(before).map(({ path }) => path)).toEqual(again);
  });

  situation('put into a frame’s document later, it is drawn and works there as anywhere', {}, async ({ page, site }) => {
    await page.goto(site.show(`<iframe title="Frame"></iframe>${UNKEPT}`, LOOSE));
    const person = new Person(page);
    await expect(person.heading(framework.title.da)).toBeVisible();
    await openResults(person);
    await page.evaluate(async () => {
      const element = document.querySelector('rokade-assessment');
      element.remove();
      await new Promise((done) => setTimeout(done, 100));
      document.querySelector('iframe').contentDocument.body.append(element);
    });
    const inFrame = new Person(page.frame('iframe'));
    await expect(inFrame.heading(inFrame.word('ResultsTitle'))).toBeVisible();
    await inFrame.press('KeepTitle');
    await inFrame.reaches(inFrame.word('KeepTitle'));
    await inFrame.tick(inFrame.word('ShareResponses'));
    await asksAndGivesBack(inFrame);
  });

  situation('in a dialog of the page, the focus stays in the dialog, and Escape closes it', {}, async ({ page, site }) => {
    await page.goto(site.show(`<button id="outside">Ude</button><dialog id="host"><button id="close">Luk</button>${UNKEPT}</dialog>`));
    await page.evaluate(() => {
      document.querySelector('#close').addEventListener('click', () => document.querySelector('#host').close());
      document.querySelector('#outside').addEventListener('click', () => document.querySelector('#host').showModal());
    });
    await page.locator('#outside').click();
    const person = new Person(page);
    await expect(person.heading(framework.title.da)).toBeVisible();
    await openResults(person);
    await asksAndGivesBack(person);
    // All the way round: never to what lies outside.
    const seen = new Set();
    for (let stop = 0; stop < 90; stop++) {
      await page.keyboard.press('Tab');
      seen.add(await page.evaluate(() => document.activeElement.id || document.activeElement.localName));
    }
    expect([...seen]).toEqual(expect.arrayContaining(['rokade-assessment']));
    expect([...seen]).not.toContain('outside');
    await page.locator('#host').evaluate((dialog) => dialog.querySelector('#close').focus());
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.querySelector('#host').open)).toBe(false);
    await page.locator('#outside').click();
    await expect(person.heading(person.word('ResultsTitle'))).toBeVisible();
  });

  situation('where the page is inert or disabled around it, nothing in it can be reached', {}, async ({ page, site }) => {
    const person = await land(page, site, QUESTION, { markup: `<button id="before">Før</button><form><fieldset>${WIDGET}</fieldset></form><button id="after">Efter</button>` });
    const reached = async () => {
      await page.locator('#before').focus();
      await page.keyboard.press('Tab');
      return page.evaluate(() => document.activeElement.id || document.activeElement.localName);
    };
    expect(await reached()).toBe('rokade-assessment');
    await page.evaluate(() => (document.querySelector('form').inert = true));
    expect(await reached()).toBe('after');
    await page.evaluate(() => (document.querySelector('form').inert = false));
    expect(await reached()).toBe('rokade-assessment');
    await page.evaluate(() => (document.querySelector('fieldset').disabled = true));
    expect(await reached()).toBe('after');
    await page.evaluate(() => (document.querySelector('fieldset').disabled = false));
    expect(await reached()).toBe('rokade-assessment');
    await person.choose(person.answers, 1);
  });

  situation('in a column that scrolls by itself it loads when it comes near, and the page around it doesn’t grow', {}, async ({ page, site }) => {
    await page.goto(site.show(`<style>body { margin: 0 } h1 { display: none } main { height: 100vh; overflow: auto }</style><div style="height: 3000px"></div>${UNKEPT}`, LOOSE));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    expect(site.requests.filter(({ path }) => /wasm/.test(path))).toEqual([]);
    await page.evaluate(() => document.querySelector('main').scrollTo(0, 3000 - innerHeight - 300));
    const person = new Person(page);
    await expect(person.heading(framework.title.da)).toBeVisible();
    expect(await page.evaluate(() => document.querySelector('rokade-assessment').getBoundingClientRect().top > innerHeight)).toBe(true);
    await openResults(person);
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  });

  situation('in 320 pixels nothing scrolls sideways: on the widget’s screens and on demo pages', { timeout: 180_000 }, async ({ page, site }) => {
    const sticksOut = (inside) => inside.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const frameOf = async (address) => {
      await page.goto(site.show(`<iframe src="${address}" style="width: 320px; height: 600px; border: 0" title="Frame"></iframe>`, LOOSE));
      const inside = page.frame('iframe');
      expect(await inside.evaluate(() => innerWidth)).toBe(320);
      return new Person(inside);
    };
    for (const address of [site.show(UNKEPT), site.show(`<div dir="rtl">${UNKEPT}</div>`)]) {
      const person = await frameOf(address);
      await expect(person.heading(framework.title.da)).toBeVisible();
      expect(await sticksOut(person.page), 'the first screen').toBeLessThanOrEqual(0);
      await openResults(person);
      await person.widget.evaluate(({ shadowRoot }) => {
        for (const details of shadowRoot.querySelectorAll('details')) details.open = true;
      });
      expect(await sticksOut(person.page), 'the results').toBeLessThanOrEqual(0);
      await person.button('MenuProfile').press('Enter');
      await person.button('ChangeNamed', { title: competences[3].title.da }).first().press('Enter');
      await person.isAsked(competences[3]);
      expect(await sticksOut(person.page), 'a question').toBeLessThanOrEqual(0);
    }
    for (const name of ['index', 'component', 'keys', 'rtl', 'form', 'two']) {
      const person = await frameOf(`/demo/${name}.html`);
      await person.widget.first().scrollIntoViewIfNeeded();
      await expect(person.widget.first().getByRole('heading').first()).toBeVisible();
      expect(await sticksOut(person.page), name).toBeLessThanOrEqual(0);
    }
  });
});

part('Among the page’s keys', () => {
  situation('what is typed in it sets off none of the page’s shortcuts, and Tab and Escape still reach the page', {}, async ({ page, site }) => {
    await page.addInitScript(() => {
      window.heard = [];
      window.captured = [];
      for (const kind of ['keydown', 'keypress', 'keyup']) {
        addEventListener(kind, (event) => {
          window.heard.push(event.key);
          // What a page does with a shortcut of its own.
          if (event.key.length === 1) event.preventDefault();
        });
        addEventListener(kind, ({ target }) => window.captured.push(target.localName), true);
      }
    });
    const person = await arrive(page, site, { markup: `<input id="own">${UNKEPT.replace('purpose', 'rater="manager" purpose')}` });
    const field = person.widget.getByLabel(person.word('LabelQuestion'));
    const radios = person.widget.getByRole('group', { name: person.word('RoleQuestion') }).getByRole('radio');
    await person.tabTo(field);
    await page.evaluate(() => (window.heard = []));
    await page.keyboard.type('s j?/1');
    await expect(field).toHaveValue('s j?/1');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('s j?/');
    expect(await page.evaluate(() => window.heard)).toEqual([]);
    await person.choose(radios, 1);
    expect((await page.evaluate(() => window.heard)).filter((key) => !['Tab', 'Shift'].includes(key))).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => window.heard)).toContain('Escape');
    // Who listens in the capture phase hears before any element can; to it the keys come from the element.
    expect(await page.evaluate(() => window.captured)).toContain('rokade-assessment');
    // The page's own keys are the page's.
    await page.locator('#own').focus();
    await page.keyboard.press('j');
    expect(await page.evaluate(() => window.heard)).toContain('j');
    expect(await page.locator('#own').inputValue()).toBe('');
  });

  situation('what is typed, pasted or changed in it is no input of the page’s', {}, async ({ page, site }) => {
    await page.addInitScript(() => {
      window.heard = [];
      for (const kind of ['beforeinput', 'input', 'change', 'paste']) document.addEventListener(kind, ({ type, target }) => window.heard.push(`${type} ${target.localName}`));
    });
    const person = await arrive(page, site, { markup: UNKEPT.replace('purpose', 'rater="manager" purpose') });
    await person.tabTo(person.widget.getByLabel(person.word('LabelQuestion')));
    await page.keyboard.type('abc');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await person.choose(person.widget.getByRole('group', { name: person.word('RoleQuestion') }).getByRole('radio'), 1);
    expect(await page.evaluate(() => window.heard)).toEqual([]);
  });

  situation('on the demo page with shortcuts an s typed in a field is an s', {}, async ({ page, site }) => {
    await page.goto('/demo/keys.html');
    const person = new Person(page);
    await person.widget.evaluate((element) => {
      element.setAttribute('rater', 'manager');
      element.storage = 'none';
    });
    const field = person.widget.getByLabel(person.word('LabelQuestion'));
    await person.tabTo(field);
    await page.keyboard.type('st');
    await expect(field).toHaveValue('st');
    await expect(page.locator('#used')).toHaveText('0');
    await page.locator('#shortcuts').focus();
    await page.keyboard.press('s');
    await expect(page.locator('#search')).toBeFocused();
    await expect(page.locator('#used')).toHaveText('1');
    await page.keyboard.type('st');
    await expect(page.locator('#search')).toHaveValue('st');
    expect(site.requests.filter(({ status }) => status >= 400)).toEqual([]);
  });
});

part('Under the page’s styles', () => {
  /**
   * Compares with a page that has nothing but the same width and, in `style`, what the widget takes from a page on
   * purpose: font and text size, and how its text is spaced.
   */
  const isAsOnAPlainPage = async (page, site, person, style) => {
    await expect(person.heading(framework.title.da)).toBeVisible();
    const width = await person.widget.evaluate(({ shadowRoot }) => shadowRoot.querySelector('.mount').getBoundingClientRect().width);
    const own = await portraits(person);
    await page.goto(site.show(`<style>body { margin: 0 } main { width: ${width}px } ${style}</style>${UNKEPT.replace('></', ' eager></')}`, LOOSE));
    const plain = await portraits(new Person(page));
    expect(own[0].length).toBeGreaterThan(50);
    expect(differences(own[0], plain[0]), 'the first screen').toEqual([]);
    expect(differences(own[1], plain[1]), 'the results').toEqual([]);
  };
  const SPACED = 'rokade-assessment { line-height: inherit; letter-spacing: inherit; word-spacing: inherit }';

  situation('on the old intranet every element of it looks and stands as on a plain page of the same font', { timeout: 300_000 }, async ({ page, site }) => {
    await page.goto('/demo/hostile.html');
    const person = new Person(page);
    await person.widget.evaluate((element) => {
      element.storage = 'none';
    });
    const style = "main { font: 13px/1.2 Verdana, 'DejaVu Sans', sans-serif; letter-spacing: 0.08em; word-spacing: 0.3em }";
    await isAsOnAPlainPage(page, site, person, style + SPACED);
  });

  situation('under `* { all: unset }`, a root of 62.5 %, hidden labels and shown `hidden` it looks and stands the same', { timeout: 300_000 }, async ({ page, site }) => {
    await page.goto(
      site.show(`<style>
        * { all: unset }
        html { font-size: 62.5% }
        label, dialog { display: none }
        fieldset { display: none; width: 10px; margin: 30px }
        [hidden] { display: block }
        :focus { outline: none }
        button, input, summary { all: revert; float: right; transform: scale(0.5) }
      </style>${UNKEPT.replace('></', ' eager></')}${UNKEPT.replace('<rokade-assessment', '<rokade-assessment id="gone" hidden')}`, LOOSE),
    );
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.querySelector('#gone')).display)).toBe('none');
    await page.evaluate(() => document.querySelector('#gone').remove());
    await isAsOnAPlainPage(page, site, new Person(page), `html { font-size: 62.5% } ${SPACED}`);
  });

  situation('on a page read from the right it is read from the left, as on any other, while what stands in its place follows the page', { timeout: 300_000 }, async ({ page, site, complaints }) => {
    await page.goto(site.show(`<div dir="rtl">${UNKEPT.replace('></', '><p>مرحبا</p></')}</div>`));
    const person = new Person(page);
    await isAsOnAPlainPage(page, site, person, '');
    await page.goto(site.show(`<div dir="rtl">${UNKEPT.replace('></', '><p>مرحبا</p></').replace('souschef', 'missing')}</div>`));
    await expect(person.widget.getByRole('heading').first()).toBeVisible();
    expect(await page.locator('rokade-assessment > p').evaluate((own) => getComputedStyle(own).direction)).toBe('rtl');
    expect(await complaints()).toEqual([expect.stringContaining('(framework-not-found)')]);
  });

  situation('texts of the framework that are read from the right are, inside words that are not', {}, async ({ page, site }) => {
    const arabic = JSON.parse(JSON.stringify(framework), (key, value) => (value?.da && value?.en ? 'ماذا تستطيع؟ (مثال).' : value));
    arabic.languages = ['ar'];
    site.routes = ({ pathname }) => (pathname === '/frameworks/souschef.json' ? { body: JSON.stringify(arabic) } : undefined);
    await page.goto(site.show(UNKEPT));
    const title = new Person(page).widget.locator('[data-focus=heading]');
    await expect(title).toHaveAttribute('lang', 'ar');
    // The first letter stands at the right end, the full stop at the left.
    const [first, stop] = await title.evaluate((heading) => {
      let text = heading;
      while (text.firstChild) text = text.firstChild;
      return [0, text.data.length - 1].map((place) => {
        const range = document.createRange();
        range.setStart(text, place);
        range.setEnd(text, place + 1);
        return range.getBoundingClientRect().left;
      });
    });
    expect(first).toBeGreaterThan(stop);
  });
});

part('Demo pages', () => {
  const pages = readdirSync(new URL('../../../www/demo/', import.meta.url)).filter((name) => name.endsWith('.html'));
  for (const name of pages) {
    situation(`demo/${name} starts the widget`, {}, async ({ page }) => {
      await page.goto(`/demo/${name}`);
      if (name === 'inserted.html') await page.getByRole('button', { name: 'Vis selvvurderingen' }).press('Enter');
      const inside = name === 'iframe.html' ? page.frame('iframe') : page;
      const widget = inside.locator('rokade-assessment').first();
      await widget.scrollIntoViewIfNeeded();
      const id = /(\w+)\.json$/.exec((await widget.evaluate((element) => element.framework)) ?? '')[1];
      const { title } = JSON.parse(readFileSync(new URL(`../../../frameworks/${id}.json`, import.meta.url), 'utf8'));
      await expect(widget.getByRole('heading', { name: title.da })).toBeVisible();
    });
  }
});
