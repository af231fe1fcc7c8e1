import { createPhraseFinder, rewrite } from '../text/phrases.js';
import { createSpelling } from '../text/spelling.js';
import { tokenizeText } from '../text/tokenize.js';
import { confidenceOf } from './confidence.js';
import { explain, type WordShare } from './explain.js';
import type { Model } from './model.js';
import { rank } from './rank.js';
import { createScratch } from './vector-space.js';

export interface Match {
  /** The question's words as they were read, spelling repaired. */
  readonly tokens: readonly string[];
  /** Best first, five at most; a score is the entry's softmax probability. */
  readonly ranked: readonly Ranked[];
  /** The chance, from 0 to 1, that the first is right. */
  readonly confidence: number;
  /** The score of any entry. */
  scoreOf(entry: string): number;
}

interface Ranked {
  readonly entry: string;
  readonly score: number;
}

export interface Matcher {
  readonly how: Model['how'];
  match(text: string): Match;
  /** Which words counted for an entry, in the question's order; nothing for an unknown entry. */
  explain(text: string, entry: string): readonly WordShare[];
}

/** A question longer than this many words is read no further. */
const longestQuestion = 120;
/** So many unknown words at most are repaired; a text with more is no question about the guide. */
const mostRepairs = 8;

export function createMatcher(model: Model): Matcher {
  const spell = createSpelling(model.vocabulary);
  const scratch = createScratch();
  const find = createPhraseFinder(Object.entries(model.rewrites));
  const numberOf = new Map(model.entries.map((id, number) => [id, number]));

  function read(text: string): string[] {
    let repairs = mostRepairs;
    return rewrite(tokenizeText(text, longestQuestion), find).map((token) => {
      if (model.vocabulary.has(token) || repairs-- <= 0) return token;
      return spell(token);
    });
  }

  return {
    how: model.how,
    match(text) {
      const tokens = read(text);
      const { order, probabilities, signals } = rank(tokens, model, scratch);
      return {
        tokens,
        ranked: order.map((entry) => ({ entry: model.entries[entry]!, score: probabilities[entry]! })),
        confidence: confidenceOf(model.confidence, signals),
        scoreOf: (entry) => probabilities[numberOf.get(entry) ?? -1] ?? 0,
      };
    },
    explain(text, entry) {
      const tokens = read(text);
      const number = numberOf.get(entry);
      return number === undefined ? [] : explain(tokens, number, model);
    },
  };
}
