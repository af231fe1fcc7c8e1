import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centroidConfidence } from '../../src/match/confidence.js';
import { quantize } from '../../src/match/model.js';
import { rank, rankScores } from '../../src/match/rank.js';
import { createStemIndex } from '../../src/match/stem-index.js';
import { learnModel } from '../../src/match/train.js';
import { createScratch, toVector } from '../../src/match/vector-space.js';
import { faq, words } from './fixture.js';

const stems = createStemIndex([{ entry: 1, tokens: ['card'] }]);
const model = learnModel(faq, 'centroids', centroidConfidence);
const scratch = createScratch();
const questions = fc.array(fc.constantFrom(...words), { maxLength: 8 });

describe('rankScores', () => {
  it('gives the order, the probabilities and the signals', () => {
    const { order, probabilities, signals } = rankScores(Float32Array.of(1, 3, 2), ['card', 'zzz'], stems);
    expect(order).toEqual([1, 2, 0]);
    expect(probabilities[1]).toBeCloseTo(0.6652, 4); // e³ / (e + e² + e³) = 20.086 / 30.193
    expect(signals[0]).toBe(3); // the best score
    expect(signals[1]).toBe(1); // 3 − 2
    expect(signals[2]).toBeCloseTo(-0.4076, 4); // ln 0.6652
    expect(signals[3]).toBeCloseTo(0.3713, 4); // card 1 + ln(2 / 2) = 1, zzz 1 + ln 2 = 1.6931; 1 / 2.6931
    expect(signals[4]).toBeCloseTo(0.3713, 4);
  });

  it('takes the score itself as the margin of an only entry', () => {
    expect(rankScores(Float32Array.of(2), [], stems)).toEqual({ order: [0], probabilities: Float32Array.of(1), signals: [2, 2, 0, 0, 0] });
  });

  it('takes no margin for wider than ten', () => {
    expect(rankScores(Float32Array.of(12, 2.5), [], stems).signals[1]).toBe(9.5);
    expect(rankScores(Float32Array.of(12, -50), [], stems).signals[1]).toBe(10);
  });

  it('orders as a whole sort does, the earlier entry first where scores are equal', () => {
    const score = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.float({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 30 }), (numbers) => {
        const scores = Float32Array.from(numbers);
        const naive = numbers.map((_, i) => i).sort((a, b) => numbers[b]! - numbers[a]! || a - b);
        expect(rankScores(scores, [], stems).order).toEqual(naive.slice(0, 5));
      }),
      { numRuns: 500 },
    );
  });
});

describe('rank', () => {
  const open = { ...model, lookAlikes: new Map() };

  it('scores on bytes as dense products of the full weights do, up to the rounding', () => {
    const entries = model.entries.length;
    fc.assert(
      fc.property(questions, fc.array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: 97, maxLength: 97 }), (tokens, some) => {
        const weights = Float32Array.from({ length: model.space.idf.length * entries }, (_, i) => some[i % 97]!);
        const quantized = quantize(weights, entries);
        const vector = toVector(tokens, model.space, createScratch());
        const naive = model.entries.map((_, entry) =>
          vector.rows.reduce((sum, row, i) => sum + weights[row * entries + entry]! * vector.weights[i]!, 0),
        );
        const rounding = Math.max(...quantized.scales) * vector.weights.reduce((sum, weight) => sum + weight, 0) * 0.5;
        const { signals, order } = rank(tokens, { ...open, ...quantized }, scratch);
        expect(Math.abs(signals[0]! - Math.max(...naive))).toBeLessThanOrEqual(rounding + 1e-3);
        expect(naive[order[0]!]).toBeGreaterThanOrEqual(Math.max(...naive) - 2 * rounding - 1e-3);
      }),
      { numRuns: 60 },
    );
  });

  it('gives every entry a probability, and all of them sum to one', () => {
    fc.assert(
      fc.property(questions, (tokens) => {
        const { probabilities, order } = rank(tokens, model, scratch);
        expect(probabilities).toHaveLength(model.entries.length);
        expect(probabilities.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 5);
        expect(order).toHaveLength(5);
      }),
    );
  });

  it('vetoes an entry whose look-alike is asked, and leaves the rest in order', () => {
    const asked = ['can', 'i', 'renew', 'a', 'book', 'that', 'i', 'borrowed'];
    const renewCard = model.entries.indexOf('renew-card');
    expect(rank(asked, open, scratch).probabilities[renewCard]).toBeGreaterThan(1e-6);
    const vetoed = rank(asked, model, scratch);
    expect(vetoed.probabilities[renewCard]).toBeLessThan(1e-6);
    expect(vetoed.order).not.toContain(renewCard);
    const before = rank(asked, open, scratch).order.filter((entry) => entry !== renewCard);
    expect(vetoed.order.slice(0, before.length)).toEqual(before);
  });

  it('never vetoes an entry for one of its own phrasings', () => {
    const own = { not: [toVector(['renew', 'card'], model.space, scratch)], own: [['renew', 'card']] };
    const strict = { ...model, lookAlikes: new Map([[0, own]]) };
    expect(rank(['renew', 'card'], strict, scratch).order[0]).toBe(0);
  });
});
