// Opening what shouldn't be opened: files that are cut short, far too large, not ours, written by a newer version, for
// another framework, or made to do harm. Each time the person is told in a sentence, nothing they said is lost, and the
// page lives on.
import { mkdtemp, open as openFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { arrive, assessment, goOnWithMine, halfway, land, open, openMine, unfold } from '../screens.mjs';
import { listen } from '../site.mjs';
import { competences, framework } from '../words.mjs';
import { expect, part, situation } from './situation.mjs';

const MIB = 1024 * 1024;
const whole = JSON.stringify(assessment());
const nested = (depth) => '['.repeat(depth) + ']'.repeat(depth);
const utf16 = (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082', 'hex');
const WORD = Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000'), Buffer.alloc(2000, 0xa5)]);

/** What is chosen, what the person is told, and the code of the event. A number of bytes stands for a file so large. */
const DECLINED = {
  'its end is missing': {
    files: ['', '{', whole.slice(0, 700), whole.slice(0, -1), `<!doctype html><script type="application/json" id="rokade-assessment">${whole.slice(0, 700)}`],
    key: 'DeclinedCutShort',
    code: 'file-unreadable',
  },
  'it is far too large': {
    files: [whole + ' '.repeat(8 * MIB), 50 * MIB, 500 * MIB],
    key: 'DeclinedTooLarge',
    code: 'file-unreadable',
  },
  'it is not ours': {
    files: ['Kære alle', '[1, 2, 3]', 'null', '{}', framework, { format: 'something else' }, { format: 'rokade.progress/1' }, '<!doctype html><p>Kære alle'],
    key: 'DeclinedNotOurs',
    code: 'file-unreadable',
  },
  'it is no text, or in another writing': {
    files: [PNG, WORD, Buffer.alloc(1000), Buffer.from(whole, 'utf16le')],
    key: 'DeclinedNotOurs',
    code: 'file-unreadable',
  },
  'it is a million lists inside each other': {
    files: [nested(1_000_000), '{"a":'.repeat(1_000_000)],
    key: 'DeclinedNotOurs',
    code: 'file-unreadable',
  },
  'it was changed by hand, or went wrong on its way': {
    files: [
      whole.repeat(2),
      Buffer.from(whole.replace('2026', '\0')),
      whole.replace('"da"', '"\\ud800"'),
      `{"format":"rokade.assessment/1","plan":${nested(1_000_000)}}`,
      whole.replace('"purpose":"development"', '"purpose":"revenge"'),
      whole.replace('"level":2', '"level":2.5'),
      whole.replace('"level":2', '"level":1e999'),
      whole.replace('"answer":"rated"', '"answer":"maybe"'),
      whole.replace('"rater":"self"', '"rater":"__proto__"'),
      whole.replace('"role":', '"role":"x","role":'),
    ],
    key: 'DeclinedDamaged',
    code: 'file-unreadable',
  },
  'it was written by a newer version': {
    files: [assessment({ format: 'rokade.assessment/2' }), { format: 'rokade.assessment/999', all: 'else' }],
    key: 'DeclinedNewer',
    code: 'file-newer',
  },
  'it belongs to another framework': {
    files: [assessment({ framework: { id: 'chef', version: '1' } })],
    key: 'DeclinedOtherFramework',
    values: { framework: 'chef', own: framework.title.da },
    code: 'file-other-framework',
  },
};

part('A file is declined, and nothing is lost, when', () => {
  for (const [name, { files, key, values, code }] of Object.entries(DECLINED)) {
    situation(name, { timeout: 240_000 }, async ({ page, site, complaints }) => {
      const told = await listen(page);
      const person = await land(page, site, { name: 'keep' });
      const before = await kept(page);
      const folder = await mkdtemp(join(tmpdir(), 'rokade-files-'));
      try {
        for (const [place, content] of files.entries()) {
          await person.widget.locator('input[type=file]').setInputFiles(await written(folder, place, content));
          await expect(person.notice(key, values)).toBeFocused();
          await expect(person.notice(key, values)).toHaveCount(1);
          const events = await told('rokade-error');
          expect([place, events.length, events.at(-1).code]).toEqual([place, place + 1, code]);
          expect(await kept(page)).toEqual(before);
          await person.press('CloseNotice');
          await expect(person.notice(key, values)).toHaveCount(0);
        }
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
      for (const line of await complaints()) expect(line).toContain(`(${code})`);
      // The page lives on, and so do the answers.
      await open(person, assessment({ plan: [{ goal: 'x' }] }));
      await person.press('CloseFile');
      const saved = await person.save();
      expect(Object.keys(saved.json.responses.competences)).toHaveLength(competences.length);
    });
  }
});

/** What the widget keeps of the answers. */
function kept(page) {
  return page.evaluate(() => Object.entries(sessionStorage).filter(([key]) => key.startsWith('rokade:')));
}

/** A file with this in it: text, bytes, a value as JSON, or so many bytes of nothing. */
async function written(folder, place, content) {
  const path = join(folder, `svar-${place}.json`);
  if (typeof content === 'number') {
    const file = await openFile(path, 'w');
    await file.truncate(content);
    await file.close();
  } else {
    await writeFile(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  }
  return path;
}

part('A file is opened all the same, when', () => {
  situation('it is UTF-16 with its mark', {}, async ({ page, site }) => {
    const person = await arrive(page, site);
    await person.widget.locator('input[type=file]').setInputFiles({ name: 'svar.json', buffer: utf16(whole) });
    await goOnWithMine(person);
    await person.reaches(person.word('ResultsTitle'));
  });

  situation('an old editor saved it as ANSI: it is opened with a word about its letters', {}, async ({ page, site }) => {
    const person = await arrive(page, site);
    const ansi = Buffer.from(JSON.stringify(assessment({ reference: 'Afdeling Øst' })), 'latin1');
    await person.widget.locator('input[type=file]').setInputFiles({ name: 'svar.json', buffer: ansi });
    await goOnWithMine(person);
    await person.reaches(person.word('ResultsTitle'));
    await expect(person.notice('OpenedLettersGuessed')).toBeVisible();
  });

  situation('it begins with a byte order mark', {}, async ({ page, site }) => {
    const person = await arrive(page, site);
    await openMine(person, `\uFEFF${whole}`);
    await person.reaches(person.word('ResultsTitle'));
  });

  situation('a script stands in every text and `__proto__` in every object: texts stay texts, keys stay keys', {}, async ({ page, site }) => {
    const evil = '<img src=x onerror="alert(1)"><script>alert(2)</script></script>{title}\u202E\u0000';
    const bait = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
    const text = JSON.stringify(assessment({ plan: [{ goal: evil, why: evil }], notice: evil, reference: evil, [evil]: evil }));
    const hostile = text
      .replaceAll('{"answer"', `{${bait},"answer"`)
      .replace('"responses":{', `${bait},"responses":{${bait},`)
      .replace('"competences":{', `"competences":{"__proto__":{"answer":"rated","level":1},${JSON.stringify(evil)}:{"answer":"rated","level":1},`);
    const person = await arrive(page, site, { strict: true });
    await openMine(person, hostile);
    await person.reaches(person.word('ResultsTitle'));
    await unfold(person);
    expect(await page.evaluate(() => [{}.polluted, Object.prototype.polluted, [].polluted])).toEqual([null, null, null]);
    const drawn = () => person.widget.evaluate((element) => element.shadowRoot.querySelectorAll('img, script, [onerror], iframe').length);
    expect(await drawn()).toBe(0);
    await person.button('MenuPlan').click();
    expect(await drawn()).toBe(0);
    const saved = await person.save();
    expect(saved.json.plan[0].goal).toBe(evil);
    expect(saved.text).toContain('"__proto__"');
  });
});

part('Opening meets what is under way', () => {
  const half = halfway(3);
  const question = { name: 'question', competence: competences[3].id, then: 'goOn' };

  situation('a question is half answered: what was chosen is there after a bad file, and after a good one that is not wanted', {}, async ({ page, site, complaints }) => {
    const person = await land(page, site, question, { answers: half });
    await person.choose(person.answers, 1);
    const give = (file) => person.widget.evaluate((element, file) => element.open(file), file);
    await give('{"format"');
    await expect(person.notice('DeclinedCutShort')).toBeFocused();
    await expect(person.answers.nth(1)).toBeChecked();
    await person.press('CloseNotice');
    await give(assessment());
    await expect(person.button('ReplaceConfirm')).toBeVisible();
    await person.press('CloseFile');
    await expect(person.button('ReplaceConfirm')).toHaveCount(0);
    await expect(person.answers.nth(1)).toBeChecked();
    await person.press('Continue');
    await person.isAsked(competences[4]);
    await complaints();
  });

  situation('the file can no longer be read when it is to be: the person is told', {}, async ({ page, site, complaints }) => {
    await page.addInitScript(() => {
      FileReader.prototype.readAsArrayBuffer = function () {
        Object.defineProperty(this, 'error', { value: new DOMException('gone', 'NotFoundError') });
        setTimeout(() => this.dispatchEvent(new ProgressEvent('error')));
      };
    });
    const person = await land(page, site, { name: 'keep' });
    const before = await kept(page);
    await open(person, assessment());
    await expect(person.notice('DeclinedCutShort')).toBeFocused();
    expect(await kept(page)).toEqual(before);
    await complaints();
  });

  situation('the element is taken away while the file is read, and comes back: nothing has changed', {}, async ({ page, site }) => {
    await page.addInitScript(() => {
      const { readAsArrayBuffer } = FileReader.prototype;
      FileReader.prototype.readAsArrayBuffer = function (...values) {
        window.readOn = () => readAsArrayBuffer.apply(this, values);
      };
    });
    const person = await land(page, site, { name: 'keep' });
    const before = await kept(page);
    await open(person, assessment({ responses: { competences: {}, behaviours: {} } }));
    await page.evaluate(async () => {
      const element = document.querySelector('rokade-assessment');
      const place = element.parentNode;
      element.remove();
      await new Promise((done) => setTimeout(done, 50));
      window.readOn();
      await new Promise((done) => setTimeout(done, 50));
      place.append(element);
    });
    await expect(person.button('SaveFile').first()).toBeVisible();
    await expect(person.button('CloseFile')).toHaveCount(0);
    expect(await kept(page)).toEqual(before);
  });

  situation('the same bad file is opened twice: it is told twice', {}, async ({ page, site, complaints }) => {
    const person = await arrive(page, site);
    for (let time = 0; time < 2; time++) {
      await open(person, '{}');
      await expect(person.notice('DeclinedNotOurs')).toBeVisible();
      await person.press('CloseNotice');
      await expect(person.notice('DeclinedNotOurs')).toHaveCount(0);
    }
    expect(await complaints()).toHaveLength(1);
  });

  situation('the page hands over a text of 50 MB, and one of a million lists: the person is told', {}, async ({ page, site, complaints }) => {
    const person = await arrive(page, site);
    const notices = [['DeclinedTooLarge', () => '{"a":' + ' '.repeat(50 * 1024 * 1024)], ['DeclinedNotOurs', () => '['.repeat(1_000_000)]];
    for (const [key, text] of notices) {
      await person.widget.evaluate(`(element) => element.open((${text})())`);
      await expect(person.notice(key)).toBeVisible();
      await person.press('CloseNotice');
    }
    await expect(person.heading(framework.title.da)).toBeVisible();
    await complaints();
  });
});
