import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addScores, createRandom, defaultTraining, type Example, shuffle, softmax, trainClassifier } from '../../src/match/classifier.js';

const rowCount = 6;
const entryCount = 4;
const example = (entry: number, values: Readonly<Record<number, number>>): Example => ({
  entry,
  vector: { rows: Uint32Array.from(Object.keys(values), Number), weights: Float32Array.from(Object.values(values)) },
});
const value = fc.float({ min: -1, max: 1, noNaN: true });
const values = fc.dictionary(fc.constantFrom(...Array.from({ length: rowCount }, (_, row) => String(row))), value, { maxKeys: rowCount });
const examples = fc.array(
  fc.tuple(fc.nat(entryCount - 1), values).map(([entry, weights]) => example(entry, weights)),
  { minLength: 1, maxLength: 8 },
);

describe('softmax', () => {
  it('gives each score its share of the exponentials', () => {
    const scores = Float32Array.of(0, Math.log(3)); // e⁰ = 1 and e^ln 3 = 3, of 4 together
    softmax(scores);
    expect(scores[0]).toBeCloseTo(0.25, 6);
    expect(scores[1]).toBeCloseTo(0.75, 6);
  });

  it('neither overflows nor underflows', () => {
    const scores = Float32Array.of(10_000, 10_000, -10_000);
    softmax(scores);
    expect([...scores]).toEqual([0.5, 0.5, 0]);
  });

  it('gives an entry without a chance no share', () => {
    const scores = Float32Array.of(Number.NEGATIVE_INFINITY, 1);
    softmax(scores);
    expect([...scores]).toEqual([0, 1]);
  });

  it('gives shares that sum to one, in the order of the scores', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -30, max: 30, noNaN: true }), { minLength: 1, maxLength: 20 }), (numbers) => {
        const scores = Float32Array.from(numbers);
        softmax(scores);
        expect(scores.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
        const best = numbers.indexOf(Math.max(...numbers));
        expect(scores[best]).toBe(Math.max(...scores));
      }),
    );
  });
});

describe('addScores', () => {
  it('agrees with dense dot products', () => {
    const weights = fc.array(value, { minLength: rowCount * entryCount, maxLength: rowCount * entryCount });
    fc.assert(
      fc.property(weights, values, (dense, question) => {
        const scores = new Float32Array(entryCount).fill(1);
        addScores(scores, Float32Array.from(dense), example(0, question).vector);
        for (let entry = 0; entry < entryCount; entry++) {
          const naive = Object.entries(question).reduce((sum, [row, weight]) => sum + weight * dense[Number(row) * entryCount + entry]!, 1);
          expect(scores[entry]).toBeCloseTo(naive, 5);
        }
      }),
    );
  });
});

describe('trainClassifier', () => {
  const options = { epochs: 1, learningRate: 2, smoothing: 0.15, rivals: 60 };

  it('takes a step against the gradient', () => {
    const weights = trainClassifier([example(0, { 0: 0.5 })], new Float32Array(2), 2, options);
    // Scores 0 and 0, so chances 0.5 and 0.5. Targets 1 − 0.15 + 0.15 / 2 = 0.925 and 0.15 / 2 = 0.075.
    // weight₀ = 0 − 2 · (0.5 − 0.925) · 0.5 = 0.425;  weight₁ = 0 − 2 · (0.5 − 0.075) · 0.5 = −0.425.
    expect(weights[0]).toBeCloseTo(0.425, 6);
    expect(weights[1]).toBeCloseTo(-0.425, 6);
  });

  it('lets the step size fall in a line', () => {
    const weights = trainClassifier([example(0, { 0: 1 })], new Float32Array(2), 2, { ...options, epochs: 2 });
    // First pass at 2: ±0.85. Second pass at 2 · (1 − 1/2) = 1: the chance is 1 / (1 + e^−1.7) = 0.84553,
    // so weight₀ = 0.85 − 1 · (0.84553 − 0.925) = 0.92947.
    expect(weights[0]).toBeCloseTo(0.92947, 4);
    expect(weights[1]).toBeCloseTo(-0.92947, 4);
  });

  it('tells an example apart from its likeliest rivals only', () => {
    const centroids = Float32Array.of(0.9, 0.1, 0.8); // of one row, entry 2 is nearer to entry 0 than entry 1 is
    const weights = trainClassifier([example(0, { 0: 1 })], centroids, 3, { ...options, rivals: 2 });
    expect(weights[0]).toBeCloseTo(0.85, 5); // as between two entries
    expect(weights[1]).toBe(0);
    expect(weights[2]).toBeCloseTo(-0.85, 5);
  });

  it('leaves the centroids as they were', () => {
    const centroids = Float32Array.of(0.9, 0.1);
    trainClassifier([example(0, { 0: 1 })], centroids, 2, options);
    expect([...centroids]).toEqual([...Float32Array.of(0.9, 0.1)]);
  });

  it('learns nothing from no examples', () => {
    expect([...trainClassifier([], new Float32Array(4), 2)]).toEqual([0, 0, 0, 0]);
  });

  it('ranks every example of separable entries right', () => {
    const separable = [0, 1, 2, 3].flatMap((entry) => [example(entry, { [entry]: 1, 4: 0.5 }), example(entry, { [entry]: 0.8, 5: 0.6 })]);
    const weights = trainClassifier(separable, new Float32Array(rowCount * entryCount), entryCount);
    for (const { entry, vector } of separable) {
      const scores = new Float32Array(entryCount);
      addScores(scores, weights, vector);
      expect(scores.indexOf(Math.max(...scores))).toBe(entry);
    }
  });

  it('learns what a dense loop in double precision learns, when every entry is a rival', () => {
    fc.assert(
      fc.property(examples, (all) => {
        const weights = trainClassifier(all, new Float32Array(rowCount * entryCount), entryCount);
        naiveTraining(all).forEach((naive, i) => {
          expect(weights[i]).toBeCloseTo(naive, 3);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('learns the same to the byte each time', () => {
    fc.assert(
      fc.property(examples, (all) => {
        const once = () => trainClassifier(all, new Float32Array(rowCount * entryCount), entryCount, { ...defaultTraining, rivals: 3 });
        expect(once()).toEqual(once());
      }),
      { numRuns: 20 },
    );
  });
});

describe('createRandom', () => {
  it('follows the generator of Numerical Recipes', () => {
    const random = createRandom(7);
    expect(random()).toBe(1_025_555_898 / 2 ** 32); // 7 · 1,664,525 + 1,013,904,223
  });

  it('gives each seed its own row, the same every time', () => {
    const row = (seed: number) => Array.from({ length: 5 }, createRandom(seed));
    expect(row(7)).toEqual(row(7));
    expect(row(7)).not.toEqual(row(8));
    expect(row(7).every((number) => number >= 0 && number < 1)).toBe(true);
  });
});

describe('shuffle', () => {
  it('keeps all items', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
        const shuffled = [...items];
        shuffle(shuffled, createRandom(seed));
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
      }),
    );
  });

  it('swaps each item, from the last on, with the one that the number points to', () => {
    const items = ['a', 'b', 'c'];
    shuffle(items, () => 0); // c with a: c b a; then b with c: b c a
    expect(items).toEqual(['b', 'c', 'a']);
  });
});

function naiveTraining(all: readonly Example[]): number[] {
  const { epochs, learningRate, smoothing } = defaultTraining;
  const weights = Array.from({ length: rowCount }, () => Array.from({ length: entryCount }, () => 0));
  const order = all.map((_, i) => i);
  const random = createRandom(7);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const rate = learningRate * (1 - epoch / epochs);
    for (const at of order) {
      const { entry, vector } = all[at]!;
      const dense = Array.from({ length: rowCount }, (_, row) => vector.weights[vector.rows.indexOf(row)] ?? 0);
      const powers = Array.from({ length: entryCount }, (_, e) => Math.exp(dense.reduce((sum, x, row) => sum + x * weights[row]![e]!, 0)));
      const total = powers.reduce((sum, power) => sum + power, 0);
      powers.forEach((power, e) => {
        const target = smoothing / entryCount + (e === entry ? 1 - smoothing : 0);
        dense.forEach((x, row) => {
          weights[row]![e]! -= rate * (power / total - target) * x;
        });
      });
    }
  }
  return weights.flat();
}
