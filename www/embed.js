// The page for an `<iframe>`: settings come in its address, its height goes out to the one origin that the address
// names. Nothing else is said to anyone, and nothing that is said to it is heard.
//
//   embed.html?framework=frameworks/souschef.json&lang=da&purpose=development&host=https://intranet.example
//
// The framework and words must lie on this page's own origin: otherwise anyone could make a link that shows their words
// here. Where this origin leads elsewhere, the page's policy stops it.

import { titles } from 'rokade-titles';

const asked = new URLSearchParams(location.search);

/** The settings that an address may hold. `sharing` isn't among them: here is no page to share with. */
const ATTRIBUTES = ['purpose', 'role-id', 'rater', 'storage', 'storage-key', 'heading-level'];

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  body { margin: 0; font-family: system-ui, 'Segoe UI', 'Liberation Sans', sans-serif; line-height: 1.5; }
  rokade-assessment { padding: 2px; }
`);
document.adoptedStyleSheets = [sheet];

document.documentElement.lang = asked.get('lang') || 'da';
const [language = ''] = document.documentElement.lang.toLowerCase().split('-');
document.title = titles[language] ?? titles.en;
document.querySelector('main')?.setAttribute('aria-label', document.title);

const assessment = document.createElement('rokade-assessment');
assessment.setAttribute('eager', '');
assessment.setAttribute('heading-level', '1');
for (const name of ATTRIBUTES) {
  const value = asked.get(name);
  if (value !== null) assessment.setAttribute(name, value);
}
for (const name of ['framework', 'words']) {
  const address = ownAddress(name);
  if (address) assessment.setAttribute(name, address);
}
document.getElementById('waiting')?.replaceWith(assessment);

const host = originOf(asked.get('host'));
if (host && parent !== window) {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ type: 'rokade-height', height }, host);
  }).observe(document.documentElement);
}

/**
 * An address on this page's own origin; undefined for any other, with a word about it.
 *
 * @param {string} name
 */
function ownAddress(name) {
  const text = asked.get(name);
  if (!text) return undefined;
  if (!URL.canParse(text, location.href)) return void console.error(`Rokade: the ${name} ${text} is no address`);
  const address = new URL(text, location.href);
  if (address.origin === location.origin) return address.href;
  console.error(`Rokade: the ${name} ${address.href} isn't on this page's origin ${location.origin}`);
}

/**
 * An origin, exactly; undefined for anything else.
 *
 * @param {string | null} text
 */
function originOf(text) {
  return text && URL.canParse(text) && new URL(text).origin === text ? text : undefined;
}
