import { stem } from '../text/stem.js';

/** Columns in each of the two blocks, words first and characters after them; a power of two. */
const blockSize = 1 << 15;
export const columnCount = 2 * blockSize;

/**
 * What a feature counts before idf. Pairs count less than the words that they are made of; near pairs are unordered,
 * two stems at most three places apart.
 */
const bigramWeight = 0.6;
const nearWeight = 0.5;
const nearWindow = 3;
const shortestGram = 3;
const longestGram = 5;

/** Receives each feature of a text: its column, its weight, and the first and last token that it came from. */
export type FeatureSink = (column: number, weight: number, first: number, last: number) => void;

/**
 * Walks over the features of a tokenized text, hashed into columns: stems, bigrams with the text's two ends, near
 * pairs; and character 3- to 5-grams inside words, the word's own two ends included.
 */
export function eachFeature(tokens: readonly string[], sink: FeatureSink): void {
  const words = tokens.map(readWord);
  const count = words.length;
  for (let i = 0; i < count; i++) sink(wordColumn(words[i]!.stem), 1, i, i);
  for (let i = 0; i <= count; i++) {
    const left = i > 0 ? words[i - 1]!.stem : textStart;
    const right = i < count ? words[i]!.stem : textEnd;
    sink(wordColumn(hashPair(left, right)), bigramWeight, Math.max(0, i - 1), Math.min(i, count - 1));
  }
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j <= i + nearWindow && j < count; j++) {
      const a = words[i]!.stem;
      const b = words[j]!.stem;
      sink(wordColumn(~hashPair(Math.min(a, b), Math.max(a, b))), nearWeight, i, j);
    }
  }
  for (let i = 0; i < count; i++) for (const column of words[i]!.grams) sink(column, 1, i, i);
}

export const isWordColumn = (column: number): boolean => column < blockSize;

interface Word {
  /** The hash of its stem. */
  readonly stem: number;
  /** The columns of its character n-grams. */
  readonly grams: readonly number[];
}

const remembered = new Map<string, Word>();
const mostRemembered = 20_000;

function readWord(token: string): Word {
  const known = remembered.get(token);
  if (known) return known;
  const word = { stem: hash(stem(token)), grams: gramsOf(`<${token}>`) };
  if (remembered.size < mostRemembered) remembered.set(token, word);
  return word;
}

function gramsOf(word: string): number[] {
  const columns: number[] = [];
  for (let start = 0; start < word.length; start++) {
    let gram = emptyHash;
    for (let length = 1; length <= longestGram && start + length <= word.length; length++) {
      gram = hashCode(gram, word.charCodeAt(start + length - 1));
      if (length >= shortestGram) columns.push(blockSize + (spread(gram) & (blockSize - 1)));
    }
  }
  return columns;
}

const wordColumn = (hashed: number): number => spread(hashed) & (blockSize - 1);

/** FNV-1a over UTF-16 code units, then the finalizer of MurmurHash3, so that all bits reach the low ones. */
const emptyHash = 0x811c9dc5;
const hashCode = (state: number, code: number): number => Math.imul(state ^ code, 0x01000193);
const hashPair = (first: number, second: number): number => Math.imul(first, 0x01000193) ^ Math.imul(second, 0x85ebca6b);
function hash(text: string): number {
  let hashed = emptyHash;
  for (let i = 0; i < text.length; i++) hashed = hashCode(hashed, text.charCodeAt(i));
  return hashed;
}
function spread(hashed: number): number {
  let mixed = hashed ^ (hashed >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
const textStart = hash('^');
const textEnd = hash('$');
