import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packGuide, unpackGuide } from '../../adapters/model-file.js';
import { compileGuide, createMatcher, toEllipticFaq, toFaq, train } from '../../src/index.js';
import { readFixture } from '../knowledge/fixture.js';

const knowledge = readFixture();
const guide = compileGuide(knowledge);
const learned = { guide, model: train(toFaq(guide, knowledge), 'centroids'), elliptic: train(toEllipticFaq(guide), 'centroids') };
const packed = Buffer.from(packGuide(learned));

const folder = mkdtempSync(join(tmpdir(), 'ready-reference-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The bytes as they come back from a disk. */
function stored(bytes: Uint8Array): Buffer {
  const file = join(folder, 'model.bin');
  writeFileSync(file, bytes);
  return readFileSync(file);
}

test('What was packed is unpacked the same', () => {
  expect(unpackGuide(stored(packed))).toEqual(learned);
});

test('Bytes in the middle of others are unpacked the same', () => {
  const around = Buffer.concat([Buffer.alloc(7, 1), packed, Buffer.alloc(5, 1)]);
  expect(unpackGuide(around.subarray(7, 7 + packed.length))).toEqual(learned);
});

test('The same guide is packed to the same bytes', () => {
  expect(packGuide(learned)).toEqual(packGuide(learned));
});

test('An unpacked model matches as the one that was packed', () => {
  const question = 'which paste holds the pages';
  const before = createMatcher(learned.model).match(question);
  const after = createMatcher(unpackGuide(stored(packed)).model).match(question);
  expect(after.ranked).toEqual(before.ranked);
  expect(after.ranked[0]?.entry).toBe('glue');
});

test.each([
  ['by its last byte', packed.length - 1],
  ['in the weights', packed.length - learned.elliptic.weights.length],
  ['in the middle', Math.floor(packed.length / 2)],
  ['in the rest', 100],
  ['after the length', 4],
  ['within the length', 3],
  ['to nothing', 0],
])('A file cut short %s is refused', (_, length) => {
  expect(() => unpackGuide(stored(packed.subarray(0, length)))).toThrow();
});

test('A file with bytes to spare is refused', () => {
  expect(() => unpackGuide(stored(Buffer.concat([packed, Buffer.alloc(1)])))).toThrow('the file is cut short');
});
