import { describe, expect, test } from 'vitest';
import { compileGuide, toEllipticFaq, toFaq } from '../../src/knowledge/compile.js';
import { compileFixture, readFixture } from './fixture.js';

const knowledge = readFixture();
const guide = compileGuide(knowledge);
const answerTo = (id: string) => guide.answers.get(id)!;

describe('An entry becomes an answer', () => {
  test('Its figures are filled in, and named with publisher and date', () => {
    expect(answerTo('pay-us')).toMatchObject({
      kind: 'covered',
      text: 'The median is $38,400 a year.',
      section: 'Pay',
      topic: 'pay',
      facets: { place: 'us' },
      figures: [
        { measures: 'Median pay in the United States', value: '$38,400', publisher: 'Labor Office', asOf: 'May 2023', place: 'us' },
      ],
    });
  });

  test('Its details and its table are filled in too', () => {
    const { details, table, figures } = answerTo('pay-senior');
    expect(details).toBe('The median of seniors is $46,000.');
    expect(table).toEqual({
      head: ['Level', 'Pay'],
      rows: [
        ['Mender', '$38,400'],
        ['Senior mender', '$46,000'],
      ],
    });
    expect(figures.map(({ value }) => value)).toEqual(['$7,600', '$46,000', '$38,400']);
  });

  test('Where the guide is silent, it has no section', () => {
    expect(answerTo('pension')).toMatchObject({ kind: 'silent', section: undefined, related: ['pay-us'] });
  });

  test('What it leaves out is empty', () => {
    expect(answerTo('training')).toMatchObject({ facets: {}, otherJobs: false, details: undefined, table: undefined });
  });
});

describe('Small talk becomes an answer', () => {
  test("The job's names and the contact are filled in", () => {
    expect(answerTo('talk-hello').text).toBe("Hello! I know the work of Book Menders. A Book Mender may also ask the bindery's desk.");
  });

  test('An unknown field stays as it is', () => {
    const edited = compileFixture({ file: 'smalltalk.yaml', from: '{{jobs}}', to: '{{boss}}' });
    expect(edited.answers.get('talk-hello')?.text).toContain('{{boss}}');
  });

  test('It keeps its action, and never asks about another job', () => {
    expect(answerTo('talk-more')).toMatchObject({ kind: 'smalltalk', action: 'more', question: 'tell me more', otherJobs: true });
  });
});

test('The day that the guide was read is written out', () => {
  expect(guide.head.source.read).toBe('22 November 2026');
});

describe('What the matcher learns', () => {
  const faq = toFaq(guide, knowledge);
  const entry = (id: string) => faq.entries.find((candidate) => candidate.id === id);

  test('It has every entry and all small talk, in order', () => {
    expect(faq.name).toBe('book-mender');
    expect(faq.entries.map(({ id }) => id)).toEqual([...guide.answers.keys()]);
  });

  test('Only what the guide covers teaches by its answer', () => {
    expect(entry('glue')).toMatchObject({ answer: 'Wheat paste holds paper.', notThis: ['glue for shoes'] });
    expect(entry('pension')?.answer).toBeUndefined();
    expect(entry('talk-hello')?.answer).toBeUndefined();
  });

  test("All the job's names are read as one word, and abbreviations as what they stand for", () => {
    const { u, ...names } = faq.rewrites ?? {};
    expect(u).toBe('you');
    expect(Object.keys(names).sort()).toEqual(['bm', 'book mender', 'book menders', 'book repairer', 'mender']);
    expect(new Set(Object.values(names)).size).toBe(1);
  });
});

test('Follow-ups are learnt of the entries that have any', () => {
  expect(toEllipticFaq(guide)).toMatchObject({
    name: 'book-mender follow-ups',
    entries: [{ id: 'training', question: 'and the training?', phrasings: ['how long?'] }],
  });
});
