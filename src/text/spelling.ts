import Fuse from 'fuse.js';
import { stem } from './stem.js';

/** Repairs a word that the guide doesn't know to the likeliest word that it does; anything else comes back as it is. */
export type Spelling = (word: string) => string;

/** Shorter words have too many neighbors to guess at. */
const shortestRepaired = 3;
/** So short a word is repaired only to a longer one, and a common one. */
const shortWord = 3;
const commonCount = 5;
/** From this length on, two edits are forgiven instead of one. */
const longWord = 8;
/** Among the words within reach, in edits: a slip at the first letter is rarer, the same stem likelier, and so is a common word. */
const firstLetterCost = 0.3;
const sameStemGain = 0.3;
const countGain = 0.1;
const mostRemembered = 5_000;

/**
 * @param vocabulary the guide's own words, lower case, with how often each occurs
 */
export function createSpelling(vocabulary: ReadonlyMap<string, number>): Spelling {
  const neighborhoods = groupWords(vocabulary.keys());
  const searches = new Map<string, Fuse<string>>();
  const remembered = new Map<string, string>();

  /** Fuse.js over the words of nearly the word's length that share its first or its last letter; an edit seldom hits both. */
  function searchFor(word: string): Fuse<string> {
    const [first, last] = ends(word);
    const key = `${word.length}${first}${last}`;
    const existing = searches.get(key);
    if (existing) return existing;
    const edits = editsAllowed(word.length);
    const words = new Set<string>();
    for (let near = word.length - edits; near <= word.length + edits; near++) {
      for (const end of [`${near}^${first}`, `${near}$${last}`]) for (const neighbor of neighborhoods.get(end) ?? []) words.add(neighbor);
    }
    const search = new Fuse([...words], { threshold: thresholdFor(word.length) });
    searches.set(key, search);
    return search;
  }

  function closest(word: string): string | undefined {
    const allowed = editsAllowed(word.length);
    const stemmed = stem(word);
    let best: { word: string; cost: number } | undefined;
    for (const { item } of searchFor(word).search(word, { limit: 20 })) {
      const distance = editDistance(word, item, allowed);
      const count = vocabulary.get(item) ?? 0;
      if (distance > allowed) continue;
      if (word.length <= shortWord && (item.length <= word.length || item[0] !== word[0] || count < commonCount)) continue;
      const cost =
        distance + (item[0] === word[0] ? 0 : firstLetterCost) - (stem(item) === stemmed ? sameStemGain : 0) - countGain * Math.log(count);
      if (!best || cost < best.cost) best = { word: item, cost };
    }
    return best?.word;
  }

  return (word) => {
    if (vocabulary.has(word) || word.length < shortestRepaired || !/^\p{L}+$/u.test(word)) return word;
    const before = remembered.get(word);
    if (before !== undefined) return before;
    const repaired = closest(word) ?? word;
    if (remembered.size < mostRemembered) remembered.set(word, repaired);
    return repaired;
  };
}

const editsAllowed = (length: number): number => (length >= longWord ? 2 : 1);

/** Fuse.js counts a swap of two letters as two errors, each worth one part in the word's length. */
const thresholdFor = (length: number): number => Math.min(0.6, (2 * editsAllowed(length)) / length + 0.05);

const ends = (word: string): readonly [string, string] => [word.charAt(0), word.charAt(word.length - 1)];

function groupWords(words: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const [first, last] = ends(word);
    for (const key of [`${word.length}^${first}`, `${word.length}$${last}`]) {
      const group = groups.get(key);
      if (group) group.push(word);
      else groups.set(key, [word]);
    }
  }
  return groups;
}

/**
 * Edits that turn one word into the other: insert, delete, substitute, or swap two neighbors (optimal string alignment).
 * @returns the distance, or `most + 1` as soon as it is known to be larger than `most`
 */
export function editDistance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      row.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return at(last, to.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
