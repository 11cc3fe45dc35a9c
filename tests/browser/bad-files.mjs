// Files that somebody may try to open: not ours, broken, huge or hostile. It knows no browser.
import { assessment } from './screens.mjs';
import { framework } from './words.mjs';

const whole = JSON.stringify(assessment());

/** Each is declined with this word for the person and this code for the page. */
export const declined = {
  'is no JSON': { content: 'Kære alle', key: 'DeclinedNotOurs', code: 'file-unreadable' },
  'is empty': { content: '', key: 'DeclinedCutShort', code: 'file-unreadable' },
  'is a picture': { content: '\u0089PNG\r\n\u001a\n\u0000\u0000', key: 'DeclinedNotOurs', code: 'file-unreadable' },
  'is JSON of another kind': { content: '[1, 2, 3]', key: 'DeclinedNotOurs', code: 'file-unreadable' },
  'is a framework': { content: framework, key: 'DeclinedNotOurs', code: 'file-unreadable' },
  'breaks off': { content: whole.slice(0, 700), key: 'DeclinedCutShort', code: 'file-unreadable' },
  'was changed by hand': { content: whole.replace('"purpose":"development"', '"purpose":"revenge"'), key: 'DeclinedDamaged', code: 'file-unreadable' },
  'was written by a newer version': { content: assessment({ format: 'rokade.assessment/2' }), key: 'DeclinedNewer', code: 'file-newer' },
  'belongs to another framework': { content: assessment({ framework: { id: 'chef', version: '1' } }), key: 'DeclinedOtherFramework', values: { framework: 'chef', own: framework.title.da }, code: 'file-other-framework' },
  'is larger than 8 MiB': { content: whole + ' '.repeat(8 * 1024 * 1024), key: 'DeclinedTooLarge', code: 'file-unreadable' },
  'has 10,000 lists inside each other': { content: `{"format": "rokade.assessment/1", "plan": ${'['.repeat(10_000)}`, key: 'DeclinedNotOurs', code: 'file-unreadable' },
  'has 1,000,000 lists inside each other': { content: `{"format": "rokade.assessment/1", "plan": ${'['.repeat(1_000_000)}`, key: 'DeclinedNotOurs', code: 'file-unreadable' },
};

/** Markup where texts are. */
export const evil = '<img src=x onerror="alert(1)"><script>alert(2)</script>';

/** A good file but for markup in every text, and for keys that mean something to JavaScript. */
export const hostile = JSON.stringify(assessment({ plan: [{ goal: evil }], notice: evil, reference: evil, [evil]: evil }))
  .replace('"responses":{', '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"responses":{"__proto__":{"polluted":true},')
  .replace('"competences":{', `"competences":{"__proto__":{"answer":"rated","level":1},${JSON.stringify(evil)}:{"answer":"rated","level":1},`);
