import { describe, expect, test } from 'vitest';
import { longestAnswer, longestDetails, unboundNumber } from '../../src/knowledge/check.js';
import { checkProblems, type Edit } from './fixture.js';

const edit = (file: Edit['file'], from: string, to: string): Edit => ({ file, from, to });

test('A guide in order has no problem', () => {
  expect(checkProblems()).toEqual([]);
});

describe('What the schema cannot see is told with file, line and remedy', () => {
  const mistakes: readonly (readonly [what: string, edit: Edit, problems: readonly string[]])[] = [
    [
      'an id that two entries have',
      edit('topics/training.yaml', 'id: pension', 'id: pay-nordic'),
      ['topics/training.yaml:17: the id pay-nordic is used twice; rename one'],
    ],
    [
      'an id that an entry and a figure have',
      edit('topics/training.yaml', 'id: pension', 'id: training-time'),
      ['topics/training.yaml:17: the id training-time is used twice; rename one'],
    ],
    [
      'a related entry that is not there',
      edit('topics/training.yaml', 'related: [glue]', 'related: [glue, paste]'),
      ['topics/training.yaml:7: training: related names paste, which is no other entry'],
    ],
    [
      'an entry related to itself',
      edit('topics/training.yaml', 'related: [glue]', 'related: [training]'),
      ['topics/training.yaml:7: training: related names training, which is no other entry'],
    ],
    [
      'a phrasing that another entry has, whatever its case and punctuation',
      edit('topics/training.yaml', '[glue, paste,', '[glue, "PAY, up North?!",'),
      ['topics/training.yaml:11: glue: "PAY, up North?!" is a phrasing of pay-nordic already; keep one'],
    ],
    [
      'a phrasing that its own entry has already',
      edit('topics/training.yaml', '[glue, paste,', '[glue, gum,'),
      ['topics/training.yaml:11: glue: "gum" is a phrasing of glue already; keep one'],
    ],
    [
      'a phrasing that is small talk',
      edit('smalltalk.yaml', '[hi, hello,', '[hi, salary,'),
      ['smalltalk.yaml:2: talk-hello: "salary" is a phrasing of pay-us already; keep one'],
    ],
    [
      'a figure that is not there',
      edit('topics/training.yaml', 'Wheat paste holds paper.', 'Wheat paste holds for {{paste-time}}.'),
      ['topics/training.yaml:13: glue: the answer names {{paste-time}}, which is no figure; see figures.yaml'],
    ],
    [
      'digits bound to no figure',
      edit('topics/training.yaml', 'Wheat paste holds paper.', 'Wheat paste holds paper for 90 years.'),
      ['topics/training.yaml:13: glue: the answer says "90", a number bound to no figure; put it into figures.yaml and write {{its-id}}'],
    ],
    [
      'a count in words bound to no figure, in the details too',
      edit('topics/training.yaml', 'It comes off again', 'After ten years it comes off again'),
      [
        'topics/training.yaml:14: glue: the details says "ten years", a number bound to no figure; put it into figures.yaml and write {{its-id}}',
      ],
    ],
    [
      'a figure that no answer states',
      edit('topics/training.yaml', 'Training takes {{training-time}}.', 'Training takes a while.'),
      ['figures.yaml:33: no answer states the figure training-time; use it or take it out'],
    ],
    [
      'a cell of a table that names a figure that is not there',
      edit('topics/pay.yaml', "Mender, '{{us-pay}}'", "Mender, '{{us-wage}}'"),
      ['topics/pay.yaml:17: pay-senior: a cell of the table names {{us-wage}}, which is no figure; see figures.yaml'],
    ],
    [
      'a cell of a table with digits bound to no figure',
      edit('topics/pay.yaml', "Mender, '{{us-pay}}'", "Mender, '$38,400'"),
      [
        'topics/pay.yaml:17: pay-senior: a cell of the table says "$38,400", a number bound to no figure; put it into figures.yaml and write {{its-id}}',
      ],
    ],
    [
      'a cell of a table with a malformed placeholder',
      edit('topics/pay.yaml', "Mender, '{{us-pay}}'", "Mender, '{us-pay}'"),
      [
        'topics/pay.yaml:17: pay-senior: a cell of the table has "{us-pay}", which is no placeholder; write {{figure-id}}, {{figure-id.as_of}} or {{figure-id.publisher}}',
      ],
    ],
    [
      'a row of a table that is longer than the head',
      edit('topics/pay.yaml', "[Mender, '{{us-pay}}']", "[Mender, '{{us-pay}}', more]"),
      ['topics/pay.yaml:18: pay-senior: row 1 of the table must have as many cells as the head'],
    ],
    [
      'a row of a table that is shorter than the head',
      edit('topics/pay.yaml', "[Senior mender, '{{us-senior-pay}}']", '[Senior mender]'),
      ['topics/pay.yaml:18: pay-senior: row 2 of the table must have as many cells as the head'],
    ],
    [
      'a malformed placeholder in the details',
      edit('topics/training.yaml', 'It comes off again', 'It comes off again {soon}'),
      [
        'topics/training.yaml:14: glue: the details has "{soon}", which is no placeholder; write {{figure-id}}, {{figure-id.as_of}} or {{figure-id.publisher}}',
      ],
    ],
  ];
  test.each(mistakes)('%s', (_, change, problems) => {
    expect(checkProblems(change)).toEqual(problems);
  });
});

test.each(['{us-pay}', '{{us pay}}', '{{us-pay}', '{us-pay}}', '{{us-pay.date}}', '{{US-Pay}}', '{{us_pay}}', '{{}}'])(
  '%s is told as no placeholder',
  (malformed) => {
    expect(checkProblems(edit('topics/training.yaml', 'Wheat paste holds paper.', `Wheat paste holds ${malformed} paper.`))).toEqual([
      `topics/training.yaml:13: glue: the answer has "${malformed}", which is no placeholder; write {{figure-id}}, {{figure-id.as_of}} or {{figure-id.publisher}}`,
    ]);
  },
);

describe('A difference that cannot be worked out is told', () => {
  const problem = 'figures.yaml:22: us-senior-gain: a difference needs two figures with a single value each and the same unit';
  const between = (other: string) => edit('figures.yaml', 'difference: [us-senior-pay, us-pay]', `difference: [us-senior-pay, ${other}]`);

  test.each([
    ['an unknown figure', 'us-wage'],
    ['a range', 'nordic-pay'],
    ['another unit', 'training-time'],
    ['a difference', 'us-senior-gain'],
  ])('Less %s', (_, other) => {
    expect(checkProblems(between(other))).toEqual([problem]);
  });

  test('It is told alone, for without it no answer can be checked', () => {
    const others = [
      edit('topics/training.yaml', 'related: [glue]', 'related: [paste]'),
      edit('topics/training.yaml', 'Wheat paste holds paper.', 'Wheat paste holds paper for 90 years.'),
    ];
    expect(checkProblems(...others)).toHaveLength(2);
    expect(checkProblems(between('us-wage'), ...others)).toEqual([problem]);
  });
});

describe('An answer has a most of characters', () => {
  const answer = (text: string) => edit('topics/training.yaml', 'Wheat paste holds paper.', text);
  const details = (text: string) => edit('topics/training.yaml', 'It comes off again with water.', text);

  test('Its longest is in order', () => {
    expect(checkProblems(answer('a'.repeat(longestAnswer)), details('a'.repeat(longestDetails)))).toEqual([]);
  });

  test('One more is too many', () => {
    expect(checkProblems(answer('a'.repeat(longestAnswer + 1)), details('a'.repeat(longestDetails + 1)))).toEqual([
      'topics/training.yaml:13: glue: the answer has 301 characters; 300 at most',
      'topics/training.yaml:14: glue: the details has 901 characters; 900 at most',
    ]);
  });

  test('Figures count as they are read, not as they are written', () => {
    expect(checkProblems(answer(`${'a'.repeat(longestAnswer - '$38,400'.length)}{{us-pay}}`))).toEqual([]);
    expect(checkProblems(answer(`${'a'.repeat(longestAnswer - '$38,400'.length + 1)}{{us-pay}}`))).toEqual([
      'topics/training.yaml:13: glue: the answer has 301 characters; 300 at most',
    ]);
  });
});

describe('A number that belongs to a name is fine', () => {
  test.each([
    'They run 3D printers.',
    'Records are kept in MARC21.',
    'Records are kept in MARC 21.',
    'Students of K-12 schools visit.',
    'The desk is open 24/7.',
    'The page is A4.',
    'Students of K12 schools visit.',
    'It holds MP3s and B2B offers.',
    'In the 1990s that was rare.',
    'The 21st century asks for more.',
    'She works one-on-one with readers.',
    'One of them helps.',
    'Two people share a desk.',
    'There are three levels.',
    'It takes years.',
    'Hours vary.',
    'A year is enough for some.',
    'Someone years older may apply.',
    'The weight of paper, often years old.',
    'The median is {{us-pay-2023}} a year.',
    'As of {{us-pay.as_of}}, by {{ us-pay.publisher }}.',
  ])('%s', (answer) => {
    expect(unboundNumber(answer)).toBeUndefined();
  });
});

describe('A number that stands for itself is told', () => {
  test.each([
    ['It pays $40k.', '$40k'],
    ['It pays $40K.', '$40K'],
    ['It takes 2yrs.', '2yrs'],
    ['It takes sixteen weeks.', 'sixteen weeks'],
    ['It takes ½ a year.', '½'],
    ['MARC 21 takes 3 weeks.', '3'],
    ['K-12 and 24/7 pay $40k.', '$40k'],
    ['It pays $38,400 a year.', '$38,400'],
    ['It pays £9.50 an hour.', '£9.50'],
    ['It pays €30,000 to €35,000.', '€30,000'],
    ['It pays US$40k.', '40k'],
    ['Jobs grow by 1% a year.', '1%'],
    ['There are 10100 openings.', '10100'],
    ['(2 steps)', '2'],
    ['A 2-year degree is asked for.', '2'],
    ['From 2022 on.', '2022'],
    ['{{us-pay}} or 40000', '40000'],
    ['It takes two years.', 'two years'],
    ['It takes a two-year degree.', 'two-year'],
    ['It takes one year.', 'one year'],
    ['Two Months at most.', 'Two Months'],
    ['Half a year later.', 'Half a year'],
    ['About forty hours a week.', 'forty hours'],
    ['It takes twelve weeks.', 'twelve weeks'],
    ['Ten days off.', 'Ten days'],
    ['Some fifty percent of them.', 'fifty percent'],
    ['A hundred dollars.', 'hundred dollars'],
    ['Thirty thousand a year.', 'Thirty thousand'],
    ['After twenty-five years.', 'five years'],
    ['Between two or three years.', 'three years'],
  ])('%s', (answer, number) => {
    expect(unboundNumber(answer)?.replace(/[.,]$/, '')).toBe(number);
  });
});
