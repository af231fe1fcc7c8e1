import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCentroids } from '../../src/match/centroids.js';
import type { Example } from '../../src/match/classifier.js';

const example = (entry: number, rows: readonly number[], weights: readonly number[]): Example => ({
  entry,
  vector: { rows: Uint32Array.from(rows), weights: Float32Array.from(weights) },
});

describe('addCentroids', () => {
  it("makes the sum of an entry's examples unit length", () => {
    const weights = addCentroids(new Float32Array(2), [example(0, [0], [3]), example(0, [1], [4])], 1, 1);
    expect(weights[0]).toBeCloseTo(0.6, 6); // the sum is (3, 4), its length 5
    expect(weights[1]).toBeCloseTo(0.8, 6);
  });

  it('adds a row that two examples share before it measures the length', () => {
    const weights = addCentroids(new Float32Array(2), [example(0, [0, 1], [1, 1]), example(0, [0], [1])], 1, 1);
    expect(weights[0]).toBeCloseTo(2 / Math.sqrt(5), 6); // the sum is (2, 1), its length √5
    expect(weights[1]).toBeCloseTo(1 / Math.sqrt(5), 6);
  });

  it('takes the share of it, on top of the weights that there are, and keeps entries apart', () => {
    const weights = Float32Array.of(1, 1, 1, 1); // two rows of two entries
    expect(addCentroids(weights, [example(1, [0, 1], [3, 4])], 2, 10)).toBe(weights);
    [1, 7, 1, 9].forEach((expected, i) => {
      expect(weights[i]).toBeCloseTo(expected, 5); // 1 + 10 · 0.6 and 1 + 10 · 0.8 for entry 1, nothing for entry 0
    });
  });

  it('adds nothing for examples without a feature', () => {
    expect([...addCentroids(new Float32Array(2), [example(0, [], [])], 2, 1)]).toEqual([0, 0]);
  });

  it('gives each entry with examples a column as long as the share', () => {
    const vector = fc.array(fc.float({ min: Math.fround(0.1), max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), vector), { maxLength: 10 }), fc.integer({ min: 1, max: 12 }), (all, share) => {
        const examples = all.map(([entry, weights]) => example(entry, [0, 1, 2, 3, 4], weights));
        const weights = addCentroids(new Float32Array(5 * 3), examples, 3, share);
        for (const entry of [0, 1, 2]) {
          const length = Math.hypot(...[0, 1, 2, 3, 4].map((row) => weights[row * 3 + entry]!));
          expect(length).toBeCloseTo(all.some(([owner]) => owner === entry) ? share : 0, 4);
        }
      }),
    );
  });
});
