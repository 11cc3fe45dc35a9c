// What TypeScript knows of the element under `strict`, and what it declines. Never run.
import { RokadeAssessment } from 'rokade';
import type { ErrorCode, ExportKind, Purpose, RokadeEventMap } from 'rokade';
import { RokadeAssessment as Inline } from 'rokade/inline';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function holds<_T extends true>() {}

// The tag gives the class, wherever elements are found or made.
const found = document.querySelector('rokade-assessment');
holds<Same<typeof found, RokadeAssessment | null>>();
const element = document.createElement('rokade-assessment');
holds<Same<typeof element, RokadeAssessment>>();
holds<Same<typeof Inline, typeof RokadeAssessment>>();
const base: HTMLElement = element;
const version: string = RokadeAssessment.version;

// Properties.
element.framework = '/framework.json';
element.framework = { format: 'rokade.framework/1' };
element.framework = null;
element.purpose = 'development';
element.purpose = null;
element.roleId = 'souschef';
element.rater = 'manager';
element.storage = 'tab';
element.storageKey = 'one';
element.sharing = 'ask';
element.recipient = 'HR';
element.name = 'assessment';
element.required = true;
element.disabled = false;
element.headingLevel = 3;
element.eager = true;
element.messages = { Continue: 'Videre' };
element.reference = '4711';
element.lang = 'da';
holds<Same<typeof element.shared, object | null>>();
holds<Same<typeof element.form, HTMLFormElement | null>>();
holds<Same<typeof element.validity, ValidityState | null>>();
holds<Same<typeof element.willValidate, boolean>>();
holds<Same<typeof element.validationMessage, string>>();
holds<Same<Purpose, 'development' | 'exploration' | 'onboarding'>>();

// @ts-expect-error: not one of the purposes
element.purpose = 'appraisal';
// @ts-expect-error: not one of the places
element.storage = 'cloud';
// @ts-expect-error: a number, not a text
element.headingLevel = '3';
// @ts-expect-error: texts only
element.messages = { Continue: 1 };
// @ts-expect-error: only the person shares
element.shared = {};
// @ts-expect-error: decided by where it stands
element.form = null;
// @ts-expect-error: not there
element.answers;

// Methods.
const opened: Promise<void> = element.open({ format: 'rokade.assessment/1' });
const openedText: Promise<void> = element.open('{"format": "rokade.assessment/1"}');
const asked: Promise<void> = element.reset();
const isValid: boolean = element.checkValidity() && element.reportValidity();
// @ts-expect-error: needs what to open
element.open();

// Events, on the element, and where they arrive.
element.addEventListener('rokade-ready', (event) => holds<Same<typeof event, RokadeEventMap['rokade-ready']>>());
element.addEventListener('rokade-progress', ({ detail }) => {
  holds<Same<typeof detail, { answered: number; total: number; screen: string }>>();
});
element.addEventListener('rokade-results', ({ detail }) => holds<Same<typeof detail, Record<string, never>>>());
element.addEventListener('rokade-share', ({ detail: { assessment, parts } }) => {
  holds<Same<typeof assessment, object>>();
  holds<Same<typeof parts, string[]>>();
});
element.addEventListener('rokade-export', ({ detail: { kind } }) => holds<Same<typeof kind, ExportKind>>());
element.addEventListener('rokade-error', ({ detail: { code, message }, currentTarget }) => {
  holds<Same<typeof code, ErrorCode>>();
  holds<Same<typeof message, string>>();
  currentTarget satisfies EventTarget | null;
});
document.addEventListener('rokade-error', ({ detail }) => holds<Same<typeof detail.message, string>>());
window.addEventListener('rokade-share', ({ detail }) => holds<Same<typeof detail.parts, string[]>>());
document.body.addEventListener('rokade-progress', ({ detail }) => holds<Same<typeof detail.answered, number>>());
// @ts-expect-error: no answers are told
element.addEventListener('rokade-progress', ({ detail }) => detail.answers);

// A code of a later version is no mistake.
const later: ErrorCode = 'something-new';

export { asked, base, isValid, later, opened, openedText, version };
