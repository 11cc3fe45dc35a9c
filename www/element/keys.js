// Keeps what is typed inside the widget from setting off the page's shortcuts, and from being taken for input of the
// page's own: to the page it all comes from the element, which is no field. It knows no widget.

/** `change` never leaves a shadow root by itself. */
const KINDS = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'copy', 'cut', 'paste'];

/**
 * Stops keys and what they write from bubbling out of `root`, which holds the widget and none of the page's own content.
 *
 * Tab goes on, since a page's dialog keeps the focus inside itself by listening for it. So does Escape, which closes
 * such a dialog. Default actions happen either way.
 *
 * @param {HTMLElement} root
 */
export function keepKeysInside(root) {
  /** @param {Event & { key?: string }} event */
  const goesOn = ({ key }) => key === 'Tab' || key === 'Escape';
  for (const kind of KINDS) {
    root.addEventListener(kind, (event) => {
      if (!goesOn(event)) event.stopPropagation();
    });
  }
}
