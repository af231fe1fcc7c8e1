import type { SparseVector } from './vector-space.js';

/** One phrasing of one entry: `entry` is the entry's number. */
export interface Example {
  readonly entry: number;
  readonly vector: SparseVector;
}

export interface TrainingOptions {
  /** Passes over all examples. More than ten gain nothing measurable. */
  readonly epochs: number;
  /** Step size of the first pass; it falls in a line to zero. Larger steps overfit the few examples that an entry has. */
  readonly learningRate: number;
  /** Share of each target that is spread over the rivals. It tempers the scores, and so betters the confidence. */
  readonly smoothing: number;
  /** How many entries an example is told apart from: those that the centroids hold likeliest. More only costs time. */
  readonly rivals: number;
}
export const defaultTraining: TrainingOptions = { epochs: 10, learningRate: 2, smoothing: 0.15, rivals: 150 };

/**
 * Multinomial logistic regression without a bias, by stochastic gradient descent in an order that is the same every
 * time: for each example and each of its rivals, weight[row, entry] −= rate · (softmax(scores)[entry] − target[entry]) · value[row].
 * @param centroids weights that rank each example's likeliest rivals, laid out as the result
 * @returns weights, row after row, `entries` numbers each
 */
export function trainClassifier(
  examples: readonly Example[],
  centroids: Float32Array,
  entries: number,
  options: TrainingOptions = defaultTraining,
): Float32Array {
  const weights = new Float32Array(centroids.length);
  const rivals = examples.map((example) => findRivals(example, centroids, entries, options.rivals));
  const gradient = new Float32Array(Math.min(options.rivals, entries));
  const order = examples.map((_, i) => i);
  const random = createRandom(7);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    const rate = options.learningRate * (1 - epoch / options.epochs);
    for (const at of order) step(weights, entries, gradient, examples[at]!, rivals[at]!, rate, options.smoothing);
  }
  return weights;
}

/** The example's own entry first, then the likeliest others, in the entries' order. */
function findRivals({ entry, vector }: Example, centroids: Float32Array, entries: number, most: number): Uint16Array {
  const scores = new Float32Array(entries);
  addScores(scores, centroids, vector);
  scores[entry] = Number.NEGATIVE_INFINITY;
  const lowest = scores.toSorted()[Math.max(0, entries - most + 1)] ?? 0;
  const rivals = new Uint16Array(Math.min(most, entries));
  let count = 0;
  rivals[count++] = entry;
  for (let other = 0; other < entries && count < rivals.length; other++) {
    if (other !== entry && scores[other]! >= lowest) rivals[count++] = other;
  }
  return rivals.subarray(0, count);
}

function step(
  weights: Float32Array,
  entries: number,
  gradient: Float32Array,
  { vector: { rows, weights: values } }: Example,
  rivals: Uint16Array,
  rate: number,
  smoothing: number,
): void {
  gradient.fill(0);
  for (let i = 0; i < rows.length; i++) {
    const start = rows[i]! * entries;
    const value = values[i]!;
    for (let k = 0; k < rivals.length; k++) gradient[k]! += weights[start + rivals[k]!]! * value;
  }
  softmax(gradient);
  const spread = smoothing / rivals.length;
  for (let k = 0; k < rivals.length; k++) gradient[k] = rate * (gradient[k]! - (k === 0 ? 1 - smoothing + spread : spread));
  for (let i = 0; i < rows.length; i++) {
    const start = rows[i]! * entries;
    const value = values[i]!;
    for (let k = 0; k < rivals.length; k++) weights[start + rivals[k]!]! -= gradient[k]! * value;
  }
}

/** Adds to each entry's score the vector's products with the entry's weights. */
export function addScores(scores: Float32Array, weights: Float32Array, vector: SparseVector): void {
  const entries = scores.length;
  for (let i = 0; i < vector.rows.length; i++) {
    const start = vector.rows[i]! * entries;
    const value = vector.weights[i]!;
    for (let entry = 0; entry < entries; entry++) scores[entry]! += weights[start + entry]! * value;
  }
}

/** Turns scores into probabilities in place. */
export function softmax(scores: Float32Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > highest) highest = scores[i]!;
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp(scores[i]! - highest);
    sum += scores[i]!;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = scores[i]! / sum;
}

/** Numbers from 0 up to 1, the same row for the same seed: the linear congruential generator of Numerical Recipes. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Fisher and Yates's shuffle, in place. */
export function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
}
