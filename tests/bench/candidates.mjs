// What is measured side by side: builds of the widget, and SurveyJS with the same questions. Each is a page and the way to
// find one's way about in it. It takes no time.
import { fileURLToPath } from 'node:url';
import { frameworkOf, surveyOf } from './frameworks.mjs';

const PACKAGES = fileURLToPath(new URL('node_modules', import.meta.url));

const LANGUAGE = 'da';

/** Answers with strengths and gaps. */
export const LEVELS = [2, 3, 1, 0, 1, 2, 4, 3, 3, 1, 2, 2, 0, 3];

/**
 * @typedef {{
 *   name: string,
 *   isWidget: boolean,
 *   folders: Record<string, string>,
 *   texts: Record<string, string>,
 *   page: (times: number) => string,
 *   input: (times: number) => string,
 *   found: Parameters<typeof import('./probe.mjs').probe>[0],
 * }} Candidate `folders` and `texts` are what the server is to serve; `page` is the path of its page with the framework so
 *   many times over, and `input` that of the file with the questions.
 */

/**
 * A built widget.
 *
 * @param {string} name
 * @param {string} folder its `dist/`
 * @param {number[]} sizes
 * @returns {Candidate}
 */
export function widget(name, folder, sizes) {
  const start = `/${slug(name)}/`;
  const input = (times) => `${start}bench/${times}.json`;
  const page = (times) => `${start}bench/${times}.html`;
  const texts = {};
  for (const times of sizes) {
    const framework = frameworkOf(times);
    texts[input(times)] = JSON.stringify(framework);
    texts[page(times)] = html(
      `<script type="module" src="../rokade.js"></script>`,
      `<rokade-assessment framework="${times}.json" lang="${LANGUAGE}" purpose="development" rater="self" role-id="${framework.roles[0].id}"></rokade-assessment>`,
    );
  }
  const found = {
    root: 'rokade-assessment',
    headings: 'h1, h2, h3, h4, h5, h6, legend',
    forward: '[part~=primary]',
    choices: 7,
  };
  return { name, isWidget: true, folders: { [start]: folder }, texts, page, input, found };
}

/**
 * SurveyJS as its documentation embeds it, the survey asked for at once; a dimension a page, or a question.
 *
 * @param {number[]} sizes
 * @param {{ isSingle?: boolean }} [options]
 * @returns {Candidate}
 */
export function surveyJs(sizes, { isSingle = false } = {}) {
  const name = isSingle ? 'SurveyJS, one by one' : 'SurveyJS';
  const start = `/${slug(name)}/`;
  const input = (times) => `${start}bench/${times}.json`;
  const page = (times) => `${start}bench/${times}.html`;
  const texts = {};
  for (const times of sizes) {
    const survey = surveyOf(frameworkOf(times), LANGUAGE);
    texts[input(times)] = JSON.stringify(isSingle ? { questionsOnPageMode: 'questionPerPage', ...survey } : survey);
    texts[page(times)] = html(
      `<script>const asked = fetch('${times}.json').then((response) => response.json());</script>
<link rel="stylesheet" href="../survey-core/survey-core.fontless.min.css">
<script defer src="../survey-core/survey.core.min.js"></script>
<script defer src="../survey-js-ui/survey-js-ui.min.js"></script>
<script type="module">
  const survey = new Survey.Model(await asked);
  survey.render(document.getElementById('survey'));
</script>`,
      '<div id="survey"></div>',
    );
  }
  const found = { root: '#survey', headings: '.sd-title', forward: '.sd-navigation__next-btn', choices: 7 };
  return { name, isWidget: false, folders: { [start]: PACKAGES }, texts, page, input, found };
}

function html(head, body) {
  return `<!doctype html>
<html lang="${LANGUAGE}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bench</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${body}
</body>
</html>`;
}

function slug(name) {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
