import { describe, expect, it } from 'vitest';
import { centroidConfidence, confidenceOf } from '../../src/match/confidence.js';
import { createMatcher } from '../../src/match/matcher.js';
import { learnConfidence, learnModel, train } from '../../src/match/train.js';
import { createScratch, createVectorSpace, toVector } from '../../src/match/vector-space.js';
import { tokenizeText } from '../../src/text/tokenize.js';
import { faq } from './fixture.js';

const trained = train(faq, 'trained');

describe('train', () => {
  it.each(['centroids', 'trained'] as const)('learns the same %s model to the byte each time', (how) => {
    const [first, second] = [train(faq, how), train(faq, how)];
    expect(Buffer.from(first.weights.buffer)).toEqual(Buffer.from(second.weights.buffer));
    expect(Buffer.from(first.scales.buffer)).toEqual(Buffer.from(second.scales.buffer));
    expect(first).toEqual(second);
  });

  it('numbers the entries as the FAQ does, with a weight for each row and entry', () => {
    expect(trained.entries).toEqual(faq.entries.map(({ id }) => id));
    expect(trained.weights).toHaveLength(trained.space.idf.length * faq.entries.length);
    expect(trained.scales).toHaveLength(faq.entries.length);
  });

  it('counts the words of questions, phrasings, answers and look-alikes after the rewrites', () => {
    const small = {
      id: 'a',
      question: 'My CV?',
      phrasings: ['a resume', 'by the way, my resume'],
      answer: 'One page.',
      notThis: ['my CV photo'],
    };
    const { vocabulary } = train({ name: 'x', entries: [small], rewrites: faq.rewrites }, 'centroids');
    // my resume | a resume | my resume | one page | my resume photo
    expect(Object.fromEntries(vocabulary)).toEqual({ my: 3, resume: 4, a: 1, one: 1, page: 1, photo: 1 });
  });

  it('reads eight phrasings of an entry for centroids, and all of them for training', () => {
    const phrasings = Array.from({ length: 9 }, (_, i) => `number${i + 1}`);
    const long = { name: 'x', entries: [{ id: 'a', question: 'Which?', phrasings }] };
    expect(train(long, 'centroids').vocabulary.has('number8')).toBe(true);
    expect(train(long, 'centroids').vocabulary.has('number9')).toBe(false);
    expect(train(long, 'trained').vocabulary.has('number9')).toBe(true);
  });

  it('gives the words of look-alikes rows in the space', () => {
    const { space, lookAlikes } = train(faq, 'centroids');
    expect(toVector(['borrowed'], space, createScratch()).rows.length).toBeGreaterThan(0);
    expect(lookAlikes.get(0)?.not[0]).toEqual(
      toVector(['can', 'i', 'renew', 'a', 'book', 'that', 'i', 'borrowed'], space, createScratch()),
    );
    const { notThis: _, ...first } = faq.entries[0];
    const without = train({ ...faq, entries: [first, ...faq.entries.slice(1)] }, 'centroids');
    expect(space.idf.length).toBeGreaterThan(without.space.idf.length);
  });

  it('keeps 15,000 rows at the most for centroids, those of the commonest features', () => {
    const entries = Array.from({ length: 300 }, (_, i) => {
      const rare = Array.from({ length: 16 }, (_, j) => `w${((i * 16 + j + 1) * 7_919_317).toString(36)}`);
      return { id: `e${i}`, question: `renew library card ${rare.join(' ')}`, phrasings: [] };
    });
    const { space } = train({ name: 'large', entries }, 'centroids');
    expect(createVectorSpace(entries.map(({ question }) => tokenizeText(question))).idf.length).toBeGreaterThan(15_000);
    expect(space.idf.length).toBeLessThanOrEqual(15_000);
    expect(toVector(['renew', 'library', 'card'], space, createScratch()).rows).toHaveLength(
      toVector(['renew', 'library', 'card'], createVectorSpace([tokenizeText('renew library card x')]), createScratch()).rows.length,
    );
  });

  it('judges centroids by the confidence that is written down, and a trained model by its own', () => {
    expect(train(faq, 'centroids').confidence).toBe(centroidConfidence);
    expect(trained.confidence).toEqual(learnConfidence(faq));
  });

  it.each(['centroids', 'trained'] as const)('ranks each phrasing of its own FAQ to its entry (%s)', (how) => {
    const matcher = createMatcher(train(faq, how));
    for (const { id, question, phrasings } of faq.entries) {
      for (const text of [question, ...phrasings]) expect([text, matcher.match(text).ranked[0]?.entry]).toEqual([text, id]);
    }
  });

  it('keeps look-alikes only for entries that have some', () => {
    expect([...trained.lookAlikes.keys()]).toEqual([0]);
    expect(trained.lookAlikes.get(0)?.own).toHaveLength(7); // question, five phrasings, answer
  });

  it('learns a FAQ of one entry', () => {
    const one = { name: 'one', entries: [{ id: 'only', question: 'Where can I print?', phrasings: [] }] };
    const { ranked, confidence } = createMatcher(train(one, 'trained')).match('print');
    expect(ranked).toEqual([{ entry: 'only', score: 1 }]);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  });
});

describe('learnModel', () => {
  it('ranks as train does, with the confidence that it is given', () => {
    const model = learnModel(faq, 'trained', centroidConfidence);
    expect(model.weights).toEqual(trained.weights);
    expect(model.confidence).toBe(centroidConfidence);
  });

  it('makes a model that can be stored', () => {
    expect(structuredClone(trained)).toEqual(trained);
  });
});

describe('learnConfidence', () => {
  it('trusts a clear lead on known words more than a narrow one on unknown words', () => {
    const confidence = learnConfidence(faq);
    const clear = confidenceOf(confidence, [4, 3, Math.log(0.9), 1, 1]);
    const narrow = confidenceOf(confidence, [0.2, 0.01, Math.log(0.15), 0, 0]);
    expect(clear).toBeGreaterThan(narrow);
  });
});
