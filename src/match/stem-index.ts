import { stem } from '../text/stem.js';

/** Which stems the FAQ knows, how rare each is, and which entries use it. */
export interface StemIndex {
  readonly stems: ReadonlyMap<string, StemUse>;
  /** The idf of a stem that the FAQ doesn't know. */
  readonly unknownIdf: number;
}

interface StemUse {
  readonly idf: number;
  readonly entries: ReadonlySet<number>;
}

export function createStemIndex(texts: readonly { readonly entry: number; readonly tokens: readonly string[] }[]): StemIndex {
  const uses = new Map<string, { texts: number; entries: Set<number> }>();
  for (const { entry, tokens } of texts) {
    for (const stemmed of new Set(tokens.map(stem))) {
      const use = uses.get(stemmed) ?? { texts: 0, entries: new Set<number>() };
      use.texts++;
      use.entries.add(entry);
      uses.set(stemmed, use);
    }
  }
  const idf = (count: number): number => 1 + Math.log((1 + texts.length) / (1 + count));
  const stems = new Map([...uses].map(([stemmed, use]) => [stemmed, { idf: idf(use.texts), entries: use.entries }]));
  return { stems, unknownIdf: idf(0) };
}

/** How much of a question's idf mass the FAQ knows, and how much of it the given entry uses; each from 0 to 1. */
export function shareOf(tokens: readonly string[], index: StemIndex, entry: number): { readonly known: number; readonly used: number } {
  let total = 0;
  let known = 0;
  let used = 0;
  for (const stemmed of new Set(tokens.map(stem))) {
    const use = index.stems.get(stemmed);
    const idf = use?.idf ?? index.unknownIdf;
    total += idf;
    if (use) known += idf;
    if (use?.entries.has(entry)) used += idf;
  }
  return total > 0 ? { known: known / total, used: used / total } : { known: 0, used: 0 };
}
