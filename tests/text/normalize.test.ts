import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/text/normalize.js';

describe('normalize', () => {
  it.each([
    ['upper case', 'RENEW My Card', 'renew my card'],
    ['accents', 'Résumé, naïve, Ålesund', 'resume, naive, alesund'],
    ['accents typed apart', 're\u0301sume\u0301', 'resume'],
    ['ligatures and full-width letters', 'ﬁnd ＣＡＲＤ', 'find card'],
    ['curly apostrophes', 'what’s ‘this’', "what's 'this'"],
    ['a modifier apostrophe, a prime and a backtick', 'whatʼs it′s that`s', "what's it's that's"],
    ['a dotted capital I', 'İstanbul', 'istanbul'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
  ])('folds %s', (_, typed, normalized) => {
    expect(normalize(typed)).toBe(normalized);
  });

  it('folds an acute accent that stands for an apostrophe', () => {
    expect(normalize('what´s')).toBe("what's");
  });

  it('puts one space for a run of control characters, so that words stay apart', () => {
    expect(normalize('renew\u0000\u0001\u200bcard')).toBe('renew card');
  });

  it('joins what a soft hyphen parts', () => {
    expect(normalize('re\u00adnew\u00ad my card')).toBe('renew my card');
  });

  it('takes out the marks that turn the direction of writing', () => {
    expect(normalize('\u202ecard\u202c')).toBe(' card ');
  });

  it('keeps emoji, digits and signs', () => {
    expect(normalize('📚 $15 + 20%')).toBe('📚 $15 + 20%');
  });

  it('leaves an empty text empty', () => {
    expect(normalize('')).toBe('');
  });

  it('changes nothing the second time', () => {
    // Compatibility forms that NFKD takes apart into quotes, which are folded before it.
    const typed = fc.string({ unit: 'binary', maxLength: 40 }).filter((text) => !/[\u0149\u1fef\u2033\u2034\u2057\uff40]/.test(text));
    fc.assert(
      fc.property(typed, (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same for composed and decomposed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalize(text.normalize('NFD'))).toBe(normalize(text.normalize('NFC')));
      }),
    );
  });
});
