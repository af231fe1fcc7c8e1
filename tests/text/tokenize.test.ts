import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize, tokenizeText } from '../../src/text/tokenize.js';

describe('tokenizeText', () => {
  it.each([
    ["What's a cover letter?", ['what', 'is', 'a', 'cover', 'letter']],
    ["I can't, I won't, I shan't", ['i', 'can', 'not', 'i', 'will', 'not', 'i', 'shall', 'not']],
    ["They're sure we've lost", ['they', 'are', 'sure', 'we', 'have', 'lost']],
    ["I'm sure she'll say I'd go", ['i', 'am', 'sure', 'she', 'will', 'say', 'i', 'would', 'go']],
    ['dont whats im gonna', ['do', 'not', 'what', 'is', 'i', 'am', 'going', 'to']],
    ["isn't aren't", ['is', 'not', 'are', 'not']],
  ])('writes out the contractions of %j', (text, tokens) => {
    expect(tokenizeText(text)).toEqual(tokens);
  });

  it('reads \'s as "is" after a pronoun and drops it after any other word', () => {
    expect(tokenizeText("who's got the library's card")).toEqual(['who', 'is', 'got', 'the', 'library', 'card']);
  });

  it('joins a name that has an apostrophe inside', () => {
    expect(tokenizeText("O'Brien's rock'n'roll")).toEqual(['obrien', 'rocknroll']);
  });

  it('keeps numbers and the signs that mean something, each on its own', () => {
    expect(tokenizeText('C++ or C# at $15, 20% off')).toEqual(['c', '+', '+', 'or', 'c', '#', 'at', '$', '15', '20', '%', 'off']);
  });

  it('splits at hyphens, slashes, NUL and line ends', () => {
    expect(tokenizeText('full-time/part\u0000time\njob')).toEqual(['full', 'time', 'part', 'time', 'job']);
  });

  it('reads other scripts, from right to left too', () => {
    expect(tokenizeText('איך מחדשים כרטיס? как продлить')).toEqual(['איך', 'מחדשים', 'כרטיס', 'как', 'продлить']);
  });

  it('reads nothing in emoji, marks and an empty text', () => {
    expect(tokenizeText('📚👩‍💻 … ?!')).toEqual([]);
    expect(tokenizeText('')).toEqual([]);
  });

  it('reads names that every object has as words', () => {
    expect(tokenizeText('__proto__ toString')).toEqual(['proto', 'tostring']);
  });

  it('reads "constructor" as a word', () => {
    expect(tokenizeText('what is a constructor')).toEqual(['what', 'is', 'a', 'constructor']);
  });

  it('cuts a word at 40 letters', () => {
    expect(tokenizeText('a'.repeat(100_000))).toEqual(['a'.repeat(40)]);
  });

  it('stops at 256 words of a text of 100,000 characters', () => {
    expect(tokenizeText('card '.repeat(20_000))).toHaveLength(256);
  });
});

describe('tokenize', () => {
  it('stops at the limit it is given', () => {
    expect(tokenize('one two three four', 2)).toEqual(['one', 'two']);
    expect(tokenize('one two', 0)).toEqual([]);
  });

  it('splits plain words as a split at spaces does', () => {
    const word = fc.stringMatching(/^[a-z]{8,12}$/).filter((letters) => letters !== 'shouldnt');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        expect(tokenize(words.join(' '))).toEqual(words);
      }),
    );
  });

  it('gives only words of letters and digits up to 40 long, or single signs, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const token of tokenizeText(text)) {
          expect(token).toMatch(/^(?:[\p{L}\p{N}]+|[+#%$€£¥])$/u);
          expect(token.length).toBeLessThanOrEqual(40);
        }
      }),
      { numRuns: 500 },
    );
  });
});
