import { columnCount, eachFeature, isWordColumn } from './features.js';

/** A sparse vector: `weights[i]` stands in row `rows[i]`. The word block and the character block have unit length each. */
export interface SparseVector {
  readonly rows: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * The features that some texts hold, each with its rarity. A column that none of them has is no row, so a question's
 * unknown features fall away.
 */
export interface VectorSpace {
  /** For each column its row plus one, or 0 where the column is unused. */
  readonly rowOfColumn: Uint32Array;
  /** For each row 1 + ln((1 + texts) / (1 + texts that have it)), the smoothed idf of scikit-learn's TfidfTransformer. */
  readonly idf: Float32Array;
}

/**
 * @param mostRows where there are more features than this, the rarest are left out: most are pairs of words, which cost
 *   most and tell least
 */
export function createVectorSpace(texts: readonly (readonly string[])[], mostRows = Number.POSITIVE_INFINITY): VectorSpace {
  const found = new Uint32Array(columnCount);
  const lastSeen = new Int32Array(columnCount).fill(-1);
  texts.forEach((tokens, text) => {
    eachFeature(tokens, (column) => {
      if (lastSeen[column] === text) return;
      lastSeen[column] = text;
      found[column]! += 1;
    });
  });
  let fewest = 1;
  while (found.filter((count) => count >= fewest).length > mostRows) fewest++;
  const rowOfColumn = new Uint32Array(columnCount);
  const idf: number[] = [];
  found.forEach((count, column) => {
    if (count < fewest) return;
    idf.push(1 + Math.log((1 + texts.length) / (1 + count)));
    rowOfColumn[column] = idf.length;
  });
  return { rowOfColumn, idf: Float32Array.from(idf) };
}

/**
 * The TF-IDF vector of a text: 1 + ln(tf) where a feature occurs more than once, times idf.
 * @param scratch reused between calls; see `createScratch`
 */
export function toVector(tokens: readonly string[], space: VectorSpace, scratch: Scratch): SparseVector {
  const { counts, touched } = scratch;
  let columns = 0;
  eachFeature(tokens, (column, weight) => {
    if (space.rowOfColumn[column] === 0) return;
    if (counts[column] === 0) touched[columns++] = column;
    counts[column]! += weight;
  });
  const rows = new Uint32Array(columns);
  const weights = new Float32Array(columns);
  let wordSquares = 0;
  let charSquares = 0;
  for (let i = 0; i < columns; i++) {
    const column = touched[i]!;
    const row = space.rowOfColumn[column]! - 1;
    const count = counts[column]!;
    const weight = (count > 1 ? 1 + Math.log(count) : count) * space.idf[row]!;
    counts[column] = 0;
    rows[i] = row;
    weights[i] = weight;
    if (isWordColumn(column)) wordSquares += weight * weight;
    else charSquares += weight * weight;
  }
  const wordLength = Math.sqrt(wordSquares) || 1;
  const charLength = Math.sqrt(charSquares) || 1;
  for (let i = 0; i < columns; i++) weights[i]! /= isWordColumn(touched[i]!) ? wordLength : charLength;
  return { rows, weights };
}

export interface Scratch {
  readonly counts: Float32Array;
  readonly touched: Uint32Array;
}
export const createScratch = (): Scratch => ({ counts: new Float32Array(columnCount), touched: new Uint32Array(columnCount) });

/** The dot product of two vectors of one space. */
export function dot(a: SparseVector, b: SparseVector): number {
  const weightOf = new Map<number, number>();
  for (let i = 0; i < a.rows.length; i++) weightOf.set(a.rows[i]!, a.weights[i]!);
  let sum = 0;
  for (let i = 0; i < b.rows.length; i++) sum += (weightOf.get(b.rows[i]!) ?? 0) * b.weights[i]!;
  return sum;
}
