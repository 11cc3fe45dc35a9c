// The sentences that must be there when the wasm is not: why the widget can't run, and what to do. Every other word
// that a reader sees stands in src/wording.rs.

/**
 * @typedef {{
 *   cannot: string,
 *   stopped: string,
 *   retry: string,
 *   save: string,
 *   goOn: string,
 *   file: string,
 *   required: string,
 *   reasons: Record<import('./failure.js').Reason, string>,
 * }} Words
 */

/** @type {Words} */
const DANISH = {
  cannot: 'Selvvurderingen kan ikke vises lige nu',
  stopped: 'Noget gik galt',
  retry: 'Prøv igen',
  save: 'Gem mine svar som fil',
  goOn: 'Gå videre',
  file: 'mine-svar',
  required: 'Del først din selvvurdering med siden. Det gør du til sidst under »Gem og del«.',
  reasons: {
    'wasm-missing': 'Din browser kan ikke vise den, måske på grund af en sikkerhedsindstilling. Prøv en anden browser, eller spørg din it-afdeling.',
    'wasm-blocked': 'Siden har ikke fået lov til at vise den. Det kan du ikke selv ændre, men sig det gerne til dem, der står for siden.',
    'wasm-not-found': 'Der mangler en fil på siden. Sig det gerne til dem, der står for siden.',
    'wasm-mismatch': 'Filerne på siden passer ikke sammen. Genindlæs siden. Hjælper det ikke, så sig det gerne til dem, der står for siden.',
    'wasm-type': 'Siden sender en forkert fil. Sig det gerne til dem, der står for siden.',
    'wasm-unreachable': 'Forbindelsen svigtede. Tjek, at du har internet, og prøv igen.',
    'browser-unsupported': 'Din browser er for gammel til at vise den. Prøv en nyere browser.',
    'panic-kept': 'Det er vores fejl, ikke din. Dine svar er her stadig. Gem dem som fil, hvis du vil være helt sikker, og gå så videre.',
    panic: 'Det er vores fejl, ikke din. Du havde ikke svaret på noget endnu, så intet er gået tabt.',
  },
};

/** @type {Words} */
const ENGLISH = {
  cannot: "The self-assessment can't be shown right now",
  stopped: 'Something went wrong',
  retry: 'Try again',
  save: 'Save my answers as a file',
  goOn: 'Go on',
  file: 'my-answers',
  required: 'Share your self-assessment with the page first. You do that at the end, under “Keep and share”.',
  reasons: {
    'wasm-missing': "Your browser can't show it, perhaps because of a security setting. Try another browser, or ask your IT department.",
    'wasm-blocked': "The page isn't allowed to show it. You can't change that yourself, but please tell those who run the page.",
    'wasm-not-found': 'A file is missing on the page. Please tell those who run the page.',
    'wasm-mismatch': "The files on the page don't fit together. Reload the page. If that doesn't help, please tell those who run it.",
    'wasm-type': 'The page sends a wrong file. Please tell those who run the page.',
    'wasm-unreachable': 'The connection failed. Check that you are online, and try again.',
    'browser-unsupported': 'Your browser is too old to show it. Try a newer browser.',
    'panic-kept': 'It is our mistake, not yours. Your answers are still here. Save them as a file if you want to be quite sure, and then go on.',
    panic: "It is our mistake, not yours. You hadn't answered anything yet, so nothing is lost.",
  },
};

/**
 * The words for a language tag; without one, for the browser's language. English where a language isn't spoken.
 *
 * @param {string | null} language
 * @returns {{ lang: string, words: Words }}
 */
export function wordsFor(language) {
  return /^da\b/i.test(language ?? navigator.language) ? { lang: 'da', words: DANISH } : { lang: 'en', words: ENGLISH };
}
