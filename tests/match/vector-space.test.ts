import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachFeature, isWordColumn } from '../../src/match/features.js';
import { createScratch, createVectorSpace, dot, type SparseVector, toVector, type VectorSpace } from '../../src/match/vector-space.js';
import { words } from './fixture.js';

const texts = fc.array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

/** The row of a single word's stem: the first feature that it has. */
function rowOf(word: string, space: VectorSpace): number {
  const columns: number[] = [];
  eachFeature([word], (column) => columns.push(column));
  return space.rowOfColumn[columns[0]!]! - 1;
}

const toMap = ({ rows, weights }: SparseVector): Map<number, number> => new Map([...rows].map((row, i) => [row, weights[i]!]));

describe('createVectorSpace', () => {
  it('smooths the idf of a word as scikit-learn does', () => {
    const space = createVectorSpace([['card'], ['card', 'fee'], ['room', 'room']]);
    expect(space.idf[rowOf('card', space)]).toBeCloseTo(1.2877, 4); // 1 + ln((1 + 3) / (1 + 2)) = 1 + ln 1.3333
    expect(space.idf[rowOf('fee', space)]).toBeCloseTo(1.6931, 4); // 1 + ln((1 + 3) / (1 + 1)) = 1 + ln 2
    expect(space.idf[rowOf('room', space)]).toBeCloseTo(1.6931, 4); // twice in one text is one text
  });

  it('has no row for a word that no text holds', () => {
    expect(rowOf('passport', createVectorSpace([['card']]))).toBe(-1);
  });

  it('has no rows without texts', () => {
    expect(createVectorSpace([]).idf).toHaveLength(0);
  });

  it('leaves the rarest features out where there would be too many', () => {
    // card: 3 word features and 9 grams, in two of the texts; all that room has is in one.
    const space = createVectorSpace([['card'], ['card'], ['room']], 12);
    expect(space.idf).toHaveLength(12);
    expect(rowOf('card', space)).toBeGreaterThanOrEqual(0);
    expect(rowOf('room', space)).toBe(-1);
  });

  it('counts as a map of the columns of each text does', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const space = createVectorSpace(all);
        const naive = naiveIdf(all);
        expect(space.idf).toHaveLength(naive.size);
        for (const [column, idf] of naive) expect(space.idf[space.rowOfColumn[column]! - 1]).toBeCloseTo(idf, 5);
      }),
    );
  });
});

describe('toVector', () => {
  it('makes the word block and the character block of unit length each', () => {
    const space = createVectorSpace([['card']]);
    const weights = [...toVector(['card'], space, createScratch()).weights];
    // Every idf is 1 + ln(2 / 2) = 1. Words: card 1, ^ card 0.6, card $ 0.6; the length is √(1 + 0.36 + 0.36) = √1.72 = 1.3115.
    const expectedWords = [0.7625, 0.4575, 0.4575];
    // Nine grams of weight 1; the length is √9 = 3.
    const expected = [...expectedWords, ...Array.from({ length: 9 }, () => 1 / 3)];
    expect(weights).toHaveLength(expected.length);
    weights.forEach((weight, i) => {
      expect(weight).toBeCloseTo(expected[i]!, 4);
    });
  });

  it('dampens what occurs twice with a logarithm', () => {
    const space = createVectorSpace([['card', 'card']]);
    const vector = toMap(toVector(['card', 'card'], space, createScratch()));
    // card 1 + ln 2 = 1.6931; ^ card, card card and card $ 0.6 each, near pair 0.5; the length is √(2.8667 + 3 · 0.36 + 0.25) = 2.0485.
    expect(vector.get(rowOf('card', space))).toBeCloseTo(1.6931 / 2.0485, 3);
  });

  it('gives nothing for words that share no feature with the texts', () => {
    expect(toVector(['zzz'], createVectorSpace([['card']]), createScratch()).rows).toHaveLength(0);
  });

  it('leaves its scratch as it was', () => {
    const space = createVectorSpace([['card', 'fee'], ['room']]);
    const scratch = createScratch();
    const first = toVector(['card', 'fee'], space, scratch);
    expect(scratch.counts.every((count) => count === 0)).toBe(true);
    toVector(['room'], space, scratch);
    expect(toVector(['card', 'fee'], space, scratch)).toEqual(first);
  });

  it('weighs as maps of columns do', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.constantFrom(...words), { maxLength: 8 }), (all, question) => {
        const space = createVectorSpace(all);
        const vector = toMap(toVector(question, space, createScratch()));
        const naive = naiveVector(question, naiveIdf(all));
        expect(vector.size).toBe(naive.size);
        for (const [column, weight] of naive) expect(vector.get(space.rowOfColumn[column]! - 1)).toBeCloseTo(weight, 5);
      }),
    );
  });
});

describe('dot', () => {
  it('multiplies the rows that both vectors have', () => {
    const a = { rows: Uint32Array.of(0, 3, 5), weights: Float32Array.of(1, 2, 3) };
    const b = { rows: Uint32Array.of(5, 1, 0), weights: Float32Array.of(4, 9, 0.5) };
    expect(dot(a, b)).toBe(12.5); // row 0: 1 · 0.5; row 5: 3 · 4
  });

  it('is two for a text with itself, one for each block', () => {
    const vector = toVector(['lost', 'card'], createVectorSpace([['lost', 'card'], ['fee']]), createScratch());
    expect(dot(vector, vector)).toBeCloseTo(2, 5);
  });

  it('agrees with the product of dense vectors', () => {
    const sparse = fc
      .uniqueArray(fc.nat(20))
      .chain((rows) =>
        fc.tuple(
          fc.constant(rows),
          fc.array(fc.float({ min: -2, max: 2, noNaN: true }), { minLength: rows.length, maxLength: rows.length }),
        ),
      );
    fc.assert(
      fc.property(sparse, sparse, ([aRows, aWeights], [bRows, bWeights]) => {
        const dense = (rows: number[], weights: number[]) => Array.from({ length: 21 }, (_, row) => weights[rows.indexOf(row)] ?? 0);
        const b = dense(bRows, bWeights);
        const naive = dense(aRows, aWeights).reduce((sum, weight, row) => sum + weight * b[row]!, 0);
        const vector = (rows: number[], weights: number[]) => ({ rows: Uint32Array.from(rows), weights: Float32Array.from(weights) });
        expect(dot(vector(aRows, aWeights), vector(bRows, bWeights))).toBeCloseTo(naive, 5);
      }),
    );
  });
});

function naiveIdf(all: readonly (readonly string[])[]): Map<number, number> {
  const texts = all.map((tokens) => {
    const columns = new Set<number>();
    eachFeature(tokens, (column) => columns.add(column));
    return columns;
  });
  const columns = new Set(texts.flatMap((text) => [...text]));
  const having = (column: number): number => texts.filter((text) => text.has(column)).length;
  return new Map([...columns].map((column) => [column, 1 + Math.log((1 + texts.length) / (1 + having(column)))]));
}

function naiveVector(tokens: readonly string[], idf: ReadonlyMap<number, number>): Map<number, number> {
  const counts = new Map<number, number>();
  eachFeature(tokens, (column, weight) => {
    if (idf.has(column)) counts.set(column, (counts.get(column) ?? 0) + weight);
  });
  const weighed = [...counts].map(([column, tf]) => [column, (tf > 1 ? 1 + Math.log(tf) : tf) * idf.get(column)!] as const);
  const lengthOf = (block: boolean) =>
    Math.hypot(...weighed.flatMap(([column, weight]) => (isWordColumn(column) === block ? [weight] : [])));
  const lengths = { word: lengthOf(true), char: lengthOf(false) };
  return new Map(weighed.map(([column, weight]) => [column, weight / (isWordColumn(column) ? lengths.word : lengths.char)]));
}
