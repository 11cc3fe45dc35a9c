// The widget's one style sheet, shared by all elements of a document. It knows no element.

import paper from '../paper.css';
import results from '../results.css';
import css from '../rokade.css';

const all = css + results + paper;

/** A constructed sheet belongs to the document that made it; an element can move to another, such as an iframe's. */
/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * Gives a shadow root the sheet of the document it is in.
 *
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  const { ownerDocument } = root;
  let sheet = sheets.get(ownerDocument);
  if (!sheet) {
    sheet = new (ownerDocument.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(all);
    sheets.set(ownerDocument, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet];
}

/** The same for a document of its own, where the widget's box is the document. */
export function documentStyles() {
  return all.replaceAll(':host', ':root');
}
