import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantize } from '../../src/match/model.js';

describe('quantize', () => {
  it("gives each entry's largest weight the byte 127", () => {
    const { weights, scales } = quantize(Float32Array.of(1.27, 0, -0.5, 2.54), 2); // two rows of two entries
    expect(scales[0]).toBeCloseTo(0.01, 6); // 1.27 / 127
    expect(scales[1]).toBeCloseTo(0.02, 6); // 2.54 / 127
    expect([...weights]).toEqual([127, 0, -50, 127]);
  });

  it('keeps an entry without weights at zero', () => {
    expect(quantize(new Float32Array(2), 1)).toEqual({ weights: new Int8Array(2), scales: Float32Array.of(1) });
  });

  it('is off by half a scale at the most', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 12, maxLength: 12 }), (numbers) => {
        const { weights, scales } = quantize(Float32Array.from(numbers), 3);
        numbers.forEach((number, i) => {
          const scale = scales[i % 3]!;
          expect(Math.abs(weights[i]! * scale - number)).toBeLessThanOrEqual(scale * 0.5001 + 1e-6);
        });
      }),
    );
  });
});
