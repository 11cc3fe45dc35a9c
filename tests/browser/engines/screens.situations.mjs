// Every screen in three engines: it stands there under the strict policy, and the engine itself finds the roles and
// names that a person is led by.
import { screens } from '../screens.mjs';
import { expect, forget, part, situation } from './situation.mjs';

/** Screens that are there because something went wrong, which the console is told. */
const PROVOKED = /framework|wasm|broke down|not opened/;

/** Other words for the same role. */
const SYNONYMS = { image: 'img' };
const WEBKITS = 'WebKitWebDriver calls a select a button: it is one that opens a menu';

const LONG = 600_000;

part('Every screen', () => {
  situation(`stands under the strict policy with Trusted Types without a violation, an error or a warning (${Object.keys(screens).length} screens)`, { timeout: LONG }, async ({ page, site, complaints }) => {
    const found = [];
    for (const [name, bring] of Object.entries(screens)) {
      await bring(page, site);
      const said = await complaints();
      found.push(...said.filter((line) => !PROVOKED.test(name) || line.startsWith('policy:')).map((line) => `${name}: ${line}`));
      site.routes = undefined;
      await forget(page, site);
    }
    expect(found).toEqual([]);
  });

  situation('has the roles and names that the engine itself gives to assistive technology', { timeout: LONG, note: { webkit: WEBKITS } }, async ({ page, site, engine }) => {
    const found = [];
    for (const name of ['the first screen with what is missing', 'a question', 'the areas', 'the answers to check', 'the results', 'keeping and sharing']) {
      const { widget } = await screens[name](page, site);
      const controls = await widget.evaluate((element) => {
        const { roleOf, nameOf } = window.rokadeFinder;
        return [...element.shadowRoot.querySelectorAll('button, a[href], input:not([type=file]), select, textarea, h2, h3, h4, [role=img]')]
          .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.closest('[aria-hidden=true]'))
          .map((control) => ({ control, role: roleOf(control), name: nameOf(control) }));
      });
      expect(controls.length).toBeGreaterThan(3);
      for (const { control, role, name: own } of controls) {
        const told = await control.getAriaRole();
        const theirs = [SYNONYMS[told] ?? told, (await control.getAccessibleName()).replace(/\s+/g, ' ').trim()];
        if (engine === 'webkit' && role === 'combobox' && ['button', 'textbox'].includes(told)) continue;
        // WebKitGTK puts no space between what stands in lines of its own; how it is spoken is heard in tests/heard.
        const isSame = engine === 'webkit' ? theirs[1].replaceAll(' ', '') === own.replaceAll(' ', '') : theirs[1] === own;
        if (theirs[0] !== role || !isSame) found.push(`${name}: ${[role, own]} is ${theirs} to the engine`);
      }
      await forget(page, site);
    }
    expect(found).toEqual([]);
  });
});
