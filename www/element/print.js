// Prints one element without the page around it. It knows no widget.

/** On the element and all around it while it prints. */
const MARK = 'data-rokade-print';

/** Text that stands between the page's own elements can't be picked out; it is made invisible and as small as can be. */
const CSS = `@page{margin:11mm 13mm}
@media print{
[${MARK}]{display:block!important;position:static!important;float:none!important;inline-size:auto!important;
min-inline-size:0!important;max-inline-size:none!important;block-size:auto!important;min-block-size:0!important;
max-block-size:none!important;margin:0!important;padding:0!important;border:0!important;columns:auto!important;
overflow:visible!important;transform:none!important;filter:none!important;opacity:1!important;clip-path:none!important;
contain:none!important;background:none!important;box-shadow:none!important;color-scheme:light!important}
[${MARK}=around]{visibility:hidden!important;font-size:0!important;line-height:0!important}
[${MARK}=alone]{visibility:visible!important}
[${MARK}=around]::before,[${MARK}=around]::after,[${MARK}=around]>:not([${MARK}]),
:host>:not([${MARK}]){display:none!important}
}`;

let restore = () => {};

/**
 * The page is as it was once the browser has printed, or didn't.
 *
 * @param {Element} element
 */
export function printAlone(element) {
  restore();
  const view = element.ownerDocument.defaultView ?? window;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(CSS);
  const around = /** @type {Element[]} */ ([]);
  const roots = /** @type {(Document | ShadowRoot)[]} */ ([]);
  // Outwards as it is shown: through slots, and from a shadow root to its host.
  /** @type {any} */
  let node = element;
  while (node) {
    if (node.nodeType === 1) around.push(node);
    else if (node.adoptedStyleSheets) roots.push(node);
    node = node.assignedSlot ?? node.parentNode ?? node.host;
  }
  restore = () => {
    restore = () => {};
    view.removeEventListener('afterprint', restoreNow);
    for (const marked of around) marked.removeAttribute(MARK);
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((own) => own !== sheet);
  };
  const restoreNow = () => restore();
  for (const marked of around) marked.setAttribute(MARK, marked === element ? 'alone' : 'around');
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  view.addEventListener('afterprint', restoreNow);
  try {
    view.print();
  } catch {
    restore();
  }
}
