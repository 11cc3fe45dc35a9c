// The public names are the same wherever they stand: in the element, its styles and its source, in custom-elements.json, in
// the types and in the README.
import { readdirSync, readFileSync } from 'node:fs';
import { Person } from './person.mjs';
import { screens, WIDGET } from './screens.mjs';
import { expect, test } from './site.mjs';

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const [declared] = JSON.parse(read('www/custom-elements.json')).modules[0].declarations;
const types = read('www/rokade.d.ts');
const names = (list) => list.map(({ name }) => name).sort();
const sorted = (values) => [...new Set(values)].sort();
const found = (text, pattern) => sorted([...text.matchAll(pattern)].map(([, name]) => name));

/** All Rust and JavaScript that ships. */
const source = ['src', 'www/element']
  .flatMap((folder) => readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true }).map((name) => `${folder}/${name}`))
  .concat('www/element.js')
  .filter((name) => /\.(rs|js)$/.test(name))
  .map(read)
  .join('\n');

/** A type as the manifest writes it: what rokade.d.ts gives a name to is spelled out. */
function spelled(type) {
  const aliases = Object.fromEntries([...types.matchAll(/^export type (\w+) = (.*);$/gm)].map(([, name, meaning]) => [name, meaning]));
  return type.replace(/\b\w+\b/g, (name) => aliases[name] ?? name);
}

/** The class in rokade.d.ts: its members with their types. */
const typed = (() => {
  const [, body] = /export class RokadeAssessment[^{]*\{\n([^]*?)\n\}/.exec(types);
  return Object.fromEntries(
    [...body.matchAll(/^  (static )?(readonly )?(\w+)(\(.*\))?: (.*);$/gm)].map(([, isStatic, isReadonly, name, parameters, type]) => [
      name,
      { isStatic: Boolean(isStatic), isReadonly: Boolean(isReadonly), parameters, type: spelled(type) },
    ]),
  );
})();

test('properties and methods are those of the class, and of its types', async ({ page, site }) => {
  await page.goto(site.show(WIDGET));
  const members = await page.evaluate(async () => {
    const own = await customElements.whenDefined('rokade-assessment');
    const describe = (holder, isStatic) =>
      Object.entries(Object.getOwnPropertyDescriptors(holder)).map(([name, { get, set, value }]) => ({
        name,
        isStatic,
        kind: typeof value === 'function' ? 'method' : 'field',
        isReadonly: isStatic || Boolean(get && !set),
      }));
    return [...describe(own.prototype, false), ...describe(own, true)];
  });
  // What the browser asks for, and what every class has.
  const isPublic = ({ name, isStatic }) =>
    !/Callback$|^(constructor|prototype|length|formAssociated|observedAttributes)$/.test(name) && !(isStatic && name === 'name');
  const real = members.filter(isPublic);
  const told = declared.members.map(({ name, kind, readonly = false, static: isStatic = false }) => ({ name, isStatic, kind, isReadonly: readonly }));
  const byName = (list) => Object.fromEntries(list.map(({ name, ...rest }) => [name, rest]));
  expect(byName(told)).toEqual(byName(real));

  const asTyped = ({ kind, readonly = false, static: isStatic = false, type, parameters = [], return: answer }) => ({
    isStatic,
    isReadonly: readonly,
    parameters: kind === 'method' ? `(${parameters.map(({ name, type }) => `${name}: ${type.text}`).join(', ')})` : undefined,
    type: (kind === 'method' ? answer.type : type).text,
  });
  expect(Object.fromEntries(declared.members.map((member) => [member.name, asTyped(member)]))).toEqual(typed);
});

test('in JSX all properties can be set that can be written', () => {
  const [, settings] = /type Settings = Pick<([^]*?)>/.exec(read('www/react.d.ts'));
  const writable = declared.members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  expect(found(settings, /'(\w+)'/g)).toEqual(names(writable));
});

test('attributes are those that the class listens to or sets, and each goes with its property', async ({ page, site }) => {
  await page.goto(site.show(WIDGET));
  const fields = declared.members.filter(({ kind, readonly, static: isStatic }) => kind === 'field' && !readonly && !isStatic);
  const real = await page.evaluate(async (fields) => {
    const own = await customElements.whenDefined('rokade-assessment');
    const pairs = fields.map(({ name, type }) => {
      const element = document.createElement('rokade-assessment');
      const [, word] = /'(\w+)'/.exec(type.text) ?? [];
      element[name] = word ?? { number: 3, boolean: true }[type.text] ?? 'x';
      const [attribute] = element.getAttributeNames();
      if (!attribute) return { name };
      // And the other way round.
      const other = document.createElement('rokade-assessment');
      other.setAttribute(attribute, element.getAttribute(attribute));
      return { name, attribute, isSame: other[name] === element[name] };
    });
    return { observed: own.observedAttributes, pairs };
  }, fields);
  expect(real.pairs).toEqual(fields.map(({ name, attribute }) => (attribute ? { name, attribute, isSame: true } : { name })));
  const reflected = real.pairs.flatMap(({ attribute }) => attribute ?? []);
  expect(names(declared.attributes)).toEqual(sorted([...real.observed, ...reflected]));
  for (const { name, fieldName } of declared.attributes.filter(({ name }) => name !== 'lang')) {
    expect(fields.find((field) => field.attribute === name)?.name).toBe(fieldName);
  }
});

test('listed attributes take the values that the element knows, and have the defaults that are said', async ({ page, site }) => {
  await page.goto(site.show(WIDGET));
  for (const { name, fieldName, type, default: otherwise } of declared.attributes.filter(({ name }) => name !== 'lang')) {
    const values = [...type.text.matchAll(/'(\w+)'/g)].map(([, value]) => value);
    const real = await page.evaluate(
      ([name, fieldName, values]) => {
        const element = document.createElement('rokade-assessment');
        const without = element[fieldName];
        return { without, values: [...values, 'something-else'].map((value) => (element.setAttribute(name, value), element[fieldName])) };
      },
      [name, fieldName, values],
    );
    const empty = name === 'name' ? '' : null;
    expect([name, real.without]).toEqual([name, otherwise === undefined ? empty : JSON.parse(otherwise.replaceAll("'", '"'))]);
    // What is no setting's word means the strictest where that keeps less.
    const otherWord = name === 'storage' ? 'none' : real.without;
    if (values.length) expect(real.values).toEqual([...values, otherWord]);
  }
});

test('events are those that the code tells of, with the same details in the types', () => {
  const [, map] = /interface RokadeEventMap \{\n([^]*?)\n\}/.exec(types);
  const inTypes = Object.fromEntries([...map.matchAll(/^  '([\w-]+)': (.*);$/gm)].map(([, name, type]) => [name, spelled(type)]));
  expect(Object.fromEntries(declared.events.map(({ name, type }) => [name, spelled(type.text)]))).toEqual(inTypes);
  expect(found(source, /(?:\(\s*|=> )["'](rokade-[a-z]+)["'],/g)).toEqual(names(declared.events));
});

test('codes of errors are those that the code gives', () => {
  const [, union] = /export type ErrorCode =\n([^]*?)\(string/.exec(types);
  const given = found(source, /["']((?:framework|role|storage|file|setting|wasm|words|styles|browser)-[a-z-]+|panic)["']/g);
  // Names of other things that look like codes.
  const others = ['role-id', 'storage-key', 'wasm-eval', 'wasm-unsafe-eval'];
  expect(given.filter((code) => !others.includes(code))).toEqual(found(union, /'([a-z-]+)'/g));
});

test('parts are those that the drawn screens have, and those that the source names', async ({ page, site }) => {
  // Where the class that it goes with is chosen, a part is, too.
  const [, weights] = /match weight \{([^]*?)\}/.exec(read('src/view/pieces.rs'));
  // What deletes says a notice, and is none.
  const ofButtons = found(weights, /"(\w+)"/g).filter((weight) => weight !== 'danger');
  const ofWords = found(source, /part_of\(&?\w+, "(\w+)"\)/g);
  const inSource = [...found(source, /[ \n]part="(\w+)"/g), ...found(source, /Some\("(question|field)"\)/g), ...ofWords, ...ofButtons];
  const ofElement = found(read('www/element.js') + read('www/element/failure.js'), /setAttribute\('part', '(\w+)'\)/g);
  const told = names(declared.cssParts);
  expect(sorted([...inSource, ...ofElement])).toEqual(told);
  const drawn = new Set();
  for (const name of ['a question without an answer', 'the areas', 'the answers to check with some open', 'the competences one by one', 'the suggestions', 'the question whether to delete', 'the first screen of a manager']) {
    const tab = await page.context().newPage();
    await screens[name](tab, site);
    const parts = await tab.evaluate(() =>
      [...document.querySelector('rokade-assessment').shadowRoot.querySelectorAll('[part]')].map((element) => element.getAttribute('part')),
    );
    expect(parts.filter((part) => !told.includes(part)), name).toEqual([]);
    for (const part of parts) drawn.add(part);
    await tab.close();
  }
  expect(sorted(drawn)).toEqual(told);
});

test('states are those that the element comes into', async ({ page, site, complaints }) => {
  const states = names(declared.cssStates);
  const now = () => page.evaluate((states) => states.filter((state) => document.querySelector('rokade-assessment').matches(`:state(${state})`)), states);
  expect(found(read('www/element.js'), /#turn\([^)]*?'(\w+)'\)/g)).toEqual(states);
  await page.goto(site.show(WIDGET));
  await expect(new Person(page).widget.getByRole('heading').first()).toBeVisible();
  expect(await now()).toEqual(['ready']);
  await page.goto(site.show('<rokade-assessment></rokade-assessment>'));
  await expect(new Person(page).widget.getByRole('heading').first()).toBeVisible();
  expect(await now()).toEqual(['error']);
  complaints.mayCome();
});

test('custom properties are those that the styles read, with their defaults', () => {
  const css = ['rokade.css', 'results.css', 'paper.css'].map((name) => read(`www/${name}`)).join('\n');
  const defaults = {};
  for (const { index } of css.matchAll(/var\(--rokade-/g)) {
    // Up to the bracket that closes it; the later one counts, as in the cascade.
    let end = index + 'var('.length;
    for (let depth = 1; depth > 0; end++) depth += { '(': 1, ')': -1 }[css[end]] ?? 0;
    const [name, ...rest] = css.slice(index + 'var('.length, end - 1).split(', ');
    defaults[name] = rest.join(', ');
  }
  expect(Object.fromEntries(declared.cssProperties.map(({ name, default: otherwise }) => [name, otherwise]))).toEqual(defaults);
});

test('everything in the manifest says what it is for', () => {
  const described = [declared.attributes, declared.events, declared.cssParts, declared.cssProperties, declared.cssStates, declared.slots];
  const fields = declared.members.filter(({ attribute }) => !attribute);
  for (const entry of [...described.flat(), ...fields]) expect(entry.description, entry.name).toMatch(/^.{4,}\.$/);
});

test("the README's attributes are those of the manifest, with the same values", () => {
  const rows = [...read('README.md').matchAll(/^\| `([a-z-]+)` \| (.*?) \| (.*?) \|$/gm)].map(([, name, values, otherwise]) => ({ name, values, otherwise }));
  expect(names(rows)).toEqual(names(declared.attributes));
  for (const { name, values } of rows) {
    const { type } = declared.attributes.find((attribute) => attribute.name === name);
    for (const [, value] of type.text.matchAll(/'(\w+)'/g)) expect(values, name).toContain(`\`${value}\``);
  }
});
