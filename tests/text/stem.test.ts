import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../src/text/stem.js';

describe('stem', () => {
  // The examples beside the steps of Porter's paper (1980), each carried through all of them.
  it.each([
    ['caresses', 'caress'], // 1a: sses → ss
    ['ponies', 'poni'], // 1a: ies → i
    ['hopping', 'hop'], // 1b: ing falls, the double consonant too
    ['filing', 'file'], // 1b: ing falls, e comes back
    ['happy', 'happi'], // 1c: y → i
    ['relational', 'relat'], // 2: ational → ate; 5a: e falls
    ['triplicate', 'triplic'], // 3: icate → ic
    ['adjustment', 'adjust'], // 4: ment falls
    ['controlling', 'control'], // 1b and 5b
  ])('cuts %s to %s', (word, stemmed) => {
    expect(stem(word)).toBe(stemmed);
  });

  it('gives the forms of one word one stem', () => {
    expect(new Set(['renew', 'renews', 'renewed', 'renewing', 'renewal'].map(stem))).toEqual(new Set(['renew']));
  });

  it.each(['401k', '2024', 'библиотеки', 'כרטיסים', '$', ''])('leaves %j as it is', (word) => {
    expect(stem(word)).toBe(word);
  });

  it('gives the same answer again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,15}$/), (word) => {
        const first = stem(word);
        expect(stem(word)).toBe(first);
        expect(first.length).toBeLessThanOrEqual(word.length);
      }),
    );
  });
});
