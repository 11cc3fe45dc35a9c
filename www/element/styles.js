// The widget's style sheets, shared by all elements of a document: one for what stands there first, one for the screens
// after the questions, which comes with them. It knows no element.

import { laterStyles } from 'rokade-later-styles';
import first from '../rokade.css';
import { fetchText } from './files.js';

/** @type {(text: string) => void} */
let settle;
/** @type {Promise<string>} the styles of the later screens, once they are there */
const later = new Promise((resolve) => (settle = resolve));

/** All that is there. */
let all = first;

/** A constructed sheet belongs to the document that made it; an element can move to another, such as an iframe's. */
/** @type {WeakMap<Document, CSSStyleSheet[]>} */
const sheets = new WeakMap();

/**
 * Gives a shadow root the sheets of the document it is in.
 *
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  const { ownerDocument } = root;
  let own = sheets.get(ownerDocument);
  if (!own) {
    const { CSSStyleSheet } = ownerDocument.defaultView ?? window;
    const [now, then] = [new CSSStyleSheet(), new CSSStyleSheet()];
    now.replaceSync(first);
    later.then((text) => then.replaceSync(text));
    own = [now, then];
    sheets.set(ownerDocument, own);
  }
  if (!root.adoptedStyleSheets.includes(own[0])) root.adoptedStyleSheets = own;
}

/** @param {string} text */
function takeLater(text) {
  all = first + text;
  settle(text);
}

if (typeof laterStyles === 'string') takeLater(laterStyles);

/** Brings the styles of the later screens, where they are a file. Rejects with a `LoadFailure`; the next call then tries again. */
export async function bringLaterStyles() {
  if (typeof laterStyles !== 'string') takeLater(await fetchText(laterStyles));
}

/** The same for a document of its own, where the widget's box is the document. */
export function documentStyles() {
  return all.replaceAll(':host', ':root');
}
