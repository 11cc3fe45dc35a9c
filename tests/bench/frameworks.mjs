// The frameworks that are measured: the shipped one, larger ones made of copies of it, and the same questions as a survey
// for SurveyJS. It knows neither how they are shown nor how time is taken.
import { framework } from '../browser/words.mjs';

/**
 * The shipped framework with its competences, behaviours and areas so many times over, in the same dimensions. Of each
 * copy the words stand in an order of their own: copies that are alike would weigh next to nothing once compressed.
 *
 * @param {number} times
 */
export function frameworkOf(times) {
  const copies = Array.from({ length: times }, (_, copy) => copyOf(copy));
  const together = (pick) => copies.flatMap(pick);
  return {
    ...framework,
    dimensions: framework.dimensions.map((dimension, place) => ({
      ...dimension,
      competences: together((copy) => copy.dimensions[place].competences),
      behaviours: together((copy) => copy.dimensions[place].behaviours),
    })),
    roles: framework.roles.map((role, place) => ({
      ...role,
      targets: Object.assign({}, ...copies.map((copy) => copy.roles[place].targets)),
      weights: Object.assign({}, ...copies.map((copy) => copy.roles[place].weights)),
    })),
    areas: together((copy) => copy.areas),
  };
}

function copyOf(copy) {
  if (copy === 0) return framework;
  const id = (own) => `${own}-${copy}`;
  const levels = (own = {}) => Object.fromEntries(Object.entries(own).map(([name, level]) => [id(name), level]));
  const next = randomFrom(copy);
  const texts = (own) =>
    typeof own === 'string' ? shuffled(own.split(' '), next).join(' ')
    : Array.isArray(own) ? own.map(texts)
    : Object.fromEntries(Object.entries(own).map(([language, text]) => [language, texts(text)]));
  const inOtherWords = (own, names) => ({
    ...own,
    id: id(own.id),
    ...Object.fromEntries(names.filter((name) => own[name]).map((name) => [name, texts(own[name])])),
  });
  return {
    dimensions: framework.dimensions.map(({ competences, behaviours = [] }) => ({
      competences: competences.map((own) =>
        inOtherWords(own, ['title', 'statement', 'managerStatement', 'levelTexts', 'managerLevelTexts']),
      ),
      behaviours: behaviours.map((own) => ({
        ...inOtherWords(own, ['statement', 'managerStatement']),
        ...(own.competences && { competences: own.competences.map(id) }),
      })),
    })),
    roles: framework.roles.map(({ targets, weights }) => ({ targets: levels(targets), weights: levels(weights) })),
    areas: framework.areas.map((own) => ({
      ...inOtherWords(own, ['title', 'summary', 'unit']),
      entry: levels(own.entry),
      practice: levels(own.practice),
    })),
  };
}

/** Numbers below a bound, the same on every run. */
function randomFrom(seed) {
  let state = seed * 2_654_435_761;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

function shuffled(list, next) {
  const all = [...list];
  for (let place = all.length - 1; place > 0; place--) {
    const other = next(place + 1);
    [all[place], all[other]] = [all[other], all[place]];
  }
  return all;
}

/** The two answers off the scale that the widget asks for, so that SurveyJS has as many choices. */
const OFF_THE_SCALE = {
  da: ['Jeg har ikke haft mulighed for at prøve det', 'Ikke relevant i min rolle'],
  en: ['I have not had the chance to try it', 'Not relevant in my role'],
};

/**
 * The same questions, competences and behaviours, as a survey: a dimension a page, every question with the choices that
 * the widget gives it.
 *
 * @param {typeof framework} framework
 * @param {'da' | 'en'} language
 */
export function surveyOf({ dimensions, scales, competenceScale, behaviourScale = competenceScale }, language) {
  const choices = (scale) => [
    ...scales.find(({ id }) => id === scale).levels.map(({ label }, value) => ({ value, text: label[language] })),
    ...OFF_THE_SCALE[language].map((text, place) => ({ value: `off-${place}`, text })),
  ];
  const question = (scale) => (own) => ({
    type: 'radiogroup',
    name: own.id,
    title: own.statement[language],
    choices: choices(own.scale ?? scale),
  });
  return {
    pages: dimensions.map(({ id, title, competences, behaviours = [] }) => ({
      name: id,
      title: title[language],
      elements: [...competences.map(question(competenceScale)), ...behaviours.map(question(behaviourScale))],
    })),
  };
}

/** How many competences and behaviours a framework asks about. */
export function questionsOf({ dimensions }) {
  return dimensions.reduce((sum, { competences, behaviours = [] }) => sum + competences.length + behaviours.length, 0);
}
