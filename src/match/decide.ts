import type { Match } from './matcher.js';

/** What to do with a question put to a FAQ that doesn't say what it is silent on. */
export type MatchKind = 'answer' | 'clarify' | 'abstain';

/** From the first confidence on it is answered, from the second on asked back; below both the FAQ has nothing. */
export const faqCuts = { answer: 0.4, clarify: 0.2 } as const;

export function decideMatch({ confidence }: Match): MatchKind {
  if (confidence >= faqCuts.answer) return 'answer';
  return confidence >= faqCuts.clarify ? 'clarify' : 'abstain';
}
