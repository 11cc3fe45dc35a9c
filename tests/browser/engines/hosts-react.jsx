// A page of React's with the element in it: React sets the element's properties, hears its events, and takes it away and
// puts it back. It counts what its own handlers hear. Bundled by hosts.mjs.
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Office({ framework, storage }) {
  const [pressed, setPressed] = useState(0);
  const [typed, setTyped] = useState('');
  const [keys, setKeys] = useState(0);
  const [inputs, setInputs] = useState(0);
  const [isShown, setShown] = useState(true);
  const [edition, setEdition] = useState(1);
  const [language, setLanguage] = useState('da');
  const [told, setTold] = useState('');
  return (
    <main onKeyDown={() => setKeys((keys) => keys + 1)} onInput={() => setInputs((inputs) => inputs + 1)}>
      <button id="press" onClick={() => setPressed(pressed + 1)}>
        Tryk {pressed}
      </button>
      <button id="show" onClick={() => setShown(!isShown)}>
        Vis eller skjul
      </button>
      <button id="edition" onClick={() => setEdition(edition + 1)}>
        Ny nøgle
      </button>
      <button id="language" onClick={() => setLanguage(language === 'da' ? 'en' : 'da')}>
        Sprog
      </button>
      <label>
        Navn <input id="name" value={typed} onChange={({ target }) => setTyped(target.value)} />
      </label>
      <output id="typed">{typed}</output>
      <output id="keys">{keys}</output>
      <output id="inputs">{inputs}</output>
      <output id="told">{told}</output>
      {isShown && (
        <rokade-assessment
          key={edition}
          lang={language}
          framework={{ ...framework }}
          purpose="development"
          rater="self"
          storage={storage}
          headingLevel={3}
          messages={{ begin: 'Kom i gang' }}
          reference={`sag-${edition}`}
          eager
          onrokade-progress={({ detail }) => setTold(`${detail.answered} / ${detail.total}`)}
        >
          <p>Læs på papir.</p>
        </rokade-assessment>
      )}
    </main>
  );
}

/** Draws the page in `root`; in strict mode, as React's guide has it. */
export function start(root, options) {
  const page = createRoot(root);
  page.render(
    <StrictMode>
      <Office {...options} />
    </StrictMode>,
  );
  return page;
}
