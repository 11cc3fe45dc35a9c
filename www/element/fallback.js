// What stands inside the element while there is no widget, or none that can run: out of everybody's way while there is one.
// It knows no widget.

/** @typedef {{ hidden: string | null, inert: string | null }} Own */

/** What both attributes are set to. Whoever has it without having been covered here is a copy of one that was. */
const COVERED = 'rokade';

/** The elements in a slot, `hidden` and `inert` while they are covered; what the author had set on them comes back. */
export class Fallback {
  #slot;
  #isCovered = false;
  /** What the author had set on those that are covered. @type {Map<Element, Own>} */
  #own = new Map();

  /** @param {HTMLSlotElement} slot */
  constructor(slot) {
    this.#slot = slot;
    // Others may come while they are covered, and some may go to another place, where they are to be seen.
    slot.addEventListener('slotchange', () => this.#update());
  }

  /** @param {boolean} isCovered */
  cover(isCovered) {
    this.#isCovered = isCovered;
    this.#slot.hidden = isCovered;
    this.#update();
  }

  #update() {
    const assigned = this.#slot.assignedElements();
    for (const element of assigned) {
      if (!this.#own.has(element) && element.getAttribute('inert') === COVERED) this.#own.set(element, { hidden: null, inert: null });
    }
    const covered = new Set(this.#isCovered ? assigned : []);
    for (const [element, own] of this.#own) {
      if (covered.has(element)) continue;
      this.#own.delete(element);
      for (const [name, value] of Object.entries(own)) {
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
    }
    for (const element of covered) {
      if (this.#own.has(element)) continue;
      this.#own.set(element, { hidden: element.getAttribute('hidden'), inert: element.getAttribute('inert') });
      element.setAttribute('hidden', COVERED);
      element.setAttribute('inert', COVERED);
    }
  }
}
