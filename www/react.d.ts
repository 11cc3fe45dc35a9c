// `<rokade-assessment>` in JSX, for React 19 and later: `import 'rokade/react'` does what `import 'rokade'` does, and
// brings these types along. Kept apart from rokade.d.ts, which must not ask anyone for React.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { RokadeAssessment, RokadeEventMap } from './rokade.js';

export * from './rokade.js';

/** What a page's author sets: all properties that can be written. */
type Settings = Pick<
  RokadeAssessment,
  | 'framework' | 'purpose' | 'roleId' | 'rater' | 'storage' | 'storageKey' | 'sharing' | 'recipient' | 'name'
  | 'required' | 'disabled' | 'words' | 'headingLevel' | 'eager' | 'messages' | 'reference'
>;

/** `onrokade-ready` and so on, as React names the events of custom elements. */
type Listeners = { [Name in keyof RokadeEventMap as `on${Name}`]: (event: RokadeEventMap[Name]) => void };

export type RokadeAssessmentProps = DetailedHTMLProps<HTMLAttributes<RokadeAssessment>, RokadeAssessment> &
  Partial<Settings & Listeners>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'rokade-assessment': RokadeAssessmentProps;
    }
  }
}
