import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnCount, eachFeature, isWordColumn } from '../../src/match/features.js';
import { words } from './fixture.js';

interface Feature {
  readonly column: number;
  readonly weight: number;
  readonly first: number;
  readonly last: number;
}

function featuresOf(...tokens: string[]): Feature[] {
  const features: Feature[] = [];
  eachFeature(tokens, (column, weight, first, last) => features.push({ column, weight, first, last }));
  return features;
}
const wordsOf = (...tokens: string[]): Feature[] => featuresOf(...tokens).filter(({ column }) => isWordColumn(column));
const gramsOf = (...tokens: string[]): Feature[] => featuresOf(...tokens).filter(({ column }) => !isWordColumn(column));

describe('eachFeature', () => {
  it('gives one word its stem and a bigram with each end of the text', () => {
    expect(wordsOf('card')).toEqual([
      { column: expect.any(Number), weight: 1, first: 0, last: 0 }, // card
      { column: expect.any(Number), weight: 0.6, first: 0, last: 0 }, // ^ card
      { column: expect.any(Number), weight: 0.6, first: 0, last: 0 }, // card $
    ]);
  });

  it('gives a word its character 3- to 5-grams, both ends of the word included', () => {
    // <card> has six characters: 4 3-grams, 3 4-grams, 2 5-grams.
    expect(gramsOf('card')).toHaveLength(4 + 3 + 2);
    // <a> has three: one 3-gram.
    expect(gramsOf('a')).toHaveLength(1);
    expect(gramsOf('card').every(({ weight }) => weight === 1)).toBe(true);
  });

  it('pairs words at most three places apart', () => {
    const near = wordsOf('a', 'b', 'c', 'd', 'e').filter(({ weight }) => weight === 0.5);
    expect(near.map(({ first, last }) => [first, last])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [1, 4],
      [2, 3],
      [2, 4],
      [3, 4],
    ]);
  });

  it('gives near pairs no order, and bigrams one', () => {
    const columns = (weight: number, ...tokens: string[]) => wordsOf(...tokens).flatMap((f) => (f.weight === weight ? [f.column] : []));
    expect(columns(0.5, 'renew', 'card')).toEqual(columns(0.5, 'card', 'renew'));
    const [, forward] = columns(0.6, 'renew', 'card');
    const [, back] = columns(0.6, 'card', 'renew');
    expect(forward).not.toBe(back);
  });

  it('gives forms of one word the same word features and other grams', () => {
    expect(wordsOf('renewed')).toEqual(wordsOf('renewing'));
    expect(gramsOf('renewed')).not.toEqual(gramsOf('renewing'));
  });

  it('keeps grams inside words, so that the order of the words does not change them', () => {
    const sorted = (features: Feature[]) => features.map(({ column }) => column).sort((a, b) => a - b);
    expect(sorted(gramsOf('renew', 'card'))).toEqual(sorted(gramsOf('card', 'renew')));
  });

  it('gives as many features as arithmetic says, in their blocks and from their tokens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }), (tokens) => {
        const n = tokens.length;
        const nearPairs = [1, 2, 3].reduce((sum, apart) => sum + Math.max(0, n - apart), 0);
        const ngrams = (token: string) => [3, 4, 5].reduce((sum, length) => sum + Math.max(0, token.length + 2 - length + 1), 0);
        expect(wordsOf(...tokens)).toHaveLength(n + (n + 1) + nearPairs);
        expect(gramsOf(...tokens)).toHaveLength(tokens.reduce((sum, token) => sum + ngrams(token), 0));
        for (const { column, first, last } of featuresOf(...tokens)) {
          expect(column).toBeGreaterThanOrEqual(0);
          expect(column).toBeLessThan(columnCount);
          expect(0 <= first && first <= last && last < n).toBe(true);
        }
      }),
    );
  });
});
