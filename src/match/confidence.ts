/** What the confidence is judged by, in this order: see `signalsOf`. */
export type Signals = readonly number[];

/** A logistic regression over the signals, with the mean and deviation that each signal is scaled by. */
export interface Confidence {
  readonly bias: number;
  readonly weights: readonly number[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

export interface Judged {
  readonly signals: Signals;
  /** Whether the entry ranked first is the right answer. */
  readonly right: boolean;
}

/** For centroids alone, which have no time to find it out: what `fitConfidence` found for them on the library guide. */
export const centroidConfidence: Confidence = {
  bias: 0,
  weights: [1, 1, 1, 0.5, 0.2],
  means: [0, 0, 0, 0, 0],
  deviations: [1, 1, 1, 1, 1],
};

/** The chance, from 0 to 1, that the entry ranked first is the right answer. */
export function confidenceOf(confidence: Confidence, signals: Signals): number {
  let logit = confidence.bias;
  for (let i = 0; i < signals.length; i++) {
    logit += confidence.weights[i]! * ((signals[i]! - confidence.means[i]!) / confidence.deviations[i]!);
  }
  return 1 / (1 + Math.exp(-logit));
}

const iterations = 25;
/** A little weight decay, so that a guide on which every held-out question is right still gets finite weights. */
const ridge = 1e-2;

/**
 * Fits the logistic regression by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani and
 * Friedman, The Elements of Statistical Learning, 4.4.1).
 */
export function fitConfidence(judged: readonly Judged[]): Confidence {
  const width = judged[0]?.signals.length ?? 0;
  const means = column(width, (i) => mean(judged.map(({ signals }) => signals[i]!)));
  const deviations = column(width, (i) => Math.sqrt(mean(judged.map(({ signals }) => (signals[i]! - means[i]!) ** 2))) || 1);
  const inputs = judged.map(({ signals }) => [1, ...signals.map((signal, i) => (signal - means[i]!) / deviations[i]!)]);
  let beta = column(width + 1, () => 0);
  for (let round = 0; round < iterations; round++) {
    const hessian = column(width + 1, (i) => column(width + 1, (j) => (i === j ? ridge * judged.length : 0)));
    const gradient = column(width + 1, (i) => -ridge * judged.length * beta[i]!);
    inputs.forEach((input, n) => {
      const chance = 1 / (1 + Math.exp(-input.reduce((sum, value, i) => sum + value * beta[i]!, 0)));
      const error = (judged[n]!.right ? 1 : 0) - chance;
      for (let i = 0; i <= width; i++) {
        gradient[i]! += error * input[i]!;
        for (let j = 0; j <= width; j++) hessian[i]![j]! += chance * (1 - chance) * input[i]! * input[j]!;
      }
    });
    const change = solve(hessian, gradient);
    beta = beta.map((value, i) => value + change[i]!);
  }
  return { bias: beta[0] ?? 0, weights: beta.slice(1), means, deviations };
}

/** Solves a symmetric positive definite system by Gaussian elimination. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++) {
    for (let row = pivot + 1; row < size; row++) {
      const factor = rows[row]![pivot]! / rows[pivot]![pivot]!;
      for (let i = pivot; i <= size; i++) rows[row]![i]! -= factor * rows[pivot]![i]!;
    }
  }
  const solution = column(size, () => 0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = rows[row]![size]!;
    for (let i = row + 1; i < size; i++) rest -= rows[row]![i]! * solution[i]!;
    solution[row] = rest / rows[row]![row]!;
  }
  return solution;
}

const column = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
