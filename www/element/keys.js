// Keeps what is typed inside the widget from setting off the page's shortcuts. It knows no widget.

/**
 * Stops keys from bubbling out of `root`, which holds the widget and none of the page's own content.
 *
 * Tab goes on, since a page's dialog keeps the focus inside itself by listening for it. So does Escape, which closes
 * such a dialog, unless a dialog of ours is open and takes it. Default actions happen either way.
 *
 * @param {HTMLElement} root
 */
export function keepKeysInside(root) {
  /** @param {KeyboardEvent} event */
  const keep = (event) => {
    if (event.key === 'Tab') return;
    if (event.key === 'Escape' && !root.querySelector('dialog[open]')) return;
    event.stopPropagation();
  };
  root.addEventListener('keydown', keep);
  root.addEventListener('keypress', keep);
  root.addEventListener('keyup', keep);
}
