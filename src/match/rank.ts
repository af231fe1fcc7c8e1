import { softmax } from './classifier.js';
import type { Signals } from './confidence.js';
import type { LookAlikes, Model } from './model.js';
import { type StemIndex, shareOf } from './stem-index.js';
import { dot, type Scratch, type SparseVector, toVector } from './vector-space.js';

export interface Ranking {
  /** The numbers of the entries, best first, five at most. */
  readonly order: readonly number[];
  /** For each entry, by number, its softmax probability; an entry that a look-alike vetoes has none. */
  readonly probabilities: Float32Array;
  readonly signals: Signals;
}

const mostRanked = 5;
/** Far under any score, and finite, so that a FAQ whose every entry is vetoed is merely unsure. */
const vetoedScore = -100;
/** A margin beyond this tells no more. */
const widestMargin = 10;

/** Scores every entry against a question's vector. */
export function rank(tokens: readonly string[], model: Model, scratch: Scratch): Ranking {
  const vector = toVector(tokens, model.space, scratch);
  const scores = scoreQuantized(vector, model);
  vetoLookAlikes(scores, vector, model, scratch);
  return rankScores(scores, tokens, model.stems);
}

/** Checks the best entries, and those that move up where one is vetoed. */
function vetoLookAlikes(scores: Float32Array, vector: SparseVector, model: Model, scratch: Scratch): void {
  const checked = new Set<number>();
  for (let vetoed = true; vetoed; ) {
    vetoed = false;
    for (const entry of highest(scores, mostRanked)) {
      if (checked.has(entry)) continue;
      checked.add(entry);
      if (!isVetoed(vector, model.lookAlikes.get(entry), model, scratch)) continue;
      scores[entry] = vetoedScore;
      vetoed = true;
    }
  }
}

/**
 * As the classifier's `addScores`, on eight-bit weights; apart from it, since one loop over both kinds of array is slow. Four
 * rows at a time, since each score is then read and written a quarter as often.
 */
function scoreQuantized(vector: SparseVector, { weights, scales }: Pick<Model, 'weights' | 'scales'>): Float32Array {
  const entries = scales.length;
  const scores = new Float32Array(entries);
  const { rows, weights: values } = vector;
  const whole = rows.length - (rows.length % 4);
  for (let i = 0; i < whole; i += 4) {
    const [a, b, c, d] = [rows[i]! * entries, rows[i + 1]! * entries, rows[i + 2]! * entries, rows[i + 3]! * entries] as const;
    const [p, q, r, s] = [values[i]!, values[i + 1]!, values[i + 2]!, values[i + 3]!] as const;
    for (let entry = 0; entry < entries; entry++) {
      scores[entry]! += weights[a + entry]! * p + weights[b + entry]! * q + weights[c + entry]! * r + weights[d + entry]! * s;
    }
  }
  for (let i = whole; i < rows.length; i++) {
    const start = rows[i]! * entries;
    for (let entry = 0; entry < entries; entry++) scores[entry]! += weights[start + entry]! * values[i]!;
  }
  for (let entry = 0; entry < entries; entry++) scores[entry]! *= scales[entry]!;
  return scores;
}

/** @param scores are turned into the probabilities */
export function rankScores(scores: Float32Array, tokens: readonly string[], stems: StemIndex): Ranking {
  const order = highest(scores, mostRanked);
  const [best, second] = order.map((entry) => scores[entry] ?? 0);
  softmax(scores);
  const winner = order[0] ?? 0;
  const { known, used } = shareOf(tokens, stems, winner);
  const top = best ?? 0;
  const margin = second === vetoedScore ? 0 : Math.min(top - (second ?? 0), widestMargin);
  const signals = [top, margin, Math.log(Math.max(scores[winner] ?? 0, 1e-9)), used, known];
  return { order, probabilities: scores, signals };
}

/** A look-alike vetoes its entry where the question is close to it, and closer than to any of the entry's own phrasings. */
const closeEnough = 1;
function isVetoed(vector: SparseVector, lookAlikes: LookAlikes | undefined, { space }: Model, scratch: Scratch): boolean {
  if (!lookAlikes) return false;
  const nearest = Math.max(...lookAlikes.not.map((other) => dot(vector, other)));
  return nearest >= closeEnough && lookAlikes.own.every((tokens) => dot(vector, toVector(tokens, space, scratch)) < nearest);
}

function highest(scores: Float32Array, most: number): number[] {
  const order: number[] = [];
  for (let entry = 0; entry < scores.length; entry++) {
    const score = scores[entry]!;
    if (order.length === most && score <= scores[order[most - 1]!]!) continue;
    let place = Math.min(order.length, most - 1);
    while (place > 0 && score > scores[order[place - 1]!]!) {
      order[place] = order[place - 1]!;
      place--;
    }
    order[place] = entry;
  }
  return order;
}
