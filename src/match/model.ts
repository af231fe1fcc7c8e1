import type { Confidence } from './confidence.js';
import type { StemIndex } from './stem-index.js';
import type { SparseVector, VectorSpace } from './vector-space.js';

/** All that a matcher needs. It holds no function, so that it can be stored. */
export interface Model {
  readonly how: 'centroids' | 'trained';
  /** The entries' ids; an entry's number is its place here. */
  readonly entries: readonly string[];
  readonly rewrites: Readonly<Record<string, string>>;
  /** The FAQ's own words with their counts, for spelling. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly space: VectorSpace;
  readonly stems: StemIndex;
  /** Row after row, one number an entry; times the entry's scale it is the weight. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  /** By the entry's number. */
  readonly lookAlikes: ReadonlyMap<number, LookAlikes>;
  readonly confidence: Confidence;
}

/** Questions that an entry must not answer, beside those that it does. */
export interface LookAlikes {
  readonly not: readonly SparseVector[];
  /** The tokens of its own phrasings, made vectors of only where they are needed, which is seldom. */
  readonly own: readonly (readonly string[])[];
}

/** Eight bits a weight, with one scale an entry: a quarter of the memory at no measurable loss. */
export function quantize(weights: Float32Array, entries: number): Pick<Model, 'weights' | 'scales'> {
  const scales = new Float32Array(entries);
  for (let start = 0; start < weights.length; start += entries) {
    for (let entry = 0; entry < entries; entry++) scales[entry] = Math.max(scales[entry]!, Math.abs(weights[start + entry]!));
  }
  for (let entry = 0; entry < entries; entry++) scales[entry] = scales[entry]! / 127 || 1;
  const quantized = new Int8Array(weights.length);
  for (let start = 0; start < weights.length; start += entries) {
    for (let entry = 0; entry < entries; entry++) quantized[start + entry] = Math.round(weights[start + entry]! / scales[entry]!);
  }
  return { weights: quantized, scales };
}
