// That the bench can't print a table that lacks something, and that its figures are what they are called.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameworkOf, questionsOf, surveyOf } from './frameworks.mjs';
import { roundTrips } from './session.mjs';
import { expected, figure, steps, sumUp, tables } from './table.mjs';

const kind = { candidate: 'Rokade', isWidget: true, times: 1, questions: 62, conditions: 'slow', again: true, answers: 2 };
const measures = () => Object.fromEntries(expected(kind).map((name, place) => [name, name === 'answer' ? [place, place + 1] : place + 1]));
const session = (changes = {}) => ({ load: 1, measures: { ...measures(), ...changes } });

test('a session with every measure is summed up', () => {
  const { measures } = sumUp(kind, [session(), session({ firstScreen: 9 })]);
  assert.deepEqual(Object.keys(measures), expected(kind));
  assert.deepEqual(measures.firstScreen, { count: 2, median: 5, p95: 9 });
  assert.equal(measures.answer.count, 4);
});

for (const name of expected(kind)) {
  test(`without \`${name}\` there is no table`, () => {
    const wrong = [undefined, NaN, -1, ...(name === 'answer' ? [[1]] : [])];
    for (const value of wrong) assert.throws(() => sumUp(kind, [session(), session({ [name]: value })]), new RegExp(`missing: \`${name}\``));
  });
}

test('without sessions there is no table', () => {
  assert.throws(() => sumUp(kind, []), /missing/);
});

test('figures are the median and the smallest value that 95 in a hundred do not exceed', () => {
  assert.deepEqual(figure([3]), { count: 1, median: 3, p95: 3 });
  assert.deepEqual(figure([4, 1, 3, 2]), { count: 4, median: 2.5, p95: 4 });
  const hundred = Array.from({ length: 100 }, (_, place) => place + 1);
  assert.deepEqual(figure(hundred), { count: 100, median: 50.5, p95: 95 });
});

test('a table holds the figures of each candidate beside each other', () => {
  const other = sumUp({ ...kind, candidate: 'SurveyJS' }, [session({ firstQuestion: 20 })]);
  const scenes = [sumUp(kind, [session({ firstQuestion: 10 })]), other];
  const text = tables(['Rokade', 'SurveyJS'], scenes);
  assert.match(text, /^\| first question, slow 4G, 4x CPU, ms \| 10 \(10\) \| 20 \(20\) \| 2\.0 \(2\.0\) \| 1\.0 \(1\.0\) \|$/m);
  assert.match(steps(scenes), /^\| Rokade \|/m);
});

test('round trips are counted where one request waits for another', () => {
  const request = (requestStart, responseEnd, bytes = 1) => ({ requestStart, responseEnd, bytes });
  assert.equal(roundTrips([]), 0);
  assert.equal(roundTrips([request(0, 10), request(1, 12)]), 1);
  assert.equal(roundTrips([request(0, 10), request(11, 20), request(12, 30)]), 2);
  assert.equal(roundTrips([request(0, 10), request(11, 20), request(21, 30), request(1, 40)]), 3);
  assert.equal(roundTrips([request(0, 10), request(11, 20, 0), request(21, 30)]), 2);
});

test('a larger framework has so many times as many questions, areas and targets, and no id twice', () => {
  const [one, ten] = [frameworkOf(1), frameworkOf(10)];
  assert.equal(questionsOf(ten), 10 * questionsOf(one));
  assert.equal(ten.areas.length, 10 * one.areas.length);
  const ids = (framework) => framework.dimensions.flatMap(({ competences, behaviours }) => [...competences, ...behaviours]).map(({ id }) => id);
  assert.equal(new Set(ids(ten)).size, questionsOf(ten));
  const known = new Set(ids(ten));
  for (const { targets } of ten.roles) assert.ok(Object.keys(targets).every((id) => known.has(id)));
  for (const { entry = {}, practice = {} } of ten.areas) assert.ok(Object.keys({ ...entry, ...practice }).every((id) => known.has(id)));
});

test('the survey asks the same questions with seven choices, a dimension a page', () => {
  const framework = frameworkOf(1);
  const { pages } = surveyOf(framework, 'da');
  const questions = pages.flatMap(({ elements }) => elements);
  assert.equal(pages.length, framework.dimensions.length);
  assert.equal(questions.length, questionsOf(framework));
  assert.ok(questions.every(({ choices }) => choices.length === 7));
});
