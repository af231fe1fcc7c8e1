import { describe, expect, test } from 'vitest';
import { readKnowledge } from '../../src/knowledge/read.js';
import { type Edit, fixtureFiles, readFixture, readProblems } from './fixture.js';

const edit = (file: Edit['file'], from: string, to: string): Edit => ({ file, from, to });

/** Each message is a line of its own: the file, the line, the record, the field, what is wrong and what to write. */
describe('A mistake is told with its file, its line and what is expected', () => {
  const mistakes: readonly (readonly [what: string, edit: Edit, problems: readonly string[]])[] = [
    [
      'a misspelt field',
      edit('topics/pay.yaml', 'facets: { place: us }', 'facets: { plaice: us }'),
      ["topics/pay.yaml:5: pay-us: facets has a field that doesn't belong here: plaice; check its spelling, or take it out"],
    ],
    [
      'an id that is no id',
      edit('topics/pay.yaml', 'id: pay-senior', 'id: Senior Pay'),
      ['topics/pay.yaml:10: Senior Pay: id must be lower-case words joined by hyphens, such as pay-us-median'],
    ],
    [
      'text instead of a list',
      edit('topics/pay.yaml', 'related: [pay-senior, pay-nordic]', 'related: pay-senior'),
      ['topics/pay.yaml:8: pay-us: related is of the wrong kind: expected array, received string; correct it'],
    ],
    [
      'a phrasing that YAML takes for true',
      edit('topics/pay.yaml', '[senior pay,', '[senior pay, true,'),
      ['topics/pay.yaml:12: pay-senior: phrasings.1 must be text; put quotes around it if it is a number or yes/no'],
    ],
    [
      'too few phrasings',
      edit('topics/pay.yaml', ', viking pay]', ']'),
      ['topics/pay.yaml:25: pay-nordic: phrasings needs at least 8 ways that people ask it'],
    ],
    [
      'a date in words',
      edit('figures.yaml', 'as_of: 2023-05', 'as_of: May 2023'),
      ['figures.yaml:7: us-pay: as_of must be a date such as 2025, 2023-05 or 2026-11-22'],
    ],
    [
      'an empty text',
      edit('guide.yaml', "contact: the bindery's desk", 'contact: ""'),
      ['guide.yaml:9: book-mender: contact must not be empty'],
    ],
    [
      'a word list that is no list',
      edit('words.yaml', 'occupations: [printer]', 'occupations: printer'),
      ['words.yaml:2: occupations is of the wrong kind: expected array, received string; correct it'],
    ],
    [
      'a record that is only text',
      edit('smalltalk.yaml', '- id: talk-hello', '- hello\n- id: talk-hello'),
      ['smalltalk.yaml:1: record is of the wrong kind: expected object, received string; correct it'],
    ],
    [
      'a field of a record that is not there',
      edit('topics/pay.yaml', '  answer: Pay is {{nordic-pay}}.\n', ''),
      ['topics/pay.yaml:23: pay-nordic: answer is missing; add it'],
    ],
    [
      'a field of a single record that is not there',
      edit('guide.yaml', "contact: the bindery's desk\n", ''),
      ['guide.yaml:1: book-mender: contact is missing; add it'],
    ],
    [
      'too few examples',
      edit('guide.yaml', ', Which glue do I need?]', ']'),
      ['guide.yaml:8: book-mender: examples has too few; it needs at least 3'],
    ],
    [
      'too many answers',
      edit('smalltalk.yaml', '[More of what?]', '[More of what?, Of what?]'),
      ['smalltalk.yaml:7: talk-more: answers has too many; it may have at most 1'],
    ],
    [
      'an action that is none',
      edit('smalltalk.yaml', 'action: more', 'action: mroe'),
      ['smalltalk.yaml:5: talk-more: action must be one of: more, source, next, last, none, repeat'],
    ],
    [
      'a cell of a table that is a number',
      edit('topics/pay.yaml', "Mender, '{{us-pay}}'", 'Mender, 38400'),
      ['topics/pay.yaml:18: pay-senior: table.rows.0.1 must be text; put quotes around it if it is a number or yes/no'],
    ],
    [
      'a table with one row',
      edit('topics/pay.yaml', ", [Senior mender, '{{us-senior-pay}}']", ''),
      ['topics/pay.yaml:18: pay-senior: table.rows has too few; it needs at least 2'],
    ],
    [
      'a month that no year has',
      edit('figures.yaml', 'as_of: 2023-05', 'as_of: 2026-99'),
      ['figures.yaml:7: us-pay: as_of must be a date such as 2025, 2023-05 or 2026-11-22'],
    ],
    [
      'a day that no month has',
      edit('topics/training.yaml', 'reviewed: 2026-11-22', 'reviewed: 2026-11-32'),
      ['topics/training.yaml:8: training: reviewed must be a date such as 2025, 2023-05 or 2026-11-22'],
    ],
    [
      'a year far off',
      edit('figures.yaml', 'as_of: 2025', 'as_of: 20255'),
      ['figures.yaml:16: us-senior-pay: as_of must be a date such as 2025, 2023-05 or 2026-11-22'],
    ],
  ];
  test.each(mistakes)('%s', (_, change, problems) => {
    expect(readProblems(change)).toEqual(problems);
  });
});

describe('Of the ways to write a record the closest is told', () => {
  const mistakes: readonly (readonly [what: string, edit: Edit, problems: readonly string[]])[] = [
    [
      'a figure whose value has a comma is a value, no range and no difference',
      edit('figures.yaml', 'value: 38400', 'value: 38,400'),
      ['figures.yaml:3: us-pay: value is of the wrong kind: expected number, received string; correct it'],
    ],
    [
      'a range with a word in it is a range',
      edit('figures.yaml', 'range: [30000, 35000]', 'range: [30000, many]'),
      ['figures.yaml:25: nordic-pay: range.1 is of the wrong kind: expected number, received string; correct it'],
    ],
    [
      'a range that runs backwards is a range',
      edit('figures.yaml', 'range: [30000, 35000]', 'range: [35000, 30000]'),
      ['figures.yaml:25: nordic-pay: range must have the lower number first'],
    ],
    [
      'a range from a number to itself is a range',
      edit('figures.yaml', 'range: [30000, 35000]', 'range: [30000, 30000]'),
      ['figures.yaml:25: nordic-pay: range must have the lower number first'],
    ],
    [
      'a range of one number is a range',
      edit('figures.yaml', 'range: [30000, 35000]', 'range: [30000]'),
      ['figures.yaml:25: nordic-pay: range has too few; it needs at least 2'],
    ],
    [
      'a range of three numbers is a range',
      edit('figures.yaml', 'range: [30000, 35000]', 'range: [30000, 32000, 35000]'),
      ['figures.yaml:25: nordic-pay: range has too many; it may have at most 2'],
    ],
    [
      'a figure without a number lacks its value',
      edit('figures.yaml', '  value: 38400\n', ''),
      ['figures.yaml:1: us-pay: value is missing; add it'],
    ],
    [
      'an entry without a section lacks it',
      edit('topics/pay.yaml', '  section: Pay abroad\n', ''),
      ['topics/pay.yaml:23: pay-nordic: section is missing; add it'],
    ],
    [
      'a difference with a broken id is a difference',
      edit('figures.yaml', 'difference: [us-senior-pay, us-pay]', 'difference: [us-senior-pay, US Pay]'),
      ['figures.yaml:22: us-senior-gain: difference.1 must be lower-case words joined by hyphens, such as pay-us-median'],
    ],
    [
      'an entry that is covered: false has no section',
      edit('topics/pay.yaml', 'section: Pay abroad', 'section: Pay abroad\n  covered: false'),
      ["topics/pay.yaml:23: pay-nordic: record has a field that doesn't belong here: section; check its spelling, or take it out"],
    ],
  ];
  test.each(mistakes)('%s', (_, change, problems) => {
    expect(readProblems(change)).toEqual(problems);
  });
});

test('Every problem of every file is told at once', () => {
  const problems = readProblems(
    edit('guide.yaml', 'review: 2027-06', 'review: soon'),
    edit('figures.yaml', 'value: 38400', 'value: many'),
    edit('topics/training.yaml', 'reviewed: 2026-11-22', 'reviewed: today'),
  );
  expect(problems.map((problem) => problem.split(': ')[0])).toEqual(['guide.yaml:5', 'figures.yaml:3', 'topics/training.yaml:8']);
});

describe('Broken YAML is told where it breaks', () => {
  test('An answer with a colon and no quotes', () => {
    expect(readProblems(edit('topics/pay.yaml', 'answer: The median', 'answer: The median: it'))).toEqual([
      expect.stringMatching(/^topics\/pay\.yaml:6: is no valid YAML here: .+; mend or quote the line$/),
    ]);
  });

  test('A list that is never closed', () => {
    const [first] = readProblems(edit('guide.yaml', 'tools]', 'tools'));
    expect(first).toMatch(/^guide\.yaml:\d+: is no valid YAML here: .+; mend or quote the line$/);
  });

  test('A field that is there twice', () => {
    expect(readProblems(edit('guide.yaml', 'place: us', 'place: us\nplace: ca'))).toEqual([
      'guide.yaml:11: is no valid YAML here: duplicated mapping key; mend or quote the line',
    ]);
  });

  test('The other files are read all the same', () => {
    const problems = readProblems(
      edit('topics/pay.yaml', 'answer: The median', 'answer: The median: it'),
      edit('guide.yaml', 'review: 2027-06', 'review: soon'),
    );
    expect(problems).toHaveLength(2);
  });
});

describe('A missing file is told by its name', () => {
  const without = (path: string) => readKnowledge(fixtureFiles().filter((file) => file.path !== path));

  test.each(['guide.yaml', 'words.yaml', 'figures.yaml', 'smalltalk.yaml'])('%s', (file) => {
    expect(without(file)).toEqual({ problems: [{ file, line: 1, message: 'the file is missing; every guide needs it' }] });
  });

  test('A guide without topics', () => {
    const reading = readKnowledge(fixtureFiles().filter(({ path }) => !path.startsWith('topics/')));
    expect(reading).toEqual({ problems: [{ file: 'topics', line: 1, message: 'the folder has no .yaml file; a guide needs entries' }] });
  });

  test('No files at all', () => {
    expect(readKnowledge([])).toMatchObject({ problems: { length: 5 } });
  });
});

test.each(['', '# nothing yet\n', 'id: us-pay\n'])('Figures that are no list (%j) are told how a list begins', (text) => {
  const files = fixtureFiles().map((file) => (file.path === 'figures.yaml' ? { ...file, text } : file));
  expect(readKnowledge(files)).toEqual({
    problems: [{ file: 'figures.yaml', line: 1, message: 'must be a list: each record starts with "- id:"' }],
  });
});

describe('A record is found again', () => {
  const knowledge = readFixture();
  const glue = knowledge.entries.find(({ id }) => id === 'glue')!;

  test('Entries come from all topics, in the order of the files', () => {
    expect(knowledge.entries.map(({ id }) => id)).toEqual(['pay-us', 'pay-senior', 'pay-nordic', 'training', 'glue', 'pension']);
  });

  test('A field stands in its line', () => {
    expect(knowledge.placeOf(glue, 'answer')).toEqual({ file: 'topics/training.yaml', line: 13 });
  });

  test('A field that is not there stands where its record starts', () => {
    expect(knowledge.placeOf(glue, 'related', 3)).toEqual({ file: 'topics/training.yaml', line: 9 });
  });
});
