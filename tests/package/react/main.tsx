// The element in React: properties by their names, events as `on` and their name.
import framework from 'rokade/frameworks/souschef.json';
import 'rokade/react';
import type { RokadeAssessment } from 'rokade/react';
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Page() {
  const element = useRef<RokadeAssessment>(null);
  const [answered, setAnswered] = useState(0);
  return (
    <main>
      <h1>Host</h1>
      <p>{answered} answered</p>
      <rokade-assessment
        ref={element}
        framework={framework}
        purpose="development"
        roleId="souschef-fagkontor"
        headingLevel={2}
        onrokade-progress={({ detail }) => setAnswered(detail.answered)}
      >
        <a href="/kompetencegrundlag.pdf">Read the framework as PDF</a>
      </rokade-assessment>
      <button onClick={() => element.current?.reset()}>Start over</button>
    </main>
  );
}

createRoot(document.getElementById('app')!).render(<StrictMode><Page /></StrictMode>);
