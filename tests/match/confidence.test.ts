import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf, fitConfidence, type Judged } from '../../src/match/confidence.js';

const judged = (signal: number, right: number, wrong: number): Judged[] => [
  ...Array.from({ length: right }, () => ({ signals: [signal], right: true })),
  ...Array.from({ length: wrong }, () => ({ signals: [signal], right: false })),
];

describe('confidenceOf', () => {
  it('is the logistic function of the scaled signals', () => {
    const confidence = { bias: 0.5, weights: [2, -1], means: [1, 0], deviations: [2, 4] };
    // 0.5 + 2 · (3 − 1) / 2 − 1 · (2 − 0) / 4 = 2, and 1 / (1 + e^−2) = 0.8808.
    expect(confidenceOf(confidence, [3, 2])).toBeCloseTo(0.8808, 4);
  });

  it('stays between 0 and 1 at extremes', () => {
    const confidence = { bias: 0, weights: [1], means: [0], deviations: [1] };
    expect(confidenceOf(confidence, [1e6])).toBe(1);
    expect(confidenceOf(confidence, [-1e6])).toBe(0);
  });
});

describe('fitConfidence', () => {
  it('finds the coefficients of a hand-made table', () => {
    const fitted = fitConfidence([...judged(1, 30, 10), ...judged(-1, 10, 30)]);
    expect(fitted.means[0]).toBeCloseTo(0, 9);
    expect(fitted.deviations[0]).toBeCloseTo(1, 9);
    expect(fitted.bias).toBeCloseTo(0, 9);
    // Without decay the weight would be ln(0.75 / 0.25) = 1.0986. The decay of 0.01 wants 0.75 − σ(w) − 0.01 w = 0:
    // w = 1.0443 has σ(w) = 0.73968, and 0.75 − 0.73968 − 0.01044 = −0.0001.
    expect(fitted.weights[0]).toBeCloseTo(1.044, 2);
  });

  it('scales each signal by its mean and deviation', () => {
    const { means, deviations } = fitConfidence([...judged(2, 1, 0), ...judged(6, 0, 1)]);
    expect(means).toEqual([4]); // (2 + 6) / 2
    expect(deviations).toEqual([2]); // √((2² + 2²) / 2)
  });

  it('gives finite weights on separable data, and a clear verdict on both sides', () => {
    const fitted = fitConfidence([...judged(-2, 0, 10), ...judged(-1, 0, 10), ...judged(1, 10, 0), ...judged(2, 10, 0)]);
    expect(Number.isFinite(fitted.weights[0])).toBe(true);
    expect(confidenceOf(fitted, [1])).toBeGreaterThan(0.9);
    expect(confidenceOf(fitted, [-1])).toBeLessThan(0.1);
    expect(confidenceOf(fitted, [0])).toBeCloseTo(0.5, 6);
  });

  it('is nearly sure everywhere when every question was right', () => {
    expect(confidenceOf(fitConfidence([...judged(0, 5, 0), ...judged(1, 5, 0)]), [0.5])).toBeGreaterThan(0.9);
  });

  it('ignores a signal that is always the same', () => {
    const fitted = fitConfidence(judged(3, 3, 1));
    expect(fitted.deviations).toEqual([1]);
    expect(fitted.weights[0]).toBeCloseTo(0, 9);
  });

  it('stands where the slope of the penalized likelihood is zero', () => {
    const signal = fc.float({ min: -3, max: 3, noNaN: true });
    const sample = fc.record({ signals: fc.tuple(signal, signal), right: fc.boolean() });
    fc.assert(
      fc.property(fc.array(sample, { minLength: 10, maxLength: 40 }), (all) => {
        const fitted = fitConfidence(all);
        const slope = (of: (signals: readonly number[]) => number, weight: number): number =>
          all.reduce((sum, { signals, right }) => sum + ((right ? 1 : 0) - confidenceOf(fitted, signals)) * of(signals), 0) / all.length -
          0.01 * weight;
        expect(slope(() => 1, fitted.bias)).toBeCloseTo(0, 6);
        fitted.weights.forEach((weight, i) => {
          expect(slope((signals) => (signals[i]! - fitted.means[i]!) / fitted.deviations[i]!, weight)).toBeCloseTo(0, 6);
        });
      }),
    );
  });
});
