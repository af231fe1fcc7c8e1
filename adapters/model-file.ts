import { deserialize, serialize } from 'node:v8';
import type { Guide, Model } from '../src/index.js';

/** What a start needs of a guide: its answers, and the two models that match questions to them. */
export interface LearnedGuide {
  readonly guide: Guide;
  readonly model: Model;
  readonly elliptic: Model;
}

/** Changes when the layout below does, or what the models mean. */
export const formatVersion = `1-${process.versions.v8.replace(/[^\w.]/g, '')}`;

type Rest = {
  readonly guide: Guide;
  readonly model: Omit<Model, 'weights'>;
  readonly elliptic: Omit<Model, 'weights'>;
  readonly sizes: readonly [number, number];
};

/** The length of the rest (four bytes, little endian), the rest as V8 writes it, then both weights as they are in memory. */
export function packGuide({ guide, model, elliptic }: LearnedGuide): Uint8Array {
  const { weights, ...modelRest } = model;
  const { weights: ellipticWeights, ...ellipticRest } = elliptic;
  const rest: Rest = { guide, model: modelRest, elliptic: ellipticRest, sizes: [weights.length, ellipticWeights.length] };
  const written = serialize(rest);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(written.length);
  return Buffer.concat([length, written, toBytes(weights), toBytes(ellipticWeights)]);
}

/** The weights stay where they were read: they are most of the file, and a copy would double the memory. */
export function unpackGuide(bytes: Buffer): LearnedGuide {
  const start = 4 + bytes.readUInt32LE(0);
  const { guide, model, elliptic, sizes } = deserialize(bytes.subarray(4, start)) as Rest;
  const [size, ellipticSize] = sizes;
  if (bytes.length !== start + size + ellipticSize) throw new Error('the file is cut short');
  const view = (offset: number, length: number): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset + offset, length);
  return { guide, model: { ...model, weights: view(start, size) }, elliptic: { ...elliptic, weights: view(start + size, ellipticSize) } };
}

const toBytes = (weights: Int8Array): Uint8Array => new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
