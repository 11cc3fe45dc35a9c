// A stand-in that proves the build: loads the wasm and mounts it in an element. The real element replaces it.
import init, * as glue from 'rokade-glue';
import gzipped from 'rokade-wasm';

/** @type {Promise<unknown> | undefined} */
let loading;

function load() {
  loading ??= source().then((module_or_path) => init({ module_or_path }));
  return loading;
}

/** @returns {Promise<Response>} */
async function source() {
  if (!__ROKADE_SINGLE__) {
    return fetch(new URL('rokade.wasm', import.meta.url), { integrity: `sha256-${__ROKADE_WASM_SHA256__}` });
  }
  const bytes = Uint8Array.from(atob(gzipped), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream, { headers: { 'content-type': 'application/wasm' } });
}

class RokadeAssessment extends HTMLElement {
  async connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    await load();
    const mount = document.createElement('div');
    root.replaceChildren(mount);
    glue.mount(mount);
  }
}

customElements.define('rokade-assessment', RokadeAssessment);
