import { describe, expect, it } from 'vitest';
import { createStemIndex, shareOf } from '../../src/match/stem-index.js';

const index = createStemIndex([
  { entry: 0, tokens: ['renew', 'card', 'cards'] },
  { entry: 1, tokens: ['card', 'fee'] },
]);

describe('createStemIndex', () => {
  it('gives each stem its smoothed idf over the texts, and its entries', () => {
    expect(index.stems.get('card')).toEqual({ idf: 1, entries: new Set([0, 1]) }); // 1 + ln(3 / 3)
    expect(index.stems.get('renew')?.idf).toBeCloseTo(1.4055, 4); // 1 + ln(3 / 2)
    expect(index.stems.get('renew')?.entries).toEqual(new Set([0]));
    expect(index.unknownIdf).toBeCloseTo(2.0986, 4); // 1 + ln(3 / 1)
  });

  it('has one stem for the forms of a word', () => {
    expect([...index.stems.keys()]).toEqual(['renew', 'card', 'fee']);
  });
});

describe('shareOf', () => {
  it('weighs the known and the used words by their idf', () => {
    // renew 1.4055 and card 1 are known, passport 2.0986 isn't; the whole is 4.5041.
    expect(shareOf(['renewing', 'card', 'passport'], index, 0).known).toBeCloseTo(0.5341, 4); // 2.4055 / 4.5041
    expect(shareOf(['renewing', 'card', 'passport'], index, 0).used).toBeCloseTo(0.5341, 4); // entry 0 uses both
    expect(shareOf(['renewing', 'card', 'passport'], index, 1).used).toBeCloseTo(0.222, 4); // card alone: 1 / 4.5041
  });

  it('counts a repeated word once', () => {
    expect(shareOf(['card', 'card', 'cards', 'fee'], index, 0)).toEqual(shareOf(['card', 'fee'], index, 0));
  });

  it('knows nothing of no words', () => {
    expect(shareOf([], index, 0)).toEqual({ known: 0, used: 0 });
  });
});
