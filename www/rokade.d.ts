// The types of `<rokade-assessment>` for the pages that embed it. Kept true by element.js, which implements them.

export type Purpose = 'development' | 'exploration' | 'onboarding';
export type Rater = 'self' | 'manager';
export type Storage = 'none' | 'tab' | 'device';
export type Sharing = 'none' | 'ask';

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
  /**
   * The longest that the person may choose to have answers kept. Attribute `storage`, default `device`, which `null` means,
   * too; what is none of these words keeps nothing.
   */
  storage: Storage;
  /** Separates several assessments on one site. Under another one somebody else begins. Attribute `storage-key`. */
  storageKey: string | null;
  /** Whether the person is offered to share with the page. Attribute `sharing`, default `none`. */
  sharing: Sharing;
  /** Who receives what is shared, shown to the person; needed with `sharing="ask"`. Attribute `recipient`. */
  recipient: string | null;
  /** The name in a form under which what was shared is sent. Attribute `name`. */
  name: string;
  /** Whether its form is valid only once something was shared; needs `sharing`, `recipient` and `purpose`. Attribute `required`. */
  required: boolean;
  /** Whether it can't be used for now. Attribute `disabled`, or a disabled `<fieldset>` around it. */
  disabled: boolean;
  /** A words file for a language that doesn't ship, by its address or as an object; whichever was set last holds. Attribute `words` (addresses only). */
  words: string | object | null;
  /** The level of the first heading inside, 1 to 5. Attribute `heading-level`, default 2. */
  headingLevel: number;
  /** Loads at once, not when near the viewport. Attribute `eager`. */
  eager: boolean;
  /** Single texts in other words, by their key; not the notices, nor what is said of keeping, sharing and deleting. */
  messages: Record<string, string>;
  /** The host's own id for this assessment; in a file only when the person ticks it. */
  reference: string | null;

  /** The assessment that the person last shared with the page, else null. */
  readonly shared: object | null;
  /** The form that the element takes part in. */
  readonly form: HTMLFormElement | null;
  /** The name of the element, as form fields have a type. */
  readonly type: string;
  /** Whether the form asks for its validity: not while it is disabled. */
  readonly willValidate: boolean;
  /** `valueMissing` where something must be shared and isn't; null in browsers that are too old for the widget. */
  readonly validity: ValidityState | null;
  /** What a reader is told where it isn't valid. */
  readonly validationMessage: string;
  checkValidity(): boolean;
  reportValidity(): boolean;

  /** Opens an assessment as if the person had chosen the file: they are told what it is and asked what it is for. Answers
   * are replaced only when they say so, and never by somebody else's. */
  open(assessment: object | string): Promise<void>;
  /** Asks the person whether to delete the answers and start over. */
  reset(): Promise<void>;
}

/** The events, all of which bubble and leave shadow roots. */
export interface RokadeEventMap {
  /** The framework is read and the first screen is drawn. */
  'rokade-ready': CustomEvent<Record<string, never>>;
  /** The person answered or went to another screen. */
  'rokade-progress': CustomEvent<{ answered: number; total: number; screen: string }>;
  /** The results were shown for the first time. It carries nothing of them. */
  'rokade-results': CustomEvent<Record<string, never>>;
  /** The person shared with the page; `parts` are those that the assessment names. */
  'rokade-share': CustomEvent<{ assessment: object; parts: string[] }>;
  /** The person saved a file or printed. */
  'rokade-export': CustomEvent<{ kind: ExportKind }>;
  /** Something is wrong; `message` is for the page's developer. */
  'rokade-error': CustomEvent<{ code: ErrorCode; message: string }>;
}

/**
 * What the person saved or printed: their own file, a file to share, wishes for where to be placed, a page that reads
 * without the widget, a spreadsheet copy, the days of follow-up for a calendar, or paper.
 */
export type ExportKind = 'file' | 'share' | 'wishes' | 'receipt' | 'sheet' | 'calendar' | 'print';

/** What can be wrong. New versions may add codes. */
export type ErrorCode =
  // The widget can't run.
  | 'wasm-missing'
  | 'wasm-blocked'
  | 'wasm-not-found'
  | 'wasm-unreachable'
  | 'wasm-mismatch'
  | 'wasm-type'
  | 'words-blocked'
  | 'words-mismatch'
  | 'styles-blocked'
  | 'styles-not-found'
  | 'styles-unreachable'
  | 'styles-mismatch'
  | 'browser-unsupported'
  // It stopped; the answers are kept, and the person can go on.
  | 'panic'
  // The page's author has to mend it.
  | 'setting-unknown'
  | 'role-unknown'
  | 'framework-missing'
  | 'framework-not-found'
  | 'framework-unreachable'
  | 'framework-not-json'
  | 'framework-invalid'
  | 'framework-newer'
  | 'words-invalid'
  | 'words-incomplete'
  // Without the widget's own it can't run; without the page's it speaks the framework's language, or English.
  | 'words-not-found'
  | 'words-unreachable'
  // The person was told.
  | 'storage-blocked'
  | 'storage-full'
  | 'file-unreadable'
  | 'file-newer'
  | 'file-other-framework'
  | (string & {});

declare global {
  interface HTMLElementTagNameMap {
    'rokade-assessment': RokadeAssessment;
  }
  /** On the element and wherever events bubble to: other elements, the document and the window. */
  interface GlobalEventHandlersEventMap extends RokadeEventMap {}
}
