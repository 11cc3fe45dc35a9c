// Does what a single-page application does: fetches the script when it is wanted, sets properties instead of
// attributes, and takes the element away and puts it back.

const place = /** @type {HTMLElement} */ (document.getElementById('place'));
const insert = /** @type {HTMLButtonElement} */ (document.getElementById('insert'));
const remove = /** @type {HTMLButtonElement} */ (document.getElementById('remove'));

const assessment = document.createElement('rokade-assessment');
Object.assign(assessment, {
  framework: '../frameworks/souschef.json',
  purpose: 'development',
  storage: 'none',
  headingLevel: 2,
});

insert.addEventListener('click', () => {
  import(new URL('../rokade.js', import.meta.url).href);
  place.append(assessment);
  insert.hidden = true;
  remove.hidden = false;
  remove.focus();
});

remove.addEventListener('click', () => {
  assessment.remove();
  insert.hidden = false;
  remove.hidden = true;
  insert.focus();
});
