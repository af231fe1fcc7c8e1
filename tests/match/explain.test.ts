import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addScores } from '../../src/match/classifier.js';
import { explain } from '../../src/match/explain.js';
import { train } from '../../src/match/train.js';
import { createScratch, toVector } from '../../src/match/vector-space.js';
import { faq, words } from './fixture.js';

const model = train(faq, 'trained');
const numberOf = (id: string): number => model.entries.indexOf(id);

describe('explain', () => {
  it("gives shares that sum to the entry's score", () => {
    const weights = Float32Array.from(model.weights, (byte, i) => byte * model.scales[i % model.entries.length]!);
    const question = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(question, fc.nat(model.entries.length - 1), (tokens, entry) => {
        const scores = new Float32Array(model.entries.length);
        addScores(scores, weights, toVector(tokens, model.space, createScratch()));
        const shares = explain(tokens, entry, model);
        expect(shares.map(({ word }) => word)).toEqual(tokens);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(scores[entry]!, 4);
      }),
    );
  });

  it('gives the word that tells an entry apart the largest share', () => {
    const shares = explain(['i', 'lost', 'my', 'card'], numberOf('lost-card'), model);
    expect(shares.toSorted((a, b) => b.share - a.share)[0]?.word).toBe('lost');
  });

  it('gives a word that shares nothing with the FAQ no share', () => {
    const [, unknown] = explain(['printer', 'zzzqqq'], numberOf('printing'), model);
    expect(unknown).toEqual({ word: 'zzzqqq', share: 0 });
  });
});
