// What readers see: the widget's words, read from the very tables that it is built from, and the framework's texts. So a
// better word breaks no test here; the ARIA snapshots hold the words as they stand.
import { readFileSync } from 'node:fs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const tables = Object.fromEntries(
  Object.entries({ da: 'danish', en: 'english' }).map(([language, name]) => {
    const found = read(`src/wording/${name}.rs`).matchAll(/^\s+(\w+) => (?:\{\s*)?"((?:[^"\\]|\\.)*)"/gm);
    return [language, Object.fromEntries([...found].map(([, key, text]) => [key, JSON.parse(`"${text}"`)]))];
  }),
);

/** The shipped framework. */
export const framework = JSON.parse(read('frameworks/souschef.json'));

/** All competences in order. */
export const competences = framework.dimensions.flatMap((dimension) => dimension.competences);

/**
 * The word of this key, with `{names}` filled in. Of a text with forms for one and for several, `n` says which.
 *
 * @param {'da' | 'en'} language
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function word(language, key, values = {}) {
  const text = tables[language][key];
  if (text === undefined) throw new Error(`there is no text \`${key}\` in \`${language}\``);
  const [one, several = one] = text.split(' | ');
  return (values.n === 1 ? one : several).replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
