// What TypeScript knows of the element in JSX under `strict`, and what it declines. Never run.
import 'rokade/react';

export const known = (
  <rokade-assessment
    key="one"
    className="wide"
    lang="da"
    framework="/framework.json"
    purpose={null}
    rater="self"
    storage="tab"
    storageKey="one"
    sharing="ask"
    recipient="HR"
    name="assessment"
    required
    disabled={false}
    eager
    messages={{ Continue: 'Videre' }}
    reference={null}
    onrokade-ready={(event) => event.detail satisfies Record<string, never>}
    onrokade-share={({ detail }) => detail.parts.join()}
    onrokade-export={({ detail }) => detail.kind}
    onrokade-error={({ detail }) => console.warn(detail.code, detail.message)}
  />
);

// @ts-expect-error: not one of the purposes
export const purpose = <rokade-assessment purpose="appraisal" />;
// @ts-expect-error: the person shares, not the page
export const shared = <rokade-assessment shared={{}} />;
// @ts-expect-error: no such setting
export const unknown = <rokade-assessment answers={{}} />;
