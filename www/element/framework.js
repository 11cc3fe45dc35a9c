// Finds the framework's text, wherever the page's author put it. It never looks inside: the wasm reads and checks it.

/**
 * What the wasm is told: the text, or why there is none.
 *
 * @typedef {{ text: string } | {
 *   code: 'framework-missing' | 'framework-not-found' | 'framework-unreachable',
 *   detail: string,
 * }} Framework
 */

/**
 * The framework from the property, the attribute or a child script, in this order.
 *
 * @param {Element} element
 * @param {object | null} value what the property holds
 * @returns {Promise<Framework>} never rejects
 */
export async function findFramework(element, value) {
  if (value) return written(value);
  const address = element.getAttribute('framework');
  if (address) return fetchFramework(new URL(address, element.baseURI).href);
  if (element.ownerDocument.readyState === 'loading') {
    // The element's children may not have been parsed yet.
    await new Promise((done) => element.ownerDocument.addEventListener('DOMContentLoaded', done, { once: true }));
  }
  const script = element.querySelector(':scope > script[type="application/json"]');
  if (script) return { text: script.textContent ?? '' };
  return {
    code: 'framework-missing',
    detail:
      'there is no framework; give its address in the `framework` attribute, set the `framework` property to it, ' +
      'or put it in a child `<script type="application/json">`',
  };
}

/**
 * What the property holds as text. A function, a value that holds itself and the like can't be written down, nor read.
 *
 * @param {unknown} value
 * @returns {Framework}
 */
function written(value) {
  /** @param {unknown} reason */
  const missing = (reason) => {
    const detail = `the \`framework\` property holds nothing that can be written as JSON: ${reason}`;
    return /** @type {Framework} */ ({ code: 'framework-missing', detail });
  };
  try {
    const text = JSON.stringify(value);
    return typeof text === 'string' ? { text } : missing(`a ${typeof value}`);
  } catch (error) {
    return missing(error);
  }
}

/**
 * @param {string} address
 * @returns {Promise<Framework>}
 */
async function fetchFramework(address) {
  try {
    const response = await fetch(address);
    if (response.ok) return { text: await response.text() };
    const { status } = response;
    if (status === 404 || status === 410) {
      return { code: 'framework-not-found', detail: `${address} isn't there (${status})` };
    }
    return { code: 'framework-unreachable', detail: `${address} was answered with ${status}` };
  } catch (error) {
    const { origin } = new URL(address);
    return {
      code: 'framework-unreachable',
      detail:
        `${address} can't be reached: no connection, blocked by \`connect-src\` in the page's Content-Security-Policy` +
        (origin === location.origin ? '' : `, or no \`Access-Control-Allow-Origin\` on ${origin}`) +
        ` (${error})`,
    };
  }
}
