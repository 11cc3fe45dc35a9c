// The types of `<rokade-assessment>` for the pages that embed it. Kept true by element.js, which implements them.

export type Purpose = 'development' | 'exploration' | 'onboarding';
export type Rater = 'self' | 'manager';
export type Storage = 'none' | 'tab' | 'device';
export type Sharing = 'none' | 'ask';
export type Opened = 'opened' | 'asked' | 'declined';

/** A self-assessment against a competence framework, answered and kept in the reader's browser. */
export class RokadeAssessment extends HTMLElement {
  /** The version in use on the page. */
  static readonly version: string;

  /** A framework's address, or the framework itself; whichever was set last holds. Attribute `framework` (addresses only). */
  framework: string | object | null;
  /** What the assessment is for; null asks the person. Attribute `purpose`. */
  purpose: Purpose | null;
  /** The role to compare with; null asks where there are several. Attribute `role-id`. */
  roleId: string | null;
  /** Who answers; null asks in development. Attribute `rater`. */
  rater: Rater | null;
  /** The longest that the person may choose to have answers kept. Attribute `storage`, default `device`. */
  storage: Storage;
  /** Separates several assessments on one site. Attribute `storage-key`. */
  storageKey: string | null;
  /** Whether the person is offered to share with the page. Attribute `sharing`, default `none`. */
  sharing: Sharing;
  /** Who receives what is shared, shown to the person; needed with `sharing="ask"`. Attribute `recipient`. */
  recipient: string | null;
  /** The name in a form under which what was shared is sent. Attribute `name`. */
  name: string;
  /** The level of the first heading inside, 1 to 5. Attribute `heading-level`, default 2. */
  headingLevel: number;
  /** Loads at once, not when near the viewport. Attribute `eager`. */
  eager: boolean;
  /** Single texts in other words, by their key. */
  messages: Record<string, string>;
  /** The host's own id for this assessment; in a file only when the person ticks it. */
  reference: string | null;

  /** The assessment that the person last shared with the page, else null. */
  readonly shared: object | null;
  /** The form that the element takes part in. */
  readonly form: HTMLFormElement | null;

  /** Opens an assessment as if the person had chosen the file: they are asked before answers are replaced. */
  open(assessment: object | string): Promise<Opened>;
  /** Deletes the answers and starts over. */
  reset(): Promise<void>;
}

/** The events, all of which bubble and leave shadow roots. */
export interface RokadeEventMap {
  /** The framework is read and the first screen is drawn. */
  'rokade-ready': CustomEvent<null>;
  /** The person answered or went to another screen. */
  'rokade-progress': CustomEvent<{ answered: number; total: number; screen: string }>;
  /** The results were shown for the first time. It carries nothing of them. */
  'rokade-results': CustomEvent<null>;
  /** The person shared with the page. */
  'rokade-share': CustomEvent<{ assessment: object; parts: string[] }>;
  /** The person saved a file or printed. */
  'rokade-export': CustomEvent<{ kind: string }>;
  /** Something is wrong; `message` is for the page's developer. */
  'rokade-error': CustomEvent<{ code: ErrorCode; message: string }>;
}

/** The codes that the script itself reports; the widget inside adds its own about frameworks, files and storage. */
export type ErrorCode =
  | 'wasm-missing'
  | 'wasm-blocked'
  | 'wasm-not-found'
  | 'wasm-unreachable'
  | 'wasm-mismatch'
  | 'wasm-type'
  | 'browser-unsupported'
  | 'panic'
  | 'attribute'
  | 'framework-missing'
  | 'framework-not-found'
  | 'framework-unreachable'
  | (string & {});

declare global {
  interface HTMLElementTagNameMap {
    'rokade-assessment': RokadeAssessment;
  }
  interface HTMLElementEventMap extends RokadeEventMap {}
}
