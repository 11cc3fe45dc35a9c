// The npm package's entry with the wasm inside, for bundlers and development servers that leave the wasm behind. It
// knows nothing but the single script, which defines the element, and gives its class as rokade.js does.

import './rokade.single.js';

export const RokadeAssessment = customElements.get('rokade-assessment');
