import { describe, expect, it } from 'vitest';
import { decideMatch, faqCuts } from '../../src/match/decide.js';
import type { Match } from '../../src/match/matcher.js';

const sure = (confidence: number): Match => ({ tokens: [], ranked: [], confidence, scoreOf: () => 0 });

describe('decideMatch', () => {
  it.each([
    [1, 'answer'],
    [faqCuts.answer, 'answer'],
    [faqCuts.answer - 1e-9, 'clarify'],
    [faqCuts.clarify, 'clarify'],
    [faqCuts.clarify - 1e-9, 'abstain'],
    [0, 'abstain'],
  ] as const)('decides at a confidence of %d to %s', (confidence, kind) => {
    expect(decideMatch(sure(confidence))).toBe(kind);
  });

  it('asks back below the cut for an answer', () => {
    expect(faqCuts.clarify).toBeLessThan(faqCuts.answer);
  });
});
