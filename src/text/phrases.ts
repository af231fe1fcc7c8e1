/** Where a phrase stands in a list of tokens: from `start` up to before `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export type PhraseFinder = (tokens: readonly string[]) => Span[];

/**
 * Finds phrases among tokens, at each place the longest.
 * @param phrases each phrase, its words joined by spaces, and what it stands for
 */
export function createPhraseFinder(phrases: Iterable<readonly [string, string]>): PhraseFinder {
  const byFirst = new Map<string, { words: readonly string[]; value: string }[]>();
  for (const [phrase, value] of phrases) {
    const words = phrase.split(' ').filter(Boolean);
    const [first] = words;
    if (first)
      byFirst.set(
        first,
        [...(byFirst.get(first) ?? []), { words, value }].sort((a, b) => b.words.length - a.words.length),
      );
  }
  return (tokens) => {
    const spans: Span[] = [];
    for (let start = 0; start < tokens.length; start++) {
      const found = byFirst.get(tokens[start] ?? '')?.find(({ words }) => words.every((word, i) => tokens[start + i] === word));
      if (!found) continue;
      spans.push({ start, end: start + found.words.length, value: found.value });
      start += found.words.length - 1;
    }
    return spans;
  };
}

/** The tokens with each phrase replaced by the words that it stands for, or taken out where it stands for none; never all of them. */
export function rewrite(tokens: readonly string[], find: PhraseFinder): string[] {
  const rewritten: string[] = [];
  let at = 0;
  for (const { start, end, value } of find(tokens)) {
    rewritten.push(...tokens.slice(at, start), ...value.split(' ').filter(Boolean));
    at = end;
  }
  rewritten.push(...tokens.slice(at));
  return rewritten.length > 0 ? rewritten : [...tokens];
}
