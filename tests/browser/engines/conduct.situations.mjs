// How the element behaves in pages that aren't its own: beside others, moved about, in all sorts of places, under all
// sorts of styles, and while the page does to it what pages do.
import { Person } from '../person.mjs';
import { arrive, assessment, goOnWithMine, land, WIDGET } from '../screens.mjs';
import { competences, framework, word } from '../words.mjs';
import { expect, part, situation } from './situation.mjs';

const UNKEPT = WIDGET.replace('purpose', 'storage="none" purpose');
const QUESTION = { name: 'question', competence: competences[2].id, then: 'goOn' };
const third = competences[2];

/** For pages with scripts and styles of their own, or that write markup. */
const LOOSE = { strict: false };
const NO_MOVE_BEFORE = { cannot: { webkit: 'WebKitGTK 2.50 has no `moveBefore`; `append` moves it there, and the focus is lost, as with every element' } };

/** Somebody who uses the widget that this selector finds. */
const widget = (page, selector = 'rokade-assessment', language = 'da') => new Person(page, { widget: selector, language });

/** Opens an assessment in the widget as a page's author would, and waits for its results. */
async function openResults(person) {
  await person.widget.evaluate((element, file) => element.open(file), assessment());
  await goOnWithMine(person);
  await person.reaches(person.word('ResultsTitle'));
}

/** What the site answers to this, as text. */
const read = async (site, path) => (await fetch(site.url + path)).text();

const paths = (site) => site.requests.map(({ path }) => path);

part('Several on one page', () => {
  situation('several elements with several frameworks live apart and load the script and the wasm once', {}, async ({ page, site }) => {
    const of = (name) => `<rokade-assessment id="${name}" framework="../frameworks/${name}.json" purpose="development" rater="self" storage="none" eager></rokade-assessment>`;
    const names = ['souschef', 'chef', 'medarbejder'];
    await page.goto(site.show(names.map(of).join('') + of('souschef').replace('id="souschef"', 'id="again"')));
    const people = [...names, 'again'].map((name) => widget(page, `#${name}`));
    const titles = ['Kompetencer for souschefer (eksempel)', 'Kompetencer for chefer i Eksempelstyrelsen (eksempel)', 'Kompetencer for medarbejdere i Eksempelstyrelsen (eksempel)', 'Kompetencer for souschefer (eksempel)'];
    for (const [place, person] of people.entries()) await expect(person.heading(titles[place])).toBeVisible();
    const wanted = ['/rokade.js', '/rokade.wasm', '/rokade.later.css.txt', '/rokade.later.wasm', ...names.map((name) => `/frameworks/${name}.json`), '/frameworks/souschef.json'];
    await expect.poll(() => paths(site).filter((path) => /^\/(rokade|frameworks)/.test(path)).sort()).toEqual(wanted.sort());

    await openResults(people[0]);
    await expect(people[3].heading(titles[3])).toBeVisible();
    await expect(people[3].heading(people[3].word('ResultsTitle'))).toHaveCount(0);
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('rokade-assessment')].flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('[id]')].map(({ id }) => id)),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  situation('a second version says so once, and the first goes on', {}, async ({ page, site, complaints }) => {
    const body = await read(site, '/rokade.js');
    const [, version] = /Rokade (\d+\.\d+\.\d+)/.exec(body);
    site.routes = ({ pathname }) =>
      /^\/other-\d\.js$/.test(pathname) ? { body: body.replaceAll(version, '9.9.9'), headers: { 'content-type': 'text/javascript' } } : undefined;
    const person = await land(page, site, QUESTION, { markup: `${WIDGET}<script type="module" src="../other-1.js"></script>` });
    const warning = `Rokade: <rokade-assessment> is already defined on this page, by version ${version}; version 9.9.9 was loaded after it and is not used. Load one version only.`;
    expect(await complaints()).toEqual([warning]);
    expect(await page.evaluate(() => customElements.get('rokade-assessment').version)).toBe(version);
    await person.choose(person.answers, 1);
    await person.press('Continue');
    await person.isAsked(competences[3]);
    // The very same script a second time is nothing to speak of.
    await page.evaluate(() => import(new URL('../rokade.js?again', location.href).href).then(() => {}));
    expect(await complaints()).toEqual([]);
  });
});

part('Moved, removed, returned', () => {
  situation('moved elsewhere in the page it stays where it was and asks for nothing', {}, async ({ page, site }) => {
    const person = await land(page, site, QUESTION);
    const before = paths(site);
    const isSame = await page.evaluate(async () => {
      const element = document.querySelector('rokade-assessment');
      const root = element.shadowRoot.querySelector('.mount');
      const box = document.createElement('div');
      document.querySelector('main').prepend(box);
      box.append(element);
      await new Promise((done) => setTimeout(done, 50));
      return root.isConnected && element.shadowRoot.querySelectorAll('.mount').length === 1;
    });
    expect(isSame).toBe(true);
    await person.choose(person.answers, 1);
    await person.press('Continue');
    await person.isAsked(competences[3]);
    expect(paths(site)).toEqual(before);
  });

  situation('moved with `moveBefore` it keeps even the focus', NO_MOVE_BEFORE, async ({ page, site }) => {
    const person = await land(page, site, QUESTION);
    await person.choose(person.answers, 1);
    await page.evaluate(() => {
      const box = document.createElement('div');
      document.querySelector('main').prepend(box);
      box.moveBefore(document.querySelector('rokade-assessment'), null);
    });
    await expect(person.answers.nth(1)).toBeFocused();
    // It still follows the language around it.
    await page.evaluate(() => (document.querySelector('main > div').lang = 'en'));
    await expect(widget(page, 'rokade-assessment', 'en').question(third)).toBeVisible();
  });

  situation('moved while it asks something, it still asks', {}, async ({ page, site }) => {
    const person = await land(page, site, QUESTION, { markup: `<button id="host">Host</button>${WIDGET}` });
    await person.press('DeleteAnswers');
    await expect(person.deletion).toBeVisible();
    await page.evaluate(() => document.querySelector('main').prepend(document.querySelector('rokade-assessment')));
    await expect(person.deletion).toBeVisible();
    await person.press('Cancel');
    await expect(person.deletion).toHaveCount(0);
    await expect(person.question(third)).toBeVisible();
  });

  situation('removed and returned it goes on where it was, with nothing kept in the browser', {}, async ({ page, site }) => {
    const person = await arrive(page, site, { markup: UNKEPT });
    await openResults(person);
    await page.evaluate(async () => {
      const element = document.querySelector('rokade-assessment');
      element.remove();
      await new Promise((done) => setTimeout(done, 50));
      if (element.shadowRoot.querySelector('.mount')) throw new Error('it still stands there');
      document.querySelector('main').append(element);
    });
    await expect(person.heading(person.word('ResultsTitle'))).toBeVisible();
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);
    expect(Object.keys((await person.save()).json.responses.competences)).toHaveLength(25);
  });

  situation('removed while it loads, it starts once it is back', {}, async ({ page, site }) => {
    let arrives;
    const arrived = new Promise((done) => (arrives = done));
    site.routes = ({ pathname }) => (pathname === '/rokade.wasm' ? { delay: arrived } : undefined);
    await page.goto(site.show(UNKEPT));
    await expect.poll(() => paths(site)).toContain('/rokade.wasm');
    await page.evaluate(() => {
      window.taken = document.querySelector('rokade-assessment');
      window.taken.remove();
    });
    arrives();
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    expect(await page.evaluate(() => window.taken.shadowRoot.querySelector('.mount'))).toBe(null);
    await page.evaluate(() => document.querySelector('main').append(window.taken));
    await expect(widget(page).heading(framework.title.da)).toBeVisible();
  });

  situation('a method called on an element that was just removed waits for its return and harms no other', {}, async ({ page, site }) => {
    await page.goto(site.show(`${UNKEPT.replace('<rokade-assessment', '<rokade-assessment id="one" eager')}${UNKEPT.replace('<rokade-assessment', '<rokade-assessment id="two" eager')}`));
    const [one, two] = [widget(page, '#one'), widget(page, '#two')];
    for (const person of [one, two]) await expect(person.heading(framework.title.da)).toBeVisible();
    await page.evaluate(async (file) => {
      const element = document.querySelector('#one');
      element.remove();
      window.opened = element.open(file).then(() => 'opened', String);
      window.back = () => document.querySelector('main').append(element);
      await new Promise((done) => setTimeout(done, 100));
    }, assessment());
    await expect(two.heading(framework.title.da)).toBeVisible();
    await expect(two.widget.getByRole('alert')).toHaveCount(0);
    await page.evaluate(() => window.back());
    expect(await page.evaluate(() => window.opened)).toBe('opened');
    await expect(one.heading(one.word('WhoseQuestion'))).toBeVisible();
  });

  for (const name of ['ready', 'progress', 'results', 'export', 'error']) {
    situation(`a page may remove it while it hears \`rokade-${name}\`, and put it back`, {}, async ({ page, site, complaints }) => {
      await page.addInitScript((name) => {
        addEventListener(
          `rokade-${name}`,
          ({ target }) => {
            target.remove();
            window.taken = target;
          },
          { once: true },
        );
      }, name);
      await page.goto(site.show(name === 'error' ? UNKEPT.replace('development', 'revenge') : UNKEPT));
      const person = widget(page);
      if (['progress', 'results', 'export'].includes(name)) {
        await expect(person.heading(framework.title.da)).toBeVisible();
        const opened = person.widget.evaluate((element, file) => void element.open(file), assessment());
        await opened;
        await goOnWithMine(person);
        if (name === 'export') await person.button('SaveFile').first().click();
      }
      await expect.poll(() => page.evaluate(() => Boolean(window.taken) && !window.taken.isConnected)).toBe(true);
      await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
      expect(await page.evaluate(() => window.taken.shadowRoot.querySelector('.mount'))).toBe(null);
      await page.evaluate(() => document.querySelector('main').append(window.taken));
      const goesOn = ['progress', 'results', 'export'].includes(name);
      await expect(person.heading(goesOn ? person.word('ResultsTitle') : framework.title.da)).toBeVisible();
      const said = await complaints();
      expect(said).toEqual(name === 'error' ? [expect.stringContaining('`revenge`')] : []);
    });
  }
});

part('Created by scripts', () => {
  situation('created before the script, it picks up the properties that were set', {}, async ({ page, site }) => {
    await page.goto(
      site.show(
        `<script>
          const early = document.createElement('rokade-assessment');
          Object.assign(early, { framework: ${JSON.stringify('../frameworks/souschef.json')}, purpose: 'development', rater: 'manager', roleId: '${framework.roles[1].id}', storage: 'none', storageKey: 'early', headingLevel: 4, eager: true, messages: { begin: 'Kom i gang' }, reference: 'sag-7' });
          document.currentScript.parentNode.append(early);
        </script>`,
        LOOSE,
      ),
    );
    const person = widget(page);
    await expect(person.widget.getByRole('heading', { name: framework.title.da })).toHaveAttribute('data-focus', 'heading');
    expect(await person.widget.evaluate(({ shadowRoot }) => shadowRoot.querySelector('[data-focus=heading]').localName)).toBe('h4');
    await expect(person.widget.getByRole('button', { name: 'Kom i gang', exact: true })).toBeVisible();
    const now = await person.widget.evaluate((element) => ({
      own: Object.keys(element),
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      reference: element.reference,
    }));
    expect(now).toEqual({
      own: [],
      attributes: { framework: '../frameworks/souschef.json', purpose: 'development', rater: 'manager', 'role-id': framework.roles[1].id, storage: 'none', 'storage-key': 'early', 'heading-level': '4', eager: '' },
      reference: 'sag-7',
    });
  });

  situation('attributes and properties say the same, whichever was set', {}, async ({ page, site }) => {
    await page.goto(site.show(''));
    await expect.poll(() => page.evaluate(() => Boolean(customElements.get('rokade-assessment')))).toBe(true);
    const found = await page.evaluate(() => {
      const element = document.createElement('rokade-assessment');
      const states = {};
      const state = () => Object.fromEntries(['framework', 'purpose', 'roleId', 'rater', 'storage', 'storageKey', 'sharing', 'recipient', 'name', 'required', 'disabled', 'headingLevel', 'eager', 'messages', 'reference', 'shared', 'form'].map((name) => [name, element[name]]));
      states.bare = state();
      states.hasAttributes = element.hasAttributes();
      for (const [name, value] of [['framework', 'a.json'], ['purpose', 'onboarding'], ['role-id', 'r'], ['rater', 'self'], ['storage', 'tab'], ['storage-key', 'k'], ['sharing', 'ask'], ['recipient', 'HR'], ['name', 'n'], ['required', ''], ['disabled', ''], ['heading-level', '3'], ['eager', '']]) element.setAttribute(name, value);
      states.attributes = state();
      Object.assign(element, { framework: { id: 'x' }, purpose: null, roleId: null, rater: undefined, storageKey: 5, required: false, disabled: false, headingLevel: 1, eager: false });
      states.properties = state();
      states.left = element.getAttributeNames().sort();
      element.setAttribute('framework', 'b.json');
      states.framework = element.framework;
      element.setAttribute('purpose', 'revenge');
      element.setAttribute('heading-level', '9');
      states.unknown = [element.purpose, element.headingLevel];
      return states;
    });
    const bare = { framework: null, purpose: null, roleId: null, rater: null, storage: 'device', storageKey: null, sharing: 'none', recipient: null, name: '', required: false, disabled: false, headingLevel: 2, eager: false, messages: {}, reference: null, shared: null, form: null };
    const attributes = { ...bare, framework: 'a.json', purpose: 'onboarding', roleId: 'r', rater: 'self', storage: 'tab', storageKey: 'k', sharing: 'ask', recipient: 'HR', name: 'n', required: true, disabled: true, headingLevel: 3, eager: true };
    expect(found).toEqual({
      bare,
      hasAttributes: false,
      attributes,
      properties: { ...attributes, framework: { id: 'x' }, purpose: null, roleId: null, rater: null, storageKey: '5', required: false, disabled: false, headingLevel: 1, eager: false },
      left: ['framework', 'heading-level', 'name', 'recipient', 'sharing', 'storage', 'storage-key'],
      framework: 'b.json',
      unknown: [null, 2],
    });
  });

  situation('cloned, it is a fresh element with the same attributes and children, and nothing else', {}, async ({ page, site, complaints }) => {
    const person = await arrive(page, site, { markup: UNKEPT.replace('></', '><p>Læs på papir.</p></').replace('<rokade-assessment', '<rokade-assessment id="one" eager') });
    await openResults(person);
    await person.widget.evaluate((element) => {
      element.reference = 'sag-7';
      const clone = element.cloneNode(true);
      clone.id = 'two';
      if (clone.shadowRoot.querySelector('.mount') || clone.reference !== null) throw new Error('it took more along');
      if (clone.textContent !== 'Læs på papir.') throw new Error(clone.innerHTML);
      element.after(clone);
    });
    const clone = widget(page, '#two');
    await expect(clone.heading(framework.title.da)).toBeVisible();
    await expect(widget(page, '#one').heading(person.word('ResultsTitle'))).toBeVisible();
    expect(await clone.widget.evaluate((element) => element.outerHTML)).toBe(
      '<rokade-assessment id="two" eager="" framework="../frameworks/souschef.json" storage="none" purpose="development"><p hidden="rokade" inert="rokade">Læs på papir.</p></rokade-assessment>',
    );
    // A copy of what is hidden shows where there is no widget.
    await clone.widget.evaluate((element) => (element.framework = 'missing.json'));
    await expect.poll(() => clone.widget.evaluate((element) => element.innerHTML)).toBe('<p>Læs på papir.</p>');
    await complaints();
    await clone.widget.evaluate((element) => element.remove());
    await expect(widget(page, '#one').heading(person.word('ResultsTitle'))).toBeVisible();
  });

  situation('from a template, or written into the page later, it starts like any other', {}, async ({ page, site }) => {
    await page.goto(site.show(`<template>${UNKEPT}</template><div id="a"></div><div id="b"></div>`, LOOSE));
    await page.evaluate((markup) => {
      const copy = document.querySelector('template').content.cloneNode(true);
      document.querySelector('#a').append(copy);
      document.querySelector('#b').innerHTML = markup;
    }, UNKEPT);
    for (const place of ['#a', '#b']) await expect(widget(page, `${place} rokade-assessment`).heading(framework.title.da)).toBeVisible();
  });

  situation('a framework in a child script is read, also when the script comes later', {}, async ({ page, site }) => {
    await page.goto(
      site.show(`<rokade-assessment purpose="development" storage="none" eager><script type="application/json">${JSON.stringify(framework).replaceAll('<', '\\u003c')}</script></rokade-assessment>`, LOOSE),
    );
    await expect(widget(page).heading(framework.title.da)).toBeVisible();
    expect(paths(site).filter((path) => path.startsWith('/frameworks'))).toEqual([]);
    await page.evaluate((framework) => {
      const element = document.createElement('rokade-assessment');
      element.id = 'two';
      element.eager = true;
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = JSON.stringify({ ...framework, title: { da: 'Senere', en: 'Later' } });
      element.append(script);
      document.querySelector('main').append(element);
    }, framework);
    await expect(widget(page, '#two').heading('Senere')).toBeVisible();
    // An object, while it lives.
    await widget(page, '#two').widget.evaluate((element, framework) => (element.framework = framework), { ...framework, title: { da: 'Som objekt', en: 'As an object' } });
    await expect(widget(page, '#two').heading('Som objekt')).toBeVisible();
  });
});

part('While it lives', () => {
  situation('`lang` changes the language at once, on the element and around it, and place, answers and focus stay', {}, async ({ page, site }) => {
    const person = await land(page, site, QUESTION, { markup: `<div>${WIDGET}</div>` });
    await person.choose(person.answers, 1);
    const english = widget(page, 'rokade-assessment', 'en');
    for (const place of ['rokade-assessment', 'main > div', 'html']) {
      await page.evaluate((place) => document.querySelector(place).setAttribute('lang', 'en'), place);
      await expect(english.question(third)).toBeVisible();
      await expect(english.answers.nth(1)).toBeChecked();
      await expect(english.answers.nth(1)).toBeFocused();
      await page.evaluate((place) => (place === 'html' ? (document.documentElement.lang = 'da') : document.querySelector(place).removeAttribute('lang')), place);
      await expect(person.question(third)).toBeVisible();
    }
  });

  situation('`messages` put in the host’s own words, live, but not in place of what protects the reader', {}, async ({ page, site }) => {
    const person = await arrive(page, site, { markup: UNKEPT });
    await person.widget.evaluate((element) => (element.messages = { begin: 'Kom så', noticeNoAppraisal: 'Godkendt!' }));
    await expect(person.widget.getByRole('button', { name: 'Kom så', exact: true })).toBeVisible();
    await expect(person.widget.getByText('Godkendt!')).toHaveCount(0);
    await person.widget.evaluate((element) => (element.messages = null));
    await expect(person.button('Begin')).toBeVisible();
  });

  situation('`reference` is in a file only where the person ticks it', {}, async ({ page, site }) => {
    const person = await arrive(page, site, { markup: UNKEPT });
    await person.widget.evaluate((element) => (element.reference = 'sag-7'));
    await openResults(person);
    expect((await person.save()).json.reference).toBe(undefined);
    await person.button('KeepTitle').click();
    await person.reaches(person.word('KeepTitle'));
    await person.tick(person.word('ShareResponses'));
    await person.tick(person.word('ShareReference', { reference: 'sag-7' }));
    expect((await person.save(person.button('ShareSave'))).json.reference).toBe('sag-7');
  });

  situation('far down the page nothing is asked for until the reader comes near, and paper shows what stands in its place', {}, async ({ page, site }) => {
    await page.goto(site.show(`<div id="far" style="height: 5000px"></div>${UNKEPT.replace('></', '><p>Læs på papir.</p></')}`, LOOSE));
    const person = widget(page);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    expect(paths(site).filter((path) => /wasm|frameworks/.test(path))).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('rokade-assessment p').checkVisibility())).toBe(true);
    // Not in the window yet, but near it.
    await page.evaluate(() => scrollTo(0, document.querySelector('rokade-assessment').offsetTop - innerHeight - 300));
    await expect(person.heading(framework.title.da)).toBeVisible();
    expect(await page.evaluate(() => document.querySelector('rokade-assessment').getBoundingClientRect().top > innerHeight)).toBe(true);
    expect(await page.evaluate(() => document.querySelector('rokade-assessment p').checkVisibility())).toBe(false);
  });

  situation('`eager` loads at once, however far away, and also when it is set later', {}, async ({ page, site }) => {
    const markup = `<div style="height: 5000px"></div>${UNKEPT}`;
    await page.goto(site.show(markup.replace('<rokade-assessment', '<rokade-assessment eager'), LOOSE));
    await expect(widget(page).heading(framework.title.da)).toBeVisible();
    // WebKit complains of what is on its way when a page is left.
    const came = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
    for (const path of ['/rokade.later.wasm', '/rokade.later.css.txt', '/words/en.json']) await expect.poll(came).toContain(path);
    await page.goto(site.show(markup, LOOSE));
    await page.evaluate(() => (document.querySelector('rokade-assessment').eager = true));
    await expect(widget(page).heading(framework.title.da)).toBeVisible();
  });

  situation('where it is hidden it waits until it shows', {}, async ({ page, site }) => {
    await page.goto(site.show(`<details><summary>Vis</summary>${UNKEPT}</details>`));
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    expect(paths(site).filter((path) => /wasm/.test(path))).toEqual([]);
    await page.locator('summary').press('Enter');
    await expect(widget(page).heading(framework.title.da)).toBeVisible();
  });
});

part('200 times', () => {
  const COUNTED = 'its memory is measured here, and that no listener of the window is left; nodes and listeners elsewhere are counted where a debugger counts them: in Chromium, by mounts.spec.mjs';

  situation('put in the page and taken away 200 times, in the middle of a journey with a question open, its memory doesn’t grow', { timeout: 300_000, note: { firefox: COUNTED, webkit: COUNTED } }, async ({ page, site }) => {
    await page.addInitScript(() => {
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = async (...values) => {
        const instance = await instantiate.apply(WebAssembly, values);
        // The second part uses that of the first.
        window.memory = instance.exports.memory ?? window.memory;
        return instance;
      };
      // What listens to what outlives an element.
      window.listeners = 0;
      for (const [name, change] of [['addEventListener', 1], ['removeEventListener', -1]]) {
        const own = EventTarget.prototype[name];
        EventTarget.prototype[name] = function (...values) {
          if ([undefined, window, document, document.body].includes(this ?? undefined)) window.listeners += change;
          return own.apply(this, values);
        };
      }
    });
    await page.goto(site.show(''));
    const words = Object.fromEntries(['Begin', 'Continue', 'DeleteAnswers'].map((key) => [key, word('da', key)]));
    const mount = (times) =>
      page.evaluate(
        async ([framework, words, times]) => {
          for (let time = 0; time < times; time++) {
            const element = Object.assign(document.createElement('rokade-assessment'), { eager: true, purpose: 'development', rater: 'self', storage: 'none', framework });
            const ready = new Promise((done) => element.addEventListener('rokade-ready', done, { once: true }));
            document.body.append(element);
            await ready;
            const { shadowRoot } = element;
            // What a press leads to is drawn once the page's own script has ended.
            const there = async (find) => {
              for (;;) {
                const found = find();
                if (found) return found;
                await new Promise((done) => setTimeout(done));
              }
            };
            const press = async (name) =>
              (await there(() => [...shadowRoot.querySelectorAll('button')].find(({ textContent }) => textContent === name))).click();
            (await there(() => shadowRoot.querySelector('[type=radio]'))).click();
            await press(words.Begin);
            (await there(() => shadowRoot.querySelectorAll('.question [type=radio]')[6])).click();
            await press(words.Continue);
            await press(words.DeleteAnswers);
            await there(() => shadowRoot.querySelector('[data-focus=deletion]'));
            element.remove();
            await new Promise((done) => setTimeout(done));
            if (shadowRoot.querySelector('.mount')) throw new Error('it still stands there');
          }
          return { bytes: window.memory.buffer.byteLength, listeners: window.listeners };
        },
        [framework, words, times],
      );
    const warm = await mount(20);
    // In portions, since a driver waits for an answer only so long.
    let last;
    for (let portion = 0; portion < 10; portion++) last = await mount(20);
    expect(last).toEqual(warm);
  });
});
