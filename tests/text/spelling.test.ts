import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpelling, editDistance } from '../../src/text/spelling.js';

const spellingOf = (words: Readonly<Record<string, number>>) => createSpelling(new Map(Object.entries(words)));
const spell = spellingOf({ library: 9, card: 8, renew: 6, interview: 5, application: 4, resume: 3, '401k': 2, at: 9, the: 9 });

describe('createSpelling', () => {
  it.each([
    ['libary', 'library'], // a letter left out
    ['libraary', 'library'], // a letter twice
    ['kibrary', 'library'], // the first letter wrong
    ['librart', 'library'], // the last letter wrong
    ['crad', 'card'], // two neighbors swapped
    ['intreveiw', 'interview'], // two swaps in nine letters
    ['aplicatoin', 'application'], // one left out and one swap in ten letters
  ])('repairs %s to %s', (typed, repaired) => {
    expect(spell(typed)).toBe(repaired);
  });

  it('leaves a short word two edits away as it is', () => {
    expect(spell('ibrayr')).toBe('ibrayr');
  });

  it('prefers the commoner of two words at the same distance', () => {
    // carx: card costs 1 − 0.1 ln 9 = 0.78; cart costs 1 − 0.1 ln 2 = 0.93.
    expect(spellingOf({ cart: 2, card: 9 })('carx')).toBe('card');
    // 0.93 against 0.78 the other way round, so the order of the vocabulary doesn't matter.
    expect(spellingOf({ cart: 9, card: 2 })('carx')).toBe('cart');
  });

  it('prefers a word with the same first letter', () => {
    // lpan: loan costs 1 − 0.1 ln 1 = 1; span costs 1 + 0.3 − 0.1 ln 8 = 1.09.
    expect(spellingOf({ span: 8, loan: 1 })('lpan')).toBe('loan');
    // Were it common enough, span would win: 1.3 − 0.1 ln 30 = 0.96.
    expect(spellingOf({ span: 30, loan: 1 })('lpan')).toBe('span');
  });

  it('prefers a word of the same stem', () => {
    // bookes stems to book: books costs 1 − 0.3 − 0.1 ln 1 = 0.7; booker costs 1 − 0.1 ln 3 = 0.89.
    expect(spellingOf({ booker: 3, books: 1 })('bookes')).toBe('books');
  });

  it('repairs three letters only to a longer word with the same first letter that occurs five times', () => {
    expect(spellingOf({ card: 5 })('crd')).toBe('card');
    expect(spellingOf({ card: 4 })('crd')).toBe('crd');
    expect(spellingOf({ car: 50, ca: 50 })('cra')).toBe('cra');
    expect(spellingOf({ scar: 50 })('car')).toBe('car');
  });

  it('repairs words of other scripts', () => {
    expect(spellingOf({ библиотека: 3 })('библотека')).toBe('библиотека');
  });

  it('returns a word of 100,000 letters as it is', () => {
    const word = 'ab'.repeat(50_000);
    expect(spell(word)).toBe(word);
  });

  it('knows no word when the vocabulary is empty', () => {
    expect(spellingOf({})('library')).toBe('library');
  });

  it('gives the same repair when asked again', () => {
    expect([spell('libary'), spell('libary'), spell('zzzzz'), spell('zzzzz')]).toEqual(['library', 'library', 'zzzzz', 'zzzzz']);
  });

  const letters = fc.stringMatching(/^[a-d]{1,9}$/);
  const vocabularies = fc.array(fc.tuple(letters, fc.integer({ min: 1, max: 40 })), { maxLength: 25 }).map((pairs) => new Map(pairs));

  it('never changes a known word', () => {
    fc.assert(
      fc.property(vocabularies, (vocabulary) => {
        const repair = createSpelling(vocabulary);
        for (const word of vocabulary.keys()) expect(repair(word)).toBe(word);
      }),
    );
  });

  it('never changes a word of one or two letters', () => {
    fc.assert(
      fc.property(vocabularies, fc.stringMatching(/^[a-z]{1,2}$/), (vocabulary, word) => {
        expect(createSpelling(vocabulary)(word)).toBe(word);
      }),
    );
  });

  it('never changes a word with a digit', () => {
    fc.assert(
      fc.property(vocabularies, fc.stringMatching(/^[a-d]{0,4}[0-9]{1,4}[a-d]{0,4}$/), (vocabulary, word) => {
        expect(createSpelling(vocabulary)(word)).toBe(word);
      }),
    );
    expect(spell('402k')).toBe('402k');
  });

  it('repairs only to known words within one edit, or two from eight letters on', () => {
    fc.assert(
      fc.property(vocabularies, letters, (vocabulary, word) => {
        const repaired = createSpelling(vocabulary)(word);
        if (repaired === word) return;
        expect(vocabulary.has(repaired)).toBe(true);
        expect(naiveDistance(word, repaired)).toBeLessThanOrEqual(word.length >= 8 ? 2 : 1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('editDistance', () => {
  it.each([
    ['card', 'card', 0],
    ['', '', 0],
    ['card', 'cards', 1], // insert s
    ['card', 'car', 1], // delete d
    ['card', 'cart', 1], // substitute
    ['card', 'crad', 1], // swap two neighbors
    ['kitten', 'sitting', 3], // k → s, e → i, and g: Levenshtein's textbook case
    ['abcd', 'badc', 2], // two swaps
    ['ca', 'abc', 3], // 2 if a letter could come between two that were swapped; not in optimal string alignment
    ['', 'abc', 3],
  ])('is between %j and %j %i', (from, to, distance) => {
    expect(editDistance(from, to, 9)).toBe(distance);
    expect(editDistance(to, from, 9)).toBe(distance);
  });

  it('says one more than the most when the lengths alone are too far apart', () => {
    expect(editDistance('card', 'cardholder', 2)).toBe(3);
  });

  it('says one more than the most as soon as every way costs more', () => {
    expect(editDistance('aaaaaaaa', 'bbbbbbbb', 2)).toBe(3);
  });

  it('agrees with the full recursion up to the most, and is above the most where that is', () => {
    const word = fc.stringMatching(/^[abc]{0,7}$/);
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (from, to, most) => {
        const naive = naiveDistance(from, to);
        const distance = editDistance(from, to, most);
        if (naive <= most) expect(distance).toBe(naive);
        else expect(distance).toBeGreaterThan(most);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** The definition of optimal string alignment, over the last letters of both words. */
function naiveDistance(from: string, to: string): number {
  const known = new Map<string, number>();
  function between(i: number, j: number): number {
    if (i === 0 || j === 0) return i + j;
    const key = `${i},${j}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const ways = [between(i - 1, j) + 1, between(i, j - 1) + 1, between(i - 1, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1)];
    if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) ways.push(between(i - 2, j - 2) + 1);
    known.set(key, Math.min(...ways));
    return Math.min(...ways);
  }
  return between(from.length, to.length);
}
