// What readers see: the widget's words, read from the very files that it speaks from, and the framework's texts. So a
// better word breaks no test here; the ARIA snapshots hold the words as they stand.
import { readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

const files = { da: read('www/words/da.json'), en: read('www/words/en.json') };

/** The shipped framework. */
export const framework = read('frameworks/souschef.json');

/** All competences in order. */
export const competences = framework.dimensions.flatMap((dimension) => dimension.competences);

/** The shipped framework with a few of its competences and areas, so that a snapshot can be read. */
export const small = (() => {
  const ids = [0, 1, 3, 4, 11].map((place) => competences[place].id);
  const isKept = ({ id }) => ids.includes(id);
  const those = (levels = {}) => Object.fromEntries(Object.entries(levels).filter(([id]) => ids.includes(id)));
  return {
    ...framework,
    dimensions: framework.dimensions
      .filter(({ competences }) => competences.some(isKept))
      .map((part) => ({ ...part, competences: part.competences.filter(isKept), behaviours: part.behaviours.slice(0, 2) })),
    roles: framework.roles.map((role) => ({ ...role, targets: those(role.targets), weights: those(role.weights) })),
    areas: framework.areas
      .filter((_, place) => [0, 1, 3, 5].includes(place))
      .map((area) => ({ ...area, entry: those(area.entry), practice: those(area.practice) })),
  };
})();

/** What the element itself says in a language, when the widget can't. */
export const wordsFor = (language) => ({ words: files[language].element });

/**
 * The word of this key, with `{{names}}` filled in. Of a text that counts, `count` says which form.
 *
 * @param {'da' | 'en'} language
 * @param {string} key as in src/wording/keys.rs
 * @param {Record<string, string | number>} [values]
 */
export function word(language, key, values = {}) {
  const name = key[0].toLowerCase() + key.slice(1);
  const { widget } = files[language];
  const text = widget[name] ?? widget[`${name}_${new Intl.PluralRules(language).select(Number(values.count ?? 2))}`];
  if (text === undefined) throw new Error(`there is no text \`${key}\` in \`${language}\``);
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]));
}
