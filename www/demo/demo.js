// What the demo pages share: choosing language and theme. The widget follows both by itself: the language of the
// document around it, and its colour scheme. This file never touches it.

const page = document.documentElement;
const title = document.querySelector('title');
const titles = { da: document.title, en: title?.dataset.en ?? document.title };

/** @param {string | null} wanted */
function speak(wanted) {
  const language = wanted === 'en' ? 'en' : 'da';
  page.lang = language;
  document.title = titles[language];
  for (const link of document.querySelectorAll('a[data-language]')) {
    /** @type {HTMLElement} */ (link).hidden = link.getAttribute('data-language') === language;
  }
  // Texts stand in both languages, one of them hidden; without this script they are read in Danish.
  for (const text of document.body.querySelectorAll(':is([lang="da"], [lang="en"]):not([data-fixed], [data-fixed] *)')) {
    /** @type {HTMLElement} */ (text).hidden = text.getAttribute('lang') !== language;
  }
  // The next page speaks the same language.
  for (const link of document.querySelectorAll('a[href$=".html"], a[href="./"], a[data-onward]')) {
    const address = new URL(/** @type {HTMLAnchorElement} */ (link).href);
    address.searchParams.set('lang', language);
    /** @type {HTMLAnchorElement} */ (link).href = address.href;
    link.setAttribute('data-onward', '');
  }
}

for (const link of document.querySelectorAll('a[data-language]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const language = link.getAttribute('data-language');
    const address = new URL(location.href);
    address.searchParams.set('lang', language ?? 'da');
    history.replaceState(null, '', address);
    speak(language);
    /** @type {HTMLElement | null} */ (document.querySelector('a[data-language]:not([hidden])'))?.focus();
  });
}
speak(new URLSearchParams(location.search).get('lang'));

const dark = document.querySelector('button[data-theme]');
if (dark) {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const show = () => dark.setAttribute('aria-pressed', String((page.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark'));
  dark.addEventListener('click', () => {
    page.dataset.theme = dark.getAttribute('aria-pressed') === 'true' ? 'light' : 'dark';
    show();
  });
  system.addEventListener('change', show);
  show();
}
