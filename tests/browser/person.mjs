// Somebody who uses the widget with the keyboard alone: reads what has the focus, and presses keys.
import { readFile } from 'node:fs/promises';
import { expect } from './expect.mjs';
import { word } from './words.mjs';

/** More stops than this from one control to another are no way to get there. */
const STOPS = 200;

export class Person {
  /**
   * @param {import('@playwright/test').Page} page
   * @param {{ language?: 'da' | 'en', widget?: string }} [options] `widget` is a selector, where there are several
   */
  constructor(page, { language = 'da', widget = 'rokade-assessment' } = {}) {
    this.page = page;
    this.language = language;
    this.widget = page.locator(widget);
  }

  /** One of the widget's words in the person's language. */
  word(key, values) {
    return word(this.language, key, values);
  }

  /** One of the framework's texts in the person's language. */
  text(texts) {
    return texts[this.language];
  }

  // What stands there.

  button(key, values) {
    return this.widget.getByRole('button', { name: this.word(key, values), exact: true });
  }

  heading(text) {
    return this.widget.getByRole('heading', { name: text, exact: true });
  }

  /** A question's choices, by the statement that stands over them: the employee's, or what is given. */
  question({ statement }, managers = statement) {
    return this.widget.getByRole('group', { name: this.text(managers), exact: true });
  }

  /** The question whether to delete the answers, beside the button that asks it. */
  get deletion() {
    return this.widget.getByRole('group', { name: this.word('DeleteQuestion'), exact: true });
  }

  /** A message above the screen. */
  notice(key, values) {
    return this.widget.locator('.notice', { hasText: this.word(key, values) });
  }

  /** The radio buttons of the question on the screen, answers off the scale last. */
  get answers() {
    return this.widget.locator('form > .question').getByRole('radio');
  }

  get announcement() {
    return this.widget.locator('[aria-live]');
  }

  /** Whether a new screen was reached: its heading has the focus. */
  async reaches(heading) {
    await expect(this.heading(heading)).toBeFocused();
  }

  /** Whether this question was reached: what it is about has the focus, and what is asked stands over the choices. */
  async isAsked(item, statement) {
    await expect(this.question(item, statement)).toBeVisible();
    await expect(this.widget.locator('[data-focus=heading]')).toBeFocused();
  }

  // What the person does.

  /** Presses Tab until one of these has the focus, or Shift and Tab where they stand before what has it now. */
  async tabTo(target) {
    await expect(target.first()).toBeAttached();
    const hasFocus = (elements) => elements.some((element) => element.getRootNode().activeElement === element);
    const isBefore = ([first]) => {
      const { activeElement } = first.getRootNode();
      return Boolean(activeElement && activeElement.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_PRECEDING);
    };
    const key = (await target.evaluateAll(isBefore)) ? 'Shift+Tab' : 'Tab';
    for (let stop = 0; stop < STOPS; stop++) {
      if (await target.evaluateAll(hasFocus)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} never gets to ${target}`);
  }

  /** Goes to a button and presses it. */
  async press(key, values) {
    await this.pressAt(this.button(key, values));
  }

  async pressAt(target, key = 'Enter') {
    await this.tabTo(target);
    await this.page.keyboard.press(key);
  }

  /** Goes to a group of radio buttons and with the arrows to one of them. */
  async choose(radios, place) {
    await this.tabTo(radios);
    const wanted = radios.nth(place);
    // WebKit's arrows stop at the ends.
    const distance = place - (await radios.evaluateAll((all) => all.findIndex((radio) => radio.getRootNode().activeElement === radio)));
    for (let step = 0; step < Math.abs(distance); step++) await this.page.keyboard.press(distance < 0 ? 'ArrowUp' : 'ArrowDown');
    await expect(wanted).toBeFocused();
    if (!(await wanted.isChecked())) await this.page.keyboard.press('Space');
    await expect(wanted).toBeChecked();
  }

  /** Answers the question on the screen, and goes on. */
  async answer(place, forward = 'Continue') {
    await this.choose(this.answers, place);
    await this.press(forward);
  }

  async tick(label) {
    // What was chosen may stand a second time.
    const box = this.widget.getByRole('checkbox', { name: label, exact: true }).first();
    await this.pressAt(box, 'Space');
    await expect(box).toBeChecked();
  }

  /** Writes into a field. */
  async write(field, text) {
    await this.tabTo(field);
    await this.page.keyboard.type(text);
  }

  /** Writes a day, as `2027-06-30`, the way it is written in the browser's language, which is English in the tests. */
  async date(field, day) {
    const [year, month, date] = day.split('-');
    await this.write(field, `${month}${date}${year}`);
  }

  /** On the first screen: chooses where answers are kept. */
  async keeps(place) {
    await this.pressAt(this.widget.locator('.where-kept > summary'));
    await this.choose(this.group('KeepQuestion'), ['KeepTab', 'KeepDevice', 'KeepNowhere'].indexOf(place));
  }

  /** The choices of the group of this name. */
  group(key) {
    return this.widget.getByRole('group', { name: this.word(key) }).getByRole('radio');
  }

  /** Presses what saves something, and reads it as text. */
  async saveText(button) {
    const download = this.page.waitForEvent('download');
    await this.pressAt(this.button(button));
    return readFile(await (await download).path(), 'utf8');
  }

  /** Presses what saves a file, and reads it. */
  async save(button = this.button('SaveFile').first()) {
    const download = this.page.waitForEvent('download');
    await this.pressAt(button);
    return readDownload(await download);
  }
}

/**
 * The same with a thumb on a phone. A tap is refused where something covers what is tapped, and what can't be scrolled to
 * isn't found.
 */
export class ThumbPerson extends Person {
  async pressAt(target) {
    await target.first().tap();
  }

  async choose(radios, place) {
    await radios.nth(place).tap();
    await expect(radios.nth(place)).toBeChecked();
  }

  async write(field, text) {
    await field.tap();
    await this.page.keyboard.type(text);
  }

  /** The browser's own calendar can't be tapped here. */
  async date(field, day) {
    await field.fill(day);
  }
}

/** A file that the browser was handed: its name, text and value. */
async function readDownload(download) {
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return { name: download.suggestedFilename(), text, json: JSON.parse(text) };
}

/** The same assessment, whenever it was saved. */
export const withoutTimes = ({ updatedAt, ...file }) => file;
