import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readKnowledgeFolder } from '../adapters/knowledge-folder.js';
import { checkKnowledge, compileGuide, KnowledgeError, readKnowledge, writeProblem } from '../src/index.js';

const pathOf = (path: string): string => fileURLToPath(new URL(`../knowledge/${path}`, import.meta.url));
const reading = readKnowledge(readKnowledgeFolder(pathOf('library-technical-assistant'), pathOf('smalltalk.yaml')).files);
if ('problems' in reading) throw new KnowledgeError(reading.problems);
const { knowledge } = reading;
const guide = compileGuide(knowledge);

const fewestEntries = 200;
const fewestPhrasings = 15;
const longestAnswer = 300;

test('The knowledge has no problem', () => {
  expect(checkKnowledge(knowledge).map(writeProblem)).toEqual([]);
});

test(`At least ${fewestEntries} entries are covered`, () => {
  expect(knowledge.entries.filter(({ covered }) => covered !== false).length).toBeGreaterThanOrEqual(fewestEntries);
});

test(`Every entry has at least ${fewestPhrasings} phrasings`, () => {
  const few = knowledge.entries.filter(({ phrasings }) => phrasings.length < fewestPhrasings);
  expect(few.map(({ id, phrasings }) => `${id}: ${phrasings.length}`)).toEqual([]);
});

test(`Every answer has at most ${longestAnswer} characters, figures filled in`, () => {
  const long = [...guide.answers.values()].filter(({ text }) => text.length > longestAnswer);
  expect(long.map(({ id, text }) => `${id}: ${text.length}`)).toEqual([]);
});

test('No placeholder is left in what is said', () => {
  const left = [...guide.answers.values()].filter(({ text, details = '', table }) =>
    /[{}]/.test([text, details, ...(table?.rows.flat() ?? [])].join(' ')),
  );
  expect(left.map(({ id }) => id)).toEqual([]);
});

test('Every related entry exists', () => {
  const related = [...guide.answers.values()].flatMap((answer) => answer.related);
  expect(related.filter((id) => !guide.answers.has(id))).toEqual([]);
});

test('Every figure is stated by some answer', () => {
  const stated = new Set([...guide.answers.values()].flatMap(({ figures }) => figures.map(({ measures }) => measures)));
  expect(knowledge.figures.filter(({ measures }) => !stated.has(measures)).map(({ id }) => id)).toEqual([]);
});

test('Every row of a table is as long as its head', () => {
  const uneven = knowledge.entries.filter(({ table }) => table?.rows.some((row) => row.length !== table.head.length));
  expect(uneven.map(({ id }) => id)).toEqual([]);
});

describe('Every facet is a known one', () => {
  const { words, gazetteer } = guide;
  const places = new Set([...gazetteer.names.keys(), ...Object.keys(words.regions)]);

  test('Places are countries or regions of the guide', () => {
    const records = [...knowledge.entries.map(({ id, facets }) => ({ id, place: facets?.place })), ...knowledge.figures];
    const unknown = records.filter((record) => 'place' in record && record.place !== undefined && !places.has(record.place));
    expect(unknown.map(({ id }) => id)).toEqual([]);
  });

  test('Levels, kinds of library and specializations have words that name them', () => {
    const unknown = knowledge.entries.flatMap(({ id, facets }) =>
      (['level', 'library', 'specialization'] as const).flatMap((facet) => {
        const value = facets?.[facet];
        return value === undefined || words.facets[facet]?.[value] ? [] : [`${id}: ${facet} ${value}`];
      }),
    );
    expect(unknown).toEqual([]);
  });
});
