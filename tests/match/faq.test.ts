import { describe, expect, it } from 'vitest';
import { faqSchema } from '../../src/match/faq.js';
import { faq } from './fixture.js';

const entry = { id: 'a', question: 'Why?', phrasings: [] };
const problemsOf = (value: unknown): string[] =>
  faqSchema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('faqSchema', () => {
  it('reads a FAQ as it is', () => {
    expect(faqSchema.parse(faq)).toEqual(faq);
  });

  it('needs no answers, look-alikes or rewrites', () => {
    expect(problemsOf({ name: 'x', entries: [entry] })).toEqual([]);
  });

  it('refuses a FAQ without entries', () => {
    expect(problemsOf({ name: 'x', entries: [] })).toContain('entries: needs at least one entry');
  });

  it('refuses two entries of one id', () => {
    expect(problemsOf({ name: 'x', entries: [entry, entry] })).toEqual(['entries: has an id twice']);
  });

  it.each([
    ['an empty id', { ...entry, id: '' }, 'entries.0.id'],
    ['a missing question', { id: 'a', phrasings: [] }, 'entries.0.question'],
    ['missing phrasings', { id: 'a', question: 'Why?' }, 'entries.0.phrasings'],
    ['a phrasing that is no text', { ...entry, phrasings: ['a', 3] }, 'entries.0.phrasings.1'],
    ['an answer that is no text', { ...entry, answer: 3 }, 'entries.0.answer'],
  ])('says where %s is', (_, wrong, place) => {
    expect(problemsOf({ name: 'x', entries: [wrong] })).toEqual([expect.stringMatching(`^${place}: `)]);
  });

  it('refuses what is no object', () => {
    for (const value of [null, [], 'faq', 3]) expect(problemsOf(value)).toHaveLength(1);
  });
});
