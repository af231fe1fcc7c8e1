import type { Example } from './classifier.js';

/**
 * Adds to the weights each entry's mean direction, its examples' sum made unit length, times `share`.
 * @param weights row after row, `entries` numbers each; changed in place
 */
export function addCentroids(weights: Float32Array, examples: readonly Example[], entries: number, share: number): Float32Array {
  const lengths = centroidLengths(examples, entries);
  for (const { entry, vector } of examples) {
    const factor = share / lengths[entry]!;
    for (let i = 0; i < vector.rows.length; i++) weights[vector.rows[i]! * entries + entry]! += factor * vector.weights[i]!;
  }
  return weights;
}

/** The length of the sum of each entry's vectors; 1 for an entry without any. */
function centroidLengths(examples: readonly Example[], entries: number): number[] {
  const sums = Array.from({ length: entries }, () => new Map<number, number>());
  for (const { entry, vector } of examples) {
    const sum = sums[entry]!;
    for (let i = 0; i < vector.rows.length; i++) sum.set(vector.rows[i]!, (sum.get(vector.rows[i]!) ?? 0) + vector.weights[i]!);
  }
  return sums.map((sum) => {
    let squares = 0;
    for (const value of sum.values()) squares += value * value;
    return Math.sqrt(squares) || 1;
  });
}
