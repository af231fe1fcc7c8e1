import { describe, expect, test } from 'vitest';
import { figuresIn, fillIn, resolveFigures, writeDate } from '../../src/knowledge/figures.js';
import type { Figure } from '../../src/knowledge/schema.js';

const base = { id: 'one', measures: 'Something', section: 'Pay', publisher: 'Labor Office', as_of: '2023-05', review: '2027' };
const write = (figure: object): string | undefined => resolveFigures([{ ...base, ...figure } as Figure]).get('one')?.text;

describe('A figure is written with its unit', () => {
  test.each([
    ['USD/year', 38400, '$38,400'],
    ['USD', 5, '$5'],
    ['CAD/year', 42000, '$42,000 CAD'],
    ['AUD/year', 61000, '$61,000 AUD'],
    ['EUR/year', 30000, '€30,000'],
    ['GBP/year', 21500, '£21,500'],
    ['JPY/year', 3000000, '¥3,000,000'],
    ['years', 2, '2 years'],
    ['months', 6, '6 months'],
    ['hours', 40, '40 hours'],
    ['percent', 1, '1%'],
    ['percent', 0.5, '0.5%'],
    ['openings', 10100, '10,100'],
    ['year', 2032, '2032'],
  ])('%s', (unit, value, text) => {
    expect(write({ unit, value })).toBe(text);
  });
});

describe('A range names its unit at each money and once after a count', () => {
  test.each([
    ['USD/year', [28000, 55000], '$28,000 to $55,000'],
    ['CAD/year', [42000, 58000], '$42,000 to $58,000 CAD'],
    ['years', [1, 2], '1 to 2 years'],
    ['percent', [10, 20], '10 to 20%'],
    ['year', [2022, 2032], '2022 to 2032'],
  ])('%s', (unit, range, text) => {
    expect(write({ unit, range })).toBe(text);
  });
});

test('An open figure may be more, an approximate one is about', () => {
  expect(write({ unit: 'years', value: 5, open: true })).toBe('5 years or more');
  expect(write({ unit: 'openings', value: 10100, approximate: true })).toBe('about 10,100');
  expect(write({ unit: 'USD/year', range: [1000, 2000], open: true, approximate: true })).toBe('about $1,000 to $2,000 or more');
});

describe('A difference', () => {
  const high: Figure = { ...base, id: 'high', unit: 'USD/year', value: 46000 };
  const low: Figure = { ...base, id: 'low', unit: 'USD/year', value: 38400, publisher: 'Himalayas' };
  const difference: Figure = { id: 'gap', measures: 'What the high has over the low', section: 'Pay', difference: ['high', 'low'] };

  test('It is the first less the second, whatever the order of the figures', () => {
    const figures = resolveFigures([difference, low, high]);
    expect(figures.get('gap')).toEqual({
      id: 'gap',
      measures: 'What the high has over the low',
      text: '$7,600',
      publisher: 'Labor Office',
      asOf: 'May 2023',
    });
  });

  test.each<[string, Figure[]]>([
    ['an unknown figure', [high]],
    ['two units', [high, { ...low, unit: 'years' }]],
    ['a range', [high, { ...base, id: 'low', unit: 'USD/year', range: [1, 2] }]],
    ['another difference', [high, { ...difference, id: 'low' }]],
  ])('It is refused for %s', (_, others) => {
    expect(() => resolveFigures([difference, ...others])).toThrow(
      /^figure (?:gap|low): a difference needs two figures with a single value each and the same unit$/,
    );
  });
});

test.each([
  ['2025', '2025'],
  ['2023-05', 'May 2023'],
  ['2026-11-22', '22 November 2026'],
  ['2026-01-02', '2 January 2026'],
  ['2026-12', 'December 2026'],
])('The date %s is written %s', (date, text) => {
  expect(writeDate(date)).toBe(text);
});

describe('Filling in', () => {
  const figures = resolveFigures([{ ...base, id: 'us-pay', unit: 'USD/year', value: 38400 }]);

  test('A figure, its date and its publisher take the place of their names', () => {
    expect(fillIn('{{us-pay}} ({{ us-pay.publisher }}, {{us-pay.as_of}})', figures)).toBe('$38,400 (Labor Office, May 2023)');
  });

  test('An unknown figure stays as it is', () => {
    expect(fillIn('{{ca-pay}} a year', figures)).toBe('{{ca-pay}} a year');
  });

  test('Lines are joined', () => {
    expect(fillIn(' One\n  two.\n', figures)).toBe('One two.');
  });

  test('The figures of a text are named in order, each once', () => {
    expect(figuresIn('{{b}} and {{a.as_of}}, {{ b }} again')).toEqual(['b', 'a']);
    expect(figuresIn('No {figure} here {{}}')).toEqual([]);
  });
});
