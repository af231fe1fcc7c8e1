import { eachFeature } from './features.js';
import type { Model } from './model.js';
import { createScratch, toVector } from './vector-space.js';

/** What a word adds to an entry's score before the softmax. The shares of all words sum to that score. */
export interface WordShare {
  readonly word: string;
  readonly share: number;
}

/** Splits an entry's score over the question's words. A pair's part goes half to each of its two words. */
export function explain(tokens: readonly string[], entry: number, model: Model): WordShare[] {
  if (tokens.length === 0) return [];
  const { rowOfColumn } = model.space;
  const vector = toVector(tokens, model.space, createScratch());
  const parts = new Map<number, number>();
  vector.rows.forEach((row, i) => {
    const weight = model.weights[row * model.entries.length + entry]! * model.scales[entry]!;
    parts.set(row, weight * vector.weights[i]!);
  });
  const occurrences = new Map<number, number>();
  eachFeature(tokens, (column, weight) => occurrences.set(column, (occurrences.get(column) ?? 0) + weight));
  const shares = tokens.map((word) => ({ word, share: 0 }));
  eachFeature(tokens, (column, weight, first, last) => {
    const part = ((parts.get(rowOfColumn[column]! - 1) ?? 0) * weight) / occurrences.get(column)!;
    shares[first]!.share += part / 2;
    shares[last]!.share += part / 2;
  });
  return shares;
}
