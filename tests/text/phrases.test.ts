import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhraseFinder, rewrite } from '../../src/text/phrases.js';

const words = (text: string): string[] => text.split(' ').filter(Boolean);

describe('createPhraseFinder', () => {
  it('finds a phrase and says from where to where it stands', () => {
    const find = createPhraseFinder([['new york', 'ny']]);
    expect(find(words('a job in new york city'))).toEqual([{ start: 3, end: 5, value: 'ny' }]);
  });

  it('takes the longest phrase at each place', () => {
    const find = createPhraseFinder([
      ['new', '1'],
      ['new york city', '3'],
      ['new york', '2'],
    ]);
    expect(find(words('new york city new york new')).map(({ value }) => value)).toEqual(['3', '2', '1']);
  });

  it('reads on after a phrase, so that phrases never overlap', () => {
    const find = createPhraseFinder([
      ['a b', 'first'],
      ['b c', 'second'],
    ]);
    expect(find(words('a b c'))).toEqual([{ start: 0, end: 2, value: 'first' }]);
  });

  it('finds nothing of a phrase that the text breaks off', () => {
    expect(createPhraseFinder([['new york', 'ny']])(['new'])).toEqual([]);
  });

  it('ignores an empty phrase', () => {
    expect(createPhraseFinder([['', 'x']])(['', 'a'])).toEqual([]);
  });

  it('finds what trying every phrase at every place finds', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const phrases = fc.uniqueArray(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ')),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(phrases, fc.array(word, { maxLength: 12 }), (known, tokens) => {
        const find = createPhraseFinder(known.map((phrase) => [phrase, phrase.toUpperCase()]));
        expect(find(tokens)).toEqual(naiveFind(known, tokens));
      }),
      { numRuns: 500 },
    );
  });
});

describe('rewrite', () => {
  const find = createPhraseFinder([
    ['u', 'you'],
    ['cv', 'curriculum vitae'],
    ['by the way', ''],
  ]);

  it('puts what a phrase stands for in its place, one word or several', () => {
    expect(rewrite(words('can u read my cv please'), find)).toEqual(words('can you read my curriculum vitae please'));
  });

  it('takes out a phrase that stands for nothing', () => {
    expect(rewrite(words('by the way what is a cover letter'), find)).toEqual(words('what is a cover letter'));
  });

  it('keeps the tokens when nothing would be left of them', () => {
    expect(rewrite(words('by the way'), find)).toEqual(words('by the way'));
  });

  it('copies tokens without a phrase', () => {
    const tokens = words('renew my card');
    const rewritten = rewrite(tokens, find);
    expect(rewritten).toEqual(tokens);
    expect(rewritten).not.toBe(tokens);
  });

  it('leaves no tokens where there were none', () => {
    expect(rewrite([], find)).toEqual([]);
  });
});

function naiveFind(phrases: readonly string[], tokens: readonly string[]) {
  const spans: { start: number; end: number; value: string }[] = [];
  let start = 0;
  while (start < tokens.length) {
    const here = phrases.filter((phrase) => `${tokens.slice(start).join(' ')} `.startsWith(`${phrase} `));
    const [longest] = here.sort((a, b) => b.length - a.length);
    const end = start + (longest ? longest.split(' ').length : 1);
    if (longest) spans.push({ start, end, value: longest.toUpperCase() });
    start = end;
  }
  return spans;
}
