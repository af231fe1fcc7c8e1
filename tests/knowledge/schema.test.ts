import { expect, test } from 'vitest';
import { entrySchema, figureSchema, guideSchema, smalltalkSchema } from '../../src/knowledge/schema.js';
import { readFixture } from './fixture.js';

const knowledge = readFixture();
const [entry] = knowledge.entries;
const [figure] = knowledge.figures;
const messagesOf = (result: { error?: { issues: readonly { message: string }[] } | undefined }): string[] =>
  result.error?.issues.map(({ message }) => message) ?? [];

test('A parsed record parses again, unchanged', () => {
  expect(guideSchema.parse(knowledge.guide)).toEqual(knowledge.guide);
  expect(entrySchema.parse(entry)).toEqual(entry);
  expect(figureSchema.parse(figure)).toEqual(figure);
});

test('A year that YAML read as a number is a date', () => {
  const parsed = figureSchema.parse({ ...figure, as_of: 2025 });
  expect(parsed).toMatchObject({ as_of: '2025' });
});

test.each(['2025', '2023-05', '2023-12', '2026-11-22', '2026-01-31'])('%s is a date', (review) => {
  expect(guideSchema.safeParse({ ...knowledge.guide, review }).success).toBe(true);
});

test.each(['May 2023', '23', '2023/05', '2023-5', '2023-05-01-02', '2026-99', '2026-00', '2026-13-01', '2026-11-00', '2026-11-32', ''])(
  '"%s" is no date',
  (review) => {
    expect(messagesOf(guideSchema.safeParse({ ...knowledge.guide, review }))).toEqual([
      'must be a date such as 2025, 2023-05 or 2026-11-22',
    ]);
  },
);

test.each([1899, 3000, 202_305])('The number %d is no date', (review) => {
  expect(messagesOf(guideSchema.safeParse({ ...knowledge.guide, review }))).toEqual(['must be a date such as 2025, 2023-05 or 2026-11-22']);
});

test.each(['pay', 'pay-us', 'pay-2-us'])('%s is an id', (id) => {
  expect(guideSchema.safeParse({ ...knowledge.guide, id }).success).toBe(true);
});

test.each(['Pay', 'pay us', '-pay', 'pay--us', 'pay_us', 'paye-é', ''])('"%s" is no id', (id) => {
  expect(messagesOf(guideSchema.safeParse({ ...knowledge.guide, id }))).toEqual([
    'must be lower-case words joined by hyphens, such as pay-us-median',
  ]);
});

test('Text loses the spaces around it, and may be neither empty nor long', () => {
  expect(guideSchema.parse({ ...knowledge.guide, title: '  A guide ' }).title).toBe('A guide');
  expect(messagesOf(guideSchema.safeParse({ ...knowledge.guide, title: '  ' }))).toEqual(['must not be empty']);
  expect(messagesOf(guideSchema.safeParse({ ...knowledge.guide, title: 'a'.repeat(401) }))).toEqual(['must be at most 400 characters']);
});

test('A figure has a value, a range or a difference, and only one of them', () => {
  const { value, ...rest } = figure as { value: number };
  expect(figureSchema.safeParse({ ...rest, range: [1, 2] }).success).toBe(true);
  expect(figureSchema.safeParse({ ...rest, value, range: [1, 2] }).success).toBe(false);
  expect(figureSchema.safeParse({ ...rest, range: [2, 1] }).success).toBe(false);
  expect(figureSchema.safeParse(rest).success).toBe(false);
  expect(figureSchema.safeParse({ id: 'gap', measures: 'A gap', section: 'Pay', difference: ['a', 'b'] }).success).toBe(true);
});

test('An entry that the guide is silent on has no section, every other entry has one', () => {
  const { section, ...rest } = entry as { section: string };
  expect(entrySchema.safeParse({ ...rest, covered: false }).success).toBe(true);
  expect(entrySchema.safeParse({ ...rest, covered: false, section }).success).toBe(false);
  expect(entrySchema.safeParse(rest).success).toBe(false);
});

test('Small talk has exactly one answer, so that the same words get the same reply', () => {
  const [talk] = knowledge.smalltalk;
  expect(smalltalkSchema.safeParse({ ...talk, answers: [] }).success).toBe(false);
  expect(smalltalkSchema.safeParse({ ...talk, answers: ['One.', 'Two.'] }).success).toBe(false);
});
