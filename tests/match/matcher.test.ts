import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Faq } from '../../src/match/faq.js';
import { createMatcher } from '../../src/match/matcher.js';
import { train } from '../../src/match/train.js';
import { faq, words } from './fixture.js';

const model = train(faq, 'trained');
const matcher = createMatcher(model);
const best = (text: string) => matcher.match(text).ranked[0]?.entry;
const order = (text: string) => matcher.match(text).ranked.map(({ entry }) => entry);

const titled = (titles: Readonly<Record<string, string>>) =>
  createMatcher(
    train({ name: 'titles', entries: Object.entries(titles).map(([id, question]) => ({ id, question, phrasings: [] })) }, 'centroids'),
  );

describe('a ranking', () => {
  it('puts what shares more with the question first', () => {
    const { match } = titled({
      none: 'zumba',
      one: 'library tours',
      two: 'renew library poster',
      turned: 'card library renew',
      all: 'renew library card',
    });
    expect(match('renew library card').ranked.map(({ entry }) => entry)).toEqual([
      'all', // all three words, in the question's order
      'turned', // all three words, but no bigram
      'two', // two words and their bigram
      'one', // one word, and that the commonest
      'none', // no word
    ]);
  });

  it('puts a rare word before a common one', () => {
    const { match } = titled({ zumba: 'zumba', day: 'day pass', fee: 'fee pass', year: 'year pass', late: 'late fine' });
    expect(match('late pass').ranked.map(({ entry }) => entry)).toEqual([
      'late', // late, which one title has
      'day', // pass, which three have, beside the shortest word
      'fee', // as day, and after it in the FAQ
      'year', // pass beside a longer word
      'zumba', // no word
    ]);
  });
});

describe('match', () => {
  it.each([
    ['can I extend my card', 'renew-card'],
    ['my card was stolen and is missing', 'lost-card'],
    ['are you open on saturday', 'opening-hours'],
    ['I want to reserve a study room', 'book-room'],
    ['what is the fine for overdue books', 'late-fee'],
    ['printing from a phone', 'printing'],
    ['can somebody check my cover letter', 'resume-help'],
  ])('answers %j with %s', (text, entry) => {
    expect(best(text)).toBe(entry);
  });

  it('repairs the spelling and says how it read the question', () => {
    const { tokens, ranked } = matcher.match('How do I renw my libary card?');
    expect(tokens).toEqual(['how', 'do', 'i', 'renew', 'my', 'library', 'card']);
    expect(ranked[0]?.entry).toBe('renew-card');
  });

  it('reads a rewritten word as what it stands for', () => {
    expect(matcher.match('by the way can u read my CV').tokens).toEqual(['can', 'you', 'read', 'my', 'resume']);
    expect(best('my CV')).toBe('resume-help');
  });

  it('never answers a look-alike with the entry that it is not', () => {
    expect(order('Can I renew a book that I borrowed?')).not.toContain('renew-card');
    expect(matcher.match('Can I renew a book that I borrowed?').scoreOf('renew-card')).toBeLessThan(1e-6);
    expect(best('Can I renew my card?')).toBe('renew-card');
  });

  it('is surer of a clean phrasing than of nonsense', () => {
    const clean = matcher.match('How do I renew my library card?').confidence;
    for (const nonsense of ['flurb zonk quibble', 'xyzzy', '12345 67890', 'weather on jupiter']) {
      expect(clean).toBeGreaterThan(matcher.match(nonsense).confidence);
    }
  });

  it('gives the score of any entry, and nothing for one that there is not', () => {
    const { ranked, scoreOf } = matcher.match('lost card');
    for (const { entry, score } of ranked) expect(scoreOf(entry)).toBe(score);
    expect(faq.entries.reduce((sum, { id }) => sum + scoreOf(id), 0)).toBeCloseTo(1, 5);
    expect(scoreOf('nowhere')).toBe(0);
  });

  it('ranks five at the most, the scores falling, with a confidence from 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 10 }), (tokens) => {
        const { ranked, confidence } = matcher.match(tokens.join(' '));
        expect(ranked).toHaveLength(5);
        const scores = ranked.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
    );
  });

  it('answers the same after other questions as before them', () => {
    const before = JSON.stringify(matcher.match('lost card'));
    for (const text of ['', 'zzz', 'renew a book', 'How do I renew my libary card?']) matcher.match(text);
    expect(JSON.stringify(matcher.match('lost card'))).toBe(before);
  });

  it('answers from a stored model as from a fresh one', () => {
    const stored = createMatcher(structuredClone(model));
    for (const text of ['renw card', 'fine', 'zzz']) expect(JSON.stringify(stored.match(text))).toBe(JSON.stringify(matcher.match(text)));
  });

  it('reads 120 words of a text of 100,000 characters', () => {
    expect(matcher.match('card '.repeat(20_000)).tokens).toHaveLength(120);
    expect(matcher.match('x'.repeat(100_000)).tokens).toEqual(['x'.repeat(40)]);
  });

  it('repairs eight words at the most', () => {
    const { tokens } = matcher.match('libary '.repeat(10));
    expect(tokens).toEqual([...Array(8).fill('library'), 'libary', 'libary']);
  });

  it('reads around NUL, emoji and marks of direction', () => {
    for (const text of ['lost\u0000card', '📚 lost 👩‍💻 card 📚', '\u202elost\u202c card\u200f', 'ＬＯＳＴ　ｃａｒｄ']) {
      expect(matcher.match(text).tokens).toEqual(['lost', 'card']);
      expect(best(text)).toBe('lost-card');
    }
  });

  it.each(['', '   ', '?!', '📚', 'איך מחדשים כרטיס', '\u0000', '\ud800', "'''"])('survives %j without being sure of it', (text) => {
    const { ranked, confidence } = matcher.match(text);
    expect(ranked).toHaveLength(5);
    expect(confidence).toBeLessThan(matcher.match('lost card').confidence);
  });

  it('survives whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(Number.isFinite(matcher.match(text).confidence)).toBe(true);
      }),
    );
  });
});

describe('not_this', () => {
  const card = { id: 'card', question: 'Where is my library card?', phrasings: ['library card'] };
  const hours = { id: 'hours', question: 'When are you open?', phrasings: [] };
  const askedOf = (entries: Faq['entries'], text: string, rewrites: Record<string, string> = {}) =>
    createMatcher(train({ name: 'veto', entries, rewrites }, 'centroids')).match(text);

  it('does not make the entry that is left certain', () => {
    expect(askedOf([{ ...card, notThis: ['where is the cloakroom'] }, hours], 'where is the cloakroom').confidence).toBeLessThan(1);
  });

  it('is sure of nothing when every entry is vetoed', () => {
    const { confidence, scoreOf } = askedOf([{ ...card, notThis: ['where is the cloakroom'] }], 'where is the cloakroom');
    expect(confidence).toBeLessThan(1e-6); // not NaN
    expect(scoreOf('card')).toBe(1); // the softmax of an only entry
  });

  it('holds for a look-alike with a rewritten word', () => {
    expect(askedOf([{ ...card, notThis: ['id'] }, hours], 'id', { id: 'card' }).scoreOf('card')).toBeLessThan(1e-6);
  });

  it('holds for a look-alike one letter from a known word', () => {
    const { tokens, scoreOf } = askedOf([{ ...card, notThis: ['library cart'] }, hours], 'library cart');
    expect(tokens).toEqual(['library', 'cart']);
    expect(scoreOf('card')).toBeLessThan(1e-6);
  });
});

describe('explain', () => {
  it('gives the words as they were read, in their order', () => {
    expect(matcher.explain('lost my libary card', 'lost-card').map(({ word }) => word)).toEqual(['lost', 'my', 'library', 'card']);
  });

  it('gives nothing for an unknown entry', () => {
    expect(matcher.explain('lost card', 'nowhere')).toEqual([]);
  });

  it('gives nothing for a question without words', () => {
    expect(matcher.explain('?!', 'lost-card')).toEqual([]);
  });
});
