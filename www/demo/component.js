// A component as design systems have them, with the widget in its shadow root. The page outside hears the widget's
// events as if it stood in the page itself.

const look = new CSSStyleSheet();
look.replaceSync(`
  :host { display: grid; gap: 1rem; padding: 1.25rem; background: light-dark(#dfe8ec, #1d2a32); border-radius: 0.9rem; }
  div, p, label, button { color: crimson; letter-spacing: 0.3em; text-transform: uppercase; }
`);

customElements.define(
  'office-card',
  class extends HTMLElement {
    constructor() {
      super();
      const title = document.createElement('slot');
      title.name = 'title';
      const assessment = document.createElement('rokade-assessment');
      Object.assign(assessment, { framework: '../frameworks/souschef.json', purpose: 'development', headingLevel: 3 });
      // What stands in the card shows where it would show in the element: until the widget runs.
      assessment.append(document.createElement('slot'));
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [look];
      root.append(title, assessment);
    }
  },
);

const answered = /** @type {HTMLOutputElement} */ (document.getElementById('answered'));
document.body.addEventListener('rokade-progress', ({ detail }) => {
  answered.value = `${detail.answered} / ${detail.total}`;
});
