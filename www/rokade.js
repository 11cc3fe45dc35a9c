// What a page loads: registers `<rokade-assessment>`. It knows nothing of the element but its name and version,
// so that a page that loads it twice, or in two versions, keeps the first and goes on.

import { RokadeAssessment } from './element.js';

const NAME = 'rokade-assessment';
const registered = /** @type {{ version?: string } | undefined} */ (customElements.get(NAME));

if (!registered) {
  customElements.define(NAME, RokadeAssessment);
} else if (registered.version !== RokadeAssessment.version) {
  console.warn(
    `Rokade: <${NAME}> is already defined on this page, ` +
      (registered.version ? `by version ${registered.version}` : 'by another script') +
      `; version ${RokadeAssessment.version} was loaded after it and is not used. Load one version only.`,
  );
}

export { RokadeAssessment };
