// The language that surrounds an element, also across shadow roots. It knows no words.

/**
 * The nearest `lang`, the element's own included; null where none is said.
 *
 * @param {Element} element
 * @returns {string | null}
 */
export function nearestLanguage(element) {
  /** @type {Element | undefined} */
  let place = element;
  while (place) {
    const found = place.closest('[lang]');
    if (found) return found.getAttribute('lang') || null;
    const root = place.getRootNode();
    place = root instanceof ShadowRoot ? root.host : undefined;
  }
  return null;
}

/**
 * Calls `changed` whenever a `lang` changes in the trees that the element stands in; the answer stops it.
 *
 * @param {Element} element
 * @param {() => void} changed
 * @returns {() => void}
 */
export function watchLanguage(element, changed) {
  const observer = new MutationObserver(changed);
  let root = element.getRootNode();
  for (;;) {
    observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    if (!(root instanceof ShadowRoot)) break;
    root = root.host.getRootNode();
  }
  return () => observer.disconnect();
}
